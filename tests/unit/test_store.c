// SPDX-License-Identifier: EUPL-1.2
// A session's file: what is acknowledged stands in it once, in order, and stays; what is no session is refused in a sentence.
#define _GNU_SOURCE
#include "tests/support/test_kit.h"
#include "tests/support/test_store.h"

#include "engine/run/store_forget.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *rows_of(const EzTestStore *bench)
{
    return ez_test_store_rows(bench->path);
}

static void join(EzTestStore *bench, const char *id)
{
    g_autofree char *hash = ez_token_hash(id);
    EZ_TEST_ADD(
        bench, .event = EZ_EVENT_JOIN, .key = "",
        .person = {.id = id, .token_hash = hash, .role = "participant", .locale = "nl"});
}

// Another program's hand in the file.
static int meddle(const char *path, const char *sql)
{
    sqlite3 *handle;
    g_assert_cmpint(sqlite3_open(path, &handle), ==, SQLITE_OK);
    int code = sqlite3_exec(handle, sql, NULL, NULL, NULL);
    sqlite3_close(handle);
    return code;
}

// ---- rows ------------------------------------------------------------------------------------

static void test_rows(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_START, .key = "", .text = "{\"seed\":7}");
    join(bench, "p1");
    bench->now = 61;
    EZ_TEST_ADD(bench, .event = EZ_EVENT_OPEN, .key = "/a#1", .kind = "ask", .shape = "5f");
    bench->now = 75;
    EZ_TEST_ADD(bench, .event = EZ_EVENT_INPUT, .key = "/a#1", .by = "p1", .idem = "i1",
                .text = "Wij delen é");
    EZ_TEST_ADD(bench, .event = EZ_EVENT_CLOSE, .key = "/a#1", .kind = "ask", .shape = "5f");
    static const char expected[] = "1 start  - - - - 0 {\"seed\":7}\n"
                                   "2 join  - - - - -1 -\n"
                                   "3 open /a#1 ask 5f - - 61 -\n"
                                   "4 input /a#1 - - p1 i1 -1 Wij delen é\n"
                                   "5 close /a#1 ask 5f - - 75 -\n";
    g_autofree char *running = rows_of(bench);
    g_assert_cmpstr(running, ==, expected);
    ez_test_store_close(bench);
    g_autofree char *closed = rows_of(bench);
    g_assert_cmpstr(closed, ==, expected);
}

static void test_events(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    bench->now = 5;
    join(bench, "p1");
    for (int i = 0; i < EZ_EVENT_COUNT; i++) {
        const EzEventKind *kind = ez_event_kind((EzEvent)i);
        g_assert_cmpint(ez_event_by_name(kind->name), ==, i);
        if (i != EZ_EVENT_JOIN && i != EZ_EVENT_REDACT)
            EZ_TEST_ADD(bench, .event = (EzEvent)i, .key = "/x");
    }
    g_assert_cmpint(ez_event_by_name("Start"), ==, EZ_EVENT_COUNT);
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, NULL);
    EzRow row;
    while (ez_reader_next(reader, &row, NULL))
        g_assert_cmpint(row.at, ==, ez_event_kind(row.event)->timed ? 5 : -1);
    g_assert_true(ez_reader_next(reader, &row, NULL)); // after its end it begins anew
    g_assert_cmpint(row.seq, ==, 1);
}

// Time in which the program does not run is not the session's.
static void test_time(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    bench->now = 100;
    EZ_TEST_ADD(bench, .event = EZ_EVENT_PAUSE, .key = "");
    ez_test_store_close(bench);
    bench->now = 5000;
    ez_test_store_open(bench);
    g_assert_cmpint(ez_store_time(bench->store), ==, 100);
    bench->now = 5007;
    EZ_TEST_ADD(bench, .event = EZ_EVENT_PAUSE, .key = "");
    g_autofree char *rows = rows_of(bench);
    g_assert_cmpstr(rows, ==, "1 pause  - - - - 100 -\n2 pause  - - - - 107 -\n");
}

