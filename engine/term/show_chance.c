// SPDX-License-Identifier: EUPL-1.2
// What chance gave: cards with their texts, and groups.
#include "engine/run/words.h"
#include "engine/term/show-private.h"

#include <string.h>

static void show_title(const EzShow *show, JsonNode *card)
{
    g_autofree char *title = ez_words_of(show->session, card, show->language);
    const char *id = ez_value_string(ez_value_get(card, "id"), "");
    g_autofree char *line = g_strdup_printf("  %s: %s", id, title);
    ez_screen_put(show->screen, 4, line);
}

// Every text of the card, in the order of their names: a table of Lua has none.
static void show_whole(const EzShow *show, JsonNode *card)
{
    show_title(show, card);
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(card)), (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *value = ez_value_get(card, name->data);
        bool text = ez_value_get(value, show->language) != NULL;
        if (!text || strcmp(name->data, "title") == 0)
            continue;
        g_autofree char *words = ez_words_of(show->session, value, show->language);
        g_autofree char *paragraph = g_strdup_printf("    %s", words);
        ez_screen_put(show->screen, 4, paragraph);
    }
}

const char *ez_show_card_id(JsonNode *item)
{
    bool card = ez_value_get(item, "title") != NULL;
    return card ? ez_value_string(ez_value_get(item, "id"), "") : "";
}

static bool is_called(const EzShow *show, JsonNode *card, const char *name)
{
    g_autofree char *title = ez_words_of(show->session, card, show->language),
                    *own = g_utf8_casefold(title, -1), *wanted = g_utf8_casefold(name, -1);
    return g_ascii_strcasecmp(ez_show_card_id(card), name) == 0 || strcmp(own, wanted) == 0;
}

bool ez_show_card(const EzShow *show, const char *name)
{
    for (int i = ez_session_step_count(show->session); i-- > 0;) {
        JsonNode *items = ez_step_items(ez_session_step(show->session, i));
        for (int k = 0; k < ez_value_count(items); k++) {
            JsonNode *item = ez_value_item(items, k);
            if (*ez_show_card_id(item) != '\0' && is_called(show, item, name)) {
                show_whole(show, item);
                return true;
            }
        }
    }
    return false;
}

// The cards lie on the table: their titles are enough.

static void show_hand(const EzShow *show, const EzStep *step, JsonNode *hand)
{
    for (int i = 0; i < ez_value_count(hand); i++) {
        int item = (int)ez_value_number(ez_value_get(ez_value_item(hand, i), "#"), 0) - 1;
        JsonNode *card = ez_value_item(ez_step_items(step), item);
        if (card != NULL && JSON_NODE_HOLDS_OBJECT(card))
            show_title(show, card);
    }
}

static void show_hands(const EzShow *show, const EzStep *step, JsonNode *hands)
{
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(hands)), (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        g_autofree char *group = ez_show_group(show, name->data);
        ez_screen_put(show->screen, 0, group);
        show_hand(show, step, ez_value_get(hands, name->data));
    }
}

// The members as they are now, by the numbers in which they came: somebody may have moved.
static void append_members(GString *line, const EzSession *session, const char *group)
{
    for (int i = 0; i < ez_session_person_count(session); i++) {
        const EzPerson *person = ez_session_person(session, i);
        const char *own = ez_session_group_of(session, person->id);
        if (person->here && g_strcmp0(own, group) == 0)
            g_string_append_printf(line, " %d", i + 1);
    }
}

void ez_show_groups(const EzShow *show, const EzStep *step)
{
    JsonNode *groups = ez_value_get(step->result, "groups");
    for (int i = 0; i < ez_value_count(groups); i++) {
        g_autoptr(GString) line = g_string_new("  ");
        JsonNode *group = ez_value_item(groups, i);
        g_autofree char *name = ez_words_of(show->session, group, show->language);
        g_string_append_printf(line, "%s:", name);
        append_members(line, show->session, ez_value_string(ez_value_get(group, "id"), ""));
        ez_screen_put(show->screen, 4, line->str);
    }
    const char *by = ez_value_string(ez_step_option(step, "by"), "");
    if (strcmp(by, "choice") == 0 && ez_value_count(groups) > 1)
        ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_PROPOSAL));
}

void ez_show_chance(const EzShow *show, const EzStep *step)
{
    bool silent = ez_show_is(step, "seed") || ez_show_is(step, "people") ||
                  ez_show_is(step, "pick") || ez_show_is(step, "shuffle");
    if (silent)
        return;
    g_autofree char *text = ez_words_of_step(show->session, step, show->language),
                    *group = ez_show_group(show, step->group),
                    *line = g_strdup_printf("%s%s%s", group, *group != '\0' ? ": " : "", text);
    ez_screen_space(show->screen);
    ez_screen_put(show->screen, 0, line);
    JsonNode *items = ez_value_get(step->result, "items");
    if (ez_show_is(step, "split"))
        ez_show_groups(show, step);
    else if (items != NULL && JSON_NODE_HOLDS_ARRAY(items))
        show_hand(show, step, items);
    else if (items != NULL)
        show_hands(show, step, items);
    if (items != NULL && ez_value_count(ez_value_get(step->result, "drawn")) > 0)
        ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_CARDS));
}
