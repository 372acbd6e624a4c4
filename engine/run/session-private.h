// SPDX-License-Identifier: EUPL-1.2
// The inside of a session, for session*.c, and what the script asks of it.
#pragma once

#include "engine/base/rng.h"
#include "engine/run/session.h"

// The script as coroutines: one for the whole, and one for each group while groups work apart. It runs in a state of its own, with the
// limits of a guest; everything it gets comes from the session.
typedef struct EzScript EzScript;

// How many people `split` puts in a group when nothing says it.
enum { EZ_GROUP_USUAL = 4 };

// Who works together. The last split that names a group counts.
typedef struct EzGroup {
    char *id;
    GPtrArray *members; // ids of people, owned
    int generation; // groups that were made together have the same: everyone is in one of them
} EzGroup;

struct EzSession {
    EzSessionSetup setup;
    EzScript *script;
    GPtrArray *people; // of EzPerson, in the order in which they came
    GHashTable *person_by_id;
    GPtrArray *steps;                // of EzStep
    GHashTable *step_by_key, *times; // times: path → how often a step of this name was opened
    GPtrArray *groups;               // of EzGroup
    int generation, oldest; // of the last split or seat: it may have made groups more than once
    GHashTable *drawn;      // ids of cards
    GHashTable *old;        // key → what was said in the step before a rewind
    int rewinds;            // how often it went back
    GPtrArray *sections, *harvest;
    JsonNode *head, *start;
    uint64_t seed;
    int64_t now;
    bool begun, finished, paused;
    EzFault fault;
    // What is left of a journal that is replayed.
    const EzRow *tape;
    int tape_at, tape_count;
    GError *parted;
};

// The step of an answer's reference, and the number behind it; NULL when there is none.
const EzStep *ez_session_referred(const EzSession *session, const char *reference, int *n);

// ---- for the script --------------------------------------------------------------
// The key of a step with this id below this path: a number goes behind it. Owned by the caller.
char *ez_session_key(EzSession *session, const char *path, const char *id);
// A step begins to wait, or, with `answer`, was answered by chance: that is taken, unless the journal has another one. The step is taken.
// NULL with an error when the journal has something else here.
const EzStep *ez_session_open(EzSession *session, EzStep *step, JsonNode *answer,
                              GError **error);
// What chance gives a step: the same for the same session and key.
EzRng ez_session_chance(const EzSession *session, const char *key);
const EzPinned *ez_session_source(const EzSession *session, const char *path); // NULL
// Opens a part of the agenda, now; takes it.
int ez_session_add_section(EzSession *session, EzSection *section);
void ez_session_end_section(EzSession *session, int section);
// Takes it.
void ez_session_add_harvest(EzSession *session, EzHarvest *harvest);
void ez_session_finish(EzSession *session);
void ez_session_set_head(EzSession *session, JsonNode *head);

// ---- what was rewound ------------------------------------------------------------
void ez_session_init_old(EzSession *session);
// The row counts no more: what it says in a step is remembered, in the place of what was said there before it was opened.
void ez_session_keep_old(EzSession *session, const EzRow *row);
// Before that: a step that stays open, of a group that works beside the one that goes back.
void ez_session_keep_opening(EzSession *session, const EzRow *row);
// The same of what an earlier session gave, see ez_carry_answers.
void ez_session_take_old(EzSession *session, JsonNode *answers);

// Who came, went, or is somebody else now. Such rows outlive a rewind, and may stand before the start.
bool ez_row_is_of_people(const EzRow *row);

// ---- people ----------------------------------------------------------------------
void ez_session_init_people(EzSession *session);
void ez_session_free_people(EzSession *session);
bool ez_session_join(EzSession *session, const EzRow *row, GError **error);
bool ez_session_leave(EzSession *session, const EzRow *row, GError **error);
bool ez_session_role(EzSession *session, const EzRow *row, GError **error);
// Who may answer in this group (NULL: all), and are there; of EzPerson, owned by the caller.
GPtrArray *ez_session_members(const EzSession *session, const char *group);
const EzGroup *ez_session_group(const EzSession *session, const char *id);
// New groups, a list of {"id":…,"members":[…]}; `more` = beside the last ones, in which everyone stays.
void ez_session_regroup(EzSession *session, JsonNode *groups, bool more);
// Who sits where: { rounds, left_out, first_or_second, holds }, with the members of each table. Owned by the caller.
JsonNode *ez_session_seat(const EzSession *session, const char *group, const EzStep *step);

// ---- the script ------------------------------------------------------------------
// Loads nothing yet.
EzScript *ez_script_new(EzSession *session, const EzSessionSetup *setup);
void ez_script_free(EzScript *script);

// Runs the exercise until all branches wait or it is finished. False with a fault: the script is of no more use.
bool ez_script_begin(EzScript *script, EzFault *fault);
// See ez_session_place.
char *ez_script_place(const EzScript *script, const EzStep *step);
// The mistake that this fault tells, with the name and the id of the call, which may be NULL; NULL when it tells none. The script's own.
const EzMistake *ez_script_mistake(const EzScript *script, const EzFault *fault,
                                   const char **called, const char **id);
// The branch of the step, if it waits for it, goes on with the step's result.
bool ez_script_resume(EzScript *script, const EzStep *step, EzFault *fault);
