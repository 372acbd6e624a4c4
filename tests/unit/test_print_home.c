// SPDX-License-Identifier: EUPL-1.2
// `print --for home` from outside: which files come of it, what is on them, and what is refused.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <string.h>

// ---- a kit --------------------------------------------------------------------------------------------

static void put_deck(const char *folder, const char *id, const char *size, int cards,
                     const char *more)
{
    g_autofree char *path = g_strdup_printf("kit/decks/%s.lua", id);
    g_autofree char *lua = g_strdup_printf(
        "local cards = {}\n"
        "for i = 1, %d do cards[i] = card { id = '%s' .. i, title = { nl = 'Kaart ' .. i, en = "
        "'Card ' .. i } } end\n"
        "return deck { id = '%s', code = '%s', title = { nl = 'Spel', en = 'Deck' }, size = "
        "%s, "
        "%s face = 'face', cards = cards }\n",
        cards, id, id, id, size, more);
    ez_test_put(folder, path, lua);
}

static void put_worksheet(const char *folder, const char *size, double pt)
{
    g_autofree char *lua = g_strdup_printf(
        "return worksheet { id = 'blad', code = 'W01', title = { nl = 'Werkblad', en = "
        "'Worksheet' }, size = %s, orientation = 'landscape', safe = 0,\n"
        "  page { text { { nl = 'Schrijf hier', en = 'Write here' }, size = %g } },\n"
        "  page { text { { nl = 'En hier', en = 'And here' }, size = 20 } } }\n",
        size, pt);
    ez_test_put(folder, "kit/worksheets/blad.lua", lua);
}

// Five A6 cards with two sides, and an A3 worksheet of two pages.
static char *make_kit(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl', 'en'", "'vijf'", "'blad'");
    put_deck(folder, "vijf", "'a6'", 5, "");
    put_worksheet(folder, "'a3'", 13);
    ez_test_put(folder, "kit/faces/face.lua",
                "return face { front = function(c, ctx) return layers { text { c.title, ' ', "
                "ctx.edition, at = { 10, 20 }, width = 80 } } end,\n"
                "  back = function(c) return layers { text { 'achter ', c.id, at = { 10, 30 }, "
                "width = 80 } } end }\n");
    return folder;
}

static bool has_file(const char *folder, const char *path)
{
    g_autofree char *full = g_build_filename(folder, path, NULL);
    return g_file_test(full, G_FILE_TEST_IS_REGULAR);
}

// The words of a page of a PDF, one line.
static char *words_of(const char *folder, const char *path, int page)
{
    g_autofree char *arguments =
        g_strdup_printf("pdftotext|-f|%d|-l|%d|-raw|%s/%s|-", page, page, folder, path);
    char *text = ez_test_tool(arguments);
    return g_strdelimit(text, "\n\f", ' ');
}

static void assert_words(const char *folder, const char *path, int page, const char *part)
{
    g_autofree char *words = words_of(folder, path, page);
    if (strstr(words, part) == NULL)
        ez_test_fault("%s, page %d: not \"%s\" but %s", path, page, part, words);
}

static void assert_size(const char *folder, const char *path, const char *size)
{
    g_autofree char *arguments = g_strdup_printf("pdfinfo|%s/%s", folder, path);
    g_autofree char *info = ez_test_tool(arguments);
    if (strstr(info, size) == NULL)
        ez_test_fault("%s: not %s but %s", path, size, info);
}

static EzTestRun print(const char *folder, const char *arguments)
{
    g_autofree char *all = g_strconcat("print|--for|home", arguments, NULL);
    EzTestRun run = ez_test_run(folder, NULL, all);
    if (run.status != 0)
        ez_test_fault("%s: %d %s", arguments, run.status, run.err);
    return run;
}

// ---- files --------------------------------------------------------------------------------------------

