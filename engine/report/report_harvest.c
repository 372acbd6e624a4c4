// SPDX-License-Identifier: EUPL-1.2
// The harvest of a session, part by part: each kind of value in the form that shows it best.
#include "engine/report/report-private.h"

#include <string.h>

static const char *count_words(EzReport *report, int count)
{
    return ez_report_tell(report, EZ_TELL_COUNT, "n", ez_report_number(report, count), NULL);
}

// ---- what people wrote ---------------------------------------------------------

static void add_list(EzReport *report, JsonNode *list)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(list); i++)
        g_ptr_array_add(words, (void *)ez_report_words(report, ez_value_item(list, i)));
    ez_report_add_words(report, EZ_BLOCK_LIST, words);
}

static void add_quotes(EzReport *report, JsonNode *list)
{
    if (report->record)
        ez_report_add_text(report, EZ_BLOCK_TEXT, count_words(report, ez_value_count(list)));
    else
        add_list(report, list);
}

static void add_challenge(EzReport *report, JsonNode *value)
{
    JsonNode *first = ez_value_count(value) > 0 ? ez_value_item(value, 0) : value;
    const char *words = ez_report_words(report, first),
               *label = ez_report_tell(report, EZ_TELL_CHALLENGE, NULL);
    ez_report_add_text(report, EZ_BLOCK_LEAD,
                       ez_arena_printf(report->arena, "%s: %s", label, words));
}

// A word that is the id of something to choose, as a gate gives it, is told by its words.
static void add_decision(EzReport *report, JsonNode *value)
{
    const char *id = ez_value_string(value, NULL);
    const char *words =
        id != NULL ? ez_report_words_of_id(report, id) : ez_report_words(report, value);
    ez_report_add_text(report, EZ_BLOCK_BAND, words);
}

static bool any_has(JsonNode *list, const char *name)
{
    bool found = false;
    for (int i = 0; !found && i < ez_value_count(list); i++)
        found = ez_value_get(ez_value_item(list, i), name) != NULL;
    return found;
}

// Whose it is, where the script says so, and what, who and when.
static void add_actions(EzReport *report, JsonNode *list)
{
    static const struct {
        const char *name;
        EzReportPhrase head;
        double share;
    } parts[] = {{"group", EZ_TELL_GROUP, 0.2},
                 {"what", EZ_TELL_WHAT, 0.52},
                 {"who", EZ_TELL_WHO, 0.26},
                 {"by", EZ_TELL_WHEN, 0.22}};
    enum { PARTS = G_N_ELEMENTS(parts) };
    if (ez_value_count(list) == 0) {
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_NO_ACTION, NULL));
        return;
    }
    EzColumn columns[PARTS];
    int first = !any_has(list, parts[0].name);
    for (int k = 0; k < PARTS; k++)
        columns[k] = (EzColumn){ez_report_tell(report, parts[k].head, NULL), parts[k].share,
                                EZ_COLUMN_TEXT};
    EzTable *table = ez_report_table(report, columns + first, PARTS - first);
    for (int i = 0; i < ez_value_count(list); i++) {
        const char *cells[PARTS];
        for (int k = 0; k < PARTS; k++)
            cells[k] =
                ez_report_words(report, ez_value_get(ez_value_item(list, i), parts[k].name));
        ez_report_row(report, table, cells + first);
    }
    ez_report_add_table(report, table);
}

// ---- tables of the script's own ------------------------------------------------

