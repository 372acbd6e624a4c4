// SPDX-License-Identifier: EUPL-1.2
// Pages that a program makes: tables and lists that are torn between rows and heard as what they are, grounds from edge to edge, and what
// people typed, which is printed whatever it is.
#include "tests/support/test_kit.h"

#include <string.h>

typedef struct Ground {
    char *folder;
    EzTestBench *bench;
    EzArena *arena;
    GPtrArray *nodes;
    EzScene *scene;
} Ground;

static void open_ground(Ground *g)
{
    *g = (Ground){
        .folder = ez_test_folder(), .arena = ez_arena_new(), .nodes = g_ptr_array_new()};
    ez_test_put_sheet(g->folder, "{ 60, 60 }", "space {}");
    g->bench = ez_test_bench(g->folder);
}

static void close_ground(Ground *g)
{
    ez_scene_free(g->scene);
    ez_test_bench_free(g->bench);
    g_ptr_array_unref(g->nodes);
    ez_arena_free(g->arena);
    ez_test_remove(g->folder);
}

static EzNode *new_node(Ground *g, EzNodeKind kind)
{
    EzNode *node = ez_arena_make(g->arena, EzNode);
    *node = ez_node_default(kind);
    return node;
}

static EzNode *new_text(Ground *g, const char *words, bool said)
{
    EzNode *node = new_node(g, EZ_NODE_TEXT);
    EzPiece *piece = ez_arena_make(g->arena, EzPiece);
    *piece = (EzPiece){.plain = words, .verbatim = true, .said = said};
    node->style = "body";
    node->pieces = piece;
    node->n_pieces = 1;
    return node;
}

static EzNode *new_box(Ground *g, EzHeard heard, EzNode *const *children, int count)
{
    EzNode *node = new_node(g, EZ_NODE_COLUMN);
    node->heard = heard;
    node->children = ez_arena_copy(g->arena, children, sizeof(EzNode *) * (size_t)count);
    node->n_children = count;
    return node;
}

// Pages of 40 by 40 mm of text, on which nine lines fit.
static void lay(Ground *g)
{
    EzNode *pages = new_node(g, EZ_NODE_PAGES);
    const EzNode **all = ez_arena_array(g->arena, const EzNode *, 1);
    static const char *const title = "Blad";
    static const EzPlace place;
    static const EzText text = {1, &title, &place};
    pages->margin = (EzSides){10, 10, 10, 10};
    pages->children = ez_arena_copy(g->arena, g->nodes->pdata, sizeof(void *) * g->nodes->len);
    pages->n_children = (int)g->nodes->len;
    all[0] = pages;
    EzWorksheet sheet = {.name = "s",
                         .id = "s",
                         .code = "S",
                         .title = &text,
                         .size = {60, 60},
                         .pages = all,
                         .n_pages = 1};
    g->scene = ez_test_lay(g->bench, &sheet, "nl");
}

static char *lines_of(const EzScene *scene)
{
    GString *out = g_string_new(NULL);
    for (int p = 0; p < ez_scene_page_count(scene); p++) {
        const EzScenePage *page = ez_scene_page(scene, p);
        int lines = 0;
        for (int i = page->first_item; i < page->first_item + page->n_items; i++)
            lines += ez_scene_item(scene, i)->kind == EZ_ITEM_TEXT;
        g_string_append_printf(out, "%s%d", p > 0 ? " " : "", lines);
    }
    return g_string_free(out, FALSE);
}

static int count_tags(const EzScene *scene, EzRole role)
{
    int count = 0;
    for (int i = 0; i < ez_scene_tag_count(scene); i++)
        count += ez_scene_tag(scene, i)->role == role;
    return count;
}

// ---- tables and lists --------------------------------------------------------------------------

static EzNode *new_row(Ground *g, EzHeard cell, const char *words)
{
    EzNode *text = new_text(g, words, false);
    EzNode *in = new_box(g, cell, &text, 1);
    return new_box(g, EZ_HEARD_ROW, &in, 1);
}

