// SPDX-License-Identifier: EUPL-1.2
// Whole sessions of the kit's exercises, played by the program from recorded answers: to the report, cut off anywhere, killed at any moment, in other
// places of the world. `play N` kills N times and cuts at every line.
#include "engine/run/shown.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <utime.h>

static int kills = 8, step = 5;

static const struct {
    const char *name, *code;
} sessions[] = {{"o1", "O1"}, {"demo", "O1"}, {"b1", "B1"}, {"b4", "B4"}};

typedef struct Bench {
    char *folder, *answers, *golden;
    const char *code;
    char *wanted; // the report
} Bench;

static void run(const char *folder, const char *const *environment, int status,
                const char *arguments)
{
    g_auto(EzTestRun) done = ez_test_run(folder, environment, arguments);
    if (done.status != status)
        g_error("%s\nended with %d and said: %s", arguments, done.status, done.err);
}

static char *read_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? text : g_strdup("");
}

static char *begin_words(const Bench *b, const char *answers)
{
    return g_strdup_printf(
        "run|%s|--kit|%s|--seed|3|--session|s.ezsession|--lang|nl|--answers|%s", b->code,
        g_getenv("EZ_SOURCE"), answers);
}

static void begin(const Bench *b, const char *answers)
{
    g_autofree char *arguments = begin_words(b, answers);
    run(b->folder, NULL, 0, arguments);
}

static char *resume_words(const Bench *b)
{
    return g_strdup_printf("resume|s.ezsession|--lang|nl|--answers|%s", b->answers);
}

static char *report(const Bench *b, const char *const *environment)
{
    run(b->folder, environment, 0, "report|s.ezsession|--format|md|--lang|nl|-o|r.md");
    return read_file(b->folder, "r.md");
}

static void forget(const Bench *b)
{
    run(b->folder, NULL, 0, "forget|s.ezsession");
}

static Bench *new_bench(int session)
{
    Bench *b = g_new0(Bench, 1);
    const char *source = g_getenv("EZ_SOURCE"), *name = sessions[session].name;
    b->folder = ez_test_memory_folder();
    b->code = sessions[session].code;
    b->answers = g_strdup_printf("%s/tests/e2e/sessions/%s.jsonl", source, name);
    b->golden = g_strdup_printf("%s/tests/e2e/sessions/%s.md", source, name);
    begin(b, b->answers);
    b->wanted = report(b, NULL);
    return b;
}

static void free_bench(Bench *b)
{
    ez_test_remove(b->folder);
    g_free(b->answers);
    g_free(b->golden);
    g_free(b->wanted);
    g_free(b);
}

static void test_golden(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    g_autofree char *golden = NULL;
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(b->golden, b->wanted, -1, NULL));
    g_assert_true(g_file_get_contents(b->golden, &golden, NULL, NULL));
    g_assert_cmpstr(b->wanted, ==, golden);
    free_bench(b);
}

// A session that was written in format 1, in the middle of an anonymous step: it opens for as long as that format is read.
static void test_format(void)
{
    g_autofree char *folder = ez_test_folder(), *source = g_strdup(g_getenv("EZ_SOURCE"));
    g_autofree char *old =
                        g_build_filename(source, "tests/e2e/sessions/format-1.ezsession", NULL),
                    *golden = g_build_filename(source, "tests/e2e/sessions/format-1.md", NULL),
                    *copy = g_build_filename(folder, "s.ezsession", NULL), *bytes = NULL,
                    *wanted = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(old, &bytes, &length, NULL));
    g_assert_true(g_file_set_contents(copy, bytes, (gssize)length, NULL));
    g_autofree char *words = g_strdup_printf(
        "resume|s.ezsession|--lang|nl|--answers|%s/tests/e2e/sessions/demo.jsonl", source);
    run(folder, NULL, 0, words);
    run(folder, NULL, 0, "report|s.ezsession|--lang|nl|--format|md|-o|found.md");
    g_autofree char *found = read_file(folder, "found.md");
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(golden, found, -1, NULL));
    g_assert_true(g_file_get_contents(golden, &wanted, NULL, NULL));
    g_assert_cmpstr(found, ==, wanted);
    ez_test_remove(g_steal_pointer(&folder));
}

// ---- cut off and killed --------------------------------------------------------

static char *first_lines(const char *text, int count)
{
    const char *end = text;
    for (int i = 0; i < count && end != NULL; i++)
        end = strchr(end, '\n') != NULL ? strchr(end, '\n') + 1 : NULL;
    return end != NULL ? g_strndup(text, (gsize)(end - text)) : NULL;
}

static void finish(const Bench *b)
{
    g_autofree char *arguments = resume_words(b);
    run(b->folder, NULL, 0, arguments);
    g_autofree char *found = report(b, NULL);
    g_assert_cmpstr(found, ==, b->wanted);
    forget(b);
}

static void test_cut(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    g_autofree char *all = NULL, *path = g_build_filename(b->folder, "part.jsonl", NULL);
    g_assert_true(g_file_get_contents(b->answers, &all, NULL, NULL));
    forget(b);
    for (int lines = 0;; lines += step) {
        g_autofree char *part = first_lines(all, lines);
        if (part == NULL)
            break;
        g_assert_true(g_file_set_contents(path, part, -1, NULL));
        begin(b, path);
        finish(b);
    }
    free_bench(b);
}

static bool exists(const Bench *b)
{
    g_autofree char *path = g_build_filename(b->folder, "s.ezsession", NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

// There is no session yet, or one that can be gone on with; gives how long that takes, in microseconds.
static int reopen(const Bench *b)
{
    ez_test_put(b->folder, "nothing.jsonl", "");
    gint64 began = g_get_monotonic_time();
    run(b->folder, NULL, 0, "resume|s.ezsession|--answers|nothing.jsonl");
    return (int)(g_get_monotonic_time() - began);
}

static void clean(const Bench *b)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-lock", "-new"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *name = g_strconcat("s.ezsession", ends[i], NULL);
        g_autofree char *path = g_build_filename(b->folder, name, NULL);
        g_unlink(path);
    }
}

