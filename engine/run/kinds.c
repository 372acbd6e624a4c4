// SPDX-License-Identifier: EUPL-1.2
// The table of step kinds, and what each takes as an input.
#include "engine/run/fold.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

G_GNUC_PRINTF(2, 3) static bool refuse(GError **error, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
    return false;
}

static double number_of(const EzStep *step, const char *option, double otherwise)
{
    return ez_value_number(ez_step_option(step, option), otherwise);
}

static bool is_item(const EzStep *step, const char *id)
{
    JsonNode *items = ez_step_items(step);
    for (int i = 0; i < ez_value_count(items); i++)
        if (strcmp(ez_step_item_id(items, i), id) == 0)
            return true;
    return false;
}

static bool check_item(const EzStep *step, const char *id, GError **error)
{
    return (id != NULL && is_item(step, id)) ||
           refuse(error, "there is nothing called \"%s\" to choose", id != NULL ? id : "");
}

// Every member of the value is named after an item and holds such a number. What they add up to is in `sum`.
static bool check_scores(const EzStep *step, JsonNode *value, double from, double to,
                         GError **error)
{
    if (!JSON_NODE_HOLDS_OBJECT(value))
        return refuse(error, "this is a number for each item");
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next) {
        double score = ez_value_number(ez_value_get(value, name->data), NAN);
        if (!check_item(step, name->data, error))
            return false;
        if (!(score >= from && score <= to && floor(score) == score))
            return refuse(error, "this is a whole number from %.0f to %.0f", from, to);
    }
    return true;
}

// ---- texts ---------------------------------------------------------------------

static bool check_text(JsonNode *value, double most, GError **error)
{
    const char *text = ez_value_string(value, NULL);
    if (text == NULL || *text == '\0')
        return refuse(error, "this is a text");
    glong length = g_utf8_strlen(text, -1);
    return (double)length <= most ||
           refuse(error, "this is %ld characters long, and %.0f at most", length, most);
}

static bool check_ask(const EzStep *step, JsonNode *value, GError **error)
{
    double per = number_of(step, "per", 1), most = number_of(step, "max", 280);
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return check_text(value, most, error);
    if (ez_value_count(value) > (int)per)
        return refuse(error, "these are %d answers, and %.0f at most", ez_value_count(value),
                      per);
    for (int i = 0; i < ez_value_count(value); i++)
        if (!check_text(ez_value_item(value, i), most, error))
            return false;
    return true;
}

static bool check_action(const EzStep *step, JsonNode *value, GError **error)
{
    static const char *const parts[] = {"by", "what", "who"};
    double most = number_of(step, "most", 5);
    if (!JSON_NODE_HOLDS_ARRAY(value) || ez_value_count(value) > (int)most)
        return refuse(error, "this is a list of %.0f agreements at most", most);
    for (int i = 0; i < ez_value_count(value); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(parts); k++) {
            JsonNode *part = ez_value_get(ez_value_item(value, i), parts[k]);
            if (part != NULL && !check_text(part, 280, error))
                return false;
        }
    return true;
}

// ---- choices -------------------------------------------------------------------

static bool check_choice(const EzStep *step, JsonNode *value, GError **error)
{
    double most = number_of(step, "most", 1);
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return check_item(step, ez_value_string(value, NULL), error);
    if (ez_value_count(value) > (int)most)
        return refuse(error, "these are %d choices, and %.0f at most", ez_value_count(value),
                      most);
    for (int i = 0; i < ez_value_count(value); i++)
        if (!check_item(step, ez_value_string(ez_value_item(value, i), NULL), error))
            return false;
    return true;
}

static bool check_scale(const EzStep *step, JsonNode *value, GError **error)
{
    double from = number_of(step, "from", 1), to = number_of(step, "to", 5);
    if (ez_step_option(step, "items") != NULL)
        return check_scores(step, value, from, to, error);
    double score = ez_value_number(value, NAN);
    bool unknown = strcmp(ez_value_string(value, ""), "unknown") == 0 &&
                   ez_value_flag(ez_step_option(step, "unknown"), false);
    return unknown || (score >= from && score <= to && floor(score) == score) ||
           refuse(error, "this is a whole number from %.0f to %.0f", from, to);
}

static bool check_rank(const EzStep *step, JsonNode *value, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    double top = number_of(step, "top", G_MAXINT);
    if (!JSON_NODE_HOLDS_ARRAY(value) || ez_value_count(value) > (int)top)
        return refuse(error, "this is a list of %.0f at most", top);
    for (int i = 0; i < ez_value_count(value); i++) {
        const char *id = ez_value_string(ez_value_item(value, i), NULL);
        if (!check_item(step, id, error))
            return false;
        if (!g_hash_table_add(seen, (void *)id))
            return refuse(error, "\"%s\" stands twice in the ranking", id);
    }
    return true;
}

