// SPDX-License-Identifier: EUPL-1.2
// Layout: where things come, by arithmetic; what is told at the exact limits; and the baselines of the kit's own cards.
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

#define NEAR 0.001

// ---- a page of a small kit ---------------------------------------------------------------------

typedef struct Page {
    char *folder;
    EzTestBench *bench;
    EzScene *scene;
    char *mistakes;
} Page;

static Page open_page(const char *size, const char *nodes)
{
    Page page = {.folder = ez_test_folder()};
    ez_test_put_sheet(page.folder, size, nodes);
    page.bench = ez_test_bench(page.folder);
    page.scene = ez_test_sheet(page.bench, "sheet", "nl");
    page.mistakes = ez_test_mistakes(page.bench);
    return page;
}

static void close_page(Page *page)
{
    g_free(page->mistakes);
    ez_scene_free(page->scene);
    ez_test_bench_free(page->bench);
    ez_test_remove(page->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, close_page)

static EzRect rect_of(const Page *page, int n)
{
    return ez_test_bounds(&ez_test_path(page->scene, 0, n)->path.path);
}

static void assert_rect(EzRect rect, double x, double y, double width, double height)
{
    g_assert_cmpfloat_with_epsilon(rect.x, x, NEAR);
    g_assert_cmpfloat_with_epsilon(rect.y, y, NEAR);
    g_assert_cmpfloat_with_epsilon(rect.width, width, NEAR);
    g_assert_cmpfloat_with_epsilon(rect.height, height, NEAR);
}

static double baseline(const EzScene *scene, int page, const char *words)
{
    return ez_test_words(scene, page, words)->text.y;
}

// ---- sharing ---------------------------------------------------------------------------------------

static void test_shares_of_a_row_add_up(void)
{
    g_auto(Page) page = open_page(
        "{ 100, 20 }",
        "row { height = 5, gap = 4, fill { colour = 'teal', grow = 1 }, fill { colour = 'ink',"
        "grow = 2.5 }, fill { colour = 'teal', width = '20%' }, fill { colour = 'ink', grow = "
        "0.5 } }");
    double room = 100 - 3 * 4 - 20, sum = 0;
    assert_rect(rect_of(&page, 0), 0, 0, room / 4, 5);
    assert_rect(rect_of(&page, 1), room / 4 + 4, 0, room / 4 * 2.5, 5);
    for (int i = 0; i < 4; i++)
        sum += rect_of(&page, i).width;
    g_assert_cmpfloat_with_epsilon(sum, 100 - 3 * 4, NEAR);
    EzRect last = rect_of(&page, 3);
    g_assert_cmpfloat_with_epsilon(last.x + last.width, 100, NEAR);
    g_assert_cmpstr(page.mistakes, ==, "");
}

static void test_shares_of_a_column_reach_its_end(void)
{
    g_auto(Page) page =
        open_page("{ 40, 100 }", "padding = 5, gap = 1, fill { colour = 'teal', height = 10 }, "
                                 "fill { colour = 'ink', grow = 1 },"
                                 "frame { colour = 'teal 12%', grow = 3, grow {}, fill { "
                                 "colour = 'teal', height = 2 } }");
    double room = 100 - 10 - 2 - 10 - 2; // without padding, gaps, and what is there already
    assert_rect(rect_of(&page, 1), 5, 16, 30, room / 4);
    assert_rect(rect_of(&page, 2), 5, 17 + room / 4, 30, 2 + room * 3 / 4);
    assert_rect(rect_of(&page, 3), 5, 93, 30, 2); // within the frame: pushed to its foot
    g_assert_cmpstr(page.mistakes, ==, "");
}

static void test_a_page_is_as_tall_as_its_paper(void)
{
    g_auto(Page) page =
        open_page("{ 50, 80 }", "grow {}, fill { colour = 'teal', height = 3 }");
    assert_rect(rect_of(&page, 0), 0, 77, 50, 3);
}

static void test_a_share_of_what_is_not_known_is_as_tall_as_what_it_holds(void)
{
    g_auto(Page) page =
        open_page("{ 50, 80 }",
                  "column { frame { colour = 'teal', height = '50%', space { height = 7 } } },"
                  "frame { colour = 'ink', height = '50%' }");
    assert_rect(rect_of(&page, 0), 0, 0, 50, 7);
    assert_rect(rect_of(&page, 1), 0, 7, 50, 40);
}

static void test_half_and_half_fill_a_row(void)
{
    g_auto(Page) page =
        open_page("{ 80, 20 }", "row { fill { colour = 'teal', width = '50%', height = 1 }, "
                                "fill { colour = 'ink', width = '50%',"
                                "height = 1 } }");
    assert_rect(rect_of(&page, 0), 0, 0, 40, 1);
    assert_rect(rect_of(&page, 1), 40, 0, 40, 1);
    g_assert_cmpstr(page.mistakes, ==, "");
}

static void test_children_lie_within_their_parents(void)
{
    g_auto(Page) page =
        open_page("{ 90, 90 }", "padding = 2, frame { colour = 'teal 5%', padding = 3, row { "
                                "colour = 'teal 12%', padding = 1,"
                                "column { grow = 1, padding = 2, colour = 'teal 24%', fill { "
                                "colour = 'teal', height = 4 } } } }");
    for (int i = 1; i < 4; i++) {
        EzRect outer = rect_of(&page, i - 1), inner = rect_of(&page, i);
        g_assert_cmpfloat(inner.x, >, outer.x);
        g_assert_cmpfloat(inner.y, >, outer.y);
        g_assert_cmpfloat(inner.x + inner.width, <, outer.x + outer.width);
        g_assert_cmpfloat(inner.y + inner.height, <, outer.y + outer.height);
    }
}

// ---- placing -----------------------------------------------------------------------------------------

static void test_words_stand_where_below_and_above_say(void)
{
    g_auto(Page) page = open_page(
        "{ 90, 90 }",
        "layers { text { 'boven', above = { 'mid', 7.3 } }, text { 'midden', at = { 12.4, 40.6 "
        "}, name = 'mid' },"
        "text { 'onder', below = { 'mid', 6.2 }, name = 'low' }, fill { colour = 'teal', below "
        "= { 'low', 2.5 },"
        "width = 5, height = 5, name = 'box' }, text { 'voet', below = { 'box', 4.4 } } }");
    g_assert_cmpfloat_with_epsilon(baseline(page.scene, 0, "midden"), 40.6, NEAR);
    g_assert_cmpfloat_with_epsilon(baseline(page.scene, 0, "boven"), 33.3, NEAR);
    g_assert_cmpfloat_with_epsilon(baseline(page.scene, 0, "onder"), 46.8, NEAR);
    assert_rect(rect_of(&page, 0), 12.4, 49.3, 5, 5);
    g_assert_cmpfloat_with_epsilon(baseline(page.scene, 0, "voet"), 58.7, NEAR);
    g_assert_cmpfloat_with_epsilon(ez_test_words(page.scene, 0, "voet")->text.x, 12.4, NEAR);
}

static void test_a_long_chain_is_followed(void)
{
    GString *nodes = g_string_new("layers { ");
    for (int i = 0; i < 2000; i++)
        g_string_append_printf(nodes, "space { name = 'n%d', below = { 'n%d', 0.01 } },", i,
                               i + 1);
    g_string_append(
        nodes,
        "space { name = 'n2000', at = { 0, 5 } }, fill { colour = 'teal', below = { 'n0', 1 },"
        "width = 1, height = 1 } }");
    g_auto(Page) page = open_page("{ 90, 90 }", nodes->str);
    assert_rect(rect_of(&page, 0), 0, 26, 1, 1);
    g_string_free(nodes, TRUE);
}

static void test_a_rule_is_never_slanted(void)
{
    g_auto(Page) page =
        open_page("{ 90, 90 }",
                  "layers { rule { at = { 1, 2 }, width = 10, height = 4 }, rule { at = { 1, 2 "
                  "}, width = 4, height = 10 },"
                  "rule { at = { 1, 2 }, height = 10 }, rule { at = { 1, 2 }, width = 0 } }");
    assert_rect(rect_of(&page, 0), 1, 4, 10, 0);
    assert_rect(rect_of(&page, 1), 3, 2, 0, 10);
    assert_rect(rect_of(&page, 2), 1, 2, 0, 10);
    g_assert_cmpint(ez_scene_page(page.scene, 0)->n_items, ==, 3);
}

// ---- what takes no room --------------------------------------------------------------------------------

static const char *const empty_things[] = {
    "layers {}",
    "column {}",
    "row {}",
    "grid { columns = 3 }",
    "frame { padding = 0 }",
    "text { '' }",
    "heading { '', fit = { 18, 12 }, lines = 1 }",
    "grow {}",
    "space {}",
    "fill { colour = 'teal', width = 0 }",
    "rule { width = 0 }",
    "row { text { '' }, text { '' } }",
    "fill {}",
    "text { ' ' }",
};

static void test_what_is_empty_paints_nothing(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(empty_things); i++) {
        g_auto(Page) page = open_page("{ 40, 40 }", empty_things[i]);
        g_test_message("%s", empty_things[i]);
        g_assert_cmpint(ez_scene_page(page.scene, 0)->n_items, ==, 0);
        g_assert_cmpint(ez_scene_leaf_count(page.scene), ==, 0);
        g_assert_cmpstr(page.mistakes, ==, "");
    }
}

