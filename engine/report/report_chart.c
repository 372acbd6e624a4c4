// SPDX-License-Identifier: EUPL-1.2
// Charts out of what steps give and what authors say.
#include "engine/report/nodes.h"
#include "engine/report/report-private.h"

#include <math.h>
#include <string.h>

enum { FEW = 5 };

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

static bool add_sound(EzReport *report, const EzChart *chart)
{
    if (!chart->few && ez_chart_fault(chart).wrong != EZ_CHART_SOUND)
        return false;
    EzChart *kept = ez_arena_make(report->arena, EzChart);
    *kept = *chart;
    ez_report_add_chart(report, kept);
    return true;
}

static int kind_of(const char *word)
{
    int kind = 0;
    while (kind < EZ_CHART_KINDS && g_strcmp0(ez_chart_words[kind], word) != 0)
        kind++;
    return kind;
}

// { chart = "stairs", labels = …, now = … }: as authors write charts in a kit.
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
        .rounds = lists_of(report, ez_value_get(value, "rounds")),
        .quorum = ez_value_number(ez_value_get(value, "quorum"), 0),
    };
    return chart.kind < EZ_CHART_KINDS && add_sound(report, &chart);
}

// What a scale gives. Its numbers begin at 1 in a chart.
static bool add_scale(EzReport *report, JsonNode *value)
{
    JsonNode *hist = ez_value_get(value, "hist"), *scores = ez_value_get(value, "scores");
    double n = ez_value_number(ez_value_get(value, "n"), 0);
    double from = 1;
    for (int i = 0; i < ez_value_count(hist); i++)
        if (ez_value_number(ez_value_item(hist, i), 0) > 0) {
            from = ez_value_number(ez_value_item(scores, 0), 1) - i;
            break;
        }
    EzChart chart = {.kind = EZ_CHART_HISTOGRAM,
                     .few = n > 0 && n < FEW,
                     .points = ez_value_count(hist),
                     .answers = numbers_of(report, scores, 1 - from)};
    JsonNode *item = ez_value_get(value, "item");
    if (item != NULL)
        ez_report_add_text(report, EZ_BLOCK_TEXT, ez_report_words(report, item));
    return add_sound(report, &chart);
}

static bool add_scales(EzReport *report, JsonNode *list)
{
    bool all = ez_value_count(list) > 0;
    for (int i = 0; i < ez_value_count(list); i++)
        all = add_scale(report, ez_value_item(list, i)) && all;
    return all;
}

static EzNumbers round_of(EzReport *report, JsonNode *net, GList *ids)
{
    int count = (int)g_list_length(ids), i = 0;
    double *numbers = ez_arena_array(report->arena, double, MAX(count, 1));
    for (GList *id = ids; id != NULL; id = id->next)
        numbers[i++] = MAX(0, ez_value_number(ez_value_get(net, id->data), 0));
    return (EzNumbers){numbers, count, true};
}

// What a swarm gives: the net support of each option, round by round.
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
    EzChart chart = {.kind = EZ_CHART_ROUNDS,
                     .labels = {labels, count},
                     .rounds = {lists, n, true},
                     .quorum = ez_value_number(ez_value_get(value, "quorum"), 0)};
    return add_sound(report, &chart);
}

bool ez_report_chart(EzReport *report, JsonNode *value)
{
    if (ez_value_get(value, "rounds") != NULL && ez_value_get(value, "chart") == NULL)
        return add_swarm(report, value);
    if (ez_value_get(value, "chart") != NULL)
        return add_said(report, value);
    if (ez_value_get(value, "hist") != NULL)
        return add_scale(report, value);
    return ez_value_get(ez_value_item(value, 0), "hist") != NULL && add_scales(report, value);
}
