// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/words.h"
#include "engine/term/entry-private.h"

#include <string.h>

enum { MOST_TALLY = 5000, STRONGEST = 5 };

static const EzStep *step_of(const EzReading *r)
{
    return r->entry->step;
}

static void add(EzReading *r, JsonNode *value)
{
    g_ptr_array_add(r->found, value);
}

bool ez_read_number(const char *word, int least, int most, int *number)
{
    char *end;
    gint64 value = g_ascii_strtoll(word, &end, 10);
    *number = (int)value;
    return end != word && *end == '\0' && value >= least && value <= most;
}

static int item_count(const EzReading *r)
{
    return ez_value_count(ez_step_items(step_of(r)));
}

// The number of the item that is called this, in capitals or not; 0 when none is.
static int find_called(const EzReading *r, const char *words)
{
    g_autofree char *wanted = g_utf8_casefold(words, -1);
    for (int i = 0; i < item_count(r); i++) {
        g_autofree char *own =
            ez_words_of_item(r->entry->session, step_of(r), i, r->entry->language);
        g_autofree char *folded = g_utf8_casefold(own, -1);
        if (*wanted != '\0' && strcmp(folded, wanted) == 0)
            return i + 1;
    }
    return 0;
}

// A number, or the word by which an item is called.
static bool read_item(EzReading *r, const char *word, int *number)
{
    if (ez_read_number(word, 1, item_count(r), number))
        return true;
    *number = find_called(r, word);
    return *number > 0 || ez_refuse(r->error, EZ_REFUSE_NOT_IN_LIST, "word", word, "most",
                                    EZ_NUMBER(item_count(r)), NULL);
}

static const char *item_id(const EzReading *r, int number)
{
    return ez_step_item_id(ez_step_items(step_of(r)), number - 1);
}

// ---- many at once --------------------------------------------------------------

// "2:10" is ten times what "2" is.
static bool read_tally(EzReading *r, const char *word, char **one, int *times)
{
    const char *colon = strrchr(word, ':');
    *one = colon != NULL ? g_strndup(word, (gsize)(colon - word)) : g_strdup(word);
    *times = 1;
    return colon == NULL || ez_read_number(colon + 1, 1, MOST_TALLY, times) ||
           ez_refuse(r->error, EZ_REFUSE_UNCLEAR, "word", word, NULL);
}

// Each word is somebody's answer, or that of several.
static bool read_each(EzReading *r, JsonNode *(*read)(EzReading *, const char *))
{
    for (guint i = 0; i < r->words->len; i++) {
        g_autofree char *one = NULL;
        int times;
        if (!read_tally(r, r->words->pdata[i], &one, &times))
            return false;
        g_autoptr(JsonNode) value = read(r, one);
        for (int k = 0; value != NULL && k < times; k++)
            add(r, json_node_ref(value));
        if (value == NULL)
            return false;
    }
    return true;
}

// ---- kinds ---------------------------------------------------------------------

static bool read_text(EzReading *r)
{
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(r->before); i++)
        ez_value_append(list, json_node_ref(ez_value_item(r->before, i)));
    ez_value_append(list, ez_value_new_string(r->line));
    add(r, list);
    return true;
}

// "2", or "1+3" where one may choose more.
static JsonNode *read_choice(EzReading *r, const char *word)
{
    g_auto(GStrv) parts = g_strsplit(word, "+", -1);
    g_autoptr(JsonNode) list = ez_value_new_list();
    int number = 0;
    for (char **part = parts; *part != NULL; part++) {
        if (!read_item(r, *part, &number))
            return NULL;
        ez_value_append(list, ez_value_new_string(item_id(r, number)));
    }
    return ez_value_count(list) == 1 ? json_node_ref(ez_value_item(list, 0))
                                     : g_steal_pointer(&list);
}

// "go on, stop here": what is called by several words becomes its number, when all of the line is that.
static void number_called(EzReading *r)
{
    g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit_set(r->line, ",;", -1);
    for (char **part = parts; *part != NULL; part++) {
        int number = find_called(r, g_strstrip(*part));
        if (number == 0)
            return;
        g_ptr_array_add(numbers, g_strdup_printf("%d", number));
    }
    g_ptr_array_set_size(r->words, 0);
    for (guint i = 0; i < numbers->len; i++)
        g_ptr_array_add(r->words, g_strdup(numbers->pdata[i]));
}

static bool holds(JsonNode *ids, const char *id)
{
    for (int i = 0; i < ez_value_count(ids); i++)
        if (strcmp(ez_value_string(ez_value_item(ids, i), ""), id) == 0)
            return true;
    return false;
}

