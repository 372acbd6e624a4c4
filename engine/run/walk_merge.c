// SPDX-License-Identifier: EUPL-1.2
// Laying rounds together: one list of steps in one order, and of each what was the same every time.
#include "engine/run/walk-private.h"

#include <stdlib.h>
#include <string.h>

// A line to write on, in place of what is not known before.
#define LINE "………"

// ---- the order -----------------------------------------------------------------

static EzWalkStep *step_at(const EzWalk *walk, int i)
{
    return walk->steps->pdata[i];
}

// Where nobody was split into groups, the steps of groups are everyone's: "/writing/rule" is "/rule" then.
static bool is_same(const EzWalkStep *step, const EzSight *sight)
{
    if (strcmp(step->name, sight->name) == 0)
        return true;
    bool apart =
        strrchr(step->name, '/') == step->name || strrchr(sight->name, '/') == sight->name;
    return apart && step->kind == sight->kind && step->section == sight->section &&
           strcmp(step->id, sight->id) == 0;
}

static int find_step(const EzWalk *walk, const EzSight *sight)
{
    for (guint i = 0; i < walk->steps->len; i++)
        if (is_same(step_at(walk, (int)i), sight))
            return (int)i;
    return -1;
}

static EzWalkStep *new_step(const EzSight *sight)
{
    EzWalkStep *step = g_new0(EzWalkStep, 1);
    step->kind = sight->kind;
    step->id = g_strdup(sight->id);
    step->name = g_strdup(sight->name);
    step->key = g_strdup(sight->key);
    step->way = g_strdup(sight->way);
    step->section = sight->section;
    step->after = -1;
    return step;
}

// The place of the next step of the round that is known; the end when there is none.
static int next_known(const EzWalk *walk, const EzRound *round, guint from)
{
    int at = -1;
    for (guint i = from; at < 0 && i < round->sights->len; i++)
        at = find_step(walk, round->sights->pdata[i]);
    return at < 0 ? (int)walk->steps->len : at;
}

// A step that is new stands before the next that is known: what comes sometimes goes behind what came in its place.
static void take_order(EzWalk *walk, const EzRound *round)
{
    int before = -1;
    for (guint i = 0; i < round->sights->len; i++) {
        const EzSight *sight = round->sights->pdata[i];
        int at = find_step(walk, sight);
        if (at < 0) {
            at = MAX(next_known(walk, round, i + 1), before + 1);
            g_ptr_array_insert(walk->steps, at, new_step(sight));
        }
        before = MAX(before, at);
    }
}

// Where each step stands in each of the rounds, one round behind the other; -1 = it did not come.
static int *find_places(const EzWalk *walk, const GPtrArray *rounds)
{
    int count = (int)walk->steps->len, *places = g_new(int, count *(int)rounds->len + 1);
    for (int i = 0; i < count * (int)rounds->len; i++)
        places[i] = -1;
    for (guint r = 0; r < rounds->len; r++) {
        const EzRound *round = rounds->pdata[r];
        for (int i = (int)round->sights->len - 1; i >= 0; i--)
            places[(int)r * count + find_step(walk, round->sights->pdata[i])] = i;
    }
    return places;
}

// Which of two steps the script calls first: where their ways part, they do so in one function, and the earlier line is negative as strcmp
// has it. 0 = the script does not tell.
static int compare_ways(const char *one, const char *other)
{
    g_auto(GStrv) a = g_strsplit(one, "\n", -1), b = g_strsplit(other, "\n", -1);
    int i = 0;
    while (a[i] != NULL && g_strcmp0(a[i], b[i]) == 0)
        i++;
    const char *x = a[i] != NULL ? strrchr(a[i], ':') : NULL;
    const char *y = x != NULL && b[i] != NULL ? strrchr(b[i], ':') : NULL;
    bool together =
        y != NULL && x - a[i] == y - b[i] && strncmp(a[i], b[i], (gsize)(x - a[i])) == 0;
    return together ? atoi(x + 1) - atoi(y + 1) : 0;
}

// Whether one step came before the other in most of the rounds that had both.
static bool came_before(const int *places, int rounds, int count, int one, int other)
{
    int sum = 0;
    for (int r = 0; r < rounds; r++) {
        int a = places[r * count + one], b = places[r * count + other];
        sum += a < 0 || b < 0 ? 0 : a < b ? 1 : -1;
    }
    return sum > 0;
}

// For each two of the steps whether the one goes before the other: as the script calls them, for groups that go on side by side mix what comes
// first; else as the rounds had it.
static bool *find_precedence(const EzWalk *walk, const GPtrArray *rounds)
{
    int count = (int)walk->steps->len;
    g_autofree int *places = find_places(walk, rounds);
    bool *before = g_new0(bool, (gsize)(count * count) + 1);
    for (int i = 0; i < count * count; i++) {
        int one = i / count, other = i % count;
        int way = compare_ways(step_at(walk, one)->way, step_at(walk, other)->way);
        before[i] =
            way != 0 ? way < 0 : came_before(places, (int)rounds->len, count, one, other);
    }
    return before;
}

