// SPDX-License-Identifier: EUPL-1.2
// The kit of the tree on sheets for a printer at home: what is small can still be read, and the edition that saves ink does so.
#include "engine/build/home.h"

#include "tests/support/test_kit.h"

#include <string.h>

static const EzSize a4 = {210, 297}, a3 = {297, 420};

// ---- sizes ----------------------------------------------------------------------------------------------

static double size_of(const EzTheme *theme, const char *style)
{
    return ez_theme_style(theme, style)->size;
}

static void test_cards_can_be_read_at_their_scale(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    const EzKit *kit = ez_load_kit(bench->load);
    for (int d = 0; d < kit->n_decks; d++)
        for (EzDuplex duplex = EZ_DUPLEX_LONG; duplex <= EZ_DUPLEX_NONE; duplex++)
            for (int paper = 0; paper < 2; paper++) {
                EzHomeRequest home = {.paper = paper == 0 ? a4 : a3, .duplex = duplex};
                EzImposition p = ez_home_cards(kit, kit->decks[d], 2, &home);
                g_assert_cmpint(p.count, >, 0);
                g_assert_cmpfloat(size_of(kit->theme, "body") * p.scale, >=, EZ_HOME_BODY);
                g_assert_cmpfloat(size_of(kit->theme, "source") * p.scale, >=, EZ_HOME_SIGN);
            }
}

static void test_worksheets_can_be_read_at_their_scale(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    const EzKit *kit = ez_load_kit(bench->load);
    for (int w = 0; w < kit->n_worksheets; w++) {
        const EzWorksheet *sheet = kit->worksheets[w];
        EzHomeRequest home = {.paper = a4};
        EzImposition p = ez_home_page(sheet, &home);
        g_assert_cmpint(p.count, ==, 1);
        g_autoptr(EzScene) scene = ez_test_sheet(bench, sheet->id, "nl");
        ez_home_check_type(sheet, scene, p.scale, bench->diags);
    }
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
}

// What holds for one side holds for a fold: there is nothing behind it.
static void test_one_side_is_not_folded(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    const EzKit *kit = ez_load_kit(bench->load);
    EzHomeRequest home = {.duplex = EZ_DUPLEX_FOLD};
    g_assert_cmpint(ez_home_cards(kit, kit->decks[0], 2, &home).count, ==, 2);
    g_assert_cmpint(ez_home_cards(kit, kit->decks[0], 1, &home).count, ==, 4);
    g_assert_cmpint(ez_home_cards(kit, kit->decks[0], 1, &home).duplex, ==, EZ_DUPLEX_NONE);
}

// ---- the edition that saves ink --------------------------------------------------------------------------

// The kit, loaded for an edition.
static EzTestBench *bench_of(const char *edition)
{
    g_autoptr(GError) error = NULL;
    EzTestBench *bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    g_autofree char *library = g_build_filename(g_getenv("EZ_SOURCE"), "scripts", "lib", NULL);
    EzLoadOptions options = {.library = library, .edition = edition};
    ez_load_free(bench->load);
    bench->load = ez_load_new(g_getenv("EZ_SOURCE"), &options, bench->diags, &error);
    g_assert_no_error(error);
    return bench;
}

// How many mm² of a side are filled with a full colour: the sum of large shapes, which may lie over each other.
static double solid_area(const EzScene *scene, int side)
{
    const EzScenePage *page = ez_scene_page(scene, side);
    double area = 0;
    for (int i = 0; i < page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, page->first_item + i);
        if (item->kind != EZ_ITEM_PATH || !item->path.filled)
            continue;
        EzRect box = ez_test_bounds(&item->path.path);
        EzColour c = item->path.fill;
        if (c.r + c.g + c.b < 2.1 && box.width * box.height > 400)
            area += box.width * box.height;
    }
    return area;
}

static void test_the_low_ink_edition_has_no_solid_fronts(void)
{
    g_autoptr(EzTestBench) full = bench_of("full"), low = bench_of("mono");
    const EzDeck *deck = ez_kit_deck(ez_load_kit(low->load), "functie");
    for (int i = 0; i < deck->n_cards; i++) {
        g_autoptr(EzScene) solid = ez_test_card(full, deck->cards[i].id, "nl");
        g_autoptr(EzScene) saved = ez_test_card(low, deck->cards[i].id, "nl");
        g_assert_cmpfloat(solid_area(solid, EZ_FRONT), >, 15000);
        g_assert_cmpfloat(solid_area(saved, EZ_FRONT), <, 500);
        char ink[8];
        g_auto(GStrv) title_words = g_strsplit(ez_text_in(deck->cards[i].title, 0), " ", 2);
        const EzItem *words = ez_test_words(saved, EZ_FRONT, title_words[0]);
        ez_colour_hex(words->text.colour, ink);
        g_assert_cmpstr(ink, ==, "#1E2420");
    }
    g_autofree char *mistakes = ez_test_mistakes(low);
    g_assert_cmpstr(mistakes, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/home/cards-can-be-read-at-their-scale",
                    test_cards_can_be_read_at_their_scale);
    g_test_add_func("/home/worksheets-can-be-read-at-their-scale",
                    test_worksheets_can_be_read_at_their_scale);
    g_test_add_func("/home/one-side-is-not-folded", test_one_side_is_not_folded);
    g_test_add_func("/home/the-low-ink-edition-has-no-solid-fronts",
                    test_the_low_ink_edition_has_no_solid_fronts);
    return g_test_run();
}
