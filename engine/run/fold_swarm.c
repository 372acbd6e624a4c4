// SPDX-License-Identifier: EUPL-1.2
// Rounds of a swarm decision: support that wears off and stop signals, inspired by how bees choose a nest and no model of it (Seeley et al.
// 2012, Science 335:108-111; the two modes cf. Franks et al. 2003, Phil. Trans. R. Soc. B 358:1759). The thresholds are our own.
// scripts/lib/swarm.lua computes the same another way.
#include "engine/run/fold.h"

#include <math.h>
#include <string.h>

// What a stop signal takes, and what part of the people is a quorum.
#define STOP    0.5
#define CAREFUL 0.6
#define FAST    0.4

// What somebody holds after a round.
typedef struct Hold {
    int item, strength; // item -1 = rests
    bool stopped;       // has given the one stop signal
} Hold;

typedef struct Swarm {
    JsonNode *items;
    int count;
    GHashTable *holds; // by → Hold
    double *supporters, *strength, *stops;
    JsonNode *reasons; // answers that gave a stop signal its reason
} Swarm;

static int find_item(const Swarm *swarm, JsonNode *id)
{
    return ez_step_find_item(swarm->items, ez_value_string(id, ""));
}

static bool has_words(JsonNode *value, const char *name)
{
    return *ez_value_string(ez_value_get(value, name), "") != '\0';
}

// Who stays keeps the strength of before unless they say another, and loses one without a new argument.
static int strength_of(JsonNode *value, const Hold *before, int item)
{
    bool stays = before != NULL && before->item == item && item >= 0;
    double usual = stays ? before->strength : 1;
    int strength = (int)ez_value_number(ez_value_get(value, "strength"), usual);
    if (stays && !has_words(value, "argument"))
        strength = MIN(strength, before->strength) - 1;
    return MAX(strength, 0);
}

static void add_reason(Swarm *swarm, const EzStep *step, int answer)
{
    g_autofree char *reference = g_strdup_printf("%s/%d", step->key, answer);
    JsonNode *handle = ez_value_new_object();
    ez_value_put_string(handle, "@", reference);
    ez_value_append(swarm->reasons, handle);
}

// One in the whole swarm, to an option other than one's own, with a reason.
static bool take_stop(Swarm *swarm, JsonNode *value, int item)
{
    int target = find_item(swarm, ez_value_get(value, "stop"));
    if (target < 0 || target == item || !has_words(value, "why"))
        return false;
    swarm->stops[target]++;
    return true;
}

static void take_input(Swarm *swarm, const EzStep *step, const EzInput *input, int *answers,
                       GHashTable *holds)
{
    JsonNode *value = input->value;
    // Nothing is known of who said what before when nobody has a name.
    const Hold *before =
        ez_step_is_anonymous(step) ? NULL : g_hash_table_lookup(swarm->holds, input->by);
    Hold *hold = g_new0(Hold, 1);
    int item = find_item(swarm, ez_value_get(value, "for"));
    hold->strength = item >= 0 ? strength_of(value, before, item) : 0;
    hold->item = hold->strength > 0 ? item : -1;
    hold->stopped = before != NULL && before->stopped;
    *answers += has_words(value, "argument") + has_words(value, "why");
    if (!hold->stopped && take_stop(swarm, value, item)) {
        hold->stopped = true;
        add_reason(swarm, step, *answers);
    }
    if (hold->item >= 0) {
        swarm->supporters[hold->item]++;
        swarm->strength[hold->item] += hold->strength;
    }
    g_hash_table_replace(holds, input->by, hold);
}

// Who is silent in a round rests in it, and keeps what they did with their stop signal.
static void keep_silent(Swarm *swarm, GHashTable *holds)
{
    GHashTableIter walk;
    void *by, *was;
    g_hash_table_iter_init(&walk, swarm->holds);
    while (g_hash_table_iter_next(&walk, &by, &was)) {
        if (g_hash_table_contains(holds, by))
            continue;
        Hold *hold = g_new(Hold, 1);
        *hold = (Hold){-1, 0, ((const Hold *)was)->stopped};
        g_hash_table_insert(holds, by, hold);
    }
}

