// SPDX-License-Identifier: EUPL-1.2
// Answers as somebody would type them; of a choice, its words too.
#include "engine/run/words.h"
#include "engine/term/entry-private.h"

#include <string.h>

static void append_word(GString *out, const char *before, const char *word)
{
    if (*word == '\0')
        return;
    g_string_append(out, out->len > 0 ? before : "");
    g_string_append(out, word);
}

static void append_number(GString *out, const char *before, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    append_word(out, before, g_ascii_formatd(text, sizeof text, "%.0f", number));
}

static int number_of(const EzTyped *entry, JsonNode *id)
{
    return ez_step_find_item(ez_step_items(entry->step), ez_value_string(id, "")) + 1;
}

static void write_texts(GString *out, const EzTyped *entry, JsonNode *value)
{
    append_word(out, "", ez_value_string(value, ""));
    for (int i = 0; i < ez_value_count(value); i++)
        append_word(out, " / ", ez_value_string(ez_value_item(value, i), ""));
}

static void write_items(GString *out, const EzTyped *entry, JsonNode *value)
{
    if (ez_value_string(value, NULL) != NULL)
        append_number(out, "", number_of(entry, value));
    for (int i = 0; i < ez_value_count(value); i++)
        append_number(out, " ", number_of(entry, ez_value_item(value, i)));
}

// "2. fast".
static void append_choice(GString *out, const EzTyped *entry, JsonNode *id)
{
    int number = number_of(entry, id);
    g_autofree char *words =
        number > 0 ? ez_words_of_item(entry->session, entry->step, number - 1, entry->language)
                   : g_strdup("");
    g_autofree char *choice = g_strdup_printf("%d. %s", number, words);
    append_word(out, "; ", choice);
}

static void write_choices(GString *out, const EzTyped *entry, JsonNode *value)
{
    if (ez_value_string(value, NULL) != NULL)
        append_choice(out, entry, value);
    for (int i = 0; i < ez_value_count(value); i++)
        append_choice(out, entry, ez_value_item(value, i));
}

static void write_score(GString *out, JsonNode *score)
{
    if (ez_value_string(score, NULL) != NULL || score == NULL)
        append_word(out, " ", "-");
    else
        append_number(out, " ", ez_value_number(score, 0));
}

static void write_scores(GString *out, const EzTyped *entry, JsonNode *value)
{
    JsonNode *items = ez_step_items(entry->step);
    if (items == NULL)
        write_score(out, value);
    for (int i = 0; i < ez_value_count(items); i++)
        write_score(out, ez_value_get(value, ez_step_item_id(items, i)));
}

static void write_dots(GString *out, const EzTyped *entry, JsonNode *value)
{
    JsonNode *items = ez_step_items(entry->step);
    for (int i = 0; i < ez_value_count(items); i++) {
        double dots = ez_value_number(ez_value_get(value, ez_step_item_id(items, i)), 0);
        if (dots > 0)
            append_number(out, " ", i + 1);
        if (dots > 0)
            append_number(out, "=", dots);
    }
}

static void write_piles(GString *out, const EzTyped *entry, JsonNode *value)
{
    for (int i = 0; i < ez_value_count(value); i++) {
        g_autoptr(GString) numbers = g_string_new(NULL);
        JsonNode *pile = ez_value_item(value, i);
        write_items(numbers, entry, ez_value_get(pile, "items"));
        append_word(out, "; ", ez_value_string(ez_value_get(pile, "name"), ""));
        append_word(out, ": ", numbers->str);
    }
}

static void append_zone(GString *out, const EzTyped *entry, JsonNode *place)
{
    g_autoptr(GPtrArray) zones = ez_entry_zones(entry->step);
    const char *id = ez_value_string(ez_value_get(place, "zone"), "");
    for (guint i = 0; i < zones->len; i++)
        if (strcmp(ez_value_string(ez_value_get(zones->pdata[i], "id"), ""), id) == 0)
            append_word(out, " ", (char[]){(char)('a' + i), '\0'});
}

static void write_places(GString *out, const EzTyped *entry, JsonNode *value)
{
    JsonNode *items = ez_step_items(entry->step);
    if (items == NULL)
        append_zone(out, entry, value);
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *place = ez_value_get(value, ez_step_item_id(items, i));
        if (place != NULL)
            append_number(out, ", ", i + 1);
        if (place != NULL)
            append_zone(out, entry, place);
    }
}

static void write_links(GString *out, const EzTyped *entry, JsonNode *value)
{
    g_autofree char *links = ez_write_links(entry, value);
    g_string_append(out, links);
}

static void write_swarm(GString *out, const EzTyped *entry, JsonNode *value)
{
    append_number(out, "", number_of(entry, ez_value_get(value, "for")));
    if (ez_value_get(value, "strength") != NULL)
        append_number(out, " ", ez_value_number(ez_value_get(value, "strength"), 1));
    append_word(out, " ", ez_value_string(ez_value_get(value, "argument"), ""));
    if (ez_value_get(value, "stop") == NULL)
        return;
    append_number(out, " / stop ", number_of(entry, ez_value_get(value, "stop")));
    append_word(out, " ", ez_value_string(ez_value_get(value, "why"), ""));
}

static void write_actions(GString *out, const EzTyped *entry, JsonNode *value)
{
    static const char *const parts[] = {"what", "who", "by"};
    for (int i = 0; i < ez_value_count(value); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(parts); k++)
            append_word(out, k == 0 ? "; " : ", ",
                        ez_value_string(ez_value_get(ez_value_item(value, i), parts[k]), "–"));
}

static const struct {
    const char *word;
    void (*write)(GString *, const EzTyped *, JsonNode *);
} kinds[] = {
    {"ask", write_texts},     {"choose", write_choices}, {"gate", write_choices},
    {"scale", write_scores},  {"rank", write_items},     {"vote", write_dots},
    {"cluster", write_piles}, {"place", write_places},   {"link", write_links},
    {"swarm", write_swarm},   {"action", write_actions},
};

char *ez_entry_write(const EzTyped *entry, JsonNode *value)
{
    GString *out = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].word, entry->step->kind->word) == 0)
            kinds[i].write(out, entry, value);
    return g_string_free(out, FALSE);
}