// The first step that stands behind all that go before it; where they go in a ring, the first.
static int next_settled(const bool *before, const bool *settled, int count)
{
    int first = -1;
    for (int i = 0; i < count; i++) {
        bool ready = !settled[i];
        for (int k = 0; ready && k < count; k++)
            ready = settled[k] || !before[k * count + i];
        if (ready)
            return i;
        if (first < 0 && !settled[i])
            first = i;
    }
    return first;
}

// Two steps may have been taken in from rounds that had only one of them.
static void settle_order(EzWalk *walk, const GPtrArray *rounds)
{
    int count = (int)walk->steps->len;
    g_autofree bool *before = find_precedence(walk, rounds);
    g_autofree bool *settled = g_new0(bool, count + 1);
    g_autofree gpointer *taken = g_memdup2(walk->steps->pdata, sizeof(gpointer) * (gsize)count);
    for (int i = 0; i < count; i++) {
        int next = next_settled(before, settled, count);
        settled[next] = true;
        walk->steps->pdata[i] = taken[next];
    }
}

// ---- what rounds saw of one step -----------------------------------------------

// Of EzSight, in the order of the rounds; those that were steady alone where there are any.
static GPtrArray *sights_of(const EzWalkStep *step, const GPtrArray *rounds)
{
    GPtrArray *steady = g_ptr_array_new(), *all = g_ptr_array_new();
    for (guint i = 0; i < rounds->len; i++) {
        const EzRound *round = rounds->pdata[i];
        for (guint k = 0; k < round->sights->len; k++) {
            EzSight *sight = round->sights->pdata[k];
            if (!is_same(step, sight))
                continue;
            g_ptr_array_add(all, sight);
            if (round->steady)
                g_ptr_array_add(steady, sight);
        }
    }
    GPtrArray *kept = steady->len > 0 ? steady : all;
    g_ptr_array_unref(kept == steady ? all : steady);
    return kept;
}

static bool is_equal(JsonNode *a, JsonNode *b)
{
    g_autofree char *one = ez_value_text(a), *other = ez_value_text(b);
    return strcmp(one, other) == 0;
}

// With the text that was said most often; the first of those.
static const EzSight *usual_sight(const GPtrArray *sights)
{
    const EzSight *best = NULL;
    int most = 0;
    for (guint i = 0; i < sights->len; i++) {
        const EzSight *sight = sights->pdata[i];
        int count = 0;
        for (guint k = 0; k < sights->len; k++)
            count += is_equal(sight->text, ((const EzSight *)sights->pdata[k])->text);
        if (count > most) {
            most = count;
            best = sight;
        }
    }
    return best;
}

// Each of the texts that are not the usual one, once.
static JsonNode *other_texts(const GPtrArray *sights, JsonNode *usual)
{
    JsonNode *others = ez_value_new_list();
    for (guint i = 0; i < sights->len; i++) {
        JsonNode *text = ((const EzSight *)sights->pdata[i])->text;
        bool known = is_equal(text, usual);
        for (int k = 0; !known && k < ez_value_count(others); k++)
            known = is_equal(text, ez_value_item(others, k));
        if (!known)
            ez_value_append(others, json_node_ref(text));
    }
    return others;
}

// ---- what people wrote ---------------------------------------------------------

// "/team[g1]/rule#1/3" is of the step "rule".
static char *source_of(const char *reference)
{
    g_autofree char *name = ez_trial_name(reference);
    const char *slash = strrchr(name, '/');
    return g_strdup(slash != NULL ? slash + 1 : name);
}

// ---- options -------------------------------------------------------------------

static bool is_the_same_slot(const GPtrArray *sights, const char *name, JsonNode *value)
{
    bool same = ez_value_find_answer(value) == NULL;
    for (guint i = 0; same && i < sights->len; i++) {
        JsonNode *slots = ez_value_get(((const EzSight *)sights->pdata[i])->options, "slots");
        JsonNode *other = ez_value_get(slots, name);
        same = other == NULL || is_equal(value, other);
    }
    return same;
}

static void add_slots(const GPtrArray *sights, JsonNode *slots, JsonNode *merged)
{
    if (slots == NULL || !JSON_NODE_HOLDS_OBJECT(slots))
        return;
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(slots));
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *value = ez_value_get(slots, name->data);
        if (ez_value_get(merged, name->data) == NULL)
            ez_value_put(merged, name->data,
                         is_the_same_slot(sights, name->data, value)
                             ? json_node_ref(value)
                             : ez_value_new_string(LINE));
    }
}

