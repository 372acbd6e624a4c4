// SPDX-License-Identifier: EUPL-1.2
// The fonts of a kit: found exactly or not at all.
#include "render/fonts.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *kit_fonts(void)
{
    return g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
}

static EzFonts *open_fonts(const char *const *folders)
{
    g_autoptr(GError) error = NULL;
    EzFonts *fonts = ez_fonts_new(folders, &error);
    g_assert_no_error(error);
    return fonts;
}

static EzFonts *open_kit(void)
{
    g_autofree char *folder = kit_fonts();
    return open_fonts((const char *[]){folder, NULL});
}

typedef struct Row {
    const char *family;
    int weight;
    bool italic;
    const char *name; // NULL = not there
} Row;

static const Row ROWS[] = {
    {"Literata", 400, false, "Literata-Regular.ttf"},
    {"Literata", 400, true, "Literata-Italic.ttf"},
    {"Literata", 600, false, "Literata-SemiBold.ttf"},
    {"Literata", 700, false, "Literata-Bold.ttf"},
    {"Atkinson Hyperlegible Next", 400, false, "AtkinsonHyperlegibleNext-Regular.ttf"},
    {"Atkinson Hyperlegible Next", 400, true, "AtkinsonHyperlegibleNext-Italic.ttf"},
    {"Atkinson Hyperlegible Next", 700, false, "AtkinsonHyperlegibleNext-Bold.ttf"},
    {"Atkinson Hyperlegible Next", 700, true, "AtkinsonHyperlegibleNext-BoldItalic.ttf"},
    {"Literata", 600, true, NULL},
    {"Literata", 500, false, NULL},
    {"Literata SemiBold", 600, false, NULL},
    {"literata", 400, false, NULL},
    {"DejaVu Sans", 400, false, NULL},
    {"", 400, false, NULL},
};

static void test_each_is_found_exactly_or_not(void)
{
    g_autoptr(EzFonts) fonts = open_kit();
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        const EzFont *font =
            ez_fonts_find(fonts, ROWS[i].family, ROWS[i].weight, ROWS[i].italic);
        g_assert_cmpstr(font != NULL ? font->name : NULL, ==, ROWS[i].name);
        if (font != NULL)
            g_assert_true(g_path_is_absolute(font->file));
    }
    g_assert_cmpint(ez_fonts_count(fonts), ==, 8);
}

static void test_families_are_sorted(void)
{
    g_autoptr(EzFonts) fonts = open_kit();
    const char *const *families = ez_fonts_families(fonts);
    g_assert_cmpstr(families[0], ==, "Atkinson Hyperlegible Next");
    g_assert_cmpstr(families[1], ==, "Literata");
    g_assert_null(families[2]);
}

static void test_a_missing_folder_is_skipped(void)
{
    g_autofree char *folder = kit_fonts();
    g_autoptr(EzFonts) fonts = open_fonts((const char *[]){"/nowhere/at/all", folder, NULL});
    g_assert_cmpint(ez_fonts_count(fonts), ==, 8);
    g_autoptr(EzFonts) none = open_fonts((const char *[]){"/nowhere/at/all", NULL});
    g_assert_cmpint(ez_fonts_count(none), ==, 0);
    g_assert_null(ez_fonts_families(none)[0]);
}

static void test_the_first_folder_wins(void)
{
    g_autofree char *folder = kit_fonts();
    g_autofree char *again = g_build_filename(folder, "..", "fonts", NULL);
    g_autoptr(EzFonts) fonts = open_fonts((const char *[]){folder, again, NULL});
    g_assert_cmpint(ez_fonts_count(fonts), ==, 8);
}

static void test_a_broken_file_is_told(void)
{
    g_autofree char *folder = g_dir_make_tmp("ezkit-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "Broken.TTF", NULL);
    g_assert_true(g_file_set_contents(file, "no font", -1, NULL));
    g_autoptr(GError) error = NULL;
    g_autoptr(EzFonts) fonts = ez_fonts_new((const char *[]){folder, NULL}, &error);
    g_assert_null(fonts);
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_nonnull(strstr(error->message, "Broken.TTF is not a font"));
    g_unlink(file);
    g_rmdir(folder);
}

static void test_nothing_is_said_on_the_way(void)
{
    if (g_test_subprocess()) {
        g_autoptr(EzFonts) fonts = open_kit();
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_passed();
    g_test_trap_assert_stderr("");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fonts/each-is-found-exactly-or-not", test_each_is_found_exactly_or_not);
    g_test_add_func("/fonts/families-are-sorted", test_families_are_sorted);
    g_test_add_func("/fonts/a-missing-folder-is-skipped", test_a_missing_folder_is_skipped);
    g_test_add_func("/fonts/the-first-folder-wins", test_the_first_folder_wins);
    g_test_add_func("/fonts/a-broken-file-is-told", test_a_broken_file_is_told);
    g_test_add_func("/fonts/nothing-is-said-on-the-way", test_nothing_is_said_on_the_way);
    return g_test_run();
}
