// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/entry.h"

#include <gio/gio.h>
#include <string.h>

typedef struct Reading {
    const EzStep *step;
    JsonNode *before;
    const char *line, *language;
    char **words;
    GPtrArray *found; // of JsonNode
    GError **error;
} Reading;

static bool refuse(Reading *r, const char *word)
{
    g_set_error(r->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s%s",
                ez_phrase(EZ_SAY_NOT_UNDERSTOOD, r->language), word);
    return false;
}

static void add(Reading *r, JsonNode *value)
{
    g_ptr_array_add(r->found, value);
}

static bool read_number(const char *word, int least, int most, int *number)
{
    char *end;
    gint64 value = g_ascii_strtoll(word, &end, 10);
    *number = (int)value;
    return end != word && *end == '\0' && value >= least && value <= most;
}

static int item_count(const EzStep *step)
{
    return ez_value_count(ez_step_items(step));
}

static JsonNode *item_id(const EzStep *step, int number)
{
    return ez_value_new_string(ez_step_item_id(ez_step_items(step), number - 1));
}

static bool is_filled(const char *word)
{
    return *word != '\0';
}

// ---- kinds ---------------------------------------------------------------------

static bool read_text(Reading *r)
{
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(r->before); i++)
        ez_value_append(list, json_node_ref(ez_value_item(r->before, i)));
    ez_value_append(list, ez_value_new_string(r->line));
    add(r, list);
    return true;
}

static bool read_choices(Reading *r)
{
    bool one =
        ez_step_is_shared(r->step) && ez_value_number(ez_step_option(r->step, "most"), 1) > 1;
    JsonNode *list = one ? ez_value_new_list() : NULL;
    for (char **word = r->words; *word != NULL; word++) {
        int number = 0;
        if (!is_filled(*word))
            continue;
        if (!read_number(*word, 1, item_count(r->step), &number)) {
            g_clear_pointer(&list, json_node_unref);
            return refuse(r, *word);
        }
        if (one)
            ez_value_append(list, item_id(r->step, number));
        else
            add(r, item_id(r->step, number));
    }
    if (one)
        add(r, list);
    return true;
}

static bool read_score(Reading *r, const char *word, JsonNode **score)
{
    int number, from = (int)ez_value_number(ez_step_option(r->step, "from"), 1);
    int to = (int)ez_value_number(ez_step_option(r->step, "to"), 5);
    bool unknown = strcmp(word, "?") == 0 || strcmp(word, "-") == 0;
    if (!unknown && !read_number(word, from, to, &number))
        return refuse(r, word);
    *score = unknown ? ez_value_new_string("unknown") : ez_value_new_number(number);
    return true;
}

// A line has a number for each item.
static bool read_sheet(Reading *r)
{
    g_autoptr(JsonNode) sheet = ez_value_new_object();
    JsonNode *items = ez_step_items(r->step);
    int at = 0;
    for (char **word = r->words; *word != NULL; word++) {
        JsonNode *score;
        if (!is_filled(*word))
            continue;
        if (at >= ez_value_count(items) || !read_score(r, *word, &score))
            return at >= ez_value_count(items) ? refuse(r, *word) : false;
        ez_value_put(sheet, ez_step_item_id(items, at++), score);
    }
    if (at < ez_value_count(items))
        return refuse(r, r->line);
    add(r, g_steal_pointer(&sheet));
    return true;
}

static bool read_scores(Reading *r)
{
    if (ez_step_items(r->step) != NULL)
        return read_sheet(r);
    for (char **word = r->words; *word != NULL; word++) {
        JsonNode *score;
        if (!is_filled(*word))
            continue;
        if (!read_score(r, *word, &score))
            return false;
        add(r, score);
    }
    return true;
}

static bool read_ranking(Reading *r)
{
    g_autoptr(JsonNode) list = ez_value_new_list();
    for (char **word = r->words; *word != NULL; word++) {
        int number = 0;
        if (!is_filled(*word))
            continue;
        if (!read_number(*word, 1, item_count(r->step), &number))
            return refuse(r, *word);
        ez_value_append(list, item_id(r->step, number));
    }
    add(r, g_steal_pointer(&list));
    return true;
}

// "3" is one dot, "3=4" are four.
static bool read_dots(Reading *r)
{
    g_autoptr(JsonNode) sheet = ez_value_new_object();
    JsonNode *items = ez_step_items(r->step);
    for (char **word = r->words; *word != NULL; word++) {
        int number, dots = 1;
        if (!is_filled(*word))
            continue;
        g_auto(GStrv) parts = g_strsplit(*word, "=", 2);
        if (!read_number(parts[0], 1, item_count(r->step), &number) ||
            (parts[1] != NULL && !read_number(parts[1], 0, 1000, &dots)))
            return refuse(r, *word);
        const char *id = ez_step_item_id(items, number - 1);
        ez_value_put_number(sheet, id, ez_value_number(ez_value_get(sheet, id), 0) + dots);
    }
    add(r, g_steal_pointer(&sheet));
    return true;
}

