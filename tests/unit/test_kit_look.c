// SPDX-License-Identifier: EUPL-1.2
// What the cards of the tree look like, judged on their placed scenes: can every letter be read on what lies under it, and does a card say
// without colour what colour says?
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

#define LEAST_CONTRAST 4.5
// Of the cards' colours, so that they weigh the same and white letters stand on each of them.
#define DARKEST  31
#define LIGHTEST 42
#define STEP     0.4 // mm between the points that are looked at

typedef struct Point {
    double x, y;
} Point;

// ---- each page of the kit ------------------------------------------------------------------------

typedef struct Page {
    const EzScene *scene;
    const EzCard *card; // NULL on a worksheet
    const char *id, *language;
    int side;
} Page;

typedef struct World {
    EzTestBench *bench;
    const EzKit *kit;
    GPtrArray *scenes;
    GArray *pages; // Page, of all cards and worksheets in all languages
} World;

static void add_scene(World *world, EzScene *scene, Page page)
{
    g_ptr_array_add(world->scenes, scene);
    page.scene = scene;
    for (page.side = 0; page.side < ez_scene_page_count(scene); page.side++)
        g_array_append_val(world->pages, page);
}

static void add_language(World *world, const char *language)
{
    const EzKit *kit = world->kit;
    for (int d = 0; d < kit->n_decks; d++)
        for (int c = 0; c < kit->decks[d]->n_cards; c++) {
            const EzCard *card = &kit->decks[d]->cards[c];
            add_scene(world, ez_test_card(world->bench, card->id, language),
                      (Page){.card = card, .id = card->id, .language = language});
        }
    for (int w = 0; w < kit->n_worksheets; w++) {
        const char *id = kit->worksheets[w]->id;
        add_scene(world, ez_test_sheet(world->bench, id, language),
                  (Page){.id = id, .language = language});
    }
}

static void open_world(World *world)
{
    world->bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    world->kit = ez_load_kit(world->bench->load);
    world->scenes = g_ptr_array_new_with_free_func((GDestroyNotify)ez_scene_free);
    world->pages = g_array_new(FALSE, FALSE, sizeof(Page));
    for (int l = 0; l < world->kit->languages.count; l++)
        add_language(world, world->kit->languages.names[l]);
    g_autofree char *mistakes = ez_test_mistakes(world->bench);
    g_assert_cmpstr(mistakes, ==, "");
}

static void close_world(World *world)
{
    g_array_unref(world->pages);
    g_ptr_array_unref(world->scenes);
    ez_test_bench_free(world->bench);
}

static void each_page(const World *world, void (*visit)(const Page *page, void *data),
                      void *data)
{
    for (guint i = 0; i < world->pages->len; i++)
        visit(&g_array_index(world->pages, Page, i), data);
}

static const EzItem *item_of(const Page *page, int i)
{
    return ez_scene_item(page->scene, ez_scene_page(page->scene, page->side)->first_item + i);
}

static int count_items(const Page *page)
{
    return ez_scene_page(page->scene, page->side)->n_items;
}

// ---- what colour lies at a point -------------------------------------------------------------------

static Point on_curve(Point from, const EzPathStep *step, double t)
{
    double a = (1 - t) * (1 - t) * (1 - t), b = 3 * (1 - t) * (1 - t) * t,
           c = 3 * (1 - t) * t * t, d = t * t * t;
    return (Point){a * from.x + b * step->x1 + c * step->x2 + d * step->x,
                   a * from.y + b * step->y1 + c * step->y2 + d * step->y};
}

// The path as straight pieces; NaN between two parts of it.
static GArray *flatten(const EzPath *path)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(Point));
    Point at = {0, 0}, start = at, gap = {NAN, NAN};
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *step = &path->steps[i];
        Point end = step->verb == EZ_CLOSE ? start : (Point){step->x, step->y};
        if (step->verb == EZ_MOVE) {
            g_array_append_val(points, gap);
            start = end;
        }
        for (int k = 1; step->verb == EZ_CURVE && k < 8; k++) {
            Point middle = on_curve(at, step, k / 8.0);
            g_array_append_val(points, middle);
        }
        g_array_append_val(points, end);
        at = end;
    }
    return points;
}