static double cost_of(const EzStep *step, double dots)
{
    bool square = strcmp(ez_value_string(ez_step_option(step, "cost"), ""), "square") == 0;
    return square ? dots * dots : dots;
}

// "auto" is the root of how many items there are, rounded.
double ez_step_purse(const EzStep *step)
{
    if (strcmp(ez_value_string(ez_step_option(step, "cost"), ""), "square") == 0)
        return number_of(step, "credits", 25);
    double items = ez_value_count(ez_step_items(step));
    return number_of(step, "dots", fmax(1, floor(sqrt(items) + 0.5)));
}

static bool check_vote(const EzStep *step, JsonNode *value, GError **error)
{
    double purse = ez_step_purse(step), spent = 0;
    if (!check_scores(step, value, 0, number_of(step, "per_item", purse), error))
        return false;
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next)
        spent += cost_of(step, ez_value_number(ez_value_get(value, name->data), 0));
    return spent <= purse || refuse(error, "this costs %.0f, and there are %.0f", spent, purse);
}

static bool check_timer(const EzStep *step, JsonNode *value, GError **error)
{
    return strcmp(ez_value_string(value, ""), "time") == 0 ||
           refuse(error, "only the clock answers here");
}

// ---- piles and places ----------------------------------------------------------

static bool check_piles(const EzStep *step, JsonNode *value, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    double most = number_of(step, "most", 7);
    if (!JSON_NODE_HOLDS_ARRAY(value) || ez_value_count(value) > (int)most)
        return refuse(error, "these are %.0f piles at most", most);
    for (int i = 0; i < ez_value_count(value); i++) {
        JsonNode *ids = ez_value_get(ez_value_item(value, i), "items");
        JsonNode *name = ez_value_get(ez_value_item(value, i), "name");
        if (name != NULL && !check_text(name, 80, error))
            return false;
        for (int k = 0; k < ez_value_count(ids); k++) {
            const char *id = ez_value_string(ez_value_item(ids, k), NULL);
            if (!check_item(step, id, error))
                return false;
            if (!g_hash_table_add(seen, (void *)id))
                return refuse(error, "\"%s\" lies in two piles", id);
        }
    }
    return true;
}

// The zones of a canvas are the tables with an id in its lists: rings, rungs, zones …
static bool has_zone(JsonNode *canvas, const char *id)
{
    if (canvas == NULL || !JSON_NODE_HOLDS_OBJECT(canvas))
        return false;
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(canvas));
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *list = ez_value_get(canvas, name->data);
        for (int i = 0; i < ez_value_count(list); i++) {
            JsonNode *zone = ez_value_get(ez_value_item(list, i), "id");
            if (strcmp(ez_value_string(zone, ""), id) == 0)
                return true;
        }
    }
    return false;
}

static bool check_place(const EzStep *step, JsonNode *place, GError **error)
{
    const char *zone = ez_value_string(ez_value_get(place, "zone"), NULL);
    return (zone != NULL && has_zone(ez_step_option(step, "canvas"), zone)) ||
           refuse(error, "there is no place \"%s\" here", zone != NULL ? zone : "");
}

static bool check_places(const EzStep *step, JsonNode *value, GError **error)
{
    JsonNode *items = ez_step_option(step, "items");
    if (items == NULL)
        return check_place(step, value, error);
    if (!JSON_NODE_HOLDS_OBJECT(value))
        return refuse(error, "this is a place for each item");
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next)
        if (!check_item(step, name->data, error) ||
            !check_place(step, ez_value_get(value, name->data), error))
            return false;
    return true;
}

// ---- options -------------------------------------------------------------------

static const char *const to_words[] = {"all", "projector", "phones", "facilitator", NULL};
static const char *const who_words[] = {"anonymous", "alias", "named", NULL};
static const char *const by_words[] = {"person", "group", "facilitator", NULL};
static const char *const reveal_words[] = {"live", "on_close", "never", NULL};
static const char *const advance_words[] = {"facilitator", "all", "time", NULL};
static const char *const cost_words[] = {"linear", "square", NULL};
static const char *const method_words[] = {"borda", NULL};
static const char *const part_words[] = {"what", "who", "by", NULL};
static const char *const mode_words[] = {"careful", "fast", NULL};
static const char *const split_words[] = {"random", "choice", "table", "mix", NULL};
static const char *const check_words[] = {"principle", NULL};

