// SPDX-License-Identifier: EUPL-1.2
// Builds: the same bytes and words however many work at it, files touched only when they change, and nothing written that has mistakes.
// Linked with --wrap: the drawing can be made to lose a mark.
#include "engine/build/build.h"

#include "render/device_pdf.h"
#include "tests/support/test_kit.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

bool __real_ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error);
bool __wrap_ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error);

static bool loses_a_mark;

// Pages of the same size without a single mark, where that is wished.
bool __wrap_ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error)
{
    if (!loses_a_mark)
        return __real_ez_pdf_add(pdf, scene, error);
    g_autoptr(EzScene) bare = ez_scene_new("nl", "x");
    for (int i = 0; i < ez_scene_page_count(scene); i++) {
        ez_scene_begin_page(bare, 74, 105, 0, "x");
        ez_scene_end_page(bare);
    }
    ez_scene_seal(bare);
    return __real_ez_pdf_add(pdf, bare, error);
}

// ---- a kit of some decks -----------------------------------------------------------------------

static void put_deck(const char *folder, const char *id, const char *title)
{
    g_autofree char *path = g_strdup_printf("kit/decks/%s.lua", id);
    g_autofree char *lua =
        g_strdup_printf("local cards = {}\n"
                        "for i = 1, 4 do cards[i] = card { id = '%s' .. i, title = { nl = "
                        "'%s', en = 'Card' } } end\n"
                        "return deck { id = '%s', code = '%s', title = { nl = 'Spel', en = "
                        "'Deck' }, size = 'a7', face = 'face', cards = cards }\n",
                        id, title, id, id);
    ez_test_put(folder, path, lua);
}

static const char *const deck_ids[] = {"da", "db", "dc", "dd", "de", "df"};

static char *make_kit(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl', 'en'", "'da', 'db', 'dc', 'dd', 'de', 'df'", "");
    for (guint i = 0; i < G_N_ELEMENTS(deck_ids); i++)
        put_deck(folder, deck_ids[i], "Kaart");
    ez_test_put(folder, "kit/faces/face.lua",
                "return face { front = function(c) return layers { text { c.title, at = { 10, "
                "20 }, width = 50, lines = 2 },\n"
                "  text { c.id, at = { 10, 40 } } } end }\n");
    return folder;
}

// What was told: files and mistakes in their order, as one text.
typedef struct Told {
    GString *text;
    const char *out;
    volatile sig_atomic_t stop;
    int stop_after, pages;
} Told;

static void on_page(int done, int total, void *data)
{
    Told *told = data;
    (void)total;
    told->pages = done;
    if (told->stop_after > 0 && done >= told->stop_after)
        told->stop = 1;
}

static void on_file(const char *path, EzFileState state, int pages, const char *problem,
                    void *data)
{
    static const char *const states[] = {"written", "same", "refused", "failed"};
    Told *told = data;
    g_autofree char *name = g_path_get_basename(path);
    g_string_append_printf(told->text, "%s %s %d%s%s\n", name, states[state], pages,
                           problem != NULL ? " " : "", problem != NULL ? problem : "");
}

static EzBuildEnd build(const char *folder, const char *out, int jobs, Told *told)
{
    g_autofree char *fonts = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    const char *const folders[] = {fonts, NULL};
    EzBuildRequest request = {.folder = folder,
                              .font_folders = folders,
                              .out = out,
                              .jobs = jobs,
                              .creator = "test",
                              .stop = &told->stop};
    EzBuildListener listener = {on_page, on_file, told};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    told->text = g_string_new(NULL);
    EzBuildEnd end = ez_build_print(&request, &listener, diags, &error);
    ez_diags_sort(diags);
    for (int i = 0; i < ez_diags_count(diags); i++) {
        const EzDiag *diag = ez_diags_get(diags, i);
        g_string_append_printf(told->text, "%s:%d %s\n", diag->file != NULL ? diag->file : "",
                               diag->line, diag->message);
    }
    if (error != NULL)
        g_string_append_printf(told->text, "error: %s\n", error->message);
    return end;
}

