// SPDX-License-Identifier: EUPL-1.2
// `print --for press` from outside: the kit of the tree as a print shop gets it, and what a shop does not take.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

// ---- the kit of the tree ---------------------------------------------------------------------------------

typedef struct World {
    char *out;
} World;

static void set_up(World *world, const void *data)
{
    world->out = ez_test_folder();
    g_autofree char *arguments = g_strdup_printf(
        "print|N|F|--lang|nl|--for|press|--profile|%s|-o|%s", (const char *)data, world->out);
    g_auto(EzTestRun) run = ez_test_run(g_getenv("EZ_SOURCE"), NULL, arguments);
    g_assert_cmpstr(run.err, ==, "");
    g_assert_cmpint(run.status, ==, 0);
}

static void tear_down(World *world, const void *data)
{
    ez_test_remove(world->out);
}

static char *file_of(const World *world, const char *deck)
{
    return g_strdup_printf("%s/wortelwerk-%s-nl-press.pdf", world->out, deck);
}

// The most ink on a pixel of each page, in percent, as Ghostscript separates it; `pages` counts them.
static double most_ink(const char *path, int *pages)
{
    g_autofree char *pam = g_strconcat(path, ".pam", NULL), *text = NULL;
    g_autofree char *command =
        g_strdup_printf("gs|-q|-dNOPAUSE|-dBATCH|-sDEVICE=pamcmyk32|-r24|-o|%s|%s", pam, path);
    gsize length = 0;
    int most = 0, width, height;
    g_free(ez_test_tool(command));
    g_assert_true(g_file_get_contents(pam, &text, &length, NULL));
    for (const char *at = text, *end = text + length; at < end; (*pages)++) {
        const char *pixels = g_strstr_len(at, end - at, "ENDHDR\n");
        const char *w = g_strstr_len(at, end - at, "WIDTH "),
                   *h = g_strstr_len(at, end - at, "HEIGHT ");
        width = (int)g_ascii_strtoll(w + strlen("WIDTH "), NULL, 10);
        height = (int)g_ascii_strtoll(h + strlen("HEIGHT "), NULL, 10);
        const guchar *p = (const guchar *)pixels + strlen("ENDHDR\n");
        at = (const char *)p + width * height * 4;
        for (; p < (const guchar *)at; p += 4)
            most = MAX(most, p[0] + p[1] + p[2] + p[3]);
    }
    return most / 2.55;
}

static void test_ink_of_every_page(World *world, const void *data)
{
    static const struct {
        const char *deck;
        int pages;
    } rows[] = {{"natuur", 80}, {"functie", 16}};
    g_autofree char *gs = g_find_program_in_path("gs");
    if (gs == NULL) {
        g_test_skip("there is no gs");
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        int pages = 0;
        g_autofree char *path = file_of(world, rows[i].deck);
        double most = most_ink(path, &pages);
        g_test_message("%s: at most %.0f %%", rows[i].deck, most);
        g_assert_cmpint(pages, ==, rows[i].pages);
        g_assert_cmpfloat(most, <=, 300);
        g_assert_cmpfloat(most, >, 100);
    }
}

static int count(const char *text, const char *part)
{
    int found = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
        found++;
    return found;
}

// Contents and dictionaries of the file; what is not text is left out.
static char *plain_text(const char *path)
{
    g_autofree char *plain = g_strconcat(path, ".qdf", NULL), *text = NULL;
    g_autofree char *command =
        g_strdup_printf("qpdf|--qdf|--object-streams=disable|%s|%s", path, plain);
    gsize length = 0;
    g_free(ez_test_tool(command));
    g_assert_true(g_file_get_contents(plain, &text, &length, NULL));
    for (gsize i = 0; i < length; i++)
        if (text[i] == '\0')
            text[i] = ' ';
    return g_steal_pointer(&text);
}