// What a group ticks comes to what it ticked before.
static bool read_choices(EzReading *r)
{
    number_called(r);
    if (!ez_step_is_shared(step_of(r)) || ez_entry_most(step_of(r)) == 1)
        return read_each(r, read_choice);
    g_autoptr(JsonNode) list =
        r->before != NULL ? json_node_copy(r->before) : ez_value_new_list();
    for (guint i = 0; i < r->words->len; i++) {
        int number;
        if (!read_item(r, r->words->pdata[i], &number))
            return false;
        if (!holds(list, item_id(r, number)))
            ez_value_append(list, ez_value_new_string(item_id(r, number)));
    }
    add(r, g_steal_pointer(&list));
    return true;
}

static JsonNode *read_score(EzReading *r, const char *word)
{
    int number, from = (int)ez_value_number(ez_step_option(step_of(r), "from"), 1);
    int to = (int)ez_value_number(ez_step_option(step_of(r), "to"), 5);
    bool unknown = strcmp(word, "?") == 0 || strcmp(word, "-") == 0;
    if (unknown && ez_value_flag(ez_step_option(step_of(r), "unknown"), false))
        return ez_value_new_string("unknown");
    if (ez_read_number(word, from, to, &number))
        return ez_value_new_number(number);
    ez_refuse(r->error, EZ_REFUSE_NO_SCORE, "word", word, "from", EZ_NUMBER(from), "to",
              EZ_NUMBER(to), NULL);
    return NULL;
}

// A line has a number for each item.
static bool read_sheet(EzReading *r)
{
    g_autoptr(JsonNode) sheet = ez_value_new_object();
    if ((int)r->words->len != item_count(r))
        return ez_refuse(r->error,
                         item_count(r) == 1 ? EZ_REFUSE_ONE_SCORE : EZ_REFUSE_SCORES_COUNT,
                         "most", EZ_NUMBER(item_count(r)), NULL);
    for (guint i = 0; i < r->words->len; i++) {
        JsonNode *score = read_score(r, r->words->pdata[i]);
        if (score == NULL)
            return false;
        ez_value_put(sheet, item_id(r, (int)i + 1), score);
    }
    add(r, g_steal_pointer(&sheet));
    return true;
}

static bool read_scores(EzReading *r)
{
    return ez_step_items(step_of(r)) != NULL ? read_sheet(r) : read_each(r, read_score);
}

// Numbers of items, none of them twice.
static JsonNode *read_items(EzReading *r, GPtrArray *words)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(JsonNode) list = ez_value_new_list();
    for (guint i = 0; i < words->len; i++) {
        int number;
        if (!read_item(r, words->pdata[i], &number))
            return NULL;
        if (!g_hash_table_add(seen, GINT_TO_POINTER(number))) {
            ez_refuse(r->error, EZ_REFUSE_TYPED_TWICE, "word", (const char *)words->pdata[i],
                      NULL);
            return NULL;
        }
        ez_value_append(list, ez_value_new_string(item_id(r, number)));
    }
    return g_steal_pointer(&list);
}

static bool read_ranking(EzReading *r)
{
    JsonNode *list = read_items(r, r->words);
    if (list != NULL)
        add(r, list);
    return list != NULL;
}

// "3" is one dot, "3=4" are four.
static bool read_dots(EzReading *r)
{
    g_autoptr(JsonNode) sheet = ez_value_new_object();
    for (guint i = 0; i < r->words->len; i++) {
        int number, dots = 1;
        g_auto(GStrv) parts = g_strsplit(r->words->pdata[i], "=", 2);
        if (!read_item(r, parts[0], &number))
            return false;
        if (parts[1] != NULL && !ez_read_number(parts[1], 0, 1000, &dots))
            return ez_refuse(r->error, EZ_REFUSE_UNCLEAR, "word",
                             (const char *)r->words->pdata[i], NULL);
        const char *id = item_id(r, number);
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
        if (!holds(ids, ez_value_string(ez_value_item(old, i), "")))
            ez_value_append(left, json_node_ref(ez_value_item(old, i)));
    }
    if (ez_value_get(pile, "name") != NULL)
        ez_value_put(made, "name", json_node_ref(ez_value_get(pile, "name")));
    ez_value_put(made, "items", left);
    return made;
}

static GPtrArray *words_of(const char *line)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit_set(line, " ,;\t", -1);
    for (char **part = parts; *part != NULL; part++)
        if (**part != '\0')
            g_ptr_array_add(words, g_strdup(*part));
    return words;
}