// How long a whole play takes, in microseconds.
static int measure(const Bench *b)
{
    gint64 began = g_get_monotonic_time();
    begin(b, b->answers);
    forget(b);
    return (int)(g_get_monotonic_time() - began);
}

static void test_killed(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    int left = 0, longest = 0;
    forget(b);
    int whole = measure(b);
    for (int i = 0; i < kills; i++) {
        g_autofree char *arguments = begin_words(b, b->answers);
        GSubprocess *process = ez_test_start(b->folder, arguments);
        g_usleep((gulong)g_test_rand_int_range(whole / 10, whole));
        g_subprocess_send_signal(process, SIGKILL);
        ez_test_end(process);
        if (exists(b)) {
            left++;
            longest = MAX(longest, reopen(b));
            finish(b);
        }
        clean(b);
    }
    g_test_message("%d of %d kills met a session; the longest resume took %d ms", left, kills,
                   longest / 1000);
    free_bench(b);
}

// ---- elsewhere -----------------------------------------------------------------

// What a process of its own prints of the session's state, in the locale that its environment names.
static int print_digest(const char *path)
{
    g_autoptr(GError) error = NULL;
    if (setlocale(LC_ALL, "") == NULL)
        g_error("there is no locale %s: ./dev makes it", g_getenv("LC_ALL"));
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    if (shown == NULL)
        g_error("%s", error->message);
    g_autofree char *digest = ez_session_digest(ez_shown_session(shown));
    printf("%s\n", digest);
    return 0;
}

// Owned by the caller.
static char *digest_in(const Bench *b, const char *const *environment)
{
    g_autofree char *path = g_build_filename(b->folder, "s.ezsession", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE);
    for (int i = 0; environment != NULL && environment[i] != NULL; i++) {
        g_auto(GStrv) pair = g_strsplit(environment[i], "=", 2);
        g_subprocess_launcher_setenv(launcher, pair[0], pair[1], TRUE);
    }
    g_autoptr(GSubprocess) process =
        g_subprocess_launcher_spawn(launcher, &error, "/proc/self/exe", "--digest", path, NULL);
    g_assert_no_error(error);
    char *digest = NULL;
    g_subprocess_communicate_utf8(process, NULL, NULL, &digest, NULL, &error);
    g_assert_no_error(error);
    g_assert_true(g_subprocess_get_successful(process));
    return digest;
}

static void test_elsewhere(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    g_autofree char *wanted = digest_in(b, NULL);
    static const char *const places[][3] = {{"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo", NULL},
                                            {"LC_ALL=tr_TR.UTF-8", "TZ=America/Lima", NULL},
                                            {"LC_ALL=C", "TZ=UTC", NULL}};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *found = report(b, places[i]), *digest = digest_in(b, places[i]);
        g_assert_cmpstr(found, ==, b->wanted);
        g_assert_cmpstr(digest, ==, wanted);
    }
    for (int i = 0; i < 20; i++) {
        g_autofree char *found = report(b, NULL), *digest = digest_in(b, NULL);
        g_assert_cmpstr(found, ==, b->wanted);
        g_assert_cmpstr(digest, ==, wanted);
    }
    free_bench(b);
}

// Numbers are read and written with a point, also where people write a comma.
static void test_commas(void)
{
    static const char *const here[] = {"LC_ALL=de_DE.UTF-8", "LC_NUMERIC=de_DE.UTF-8", NULL};
    Bench *b = new_bench(0);
    run(b->folder, NULL, 0, "report|s.ezsession|--format|csv|--lang|nl|-o|one.csv");
    run(b->folder, here, 0, "report|s.ezsession|--format|csv|--lang|nl|-o|two.csv");
    g_autofree char *one = read_file(b->folder, "one.csv"),
                    *two = read_file(b->folder, "two.csv");
    g_assert_cmpstr(one, !=, "");
    g_assert_cmpstr(one, ==, two);
    forget(b);
    g_autofree char *arguments = begin_words(b, b->answers);
    run(b->folder, here, 0, arguments);
    g_autofree char *found = report(b, NULL);
    g_assert_cmpstr(found, ==, b->wanted);
    free_bench(b);
}

// An export can be played again, and gives the same report.
static void test_exported(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    run(b->folder, NULL, 0, "report|s.ezsession|--format|json|--raw|-o|again.jsonl");
    forget(b);
    begin(b, "again.jsonl");
    g_autofree char *found = report(b, NULL);
    g_assert_cmpstr(found, ==, b->wanted);
    free_bench(b);
}

// Fifty markers, of which none is left anywhere.
static void test_forgotten(void)
{
    Bench *b = new_bench(0);
    forget(b);
    GString *lines = g_string_new("{\"ev\":\"join\",\"by\":\"p1\"}\n");
    for (int i = 0; i < 50; i++)
        g_string_append_printf(lines,
                               "{\"ev\":\"input\",\"step\":\"/task#1\",\"by\":\"facilitator\","
                               "\"value\":[\"marker-%d-\"]}\n",
                               i);
    g_autofree char *outside = ez_test_folder(),
                    *path = g_build_filename(outside, "m.jsonl", NULL);
    g_assert_true(g_file_set_contents(path, lines->str, -1, NULL));
    begin(b, path);
    forget(b);
    g_autoptr(GDir) folder = g_dir_open(b->folder, 0, NULL);
    for (const char *name = g_dir_read_name(folder); name != NULL;
         name = g_dir_read_name(folder)) {
        g_autofree char *file = g_build_filename(b->folder, name, NULL), *bytes = NULL;
        gsize length;
        g_assert_true(g_file_get_contents(file, &bytes, &length, NULL));
        for (gsize at = 0; at + 7 <= length; at++)
            g_assert_true(memcmp(bytes + at, "marker-", 7) != 0);
    }
    g_string_free(lines, TRUE);
    ez_test_remove(g_steal_pointer(&outside));
    free_bench(b);
}