static void test_many_pieces_are_all_set(void)
{
    g_auto(Page) page =
        open_page("{ 200, 400 }", "(function() local t = {} for i = 1, 6000 do t[i] = 'x ' end "
                                  "t[6001] = 'einde' return text(t) end)()");
    g_assert_nonnull(ez_test_words(page.scene, 0, "einde"));
}

// ---- mistakes at their exact limits -----------------------------------------------------------------------

typedef struct Limit {
    const char *nodes, *mistakes;
} Limit;

// A fill of 1 mm on the page, then text in #767676 (4.54 on white) and #777777 (4.48).
static const Limit limits[] = {
    {"text { 'a', colour = '#767676' }", ""},
    {"text { 'a', colour = '#777777' }",
     "E3105 the test: \"a\" has contrast 4.4 on its ground; 4.5 is the minimum\n"},
    {"layers { fill { colour = 'teal', width = 40, height = 20 }, text { 'a', colour = "
     "'white', at = { 10, 10 } } }",
     ""},
    {"layers { fill { colour = 'teal', width = 40, height = 20 }, text { 'a', colour = 'ink', "
     "at = { 10, 10 } } }",
     "E3105 the test: \"a\" has contrast 2.4 on its ground; 4.5 is the minimum\n"},
    // Over the edge of its ground: the left end is white on white.
    {"layers { fill { colour = 'teal', at = { 14, 0 }, width = 26, height = 20 }, text { 'half "
     "erop', colour = 'white',"
     "at = { 10, 10 } } }",
     "E3105 the test: \"half erop\" has contrast 1.0 on its ground; 4.5 is the minimum\n"},
    {"layers { text { 'a', at = { 2, 10 }, clear = 3 }, fill { colour = 'teal', at = { 0, 13.5 "
     "}, width = 1, height = 1 } }",
     ""},
    {"layers { text { 'a', at = { 2, 10 }, clear = 3 }, fill { colour = 'teal', at = { 0, "
     "13.499 }, width = 1, height = 1 } }",
     "W3001 the test: \"a\" leaves only 3.4 mm free\n"},
    {"layers { text { 'a', at = { 2, 10.1 }, clear = 3.1 }, fill { colour = 'teal', at = { 0, "
     "13.2 }, width = 1, height = 1 } }",
     "W3001 the test: \"a\" leaves only 3.1 mm free\n"},
    {"layers { text { 'a', at = { 2, 10 }, clear = 3 }, fill { colour = 'teal', at = { 0, "
     "12.999 }, width = 1, height = 1 } }",
     "E3103 the test: \"a\" ends 2.9 mm above what comes next; 3 mm is the minimum\n"},
    {"layers { text { 'a', at = { 2, 10 }, clear = 0 }, fill { colour = 'teal', at = { 0, 9 }, "
     "width = 1, height = 1 } }",
     "E3103 the test: \"a\" ends -1.0 mm above what comes next; 0 mm is the minimum\n"},
    {"row { width = 30, fill { width = 30.009, height = 1, colour = 'teal' } }", ""},
    {"row { width = 30, fill { width = 30.02, height = 1, colour = 'teal' } }",
     "E3111 the test: the contents are 0.1 mm wider than their box\n"},
    {"column { height = 5, padding = { 3, 0, 3, 0 }, fill { colour = 'teal', height = 1 } }",
     "E3111 the test: the contents are 1.0 mm taller than their box\n"},
    {"row { width = 20, fill { colour = 'teal', width = 20, height = 1 }, text { 'a', grow = 1 "
     "} }",
     "E3112 the test: \"a\" has a word that is 1.7 mm too wide\n"},
    {"text { 'een twee', width = 8, lines = 1 }",
     "E3102 the test: \"een twee\" takes 2 lines; at most 1 may stand there\n"},
    {"text { 'a', style = 'bodi' }", "E3108 the theme has no style \"bodi\"\n"},
    {"mark { 'disk', ornament = true }", "E3113 there is no mark called \"disk\"\n"},
    {"tab { 'A', shape = 'leave' }", "E3113 there is no shape called \"leave\"\n"},
};

