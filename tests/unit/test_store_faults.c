// SPDX-License-Identifier: EUPL-1.2
// The disk fails at the n-th operation, for every n: whatever was acknowledged stands in the session once, nothing else does, and what failed can
// be sent again.
#include "tests/support/faulty_vfs.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_store.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct Case {
    EzDiskFault fault;
    bool stays; // else once
} Case;

// Each has an idem of its own, "e0" …; the third opens an anonymous step. The last closes it.
static const EzEntry script[] = {
    {EZ_EVENT_START, .key = "", .text = "{}"},
    {EZ_EVENT_OPEN, .key = "/b"},
    {EZ_EVENT_OPEN, .key = "/a", .kind = "ask", .anonymous = true},
    {EZ_EVENT_INPUT, .key = "/a", .token = "t1", .text = "anonymous one"},
    {EZ_EVENT_INPUT, .key = "/b", .text = "named one"},
    {EZ_EVENT_INPUT, .key = "/a", .token = "t2", .text = "anonymous two"},
    {EZ_EVENT_INPUT, .key = "/b", .text = "named two"},
    {EZ_EVENT_FACT, .key = "/b"},
    {EZ_EVENT_CLOSE, .key = "/a", .kind = "ask"},
    {EZ_EVENT_CLOSE, .key = "/b"},
};

enum { ENTRIES = G_N_ELEMENTS(script), SWEEP_MAX = 2000 };

static EzEntry entry_of(int i, const char *idem)
{
    EzEntry entry = script[i];
    entry.idem = idem;
    return entry;
}

static void put_entry(EzTestStore *bench, int i)
{
    g_autofree char *idem = g_strdup_printf("e%d", i);
    EzEntry entry = entry_of(i, idem);
    ez_test_store_put(bench, &entry);
}

// Some are committed one by one, some together.
static void put_script(EzTestStore *bench)
{
    for (int i = 0; i < ENTRIES; i++) {
        put_entry(bench, i);
        if (i % 4 != 0)
            ez_store_flush(bench->store);
    }
    ez_store_flush(bench->store);
}

// ---- what stands in it -----------------------------------------------------------------------

static bool is_kept_by_rows(const char *rows, int i)
{
    g_autofree char *idem = g_strdup_printf(" e%d ", i);
    const char *at = strstr(rows, idem);
    g_assert_true(at == NULL || strstr(at + 1, idem) == NULL); // once
    return at != NULL;
}

static bool is_kept_open(const char *path, const char *text)
{
    g_autoptr(EzReader) reader = ez_reader_open(path, NULL);
    EzOpenAnswer answer;
    bool kept = false;
    while (ez_reader_next_open_answer(reader, "/a", NULL, &answer, NULL))
        kept = kept || strcmp(answer.text, text) == 0;
    return kept;
}

static bool is_kept(const char *path, const char *rows, int i)
{
    if (script[i].token == NULL)
        return is_kept_by_rows(rows, i);
    return strstr(rows, script[i].text) != NULL || is_kept_open(path, script[i].text);
}

// A sync that failed may have worked all the same: then more may be there than was acknowledged, if nobody could take it back.
static void check_kept(EzTestStore *bench, const Case *each, int n)
{
    g_autofree char *rows = ez_test_store_rows(bench->path);
    for (int i = 0; i < ENTRIES; i++) {
        const EzTestAck *ack = bench->acks->pdata[i];
        bool kept = is_kept(bench->path, rows, i), acknowledged = ack->seq > 0;
        bool unsure = each->fault == EZ_DISK_SYNC && each->stays;
        if (kept != acknowledged && !(kept && unsure))
            g_error("%s at %d: entry %d is %s but %s (%s)\n%s", ez_disk_fault_name(each->fault),
                    n, i, acknowledged ? "acknowledged" : "not acknowledged",
                    kept ? "kept" : "lost", ack->message, rows);
    }
}

