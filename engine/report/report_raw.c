// SPDX-License-Identifier: EUPL-1.2
// All that was put in, step by step, for who led the session. Anonymous answers stand there in the order of their letters, as they are kept,
// and fewer than five of what can be counted are not told.
#include "engine/report/report-private.h"

#include "engine/run/words.h"

#include <string.h>

// ---- an input in words ---------------------------------------------------------

// Members of inputs, in words.
static const struct {
    const char *name, *nl, *en;
} members[] = {
    {"argument", "argument", "argument"},
    {"by", "wanneer", "when"},
    {"flags", "let op", "note"},
    {"for", "voor", "for"},
    {"from", "van", "from"},
    {"items", "hierin", "in it"},
    {"name", "naam", "name"},
    {"stop", "stop bij", "stop at"},
    {"strength", "sterkte", "strength"},
    {"to", "naar", "to"},
    {"verb", "doet", "does"},
    {"weight", "gewicht", "weight"},
    {"what", "wat", "what"},
    {"who", "wie", "who"},
    {"why", "waarom", "why"},
    {"zone", "plek", "place"},
};

typedef struct Telling {
    EzReport *report;
    const EzStep *step;
    GString *out;
} Telling;

// The words of what a step asks about, by its id; else the word itself.
static const char *words_of_id(const Telling *t, const char *id)
{
    static const char *const options[] = {"items", "options", "from",  "to",
                                          "verbs", "flags",   "canvas"};
    const char *kind = t->step->kind->word, *found = id;
    int item = ez_step_find_item(ez_step_items(t->step), id);
    if (item >= 0)
        return ez_report_words(t->report, ez_value_item(ez_step_items(t->step), item));
    for (gsize i = 0; found == id && i < G_N_ELEMENTS(options); i++) {
        const char *words = ez_report_words_of_option(t->report, kind, options[i], id);
        found = strcmp(words, id) == 0 ? id : words;
    }
    return found;
}

static const char *member_words(const Telling *t, const char *name)
{
    bool dutch = strcmp(t->report->language, "nl") == 0;
    for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
        if (strcmp(members[i].name, name) == 0)
            return dutch ? members[i].nl : members[i].en;
    return words_of_id(t, name);
}

static void tell_value(Telling *t, JsonNode *value);

static void tell_members(Telling *t, JsonNode *value)
{
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(value)), (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        g_string_append_printf(t->out, "%s%s: ", name != names ? "; " : "",
                               member_words(t, name->data));
        tell_value(t, ez_value_get(value, name->data));
    }
}

static void tell_value(Telling *t, JsonNode *value)
{
    const char *text = ez_value_string(value, NULL);
    if (value == NULL || JSON_NODE_HOLDS_NULL(value))
        g_string_append(t->out, "–");
    else if (text != NULL)
        g_string_append(t->out, words_of_id(t, text));
    else if (JSON_NODE_HOLDS_OBJECT(value))
        tell_members(t, value);
    else if (!JSON_NODE_HOLDS_ARRAY(value))
        g_string_append(t->out, ez_report_words(t->report, value));
    for (int i = 0; i < ez_value_count(value); i++) {
        g_string_append(t->out, i > 0 ? "; " : "");
        tell_value(t, ez_value_item(value, i));
    }
}

static const char *input_words(EzReport *report, const EzStep *step, JsonNode *value)
{
    g_autoptr(GString) out = g_string_new(NULL);
    Telling telling = {report, step, out};
    tell_value(&telling, value);
    if (out->len == 0) // who rests in a round of a swarm says nothing
        g_string_append(out, strcmp(step->kind->word, "swarm") == 0
                                 ? ez_report_tell(report, EZ_TELL_RESTS, NULL)
                                 : "–");
    return ez_arena_intern(report->arena, out->str);
}

// ---- a step --------------------------------------------------------------------

static int by_letters(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void tell_anonymous(EzReport *report, const EzStep *step)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *input = step->inputs->pdata[i];
        g_ptr_array_add(words, (void *)input_words(report, step, input->value));
    }
    g_ptr_array_sort(words, by_letters);
    ez_report_add_words(report, EZ_BLOCK_LIST, words);
}

static void tell_named(EzReport *report, const EzStep *step)
{
    EzColumn columns[] = {{ez_report_tell(report, EZ_TELL_WHO, NULL), 0.2, EZ_COLUMN_TEXT},
                          {ez_report_tell(report, EZ_TELL_ANSWER, NULL), 0.8, EZ_COLUMN_TEXT}};
    EzTable *table = ez_report_table(report, columns, 2);
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *input = step->inputs->pdata[i];
        const char *cells[] = {ez_arena_intern(report->arena, input->by),
                               input_words(report, step, input->value)};
        ez_report_row(report, table, cells);
    }
    ez_report_add_table(report, table);
}