static void age(const Bench *b, const char *name, int days)
{
    g_autofree char *path = g_build_filename(b->folder, name, NULL);
    time_t then = time(NULL) - (time_t)days * 24 * 60 * 60;
    g_assert_cmpint(g_utime(path, &(struct utimbuf){then, then}), ==, 0);
}

static bool is_there(const Bench *b, const char *name)
{
    g_autofree char *path = g_build_filename(b->folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

// Only what is older than its term goes, and only when it is asked for.
static void test_expired(void)
{
    Bench *b = new_bench(0);
    g_autofree char *other =
        g_strdup_printf("run|B1|--kit|%s|--session|young.ezsession|--answers|none.jsonl",
                        g_getenv("EZ_SOURCE"));
    ez_test_put(b->folder, "none.jsonl", "");
    run(b->folder, NULL, 0, other);
    ez_test_put(b->folder, "strange.ezsession", "no session");
    age(b, "s.ezsession", 31);
    age(b, "young.ezsession", 29);
    age(b, "strange.ezsession", 99);
    g_auto(EzTestRun) status = ez_test_run(b->folder, NULL, "status|young.ezsession|--lang|en");
    // Its file is 29 days old, and stays for one more.
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autoptr(GDateTime) end = g_date_time_add_days(now, 1);
    g_autofree char *until =
        g_date_time_format(end, "Keep this file until %-d %B %Y; ezkit forget erases it.");
    g_assert_nonnull(strstr(status.out, until));
    g_auto(EzTestRun) dutch = ez_test_run(b->folder, NULL, "status|young.ezsession|--lang|nl");
    g_assert_nonnull(strstr(dutch.out, "Bewaar dit bestand tot "));
    g_auto(EzTestRun) done = ez_test_run(b->folder, NULL, "forget|--expired|.|--lang|en");
    g_assert_cmpint(done.status, ==, 3);
    g_assert_nonnull(strstr(done.out, "forgotten: ./s.ezsession"));
    g_assert_nonnull(strstr(done.err, "strange.ezsession"));
    g_assert_false(is_there(b, "s.ezsession"));
    g_assert_true(is_there(b, "young.ezsession"));
    g_assert_true(is_there(b, "strange.ezsession"));
    run(b->folder, NULL, 3, "forget|--expired|nowhere");
    free_bench(b);
}

static void refuse(const char *folder, int status, const char *arguments, const char *words)
{
    g_auto(EzTestRun) done = ez_test_run(folder, NULL, arguments);
    if (done.status != status || strstr(done.err, words) == NULL)
        g_error("%s\nended with %d and said: %s", arguments, done.status, done.err);
}

static void test_refusals(void)
{
    Bench *b = new_bench(0);
    ez_test_put(b->folder, "text.ezsession", "no session");
    ez_test_put(b->folder, "bad.jsonl",
                "{\"ev\":\"join\",\"by\":\"p9\"}\n{\"ev\":\"inptu\"}\n");
    ez_test_put(b->folder, "wrong.jsonl", "{\"ev\":\"close\",\"step\":\"/nothing#1\"}\n");
    g_autofree char *huge = g_strnfill(10 * 1024 * 1024, 'x');
    g_autofree char *big = g_strdup_printf(
        "{\"ev\":\"input\",\"step\":\"/task#1\",\"by\":\"p1\",\"value\":\"%s\"}\n", huge);
    ez_test_put(b->folder, "big.jsonl", big);
    refuse(b->folder, 1, "resume|s.ezsession|--answers|big.jsonl|--lang|en", "big.jsonl:1: ");
    g_autofree char *cut = g_build_filename(b->folder, "cut.jsonl", NULL);
    g_assert_true(g_file_set_contents(cut, "{\"ev\":\"pause\"}\n\0{}", 18, NULL));
    refuse(b->folder, 1, "resume|s.ezsession|--answers|cut.jsonl|--lang|en",
           "cut.jsonl: this is no text");
    refuse(b->folder, 3, "resume|none.ezsession|--lang|en", "none.ezsession");
    refuse(b->folder, 3, "status|text.ezsession|--lang|en", "text.ezsession");
    refuse(b->folder, 3, "report|none.ezsession|--lang|en", "none.ezsession");
    refuse(b->folder, 3, "forget|text.ezsession|--lang|en", "text.ezsession");
    refuse(b->folder, 3, "resume|.|--lang|en", "this is a folder; name the session in it");
    refuse(b->folder, 3, "status|.|--lang|en", "this is a folder; name the session in it");
    refuse(b->folder, 3, "forget|.|--lang|en", "this is a folder; name the session in it");
    refuse(b->folder, 3, "status|.|--lang|nl", "dit is een map; noem de sessie die erin staat");
    refuse(b->folder, 3, "forget|text.ezsession|--lang|nl", "geen sessie van ezkit");
    refuse(b->folder, 1, "rewind|s.ezsession|nergens|--lang|nl",
           "er is geen stap met die naam");
    refuse(b->folder, 1, "resume|s.ezsession|--answers|wrong.jsonl|--lang|nl",
           "wrong.jsonl:1: er is geen stap /nothing#1");
    refuse(b->folder, 1, "resume|s.ezsession|--answers|bad.jsonl|--lang|en",
           "bad.jsonl:2: there is no event \"inptu\"; did you mean \"input\"?");
    refuse(b->folder, 1, "resume|s.ezsession|--answers|wrong.jsonl|--lang|en",
           "wrong.jsonl:1: there is no step /nothing#1");
    refuse(b->folder, 2, "report|s.ezsession|--format|doc", "pdf, json, csv or md");
    refuse(b->folder, 2, "report|s.ezsession|--raw|--record", "give one of them");
    refuse(b->folder, 2, "resume|s.ezsession|--lang|fr", "nl or en");
    g_autofree char *again = begin_words(b, b->answers);
    refuse(b->folder, 3, again, "s.ezsession");
    free_bench(b);
}

// ---- reports -------------------------------------------------------------------

// A kit that knows nothing of reports, and a language that it has not.
static void test_report_in_any_kit(void)
{
    Bench *b = new_bench(1);
    ez_test_put_kit(b->folder, "'en'", "", "");
    run(b->folder, NULL, 0, "report|s.ezsession|--kit|.|-o|r.pdf");
    g_autofree char *path = g_build_filename(b->folder, "r.pdf", NULL);
    g_autofree char *words = g_strdup_printf("pdftotext|-layout|%s|-", path);
    g_autofree char *text = ez_test_tool(words);
    g_assert_nonnull(strstr(text, "Rollentrap · versie 1.0.0 · 12 maart 2026 · 6 deelnemers"));
    g_assert_nonnull(strstr(text, "CC BY 4.0 · Wortelwerk"));
    free_bench(b);
}

// Four scores: the journal as JSON has them only when all is asked for, and can then be played again.
static void test_few_scores_are_not_exported(void)
{
    Bench *b = new_bench(0);
    GString *lines = g_string_new("{\"ev\":\"join\",\"by\":\"p1\"}\n"
                                  "{\"ev\":\"input\",\"step\":\"/task#1\",\"by\":"
                                  "\"facilitator\",\"value\":[\"maaien\"]}\n"
                                  "{\"ev\":\"close\",\"step\":\"/task#1\"}\n"
                                  "{\"ev\":\"close\",\"step\":\"/statutory#1\"}\n"
                                  "{\"ev\":\"close\",\"step\":\"/steps#1\"}\n");
    for (int i = 0; i < 4; i++)
        g_string_append_printf(
            lines, "{\"ev\":\"input\",\"step\":\"/now#1\",\"value\":{\"/task#1/1\":%d}}\n",
            i + 1);
    g_string_append(lines, "{\"ev\":\"close\",\"step\":\"/now#1\"}\n");
    ez_test_put(b->folder, "few.jsonl", lines->str);
    forget(b);
    begin(b, "few.jsonl");
    run(b->folder, NULL, 0, "report|s.ezsession|--format|json|-o|plain.jsonl");
    run(b->folder, NULL, 0, "report|s.ezsession|--format|json|--raw|-o|raw.jsonl");
    g_autofree char *plain = read_file(b->folder, "plain.jsonl"),
                    *raw = read_file(b->folder, "raw.jsonl");
    g_assert_null(strstr(plain, "answers"));
    g_assert_nonnull(strstr(raw, "\"kind\":\"scale\""));
    g_assert_nonnull(strstr(raw, "answers"));
    g_assert_nonnull(strstr(plain, "maaien"));
    g_auto(EzTestRun) status = ez_test_run(b->folder, NULL, "status|s.ezsession|--json");
    g_assert_cmpstr(status.out, ==, plain);
    g_string_free(lines, TRUE);
    free_bench(b);
}

// ---- the exercise in the kit ---------------------------------------------------

#define SCRIPT "scripts/nature/zwermbesluit.lua"

// A kit of one's own, in the folder.
static void own_kit(const char *folder)
{
    static const char *const parts[] = {"kit", "scripts"};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *from = g_build_filename(g_getenv("EZ_SOURCE"), parts[i], NULL),
                        *to = g_build_filename(folder, parts[i], NULL);
        ez_test_copy(from, to);
    }
}

static char *script_of(const char *folder)
{
    char *text = read_file(folder, SCRIPT);
    g_assert_cmpstr(text, !=, "");
    return text;
}

static char *replaced(const char *text, const char *words, const char *others)
{
    g_auto(GStrv) parts = g_strsplit(text, words, -1);
    g_assert_nonnull(parts[1]);
    return g_strjoinv(others, parts);
}

// Bots find no fault, and a mistake is found by them with its place.
static void test_tried(void)
{
    g_autofree char *folder = ez_test_folder();
    own_kit(folder);
    g_auto(EzTestRun) sound =
        ez_test_run(folder, NULL, "try|B1|--people|0,7|--seeds|2|--quiet");
    g_assert_cmpint(sound.status, ==, 0);
    g_assert_true(g_str_has_suffix(sound.out, " 0 failed\n"));
    ez_test_put(
        folder, "scripts/nature/vraag-het-de-natuur.lua",
        "return exercise { id = \"vraag-het-de-natuur\", code = \"B1\", version = \"1\", api = "
        "1,\n"
        "title = { nl = \"A\", en = \"A\" }, goal = { nl = \"A\", en = \"A\" }, people = { 1, "
        "9 },\n"
        "minutes = 5, run = function(s)\n"
        "  local a = s.ask(\"a\", { nl = \"A\", en = \"A\" })\n"
        "  s.say(\"b\", { nl = \"B\", en = \"B\" }, { slots = { a = a[1].id } })\nend }\n");
    g_auto(EzTestRun) faulty = ez_test_run(folder, NULL, "try|B1|--people|0|--seeds|1");
    g_assert_cmpint(faulty.status, ==, 1);
    g_assert_nonnull(strstr(faulty.err, "scripts/nature/vraag-het-de-natuur.lua:5:"));
    ez_test_remove(g_steal_pointer(&folder));
}

// ---- what is typed -------------------------------------------------------------

#define PARAMS                                                                                 \
    "return exercise { id = \"vraag-het-de-natuur\", code = \"B1\", version = \"1\", api = "   \
    "1,\n"                                                                                     \
    "title = { nl = \"A\", en = \"A\" }, goal = { nl = \"A\", en = \"A\" }, people = { 1, 9 "  \
    "},\n"                                                                                     \
    "minutes = 5, params = {\n"                                                                \
    "  n = { type = \"number\", nl = \"N\", en = \"N\", default = 2, min = 1, max = 9 },\n"    \
    "  t = { type = \"text\", nl = \"T\", en = \"T\", default = \"a\", max = 5 },\n"           \
    "  y = { type = \"yes_no\", nl = \"Y\", en = \"Y\", default = false },\n"                  \
    "  c = { type = \"choice\", nl = \"C\", en = \"C\", default = \"slow\",\n"                 \
    "        options = { { id = \"slow\", nl = \"S\", en = \"S\" }, { id = \"fast\", nl = "    \
    "\"F\", "                                                                                  \
    "en = \"F\" } } } },\n"                                                                    \
    "run = function(s) s.say(\"b\", { nl = \"B\", en = \"B\" }) end }\n"

static void test_params(void)
{
    static const char *const here[] = {"LC_ALL=de_DE.UTF-8", NULL};
    static const struct {
        const char *param, *words;
    } cases[] = {
        {"n=abc", "--param n is a number, not \"abc\""},
        {"n=", "--param n is a number, not \"\""},
        {"n=10", "--param n goes from 1 to 9, and this is 10"},
        {"n=nan", "--param n is a number, not \"nan\""},
        {"t=abcdef", "--param t has 6 characters; 5 is the most"},
        {"y=maybe", "--param y is yes or no, not \"maybe\""},
        {"c=quick", "--param c is one of slow, fast, not \"quick\""},
        {"m=1", "vraag-het-de-natuur has no such parameter"},
    };
    g_autofree char *folder = ez_test_folder();
    own_kit(folder);
    ez_test_put(folder, "scripts/nature/vraag-het-de-natuur.lua", PARAMS);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words = g_strdup_printf("run|B1|--param|%s", cases[i].param);
        refuse(folder, 2, words, cases[i].words);
    }
    ez_test_put(folder, "none.jsonl", "");
    run(folder, here, 0,
        "run|B1|--param|n=3.5,t=vijf5,y=ja,c=fast|--session|p.ezsession|--answers|none.jsonl");
    g_auto(EzTestRun) rows = ez_test_run(folder, NULL, "status|p.ezsession|--json");
    g_assert_nonnull(
        strstr(rows.out, "\"params\":{\"c\":\"fast\",\"n\":3.5,\"t\":\"vijf5\",\"y\":true}"));
    ez_test_remove(g_steal_pointer(&folder));
}

