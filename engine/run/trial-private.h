// SPDX-License-Identifier: EUPL-1.2
// The inside of a trial, for trial*.c.
#pragma once

#include "engine/base/rng.h"
#include "engine/run/trial.h"

// Whoever answers, by chance.
typedef struct EzBot {
    EzRng rng;
    EzTrialManner manner;
    uint64_t walk; // of GATES: what is left of the seed
} EzBot;

// A number from 0 to count - 1; count must be 1 or more.
int ez_bot_below(EzBot *bot, int count);
// True so many times in a hundred.
bool ez_bot_chance(EzBot *bot, int percent);
// True so many times in a hundred for bots that do as people do; the others do what is expected of them.
bool ez_bot_strays(EzBot *bot, int percent);
// A text of 1 to `most` characters, as the manner has them; owned by the caller.
char *ez_bot_text(EzBot *bot, int most);
// The same of what the principle check has something to say about: one of each light.
char *ez_bot_principle(EzBot *bot, int most);

// An input that the step takes; NULL when there is nothing to say. Owned by the caller.
JsonNode *ez_bot_answer(EzBot *bot, const EzStep *step);
// The input that says aloud that there is nothing; NULL when the kind has none. Owned by the caller.
JsonNode *ez_bot_nothing(const EzStep *step);

// A journal in memory. Texts of its rows live in the arena.
typedef struct EzTrialJournal {
    EzArena *arena;
    GArray *rows; // of EzRow
} EzTrialJournal;

void ez_trial_journal_init(EzTrialJournal *journal);
void ez_trial_journal_clear(EzTrialJournal *journal);
void ez_trial_journal_add(EzTrialJournal *journal, const EzRow *row);
// As EzSessionSetup.append wants it.
void ez_trial_journal_append(const EzRow *row, const EzStep *step, void *data);

// A session on the sources of the trial that writes in this journal.
EzSession *ez_trial_session(const EzTrial *trial, EzTrialJournal *journal);
// What is wrong with a replay of the first `cut` rows with the rest done again; NULL when it leads to the state with this digest. Owned by
// the caller.
char *ez_trial_replay(const EzTrial *trial, const EzTrialJournal *journal, int cut,
                      const char *digest);
// Counts what the session reached.
void ez_trial_cover_add(EzTrialCover *cover, const EzSession *session);
