// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/show.h"

#include "engine/run/text_check.h"
#include "engine/run/words.h"
#include "engine/term/entry.h"

#include <string.h>

enum { FEW = 5, LISTED = 30 };

static bool is(const EzStep *step, const char *word)
{
    return strcmp(step->kind->word, word) == 0;
}

static const char *phrase(const EzShow *show, EzPhrase phrase)
{
    return ez_phrase(phrase, show->language);
}

// ---- a step --------------------------------------------------------------------

static void show_items(const EzShow *show, const EzStep *step)
{
    JsonNode *items = ez_step_items(step);
    for (int i = 0; i < ez_value_count(items); i++) {
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        g_autofree char *line = g_strdup_printf("%3d. %s", i + 1, words);
        ez_screen_put(show->screen, 5, line);
    }
}

static void show_zones(const EzShow *show, const EzStep *step)
{
    g_autoptr(GPtrArray) zones = ez_entry_zones(step);
    for (guint i = 0; i < zones->len && i < 26; i++) {
        g_autofree char *words = ez_words_of(show->session, zones->pdata[i], show->language);
        g_autofree char *line = g_strdup_printf("  %c. %s", 'a' + (int)i, words);
        ez_screen_put(show->screen, 5, line);
    }
}

static void show_labels(const EzShow *show, const EzStep *step)
{
    JsonNode *labels = ez_step_option(step, "labels");
    int from = (int)ez_value_number(ez_step_option(step, "from"), 1);
    int to = (int)ez_value_number(ez_step_option(step, "to"), 5);
    for (int i = from; labels != NULL && i <= to; i++) {
        char name[16];
        g_snprintf(name, sizeof name, "%d", i);
        JsonNode *label = ez_value_count(labels) > 0 ? ez_value_item(labels, i - 1)
                                                     : ez_value_get(labels, name);
        g_autofree char *words = ez_words_of(show->session, label, show->language);
        // A label may begin with its number, as it stands on a card.
        bool numbered = g_str_has_prefix(words, name) && words[strlen(name)] == ' ';
        g_autofree char *line =
            numbered ? g_strdup_printf("  %s", words) : g_strdup_printf("  %d = %s", i, words);
        if (label != NULL)
            ez_screen_put(show->screen, 6, line);
    }
}

static char *minutes_of(const EzShow *show, const EzStep *step)
{
    JsonNode *time = ez_step_option(step, "time");
    double seconds = ez_value_number(time != NULL ? time : ez_step_option(step, "seconds"), 0);
    g_autofree char *minutes = g_strdup_printf("%d", MAX(1, (int)(seconds / 60 + 0.5)));
    g_autofree char *words = ez_phrase_fill(EZ_SAY_MINUTES, show->language, minutes, NULL);
    return seconds > 0 ? g_strdup_printf(" (%s)", words) : g_strdup("");
}

char *ez_show_group(const EzShow *show, const EzStep *step)
{
    const char *id = step->group;
    if (id == NULL)
        return g_strdup("");
    bool numbered = id[0] == 'g' && g_ascii_isdigit(id[1]);
    return numbered ? ez_phrase_fill(EZ_SAY_GROUP_NAME, show->language, id + 1, NULL)
                    : g_strdup(id);
}

static void show_heading(const EzShow *show, const EzStep *step, int number)
{
    g_autofree char *minutes = minutes_of(show, step);
    g_autofree char *section = g_strdup(""), *group = ez_show_group(show, step);
    if (step->section >= 0) {
        g_free(section);
        section =
            ez_words_of(show->session, ez_session_section(show->session, step->section)->text,
                        show->language);
    }
    g_autofree char *heading =
        g_strdup_printf("%d%s%s%s%s%s", number, *section ? " · " : "", section,
                        *group != '\0' ? " · " : "", group, minutes);
    ez_screen_heading(show->screen, heading);
}

void ez_show_step(const EzShow *show, const EzStep *step, int number)
{
    g_autofree char *text = ez_words_of_step(show->session, step, show->language);
    char from[16], to[16];
    show_heading(show, step, number);
    ez_screen_put(show->screen, 0, text);
    show_items(show, step);
    show_zones(show, step);
    show_labels(show, step);
    if (ez_step_is_anonymous(step))
        ez_screen_put(show->screen, 0, phrase(show, EZ_SAY_ANONYMOUS));
    g_snprintf(from, sizeof from, "%d", (int)ez_value_number(ez_step_option(step, "from"), 1));
    g_snprintf(to, sizeof to, "%d", (int)ez_value_number(ez_step_option(step, "to"), 5));
    g_autofree char *hint = ez_phrase_fill(ez_entry_hint(step), show->language, from, to);
    g_autofree char *bracketed = g_strdup_printf("[%s]", hint);
    ez_screen_put(show->screen, 1, bracketed);
}

