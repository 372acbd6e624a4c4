// SPDX-License-Identifier: EUPL-1.2
// What bots answer: a record for each kind of step. Of a kind without one they say nothing.
#include "engine/run/fold.h"
#include "engine/run/trial-private.h"

#include <math.h>
#include <string.h>

int ez_bot_below(EzBot *bot, int count)
{
    return (int)ez_rng_between(&bot->rng, 0, count - 1);
}

bool ez_bot_chance(EzBot *bot, int percent)
{
    return ez_bot_below(bot, 100) < percent;
}

bool ez_bot_strays(EzBot *bot, int percent)
{
    return bot->manner == EZ_TRIAL_ANSWER && ez_bot_chance(bot, percent);
}

static int whole(const EzStep *step, const char *option, int otherwise)
{
    return (int)ez_value_number(ez_step_option(step, option), otherwise);
}

// How many to give of so many that may be given.
static int some(EzBot *bot, int most)
{
    if (most <= 0 || ez_bot_strays(bot, 3))
        return 0;
    bool all = bot->manner == EZ_TRIAL_LONGEST || bot->manner == EZ_TRIAL_AGREE;
    return all ? most : 1 + ez_bot_below(bot, most);
}

static JsonNode *text(EzBot *bot, int most)
{
    g_autofree char *words = ez_bot_text(bot, most);
    return ez_value_new_string(words);
}

// The numbers of all items, in an order by chance; owned by the caller.
static int *order(EzBot *bot, int count)
{
    int *list = g_new(int, MAX(count, 1));
    for (int i = 0; i < count; i++) {
        int at = ez_bot_below(bot, i + 1);
        list[i] = i;
        list[i] = list[at];
        list[at] = i;
    }
    return list;
}

static const char *any_item(EzBot *bot, JsonNode *items)
{
    return ez_step_item_id(items, ez_bot_below(bot, ez_value_count(items)));
}

// Ids of so many items, no two the same.
static JsonNode *pick_items(EzBot *bot, JsonNode *items, int count)
{
    JsonNode *list = ez_value_new_list();
    g_autofree int *numbers = order(bot, ez_value_count(items));
    for (int i = 0; i < count; i++)
        ez_value_append(list, ez_value_new_string(ez_step_item_id(items, numbers[i])));
    return list;
}

// ---- the kinds -----------------------------------------------------------------

// What a check looks at is of every light.
static JsonNode *answer(EzBot *bot, const EzStep *step)
{
    int most = whole(step, "max", 280);
    if (ez_step_option(step, "check") == NULL || ez_bot_chance(bot, 20))
        return text(bot, most);
    g_autofree char *words = ez_bot_principle(bot, most);
    return ez_value_new_string(words);
}

static JsonNode *ask(EzBot *bot, const EzStep *step)
{
    int count = some(bot, whole(step, "per", 1));
    if (count == 1 && ez_bot_chance(bot, 50))
        return answer(bot, step);
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < count; i++)
        ez_value_append(list, answer(bot, step));
    return list;
}

static JsonNode *choose(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_items(step);
    int count = ez_value_count(items), most = MIN(whole(step, "most", 1), count);
    if (count == 0)
        return NULL;
    return most == 1 ? ez_value_new_string(any_item(bot, items))
                     : pick_items(bot, items, some(bot, most));
}

static JsonNode *number(EzBot *bot, const EzStep *step)
{
    int from = whole(step, "from", 1), to = whole(step, "to", 5);
    return ez_value_new_number(from + ez_bot_below(bot, MAX(to - from, 0) + 1));
}

static JsonNode *scale(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_option(step, "items");
    bool unknown = ez_value_flag(ez_step_option(step, "unknown"), false);
    if (items == NULL)
        return unknown && ez_bot_chance(bot, 20) ? ez_value_new_string("unknown")
                                                 : number(bot, step);
    JsonNode *scores = ez_value_new_object();
    for (int i = 0; i < ez_value_count(items); i++)
        if (!ez_bot_strays(bot, 10))
            ez_value_put(scores, ez_step_item_id(items, i), number(bot, step));
    return scores;
}