static void tell_other(const Limit *limit, const char *mistakes)
{
    g_test_message("gives %s", mistakes);
    g_test_message("expected %s", limit->mistakes);
    g_test_fail_printf("%s", limit->nodes);
}

static void test_mistakes_begin_at_their_limit(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
        g_auto(Page) page = open_page("{ 40, 40 }", limits[i].nodes);
        if (strcmp(page.mistakes, limits[i].mistakes) != 0)
            tell_other(&limits[i], page.mistakes);
    }
}

// Moves a word to each edge, by its own ink, just within and just over the safe zone.
static void test_the_safe_zone_is_measured_on_ink(void)
{
    g_auto(Page) probe = open_page("{ 60, 60 }", "layers { text { 'Hig', at = { 30, 30 } } }");
    const EzGlyphRun *run = ez_test_words(probe.scene, 0, "Hig")->text.run;
    const struct {
        const char *edge;
        double x, y, dx, dy;
    } edges[] = {
        {"left", 5 - run->ink_left, 30, -1, 0},
        {"right", 55 - run->ink_right, 30, 1, 0},
        {"top", 30, 5 - run->ink_top, 0, -1},
        {"bottom", 30, 55 - run->ink_bottom, 0, 1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(edges); i++) {
        for (int over = 0; over < 2; over++) {
            double by = over ? 0.011 : 0.009;
            g_autofree char *nodes =
                g_strdup_printf("layers { text { 'Hig', at = { %.9f, %.9f } } }",
                                edges[i].x + by * edges[i].dx, edges[i].y + by * edges[i].dy);
            char *folder = ez_test_folder();
            g_autofree char *sheet =
                g_strdup_printf("return worksheet { id = 'sheet', code = 'S', title = 'Blad', "
                                "size = { 60, 60 }, page { %s } }",
                                nodes);
            ez_test_put_kit(folder, "'nl'", "", "'sheet'");
            ez_test_put(folder, "kit/worksheets/sheet.lua", sheet);
            EzTestBench *bench = ez_test_bench(folder);
            EzScene *scene = ez_test_sheet(bench, "sheet", "nl");
            g_autofree char *found = ez_test_mistakes(bench);
            g_autofree char *expected =
                over
                    ? g_strdup_printf(
                          "E3104 the test: \"Hig\" comes 0.1 mm into the safe zone at the %s\n",
                          edges[i].edge)
                    : g_strdup("");
            g_assert_cmpstr(found, ==, expected);
            ez_scene_free(scene);
            ez_test_bench_free(bench);
            ez_test_remove(folder);
        }
    }
}

// ---- the cards of the kit: the baselines of the design -----------------------------------------------------

typedef struct Line {
    const char *card;
    int page;
    const char *words;
    double y;
} Line;

static const Line lines[] = {
    {"N01", 0, "Dikker waar", 24.4},
    {"N01", 0, "Slijmzwam", 127.6},
    {"N01", 0, "Physarum", 127.6 + 4.3},
    {"N01", 0, "bewijs: sterk", 138.4},
    {"N01", 1, "Zo werkt het", 15.5},
    {"N01", 1, "Deze eencellige", 20.1},
    {"N01", 1, "Principe", 51.6 + 4.6},
    {"N04", 0, "Het bosweb", 24.4},
    {"N04", 0, "weten we echt?", 24.4 + 21 * 25.4 / 72},
    {"N04", 1, "Toets een mooi", 51.6 + 10.2},
    {"N04", 0, "bewijs: omstreden", 138.4},
    {"F1", 0, "Verbinden", 126.4},
    {"F1", 0, "Functie", 133.7},
    {"F1", 0, "V", 133.7},
    {"F1", 1, "Vraag aan de natuur", 51},
    {"F1", 1, "Hoe zou de", 58.4},
    {"F1", 1, "Bij ons is dat", 116},
    {"F1", 1, "netwerken", 121.4},
};

static void test_the_cards_stand_on_the_design(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(EzScene) scene = ez_test_card(bench, lines[i].card, "nl");
        double y = baseline(scene, lines[i].page, lines[i].words);
        if (fabs(y - lines[i].y) > NEAR)
            g_test_fail_printf("%s: \"%s\" stands at %.3f, not at %.3f", lines[i].card,
                               lines[i].words, y, lines[i].y);
    }
}