// What was refused because something before it failed is not sent again by anyone: only whole sessions are compared.
static void check_resent(EzTestStore *bench, const Case *each, int n)
{
    int before = (int)bench->acks->len;
    bool closed = ((EzTestAck *)bench->acks->pdata[8])->seq > 0;
    for (int i = 0; i < ENTRIES; i++)
        if (!closed || script[i].token == NULL)
            put_entry(bench, i);
    ez_store_flush(bench->store);
    for (guint i = (guint)before; i < bench->acks->len; i++) {
        const EzTestAck *ack = bench->acks->pdata[i];
        bool late = ack->code == EZ_STORE_REFUSED && each->stays; // its close had come through
        if (ack->seq == 0 && !late)
            g_error("%s at %d: sent again, %s", ez_disk_fault_name(each->fault), n,
                    ack->message);
    }
    ez_test_store_close(bench);
    g_autofree char *rows = ez_test_store_rows(bench->path);
    for (int i = 0; i < ENTRIES; i++)
        g_assert_true(script[i].token != NULL || is_kept_by_rows(rows, i));
    g_assert_false(ez_test_store_has(bench->folder, "-lock"));
}

// ---- sweeps ----------------------------------------------------------------------------------

// Every place in a thorough run, some of them in a quick one.
static int step(void)
{
    return g_test_slow() ? 1 : 6;
}

// True when the fault was met: then there may be a later one to try.
static bool try_writing(const Case *each, int n)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    bench->vfs = ez_faulty_vfs();
    ez_test_store_open(bench);
    ez_faulty_vfs_arm(each->fault, n, each->stays);
    put_script(bench);
    ez_test_store_close(bench);
    bool met = ez_faulty_vfs_disarm();
    bench->vfs = NULL;
    check_kept(bench, each, n);
    ez_test_store_open(bench);
    check_resent(bench, each, n);
    return met;
}

static void test_writing(gconstpointer data)
{
    int n = 1;
    while (n < SWEEP_MAX && try_writing(data, n))
        n += step();
    g_test_message("%s: %d places", ez_disk_fault_name(((const Case *)data)->fault), n - 1);
    g_assert_cmpint(n, >, 3);
    g_assert_cmpint(n, <, SWEEP_MAX);
}

static void check_sentence(const GError *error)
{
    g_assert_nonnull(error);
    g_assert_true(error->domain == EZ_STORE_ERROR);
    g_assert_true(g_str_has_prefix(error->message, "walk.ezsession: "));
}

static bool try_opening(const Case *each, int n)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    put_script(bench);
    ez_test_store_close(bench);
    g_autofree char *before = ez_test_store_rows(bench->path);
    EzStoreOptions options = {.clock = ez_clock_system(), .vfs = ez_faulty_vfs()};
    g_autoptr(GError) error = NULL;
    ez_faulty_vfs_arm(each->fault, n, each->stays);
    EzStore *store = ez_store_open(bench->path, &options, &error);
    if (store == NULL)
        check_sentence(error);
    ez_store_free(store);
    bool met = ez_faulty_vfs_disarm();
    g_autofree char *after = ez_test_store_rows(bench->path);
    g_assert_cmpstr(before, ==, after);
    ez_test_store_open(bench);
    return met;
}

static bool try_creating(const Case *each, int n)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    g_assert_cmpint(g_unlink(bench->path), ==, 0);
    EzStoreOptions options = {.clock = ez_clock_system(), .vfs = ez_faulty_vfs()};
    g_autoptr(GError) error = NULL;
    ez_faulty_vfs_arm(each->fault, n, each->stays);
    EzStore *store = ez_store_create(bench->path, NULL, &options, &error);
    bool made = store != NULL;
    if (!made)
        check_sentence(error);
    ez_store_free(store);
    bool met = ez_faulty_vfs_disarm();
    if (!made) {
        options.vfs = NULL;
        bench->store =
            ez_store_create(bench->path, NULL, &options, NULL); // nothing stands in the way
        g_assert_nonnull(bench->store);
    } else {
        ez_test_store_open(bench);
    }
    return met;
}

