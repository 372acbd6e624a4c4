// SPDX-License-Identifier: EUPL-1.2
// Runs every case below tests/diag/cases: what is found must be what the case expects, no more and no less.
//     test_diag NAME…          prints the actual result of these cases
//     EZ_GOLDEN_WRITE=1        writes the expectations anew
#include "config.h"
#include "engine/build/build.h"
#include "engine/cmd/rehearsal.h"
#include "tests/diag/case.h"
#include "tests/support/test_kit.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

// Small, so that a loop without an end is soon stopped.
#define MEBIBYTE ((size_t)1024 * 1024)
static const EzLoadLimits small_limits = {2000 * 1000, 2000 * 1000, 0, 24 * MEBIBYTE};
static const EzLoadLimits hurried_limits = {0, 0, 1, 24 * MEBIBYTE};

typedef struct World {
    char *folder, *fonts;
    GPtrArray *books;
    GHashTable *codes; // that some case has shown: code -> itself
} World;

// ---- folders -----------------------------------------------------------------------

// Two weights of one family are enough, and soon read.
static void copy_fonts(const char *folder)
{
    static const char *const names[] = {"AtkinsonHyperlegibleNext-Regular.ttf",
                                        "AtkinsonHyperlegibleNext-Bold.ttf"};
    g_mkdir(folder, 0777);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *from =
            g_build_filename(g_getenv("EZKIT_DATA"), "kit/fonts", names[i], NULL);
        g_autofree char *to = g_build_filename(folder, names[i], NULL), *bytes = NULL;
        size_t length;
        g_assert_true(g_file_get_contents(from, &bytes, &length, NULL));
        g_assert_true(g_file_set_contents(to, bytes, (gssize)length, NULL));
    }
}

// ---- one case ------------------------------------------------------------------------

// What only shows while exercises run.
static void rehearse(const EzBuildRequest *request, EzDiags *diags)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzDiags) known = ez_diags_new();
    g_autoptr(EzLoad) load = ez_load_new(request->folder, &request->load, known, &error);
    g_assert_no_error(error);
    ez_rehearse(load, diags);
}

static EzDiags *check(const World *world, const Case *c)
{
    g_autofree char *folder = g_build_filename(world->folder, c->name, NULL);
    const char *const fonts[] = {world->fonts, NULL};
    EzBuildRequest request = {
        .folder = folder, .out = "out", .creator = "test", .font_folders = fonts};
    g_autofree char *library = g_build_filename(g_getenv("EZ_SOURCE"), "scripts", "lib", NULL);
    request.load.library = library;
    request.load.limits = c->hurried ? &hurried_limits : &small_limits;
    case_write(c, folder);
    EzDiags *diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    EzBuildSum sum;
    EzBuildEnd end = ez_build_check(&request, diags, &sum, &error);
    g_assert_no_error(error);
    if (end == EZ_BUILD_DONE && sum.exercises > 0)
        rehearse(&request, diags);
    ez_diags_sort(diags);
    ez_test_remove(g_steal_pointer(&folder));
    return diags;
}

static char *printed(const EzDiags *diags)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < ez_diags_count(diags); i++) {
        g_autofree char *text = ez_diag_format(ez_diags_get(diags, i), "", false);
        g_string_append(out, text);
    }
    return g_string_free(out, FALSE);
}

static int compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *found_lines(const EzDiags *diags)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < ez_diags_count(diags); i++)
        g_ptr_array_add(found, case_line(ez_diags_get(diags, i)));
    g_ptr_array_sort(found, compare);
    return found;
}

// Both lists are sorted.
static bool same_lines(const GPtrArray *expected, const GPtrArray *found)
{
    bool same = true;
    for (unsigned i = 0, k = 0; i < expected->len || k < found->len;) {
        int order = i == expected->len ? 1
                    : k == found->len  ? -1
                                       : strcmp(expected->pdata[i], found->pdata[k]);
        if (order < 0)
            g_test_message("expected, not found: %s", (char *)expected->pdata[i]);
        else if (order > 0)
            g_test_message("found, not expected: %s", (char *)found->pdata[k]);
        same = same && order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return same;
}

// What goes to a terminal: UTF-8, and no control character but the ends of lines.
static void check_safe(const char *text)
{
    g_assert_true(g_utf8_validate(text, -1, NULL));
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        g_assert_true(c == '\n' ||
                      (!g_unichar_iscntrl(c) && g_unichar_type(c) != G_UNICODE_FORMAT));
    }
}

typedef struct Test {
    World *world;
    const Case *c;
} Test;

static void test_case(gconstpointer data)
{
    const Test *test = data;
    g_autoptr(EzDiags) diags = check(test->world, test->c);
    g_autoptr(GPtrArray) expected = case_expected(test->c);
    g_autoptr(GPtrArray) found = found_lines(diags);
    g_autofree char *output = printed(diags), *wanted = case_output(test->c);
    check_safe(output);
    bool good = same_lines(expected, found);
    if (wanted != NULL && strcmp(wanted, output) != 0) {
        g_test_message("expected to print:\n%s", wanted);
        good = false;
    }
    if (!good) {
        g_test_message("%s", output);
        g_test_fail();
    }
}

static void each_case(World *world,
                      void (*visit)(World *world, const Case *c, const void *data),
                      const void *data)
{
    for (unsigned i = 0; i < world->books->len; i++) {
        const Book *book = world->books->pdata[i];
        for (unsigned k = 0; k < book->cases->len; k++)
            visit(world, book->cases->pdata[k], data);
    }
}

