// SPDX-License-Identifier: EUPL-1.2
// Charts of answers, in columns: dots, each of which is one, and the bars of a histogram.
#include "render/layout_chart-private.h"

#include <math.h>

#define LEAST_COLUMN 5.0
#define LEAST_PITCH  1.75 // of dots of 1.4 mm
#define DOTS_TALL    42.0 // at most, where nobody says
#define BARS_TALL    26.0
#define LEAST_PLOT   4.0
#define BAR_SHARE    0.62 // of a column
#define BAR_MOST     14.0
#define WEDGE_TALL   3.2 // with what is free around it
#define TRACK        20.0

typedef struct Columns {
    int count, most;         // columns; answers in the fullest, of a histogram
    double wide;             // of one
    bool scale;              // its columns are points
    Box **numbers, **labels; // NULL where there are none
    double numbers_tall, labels_tall;
    Box *median, *consensus; // sentences under it
    double foot;             // all that stands under the base line
    double base, plot;       // y; from there to the top
} Columns;

static int count_of(const Chart *c, int i)
{
    return ez_numbers_count(&c->data->answers, i + 1);
}

static double middle_of(const Columns *k, double i)
{
    return k->wide * (i + 0.5);
}

// ---- what stands under the base line ---------------------------------------------------

// A row of words, one a column; how tall it is.
static double measure_row(Chart *c, const Columns *k, Box **row, const EzTexts *texts)
{
    double tallest = 0;
    for (int i = 0; i < k->count; i++) {
        ChartWish wish = {.align = EZ_ALIGN_CENTRE, .width = k->wide - 1};
        wish.text = texts != NULL ? texts->texts[i] : NULL;
        wish.plain = texts != NULL ? NULL : ez_chart_shown(c, c->data->below + i + 1);
        wish.bold = wish.own = texts == NULL || !k->scale;
        row[i] = ez_chart_measure(c, wish);
        tallest = MAX(tallest, row[i]->height);
    }
    return tallest;
}

static void measure_names(Chart *c, Columns *k)
{
    EzArena *arena = c->l->arena;
    if (k->scale) {
        k->numbers = ez_arena_array(arena, Box *, k->count);
        k->numbers_tall = measure_row(c, k, k->numbers, NULL);
    }
    if (c->data->labels.count > 0) {
        k->labels = ez_arena_array(arena, Box *, k->count);
        k->labels_tall = measure_row(c, k, k->labels, &c->data->labels);
    }
}

static void measure_sentences(Chart *c, Columns *k, bool consensus)
{
    const char *answers =
        ez_chart_answers(c->l->arena, c->l->in->language_code, c->data->answers.count);
    double left = k->scale ? CHART_GAP + 2 : 0;
    const char *median = ez_chart_phrase(
        c, EZ_SAY_MEDIAN, "n",
        ez_chart_shown(c, c->data->below + ez_numbers_median(&c->data->answers)), NULL);
    ChartWish first = {
        .plain = k->scale ? ez_arena_printf(c->l->arena, "%s · %s", median, answers) : answers,
        .width = c->wide - left};
    k->median = ez_chart_measure(c, first);
    if (!consensus)
        return;
    ChartWish second = {.plain = ez_chart_phrase(
                            c, EZ_SAY_CONSENSUS, "n",
                            ez_chart_agreement(c->l->arena, c->l->in->language_code, c->data),
                            NULL),
                        .width = c->wide - TRACK - CHART_GAP - 2};
    k->consensus = ez_chart_measure(c, second);
}

// From divided to agreed, with ticks where its words change.
static void add_track(Chart *c, double y)
{
    static const double ticks[] = {0, 0.5, 0.75, 1};
    double value = ez_numbers_consensus(&c->data->answers, c->data->points);
    double left = 1.2, wide = TRACK - 2.4;
    ez_chart_mark(c, CHART_LINE, (EzRect){left, y, wide, 0});
    for (size_t i = 0; i < G_N_ELEMENTS(ticks); i++)
        ez_chart_mark(c, CHART_LINE, (EzRect){left + wide * ticks[i], y - 0.9, 0, 1.8});
    ez_chart_round(c, CHART_DISC, left + wide * value, y, 2.4);
}