static char *out_of(const char *folder, const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static char *file_of(const char *folder, const char *deck, const char *language)
{
    return g_strdup_printf("%s/out/test-%s-%s-screen.pdf", folder, deck, language);
}

// ---- the same, however many work ------------------------------------------------------------------

static void assert_same_files(const char *one, const char *other)
{
    GDir *dir = g_dir_open(one, 0, NULL);
    int count = 0;
    for (const char *name; (name = g_dir_read_name(dir)) != NULL; count++) {
        g_autofree char *a = g_build_filename(one, name, NULL),
                        *b = g_build_filename(other, name, NULL);
        g_autofree char *x = NULL, *y = NULL;
        size_t n, m;
        g_assert_true(g_file_get_contents(a, &x, &n, NULL) &&
                      g_file_get_contents(b, &y, &m, NULL));
        g_assert_cmpmem(x, n, y, m);
    }
    g_dir_close(dir);
    g_assert_cmpint(count, ==, 8);
}

static void test_jobs_change_nothing(void)
{
    char *folder = make_kit();
    put_deck(folder, "db",
             "Een titel die zo lang is dat hij nooit in twee regels van vijftig millimeter zal "
             "passen, hoe dan ook");
    put_deck(folder, "de",
             "Nog een titel die zo lang is dat hij nooit in twee regels van vijftig millimeter "
             "zal passen, hoe dan ook");
    g_autofree char *alone = out_of(folder, "alone"), *expected = NULL;
    Told told = {0};
    g_assert_cmpint(build(folder, alone, 1, &told), ==, EZ_BUILD_MISTAKES);
    expected = g_string_free(told.text, FALSE);
    g_assert_nonnull(strstr(expected, "test-db-nl-screen.pdf refused"));
    g_test_message("%s", expected);
    g_assert_nonnull(strstr(expected, "takes 3 lines"));
    for (int round = 0; round < 8; round++) {
        g_autofree char *name = g_strdup_printf("together%d", round);
        g_autofree char *together = out_of(folder, name);
        g_assert_cmpint(build(folder, together, 4, &told), ==, EZ_BUILD_MISTAKES);
        g_assert_cmpstr(told.text->str, ==, expected);
        g_string_free(told.text, TRUE);
        assert_same_files(alone, together);
    }
    ez_test_remove(folder);
}

// ---- what is touched ---------------------------------------------------------------------------------

static GStatBuf stat_of(const char *path)
{
    GStatBuf info;
    g_assert_cmpint(g_stat(path, &info), ==, 0);
    return info;
}

static void test_only_what_changes_is_written(void)
{
    char *folder = make_kit();
    g_autofree char *out = out_of(folder, "out"), *kept = file_of(folder, "da", "nl"),
                    *gone = file_of(folder, "db", "nl"), *edited = file_of(folder, "dc", "en"),
                    *original = NULL;
    Told told = {0};
    g_assert_cmpint(build(folder, out, 2, &told), ==, EZ_BUILD_DONE);
    g_string_free(told.text, TRUE);
    struct utimbuf old = {1000000000, 1000000000};
    utime(kept, &old);
    unsigned long inode = stat_of(kept).st_ino;
    original = ez_test_read(edited);
    g_remove(gone);
    g_assert_true(g_file_set_contents(edited, "by hand", -1, NULL));
    g_assert_cmpint(build(folder, out, 2, &told), ==, EZ_BUILD_DONE);
    g_assert_cmpstr(told.text->str, ==,
                    "test-da-nl-screen.pdf same 4\ntest-da-en-screen.pdf same "
                    "4\ntest-db-nl-screen.pdf written 4\n"
                    "test-db-en-screen.pdf same 4\ntest-dc-nl-screen.pdf same "
                    "4\ntest-dc-en-screen.pdf written 4\n"
                    "test-dd-nl-screen.pdf same 4\ntest-dd-en-screen.pdf same "
                    "4\ntest-de-nl-screen.pdf same 4\n"
                    "test-de-en-screen.pdf same 4\ntest-df-nl-screen.pdf same "
                    "4\ntest-df-en-screen.pdf same 4\n");
    g_string_free(told.text, TRUE);
    g_assert_cmpint(stat_of(kept).st_mtime, ==, 1000000000);
    g_assert_cmpint(stat_of(kept).st_ino, ==, inode);
    g_autofree char *again = ez_test_read(edited);
    g_assert_cmpstr(again, ==, original);
    g_assert_true(g_file_test(gone, G_FILE_TEST_IS_REGULAR));
    ez_test_remove(folder);
}

// ---- mistakes -------------------------------------------------------------------------------------------

static void test_a_deck_with_mistakes_holds_up_itself_alone(void)
{
    char *folder = make_kit();
    g_autofree char *out = out_of(folder, "out");
    ez_test_put(folder, "kit/decks/dc.lua",
                "return deck { id = 'dc', code = 'dc', title = { nl = 'Spel', en = 'Deck' }, "
                "size = 'a7', face = 'face', titel = 1,\n"
                "cards = { card { id = 'dc1', title = { nl = 'a', en = 'b' } } } }\n");
    Told told = {0};
    for (int jobs = 1; jobs <= 3; jobs += 2) {
        g_assert_cmpint(build(folder, out, jobs, &told), ==, EZ_BUILD_MISTAKES);
        g_assert_nonnull(strstr(told.text->str, "test-db-en-screen.pdf"));
        g_assert_nonnull(strstr(told.text->str, "test-dc-nl-screen.pdf refused"));
        g_assert_nonnull(strstr(told.text->str, "test-df-en-screen.pdf"));
        g_assert_nonnull(strstr(told.text->str, "has no field \"titel\""));
        g_string_free(told.text, TRUE);
    }
    g_autofree char *refused = file_of(folder, "dc", "nl"), *fine = file_of(folder, "dd", "nl");
    g_assert_false(g_file_test(refused, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(fine, G_FILE_TEST_EXISTS));
    ez_test_remove(folder);
}

static void test_a_mistake_for_all_holds_up_all(void)
{
    char *folder = make_kit();
    g_autofree char *out = out_of(folder, "out");
    ez_test_put(folder, "kit/faces/face.lua", "return face { front = 1 }");
    Told told = {0};
    g_assert_cmpint(build(folder, out, 2, &told), ==, EZ_BUILD_MISTAKES);
    g_assert_null(strstr(told.text->str, "written"));
    g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
    g_string_free(told.text, TRUE);
    ez_test_remove(folder);
}

static void test_a_mistake_in_the_theme_holds_up_all(void)
{
    char *folder = make_kit();
    g_autofree char *out = out_of(folder, "out");
    g_autofree char *path = out_of(folder, "kit/theme.lua");
    g_autofree char *theme = ez_test_read(path);
    g_auto(GStrv) around = g_strsplit(theme, "Literata", 2);
    g_autofree char *wrong = g_strjoinv("Literatuur", around);
    ez_test_put(folder, "kit/theme.lua", wrong);
    Told told = {0};
    for (int jobs = 1; jobs <= 3; jobs += 2) {
        g_assert_cmpint(build(folder, out, jobs, &told), ==, EZ_BUILD_MISTAKES);
        g_assert_nonnull(strstr(told.text->str, "Literatuur"));
        g_assert_null(strstr(told.text->str, "written"));
        g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
        g_string_free(told.text, TRUE);
    }
    ez_test_remove(folder);
}

// An icon in the words is read when they are laid out.
static void test_an_icon_that_cannot_be_read_holds_up_its_decks(void)
{
    char *folder = make_kit();
    g_autofree char *out = out_of(folder, "out");
    g_autofree char *icon = out_of(folder, "kit/icons/vast.svg");
    ez_test_put(folder, "kit/icons/vast.svg", "");
    g_assert_cmpint(truncate(icon, 65 * 1024 * 1024), ==, 0);
    put_deck(folder, "dc", "Kaart :vast:");
    Told told = {0};
    for (int jobs = 1; jobs <= 3; jobs += 2) {
        g_assert_cmpint(build(folder, out, jobs, &told), ==, EZ_BUILD_MISTAKES);
        g_assert_nonnull(strstr(told.text->str, "kit/icons/vast.svg"));
        g_assert_nonnull(strstr(told.text->str, "test-dc-nl-screen.pdf refused"));
        g_assert_null(strstr(told.text->str, "test-dd-nl-screen.pdf refused"));
        g_string_free(told.text, TRUE);
    }
    ez_test_remove(folder);
}

static void test_a_drawing_that_loses_a_mark_is_not_kept(void)
{
    char *folder = make_kit();
    g_autofree char *out = out_of(folder, "out");
    Told told = {0};
    loses_a_mark = true;
    g_assert_cmpint(build(folder, out, 1, &told), ==, EZ_BUILD_MISTAKES);
    loses_a_mark = false;
    g_assert_null(strstr(told.text->str, "written"));
    g_assert_nonnull(strstr(told.text->str, "test-da-nl-screen.pdf refused"));
    g_assert_nonnull(strstr(told.text->str, "page 1 has 0 marked pieces and the scene has 2"));
    g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
    g_string_free(told.text, TRUE);
    ez_test_remove(folder);
}

// ---- stopping ----------------------------------------------------------------------------------------------

static void test_a_stop_leaves_whole_files(void)
{
    for (int jobs = 1; jobs <= 2; jobs++) {
        char *folder = make_kit();
        g_autofree char *out = out_of(folder, "out");
        Told told = {.stop_after = 10};
        g_assert_cmpint(build(folder, out, jobs, &told), ==, EZ_BUILD_STOPPED);
        g_string_free(told.text, TRUE);
        if (jobs == 1)
            g_assert_cmpint(told.pages, <=,
                            12); // no further than the card in hand, in two languages
        GDir *dir = g_dir_open(out, 0, NULL);
        for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
            g_assert_true(g_str_has_suffix(name, ".pdf"));
            g_assert_true(name[0] != '.');
        }
        if (dir != NULL)
            g_dir_close(dir);
        g_autofree char *last = file_of(folder, "df", "en");
        g_assert_false(g_file_test(last, G_FILE_TEST_EXISTS));
        ez_test_remove(folder);
    }
}

static void test_a_check_counts_what_it_saw(void)
{
    char *folder = make_kit();
    g_autofree char *fonts = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    const char *const folders[] = {fonts, NULL};
    EzBuildRequest request = {
        .folder = folder, .font_folders = folders, .out = "out", .creator = "test"};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    EzBuildSum sum;
    g_assert_cmpint(ez_build_check(&request, diags, &sum, &error), ==, EZ_BUILD_DONE);
    g_assert_cmpint(sum.cards, ==, 24);
    g_assert_cmpint(sum.worksheets, ==, 0);
    g_assert_cmpint(sum.languages, ==, 2);
    ez_test_remove(folder);
}

// ---- even sizes --------------------------------------------------------------------------------

// The type size of the title of a card in the PDF, from poppler's list of words and their boxes.
static double height_of_title(const char *folder, const char *cards, EzSideChoice sides)
{
    g_autofree char *out = g_build_filename(folder, "even.pdf", NULL);
    const char *const ids[] = {"even", NULL}, *const chosen[] = {cards, NULL};
    g_autofree char *fonts = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    const char *const folders[] = {fonts, NULL};
    EzBuildRequest request = {.folder = folder,
                              .font_folders = folders,
                              .ids = ids,
                              .cards = cards != NULL ? chosen : NULL,
                              .sides = sides,
                              .out = out,
                              .jobs = 1,
                              .creator = "test"};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    EzBuildListener listener = {0};
    g_assert_cmpint(ez_build_print(&request, &listener, diags, &error), ==, EZ_BUILD_DONE);
    g_assert_no_error(error);
    g_autofree char *words = NULL;
    g_autoptr(GSubprocess) ask =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-bbox", "-l",
                         "1", out, "-", NULL);
    g_assert_true(g_subprocess_communicate_utf8(ask, NULL, NULL, &words, NULL, &error));
    const char *top = strstr(words, "yMin=\""), *bottom = strstr(words, "yMax=\"");
    return g_ascii_strtod(bottom + 6, NULL) - g_ascii_strtod(top + 6, NULL);
}