// What steers a terminal stays out of it, wherever an author or a session wrote it; a path can be typed as it is told.
static void test_nothing_steers_the_terminal(void)
{
    static const char script[] =
        "return exercise { id = 'vraag-het-de-natuur', code = 'B1', version = '1', api = 1,\n"
        "title = { nl = 'T\\27[31m', en = 'T\\27[31m' }, goal = { nl = 'A', en = 'A' },\n"
        "people = { 1, 9 }, minutes = 5, run = function(s)\n"
        "s.say('a', { nl = 'B\\27[2J', en = 'B\\27[2J' })\n"
        "if s.people('n').n > 1 then error('\\27[1m') end end }\n";
    static const struct {
        const char *words, *out, *err;
    } cases[] = {
        {"list", "T [31m", ""},
        {"try|B1|--seeds|1|--people|2", "", "scripts/nature/vraag-het-de-natuur.lua:5"},
        {"run|B1|--session|a;b.ezsession|--answers|two.jsonl|--lang|en",
         "ezkit resume 'a;b.ezsession'", ""},
        {"status|a;b.ezsession|--lang|en", "T [31m: 2 people", ""},
        {"resume|a;b.ezsession|--answers|end.jsonl|--lang|en", "", "end.jsonl:1:"},
    };
    g_autofree char *folder = ez_test_folder();
    own_kit(folder);
    ez_test_put(folder, "scripts/nature/vraag-het-de-natuur.lua", script);
    ez_test_put(folder, "two.jsonl",
                "{\"ev\":\"join\",\"by\":\"p1\"}\n{\"ev\":\"join\",\"by\":\"p2\"}\n");
    ez_test_put(folder, "end.jsonl", "{\"ev\":\"close\",\"step\":\"/a#1\"}\n");
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(EzTestRun) done = ez_test_run(folder, NULL, cases[i].words);
        g_test_message("%s\n%s%s", cases[i].words, done.out, done.err);
        g_assert_null(strchr(done.out, '\033'));
        g_assert_null(strchr(done.err, '\033'));
        g_assert_nonnull(strstr(done.out, cases[i].out));
        g_assert_nonnull(strstr(done.err, cases[i].err));
    }
    ez_test_remove(g_steal_pointer(&folder));
}