static JsonNode *rank(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_items(step);
    int count = ez_value_count(items), top = MIN(whole(step, "top", count), count);
    return pick_items(bot, items, ez_bot_strays(bot, 20) ? some(bot, top) : top);
}

static JsonNode *vote(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_items(step), *dots = ez_value_new_object();
    bool square = strcmp(ez_value_string(ez_step_option(step, "cost"), ""), "square") == 0;
    int left = (int)ez_step_purse(step), most = whole(step, "per_item", left);
    g_autofree int *numbers = order(bot, ez_value_count(items));
    for (int i = 0; i < ez_value_count(items) && left > 0; i++) {
        int can = MIN(most, square ? (int)sqrt(left) : left);
        int given = 1 + ez_bot_below(bot, MAX(can, 1));
        left -= square ? given * given : given;
        ez_value_put_number(dots, ez_step_item_id(items, numbers[i]), given);
    }
    return dots;
}

// Each item that is not left out goes to a pile, which has a name or not.
static JsonNode *cluster(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_items(step), *piles = ez_value_new_list();
    int count = ez_value_count(items);
    int most = some(bot, MIN(whole(step, "most", 7), count));
    for (int i = 0; i < most; i++) {
        JsonNode *pile = ez_value_new_object();
        ez_value_put(pile, "items", ez_value_new_list());
        if (!ez_bot_strays(bot, 20))
            ez_value_put(pile, "name", text(bot, 80));
        ez_value_append(piles, pile);
    }
    g_autofree int *numbers = order(bot, count);
    for (int i = 0; most > 0 && i < count; i++)
        if (!ez_bot_strays(bot, 10))
            ez_value_append(ez_value_get(ez_value_item(piles, i % most), "items"),
                            ez_value_new_string(ez_step_item_id(items, numbers[i])));
    return piles;
}

// Ids of the tables in the lists of a canvas.
static GPtrArray *zones_of(JsonNode *canvas)
{
    GPtrArray *zones = g_ptr_array_new();
    g_autoptr(GList) names = canvas != NULL && JSON_NODE_HOLDS_OBJECT(canvas)
                                 ? json_object_get_members(json_node_get_object(canvas))
                                 : NULL;
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *list = ez_value_get(canvas, name->data);
        for (int i = 0; i < ez_value_count(list); i++) {
            JsonNode *id = ez_value_get(ez_value_item(list, i), "id");
            if (ez_value_string(id, NULL) != NULL)
                g_ptr_array_add(zones, (void *)ez_value_string(id, NULL));
        }
    }
    return zones;
}

static JsonNode *spot(EzBot *bot, const GPtrArray *zones)
{
    JsonNode *made = ez_value_new_object();
    ez_value_put_string(made, "zone", zones->pdata[ez_bot_below(bot, (int)zones->len)]);
    if (ez_bot_chance(bot, 50)) {
        ez_value_put_number(made, "x", ez_bot_below(bot, 101) / 100.0);
        ez_value_put_number(made, "y", ez_bot_below(bot, 101) / 100.0);
    }
    return made;
}

static JsonNode *place(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_option(step, "items");
    g_autoptr(GPtrArray) zones = zones_of(ez_step_option(step, "canvas"));
    if (zones->len == 0)
        return NULL;
    if (items == NULL)
        return spot(bot, zones);
    JsonNode *places = ez_value_new_object();
    for (int i = 0; i < ez_value_count(items); i++)
        if (!ez_bot_strays(bot, 10))
            ez_value_put(places, ez_step_item_id(items, i), spot(bot, zones));
    return places;
}

static JsonNode *timer(EzBot *bot, const EzStep *step)
{
    return ez_value_new_string("time");
}

// The digits of the seed say which option each gate gets.
static JsonNode *gate(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_items(step);
    int count = ez_value_count(items);
    if (count == 0)
        return NULL;
    if (bot->manner != EZ_TRIAL_GATES)
        return ez_value_new_string(any_item(bot, items));
    int option = (int)(bot->walk % (uint64_t)count);
    bot->walk /= (uint64_t)count;
    return ez_value_new_string(ez_step_item_id(items, option));
}