static void test_decks_and_worksheets_become_sheets(void)
{
    char *folder = make_kit();
    g_auto(EzTestRun) run = print(folder, "");
    g_assert_nonnull(strstr(run.out, "out/test-vijf-nl-home.pdf  4 pages\n"));
    g_assert_nonnull(strstr(run.out, "out/test-blad-en-home.pdf  2 pages\n"));
    g_assert_false(has_file(folder, "out/test-vijf-nl-screen.pdf"));
    assert_size(folder, "out/test-vijf-nl-home.pdf", "595.276 x 841.89");
    assert_words(folder, "out/test-vijf-nl-home.pdf", 1, "Spel · voorkant · vel 1/2 · schaal");
    assert_words(folder, "out/test-vijf-nl-home.pdf", 1, "Kaart 4 full");
    assert_words(folder, "out/test-vijf-nl-home.pdf", 2, "achter vijf4");
    assert_words(folder, "out/test-vijf-nl-home.pdf", 4, "achter vijf5");
    assert_words(folder, "out/test-vijf-en-home.pdf", 4,
                 "Deck · back · sheet 2/2 · scale 94.5%");
    assert_size(folder, "out/test-blad-nl-home.pdf", "841.89 x 595.276");
    assert_words(folder, "out/test-blad-nl-home.pdf", 1, "Schrijf hier");
    assert_words(folder, "out/test-blad-nl-home.pdf", 2, "Werkblad · vel 2/2 · schaal 70,7");
    g_auto(EzTestRun) again = print(folder, "");
    g_assert_nonnull(strstr(again.out, "4 files, nothing new, in "));
    ez_test_remove(folder);
}

static void test_both_purposes_are_printed_at_once(void)
{
    char *folder = make_kit();
    g_auto(EzTestRun) run = print(folder, ",screen|vijf|--lang|nl");
    g_assert_nonnull(strstr(run.out, "vijf-nl-screen.pdf  10 pages\n"));
    g_assert_nonnull(strstr(run.out, "vijf-nl-home.pdf  4 pages\n2 files in "));
    g_auto(EzTestRun) one = ez_test_run(folder, NULL, "print|vijf|--lang|nl|-o|alone");
    g_autofree char *path = g_build_filename(folder, "out/test-vijf-nl-screen.pdf", NULL);
    g_autofree char *alone = g_build_filename(folder, "alone/test-vijf-nl-screen.pdf", NULL);
    g_autofree char *compare = g_strdup_printf("cmp|%s|%s", path, alone);
    g_autofree char *same = ez_test_tool(compare);
    g_assert_cmpstr(same, ==, "");
    g_auto(EzTestRun) file =
        ez_test_run(folder, NULL, "print|vijf|--lang|nl|--for|home|-o|x.pdf");
    g_assert_cmpint(file.status, ==, 0);
    g_assert_true(has_file(folder, "x.pdf"));
    g_auto(EzTestRun) two =
        ez_test_run(folder, NULL, "print|vijf|--lang|nl|--for|home,screen|-o|x.pdf");
    g_assert_cmpint(two.status, ==, 2);
    g_assert_nonnull(strstr(two.err, "this prints 2 files, and -o names one"));
    ez_test_remove(folder);
}

static const struct {
    const char *arguments, *told; // of deck vijf in Dutch
} ways[] = {
    {"|--scale|100", "home.pdf  6 pages\n"},
    {"|--paper|a3", "home.pdf  2 pages\n"},
    {"|--duplex|fold", "home.pdf  3 pages\n"},
    {"|--duplex|short|--offset|1,-0.5", "home.pdf  4 pages\n"},
    {"|--duplex|none", "home.pdf  4 pages\n"},
    {"|--side|front", "home-front.pdf  2 pages\n"},
    {"|--side|back|--duplex|fold", "home-back.pdf  2 pages\n"},
    {"|--cards|2-3", "home-2-3.pdf  2 pages\n"},
    {"|--format|png|--dpi|36", "4 files in "},
    {"|--format|svg|--duplex|fold", "3 files in "},
};

