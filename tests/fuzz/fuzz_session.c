// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the file of a session, and what follows SPLIT as its WAL: it is read, gone on with and forgotten, or refused in a sentence.
#include "engine/run/store.h"
#include "engine/run/store_forget.h"
#include "engine/run/store_read.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define SPLIT "\n--wal--\n"

static const char *const beside[] = {"", "-wal", "-shm", "-journal", "-lock", "-backup"};
static char *folder, *path;

static void remove_files(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(beside); i++) {
        g_autofree char *file = g_strconcat(path, beside[i], NULL);
        g_remove(file);
    }
}

static void remove_folder(void)
{
    remove_files();
    g_rmdir(folder);
    g_free(folder);
    g_free(path);
}

static void make_folder(void)
{
    folder = g_dir_make_tmp("ezkit-fuzz-XXXXXX", NULL);
    path = g_build_filename(folder, "x.ezsession", NULL);
    atexit(remove_folder);
}

static void put(const uint8_t *data, size_t size)
{
    const char *split = g_strstr_len((const char *)data, (gssize)size, SPLIT);
    size_t length = split != NULL ? (size_t)(split - (const char *)data) : size;
    remove_files();
    g_assert_true(g_file_set_contents(path, (const char *)data, (gssize)length, NULL));
    if (split != NULL) {
        g_autofree char *wal = g_strconcat(path, "-wal", NULL);
        length += strlen(SPLIT);
        g_assert_true(g_file_set_contents(wal, (const char *)data + length,
                                          (gssize)(size - length), NULL));
    }
}

static void check_error(const GError *error)
{
    g_assert_true(error == NULL || error->domain == EZ_STORE_ERROR);
    g_assert_true(error == NULL || g_utf8_validate(error->message, -1, NULL));
}

static void check_text(const char *text)
{
    g_assert_true(text == NULL || g_utf8_validate(text, -1, NULL));
}

static void read_rows(EzReader *reader)
{
    g_autoptr(GError) error = NULL;
    EzRow row;
    while (ez_reader_next(reader, &row, &error)) {
        check_text(row.key);
        check_text(row.text);
        g_assert_cmpint(row.event, <, EZ_EVENT_COUNT);
        EzOpenAnswer answer;
        while (ez_reader_next_open_answer(reader, row.key, "token", &answer, NULL))
            check_text(answer.text);
    }
    check_error(error);
}

static void read_rest(EzReader *reader)
{
    g_autoptr(GError) error = NULL, second = NULL;
    EzParticipant person;
    EzPinned pinned;
    const char *hash;
    while (ez_reader_next_participant(reader, &person, &error))
        check_text(person.id);
    check_error(error);
    while (ez_reader_next_pinned(reader, &pinned, &hash, &second))
        g_bytes_unref(pinned.bytes);
    check_error(second);
}

static void check_acknowledged(const EzAcknowledgement *acknowledgement, void *data)
{
    check_error(acknowledgement->error);
}

static int64_t stand_still(void *data)
{
    return 0;
}

static void go_on(void)
{
    g_autoptr(GError) error = NULL;
    EzStoreOptions options = {.clock = {stand_still, NULL}};
    g_autoptr(EzStore) store = ez_store_open(path, &options, &error);
    check_error(error);
    if (store == NULL)
        return;
    static const EzEntry entries[] = {
        {EZ_EVENT_INPUT, .key = "/a#1", .token = "token", .idem = "new", .text = "new"},
        {EZ_EVENT_CLOSE, .key = "/a#1"},
        {EZ_EVENT_INPUT, .key = "/b#1", .by = "p1", .idem = "i1", .text = "again"},
        {EZ_EVENT_REDACT, .key = "/b#1", .redacts = 3},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        ez_store_put(store, &entries[i], check_acknowledged, NULL);
    ez_store_flush(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (folder == NULL)
        make_folder();
    put(data, size);
    g_autoptr(GError) error = NULL, second = NULL;
    EzReader *reader = ez_reader_open(path, &error);
    check_error(error);
    if (reader != NULL) {
        read_rows(reader);
        read_rest(reader);
    }
    ez_reader_free(reader);
    go_on();
    bool forgotten = ez_store_forget(path, &second);
    check_error(second);
    g_assert_true(forgotten == !g_file_test(path, G_FILE_TEST_EXISTS));
    return 0;
}