// A step of one place for all has one input, whose ever it was.
static void tell_shared(EzReport *report, const EzStep *step)
{
    const EzInput *last = step->inputs->pdata[step->inputs->len - 1];
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(last->value); i++)
        g_ptr_array_add(words,
                        (void *)input_words(report, step, ez_value_item(last->value, i)));
    if (ez_value_count(last->value) == 0)
        g_ptr_array_add(words, (void *)input_words(report, step, last->value));
    ez_report_add_words(report, EZ_BLOCK_LIST, words);
}

// As the split that made it says.
static const char *group_words(EzReport *report, const char *group)
{
    for (int i = ez_session_step_count(report->session) - 1; i >= 0; i--) {
        JsonNode *groups = ez_value_get(ez_session_step(report->session, i)->result, "groups");
        int found = ez_step_find_item(groups, group);
        if (found >= 0)
            return ez_report_words(report, ez_value_item(groups, found));
    }
    return group;
}

static int round_of(const EzStep *step)
{
    return step->before != NULL ? round_of(step->before) + 1 : 1;
}

// With its number where a step has rounds.
static char *words_of_round(EzReport *report, const EzStep *step)
{
    char *words = ez_words_of_step(report->session, step, report->language);
    if (strcmp(step->kind->word, "swarm") != 0)
        return words;
    const char *told = ez_report_tell(report, EZ_TELL_ROUND_OF, "words", words, "n",
                                      ez_report_number(report, round_of(step)), NULL);
    g_free(words);
    return g_strdup(told);
}

// "Waar staan we nu?", and for a group whose it is.
static const char *heading_of(EzReport *report, const EzStep *step)
{
    g_autofree char *words = words_of_round(report, step);
    return step->group != NULL ? ez_arena_printf(report->arena, "%s: %s",
                                                 group_words(report, step->group), words)
                               : ez_arena_intern(report->arena, words);
}

static void tell_step(EzReport *report, const EzStep *step)
{
    report->part = ez_arena_intern(report->arena, step->key);
    ez_report_add_text(report, EZ_BLOCK_SUBPART, heading_of(report, step));
    if (step->state == EZ_STEP_SKIPPED)
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_SKIPPED, NULL));
    else if (step->inputs->len == 0)
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_NO_ANSWER, NULL));
    else if (ez_step_hides(step))
        ez_report_add_text(report, EZ_BLOCK_TEXT, ez_report_tell(report, EZ_TELL_FEW, NULL));
    else if (ez_step_is_shared(step))
        tell_shared(report, step);
    else if (ez_step_is_anonymous(step))
        tell_anonymous(report, step);
    else
        tell_named(report, step);
    report->part = NULL;
}

static bool is_asked(const EzStep *step)
{
    return step->kind->answerer == EZ_BY_PEOPLE || step->kind->answerer == EZ_BY_FACILITATOR;
}

// Cards that the script gave to draw from can be told whole; of others the session knows the ids.
static void tell_cards(EzReport *report, const EzStep *step)
{
    JsonNode *from = ez_step_option(step, "from"), *drawn = ez_value_get(step->result, "drawn");
    g_autoptr(JsonNode) cards = ez_value_new_list();
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(drawn); i++) {
        const char *id = ez_value_string(ez_value_item(drawn, i), "");
        JsonNode *card = ez_value_item(from, ez_step_find_item(from, id));
        g_ptr_array_add(ids, (void *)id);
        if (card != NULL)
            ez_value_append(cards, json_node_ref(card));
    }
    report->part = ez_arena_intern(report->arena, step->key);
    ez_report_add_text(report, EZ_BLOCK_SUBPART, heading_of(report, step));
    if (ez_value_count(cards) == (int)ids->len)
        ez_report_cards(report, cards);
    else
        ez_report_add_words(report, EZ_BLOCK_LIST, ids);
    report->part = NULL;
}

static const char *section_words(EzReport *report, int section)
{
    return section < 0
               ? ez_report_tell(report, EZ_TELL_BETWEEN, NULL)
               : ez_report_words(report, ez_session_section(report->session, section)->text);
}

void ez_report_raw(EzReport *report)
{
    enum { NONE = -2 };
    int section = NONE;
    for (int i = 0; i < ez_session_step_count(report->session); i++) {
        const EzStep *step = ez_session_step(report->session, i);
        bool drawn = strcmp(step->kind->word, "draw") == 0 &&
                     ez_value_count(ez_value_get(step->result, "drawn")) > 0;
        if (!is_asked(step) && !drawn)
            continue;
        if (step->section != section)
            ez_report_add_text(report, EZ_BLOCK_PART, section_words(report, step->section));
        section = step->section;
        if (drawn)
            tell_cards(report, step);
        else
            tell_step(report, step);
    }
}