// What every step that people answer takes.
#define COMMON                                                                                 \
    {"who", EZ_OPTION_WORD, false, false, 0, 0, who_words, "\"alias\""},                       \
        {"by", EZ_OPTION_WORD, false, false, 0, 0, by_words, "\"person\""},                    \
        {"reveal", EZ_OPTION_WORD, false, true, 0, 0, reveal_words, "\"on_close\""},           \
        {"close_when", EZ_OPTION_WORD, false, true, 0, 0, advance_words, "\"facilitator\""},   \
        {"time", EZ_OPTION_WHOLE, false, true, 1, 86400, NULL, NULL},                          \
        {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},                             \
    {                                                                                          \
        "note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL                                 \
    }
// What a step that shows what chance gave takes.
#define CHANCE                                                                                 \
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},                                 \
    {                                                                                          \
        "note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL                                 \
    }
#define END                                                                                    \
    {                                                                                          \
        NULL, EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL                                   \
    }

static const EzStepOption say_options[] = {
    {"to", EZ_OPTION_WORD, false, false, 0, 0, to_words, "\"all\""},
    {"wait", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "true"},
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    END};
static const EzStepOption ask_options[] = {
    COMMON,
    {"per", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "1"},
    {"max", EZ_OPTION_WHOLE, false, false, 1, 4000, NULL, "280"},
    {"check", EZ_OPTION_WORD, false, false, 0, 0, check_words, NULL},
    END};
static const EzStepOption choose_options[] = {
    COMMON,
    {"options", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"most", EZ_OPTION_WHOLE, false, false, 1, 100, NULL, "1"},
    END};
static const EzStepOption scale_options[] = {
    COMMON,
    {"from", EZ_OPTION_WHOLE, false, false, -100, 100, NULL, "1"},
    {"to", EZ_OPTION_WHOLE, false, false, -100, 100, NULL, "5"},
    {"labels", EZ_OPTION_LABELS, false, true, 0, 0, NULL, NULL},
    {"items", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    {"by_role", EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL},
    {"unknown", EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption rank_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"top", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL},
    {"method", EZ_OPTION_WORD, false, false, 0, 0, method_words, "\"borda\""},
    END};
static const EzStepOption vote_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"dots", EZ_OPTION_DOTS, false, false, 1, 100, NULL, "\"auto\""},
    {"per_item", EZ_OPTION_WHOLE, false, false, 1, 100, NULL, NULL},
    {"blind", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "true"},
    {"cost", EZ_OPTION_WORD, false, false, 0, 0, cost_words, "\"linear\""},
    {"credits", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, "25"},
    END};
static const EzStepOption cluster_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"most", EZ_OPTION_WHOLE, false, false, 1, 50, NULL, "7"},
    END};
static const EzStepOption place_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    {"canvas", EZ_OPTION_SHAPE, true, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption timer_options[] = {
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"seconds", EZ_OPTION_WHOLE, true, true, 1, 86400, NULL, NULL},
    END};
static const EzStepOption gate_options[] = {
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"options", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption action_options[] = {
    COMMON,
    {"most", EZ_OPTION_WHOLE, false, false, 1, 50, NULL, "5"},
    {"fields", EZ_OPTION_NAMES, false, false, 0, 0, part_words, NULL},
    END};
static const EzStepOption swarm_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"mode", EZ_OPTION_WORD, false, false, 0, 0, mode_words, "\"careful\""},
    {"rounds", EZ_OPTION_WHOLE, false, false, 1, 10, NULL, "4"},
    END};
static const EzStepOption draw_options[] = {
    CHANCE,
    {"deck", EZ_OPTION_NAME, false, false, 0, 0, NULL, NULL},
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"n", EZ_OPTION_WHOLE, false, false, 0, 1000, NULL, "1"},
    {"put_back", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "false"},
    END};
static const EzStepOption deal_options[] = {
    CHANCE,
    {"deck", EZ_OPTION_NAME, false, false, 0, 0, NULL, NULL},
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"to", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"n", EZ_OPTION_WHOLE, false, false, 0, 1000, NULL, "1"},
    END};
static const EzStepOption split_options[] = {
    CHANCE,
    {"size", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL},
    {"count", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL},
    {"by", EZ_OPTION_WORD, false, false, 0, 0, split_words, "\"random\""},
    END};
static const EzStepOption pick_options[] = {
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"n", EZ_OPTION_WHOLE, true, false, 0, 100000, NULL, NULL},
    END};
static const EzStepOption shuffle_options[] = {
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL}, END};
static const EzStepOption no_options[] = {END};

// ---- swarms --------------------------------------------------------------------

