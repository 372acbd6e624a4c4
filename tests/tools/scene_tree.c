// SPDX-License-Identifier: EUPL-1.2
// Writes the structure tree that the PDF of a deck or worksheet is to have, as the scenes tell it, as JSON: elements
// {role, lang, alt, actual, page, words, children}; a leaf has words and the number of its page, a group children.
// Usage: scene_tree ID LANGUAGE [home]    of the kit in EZ_SOURCE; home: on sheets of A4, where only the labels are heard
#include <stdio.h>
#include <string.h>

#include "engine/base/json.h"
#include "engine/build/home.h"
#include "render/scene_form.h"
#include "tests/support/test_kit.h"

typedef struct Tree {
    EzJson *json;
    const EzScene *scene;
    int first_page;   // of the scene, in the document
    GPtrArray *words; // of each leaf: GString
    GPtrArray *below; // of each tag: GArray of the numbers of its children
} Tree;

// ---- words ---------------------------------------------------------------------

static void free_words(void *words)
{
    g_string_free(words, TRUE);
}

static GPtrArray *words_of(const EzScene *scene)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(free_words);
    for (int i = 0; i < ez_scene_leaf_count(scene); i++)
        g_ptr_array_add(words, g_string_new(NULL));
    for (int p = 0; p < ez_scene_page_count(scene); p++) {
        const EzScenePage *page = ez_scene_page(scene, p);
        for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
            const EzItem *item = ez_scene_item(scene, i);
            if (item->kind == EZ_ITEM_TEXT && item->leaf >= 0)
                g_string_append_len(words->pdata[item->leaf], item->text.run->text,
                                    item->text.run->n_bytes);
        }
    }
    for (guint i = 0; i < words->len; i++)
        g_string_replace(words->pdata[i], "\u00AD", "", 0);
    return words;
}

// ---- elements ------------------------------------------------------------------

static void free_numbers(void *numbers)
{
    g_array_unref(numbers);
}

static GPtrArray *children_of(const EzScene *scene)
{
    GPtrArray *below = g_ptr_array_new_with_free_func(free_numbers);
    for (int i = 0; i < ez_scene_tag_count(scene); i++) {
        g_ptr_array_add(below, g_array_new(FALSE, FALSE, sizeof(int)));
        int parent = ez_scene_tag(scene, i)->parent;
        if (parent >= 0)
            g_array_append_val(below->pdata[parent], i);
    }
    return below;
}

static void open_element(EzJson *json, const char *role, const char *language)
{
    ez_json_open_object(json, NULL);
    ez_json_text(json, "role", role);
    ez_json_text(json, "lang", language);
}

// What is filled in stands in its group, before the tag that it is read before.
static void put_spots(const Tree *tree, int group, int after, int before)
{
    const EzScene *scene = tree->scene;
    for (int i = 0; i < ez_scene_field_count(scene); i++) {
        const EzFormField *field = ez_scene_field(scene, i);
        for (int k = 0; k < field->n_spots; k++) {
            const EzFormSpot *spot = ez_scene_field_spot(scene, field, k);
            if (spot->tag != group || spot->before <= after || spot->before > before)
                continue;
            open_element(tree->json, "Form", ez_scene_tag(scene, group)->language);
            ez_json_number(tree->json, "page", tree->first_page + field->page + 1);
            ez_json_close(tree->json);
        }
    }
}

static void put_tag(const Tree *tree, int number, const char *role);

static void put_children(const Tree *tree, int number)
{
    const GArray *children = tree->below->pdata[number];
    int after = -1;
    ez_json_open_list(tree->json, "children");
    for (guint i = 0; i < children->len; i++) {
        int child = g_array_index(children, int, i);
        put_spots(tree, number, after, child);
        put_tag(tree, child, ez_role_name(ez_scene_tag(tree->scene, child)->role));
        after = child;
    }
    put_spots(tree, number, after, G_MAXINT);
    ez_json_close(tree->json);
}

static void put_tag(const Tree *tree, int number, const char *role)
{
    const EzTag *tag = ez_scene_tag(tree->scene, number);
    open_element(tree->json, role, tag->language);
    ez_json_text(tree->json, "alt", tag->alt);
    ez_json_text(tree->json, "actual", tag->actual);
    if (tag->leaf >= 0) {
        const GString *words = tree->words->pdata[tag->leaf];
        ez_json_text(tree->json, "words", words->str);
        ez_json_number(tree->json, "page", tree->first_page + tag->page + 1);
    } else {
        put_children(tree, number);
    }
    ez_json_close(tree->json);
}

// ---- the document --------------------------------------------------------------

// The one Document of the file holds all scenes: the Document of a card becomes its section, that of a worksheet is it.
static void put_root(const Tree *tree, int number, bool is_card)
{
    bool is_document = ez_scene_tag(tree->scene, number)->role == EZ_ROLE_DOCUMENT;
    const GArray *children = tree->below->pdata[number];
    if (is_document && is_card)
        put_tag(tree, number, ez_role_name(EZ_ROLE_SECTION));
    else if (!is_document)
        put_tag(tree, number, ez_role_name(ez_scene_tag(tree->scene, number)->role));
    for (guint i = 0; is_document && !is_card && i < children->len; i++) {
        int child = g_array_index(children, int, i);
        put_tag(tree, child, ez_role_name(ez_scene_tag(tree->scene, child)->role));
    }
}

