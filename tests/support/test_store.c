// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "tests/support/test_store.h"
#include "tests/support/test_kit.h"

#include <string.h>

static int64_t now(void *data)
{
    return ((const EzTestStore *)data)->now * 1000 * 1000 * 1000;
}

static EzStoreOptions options_of(EzTestStore *bench)
{
    return (EzStoreOptions){.clock = {now, bench}, .vfs = bench->vfs};
}

static void free_ack(void *data)
{
    EzTestAck *ack = data;
    g_free(ack->message);
    g_free(ack);
}

EzTestStore *ez_test_store_new(void)
{
    g_autoptr(GError) error = NULL;
    EzTestStore *bench = g_new0(EzTestStore, 1);
    EzStoreOptions options = options_of(bench);
    bench->folder = ez_test_memory_folder();
    bench->path = g_build_filename(bench->folder, "walk.ezsession", NULL);
    bench->acks = g_ptr_array_new_with_free_func(free_ack);
    bench->store = ez_store_create(bench->path, NULL, &options, &error);
    g_assert_no_error(error);
    return bench;
}

void ez_test_store_close(EzTestStore *bench)
{
    ez_store_free(bench->store); // acknowledgements may still put
    bench->store = NULL;
}

void ez_test_store_open(EzTestStore *bench)
{
    g_autoptr(GError) error = NULL;
    EzStoreOptions options = options_of(bench);
    bench->store = ez_store_open(bench->path, &options, &error);
    g_assert_no_error(error);
}

void ez_test_store_refused(EzTestStore *bench, EzStoreError code, const char *words)
{
    g_autoptr(GError) error = NULL;
    EzStoreOptions options = options_of(bench);
    g_autoptr(EzStore) store = ez_store_open(bench->path, &options, &error);
    g_assert_null(store);
    g_assert_error(error, EZ_STORE_ERROR, (int)code);
    if (strstr(error->message, words) == NULL)
        g_error("\"%s\" does not say \"%s\"", error->message, words);
}

void ez_test_store_free(EzTestStore *bench)
{
    ez_test_store_close(bench);
    g_ptr_array_unref(bench->acks);
    ez_test_remove(bench->folder);
    g_free(bench->path);
    g_free(bench);
}

// ---- putting ---------------------------------------------------------------------------------

static void note(const EzAcknowledgement *acknowledgement, void *data)
{
    EzTestAck *ack = data;
    g_assert_cmpint(ack->seq, ==, -1); // once
    ack->seq = acknowledgement->seq;
    ack->repeated = acknowledgement->repeated;
    ack->code = acknowledgement->error != NULL ? acknowledgement->error->code : -1;
    ack->message =
        g_strdup(acknowledgement->error != NULL ? acknowledgement->error->message : NULL);
    g_assert_true((ack->seq > 0) == (ack->message == NULL));
}

EzTestAck *ez_test_store_put(EzTestStore *bench, const EzEntry *entry)
{
    EzTestAck *ack = g_new0(EzTestAck, 1);
    ack->seq = -1;
    g_ptr_array_add(bench->acks, ack);
    ez_store_put(bench->store, entry, note, ack);
    return ack;
}

int64_t ez_test_store_add(EzTestStore *bench, const EzEntry *entry)
{
    const EzTestAck *ack = ez_test_store_put(bench, entry);
    ez_store_flush(bench->store);
    g_assert_cmpstr(ack->message, ==, NULL);
    return ack->seq;
}

void ez_test_store_refuse(EzTestStore *bench, const EzEntry *entry, const char *words)
{
    const EzTestAck *ack = ez_test_store_put(bench, entry);
    ez_store_flush(bench->store);
    g_assert_cmpint(ack->code, ==, EZ_STORE_REFUSED);
    if (strstr(ack->message, words) == NULL)
        g_error("\"%s\" does not say \"%s\"", ack->message, words);
}

// ---- looking ---------------------------------------------------------------------------------

static const char *word(const char *text)
{
    return text != NULL ? text : "-";
}

char *ez_test_store_rows(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzReader) reader = ez_reader_open(path, &error);
    g_assert_no_error(error);
    GString *rows = g_string_new(NULL);
    EzRow row;
    while (ez_reader_next(reader, &row, &error))
        g_string_append_printf(rows, "%d %s %s %s %s %s %s %d %s\n", (int)row.seq,
                               ez_event_kind(row.event)->name, word(row.key), word(row.kind),
                               word(row.shape), word(row.by), word(row.idem), (int)row.at,
                               row.erased ? "#" : word(row.text));
    g_assert_no_error(error);
    return g_string_free(rows, FALSE);
}

bool ez_test_store_has(const char *folder, const char *text)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    bool found = false;
    for (const char *name; !found && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL), *bytes = NULL;
        gsize size = 0;
        g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
        found = memmem(bytes, size, text, strlen(text)) != NULL;
    }
    return found;
}

int ez_test_store_found(const char *folder, const char *stem, int most)
{
    int found = 0;
    for (int i = 0; i < most; i++) {
        g_autofree char *text = g_strdup_printf("%s-%d-", stem, i);
        found += ez_test_store_has(folder, text);
    }
    return found;
}
