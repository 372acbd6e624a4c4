// SPDX-License-Identifier: EUPL-1.2
// Charts out of what steps give and what authors say.
#include "engine/report/nodes.h"
#include "engine/report/report-private.h"

#include <math.h>
#include <string.h>

static EzNumbers numbers_of(EzReport *report, JsonNode *list, double add)
{
    int count = ez_value_count(list);
    double *numbers = ez_arena_array(report->arena, double, MAX(count, 1));
    for (int i = 0; i < count; i++)
        numbers[i] = ez_value_number(ez_value_item(list, i), 0) + add;
    return (EzNumbers){numbers, count, list != NULL};
}

static EzTexts texts_of(EzReport *report, JsonNode *list)
{
    int count = ez_value_count(list);
    const EzText **texts = ez_arena_array(report->arena, const EzText *, MAX(count, 1));
    for (int i = 0; i < count; i++)
        texts[i] =
            ez_nodes_same(report->arena, ez_report_words(report, ez_value_item(list, i)));
    return (EzTexts){texts, count};
}

static EzNumberLists lists_of(EzReport *report, JsonNode *list)
{
    int count = ez_value_count(list);
    EzNumbers *lists = ez_arena_array(report->arena, EzNumbers, MAX(count, 1));
    for (int i = 0; i < count; i++)
        lists[i] = numbers_of(report, ez_value_item(list, i), 0);
    return (EzNumberLists){lists, count, list != NULL};
}

static void tell_few(EzReport *report)
{
    ez_report_add_text(report, EZ_BLOCK_TEXT, ez_report_tell(report, EZ_TELL_FEW, NULL));
}

// ---- as authors write charts ---------------------------------------------------

static int kind_of(const char *word)
{
    int kind = 0;
    while (kind < EZ_CHART_KINDS && g_strcmp0(ez_chart_words[kind], word) != 0)
        kind++;
    return kind;
}

// Of too few answers none is left, on either side.
static void hide_few(EzNumberLists *from, EzNumberLists *to)
{
    EzNumbers *before = (EzNumbers *)from->lists, *after = (EzNumbers *)to->lists;
    for (int i = 0; i < MIN(from->count, to->count); i++)
        if (before[i].count < EZ_STEP_ENOUGH || after[i].count < EZ_STEP_ENOUGH)
            before[i].count = after[i].count = 0;
}

static bool is_told(const EzChart *chart)
{
    bool any = chart->kind != EZ_CHART_SHIFT;
    for (int i = 0; !any && i < chart->from.count; i++)
        any = chart->from.lists[i].count > 0;
    return any;
}

// Words without numbers: what each label came to.
static void add_verdicts(EzReport *report, const EzChart *chart)
{
    EzColumn columns[] = {{ez_report_tell(report, EZ_TELL_ITEM, NULL), 0.6, EZ_COLUMN_TEXT},
                          {ez_report_tell(report, EZ_TELL_VERDICT, NULL), 0.4, EZ_COLUMN_TEXT}};
    EzTable *table = ez_report_table(report, columns, 2);
    for (int i = 0; i < chart->labels.count && i < chart->notes.count; i++) {
        const char *cells[] = {ez_text_in(chart->labels.texts[i], 0),
                               ez_text_in(chart->notes.texts[i], 0)};
        ez_report_row(report, table, cells);
    }
    if (table->rows->len > 0)
        ez_report_add_table(report, table);
    tell_few(report);
}

// { chart = "stairs", labels = …, now = … }
static bool add_said(EzReport *report, JsonNode *value)
{
    EzChart chart = {
        .kind = kind_of(ez_value_string(ez_value_get(value, "chart"), NULL)),
        .few = ez_value_flag(ez_value_get(value, "few"), false),
        .hollow = ez_value_flag(ez_value_get(value, "hollow"), false),
        .points = (int)ez_value_number(ez_value_get(value, "points"), 5),
        .labels = texts_of(report, ez_value_get(value, "labels")),
        .notes = texts_of(report, ez_value_get(value, "notes")),
        .steps = texts_of(report, ez_value_get(value, "steps")),
        .answers = numbers_of(report, ez_value_get(value, "answers"), 0),
        .values = numbers_of(report, ez_value_get(value, "values"), 0),
        .now = numbers_of(report, ez_value_get(value, "now"), 0),
        .later = numbers_of(report, ez_value_get(value, "later"), 0),
        .from = lists_of(report, ez_value_get(value, "from")),
        .to = lists_of(report, ez_value_get(value, "to")),
        .rounds = lists_of(report, ez_value_get(value, "rounds")),
        .quorum = ez_value_number(ez_value_get(value, "quorum"), 0),
    };
    if (chart.kind == EZ_CHART_KINDS || ez_chart_fault(&chart).wrong != EZ_CHART_SOUND)
        return false;
    bool answers = chart.kind == EZ_CHART_DOTS || chart.kind == EZ_CHART_HISTOGRAM;
    chart.few = chart.few || (answers && chart.answers.count < EZ_STEP_ENOUGH);
    hide_few(&chart.from, &chart.to);
    if (chart.few || !is_told(&chart))
        add_verdicts(report, &chart);
    else
        ez_report_add_chart(report, &chart);
    return true;
}

// ---- what a scale gives --------------------------------------------------------

// The lowest number of the scale, by where the lowest score stands in its histogram.
static double lowest_of(JsonNode *hist, JsonNode *scores)
{
    for (int i = 0; i < ez_value_count(hist); i++)
        if (ez_value_number(ez_value_item(hist, i), 0) > 0)
            return ez_value_number(ez_value_item(scores, 0), 1) - i;
    return 1;
}