// Enter once too often passes over no question; text where none is asked for is answered.
static void test_typed(void)
{
    g_autofree char *folder = ez_test_folder(),
                    *words = g_strdup_printf("run|O1|--kit|%s|--session|t.ezsession|--lang|en|"
                                             "--people|3|--seed|3",
                                             g_getenv("EZ_SOURCE"));
    g_auto(EzTestRun) first =
        ez_test_talk(folder, words, "\nmowing\nbrook\nmoths\n\n1 2\n\nwhat?\n");
    g_assert_nonnull(strstr(first.out, "Nothing is written yet. Enter again"));
    g_assert_nonnull(strstr(first.out, "1. mowing"));
    g_assert_null(strstr(first.out, "A tie"));
    const char *asked = strstr(first.out, "Enter: go on");
    g_assert_nonnull(asked);
    g_assert_nonnull(strstr(asked + 1, "Enter: go on"));
    run(folder, NULL, 0, "rewind|t.ezsession|task");
    g_auto(EzTestRun) second = ez_test_talk(folder, "resume|t.ezsession|--lang|en", "\n\n");
    g_assert_nonnull(strstr(second.out, "Nothing is written yet. Enter again"));
    g_auto(EzTestRun) status = ez_test_run(folder, NULL, "status|t.ezsession|--lang|en");
    g_assert_nonnull(strstr(status.out, "done            0  /task#1"));
    ez_test_remove(g_steal_pointer(&folder));
}

