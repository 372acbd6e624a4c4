// SPDX-License-Identifier: EUPL-1.2
// Anonymous answers: who gave them can change them while their step is open; once it is closed nothing ties them to anyone.
#include "tests/support/test_kit.h"
#include "tests/support/test_store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

enum { PEOPLE = 50 };

static void open_step(EzTestStore *bench, const char *key)
{
    EZ_TEST_ADD(bench, .event = EZ_EVENT_OPEN, .key = key, .kind = "ask", .anonymous = true);
}

static EzTestAck *answer(EzTestStore *bench, const char *token, const char *idem,
                         const char *text)
{
    EzTestAck *ack = ez_test_store_put(
        bench,
        &(EzEntry){
            .event = EZ_EVENT_INPUT, .key = "/a", .token = token, .idem = idem, .text = text});
    ez_store_flush(bench->store);
    return ack;
}

static EzTestAck *withdraw(EzTestStore *bench, const char *token, const char *idem)
{
    EzTestAck *ack = ez_test_store_put(
        bench,
        &(EzEntry){.event = EZ_EVENT_WITHDRAW, .key = "/a", .token = token, .withdrawn = idem});
    ez_store_flush(bench->store);
    return ack;
}

static void close_step(EzTestStore *bench)
{
    EZ_TEST_ADD(bench, .event = EZ_EVENT_CLOSE, .key = "/a", .kind = "ask");
}

// "text" of each open answer, with "*" for those of the token; owned by the caller.
static char *open_answers(const EzTestStore *bench, const char *token)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzReader) reader = ez_reader_open(bench->path, &error);
    GString *all = g_string_new(NULL);
    EzOpenAnswer at;
    while (ez_reader_next_open_answer(reader, "/a", token, &at, &error))
        g_string_append_printf(all, "%s%s ", at.text, at.mine ? "*" : "");
    g_assert_no_error(error);
    return g_string_free(all, FALSE);
}

static int count_in(const EzTestStore *bench, const char *sql)
{
    sqlite3 *handle;
    sqlite3_stmt *statement;
    g_assert_cmpint(sqlite3_open(bench->path, &handle), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_step(statement), ==, SQLITE_ROW);
    int count = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return count;
}

static int count_ties(const EzTestStore *bench)
{
    return count_in(bench, "SELECT (SELECT count(*) FROM open_step) + (SELECT count(*) FROM "
                           "open_answer) + (SELECT count(*) FROM payload WHERE id < 0) + "
                           "(SELECT count(*) FROM scrub)");
}

// ---- while it is open ------------------------------------------------------------------------

static void test_sorted(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    answer(bench, "t1", "i1", "wortel");
    answer(bench, "t2", "i2", "blad \"2\"");
    answer(bench, "t3", "i3", "wortel");
    answer(bench, "t1", "i4", "aarde");
    close_step(bench);
    g_autofree char *rows = ez_test_store_rows(bench->path);
    g_assert_cmpstr(
        rows, ==,
        "1 open /a ask - - - 0 -\n"
        "2 input /a ask - - - -1 {\"answers\":[\"aarde\",\"blad \\\"2\\\"\",\"wortel\","
        "\"wortel\"]}\n"
        "3 close /a ask - - - 0 -\n");
    g_assert_cmpint(count_ties(bench), ==, 0);
}

// The acknowledgement is that of the step for everybody: it tells no order.
static void test_acknowledged(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/x");
    open_step(bench, "/a");
    const EzTestAck *first = answer(bench, "t1", "i1", "one");
    ez_test_store_close(bench);
    ez_test_store_open(bench);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_FACT, .key = "/x");
    const EzTestAck *again = answer(bench, "t1", "i1", "one");
    const EzTestAck *other = answer(bench, "t2", "i2", "two");
    g_assert_cmpint(first->seq, ==, 2);
    g_assert_cmpint(again->seq, ==, 2);
    g_assert_cmpint(other->seq, ==, 2);
    g_assert_true(!first->repeated && again->repeated && !other->repeated);
    g_autofree char *all = open_answers(bench, "t1");
    g_assert_cmpstr(all, ==, "one* two ");
}

static void test_withdraw(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    answer(bench, "t1", "i1", "first-0-");
    answer(bench, "t2", "i2", "second");
    g_assert_cmpint(withdraw(bench, "t2", "i1")->code, ==, EZ_STORE_REFUSED); // not theirs
    g_assert_cmpint(withdraw(bench, "t1", "i9")->code, ==, EZ_STORE_REFUSED);
    g_assert_false(withdraw(bench, "t1", "i1")->repeated);
    g_assert_cmpint(ez_test_store_found(bench->folder, "first", 1), ==, 0);
    g_assert_true(withdraw(bench, "t1", "i1")->repeated);
    g_assert_true(answer(bench, "t1", "i1", "first-0-")->repeated); // late, from the network
    answer(bench, "t1", "i3", "better");
    g_autofree char *all = open_answers(bench, NULL);
    g_assert_cmpstr(all, ==, "better second ");
}