static void test_idem(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    const EzEntry answer = {.event = EZ_EVENT_INPUT, .key = "/a", .idem = "x", .text = "one"};
    EZ_TEST_ADD(bench, .event = EZ_EVENT_OPEN, .key = "/a");
    const EzTestAck *first = ez_test_store_put(bench, &answer); // both in one transaction
    const EzTestAck *second = ez_test_store_put(bench, &answer);
    ez_store_flush(bench->store);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_CLOSE, .key = "/a");
    ez_test_store_close(bench);
    ez_test_store_open(bench);
    const EzTestAck *third = ez_test_store_put(bench, &answer);
    ez_store_flush(bench->store);
    g_assert_cmpint(first->seq, ==, 2);
    g_assert_cmpint(second->seq, ==, 2);
    g_assert_cmpint(third->seq, ==, 2);
    g_assert_false(first->repeated);
    g_assert_true(second->repeated && third->repeated);
    g_assert_cmpint(EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b"), ==, 4);
}

static void test_refused_rows(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    const EzTestAck *before = ez_test_store_put(bench, &(EzEntry){EZ_EVENT_FACT, .key = "/a"});
    EZ_TEST_REFUSE(bench, "does not fit", .event = EZ_EVENT_INPUT, .key = "/a", .by = "nobody",
                   .text = "lost");
    EZ_TEST_REFUSE(bench, "not UTF-8", .event = EZ_EVENT_FACT, .key = "/a", .text = "\xff");
    EZ_TEST_REFUSE(bench, "names no step", .event = EZ_EVENT_FACT);
    EZ_TEST_REFUSE(bench, "who joins", .event = EZ_EVENT_JOIN, .key = "");
    EZ_TEST_REFUSE(bench, "has no text", .event = EZ_EVENT_REDACT, .key = "/a", .redacts = 1);
    EZ_TEST_REFUSE(bench, "takes no more answers", .event = EZ_EVENT_INPUT, .key = "/a",
                   .token = "t", .idem = "i", .text = "late");
    g_assert_cmpint(before->seq, ==, 1);
    g_assert_cmpint(EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b"), ==, 2);
    g_assert_false(ez_test_store_has(bench->folder, "lost"));
}

// A row that is refused takes nothing of the others in its transaction with it.
static void test_refused_in_batch(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    for (int i = 0; i < 30; i++)
        ez_test_store_put(bench, &(EzEntry){.event = EZ_EVENT_INPUT,
                                            .key = "/a",
                                            .by = i % 3 == 1 ? "nobody" : NULL,
                                            .text = "x"});
    ez_store_flush(bench->store);
    for (int i = 0; i < 30; i++) {
        const EzTestAck *ack = bench->acks->pdata[i];
        g_assert_cmpint(ack->code, ==, i % 3 == 1 ? EZ_STORE_REFUSED : -1);
        if (i % 3 != 1)
            g_assert_cmpint(ack->seq, ==, i - (i + 1) / 3 + 1);
    }
}

static void test_long_text(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autofree char *text = g_strnfill(10000000, 'x');
    EZ_TEST_ADD(bench, .event = EZ_EVENT_INPUT, .key = "/a", .text = text);
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, NULL);
    EzRow row;
    g_assert_true(ez_reader_next(reader, &row, NULL));
    g_assert_cmpstr(row.text, ==, text);
}

static void test_append_only(void)
{
    static const char *const attempts[] = {
        "UPDATE journal SET key = 'y'", "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal(seq, key, ev) VALUES(1, 'y', 'fact')",
        "INSERT INTO journal(seq, key, ev) VALUES(7, 'y', 'fact')",
        "INSERT INTO journal(key, ev) VALUES('y', 'fact'), ('z', 'fact'); DELETE FROM journal"};
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++)
        g_assert_cmpint(meddle(bench->path, attempts[i]), ==, SQLITE_CONSTRAINT);
    g_autofree char *rows = rows_of(bench);
    g_assert_cmpstr(rows, ==, "1 fact /a - - - - -1 -\n");
}

