// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/home.h"

#include <math.h>

static EzSize paper_of(const EzHomeRequest *home)
{
    EzSize paper = home->paper;
    if (paper.width <= 0)
        (void)ez_size_named("a4", &paper);
    return paper;
}

// The smallest scale at which the running text can be read.
static double smallest_scale(const EzTheme *theme, const EzHomeRequest *home)
{
    const EzStyle *body = ez_theme_style(theme, "body");
    if (home->keep)
        return 1;
    if (body == NULL)
        return EZ_SCALE_MIN;
    double size = body->fit.given ? body->fit.y : body->size;
    return fmin(1, fmax(EZ_SCALE_MIN, EZ_HOME_BODY / size));
}

// A grid that was cut in the paper; NULL = the paper is whole.
static const EzGrid *grid_of(const EzHomeRequest *home)
{
    return home->profile != NULL && home->profile->grid.columns > 0 ? &home->profile->grid
                                                                    : NULL;
}

// What the printer leaves white, and room for the label and the marks.
static EzSize margin_of(const EzHomeRequest *home)
{
    const double room = 1.5;
    EzSize white = home->profile != NULL ? home->profile->margin : (EzSize){0, 0};
    return white.width > 0 ? (EzSize){white.width + room, white.height + room} : white;
}

EzImposition ez_home_cards(const EzKit *kit, const EzDeck *deck, int n_sides,
                           const EzHomeRequest *home)
{
    EzImposition imposition;
    // One side has nothing to be folded behind it.
    bool flat = home->duplex == EZ_DUPLEX_FOLD && n_sides < 2;
    EzImpositionOptions options = {.card = deck->size,
                                   .paper = paper_of(home),
                                   .smallest = smallest_scale(kit->theme, home),
                                   .duplex = flat ? EZ_DUPLEX_NONE : home->duplex,
                                   .back_x = home->back_x,
                                   .back_y = home->back_y,
                                   .margin = margin_of(home)};
    const EzGrid *grid = grid_of(home);
    bool fits = grid != NULL ? ez_impose_grid(grid, &options, &imposition)
                             : ez_impose(&options, &imposition);
    return fits ? imposition : (EzImposition){.count = 0};
}

EzImposition ez_home_page(const EzWorksheet *sheet, const EzHomeRequest *home)
{
    EzImposition imposition;
    bool fits = ez_impose_page(sheet->size, paper_of(home), home->keep, &imposition);
    fits = fits && grid_of(home) == NULL;
    return fits ? imposition : (EzImposition){.count = 0};
}

// ---- what is told ----------------------------------------------------------------------------------

