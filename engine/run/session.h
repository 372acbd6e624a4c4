// SPDX-License-Identifier: EUPL-1.2
// A session: a script that leads and the events that happened, and nothing else. Applying the same events to the same sources gives the
// same state, so that recovery, resume and rewind are one thing: replay.
//
// The script runs until all its branches wait. What it does on the way (opening a step, drawing a card) the session tells as rows of
// its own, behind the row of the event that woke it.
#pragma once

#include "engine/lua/host.h"
#include "engine/run/event.h"
#include "engine/run/step.h"

typedef struct EzSession EzSession;

// A text that the session runs on, pinned when it began. Owned by the caller, who keeps it as long as the session.
typedef struct EzPinned {
    const char *name; // "scripts/organisation/rollentrap.lua", "ez.score", "deck:natuur"
    const char *text;
    size_t length;
} EzPinned;

typedef struct EzSessionSetup {
    const EzPinned *sources; // the first is the exercise
    int n_sources;
    // Each row that is new is handed over, in order; its texts are good during the call. May be NULL.
    void (*append)(const EzRow *row, void *data);
    void *data;
    const EzHostLimits *limits; // NULL = what is promised
    EzBudget budget;            // of one slice between two events; zeros = what is promised
} EzSessionSetup;

#define EZ_SESSION_ERROR (ez_session_error_quark())
GQuark ez_session_error_quark(void);
typedef enum EzSessionError {
    EZ_SESSION_REFUSED, // this cannot be done now; nothing changed
    EZ_SESSION_PARTED,  // the journal and the script do not agree
    EZ_SESSION_SCRIPT,  // the script went wrong: the session is paused, see ez_session_fault
} EzSessionError;

// The setup is copied, its sources are not.
EzSession *ez_session_new(const EzSessionSetup *setup);
void ez_session_free(EzSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzSession, ez_session_free)

// One event from outside. False with an error when it is refused, and nothing changed; or when the script went wrong.
bool ez_session_apply(EzSession *session, const EzRow *row, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// Rows of a journal, all that there are so far. A journal may end anywhere: what its last event still brings about is handed over as new rows.
bool ez_session_replay(EzSession *session, const EzRow *rows, int count, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

// What went wrong in the script; kind NONE when nothing did.
const EzFault *ez_session_fault(const EzSession *session);
bool ez_session_is_finished(const EzSession *session);

// ---- asking --------------------------------------------------------------------
int ez_session_step_count(const EzSession *session); // all, in the order of opening
const EzStep *ez_session_step(const EzSession *session, int step);
const EzStep *ez_session_find(const EzSession *session, const char *key); // the open or closed one; NULL
int ez_session_people(const EzSession *session); // who are there now
// The text behind an answer's id "/idee#1/3"; NULL when there is none.
const char *ez_session_answer(const EzSession *session, const char *id);

// A line of the agenda, or a part of the harvest.
typedef struct EzHarvest {
    const char *id, *section; // of the section that it stands in; NULL
    JsonNode *text;           // in languages
    JsonNode *value;          // as the script gave it; NULL for a section
} EzHarvest;

int ez_session_harvest_count(const EzSession *session);
const EzHarvest *ez_session_harvest(const EzSession *session, int harvest);
// Whole state in one text, to compare two sessions; owned by the caller.
char *ez_session_digest(const EzSession *session);
