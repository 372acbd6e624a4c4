// SPDX-License-Identifier: EUPL-1.2
// Charts in rows, each with its words before it: tasks on stairs, options over rounds, ranked scores.
#include "render/layout_chart-private.h"

#define LABELS      0.3 // share of the width
#define STAIRS_FROM 0.26
#define STAIRS_TO   0.76
#define STEP_RISE   1.2 // of a stair, more than a line of its words
#define STAIR_LEAST 7.0 // width
#define ROUND_LEAST 7.0
#define ROUND_TALL  9.0
#define ROUND_BAR   6.0
#define BAR_TALL    4.2
#define ROW_GAP     2.2
#define AGAIN       4.6 // across: a ring around the disc, where both stand on one step

static Box *measure_label(Chart *c, const EzText *text, double wide)
{
    return ez_chart_measure(c, (ChartWish){.text = text, .width = wide, .bold = true});
}

// A heading over a column.
static void add_head(Chart *c, const char *words, double x, double wide, double y)
{
    ez_chart_write(
        c,
        (ChartWish){
            .plain = words, .align = EZ_ALIGN_CENTRE, .width = wide, .bold = true, .own = true},
        x, y);
}

// ---- stairs ----------------------------------------------------------------------------

typedef struct Stairs {
    double left, step,
        right; // of the first step; width of one; where the words behind it begin
    int count;
} Stairs;

static double step_x(const Stairs *s, double point)
{
    return s->left + s->step * (point - 0.5);
}

static bool measure_stairs(Chart *c, Stairs *s)
{
    s->count = c->data->points;
    s->left = c->wide * STAIRS_FROM;
    s->right = c->wide * STAIRS_TO;
    s->step = (s->right - s->left) / s->count;
    if (s->step < STAIR_LEAST)
        ez_chart_needs(c, STAIR_LEAST * s->count / (STAIRS_TO - STAIRS_FROM), c->wide,
                       "of width");
    return s->step >= STAIR_LEAST;
}

// What ring and disc mean, beside the foot of the stairs.
static void add_legend(Chart *c, double bottom)
{
    double y = bottom - 2 * c->line;
    for (int i = 0; i < 2; i++, y += c->line) {
        EzChartPhrase phrase = i == 0 ? EZ_SAY_NOW : EZ_SAY_LATER;
        ChartWish wish = {.plain = ez_chart_phrase(c, phrase, NULL)};
        Box *words = ez_chart_write(c, wish, CHART_GAP + 2, y);
        ez_chart_round(c, i == 0 ? CHART_RING : CHART_DISC, CHART_DOT / 2,
                       y + ez_chart_middle(words), CHART_DOT);
    }
}

// The steps with their names, each under its tread, and under them their numbers.
static void add_stairs(Chart *c, const Stairs *s)
{
    const EzTexts *names = &c->data->steps;
    double rise = c->line + STEP_RISE, inner = 2;
    Box **words = ez_arena_array(c->l->arena, Box *, s->count);
    for (int i = 0; i < names->count; i++) {
        ChartWish wish = {
            .text = names->texts[i], .align = EZ_ALIGN_CENTRE, .width = s->step - 1.4};
        words[i] = ez_chart_measure(c, wish);
        inner = MAX(inner, words[i]->height + 1.4 - i * rise); // down to the floor at most
    }
    if (names->count == 0)
        rise = 1.8;
    double tall = rise * (s->count - 1) + inner;
    ChartMark mark = {.shape = CHART_STAIRS,
                      .rect = {s->left, 0.4, s->step * s->count, tall},
                      .count = s->count,
                      .rise = rise};
    g_array_append_val(c->marks, mark);
    for (int i = 0; i < names->count; i++)
        ez_chart_add(c, words[i], s->left + i * s->step + 0.7,
                     0.4 + (s->count - 1 - i) * rise + 0.8);
    c->y = 0.4 + tall + 1;
    for (int i = 0; i < s->count; i++)
        add_head(c, ez_chart_shown(c, i + 1), s->left + i * s->step, s->step, c->y);
    c->y = MAX(c->y + c->line, 2 * c->line);
    add_legend(c, c->y);
    c->y += ROW_GAP;
}

