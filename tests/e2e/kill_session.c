// SPDX-License-Identifier: EUPL-1.2
// A process that writes a session is killed (-9) again and again, at any moment. What it acknowledged stands in the file once, with its text; an
// anonymous step whose close was acknowledged is tied to nobody.
//
// Usage: kill_session [KILLS [SEED]]      TAP; the child is the same program: kill_session --child PATH FIRST HALT
#include "tests/support/test_kit.h"
#include "tests/support/test_store.h"

#include "engine/base/rng.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// What is put is a row of numbers; each number is always the same entry. In a round of 32 an anonymous step opens, half of the answers are to
// it, and it closes.
enum { ROUND = 32, AGAIN = 40, AHEAD = 12, MOST_ACKS = 160 };
// Of one session, and of a short run.
enum { KILLS = 12 };

typedef struct Texts {
    char key[32], idem[32], text[64], token[32];
} Texts;

static bool is_anonymous(int64_t n)
{
    return n % ROUND % 2 == 1 && n % ROUND != ROUND - 1;
}

static EzEntry entry_of(int64_t n, Texts *texts)
{
    bool anonymous = is_anonymous(n), opens = n % ROUND == 0, closes = n % ROUND == ROUND - 1;
    g_snprintf(texts->key, sizeof texts->key, "/%s#%d",
               anonymous || opens || closes ? "secret" : "named", (int)(n / ROUND));
    g_snprintf(texts->idem, sizeof texts->idem, "idem-%d-", (int)n);
    g_snprintf(texts->text, sizeof texts->text, "text-%d-", (int)n);
    g_snprintf(texts->token, sizeof texts->token, "token-%d-", (int)n);
    return (EzEntry){.event = opens    ? EZ_EVENT_OPEN
                              : closes ? EZ_EVENT_CLOSE
                                       : EZ_EVENT_INPUT,
                     .key = texts->key,
                     .idem = texts->idem,
                     .text = opens || closes ? NULL : texts->text,
                     .token = anonymous ? texts->token : NULL,
                     .anonymous = opens};
}

// ---- the child -------------------------------------------------------------------------------

static void tell(const EzAcknowledgement *acknowledgement, void *data)
{
    int64_t n = (int64_t)GPOINTER_TO_SIZE(data);
    // The step of an answer that is sent again may be closed by now.
    if (acknowledgement->error != NULL) {
        bool late = is_anonymous(n) &&
                    g_error_matches(acknowledgement->error, EZ_STORE_ERROR, EZ_STORE_REFUSED);
        if (!late)
            g_error("%d: %s", (int)n, acknowledgement->error->message);
        return;
    }
    char line[32];
    int size = g_snprintf(line, sizeof line, "%d\n", (int)n);
    if (write(STDOUT_FILENO, line, (size_t)size) != size)
        exit(0);
}

// Without an end; at `halt` it waits until it is killed, with nothing left to do.
G_NORETURN static void write_session(const char *path, int64_t first, int64_t halt)
{
    g_autoptr(GError) error = NULL;
    EzStoreOptions options = {.clock = ez_clock_system()};
    EzStore *store = ez_store_open(path, &options, &error);
    if (store == NULL)
        g_error("%s", error->message);
    for (int64_t n = first;; n++) {
        Texts texts;
        EzEntry entry = entry_of(n, &texts);
        ez_store_put(store, &entry, tell, GSIZE_TO_POINTER((gsize)n));
        if (n % AHEAD == 0 || n == halt)
            ez_store_flush(store);
        if (n == halt && write(STDOUT_FILENO, "halt\n", 5) == 5)
            pause();
        g_main_context_iteration(NULL, FALSE);
    }
}

// ---- the parent ------------------------------------------------------------------------------

typedef struct Harness {
    const char *program;
    char *folder, *path;
    EzRng rng;
    GHashTable *acknowledged; // numbers
    GHashTable *secrets;      // step -> its secret, as it once stood on disk
    int64_t last;
    gint64 longest; // that a session took to open after a kill, in microseconds
} Harness;

