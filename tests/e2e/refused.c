// SPDX-License-Identifier: EUPL-1.2
// Sessions that cannot be used, by every command: each tells so in one plain sentence, ends with 3, and leaves the file as it was.
//
// Usage: refused [N]     damages every N-th byte
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static int step = 997;

// In the order of the letters in a case.
static const struct {
    const char *name, *arguments;
} commands[] = {
    {"resume", "resume|s.ezsession|--lang|en|--answers|none.jsonl"},
    {"status", "status|s.ezsession|--lang|en"},
    {"report", "report|s.ezsession|--format|md|--lang|en"},
    {"rewind", "rewind|s.ezsession|task|--lang|en"},
    {"migrate", "migrate|s.ezsession|--kit|KIT"},
    {"forget", "forget|s.ezsession"},
    {"run", "run|O1|--kit|KIT|--session|s.ezsession|--lang|en|--answers|none.jsonl"},
};
enum { STATUS = 1, RUN = G_N_ELEMENTS(commands) - 1, FORGET = RUN - 1 };

typedef struct Bench {
    char *folder, *path;
    char *good; // bytes of a session
    gsize size;
} Bench;

static EzTestRun run(const Bench *b, int command, bool as_guest)
{
    g_auto(GStrv) parts = g_strsplit(commands[command].arguments, "KIT", -1);
    g_autofree char *words = g_strjoinv(g_getenv("EZ_SOURCE"), parts);
    return as_guest ? ez_test_run_as_guest(b->folder, words)
                    : ez_test_run(b->folder, NULL, words);
}

static Bench *new_bench(void)
{
    Bench *b = g_new0(Bench, 1);
    b->folder = ez_test_memory_folder();
    b->path = g_build_filename(b->folder, "s.ezsession", NULL);
    g_autofree char *words =
        g_strdup_printf("run|O1|--kit|%s|--seed|3|--session|s.ezsession|--lang|en|--answers|%s/"
                        "tests/e2e/sessions/o1.jsonl",
                        g_getenv("EZ_SOURCE"), g_getenv("EZ_SOURCE"));
    g_auto(EzTestRun) made = ez_test_run(b->folder, NULL, words);
    if (made.status != 0)
        g_error("%s", made.err);
    g_assert_true(g_file_get_contents(b->path, &b->good, &b->size, NULL));
    ez_test_put(b->folder, "none.jsonl", "");
    return b;
}

static void free_bench(Bench *b)
{
    ez_test_remove(b->folder);
    g_free(b->path);
    g_free(b->good);
    g_free(b);
}

// ---- what is said ------------------------------------------------------------------------------

static void check_plain(const char *command, const char *said)
{
    static const char *const jargon[] = {"SQL", "sql", "WAL", "database", "errno", "lock"};
    bool plain = g_str_has_prefix(said, "ezkit: ") && g_str_has_suffix(said, "\n") &&
                 strchr(said, '\n') == said + strlen(said) - 1;
    for (gsize i = 0; i < G_N_ELEMENTS(jargon); i++)
        plain = plain && strstr(said, jargon[i]) == NULL;
    if (!plain)
        g_error("%s said: %s", command, said);
}

static void check_refused(int command, const EzTestRun *done, const char *words)
{
    const char *name = commands[command].name;
    if (done->status != 3 || strstr(done->err, words) == NULL)
        g_error("%s ended with %d and said: %s (and not: %s)", name, done->status, done->err,
                words);
    check_plain(name, done->err);
}

// Nothing that anybody said stays beside it. Who only looks leaves what readers share: they may not take it away from each other.
static void check_alone(const Bench *b)
{
    static const char *const ends[] = {"-lock", "-wal", "-journal", "-new"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *path = g_strconcat(b->path, ends[i], NULL);
        GStatBuf there;
        if (g_stat(path, &there) == 0 && (there.st_size > 0 || strcmp(ends[i], "-wal") != 0))
            g_error("%s is left", path);
    }
}

static void check_bytes(const Bench *b, const char *bytes, gsize size)
{
    g_autofree char *found = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(b->path, &found, &length, NULL));
    g_assert_cmpmem(found, length, bytes, size);
}

// ---- files that are no good --------------------------------------------------------------------

// A good session with some bytes changed, and cut off.
static const struct Bad {
    const char *name;
    double part; // of its bytes that are left
    gsize at;    // where these come in their place
    const char *bytes;
    gsize n_bytes;
    const char *words;
    bool erased; // forget does it
} bads[] = {
    {"empty", 0, 0, "", 0, "not a session of ezkit", false},
    {"text", 0, 0, "Beste allemaal,\n", 16, "not a session of ezkit", false},
    {"another-program's", 1, 68, "\0\0\0\0", 4, "not a session of ezkit", false},
    {"of-a-later-version", 1, 60, "\0\0\0\143", 4, "later version of ezkit", true},
    {"cut-in-half", .5, 0, "", 0, "is damaged; put a backup of it in its place", true},
    {"cut-after-its-head", .01, 0, "", 0, "is damaged; put a backup", true},
    {"head-damaged", 1, 20, "\377\377\377\377\377", 5, "not a session of ezkit", true},
    {"first-page-damaged", 1, 100, "\377\377\377\377\377\377\377\377", 8, "is damaged", true},
};