// ---- what belongs to a session ---------------------------------------------------------------

static void test_participants(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    join(bench, "p2");
    join(bench, "p1");
    EZ_TEST_ADD(bench, .event = EZ_EVENT_ROLE, .key = "",
                .person = {.id = "p2", .role = "facilitator", .locale = "en"});
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, NULL);
    g_autofree char *hash = ez_token_hash("p2");
    EzParticipant person;
    g_assert_true(ez_reader_next_participant(reader, &person, NULL));
    g_assert_cmpstr(person.id, ==, "p1");
    g_assert_true(ez_reader_next_participant(reader, &person, NULL));
    g_assert_cmpstr(person.role, ==, "facilitator");
    g_assert_cmpstr(person.locale, ==, "en");
    g_assert_cmpstr(person.token_hash, ==, hash);
    g_assert_false(ez_reader_next_participant(reader, &person, NULL));
}

static void test_sources(void)
{
    static const char bytes[] = "return \0 \xff";
    g_autoptr(GBytes) lua = g_bytes_new_static(bytes, sizeof bytes);
    g_autoptr(GBytes) empty = g_bytes_new_static("", 0);
    const EzPinned sources[] = {{"b.lua", lua}, {"a.csv", empty}, {"b.lua", lua}};
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_START, .key = "", .sources = sources, .n_sources = 3);
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, NULL);
    for (int i = 0; i < 2; i++) {
        EzPinned pinned;
        const char *hash;
        g_assert_true(ez_reader_next_pinned(reader, &pinned, &hash, NULL));
        g_assert_cmpstr(pinned.path, ==, sources[i].path);
        g_assert_true(g_bytes_equal(pinned.bytes, sources[i].bytes));
        g_assert_cmpint(strlen(hash), ==, 64);
        g_bytes_unref(pinned.bytes);
    }
}

static void test_forged_source(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_assert_cmpint(meddle(bench->path, "INSERT INTO source VALUES('00', 'a.lua', x'41')"), ==,
                    SQLITE_OK);
    g_autoptr(GError) error = NULL;
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, NULL);
    EzPinned pinned;
    const char *hash;
    g_assert_false(ez_reader_next_pinned(reader, &pinned, &hash, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_DAMAGED);
}

// ---- acknowledging ---------------------------------------------------------------------------

typedef struct Turn {
    GMainLoop *loop;
    GThread *thread;
    int came;
    int64_t last;
} Turn;

static void count_turn(const EzAcknowledgement *acknowledgement, void *data)
{
    Turn *turn = data;
    g_assert_no_error(acknowledgement->error);
    g_assert_true(g_thread_self() == turn->thread);
    g_assert_cmpint(acknowledgement->seq, ==, turn->last + 1);
    turn->last = acknowledgement->seq;
    if (++turn->came == 600)
        g_main_loop_quit(turn->loop);
}

// They come in this thread, by its main loop, in the order of putting.
static void test_main_loop(void)
{
    g_autoptr(GMainContext) context = g_main_context_new();
    g_main_context_push_thread_default(context);
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    Turn turn = {.loop = g_main_loop_new(context, FALSE), .thread = g_thread_self()};
    for (int i = 0; i < 600; i++)
        ez_store_put(bench->store, &(EzEntry){.event = EZ_EVENT_FACT, .key = "/a"}, count_turn,
                     &turn);
    g_assert_cmpint(turn.came, ==, 0);
    g_main_loop_run(turn.loop);
    g_assert_cmpint(turn.came, ==, 600);
    g_main_loop_unref(turn.loop);
    ez_test_store_close(bench);
    g_main_context_pop_thread_default(context);
}

static void put_more(const EzAcknowledgement *acknowledgement, void *data)
{
    EzTestStore *bench = data;
    if (acknowledgement->seq < 5)
        ez_store_put(bench->store, &(EzEntry){.event = EZ_EVENT_FACT, .key = "/a"}, put_more,
                     bench);
}