// How many pages the scene has.
static int put_scene(EzJson *json, const EzScene *scene, int first_page, bool is_card)
{
    g_autoptr(GPtrArray) words = words_of(scene), below = children_of(scene);
    Tree tree = {json, scene, first_page, words, below};
    for (int i = 0; i < ez_scene_tag_count(scene); i++)
        if (ez_scene_tag(scene, i)->parent < 0)
            put_root(&tree, i, is_card);
    return ez_scene_page_count(scene);
}

static void put_deck(EzJson *json, EzTestBench *bench, const EzDeck *deck, const char *language)
{
    int pages = 0;
    for (int i = 0; i < deck->n_cards; i++) {
        g_autoptr(EzScene) scene = ez_test_card(bench, deck->cards[i].id, language);
        pages += put_scene(json, scene, pages, true);
    }
}

static const EzDeck *find_deck(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_decks; i++)
        if (strcmp(kit->decks[i]->id, id) == 0)
            return kit->decks[i];
    return NULL;
}

// ---- sheets --------------------------------------------------------------------

typedef struct Home {
    EzJson *json;
    int pages;
} Home;

static void take_sheet(const EzScene *sheet, void *data)
{
    Home *home = data;
    home->pages += put_scene(home->json, sheet, home->pages, false);
}

static int count_copies(const EzDeck *deck)
{
    int copies = 0;
    for (int i = 0; i < deck->n_cards; i++)
        copies += deck->cards[i].copies;
    return copies;
}

static void add_cards(EzSheets *sheets, EzTestBench *bench, const EzDeck *deck,
                      const char *language)
{
    for (int i = 0; i < deck->n_cards; i++) {
        g_autoptr(EzScene) scene = ez_test_card(bench, deck->cards[i].id, language);
        for (int k = 0; k < deck->cards[i].copies; k++)
            ez_sheets_add(sheets, scene, 0);
    }
}

static const EzFont *label_font(EzTestBench *bench, const EzTheme *theme)
{
    const char *style = ez_theme_style(theme, "body")->font;
    return ez_fonts_find(bench->fonts, ez_theme_font(theme, style)->family, 400, false);
}

static void put_sheets(EzJson *json, EzTestBench *bench, const EzDeck *deck,
                       const EzWorksheet *worksheet, const char *language)
{
    const EzKit *kit = ez_load_kit(bench->load);
    int word = ez_kit_language(kit, language);
    g_autofree char *version =
        g_strdup_printf("%s %s", ez_text_in(kit->title, word), kit->version);
    EzHomeRequest asked = {.duplex = EZ_DUPLEX_LONG};
    EzSheetOptions options = {
        .imposition = deck != NULL ? ez_home_cards(kit, deck, 2, &asked)
                                   : ez_home_page(worksheet, &asked),
        .plain = deck == NULL,
        .sides = {EZ_FRONT, EZ_BACK},
        .n_sides = deck != NULL ? 2 : 1,
        .typesetter = bench->typesetter,
        .font = label_font(bench, kit->theme),
        .language = language,
        .name = ez_text_in(deck != NULL ? deck->title : worksheet->title, word),
        .version = version};
    options.sheets =
        deck != NULL ? ez_sheets_needed(&options.imposition, count_copies(deck)) : 1;
    Home home = {json, 0};
    g_autoptr(EzSheets) sheets = ez_sheets_new(&options, take_sheet, &home);
    if (deck != NULL) {
        add_cards(sheets, bench, deck, language);
    } else {
        g_autoptr(EzScene) scene = ez_test_sheet(bench, worksheet->id, language);
        ez_sheets_add(sheets, scene, 0);
    }
    ez_sheets_end(sheets);
}

// ---- which ---------------------------------------------------------------------

static const EzWorksheet *find_worksheet(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_worksheets; i++)
        if (strcmp(kit->worksheets[i]->id, id) == 0)
            return kit->worksheets[i];
    return NULL;
}

static void put_thing(EzJson *json, EzTestBench *bench, const char *id, const char *language,
                      bool home)
{
    const EzDeck *deck = find_deck(ez_load_kit(bench->load), id);
    if (home) {
        const EzWorksheet *worksheet = find_worksheet(ez_load_kit(bench->load), id);
        put_sheets(json, bench, deck, worksheet, language);
        return;
    }
    if (deck != NULL) {
        put_deck(json, bench, deck, language);
        return;
    }
    g_autoptr(EzScene) scene = ez_test_sheet(bench, id, language);
    put_scene(json, scene, 0, false);
}

int main(int argc, char **argv)
{
    bool home = argc == 4 && strcmp(argv[3], "home") == 0;
    if (argc != 3 && !home) {
        fputs("Usage: scene_tree ID LANGUAGE [home]\n", stderr);
        return 2;
    }
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    EzJson *json = ez_json_new();
    ez_json_open_list(json, "tree");
    open_element(json, ez_role_name(EZ_ROLE_DOCUMENT), argv[2]);
    ez_json_open_list(json, "children");
    put_thing(json, bench, argv[1], argv[2], home);
    for (int i = 0; i < 3; i++)
        ez_json_close(json);
    g_autofree char *text = ez_json_finish(json);
    puts(text);
    return 0;
}