static void add_sentences(Chart *c, const Columns *k, double y)
{
    if (k->scale)
        ez_chart_wedge(c, 1.3, y + ez_chart_middle(k->median) - 1.5);
    ez_chart_add(c, k->median, k->scale ? CHART_GAP + 2 : 0, y);
    y += k->median->height + 0.6;
    if (k->consensus == NULL)
        return;
    add_track(c, y + ez_chart_middle(k->consensus));
    ez_chart_add(c, k->consensus, TRACK + CHART_GAP, y);
}

static void add_row(Chart *c, const Columns *k, Box **row, double y)
{
    for (int i = 0; row != NULL && i < k->count; i++)
        ez_chart_add(c, row[i], middle_of(k, i) - row[i]->width / 2, y);
}

static void add_foot(Chart *c, const Columns *k, bool counts)
{
    double y = k->base;
    ez_chart_mark(c, CHART_LINE, (EzRect){0, y, c->wide, 0});
    if (k->scale)
        ez_chart_wedge(c, middle_of(k, ez_numbers_median(&c->data->answers) - 1), y);
    y += k->scale ? WEDGE_TALL : 1;
    add_row(c, k, k->numbers, y);
    y += k->numbers_tall;
    add_row(c, k, k->labels, y);
    y += k->labels_tall;
    for (int i = 0; counts && i < k->count; i++) {
        ChartWish wish = {.plain = ez_arena_printf(c->l->arena, "%d×", count_of(c, i)),
                          .align = EZ_ALIGN_CENTRE,
                          .width = k->wide};
        ez_chart_write(c, wish, middle_of(k, i) - k->wide / 2, y);
    }
    y += (counts ? c->line : 0) + 1.5;
    add_sentences(c, k, y);
}

// ---- the columns -----------------------------------------------------------------------

// False when they do not fit; `counts`: they stand under the base line.
static bool measure_columns(Chart *c, Columns *k, bool counts)
{
    *k = (Columns){.count = ez_chart_columns(c->data)};
    k->scale = c->data->kind == EZ_CHART_HISTOGRAM || c->data->labels.count == 0;
    k->wide = c->wide / k->count;
    for (int i = 0; i < k->count; i++)
        k->most = MAX(k->most, count_of(c, i));
    if (k->wide < LEAST_COLUMN) {
        ez_chart_needs(c, LEAST_COLUMN * k->count, c->wide, "of width");
        return false;
    }
    measure_names(c, k);
    measure_sentences(c, k, !counts);
    k->foot = (k->scale ? WEDGE_TALL : 1) + k->numbers_tall + k->labels_tall +
              (counts ? c->line : 0) + 1.5 + k->median->height +
              (k->consensus != NULL ? k->consensus->height + 0.6 : 0);
    return true;
}

// The height that is free over the base line; false when there is too little.
static bool find_plot(Chart *c, Columns *k, double natural, double least)
{
    k->plot = c->tall >= 0 ? c->tall - k->foot : natural;
    if (k->plot < least)
        ez_chart_needs(c, k->foot + least, c->tall, "of height");
    return k->plot >= least;
}

// ---- a field of answers ----------------------------------------------------------------

int ez_chart_most(const ChartField *field)
{
    int most = 1;
    for (int i = 1; i <= field->columns; i++)
        most = MAX(most, ez_numbers_count(field->answers, i));
    return most;
}

static double field_middle(const ChartField *field, int column)
{
    return field->left + field->wide * (column + 0.5);
}

