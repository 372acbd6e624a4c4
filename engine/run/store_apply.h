// SPDX-License-Identifier: EUPL-1.2
// What an entry does to the tables, within the writer's transaction.
#pragma once

#include "engine/run/row.h"
#include "engine/run/store_db.h"

typedef struct EzApply {
    EzDb *db;
    int64_t last; // row of the journal
    bool erased;  // something was: the file is to be scrubbed after the commit
} EzApply;

typedef struct EzApplied {
    int64_t seq; // the acknowledgement
    bool repeated;
} EzApplied;

// Call after each BEGIN.
bool ez_apply_begin(EzApply *apply, GError **error);
// With EZ_STORE_REFUSED the entry has left nothing and the others go on; with any other error the transaction must be rolled back.
// `at`: the session's time, used where the event has one.
bool ez_apply_entry(EzApply *apply, const EzEntry *entry, int64_t at, EzApplied *applied,
                    GError **error);