void ez_show_note(const EzShow *show, const EzStep *step)
{
    JsonNode *note = ez_step_option(step, "note");
    if (note == NULL)
        ez_screen_put(show->screen, 0, phrase(show, EZ_SAY_NO_HELP));
    for (int i = 0; i < MAX(ez_value_count(note), note != NULL); i++) {
        JsonNode *one = ez_value_count(note) > 0 ? ez_value_item(note, i) : note;
        g_autofree char *words = ez_words_of(show->session, one, show->language);
        g_autofree char *line = g_strdup_printf("  – %s", words);
        ez_screen_put(show->screen, 4, line);
    }
    ez_screen_put(show->screen, 0, phrase(show, EZ_SAY_COMMANDS));
}

void ez_show_check(const EzShow *show, const EzStep *step, const char *text)
{
    static const struct {
        const char *light;
        EzPhrase phrase;
    } lights[] = {{"green", EZ_SAY_CHECK_GREEN},
                  {"orange", EZ_SAY_CHECK_ORANGE},
                  {"red", EZ_SAY_CHECK_RED}};
    if (ez_step_option(step, "check") == NULL)
        return;
    g_autoptr(JsonNode) found =
        ez_text_check_one(step, text, ez_session_text_language(show->session));
    const char *light = ez_value_string(ez_value_get(found, "light"), "");
    for (gsize i = 0; i < G_N_ELEMENTS(lights); i++)
        if (strcmp(lights[i].light, light) == 0)
            ez_screen_put(show->screen, 0, phrase(show, lights[i].phrase));
}

// ---- cards and groups ----------------------------------------------------------

// Every text of the card, in the order of their names: a table of Lua has none.
static void show_card(const EzShow *show, JsonNode *card)
{
    g_autofree char *title = ez_words_of(show->session, card, show->language);
    const char *id = ez_value_string(ez_value_get(card, "id"), "");
    g_autofree char *line = g_strdup_printf("  [%s] %s", id, title);
    ez_screen_put(show->screen, 4, line);
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

static void show_hand(const EzShow *show, const EzStep *step, JsonNode *hand)
{
    for (int i = 0; i < ez_value_count(hand); i++) {
        int item = (int)ez_value_number(ez_value_get(ez_value_item(hand, i), "#"), 0) - 1;
        JsonNode *card = ez_value_item(ez_step_items(step), item);
        if (card != NULL && JSON_NODE_HOLDS_OBJECT(card))
            show_card(show, card);
    }
}

static void show_hands(const EzShow *show, const EzStep *step, JsonNode *hands)
{
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(hands)), (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        ez_screen_put(show->screen, 0, name->data);
        show_hand(show, step, ez_value_get(hands, name->data));
    }
}

static void show_groups(const EzShow *show, const EzStep *step)
{
    JsonNode *groups = ez_value_get(step->result, "groups");
    for (int i = 0; i < ez_value_count(groups); i++) {
        GString *line = g_string_new("  ");
        JsonNode *group = ez_value_item(groups, i), *members = ez_value_get(group, "members");
        g_autofree char *name = ez_words_of(show->session, group, show->language);
        g_string_append_printf(line, "%s:", name);
        for (int k = 0; k < ez_value_count(members); k++)
            g_string_append_printf(line, " %s", ez_value_string(ez_value_item(members, k), ""));
        ez_screen_put(show->screen, 4, line->str);
        g_string_free(line, TRUE);
    }
}

static void show_chance(const EzShow *show, const EzStep *step)
{
    bool silent =
        is(step, "seed") || is(step, "people") || is(step, "pick") || is(step, "shuffle");
    if (silent)
        return;
    g_autofree char *text = ez_words_of_step(show->session, step, show->language);
    ez_screen_space(show->screen);
    ez_screen_put(show->screen, 0, text);
    JsonNode *items = ez_value_get(step->result, "items");
    if (is(step, "split"))
        show_groups(show, step);
    else if (items != NULL && JSON_NODE_HOLDS_ARRAY(items))
        show_hand(show, step, items);
    else if (items != NULL)
        show_hands(show, step, items);
}

// ---- results -------------------------------------------------------------------

static char *number_words(const EzShow *show, JsonNode *number)
{
    return ez_words_of(show->session, number, show->language);
}

static double largest(JsonNode *list)
{
    double most = 1;
    for (int i = 0; i < ez_value_count(list); i++)
        most = MAX(most, ez_value_number(ez_value_item(list, i), 0));
    return most;
}

static void show_scale(const EzShow *show, const EzStep *step, JsonNode *result)
{
    JsonNode *hist = ez_value_get(result, "hist");
    int from = (int)ez_value_number(ez_step_option(step, "from"), 1);
    for (int i = 0; i < ez_value_count(hist); i++) {
        g_autofree char *name = g_strdup_printf("%d", from + i);
        g_autofree char *count = number_words(show, ez_value_item(hist, i));
        double share = ez_value_number(ez_value_item(hist, i), 0) / largest(hist);
        ez_screen_bar(show->screen, name, share, count);
    }
    if (ez_value_get(result, "median") == NULL)
        return;
    g_autofree char *median = number_words(show, ez_value_get(result, "median"));
    g_autofree char *agreement = number_words(show, ez_value_get(result, "consensus"));
    g_autofree char *line = ez_phrase_fill(EZ_SAY_MEDIAN, show->language, median, agreement);
    ez_screen_put(show->screen, 0, line);
}

