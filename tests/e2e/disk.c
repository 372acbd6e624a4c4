// SPDX-License-Identifier: EUPL-1.2
// Each command on a disk that is full, or can only be read, or that the program does not live to write: at the n-th time that it does something to a
// file, for every n. It tells so in a sentence and ends with 3; what it acknowledged is there; and once the cause is gone the same
// command comes to the same end.
//
// Usage: disk [N]     every N-th place
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 5000, STEP = 97 };

static int step = STEP;

typedef struct Deed {
    const char *name, *arguments; // of the program, in the folder; see `fill`
    int lines;         // of the answers are played before it; -1: there is no session yet
    const char *again; // what does it after a failure, if there is a session; NULL: the same
    bool erases;
} Deed;

#define ANSWERS "--lang|en|--json|--answers|ANSWERS"
#define RUN     "run|O1|--kit|KIT|--seed|3|--session|s.ezsession|" ANSWERS

static const Deed deeds[] = {
    {"run", RUN, -1, "resume|s.ezsession|" ANSWERS, false},
    {"resume", "resume|s.ezsession|" ANSWERS, 13, NULL, false},
    {"rewind", "rewind|s.ezsession|now|--lang|en", 20, NULL, false},
    {"migrate", "migrate|s.ezsession|--kit|OTHER", 20, NULL, false},
    {"forget", "forget|s.ezsession", 20, NULL, true},
    {"report", "report|s.ezsession|--format|pdf|--lang|en|--kit|KIT", 20, NULL, false},
    {"export", "report|s.ezsession|--format|csv|--lang|en", 20, NULL, false},
};

static const struct {
    const char *name;
    const char *sentences[4]; // one of them is said; none: the program is killed
} faults[] = {
    {"kill", {NULL}},
    {"full", {"disk is full", "with room on its disk"}},
    {"read", {"can only be read", "see whether it has room", "you may write in"}},
};

typedef struct Bench {
    char *folder, *outside; // the session's, and what is no part of it
    char *path, *before;    // of the session, and its bytes; NULL when there is none yet
    gsize size;
    const Deed *deed;
    char *rows;   // of the session before
    char *wanted; // what is there in the end
    gsize fault;
} Bench;

// ---- running it --------------------------------------------------------------------------------

static char *fill(const Bench *b, const char *arguments)
{
    const char *slots[] = {"ANSWERS", "OTHER", "KIT"};
    g_autofree char *answers =
        g_strdup_printf("%s/tests/e2e/sessions/o1.jsonl", g_getenv("EZ_SOURCE"));
    const char *values[] = {answers, b->outside, g_getenv("EZ_SOURCE")};
    g_autofree char *all = g_strdup(arguments);
    for (gsize i = 0; i < G_N_ELEMENTS(slots); i++) {
        g_auto(GStrv) parts = g_strsplit(all, slots[i], -1);
        g_free(all);
        all = g_strjoinv(values[i], parts);
    }
    return g_steal_pointer(&all);
}

static EzTestRun run(const Bench *b, const char *const *environment, const char *arguments)
{
    g_autofree char *words = fill(b, arguments);
    return ez_test_run(b->folder, environment, words);
}

static void need(const Bench *b, const char *arguments)
{
    g_auto(EzTestRun) done = run(b, NULL, arguments);
    if (done.status != 0)
        g_error("%s\nended with %d and said: %s", arguments, done.status, done.err);
}

// With the fault at the n-th place; `met` tells whether it came so far.
static EzTestRun run_faulty(const Bench *b, int n, bool *met)
{
    g_autofree char *module =
        g_strdup_printf("LD_PRELOAD=%s/tests/support/faulty_disk.so", g_getenv("EZ_BUILD"));
    g_autofree char *asan = g_strdup_printf("ASAN_OPTIONS=%s:verify_asan_link_order=0",
                                            g_getenv("ASAN_OPTIONS") ?: "");
    g_autofree char *folder = g_strdup_printf("EZ_DISK_FOLDER=%s", b->folder);
    g_autofree char *fault = g_strdup_printf("EZ_DISK_FAULT=%s:%d", faults[b->fault].name, n);
    g_autofree char *file = g_build_filename(b->outside, "met", NULL);
    g_autofree char *told = g_strdup_printf("EZ_DISK_MET=%s", file);
    const char *environment[] = {module, asan, folder, fault, told, NULL};
    g_remove(file);
    EzTestRun done = run(b, environment, b->deed->arguments);
    *met = g_file_test(file, G_FILE_TEST_EXISTS);
    return done;
}