static void test_all_is_cmyk_and_text_is_black(World *world, const void *data)
{
    static const char *const none[] = {" rg\n",      " RG\n",           " g\n",    " G\n",
                                       "/DeviceRGB", "/StructTreeRoot", "/Annots", "/ICCBased"};
    g_autofree char *path = file_of(world, "functie"), *text = plain_text(path);
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
        if (strstr(text, none[i]) != NULL)
            ez_test_fault("there is %s", none[i]);
    g_assert_cmpint(count(text, "\n0 0 0 1 k\n"), >=, 16);
    g_assert_cmpint(count(text, "/EzOverprint gs\n"), >=, 16);
}

static void test_the_file_is_whole(World *world, const void *data)
{
    g_autofree char *path = file_of(world, "functie");
    g_autofree char *check = g_strdup_printf("qpdf|--check|%s", path);
    g_free(ez_test_tool(check));
    g_autofree char *fonts = g_strdup_printf("pdffonts|%s", path);
    g_autofree char *list = ez_test_tool(fonts);
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    for (int i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
        if (strstr(lines[i], " yes yes yes ") == NULL)
            ez_test_fault("not embedded: %s", lines[i]);
}

static void test_again_gives_the_same_bytes(World *world, const void *data)
{
    static const char *const elsewhere[] = {"TZ=Asia/Tokyo", "LC_ALL=de_DE.UTF-8", NULL};
    char *other = ez_test_folder();
    g_autofree char *arguments = g_strdup_printf(
        "print|F|--lang|nl|--for|press|--profile|%s|-o|%s", (const char *)data, other);
    g_auto(EzTestRun) run = ez_test_run(g_getenv("EZ_SOURCE"), elsewhere, arguments);
    g_autofree char *one = file_of(world, "functie");
    g_autofree char *two = g_build_filename(other, "wortelwerk-functie-nl-press.pdf", NULL);
    g_autofree char *compare = g_strdup_printf("cmp|%s|%s", one, two);
    g_free(ez_test_tool(compare));
    ez_test_remove(other);
}

// ---- shops with a size of their own ------------------------------------------------------------------------

static char *make_poker(double bleed)
{
    char *folder = ez_test_folder();
    g_autofree char *deck = g_strdup_printf(
        "return deck { id = 'spel', code = 'S', title = 'Spel', size = { 63.5, 88.9 }, bleed = "
        "%g, face = 'face', cards = { card { id = 'S1', title = 'Een' }, card { id = 'S2', "
        "title = 'Twee' } } }",
        bleed);
    ez_test_put_kit(folder, "'nl'", "'spel'", "");
    ez_test_put(folder, "kit/decks/spel.lua", deck);
    ez_test_put(
        folder, "kit/faces/face.lua",
        "return face { front = function(c) return layers { text { 'voor ', c.id, at = { "
        "10, 20 }, width = 40 } } end, back = function(c) return layers { text { "
        "'achter ', c.id, at = { 10, 20 }, width = 40 } } end }");
    return folder;
}

static void test_backs_first(void)
{
    static const char *const words[] = {"achter S1", "voor S1", "achter S2", "voor S2"};
    char *folder = make_poker(3.175);
    g_auto(EzTestRun) run =
        ez_test_run(folder, NULL, "print|--for|press|--profile|drivethrucards|-o|out");
    g_assert_cmpstr(run.err, ==, "");
    for (int i = 0; i < 4; i++) {
        g_autofree char *command = g_strdup_printf(
            "pdftotext|-f|%d|-l|%d|%s/out/test-spel-nl-press.pdf|-", i + 1, i + 1, folder);
        g_autofree char *text = ez_test_tool(command);
        if (!g_str_has_prefix(text, words[i]))
            ez_test_fault("page %d is %s", i + 1, text);
    }
    ez_test_remove(folder);
}

static void test_pictures_of_exact_pixels(void)
{
    char *folder = make_poker(3.175);
    g_auto(EzTestRun) run = ez_test_run(
        folder, NULL, "print|--for|press|--profile|gamecrafter|--format|png|-o|out");
    g_assert_cmpstr(run.err, ==, "");
    g_autofree char *path =
        g_build_filename(folder, "out/test-spel-nl-press-S2-back.png", NULL);
    g_autofree char *png = NULL;
    g_assert_true(g_file_get_contents(path, &png, NULL, NULL));
    const guchar *size = (guchar *)png + 16; // of its header: width and height
    g_assert_cmpint(size[2] << 8 | size[3], ==, 825);
    g_assert_cmpint(size[6] << 8 | size[7], ==, 1125);
    ez_test_remove(folder);
}

static void test_what_the_shop_does_not_take_is_not_written(void)
{
    static const char *const runs[] = {
        "print|--for|press|--profile|drivethrucards|-o|out",
        "print|--for|press|--profile|gamecrafter|--format|png|-o|out"};
    char *folder = make_poker(2);
    g_autofree char *out = g_build_filename(folder, "out", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_auto(EzTestRun) run = ez_test_run(folder, NULL, runs[i]);
        g_assert_cmpint(run.status, ==, 1);
        if (strstr(run.err, "error[E3231]: S1 voorkant has 2 mm bleed, and the print shop's "
                            "profile ") == NULL)
            ez_test_fault("%s", run.err);
        g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
    }
    ez_test_remove(folder);
}

// ---- what preflight refuses --------------------------------------------------------------------------------

// Prints for a press, and holds to it that nothing was written and that the mistake is told so.
static void assert_refused(const char *folder, const char *arguments, const char *told)
{
    g_autofree char *out = g_build_filename(folder, "out", NULL);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, arguments);
    g_assert_cmpint(run.status, ==, 1);
    if (strstr(run.err, told) == NULL)
        ez_test_fault("there is no\n%s\nin\n%s", told, run.err);
    g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
}

