// SPDX-License-Identifier: EUPL-1.2
// Reading a session: all as it stood when the reader was opened, however long it takes, also while another process writes. Texts live until the
// next call of the same kind.
#pragma once

#include "engine/run/row.h"
#include "engine/run/store_error.h"

typedef struct EzReader EzReader;

// Fails with EZ_STORE_ERROR for what is not a whole session.
EzReader *ez_reader_open(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_reader_free(EzReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzReader, ez_reader_free)

// Each gives what comes next: false at the end, and with `error` set when the file cannot be read on. After false it begins anew.

// The journal, in its order.
bool ez_reader_next(EzReader *reader, EzRow *row, GError **error);
// In the order of their ids.
bool ez_reader_next_participant(EzReader *reader, EzParticipant *person, GError **error);
// In the order of pinning; `hash` is SHA-256 as 64 letters. The bytes are as they were: a source that does not fit its hash is damage. Unref them.
bool ez_reader_next_pinned(EzReader *reader, EzPinned *source, const char **hash,
                           GError **error);

// The answers to an anonymous step that is open, in the order of their letters. `mine`: put under this token (NULL: nobody's).
typedef struct EzOpenAnswer {
    const char *text;
    bool mine;
} EzOpenAnswer;
bool ez_reader_next_open_answer(EzReader *reader, const char *step, const char *token,
                                EzOpenAnswer *answer, GError **error);

// A whole copy of a session at `to`, where nothing is yet, also while it runs. What is called PATH-backup… goes with the
// session when it is forgotten; other copies are the caller's to erase.
bool ez_store_copy(const char *path, const char *to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