static bool read_pile(EzReading *r)
{
    const char *colon = strrchr(r->line, ':');
    if (colon == NULL)
        return ez_refuse(r->error, EZ_REFUSE_NO_COLON, NULL);
    g_autoptr(GPtrArray) words = words_of(colon + 1);
    g_autoptr(JsonNode) ids = read_items(r, words);
    if (ids == NULL)
        return false;
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

static JsonNode *read_zone(EzReading *r, const char *word)
{
    g_autoptr(GPtrArray) zones = ez_entry_zones(step_of(r));
    guint zone = (guint)(g_ascii_tolower(*word) - 'a');
    if (strlen(word) != 1 || zone >= zones->len) {
        ez_refuse(r->error, EZ_REFUSE_NO_LETTER, "word", word, NULL);
        return NULL;
    }
    JsonNode *place = ez_value_new_object();
    ez_value_put(place, "zone", json_node_ref(ez_value_get(zones->pdata[zone], "id")));
    return place;
}

static bool read_place(EzReading *r)
{
    int number;
    if (ez_step_items(step_of(r)) == NULL)
        return read_each(r, read_zone);
    if (r->words->len != 2)
        return ez_refuse(r->error, EZ_REFUSE_UNCLEAR, "word", r->line, NULL);
    JsonNode *place =
        read_item(r, r->words->pdata[0], &number) ? read_zone(r, r->words->pdata[1]) : NULL;
    if (place == NULL)
        return false;
    JsonNode *all = r->before != NULL ? json_node_copy(r->before) : ez_value_new_object();
    ez_value_put(all, item_id(r, number), place);
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
static bool read_support(EzReading *r, const char *text, JsonNode *entry)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int option, strength = 1;
    if (!ez_read_number(words[0] != NULL ? words[0] : "", 0, item_count(r), &option))
        return ez_refuse(r->error, EZ_REFUSE_NO_SUPPORT, "word", text, NULL);
    bool said = option > 0 && words[1] != NULL &&
                ez_read_number(words[1], G_MININT, G_MAXINT, &strength);
    if (said && (strength < 1 || strength > STRONGEST))
        return ez_refuse(r->error, EZ_REFUSE_NO_STRENGTH, "word", words[1], NULL);
    g_autofree char *argument = rest_of(words, said ? 2 : 1);
    if (option > 0)
        ez_value_put_string(entry, "for", item_id(r, option));
    if (said)
        ez_value_put_number(entry, "strength", strength);
    if (*argument != '\0')
        ez_value_put_string(entry, "argument", argument);
    return true;
}

// "stop 3 reason".
static bool read_stop(EzReading *r, const char *text, JsonNode *entry)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int option;
    if (g_strv_length(words) < 3 || g_ascii_strcasecmp(words[0], "stop") != 0 ||
        !ez_read_number(words[1], 1, item_count(r), &option))
        return ez_refuse(r->error, EZ_REFUSE_NO_STOP, "word", text, NULL);
    g_autofree char *why = rest_of(words, 2);
    ez_value_put_string(entry, "stop", item_id(r, option));
    ez_value_put_string(entry, "why", why);
    return true;
}

// A slash may stand in an argument: only one before the word "stop" parts the line.
static char *find_stop(char *line)
{
    for (char *slash = strchr(line, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        const char *word = slash + 1 + strspn(slash + 1, " ");
        if (g_ascii_strncasecmp(word, "stop", strlen("stop")) == 0)
            return slash;
    }
    return NULL;
}

static bool read_swarm(EzReading *r)
{
    g_autofree char *line = g_strdup(r->line);
    g_autoptr(JsonNode) entry = ez_value_new_object();
    char *slash = find_stop(line);
    if (slash != NULL)
        *slash = '\0';
    if (!read_support(r, g_strstrip(line), entry) ||
        (slash != NULL && !read_stop(r, g_strstrip(slash + 1), entry)))
        return false;
    add(r, g_steal_pointer(&entry));
    return true;
}

// ---- the table -----------------------------------------------------------------

static const struct {
    const char *word;
    bool (*read)(EzReading *r);
    EzPhrase hint, several;               // several: one answer may hold more
    EzPhrase shared_hint, shared_several; // of one answer for all
    EzPhrase tally;                       // of many people at once; EZ_PHRASES = cannot be
} kinds[] = {
    {"ask", read_text, EZ_SAY_ASK, EZ_SAY_ASK_EACH, EZ_SAY_ASK_ONE, EZ_SAY_ASK_SEVERAL,
     EZ_PHRASES},
    {"choose", read_choices, EZ_SAY_CHOOSE, EZ_SAY_CHOOSE_EACH, EZ_SAY_CHOOSE_ONE,
     EZ_SAY_CHOOSE_SEVERAL, EZ_SAY_TALLY_CHOOSE},
    {"gate", read_choices, EZ_SAY_GATE, EZ_SAY_GATE, EZ_SAY_GATE, EZ_SAY_GATE, EZ_PHRASES},
    {"scale", read_scores, EZ_SAY_SCALE, EZ_SAY_SCALE, EZ_SAY_SCALE, EZ_SAY_SCALE,
     EZ_SAY_TALLY_SCALE},
    {"rank", read_ranking, EZ_SAY_RANK, EZ_SAY_RANK, EZ_SAY_RANK, EZ_SAY_RANK, EZ_PHRASES},
    {"vote", read_dots, EZ_SAY_VOTE, EZ_SAY_VOTE, EZ_SAY_VOTE, EZ_SAY_VOTE, EZ_PHRASES},
    {"cluster", read_pile, EZ_SAY_CLUSTER, EZ_SAY_CLUSTER, EZ_SAY_CLUSTER, EZ_SAY_CLUSTER,
     EZ_PHRASES},
    {"place", read_place, EZ_SAY_PLACE_SELF, EZ_SAY_PLACE_SELF, EZ_SAY_PLACE, EZ_SAY_PLACE,
     EZ_SAY_TALLY_PLACE},
    {"link", ez_read_links, EZ_SAY_LINK, EZ_SAY_LINK, EZ_SAY_LINK_SHARED, EZ_SAY_LINK_SHARED,
     EZ_PHRASES},
    {"swarm", read_swarm, EZ_SAY_SWARM, EZ_SAY_SWARM, EZ_SAY_SWARM, EZ_SAY_SWARM, EZ_PHRASES},
    {"action", NULL, EZ_SAY_ACTION, EZ_SAY_ACTION, EZ_SAY_ACTION, EZ_SAY_ACTION, EZ_PHRASES},
};

static int kind_of(const EzStep *step)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].word, step->kind->word) == 0)
            return i;
    return -1;
}