// A bar that stops at the cut would leave a white edge: the place is that of its page.
static void test_what_preflight_refuses_is_not_written(void)
{
    char *folder = ez_test_folder();
    ez_test_put_sheet(
        folder, "'a5'",
        "layers { fill { colour = '#204060', at = { 0, 0 }, width = 148, height = 9 } }");
    assert_refused(folder, "print|--for|press|-o|out",
                   "kit/worksheets/sheet.lua:2:1: error[E3202]: out/test-sheet-nl-press.pdf: "
                   "S 1: what reaches the cut does not go on to the edge of the bleed; ");
    ez_test_remove(folder);
}

// The backs are first in the file: each is told as the page of its card all the same, with the face that draws it.
static void test_what_preflight_refuses_is_told_at_its_card(void)
{
    static const char back[] =
        "kit/decks/spel.lua:1:166: error[E3202]: out/test-spel-nl-press.pdf: S2 achterkant: "
        "wat "
        "tot de snijlijn komt, loopt niet door tot de rand van de afloop; ";
    char *folder = make_poker(3.175);
    ez_test_put(
        folder, "kit/faces/face.lua",
        "return face { front = function(c) return layers { text { c.id, at = { 10, 20 "
        "}, width = 40 } } end, back = function(c) if c.id == 'S1' then return layers "
        "{} end return layers { fill { colour = '#204060', at = { 0, 0 }, width = 63.5, "
        "height = 9 } } end }");
    const char *arguments = "print|--for|press|--profile|drivethrucards|--ui-lang|nl|-o|out";
    assert_refused(folder, arguments, back);
    assert_refused(folder, arguments, "= hint: kijk in kit/faces/face.lua\n");
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, arguments);
    if (strstr(run.err, "S1 ") != NULL || strstr(run.err, "voorkant") != NULL)
        ez_test_fault("%s", run.err);
    ez_test_remove(folder);
}

// ---- two files, and inks of their own ----------------------------------------------------------------------

static void assert_words(const char *folder, const char *file, int page, const char *words)
{
    g_autofree char *command =
        g_strdup_printf("pdftotext|-f|%d|-l|%d|%s/out/%s|-", page, page, folder, file);
    g_autofree char *text = ez_test_tool(command);
    if (!g_str_has_prefix(text, words))
        ez_test_fault("%s, page %d is %s", file, page, text);
}