// "148 × 210"; owned by the caller.
static char *size_words(EzSize size)
{
    char wide[G_ASCII_DTOSTR_BUF_SIZE], tall[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(wide, sizeof wide, "%g", size.width);
    g_ascii_formatd(tall, sizeof tall, "%g", size.height);
    return g_strdup_printf("%s × %s", wide, tall);
}

static bool holds(EzSize page, const EzHomeRequest *home, EzSize paper)
{
    EzImposition imposition;
    EzImpositionOptions card = {.card = page,
                                .paper = paper,
                                .smallest = home->keep ? 1 : EZ_SCALE_MIN,
                                .duplex = home->duplex,
                                .margin = margin_of(home)};
    return ez_impose(&card, &imposition);
}

static const char *hint_of(const EzDeck *deck, const EzHomeRequest *home)
{
    EzSize a3, paper = paper_of(home);
    (void)ez_size_named("a3", &a3);
    if (deck == NULL)
        return "leave out --scale 100, or print it on A3: --paper a3";
    if (paper.width < a3.width && holds(deck->size, home, a3))
        return "print it on A3: --paper a3";
    return home->duplex == EZ_DUPLEX_FOLD
               ? "front and back stand side by side: print it without "
                 "--duplex fold"
               : NULL;
}

static void tell_grid(const EzProfile *profile, EzOrigin origin, const char *thing,
                      const char *size, EzDiags *diags)
{
    g_autofree char *expected = size_words(profile->grid.cell);
    g_auto(GStrv) sides = g_strsplit(expected, " × ", 2);
    g_autofree char *both = g_strjoinv(", ", sides);
    g_autofree char *hint = g_strdup_printf("size = { %s }", both);
    ez_diag_report(diags, EZ_GRID_SIZE, ez_origin_value(origin, "size"), hint, "thing", thing,
                   "found", size, "profile", profile->name, "expected", expected, NULL);
}

void ez_home_tell_paper(const EzDeck *deck, const EzWorksheet *sheet, const EzHomeRequest *home,
                        EzDiags *diags)
{
    EzOrigin origin = deck != NULL ? deck->origin : sheet->origin;
    g_autofree char *thing = deck != NULL ? g_strdup_printf("a card of deck %s", deck->id)
                                          : g_strdup_printf("worksheet %s", sheet->code);
    g_autofree char *size = size_words(deck != NULL ? deck->size : sheet->size);
    if (grid_of(home) != NULL) {
        tell_grid(home->profile, origin, thing, size, diags);
        return;
    }
    g_autofree char *paper = size_words(paper_of(home));
    ez_diag_report(diags, EZ_PAPER_SMALL, ez_origin_value(origin, "size"), hint_of(deck, home),
                   "thing", thing, "size", size, "paper", paper, NULL);
}

// A letter by itself is a sign, as in a tab, and may be as small as a source.
static double least_size(const EzGlyphRun *run)
{
    return g_utf8_strlen(run->text, run->n_bytes) > 1 ? EZ_HOME_BODY : EZ_HOME_SIGN;
}

static double share_of_least(const EzGlyphRun *run)
{
    return run->size / least_size(run);
}

// Whose size is the furthest below, or the least above, what it must be.
static const EzGlyphRun *smallest_run(const EzScene *scene, const EzScenePage *page)
{
    const EzGlyphRun *smallest = NULL;
    for (int i = 0; i < page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, page->first_item + i);
        if (item->kind == EZ_ITEM_TEXT &&
            (smallest == NULL || share_of_least(item->text.run) < share_of_least(smallest)))
            smallest = item->text.run;
    }
    return smallest;
}

// "8.4", never rounded up to what would do.
static char *tenths_under(double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.1f", floor(value * 10 + 1e-6) / 10);
    return g_strdup(number);
}

static void tell_small(const EzWorksheet *sheet, const EzGlyphRun *run, double scale,
                       EzDiags *diags)
{
    enum { SHOWN = 32 };
    g_autofree char *words = g_strndup(run->text, (gsize)run->n_bytes);
    g_autofree char *shown = g_utf8_substring(words, 0, MIN(SHOWN, g_utf8_strlen(words, -1)));
    g_autofree char *found = tenths_under(run->size * scale);
    g_autofree char *needed = tenths_under(least_size(run) / scale + 0.09);
    g_autofree char *least = tenths_under(least_size(run));
    g_autofree char *thing = g_strdup_printf("worksheet %s", sheet->code);
    g_autofree char *hint =
        g_strdup_printf("print it on A3 (--paper a3), or set it in %s pt", needed);
    ez_diag_report(diags, EZ_TYPE_SMALL, ez_origin_value(sheet->origin, "size"), hint, "thing",
                   thing, "text", shown, "found", found, "least", least, NULL);
}

void ez_home_check_type(const EzWorksheet *sheet, const EzScene *scene, double scale,
                        EzDiags *diags)
{
    for (int i = 0; scale < 1 && i < ez_scene_page_count(scene); i++) {
        const EzGlyphRun *run = smallest_run(scene, ez_scene_page(scene, i));
        if (run != NULL && share_of_least(run) * scale < 1 - 1e-6)
            tell_small(sheet, run, scale, diags);
    }
}
