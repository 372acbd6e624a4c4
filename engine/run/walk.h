// SPDX-License-Identifier: EUPL-1.2
// What an exercise asks, known before it is done: its steps in the order in which a facilitator meets them. Bots do it in memory, in several
// ways, and what they met is laid together. Nothing that a bot wrote is in it.
#pragma once

#include "engine/run/session.h"

typedef struct EzWalk EzWalk;

typedef struct EzWalkPlan {
    const EzPinned *sources; // as EzSessionSetup has them
    int n_sources;
    JsonNode *start; // what the start row says, as { params = … }; NULL = nothing
    int people;
    EzClock clock;   // of the budget; zeros = the machine's
    EzBudget budget; // zeros = what is promised
} EzWalkPlan;

// NULL with EZ_SESSION_SCRIPT when the exercise goes wrong or does not come to its end.
EzWalk *ez_walk_new(const EzWalkPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_walk_free(EzWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzWalk, ez_walk_free)

typedef struct EzWalkSection {
    char *id;
    JsonNode *text;
    int minutes; // planned; 0 = not said
} EzWalkSection;

// What there is to choose from, judge or link.
typedef struct EzWalkList {
    const char *option; // of the kind: "items", "options", "from", "verbs" …
    JsonNode *known;    // those that were there every time
    int open;           // beside them so many at most, by what people say or chance gives
    bool written;       // some of those are what people wrote
    GPtrArray *sources; // ids of the steps in which they wrote those, in their order
} EzWalkList;

typedef struct EzWalkStep {
    const EzStepKind *kind;
    char *id;
    char *name;       // its key without groups and numbers: "/writing/role_sentence"
    char *key;        // of its first time: "/writing[g1]/role_sentence#1"
    char *way;        // as EzStep has it
    int section;      // -1 = none
    JsonNode *text;   // as it was said most often
    JsonNode *others; // a list: as it was said at other times
    JsonNode *
        options; // those of that time; slots that differ are lines to write on, notes that differ are left out
    GArray *
        lists; // of EzWalkList, in the order of the kind's options; none of what chance answers but "from"
    int times;        // how often, at most, in one group, or where there are none
    int groups;       // so many at most, side by side; 0 = it is everyone's
    bool always;      // whatever people say
    JsonNode *when;   // the text of the gate that decides on it; NULL = none does
    JsonNode *chosen; // the options of that gate with which it comes
    int after; // where no gate does: the step right before it each time that it came; -1 = that differs
    bool follows; // it came each time that one did
} EzWalkStep;

int ez_walk_section_count(const EzWalk *walk);
const EzWalkSection *ez_walk_section(const EzWalk *walk, int section);
int ez_walk_step_count(const EzWalk *walk);
const EzWalkStep *ez_walk_step(const EzWalk *walk, int step);
int ez_walk_people(const EzWalk *walk);

// The text of a step with its slots, and the n-th of its others; owned by the caller.
char *ez_walk_words(const EzWalkStep *step, const char *language);
char *ez_walk_other_words(const EzWalkStep *step, int n, const char *language);
JsonNode *ez_walk_option(const EzWalkStep *step, const char *name); // NULL when it is absent
// The list of this option; NULL when there is none.
const EzWalkList *ez_walk_list(const EzWalkStep *step, const char *option);
// What the step is about: its items, options, or from; NULL.
const EzWalkList *ez_walk_items(const EzWalkStep *step);