int ez_entry_most(const EzStep *step)
{
    const char *limit = strcmp(step->kind->word, "ask") == 0 ? "per" : "most";
    return (int)ez_value_number(ez_step_option(step, limit), 1);
}

// An example with what this step asks of a link.
static char *link_example(const EzTyped *entry)
{
    JsonNode *range = ez_step_option(entry->step, "weight");
    g_autofree char *weight =
        g_strdup_printf(" %d", (int)ez_value_number(ez_value_item(range, 1), 1));
    return g_strconcat("1>3", ez_step_option(entry->step, "verbs") != NULL ? " a" : "",
                       range != NULL ? weight : "",
                       ez_step_option(entry->step, "flags") != NULL ? " !a" : "", NULL);
}

static char *fill_hint(const EzTyped *entry, EzPhrase hint)
{
    g_autofree char *from = NULL, *to = NULL;
    if (strcmp(entry->step->kind->word, "link") == 0)
        from = link_example(entry);
    else if (hint == EZ_SAY_CHOOSE_EACH || hint == EZ_SAY_ASK_EACH ||
             hint == EZ_SAY_ASK_SEVERAL)
        from = g_strdup_printf("%d", ez_entry_most(entry->step));
    else
        from =
            g_strdup_printf("%d", (int)ez_value_number(ez_step_option(entry->step, "from"), 1));
    to = g_strdup_printf("%d", (int)ez_value_number(ez_step_option(entry->step, "to"), 5));
    return ez_phrase_fill(hint, entry->language, from, to);
}

char *ez_entry_hint(const EzTyped *entry)
{
    int kind = kind_of(entry->step);
    if (kind < 0)
        return g_strdup(ez_phrase(EZ_SAY_NEXT, entry->language));
    bool shared = ez_step_is_shared(entry->step), several = ez_entry_most(entry->step) > 1;
    EzPhrase hint = shared ? (several ? kinds[kind].shared_several : kinds[kind].shared_hint)
                           : (several ? kinds[kind].several : kinds[kind].hint);
    if (hint == EZ_SAY_SCALE && ez_step_items(entry->step) != NULL)
        hint = EZ_SAY_SCALE_ITEMS;
    return fill_hint(entry, hint);
}

EzPhrase ez_entry_tally_hint(const EzStep *step)
{
    int kind = kind_of(step);
    bool sheet = strcmp(step->kind->word, "scale") == 0 && ez_step_items(step) != NULL;
    return kind < 0 || sheet || ez_step_is_shared(step) ? EZ_PHRASES : kinds[kind].tally;
}

GPtrArray *ez_entry_read(const EzTyped *entry, JsonNode *before, const char *line,
                         GError **error)
{
    g_autoptr(GPtrArray) words = words_of(line);
    g_autoptr(GPtrArray) found =
        g_ptr_array_new_with_free_func((GDestroyNotify)json_node_unref);
    EzReading r = {entry, before, line, words, found, error};
    int kind = kind_of(entry->step);
    if (kind >= 0 && kinds[kind].read != NULL)
        return kinds[kind].read(&r) ? g_steal_pointer(&found) : NULL;
    ez_refuse(error, EZ_REFUSE_UNCLEAR, "word", line, NULL);
    return NULL;
}
