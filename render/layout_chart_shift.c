// SPDX-License-Identifier: EUPL-1.2
// How answers moved: for each task the dots of before and after beside each other, and what it comes to behind them.
#include "render/layout_chart-private.h"

#define LABELS       0.235 // shares of the width: where the first field begins,
#define FIELD        0.27  // how wide each is,
#define BETWEEN      0.035 // and what is free between them
#define COLUMN_LEAST 5.0
#define PLOT         28.0 // at most
#define PLOT_LEAST   7.0  // so that rows keep a rhythm
#define UNDER        3.4  // a wedge with what is free around it
#define ROW_GAP      4.5
#define STEPS_GAP    1.2
#define HEAD_GAP     1.5

typedef struct Shift {
    double fields[2], wide; // where they begin; how wide each is
    double right, behind;   // where the words behind them begin, and their width
} Shift;

static ChartField field_of(const Chart *c, const Shift *s, int i, int side)
{
    const EzChart *data = c->data;
    return (ChartField){.answers = side == 0 ? &data->from.lists[i] : &data->to.lists[i],
                        .shape = side == 0 ? CHART_RING : CHART_DISC,
                        .columns = data->points,
                        .left = s->fields[side],
                        .wide = s->wide / data->points,
                        .plot = PLOT};
}

static bool is_shown(const Chart *c, int i)
{
    return c->data->from.lists[i].count > 0 && c->data->to.lists[i].count > 0;
}

// ---- over and under the rows -----------------------------------------------------------

static double add_key(Chart *c, ChartShape shape, EzChartPhrase phrase, double x)
{
    Box *words = ez_chart_write(c, (ChartWish){.plain = ez_chart_phrase(c, phrase, NULL)},
                                x + CHART_DOT + 1.6, c->y);
    double middle = c->y + ez_chart_middle(words);
    if (shape == CHART_WEDGE)
        ez_chart_wedge(c, x + CHART_DOT / 2, middle - 1.5);
    else
        ez_chart_round(c, shape, x + CHART_DOT / 2, middle, CHART_DOT);
    return words->x + words->width + 6;
}

static void add_legend(Chart *c)
{
    double x = add_key(c, CHART_RING, EZ_SAY_NOW, 0);
    x = add_key(c, CHART_DISC, EZ_SAY_LATER, x);
    add_key(c, CHART_WEDGE, EZ_SAY_MIDDLE, x);
    c->y += c->line + HEAD_GAP;
}

static void add_points(Chart *c, const Shift *s)
{
    double wide = s->wide / c->data->points;
    for (int i = 0; i < 2 * c->data->points; i++) {
        int point = i % c->data->points;
        ez_chart_write(c,
                       (ChartWish){.plain = ez_chart_shown(c, point + 1),
                                   .align = EZ_ALIGN_CENTRE,
                                   .width = wide,
                                   .bold = true,
                                   .own = true},
                       s->fields[i / c->data->points] + point * wide, c->y);
    }
    c->y += c->line + HEAD_GAP;
}

// "1 Let go · 2 Facilitate …": the names as they are given.
static void add_steps(Chart *c, const Shift *s)
{
    const EzTexts *steps = &c->data->steps;
    g_autoptr(GString) out = g_string_new(NULL);
    for (int i = 0; i < steps->count; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " · " : "",
                               ez_text_in(steps->texts[i], c->l->in->language));
    if (steps->count == 0)
        return;
    ChartWish wish = {.plain = ez_arena_intern(c->l->arena, out->str),
                      .width = c->wide - s->fields[0]};
    c->y += ez_chart_write(c, wish, s->fields[0], c->y)->height;
}

// ---- the rows --------------------------------------------------------------------------

// The verdict, and under it from where to where.
static double measure_behind(Chart *c, const Shift *s, int i, Box *words[2])
{
    const EzChart *data = c->data;
    const char *gap = ez_chart_phrase(
        c, EZ_SAY_FROM_TO, "now", ez_chart_shown(c, ez_numbers_median(&data->from.lists[i])),
        "later", ez_chart_shown(c, ez_numbers_median(&data->to.lists[i])), NULL);
    words[0] = words[1] = NULL;
    if (data->notes.count > 0)
        words[0] = ez_chart_measure(c, (ChartWish){.text = data->notes.texts[i],
                                                   .width = s->behind,
                                                   .style = data->voice,
                                                   .bold = data->voice == NULL});
    if (is_shown(c, i))
        words[1] = ez_chart_measure(c, (ChartWish){.plain = gap, .width = s->behind});
    return (words[0] != NULL ? words[0]->height : 0) +
           (words[1] != NULL ? words[1]->height : 0);
}

static void add_side(Chart *c, const ChartField *field, double base)
{
    double median = ez_numbers_median(field->answers);
    ez_chart_add_field(c, field, base);
    ez_chart_mark(c, CHART_LINE, (EzRect){field->left, base, field->wide * field->columns, 0});
    ez_chart_wedge(c, field->left + field->wide * (median - 0.5), base);
}

static void add_behind(Chart *c, const Shift *s, Box *words[2], double y)
{
    for (int k = 0; k < 2; k++) {
        if (words[k] == NULL)
            continue;
        ez_chart_add(c, words[k], s->right, y);
        y += words[k]->height;
    }
}

static double tallest_of(const ChartField *before, const ChartField *after)
{
    return MAX(MAX(ez_chart_field_tall(before), ez_chart_field_tall(after)), PLOT_LEAST);
}

// A task with too few answers gets words in the place of its dots.
static void add_task(Chart *c, const Shift *s, int i)
{
    ChartField before = field_of(c, s, i, 0), after = field_of(c, s, i, 1);
    Box *label = ez_chart_measure(c, (ChartWish){.text = c->data->labels.texts[i],
                                                 .width = s->fields[0] - CHART_GAP,
                                                 .bold = true});
    Box *few = ez_chart_measure(c, (ChartWish){.plain = ez_chart_phrase(c, EZ_SAY_FEW, NULL),
                                               .width = s->right - s->fields[0] - CHART_GAP});
    Box *behind[2];
    bool shown = is_shown(c, i);
    double words = MAX(measure_behind(c, s, i, behind), label->height);
    double tall = MAX(shown ? tallest_of(&before, &after) : few->height, words);
    double top = c->y + tall - words;
    ez_chart_add(c, label, 0, top + (behind[0] != NULL ? behind[0]->first - label->first : 0));
    add_behind(c, s, behind, top);
    if (shown) {
        add_side(c, &before, c->y + tall);
        add_side(c, &after, c->y + tall);
    } else {
        ez_chart_add(c, few, s->fields[0], top);
    }
    c->y += tall + UNDER + ROW_GAP;
}

static bool measure_shift(Chart *c, Shift *s)
{
    s->fields[0] = c->wide * LABELS;
    s->wide = c->wide * FIELD;
    s->fields[1] = s->fields[0] + s->wide + c->wide * BETWEEN;
    s->right = s->fields[1] + s->wide + CHART_GAP;
    s->behind = c->wide - s->right;
    double needed = COLUMN_LEAST * c->data->points / FIELD;
    if (c->wide < needed)
        ez_chart_needs(c, needed, c->wide, "of width");
    return c->wide >= needed;
}

void ez_chart_shift(Chart *c)
{
    Shift shift;
    if (!measure_shift(c, &shift))
        return;
    add_legend(c);
    add_points(c, &shift);
    for (int i = 0; i < c->data->labels.count; i++)
        add_task(c, &shift, i);
    c->y -= ROW_GAP - STEPS_GAP;
    add_steps(c, &shift);
}