static JsonNode *action(EzBot *bot, const EzStep *step)
{
    static const char *const parts[] = {"what", "who", "by"};
    JsonNode *list = ez_value_new_list();
    int count = some(bot, whole(step, "most", 5));
    for (int i = 0; i < count; i++) {
        JsonNode *one = ez_value_new_object();
        for (gsize k = 0; k < G_N_ELEMENTS(parts); k++)
            if (!ez_bot_strays(bot, 15))
                ez_value_put(one, parts[k], text(bot, 280));
        ez_value_append(list, one);
    }
    return list;
}

static JsonNode *swarm(EzBot *bot, const EzStep *step)
{
    JsonNode *items = ez_step_items(step), *made = ez_value_new_object();
    if (ez_value_count(items) == 0)
        return made;
    if (!ez_bot_strays(bot, 15))
        ez_value_put_string(made, "for", any_item(bot, items));
    if (ez_bot_chance(bot, 80))
        ez_value_put_number(made, "strength", ez_bot_below(bot, 6));
    if (ez_bot_chance(bot, 60))
        ez_value_put(made, "argument", text(bot, 280));
    if (ez_bot_chance(bot, 15)) {
        ez_value_put_string(made, "stop", any_item(bot, items));
        ez_value_put(made, "why", text(bot, 280));
    }
    return made;
}

static JsonNode *flags(EzBot *bot, JsonNode *from)
{
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(from); i++)
        if (ez_bot_chance(bot, 30))
            ez_value_append(list, ez_value_new_string(ez_step_item_id(from, i)));
    return list;
}

static JsonNode *new_link(EzBot *bot, const EzStep *step, const char *from, const char *to)
{
    JsonNode *made = ez_value_new_object(), *verbs = ez_step_option(step, "verbs"),
             *range = ez_step_option(step, "weight");
    ez_value_put_string(made, "from", from);
    ez_value_put_string(made, "to", to);
    if (verbs != NULL)
        ez_value_put_string(made, "verb", any_item(bot, verbs));
    if (range != NULL) {
        int low = (int)ez_value_number(ez_value_item(range, 0), 0),
            high = (int)ez_value_number(ez_value_item(range, 1), 0);
        ez_value_put_number(made, "weight", low + ez_bot_below(bot, high - low + 1));
    }
    ez_value_put(made, "flags", flags(bot, ez_step_option(step, "flags")));
    return made;
}

// From each thing at most one link, so that none is drawn twice.
static JsonNode *link_things(EzBot *bot, const EzStep *step)
{
    JsonNode *from = ez_step_option(step, "from"), *to = ez_step_option(step, "to"),
             *list = ez_value_new_list(), *ends = to != NULL ? to : from;
    for (int i = 0; i < ez_value_count(from) && ez_value_count(ends) > 0; i++) {
        const char *one = ez_step_item_id(from, i), *other = any_item(bot, ends);
        bool self = to == NULL && strcmp(one, other) == 0;
        if (!self && !ez_bot_strays(bot, 30))
            ez_value_append(list, new_link(bot, step, one, other));
    }
    return list;
}

static const struct {
    const char *kind;
    JsonNode *(*answer)(EzBot *bot, const EzStep *step);
    const char *nothing; // as JSON
} bots[] = {
    {"ask", ask, NULL},       {"choose", choose, NULL}, {"scale", scale, NULL},
    {"rank", rank, NULL},     {"vote", vote, NULL},     {"cluster", cluster, NULL},
    {"place", place, NULL},   {"timer", timer, NULL},   {"gate", gate, NULL},
    {"action", action, "[]"}, {"swarm", swarm, NULL},   {"link", link_things, NULL},
};

JsonNode *ez_bot_answer(EzBot *bot, const EzStep *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(bots); i++)
        if (strcmp(bots[i].kind, step->kind->word) == 0)
            return bots[i].answer(bot, step);
    return NULL;
}

JsonNode *ez_bot_nothing(const EzStep *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(bots); i++)
        if (strcmp(bots[i].kind, step->kind->word) == 0 && bots[i].nothing != NULL)
            return ez_value_read(bots[i].nothing, -1, NULL);
    return NULL;
}