static void test_sheets_are_as_asked(void)
{
    char *folder = make_kit();
    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autofree char *arguments =
            g_strdup_printf("%s|--lang|nl|vijf|-o|%d", ways[i].arguments, (int)i);
        g_auto(EzTestRun) run = print(folder, arguments);
        if (strstr(run.out, ways[i].told) == NULL)
            ez_test_fault("%s: %s", ways[i].arguments, run.out);
    }
    g_assert_true(has_file(folder, "8/test-vijf-nl-home-sheet2-back.png"));
    g_assert_true(has_file(folder, "9/test-vijf-nl-home-sheet3.svg"));
    assert_words(folder, "2/test-vijf-nl-home.pdf", 1, "achter vijf2");
    assert_words(folder, "2/test-vijf-nl-home.pdf", 1, "voor- en achterkant · vel 1/3");
    assert_words(folder, "6/test-vijf-nl-home-back.pdf", 1, "Spel · achterkant · vel 1/2");
    ez_test_remove(folder);
}

static void test_copies_multiply_cards(void)
{
    char *folder = make_kit();
    put_deck(folder, "vijf", "'a6'", 5, "copies = 3,");
    g_auto(EzTestRun) run = print(folder, ",screen|vijf|--lang|nl");
    g_assert_nonnull(strstr(run.out, "home.pdf  8 pages\n")); // 15 cards on 4 sheets
    g_assert_nonnull(strstr(run.out, "screen.pdf  10 pages\n"));
    assert_words(folder, "out/test-vijf-nl-home.pdf", 1, "Kaart 1 full Kaart 1 full Kaart 1");
    assert_words(folder, "out/test-vijf-nl-home.pdf", 7, "Kaart 5 full Kaart 5 full Kaart 5");
    ez_test_remove(folder);
}

// How many pages a worksheet has that flows is known when it is laid out.
static void test_pages_that_flow_are_counted(void)
{
    char *folder = make_kit();
    ez_test_put(
        folder, "kit/worksheets/blad.lua",
        "local all = { margin = 30 }\n"
        "for i = 1, 40 do all[i] = text { 'Regel ' .. i, size = 30, leading = 40 } end\n"
        "return worksheet { id = 'blad', code = 'W01', title = { nl = 'Blad', en = 'Sheet' "
        "}, size = 'a4', pages(all) }\n");
    g_auto(EzTestRun) run = print(folder, "|blad|--lang|nl");
    g_assert_nonnull(strstr(run.out, "home.pdf  3 pages\n"));
    assert_words(folder, "out/test-blad-nl-home.pdf", 3, "vel 3/3 · schaal 100");
    ez_test_remove(folder);
}

static void test_mono_is_heard_by_faces(void)
{
    char *folder = make_kit();
    g_auto(EzTestRun) run = print(folder, "|--mono|vijf|--lang|nl|--jobs|2");
    assert_words(folder, "out/test-vijf-nl-home-mono.pdf", 1, "Kaart 1 mono");
    g_auto(EzTestRun) screen = ez_test_run(folder, NULL, "print|--mono|vijf|--lang|nl");
    g_assert_cmpint(screen.status, ==, 0);
    assert_words(folder, "out/test-vijf-nl-screen-mono.pdf", 1, "Kaart 1 mono");
    ez_test_remove(folder);
}

static void test_the_same_kit_gives_the_same_sheets(void)
{
    static const char *const tokyo[] = {"TZ=Asia/Tokyo", "LC_ALL=de_DE.UTF-8", NULL};
    char *folder = make_kit();
    g_auto(EzTestRun) here = print(folder, "|-o|one");
    g_auto(EzTestRun) there = ez_test_run(folder, tokyo, "print|--for|home|-o|two|--jobs|2");
    g_assert_cmpint(there.status, ==, 0);
    g_autofree char *compare = g_strdup_printf("diff|-r|%s/one|%s/two", folder, folder);
    g_autofree char *same = ez_test_tool(compare);
    g_assert_cmpstr(same, ==, "");
    ez_test_remove(folder);
}

// ---- refusals ------------------------------------------------------------------------------------------

