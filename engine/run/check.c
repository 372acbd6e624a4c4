// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/check.h"

#include "engine/run/fold.h"
#include "engine/run/refusal.h"

#include <math.h>
#include <string.h>

static double number_of(const EzStep *step, const char *option, double otherwise)
{
    return ez_value_number(ez_step_option(step, option), otherwise);
}

static bool check_among(JsonNode *items, const char *id, GError **error)
{
    return (id != NULL && ez_step_find_item(items, id) >= 0) ||
           ez_refuse(error, EZ_REFUSE_NO_ITEM, "name", id != NULL ? id : "", NULL);
}

static bool check_item(const EzStep *step, const char *id, GError **error)
{
    return check_among(ez_step_items(step), id, error);
}

static bool is_unknown(const EzStep *step, JsonNode *value)
{
    return strcmp(ez_value_string(value, ""), "unknown") == 0 &&
           ez_value_flag(ez_step_option(step, "unknown"), false);
}

static bool check_whole(double number, double from, double to, GError **error)
{
    return (number >= from && number <= to && floor(number) == number) ||
           ez_refuse(error, EZ_REFUSE_NOT_WHOLE, "from", EZ_NUMBER(from), "to", EZ_NUMBER(to),
                     NULL);
}

// Every member of the value is named after an item and holds such a number. What they add up to is in `sum`.
static bool check_scores(const EzStep *step, JsonNode *value, double from, double to,
                         GError **error)
{
    if (!JSON_NODE_HOLDS_OBJECT(value))
        return ez_refuse(error, EZ_REFUSE_NOT_SCORES, NULL);
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *score = ez_value_get(value, name->data);
        if (!check_item(step, name->data, error))
            return false;
        if (!is_unknown(step, score) &&
            !check_whole(ez_value_number(score, NAN), from, to, error))
            return false;
    }
    return true;
}

// ---- texts ---------------------------------------------------------------------

static bool check_text(JsonNode *value, double most, GError **error)
{
    const char *text = ez_value_string(value, NULL);
    if (text == NULL || *text == '\0')
        return ez_refuse(error, EZ_REFUSE_NOT_TEXT, NULL);
    glong length = g_utf8_strlen(text, -1);
    return (double)length <= most ||
           ez_refuse(error, EZ_REFUSE_TEXT_TOO_LONG, "length", EZ_NUMBER(length), "most",
                     EZ_NUMBER(most), NULL);
}

bool ez_check_ask(const EzStep *step, JsonNode *value, GError **error)
{
    double per = number_of(step, "per", 1), most = number_of(step, "max", 280);
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return check_text(value, most, error);
    if (ez_value_count(value) > (int)per)
        return ez_refuse(error, EZ_REFUSE_MANY_ANSWERS, "count",
                         EZ_NUMBER(ez_value_count(value)), "most", EZ_NUMBER(per), NULL);
    for (int i = 0; i < ez_value_count(value); i++)
        if (!check_text(ez_value_item(value, i), most, error))
            return false;
    return true;
}

static const char *const action_parts[] = {"by", "what", "who", NULL};

// The value is a table of these parts and no others.
static bool check_parts(JsonNode *value, const char *const *parts, EzRefusal otherwise,
                        GError **error)
{
    if (value == NULL || !JSON_NODE_HOLDS_OBJECT(value))
        return ez_refuse(error, otherwise, NULL);
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(value)), (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next)
        if (!g_strv_contains(parts, name->data))
            return ez_refuse(error, EZ_REFUSE_NO_PART, "name", name->data, NULL);
    return true;
}

bool ez_check_action(const EzStep *step, JsonNode *value, GError **error)
{
    double most = number_of(step, "most", 5);
    if (!JSON_NODE_HOLDS_ARRAY(value) || ez_value_count(value) > (int)most)
        return ez_refuse(error, EZ_REFUSE_MANY_AGREEMENTS, "most", EZ_NUMBER(most), NULL);
    for (int i = 0; i < ez_value_count(value); i++) {
        JsonNode *one = ez_value_item(value, i);
        if (!check_parts(one, action_parts, EZ_REFUSE_NOT_AGREEMENT, error))
            return false;
        for (const char *const *name = action_parts; *name != NULL; name++)
            if (ez_value_get(one, *name) != NULL &&
                !check_text(ez_value_get(one, *name), 280, error))
                return false;
    }
    return true;
}

