// SPDX-License-Identifier: EUPL-1.2
// What an author hears of an exercise that goes wrong only when people come, and a facilitator before they do.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

#define BEYOND "local ideas = s.ask('a', { nl = 'A' })\nif #ideas == 0 then return end\n"
#define PLACE  "club/scripts/talk.lua:6:"

static void put_script(const char *folder, const char *run)
{
    g_autofree char *script = g_strconcat(
        "return exercise { id = 'talk', version = '1', api = 1, languages = { 'nl' },\n"
        "  title = 'T', goal = 'G', people = { 1, 30 }, minutes = 5,\n  run = function(s)\n",
        run, " end }\n", NULL);
    ez_test_put(folder, "club/scripts/talk.lua", script);
}

// A folder with a kit in club/; owned by the caller.
static char *make_club(const char *run)
{
    char *folder = ez_test_folder();
    ez_test_put(folder, "club/kit/kit.lua",
                "return kit { id = 'club', languages = { 'nl' }, title = 'Club',\n"
                "  theme = 'theme', exercises = { 'talk' } }\n");
    ez_test_put(folder, "club/kit/theme.lua",
                "return theme { fonts = { sans = 'Atkinson Hyperlegible Next' },\n"
                "  colours = { ink = { rgb = '#1E2420' } },\n"
                "  styles = { body = { font = 'sans', size = 10, leading = 14 } } }\n");
    put_script(folder, run);
    return folder;
}

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
        count++;
    return count;
}

static void assert_has(const char *text, const char *part, int count)
{
    if (count_of(text, part) != count)
        g_error("%d times \"%s\", not %d:\n%s", count_of(text, part), part, count, text);
}

static const struct {
    const char *run, *told;
} mistakes[] = {
    {BEYOND "s.scael('b', { nl = 'B' })", "there is no step \"scael\""},
    {BEYOND "s.say('b', { en = 'B' })", "say \"b\" has no text for language \"nl\""},
    {BEYOND "s.ask('a', { nl = 'B' })", "the id \"a\" is that of another step too, at line 4"},
    {BEYOND "s.vote('b', { nl = 'B' }, { items = ideas, dotz = 2 })", "no option \"dotz\""},
    {BEYOND "error('too many: ' .. s.people('n').n)", "error[E2002]: too many: "},
};

static void test_each_mistake_is_told_once(void)
{
    static const char *const commands[] = {"check", "try|talk"};
    for (gsize i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        char *folder = make_club(mistakes[i].run);
        for (gsize k = 0; k < G_N_ELEMENTS(commands); k++) {
            g_autofree char *words = g_strconcat("--kit|club|", commands[k], NULL);
            g_auto(EzTestRun) run = ez_test_run(folder, NULL, words);
            g_autofree char *all = g_strconcat(run.out, run.err, NULL);
            g_assert_cmpint(run.status, ==, 1);
            assert_has(all, mistakes[i].told, 1);
            assert_has(all, PLACE, 1);
            assert_has(all, "scripts/", 1); // nowhere without the folder
        }
        ez_test_remove(folder);
    }
}

// "7 passed, 5 failed"
static void read_sum(const char *out, int *passed, int *failed)
{
    const char *line = strstr(out, " passed, ");
    g_assert_nonnull(line);
    const char *start = line;
    while (start > out && g_ascii_isdigit(start[-1]))
        start--;
    *passed = (int)g_ascii_strtoll(start, NULL, 10);
    *failed = (int)g_ascii_strtoll(line + strlen(" passed, "), NULL, 10);
}

static void test_sum_agrees_with_status(void)
{
    char *folder = make_club(BEYOND "s.say('b', { en = 'B' })");
    int passed, failed;
    g_auto(EzTestRun) wrong =
        ez_test_run(folder, NULL, "--kit|club|try|talk|--people|0,2|--seeds|3");
    read_sum(wrong.out, &passed, &failed);
    g_assert_cmpint(wrong.status, ==, 1);
    g_assert_cmpint(passed, >, 0); // with nobody there all is well
    g_assert_cmpint(failed, >, 0);
    put_script(folder, BEYOND "s.say('b', { nl = 'B' })");
    g_auto(EzTestRun) right =
        ez_test_run(folder, NULL, "--kit|club|try|talk|--people|0,2|--seeds|3");
    g_assert_cmpint(right.status, ==, 0);
    int all = passed + failed;
    read_sum(right.out, &passed, &failed);
    g_assert_cmpint(failed, ==, 0);
    g_assert_cmpint(passed, ==, all);
    ez_test_remove(folder);
}

static void test_try_says_in_which_trial(void)
{
    char *folder = make_club(BEYOND "oops()");
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, "--kit|club|try|talk|--people|2");
    assert_has(run.err, "(on a trial with 2 people, seed 0, answer)\n", 1);
    ez_test_remove(folder);
}

static void test_run_does_not_begin_with_mistakes(void)
{
    char *folder = make_club(BEYOND "s.scael('b', { nl = 'B' })");
    g_autofree char *session = g_build_filename(folder, "s.ezsession", NULL);
    const char *words = "--kit|club|run|talk|--people|2|--lang|nl|--session|s.ezsession";
    g_auto(EzTestRun) nl = ez_test_talk(folder, words, "/stop\n");
    g_assert_cmpint(nl.status, ==, 1);
    g_assert_true(g_str_has_prefix(
        nl.err, "Deze oefening heeft fouten; de maker moet ze eerst herstellen:\n\n" PLACE));
    g_assert_cmpstr(nl.out, ==, "");
    g_assert_false(g_file_test(session, G_FILE_TEST_EXISTS));
    put_script(folder, BEYOND "s.say('b', { nl = 'B' })");
    g_auto(EzTestRun) right = ez_test_talk(folder, words, "/stop\n");
    g_assert_cmpint(right.status, ==, 0);
    g_assert_cmpstr(right.err, ==, "");
    g_assert_true(g_file_test(session, G_FILE_TEST_EXISTS));
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rehearsal/each-mistake-is-told-once", test_each_mistake_is_told_once);
    g_test_add_func("/rehearsal/sum-agrees-with-status", test_sum_agrees_with_status);
    g_test_add_func("/rehearsal/try-says-in-which-trial", test_try_says_in_which_trial);
    g_test_add_func("/rehearsal/run-does-not-begin-with-mistakes",
                    test_run_does_not_begin_with_mistakes);
    return g_test_run();
}
