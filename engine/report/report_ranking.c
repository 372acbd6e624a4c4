// SPDX-License-Identifier: EUPL-1.2
// What people chose, voted and ranked, the most first. Numbers of a few anonymous people are told nowhere.
#include "engine/report/nodes.h"
#include "engine/report/report-private.h"

#include <string.h>

typedef struct Rank {
    const char *words;
    double score;
    bool scored;
} Rank;

typedef struct Ranking {
    GArray *ranks; // of Rank, the most first
    const EzStep *step;
    EzReportPhrase score;
} Ranking;

static const Rank *rank_at(const Ranking *r, guint i)
{
    return &g_array_index(r->ranks, Rank, i);
}

static void add_rank(EzReport *report, Ranking *r, const char *words, JsonNode *score)
{
    Rank rank = {words, ez_value_number(score, 0), score != NULL};
    g_array_append_val(r->ranks, rank);
}

// ---- whose numbers they are ------------------------------------------------------

static bool is_same(JsonNode *a, JsonNode *b)
{
    return a != NULL && b != NULL && json_node_equal(a, b);
}

// { item = …, dots = 3 } is known by its item, and an answer by its reference.
static const char *id_of(JsonNode *one)
{
    JsonNode *item = ez_value_get(one, "item") != NULL ? ez_value_get(one, "item") : one;
    const char *id = ez_value_string(item, NULL);
    return id != NULL ? id
                      : ez_value_string(ez_value_get(item, "@"),
                                        ez_value_string(ez_value_get(item, "id"), ""));
}

// Whether the list is the first part of what a vote gave.
static bool begins_top(const EzStep *step, JsonNode *list)
{
    JsonNode *top = ez_value_get(step->result, "top"), *items = ez_step_items(step);
    bool same = ez_value_count(list) > 0 && ez_value_count(list) <= ez_value_count(top);
    for (int i = 0; same && i < ez_value_count(list); i++) {
        JsonNode *one = ez_value_item(top, i), *of = ez_value_get(one, "item");
        int item = (int)ez_value_number(ez_value_get(of, "#"), 0) - 1;
        same =
            is_same(ez_value_get(one, "dots"), ez_value_get(ez_value_item(list, i), "dots")) &&
            item >= 0 &&
            strcmp(ez_step_item_id(items, item), id_of(ez_value_item(list, i))) == 0;
    }
    return same;
}

static bool gave(const EzStep *step, JsonNode *value)
{
    JsonNode *top = ez_value_get(value, "top");
    return is_same(ez_value_get(step->result, "counts"), ez_value_get(value, "counts")) ||
           is_same(ez_value_get(step->result, "scores"), ez_value_get(value, "scores")) ||
           begins_top(step, top != NULL ? top : value);
}

// The step that gave this. Of several that gave the same, one whose numbers are not to be told.
static const EzStep *find_step(const EzReport *report, JsonNode *value)
{
    const EzStep *found = NULL;
    for (int i = 0; i < ez_session_step_count(report->session); i++) {
        const EzStep *step = ez_session_step(report->session, i);
        if (step->result != NULL && gave(step, value) && !ez_step_hides(found))
            found = step;
    }
    return found;
}

// ---- reading -------------------------------------------------------------------

static int by_score(const void *a, const void *b, void *scores)
{
    double one = ez_value_number(ez_value_get(scores, a), 0);
    double two = ez_value_number(ez_value_get(scores, b), 0);
    return one != two ? (one < two) - (one > two) : strcmp(a, b);
}

// Scores by the id of what was to choose.
static void read_scores(EzReport *report, Ranking *r, JsonNode *scores)
{
    g_autoptr(GList) ids =
        g_list_sort_with_data(json_object_get_members(json_node_get_object(scores)),
                              (GCompareDataFunc)by_score, scores);
    for (GList *id = ids; id != NULL; id = id->next)
        add_rank(report, r, ez_report_words_of_id(report, id->data),
                 ez_value_get(scores, id->data));
}

static JsonNode *score_of(JsonNode *one)
{
    static const char *const names[] = {"dots", "count", "score", "points", "n"};
    JsonNode *found = NULL;
    for (gsize i = 0; found == NULL && i < G_N_ELEMENTS(names); i++)
        found = ez_value_get(one, names[i]);
    return found;
}

// A list in its own order, with the scores that it tells.
static void read_list(EzReport *report, Ranking *r, JsonNode *list)
{
    for (int i = 0; i < ez_value_count(list); i++)
        add_rank(report, r, ez_report_words(report, ez_value_item(list, i)),
                 score_of(ez_value_item(list, i)));
}