// Reads what the process says until these words have come.
static void wait_for(GSubprocess *process, const char *words)
{
    GInputStream *out = g_subprocess_get_stdout_pipe(process);
    g_autoptr(GString) said = g_string_new(NULL);
    char byte;
    while (strstr(said->str, words) == NULL) {
        g_assert_cmpint(g_input_stream_read(out, &byte, 1, NULL, NULL), ==, 1);
        g_string_append_c(said, byte);
    }
}

// Whoever closes the terminal, or stops the program, loses nothing that was entered.
static void test_hung_up(void)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
    g_autofree char *folder = ez_test_folder(),
                    *program =
                        g_build_filename(g_getenv("EZ_BUILD"), "engine", "cmd", "ezkit", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
        g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
            G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
        g_autofree char *name = g_strdup_printf("s%d.ezsession", (int)i);
        g_subprocess_launcher_set_cwd(launcher, folder);
        GSubprocess *process = g_subprocess_launcher_spawn(
            launcher, NULL, program, "run", "O1", "--kit", g_getenv("EZ_SOURCE"), "--session",
            name, "--lang", "en", "--people", "3", NULL);
        g_assert_nonnull(process);
        GOutputStream *in = g_subprocess_get_stdin_pipe(process);
        g_assert_true(g_output_stream_write_all(in, "mowing\nhalf", 11, NULL, NULL, NULL));
        g_assert_true(g_output_stream_flush(in, NULL, NULL));
        wait_for(process, "1. mowing");
        g_subprocess_send_signal(process, signals[i]);
        wait_for(process, "Everything is kept. Go on with:");
        g_assert_cmpint(ez_test_end(process), ==, 130);
        g_autofree char *words = g_strdup_printf("status|%s|--json", name);
        g_auto(EzTestRun) rows = ez_test_run(folder, NULL, words);
        g_assert_nonnull(strstr(rows.out, "\"value\":[\"mowing\"]"));
        g_assert_null(strstr(rows.out, "half"));
    }
    ez_test_remove(g_steal_pointer(&folder));
}

// Answers of before a rewind are taken over in another run of the program, in the language that is asked for.
static void test_went_back(void)
{
    g_autofree char *folder = ez_test_folder(),
                    *words = g_strdup_printf("run|O1|--kit|%s|--session|t.ezsession|--lang|nl|"
                                             "--people|3|--seed|3",
                                             g_getenv("EZ_SOURCE"));
    g_auto(EzTestRun) first = ez_test_talk(folder, words, "maaien\nbeek\n\n1\n\n");
    g_assert_nonnull(strstr(first.out, "2. beek"));
    run(folder, NULL, 0, "rewind|t.ezsession|task|--lang|nl");
    g_auto(EzTestRun) second =
        ez_test_talk(folder, "resume|t.ezsession|--lang|nl", "/oud\n\n/oud\n\n");
    g_assert_nonnull(strstr(second.out, "/oud neemt het over:\nmaaien / beek"));
    g_assert_nonnull(strstr(second.out, "Overgenomen: 1 van 1."));
    g_auto(EzTestRun) status = ez_test_run(folder, NULL, "status|t.ezsession|--lang|nl");
    g_assert_nonnull(strstr(status.out, "klaar           1  /task#1"));
    g_assert_nonnull(strstr(status.out, "klaar           1  /statutory#1"));
    ez_test_remove(g_steal_pointer(&folder));
}

// A finished session is a test of the exercise: another step is told with its row, other words pass.
static void test_replayed(void)
{
    Bench *b = new_bench(3);
    g_autofree char *words =
        g_strdup_printf("replay|s.ezsession|--kit|%s", g_getenv("EZ_SOURCE"));
    run(b->folder, NULL, 0, words);
    own_kit(b->folder);
    g_autofree char *text = script_of(b->folder);
    g_autofree char *renamed = replaced(text, "\"minority_reason\"", "\"minority_why\"");
    g_autofree char *reworded = replaced(text, "Schrijf de reden van de minderheid erbij.",
                                         "Noteer ook de reden van de minderheid.");
    ez_test_put(b->folder, SCRIPT, renamed);
    g_auto(EzTestRun) parted = ez_test_run(b->folder, NULL, "replay|s.ezsession|--lang|en");
    g_assert_cmpint(parted.status, ==, 1);
    g_assert_cmpstr(parted.out, ==, "0 passed, 1 failed\n");
    g_assert_nonnull(strstr(
        parted.err, "opens ask /minority_reason#1; the script now opens ask /minority_why#1"));
    g_auto(EzTestRun) dutch = ez_test_run(b->folder, NULL, "replay|s.ezsession|--lang|nl");
    g_assert_nonnull(strstr(dutch.err, "het script opent ask /minority_why#1"));
    ez_test_put(b->folder, SCRIPT, reworded);
    run(b->folder, NULL, 0, "replay|s.ezsession");
    free_bench(b);
}