// Those of all texts that were said.
static JsonNode *merge_slots(const GPtrArray *sights)
{
    JsonNode *merged = ez_value_new_object();
    for (guint i = 0; i < sights->len; i++)
        add_slots(sights, ez_value_get(((const EzSight *)sights->pdata[i])->options, "slots"),
                  merged);
    return merged;
}

// A note is one text, or several.
static JsonNode *note_at(JsonNode *note, int i)
{
    if (note != NULL && JSON_NODE_HOLDS_ARRAY(note))
        return ez_value_item(note, i);
    return i == 0 ? note : NULL;
}

static bool has_note(const EzSight *sight, JsonNode *wanted)
{
    JsonNode *note = ez_value_get(sight->options, "note"), *one;
    for (int i = 0; (one = note_at(note, i)) != NULL; i++)
        if (is_equal(one, wanted))
            return true;
    return false;
}

static JsonNode *merge_notes(const GPtrArray *sights, JsonNode *note)
{
    JsonNode *merged = ez_value_new_list(), *one;
    for (int i = 0; (one = note_at(note, i)) != NULL; i++) {
        bool same = ez_value_find_answer(one) == NULL;
        for (guint k = 0; same && k < sights->len; k++)
            same = has_note(sights->pdata[k], one);
        if (same)
            ez_value_append(merged, json_node_ref(one));
    }
    return merged;
}

static JsonNode *merge_options(const GPtrArray *sights, const EzSight *usual)
{
    JsonNode *merged = ez_value_new_object();
    ez_value_put(merged, "slots", merge_slots(sights));
    for (const EzStepOption *option = usual->kind->options; option->name != NULL; option++) {
        JsonNode *value = ez_value_get(usual->options, option->name);
        if (option->type == EZ_OPTION_ITEMS || value == NULL ||
            strcmp(option->name, "slots") == 0)
            continue;
        if (strcmp(option->name, "note") == 0)
            ez_value_put(merged, "note", merge_notes(sights, value));
        else
            ez_value_put(merged, option->name, json_node_ref(value));
    }
    return merged;
}

// ---- lists ---------------------------------------------------------------------

static bool is_in_all(const GPtrArray *sights, const char *option, JsonNode *item)
{
    const char *id = ez_value_string(ez_value_get(item, "id"), "");
    if (ez_value_find_answer(item) != NULL)
        return false;
    for (guint i = 0; i < sights->len; i++) {
        JsonNode *items = ez_value_get(((const EzSight *)sights->pdata[i])->options, option);
        if (ez_step_find_item(items, id) < 0)
            return false;
    }
    return true;
}

static void clear_list(void *data)
{
    EzWalkList *list = data;
    json_node_unref(list->known);
    g_ptr_array_unref(list->sources);
}

static void add_source(EzWalkList *list, const char *answer)
{
    g_autofree char *source = source_of(answer);
    list->written = true;
    if (!g_ptr_array_find_with_equal_func(list->sources, source, g_str_equal, NULL))
        g_ptr_array_add(list->sources, g_steal_pointer(&source));
}

// How many there are beside those that are known, and who wrote them.
static void count_open(EzWalkList *list, const GPtrArray *sights)
{
    for (guint i = 0; i < sights->len; i++) {
        const EzSight *sight = sights->pdata[i];
        JsonNode *items = ez_value_get(sight->options, list->option);
        list->open = MAX(list->open, ez_value_count(items) - ez_value_count(list->known));
        for (int k = 0; k < ez_value_count(items); k++) {
            const char *answer = ez_value_find_answer(ez_value_item(items, k));
            if (answer != NULL)
                add_source(list, answer);
        }
    }
}

static EzWalkList merge_list(const GPtrArray *sights, const EzSight *usual, const char *option)
{
    EzWalkList list = {.option = option,
                       .known = ez_value_new_list(),
                       .sources = g_ptr_array_new_with_free_func(g_free)};
    JsonNode *items = ez_value_get(usual->options, option);
    for (int i = 0; i < ez_value_count(items); i++)
        if (is_in_all(sights, option, ez_value_item(items, i)))
            ez_value_append(list.known, json_node_ref(ez_value_item(items, i)));
    count_open(&list, sights);
    return list;
}

static GArray *merge_lists(const GPtrArray *sights, const EzSight *usual)
{
    GArray *lists = g_array_new(FALSE, FALSE, sizeof(EzWalkList));
    g_array_set_clear_func(lists, clear_list);
    for (const EzStepOption *option = usual->kind->options; option->name != NULL; option++) {
        bool given = ez_value_get(usual->options, option->name) != NULL;
        if (option->type != EZ_OPTION_ITEMS || !given || strcmp(option->name, "about") == 0)
            continue;
        EzWalkList list = merge_list(sights, usual, option->name);
        g_array_append_val(lists, list);
    }
    return lists;
}

