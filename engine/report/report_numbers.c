// SPDX-License-Identifier: EUPL-1.2
// What a chart says in another form: the same numbers as a table, and the main thing in a plain sentence.
#include "engine/report/report-private.h"

#include <math.h>

static const char *label_of(const EzChart *chart, int i)
{
    return ez_text_in(chart->labels.texts[i], 0);
}

static EzColumn column(EzReport *report, EzReportPhrase head, EzColumnLook look)
{
    return (EzColumn){ez_report_tell(report, head, NULL), look == EZ_COLUMN_TEXT ? 0.5 : 0,
                      look};
}

// ---- answers in columns --------------------------------------------------------

static EzTable *answers_table(EzReport *report, const EzChart *chart)
{
    EzColumn columns[] = {column(report, EZ_TELL_ANSWER, EZ_COLUMN_TEXT),
                          column(report, EZ_TELL_TIMES, EZ_COLUMN_NUMBER)};
    EzTable *table = ez_report_table(report, columns, 2);
    bool named = chart->labels.count > 0;
    for (int i = 0; i < ez_chart_columns(chart); i++) {
        const char *cells[] = {
            named ? label_of(chart, i) : ez_report_number(report, chart->below + i + 1),
            ez_report_number(report, ez_numbers_count(&chart->answers, i + 1))};
        ez_report_row(report, table, cells);
    }
    return table;
}

// Working defaults of ours, as in scripts/lib/score.lua.
#define AGREED  0.75
#define DIVIDED 0.5

static EzReportPhrase agreement_of(const EzNumbers *answers, int points)
{
    double shown = round(ez_numbers_consensus(answers, points) * 100) / 100;
    return shown >= AGREED    ? EZ_TELL_AGREED
           : shown >= DIVIDED ? EZ_TELL_MIXED
                              : EZ_TELL_DIVIDED;
}

static const char *tell_agreement(EzReport *report, const EzChart *chart)
{
    double median = ez_numbers_median(&chart->answers) + chart->below;
    return ez_arena_printf(
        report->arena, "%s %s",
        ez_report_tell(report, EZ_TELL_MEDIAN, "n", ez_report_number(report, median), NULL),
        ez_report_tell(report, agreement_of(&chart->answers, chart->points), NULL));
}

// The values that lead, in words.
static const char *tell_leaders(EzReport *report, const EzChart *chart, const double *values,
                                int count)
{
    g_autoptr(GPtrArray) leaders = g_ptr_array_new();
    double most = 0;
    for (int i = 0; i < count; i++)
        most = MAX(most, values[i]);
    for (int i = 0; i < count; i++)
        if (values[i] == most)
            g_ptr_array_add(leaders, (void *)label_of(chart, i));
    const char *items = ez_report_list(report, leaders);
    return leaders->len > 1 ? ez_report_tell(report, EZ_TELL_TIE, "items", items, NULL)
                            : ez_report_tell(report, EZ_TELL_TOP, "item", items, "n",
                                             ez_report_number(report, most), NULL);
}

static const char *answers_sentence(EzReport *report, const EzChart *chart)
{
    int count = ez_chart_columns(chart);
    if (chart->kind == EZ_CHART_HISTOGRAM || chart->labels.count == 0)
        return tell_agreement(report, chart);
    double *counts = ez_arena_array(report->arena, double, count);
    for (int i = 0; i < count; i++)
        counts[i] = ez_numbers_count(&chart->answers, i + 1);
    return tell_leaders(report, chart, counts, count);
}

// ---- scores --------------------------------------------------------------------

static EzTable *bars_table(EzReport *report, const EzChart *chart)
{
    EzColumn columns[] = {column(report, EZ_TELL_ITEM, EZ_COLUMN_TEXT),
                          column(report, EZ_TELL_SCORE, EZ_COLUMN_NUMBER)};
    EzTable *table = ez_report_table(report, columns, 2);
    for (int i = 0; i < chart->values.count; i++) {
        const char *cells[] = {label_of(chart, i),
                               ez_report_number(report, chart->values.numbers[i])};
        ez_report_row(report, table, cells);
    }
    return table;
}

static const char *bars_sentence(EzReport *report, const EzChart *chart)
{
    return tell_leaders(report, chart, chart->values.numbers, chart->values.count);
}

// ---- now and later -------------------------------------------------------------