// Reads acknowledgements and kills after some of them, amid its work (more may have come until it is dead), or when it has none.
static void run_and_kill(Harness *harness)
{
    int64_t from = MAX(0, harness->last - AGAIN);
    int left = (int)ez_rng_between(&harness->rng, 0, MOST_ACKS);
    bool halts = ez_rng_between(&harness->rng, 0, 1) == 1;
    g_autofree char *first = g_strdup_printf("%d", (int)from);
    g_autofree char *halt = g_strdup_printf("%d", halts ? (int)from + left : -1);
    char *arguments[] = {(char *)harness->program, "--child", harness->path, first, halt, NULL};
    g_autoptr(GError) error = NULL;
    GPid pid;
    int out;
    g_spawn_async_with_pipes(NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                             NULL, &out, NULL, &error);
    g_assert_no_error(error);
    FILE *lines = fdopen(out, "r");
    char line[32];
    if (left == 0 && !halts)
        kill(pid, SIGKILL); // while it opens
    while (fgets(line, sizeof line, lines) != NULL) {
        int64_t n = atoll(line);
        if (halts ? line[0] == 'h' : --left == 0)
            kill(pid, SIGKILL);
        if (line[0] == 'h')
            continue;
        g_hash_table_add(harness->acknowledged, GSIZE_TO_POINTER((gsize)n));
        harness->last = MAX(harness->last, n);
    }
    int status;
    waitpid(pid, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
        g_error("the child ended by itself (%d)", status);
    fclose(lines);
}

static int count_in(const char *whole, const char *part)
{
    int count = 0;
    for (const char *at = whole; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

// All rows, and the answers to steps that are still open.
static char *everything(Harness *harness)
{
    g_autofree char *rows = ez_test_store_rows(harness->path);
    GString *all = g_string_new(rows);
    g_autoptr(EzReader) reader = ez_reader_open(harness->path, NULL);
    for (int64_t round = 0; round <= harness->last / ROUND + 1; round++) {
        g_autofree char *step = g_strdup_printf("/secret#%d", (int)round);
        EzOpenAnswer answer;
        while (ez_reader_next_open_answer(reader, step, NULL, &answer, NULL))
            g_string_append_printf(all, "%s\n", answer.text);
    }
    return g_string_free(all, FALSE);
}

static void check_acknowledged(Harness *harness, const char *all)
{
    for (int64_t n = 0; n <= harness->last; n++) {
        Texts texts;
        EzEntry entry = entry_of(n, &texts);
        bool acknowledged =
            g_hash_table_contains(harness->acknowledged, GSIZE_TO_POINTER((gsize)n));
        int count = count_in(all, entry.text != NULL ? texts.text : texts.idem);
        if (count > 1 || (acknowledged && count != 1))
            g_error("entry %d is there %d times\n%s", (int)n, count, all);
    }
}

static void remember_secrets(Harness *harness)
{
    sqlite3 *handle;
    char **table;
    int rows, columns;
    g_assert_cmpint(sqlite3_open(harness->path, &handle), ==, SQLITE_OK);
    sqlite3_get_table(handle, "SELECT step, secret FROM open_step", &table, &rows, &columns,
                      NULL);
    for (size_t i = 1; i <= (size_t)rows; i++)
        g_hash_table_insert(harness->secrets, g_strdup(table[2 * i]),
                            g_strdup(table[2 * i + 1]));
    sqlite3_free_table(table);
    sqlite3_close(handle);
}

static void check_untied(Harness *harness)
{
    GHashTableIter iter;
    void *step, *secret;
    g_hash_table_iter_init(&iter, harness->secrets);
    while (g_hash_table_iter_next(&iter, &step, &secret)) {
        int64_t round = atoll(strchr(step, '#') + 1), closing = round * ROUND + ROUND - 1;
        if (!g_hash_table_contains(harness->acknowledged, GSIZE_TO_POINTER((gsize)closing)))
            continue;
        if (ez_test_store_has(harness->folder, secret))
            g_error("the secret of %s is still there", (const char *)step);
        g_hash_table_iter_remove(&iter);
    }
    g_assert_cmpint(ez_test_store_found(harness->folder, "token", 64), ==, 0);
}

static void begin(Harness *harness)
{
    EzStoreOptions options = {.clock = ez_clock_system()};
    harness->folder = ez_test_folder();
    harness->path = g_build_filename(harness->folder, "walk.ezsession", NULL);
    harness->acknowledged = g_hash_table_new(NULL, NULL);
    harness->secrets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    harness->last = 0;
    EzStore *store = ez_store_create(harness->path, NULL, &options, NULL);
    g_assert_nonnull(store);
    ez_store_free(store);
}

static void end(Harness *harness)
{
    ez_test_remove(harness->folder);
    g_free(harness->path);
    g_hash_table_unref(harness->acknowledged);
    g_hash_table_unref(harness->secrets);
}

// As who resumes it does.
static void reopen(Harness *harness)
{
    EzStoreOptions options = {.clock = ez_clock_system()};
    g_autoptr(GError) error = NULL;
    gint64 began = g_get_monotonic_time();
    EzStore *store = ez_store_open(harness->path, &options, &error);
    harness->longest = MAX(harness->longest, g_get_monotonic_time() - began);
    if (store == NULL)
        g_error("%s", error->message);
    ez_store_free(store);
}

// One session that is killed several times; gives how much it acknowledged.
static int harass(Harness *harness, int kills)
{
    begin(harness);
    for (int i = 0; i < kills; i++) {
        run_and_kill(harness);
        check_untied(harness); // before anything opens the file
        g_autofree char *all = everything(harness);
        check_acknowledged(harness, all);
        remember_secrets(harness);
        if (i % 2 == 1) // else the next one finds the WAL as the killed one left it
            reopen(harness);
    }
    int acknowledged = (int)g_hash_table_size(harness->acknowledged);
    end(harness);
    return acknowledged;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "--child") == 0)
        write_session(argv[2], atoll(argv[3]), atoll(argv[4]));
    Harness harness = {.program = argv[0]};
    int kills = argc > 1 ? atoi(argv[1]) : KILLS, acknowledged = 0;
    ez_rng_seed(&harness.rng, argc > 2 ? (uint64_t)atoll(argv[2]) : 1);
    printf("1..1\n");
    for (int left = kills; left > 0; left -= KILLS)
        acknowledged += harass(&harness, MIN(left, KILLS));
    printf("ok 1 - %d kills, %d acknowledged, none lost; the longest opening took "
           "%d ms\n",
           kills, acknowledged, (int)(harness.longest / 1000));
    return acknowledged > 0 ? 0 : 1;
}
