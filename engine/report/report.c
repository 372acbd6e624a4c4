// SPDX-License-Identifier: EUPL-1.2
#include "engine/report/report-private.h"

#include "engine/run/words.h"

#include <string.h>

typedef enum Phrase {
    SAY_REPORT,
    SAY_PEOPLE,
    SAY_AGENDA,
    SAY_PART,
    SAY_PLANNED,
    SAY_TOOK,
    SAY_MINUTES,
    SAY_HARVEST,
    SAY_WHAT,
    SAY_WHO,
    SAY_WHEN,
    SAY_NOTHING,
    SAY_NO_ACTION,
    SAY_NO_DECISION,
    SAY_UNFINISHED,
    SAY_COUNT,
    PHRASES
} Phrase;

static const struct {
    const char *nl, *en;
} phrases[PHRASES] = {
    [SAY_REPORT] = {"Verslag", "Report"},
    [SAY_PEOPLE] = {"deelnemers", "participants"},
    [SAY_AGENDA] = {"Zo liep het", "How it went"},
    [SAY_PART] = {"Onderdeel", "Part"},
    [SAY_PLANNED] = {"Gepland", "Planned"},
    [SAY_TOOK] = {"Duurde", "Took"},
    [SAY_MINUTES] = {"min", "min"},
    [SAY_HARVEST] = {"De oogst", "The harvest"},
    [SAY_WHAT] = {"Wat", "What"},
    [SAY_WHO] = {"Wie", "Who"},
    [SAY_WHEN] = {"Wanneer", "When"},
    [SAY_NOTHING] = {"Hier is niets opgeschreven.", "Nothing was written down here."},
    [SAY_NO_ACTION] = {"Jullie hebben niets afgesproken.", "You agreed on nothing."},
    [SAY_NO_DECISION] = {"Deze oogst is geen besluit.", "This harvest is not a decision."},
    [SAY_UNFINISHED] = {"Deze sessie is nog niet klaar.", "This session is not finished yet."},
    [SAY_COUNT] = {"opgeschreven", "written down"},
};

static const char *say(const EzReport *report, Phrase phrase)
{
    return strcmp(report->language, "nl") == 0 ? phrases[phrase].nl : phrases[phrase].en;
}

// ---- blocks --------------------------------------------------------------------

void ez_report_add(EzReport *report, EzBlockKind kind, const char *const *cells, int count)
{
    const char **kept = ez_arena_array(report->arena, const char *, count + 1);
    for (int i = 0; i < count; i++)
        kept[i] = ez_arena_intern(report->arena, cells[i]);
    EzBlock block = {kind, report->part, kept, count, NULL};
    g_array_append_val(report->blocks, block);
}

void ez_report_add_text(EzReport *report, EzBlockKind kind, const char *text)
{
    ez_report_add(report, kind, (const char *const[]){text}, 1);
}

void ez_report_add_chart(EzReport *report, const EzChart *chart)
{
    EzBlock block = {EZ_BLOCK_CHART, report->part, NULL, 0, chart};
    g_array_append_val(report->blocks, block);
}

static bool is_answer(JsonNode *value)
{
    return ez_value_get(value, "@") != NULL;
}

const char *ez_report_words(EzReport *report, JsonNode *value)
{
    if (report->record && is_answer(value))
        return "…";
    g_autofree char *words = ez_words_of(report->session, value, report->language);
    return ez_arena_intern(report->arena, words);
}

// ---- the harvest by kind -------------------------------------------------------

static void add_count(EzReport *report, int count)
{
    ez_report_add_text(report, EZ_BLOCK_TEXT,
                       ez_arena_printf(report->arena, "%d %s", count, say(report, SAY_COUNT)));
}

static void add_quotes(EzReport *report, JsonNode *list)
{
    if (report->record) {
        add_count(report, ez_value_count(list));
        return;
    }
    for (int i = 0; i < ez_value_count(list); i++)
        ez_report_add_text(report, EZ_BLOCK_QUOTE,
                           ez_report_words(report, ez_value_item(list, i)));
}

static void add_actions(EzReport *report, JsonNode *list)
{
    if (ez_value_count(list) == 0) {
        ez_report_add_text(report, EZ_BLOCK_DECISION, say(report, SAY_NO_ACTION));
        return;
    }
    const char *heads[] = {say(report, SAY_WHAT), say(report, SAY_WHO), say(report, SAY_WHEN)};
    ez_report_add(report, EZ_BLOCK_HEADS, heads, 3);
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *one = ez_value_item(list, i);
        const char *cells[] = {ez_report_words(report, ez_value_get(one, "what")),
                               ez_report_words(report, ez_value_get(one, "who")),
                               ez_report_words(report, ez_value_get(one, "by"))};
        ez_report_add(report, EZ_BLOCK_ROW, cells, 3);
    }
}