// What lies in the new pile is taken out of the others.
static JsonNode *without(JsonNode *pile, JsonNode *ids)
{
    JsonNode *left = ez_value_new_list(), *made = ez_value_new_object();
    JsonNode *old = ez_value_get(pile, "items");
    for (int i = 0; i < ez_value_count(old); i++) {
        bool taken = false;
        for (int k = 0; k < ez_value_count(ids); k++)
            taken = taken || strcmp(ez_value_string(ez_value_item(old, i), ""),
                                    ez_value_string(ez_value_item(ids, k), "")) == 0;
        if (!taken)
            ez_value_append(left, json_node_ref(ez_value_item(old, i)));
    }
    if (ez_value_get(pile, "name") != NULL)
        ez_value_put(made, "name", json_node_ref(ez_value_get(pile, "name")));
    ez_value_put(made, "items", left);
    return made;
}

static bool read_pile(Reading *r)
{
    const char *colon = strrchr(r->line, ':');
    if (colon == NULL)
        return refuse(r, r->line);
    g_autoptr(JsonNode) ids = ez_value_new_list();
    g_auto(GStrv) words = g_strsplit_set(colon + 1, " ,", -1);
    for (char **word = words; *word != NULL; word++) {
        int number = 0;
        if (is_filled(*word) && !read_number(*word, 1, item_count(r->step), &number))
            return refuse(r, *word);
        if (is_filled(*word))
            ez_value_append(ids, item_id(r->step, number));
    }
    JsonNode *piles = ez_value_new_list(), *pile = ez_value_new_object();
    for (int i = 0; i < ez_value_count(r->before); i++)
        ez_value_append(piles, without(ez_value_item(r->before, i), ids));
    g_autofree char *name = g_strstrip(g_strndup(r->line, (gsize)(colon - r->line)));
    if (*name != '\0')
        ez_value_put_string(pile, "name", name);
    ez_value_put(pile, "items", json_node_ref(ids));
    ez_value_append(piles, pile);
    add(r, piles);
    return true;
}

GPtrArray *ez_entry_zones(const EzStep *step)
{
    GPtrArray *zones = g_ptr_array_new();
    JsonNode *canvas = ez_step_option(step, "canvas");
    if (canvas == NULL || !JSON_NODE_HOLDS_OBJECT(canvas))
        return zones;
    g_autoptr(GList) names = g_list_sort(json_object_get_members(json_node_get_object(canvas)),
                                         (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *list = ez_value_get(canvas, name->data);
        for (int i = 0; i < ez_value_count(list); i++)
            if (ez_value_get(ez_value_item(list, i), "id") != NULL)
                g_ptr_array_add(zones, ez_value_item(list, i));
    }
    return zones;
}

static JsonNode *read_zone(Reading *r, const char *word)
{
    g_autoptr(GPtrArray) zones = ez_entry_zones(r->step);
    guint zone = (guint)(g_ascii_tolower(*word) - 'a');
    if (strlen(word) != 1 || zone >= zones->len) {
        refuse(r, word);
        return NULL;
    }
    JsonNode *place = ez_value_new_object();
    ez_value_put(place, "zone", json_node_ref(ez_value_get(zones->pdata[zone], "id")));
    return place;
}

static bool read_self(Reading *r)
{
    for (char **word = r->words; *word != NULL; word++) {
        JsonNode *place = is_filled(*word) ? read_zone(r, *word) : NULL;
        if (is_filled(*word) && place == NULL)
            return false;
        if (place != NULL)
            add(r, place);
    }
    return true;
}

static bool read_place(Reading *r)
{
    int number;
    if (ez_step_items(r->step) == NULL)
        return read_self(r);
    if (g_strv_length(r->words) != 2 ||
        !read_number(r->words[0], 1, item_count(r->step), &number))
        return refuse(r, r->line);
    JsonNode *place = read_zone(r, r->words[1]);
    if (place == NULL)
        return false;
    JsonNode *all = r->before != NULL ? json_node_copy(r->before) : ez_value_new_object();
    ez_value_put(all, ez_step_item_id(ez_step_items(r->step), number - 1), place);
    add(r, all);
    return true;
}

// The words from this one on, as one text; "" when there are none.
static char *rest_of(char **words, guint from)
{
    return from < g_strv_length(words) ? g_strstrip(g_strjoinv(" ", words + from))
                                       : g_strdup("");
}

// "2 4 argument": an option, how strongly, and why. 0 rests.
static bool read_support(Reading *r, const char *text, JsonNode *entry)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int option, strength = 1;
    if (!read_number(words[0] != NULL ? words[0] : "", 0, item_count(r->step), &option))
        return refuse(r, text);
    bool said = option > 0 && words[1] != NULL && read_number(words[1], 0, 5, &strength);
    g_autofree char *argument = rest_of(words, said ? 2 : 1);
    if (option > 0)
        ez_value_put(entry, "for", item_id(r->step, option));
    if (said)
        ez_value_put_number(entry, "strength", strength);
    if (*argument != '\0')
        ez_value_put_string(entry, "argument", argument);
    return true;
}