static void test_fronts_and_backs_in_two_files(void)
{
    const char *arguments = "print|--for|press|--profile|generic-apart|-o|out";
    char *folder = make_poker(3);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, arguments);
    g_assert_cmpstr(run.err, ==, "");
    g_assert_true(g_str_has_prefix(run.out, "out/test-spel-nl-press-front.pdf  2 pages\n"
                                            "out/test-spel-nl-press-back.pdf  2 pages\n"));
    assert_words(folder, "test-spel-nl-press-front.pdf", 1, "voor S1");
    assert_words(folder, "test-spel-nl-press-front.pdf", 2, "voor S2");
    assert_words(folder, "test-spel-nl-press-back.pdf", 1, "achter S1");
    assert_words(folder, "test-spel-nl-press-back.pdf", 2, "achter S2");
    g_autofree char *back =
        g_build_filename(folder, "out", "test-spel-nl-press-back.pdf", NULL);
    g_autofree char *check = g_strdup_printf("qpdf|--check|%s", back);
    g_free(ez_test_tool(check));
    g_auto(EzTestRun) again = ez_test_run(folder, NULL, arguments);
    g_assert_nonnull(strstr(again.out, "-front.pdf  2 pages, unchanged\n"));
    g_assert_nonnull(strstr(again.out, "-back.pdf  2 pages, unchanged\n"));
    // One that is gone is made again, alone.
    g_assert_cmpint(g_remove(back), ==, 0);
    g_auto(EzTestRun) third = ez_test_run(folder, NULL, arguments);
    g_assert_nonnull(strstr(third.out, "-front.pdf  2 pages, unchanged\n"));
    g_assert_nonnull(strstr(third.out, "-back.pdf  2 pages\n"));
    ez_test_remove(folder);
}

static void test_two_files_are_named_and_chosen(void)
{
    static const struct {
        const char *arguments, *err, *out;
        int status;
    } rows[] = {
        {"print|--for|press|--profile|generic-apart|-o|out/een.pdf",
         "ezkit: this prints 2 files, and -o names one: name a folder, or one deck, one --lang "
         "and one --side\n",
         "", 2},
        {"print|--for|press|--profile|generic-apart|--side|back|-o|out/een.pdf", "",
         "out/een.pdf  2 pages\n", 0},
        {"print|--for|press|--profile|generic-apart|--cards|S2|-o|out", "",
         "out/test-spel-nl-press-S2-front.pdf  1 page\nout/test-spel-nl-press-S2-back.pdf  1 "
         "page\n",
         0},
    };
    char *folder = make_poker(3);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(EzTestRun) run = ez_test_run(folder, NULL, rows[i].arguments);
        g_assert_cmpstr(run.err, ==, rows[i].err);
        g_assert_true(g_str_has_prefix(run.out, rows[i].out));
        g_assert_cmpint(run.status, ==, rows[i].status);
    }
    ez_test_remove(folder);
}

// What stops at the cut on a back holds up the fronts too, and each is told as the back of its own card.
static void test_two_files_are_refused_together(void)
{
    static const struct {
        double bleed;
        const char *back, *told, *second;
    } rows[] = {{2, "text { 'achter', at = { 10, 20 }, width = 40 }", "error[E3231]: ", ""},
                {3, "fill { colour = '#204060', at = { 0, 0 }, width = 63.5, height = 9 }",
                 "error[E3202]: out/test-spel-nl-press-back.pdf: S1 achterkant: ",
                 "error[E3202]: out/test-spel-nl-press-back.pdf: S2 achterkant: "}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        char *folder = make_poker(rows[i].bleed);
        g_autofree char *out = g_build_filename(folder, "out", NULL);
        g_autofree char *face = g_strdup_printf(
            "return face { front = function(c) return layers { text { 'voor ', c.id, at = { "
            "10, "
            "20 }, width = 40 } } end, back = function(c) return layers { %s } end }",
            rows[i].back);
        ez_test_put(folder, "kit/faces/face.lua", face);
        g_auto(EzTestRun) run = ez_test_run(
            folder, NULL, "print|--json|--for|press|--profile|generic-apart|-o|out");
        g_assert_cmpint(run.status, ==, 1);
        g_assert_cmpint(count(run.out, "\"state\":\"refused\""), ==, 2);
        g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
        g_auto(EzTestRun) heard =
            ez_test_run(folder, NULL, "print|--for|press|--profile|generic-apart|-o|out");
        if (strstr(heard.err, rows[i].told) == NULL ||
            strstr(heard.err, rows[i].second) == NULL ||
            strstr(heard.err, "2 files were not printed") == NULL)
            ez_test_fault("%s", heard.err);
        ez_test_remove(folder);
    }
}

