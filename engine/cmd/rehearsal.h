// SPDX-License-Identifier: EUPL-1.2
// What only shows while an exercise runs, told at its place in the author's file.
#pragma once

#include "engine/load/load.h"
#include "engine/run/session.h"

// Runs each exercise of the kit with everything skipped, and with nobody there. The load has no mistakes.
void ez_rehearse(EzLoad *load, EzDiags *diags);
// Tells what is wrong with a session of this exercise that was tried.
void ez_rehearsal_inspect(EzLoad *load, const EzExercise *exercise, const EzSession *session,
                          EzDiags *diags);