// "stop 3 reason".
static bool read_stop(Reading *r, const char *text, JsonNode *entry)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int option;
    if (g_strv_length(words) < 3 || g_ascii_strcasecmp(words[0], "stop") != 0 ||
        !read_number(words[1], 1, item_count(r->step), &option))
        return refuse(r, text);
    g_autofree char *why = rest_of(words, 2);
    ez_value_put(entry, "stop", item_id(r->step, option));
    ez_value_put_string(entry, "why", why);
    return true;
}

static bool read_swarm(Reading *r)
{
    g_auto(GStrv) parts = g_strsplit(r->line, "/", 2);
    g_autoptr(JsonNode) entry = ez_value_new_object();
    if (!read_support(r, g_strstrip(parts[0]), entry) ||
        (parts[1] != NULL && !read_stop(r, g_strstrip(parts[1]), entry)))
        return false;
    add(r, g_steal_pointer(&entry));
    return true;
}

static const struct {
    const char *word;
    bool (*read)(Reading *r);
    EzPhrase hint, shared; // shared: of one answer for all
    EzPhrase several;      // shared, and it may hold more than one
} kinds[] = {
    {"ask", read_text, EZ_SAY_ASK, EZ_SAY_ASK_ONE, EZ_SAY_ASK},
    {"choose", read_choices, EZ_SAY_CHOOSE, EZ_SAY_CHOOSE_ONE, EZ_SAY_CHOOSE_SEVERAL},
    {"gate", read_choices, EZ_SAY_GATE, EZ_SAY_GATE, EZ_SAY_GATE},
    {"scale", read_scores, EZ_SAY_SCALE, EZ_SAY_SCALE, EZ_SAY_SCALE},
    {"rank", read_ranking, EZ_SAY_RANK, EZ_SAY_RANK, EZ_SAY_RANK},
    {"vote", read_dots, EZ_SAY_VOTE, EZ_SAY_VOTE, EZ_SAY_VOTE},
    {"cluster", read_pile, EZ_SAY_CLUSTER, EZ_SAY_CLUSTER, EZ_SAY_CLUSTER},
    {"place", read_place, EZ_SAY_PLACE_SELF, EZ_SAY_PLACE, EZ_SAY_PLACE},
    {"swarm", read_swarm, EZ_SAY_SWARM, EZ_SAY_SWARM, EZ_SAY_SWARM},
    {"action", NULL, EZ_SAY_ACTION, EZ_SAY_ACTION, EZ_SAY_ACTION},
    {"say", NULL, EZ_SAY_NEXT, EZ_SAY_NEXT, EZ_SAY_NEXT},
    {"timer", NULL, EZ_SAY_NEXT, EZ_SAY_NEXT, EZ_SAY_NEXT},
};

static bool holds_several(const EzStep *step)
{
    const char *limit = strcmp(step->kind->word, "ask") == 0 ? "per" : "most";
    return ez_value_number(ez_step_option(step, limit), 1) > 1;
}

EzPhrase ez_entry_hint(const EzStep *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].word, step->kind->word) == 0) {
            EzPhrase hint = !ez_step_is_shared(step) ? kinds[i].hint
                            : holds_several(step)    ? kinds[i].several
                                                     : kinds[i].shared;
            bool sheet = hint == EZ_SAY_SCALE && ez_step_items(step) != NULL;
            return sheet ? EZ_SAY_SCALE_ITEMS : hint;
        }
    return EZ_SAY_NEXT;
}

GPtrArray *ez_entry_read(const EzStep *step, JsonNode *before, const char *line,
                         const char *language, GError **error)
{
    g_auto(GStrv) words = g_strsplit_set(line, " ,;\t", -1);
    g_autoptr(GPtrArray) found =
        g_ptr_array_new_with_free_func((GDestroyNotify)json_node_unref);
    Reading r = {step, before, line, language, words, found, error};
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].read != NULL && strcmp(kinds[i].word, step->kind->word) == 0)
            return kinds[i].read(&r) ? g_steal_pointer(&found) : NULL;
    refuse(&r, line);
    return NULL;
}
