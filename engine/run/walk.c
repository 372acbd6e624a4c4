// SPDX-License-Identifier: EUPL-1.2
// Walking through an exercise: rounds of bots, and what each met.
#include "engine/run/walk-private.h"

#include "engine/run/words.h"

#include <string.h>

// Bots that say all there is to say, and differ or agree, show what always comes. Those that take each way at a gate, and those that do as
// people do, find what comes only sometimes.
static const struct {
    EzTrialManner manner;
    int seeds;
} manners[] = {
    {EZ_TRIAL_LONGEST, 12}, {EZ_TRIAL_AGREE, 12}, {EZ_TRIAL_GATES, 16}, {EZ_TRIAL_ANSWER, 12}};

// ---- a round -------------------------------------------------------------------

static void free_sight(void *data)
{
    EzSight *sight = data;
    g_free(sight->id);
    g_free(sight->name);
    g_free(sight->key);
    g_free(sight->way);
    g_free(sight->taken);
    json_node_unref(sight->text);
    json_node_unref(sight->options);
    g_hash_table_unref(sight->counts);
    g_free(sight);
}

static void free_round(void *data)
{
    EzRound *round = data;
    g_ptr_array_unref(round->sights);
    g_free(round);
}

const EzSight *ez_round_find(const EzRound *round, const char *name)
{
    for (guint i = 0; i < round->sights->len; i++) {
        const EzSight *sight = round->sights->pdata[i];
        if (strcmp(sight->name, name) == 0)
            return sight;
    }
    return NULL;
}

static int find_section(EzWalk *walk, const EzSection *section)
{
    for (guint i = 0; i < walk->sections->len; i++)
        if (strcmp(((EzWalkSection *)walk->sections->pdata[i])->id, section->id) == 0)
            return (int)i;
    EzWalkSection *made = g_new0(EzWalkSection, 1);
    made->id = g_strdup(section->id);
    made->text = json_node_ref(section->text);
    made->minutes = section->minutes;
    g_ptr_array_add(walk->sections, made);
    return (int)walk->sections->len - 1;
}

static EzSight *add_sight(EzWalk *walk, EzRound *round, const EzSession *session,
                          const EzStep *step, const char *name)
{
    EzSight *sight = g_new0(EzSight, 1);
    sight->kind = step->kind;
    sight->id = g_strdup(step->id);
    sight->name = g_strdup(name);
    sight->key = g_strdup(step->key);
    sight->way = g_strdup(step->way);
    sight->section = step->section >= 0
                         ? find_section(walk, ez_session_section(session, step->section))
                         : -1;
    sight->text = json_node_ref(step->text);
    sight->options = json_node_ref(step->options);
    sight->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_add(round->sights, sight);
    return sight;
}

// Groups open their steps in any order: the first one's key is the one to show.
static bool is_before(const char *a, const char *b)
{
    gsize one = strlen(a), other = strlen(b);
    return one != other ? one < other : strcmp(a, b) < 0;
}

// How often it came: keys that differ in their last number alone are of one group.
static void count_sight(EzSight *sight, const EzStep *step)
{
    const char *number = strrchr(step->key, '#');
    char *place =
        g_strndup(step->key, number != NULL ? (gsize)(number - step->key) : strlen(step->key));
    int times = GPOINTER_TO_INT(g_hash_table_lookup(sight->counts, place)) + 1;
    g_hash_table_replace(sight->counts, place, GINT_TO_POINTER(times));
    sight->times = MAX(sight->times, times);
    sight->groups = step->group != NULL ? (int)g_hash_table_size(sight->counts) : 0;
    if (is_before(step->key, sight->key)) {
        g_free(sight->key);
        sight->key = g_strdup(step->key);
    }
    if (step->kind->answerer == EZ_BY_FACILITATOR && sight->taken == NULL)
        sight->taken = g_strdup(ez_value_string(step->result, NULL));
}

static EzRound *look(EzWalk *walk, const EzSession *session, EzTrialManner manner)
{
    EzRound *round = g_new0(EzRound, 1);
    round->full = manner == EZ_TRIAL_LONGEST || manner == EZ_TRIAL_AGREE;
    round->steady = manner != EZ_TRIAL_ANSWER;
    round->sights = g_ptr_array_new_with_free_func(free_sight);
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *step = ez_session_step(session, i);
        g_autofree char *name = ez_trial_name(step->key);
        EzSight *sight = (EzSight *)ez_round_find(round, name);
        if (sight == NULL)
            sight = add_sight(walk, round, session, step, name);
        count_sight(sight, step);
    }
    return round;
}