// ---- choices -------------------------------------------------------------------

bool ez_check_choice(const EzStep *step, JsonNode *value, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    double most = number_of(step, "most", 1);
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return check_item(step, ez_value_string(value, NULL), error);
    if (ez_value_count(value) > (int)most)
        return ez_refuse(error, EZ_REFUSE_MANY_CHOICES, "count",
                         EZ_NUMBER(ez_value_count(value)), "most", EZ_NUMBER(most), NULL);
    for (int i = 0; i < ez_value_count(value); i++) {
        const char *id = ez_value_string(ez_value_item(value, i), NULL);
        if (!check_item(step, id, error))
            return false;
        if (!g_hash_table_add(seen, (void *)id))
            return ez_refuse(error, EZ_REFUSE_CHOSEN_TWICE, "name", id, NULL);
    }
    return true;
}

bool ez_check_scale(const EzStep *step, JsonNode *value, GError **error)
{
    double from = number_of(step, "from", 1), to = number_of(step, "to", 5);
    if (ez_step_option(step, "items") != NULL)
        return check_scores(step, value, from, to, error);
    return is_unknown(step, value) || check_whole(ez_value_number(value, NAN), from, to, error);
}

bool ez_check_rank(const EzStep *step, JsonNode *value, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    double top = number_of(step, "top", G_MAXINT);
    if (!JSON_NODE_HOLDS_ARRAY(value) || ez_value_count(value) > (int)top)
        return ez_refuse(error, EZ_REFUSE_MANY_RANKED, "most", EZ_NUMBER(top), NULL);
    for (int i = 0; i < ez_value_count(value); i++) {
        const char *id = ez_value_string(ez_value_item(value, i), NULL);
        if (!check_item(step, id, error))
            return false;
        if (!g_hash_table_add(seen, (void *)id))
            return ez_refuse(error, EZ_REFUSE_RANKED_TWICE, "name", id, NULL);
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

bool ez_check_vote(const EzStep *step, JsonNode *value, GError **error)
{
    double purse = ez_step_purse(step), spent = 0;
    if (!check_scores(step, value, 0, number_of(step, "per_item", purse), error))
        return false;
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next)
        spent += cost_of(step, ez_value_number(ez_value_get(value, name->data), 0));
    return spent <= purse || ez_refuse(error, EZ_REFUSE_TOO_COSTLY, "cost", EZ_NUMBER(spent),
                                       "purse", EZ_NUMBER(purse), NULL);
}

bool ez_check_timer(const EzStep *step, JsonNode *value, GError **error)
{
    return strcmp(ez_value_string(value, ""), "time") == 0 ||
           ez_refuse(error, EZ_REFUSE_ONLY_CLOCK, NULL);
}

// ---- piles and places ----------------------------------------------------------

bool ez_check_piles(const EzStep *step, JsonNode *value, GError **error)
{
    static const char *const pile_parts[] = {"name", "items", NULL};
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    double most = number_of(step, "most", 7);
    if (!JSON_NODE_HOLDS_ARRAY(value) || ez_value_count(value) > (int)most)
        return ez_refuse(error, EZ_REFUSE_MANY_PILES, "most", EZ_NUMBER(most), NULL);
    for (int i = 0; i < ez_value_count(value); i++) {
        if (!check_parts(ez_value_item(value, i), pile_parts, EZ_REFUSE_NOT_PILE, error))
            return false;
        JsonNode *ids = ez_value_get(ez_value_item(value, i), "items");
        JsonNode *name = ez_value_get(ez_value_item(value, i), "name");
        if (name != NULL && !check_text(name, 80, error))
            return false;
        for (int k = 0; k < ez_value_count(ids); k++) {
            const char *id = ez_value_string(ez_value_item(ids, k), NULL);
            if (!check_item(step, id, error))
                return false;
            if (!g_hash_table_add(seen, (void *)id))
                return ez_refuse(error, EZ_REFUSE_TWO_PILES, "name", id, NULL);
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

static bool is_number(JsonNode *value)
{
    return value == NULL || ez_value_number(value, 0) == ez_value_number(value, 1);
}

static bool check_place(const EzStep *step, JsonNode *place, GError **error)
{
    static const char *const parts[] = {"zone", "x", "y", NULL};
    if (!check_parts(place, parts, EZ_REFUSE_NOT_PLACE, error))
        return false;
    const char *zone = ez_value_string(ez_value_get(place, "zone"), NULL);
    if (!is_number(ez_value_get(place, "x")) || !is_number(ez_value_get(place, "y")))
        return ez_value_refuse(error, "x and y of a place are numbers");
    return (zone != NULL && has_zone(ez_step_option(step, "canvas"), zone)) ||
           ez_refuse(error, EZ_REFUSE_NO_ZONE, "name", zone != NULL ? zone : "", NULL);
}

bool ez_check_places(const EzStep *step, JsonNode *value, GError **error)
{
    JsonNode *items = ez_step_option(step, "items");
    if (items == NULL)
        return check_place(step, value, error);
    if (!JSON_NODE_HOLDS_OBJECT(value))
        return ez_refuse(error, EZ_REFUSE_NOT_PLACES, NULL);
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next)
        if (!check_item(step, name->data, error) ||
            !check_place(step, ez_value_get(value, name->data), error))
            return false;
    return true;
}

// What the step asks of an agreement; all when it does not say.
static bool is_asked(const EzStep *step, const char *part)
{
    JsonNode *fields = ez_step_option(step, "fields");
    bool asked = fields == NULL;
    for (int i = 0; i < ez_value_count(fields); i++)
        asked = asked || strcmp(ez_value_string(ez_value_item(fields, i), ""), part) == 0;
    return asked;
}

bool ez_agreement_lacks(const EzStep *step, JsonNode *agreement, const char *part)
{
    return is_asked(step, part) && ez_value_get(agreement, part) == NULL;
}

static bool is_whole_agreement(const EzStep *step, JsonNode *agreement)
{
    bool whole = true;
    for (const char *const *part = action_parts; *part != NULL; part++)
        whole = whole && !ez_agreement_lacks(step, agreement, *part);
    return whole;
}

// Each agreement is whole; an empty list says "nothing", aloud.
bool ez_check_agreement(const EzStep *step, GError **error)
{
    bool whole = step->inputs->len > 0;
    for (guint i = 0; i < step->inputs->len; i++) {
        JsonNode *list = ((EzInput *)step->inputs->pdata[i])->value;
        for (int k = 0; k < ez_value_count(list); k++)
            whole = whole && is_whole_agreement(step, ez_value_item(list, k));
    }
    return whole || ez_refuse(error, EZ_REFUSE_UNAGREED, NULL);
}

// ---- swarms --------------------------------------------------------------------

bool ez_check_swarm(const EzStep *step, JsonNode *value, GError **error)
{
    static const char *const texts[] = {"argument", "why"}, *const items[] = {"for", "stop"};
    static const char *const parts[] = {"for", "strength", "argument", "stop", "why", NULL};
    if (!check_parts(value, parts, EZ_REFUSE_NOT_SUPPORT, error))
        return false;
    JsonNode *said = ez_value_get(value, "strength");
    double strength = said != NULL ? ez_value_number(said, NAN) : 1;
    if (!(strength >= 0 && strength <= 5 && floor(strength) == strength))
        return ez_refuse(error, EZ_REFUSE_NOT_STRENGTH, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(items); i++)
        if (ez_value_get(value, items[i]) != NULL &&
            !check_item(step, ez_value_string(ez_value_get(value, items[i]), NULL), error))
            return false;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        if (ez_value_get(value, texts[i]) != NULL &&
            !check_text(ez_value_get(value, texts[i]), 280, error))
            return false;
    return ez_value_get(value, "stop") == NULL || ez_value_get(value, "why") != NULL ||
           ez_refuse(error, EZ_REFUSE_STOP_WITHOUT_WHY, NULL);
}

// ---- links ---------------------------------------------------------------------

// What the step does not ask for is not said.
static bool check_wanted(bool wanted, bool given, EzRefusal needs, EzRefusal has_no,
                         GError **error)
{
    return wanted == given || ez_refuse(error, wanted ? needs : has_no, NULL);
}

static bool check_verb(const EzStep *step, JsonNode *link, GError **error)
{
    JsonNode *verb = ez_value_get(link, "verb");
    return check_wanted(ez_step_option(step, "verbs") != NULL, verb != NULL,
                        EZ_REFUSE_LINK_NEEDS_VERB, EZ_REFUSE_LINK_HAS_NO_VERB, error) &&
           (verb == NULL ||
            check_among(ez_step_option(step, "verbs"), ez_value_string(verb, NULL), error));
}

static bool check_weight(const EzStep *step, JsonNode *link, GError **error)
{
    JsonNode *range = ez_step_option(step, "weight"), *weight = ez_value_get(link, "weight");
    if (!check_wanted(range != NULL, weight != NULL, EZ_REFUSE_LINK_NEEDS_WEIGHT,
                      EZ_REFUSE_LINK_HAS_NO_WEIGHT, error))
        return false;
    double low = ez_value_number(ez_value_item(range, 0), 0),
           high = ez_value_number(ez_value_item(range, 1), 0),
           number = ez_value_number(weight, NAN);
    return weight == NULL || check_whole(number, low, high, error);
}

static bool check_flags(const EzStep *step, JsonNode *link, GError **error)
{
    JsonNode *flags = ez_value_get(link, "flags");
    if (flags != NULL && !JSON_NODE_HOLDS_ARRAY(flags))
        return ez_refuse(error, EZ_REFUSE_FLAGS_NOT_LIST, NULL);
    for (int i = 0; i < ez_value_count(flags); i++)
        if (!check_among(ez_step_option(step, "flags"),
                         ez_value_string(ez_value_item(flags, i), NULL), error))
            return false;
    return true;
}

static bool check_ends(const EzStep *step, JsonNode *link, GError **error)
{
    JsonNode *from = ez_step_option(step, "from"), *to = ez_step_option(step, "to");
    const char *one = ez_value_string(ez_value_get(link, "from"), NULL),
               *other = ez_value_string(ez_value_get(link, "to"), NULL);
    if (!check_among(from, one, error) || !check_among(to != NULL ? to : from, other, error))
        return false;
    return to != NULL || strcmp(one, other) != 0 ||
           ez_refuse(error, EZ_REFUSE_LINK_TO_ITSELF, "name", one, NULL);
}

bool ez_check_links(const EzStep *step, JsonNode *value, GError **error)
{
    static const char *const parts[] = {"from", "to", "verb", "weight", "flags", NULL};
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return ez_refuse(error, EZ_REFUSE_NOT_LINKS, NULL);
    for (int i = 0; i < ez_value_count(value); i++) {
        JsonNode *link = ez_value_item(value, i);
        if (!check_parts(link, parts, EZ_REFUSE_NOT_LINK, error) ||
            !check_ends(step, link, error) || !check_verb(step, link, error) ||
            !check_weight(step, link, error) || !check_flags(step, link, error))
            return false;
        const char *from = ez_value_string(ez_value_get(link, "from"), ""),
                   *to = ez_value_string(ez_value_get(link, "to"), ""),
                   *verb = ez_value_string(ez_value_get(link, "verb"), "");
        if (!g_hash_table_add(seen, g_strdup_printf("%s\n%s\n%s", from, to, verb)))
            return ez_refuse(error, EZ_REFUSE_LINKED_TWICE, "from", from, "to", to, NULL);
    }
    return true;
}