static void put_even_deck(const char *folder, const char *even)
{
    g_autofree char *face =
        g_strdup_printf("return face { front = function(c) return layers {\n"
                        "  text { c.title, at = { 5, 20 }, width = 40, lines = 1, fit = { 20, "
                        "6 }%s } } end }\n",
                        even);
    ez_test_put(folder, "kit/faces/face.lua", face);
    ez_test_put(folder, "kit/decks/even.lua",
                "return deck { id = 'even', code = 'E', title = 'Spel', size = 'a7',\n"
                "  face = 'face', cards = { card { id = 'E1', title = 'Kort' },\n"
                "  card { id = 'E2', title = 'Een titel die veel langer is' } } }\n");
}

static void test_even_texts_are_as_small_as_the_smallest(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl'", "'even'", "");
    put_even_deck(folder, "");
    double own = height_of_title(folder, NULL, EZ_SIDES_BOTH),
           smallest = height_of_title(folder, "E2", EZ_SIDES_BOTH);
    put_even_deck(folder, ", even = true");
    g_assert_cmpfloat(own, >, smallest * 1.3);
    g_assert_cmpfloat_with_epsilon(height_of_title(folder, NULL, EZ_SIDES_BOTH), smallest,
                                   0.01);
    // Also when only a part of the deck is printed.
    g_assert_cmpfloat_with_epsilon(height_of_title(folder, "E1", EZ_SIDES_BOTH), smallest,
                                   0.01);
    // Be it one side, where the longest stands on the other.
    ez_test_put(
        folder, "kit/faces/face.lua",
        "local function title(words) return layers { text { words, at = { 5, 20 }, width "
        "= 40,\n  lines = 1, fit = { 20, 6 }, even = true } } end\n"
        "return face { front = function(c) return title('Kort') end,\n"
        "  back = function(c) return title(c.title) end }\n");
    g_assert_cmpfloat_with_epsilon(height_of_title(folder, "E1", EZ_SIDES_FRONT), smallest,
                                   0.01);
    ez_test_remove(folder);
}