static void put_spots(const char *folder)
{
    ez_test_put_sheet(
        folder, "'a5'",
        "layers { fill { colour = 'moss', at = { 20, 20 }, width = 30, height = 30 }, fill { "
        "colour = 'moss 20%', at = { 60, 20 }, width = 30, height = 30 }, fill { stroke = "
        "'moss', weight = 1, at = { 20, 60 }, width = 30, height = 30 }, text { 'mos', colour "
        "= "
        "'moss', at = { 20, 110 }, width = 40 } }");
    g_autofree char *path = g_build_filename(folder, "kit", "theme.lua", NULL);
    g_autofree char *theme = ez_test_read(path);
    g_auto(GStrv) parts = g_strsplit(theme, "colours = {", 2);
    g_autofree char *with = g_strjoinv(
        "colours = { moss = { rgb = '#2E6B34', cmyk = { 80, 30, 95, 20 }, spot = 'PANTONE 7734 "
        "C' },",
        parts);
    ez_test_put(folder, "kit/theme.lua", with);
}

static void test_spot_colours(World *world, const void *data)
{
    static const char *const parts[] = {"/PANTONE#207734#20C\n", "/EzSpot0 cs 1 scn\n",
                                        "/EzSpot0 cs 0.2 scn\n", "/EzSpot0 CS 1 SCN\n"};
    char *folder = ez_test_folder();
    put_spots(folder);
    g_autofree char *arguments =
        g_strdup_printf("print|--for|press|--profile|%s|-o|out", (const char *)data);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, arguments);
    g_assert_cmpstr(run.err, ==, "");
    g_autofree char *path = g_build_filename(folder, "out/test-sheet-nl-press.pdf", NULL);
    g_autofree char *text = plain_text(path);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strstr(text, parts[i]) == NULL)
            ez_test_fault("there is no %s", parts[i]);
    g_autofree char *judge = g_strdup_printf("preflight|--for|press|%s", path);
    g_auto(EzTestRun) judged = ez_test_run(folder, NULL, judge);
    g_assert_cmpint(judged.status, ==, 0);
    if (strstr(judged.out, ": nothing found; ") == NULL)
        ez_test_fault("%s", judged.out);
    ez_test_remove(folder);
}

// The plate, as Ghostscript separates it: full in the square, a fifth in the tint, nothing beside it.
static void test_spot_colours_have_a_plate(void)
{
    g_autofree char *gs = g_find_program_in_path("gs");
    if (gs == NULL) {
        g_test_skip("there is no gs");
        return;
    }
    char *folder = ez_test_folder();
    put_spots(folder);
    g_auto(EzTestRun) run =
        ez_test_run(folder, NULL, "print|--for|press|--profile|strict|-o|out/a.pdf");
    g_assert_cmpstr(run.err, ==, "");
    g_autofree char *command = g_strdup_printf(
        "gs|-q|-dNOPAUSE|-dBATCH|-sDEVICE=tiffsep|-r25.4|-o|%s/p%%d.tif|%s/out/a.pdf", folder,
        folder);
    g_free(ez_test_tool(command));
    g_autofree char *plate = g_build_filename(folder, "p1(PANTONE 7734 C).tif", NULL);
    g_assert_true(g_file_test(plate, G_FILE_TEST_EXISTS));
    ez_test_remove(folder);
}

