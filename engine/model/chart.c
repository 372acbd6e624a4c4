// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/chart.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define MOST 1000000.0

const char *const ez_chart_words[] = {"dots",   "histogram", "stairs", "shift",
                                      "rounds", "bars",      NULL};

enum {
    LABELS,
    NOTES,
    STEPS,
    ANSWERS,
    VALUES,
    NOW,
    LATER,
    FROM,
    TO,
    ROUNDS,
    QUORUM,
    HOLLOW,
    FIELDS
};

static const char *const field_words[FIELDS] = {"labels", "notes",  "steps",  "answers",
                                                "values", "now",    "later",  "from",
                                                "to",     "rounds", "quorum", "hollow"};

#define BIT(field) (1u << (field))

// Labels are only needed where there is something to name.
static const struct {
    unsigned needs, may;
} takes[EZ_CHART_KINDS] = {
    [EZ_CHART_DOTS] = {BIT(ANSWERS), BIT(LABELS) | BIT(HOLLOW)},
    [EZ_CHART_HISTOGRAM] = {BIT(ANSWERS), BIT(LABELS)},
    [EZ_CHART_STAIRS] = {BIT(NOW) | BIT(LATER), BIT(LABELS) | BIT(NOTES) | BIT(STEPS)},
    [EZ_CHART_SHIFT] = {BIT(FROM) | BIT(TO), BIT(LABELS) | BIT(NOTES) | BIT(STEPS)},
    [EZ_CHART_ROUNDS] = {BIT(ROUNDS) | BIT(QUORUM), BIT(LABELS)},
    [EZ_CHART_BARS] = {BIT(VALUES), BIT(LABELS)},
};

int ez_chart_columns(const EzChart *chart)
{
    return chart->kind == EZ_CHART_DOTS && chart->labels.count > 0 ? chart->labels.count
                                                                   : chart->points;
}

bool ez_chart_is_empty(const EzChart *chart)
{
    return chart->answers.count == 0 && chart->values.count == 0 && chart->now.count == 0 &&
           chart->from.count == 0 && chart->rounds.count == 0;
}

void ez_chart_rank(const EzChart *chart, int *order)
{
    const double *values = chart->values.numbers;
    for (int i = 0; i < chart->values.count; i++) {
        int place = i;
        for (; place > 0 && values[order[place - 1]] < values[i]; place--)
            order[place] = order[place - 1];
        order[place] = i;
    }
}

// ---- faults ----------------------------------------------------------------------------

static const EzNumbers *numbers_of(const EzChart *chart, int field)
{
    switch (field) {
    case ANSWERS:
        return &chart->answers;
    case VALUES:
        return &chart->values;
    case NOW:
        return &chart->now;
    case LATER:
        return &chart->later;
    default:
        return NULL;
    }
}

static const EzNumberLists *lists_of(const EzChart *chart, int field)
{
    return field == FROM ? &chart->from : field == TO ? &chart->to : &chart->rounds;
}

static bool is_given(const EzChart *chart, int field)
{
    switch (field) {
    case LABELS:
        return chart->labels.count > 0;
    case NOTES:
        return chart->notes.count > 0;
    case STEPS:
        return chart->steps.count > 0;
    case FROM:
    case TO:
    case ROUNDS:
        return lists_of(chart, field)->given;
    case QUORUM:
        return chart->quorum != 0;
    case HOLLOW:
        return chart->hollow;
    default:
        return numbers_of(chart, field)->given;
    }
}

static EzChartFault check_fields(const EzChart *chart)
{
    unsigned needs = takes[chart->kind].needs, may = takes[chart->kind].may | needs;
    for (int field = 0; field < FIELDS; field++) {
        bool given = is_given(chart, field);
        if (given && (may & BIT(field)) == 0)
            return (EzChartFault){.wrong = EZ_CHART_STRANGE, .field = field_words[field]};
        if (!given && (needs & BIT(field)) != 0)
            return (EzChartFault){.wrong = EZ_CHART_LACKS, .field = field_words[field]};
    }
    return (EzChartFault){0};
}

// A list that may be left out is given when it has items.
static EzChartFault check_count(int field, int list, int found, int expected)
{
    if (found == expected)
        return (EzChartFault){0};
    return (EzChartFault){.wrong = EZ_CHART_UNEVEN,
                          .field = field_words[field],
                          .list = list,
                          .found = found,
                          .expected = expected};
}

