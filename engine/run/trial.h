// SPDX-License-Identifier: EUPL-1.2
// Trying an exercise: a session in memory with bots, which answer by chance what each step takes, and a facilitator who leads it to its
// end. Then its journal is replayed, whole and in parts: each must lead to the same end. The same trial gives the same journal.
#pragma once

#include "engine/run/session.h"

// How the bots go about it.
typedef enum EzTrialManner {
    EZ_TRIAL_ANSWER,    // as people do: some are silent, change their minds, come late, leave
    EZ_TRIAL_SKIP_ALL,  // no step is answered
    EZ_TRIAL_LEAVE_ALL, // after the first step only the facilitator is there
    EZ_TRIAL_LONGEST,   // all texts as long as they may be, and as many as may be
    EZ_TRIAL_RIGHT_TO_LEFT, // Arabic and Hebrew, with numbers in between
    EZ_TRIAL_AGREE,         // all say all there is to say, and all the same
    EZ_TRIAL_GATES, // seeds 0, 1, 2 … take the options of gates one by one, in all their combinations
    EZ_TRIAL_MANNERS
} EzTrialManner;

// "answer", "skip all" …
const char *ez_trial_manner_word(EzTrialManner manner);

// ---- what was reached, over many trials ------------------------------------------

typedef struct EzTrialCover EzTrialCover;
EzTrialCover *ez_trial_cover_new(void);
void ez_trial_cover_free(EzTrialCover *cover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTrialCover, ez_trial_cover_free)

typedef struct EzTrialOption {
    char *id; // of an answer: the name of its step
    int taken;
} EzTrialOption;

// A step by its name: its key without groups and numbers, "/team/rule".
typedef struct EzTrialStep {
    char *name;
    const EzStepKind *kind;
    int opened, answered, skipped; // answered: closed with something in it
    GPtrArray *options;            // of EzTrialOption, for a gate; in the order of their ids
} EzTrialStep;

int ez_trial_cover_count(const EzTrialCover *cover);
const EzTrialStep *ez_trial_cover_step(const EzTrialCover *cover, int step); // ordered by name
// Tells the steps that the files of an exercise call, and that were never opened.
void ez_trial_cover_tell(const EzTrialCover *cover, const EzPinned *sources, int n_sources,
                         EzDiags *diags);

// ---- one ---------------------------------------------------------------------------

typedef struct EzTrialResult {
    int rows, steps, gates, harvest;
    int branches; // groups that worked apart, and the whole
    char *fault;  // "scripts/nature/brug.lua:12: …"; NULL when all went well. Owned.
    EzFault
        stuck; // the same where the script made no mistake, and did not come to its end; kind NONE else
} EzTrialResult;

typedef struct EzTrial EzTrial;
// Once it has ended, or has a fault.
typedef void (*EzTrialInspect)(const EzTrial *trial, const EzTrialResult *result,
                               const EzSession *session, void *data);

struct EzTrial {
    const EzPinned *sources; // as EzSessionSetup has them
    int n_sources;
    JsonNode *
        start; // what the start row says, as { params = … }; NULL = nothing. The seed is put in.
    int people;
    uint64_t seed;
    EzTrialManner manner;
    int cuts; // so many parts of the journal are replayed beside the whole, with the rest done again
    EzTrialCover *cover;    // may be NULL
    EzTrialInspect inspect; // may be NULL
    void *data;
    EzClock clock;   // of the budget; zeros = the machine's
    EzBudget budget; // zeros = what is promised
};

// False with a fault: the script went wrong, did not come to its end, or its journal leads elsewhere.
bool ez_trial_run(const EzTrial *trial, EzTrialResult *result);
// The same without replays: the session at its end, NULL with a fault. Nothing more may be done with it but ask. Owned by the caller.
EzSession *ez_trial_play(const EzTrial *trial, EzTrialResult *result);
// "/team[g2]/rule#1" is "/team/rule", and its third answer, "/team[g2]/rule#1/3", too; owned by the caller.
char *ez_trial_name(const char *key);
void ez_trial_result_clear(EzTrialResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzTrialResult, ez_trial_result_clear)

// ---- all -----------------------------------------------------------------------------

typedef struct EzTrialPlan {
    EzTrial trial; // what all have in common; people, seed, manner and cuts are filled in
    const int *people;
    int n_people; // 0 = nobody, 1, 2, 7, 30 and 300
    int seeds;    // 0 = 40
    GPtrArray *
        others; // of JsonNode: other ways to start, each tried with an eighth of the seeds; NULL = none
} EzTrialPlan;

// After each trial: `done` of `all`, which becomes less when there is less to try. False ends it.
typedef bool (*EzTrialTold)(const EzTrial *trial, const EzTrialResult *result, int done,
                            int all, void *data);

// For each number of people: each seed in the manner ANSWER and, where there are gates, in GATES, and each other manner once. Of the first
// seeds parts of the journal are replayed too. Gives how many failed.
int ez_trial_all(const EzTrialPlan *plan, EzTrialTold told, void *data);