static void test_bad(const void *data)
{
    const struct Bad *bad = data;
    Bench *b = new_bench();
    gsize size = MAX((gsize)((double)b->size * bad->part), bad->n_bytes);
    g_autofree char *bytes = g_malloc0(size + 1);
    memcpy(bytes, b->good, MIN(size, b->size));
    memcpy(bytes + bad->at, bad->bytes, bad->n_bytes);
    g_assert_true(g_file_set_contents(b->path, bytes, (gssize)size, NULL));
    for (int i = 0; i <= RUN; i++) {
        if (i == FORGET && bad->erased)
            continue;
        g_auto(EzTestRun) done = run(b, i, false);
        check_refused(i, &done, i == RUN ? "this file exists" : bad->words);
        check_bytes(b, bytes, size);
        check_alone(b);
    }
    g_auto(EzTestRun) forgotten = run(b, FORGET, false);
    g_assert_cmpint(forgotten.status, ==, bad->erased ? 0 : 3);
    g_assert_true(g_file_test(b->path, G_FILE_TEST_EXISTS) != bad->erased);
    free_bench(b);
}

// One byte of the file is another, anywhere. It is told, or it was of no use (in free space, or in a text that somebody typed).
static void test_damaged(void)
{
    static const int reading[] = {1, 2, 0};
    Bench *b = new_bench();
    int told = 0, tried = 0;
    for (gsize at = 0; at < b->size; at += (gsize)step, tried++) {
        g_autofree char *bytes = g_memdup2(b->good, b->size);
        bytes[at] = (char)(bytes[at] ^ (1 << tried % 8));
        g_assert_true(g_file_set_contents(b->path, bytes, (gssize)b->size, NULL));
        int command = reading[tried % 3];
        g_auto(EzTestRun) done = run(b, command, false);
        if (done.status != 0 && done.status != 3)
            g_error("byte %d: %s ended with %d and said: %s", (int)at, commands[command].name,
                    done.status, done.err);
        if (done.status == 0)
            continue;
        told++;
        check_plain(commands[command].name, done.err);
        check_bytes(b, bytes, b->size);
        check_alone(b);
    }
    g_test_message("%d of %d were told", told, tried);
    g_assert_cmpint(told, >, tried / 4);
    free_bench(b);
}

// ---- places that are no good -------------------------------------------------------------------

static void test_folder(void)
{
    Bench *b = new_bench();
    g_assert_cmpint(g_unlink(b->path), ==, 0);
    for (int i = 0; i < RUN; i++) {
        g_auto(EzTestRun) done = run(b, i, false);
        check_refused(i, &done, "there is no such session");
    }
    g_assert_cmpint(g_mkdir(b->path, 0700), ==, 0);
    for (int i = 0; i < RUN; i++) {
        g_auto(EzTestRun) done = run(b, i, false);
        check_refused(i, &done, "this is a folder; name the session in it");
    }
    g_auto(EzTestRun) there = run(b, RUN, false);
    check_refused(RUN, &there, "this file exists");
    check_alone(b);
    g_autofree char *words = g_strdup_printf(
        "run|O1|--kit|%s|--session|no/s.ezsession|--answers|none.jsonl", g_getenv("EZ_SOURCE"));
    g_auto(EzTestRun) nowhere = ez_test_run(b->folder, NULL, words);
    check_refused(RUN, &nowhere, "there is no such folder; make it first");
    free_bench(b);
}

// Another process writes it: who only reads may.
static void test_locked(void)
{
    Bench *b = new_bench();
    g_autofree char *lock = g_strconcat(b->path, "-lock", NULL);
    int fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    g_assert_cmpint(flock(fd, LOCK_EX | LOCK_NB), ==, 0);
    for (int i = 0; i < RUN; i++) {
        g_auto(EzTestRun) done = run(b, i, false);
        bool reads = i == 1 || i == 2;
        if (reads)
            g_assert_cmpint(done.status, ==, 0);
        else
            check_refused(i, &done, "open in another ezkit");
        check_bytes(b, b->good, b->size);
    }
    close(fd);
    g_auto(EzTestRun) after = run(b, 0, false);
    g_assert_cmpint(after.status, ==, 0);
    free_bench(b);
}

static void test_read_only(void)
{
    Bench *b = new_bench();
    g_assert_cmpint(g_chmod(b->path, 0644), ==, 0);
    g_assert_cmpint(g_chmod(b->folder, 0555), ==, 0);
    for (int i = 0; i <= RUN; i++) {
        g_auto(EzTestRun) done = run(b, i, true);
        if (done.status == -1) {
            g_test_skip("a user without rights may not run the program here");
            break;
        }
        if (i == STATUS) // to look at it, it need not be written
            g_assert_cmpint(done.status, ==, 0);
        else
            check_refused(i, &done, i == RUN ? "may not be written" : "folder");
        check_bytes(b, b->good, b->size);
        check_alone(b);
    }
    g_assert_cmpint(g_chmod(b->folder, 0755), ==, 0);
    g_auto(EzTestRun) after = run(b, 0, false);
    g_assert_cmpint(after.status, ==, 0);
    free_bench(b);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_setenv("LANG", "en_GB.UTF-8", TRUE); // of commands that have no --lang
    if (argc > 1)
        step = MAX(1, atoi(argv[1]));
    for (gsize i = 0; i < G_N_ELEMENTS(bads); i++) {
        g_autofree char *path = g_strdup_printf("/refused/%s", bads[i].name);
        g_test_add_data_func(path, &bads[i], test_bad);
    }
    g_test_add_func("/refused/damaged", test_damaged);
    g_test_add_func("/refused/no-file", test_folder);
    g_test_add_func("/refused/locked", test_locked);
    g_test_add_func("/refused/read-only", test_read_only);
    return g_test_run();
}