// ---- the catalogue -------------------------------------------------------------------

// Codes without a case, and why.
static const char *const without_case[][2] = {
    {"E1103", "needs a file of megabytes: /load/a-file-too-large-is-refused"},
    {"E2122", "nothing can extend another yet"},
    {"E3190", "of sheets, which no check makes: test_print_home"},
    {"E3191", "of sheets, which no check makes: test_print_home"},
    {"E3201", "tells a defect of the drawing library, not of a kit: test_finish"},
    {"E3202", "is told of a file for a press: test_print_press"},
    {"E3230", "of a print shop, which no check knows: test_press"},
    {"E3231", "of a print shop, which no check knows: test_press"},
    {"E3232", "of a print shop, which no check knows: test_press"},
    {"E3240", "of sheets, which no check makes: test_print_home"},
    {"W4214", "is told by bots that try for long: /trial/unreached"},
};

static bool has_reason(const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(without_case); i++)
        if (strcmp(without_case[i][0], code) == 0)
            return true;
    return false;
}

static void gather_codes(World *world, const Case *c, const void *data)
{
    g_autoptr(GPtrArray) expected = case_expected(c);
    for (unsigned i = 0; i < expected->len; i++)
        for (int code = 0; code < EZ_DIAG_COUNT; code++) {
            const char *name = ez_diag_kind((EzDiagCode)code)->code;
            g_autofree char *shown = g_strdup_printf("[%s]: ", name);
            if (strstr(expected->pdata[i], shown) != NULL)
                g_hash_table_add(world->codes, (char *)name);
        }
}

static void test_every_code_has_a_case(gconstpointer data)
{
    World *world = (World *)data;
    each_case(world, gather_codes, NULL);
    for (int i = 0; i < EZ_DIAG_COUNT; i++) {
        const EzDiagKind *kind = ez_diag_kind((EzDiagCode)i);
        if (g_hash_table_contains(world->codes, kind->code) || has_reason(kind->code))
            continue;
        g_test_message("%s (%s) has no case", kind->code, kind->name);
        g_test_fail();
    }
}

// ---- by hand -------------------------------------------------------------------------

static void print_case(const World *world, const Case *c)
{
    g_autoptr(EzDiags) diags = check(world, c);
    g_autofree char *output = printed(diags);
    g_autofree char *again = case_rewritten(c, diags, output);
    printf("%s\n%s", again, output);
}

static void rewrite_book(const World *world, const Book *book)
{
    GString *out = g_string_new(NULL);
    int first = book->cases->len > 0 ? ((const Case *)book->cases->pdata[0])->first : 0;
    for (int i = 0; i < first; i++)
        g_string_append_printf(out, "%s\n", (char *)book->lines->pdata[i]);
    for (unsigned i = 0; i < book->cases->len; i++) {
        g_autoptr(EzDiags) diags = check(world, book->cases->pdata[i]);
        g_autofree char *output = printed(diags);
        g_autofree char *again = case_rewritten(book->cases->pdata[i], diags, output);
        g_string_append(out, again);
    }
    g_assert_true(g_file_set_contents(book->path, out->str, -1, NULL));
    g_string_free(out, TRUE);
}

static void print_named(World *world, const Case *c, const void *name)
{
    if (strcmp(c->name, name) == 0)
        print_case(world, c);
}

static void add_test(World *world, const Case *c, const void *data)
{
    Test *test = g_new0(Test, 1);
    *test = (Test){world, c};
    g_autofree char *path = g_strdup_printf("/diag/%s/%s", c->book->name, c->name);
    g_test_add_data_func_full(path, test, test_case, g_free);
}

// ---- all -----------------------------------------------------------------------------

static void free_book(gpointer data)
{
    book_free(data);
}

static World *open_world(void)
{
    World *world = g_new0(World, 1);
    world->folder = g_dir_make_tmp("ez-diag-XXXXXX", NULL);
    world->fonts = g_build_filename(world->folder, "fonts", NULL);
    world->codes = g_hash_table_new(g_str_hash, g_str_equal);
    world->books = g_ptr_array_new_with_free_func(free_book);
    copy_fonts(world->fonts);
    const char *top = g_getenv("EZ_SOURCE") != NULL ? g_getenv("EZ_SOURCE") : ".";
    g_autofree char *folder = g_build_filename(top, "tests/diag/cases", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, ".cases"))
            g_ptr_array_add(world->books, book_read(path));
    }
    return world;
}

static void close_world(World *world)
{
    ez_test_remove(world->folder);
    g_ptr_array_unref(world->books);
    g_hash_table_unref(world->codes);
    g_free(world->fonts);
    g_free(world);
}

static int run_tests(World *world)
{
    each_case(world, add_test, NULL);
    g_test_add_data_func("/diag/catalogue/every-code-has-a-case", world,
                         test_every_code_has_a_case);
    return g_test_run();
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    World *world = open_world();
    int status = 0;
    if (argc > 1) {
        for (int i = 1; i < argc; i++)
            each_case(world, print_named, argv[i]);
    } else if (g_getenv("EZ_GOLDEN_WRITE") != NULL) {
        for (unsigned i = 0; i < world->books->len; i++)
            rewrite_book(world, world->books->pdata[i]);
    } else {
        status = run_tests(world);
    }
    close_world(world);
    return status;
}