static bool is_gap(Point p)
{
    return isnan(p.x);
}

// How often the piece from a to b goes around p: a half turn for each crossing of the ray to the right.
static int winding(Point a, Point b, Point p)
{
    if ((a.y <= p.y) == (b.y <= p.y))
        return 0;
    double x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
    return x <= p.x ? 0 : a.y < b.y ? 1 : -1;
}

static double distance(Point a, Point b, Point p)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = CLAMP(t, 0, 1);
    return hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

// An area or a line that was painted, within the clips that held then.
typedef struct Ground {
    GArray *points; // NULL until one asks for a point within the bounds
    EzRect bounds;
    const EzItem *item;
} Ground;

static void clear_ground(gpointer data)
{
    g_clear_pointer(&((Ground *)data)->points, g_array_unref);
}

static EzRect overlap(EzRect a, EzRect b)
{
    double x = MAX(a.x, b.x), y = MAX(a.y, b.y);
    return (EzRect){x, y, MIN(a.x + a.width, b.x + b.width) - x,
                    MIN(a.y + a.height, b.y + b.height) - y};
}

static EzRect widened(EzRect rect, double by)
{
    return (EzRect){rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

static bool holds(EzRect rect, Point p)
{
    return p.x >= rect.x && p.y >= rect.y && p.x <= rect.x + rect.width &&
           p.y <= rect.y + rect.height;
}

// The colour of this ground at the point, when it lies there.
static bool covers(Ground *ground, Point p, EzColour *colour)
{
    const EzStroke *stroke = &ground->item->path.stroke;
    int turns = 0;
    double nearest = INFINITY;
    if (!holds(ground->bounds, p))
        return false;
    if (ground->points == NULL)
        ground->points = flatten(&ground->item->path.path);
    for (guint i = 1; i < ground->points->len; i++) {
        Point a = g_array_index(ground->points, Point, i - 1),
              b = g_array_index(ground->points, Point, i);
        if (is_gap(a) || is_gap(b))
            continue;
        turns += winding(a, b, p);
        nearest = MIN(nearest, distance(a, b, p));
    }
    bool on_line = stroke->width > 0 && nearest <= stroke->width / 2;
    *colour = on_line ? stroke->colour : ground->item->path.fill;
    return on_line || (ground->item->path.filled && turns != 0);
}

static EzColour colour_at(const GPtrArray *near, Point p)
{
    EzColour colour;
    for (int i = (int)near->len - 1; i >= 0; i--)
        if (covers(near->pdata[i], p, &colour))
            return colour;
    return EZ_WHITE;
}

// ---- every text on its ground ------------------------------------------------------------------------

typedef struct Judge {
    const Page *page;
    GArray *grounds;
    GArray *clips; // EzRect, the inner ones last
    int texts;
} Judge;

static EzRect ink_of(const EzItem *item)
{
    const EzGlyphRun *run = item->text.run;
    return (EzRect){item->text.x + run->ink_left, item->text.y + run->ink_top,
                    run->ink_right - run->ink_left, run->ink_bottom - run->ink_top};
}

// The grounds that reach under the ink, in the order of painting.
static GPtrArray *grounds_under(const Judge *judge, EzRect ink)
{
    GPtrArray *near = g_ptr_array_new();
    for (guint i = 0; i < judge->grounds->len; i++) {
        Ground *ground = &g_array_index(judge->grounds, Ground, i);
        EzRect common = overlap(ground->bounds, ink);
        if (common.width >= 0 && common.height >= 0)
            g_ptr_array_add(near, ground);
    }
    return near;
}

static double least_contrast(const Judge *judge, const EzItem *item)
{
    EzRect ink = ink_of(item);
    g_autoptr(GPtrArray) near = grounds_under(judge, ink);
    EzColour last = colour_at(near, (Point){ink.x, ink.y});
    double least = ez_colour_contrast(item->text.colour, last);
    for (double y = ink.y; y <= ink.y + ink.height; y += STEP)
        for (double x = ink.x; x <= ink.x + ink.width; x += STEP) {
            EzColour under = colour_at(near, (Point){x, y});
            if (!ez_colour_equal(under, last))
                least = MIN(least, ez_colour_contrast(item->text.colour, under));
            last = under;
        }
    return least;
}

static void judge_text(Judge *judge, const EzItem *item)
{
    const EzGlyphRun *run = item->text.run;
    if (run->ink_left == run->ink_right)
        return; // a space
    double contrast = least_contrast(judge, item);
    judge->texts++;
    if (contrast < LEAST_CONTRAST)
        ez_test_fault("%s (%s), page %d: \"%.*s\" has a contrast of %.2f", judge->page->id,
                      judge->page->language, judge->page->side + 1, run->n_bytes, run->text,
                      contrast);
}

static void add_ground(Judge *judge, const EzItem *item)
{
    Ground ground = {NULL, ez_test_bounds(&item->path.path), item};
    ground.bounds = widened(ground.bounds, item->path.stroke.width / 2);
    for (guint i = 0; i < judge->clips->len; i++)
        ground.bounds = overlap(ground.bounds, g_array_index(judge->clips, EzRect, i));
    g_array_append_val(judge->grounds, ground);
}

static void judge_item(Judge *judge, const EzItem *item)
{
    if (item->kind == EZ_ITEM_TEXT)
        judge_text(judge, item);
    else if (item->kind == EZ_ITEM_PATH)
        add_ground(judge, item);
    else if (item->kind == EZ_ITEM_CLIP)
        g_array_append_val(judge->clips, item->clip);
    else
        g_array_set_size(judge->clips, judge->clips->len - 1);
}

static void judge_page(const Page *page, void *data)
{
    Judge judge = {page, g_array_new(FALSE, FALSE, sizeof(Ground)),
                   g_array_new(FALSE, FALSE, sizeof(EzRect)), 0};
    g_array_set_clear_func(judge.grounds, clear_ground);
    for (int i = 0; i < count_items(page); i++)
        judge_item(&judge, item_of(page, i));
    if (judge.texts == 0)
        ez_test_fault("%s (%s), page %d has no text", page->id, page->language, page->side + 1);
    g_array_unref(judge.grounds);
    g_array_unref(judge.clips);
}

// Ornaments too, and within the whole of their ink: the program itself looks at three points of what is read.
static void test_every_text_stands_out(gconstpointer data)
{
    each_page(data, judge_page, NULL);
}

// ---- colours ---------------------------------------------------------------------------------------------

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

// L* of CIELAB.
static double lightness(EzColour colour)
{
    double y =
        0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    return 116 * cbrt(y) - 16;
}

// Those of letters, lines and paper; every other colour of the theme is the colour of cards.
static bool is_neutral(const char *name)
{
    static const char *const neutral[] = {"ink", "soft", "line", "white", "paper", NULL};
    return g_strv_contains(neutral, name);
}

static void test_colours_of_cards_weigh_the_same(gconstpointer data)
{
    const EzTheme *theme = ((const World *)data)->kit->theme;
    for (int i = 0; i < theme->n_colours; i++) {
        const EzThemeColour *colour = &theme->colours[i];
        int light = (int)lround(lightness(colour->colour));
        if (!is_neutral(colour->name) && (light < DARKEST || light > LIGHTEST))
            ez_test_fault("%s has L* %d, not %d to %d", colour->name, light, DARKEST, LIGHTEST);
    }
}

// ---- without colour ----------------------------------------------------------------------------------------

static const EzCard *function_of(const EzCard *card)
{
    int field = card != NULL ? ez_deck_field(card->deck, "verb") : -1;
    return field >= 0 && card->deck->fields[field].kind == EZ_FIELD_REF
               ? card->values[field].card
               : NULL;
}

static const char *letter_of(const EzCard *function)
{
    return function->values[ez_deck_field(function->deck, "letter")].plain;
}

// The middle of the ornament at the top that shows these letters; -1 when there is none.
static double find_tab(const Page *page, const char *letter)
{
    for (int i = 0; i < count_items(page); i++) {
        const EzItem *item = item_of(page, i);
        if (item->kind != EZ_ITEM_TEXT || item->leaf >= 0 || item->text.y > 15)
            continue;
        const EzGlyphRun *run = item->text.run;
        if (run->n_bytes == (int)strlen(letter) &&
            memcmp(run->text, letter, strlen(letter)) == 0)
            return item->text.x + (run->ink_left + run->ink_right) / 2;
    }
    return -1;
}

enum { LETTERS = 128 };

typedef struct Register {
    double middle[LETTERS]; // of the tab with this letter; 0 = none yet
    const EzCard *function[LETTERS];
    int cards;
} Register;

static void check_place(Register *tabs, const Page *page, const EzCard *function, double middle)
{
    int letter = letter_of(function)[0];
    if (tabs->function[letter] == NULL)
        tabs->middle[letter] = middle;
    if (tabs->function[letter] != NULL && tabs->function[letter] != function)
        ez_test_fault("two functions have the letter %c", letter);
    if (fabs(tabs->middle[letter] - middle) > 0.01)
        ez_test_fault("%s (%s): the tab hangs at %.2f mm, on other cards of %s at %.2f",
                      page->id, page->language, middle, function->id, tabs->middle[letter]);
    tabs->function[letter] = function;
}

static void check_tab(const Page *page, void *data)
{
    Register *tabs = data;
    const EzCard *function = function_of(page->card);
    if (function == NULL)
        return;
    double middle = find_tab(page, letter_of(function));
    // The back is mirrored.
    if (page->side == 1)
        middle = page->card->deck->size.width - middle;
    if (middle < 0 || middle > page->card->deck->size.width)
        ez_test_fault("%s (%s), page %d has no tab with %s", page->id, page->language,
                      page->side + 1, letter_of(function));
    else if (page->side == 0)
        check_place(tabs, page, function, middle);
    else if (fabs(middle - tabs->middle[(int)letter_of(function)[0]]) > 0.5)
        ez_test_fault("%s (%s): the tabs do not lie behind each other", page->id,
                      page->language);
    tabs->cards++;
}

// In grey the eight functions are told by where the tab hangs and by its letter.
static void test_tabs_need_no_colour(gconstpointer data)
{
    g_autofree Register *tabs = g_new0(Register, 1);
    each_page(data, check_tab, tabs);
    g_assert_cmpint(tabs->cards, >=, 160);
    for (int a = 0; a < LETTERS; a++)
        for (int b = 0; b < a; b++)
            if (tabs->function[a] != NULL && tabs->function[b] != NULL)
                g_assert_cmpfloat(fabs(tabs->middle[a] - tabs->middle[b]), >, 11);
}

// ---- the label of the evidence -----------------------------------------------------------------------------

static const struct {
    const char *level, *language, *label;
} labels[] = {
    {"sterk", "nl", "ewijs: sterk"},           {"genuanceerd", "nl", "ewijs: genuanceerd"},
    {"omstreden", "nl", "ewijs: omstreden"},   {"sterk", "en", "vidence: strong"},
    {"genuanceerd", "en", "vidence: nuanced"}, {"omstreden", "en", "vidence: contested"},
};

static char *words_of(const Page *page)
{
    GString *words = g_string_new(NULL);
    for (int i = 0; i < count_items(page); i++) {
        const EzItem *item = item_of(page, i);
        if (item->kind == EZ_ITEM_TEXT && item->leaf >= 0)
            g_string_append_len(words, item->text.run->text, item->text.run->n_bytes);
    }
    return g_string_free(words, FALSE);
}

static const char *level_of(const EzCard *card)
{
    int field = card != NULL ? ez_deck_field(card->deck, "evidence_level") : -1;
    return field >= 0 ? card->values[field].plain : NULL;
}

static void check_label(const Page *page, void *data)
{
    const char *level = level_of(page->card);
    if (level == NULL)
        return;
    (*(int *)data)++;
    g_autofree char *words = words_of(page);
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        bool wanted = strcmp(labels[i].level, level) == 0 &&
                      strcmp(labels[i].language, page->language) == 0;
        if (wanted != (strstr(words, labels[i].label) != NULL))
            ez_test_fault("%s (%s), page %d: \"%s\" %s", page->id, page->language,
                          page->side + 1, labels[i].label,
                          wanted ? "is missing" : "is not its label");
    }
}

static void test_evidence_is_labelled_on_both_sides(gconstpointer data)
{
    int pages = 0;
    each_page(data, check_label, &pages);
    g_assert_cmpint(pages, >=, 160);
}

// ---- what the evidence is about ------------------------------------------------------------------------------

#define LEAST_GAP 1.5 // mm

// The text of a front that tells how strong the evidence is; NULL on other pages.
static const EzItem *find_evidence(const Page *page)
{
    for (int i = 0; page->side == 0 && level_of(page->card) != NULL && i < count_items(page);
         i++) {
        const EzItem *item = item_of(page, i);
        if (item->kind == EZ_ITEM_TEXT && item->leaf >= 0 &&
            (g_str_has_prefix(item->text.run->text, "bewijs") ||
             g_str_has_prefix(item->text.run->text, "evidence")))
            return item;
    }
    return NULL;
}

// Where the mark, or the frame around it, begins: it stands beside the words.
static double top_of_mark(const Page *page, const EzItem *evidence)
{
    EzRect ink = ink_of(evidence);
    double top = ink.y, middle = ink.y + ink.height / 2;
    for (int i = 0; i < count_items(page); i++) {
        const EzItem *item = item_of(page, i);
        if (item->kind != EZ_ITEM_PATH)
            continue;
        EzRect box = widened(ez_test_bounds(&item->path.path), item->path.stroke.width / 2);
        if (box.height < 8 && box.y < middle && box.y + box.height > middle && box.x < ink.x)
            top = MIN(top, box.y);
    }
    return top;
}

static void check_gap(const Page *page, void *data)
{
    const EzItem *evidence = find_evidence(page);
    if (evidence == NULL)
        return;
    double top = top_of_mark(page, evidence);
    (*(int *)data)++;
    for (int i = 0; i < count_items(page); i++) {
        const EzItem *item = item_of(page, i);
        if (item->kind != EZ_ITEM_TEXT || item->text.y >= evidence->text.y)
            continue;
        double gap = top - ink_of(item).y - ink_of(item).height;
        if (gap < LEAST_GAP)
            ez_test_fault("%s (%s): \"%.*s\" ends %.2f mm above the mark of the evidence",
                          page->id, page->language, item->text.run->n_bytes,
                          item->text.run->text, gap);
    }
}

static void test_names_keep_clear_of_the_evidence(gconstpointer data)
{
    int fronts = 0;
    each_page(data, check_gap, &fronts);
    g_assert_cmpint(fronts, >=, 80);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    World world;
    open_world(&world);
    g_test_add_data_func("/kit-look/every-text-stands-out", &world, test_every_text_stands_out);
    g_test_add_data_func("/kit-look/colours-of-cards-weigh-the-same", &world,
                         test_colours_of_cards_weigh_the_same);
    g_test_add_data_func("/kit-look/tabs-need-no-colour", &world, test_tabs_need_no_colour);
    g_test_add_data_func("/kit-look/evidence-is-labelled-on-both-sides", &world,
                         test_evidence_is_labelled_on_both_sides);
    g_test_add_data_func("/kit-look/names-keep-clear-of-the-evidence", &world,
                         test_names_keep_clear_of_the_evidence);
    int end = g_test_run();
    close_world(&world);
    return end;
}