static void assert_refused(const char *folder, const char *arguments, const char *message)
{
    g_autofree char *all = g_strconcat("print|--for|home", arguments, NULL);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, all);
    if (run.status != 1 || strstr(run.err, message) == NULL)
        ez_test_fault("%s: %d %s", arguments, run.status, run.err);
}

static void test_what_is_larger_than_the_paper_is_refused(void)
{
    char *folder = make_kit();
    put_deck(folder, "vijf", "{ 230.5, 215 }", 2, "");
    assert_refused(
        folder, ",screen|vijf|--lang|nl,en",
        "kit/decks/vijf.lua:3:88: error[E3190]: a card of deck vijf is 230.5 × 215 mm, "
        "and the paper is 210 × 297 mm");
    g_assert_true(has_file(folder, "out/test-vijf-nl-screen.pdf")); // it needs no paper
    g_assert_false(has_file(folder, "out/test-vijf-nl-home.pdf"));
    assert_refused(folder, "|vijf|--format|png|--dpi|36", "hint: print it on A3: --paper a3");
    g_auto(EzTestRun) large = print(folder, "|vijf|--paper|a3");
    put_deck(folder, "vijf", "{ 150, 230 }", 2, "");
    assert_refused(folder, "|vijf|--duplex|fold|--scale|100", "--paper a3");
    assert_refused(folder, "|blad|--scale|100",
                   "worksheet W01 is 420 × 297 mm, and the paper is 210 × 297 mm");
    ez_test_remove(folder);
}

static void test_letters_that_become_too_small_are_told(void)
{
    char *folder = make_kit();
    put_worksheet(folder, "'a3'", 12);
    assert_refused(
        folder, "|blad",
        "kit/worksheets/blad.lua:1:101: error[E3191]: worksheet W01: \"Schrijf hier\" "
        "would be 8.4 pt on this paper; 8.5 is the minimum");
    assert_refused(folder, "|blad|--format|png|--dpi|36",
                   "hint: print it on A3 (--paper a3), or set it in 12.1 pt");
    g_assert_false(has_file(folder, "out/test-blad-nl-home-sheet1.png"));
    g_auto(EzTestRun) large = print(folder, "|blad|--paper|a3");
    put_worksheet(folder, "'a3'", 12.1);
    g_auto(EzTestRun) larger = print(folder, "|blad");
    ez_test_put(
        folder, "kit/worksheets/blad.lua",
        "return worksheet { id = 'blad', code = 'W01', title = { nl = 'a', en = 'a' }, "
        "size = 'a3',\n  safe = 0, page { text { 'V', size = 9.4 } }, page { text { 'V', "
        "size = 9.3 } } }\n");
    assert_refused(folder, "|blad|--lang|nl",
                   "\"V\" would be 6.5 pt on this paper; 6.6 is the minimum");
    put_worksheet(folder, "'a4'", 7); // not scaled: as its author wants it
    g_auto(EzTestRun) small = print(folder, "|blad");
    ez_test_remove(folder);
}

// The running text is what must stay readable: at 8.8 pt it would be 8.3.
static void test_small_running_text_keeps_cards_at_their_size(void)
{
    char *folder = make_kit();
    g_autofree char *path = g_build_filename(folder, "kit", "theme.lua", NULL);
    g_autofree char *theme = ez_test_read(path);
    g_auto(GStrv) parts = g_strsplit(theme, "size = 9,", 2);
    g_autofree char *smaller = g_strjoinv("size = 8.8,", parts);
    ez_test_put(folder, "kit/theme.lua", smaller);
    g_auto(EzTestRun) run = print(folder, "|vijf|--lang|nl");
    g_assert_nonnull(strstr(run.out, "home.pdf  6 pages\n"));
    assert_words(folder, "out/test-vijf-nl-home.pdf", 1, "vel 1/3 · schaal 100");
    ez_test_remove(folder);
}

// ---- paper that was cut ---------------------------------------------------------------------------------

