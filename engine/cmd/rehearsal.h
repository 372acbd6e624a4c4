// SPDX-License-Identifier: EUPL-1.2
// What only shows while an exercise runs, told at its place in the author's file.
#pragma once

#include "engine/load/load.h"
#include "engine/run/trial.h"

// The mistakes of one exercise, over many trials: each is told once.
typedef struct EzRehearsal {
    EzLoad *load;
    const EzExercise *exercise;
    EzDiags *diags;   // what was found
    bool tells_trial; // a mistake says in which trial it showed
    bool wrong;       // the last trial had an error, perhaps one that was found before
} EzRehearsal;

// An EzTrialInspect, of an EzRehearsal: tells what is wrong with the session, and why it did not come to its end.
void ez_rehearsal_inspect(const EzTrial *trial, const EzTrialResult *result,
                          const EzSession *session, void *rehearsal);

// Runs each exercise of the kit with everything skipped, with nobody there, and with a few bots, until each option of each gate was taken;
// and each parameter that is otherwise. The load has no mistakes. Ends early when somebody stops the program.
void ez_rehearse(EzLoad *load, EzDiags *diags);
// The same of one exercise that starts with these parameters, { params = … }.
void ez_rehearse_start(EzLoad *load, const EzExercise *exercise, JsonNode *start,
                       EzDiags *diags);
