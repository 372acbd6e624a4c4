// SPDX-License-Identifier: EUPL-1.2
// The script of a session as coroutines: one for the whole, and one for each group while groups work apart. It runs in a state of its
// own, with the limits of a guest; everything it gets comes from the session.
#pragma once

#include "engine/run/session.h"

typedef struct EzScript EzScript;

// Loads nothing yet.
EzScript *ez_script_new(EzSession *session, const EzSessionSetup *setup);
void ez_script_free(EzScript *script);

// Runs the exercise until all branches wait or it is finished. False with a fault: the script is of no more use.
bool ez_script_begin(EzScript *script, EzFault *fault);
// The branch of the step goes on with the step's result.
bool ez_script_resume(EzScript *script, const EzStep *step, EzFault *fault);
