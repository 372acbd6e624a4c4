// SPDX-License-Identifier: EUPL-1.2
// Goldens of reports: sessions that the program plays from recorded answers, and the scene that each becomes on paper, with the mistakes that were told.
// reports/every.lua is an exercise with every kind of harvest; of that one the other forms are kept too. Called with the name of a case
// ("o1-nl") the program prints what it becomes now; EZ_GOLDEN_WRITE=1 writes the goldens anew.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include "engine/report/report.h"
#include "engine/run/shown.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *code, *answers, *language;
    bool raw, record;
    const char *forms; // t: the scene, m: CommonMark, c: a table
} cases[] = {
    {"o1-nl", "O1", "tests/e2e/sessions/o1.jsonl", "nl", false, false, "t"},
    {"o1-en", "O1", "tests/e2e/sessions/o1.jsonl", "en", false, false, "t"},
    {"demo-nl", "O1", "tests/e2e/sessions/demo.jsonl", "nl", false, false, "t"},
    {"b1-nl", "B1", "tests/e2e/sessions/b1.jsonl", "nl", false, false, "t"},
    {"b1-en", "B1", "tests/e2e/sessions/b1.jsonl", "en", false, false, "t"},
    {"b1-raw", "B1", "tests/e2e/sessions/b1.jsonl", "nl", true, false, "t"},
    {"b4-nl", "B4", "tests/e2e/sessions/b4.jsonl", "nl", false, false, "t"},
    {"b4-en", "B4", "tests/e2e/sessions/b4.jsonl", "en", false, false, "t"},
    {"every-nl", "X9", "tests/golden/reports/every.jsonl", "nl", false, false, "tmc"},
    {"every-en", "X9", "tests/golden/reports/every.jsonl", "en", false, false, "m"},
    {"every-raw", "X9", "tests/golden/reports/every.jsonl", "en", true, false, "mc"},
    {"every-record", "X9", "tests/golden/reports/every.jsonl", "nl", false, true, "mc"},
};

static const char KIT[] =
    "return kit { id = 'test', version = '1', languages = { 'nl', 'en' }, "
    "title = { nl = 'Proef', en = 'Test' }, licence = 'CC BY 4.0', "
    "theme = 'theme', decks = {}, exercises = { 'test/*' } }";

static char *source_path(const char *path)
{
    return g_build_filename(g_getenv("EZ_SOURCE"), path, NULL);
}

static bool is_every(int i)
{
    return g_str_has_prefix(cases[i].name, "every");
}

// ---- playing -----------------------------------------------------------------------------------

static void put_every(const char *folder)
{
    g_autofree char *script_path = source_path("tests/golden/reports/every.lua");
    g_autofree char *theme_path = source_path("kit/theme.lua");
    g_autofree char *script = ez_test_read(script_path), *theme = ez_test_read(theme_path);
    ez_test_put(folder, "kit/kit.lua", KIT);
    ez_test_put(folder, "kit/theme.lua", theme);
    ez_test_put(folder, "scripts/test/every.lua", script);
}

static EzShown *play(const char *folder, int i)
{
    static const char *const environment[] = {"SOURCE_DATE_EPOCH=1773273600", NULL};
    g_autofree char *answers = source_path(cases[i].answers);
    g_autofree char *path = g_build_filename(folder, "s.ezsession", NULL);
    if (is_every(i))
        put_every(folder);
    g_autofree char *arguments =
        g_strdup_printf("run|%s|--kit|%s|--seed|3|--session|s.ezsession|--lang|nl|--answers|%s",
                        cases[i].code, is_every(i) ? folder : g_getenv("EZ_SOURCE"), answers);
    g_auto(EzTestRun) done = ez_test_run(folder, environment, arguments);
    if (done.status != 0)
        g_error("%s ended with %d and said: %s", arguments, done.status, done.err);
    g_autoptr(GError) error = NULL;
    EzShown *shown = ez_shown_open(path, &error);
    g_assert_no_error(error);
    return shown;
}

static char *scene_of(EzReport *report, const char *language)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    g_autoptr(EzScene) scene = ez_test_lay(bench, ez_report_sheet(report), language);
    g_autofree char *dump = ez_scene_dump(scene);
    g_autofree char *mistakes = ez_test_mistakes(bench);
    return g_strconcat(dump, mistakes[0] != '\0' ? "mistakes\n" : "", mistakes, NULL);
}

typedef enum Form { SCENE, MARKDOWN, CSV, FORMS } Form;
static const char *const ends[FORMS] = {".txt", ".md", ".csv"};
static const char letters[FORMS] = {'t', 'm', 'c'};

static char *form_of(int i, Form form)
{
    char *folder = ez_test_folder();
    EzShown *shown = play(folder, i);
    const EzReportOptions options = {cases[i].language, cases[i].record, cases[i].raw};
    EzReport *report = ez_report_new(ez_shown_session(shown), &options);
    char *text = form == SCENE      ? scene_of(report, cases[i].language)
                 : form == MARKDOWN ? ez_report_markdown(report)
                                    : ez_report_csv(report);
    ez_report_free(report);
    ez_shown_free(shown);
    ez_test_remove(folder);
    return text;
}

// ---- comparing ---------------------------------------------------------------------------------

static void compare(int i, Form form)
{
    g_autofree char *file =
        g_strconcat("tests/golden/reports/", cases[i].name, ends[form], NULL);
    g_autofree char *path = source_path(file), *found = form_of(i, form), *expected = NULL;
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, found, -1, NULL));
    g_file_get_contents(path, &expected, NULL, NULL);
    if (g_strcmp0(found, expected) == 0)
        return;
    ez_test_difference(path, found);
    g_test_fail_printf("%s is not the golden", file);
}

static void test_case(const void *data)
{
    int i = GPOINTER_TO_INT(data);
    for (Form form = SCENE; form < FORMS; form++)
        if (strchr(cases[i].forms, letters[form]) != NULL)
            compare(i, form);
}

// Nothing that was typed comes into a record, in no form.
static void test_a_record_holds_nothing_typed(void)
{
    static const char *const typed[] = {"Gedachte 0", "Maaien",    "SUM",    "voorbeeld",
                                        "Lang. ",     "HYPERLINK", "Bellen", "\u05E9"};
    for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++)
        for (Form form = SCENE; cases[i].record && form < FORMS; form++) {
            g_autofree char *text = form_of(i, form);
            for (gsize k = 0; k < G_N_ELEMENTS(typed); k++)
                if (strstr(text, typed[k]) != NULL)
                    ez_test_fault("%s%s holds %s", cases[i].name, ends[form], typed[k]);
        }
}

int main(int argc, char **argv)
{
    for (int i = 0; argc > 1 && i < (int)G_N_ELEMENTS(cases); i++)
        if (strcmp(cases[i].name, argv[1]) == 0) {
            g_autofree char *text = form_of(i, SCENE);
            fputs(text, stdout);
            return 0;
        }
    g_test_init(&argc, &argv, NULL);
    for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/report/golden/", cases[i].name, NULL);
        g_test_add_data_func(path, GINT_TO_POINTER(i), test_case);
    }
    g_test_add_func("/report/a-record-holds-nothing-typed", test_a_record_holds_nothing_typed);
    return g_test_run();
}