// A row of a table has its cells in the order of their names.
static void read_row(EzReport *report, JsonNode *row, GPtrArray *cells)
{
    g_autoptr(GList) names = NULL;
    if (JSON_NODE_HOLDS_OBJECT(row) && !ez_report_is_answer(row))
        names = g_list_sort(json_object_get_members(json_node_get_object(row)),
                            (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next)
        g_ptr_array_add(cells, (void *)ez_report_words(report, ez_value_get(row, name->data)));
    for (int i = 0; i < ez_value_count(row); i++)
        g_ptr_array_add(cells, (void *)ez_report_words(report, ez_value_item(row, i)));
    if (cells->len == 0)
        g_ptr_array_add(cells, (void *)ez_report_words(report, row));
}

static void add_table(EzReport *report, JsonNode *value)
{
    enum { MOST = 12 };
    bool list = JSON_NODE_HOLDS_ARRAY(value);
    int n_rows = list ? ez_value_count(value) : 1, widest = 1;
    g_autoptr(GPtrArray) rows =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (int i = 0; i < n_rows; i++) {
        GPtrArray *cells = g_ptr_array_new();
        read_row(report, list ? ez_value_item(value, i) : value, cells);
        g_ptr_array_add(rows, cells);
        widest = CLAMP((int)cells->len, widest, MOST);
    }
    EzColumn columns[MOST];
    for (int k = 0; k < widest; k++)
        columns[k] = (EzColumn){"", 1.0 / widest, EZ_COLUMN_TEXT};
    EzTable *table = ez_report_table(report, columns, widest);
    for (int i = 0; i < n_rows; i++) {
        const GPtrArray *found = rows->pdata[i];
        const char *cells[MOST];
        for (int k = 0; k < widest; k++)
            cells[k] = k < (int)found->len ? found->pdata[k] : "";
        ez_report_row(report, table, cells);
    }
    ez_report_add_table(report, table);
}

static void add_chart(EzReport *report, JsonNode *value)
{
    if (!ez_report_chart(report, value))
        add_table(report, value);
}

// ---- which kind ----------------------------------------------------------------

// In the order of the report: what it came to, what was agreed, how that was seen, why, and with which cards.
static const struct {
    const char *word;
    void (*add)(EzReport *, JsonNode *);
    int place;
    bool when_empty; // has something to say of nothing
} kinds[] = {
    {"challenge", add_challenge, 0, false},   {"decision", add_decision, 1, false},
    {"actions", add_actions, 2, true},        {"chart", add_chart, 3, false},
    {"ranking", ez_report_ranking, 3, false}, {"table", add_table, 3, false},
    {"links", ez_report_links, 3, false},     {"seats", ez_report_seats, 3, false},
    {"places", ez_report_places, 3, false},   {"piles", ez_report_piles, 3, false},
    {"quotes", add_quotes, 4, false},         {"cards", ez_report_cards, 5, false},
};

enum { LAST_PLACE = 5 };

static bool has(JsonNode *value, const char *name)
{
    return ez_value_get(value, name) != NULL;
}

static bool is_text(JsonNode *value)
{
    return ez_report_is_answer(value) || ez_value_string(value, NULL) != NULL;
}

static const char *kind_of_list(JsonNode *first)
{
    if (has(first, "hist"))
        return "chart";
    if (has(first, "dots"))
        return "ranking";
    if (has(first, "from") && has(first, "to"))
        return "links";
    if (has(first, "zone"))
        return "places";
    if (has(first, "items"))
        return "piles";
    if (is_text(first))
        return "quotes";
    if (has(first, "what") || has(first, "who"))
        return "actions";
    return has(first, "title") ? "cards" : "table";
}

// What a value is when the script does not say.
static const char *kind_of(JsonNode *value)
{
    if (has(value, "rounds") && has(value, "left_out"))
        return "seats";
    if (has(value, "chart") || has(value, "hist") || has(value, "rounds"))
        return "chart";
    if (has(value, "top") || has(value, "order") || has(value, "counts"))
        return "ranking";
    if (is_text(value) || has(value, "nl"))
        return "decision";
    return kind_of_list(ez_value_item(value, 0));
}

// What stands in a table, whatever the script calls it, may be something that is shown better.
static int find_kind(const EzHarvest *harvest)
{
    const char *own = kind_of(harvest->value), *word = harvest->as != NULL ? harvest->as : own;
    if (strcmp(word, "table") == 0 || strcmp(own, "seats") == 0)
        word = own;
    for (int i = 0; i < (int)G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].word, word) == 0)
            return i;
    return find_kind(&(EzHarvest){.as = "table", .value = harvest->value});
}

static bool is_empty(JsonNode *value)
{
    bool object = JSON_NODE_HOLDS_OBJECT(value);
    return JSON_NODE_HOLDS_NULL(value) ||
           (JSON_NODE_HOLDS_ARRAY(value) && ez_value_count(value) == 0) ||
           (object && json_object_get_size(json_node_get_object(value)) == 0);
}

// ---- the parts -----------------------------------------------------------------

static const EzBlock *last_block(const EzReport *report)
{
    return &g_array_index(report->blocks, EzBlock, report->blocks->len - 1);
}

// The sentence goes into the band before it, when that has the same heading.
static void join_band(EzReport *report, const char *heading)
{
    EzBlock sentence = *last_block(report);
    g_array_set_size(report->blocks, report->blocks->len - 1);
    const EzBlock *before = last_block(report);
    bool same = before->kind == EZ_BLOCK_BAND && strcmp(before->cells[0], heading) == 0;
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (int i = 0; same && i < before->n_cells; i++)
        g_ptr_array_add(words, (void *)before->cells[i]);
    if (same)
        g_array_set_size(report->blocks, report->blocks->len - 1);
    else
        g_ptr_array_add(words, (void *)heading);
    g_ptr_array_add(words, (void *)sentence.cells[0]);
    ez_report_add_words(report, EZ_BLOCK_BAND, words);
}

static void add_part(EzReport *report, const EzHarvest *harvest, int kind)
{
    const char *heading = ez_report_heading(report, harvest);
    bool band = kinds[kind].add == add_decision, lead = kinds[kind].add == add_challenge;
    report->part = harvest->id;
    report->page = harvest->page;
    if (!band && !lead)
        ez_report_add_text(report, EZ_BLOCK_PART, heading);
    kinds[kind].add(report, harvest->value);
    if (band)
        join_band(report, heading);
    report->part = NULL;
    report->page = false;
}

static void add_empty(EzReport *report, const GPtrArray *headings)
{
    if (headings->len > 0)
        ez_report_add_text(report, EZ_BLOCK_NOTE,
                           ez_report_tell(report, EZ_TELL_NOTHING_AT, "parts",
                                          ez_report_list(report, headings), NULL));
}

int ez_report_harvest(EzReport *report)
{
    g_autoptr(GPtrArray) empty = g_ptr_array_new();
    int told = 0;
    for (int place = 0; place <= LAST_PLACE; place++)
        for (int i = 0; i < ez_session_harvest_count(report->session); i++) {
            const EzHarvest *harvest = ez_session_harvest(report->session, i);
            int kind = find_kind(harvest);
            if (kinds[kind].place != place)
                continue;
            if (is_empty(harvest->value) && !kinds[kind].when_empty) {
                g_ptr_array_add(empty, (void *)ez_report_heading(report, harvest));
                continue;
            }
            add_part(report, harvest, kind);
            told++;
        }
    add_empty(report, empty);
    return told;
}