static void take_round(Swarm *swarm, const EzStep *step)
{
    GHashTable *holds = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    int answers = 0;
    memset(swarm->supporters, 0, sizeof(double) * (size_t)swarm->count);
    memset(swarm->strength, 0, sizeof(double) * (size_t)swarm->count);
    for (guint i = 0; i < step->inputs->len; i++)
        take_input(swarm, step, step->inputs->pdata[i], &answers, holds);
    keep_silent(swarm, holds);
    g_hash_table_unref(swarm->holds);
    swarm->holds = holds;
}

static void take_rounds(Swarm *swarm, const EzStep *step)
{
    if (step->before != NULL)
        take_rounds(swarm, step->before);
    take_round(swarm, step);
}

// ---- the outcome ---------------------------------------------------------------

static double net_of(const Swarm *swarm, int item)
{
    return swarm->supporters[item] - STOP * swarm->stops[item];
}

// Most net support, then most strength, then as given.
static bool is_before(const Swarm *swarm, int a, int b)
{
    double one = net_of(swarm, a), two = net_of(swarm, b);
    return one > two || (one == two && swarm->strength[a] > swarm->strength[b]);
}

static void find_leaders(const Swarm *swarm, int *first, int *second)
{
    *first = *second = -1;
    for (int i = 0; i < swarm->count; i++) {
        if (*first < 0 || is_before(swarm, i, *first)) {
            *second = *first;
            *first = i;
        } else if (*second < 0 || is_before(swarm, i, *second)) {
            *second = i;
        }
    }
}

static int people_of(const EzStep *step)
{
    const EzStep *first = step;
    while (first->before != NULL)
        first = first->before;
    return MAX(first->people, (int)first->inputs->len);
}

int ez_swarm_quorum_of(int people, bool fast)
{
    // What is left over of 0.6 in binary counts for nothing.
    return MAX(1, (int)ceil((fast ? FAST : CAREFUL) * people - 1e-9));
}

int ez_swarm_quorum(const EzStep *step)
{
    bool fast = strcmp(ez_value_string(ez_step_option(step, "mode"), ""), "fast") == 0;
    return ez_swarm_quorum_of(people_of(step), fast);
}

static JsonNode *by_item(const Swarm *swarm, const double *numbers)
{
    JsonNode *object = ez_value_new_object();
    for (int i = 0; i < swarm->count; i++)
        ez_value_put_number(object, ez_step_item_id(swarm->items, i), numbers[i]);
    return object;
}

static JsonNode *result_of(const Swarm *swarm, const EzStep *step)
{
    JsonNode *result = ez_value_new_object();
    g_autofree double *net = g_new(double, MAX(swarm->count, 1));
    int first, second;
    for (int i = 0; i < swarm->count; i++)
        net[i] = net_of(swarm, i);
    find_leaders(swarm, &first, &second);
    double lead = first < 0 ? 0 : net[first] - (second < 0 ? 0 : net[second]);
    bool supported = first >= 0 && swarm->supporters[first] > 0;
    ez_value_put(result, "support", by_item(swarm, swarm->supporters));
    ez_value_put(result, "strength", by_item(swarm, swarm->strength));
    ez_value_put(result, "stops", by_item(swarm, swarm->stops));
    ez_value_put(result, "net", by_item(swarm, net));
    ez_value_put(result, "reasons", json_node_ref(swarm->reasons));
    ez_value_put_number(result, "lead", lead);
    ez_value_put_number(result, "n", people_of(step));
    ez_value_put_number(result, "quorum", ez_swarm_quorum(step));
    if (supported)
        ez_value_put_string(result, "leader", ez_step_item_id(swarm->items, first));
    ez_value_put_flag(result, "decided",
                      supported && net[first] >= ez_swarm_quorum(step) &&
                          (second < 0 || lead >= EZ_SWARM_LEAD));
    return result;
}

JsonNode *ez_fold_swarm(const EzStep *step)
{
    JsonNode *items = ez_step_items(step);
    int count = ez_value_count(items);
    Swarm swarm = {.items = items,
                   .count = count,
                   .holds = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
                   .supporters = g_new0(double, MAX(count, 1)),
                   .strength = g_new0(double, MAX(count, 1)),
                   .stops = g_new0(double, MAX(count, 1)),
                   .reasons = ez_value_new_list()};
    take_rounds(&swarm, step);
    JsonNode *result = result_of(&swarm, step);
    g_hash_table_unref(swarm.holds);
    g_free(swarm.supporters);
    g_free(swarm.strength);
    g_free(swarm.stops);
    json_node_unref(swarm.reasons);
    return result;
}