static EzChartFault check_lists(const EzChart *chart)
{
    int labels = chart->labels.count;
    EzChartFault fault = {0};
    if (labels == 0 && chart->kind >= EZ_CHART_STAIRS && !ez_chart_is_empty(chart))
        return (EzChartFault){.wrong = EZ_CHART_LACKS, .field = field_words[LABELS]};
    if (chart->kind == EZ_CHART_HISTOGRAM && labels > 0)
        fault = check_count(LABELS, 0, labels, chart->points);
    if (chart->kind == EZ_CHART_BARS)
        fault = check_count(VALUES, 0, chart->values.count, labels);
    if (chart->kind == EZ_CHART_STAIRS)
        fault = check_count(NOW, 0, chart->now.count, labels);
    if (fault.wrong == EZ_CHART_SOUND && chart->kind == EZ_CHART_STAIRS)
        fault = check_count(LATER, 0, chart->later.count, labels);
    if (chart->kind == EZ_CHART_SHIFT)
        fault = check_count(FROM, 0, chart->from.count, labels);
    if (fault.wrong == EZ_CHART_SOUND && chart->kind == EZ_CHART_SHIFT)
        fault = check_count(TO, 0, chart->to.count, labels);
    if (fault.wrong == EZ_CHART_SOUND && chart->notes.count > 0)
        fault = check_count(NOTES, 0, chart->notes.count, labels);
    if (fault.wrong == EZ_CHART_SOUND && chart->steps.count > 0)
        fault = check_count(STEPS, 0, chart->steps.count, chart->points);
    for (int i = 0; i < chart->rounds.count && fault.wrong == EZ_CHART_SOUND; i++)
        fault = check_count(ROUNDS, i + 1, chart->rounds.lists[i].count, labels);
    return fault;
}

// `fault` says what is asked of each number.
static EzChartFault check_numbers(const EzNumbers *numbers, EzChartFault fault)
{
    for (int i = 0; i < numbers->count; i++) {
        double value = numbers->numbers[i];
        bool whole = !fault.whole || value == floor(value);
        if (value >= fault.least && value <= fault.most && whole)
            continue;
        fault.wrong = EZ_CHART_OFF_SCALE;
        fault.item = i + 1;
        fault.value = value;
        return fault;
    }
    return (EzChartFault){0};
}

static EzChartFault check_number_lists(const EzChart *chart, int field)
{
    const EzNumberLists *lists = lists_of(chart, field);
    bool support = field == ROUNDS;
    EzChartFault fault = {0};
    for (int i = 0; i < lists->count && fault.wrong == EZ_CHART_SOUND; i++) {
        EzChartFault asked = {.field = field_words[field],
                              .list = i + 1,
                              .whole = !support,
                              .least = support ? -MOST : 1,
                              .most = support ? MOST : chart->points};
        fault = check_numbers(&lists->lists[i], asked);
    }
    return fault;
}

static EzChartFault check_scale(const EzChart *chart)
{
    EzChartFault fault = {0};
    for (int field = ANSWERS; field <= LATER && fault.wrong == EZ_CHART_SOUND; field++) {
        bool scale = field != VALUES;
        EzChartFault asked = {.field = field_words[field],
                              .whole = field == ANSWERS,
                              .least = scale ? 1 : 0,
                              .most = scale ? ez_chart_columns(chart) : MOST};
        fault = check_numbers(numbers_of(chart, field), asked);
    }
    for (int field = FROM; field <= ROUNDS && fault.wrong == EZ_CHART_SOUND; field++)
        fault = check_number_lists(chart, field);
    return fault;
}

EzChartFault ez_chart_fault(const EzChart *chart)
{
    if (chart->kind >= EZ_CHART_KINDS)
        return (EzChartFault){.wrong = EZ_CHART_LACKS, .field = "kind"};
    EzChartFault fault = check_fields(chart);
    if (fault.wrong == EZ_CHART_SOUND)
        fault = check_lists(chart);
    if (fault.wrong == EZ_CHART_SOUND)
        fault = check_scale(chart);
    return fault;
}

// ---- numbers ---------------------------------------------------------------------------

int ez_numbers_count(const EzNumbers *numbers, double value)
{
    int count = 0;
    for (int i = 0; i < numbers->count; i++)
        count += numbers->numbers[i] == value;
    return count;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double ez_numbers_median(const EzNumbers *numbers)
{
    int count = numbers->count;
    if (count == 0)
        return 0;
    g_autofree double *sorted = g_memdup2(numbers->numbers, sizeof(double) * (size_t)count);
    qsort(sorted, (size_t)count, sizeof(double), by_size);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
}

double ez_numbers_consensus(const EzNumbers *numbers, int points)
{
    double sum = 0, mean = 0;
    if (numbers->count == 0)
        return 0;
    for (int i = 0; i < numbers->count; i++)
        mean += numbers->numbers[i] / numbers->count;
    for (int point = 1; point <= points; point++) {
        double share = (double)ez_numbers_count(numbers, point) / numbers->count;
        if (share > 0)
            sum += share * log2(1 - fabs(point - mean) / (points - 1));
    }
    return CLAMP(1 + sum, 0, 1);
}