// A session moves to other words and goes on; another step is refused, and it stays as it was. The next one begins with its harvest.
static void test_migrated(void)
{
    Bench *b = new_bench(3);
    own_kit(b->folder);
    g_autofree char *text = script_of(b->folder);
    g_autofree char *reworded = replaced(text, "nl = \"Zwermbesluit\"", "nl = \"Zwermkeuze\"");
    g_autofree char *renamed = replaced(text, "\"minority_reason\"", "\"minority_why\"");
    run(b->folder, NULL, 0, "migrate|s.ezsession|--lang|en");
    ez_test_put(b->folder, SCRIPT, renamed);
    g_auto(EzTestRun) refused = ez_test_run(b->folder, NULL, "migrate|s.ezsession|--lang|en");
    g_assert_cmpint(refused.status, ==, 1);
    g_assert_nonnull(strstr(refused.err, "the script now opens ask /minority_why#1"));
    g_assert_nonnull(strstr(refused.err, "ezkit resume"));
    g_auto(EzTestRun) dutch = ez_test_run(b->folder, NULL, "migrate|s.ezsession|--lang|nl");
    g_assert_nonnull(strstr(dutch.err, "het script opent ask /minority_why#1"));
    ez_test_put(b->folder, SCRIPT, reworded);
    g_auto(EzTestRun) moved = ez_test_run(b->folder, NULL, "migrate|s.ezsession|--lang|en");
    g_assert_cmpint(moved.status, ==, 0);
    g_assert_nonnull(strstr(moved.out, "s.ezsession now runs zwermbesluit "));
    g_auto(EzTestRun) still = ez_test_run(b->folder, NULL, "migrate|s.ezsession|--lang|en");
    g_assert_nonnull(strstr(still.out, "s.ezsession runs zwermbesluit "));
    g_auto(EzTestRun) shown = ez_test_run(b->folder, NULL, "status|s.ezsession|--lang|nl");
    g_assert_nonnull(strstr(shown.out, "Zwermkeuze: "));
    run(b->folder, NULL, 2, "migrate|s.ezsession|--to|zwermbesluiten");
    run(b->folder, NULL, 1, "migrate|s.ezsession|--to|B1");
    free_bench(b);
}

static void test_from(void)
{
    Bench *b = new_bench(3);
    const char *source = g_getenv("EZ_SOURCE");
    g_autofree char *words =
        g_strdup_printf("run|O1|--kit|%s|--from|s.ezsession|--session|next.ezsession|--answers|"
                        "none.jsonl",
                        source);
    ez_test_put(b->folder, "none.jsonl", "");
    run(b->folder, NULL, 0, words);
    g_auto(EzTestRun) whole = ez_test_run(b->folder, NULL, "status|next.ezsession|--json");
    g_assert_nonnull(strstr(whole.out, "\"exercise\":\"zwermbesluit\""));
    g_assert_nonnull(strstr(whole.out, "\"said\":{\"from/"));
    run(b->folder, NULL, 0, "report|next.ezsession|--format|json|--record|-o|record.jsonl");
    g_autofree char *record = read_file(b->folder, "record.jsonl");
    g_assert_null(strstr(record, "said"));
    g_assert_nonnull(strstr(record, "\"seed\""));
    g_autofree char *early =
        g_strdup_printf("run|O1|--kit|%s|--lang|en|--from|next.ezsession", source);
    g_auto(EzTestRun) none = ez_test_run(b->folder, NULL, early);
    g_assert_cmpint(none.status, ==, 2);
    g_assert_nonnull(strstr(none.err, "next.ezsession has no harvest yet"));
    // One that is given up for a new one of the same exercise.
    ez_test_put(b->folder, "task.jsonl",
                "{\"ev\":\"join\",\"by\":\"p1\"}\n{\"ev\":\"input\",\"step\":\"/task#1\","
                "\"by\":\"facilitator\",\"value\":[\"mowing\"]}\n");
    run(b->folder, NULL, 0, "resume|next.ezsession|--answers|task.jsonl");
    g_autofree char *again = g_strdup_printf(
        "run|O1|--kit|%s|--lang|en|--people|2|--session|last.ezsession|--from|next.ezsession",
        source);
    g_auto(EzTestRun) talk = ez_test_talk(b->folder, again, "/old\n");
    g_assert_nonnull(strstr(talk.out, "Last time this stood here"));
    g_auto(EzTestRun) kept = ez_test_run(b->folder, NULL, "status|last.ezsession|--json");
    g_assert_nonnull(strstr(kept.out, "\"step\":\"/task#1\",\"value\":[\"mowing\"]}"));
    free_bench(b);
}

// The answers of those who are here are taken over, and of nobody else.
static void test_from_with_fewer(void)
{
    static const char script[] =
        "return exercise { id = 'vraag-het-de-natuur', code = 'B1', version = '1', api = 1,\n"
        "title = { nl = 'A', en = 'A' }, goal = { nl = 'A', en = 'A' }, people = { 1, 9 },\n"
        "minutes = 5, run = function(s) s.scale('a', { nl = 'B', en = 'B' }) end }\n";
    g_autofree char *folder = ez_test_folder();
    own_kit(folder);
    ez_test_put(folder, "scripts/nature/vraag-het-de-natuur.lua", script);
    g_auto(EzTestRun) three = ez_test_talk(
        folder, "run|B1|--lang|en|--people|3|--session|three.ezsession", "3 4 5\n");
    g_assert_nonnull(strstr(three.out, "3 of 3"));
    g_auto(EzTestRun) two = ez_test_talk(
        folder, "run|B1|--lang|en|--people|2|--session|two.ezsession|--from|three.ezsession",
        "/old\n");
    g_assert_nonnull(strstr(two.out, "Taken over: 2 of 3."));
    g_assert_nonnull(strstr(two.out, "2 of 2"));
    g_assert_null(strstr(two.out, "does not take part"));
    ez_test_remove(g_steal_pointer(&folder));
}

