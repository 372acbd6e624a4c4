// SPDX-License-Identifier: EUPL-1.2
// A session on disk, for tests of its store: a clock that stands still, and acknowledgements that are kept.
#pragma once

#include "engine/run/store.h"
#include "engine/run/store_read.h"

typedef struct EzTestAck {
    int64_t seq; // -1 until it came, 0 when it failed
    bool repeated;
    int code; // EzStoreError of a failure, else -1
    char *message;
} EzTestAck;

typedef struct EzTestStore {
    char *folder, *path; // folder/walk.ezsession
    int64_t now;         // of its clock, in seconds
    const char *vfs;
    EzStore *store;
    GPtrArray *acks; // of EzTestAck, in the order of putting
} EzTestStore;

// A session of its own in a new folder, created and open.
EzTestStore *ez_test_store_new(void);
// Closes it, and removes the folder.
void ez_test_store_free(EzTestStore *bench);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTestStore, ez_test_store_free)

void ez_test_store_close(EzTestStore *bench);
void ez_test_store_open(EzTestStore *bench);
// Opening it must fail with this code, and the message have this in it.
void ez_test_store_refused(EzTestStore *bench, EzStoreError code, const char *words);

// Puts an entry; the i-th acknowledgement is of the i-th entry put.
EzTestAck *ez_test_store_put(EzTestStore *bench, const EzEntry *entry);
// Puts, waits, and wants a row; gives its number.
int64_t ez_test_store_add(EzTestStore *bench, const EzEntry *entry);
// Puts, waits, and wants it refused with these words.
void ez_test_store_refuse(EzTestStore *bench, const EzEntry *entry, const char *words);
#define EZ_TEST_ADD(bench, ...) ez_test_store_add((bench), &(EzEntry){__VA_ARGS__})
#define EZ_TEST_REFUSE(bench, words, ...)                                                      \
    ez_test_store_refuse((bench), &(EzEntry){__VA_ARGS__}, (words))

// All rows, a line each: "seq event key kind shape by idem at text", "-" for what is not there and "#" for an erased text; owned by the caller.
char *ez_test_store_rows(const char *path);
// How many of the texts "<word>-0-", "<word>-1-" … stand in any file of the folder; `most` of them are looked for.
int ez_test_store_found(const char *folder, const char *word, int most);
// The same for one text.
bool ez_test_store_has(const char *folder, const char *text);
