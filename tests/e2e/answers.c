// SPDX-License-Identifier: EUPL-1.2
// A file of answers that is played again: what it said in secret counts once.
#include "engine/run/shown.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

// Lines of the recorded session up to the close of its first anonymous step.
enum { ANSWERED = 18 };

#define ANSWER(idem, n)                                                                        \
    "{\"ev\":\"input\",\"idem\":\"" idem "\",\"step\":\"/now#1\",\"value\":{\"/task#1/1\":" n  \
    "}}\n"
#define AGAIN                                                                                  \
    "{\"ev\":\"rewind\",\"idem\":\"b\",\"step\":\"/steps#1\"}\n"                               \
    "{\"ev\":\"close\",\"idem\":\"c\",\"step\":\"/steps#1\"}\n" ANSWER("n1", "2")              \
        ANSWER("n2", "3")
#define CLOSE "{\"ev\":\"close\",\"idem\":\"end\",\"step\":\"/now#1\"}\n"

static void run(const char *folder, const char *arguments)
{
    g_auto(EzTestRun) done = ez_test_run(folder, NULL, arguments);
    if (done.status != 0)
        g_error("%s\nended with %d and said: %s", arguments, done.status, done.err);
}

static void write_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static char *recorded(int lines)
{
    g_autofree char *path =
        g_build_filename(g_getenv("EZ_SOURCE"), "tests/e2e/sessions/demo.jsonl", NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    char *end = text;
    while (lines-- > 0)
        end = strchr(end, '\n') + 1;
    *end = '\0';
    return text;
}

static int answers_in(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "s.ezsession", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    g_assert_no_error(error);
    const EzStep *step = ez_session_find(ez_shown_session(shown), "/now#1");
    g_assert_cmpint(step->state, ==, EZ_STEP_CLOSED);
    return (int)step->inputs->len;
}

// Plays the recorded lines and these twice; then how many answers the step has.
static int play_twice(int lines, const char *more)
{
    g_autofree char *folder = ez_test_folder(), *first = recorded(lines),
                    *all = g_strconcat(first, more, NULL),
                    *begin = g_strdup_printf("run|O1|--kit|%s|--seed|3|--session|s.ezsession|"
                                             "--lang|nl|--answers|a.jsonl",
                                             g_getenv("EZ_SOURCE"));
    write_file(folder, "a.jsonl", all);
    write_file(folder, "end.jsonl", CLOSE);
    run(folder, begin);
    for (int i = 0; i < 2; i++)
        run(folder, "resume|s.ezsession|--lang|nl|--answers|a.jsonl");
    run(folder, "resume|s.ezsession|--lang|nl|--answers|end.jsonl");
    int count = answers_in(folder);
    ez_test_remove(g_steal_pointer(&folder));
    return count;
}

static void test_rewound(void)
{
    g_assert_cmpint(
        play_twice(ANSWERED, "{\"ev\":\"rewind\",\"idem\":\"b\",\"step\":\"/now#1\"}\n" ANSWER(
                                 "n1", "2")),
        ==, 1);
}

// Gone back to a step before it, and come again.
static void test_rewound_before(void)
{
    g_assert_cmpint(play_twice(ANSWERED, AGAIN), ==, 2);
    g_assert_cmpint(play_twice(ANSWERED - 1, AGAIN), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/answers/rewound", test_rewound);
    g_test_add_func("/answers/rewound-before", test_rewound_before);
    return g_test_run();
}