static JsonNode *score_of(JsonNode *one)
{
    static const char *const names[] = {"dots", "count", "score", "points", "n"};
    JsonNode *found = NULL;
    for (gsize i = 0; found == NULL && i < G_N_ELEMENTS(names); i++)
        found = ez_value_get(one, names[i]);
    return found;
}

// The words of what was to choose; a count names it by its id alone.
const char *ez_report_words_of_id(EzReport *report, const char *id)
{
    for (int i = ez_session_step_count(report->session) - 1; i >= 0; i--) {
        JsonNode *items = ez_step_items(ez_session_step(report->session, i));
        for (int k = 0; k < ez_value_count(items); k++)
            if (strcmp(ez_step_item_id(items, k), id) == 0)
                return ez_report_words(report, ez_value_item(items, k));
    }
    return id;
}

static int by_count(const void *a, const void *b, void *counts)
{
    double one = ez_value_number(ez_value_get(counts, a), 0);
    double two = ez_value_number(ez_value_get(counts, b), 0);
    return one != two ? (one < two) - (one > two) : strcmp(a, b);
}

// The most first.
static void add_counts(EzReport *report, JsonNode *counts)
{
    g_autoptr(GList) ids =
        g_list_sort_with_data(json_object_get_members(json_node_get_object(counts)),
                              (GCompareDataFunc)by_count, counts);
    int number = 1;
    for (GList *id = ids; id != NULL; id = id->next) {
        const char *cells[] = {ez_arena_printf(report->arena, "%d", number++),
                               ez_report_words_of_id(report, id->data),
                               ez_report_words(report, ez_value_get(counts, id->data))};
        ez_report_add(report, EZ_BLOCK_ROW, cells, 3);
    }
}

static void add_ranking(EzReport *report, JsonNode *value)
{
    JsonNode *counts = ez_value_get(value, "counts");
    if (counts != NULL) {
        add_counts(report, counts);
        return;
    }
    JsonNode *top = ez_value_get(value, "top"), *order = ez_value_get(value, "order");
    JsonNode *list = top != NULL ? top : order != NULL ? order : value;
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *one = ez_value_item(list, i), *score = score_of(one);
        const char *cells[] = {ez_arena_printf(report->arena, "%d", i + 1),
                               ez_report_words(report, one),
                               score != NULL ? ez_report_words(report, score) : ""};
        ez_report_add(report, EZ_BLOCK_ROW, cells, 3);
    }
}

static void add_decision(EzReport *report, JsonNode *value)
{
    ez_report_add_text(report, EZ_BLOCK_DECISION, ez_report_words(report, value));
}

static const char *source_of(EzReport *report, JsonNode *card)
{
    JsonNode *source = ez_value_get(card, "source");
    return source != NULL ? ez_report_words(report, source) : "";
}

static void add_cards(EzReport *report, JsonNode *list)
{
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *card = ez_value_item(list, i);
        const char *id = ez_value_string(ez_value_get(card, "id"), "");
        const char *cells[] = {id, ez_report_words(report, card), source_of(report, card)};
        ez_report_add(report, EZ_BLOCK_ROW, cells, 3);
    }
}

// A row of a table has its cells in the order of their names.
static void add_table_row(EzReport *report, JsonNode *row)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    g_autoptr(GList) names = NULL;
    if (JSON_NODE_HOLDS_OBJECT(row) && !is_answer(row))
        names = g_list_sort(json_object_get_members(json_node_get_object(row)),
                            (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next)
        g_ptr_array_add(cells, (void *)ez_report_words(report, ez_value_get(row, name->data)));
    for (int i = 0; i < ez_value_count(row); i++)
        g_ptr_array_add(cells, (void *)ez_report_words(report, ez_value_item(row, i)));
    if (cells->len == 0)
        g_ptr_array_add(cells, (void *)ez_report_words(report, row));
    ez_report_add(report, EZ_BLOCK_ROW, (const char *const *)cells->pdata, (int)cells->len);
}

static void add_table(EzReport *report, JsonNode *list)
{
    for (int i = 0; i < ez_value_count(list); i++)
        add_table_row(report, ez_value_item(list, i));
    if (!JSON_NODE_HOLDS_ARRAY(list))
        add_table_row(report, list);
}

static void add_chart(EzReport *report, JsonNode *value)
{
    if (!ez_report_chart(report, value))
        add_table(report, value);
}

static const struct {
    const char *word;
    void (*add)(EzReport *, JsonNode *);
    bool when_empty; // has something to say of nothing
} kinds[] = {
    {"quotes", add_quotes, false},  {"ranking", add_ranking, false},
    {"chart", add_chart, true},     {"table", add_table, false},
    {"actions", add_actions, true}, {"decision", add_decision, false},
    {"cards", add_cards, false},
};

static bool has(JsonNode *value, const char *name)
{
    return ez_value_get(value, name) != NULL;
}

