// SPDX-License-Identifier: EUPL-1.2
// The rows of a session: what is put into its journal, and what is read from it. All texts are UTF-8.
#pragma once

#include "engine/base/arena.h"
#include "engine/run/event.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct EzParticipant {
    const char *id;
    const char *token_hash; // ez_token_hash of the token; NULL for someone without a device
    const char *role, *locale;
} EzParticipant;

// SHA-256 as 64 letters in hex; owned by the caller. A session keeps no token, only this.
char *ez_token_hash(const char *token);

// A file that a session runs, with the bytes that it had then.
typedef struct EzPinned {
    const char *path;
    GBytes *bytes;
} EzPinned;

// What is put. What an event has no use for stays empty.
typedef struct EzEntry {
    EzEvent event;
    const char *key;   // of the step, "/brug[g2]/regel#1"; "" for what belongs to no step
    const char *kind;  // of the step; may be NULL
    const char *shape; // sum of the step's options; may be NULL
    const char *by;    // id of a participant; NULL for the engine, and where nobody is told
    const char *idem;  // counts once, however often it comes; may be NULL
    const char *text;  // what somebody typed, or a value; can be erased; may be NULL
    const char *token; // input, withdraw: whose, in a step that was opened `anonymous`
    bool anonymous;    // open: answers come with a token, and nothing that ties them is kept
    // rewind: anonymous steps that are open then, also those that were open all the time; NULL = none
    const char *const *reopens;
    const char *withdrawn; // withdraw with a token: the idem of the answer that is taken back
    int64_t redacts;       // redact: the row whose text is erased
    const char *left;      // redact: what comes in its place; may be NULL
    EzParticipant
        person; // join, role: someone new, or as they are from now on; start: who leads
    const EzPinned *sources; // start, script
    int n_sources;
} EzEntry;

// A copy that lives as long as the arena; the bytes of sources are shared and not referred to.
void ez_entry_copy(EzEntry *to, const EzEntry *from, EzArena *arena);
// What is wrong with an entry, as a part of a sentence; NULL when nothing is.
const char *ez_entry_fault(const EzEntry *entry);

// seq: the row that the entry became; of an anonymous answer, the row that opened its step: it tells nothing of when it came. repeated: it was
// there already, and this is the acknowledgement of the first. When error is not NULL the entry is not kept, and seq is 0.
typedef struct EzAcknowledgement {
    int64_t seq;
    bool repeated;
    const GError *error;
} EzAcknowledgement;
typedef void (*EzAcknowledge)(const EzAcknowledgement *acknowledgement, void *data);

// What is read.
typedef struct EzRow {
    int64_t seq; // from 1, without gaps
    EzEvent event;
    const char *key, *kind, *shape, *by, *idem;
    int64_t at;       // seconds that the session has run; -1 where the event has no time
    const char *text; // NULL where there is none, and where it was erased
    bool erased;
} EzRow;