static void add_bars(Chart *c, const ChartField *field, double base, double tallest)
{
    double wide = MIN(field->wide * BAR_SHARE, BAR_MOST);
    int most = ez_chart_most(field);
    for (int i = 0; i < field->columns; i++) {
        double tall = tallest * ez_numbers_count(field->answers, i + 1) / most;
        EzRect rect = {field_middle(field, i) - wide / 2, base - tall, wide, tall};
        if (tall > 0)
            ez_chart_mark(c, field->shape == CHART_RING ? CHART_FRAME : CHART_AREA, rect);
    }
}

typedef struct Stack {
    double pitch; // 0 = dots do not fit
    int across;   // side by side in a column
} Stack;

// As large as they fit, and as few side by side.
static Stack stack_of(const ChartField *field)
{
    int most = ez_chart_most(field);
    for (double pitch = CHART_PITCH; pitch >= LEAST_PITCH; pitch -= 0.25) {
        int widest = (int)((field->wide - 1.5) / pitch),
            rows = (int)(field->plot / pitch + 1e-6);
        int across = rows > 0 ? (most + rows - 1) / rows : G_MAXINT;
        if (across <= MAX(widest, 1))
            return (Stack){pitch, across};
    }
    return (Stack){0};
}

static void add_column(Chart *c, const ChartField *field, const Stack *s, int column,
                       double base)
{
    int count = ez_numbers_count(field->answers, column + 1);
    for (int i = 0; i < count; i++) {
        int row = i / s->across, in_row = MIN(s->across, count - row * s->across);
        double x =
            field_middle(field, column) + (i % s->across - (in_row - 1) / 2.0) * s->pitch;
        ez_chart_round(c, field->shape, x, base - (row + 0.5) * s->pitch,
                       s->pitch * CHART_DOT / CHART_PITCH);
    }
}

double ez_chart_field_tall(const ChartField *field)
{
    Stack s = stack_of(field);
    int rows = s.pitch > 0 ? (ez_chart_most(field) + s.across - 1) / s.across : 0;
    return s.pitch > 0 ? rows * s.pitch : field->plot;
}

void ez_chart_add_field(Chart *c, const ChartField *field, double base)
{
    Stack s = stack_of(field);
    for (int i = 0; s.pitch > 0 && i < field->columns; i++)
        add_column(c, field, &s, i, base);
    if (s.pitch == 0)
        add_bars(c, field, base, field->plot);
}

static ChartField field_of(const Chart *c, const Columns *k)
{
    return (ChartField){.answers = &c->data->answers,
                        .shape = c->data->hollow ? CHART_RING : CHART_DISC,
                        .columns = k->count,
                        .wide = k->wide,
                        .plot = k->plot};
}

// ---- dots ------------------------------------------------------------------------------

void ez_chart_dots(Chart *c)
{
    Columns k;
    if (!measure_columns(c, &k, true) || !find_plot(c, &k, DOTS_TALL, LEAST_PLOT))
        return;
    ChartField field = field_of(c, &k);
    k.base = c->tall < 0 ? ez_chart_field_tall(&field) : k.plot;
    ez_chart_add_field(c, &field, k.base);
    add_foot(c, &k, true);
    c->y = k.base + k.foot;
}

// ---- histogram -------------------------------------------------------------------------

void ez_chart_histogram(Chart *c)
{
    Columns k;
    if (!measure_columns(c, &k, false) || !find_plot(c, &k, BARS_TALL, c->line + LEAST_PLOT))
        return;
    k.base = k.plot;
    double tallest = k.plot - c->line;
    ChartField field = field_of(c, &k);
    add_bars(c, &field, k.base, tallest);
    for (int i = 0; i < k.count; i++) {
        ChartWish wish = {.plain = ez_arena_printf(c->l->arena, "%d", count_of(c, i)),
                          .align = EZ_ALIGN_CENTRE,
                          .width = k.wide};
        double top = k.base - tallest * count_of(c, i) / k.most;
        ez_chart_write(c, wish, middle_of(&k, i) - k.wide / 2, top - c->line);
    }
    add_foot(c, &k, false);
    c->y = k.base + k.foot;
}