// What an acknowledgement puts is kept too, also when the store is closed at once.
static void test_put_within(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_store_put(bench->store, &(EzEntry){.event = EZ_EVENT_FACT, .key = "/a"}, put_more,
                 bench);
    ez_test_store_close(bench);
    g_autofree char *rows = rows_of(bench);
    g_assert_nonnull(strstr(rows, "5 fact"));
}

static void note_order(const EzAcknowledgement *acknowledgement, void *data)
{
    g_array_append_val(data, acknowledgement->seq);
}

typedef struct Flushing {
    EzTestStore *bench;
    GArray *order;
} Flushing;

static void flush_within(const EzAcknowledgement *acknowledgement, void *data)
{
    Flushing *flushing = data;
    note_order(acknowledgement, flushing->order);
    ez_store_put(flushing->bench->store, &(EzEntry){EZ_EVENT_FACT, .key = "/late"}, note_order,
                 flushing->order);
    ez_store_flush(flushing->bench->store);
    g_assert_cmpuint(flushing->order->len, ==, 4); // those that were put before it, too
}

static void test_flush_within(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(int64_t));
    Flushing flushing = {bench, order};
    const EzEntry entry = {.event = EZ_EVENT_FACT, .key = "/a"};
    ez_store_put(bench->store, &entry, flush_within, &flushing);
    ez_store_put(bench->store, &entry, note_order, order);
    ez_store_put(bench->store, &entry, note_order, order);
    ez_store_flush(bench->store);
    g_assert_cmpuint(order->len, ==, 4);
    for (guint i = 0; i < order->len; i++)
        g_assert_cmpint(g_array_index(order, int64_t, i), ==, i + 1);
}

static void free_within(const EzAcknowledgement *acknowledgement, void *data)
{
    g_test_expect_message("ezkit", G_LOG_LEVEL_CRITICAL, "*ez_writer_is_telling*");
    ez_store_free(((EzTestStore *)data)->store);
    g_test_assert_expected_messages();
}

// A mistake of programmers is told, and breaks nothing.
static void test_free_within(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_store_put(bench->store, &(EzEntry){EZ_EVENT_FACT, .key = "/a"}, free_within, bench);
    ez_store_flush(bench->store);
    g_assert_cmpint(EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b"), ==, 2);
}

// ---- a reader --------------------------------------------------------------------------------

static void test_snapshot(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, NULL);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b");
    EzRow row;
    g_assert_true(ez_reader_next(reader, &row, NULL));
    g_assert_false(ez_reader_next(reader, &row, NULL));
    g_autofree char *rows = rows_of(bench);
    g_assert_nonnull(strstr(rows, "2 fact /b"));
}

static bool is_beside(const EzTestStore *bench, const char *end)
{
    g_autofree char *file = g_strconcat(bench->path, end, NULL);
    return g_file_test(file, G_FILE_TEST_EXISTS);
}

// A session that is closed is one file, also when it was read since.
static void test_read_alone(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    ez_test_store_close(bench);
    g_autofree char *before = NULL, *after = NULL;
    gsize length, length_after;
    g_assert_true(g_file_get_contents(bench->path, &before, &length, NULL));
    g_autofree char *rows = rows_of(bench);
    g_assert_nonnull(strstr(rows, "1 fact /a"));
    g_assert_false(is_beside(bench, "-wal"));
    g_assert_false(is_beside(bench, "-shm"));
    g_assert_true(g_file_get_contents(bench->path, &after, &length_after, NULL));
    g_assert_cmpmem(before, length, after, length_after);
}