// False where there are too few answers to tell.
static bool medians_of(const EzChart *chart, int i, double *now, double *later)
{
    if (chart->kind == EZ_CHART_STAIRS) {
        *now = chart->now.numbers[i];
        *later = chart->later.numbers[i];
        return true;
    }
    *now = ez_numbers_median(&chart->from.lists[i]);
    *later = ez_numbers_median(&chart->to.lists[i]);
    return chart->from.lists[i].count > 0 && chart->to.lists[i].count > 0;
}

// How far people agree on a task, of a shift; "–" where nobody knows.
static const char *agreement(EzReport *report, const EzChart *chart, const EzNumberLists *lists,
                             int i)
{
    if (i >= lists->count || lists->lists[i].count == 0)
        return "–";
    return ez_report_number(report, ez_numbers_consensus(&lists->lists[i], chart->points));
}

static void add_shift_row(EzReport *report, EzTable *table, const EzChart *chart, int i)
{
    double now, later;
    bool told = medians_of(chart, i, &now, &later);
    const char *cells[] = {label_of(chart, i),
                           chart->notes.count > 0 ? ez_text_in(chart->notes.texts[i], 0) : "",
                           told ? ez_report_number(report, now) : "–",
                           told ? ez_report_number(report, later) : "–",
                           agreement(report, chart, &chart->from, i),
                           agreement(report, chart, &chart->to, i)};
    ez_report_row(report, table, cells);
}

static EzTable *shift_table(EzReport *report, const EzChart *chart)
{
    EzColumn columns[] = {column(report, EZ_TELL_ITEM, EZ_COLUMN_TEXT),
                          column(report, EZ_TELL_VERDICT, EZ_COLUMN_TEXT),
                          column(report, EZ_TELL_NOW, EZ_COLUMN_NUMBER),
                          column(report, EZ_TELL_LATER, EZ_COLUMN_NUMBER),
                          column(report, EZ_TELL_AGREEMENT_NOW, EZ_COLUMN_NUMBER),
                          column(report, EZ_TELL_AGREEMENT_LATER, EZ_COLUMN_NUMBER)};
    EzTable *table = ez_report_table(report, columns, chart->kind == EZ_CHART_SHIFT ? 6 : 4);
    for (int i = 0; i < chart->labels.count; i++)
        add_shift_row(report, table, chart, i);
    return table;
}

// As it is shown.
static double consensus_of(const EzChart *chart, int i)
{
    return round(ez_numbers_consensus(&chart->to.lists[i], chart->points) * 100) / 100;
}

// The tasks on which people agree least; "" where they agree on all, or nobody knows.
static const char *least_agreed(EzReport *report, const EzChart *chart)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    double least = AGREED;
    for (int i = 0; chart->kind == EZ_CHART_SHIFT && i < chart->to.count; i++) {
        bool known = chart->to.lists[i].count > 0 && consensus_of(chart, i) < AGREED;
        if (known && consensus_of(chart, i) < least)
            g_ptr_array_set_size(found, 0);
        if (!known || (found->len > 0 && consensus_of(chart, i) > least))
            continue;
        least = consensus_of(chart, i);
        g_ptr_array_add(found, (void *)label_of(chart, i));
    }
    return ez_report_list(report, found);
}

// What changes, and nothing of what does not.
static const char *shifts(EzReport *report, int down, int up, int all)
{
    const char *n_down = ez_report_number(report, down), *n_up = ez_report_number(report, up);
    EzReportPhrase phrase = down > 0 && up > 0 ? EZ_TELL_DOWN_AND_UP
                            : down > 0         ? EZ_TELL_DOWN
                            : up > 0           ? EZ_TELL_UP
                                               : EZ_TELL_SAME;
    return ez_report_tell(report, phrase, "down", n_down, "up", n_up, "n",
                          ez_report_number(report, all), NULL);
}

static const char *shift_sentence(EzReport *report, const EzChart *chart)
{
    int down = 0, up = 0, all = 0;
    const char *least = least_agreed(report, chart);
    for (int i = 0; i < chart->labels.count; i++) {
        double now, later;
        if (!medians_of(chart, i, &now, &later))
            continue;
        all++;
        down += later < now;
        up += later > now;
    }
    const char *said = shifts(report, down, up, all);
    return *least == '\0' ? said
                          : ez_arena_printf(report->arena, "%s %s", said,
                                            ez_report_tell(report, EZ_TELL_LEAST_AGREED, "item",
                                                           least, NULL));
}