// A shop without such plates: its own folder of profiles stands beside the program's fonts and words.
static void test_a_shop_without_spot_colours(void)
{
    static const char *const linked[] = {"kit", "scripts", "render"};
    char *folder = ez_test_folder(), *site = ez_test_folder();
    const char *source = g_getenv("EZ_SOURCE");
    put_spots(folder);
    for (gsize i = 0; i < G_N_ELEMENTS(linked); i++) {
        g_autofree char *from = g_build_filename(source, linked[i], NULL),
                        *to = g_build_filename(site, linked[i], NULL);
        g_assert_cmpint(symlink(from, to), ==, 0);
    }
    g_autofree char *icc = g_build_filename(source, "print", "icc", NULL),
                    *press = g_build_filename(site, "print", NULL),
                    *link = g_build_filename(press, "icc", NULL);
    ez_test_put(site, "print/profiles/generic.ini",
                "[profile]\nfor=press\nen=a\nnl=a\nsource=a\nstandard=x4\norder=front-back\n"
                "spots=no\nicc=FOGRA39L_coated.icc\n");
    g_assert_cmpint(symlink(icc, link), ==, 0);
    g_autofree char *data = g_strconcat("EZKIT_DATA=", site, NULL);
    const char *const environment[] = {data, NULL};
    g_auto(EzTestRun) run = ez_test_run(folder, environment, "print|--for|press|-o|out/a.pdf");
    g_assert_cmpstr(run.err, ==, "");
    g_autofree char *path = g_build_filename(folder, "out/a.pdf", NULL);
    g_autofree char *text = plain_text(path);
    g_assert_null(strstr(text, "/Separation"));
    g_assert_nonnull(strstr(text, "0.8 0.3 0.95 0.2 k\n"));
    ez_test_remove(folder);
    ez_test_remove(site);
}

// ---- all -------------------------------------------------------------------------------------------------

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/print-press/ink-of-every-page", World, "generic", set_up,
               test_ink_of_every_page, tear_down);
    g_test_add("/print-press/all-is-cmyk-and-text-is-black", World, "strict", set_up,
               test_all_is_cmyk_and_text_is_black, tear_down);
    g_test_add("/print-press/the-file-is-whole", World, "generic", set_up,
               test_the_file_is_whole, tear_down);
    g_test_add("/print-press/again-gives-the-same-bytes", World, "generic", set_up,
               test_again_gives_the_same_bytes, tear_down);
    g_test_add_func("/print-press/backs-first", test_backs_first);
    g_test_add_func("/print-press/pictures-of-exact-pixels", test_pictures_of_exact_pixels);
    g_test_add_func("/print-press/what-the-shop-does-not-take-is-not-written",
                    test_what_the_shop_does_not_take_is_not_written);
    g_test_add_func("/print-press/fronts-and-backs-in-two-files",
                    test_fronts_and_backs_in_two_files);
    g_test_add_func("/print-press/two-files-are-named-and-chosen",
                    test_two_files_are_named_and_chosen);
    g_test_add_func("/print-press/two-files-are-refused-together",
                    test_two_files_are_refused_together);
    g_test_add("/print-press/spot-colours/x4", World, "generic", NULL, test_spot_colours, NULL);
    g_test_add("/print-press/spot-colours/x1a", World, "strict", NULL, test_spot_colours, NULL);
    g_test_add_func("/print-press/spot-colours/have-a-plate", test_spot_colours_have_a_plate);
    g_test_add_func("/print-press/a-shop-without-spot-colours",
                    test_a_shop_without_spot_colours);
    g_test_add_func("/print-press/what-preflight-refuses-is-not-written",
                    test_what_preflight_refuses_is_not_written);
    g_test_add_func("/print-press/what-preflight-refuses-is-told-at-its-card",
                    test_what_preflight_refuses_is_told_at_its_card);
    return g_test_run();
}
