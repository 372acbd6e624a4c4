// SPDX-License-Identifier: EUPL-1.2
// Files that would be made of the same are not painted again, and all others are. Linked with
// --wrap: what is painted is counted.
#include "engine/build/build.h"
#include "engine/build/stamp.h"
#include "render/device_png.h"
#include "tests/support/test_kit.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

bool __real_ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error);
bool __wrap_ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error);
GBytes *__real_ez_png_render(const EzScene *scene, int page, const EzPngOptions *options,
                             GError **error);
GBytes *__wrap_ez_png_render(const EzScene *scene, int page, const EzPngOptions *options,
                             GError **error);

static int painted;

bool __wrap_ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error)
{
    painted += ez_scene_page_count(scene);
    return __real_ez_pdf_add(pdf, scene, error);
}

GBytes *__wrap_ez_png_render(const EzScene *scene, int page, const EzPngOptions *options,
                             GError **error)
{
    painted++;
    return __real_ez_png_render(scene, page, options, error);
}

// ---- a kit of two decks --------------------------------------------------------------------

typedef struct Bench {
    char *folder, *out, *stamps;
    EzBuildRequest request;
    int written, same; // files of the last print
} Bench;

static void put_deck(const Bench *bench, const char *id, const char *title)
{
    g_autofree char *path = g_strdup_printf("kit/decks/%s.lua", id);
    g_autofree char *lua = g_strdup_printf(
        "return deck { id = '%s', code = '%s', title = 'Spel', size = 'a7', face = 'face',\n"
        "  cards = { card { id = '%s1', title = '%s' }, card { id = '%s2', title = 'Twee' },\n"
        "  card { id = '%s3', title = 'Drie' } } }\n",
        id, id, id, title, id, id);
    ez_test_put(bench->folder, path, lua);
}

static void open_bench(Bench *bench, gconstpointer data)
{
    static const char *folders[2];
    bench->folder = ez_test_folder();
    bench->out = g_build_filename(bench->folder, "out", NULL);
    bench->stamps = g_build_filename(bench->folder, "stamps", NULL);
    g_autofree char *fonts = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    folders[0] = g_intern_string(fonts);
    bench->request = (EzBuildRequest){.folder = bench->folder,
                                      .font_folders = folders,
                                      .out = bench->out,
                                      .stamps = bench->stamps,
                                      .jobs = 1,
                                      .dpi = 72,
                                      .creator = "test"};
    ez_test_put_kit(bench->folder, "'nl'", "'da', 'db'", "");
    put_deck(bench, "da", "Een");
    put_deck(bench, "db", "Een");
    ez_test_put(bench->folder, "kit/faces/face.lua",
                "return face { front = function(c) return layers {\n"
                "  text { c.title, at = { 10, 20 }, width = 50 } } end }\n");
}

static void close_bench(Bench *bench, gconstpointer data)
{
    ez_test_remove(bench->folder);
    g_free(bench->out);
    g_free(bench->stamps);
}

static void on_file(const char *path, EzFileState state, int pages, const char *problem,
                    void *data)
{
    Bench *bench = data;
    g_assert_null(problem);
    g_assert_cmpint(pages, >, 0);
    bench->written += state == EZ_FILE_WRITTEN;
    bench->same += state == EZ_FILE_SAME;
}

static void print(Bench *bench)
{
    EzBuildListener listener = {.file = on_file, .data = bench};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    painted = bench->written = bench->same = 0;
    g_assert_cmpint(ez_build_print(&bench->request, &listener, diags, &error), ==,
                    EZ_BUILD_DONE);
    g_assert_no_error(error);
}

static void assert_print(Bench *bench, int pages, int written, int same)
{
    print(bench);
    g_assert_cmpint(painted, ==, pages);
    g_assert_cmpint(bench->written, ==, written);
    g_assert_cmpint(bench->same, ==, same);
}

// ---- PDFs ----------------------------------------------------------------------------------

static void test_what_is_the_same_is_not_painted_again(Bench *bench, gconstpointer data)
{
    assert_print(bench, 6, 2, 0);
    assert_print(bench, 0, 0, 2);
    put_deck(bench, "db", "Anders");
    assert_print(bench, 3, 1, 1);
    assert_print(bench, 0, 0, 2);
}

static void test_a_part_of_a_deck_is_a_file_of_its_own(Bench *bench, gconstpointer data)
{
    static const char *const cards[] = {"1-2", NULL}, *const ids[] = {"da", NULL};
    bench->request.cards = cards;
    bench->request.ids = ids;
    assert_print(bench, 2, 1, 0);
    assert_print(bench, 0, 0, 1);
}

