// SPDX-License-Identifier: EUPL-1.2
// A session: a script that leads and the events that happened, and nothing else. Applying the same events to the same sources gives the
// same state, so that recovery, resume and rewind are one thing: replay.
//
// The script runs until all its branches wait. What it does on the way (opening a step, drawing a card) the session tells as rows of
// its own, behind the row of the event that woke it.
#pragma once

#include "engine/base/clock.h"
#include "engine/base/diag.h"
#include "engine/lua/fault.h"
#include "engine/run/refusal.h"
#include "engine/run/row.h"
#include "engine/run/step.h"

typedef struct EzSession EzSession;

typedef struct EzSessionSetup {
    // Pinned when the session began: first the exercise, then what it includes and requires ("ez.score"), and decks of the kit as JSON
    // ("deck:natuur"). The bytes are shared.
    const EzPinned *sources;
    int n_sources;
    // Each row that the script brings about is handed over, in order, while it is new; its texts are good during the call. `step` is the
    // one that is opened or answered by chance. May be NULL.
    void (*append)(const EzRow *row, const EzStep *step, void *data);
    void *data;
    EzClock clock;       // of the budget; zeros = the machine's
    EzBudget budget;     // of one slice between two events; zeros = what is promised
    uint64_t fail_after; // for tests: see EzHostLimits; 0 = nothing fails
} EzSessionSetup;

// Who types for a table, and decides: the one who answers gates.
#define EZ_FACILITATOR "facilitator"

// The setup is copied, its sources are not.
EzSession *ez_session_new(const EzSessionSetup *setup);
void ez_session_free(EzSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzSession, ez_session_free)

// One event from outside; its seq counts for nothing. False with an error when it is refused, and nothing changed; or when the script went
// wrong or parted from its journal, and the session is to be made anew.
bool ez_session_apply(EzSession *session, const EzRow *row, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// All rows of a journal, once, in a new session. It may end anywhere: what its last event still brings about is handed over as new rows.
bool ez_session_replay(EzSession *session, const EzRow *rows, int count, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

const EzFault *ez_session_fault(const EzSession *session); // kind NONE when nothing went wrong
// Tells the mistake in a step's call that the fault is, at its place. False when the fault is none, or another.
bool ez_session_tell_mistake(const EzSession *session, EzDiags *diags);
// Tells what is wrong with the steps that were opened: a language that their texts lack, an id of two steps, a text too long to be shown.
// `languages` ends with NULL.
void ez_session_tell_steps(const EzSession *session, const char *const *languages,
                           EzDiags *diags);
// Tells the decks of the head that no file of the exercise names.
void ez_session_tell_decks(const EzSession *session, EzDiags *diags);
bool ez_session_has_begun(const EzSession *session);
bool ez_session_is_finished(const EzSession *session);
bool ez_session_is_paused(const EzSession *session);

// ---- asking --------------------------------------------------------------------
int ez_session_step_count(const EzSession *session); // all, in the order of opening
const EzStep *ez_session_step(const EzSession *session, int step);
const EzStep *ez_session_find(const EzSession *session,
                              const char *key); // NULL when it never opened
// Whether this person may answer the step; everybody may when NULL.
bool ez_session_may_answer(const EzSession *session, const EzStep *step, const char *person);
// Where the script waits for the step: "scripts/nature/brug.lua:12"; NULL when it does not wait for it. Owned by the caller.
char *ez_session_place(const EzSession *session, const EzStep *step);
int ez_session_may_answer_count(const EzSession *session, const EzStep *step);

typedef struct EzPerson {
    char *id, *role, *locale; // role and locale may be NULL
    bool here;
} EzPerson;
int ez_session_person_count(const EzSession *session); // also those who left
const EzPerson *ez_session_person(const EzSession *session, int person);
const EzPerson *ez_session_find_person(const EzSession *session, const char *id); // NULL
int ez_session_people(const EzSession *session); // who are there now

// What was said in this step before the session went back, as a step of its own with those inputs; NULL when nothing was, when the step has
// other options now, or is about answers that have changed, and of an anonymous one. Owned by the caller.
EzStep *ez_session_old(const EzSession *session, const EzStep *step);

// The group in which this person works now; of the last split alone. NULL when there is none.
const char *ez_session_group_of(const EzSession *session, const char *person);

// The text behind an answer's reference "/idee#1/3"; NULL when there is none.
const char *ez_session_answer(const EzSession *session, const char *reference);
// What the check of that text found, see text_check.h; NULL when its step has no check.
JsonNode *ez_session_finding(const EzSession *session, const char *reference);
// What is to be left of rows of the journal, `rows`, so that the words of an answer stand nowhere and the session goes on as it went: of its
// own row, of all in which the same person said something else there before, and of what an earlier session gave, when it says the same. Of
// EzErasure, owned by the caller; NULL with an error when there is no such answer.
typedef struct EzErasure {
    int64_t seq;
    char *left;
} EzErasure;
GPtrArray *ez_session_erase(const EzSession *session, const EzRow *rows, int count,
                            const char *reference, GError **error);
// In which its texts are checked: the `language` of its start, else the first of the exercise.
const char *ez_session_text_language(const EzSession *session);

// A part of the agenda.
typedef struct EzSection {
    char *id;
    JsonNode *text;
    int minutes;        // planned; 0 = not said
    int outer;          // that it lies in; -1 = none
    int64_t began, end; // seconds that the session had run; end is -1 while it goes on
    EzSpot spot;
} EzSection;
int ez_session_section_count(const EzSession *session);
const EzSection *ez_session_section(const EzSession *session, int section);

// A part of the harvest. In its value {"@": reference} stands for an answer.
typedef struct EzHarvest {
    char *id, *as;                  // as may be NULL: the value tells
    bool page;                      // stands on a page of its own too, to give away
    int section;                    // -1 = none
    JsonNode *text, *slots, *value; // slots may be NULL
    EzSpot spot;
} EzHarvest;
int ez_session_harvest_count(const EzSession *session);
const EzHarvest *ez_session_harvest(const EzSession *session, int harvest);

// The table that the exercise returns, without its functions; an empty one before it has begun. Owned by the session.
JsonNode *ez_session_head(const EzSession *session);
JsonNode *ez_session_start(const EzSession *session); // what the start row says
int64_t ez_session_now(const EzSession *session);     // time of the last row that has one
// The whole state as one sum, to compare two sessions; owned by the caller.
char *ez_session_digest(const EzSession *session);