static EzNode *new_table(Ground *g, int rows)
{
    EzNode *all[32] = {new_row(g, EZ_HEARD_COLUMN_HEAD, "kop")};
    all[0]->keep = true;
    for (int i = 0; i < rows; i++)
        all[i + 1] = new_row(g, EZ_HEARD_CELL, "cel");
    return new_box(g, EZ_HEARD_TABLE, all, rows + 1);
}

static EzNode *new_list(Ground *g, int items)
{
    EzNode *all[32];
    for (int i = 0; i < items; i++) {
        EzNode *text = new_text(g, "punt", false);
        all[i] = new_box(g, EZ_HEARD_ITEM, &text, 1);
    }
    return new_box(g, EZ_HEARD_LIST, all, items);
}

static const struct {
    int before, rows;
    bool list;
    const char *lines;
} cases[] = {
    {0, 8, false, "9"},      {0, 9, false, "8 3"}, // the last row does not stand alone, and the head comes again
    {0, 10, false, "9 3"},                         //
    {0, 18, false, "9 9 3"},                       //
    {6, 4, false, "9 3"},                          // the head stays with two rows
    {7, 4, false, "7 5"},                          //
    {8, 1, false, "8 2"},                          //
    {7, 1, false, "9"},                            //
    {5, 3, false, "9"},                            //
    {6, 3, false, "6 4"},                          // three rows cannot be torn
    {0, 9, true, "9"},       {0, 10, true, "8 2"}, {0, 11, true, "9 2"},
    {8, 3, true, "8 3"},     {7, 4, true, "9 2"},  {8, 1, true, "9"},
};

static void test_tables_are_torn_between_rows(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Ground g;
        open_ground(&g);
        for (int k = 0; k < cases[i].before; k++)
            g_ptr_array_add(g.nodes, new_text(&g, "regel", false));
        g_ptr_array_add(g.nodes, cases[i].list ? new_list(&g, cases[i].rows)
                                               : new_table(&g, cases[i].rows));
        lay(&g);
        g_autofree char *lines = lines_of(g.scene), *mistakes = ez_test_mistakes(g.bench);
        if (strcmp(lines, cases[i].lines) != 0)
            ez_test_fault("%d lines and %d rows: %s, not %s", cases[i].before, cases[i].rows,
                          lines, cases[i].lines);
        g_assert_cmpstr(mistakes, ==, "");
        close_ground(&g);
    }
}

// A head that comes again is seen and not heard.
static void test_tables_and_lists_are_heard_whole(void)
{
    Ground g;
    open_ground(&g);
    g_ptr_array_add(g.nodes, new_table(&g, 20));
    g_ptr_array_add(g.nodes, new_list(&g, 12));
    lay(&g);
    g_assert_cmpint(ez_scene_page_count(g.scene), ==, 4);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_TABLE), ==, 1);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_ROW), ==, 21);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_COLUMN_HEAD), ==, 1);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_CELL), ==, 20);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_LIST), ==, 1);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_LIST_ITEM), ==, 12);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_LIST_BODY), ==, 12);
    g_assert_cmpint(count_tags(g.scene, EZ_ROLE_PARAGRAPH), ==, 33);
    close_ground(&g);
}

// ---- what parts, and what bleeds ---------------------------------------------------------------

static void test_a_rule_that_is_kept_vanishes_at_the_top(void)
{
    for (int lines = 7; lines <= 9; lines++) {
        Ground g;
        open_ground(&g);
        for (int k = 0; k < lines; k++)
            g_ptr_array_add(g.nodes, new_text(&g, "regel", false));
        EzNode *rule = new_node(&g, EZ_NODE_RULE);
        rule->keep = true;
        g_ptr_array_add(g.nodes, rule);
        g_ptr_array_add(g.nodes, new_text(&g, "erna", false));
        lay(&g);
        int paths = 0;
        for (int p = 0; p < ez_scene_page_count(g.scene); p++)
            for (int i = 0; i < ez_scene_page(g.scene, p)->n_items; i++)
                paths +=
                    ez_scene_item(g.scene, ez_scene_page(g.scene, p)->first_item + i)->kind ==
                    EZ_ITEM_PATH;
        g_assert_cmpint(paths, ==, lines < 9);
        close_ground(&g);
    }
}