// What people said because nobody would see it stays unseen; when others see it may change.
static void test_never_stays_never(void)
{
    static const struct {
        const char *before, *after;
        int status;
    } cases[] = {{"never", "on_close", 1},
                 {"live", "never", 1},
                 {"live", "on_close", 0},
                 {"never", "never", 0}};
    g_autofree char *folder = ez_test_folder();
    own_kit(folder);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *reveals[] = {cases[i].before, cases[i].after};
        for (gsize k = 0; k < G_N_ELEMENTS(reveals); k++) {
            g_autofree char *script = g_strdup_printf(
                "return exercise { id = 'vraag-het-de-natuur', code = 'B1', version = '%d',\n"
                "api = 1, title = { nl = 'A', en = 'A' }, goal = { nl = 'A', en = 'A' },\n"
                "people = { 1, 9 }, minutes = 5, run = function(s)\n"
                "s.ask('a', { nl = 'B', en = 'B' }, { reveal = '%s' }) end }\n",
                (int)k + 1, reveals[k]);
            ez_test_put(folder, "scripts/nature/vraag-het-de-natuur.lua", script);
            g_autofree char *words =
                g_strdup_printf(k == 0 ? "run|B1|--lang|en|--people|2|--session|%d.ezsession"
                                       : "migrate|%d.ezsession|--lang|en",
                                (int)i);
            g_auto(EzTestRun) done = k == 0 ? ez_test_talk(folder, words, "secret\n")
                                            : ez_test_run(folder, NULL, words);
            g_test_message("%s to %s: %s%s", reveals[0], reveals[1], done.out, done.err);
            g_assert_cmpint(done.status, ==, k == 0 ? 0 : cases[i].status);
        }
    }
    ez_test_remove(g_steal_pointer(&folder));
}

static void add(const char *name, int session, GTestDataFunc test)
{
    g_autofree char *path = g_strdup_printf("/play/%s/%s", name, sessions[session].name);
    g_test_add_data_func(path, GINT_TO_POINTER(session), test);
}

static int count_of(const char *text, const char *word)
{
    g_auto(GStrv) parts = g_strsplit(text, word, -1);
    return (int)g_strv_length(parts) - 1;
}

// Lines without keys of their own, as somebody types them from paper: what was taken is not taken again when a later line is mended, or when
// more are added behind it.
static void test_a_mended_file_goes_on(void)
{
    static const char before[] = "{\"ev\":\"join\",\"by\":\"p1\"}\n"
                                 "{\"ev\":\"join\",\"by\":\"p2\"}\n"
                                 "{\"ev\":\"close\",\"step\":\"/task#1\"}\n";
    Bench *b = new_bench(0);
    g_autofree char *wrong = g_strdup_printf(
        "%s{\"ev\":\"close\",\"step\":\"/now#1\"}\n{\"ev\":\"pause\"}\n", before);
    g_autofree char *mended = g_strdup_printf("%s{\"ev\":\"join\",\"by\":\"p3\"}\n{\"ev\":"
                                              "\"pause\"}\n{\"ev\":\"join\",\"by\":\"p4\"}\n",
                                              before);
    g_autofree char *first = begin_words(b, "typed.jsonl");
    forget(b);
    ez_test_put(b->folder, "typed.jsonl", wrong);
    refuse(b->folder, 1, first, "typed.jsonl:4: er is geen stap /now#1\n  Nu open: /");
    forget(b);
    refuse(b->folder, 1, first, "ezkit resume s.ezsession --answers typed.jsonl\n");
    ez_test_put(b->folder, "typed.jsonl", mended);
    run(b->folder, NULL, 0, "resume|s.ezsession|--answers|typed.jsonl");
    run(b->folder, NULL, 0, "resume|s.ezsession|--answers|typed.jsonl");
    g_auto(EzTestRun) done = ez_test_run(b->folder, NULL, "status|s.ezsession|--json");
    g_assert_cmpint(count_of(done.out, "\"join\""), ==, 4);
    g_assert_cmpint(count_of(done.out, "\"pause\""), ==, 1);
    g_assert_cmpint(count_of(done.out, "\"close\""), ==, 1);
    free_bench(b);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--digest") == 0)
        return print_digest(argv[2]);
    g_test_init(&argc, &argv, NULL);
    g_setenv("SOURCE_DATE_EPOCH", "1773273600", TRUE); // 12 March 2026
    if (argc > 1) {
        kills = atoi(argv[1]);
        step = 1;
    }
    for (int i = 0; i < (int)G_N_ELEMENTS(sessions); i++) {
        add("golden", i, test_golden);
        add("cut", i, test_cut);
        add("killed", i, test_killed);
        add("elsewhere", i, test_elsewhere);
        add("exported", i, test_exported);
    }
    g_test_add_func("/play/commas", test_commas);
    g_test_add_func("/play/format-1", test_format);
    g_test_add_func("/play/forgotten", test_forgotten);
    g_test_add_func("/play/expired", test_expired);
    g_test_add_func("/play/refusals", test_refusals);
    g_test_add_func("/play/a-mended-file-goes-on", test_a_mended_file_goes_on);
    g_test_add_func("/play/report-in-any-kit", test_report_in_any_kit);
    g_test_add_func("/play/nothing-steers-the-terminal", test_nothing_steers_the_terminal);
    g_test_add_func("/play/few-scores-are-not-exported", test_few_scores_are_not_exported);
    g_test_add_func("/play/tried", test_tried);
    g_test_add_func("/play/params", test_params);
    g_test_add_func("/play/typed", test_typed);
    g_test_add_func("/play/hung-up", test_hung_up);
    g_test_add_func("/play/went-back", test_went_back);
    g_test_add_func("/play/replayed", test_replayed);
    g_test_add_func("/play/migrated", test_migrated);
    g_test_add_func("/play/from", test_from);
    g_test_add_func("/play/from-with-fewer", test_from_with_fewer);
    g_test_add_func("/play/never-stays-never", test_never_stays_never);
    return g_test_run();
}
