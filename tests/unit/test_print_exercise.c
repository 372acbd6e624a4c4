// SPDX-License-Identifier: EUPL-1.2
// Printing an exercise, from outside: which files there are, what is refused, and that the same makes the same bytes.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

typedef struct Line {
    const char *arguments, *words; // behind print|
} Line;

static const Line refused[] = {
    {"O1|--people|0", "--people is a whole number from 1 to 2000, not \"0\""},
    {"O1|--people|-4", "--people is a whole number from 1 to 2000, not \"-4\""},
    {"O1|--people|abc", "--people is a whole number from 1 to 2000, not \"abc\""},
    {"O1|--people|1000", "O1 is for 4 to 30 people, not 1000"},
    {"O1|--people|3", "O1 is for 4 to 30 people, not 3"},
    {"O1|B1|--people|30", "B1 is for 3 to 24 people, not 30"},
    {"natuur|--people|4", "--people is of an exercise; name one: print O1"},
    {"--people|4", "--people is of an exercise; name one: print O1"},
    {"w07|--param|partners=yes", "--param is of an exercise; name one: print O1"},
    {"O1|--param|partners=misschien", "--param partners is yes or no, not \"misschien\""},
    {"O1|--param|partner=yes", "--param partner=yes: rollentrap has no such parameter"},
    {"O1|--for|press", "the papers of O1 are for a printer of your own: leave out --for press"},
    {"O1|--for|screen,press", "the papers of O1 are for a printer of your own"},
    {"O1|--format|png", "the papers of O1 are PDFs: leave out --format"},
    {"B4|--cards|N12", "--cards is of decks; B4 is an exercise"},
    {"O1|-o|out.pdf", "O1 has several papers, and -o names one file: name a folder"},
    {"O1|--lang|nl,de", "there is no language \"de\" in this kit; it has nl, en"},
    {"rolentrap",
     "there is no deck, worksheet or exercise \"rolentrap\" in this kit; did you mean "
     "\"rollentrap\"?"},
    {"O1|natur", "there is no deck, worksheet or exercise \"natur\" in this kit; did you mean "
                 "\"natuur\"?"},
};

static EzTestRun print(const char *folder, const char *arguments)
{
    g_autofree char *line =
        g_strdup_printf("--kit|%s|print|%s", g_getenv("EZ_SOURCE"), arguments);
    return ez_test_run(folder, NULL, line);
}

static int count_files(const char *folder)
{
    g_autofree char *out = g_build_filename(folder, "out", NULL);
    GDir *dir = g_dir_open(out, 0, NULL);
    int count = 0;
    while (dir != NULL && g_dir_read_name(dir) != NULL)
        count++;
    g_clear_pointer(&dir, g_dir_close);
    return count;
}

static void test_what_cannot_be(void)
{
    char *folder = ez_test_folder();
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_auto(EzTestRun) run = print(folder, refused[i].arguments);
        if (run.status != 2 || strstr(run.err, refused[i].words) == NULL)
            ez_test_fault("print %s: %d, %s", refused[i].arguments, run.status, run.err);
    }
    g_assert_cmpint(count_files(folder), ==, 0);
    ez_test_remove(folder);
}

// ---- files -------------------------------------------------------------------------

