// SPDX-License-Identifier: EUPL-1.2
// Scripts that go wrong on purpose, in a session led by the program: each is stopped with its place, the session stands where it stood, and goes on
// once the exercise is mended. How long each took is told.
#include "tests/support/hostile.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

#define SCRIPT "scripts/nature/vraag-het-de-natuur.lua"

static const char before[] =
    "{\"ev\":\"join\",\"by\":\"p1\"}\n"
    "{\"ev\":\"input\",\"step\":\"/a#1\",\"by\":\"p1\",\"value\":[\"moss\"]}\n";
static const char event[] = "{\"ev\":\"close\",\"step\":\"/a#1\"}\n";
static const char after[] =
    "{\"ev\":\"close\",\"step\":\"/a#1\"}\n"
    "{\"ev\":\"input\",\"step\":\"/b#1\",\"by\":\"p1\",\"value\":[\"ant\"]}\n"
    "{\"ev\":\"close\",\"step\":\"/b#1\"}\n"
    "{\"ev\":\"close\",\"step\":\"/end#1\"}\n";

static char *folder;

static void need(const char *arguments)
{
    g_auto(EzTestRun) done = ez_test_run(folder, NULL, arguments);
    if (done.status != 0)
        g_error("%s\nended with %d and said: %s", arguments, done.status, done.err);
}

static char *rows(void)
{
    g_auto(EzTestRun) done = ez_test_run(folder, NULL, "status|s.ezsession|--json");
    g_assert_cmpint(done.status, ==, 0);
    return g_steal_pointer(&done.out);
}

static void put_exercise(const char *lua)
{
    g_autofree char *text = ez_hostile_exercise("vraag-het-de-natuur", lua);
    ez_test_put(folder, SCRIPT, text);
}

// On a machine that is busy the clock may be first.
static bool has_words(const EzHostile *hostile, const char *said)
{
    return strstr(said, hostile->words) != NULL || strstr(said, "stopped: this takes too long");
}

// The sentence names the line of the answers, then the place in the script.
static void check_stop(const EzHostile *hostile)
{
    gint64 began = g_get_monotonic_time();
    g_auto(EzTestRun) done =
        ez_test_run(folder, NULL, "resume|s.ezsession|--answers|event.jsonl");
    double seconds = (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC;
    g_autofree char *place = g_strdup_printf("event.jsonl:1: " SCRIPT ":%d:", EZ_HOSTILE_LINE);
    g_test_message("%s: %.2f s: %s", hostile->name, seconds, g_strchomp(done.err));
    if (done.status != 1 || !g_str_has_prefix(done.err, place) || !has_words(hostile, done.err))
        g_error("%s ended with %d and said: %s", hostile->name, done.status, done.err);
}

static void test_hostile(const void *data)
{
    const EzHostile *hostile = data;
    put_exercise(hostile->lua);
    need("run|B1|--session|s.ezsession|--seed|1|--answers|before.jsonl");
    g_autofree char *stood = rows();
    check_stop(hostile);
    g_autofree char *stands = rows();
    g_assert_cmpstr(stands, ==, stood);
    put_exercise(NULL);
    need("migrate|s.ezsession");
    need("resume|s.ezsession|--answers|after.jsonl");
    g_auto(EzTestRun) status = ez_test_run(folder, NULL, "status|s.ezsession|--lang|en");
    g_assert_nonnull(strstr(status.out, ", finished\n"));
    need("forget|s.ezsession");
}

static void make_folder(void)
{
    static const char *const parts[] = {"kit", "scripts"};
    folder = ez_test_memory_folder();
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *from = g_build_filename(g_getenv("EZ_SOURCE"), parts[i], NULL),
                        *to = g_build_filename(folder, parts[i], NULL);
        ez_test_copy(from, to);
    }
    ez_test_put(folder, "before.jsonl", before);
    ez_test_put(folder, "event.jsonl", event);
    ez_test_put(folder, "after.jsonl", after);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    make_folder();
    for (const EzHostile *each = ez_hostile; each->name != NULL; each++) {
        g_autofree char *path = g_strdup_printf("/hostile/%s", each->name);
        g_test_add_data_func(path, each, test_hostile);
    }
    int status = g_test_run();
    ez_test_remove(folder);
    return status;
}
