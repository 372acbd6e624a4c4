// SPDX-License-Identifier: EUPL-1.2
// The printable twin of an exercise, in one language: all that a group without screens needs. A run sheet for the facilitator; a sheet for what
// the facilitator writes down, sheets for groups, slips for people; and how all of that is typed in afterwards. Each place to fill in has the id
// of its step. It is the same for the same walk.
#pragma once

#include "engine/model/kit.h"
#include "engine/run/walk.h"

typedef struct EzTwin EzTwin;

typedef struct EzTwinOptions {
    const EzKit *kit; // that has the exercise
    const EzExercise *exercise;
    const EzWalk *walk; // with as many people as it is printed for
    JsonNode *params;   // what the walk was told, by name; NULL = nothing
    int language;       // of the kit
} EzTwinOptions;

// All that the options name must live as long as the twin.
EzTwin *ez_twin_new(const EzTwinOptions *options);
void ez_twin_free(EzTwin *twin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTwin, ez_twin_free)

// Pages for the house's own layout; lives as long as the twin.
const EzWorksheet *ez_twin_sheet(const EzTwin *twin);