static bool is_there(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, "out", name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

// Its twin and worksheet in each language, and of the deck the cards that its head names.
static void test_all_papers_are_there(void)
{
    static const char *const names[] = {
        "wortelwerk-zwermbesluit-nl-screen.pdf",
        "wortelwerk-zwermbesluit-en-screen.pdf",
        "wortelwerk-w04-nl-screen.pdf",
        "wortelwerk-w04-en-screen.pdf",
        "wortelwerk-natuur-nl-screen-N11+N12+N15.pdf",
        "wortelwerk-natuur-en-screen-N11+N12+N15.pdf",
    };
    char *folder = ez_test_folder();
    g_auto(EzTestRun) run = print(folder, "b4");
    g_assert_cmpint(run.status, ==, 0);
    g_assert_cmpstr(run.err, ==, "");
    g_assert_nonnull(strstr(run.out, "6 files in "));
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (!is_there(folder, names[i]))
            ez_test_fault("no %s", names[i]);
    g_assert_cmpint(count_files(folder), ==, 6);
    ez_test_remove(folder);
}

static void test_for_home_and_in_one_language(void)
{
    char *folder = ez_test_folder();
    g_auto(EzTestRun) run = print(folder, "O1|--for|home|--lang|en|--people|4|--json");
    g_assert_cmpint(run.status, ==, 0);
    g_auto(GStrv) rows = g_strsplit(run.out, "\n", -1);
    g_assert_cmpint((int)g_strv_length(rows), ==, 3);
    g_assert_true(g_str_has_prefix(
        rows[0], "{\"path\":\"out/wortelwerk-rollentrap-en-home.pdf\",\"state\":\"written\","));
    g_assert_true(is_there(folder, "wortelwerk-w07-en-home.pdf"));
    g_auto(EzTestRun) quiet = print(folder, "O1|--for|home|--lang|en|--people|4|--quiet");
    g_assert_cmpstr(quiet.out, ==, "");
    ez_test_remove(folder);
}

// Decks that are needed whole are printed once, also when they are named beside.
static void test_beside_others(void)
{
    char *folder = ez_test_folder();
    g_auto(EzTestRun) run = print(folder, "functie|O1|W07|--lang|nl");
    g_assert_cmpint(run.status, ==, 0);
    g_assert_true(is_there(folder, "wortelwerk-functie-nl-screen.pdf"));
    g_assert_true(is_there(folder, "wortelwerk-rollentrap-nl-screen.pdf"));
    g_assert_cmpint(count_files(folder), ==, 3);
    ez_test_remove(folder);
}

static void test_the_same_bytes(void)
{
    static const char name[] = "out/wortelwerk-rollentrap-nl-screen.pdf";
    char *one = ez_test_folder(), *other = ez_test_folder();
    const char *arguments = "O1|--lang|nl|--people|5";
    g_auto(EzTestRun) first = print(one, arguments);
    g_auto(EzTestRun) second = print(other, arguments);
    g_auto(EzTestRun) again = print(one, arguments);
    g_autofree char *a = g_build_filename(one, name, NULL),
                    *b = g_build_filename(other, name, NULL);
    g_autofree char *text = NULL, *same = NULL;
    gsize length, size;
    g_assert_true(g_file_get_contents(a, &text, &length, NULL));
    g_assert_true(g_file_get_contents(b, &same, &size, NULL));
    g_assert_cmpmem(text, length, same, size);
    g_assert_nonnull(strstr(again.out, "nothing new"));
    g_auto(EzTestRun) more = print(one, "O1|--lang|nl|--people|6");
    g_assert_null(strstr(more.out, "rollentrap-nl-screen.pdf  11 pages, unchanged"));
    g_assert_null(strstr(more.out, "nothing new"));
    ez_test_remove(one);
    ez_test_remove(other);
}

static void test_it_passes_preflight(void)
{
    char *folder = ez_test_folder();
    g_auto(EzTestRun) run = print(folder, "O1|--people|4");
    g_auto(EzTestRun) judged = ez_test_run(
        folder, NULL, "preflight|--for|screen|out/wortelwerk-rollentrap-nl-screen.pdf");
    g_assert_cmpint(judged.status, ==, 0);
    ez_test_remove(folder);
}

// ---- a script that goes wrong --------------------------------------------------------

static void test_a_fault_is_told(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl', 'en'", "", "");
    g_autofree char *path = g_build_filename(folder, "kit/kit.lua", NULL);
    g_autofree char *kit = ez_test_read(path);
    g_auto(GStrv) parts = g_strsplit(kit, "theme = 'theme'", 2);
    g_autofree char *with = g_strjoinv("theme = 'theme', exercises = { '*' }", parts);
    ez_test_put(folder, "kit/kit.lua", with);
    ez_test_put(folder, "scripts/round.lua",
                "return exercise { id = 'round', code = 'O1', version = '1', api = 1,\n"
                "  title = { nl = 'Rond', en = 'Round' }, goal = { nl = 'G', en = 'G' },\n"
                "  people = { 3, 30 }, minutes = 20, run = function(s) error 'ran' end }\n");
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, "print|round");
    g_assert_cmpint(run.status, ==, 1);
    g_assert_nonnull(strstr(run.err, "ezkit: O1 goes wrong: "));
    g_assert_nonnull(strstr(run.err, "scripts/round.lua:3"));
    ez_test_put(folder, "scripts/round.lua", "return exercise { id = 'round' }");
    g_auto(EzTestRun) broken = ez_test_run(folder, NULL, "print|round");
    g_assert_cmpint(broken.status, ==, 1);
    g_assert_nonnull(strstr(broken.err, "error["));
    g_assert_cmpint(count_files(folder), ==, 0);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/print-exercise/what-cannot-be", test_what_cannot_be);
    g_test_add_func("/print-exercise/all-papers", test_all_papers_are_there);
    g_test_add_func("/print-exercise/home", test_for_home_and_in_one_language);
    g_test_add_func("/print-exercise/beside-others", test_beside_others);
    g_test_add_func("/print-exercise/the-same-bytes", test_the_same_bytes);
    g_test_add_func("/print-exercise/preflight", test_it_passes_preflight);
    g_test_add_func("/print-exercise/fault", test_a_fault_is_told);
    return g_test_run();
}
