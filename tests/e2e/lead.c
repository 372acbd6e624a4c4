// SPDX-License-Identifier: EUPL-1.2
// What the commands tell whoever leads a session: the program from outside, in a folder of its own.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

static EzTestRun lead(const char *folder, const char *options, const char *typed)
{
    g_autofree char *words = g_strdup_printf(
        "run|O1|--kit|%s|--session|s.ezsession|--seed|3|%s", g_getenv("EZ_SOURCE"), options);
    return ez_test_talk(folder, words, typed);
}

static void see(const char *said, const char *words)
{
    if (strstr(said, words) == NULL)
        g_error("\"%s\" is not in:\n%s", words, said);
}

static void miss(const char *said, const char *words)
{
    if (strstr(said, words) != NULL)
        g_error("\"%s\" is in:\n%s", words, said);
}

// Who goes on with a session hears the language in which it began, unless they ask for another.
static void test_language(void)
{
    static const char *const machine[] = {"LANG=nl_NL.UTF-8", NULL};
    static const struct {
        const char *command, *en, *nl;
    } cases[] = {
        {"resume|s.ezsession%s", "Everything is kept.", "Alles is bewaard."},
        {"status|s.ezsession%s", "Keep this file until", "Bewaar dit bestand tot"},
        {"rewind|s.ezsession|task%s", "Everything is kept.", "Alles is bewaard."},
        {"migrate|s.ezsession%s", "runs rollentrap", "werkt al met rollentrap"},
        {"forget|s.ezsession%s", "forgotten: s", "gewist: s"},
    };
    for (int dutch = 0; dutch < 2; dutch++) {
        g_autofree char *folder = ez_test_folder();
        g_auto(EzTestRun) first = lead(folder, "--lang|en|--people|4", "/quit\n");
        for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
            g_autofree char *words =
                g_strdup_printf(cases[i].command, dutch != 0 ? "|--lang|nl" : "");
            g_auto(EzTestRun) done = ez_test_run(folder, machine, words);
            see(done.out, dutch != 0 ? cases[i].nl : cases[i].en);
            miss(done.out, dutch != 0 ? cases[i].en : cases[i].nl);
        }
        ez_test_remove(g_steal_pointer(&folder));
    }
}

// O1 is for 4 to 30 people.
static void test_people(void)
{
    static const struct {
        const char *options, *typed, *said;
    } cases[] = {
        {"--lang|nl", "3\n/stop\n", "ezkit: Deze oefening is voor 4 tot en met 30 mensen.\n"},
        {"--lang|nl", "4\n/stop\n", ""},
        {"--lang|en|--people|31", "/quit\n", "ezkit: This exercise is for 4 to 30 people.\n"},
        {"--lang|en|--people|30", "/quit\n", ""},
        {"--lang|en|--answers|two.jsonl", "", "ezkit: This exercise is for 4 to 30 people.\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *folder = ez_test_folder();
        ez_test_put(folder, "two.jsonl",
                    "{\"ev\":\"join\",\"by\":\"p1\"}\n{\"ev\":\"join\",\"by\":\"p2\"}\n");
        g_auto(EzTestRun) done = lead(folder, cases[i].options, cases[i].typed);
        g_assert_cmpint(done.status, ==, 0);
        g_assert_cmpstr(done.err, ==, cases[i].said);
        ez_test_remove(g_steal_pointer(&folder));
    }
}

// What has to lie on the table is said when a session begins, and not when it goes on.
static void test_materials(void)
{
    g_autofree char *folder = ez_test_folder();
    g_auto(EzTestRun) first = lead(folder, "--lang|nl|--people|4", "/stop\n");
    see(first.out, "\nLeg klaar: ");
    see(first.out, "W07 Rollentrap, pennen.");
    g_auto(EzTestRun) second = ez_test_talk(folder, "resume|s.ezsession", "/stop\n");
    miss(second.out, "Leg klaar");
    ez_test_remove(g_steal_pointer(&folder));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lead/a-session-keeps-its-language", test_language);
    g_test_add_func("/lead/people-fit-the-exercise", test_people);
    g_test_add_func("/lead/materials-are-laid-ready", test_materials);
    return g_test_run();
}
