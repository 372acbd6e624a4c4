// SPDX-License-Identifier: EUPL-1.2
// A theme that extends a theme, and styles that extend styles: what comes of the fields.
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

static const char HOUSE[] =
    "return theme {\n"
    "  typography = true,\n"
    "  fonts = { serif = 'Literata', sans = 'Atkinson Hyperlegible Next' },\n"
    "  colours = { ink = '#1E2420', leaf = '#2E6B34' },\n"
    "  styles = {\n"
    "    body = { font = 'sans', size = 9, leading = 12, setting = 'pretty' },\n"
    "    note = { extends = 'body', size = 7.5 },\n"
    "    title = { font = 'serif', weight = 600, size = 18, leading = 21, fit = { 18, 14 }, "
    "lines = 2 },\n"
    "  },\n"
    "}\n";

typedef struct Ground {
    char *folder;
    EzTestBench *bench;
    const EzTheme *theme;
} Ground;

// A kit whose theme extends the one above.
static Ground open_ground(const char *own)
{
    Ground ground = {.folder = ez_test_folder()};
    g_autofree char *text = g_strdup_printf("return theme { extends = 'house', %s }\n", own);
    ez_test_put_kit(ground.folder, "'nl'", "", "");
    ez_test_put(ground.folder, "kit/house.lua", HOUSE);
    ez_test_put(ground.folder, "kit/theme.lua", text);
    ground.bench = ez_test_bench(ground.folder);
    g_autofree char *mistakes = ez_test_mistakes(ground.bench);
    g_assert_cmpstr(mistakes, ==, "");
    ground.theme = ez_load_kit(ground.bench->load)->theme;
    g_assert_nonnull(ground.theme);
    return ground;
}

static void close_ground(Ground *ground)
{
    ez_test_bench_free(ground->bench);
    ez_test_remove(ground->folder);
}

// "sans 400 9/12 ink setting 2"
static void expect_style(const Ground *ground, const char *name, const char *expected)
{
    const EzStyle *s = ez_theme_style(ground->theme, name);
    g_assert_nonnull(s);
    g_autofree char *fit =
        s->fit.given ? g_strdup_printf(" fit %g-%g", s->fit.x, s->fit.y) : g_strdup("");
    g_autofree char *found =
        g_strdup_printf("%s %g %g/%g %s setting %d lines %d%s", s->font, s->weight, s->size,
                        s->leading, s->colour, s->flow, s->lines, fit);
    g_assert_cmpstr(found, ==, expected);
}

static void test_nothing_of_its_own(void)
{
    Ground ground = open_ground("");
    g_assert_true(ground.theme->typography);
    g_assert_cmpint(ground.theme->n_fonts, ==, 2);
    g_assert_cmpint(ground.theme->n_styles, ==, 3);
    expect_style(&ground, "body", "sans 400 9/12 ink setting 2 lines 0");
    expect_style(&ground, "title", "serif 600 18/21 ink setting 0 lines 2 fit 18-14");
    close_ground(&ground);
}

static void test_replaced_by_name(void)
{
    Ground ground = open_ground("typography = false, fonts = { sans = 'Literata' },"
                                "colours = { leaf = '#FF0000', new = '#00FF00' }");
    EzColour leaf;
    char hex[8];
    g_assert_false(ground.theme->typography);
    g_assert_cmpstr(ez_theme_font(ground.theme, "sans")->family, ==, "Literata");
    g_assert_cmpint(ground.theme->n_fonts, ==, 2);
    g_assert_cmpint(ground.theme->n_colours, ==, 3);
    g_assert_true(ez_theme_colour(ground.theme, "leaf", &leaf));
    ez_colour_hex(leaf, hex);
    g_assert_cmpstr(hex, ==, "#FF0000");
    close_ground(&ground);
}

static void test_styles_cascade(void)
{
    Ground ground = open_ground(
        "styles = { body = { font = 'serif', colour = 'leaf' }, title = { lines = 3 },"
        "big = { extends = 'title', weight = 700 } }");
    expect_style(&ground, "body", "serif 400 9/12 leaf setting 2 lines 0");
    expect_style(&ground, "title", "serif 600 18/21 ink setting 0 lines 3 fit 18-14");
    // It follows the style that it takes over, in the theme below as well as in this one.
    expect_style(&ground, "note", "serif 400 7.5/10 leaf setting 2 lines 0");
    expect_style(&ground, "big", "serif 700 18/21 ink setting 0 lines 3 fit 18-14");
    close_ground(&ground);
}

static void test_size_takes_leading_along(void)
{
    Ground ground =
        open_ground("styles = { body = { size = 12 }, title = { size = 20, leading = 22 } }");
    expect_style(&ground, "body", "sans 400 12/16 ink setting 2 lines 0");
    expect_style(&ground, "note", "sans 400 7.5/10 ink setting 2 lines 0");
    expect_style(&ground, "title", "serif 600 20/22 ink setting 0 lines 2");
    close_ground(&ground);
}

