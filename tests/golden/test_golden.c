// SPDX-License-Identifier: EUPL-1.2
// Goldens: AREA/CASE.lua is a worksheet in a small kit, and AREA/CASE.txt the scene that it becomes, with the mistakes that were
// told; it finds the pictures of files/. The cards of the kit itself stand in cards/, without a Lua file. Called with the name of a case ("text/fit", "cards/N01-nl")
// the program prints what that case becomes now; EZ_GOLDEN_WRITE=1 writes the goldens anew.
#include "tests/support/test_kit.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const char *const areas[] = {"nodes",  "place",  "text",  "read", "fields",
                                    "canvas", "charts", "pages", NULL};

static const struct {
    const char *name, *card, *language;
} cards[] = {
    {"cards/F1-nl", "F1", "nl"},   {"cards/F1-en", "F1", "en"},   {"cards/F8-nl", "F8", "nl"},
    {"cards/F8-en", "F8", "en"},   {"cards/N01-nl", "N01", "nl"}, {"cards/N01-en", "N01", "en"},
    {"cards/N04-nl", "N04", "nl"}, {"cards/N04-en", "N04", "en"},
};

static char *golden_path(const char *name, const char *end)
{
    g_autofree char *file = g_strconcat(name, end, NULL);
    return g_build_filename(g_getenv("EZ_SOURCE"), "tests", "golden", file, NULL);
}

// ---- what a case becomes -----------------------------------------------------------------------

static char *dump_with_mistakes(EzScene *scene, const EzTestBench *bench)
{
    g_autofree char *dump = ez_scene_dump(scene);
    g_autofree char *mistakes = ez_test_mistakes(bench);
    return g_strconcat(dump, mistakes[0] != '\0' ? "mistakes\n" : "", mistakes, NULL);
}

static char *dump_card(int i)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    g_autoptr(EzScene) scene = ez_test_card(bench, cards[i].card, cards[i].language);
    return dump_with_mistakes(scene, bench);
}

static char *dump_sheet(const char *name)
{
    g_autofree char *path = golden_path(name, ".lua");
    g_autofree char *lua = ez_test_read(path), *files = golden_path("files", "");
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl'", "", "'case'");
    ez_test_put(folder, "kit/worksheets/case.lua", lua);
    ez_test_copy(files, folder);
    EzTestBench *bench = ez_test_bench(folder);
    EzScene *scene = ez_test_sheet(bench, "case", "nl");
    char *dump = dump_with_mistakes(scene, bench);
    ez_scene_free(scene);
    ez_test_bench_free(bench);
    ez_test_remove(folder);
    return dump;
}

static char *dump_of(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(cards); i++)
        if (strcmp(cards[i].name, name) == 0)
            return dump_card((int)i);
    return dump_sheet(name);
}

// ---- comparing -----------------------------------------------------------------------------------

static void test_case(gconstpointer data)
{
    const char *name = data;
    g_autofree char *path = golden_path(name, ".txt"), *found = dump_of(name), *expected = NULL;
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, found, -1, NULL));
    g_file_get_contents(path, &expected, NULL, NULL);
    if (g_strcmp0(found, expected) == 0)
        return;
    ez_test_difference(path, found);
    g_test_fail_printf("%s is not the golden", name);
}

// A number with a decimal comma would change every line.
static void test_locale_changes_nothing(void)
{
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL) {
        g_test_fail_printf("there is no locale de_DE.UTF-8; ./dev makes it");
        return;
    }
    test_case("text/letters");
    test_case("cards/N01-nl");
    setlocale(LC_ALL, "C");
}

// ---- the cases ------------------------------------------------------------------------------------

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_area(const char *area, GPtrArray *names)
{
    g_autofree char *folder = golden_path(area, "");
    GDir *dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *file; (file = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(file, ".lua"))
            g_ptr_array_add(names,
                            g_strdup_printf("%s/%.*s", area, (int)strlen(file) - 4, file));
    g_dir_close(dir);
}

static GPtrArray *all_names(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; areas[i] != NULL; i++)
        add_area(areas[i], names);
    for (guint i = 0; i < G_N_ELEMENTS(cards); i++)
        g_ptr_array_add(names, g_strdup(cards[i].name));
    g_ptr_array_sort(names, by_name);
    return names;
}

static int show_case(const char *name)
{
    g_autofree char *dump = dump_of(name);
    fputs(dump, stdout);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && argv[1][0] != '-')
        return show_case(argv[1]);
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GPtrArray) names = all_names();
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_strconcat("/golden/", names->pdata[i], NULL);
        g_test_add_data_func(path, names->pdata[i], test_case);
    }
    g_test_add_func("/golden/a-locale-changes-nothing", test_locale_changes_nothing);
    return g_test_run();
}