static void test_named_is_refused(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_JOIN, .key = "",
                .person = {.id = "p1", .role = "participant", .locale = "nl"});
    open_step(bench, "/a");
    EZ_TEST_REFUSE(bench, "is anonymous", .event = EZ_EVENT_INPUT, .key = "/a", .by = "p1",
                   .text = "x");
    EZ_TEST_REFUSE(bench, "names nobody", .event = EZ_EVENT_INPUT, .key = "/a", .by = "p1",
                   .token = "t", .idem = "i", .text = "x");
    EZ_TEST_REFUSE(bench, "key of its own", .event = EZ_EVENT_INPUT, .key = "/a", .token = "t",
                   .text = "x");
    EZ_TEST_REFUSE(bench, "taken back", .event = EZ_EVENT_WITHDRAW, .key = "/a", .token = "t");
    EZ_TEST_REFUSE(bench, "belongs to an answer", .event = EZ_EVENT_DONE, .key = "/a",
                   .token = "t");
    EZ_TEST_REFUSE(bench, "does not fit", .event = EZ_EVENT_OPEN, .key = "/a",
                   .anonymous = true);
}

// ---- when it closes --------------------------------------------------------------------------

static void put_people(EzTestStore *bench)
{
    for (int i = 0; i < PEOPLE; i++) {
        g_autofree char *text = g_strdup_printf("marker-%d-%0*d", i, 1 + i * 91 % 700, 0);
        g_autofree char *token = g_strdup_printf("token-%d-", i);
        g_autofree char *idem = g_strdup_printf("idem-%d-", i);
        answer(bench, token, idem, text);
    }
}

// Secret and HMACs as they stood on disk; owned by the caller, g_strfreev.
static char **read_ties(const EzTestStore *bench)
{
    sqlite3 *handle;
    char **table;
    int rows, columns;
    GStrvBuilder *builder = g_strv_builder_new();
    g_assert_cmpint(sqlite3_open(bench->path, &handle), ==, SQLITE_OK);
    sqlite3_get_table(
        handle,
        "SELECT secret FROM open_step UNION ALL SELECT hmac FROM open_answer UNION "
        "ALL SELECT idem_hmac FROM open_answer",
        &table, &rows, &columns, NULL);
    for (int i = 1; i <= rows; i++)
        g_strv_builder_add(builder, table[i]);
    sqlite3_free_table(table);
    sqlite3_close(handle);
    char **ties = g_strv_builder_end(builder);
    g_strv_builder_unref(builder);
    return ties;
}

static void check_untied(const EzTestStore *bench, char **ties)
{
    g_assert_cmpint(count_ties(bench), ==, 0);
    g_assert_cmpint(ez_test_store_found(bench->folder, "token", PEOPLE), ==, 0);
    g_assert_cmpint(ez_test_store_found(bench->folder, "idem", PEOPLE), ==, 0);
    for (int i = 0; ties[i] != NULL; i++)
        g_assert_false(ez_test_store_has(bench->folder, ties[i]));
}

// No secret, no HMAC, no token stands in any file from the acknowledgement on.
static void test_untied(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    put_people(bench);
    g_auto(GStrv) ties = read_ties(bench);
    g_assert_cmpint((int)g_strv_length(ties), ==, 1 + 2 * PEOPLE);
    g_assert_true(ez_test_store_has(bench->folder, ties[0]));
    close_step(bench);
    check_untied(bench, ties);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", PEOPLE), ==, PEOPLE);
}

// Other rows between theirs tell nothing of when they came: no ids are missing.
static void test_no_gaps(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    for (int i = 0; i < 20; i++) {
        g_autofree char *idem = g_strdup_printf("i%d", i);
        answer(bench, "t", idem, "text");
        EZ_TEST_ADD(bench, .event = EZ_EVENT_INPUT, .key = "/b", .text = "named");
    }
    close_step(bench);
    g_assert_cmpint(count_in(bench, "SELECT count(*) FROM payload"), ==, 21);
    g_assert_cmpint(count_in(bench, "SELECT count(*) FROM journal JOIN payload ON seq = id AND "
                                    "seq = payload_id"),
                    ==, 21);
}

// skip and rewind keep nothing of them.
static void test_dropped(gconstpointer data)
{
    bool skip = GPOINTER_TO_INT(data);
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    EZ_TEST_ADD(bench, .event = EZ_EVENT_OPEN, .key = "/before");
    open_step(bench, "/a");
    put_people(bench);
    g_auto(GStrv) ties = read_ties(bench);
    EZ_TEST_ADD(bench, .event = skip ? EZ_EVENT_SKIP : EZ_EVENT_REWIND,
                .key = skip ? "/a" : "/before");
    check_untied(bench, ties);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", PEOPLE), ==, 0);
    EZ_TEST_REFUSE(bench, "no more answers", .event = EZ_EVENT_INPUT, .key = "/a", .token = "t",
                   .idem = "i", .text = "late");
}

