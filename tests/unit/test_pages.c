// SPDX-License-Identifier: EUPL-1.2
// pages { … }: where a text may be torn and where not, for any length; and that a long one takes time that grows with its length.
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

typedef struct Ground {
    char *folder;
    EzTestBench *bench;
    EzScene *scene;
} Ground;

// A worksheet of 60 by 60 mm with pages of 40 by 40: nine lines of body fit.
static Ground open_ground(const char *before, const char *nodes)
{
    Ground ground = {.folder = ez_test_folder()};
    g_autofree char *sheet = g_strdup_printf("%s\nreturn worksheet { id = 'sheet', code = 'S', "
                                             "title = 'Blad', size = { 60, 60 }, safe "
                                             "= 0,\n  pages { margin = 10, %s } }\n",
                                             before, nodes);
    ez_test_put_kit(ground.folder, "'nl'", "", "'sheet'");
    ez_test_put(ground.folder, "kit/worksheets/sheet.lua", sheet);
    ground.bench = ez_test_bench(ground.folder);
    ground.scene = ez_test_sheet(ground.bench, "sheet", "nl");
    return ground;
}

static void close_ground(Ground *ground)
{
    ez_scene_free(ground->scene);
    ez_test_bench_free(ground->bench);
    ez_test_remove(ground->folder);
}

// How many lines stand on each page: "9 8 2". A run that stands further right goes on the line before.
static char *lines_of(const EzScene *scene)
{
    GString *out = g_string_new(NULL);
    for (int p = 0; p < ez_scene_page_count(scene); p++) {
        const EzScenePage *page = ez_scene_page(scene, p);
        double y = -1;
        int lines = 0;
        for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
            const EzItem *item = ez_scene_item(scene, i);
            lines += item->kind == EZ_ITEM_TEXT && item->text.y != y;
            y = item->kind == EZ_ITEM_TEXT ? item->text.y : y;
        }
        g_string_append_printf(out, "%s%d", p > 0 ? " " : "", lines);
    }
    return g_string_free(out, FALSE);
}

// Each word takes a line of its own, so a text has as many lines as words.
static const char WORDS[] = "local function lines(n) local all = {} for i = 1, n do all[i] = "
                            "'Donaudampfschifffahrtsreise' end return words.join(all, ' ') end";

static const struct {
    const char *nodes, *lines;
} cases[] = {
    {"text { lines(9) }", "9"},
    {"text { lines(10) }", "8 2"}, // no line alone at the top
    {"text { lines(11) }", "9 2"},
    {"text { lines(19) }", "9 8 2"},
    {"text { lines(20) }", "9 9 2"},
    {"text { lines(7) }, text { lines(4) }", "9 2"},
    {"text { lines(8) }, text { lines(4) }", "8 4"}, // no line alone at the foot
    {"text { lines(7) }, text { lines(3) }", "7 3"}, // three lines cannot be torn
    {"text { lines(6) }, heading { 'Kop', style = 'body' }, text { lines(4) }", "9 2"},
    {"text { lines(7) }, heading { 'Kop', style = 'body' }, text { lines(4) }", "7 5"},
    {"text { lines(8) }, heading { 'Kop', style = 'body' }, heading { 'Kop', style = 'body' }, "
     "text { lines(2) }",
     "8 4"},
    {"text { lines(5) }, text { lines(6), keep = true }, text { lines(2) }", "5 8"},
    {"text { lines(2) }, text { lines(2), new_page = true }", "2 2"},
    {"text { lines(2), new_page = true }, text { lines(2) }", "4"},
    {"text { lines(9) }, space { height = 5 }", "9"}, // room at the end asks for no page
    {"text { lines(9) }, space { height = 5 }, text { lines(2) }, space { height = 39 }",
     "9 2"},
    {"text { lines(9) }, text { lines(2), new_page = true }", "9 2"},
    {"text { lines(9) }, space { height = 4 }, text { lines(9) }", "9 9"},
    {"text { lines(8) }, quote { lines(5), style = 'body' }", "8 5"},
    {"columns = 2, gutter = 0, text { lines(2) }, text { lines(2), new_page = true }", "2 2"},
    {"", "0"},
};