// ---- all rounds ----------------------------------------------------------------

static bool play(EzWalk *walk, EzTrial *trial, GPtrArray *rounds, GError **error)
{
    g_auto(EzTrialResult) result = {0};
    g_autoptr(EzSession) session = ez_trial_play(trial, &result);
    if (session == NULL) {
        g_set_error(error, EZ_SESSION_ERROR, EZ_SESSION_SCRIPT, "%s", result.fault);
        return false;
    }
    g_ptr_array_add(rounds, look(walk, session, trial->manner));
    return true;
}

static bool play_all(EzWalk *walk, const EzWalkPlan *plan, GPtrArray *rounds, GError **error)
{
    EzTrial trial = {.sources = plan->sources,
                     .n_sources = plan->n_sources,
                     .start = plan->start,
                     .people = plan->people,
                     .clock = plan->clock,
                     .budget = plan->budget};
    for (gsize i = 0; i < G_N_ELEMENTS(manners); i++)
        for (int seed = 0; seed < manners[i].seeds; seed++) {
            trial.manner = manners[i].manner;
            trial.seed = (uint64_t)seed;
            if (!play(walk, &trial, rounds, error))
                return false;
        }
    return true;
}

static void free_section(void *data)
{
    EzWalkSection *section = data;
    g_free(section->id);
    json_node_unref(section->text);
    g_free(section);
}

static void free_step(void *data)
{
    EzWalkStep *step = data;
    g_free(step->id);
    g_free(step->name);
    g_free(step->key);
    g_free(step->way);
    json_node_unref(step->text);
    json_node_unref(step->others);
    json_node_unref(step->options);
    g_array_unref(step->lists);
    g_clear_pointer(&step->when, json_node_unref);
    g_clear_pointer(&step->chosen, json_node_unref);
    g_free(step);
}

EzWalk *ez_walk_new(const EzWalkPlan *plan, GError **error)
{
    g_autoptr(EzWalk) walk = g_new0(EzWalk, 1);
    g_autoptr(GPtrArray) rounds = g_ptr_array_new_with_free_func(free_round);
    walk->people = plan->people;
    walk->sections = g_ptr_array_new_with_free_func(free_section);
    walk->steps = g_ptr_array_new_with_free_func(free_step);
    if (!play_all(walk, plan, rounds, error))
        return NULL;
    ez_walk_merge(walk, rounds);
    return g_steal_pointer(&walk);
}

void ez_walk_free(EzWalk *walk)
{
    if (walk == NULL)
        return;
    g_ptr_array_unref(walk->sections);
    g_ptr_array_unref(walk->steps);
    g_free(walk);
}

// ---- asking --------------------------------------------------------------------

int ez_walk_section_count(const EzWalk *walk)
{
    return (int)walk->sections->len;
}

const EzWalkSection *ez_walk_section(const EzWalk *walk, int section)
{
    return walk->sections->pdata[section];
}

int ez_walk_step_count(const EzWalk *walk)
{
    return (int)walk->steps->len;
}

const EzWalkStep *ez_walk_step(const EzWalk *walk, int step)
{
    return walk->steps->pdata[step];
}

int ez_walk_people(const EzWalk *walk)
{
    return walk->people;
}

char *ez_walk_words(const EzWalkStep *step, const char *language)
{
    return ez_words_with(NULL, step->text, ez_walk_option(step, "slots"), language);
}

char *ez_walk_other_words(const EzWalkStep *step, int n, const char *language)
{
    return ez_words_with(NULL, ez_value_item(step->others, n), ez_walk_option(step, "slots"),
                         language);
}

JsonNode *ez_walk_option(const EzWalkStep *step, const char *name)
{
    return ez_value_get(step->options, name);
}

const EzWalkList *ez_walk_list(const EzWalkStep *step, const char *option)
{
    for (guint i = 0; i < step->lists->len; i++) {
        const EzWalkList *list = &g_array_index(step->lists, EzWalkList, i);
        if (strcmp(list->option, option) == 0)
            return list;
    }
    return NULL;
}

const EzWalkList *ez_walk_items(const EzWalkStep *step)
{
    static const char *const names[] = {"items", "options", "from"};
    const EzWalkList *list = NULL;
    for (gsize i = 0; list == NULL && i < G_N_ELEMENTS(names); i++)
        list = ez_walk_list(step, names[i]);
    return list;
}
