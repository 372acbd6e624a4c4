// SPDX-License-Identifier: EUPL-1.2
// How a step is counted by hand, by its kind: what the program would have reckoned.
#include "engine/report/twin-private.h"
#include "engine/run/fold.h"

#include <string.h>

// With the thresholds of as many people as it is printed for. Without names nobody can tell who stays.
static const char *count_swarm(const EzTwin *twin, const EzWalkStep *step)
{
    bool unnamed = strcmp(ez_value_string(ez_walk_option(step, "who"), ""), "anonymous") == 0;
    int people = ez_walk_people(twin->options.walk);
    const char *thresholds = ez_arena_printf(
        twin->arena, "%s: %s, %s", ez_twin_say_number(twin, EZ_SAY_FOR_PEOPLE, people),
        ez_twin_say_number(twin, EZ_SAY_CAREFUL, ez_swarm_quorum_of(people, false)),
        ez_twin_say_number(twin, EZ_SAY_FAST, ez_swarm_quorum_of(people, true)));
    return ez_arena_printf(
        twin->arena, "%s%s%s", ez_twin_say_text(twin, EZ_SAY_COUNT_SWARM, thresholds),
        unnamed ? "" : " ", unnamed ? "" : ez_twin_say(twin, EZ_SAY_COUNT_STAYING));
}

static const char *count_rank(const EzTwin *twin, const EzWalkStep *step)
{
    (void)step;
    return ez_twin_say(twin, EZ_SAY_COUNT_RANK);
}

static const char *count_vote(const EzTwin *twin, const EzWalkStep *step)
{
    bool square = strcmp(ez_value_string(ez_walk_option(step, "cost"), ""), "square") == 0;
    return square ? ez_twin_say(twin, EZ_SAY_COUNT_SQUARE) : NULL;
}

static const struct {
    const char *kind;
    const char *(*count)(const EzTwin *, const EzWalkStep *);
} counts[] = {{"swarm", count_swarm}, {"rank", count_rank}, {"vote", count_vote}};

const char *ez_twin_count(const EzTwin *twin, const EzWalkStep *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
        if (strcmp(counts[i].kind, step->kind->word) == 0)
            return counts[i].count(twin, step);
    return NULL;
}