// ---- what is there -----------------------------------------------------------------------------

static bool is_there(const Bench *b)
{
    return g_file_test(b->path, G_FILE_TEST_EXISTS);
}

static char *rows_of(const Bench *b)
{
    g_auto(EzTestRun) done = run(b, NULL, "status|s.ezsession|--json");
    if (done.status != 0)
        g_error("status ended with %d and said: %s", done.status, done.err);
    return g_steal_pointer(&done.out);
}

static void clean(const Bench *b)
{
    g_autoptr(GDir) dir = g_dir_open(b->folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(b->folder, name, NULL);
        g_assert_cmpint(g_remove(path), ==, 0);
    }
}

static void put_before(const Bench *b)
{
    clean(b);
    if (b->before != NULL)
        g_assert_true(g_file_set_contents(b->path, b->before, (gssize)b->size, NULL));
}

// The report, and all else that stands in the folder.
static char *end_of(const Bench *b)
{
    GString *all = g_string_new(NULL);
    if (is_there(b)) {
        need(b, "report|s.ezsession|--format|md|--lang|en|-o|end.md");
        g_autofree char *path = g_build_filename(b->folder, "end.md", NULL), *text = NULL;
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        g_string_append(all, text);
    }
    static const char *const others[] = {"s.pdf", "s.csv"};
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *path = g_build_filename(b->folder, others[i], NULL), *bytes = NULL;
        gsize size;
        if (!g_file_get_contents(path, &bytes, &size, NULL))
            continue;
        g_autofree char *sum =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
        g_string_append_printf(all, "%s %s\n", others[i], sum);
    }
    return g_string_free(all, FALSE);
}

// ---- one place ---------------------------------------------------------------------------------

// What nobody who leads a session should have to know.
static void check_sentence(const Bench *b, const char *said, int n)
{
    static const char *const jargon[] = {"SQLite",   "sqlite", "WAL",
                                         "database", "errno",  "rror 5"};
    bool plain = false;
    for (int i = 0; i < 4 && faults[b->fault].sentences[i] != NULL; i++)
        plain = plain || strstr(said, faults[b->fault].sentences[i]) != NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(jargon); i++)
        plain = plain && strstr(said, jargon[i]) == NULL;
    if (!plain)
        g_error("%s, %s:%d said: %s", b->deed->name, faults[b->fault].name, n, said);
}

static void check_status(const Bench *b, const EzTestRun *done, int n)
{
    bool killed = faults[b->fault].sentences[0] == NULL;
    if (killed && done->status != 0 && done->status != 1000 + 9)
        g_error("%s, kill:%d ended with %d: %s", b->deed->name, n, done->status, done->err);
    if (killed || done->status == 0)
        return;
    if (done->status != 3)
        g_error("%s, %s:%d ended with %d: %s", b->deed->name, faults[b->fault].name, n,
                done->status, done->err);
    check_sentence(b, done->err, n);
}

static int count_in(const char *text, const char *part)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

// What stood there stands there, and every row that was acknowledged. An answer that was given in secret has no row yet.
static void check_kept(const Bench *b, const EzTestRun *done, int n)
{
    g_autofree char *rows = rows_of(b);
    if (b->rows != NULL && !g_str_has_prefix(rows, b->rows))
        g_error("%s, %s:%d lost rows:\n%s", b->deed->name, faults[b->fault].name, n, rows);
    const char *last = g_strrstr(done->out, "{\"ack\":");
    int acknowledged = last != NULL && strchr(last, '\n') != NULL ? atoi(last + 7) : 0;
    if (acknowledged > count_in(rows, "\n"))
        g_error("%s, %s:%d acknowledged %d of\n%s", b->deed->name, faults[b->fault].name, n,
                acknowledged, rows);
}

