// SPDX-License-Identifier: EUPL-1.2
// A face that extends a face: which words come on which side, and where.
#include "tests/support/test_kit.h"

#include <string.h>

static const char BASIS[] =
    "return face {\n"
    "  front = function(c, ctx)\n"
    "    ctx.margin = 7\n"
    "    return layers {\n"
    "      heading { c.title, at = { 7, 20 }, name = 'title', width = 60 },\n"
    "      slot { name = 'plate', text { 'no plate', below = { 'title', 10 } } },\n"
    "      column { at = { 7, 80 }, slot { name = 'foot', text { 'one' }, text { 'two' } } },\n"
    "    }\n"
    "  end,\n"
    "  back = function(c) return layers { slot { name = 'whole', text { 'basis', at = { 7, 20 "
    "} } } } "
    "end,\n"
    "}\n";

typedef struct Ground {
    char *folder;
    EzTestBench *bench;
    EzScene *scene;
} Ground;

// The one card of a deck with the face "own"; `middle` may be NULL.
static Ground open_ground(const char *own, const char *middle)
{
    Ground ground = {.folder = ez_test_folder()};
    ez_test_put_kit(ground.folder, "'nl'", "'d'", "");
    ez_test_put(ground.folder, "kit/decks/d.lua",
                "return deck { id = 'd', code = 'D', title = 'D', size = 'a7', face = 'own',\n"
                "  fields = { note = field.plain { lang = 'la' } },\n"
                "  cards = { card { id = 'D1', title = 'Kop', note = '_a_' } } }\n");
    ez_test_put(ground.folder, "kit/faces/basis.lua", BASIS);
    ez_test_put(ground.folder, "kit/faces/own.lua", own);
    if (middle != NULL)
        ez_test_put(ground.folder, "kit/faces/middle.lua", middle);
    ground.bench = ez_test_bench(ground.folder);
    ground.scene = ez_test_card(ground.bench, "D1", "nl");
    g_autofree char *mistakes = ez_test_mistakes(ground.bench);
    g_assert_cmpstr(mistakes, ==, "");
    return ground;
}

static void close_ground(Ground *ground)
{
    ez_scene_free(ground->scene);
    ez_test_bench_free(ground->bench);
    ez_test_remove(ground->folder);
}

// All words of a page, with their baselines in whole mm: "Kop 20, no plate 30".
static char *words_of(const Ground *ground, int page)
{
    GString *words = g_string_new(NULL);
    const EzScenePage *on = ez_scene_page(ground->scene, page);
    for (int i = on->first_item; i < on->first_item + on->n_items; i++) {
        const EzItem *item = ez_scene_item(ground->scene, i);
        if (item->kind == EZ_ITEM_TEXT)
            g_string_append_printf(words, "%s%.*s %.0f", words->len > 0 ? ", " : "",
                                   item->text.run->n_bytes, item->text.run->text, item->text.y);
    }
    return g_string_free(words, FALSE);
}

static void expect(const Ground *ground, int page, const char *expected)
{
    g_autofree char *found = words_of(ground, page);
    g_assert_cmpstr(found, ==, expected);
}

static void test_nothing_of_its_own(void)
{
    Ground ground = open_ground("return face { extends = 'basis' }", NULL);
    expect(&ground, 0, "Kop 20, no plate 30, one 83, two 88");
    expect(&ground, 1, "basis 20");
    close_ground(&ground);
}

// What comes into a slot stands among the nodes beside it: it can hang on them.
static void test_slots_are_filled(void)
{
    Ground ground = open_ground(
        "return face { extends = 'basis', front = {\n"
        "  plate = function(c, ctx) return text { c.note, at = { ctx.margin, 0 }, below = { "
        "'title', 20 } } end,\n"
        "  foot = function(c) return { text { 'three' }, false, text { 'four' }, text { 'five' "
        "} } "
        "end,\n"
        "}, back = { whole = function() return false end } }",
        NULL);
    expect(&ground, 0, "Kop 20, _a_ 40, three 83, four 88, five 92");
    expect(&ground, 1, "");
    const EzItem *note = ez_test_words(ground.scene, 0, "_a_");
    g_assert_cmpstr(note->text.run->language, ==, "la");
    close_ground(&ground);
}

static void test_a_function_replaces_the_side(void)
{
    Ground ground = open_ground("return face { extends = 'basis', back = function(c) return "
                                "layers { text { 'own', at = { 7, 9 } } } end }",
                                NULL);
    expect(&ground, 0, "Kop 20, no plate 30, one 83, two 88");
    expect(&ground, 1, "own 9");
    close_ground(&ground);
}

// A face between may fill a slot with slots of its own; the nearest face to the deck decides.
static void test_three_faces(void)
{
    Ground ground =
        open_ground("return face { extends = 'middle', front = { left = function() return text "
                    "{ 'left' } end, "
                    "plate = function() return false end } }",
                    "return face { extends = 'basis', front = {\n"
                    "  plate = function() return text { 'never', at = { 7, 50 } } end,\n"
                    "  foot = function() return { slot { name = 'left', text { 'l' } }, slot { "
                    "name = 'right', "
                    "text { 'right' } } } end } }");
    expect(&ground, 0, "Kop 20, left 83, right 88");
    close_ground(&ground);
}

static void test_slots_elsewhere_hold_their_own(void)
{
    char *folder = ez_test_folder();
    ez_test_put_sheet(folder, "{ 100, 100 }",
                      "text { 'a' }, slot { name = 'x', text { 'b' } }");
    EzTestBench *bench = ez_test_bench(folder);
    g_autoptr(EzScene) scene = ez_test_sheet(bench, "sheet", "nl");
    g_assert_nonnull(ez_test_words(scene, 0, "b"));
    ez_test_bench_free(bench);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/face/extends/nothing-of-its-own", test_nothing_of_its_own);
    g_test_add_func("/face/extends/slots-are-filled", test_slots_are_filled);
    g_test_add_func("/face/extends/a-function-replaces-the-side",
                    test_a_function_replaces_the_side);
    g_test_add_func("/face/extends/three-faces", test_three_faces);
    g_test_add_func("/face/slots-elsewhere-hold-their-own",
                    test_slots_elsewhere_hold_their_own);
    return g_test_run();
}
