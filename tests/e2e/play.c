// SPDX-License-Identifier: EUPL-1.2
// Whole sessions of the kit's exercises, played by the program from recorded answers: to the report, cut off anywhere, killed at any moment, in other
// places of the world. `play N` kills N times and cuts at every line.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static int kills = 8, step = 5;

static const struct {
    const char *name, *code;
} sessions[] = {{"o1", "O1"}, {"b1", "B1"}, {"b4", "B4"}};

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
    b->folder = ez_test_folder();
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

// Killed while the file was made, before anything could be said: a sentence tells so.
static bool had_begun(const Bench *b)
{
    g_auto(EzTestRun) done = ez_test_run(b->folder, NULL, "status|s.ezsession");
    bool begun = done.status == 0;
    if (!begun && (done.status != 3 || (strstr(done.err, "had not begun") == NULL &&
                                        strstr(done.err, "not a session") == NULL)))
        g_error("status ended with %d and said: %s", done.status, done.err);
    return begun;
}

static void clean(const Bench *b)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-lock", "-journal"};
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
    int left = 0;
    forget(b);
    int whole = measure(b);
    for (int i = 0; i < kills; i++) {
        g_autofree char *arguments = begin_words(b, b->answers);
        GSubprocess *process = ez_test_start(b->folder, arguments);
        g_usleep((gulong)g_test_rand_int_range(whole / 10, whole));
        g_subprocess_send_signal(process, SIGKILL);
        ez_test_end(process);
        bool begun = exists(b) && had_begun(b);
        left += begun;
        if (begun)
            finish(b);
        clean(b);
    }
    g_test_message("%d of %d kills met a session", left, kills);
    free_bench(b);
}

// ---- elsewhere -----------------------------------------------------------------

static void test_elsewhere(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    static const char *const places[][3] = {{"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo", NULL},
                                            {"LC_ALL=tr_TR.UTF-8", "TZ=America/Lima", NULL},
                                            {"LC_ALL=C", "TZ=UTC", NULL}};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *found = report(b, places[i]);
        g_assert_cmpstr(found, ==, b->wanted);
    }
    for (int i = 0; i < 20; i++) {
        g_autofree char *found = report(b, NULL);
        g_assert_cmpstr(found, ==, b->wanted);
    }
    free_bench(b);
}

// An export can be played again, and gives the same report.
static void test_exported(const void *data)
{
    Bench *b = new_bench(GPOINTER_TO_INT(data));
    run(b->folder, NULL, 0, "report|s.ezsession|--format|json|-o|again.jsonl");
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
    refuse(b->folder, 1, "resume|s.ezsession|--answers|big.jsonl", "big.jsonl:1: ");
    g_autofree char *cut = g_build_filename(b->folder, "cut.jsonl", NULL);
    g_assert_true(g_file_set_contents(cut, "{\"ev\":\"pause\"}\n\0{}", 18, NULL));
    refuse(b->folder, 1, "resume|s.ezsession|--answers|cut.jsonl",
           "cut.jsonl: this is no text");
    refuse(b->folder, 3, "resume|none.ezsession|--lang|en", "none.ezsession");
    refuse(b->folder, 3, "status|text.ezsession", "text.ezsession");
    refuse(b->folder, 3, "report|none.ezsession", "none.ezsession");
    refuse(b->folder, 3, "forget|text.ezsession", "text.ezsession");
    refuse(b->folder, 1, "resume|s.ezsession|--answers|bad.jsonl",
           "bad.jsonl:2: there is no event \"inptu\"; did you mean \"input\"?");
    refuse(b->folder, 1, "resume|s.ezsession|--answers|wrong.jsonl",
           "wrong.jsonl:1: there is no step /nothing#1");
    refuse(b->folder, 2, "report|s.ezsession|--format|doc", "pdf, json, csv or md");
    refuse(b->folder, 2, "resume|s.ezsession|--lang|fr", "nl or en");
    g_autofree char *again = begin_words(b, b->answers);
    refuse(b->folder, 3, again, "s.ezsession");
    free_bench(b);
}

// Bots find no fault, and a mistake is found by them with its place.
static void test_tried(void)
{
    g_autofree char *folder = ez_test_folder(), *source = g_strdup(g_getenv("EZ_SOURCE"));
    g_autofree char *kit = g_build_filename(source, "kit", NULL),
                    *scripts = g_build_filename(source, "scripts", NULL),
                    *own_kit = g_build_filename(folder, "kit", NULL),
                    *own_scripts = g_build_filename(folder, "scripts", NULL);
    ez_test_copy(kit, own_kit);
    ez_test_copy(scripts, own_scripts);
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
    g_assert_nonnull(strstr(faulty.err, "scripts/nature/vraag-het-de-natuur.lua:5: "));
    ez_test_remove(g_steal_pointer(&folder));
}

// A finished session is a test of the exercise: another step is told with its row, other words pass.
static void test_replayed(void)
{
    Bench *b = new_bench(2);
    g_autofree char *source = g_strdup(g_getenv("EZ_SOURCE"));
    g_autofree char *words = g_strdup_printf("replay|s.ezsession|--kit|%s", source),
                    *kit = g_build_filename(source, "kit", NULL),
                    *scripts = g_build_filename(source, "scripts", NULL),
                    *own_kit = g_build_filename(b->folder, "kit", NULL),
                    *own_scripts = g_build_filename(b->folder, "scripts", NULL),
                    *path = g_build_filename(own_scripts, "nature", "zwermbesluit.lua", NULL),
                    *text = NULL;
    run(b->folder, NULL, 0, words);
    ez_test_copy(kit, own_kit);
    ez_test_copy(scripts, own_scripts);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) parts = g_strsplit(text, "\"minority_reason\"", -1);
    g_autofree char *renamed = g_strjoinv("\"minority_why\"", parts);
    ez_test_put(b->folder, "scripts/nature/zwermbesluit.lua", renamed);
    g_auto(EzTestRun) parted = ez_test_run(b->folder, NULL, "replay|s.ezsession");
    g_assert_cmpint(parted.status, ==, 1);
    g_assert_cmpstr(parted.out, ==, "0 passed, 1 failed\n");
    g_assert_nonnull(strstr(
        parted.err, "opens ask /minority_reason#1; the script now opens ask /minority_why#1"));
    g_auto(GStrv) others = g_strsplit(text, "Schrijf de reden van de minderheid erbij.", 2);
    g_assert_nonnull(others[1]);
    g_autofree char *reworded = g_strjoinv("Noteer ook de reden van de minderheid.", others);
    ez_test_put(b->folder, "scripts/nature/zwermbesluit.lua", reworded);
    run(b->folder, NULL, 0, "replay|s.ezsession");
    free_bench(b);
}

static void add(const char *name, int session, GTestDataFunc test)
{
    g_autofree char *path = g_strdup_printf("/play/%s/%s", name, sessions[session].name);
    g_test_add_data_func(path, GINT_TO_POINTER(session), test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
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
    g_test_add_func("/play/forgotten", test_forgotten);
    g_test_add_func("/play/refusals", test_refusals);
    g_test_add_func("/play/tried", test_tried);
    g_test_add_func("/play/replayed", test_replayed);
    return g_test_run();
}