static void test_copy(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_INPUT, .key = "/a", .text = "kept");
    g_autofree char *to = g_build_filename(bench->folder, "copy.ezsession", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_true(ez_store_copy(bench->path, to, &error));
    g_assert_false(ez_store_copy(bench->path, to, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_EXISTS);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b");
    g_autofree char *rows = ez_test_store_rows(to);
    g_assert_cmpstr(rows, ==, "1 input /a - - - - -1 kept\n");
    ez_test_store_close(bench);
    g_free(bench->path); // a session like any other: it goes on
    bench->path = g_steal_pointer(&to);
    ez_test_store_open(bench);
    g_assert_cmpint(EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/c"), ==, 2);
}

// ---- refusals --------------------------------------------------------------------------------

static void test_no_session(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    g_assert_cmpint(g_unlink(bench->path), ==, 0);
    ez_test_store_refused(bench, EZ_STORE_MISSING, "no such session");
    ez_test_put(bench->folder, "walk.ezsession", "");
    ez_test_store_refused(bench, EZ_STORE_NOT_A_SESSION, "not a session");
    ez_test_put(bench->folder, "walk.ezsession", "a letter of some length, no database at all");
    ez_test_store_refused(bench, EZ_STORE_NOT_A_SESSION, "not a session");
    g_unlink(bench->path);
    g_assert_cmpint(meddle(bench->path, "CREATE TABLE photo(x)"), ==, SQLITE_OK);
    ez_test_store_refused(bench, EZ_STORE_NOT_A_SESSION, "not a session");
    g_unlink(bench->path);
    g_mkdir(bench->path, 0700);
    ez_test_store_refused(bench, EZ_STORE_MISSING, "this is a folder");
}

static void test_create_where_one_is(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    ez_test_store_close(bench);
    EzStoreOptions options = {.clock = ez_clock_system()};
    g_assert_null(ez_store_create(bench->path, NULL, &options, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_EXISTS);
    g_clear_error(&error);
    g_autofree char *rows = rows_of(bench);
    g_assert_cmpstr(rows, ==, "1 fact /a - - - - -1 -\n");
    ez_test_put(bench->folder, "empty.ezsession", "");
    g_autofree char *empty = g_build_filename(bench->folder, "empty.ezsession", NULL);
    g_assert_null(ez_store_create(empty, NULL, &options, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_EXISTS);
    g_clear_error(&error);
    g_autofree char *nowhere = g_build_filename(bench->folder, "no", "walk.ezsession", NULL);
    g_assert_null(ez_store_create(nowhere, NULL, &options, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_MISSING);
}

// What was left when the program was stopped while it made a session is in nobody's way.
static void test_create_over_leftovers(void)
{
    static const char *const left[] = {"new.ezsession-new", "new.ezsession-shm",
                                       "new.ezsession-lock"};
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autofree char *path = g_build_filename(bench->folder, "new.ezsession", NULL);
    EzStoreOptions options = {.clock = ez_clock_system()};
    ez_test_put(bench->folder, "new.ezsession-wal", "");
    for (size_t i = 0; i < G_N_ELEMENTS(left); i++)
        ez_test_put(bench->folder, left[i], "half a session");
    EzStore *store = ez_store_create(
        path, &(EzEntry){EZ_EVENT_START, .key = "", .text = "first"}, &options, NULL);
    g_assert_nonnull(store);
    ez_store_free(store);
    g_autofree char *rows = ez_test_store_rows(path);
    g_assert_cmpstr(rows, ==, "1 start  - - - - 0 first\n");
    g_assert_false(ez_test_store_has(bench->folder, "half a session"));
}

// The WAL of a session that was moved away without it is not played into a new one, and not lost.
static void test_create_beside_wal(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autoptr(GError) error = NULL;
    EzStoreOptions options = {.clock = ez_clock_system()};
    g_autofree char *wal = g_strconcat(bench->path, "-wal", NULL), *kept = NULL, *still = NULL;
    gsize size;
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    g_assert_true(g_file_get_contents(wal, &kept, &size, NULL));
    g_assert_cmpuint(size, >, 0);
    ez_test_store_close(bench);
    g_unlink(bench->path);
    g_assert_true(g_file_set_contents(wal, kept, (gssize)size, NULL));
    g_assert_null(ez_store_create(bench->path, NULL, &options, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_EXISTS);
    g_assert_nonnull(strstr(error->message, "moved away"));
    g_assert_true(g_file_get_contents(wal, &still, NULL, NULL));
    g_assert_cmpmem(kept, size, still, size);
}

static void test_too_new(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    meddle(bench->path, "PRAGMA user_version=2");
    ez_test_store_refused(bench, EZ_STORE_TOO_NEW, "later version");
    meddle(bench->path, "PRAGMA user_version=0");
    ez_test_store_refused(bench, EZ_STORE_DAMAGED, "damaged");
}

static void test_other_tables(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    meddle(bench->path, "CREATE TRIGGER hidden AFTER INSERT ON payload BEGIN "
                        "UPDATE payload SET text = 'x'; END");
    ez_test_store_refused(bench, EZ_STORE_DAMAGED, "damaged");
    meddle(bench->path, "DROP TRIGGER hidden; DROP TRIGGER journal_delete");
    ez_test_store_refused(bench, EZ_STORE_DAMAGED, "damaged");
}

static void test_damaged(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    for (int i = 0; i < 400; i++)
        ez_test_store_put(bench,
                          &(EzEntry){.event = EZ_EVENT_INPUT, .key = "/a", .text = "word"});
    ez_test_store_close(bench);
    g_autofree char *whole = NULL, *after = NULL;
    gsize size = 0, size_after = 0;
    g_assert_true(g_file_get_contents(bench->path, &whole, &size, NULL));
    memset(whole + size / 2, 0xa5, 4096);
    g_assert_true(g_file_set_contents(bench->path, whole, (gssize)size, NULL));
    ez_test_store_refused(bench, EZ_STORE_DAMAGED, "backup");
    g_assert_true(g_file_get_contents(bench->path, &after, &size_after, NULL));
    g_assert_cmpmem(whole, size, after, size_after);
    g_assert_true(g_file_set_contents(bench->path, whole, (gssize)size / 3, NULL));
    ez_test_store_refused(bench, EZ_STORE_DAMAGED, "backup");
}

static void test_locked(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autofree char *process = g_strdup_printf("process %ld", (long)getpid());
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    ez_test_store_refused(bench, EZ_STORE_LOCKED, process);
    g_assert_false(ez_store_forget(bench->path, NULL));
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b"); // it goes on
    ez_test_store_close(bench);
    g_autofree char *lock = g_strconcat(bench->path, "-lock", NULL);
    g_assert_false(g_file_test(lock, G_FILE_TEST_EXISTS));
    ez_test_put(bench->folder, "walk.ezsession-lock",
                "12345\n"); // of a process that was killed
    ez_test_store_open(bench);
}

// A user who may not write there. Root may write anywhere, so it becomes another for a while.
static void test_read_only(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    bool root = geteuid() == 0;
    g_assert_cmpint(chmod(bench->folder, 0555), ==, 0);
    g_assert_cmpint(chmod(bench->path, 0444), ==, 0);
    if (root)
        g_assert_cmpint(seteuid(65534), ==, 0);
    ez_test_store_refused(bench, EZ_STORE_READ_ONLY, "folder of your own");
    if (root)
        g_assert_cmpint(seteuid(0), ==, 0);
    g_assert_cmpint(chmod(bench->folder, 0777), ==, 0);
    if (root)
        g_assert_cmpint(seteuid(65534), ==, 0);
    ez_test_store_refused(bench, EZ_STORE_READ_ONLY, "cannot be written");
    if (root)
        g_assert_cmpint(seteuid(0), ==, 0);
    g_assert_cmpint(chmod(bench->folder, 0700), ==, 0);
}

static void test_moved(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autofree char *other = g_strconcat(bench->path, "-elsewhere", NULL);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/a");
    g_assert_cmpint(g_rename(bench->path, other), ==, 0);
    const EzTestAck *ack = ez_test_store_put(bench, &(EzEntry){EZ_EVENT_FACT, .key = "/b"});
    ez_store_flush(bench->store);
    g_assert_cmpint(ack->code, ==, EZ_STORE_BROKEN);
    g_assert_cmpint(g_rename(other, bench->path), ==, 0);
    const EzTestAck *later = ez_test_store_put(bench, &(EzEntry){EZ_EVENT_FACT, .key = "/c"});
    ez_store_flush(bench->store);
    g_assert_cmpint(later->code, ==, EZ_STORE_BROKEN);
    ez_test_store_close(bench);
    ez_test_store_open(bench);
    g_assert_cmpint(EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/b"), ==, 2);
}

static void test_private(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    struct stat there;
    g_assert_cmpint(stat(bench->path, &there), ==, 0);
    g_assert_cmpint(there.st_mode & 0077, ==, 0);
}

// ---- erasing ---------------------------------------------------------------------------------

static void put_markers(EzTestStore *bench, const char *word, int count)
{
    for (int i = 0; i < count; i++) {
        g_autofree char *text = g_strdup_printf("%s-%d-%0*d", word, i, 1 + i * 37 % 900, 0);
        EzEntry entry = {.event = EZ_EVENT_INPUT, .key = "/a", .text = text};
        ez_test_store_put(bench, &entry);
        if (i % 7 == 0)
            ez_store_flush(bench->store);
    }
    ez_store_flush(bench->store);
}

static void test_redact(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    put_markers(bench, "marker", 50);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", 50), ==, 50);
    for (int i = 1; i <= 50; i++)
        EZ_TEST_ADD(bench, .event = EZ_EVENT_REDACT, .key = "/a", .redacts = i,
                    .left = i == 2 ? "what is left" : NULL);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", 50), ==, 0);
    g_autofree char *rows = rows_of(bench);
    g_assert_true(g_str_has_prefix(rows,
                                   "1 input /a - - - - -1 #\n2 input /a - - - - -1 what is "
                                   "left\n3 input /a - - - - -1 #\n"));
}

// SQLite copies rows from page to page to balance them, and what it copied from keeps the bytes, secure_delete or not.
static void test_redact_of_what_moved(void)
{
    enum { COUNT = 400 };
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    g_autofree char *longer = g_strnfill(900, 'x');
    put_markers(bench, "marker", COUNT);
    for (int round = 0; round < 2; round++) {
        for (int i = 1; i <= COUNT; i++)
            if (round == 1 || i % 3 == 0)
                ez_test_store_put(bench, &(EzEntry){.event = EZ_EVENT_REDACT,
                                                    .key = "/a",
                                                    .redacts = i,
                                                    .left = round == 0 ? longer : NULL});
        ez_store_flush(bench->store);
    }
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", COUNT), ==, 0);
}

// A reader keeps the WAL; what is erased goes from it once the reader has done.
static void test_redact_while_read(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    put_markers(bench, "marker", 1);
    EzReader *reader = ez_reader_open(bench->path, NULL);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_REDACT, .key = "/a", .redacts = 1);
    EzRow row;
    g_assert_true(ez_reader_next(reader, &row, NULL));
    g_assert_nonnull(row.text);
    ez_reader_free(reader);
    ez_test_store_close(bench);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", 1), ==, 0);
}

static void test_forget(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    put_markers(bench, "marker", 50);
    g_autofree char *backup = g_strconcat(bench->path, "-backup-1", NULL);
    g_autofree char *wal = g_strconcat(bench->path, "-wal", NULL), *bytes = NULL;
    gsize size;
    g_assert_true(ez_store_copy(bench->path, backup, NULL));
    g_assert_true(g_file_get_contents(wal, &bytes, &size, NULL)); // as a crash leaves it
    ez_test_store_close(bench);
    g_assert_true(g_file_set_contents(wal, bytes, (gssize)size, NULL));
    ez_test_put(bench->folder, "walk.ezsession-backup.txt", "not a session");
    ez_test_put(bench->folder, "other.txt", "stays");
    g_assert_true(ez_store_forget(bench->path, &error));
    g_assert_no_error(error);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", 50), ==, 0);
    g_autoptr(GDir) dir = g_dir_open(bench->folder, 0, NULL);
    int left = 0;
    while (g_dir_read_name(dir) != NULL)
        left++;
    g_assert_cmpint(left, ==, 2);
}

static void test_forget_others(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    g_assert_true(ez_store_forget(bench->path, NULL));
    g_autoptr(GError) error = NULL;
    g_assert_false(ez_store_forget(bench->path, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_MISSING);
    g_clear_error(&error);
    meddle(bench->path, "CREATE TABLE photo(x)");
    g_assert_false(ez_store_forget(bench->path, &error));
    g_assert_error(error, EZ_STORE_ERROR, EZ_STORE_NOT_A_SESSION);
    g_assert_true(ez_test_store_has(bench->folder, "photo"));
}

// A damaged session can be forgotten; nobody can look into it, but its texts are there.
static void test_forget_damaged(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    put_markers(bench, "marker", 50);
    ez_test_store_close(bench);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(bench->path, &bytes, &size, NULL));
    memset(bytes + 100, 0, 3000);
    g_assert_true(g_file_set_contents(bench->path, bytes, (gssize)size, NULL));
    ez_test_store_refused(bench, EZ_STORE_DAMAGED, "damaged");
    g_assert_true(ez_store_forget(bench->path, NULL));
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", 50), ==, 0);
}

static const struct {
    const char *name;
    void (*test)(void);
} tests[] = {
    {"/store/rows-come-back-in-order", test_rows},
    {"/store/only-rows-that-steer-have-a-time", test_events},
    {"/store/time-stands-still-while-closed", test_time},
    {"/store/an-idem-counts-once", test_idem},
    {"/store/a-row-that-does-not-fit-is-refused", test_refused_rows},
    {"/store/a-refused-row-takes-no-other-with-it", test_refused_in_batch},
    {"/store/a-long-text-is-kept", test_long_text},
    {"/store/the-journal-only-grows", test_append_only},
    {"/store/participants-change", test_participants},
    {"/store/sources-are-pinned", test_sources},
    {"/store/a-forged-source-is-damage", test_forged_source},
    {"/store/acknowledgements-come-by-the-main-loop", test_main_loop},
    {"/store/an-acknowledgement-can-put", test_put_within},
    {"/store/an-acknowledgement-can-flush", test_flush_within},
    {"/store/an-acknowledgement-cannot-free", test_free_within},
    {"/store/a-reader-sees-one-moment", test_snapshot},
    {"/store/a-reader-leaves-one-file", test_read_alone},
    {"/store/a-copy-is-a-session", test_copy},
    {"/store/what-is-no-session-is-refused", test_no_session},
    {"/store/a-new-one-takes-nobodys-place", test_create_where_one_is},
    {"/store/leftovers-of-a-new-one-are-replaced", test_create_over_leftovers},
    {"/store/a-new-one-takes-no-rows-of-another", test_create_beside_wal},
    {"/store/a-later-format-is-refused", test_too_new},
    {"/store/other-tables-are-damage", test_other_tables},
    {"/store/damage-is-refused-and-left-alone", test_damaged},
    {"/store/one-process-writes", test_locked},
    {"/store/a-folder-to-read-only-is-refused", test_read_only},
    {"/store/a-file-that-moved-takes-no-rows", test_moved},
    {"/store/a-session-is-its-owners-only", test_private},
    {"/store/a-redacted-text-is-nowhere", test_redact},
    {"/store/a-redacted-text-that-moved-is-nowhere", test_redact_of_what_moved},
    {"/store/a-reader-only-delays-erasing", test_redact_while_read},
    {"/store/forget-leaves-nothing", test_forget},
    {"/store/forget-leaves-others-alone", test_forget_others},
    {"/store/a-damaged-session-can-be-forgotten", test_forget_damaged},
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add_func(tests[i].name, tests[i].test);
    return g_test_run();
}