static void take_counts(EzWalkStep *step, const GPtrArray *sights)
{
    for (guint i = 0; i < sights->len; i++) {
        const EzSight *sight = sights->pdata[i];
        step->times = MAX(step->times, sight->times);
        step->groups = MAX(step->groups, sight->groups);
    }
}

static void take_sights(EzWalkStep *step, const GPtrArray *rounds)
{
    g_autoptr(GPtrArray) sights = sights_of(step, rounds);
    const EzSight *usual = usual_sight(sights);
    step->text = json_node_ref(usual->text);
    step->others = other_texts(sights, usual->text);
    step->options = merge_options(sights, usual);
    step->lists = merge_lists(sights, usual);
    take_counts(step, sights);
}

// ---- whether it comes ----------------------------------------------------------

static bool comes_always(const EzWalkStep *step, const GPtrArray *rounds)
{
    for (guint i = 0; i < rounds->len; i++) {
        const EzRound *round = rounds->pdata[i];
        if (round->full && ez_round_find(round, step->name) == NULL)
            return false;
    }
    return true;
}

// The options of the gate that were taken in rounds with the step; NULL unless the step came with these, and with these alone.
static GHashTable *deciding_options(const EzWalkStep *gate, const EzWalkStep *step,
                                    const GPtrArray *rounds)
{
    g_autoptr(GHashTable) with = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) without = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rounds->len; i++) {
        const EzRound *round = rounds->pdata[i];
        const EzSight *at_gate = ez_round_find(round, gate->name);
        const char *taken = at_gate != NULL ? at_gate->taken : NULL;
        bool came = ez_round_find(round, step->name) != NULL;
        if (!round->steady || (taken == NULL && !came))
            continue;
        if (taken == NULL)
            return NULL;
        g_hash_table_add(came ? with : without, (char *)taken);
        if (g_hash_table_contains(came ? without : with, taken))
            return NULL;
    }
    bool decides = g_hash_table_size(with) > 0 && g_hash_table_size(without) > 0;
    return decides ? g_steal_pointer(&with) : NULL;
}

static bool take_gate(EzWalkStep *step, const EzWalkStep *gate, const GPtrArray *rounds)
{
    const EzWalkList *options = ez_walk_list(gate, "options");
    g_autoptr(GHashTable) taken =
        options->open == 0 ? deciding_options(gate, step, rounds) : NULL;
    if (taken == NULL)
        return false;
    step->when = json_node_ref(gate->text);
    step->chosen = ez_value_new_list();
    for (int i = 0; i < ez_value_count(options->known); i++)
        if (g_hash_table_contains(taken, ez_step_item_id(options->known, i)))
            ez_value_append(step->chosen, json_node_ref(ez_value_item(options->known, i)));
    return true;
}

// What came right before it in each steady round that had it, and whether it always followed that.
static void take_before(const EzWalk *walk, EzWalkStep *step, const GPtrArray *rounds)
{
    int before = -1, came = 0, had = 0;
    for (guint i = 0; i < rounds->len; i++) {
        const EzRound *round = rounds->pdata[i];
        const EzSight *sight = ez_round_find(round, step->name);
        guint at = 0;
        if (!round->steady || sight == NULL || !g_ptr_array_find(round->sights, sight, &at))
            continue;
        int here = at > 0 ? find_step(walk, round->sights->pdata[at - 1]) : -1;
        if (here < 0 || (before >= 0 && here != before))
            return;
        before = here;
        came++;
    }
    for (guint i = 0; before >= 0 && i < rounds->len; i++) {
        const EzRound *round = rounds->pdata[i];
        had += round->steady && ez_round_find(round, step_at(walk, before)->name) != NULL;
    }
    if (before < 0)
        return;
    step->after = before;
    step->follows = came == had;
}

// By the nearest gate before it that decides; else by what came before it.
static void take_condition(const EzWalk *walk, int at, const GPtrArray *rounds)
{
    EzWalkStep *step = step_at(walk, at);
    step->always = comes_always(step, rounds);
    for (int i = at - 1; !step->always && step->when == NULL && i >= 0; i--)
        if (step_at(walk, i)->kind->answerer == EZ_BY_FACILITATOR)
            (void)take_gate(step, step_at(walk, i), rounds);
    if (!step->always && step->when == NULL)
        take_before(walk, step, rounds);
}

void ez_walk_merge(EzWalk *walk, const GPtrArray *rounds)
{
    for (guint i = 0; i < rounds->len; i++)
        take_order(walk, rounds->pdata[i]);
    settle_order(walk, rounds);
    for (guint i = 0; i < walk->steps->len; i++)
        take_sights(step_at(walk, (int)i), rounds);
    for (guint i = 0; i < walk->steps->len; i++)
        take_condition(walk, (int)i, rounds);
}