// From the ring to the disc, or one around the other.
static void add_points(Chart *c, const Stairs *s, int i, double y)
{
    double now = step_x(s, c->data->now.numbers[i]),
           later = step_x(s, c->data->later.numbers[i]);
    double side = later < now ? -1 : 1, reach = CHART_DOT / 2 + 0.4;
    ez_chart_mark(c, CHART_LINE, (EzRect){s->left, y, s->step * s->count, 0});
    if (now == later)
        ez_chart_round(c, CHART_RING, now, y, AGAIN);
    else
        ez_chart_round(c, CHART_RING, now, y, CHART_DOT);
    ez_chart_round(c, CHART_DISC, later, y, CHART_DOT);
    double length = side * (later - now) - 2 * reach;
    if (length > 0)
        ez_chart_mark(c, CHART_ARROW, (EzRect){now + side * reach, y, side * length, 0});
}

static void add_task(Chart *c, const Stairs *s, int i)
{
    const EzChart *data = c->data;
    double wide = c->wide - s->right - CHART_GAP, x = s->right + CHART_GAP;
    Box *label = measure_label(c, data->labels.texts[i], s->left - CHART_GAP);
    Box *note = data->notes.count > 0 ? measure_label(c, data->notes.texts[i], wide) : NULL;
    ChartWish wish = {.plain = ez_chart_gap(c->l->arena, c->l->in->language_code,
                                            data->now.numbers[i], data->later.numbers[i]),
                      .width = wide};
    Box *gap = ez_chart_measure(c, wish);
    double behind = gap->height + (note != NULL ? note->height : 0);
    double tall = MAX(MAX(label->height, behind), AGAIN + 1), middle = c->y + tall / 2;
    ez_chart_centre(c, label, 0, middle);
    if (note != NULL)
        ez_chart_add(c, note, x, middle - behind / 2);
    ez_chart_add(c, gap, x, middle + behind / 2 - gap->height);
    add_points(c, s, i, middle);
    c->y += tall + ROW_GAP;
}

void ez_chart_stairs(Chart *c)
{
    Stairs stairs;
    if (!measure_stairs(c, &stairs))
        return;
    add_stairs(c, &stairs);
    for (int i = 0; i < c->data->labels.count; i++)
        add_task(c, &stairs, i);
    c->y -= ROW_GAP;
}

// ---- rounds ----------------------------------------------------------------------------

typedef struct Rounds {
    double left, wide, highest; // of the first round; of one; support at the top of a row
    int count;
} Rounds;

static bool measure_rounds(Chart *c, Rounds *r)
{
    const EzNumberLists *rounds = &c->data->rounds;
    *r = (Rounds){.count = rounds->count, .highest = c->data->quorum};
    r->left = c->wide * LABELS;
    r->wide = (c->wide - r->left) / r->count;
    for (int i = 0; i < rounds->count; i++)
        for (int k = 0; k < rounds->lists[i].count; k++)
            r->highest = MAX(r->highest, rounds->lists[i].numbers[k]);
    if (r->wide < ROUND_LEAST)
        ez_chart_needs(c, ROUND_LEAST * r->count / (1 - LABELS), c->wide, "of width");
    return r->wide >= ROUND_LEAST;
}

// A filled bar has enough support, a tinted one has not.
static void add_support(Chart *c, const Rounds *r, int round, int option, double base)
{
    double support = c->data->rounds.lists[round].numbers[option];
    double tall = ROUND_TALL * support / r->highest, x = r->left + round * r->wide;
    bool met = support >= c->data->quorum;
    EzRect rect = {x + (r->wide - ROUND_BAR) / 2, base - tall, ROUND_BAR, tall};
    if (tall > 0)
        ez_chart_mark(c, met ? CHART_AREA : CHART_FRAME, rect);
    ez_chart_write(c,
                   (ChartWish){.plain = ez_chart_shown(c, support),
                               .align = EZ_ALIGN_CENTRE,
                               .width = r->wide,
                               .bold = met},
                   x, base + 0.6);
}

static void add_option(Chart *c, const Rounds *r, int option)
{
    Box *label = measure_label(c, c->data->labels.texts[option], r->left - CHART_GAP);
    double bars = ROUND_TALL + 0.6 + c->line, tall = MAX(label->height, bars);
    double base = c->y + (tall - bars) / 2 + ROUND_TALL, wide = c->wide - r->left;
    ez_chart_centre(c, label, 0, c->y + tall / 2);
    for (int i = 0; i < r->count; i++)
        add_support(c, r, i, option, base);
    ez_chart_mark(c, CHART_LINE, (EzRect){r->left, base, wide, 0});
    double quorum = base - ROUND_TALL * c->data->quorum / r->highest;
    ez_chart_mark(c, CHART_DASHES, (EzRect){r->left, quorum, wide, 0});
    c->y += tall + ROW_GAP;
}