// Where the words stand on a page, in mm from its left; `top` is the distance to that of the first card's.
static void assert_place(const char *boxes, const char *word, double x, double rows_down)
{
    g_autofree char *shown = g_strdup_printf(">%s</word>", word);
    const char *at = strstr(boxes, shown);
    const char *first = strstr(boxes, "<word ");
    g_assert_true(at != NULL && first != NULL);
    while (strncmp(at, "<word ", 6) != 0)
        at--;
    double from = g_ascii_strtod(strstr(at, "xMin=\"") + 6, NULL) * 25.4 / 72;
    double top = g_ascii_strtod(strstr(at, "yMin=\"") + 6, NULL) * 25.4 / 72;
    double start = g_ascii_strtod(strstr(first, "yMin=\"") + 6, NULL) * 25.4 / 72;
    g_test_message("%s at %.3f, %.3f below the first row", word, from, top - start);
    g_assert_cmpfloat_with_epsilon(from, x, 0.01);
    g_assert_cmpfloat_with_epsilon(top - start, rows_down * 54, 0.01);
}

static void test_cards_stand_on_the_labels(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl', 'en'", "'kaart'", "");
    put_deck(folder, "kaart", "{ 85, 54 }", 12, "bleed = 3,");
    ez_test_put(
        folder, "kit/faces/face.lua",
        "return face { front = function(c) return layers { fill { colour = '#204060', at "
        "= { -3, -3 }, width = 91, height = 60 }, text { 'v', c.id, at = { 10, 20 }, "
        "width = 40, colour = '#FFFFFF' } } end,\n"
        "  back = function(c) return layers { text { 'a', c.id, at = { 10, 20 }, width = "
        "40 } } end }\n");
    g_auto(EzTestRun) run = print(folder, "|--lang|nl|--profile|avery-c32011|-o|out");
    g_autofree char *command = g_strdup_printf(
        "pdftotext|-bbox|-f|%d|-l|%d|%s/out/test-kaart-nl-home.pdf|-", 1, 1, folder);
    g_autofree char *fronts = ez_test_tool(command);
    g_autofree char *other = g_strdup_printf(
        "pdftotext|-bbox|-f|%d|-l|%d|%s/out/test-kaart-nl-home.pdf|-", 2, 2, folder);
    g_autofree char *backs = ez_test_tool(other);
    for (int i = 0; i < 10; i++) {
        g_autofree char *front = g_strdup_printf("vkaart%d", i + 1),
                        *back = g_strdup_printf("akaart%d", i + 1);
        assert_place(fronts, front, i % 2 == 0 ? 25 : 120, i / 2);
        assert_place(backs, back, i % 2 == 0 ? 120 : 25, i / 2);
    }
    ez_test_remove(folder);
}

// One pixel of a sheet at 127 dpi, 5 a mm; the place in mm.
static bool is_painted(const char *pixels, int width, double x, double y)
{
    const guchar *pixel = (const guchar *)pixels + ((int)(y * 5) * width + (int)(x * 5)) * 3;
    return pixel[0] + pixel[1] + pixel[2] < 600;
}