static void do_again(const Bench *b)
{
    const Deed *deed = b->deed;
    if (deed->erases && !is_there(b))
        return;
    need(b, deed->again != NULL && is_there(b) ? deed->again : deed->arguments);
}

static bool try_place(const Bench *b, int n)
{
    bool met;
    put_before(b);
    g_auto(EzTestRun) done = run_faulty(b, n, &met);
    check_status(b, &done, n);
    if (!b->deed->erases && is_there(b))
        check_kept(b, &done, n);
    g_assert_true(b->before == NULL || b->deed->erases || is_there(b));
    do_again(b);
    g_autofree char *end = end_of(b);
    if (strcmp(end, b->wanted) != 0)
        g_error("%s, %s:%d ended in\n%s\nand not in\n%s", b->deed->name, faults[b->fault].name,
                n, end, b->wanted);
    return met;
}

// ---- before it ---------------------------------------------------------------------------------

static char *first_lines(int count)
{
    g_autofree char *path =
        g_strdup_printf("%s/tests/e2e/sessions/o1.jsonl", g_getenv("EZ_SOURCE"));
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    char *end = text;
    for (int i = 0; i < count; i++)
        end = strchr(end, '\n') + 1;
    return g_strndup(text, (gsize)(end - text));
}

static void make_before(Bench *b)
{
    if (b->deed->lines < 0)
        return;
    g_autofree char *lines = first_lines(b->deed->lines);
    ez_test_put(b->outside, "first.jsonl", lines);
    g_autofree char *first = g_strdup_printf(
        "run|O1|--kit|KIT|--seed|3|--session|s.ezsession|--lang|en|--answers|%s/"
        "first.jsonl",
        b->outside);
    need(b, first);
    b->rows = rows_of(b);
    g_assert_true(g_file_get_contents(b->path, &b->before, &b->size, NULL));
}

// A kit in which the exercise has another title.
static void make_other(const Bench *b)
{
    static const char *const parts[] = {"kit", "scripts"};
    static const char name[] = "scripts/organisation/rollentrap.lua";
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *from = g_build_filename(g_getenv("EZ_SOURCE"), parts[i], NULL),
                        *to = g_build_filename(b->outside, parts[i], NULL);
        ez_test_copy(from, to);
    }
    g_autofree char *path = g_build_filename(b->outside, name, NULL), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) titles = g_strsplit(text, "title = { nl = \"", 2);
    g_assert_nonnull(titles[1]);
    g_autofree char *other = g_strjoinv("title = { nl = \"Andere ", titles);
    ez_test_put(b->outside, name, other);
}

static void test_deed(const void *data)
{
    int which = GPOINTER_TO_INT(data);
    Bench b = {.deed = &deeds[(gsize)which / G_N_ELEMENTS(faults)],
               .fault = (gsize)which % G_N_ELEMENTS(faults),
               .folder = ez_test_memory_folder(),
               .outside = ez_test_folder()};
    b.path = g_build_filename(b.folder, "s.ezsession", NULL);
    if (strstr(b.deed->arguments, "OTHER") != NULL)
        make_other(&b);
    make_before(&b);
    put_before(&b);
    need(&b, b.deed->arguments);
    b.wanted = end_of(&b);
    int n = 1, tried = 0;
    for (bool met = true; met && n < MOST; n += step, tried++)
        met = try_place(&b, n);
    g_assert_cmpint(n, <, MOST);
    g_test_message("%d places", tried);
    ez_test_remove(b.folder);
    ez_test_remove(b.outside);
    g_free(b.path);
    g_free(b.before);
    g_free(b.rows);
    g_free(b.wanted);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_setenv("LANG", "en_GB.UTF-8", TRUE); // of commands that have no --lang
    if (argc > 1)
        step = MAX(1, atoi(argv[1]));
    for (gsize i = 0; i < G_N_ELEMENTS(deeds) * G_N_ELEMENTS(faults); i++) {
        const Deed *deed = &deeds[i / G_N_ELEMENTS(faults)];
        g_autofree char *path =
            g_strdup_printf("/disk/%s/%s", deed->name, faults[i % G_N_ELEMENTS(faults)].name);
        g_test_add_data_func(path, GINT_TO_POINTER((int)i), test_deed);
    }
    return g_test_run();
}