// The band of a nature card is 10.4 + n · 5.29 tall for n lines; the question stands 6 and 5 under it; the source ends at 138.8.
static void assert_back(const EzScene *scene, const char *first, const char *last, int n_lines)
{
    double foot = 51.6 + 10.4 + n_lines * 15 * 25.4 / 72;
    g_assert_cmpfloat_with_epsilon(baseline(scene, 1, first), 51.6 + 10.2, NEAR);
    g_assert_cmpfloat_with_epsilon(baseline(scene, 1, last),
                                   61.8 + (n_lines - 1) * 15 * 25.4 / 72, NEAR);
    bool found = false;
    for (int n = 0; n < 7 && !found; n++) {
        EzRect rect = ez_test_bounds(&ez_test_path(scene, 1, n)->path.path);
        found = fabs(rect.y - 51.6) < NEAR && fabs(rect.y + rect.height - foot) < 0.01;
    }
    g_assert_true(found);
    double ask = baseline(scene, 1, "Vraag aan je team");
    g_assert_cmpfloat_with_epsilon(ask, foot + 6, 0.01);
}

static void test_the_band_follows_its_words(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    g_autoptr(EzScene) first = ez_test_card(bench, "N01", "nl");
    g_autoptr(EzScene) fourth = ez_test_card(bench, "N04", "nl");
    assert_back(first, "Verken breed", "gebruikt wor", 2);
    assert_back(fourth, "Toets een mooi", "voordat je", 2);
    g_assert_cmpfloat_with_epsilon(baseline(fourth, 1, "Welk verhaal"),
                                   baseline(fourth, 1, "Vraag aan je") + 5, NEAR);
    g_assert_cmpfloat_with_epsilon(baseline(fourth, 1, "Probeer maandag"),
                                   baseline(fourth, 1, "maar hebben we") + 6.4, NEAR);
    g_assert_cmpfloat_with_epsilon(baseline(fourth, 1, "Vraag drie"),
                                   baseline(fourth, 1, "Probeer") + 4.6, NEAR);
    g_assert_cmpfloat_with_epsilon(baseline(fourth, 1, "doi:"), 138.8, NEAR);
}