// What is open before the point to which one goes back stays open.
static void test_rewind_keeps_earlier(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    EZ_TEST_ADD(bench, .event = EZ_EVENT_OPEN, .key = "/b");
    answer(bench, "t1", "i1", "kept");
    open_step(bench, "/c");
    EZ_TEST_ADD(bench, .event = EZ_EVENT_REWIND, .key = "/b");
    g_autofree char *all = open_answers(bench, "t1");
    g_assert_cmpstr(all, ==, "kept* ");
    g_assert_cmpint(count_in(bench, "SELECT count(*) FROM open_step"), ==, 1);
}

// Whoever goes back to an anonymous step finds it open and empty, also when it was closed.
static void test_rewind_opens_again(gconstpointer data)
{
    bool closed = GPOINTER_TO_INT(data);
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    answer(bench, "t1", "i1", "said at first");
    if (closed)
        close_step(bench);
    g_auto(GStrv) ties = read_ties(bench);
    EZ_TEST_ADD(bench, .event = EZ_EVENT_REWIND, .key = "/a",
                .reopens = (const char *const[]){"/a", NULL});
    for (int i = 0; ties[i] != NULL; i++)
        g_assert_false(ez_test_store_has(bench->folder, ties[i]));
    g_assert_true(ez_test_store_has(bench->folder, "said at first") == closed);
    EzTestAck *again = answer(bench, "t1", "i1", "said anew");
    g_assert_cmpint(again->seq, ==, 1);
    g_assert_false(again->repeated);
    g_autofree char *all = open_answers(bench, "t1");
    g_assert_cmpstr(all, ==, "said anew* ");
}

// A step that was never opened is no place to go back to, and nobody's answers are dropped for it.
static void test_rewind_to_nowhere(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    answer(bench, "t1", "i1", "kept");
    EZ_TEST_REFUSE(bench, "never opened", .event = EZ_EVENT_REWIND, .key = "/A");
    g_autofree char *all = open_answers(bench, "t1");
    g_assert_cmpstr(all, ==, "kept* ");
}

static void test_nobody_answered(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    close_step(bench);
    g_autofree char *rows = ez_test_store_rows(bench->path);
    g_assert_cmpstr(rows, ==, "1 open /a ask - - - 0 -\n2 close /a ask - - - 0 -\n");
}

// Killed between the commit of the close and the scrubbing: the next opening finishes it.
static void test_scrubbed_at_opening(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    open_step(bench, "/a");
    put_people(bench);
    g_auto(GStrv) ties = read_ties(bench);
    EzReader *reader = ez_reader_open(bench->path, NULL); // keeps the WAL as it is
    EzRow row;
    g_assert_true(ez_reader_next(reader, &row, NULL));
    close_step(bench);
    g_assert_cmpint(count_in(bench, "SELECT count(*) FROM scrub"), ==, 1);
    g_autofree char *wal = g_strconcat(bench->path, "-wal", NULL);
    g_autofree char *file_bytes = NULL, *wal_bytes = NULL;
    gsize file_size, wal_size;
    g_assert_true(g_file_get_contents(bench->path, &file_bytes, &file_size, NULL));
    g_assert_true(g_file_get_contents(wal, &wal_bytes, &wal_size, NULL));
    ez_reader_free(reader);
    ez_test_store_close(bench);
    g_assert_true(g_file_set_contents(bench->path, file_bytes, (gssize)file_size, NULL));
    g_assert_true(g_file_set_contents(wal, wal_bytes, (gssize)wal_size, NULL));
    g_assert_true(ez_test_store_has(bench->folder, ties[0]));
    ez_test_store_open(bench);
    check_untied(bench, ties);
    g_assert_cmpint(ez_test_store_found(bench->folder, "marker", PEOPLE), ==, PEOPLE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/anonymous/answers-become-one-sorted-row", test_sorted);
    g_test_add_func("/anonymous/all-have-the-same-acknowledgement", test_acknowledged);
    g_test_add_func("/anonymous/one-takes-back-ones-own-only", test_withdraw);
    g_test_add_func("/anonymous/a-named-answer-is-refused", test_named_is_refused);
    g_test_add_func("/anonymous/nothing-ties-them-after-the-close", test_untied);
    g_test_add_func("/anonymous/no-gap-tells-when-they-came", test_no_gaps);
    g_test_add_data_func("/anonymous/a-skip-drops-them", GINT_TO_POINTER(true), test_dropped);
    g_test_add_data_func("/anonymous/a-rewind-drops-them", GINT_TO_POINTER(false),
                         test_dropped);
    g_test_add_func("/anonymous/a-rewind-keeps-what-was-open-before",
                    test_rewind_keeps_earlier);
    g_test_add_data_func("/anonymous/a-rewind-opens-it-again", GINT_TO_POINTER(false),
                         test_rewind_opens_again);
    g_test_add_data_func("/anonymous/a-rewind-opens-it-again-when-closed",
                         GINT_TO_POINTER(true), test_rewind_opens_again);
    g_test_add_func("/anonymous/a-rewind-to-nowhere-drops-nothing", test_rewind_to_nowhere);
    g_test_add_func("/anonymous/nobody-answered", test_nobody_answered);
    g_test_add_func("/anonymous/an-opening-finishes-the-scrubbing", test_scrubbed_at_opening);
    return g_test_run();
}
