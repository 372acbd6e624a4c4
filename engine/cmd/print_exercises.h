// SPDX-License-Identifier: EUPL-1.2
// What "print" makes of an exercise: its twin, its worksheet, and the cards that it needs.
#pragma once

#include "engine/cmd/common.h"
#include "engine/cmd/exercises.h"

// Prints files as a request says, and tells of them; called for each kind of file in turn. False ends it.
typedef bool (*EzPrintMore)(EzBuildRequest *request, void *data);

// Whether one of these names is an exercise. NULL = no names.
bool ez_print_names_exercise(const EzKit *kit, const char *const *names);
// False, after a sentence, when an option is given that is of exercises alone.
bool ez_print_check_exercise_options(const EzArguments *arguments);
// Prints what is named: of exercises all papers, of others what they are. EZ_EXIT_USAGE after a sentence; EZ_EXIT_MACHINE after a fault of the
// script, which is told; EZ_EXIT_DONE does not say how the printing went.
EzExit ez_print_exercises(const EzOpened *opened, const EzArguments *arguments,
                          EzBuildRequest *request, EzPrintMore print, void *data);