static char *file_of(const Bench *bench, const char *name)
{
    return g_build_filename(bench->out, name, NULL);
}

static void test_a_file_that_was_touched_is_made_again(Bench *bench, gconstpointer data)
{
    g_autofree char *one = file_of(bench, "test-da-nl-screen.pdf");
    g_autofree char *other = file_of(bench, "test-db-nl-screen.pdf");
    assert_print(bench, 6, 2, 0);
    g_assert_cmpint(g_remove(one), ==, 0);
    assert_print(bench, 3, 1, 1);
    // Somebody else wrote there, as long as it was.
    g_autofree char *bytes = NULL;
    size_t length;
    g_assert_true(g_file_get_contents(other, &bytes, &length, NULL));
    bytes[length / 2] ^= 1;
    g_assert_true(g_file_set_contents(other, bytes, (gssize)length, NULL));
    assert_print(bench, 3, 1, 1);
    g_assert_cmpint(utime(one, &(struct utimbuf){1, 1}), ==, 0);
    assert_print(bench, 3, 0, 2); // painted, and found to be the same
}

static void test_what_else_goes_into_a_file_counts(Bench *bench, gconstpointer data)
{
    assert_print(bench, 6, 2, 0);
    bench->request.creator = "test 2";
    assert_print(bench, 6, 2, 0);
    bench->request.date = "2026-11-23T00:00:00Z";
    assert_print(bench, 6, 2, 0);
    ez_test_put(bench->folder, "kit/faces/face.lua",
                "return face { front = function(c) return layers {\n"
                "  text { c.title, at = { 10, 20.001 }, width = 50 } } end }\n");
    assert_print(bench, 6, 2, 0);
    // The same ink, heard otherwise.
    ez_test_put(
        bench->folder, "kit/faces/face.lua",
        "return face { front = function(c) return layers {\n"
        "  quote { c.title, style = 'body', at = { 10, 20.001 }, width = 50 } } end }\n");
    print(bench);
    g_assert_cmpint(painted, ==, 6);
}

static void test_without_stamps_all_is_painted(Bench *bench, gconstpointer data)
{
    bench->request.stamps = NULL;
    assert_print(bench, 6, 2, 0);
    assert_print(bench, 6, 0, 2);
}

static void test_broken_stamps_do_no_harm(Bench *bench, gconstpointer data)
{
    assert_print(bench, 6, 2, 0);
    GDir *dir = g_dir_open(bench->stamps, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(bench->stamps, name, NULL);
        g_assert_true(g_file_set_contents(path, "\xff nonsense", -1, NULL));
    }
    g_dir_close(dir);
    assert_print(bench, 6, 0, 2);
    assert_print(bench, 0, 0, 2);
}

// ---- sheets and pictures -----------------------------------------------------------------------

static void test_sheets_are_compared_too(Bench *bench, gconstpointer data)
{
    bench->request.purposes[EZ_FOR_HOME] = true;
    print(bench);
    g_assert_cmpint(painted, >, 0);
    g_assert_cmpint(bench->written, ==, 2);
    assert_print(bench, 0, 0, 2);
    bench->request.home.keep = true;
    print(bench);
    g_assert_cmpint(bench->written, ==, 2);
}

static void test_one_changed_card_is_one_picture(Bench *bench, gconstpointer data)
{
    bench->request.format = EZ_FORMAT_PNG;
    assert_print(bench, 6, 6, 0);
    assert_print(bench, 0, 0, 6);
    put_deck(bench, "db", "Anders");
    assert_print(bench, 1, 1, 5);
}

static void add(const char *name, void (*test)(Bench *, gconstpointer))
{
    g_autofree char *path = g_strconcat("/stamp/", name, NULL);
    g_test_add(path, Bench, NULL, open_bench, test, close_bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("what-is-the-same-is-not-painted-again", test_what_is_the_same_is_not_painted_again);
    add("a-part-of-a-deck-is-a-file-of-its-own", test_a_part_of_a_deck_is_a_file_of_its_own);
    add("a-file-that-was-touched-is-made-again", test_a_file_that_was_touched_is_made_again);
    add("what-else-goes-into-a-file-counts", test_what_else_goes_into_a_file_counts);
    add("without-stamps-all-is-painted", test_without_stamps_all_is_painted);
    add("broken-stamps-do-no-harm", test_broken_stamps_do_no_harm);
    add("sheets-are-compared-too", test_sheets_are_compared_too);
    add("one-changed-card-is-one-picture", test_one_changed_card_is_one_picture);
    return g_test_run();
}
