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
    see(first.out, "Rollentrap, pennen.");
    g_auto(EzTestRun) second = ez_test_talk(folder, "resume|s.ezsession", "/stop\n");
    miss(second.out, "Leg klaar");
    ez_test_remove(g_steal_pointer(&folder));
}

// What forget leaves is told, and so is that there is nothing to forget.
static void test_forget(void)
{
    g_autofree char *folder = ez_test_folder();
    g_auto(EzTestRun) first = lead(folder, "--lang|en|--people|4", "/quit\n");
    g_auto(EzTestRun) status = ez_test_run(folder, NULL, "forget|--expired|.|--lang|en");
    g_assert_cmpstr(status.out, ==, "No session in . has to be forgotten.\n");
    g_auto(EzTestRun) report = ez_test_run(folder, NULL, "report|s.ezsession|--format|md");
    ez_test_put(folder, "s.csv", "");
    ez_test_put(folder, "other.csv", "");
    g_auto(EzTestRun) gone = ez_test_run(folder, NULL, "forget|s.ezsession");
    g_assert_cmpstr(gone.out, ==,
                    "forgotten: s.ezsession\n"
                    "These still hold its texts: s.csv, s.md. Remove them yourself.\n");
    g_auto(EzTestRun) quiet = ez_test_run(folder, NULL, "forget|--expired|.|--quiet");
    g_assert_cmpstr(quiet.out, ==, "");
    ez_test_remove(g_steal_pointer(&folder));
}

#define TEXT(words) "{ nl = '" words "', en = '" words "' }"

// The kit, with a short exercise in the place of B1.
static void put_kit(const char *folder)
{
    static const char *const parts[] = {"kit", "scripts"};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *from = g_build_filename(g_getenv("EZ_SOURCE"), parts[i], NULL),
                        *to = g_build_filename(folder, parts[i], NULL);
        ez_test_copy(from, to);
    }
    ez_test_put(folder, "scripts/nature/vraag-het-de-natuur.lua",
                "return exercise { api = 1, id = 'vraag-het-de-natuur', code = 'B1', title "
                "= " TEXT("Walk") ", goal = " TEXT(
                    "G") ", people = { 1, 9 }, minutes = 5, version = "
                         "'1', run = function(s) s.say('hi', " TEXT(
                             "Hello") ", { wait = false }) local l "
                                      "= s.ask('a', " TEXT("What?") ") s.harvest('h', " TEXT(
                                          "What we said") ", l) "
                                                          "s.say('b', " TEXT("Bye") ") end }");
}

// One person is one, what was said without waiting is over, and the next session tells what it has of this one.
static void test_status(void)
{
    g_autofree char *folder = ez_test_folder();
    put_kit(folder);
    const char *words = "run|B1|--session|a.ezsession|--lang|en|--people|1";
    g_auto(EzTestRun) first = ez_test_talk(folder, words, "one\n\n");
    g_assert_cmpstr(first.err, ==, "");
    g_auto(EzTestRun) half = ez_test_run(folder, NULL, "status|a.ezsession");
    see(half.out, "Walk: 1 person, not finished\ndone               /hi#1");
    see(half.out, "open");
    g_auto(EzTestRun) again = ez_test_talk(
        folder, "run|B1|--session|b.ezsession|--lang|en|--people|1|--from|a.ezsession",
        "/quit\n");
    see(again.out, "Taken over from a.ezsession: What we said.\n"
                   "The answers in a.ezsession are at hand: /old takes");
    g_auto(EzTestRun) rest = ez_test_talk(folder, "resume|a.ezsession", "\n");
    g_auto(EzTestRun) whole = ez_test_run(folder, NULL, "status|a.ezsession");
    see(whole.out, "Walk: 1 person, finished\n");
    miss(whole.out, "open");
    ez_test_remove(g_steal_pointer(&folder));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lead/a-session-keeps-its-language", test_language);
    g_test_add_func("/lead/people-fit-the-exercise", test_people);
    g_test_add_func("/lead/materials-are-laid-ready", test_materials);
    g_test_add_func("/lead/forget-tells-what-stays", test_forget);
    g_test_add_func("/lead/status-and-what-was-taken-over", test_status);
    return g_test_run();
}