static void test_breaks(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Ground ground = open_ground(WORDS, cases[i].nodes);
        g_autofree char *found = lines_of(ground.scene);
        if (strcmp(found, cases[i].lines) != 0) {
            g_test_message("%s gives %s, not %s", cases[i].nodes, found, cases[i].lines);
            g_test_fail();
        }
        close_ground(&ground);
    }
}

// More than a page of what may not be parted is parted all the same, where the page ends.
static void test_a_chain_longer_than_a_page(void)
{
    Ground ground = open_ground("local all = { margin = 10 } for i = 1, 20 do all[i] = heading "
                                "{ 'Kop', style = 'body' } end",
                                "} , pages(all), page { space {}");
    g_autofree char *found = lines_of(ground.scene);
    g_assert_cmpstr(found, ==, "0 9 9 2 0");
    close_ground(&ground);
}

static void test_two_hundred_pages(void)
{
    Ground ground = open_ground(
        "local all = { margin = 10, gap = 1, foot = text { folio {}, ' van ', folio { count = "
        "true } } }\n"
        "for i = 1, 1000 do all[i] = text { ('een twee drie vier vijf zes '):rep(9) } end",
        "}, pages(all), page { space {}");
    int pages = ez_scene_page_count(ground.scene) - 2;
    g_autofree char *last = g_strdup_printf("%d", pages);
    g_assert_cmpint(pages, >, 200);
    g_assert_nonnull(ez_test_words(ground.scene, pages, last));
    g_autofree char *mistakes = ez_test_mistakes(ground.bench);
    g_assert_cmpstr(mistakes, ==, "");
    close_ground(&ground);
}

static void test_one_text_of_very_many_pages(void)
{
    Ground ground = open_ground("", "text { ('een twee drie vier vijf zes '):rep(30000) }");
    g_assert_cmpint(ez_scene_page_count(ground.scene), >, 2000);
    // One paragraph, a stretch of it on each page.
    g_assert_cmpint(ez_scene_tag_count(ground.scene), ==,
                    2 + ez_scene_page_count(ground.scene));
    close_ground(&ground);
}

static void test_headings_stand_on_the_grid(void)
{
    Ground ground = open_ground("", "grid = 3, gap = 1, heading { 'Kop' }, text { 'een' }, "
                                    "heading { 'Kop' }, text { 'twee' }");
    const EzScenePage *page = ez_scene_page(ground.scene, 0);
    int texts = 0;
    for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
        const EzItem *item = ez_scene_item(ground.scene, i);
        if (item->kind != EZ_ITEM_TEXT)
            continue;
        double lines = (item->text.y - 10) / 3; // below the margin
        g_assert_cmpfloat(fabs(lines - round(lines)), <, 1e-6);
        texts++;
    }
    g_assert_cmpint(texts, ==, 4);
    close_ground(&ground);
}

// What makes no glyph leaves no group open.
static void test_text_without_glyphs(void)
{
    Ground ground = open_ground("", "text { ('\\u{E000} '):rep(60) }, text { 'na' }");
    g_assert_nonnull(ez_test_words(ground.scene, -1, "na"));
    close_ground(&ground);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pages/breaks", test_breaks);
    g_test_add_func("/pages/a-chain-longer-than-a-page", test_a_chain_longer_than_a_page);
    g_test_add_func("/pages/two-hundred-pages", test_two_hundred_pages);
    g_test_add_func("/pages/one-text-of-very-many-pages", test_one_text_of_very_many_pages);
    g_test_add_func("/pages/headings-stand-on-the-grid", test_headings_stand_on_the_grid);
    g_test_add_func("/pages/text-without-glyphs", test_text_without_glyphs);
    return g_test_run();
}