// What a value is when the script does not say.
static const char *kind_of(JsonNode *value)
{
    JsonNode *first = ez_value_item(value, 0);
    if (has(value, "chart") || has(value, "hist") || has(value, "rounds") || has(first, "hist"))
        return "chart";
    if (has(value, "top") || has(value, "order") || has(value, "counts") || has(first, "dots"))
        return "ranking";
    if (is_answer(value) || ez_value_string(value, NULL) != NULL || has(value, "nl"))
        return "decision";
    if (is_answer(first) || ez_value_string(first, NULL) != NULL)
        return "quotes";
    if (has(first, "what") || has(first, "who"))
        return "actions";
    return has(first, "title") ? "cards" : "table";
}

static bool is_empty(JsonNode *value)
{
    bool object = JSON_NODE_HOLDS_OBJECT(value);
    return JSON_NODE_HOLDS_NULL(value) ||
           (JSON_NODE_HOLDS_ARRAY(value) && ez_value_count(value) == 0) ||
           (object && json_object_get_size(json_node_get_object(value)) == 0);
}

static void add_harvest(EzReport *report, const EzHarvest *harvest)
{
    const char *word = harvest->as != NULL ? harvest->as : kind_of(harvest->value);
    report->part = harvest->id;
    ez_report_add_text(report, EZ_BLOCK_PART, ez_report_words(report, harvest->text));
    bool empty = is_empty(harvest->value);
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].word, word) != 0)
            continue;
        if (empty && !kinds[i].when_empty)
            ez_report_add_text(report, EZ_BLOCK_TEXT, say(report, SAY_NOTHING));
        else
            kinds[i].add(report, harvest->value);
    }
    report->part = NULL;
}

// ---- the whole -----------------------------------------------------------------

static const char *minutes(EzReport *report, double count)
{
    return ez_arena_printf(report->arena, "%.0f %s", count, say(report, SAY_MINUTES));
}

static void add_agenda(EzReport *report)
{
    int count = ez_session_section_count(report->session);
    if (count == 0)
        return;
    ez_report_add_text(report, EZ_BLOCK_SECTION, say(report, SAY_AGENDA));
    const char *heads[] = {say(report, SAY_PART), say(report, SAY_PLANNED),
                           say(report, SAY_TOOK)};
    ez_report_add(report, EZ_BLOCK_HEADS, heads, 3);
    for (int i = 0; i < count; i++) {
        const EzSection *section = ez_session_section(report->session, i);
        double took = section->end >= 0 ? (double)(section->end - section->began) / 60 : 0;
        const char *cells[] = {ez_report_words(report, section->text),
                               section->minutes > 0 ? minutes(report, section->minutes) : "",
                               section->end >= 0 ? minutes(report, took) : ""};
        ez_report_add(report, EZ_BLOCK_ROW, cells, 3);
    }
}

static void add_title(EzReport *report)
{
    JsonNode *head = ez_session_head(report->session);
    ez_report_add_text(report, EZ_BLOCK_TITLE,
                       ez_report_words(report, ez_value_get(head, "title")));
    ez_report_add_text(report, EZ_BLOCK_TEXT,
                       ez_report_words(report, ez_value_get(head, "goal")));
    const char *version = ez_value_string(ez_value_get(head, "version"), "");
    ez_report_add_text(report, EZ_BLOCK_NOTE,
                       ez_arena_printf(report->arena, "%s · %s %s · %d %s",
                                       say(report, SAY_REPORT), report->code, version,
                                       ez_session_people(report->session),
                                       say(report, SAY_PEOPLE)));
    if (!ez_session_is_finished(report->session))
        ez_report_add_text(report, EZ_BLOCK_DECISION, say(report, SAY_UNFINISHED));
}

EzReport *ez_report_new(const EzSession *session, const EzReportOptions *options)
{
    EzReport *report = g_new0(EzReport, 1);
    report->session = session;
    report->arena = ez_arena_new();
    report->language = ez_arena_intern(report->arena, options->language);
    report->record = options->record;
    report->blocks = g_array_new(FALSE, FALSE, sizeof(EzBlock));
    JsonNode *head = ez_session_head(session);
    report->code = ez_value_string(ez_value_get(head, "code"),
                                   ez_value_string(ez_value_get(head, "id"), ""));
    report->colour = g_str_has_prefix(report->code, "B") ? "olive" : "violet";
    add_title(report);
    if (ez_session_harvest_count(session) > 0)
        ez_report_add_text(report, EZ_BLOCK_SECTION, say(report, SAY_HARVEST));
    for (int i = 0; i < ez_session_harvest_count(session); i++)
        add_harvest(report, ez_session_harvest(session, i));
    add_agenda(report);
    ez_report_add_text(report, EZ_BLOCK_NOTE, say(report, SAY_NO_DECISION));
    return report;
}

void ez_report_free(EzReport *report)
{
    if (report == NULL)
        return;
    g_array_unref(report->blocks);
    ez_arena_free(report->arena);
    g_free(report);
}