static void show_scales(const EzShow *show, const EzStep *step)
{
    if (ez_step_items(step) == NULL) {
        show_scale(show, step, step->result);
        return;
    }
    for (int i = 0; i < ez_value_count(step->result); i++) {
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        ez_screen_put(show->screen, 0, words);
        show_scale(show, step, ez_value_item(step->result, i));
    }
}

static void show_counts(const EzShow *show, const EzStep *step)
{
    JsonNode *counts = ez_value_get(step->result, "counts"), *items = ez_step_items(step);
    double most = 1;
    for (int i = 0; i < ez_value_count(items); i++)
        most = MAX(most, ez_value_number(ez_value_get(counts, ez_step_item_id(items, i)), 0));
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *count = ez_value_get(counts, ez_step_item_id(items, i));
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        g_autofree char *value = number_words(show, count);
        ez_screen_bar(show->screen, words, ez_value_number(count, 0) / most, value);
    }
    bool one = ez_value_number(ez_step_option(step, "most"), 1) == 1;
    if (one && ez_value_flag(ez_value_get(step->result, "tie"), false))
        ez_screen_put(show->screen, 0, phrase(show, EZ_SAY_TIE));
}

static void show_top(const EzShow *show, const EzStep *step)
{
    JsonNode *top = ez_value_get(step->result, "top");
    double most = ez_value_number(ez_value_get(ez_value_item(top, 0), "dots"), 1);
    for (int i = 0; i < ez_value_count(top); i++) {
        JsonNode *one = ez_value_item(top, i), *dots = ez_value_get(one, "dots");
        int item = (int)ez_value_number(ez_value_get(ez_value_get(one, "item"), "#"), 1) - 1;
        g_autofree char *words = ez_words_of_item(show->session, step, item, show->language);
        g_autofree char *value = number_words(show, dots);
        ez_screen_bar(show->screen, words, ez_value_number(dots, 0) / most, value);
    }
}

static void show_swarm(const EzShow *show, const EzStep *step)
{
    JsonNode *net = ez_value_get(step->result, "net"), *items = ez_step_items(step);
    double n = MAX(1, ez_value_number(ez_value_get(step->result, "n"), 1));
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *one = ez_value_get(net, ez_step_item_id(items, i));
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        g_autofree char *value = number_words(show, one);
        ez_screen_bar(show->screen, words, MAX(0, ez_value_number(one, 0)) / n, value);
    }
    g_autofree char *quorum = number_words(show, ez_value_get(step->result, "quorum"));
    g_autofree char *people = number_words(show, ez_value_get(step->result, "n"));
    g_autofree char *line = ez_phrase_fill(EZ_SAY_QUORUM, show->language, quorum, people);
    ez_screen_put(show->screen, 0, line);
}

static void show_order(const EzShow *show, const EzStep *step)
{
    JsonNode *order = ez_value_get(step->result, "order");
    for (int i = 0; i < ez_value_count(order); i++) {
        int item = (int)ez_value_number(ez_value_get(ez_value_item(order, i), "#"), 1) - 1;
        g_autofree char *words = ez_words_of_item(show->session, step, item, show->language);
        g_autofree char *line = g_strdup_printf("%3d. %s", i + 1, words);
        ez_screen_put(show->screen, 5, line);
    }
}

// What people wrote without a name is read back when the step closes.
static void show_answers(const EzShow *show, const EzStep *step)
{
    int count = ez_step_answers(step);
    for (int i = 1; i <= MIN(count, LISTED) && ez_step_is_anonymous(step); i++) {
        g_autofree char *line = g_strdup_printf("  – %s", ez_step_answer(step, i));
        ez_screen_put(show->screen, 4, line);
    }
}

static const struct {
    const char *word;
    void (*show)(const EzShow *, const EzStep *);
    bool spread; // hidden while few have answered without a name
} results[] = {
    {"scale", show_scales, true}, {"choose", show_counts, true}, {"vote", show_top, true},
    {"swarm", show_swarm, false}, {"rank", show_order, true},    {"ask", show_answers, false},
};

void ez_show_result(const EzShow *show, const EzStep *step)
{
    if (step->kind->answerer == EZ_BY_CHANCE)
        show_chance(show, step);
    for (gsize i = 0; i < G_N_ELEMENTS(results) && step->inputs->len > 0; i++) {
        if (!is(step, results[i].word) || step->state != EZ_STEP_CLOSED)
            continue;
        bool few = results[i].spread && ez_step_is_anonymous(step) && step->inputs->len < FEW;
        if (few)
            ez_screen_put(show->screen, 0, phrase(show, EZ_SAY_FEW));
        else
            results[i].show(show, step);
    }
}