// Every card of the kit, in every language: no mistake, no run below 6 pt, no body below 9.
static void test_no_card_has_a_mistake(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    const EzKit *kit = ez_load_kit(bench->load);
    for (int d = 0; d < kit->n_decks; d++)
        for (int c = 0; c < kit->decks[d]->n_cards; c++)
            for (int l = 0; l < kit->languages.count; l++)
                ez_scene_free(
                    ez_test_card(bench, kit->decks[d]->cards[c].id, kit->languages.names[l]));
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout/shares-of-a-row-add-up", test_shares_of_a_row_add_up);
    g_test_add_func("/layout/shares-of-a-column-reach-its-end",
                    test_shares_of_a_column_reach_its_end);
    g_test_add_func("/layout/a-page-is-as-tall-as-its-paper",
                    test_a_page_is_as_tall_as_its_paper);
    g_test_add_func("/layout/a-share-of-what-is-not-known-is-as-tall-as-what-it-holds",
                    test_a_share_of_what_is_not_known_is_as_tall_as_what_it_holds);
    g_test_add_func("/layout/half-and-half-fill-a-row", test_half_and_half_fill_a_row);
    g_test_add_func("/layout/children-lie-within-their-parents",
                    test_children_lie_within_their_parents);
    g_test_add_func("/layout/words-stand-where-below-and-above-say",
                    test_words_stand_where_below_and_above_say);
    g_test_add_func("/layout/a-long-chain-is-followed", test_a_long_chain_is_followed);
    g_test_add_func("/layout/a-rule-is-never-slanted", test_a_rule_is_never_slanted);
    g_test_add_func("/layout/what-is-empty-paints-nothing", test_what_is_empty_paints_nothing);
    g_test_add_func("/layout/many-pieces-are-all-set", test_many_pieces_are_all_set);
    g_test_add_func("/layout/mistakes-begin-at-their-limit",
                    test_mistakes_begin_at_their_limit);
    g_test_add_func("/layout/the-safe-zone-is-measured-on-ink",
                    test_the_safe_zone_is_measured_on_ink);
    g_test_add_func("/layout/the-cards-stand-on-the-design",
                    test_the_cards_stand_on_the_design);
    g_test_add_func("/layout/the-band-follows-its-words", test_the_band_follows_its_words);
    g_test_add_func("/layout/no-card-has-a-mistake", test_no_card_has_a_mistake);
    return g_test_run();
}
