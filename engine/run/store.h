// SPDX-License-Identifier: EUPL-1.2
// The store of a session: one file that holds its journal, and nothing else is the session. It keeps rows and knows nothing of exercises.
//
// What is acknowledged is on disk and stays there, also when the program is killed or the power fails. An entry that failed is not
// acknowledged; sent again with the same idem it counts once, whether it had come through or not. One process writes a session at a time;
// others may read it (store_read.h).
#pragma once

#include "engine/base/clock.h"
#include "engine/run/row.h"
#include "engine/run/store_error.h"

typedef struct EzStore EzStore;

typedef struct EzStoreOptions {
    EzClock clock;   // the session's time goes on with it from the last timed row
    const char *vfs; // of SQLite, for tests that make the disk fail; NULL = the machine's
} EzStoreOptions;

// A new session, where no file is yet, or one that exists. Acknowledgements will come in this thread, from its default main context.
// Fails with EZ_STORE_ERROR and leaves the file as it was.
//
// A new one has its first row (unless `first` is NULL) before it is at its place: whatever stops the program, there is no file or a whole one.
EzStore *ez_store_create(const char *path, const EzEntry *first, const EzStoreOptions *options,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
EzStore *ez_store_open(const char *path, const EzStoreOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// Commits and acknowledges what was put before it lets go of the file. Not from within an acknowledgement: that is a critical warning, and the
// store goes on.
void ez_store_free(EzStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzStore, ez_store_free)

// Queues an entry; `acknowledge` may be NULL. It comes once, in the order of putting, and may itself put and flush. All that is queued at a time is committed together, in the order of putting.
// When that fails (but for entries that are refused), what was put since and before the first acknowledgement that tells so fails with it: no row
// stands in a journal without those that it came after.
//
// An answer to a step that was opened `anonymous` has a token and an idem and names nobody. When the step closes, one input row with
// {"answers":[…]} in the order of their letters stands before the close; the step's secret and all that it tied are gone before the close is
// acknowledged, unless somebody is reading the file: then as soon as they have done. A skip, and a rewind to the step or to before it, drop the answers. Those
// that a rewind `reopens`, the step itself or one that had closed since, are open again, for new answers.
void ez_store_put(EzStore *store, const EzEntry *entry, EzAcknowledge acknowledge, void *data);
// Waits until all that was put is on disk or failed; the acknowledgements come within the call.
void ez_store_flush(EzStore *store);

// Seconds that the session has run: time in which the program did not run does not count.
int64_t ez_store_time(const EzStore *store);