static void test_beginning(gconstpointer data)
{
    const Case *each = data;
    for (int n = 1; n < SWEEP_MAX && try_opening(each, n);)
        n += step();
    for (int n = 1; n < SWEEP_MAX && try_creating(each, n);)
        n += step();
}

// A disk that was full and has room again: the same store goes on.
static void test_room_again(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    bench->vfs = ez_faulty_vfs();
    ez_test_store_open(bench);
    ez_faulty_vfs_arm(EZ_DISK_FULL, 1, true);
    put_entry(bench, 0);
    put_entry(bench, 1);
    ez_store_flush(bench->store);
    ez_faulty_vfs_disarm();
    put_entry(bench, 0);
    ez_store_flush(bench->store);
    const EzTestAck *first = bench->acks->pdata[0], *second = bench->acks->pdata[1],
                    *again = bench->acks->pdata[2];
    g_assert_cmpint(first->code, ==, EZ_STORE_FULL);
    g_assert_cmpint(second->code, ==, EZ_STORE_FULL);
    g_assert_cmpint(again->seq, ==, 1);
    g_assert_nonnull(strstr(first->message, "Make room"));
}

// The disk was full for a moment, and what was put right after had not been told: it came after what is not there.
static void test_no_row_alone(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    bench->vfs = ez_faulty_vfs();
    ez_test_store_open(bench);
    ez_faulty_vfs_arm(EZ_DISK_FULL, 1, false);
    put_entry(bench, 0);
    while (!ez_faulty_vfs_met())
        g_thread_yield();
    put_entry(bench, 1);
    ez_store_flush(bench->store);
    ez_faulty_vfs_disarm();
    put_entry(bench, 0);
    put_entry(bench, 1);
    ez_store_flush(bench->store);
    static const int64_t wanted[] = {0, 0, 1, 2};
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_cmpint(((EzTestAck *)bench->acks->pdata[i])->seq, ==, wanted[i]);
    g_assert_cmpint(((EzTestAck *)bench->acks->pdata[1])->code, ==, EZ_STORE_FULL);
}

static void test_broken(void)
{
    g_autoptr(EzTestStore) bench = ez_test_store_new();
    ez_test_store_close(bench);
    bench->vfs = ez_faulty_vfs();
    ez_test_store_open(bench);
    ez_faulty_vfs_arm(EZ_DISK_SYNC, 1, false);
    put_entry(bench, 0);
    ez_store_flush(bench->store);
    put_entry(bench, 1);
    ez_store_flush(bench->store);
    const EzTestAck *first = bench->acks->pdata[0], *second = bench->acks->pdata[1];
    g_assert_cmpint(first->code, ==, EZ_STORE_IO);
    g_assert_cmpint(second->code, ==, EZ_STORE_BROKEN);
    g_assert_nonnull(strstr(second->message, "opened again"));
    ez_faulty_vfs_disarm();
}

int main(int argc, char **argv)
{
    static Case cases[EZ_DISK_COUNT][2];
    g_test_init(&argc, &argv, NULL);
    for (int fault = EZ_DISK_NONE + 1; fault < EZ_DISK_COUNT; fault++)
        for (int stays = 0; stays < 2; stays++) {
            Case *each = &cases[fault][stays];
            *each = (Case){(EzDiskFault)fault, stays};
            const char *how = stays ? "for-good" : "once";
            g_autofree char *writing =
                g_strdup_printf("/faults/writing/%s-%s", ez_disk_fault_name(each->fault), how);
            g_autofree char *beginning = g_strdup_printf("/faults/beginning/%s-%s",
                                                         ez_disk_fault_name(each->fault), how);
            g_test_add_data_func(writing, each, test_writing);
            g_test_add_data_func(beginning, each, test_beginning);
        }
    g_test_add_func("/faults/a-disk-with-room-again-goes-on", test_room_again);
    g_test_add_func("/faults/no-row-without-those-before-it", test_no_row_alone);
    g_test_add_func("/faults/after-an-error-nothing-is-taken", test_broken);
    return g_test_run();
}