static void test_a_ground_that_bleeds_goes_from_edge_to_edge(void)
{
    Ground g;
    open_ground(&g);
    EzNode *text = new_text(&g, "band", false),
           *band = new_box(&g, EZ_HEARD_AS_IT_IS, &text, 1);
    band->kind = EZ_NODE_FRAME;
    band->colour = "teal 12%";
    band->bleeds = true;
    g_ptr_array_add(g.nodes, band);
    lay(&g);
    EzRect rect = ez_test_bounds(&ez_test_path(g.scene, 0, 0)->path.path);
    g_assert_cmpfloat(rect.x, ==, 0);
    g_assert_cmpfloat(rect.width, ==, 60);
    g_assert_cmpfloat_with_epsilon(ez_test_words(g.scene, 0, "band")->text.x, 10, 0.001);
    close_ground(&g);
}

// ---- what people typed -------------------------------------------------------------------------

static const struct {
    const char *words, *begins;
} typed[] = {
    {"gewoon", "gewoon"},
    {"👍🏽\uFE0F 漢", "□□ □"},
    {"*a* [b](https://c) :d:", "*a* [b](https://c) :d:"},
    {"a\tb\x01"
     "c",
     "a b c"},
    {"Donaudampfschifffahrtsgesellschaftskapitaen", "Donaudampf"},
    {"https://voorbeeld.nl/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "https"},
};

static void test_what_people_typed_is_printed(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        Ground g;
        open_ground(&g);
        g_ptr_array_add(g.nodes, new_text(&g, typed[i].words, true));
        lay(&g);
        g_autofree char *mistakes = ez_test_mistakes(g.bench);
        g_assert_cmpstr(mistakes, ==, "");
        g_autoptr(GString) all = g_string_new(NULL);
        for (int k = 0; k < ez_scene_page(g.scene, 0)->n_items; k++) {
            const EzItem *item = ez_scene_item(g.scene, k);
            if (item->kind != EZ_ITEM_TEXT)
                continue;
            g_string_append_len(all, item->text.run->text, item->text.run->n_bytes);
            g_assert_cmpfloat(item->text.x + item->text.run->ink_right, <=, 50.01);
        }
        g_auto(GStrv) torn = g_strsplit(all->str, "\u200B", -1);
        g_autofree char *whole = g_strjoinv("", torn);
        if (!g_str_has_prefix(whole, typed[i].begins))
            ez_test_fault("\"%s\" became \"%s\"", typed[i].words, whole);
        close_ground(&g);
    }
}

// An author is told, and can choose another word.
static void test_what_authors_wrote_is_told(void)
{
    const char *const cases_of[][2] = {{"漢", "E3106"}, {typed[5].words, "E3112"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases_of); i++) {
        Ground g;
        open_ground(&g);
        g_ptr_array_add(g.nodes, new_text(&g, cases_of[i][0], false));
        lay(&g);
        g_autofree char *mistakes = ez_test_mistakes(g.bench);
        g_assert_nonnull(strstr(mistakes, cases_of[i][1]));
        close_ground(&g);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tables/are-torn-between-rows", test_tables_are_torn_between_rows);
    g_test_add_func("/tables/and-lists-are-heard-whole", test_tables_and_lists_are_heard_whole);
    g_test_add_func("/tables/a-rule-that-is-kept-vanishes-at-the-top",
                    test_a_rule_that_is_kept_vanishes_at_the_top);
    g_test_add_func("/tables/a-ground-that-bleeds-goes-from-edge-to-edge",
                    test_a_ground_that_bleeds_goes_from_edge_to_edge);
    g_test_add_func("/tables/what-people-typed-is-printed", test_what_people_typed_is_printed);
    g_test_add_func("/tables/what-authors-wrote-is-told", test_what_authors_wrote_is_told);
    return g_test_run();
}
