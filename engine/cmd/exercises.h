// SPDX-License-Identifier: EUPL-1.2
// The exercises of a kit, for the commands that run them.
#pragma once

#include "engine/cmd/common.h"
#include "engine/run/row.h"

// A kit without mistakes, and what was told on the way.
typedef struct EzOpened {
    EzSite site;
    EzDiags *diags;
    EzLoad *load;
} EzOpened;

// False after a sentence or the kit's mistakes; `exit` says what that means for the process.
bool ez_opened_init(EzOpened *opened, const EzArguments *arguments, EzExit *exit);
void ez_opened_clear(EzOpened *opened);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzOpened, ez_opened_clear)

// By id or code; NULL after a sentence with the nearest.
const EzExercise *ez_opened_exercise(const EzOpened *opened, const char *name);

// What a session of an exercise runs on, as a session wants it.
typedef struct EzBundle {
    GPtrArray *pins;
    EzPinned *sources;
    int n_sources;
} EzBundle;

EzBundle ez_bundle_of(EzLoad *load, const EzExercise *exercise);
EzBundle ez_opened_bundle(const EzOpened *opened, const EzExercise *exercise);
void ez_bundle_clear(EzBundle *bundle);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzBundle, ez_bundle_clear)