// What the dashes and a filled bar mean, and the numbers of the rounds.
static void add_rounds_head(Chart *c, const Rounds *r)
{
    ChartWish wish = {.plain = ez_chart_phrase(c, EZ_SAY_QUORUM, "n",
                                               ez_chart_shown(c, c->data->quorum), NULL),
                      .width = r->left - CHART_GAP - 7};
    Box *quorum = ez_chart_write(c, wish, 7, 0);
    ez_chart_mark(c, CHART_DASHES, (EzRect){0, ez_chart_middle(quorum), 5.2, 0});
    wish.plain = ez_chart_phrase(c, EZ_SAY_QUORUM_MET, NULL);
    Box *met = ez_chart_write(c, wish, 7, quorum->height);
    ez_chart_mark(c, CHART_AREA,
                  (EzRect){0, quorum->height + ez_chart_middle(met) - 1.2, 5.2, 2.4});
    c->y = quorum->height + met->height;
    double tallest = 0;
    for (int i = 0; i < r->count; i++) {
        const char *round = ez_chart_phrase(c, EZ_SAY_ROUND, NULL);
        ChartWish head = {.plain = ez_arena_printf(c->l->arena, "%s %d", round, i + 1),
                          .align = EZ_ALIGN_CENTRE,
                          .width = r->wide - 1,
                          .bold = true,
                          .own = true};
        Box *words = ez_chart_write(c, head, r->left + i * r->wide + 0.5, 0);
        tallest = MAX(tallest, words->height);
    }
    c->y = MAX(c->y, tallest) + ROW_GAP;
}

void ez_chart_rounds(Chart *c)
{
    Rounds rounds;
    if (!measure_rounds(c, &rounds))
        return;
    add_rounds_head(c, &rounds);
    for (int i = 0; i < c->data->labels.count; i++)
        add_option(c, &rounds, i);
    c->y -= ROW_GAP;
}

// ---- bars ------------------------------------------------------------------------------

// Its score stands behind the bar, in the chart's colour.
static void add_score(Chart *c, int i, double most, double room)
{
    double left = c->wide * LABELS, value = c->data->values.numbers[i];
    double wide = most > 0 ? room * value / most : 0;
    Box *label = measure_label(c, c->data->labels.texts[i], left - CHART_GAP);
    Box *score = ez_chart_measure(
        c, (ChartWish){.plain = ez_chart_shown(c, value), .bold = true, .own = true});
    double tall = MAX(label->height, BAR_TALL), middle = c->y + tall / 2;
    ez_chart_centre(c, label, 0, middle);
    if (wide > 0)
        ez_chart_mark(c, CHART_AREA, (EzRect){left, middle - BAR_TALL / 2, wide, BAR_TALL});
    ez_chart_centre(c, score, left + wide + 1.5, middle);
    c->y += tall + ROW_GAP;
}

static double widest_score(Chart *c)
{
    double widest = 0;
    for (int i = 0; i < c->data->values.count; i++) {
        ChartWish wish = {.plain = ez_chart_shown(c, c->data->values.numbers[i]), .bold = true};
        const Box *score = ez_chart_measure(c, wish);
        widest = MAX(widest, score->width);
    }
    return widest;
}

void ez_chart_bars(Chart *c)
{
    const EzNumbers *values = &c->data->values;
    int *order = ez_arena_array(c->l->arena, int, values->count);
    double left = c->wide * LABELS, room = c->wide - left - widest_score(c) - 2;
    ez_chart_rank(c->data, order);
    if (room < BAR_TALL) {
        ez_chart_needs(c, c->wide + (BAR_TALL - room) / (1 - LABELS), c->wide, "of width");
        return;
    }
    for (int i = 0; i < values->count; i++)
        add_score(c, order[i], values->numbers[order[0]], room);
    c->y -= ROW_GAP;
    ez_chart_mark(c, CHART_LINE, (EzRect){left, 0, 0, c->y});
}