// A card without even texts may stand before those that have them: neither is left out.
static void test_even_texts_may_begin_on_a_later_card(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl'", "'even'", "");
    put_even_deck(folder, "");
    ez_test_put(folder, "kit/faces/face.lua",
                "return face { front = function(c) return layers {\n"
                "  text { c.title, at = { 5, 20 }, width = 40, lines = 1, fit = { 20, 6 },\n"
                "    even = c.id ~= 'E1' } } end }\n");
    g_autofree char *out = out_of(folder, "out");
    Told told = {0};
    g_assert_cmpint(build(folder, out, 1, &told), ==, EZ_BUILD_DONE);
    g_assert_cmpstr(told.text->str, ==, "test-even-nl-screen.pdf written 2\n");
    g_assert_cmpint(told.pages, ==, 2);
    g_string_free(told.text, TRUE);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/build/jobs-change-nothing", test_jobs_change_nothing);
    g_test_add_func("/build/only-what-changes-is-written", test_only_what_changes_is_written);
    g_test_add_func("/build/a-deck-with-mistakes-holds-up-itself-alone",
                    test_a_deck_with_mistakes_holds_up_itself_alone);
    g_test_add_func("/build/a-mistake-for-all-holds-up-all",
                    test_a_mistake_for_all_holds_up_all);
    g_test_add_func("/build/an-icon-that-cannot-be-read-holds-up-its-decks",
                    test_an_icon_that_cannot_be_read_holds_up_its_decks);
    g_test_add_func("/build/a-drawing-that-loses-a-mark-is-not-kept",
                    test_a_drawing_that_loses_a_mark_is_not_kept);
    g_test_add_func("/build/a-stop-leaves-whole-files", test_a_stop_leaves_whole_files);
    g_test_add_func("/build/a-check-counts-what-it-saw", test_a_check_counts_what_it_saw);
    g_test_add_func("/build/even-texts-are-as-small-as-the-smallest",
                    test_even_texts_are_as_small_as_the_smallest);
    g_test_add_func("/build/even-texts-may-begin-on-a-later-card",
                    test_even_texts_may_begin_on_a_later_card);
    g_test_add_func("/build/a-mistake-in-the-theme-holds-up-all",
                    test_a_mistake_in_the_theme_holds_up_all);
    return g_test_run();
}