static void read_ranking(EzReport *report, Ranking *r, JsonNode *value)
{
    JsonNode *counts = ez_value_get(value, "counts"), *top = ez_value_get(value, "top"),
             *scores = ez_value_get(value, "scores");
    r->score = counts != NULL ? EZ_TELL_VOTES : EZ_TELL_SCORE;
    r->step = find_step(report, value);
    if (counts != NULL)
        read_scores(report, r, counts);
    else if (scores != NULL && JSON_NODE_HOLDS_OBJECT(scores))
        read_scores(report, r, scores);
    else
        read_list(report, r, top != NULL ? top : value);
}

// ---- telling -------------------------------------------------------------------

static bool is_scored(const Ranking *r)
{
    bool all = r->ranks->len > 0;
    for (guint i = 0; i < r->ranks->len; i++)
        all = all && rank_at(r, i)->scored;
    return all;
}

static double most_of(const Ranking *r)
{
    double most = 0;
    for (guint i = 0; i < r->ranks->len; i++)
        most = MAX(most, rank_at(r, i)->score);
    return most;
}

static void tell_leaders(EzReport *report, const Ranking *r, bool hidden)
{
    g_autoptr(GPtrArray) leaders = g_ptr_array_new();
    double most = most_of(r);
    for (guint i = 0; i < r->ranks->len; i++)
        if (rank_at(r, i)->score == most)
            g_ptr_array_add(leaders, (void *)rank_at(r, i)->words);
    const char *items = ez_report_list(report, leaders);
    ez_report_add_text(report, EZ_BLOCK_TEXT,
                       leaders->len > 1
                           ? ez_report_tell(report, EZ_TELL_TIE, "items", items, NULL)
                       : hidden ? ez_report_tell(report, EZ_TELL_CHOSEN, "item", items, NULL)
                                : ez_report_tell(report, EZ_TELL_TOP, "item", items, "n",
                                                 ez_report_number(report, most), NULL));
}

static void add_bars(EzReport *report, const Ranking *r)
{
    guint count = r->ranks->len;
    const EzText **labels = ez_arena_array(report->arena, const EzText *, count);
    double *values = ez_arena_array(report->arena, double, count);
    for (guint i = 0; i < count; i++) {
        labels[i] = ez_nodes_same(report->arena, rank_at(r, i)->words);
        values[i] = rank_at(r, i)->score;
    }
    EzChart chart = {.kind = EZ_CHART_BARS,
                     .labels = {labels, (int)count},
                     .values = {values, (int)count, true}};
    ez_report_add_chart(report, &chart);
}

// Those without any score are left out, and equals have one number.
static void add_table(EzReport *report, const Ranking *r, bool scored)
{
    EzColumn columns[] = {{ez_report_tell(report, EZ_TELL_NUMBER, NULL), 0, EZ_COLUMN_CODE},
                          {ez_report_tell(report, EZ_TELL_ITEM, NULL), 1, EZ_COLUMN_TEXT},
                          {ez_report_tell(report, r->score, NULL), 0, EZ_COLUMN_NUMBER}};
    EzTable *table = ez_report_table(report, columns, scored ? 3 : 2);
    guint place = 0;
    for (guint i = 0; i < r->ranks->len; i++) {
        const Rank *rank = rank_at(r, i);
        if (scored && rank->score == 0)
            continue;
        place = scored && i > 0 && rank->score == rank_at(r, i - 1)->score ? place : i + 1;
        const char *cells[] = {ez_report_number(report, place), rank->words,
                               ez_report_number(report, rank->score)};
        ez_report_row(report, table, cells);
    }
    ez_report_add_table(report, table);
}

// What one place for all was filled with.
static void add_chosen(EzReport *report, const Ranking *r)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < r->ranks->len; i++)
        if (rank_at(r, i)->score > 0)
            g_ptr_array_add(words, (void *)rank_at(r, i)->words);
    ez_report_add_words(report, EZ_BLOCK_LIST, words);
}

static void tell(EzReport *report, const Ranking *r)
{
    bool scored = is_scored(r), hidden = ez_step_hides(r->step);
    enum { MOST_BARS = 30 };
    if (scored && most_of(r) == 0) {
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_NO_CHOICE, NULL));
    } else if (scored && r->step != NULL && r->score == EZ_TELL_VOTES &&
               ez_step_is_shared(r->step)) {
        add_chosen(report, r);
    } else if (hidden) {
        if (scored)
            tell_leaders(report, r, true);
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_FEW_NUMBERS, NULL));
    } else if (scored && r->step != NULL && !ez_report_is_few(r->step) &&
               r->ranks->len <= MOST_BARS) {
        add_bars(report, r);
    } else {
        add_table(report, r, scored);
        if (scored)
            tell_leaders(report, r, false);
    }
}

void ez_report_ranking(EzReport *report, JsonNode *value)
{
    g_autoptr(GArray) ranks = g_array_new(FALSE, TRUE, sizeof(Rank));
    Ranking ranking = {.ranks = ranks};
    read_ranking(report, &ranking, value);
    tell(report, &ranking);
}