static void add_scores(EzReport *report, JsonNode *value)
{
    JsonNode *hist = ez_value_get(value, "hist"), *scores = ez_value_get(value, "scores");
    if (ez_value_count(scores) < EZ_STEP_ENOUGH) {
        tell_few(report);
        return;
    }
    double lowest = lowest_of(hist, scores);
    enum { MOST_DOTS = 60 };
    EzChart chart = {.kind = ez_value_count(scores) <= MOST_DOTS ? EZ_CHART_DOTS
                                                                 : EZ_CHART_HISTOGRAM,
                     .points = ez_value_count(hist),
                     .below = (int)lowest - 1,
                     .answers = numbers_of(report, scores, 1 - lowest)};
    ez_report_add_chart(report, &chart);
}

// Roles are told apart only when each has enough answers: else the whole less one role would tell the other.
static bool may_tell_roles(JsonNode *roles)
{
    if (roles == NULL || !JSON_NODE_HOLDS_OBJECT(roles))
        return false;
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(roles));
    bool all = names != NULL;
    for (GList *name = names; name != NULL; name = name->next)
        all = all && ez_value_count(ez_value_get(ez_value_get(roles, name->data), "scores")) >=
                         EZ_STEP_ENOUGH;
    return all;
}

static int sum_of_roles(JsonNode *roles, GList *names)
{
    int sum = 0;
    for (GList *name = names; name != NULL; name = name->next)
        sum += ez_value_count(ez_value_get(ez_value_get(roles, name->data), "scores"));
    return sum;
}

static void add_roles(EzReport *report, JsonNode *value)
{
    JsonNode *roles = ez_value_get(value, "by_role");
    if (!may_tell_roles(roles))
        return;
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(roles)), (GCompareFunc)strcmp);
    int rest = ez_value_count(ez_value_get(value, "scores")) - sum_of_roles(roles, names);
    if (rest > 0 && rest < EZ_STEP_ENOUGH) // of people without a role
        return;
    for (GList *name = names; name != NULL; name = name->next) {
        ez_report_add_text(report, EZ_BLOCK_SUBPART, name->data);
        add_scores(report, ez_value_get(roles, name->data));
    }
}

static void add_scale(EzReport *report, JsonNode *value)
{
    JsonNode *item = ez_value_get(value, "item");
    if (item != NULL)
        ez_report_add_text(report, EZ_BLOCK_SUBPART, ez_report_words(report, item));
    add_scores(report, value);
    add_roles(report, value);
}

// ---- what a swarm gives --------------------------------------------------------

static EzNumbers round_of(EzReport *report, JsonNode *net, GList *ids)
{
    int count = (int)g_list_length(ids), i = 0;
    double *numbers = ez_arena_array(report->arena, double, MAX(count, 1));
    for (GList *id = ids; id != NULL; id = id->next)
        numbers[i++] = MAX(0, ez_value_number(ez_value_get(net, id->data), 0));
    return (EzNumbers){numbers, count, true};
}

// Anonymous rounds that few answered hold no numbers.
static void hide_rounds(EzNumbers *lists, int n, const EzStep *step)
{
    for (int k = n - 1; k >= 0 && step != NULL; k--, step = step->before)
        for (int i = 0; ez_step_hides(step) && i < lists[k].count; i++)
            ((double *)lists[k].numbers)[i] = NAN;
}

static int count_told(const EzNumbers *lists, int n)
{
    int told = 0;
    for (int k = 0; k < n; k++)
        told += lists[k].count > 0 && !isnan(lists[k].numbers[0]);
    return told;
}

// The net support of each option, round by round. Where rounds are left out nothing is drawn.
static bool add_swarm(EzReport *report, JsonNode *value)
{
    JsonNode *rounds = ez_value_get(value, "rounds");
    JsonNode *first = ez_value_get(ez_value_item(rounds, 0), "net");
    if (first == NULL)
        return false;
    g_autoptr(GList) ids =
        g_list_sort(json_object_get_members(json_node_get_object(first)), (GCompareFunc)strcmp);
    int count = (int)g_list_length(ids), n = ez_value_count(rounds), i = 0;
    const EzText **labels = ez_arena_array(report->arena, const EzText *, MAX(count, 1));
    EzNumbers *lists = ez_arena_array(report->arena, EzNumbers, n);
    for (GList *id = ids; id != NULL; id = id->next)
        labels[i++] = ez_nodes_same(report->arena, ez_report_words_of_id(report, id->data));
    for (int k = 0; k < n; k++)
        lists[k] = round_of(report, ez_value_get(ez_value_item(rounds, k), "net"), ids);
    if (ids != NULL)
        hide_rounds(lists, n, ez_report_step(report, "swarm", ids->data));
    int told = count_told(lists, n);
    if (told == 0) {
        tell_few(report);
        return true;
    }
    EzChart chart = {.kind = EZ_CHART_ROUNDS,
                     .labels = {labels, count},
                     .rounds = {lists, n, true},
                     .quorum = ez_value_number(ez_value_get(value, "quorum"), 0)};
    if (told < n)
        ez_report_add_numbers(report, &chart);
    else if (ez_chart_fault(&chart).wrong == EZ_CHART_SOUND)
        ez_report_add_chart(report, &chart);
    else
        return false;
    return true;
}

bool ez_report_chart(EzReport *report, JsonNode *value)
{
    if (ez_value_get(value, "chart") != NULL)
        return add_said(report, value);
    if (ez_value_get(value, "rounds") != NULL)
        return add_swarm(report, value);
    if (ez_value_get(value, "hist") != NULL) {
        add_scale(report, value);
        return true;
    }
    for (int i = 0; i < ez_value_count(value); i++)
        if (ez_value_get(ez_value_item(value, i), "hist") != NULL)
            add_scale(report, ez_value_item(value, i));
    return ez_value_get(ez_value_item(value, 0), "hist") != NULL;
}
