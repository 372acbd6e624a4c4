// SPDX-License-Identifier: EUPL-1.2
// A session that is running: what happens goes to the script first and, when that takes it, into the journal. A journal never holds an
// event that breaks its script, so that what was opened once can be opened again.
//
// After a script that went wrong, a rewind, a move to another script, an answer that was erased, or an anonymous step that did not close, the session is made anew from its journal: what ez_live_session
// gave before is gone then.
#pragma once

#include "engine/run/session.h"
#include "engine/run/store.h"

typedef struct EzLive EzLive;

// A new session file. The sources are pinned in it; `start` is an object with `params` and whatever else the session should know of its
// beginning; the seed is put in. Fails with EZ_STORE_ERROR or EZ_SESSION_ERROR, and leaves no file, or
// where the disk does not let it be removed, one that can be resumed.
EzLive *ez_live_create(const char *path, const EzPinned *sources, int n_sources, uint64_t seed,
                       JsonNode *start, const EzStoreOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// One that exists: its own sources lead, whatever has become of those on disk. What its last event still brings about is done now.
EzLive *ez_live_open(const char *path, const EzStoreOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// Commits what was done.
void ez_live_free(EzLive *live);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzLive, ez_live_free)

// One event. The time of the session goes on by the clock of the options, whatever row->at says. An answer to an anonymous step names
// nobody: without `token` it is one more person's; it is taken back by a withdraw with the same idem and token, as long as the session was not
// made anew. Fails with EZ_SESSION_ERROR: what is REFUSED changed nothing; of a SCRIPT that went wrong the session stands where it stood before
// the event. Acknowledged once it is on disk. An event with the `idem` of one that was done is acknowledged with that one's row, and does
// nothing. An acknowledgement may come within any call here; it may ask and flush, but not do, erase, migrate or free: those are critical
// warnings, and nothing happens.
bool ez_live_do(EzLive *live, const EzRow *row, const char *token, EzAcknowledge acknowledge,
                void *data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// The session goes on with other sources, if these bear all that happened: the same steps in the same order and with the same options up to
// where it stands; words may differ. Fails with EZ_SESSION_ERROR for the first row where they part, and the session stands as it was. Where
// it fails with another error once it has moved, `moved` is true: the session is to be opened again. `moved` is false when these lead it already.
bool ez_live_migrate(EzLive *live, const EzPinned *sources, int n_sources, bool *moved,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
// Erases the words of an answer ("/idea#1/3", or "from/idea#1/3" of an earlier session) from the file, for good; "…" stands in their place. They are gone when it returns, unless
// somebody is reading the file: then as soon as they have done. REFUSED when there is no such answer: those to an anonymous step that is open
// have no names yet.
bool ez_live_erase(EzLive *live, const char *reference, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// Waits until all that was done is on disk. False when some of it is not.
bool ez_live_flush(EzLive *live, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const EzSession *ez_live_session(const EzLive *live);
const char *ez_live_path(const EzLive *live);
int64_t ez_live_time(const EzLive *live);
// Whether an event with this key stands in the journal.
bool ez_live_has(const EzLive *live, const char *idem);
// How many answers to an anonymous step that is open have come.
int ez_live_open_answers(const EzLive *live, const char *key);
