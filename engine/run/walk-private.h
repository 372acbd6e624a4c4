// SPDX-License-Identifier: EUPL-1.2
// The inside of a walk, for walk*.c.
#pragma once

#include "engine/run/trial.h"
#include "engine/run/walk.h"

struct EzWalk {
    int people;
    GPtrArray *sections; // of EzWalkSection
    GPtrArray *steps;    // of EzWalkStep
};

// A step as one walk met it: all with the same name are one.
typedef struct EzSight {
    const EzStepKind *kind;
    char *id, *name, *key, *way;
    int section;              // of the walk
    JsonNode *text, *options; // of the first
    char *taken;              // of a gate: the id of the option; NULL
    int times, groups;
    GHashTable *counts; // how often, by key without its last number
} EzSight;

// One walk.
typedef struct EzRound {
    bool full;         // everybody said all that can be said
    bool steady;       // nobody strayed: nothing was skipped
    GPtrArray *sights; // of EzSight, in the order of their first time
} EzRound;

// Lays the rounds (of EzRound) together as the steps of the walk.
void ez_walk_merge(EzWalk *walk, const GPtrArray *rounds);
const EzSight *ez_round_find(const EzRound *round, const char *name);
