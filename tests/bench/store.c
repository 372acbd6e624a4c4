// SPDX-License-Identifier: EUPL-1.2
// What it costs to keep a session: one answer beside a bare commit of SQLite, a room that answers at once, closing an anonymous step, reading all. The two
// kinds of commit alternate, on the same disk.
//
// Usage: store FOLDER [ROUNDS]    a line each: what, cost, unit
#include "engine/run/store.h"
#include "engine/run/store_read.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROOM = 600, TURNS = 20, ROWS = 100 * 1000, PEOPLE = 300, TEXT = 80 };

static char text[TEXT + 1];

static double now_ms(void)
{
    return (double)g_get_monotonic_time() / 1000;
}

static int by_size(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;
    return (one > two) - (one < two);
}

static double at_part(double *costs, int n, double part)
{
    qsort(costs, (size_t)n, sizeof *costs, by_size);
    return costs[(int)(part * (n - 1))];
}

static void need(bool done, const GError *error)
{
    if (!done) {
        fprintf(stderr, "%s\n", error != NULL ? error->message : "SQLite failed");
        exit(1);
    }
}

// ---- a commit of SQLite, with nothing around it ----------------------------------------------

typedef struct Bare {
    sqlite3 *handle;
    sqlite3_stmt *insert;
} Bare;

static void open_bare(Bare *bare, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "bare.db", NULL);
    g_remove(path);
    need(sqlite3_open(path, &bare->handle) == SQLITE_OK, NULL);
    need(sqlite3_exec(bare->handle,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                      "CREATE TABLE answer(id INTEGER PRIMARY KEY, text TEXT)",
                      NULL, NULL, NULL) == SQLITE_OK,
         NULL);
    need(sqlite3_prepare_v2(bare->handle, "INSERT INTO answer(text) VALUES(?)", -1,
                            &bare->insert, NULL) == SQLITE_OK,
         NULL);
}

static double commit_bare(Bare *bare)
{
    double start = now_ms();
    sqlite3_bind_text(bare->insert, 1, text, TEXT, SQLITE_STATIC);
    need(sqlite3_step(bare->insert) == SQLITE_DONE, NULL);
    sqlite3_reset(bare->insert);
    return now_ms() - start;
}

static void close_bare(Bare *bare)
{
    sqlite3_finalize(bare->insert);
    sqlite3_close(bare->handle);
}

// ---- ours ------------------------------------------------------------------------------------

static void check(const EzAcknowledgement *acknowledgement, void *data)
{
    need(acknowledgement->error == NULL, acknowledgement->error);
    ++*(int *)data;
}

static void put(EzStore *store, int *next, int *came, const char *step)
{
    char idem[32], token[32];
    int n = (*next)++;
    g_snprintf(idem, sizeof idem, "i%d", n);
    g_snprintf(token, sizeof token, "t%d", n);
    EzEntry entry = {.event = EZ_EVENT_INPUT,
                     .key = step,
                     .idem = idem,
                     .text = text,
                     .token = step[1] == 'a' ? token : NULL};
    ez_store_put(store, &entry, check, came);
}

static double commit_one(EzStore *store, int *next)
{
    int came = 0;
    double start = now_ms();
    put(store, next, &came, "/named");
    ez_store_flush(store);
    return now_ms() - start;
}

static void show_commits(EzStore *store, const char *folder, int rounds, int *next)
{
    Bare bare;
    double *ours = g_new(double, rounds), *theirs = g_new(double, rounds);
    open_bare(&bare, folder);
    for (int i = 0; i < rounds; i++) {
        theirs[i] = commit_bare(&bare);
        ours[i] = commit_one(store, next);
    }
    close_bare(&bare);
    double one = at_part(ours, rounds, 0.5), other = at_part(theirs, rounds, 0.5);
    printf("a bare commit of SQLite, p50\t%.3f\tms\n", other);
    printf("an answer, put to acknowledged, p50\t%.3f\tms\n", one);
    printf("an answer, p95\t%.3f\tms\n", at_part(ours, rounds, 0.95));
    printf("an answer ÷ a bare commit (at most 3)\t%.2f\t\n", one / other);
    g_free(ours);
    g_free(theirs);
}

static void show_room(EzStore *store, const char *step, int *next)
{
    double costs[TURNS];
    for (int i = 0; i < TURNS; i++) {
        int came = 0;
        double start = now_ms();
        for (int j = 0; j < ROOM; j++)
            put(store, next, &came, step);
        while (came < ROOM)
            g_main_context_iteration(NULL, TRUE);
        costs[i] = now_ms() - start;
    }
    printf("%d %s answers at once, the last, p50\t%.1f\tms\n", ROOM, step + 1,
           at_part(costs, TURNS, 0.5));
    printf("%d %s answers at once, worst (at most 100)\t%.1f\tms\n", ROOM, step + 1,
           costs[TURNS - 1]);
}

static void put_step(EzStore *store, EzEvent event)
{
    int came = 0;
    ez_store_put(store, &(EzEntry){.event = event, .key = "/anonymous", .anonymous = true},
                 check, &came);
    ez_store_flush(store);
}

static void show_close(EzStore *store, int *next)
{
    int came = 0;
    put_step(store, EZ_EVENT_OPEN);
    for (int i = 0; i < PEOPLE; i++)
        put(store, next, &came, "/anonymous");
    ez_store_flush(store);
    double start = now_ms();
    put_step(store, EZ_EVENT_CLOSE);
    printf("closing an anonymous step of %d in %d rows\t%.1f\tms\n", PEOPLE, *next,
           now_ms() - start);
}

static void show_reading(EzStore *store, const char *path, int *next)
{
    int came = 0, rows = 0;
    while (*next < ROWS)
        put(store, next, &came, "/named");
    ez_store_flush(store);
    g_autoptr(GError) error = NULL;
    double start = now_ms();
    g_autoptr(EzReader) reader = ez_reader_open(path, &error);
    need(reader != NULL, error);
    double opened = now_ms();
    EzRow row;
    while (ez_reader_next(reader, &row, &error))
        rows++;
    need(error == NULL, error);
    double read = now_ms();
    printf("opening a session of %d rows to read\t%.1f\tms\n", rows, opened - start);
    printf("reading, rows a second (at least 100000)\t%.0f\t\n", rows / (read - opened) * 1000);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("Usage: store FOLDER [ROUNDS]\n", stderr);
        return 2;
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(argv[1], "bench.ezsession", NULL);
    EzStoreOptions options = {.clock = ez_clock_system()};
    int rounds = argc > 2 ? CLAMP(atoi(argv[2]), 1, 100 * 1000) : 400, next = 0;
    memset(text, 'x', TEXT);
    g_remove(path);
    EzStore *store = ez_store_create(path, NULL, &options, &error);
    need(store != NULL, error);
    show_commits(store, argv[1], rounds, &next);
    show_room(store, "/named", &next);
    put_step(store, EZ_EVENT_OPEN);
    show_room(store, "/anonymous", &next);
    put_step(store, EZ_EVENT_SKIP);
    show_close(store, &next);
    show_reading(store, path, &next);
    ez_store_free(store);
    return 0;
}