static void test_labels_are_filled_and_nothing_else(void)
{
    char *folder = ez_test_folder();
    gsize length;
    g_autofree char *text = NULL;
    ez_test_put_kit(folder, "'nl', 'en'", "'kaart'", "");
    put_deck(folder, "kaart", "{ 85, 54 }", 10, "bleed = 3,");
    ez_test_put(
        folder, "kit/faces/face.lua",
        "return face { front = function(c) return layers { fill { colour = '#204060', at "
        "= { -3, -3 }, width = 91, height = 60 } } end }\n");
    g_auto(EzTestRun) run = print(folder, "|--lang|nl|--profile|avery-c32011|-o|out/a.pdf");
    g_autofree char *command = g_strdup_printf(
        "pdftoppm|-scale-to-x|1050|-scale-to-y|1485|-singlefile|%s/out/a.pdf|%s/sheet", folder,
        folder);
    g_autofree char *path = g_build_filename(folder, "sheet.ppm", NULL);
    g_free(ez_test_tool(command));
    g_assert_true(g_file_get_contents(path, &text, &length, NULL));
    g_assert_true(g_str_has_prefix(text, "P6\n1050 1485\n255\n"));
    const char *pixels = text + strlen("P6\n1050 1485\n255\n");
    static const struct {
        double x, y;
        bool painted;
    } rows[] = {{14.7, 40, false},  {15.3, 40, true},  {99.7, 40, true},  {100.3, 40, false},
                {109.7, 40, false}, {110.3, 40, true}, {194.7, 40, true}, {195.3, 40, false},
                {50, 13.2, false},  {50, 13.8, true},  {50, 283.2, true}, {50, 283.8, false},
                {15, 10, false},    {100, 288, false}, {12, 13.5, false}, {12, 67.5, false}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if (is_painted(pixels, 1050, rows[i].x, rows[i].y) != rows[i].painted)
            ez_test_fault("%g, %g", rows[i].x, rows[i].y);
    ez_test_remove(folder);
}

static void test_labels_take_cards_of_their_size(void)
{
    char *folder = make_kit();
    g_auto(EzTestRun) run =
        ez_test_run(folder, NULL, "print|--for|home|--profile|avery-c32011|-o|out");
    g_assert_cmpint(run.status, ==, 1);
    if (strstr(run.err, "error[E3240]: a card of deck vijf is 105 × 148 mm, and the cells of "
                        "avery-c32011 are 85 × 54 mm\n") == NULL ||
        strstr(run.err, "hint: size = { 85, 54 }\n") == NULL ||
        strstr(run.err, "error[E3240]: worksheet W01 is 420 × 297 mm, and the cells of "
                        "avery-c32011 are 85 × 54 mm\n") == NULL)
        ez_test_fault("%s", run.err);
    g_assert_false(has_file(folder, "out/test-vijf-nl-home.pdf"));
    ez_test_remove(folder);
}

static void test_a_printer_leaves_its_margin_white(void)
{
    char *folder = make_kit();
    g_auto(EzTestRun) usual = print(folder, "|vijf|--lang|nl|-o|out/usual.pdf");
    g_auto(EzTestRun) ink =
        print(folder, "|vijf|--lang|nl|--profile|home-inkjet|-o|out/inkjet.pdf");
    assert_words(folder, "out/usual.pdf", 1, "vel 1/2 ");
    assert_words(folder, "out/inkjet.pdf", 1, "vel 1/3 ");
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/print-home/decks-and-worksheets-become-sheets",
                    test_decks_and_worksheets_become_sheets);
    g_test_add_func("/print-home/both-purposes-are-printed-at-once",
                    test_both_purposes_are_printed_at_once);
    g_test_add_func("/print-home/sheets-are-as-asked", test_sheets_are_as_asked);
    g_test_add_func("/print-home/copies-multiply-cards", test_copies_multiply_cards);
    g_test_add_func("/print-home/pages-that-flow-are-counted",
                    test_pages_that_flow_are_counted);
    g_test_add_func("/print-home/mono-is-heard-by-faces", test_mono_is_heard_by_faces);
    g_test_add_func("/print-home/the-same-kit-gives-the-same-sheets",
                    test_the_same_kit_gives_the_same_sheets);
    g_test_add_func("/print-home/what-is-larger-than-the-paper-is-refused",
                    test_what_is_larger_than_the_paper_is_refused);
    g_test_add_func("/print-home/cards-stand-on-the-labels", test_cards_stand_on_the_labels);
    g_test_add_func("/print-home/labels-are-filled-and-nothing-else",
                    test_labels_are_filled_and_nothing_else);
    g_test_add_func("/print-home/labels-take-cards-of-their-size",
                    test_labels_take_cards_of_their_size);
    g_test_add_func("/print-home/a-printer-leaves-its-margin-white",
                    test_a_printer_leaves_its_margin_white);
    g_test_add_func("/print-home/letters-that-become-too-small-are-told",
                    test_letters_that_become_too_small_are_told);
    g_test_add_func("/print-home/small-running-text-keeps-cards-at-their-size",
                    test_small_running_text_keeps_cards_at_their_size);
    return g_test_run();
}