static void test_another_style_is_taken_over(void)
{
    Ground ground = open_ground("styles = { note = { extends = 'title' } }");
    expect_style(&ground, "note", "serif 600 7.5/8.75 ink setting 0 lines 2");
    close_ground(&ground);
}

// Each field is told where it was written last.
static void test_places(void)
{
    Ground ground = open_ground("\nstyles = { note = { weight = 700 } }");
    const EzStyle *note = ez_theme_style(ground.theme, "note");
    static const struct {
        const char *field, *file;
        int line;
    } places[] = {{"weight", "kit/theme.lua", 2},
                  {"size", "kit/house.lua", 7},
                  {"font", "kit/house.lua", 6},
                  {"italic", "kit/theme.lua", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        EzPlace place = ez_style_place(note, places[i].field);
        g_assert_cmpstr(place.source->name, ==, places[i].file);
        g_assert_cmpint(place.line, ==, places[i].line);
    }
    close_ground(&ground);
}

static void test_features_of_a_style(void)
{
    static const struct {
        const char *fields, *features;
    } styles[] = {
        {"", NULL},
        {"features = 'zero'", "zero"},
        {"figures = 'lining'", "lnum"},
        {"figures = 'oldstyle', small_caps = true", "onum,smcp"},
        {"figures = 'tabular', features = 'zero,frac'", "lnum,tnum,zero,frac"},
        {"figures = 'font', small_caps = false", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
        g_autofree char *own = g_strdup_printf("styles = { body = { %s } }", styles[i].fields);
        Ground ground = open_ground(own);
        g_autofree char *found = ez_style_features(ez_theme_style(ground.theme, "body"));
        g_assert_cmpstr(found, ==, styles[i].features);
        close_ground(&ground);
    }
}

// The width of the digits and letters in this style.
static double width_of(const char *fields)
{
    char *folder = ez_test_folder();
    g_autofree char *theme = g_strdup_printf(
        "return theme { extends = 'house', styles = { body = { font = 'serif', %s } } }",
        fields);
    ez_test_put_sheet(folder, "{ 100, 100 }", "padding = 10, text { '1017 woorden' }");
    ez_test_put(folder, "kit/house.lua", HOUSE);
    ez_test_put(folder, "kit/theme.lua", theme);
    EzTestBench *bench = ez_test_bench(folder);
    EzScene *scene = ez_test_sheet(bench, "sheet", "nl");
    double width = ez_test_words(scene, 0, "1017")->text.run->width;
    ez_scene_free(scene);
    ez_test_bench_free(bench);
    ez_test_remove(folder);
    return width;
}

static void test_features_are_seen(void)
{
    double plain = width_of("");
    g_assert_cmpfloat(fabs(width_of("figures = 'font'") - plain), <, 0.001);
    g_assert_cmpfloat(fabs(width_of("figures = 'tabular'") - plain), >, 0.1);
    g_assert_cmpfloat(fabs(width_of("figures = 'oldstyle'") - width_of("figures = 'tabular'")),
                      >, 0.1);
    g_assert_cmpfloat(fabs(width_of("small_caps = true") - plain), >, 0.1);
}

// A chain far longer than anybody writes: no recursion, and nothing kept for each pair.
static void test_very_many(void)
{
    char *folder = ez_test_folder();
    g_autoptr(GString) text = g_string_new("return theme { fonts = { sans = 'Literata' }, "
                                           "colours = { ink = '#000000' }, styles = { "
                                           "s0 = { font = 'sans', size = 9, leading = 12 },\n");
    for (int i = 1; i < 5000; i++)
        g_string_append_printf(text, "s%d = { extends = 's%d' },\n", i, i - 1);
    g_string_append(text, "} }");
    ez_test_put_kit(folder, "'nl'", "", "");
    ez_test_put(folder, "kit/theme.lua", text->str);
    EzTestBench *bench = ez_test_bench(folder);
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
    ez_test_bench_free(bench);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/theme/extends/nothing-of-its-own", test_nothing_of_its_own);
    g_test_add_func("/theme/extends/replaced-by-name", test_replaced_by_name);
    g_test_add_func("/theme/extends/styles-cascade", test_styles_cascade);
    g_test_add_func("/theme/extends/size-takes-leading-along", test_size_takes_leading_along);
    g_test_add_func("/theme/extends/another-style", test_another_style_is_taken_over);
    g_test_add_func("/theme/extends/places", test_places);
    g_test_add_func("/theme/features/of-a-style", test_features_of_a_style);
    g_test_add_func("/theme/features/are-seen", test_features_are_seen);
    g_test_add_func("/theme/extends/very-many", test_very_many);
    return g_test_run();
}