static bool check_swarm(const EzStep *step, JsonNode *value, GError **error)
{
    static const char *const texts[] = {"argument", "why"}, *const items[] = {"for", "stop"};
    double strength = ez_value_number(ez_value_get(value, "strength"), 1);
    if (!JSON_NODE_HOLDS_OBJECT(value))
        return refuse(error, "this is { for, strength, argument, stop, why }");
    if (!(strength >= 0 && strength <= 5 && floor(strength) == strength))
        return refuse(error, "a strength is a whole number from 0 to 5");
    for (gsize i = 0; i < G_N_ELEMENTS(items); i++)
        if (ez_value_get(value, items[i]) != NULL &&
            !check_item(step, ez_value_string(ez_value_get(value, items[i]), NULL), error))
            return false;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        if (ez_value_get(value, texts[i]) != NULL &&
            !check_text(ez_value_get(value, texts[i]), 280, error))
            return false;
    return ez_value_get(value, "stop") == NULL || ez_value_get(value, "why") != NULL ||
           refuse(error, "a stop signal needs a reason: \"why\"");
}

// ---- the table -----------------------------------------------------------------

static const char *const plain_typed[] = {"", NULL};
static const char *const action_typed[] = {"by", "what", "who", NULL};
static const char *const pile_typed[] = {"name", NULL};
static const char *const swarm_typed[] = {"argument", "why", NULL};

static bool has_all(JsonNode *action)
{
    return ez_value_get(action, "what") != NULL && ez_value_get(action, "who") != NULL &&
           ez_value_get(action, "by") != NULL;
}

// An empty list says "nothing", aloud.
static bool is_agreed(const EzStep *step, GError **error)
{
    bool said = false;
    for (guint i = 0; i < step->inputs->len; i++) {
        JsonNode *list = ((EzInput *)step->inputs->pdata[i])->value;
        said = said || ez_value_count(list) == 0;
        for (int k = 0; k < ez_value_count(list); k++)
            said = said || has_all(ez_value_item(list, k));
    }
    return said || refuse(error, "an agreement needs who, what and when; or say \"nothing\"");
}

const EzStepKind ez_step_kinds[] = {
    {"say", "Shows a text, and waits for \"next\".", EZ_BY_NOBODY, say_options, NULL, NULL,
     ez_fold_nothing, NULL},
    {"ask", "Asks for texts in people's own words.", EZ_BY_PEOPLE, ask_options, plain_typed,
     check_ask, ez_fold_answers, NULL},
    {"choose", "Lets everyone choose.", EZ_BY_PEOPLE, choose_options, NULL, check_choice,
     ez_fold_choice, NULL},
    {"scale", "Lets everyone give a number.", EZ_BY_PEOPLE, scale_options, NULL, check_scale,
     ez_fold_scale, NULL},
    {"rank", "Lets everyone put things in order.", EZ_BY_PEOPLE, rank_options, NULL, check_rank,
     ez_fold_rank, NULL},
    {"vote", "Lets everyone spread dots or credits.", EZ_BY_PEOPLE, vote_options, NULL,
     check_vote, ez_fold_vote, NULL},
    {"cluster", "Puts together what belongs together.", EZ_BY_PEOPLE, cluster_options,
     pile_typed, check_piles, ez_fold_piles, NULL},
    {"place", "Puts things, or oneself, in a place on a canvas.", EZ_BY_PEOPLE, place_options,
     NULL, check_places, ez_fold_places, NULL},
    {"timer", "Gives time; nobody is cut off.", EZ_BY_NOBODY, timer_options, NULL, check_timer,
     ez_fold_timer, NULL},
    {"gate", "Asks the facilitator which way to go.", EZ_BY_FACILITATOR, gate_options, NULL,
     check_choice, ez_fold_gate, NULL},
    {"action", "Asks who does what, and when.", EZ_BY_PEOPLE, action_options, action_typed,
     check_action, ez_fold_actions, is_agreed},
    {"swarm", "Decides in rounds: support wears off, and stop signals count.", EZ_BY_PEOPLE,
     swarm_options, swarm_typed, check_swarm, ez_fold_swarm, NULL},
    {"draw", "Draws cards and shows them.", EZ_BY_CHANCE, draw_options, NULL, NULL, NULL, NULL},
    {"deal", "Deals cards to groups.", EZ_BY_CHANCE, deal_options, NULL, NULL, NULL, NULL},
    {"split", "Makes groups.", EZ_BY_CHANCE, split_options, NULL, NULL, NULL, NULL},
    {"pick", "Picks some of a list by chance.", EZ_BY_CHANCE, pick_options, NULL, NULL, NULL,
     NULL},
    {"shuffle", "Puts a list in an order by chance.", EZ_BY_CHANCE, shuffle_options, NULL, NULL,
     NULL, NULL},
    {"people", "Counts who is there.", EZ_BY_CHANCE, no_options, NULL, NULL, NULL, NULL},
    {"seed", "Gives a number by chance.", EZ_BY_CHANCE, no_options, NULL, NULL, NULL, NULL},
    {NULL, NULL, EZ_BY_NOBODY, NULL, NULL, NULL, NULL, NULL},
};