// ---- rounds --------------------------------------------------------------------

// A round that is left out has no number.
static const char *round_number(EzReport *report, double number)
{
    return isnan(number) ? "–" : ez_report_number(report, number);
}

static EzTable *rounds_table(EzReport *report, const EzChart *chart)
{
    enum { MOST = 12 };
    EzColumn columns[MOST] = {column(report, EZ_TELL_OPTION, EZ_COLUMN_TEXT)};
    int count = MIN(chart->rounds.count, MOST - 1);
    for (int k = 0; k < count; k++)
        columns[k + 1] = (EzColumn){
            ez_report_tell(report, EZ_TELL_ROUND, "n", ez_report_number(report, k + 1), NULL),
            0, EZ_COLUMN_NUMBER};
    EzTable *table = ez_report_table(report, columns, count + 1);
    for (int i = 0; i < chart->labels.count; i++) {
        const char *cells[MOST] = {label_of(chart, i)};
        for (int k = 0; k < count; k++)
            cells[k + 1] = round_number(report, chart->rounds.lists[k].numbers[i]);
        ez_report_row(report, table, cells);
    }
    return table;
}

static bool any_left_out(const EzChart *chart)
{
    bool found = false;
    for (int k = 0; k < chart->rounds.count; k++)
        found = found || isnan(chart->rounds.lists[k].numbers[0]);
    return found;
}

static const char *rounds_sentence(EzReport *report, const EzChart *chart)
{
    const char *quorum = ez_report_number(report, chart->quorum);
    for (int k = 0; k < chart->rounds.count; k++)
        for (int i = 0; i < chart->labels.count; i++)
            if (chart->rounds.lists[k].numbers[i] >= chart->quorum)
                return ez_report_tell(report, EZ_TELL_THRESHOLD, "item", label_of(chart, i),
                                      "n", quorum, "round", ez_report_number(report, k + 1),
                                      NULL);
    return any_left_out(chart)
               ? ez_report_tell(report, EZ_TELL_ROUNDS_LEFT_OUT, NULL)
               : ez_report_tell(report, EZ_TELL_NO_THRESHOLD, "n", quorum, NULL);
}

// ---- all kinds -----------------------------------------------------------------

static const struct {
    EzTable *(*table)(EzReport *, const EzChart *);
    const char *(*sentence)(EzReport *, const EzChart *);
} forms[EZ_CHART_KINDS] = {
    [EZ_CHART_DOTS] = {answers_table, answers_sentence},
    [EZ_CHART_HISTOGRAM] = {answers_table, answers_sentence},
    [EZ_CHART_STAIRS] = {shift_table, shift_sentence},
    [EZ_CHART_SHIFT] = {shift_table, shift_sentence},
    [EZ_CHART_ROUNDS] = {rounds_table, rounds_sentence},
    [EZ_CHART_BARS] = {bars_table, bars_sentence},
};

// What the middle and agreement are, in plain words where they first stand.
static void add_measures(EzReport *report, const EzChart *chart)
{
    bool scores = chart->kind == EZ_CHART_SHIFT || chart->kind == EZ_CHART_HISTOGRAM ||
                  (chart->kind == EZ_CHART_DOTS && chart->labels.count == 0);
    if (!scores || report->explained)
        return;
    report->explained = true;
    ez_report_add_text(report, EZ_BLOCK_NOTE,
                       ez_report_tell(report, EZ_TELL_MEASURES_ARE, NULL));
}

void ez_report_add_numbers(EzReport *report, const EzChart *chart)
{
    ez_report_add_table(report, forms[chart->kind].table(report, chart));
    ez_report_add_text(report, EZ_BLOCK_TEXT, forms[chart->kind].sentence(report, chart));
}

void ez_report_add_chart(EzReport *report, const EzChart *chart)
{
    EzChart *kept = ez_arena_make(report->arena, EzChart);
    *kept = *chart;
    kept->said = true;
    kept->voice = "principle";
    ez_report_add_block(report, (EzBlock){.kind = EZ_BLOCK_CHART,
                                          .table = forms[chart->kind].table(report, kept),
                                          .chart = kept});
    ez_report_add_text(report, EZ_BLOCK_TEXT, forms[chart->kind].sentence(report, kept));
    add_measures(report, chart);
}
