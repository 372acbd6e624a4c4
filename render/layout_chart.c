// SPDX-License-Identifier: EUPL-1.2
// A chart: words and marks, measured by its kind. To a reader it is one figure, which says all that it shows.
#include "render/layout_chart-private.h"

#include "render/markup.h"

#define TINT  0.12
#define WEDGE 2.6 // wide; 2.2 tall
#define RING  0.45

// ---- words and marks -------------------------------------------------------------------

Box *ez_chart_measure(Chart *c, ChartWish wish)
{
    const EzNode *node = c->node;
    const char *own = node->colour != NULL ? node->colour : c->l->in->colour;
    return ez_layout_words(c->l, node,
                           &(WordsWish){.text = wish.text,
                                        .said = c->data->said,
                                        .plain = wish.plain,
                                        .style = wish.style != NULL    ? wish.style
                                                 : node->style != NULL ? node->style
                                                                       : "note",
                                        .colour = wish.own ? own : NULL,
                                        .align = wish.align,
                                        .bold = wish.bold,
                                        .width = wish.width});
}

void ez_chart_add(Chart *c, Box *words, double x, double y)
{
    words->x = x;
    words->y = y;
    g_ptr_array_add(c->words, words);
}

Box *ez_chart_write(Chart *c, ChartWish wish, double x, double y)
{
    Box *words = ez_chart_measure(c, wish);
    ez_chart_add(c, words, x, y);
    return words;
}

double ez_chart_middle(const Box *words)
{
    return words->first - (words->text != NULL ? ez_layout_cap(words->text) / 2 : 0);
}

void ez_chart_centre(Chart *c, Box *words, double x, double y)
{
    double cap = words->text != NULL ? ez_layout_cap(words->text) : 0;
    double middle = (words->first - cap + words->last) / 2;
    ez_chart_add(c, words, x, y - middle);
}

void ez_chart_mark(Chart *c, ChartShape shape, EzRect rect)
{
    ChartMark mark = {.shape = shape, .rect = rect};
    g_array_append_val(c->marks, mark);
}

void ez_chart_round(Chart *c, ChartShape shape, double x, double y, double across)
{
    ez_chart_mark(c, shape, (EzRect){x - across / 2, y - across / 2, across, across});
}

void ez_chart_wedge(Chart *c, double x, double y)
{
    ez_chart_mark(c, CHART_WEDGE, (EzRect){x - WEDGE / 2, y + 0.4, WEDGE, 2.2});
}

const char *ez_chart_shown(Chart *c, double number)
{
    return ez_chart_number(c->l->arena, c->l->in->language_code, number);
}

void ez_chart_needs(Chart *c, double needed, double found, const char *direction)
{
    if (c->failed)
        return;
    c->failed = true;
    g_autofree char *need = ez_layout_tenths_over(needed);
    g_autofree char *have = ez_layout_tenths_under(MAX(found, 0));
    ez_diag_report(c->l->in->diags, EZ_CHART_NO_FIT, ez_origin_place(c->node->origin), NULL,
                   "thing", c->l->in->thing, "kind", ez_chart_words[c->data->kind], "needed",
                   need, "found", have, "direction", direction, NULL);
}

// ---- measuring -------------------------------------------------------------------------

typedef void (*MeasureKind)(Chart *c);

static const MeasureKind kinds[EZ_CHART_KINDS] = {
    [EZ_CHART_DOTS] = ez_chart_dots,     [EZ_CHART_HISTOGRAM] = ez_chart_histogram,
    [EZ_CHART_STAIRS] = ez_chart_stairs, [EZ_CHART_SHIFT] = ez_chart_shift,
    [EZ_CHART_ROUNDS] = ez_chart_rounds, [EZ_CHART_BARS] = ez_chart_bars,
};

// A sentence in the place of a chart with nothing to show.
static void measure_sentence(Chart *c, EzChartPhrase phrase)
{
    ChartWish wish = {.plain = ez_chart_phrase(c, phrase, NULL), .width = c->wide};
    c->y = ez_chart_write(c, wish, 0, 0)->height;
}

static void measure_data(Chart *c)
{
    ChartWish probe = {.plain = "0"};
    c->line = ez_chart_measure(c, probe)->height;
    if (c->data->few)
        measure_sentence(c, EZ_SAY_FEW);
    else if (ez_chart_is_empty(c->data))
        measure_sentence(c, EZ_SAY_EMPTY);
    else
        kinds[c->data->kind](c);
    if (c->tall >= 0 && c->y > c->tall + 0.01)
        ez_chart_needs(c, c->y, c->tall, "of height");
}

static void close_chart(Chart *c, Box *box)
{
    EzArena *arena = c->l->arena;
    struct ChartMarks *marks = ez_arena_make(arena, struct ChartMarks);
    marks->count = (int)c->marks->len;
    marks->marks = ez_arena_copy(arena, c->marks->data, sizeof(ChartMark) * c->marks->len);
    box->marks = marks;
    box->n_children = (int)c->words->len;
    box->children = ez_arena_copy(arena, c->words->pdata, sizeof(Box *) * c->words->len);
    box->drawn = !c->failed;
    if (c->failed)
        box->n_children = 0;
}

Box *ez_layout_chart(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(ChartMark));
    Chart chart = {.l = l, .node = node, .data = &node->chart, .words = words, .marks = marks};
    chart.wide = box->width = ez_layout_wide(node, room, room.wide);
    chart.tall = ez_layout_tall(node, room, -1);
    if (ez_chart_fault(chart.data).wrong == EZ_CHART_SOUND) { // else told when it was read
        measure_data(&chart);
        close_chart(&chart, box);
    }
    box->height = box->last = chart.tall >= 0 ? chart.tall : chart.y;
    return box;
}

// ---- placing ---------------------------------------------------------------------------

typedef struct Drawing {
    EzScene *scene;
    EzColour own, tint, ink;
} Drawing;

static void draw_wedge(const Drawing *d, EzRect r)
{
    EzPath path = {0};
    ez_path_move(d->scene, &path, r.x + r.width / 2, r.y);
    ez_path_line(d->scene, &path, r.x + r.width, r.y + r.height);
    ez_path_line(d->scene, &path, r.x, r.y + r.height);
    ez_path_close(d->scene, &path);
    ez_scene_path(d->scene, path, &d->ink, (EzStroke){0});
}

static void draw_round(const Drawing *d, const ChartMark *mark, EzRect r)
{
    EzPath path = {0};
    bool ring = mark->shape == CHART_RING;
    double line = ring ? MIN(RING, r.width / 5) : 0;
    EzColour white = EZ_WHITE;
    ez_path_circle(d->scene, &path, r.x + r.width / 2, r.y + r.height / 2,
                   (r.width - line) / 2);
    ez_scene_path(d->scene, path, ring ? &white : &d->own,
                  (EzStroke){.width = line, .colour = d->own});
}

static void draw_area(const Drawing *d, const ChartMark *mark, EzRect r)
{
    EzPath path = {0};
    double line = mark->shape == CHART_FRAME ? 0.35 : 0, half = MIN(line, r.height) / 2;
    ez_path_rect(d->scene, &path,
                 (EzRect){r.x + half, r.y + half, r.width - 2 * half, r.height - 2 * half}, 0);
    ez_scene_path(d->scene, path, line > 0 ? &d->tint : &d->own,
                  (EzStroke){.width = line, .colour = d->own});
}

static EzPath line_path(EzScene *scene, EzRect r)
{
    EzPath path = {0};
    ez_path_move(scene, &path, r.x, r.y);
    ez_path_line(scene, &path, r.x + r.width, r.y + r.height);
    return path;
}

static void draw_line(const Drawing *d, EzRect r)
{
    ez_scene_path(d->scene, line_path(d->scene, r), NULL,
                  (EzStroke){.width = CHART_BASE, .colour = d->ink});
}

static void draw_dashes(const Drawing *d, EzRect r)
{
    ez_scene_path(d->scene, line_path(d->scene, r), NULL,
                  (EzStroke){.width = 1.0, .colour = EZ_WHITE});
    ez_scene_path(d->scene, line_path(d->scene, r), NULL,
                  (EzStroke){.width = 0.4, .colour = d->ink, .dash = {1.4, 1}});
}

static void draw_arrow(const Drawing *d, EzRect r)
{
    EzPath path = line_path(d->scene, r);
    double x = r.x + r.width, back = r.width < 0 ? 1.3 : -1.3;
    ez_path_move(d->scene, &path, x + back, r.y - 1);
    ez_path_line(d->scene, &path, x, r.y);
    ez_path_line(d->scene, &path, x + back, r.y + 1);
    ez_scene_path(d->scene, path, NULL,
                  (EzStroke){.width = 0.5, .colour = d->own, .cap = EZ_CAP_ROUND});
}

static void draw_stairs(const Drawing *d, const ChartMark *mark, EzRect r)
{
    EzPath path = {0};
    double foot = r.y + r.height, step = r.width / mark->count;
    ez_path_move(d->scene, &path, r.x, foot);
    for (int i = 0; i < mark->count; i++) {
        double y = r.y + (mark->count - 1 - i) * mark->rise;
        ez_path_line(d->scene, &path, r.x + i * step, y);
        ez_path_line(d->scene, &path, r.x + (i + 1) * step, y);
    }
    ez_path_line(d->scene, &path, r.x + r.width, foot);
    ez_path_close(d->scene, &path);
    ez_scene_path(d->scene, path, &d->tint, (EzStroke){.width = 0.8, .colour = d->own});
}

static void draw(const Drawing *d, const ChartMark *mark, double x, double y)
{
    EzRect r = mark->rect;
    r.x += x;
    r.y += y;
    switch (mark->shape) {
    case CHART_DISC:
    case CHART_RING:
        draw_round(d, mark, r);
        break;
    case CHART_AREA:
    case CHART_FRAME:
        draw_area(d, mark, r);
        break;
    case CHART_WEDGE:
        draw_wedge(d, r);
        break;
    case CHART_STAIRS:
        draw_stairs(d, mark, r);
        break;
    case CHART_ARROW:
        draw_arrow(d, r);
        break;
    case CHART_DASHES:
        draw_dashes(d, r);
        break;
    case CHART_LINE:
        draw_line(d, r);
    }
}

// Its words are part of the figure: what it says is heard once.
static void place_words(Layout *l, const Box *box, EzRect rect)
{
    bool silent = l->silent;
    l->silent = true;
    for (int i = 0; i < box->n_children; i++)
        ez_layout_place(l, box->children[i], rect.x, rect.y);
    l->silent = silent;
}

static void begin_figure(Layout *l, const EzNode *node)
{
    const char *language = l->in->language_code, *speech = ez_chart_speech(language);
    bool own = node->alt != NULL && !node->chart.few; // of few answers nobody tells more
    const char *alt =
        own ? ez_markup_parse(l->arena, ez_text_in(node->alt, l->in->language), NULL, NULL)
                  ->text
            : ez_chart_alt(l->arena, &node->chart, l->in->language, language);
    ez_scene_begin_leaf(l->in->scene, EZ_ROLE_FIGURE,
                        own || g_str_has_prefix(language, speech) ? NULL : speech, alt, NULL);
}

void ez_layout_place_chart(Layout *l, const Box *box, EzRect rect)
{
    Drawing drawing = {.scene = l->in->scene, .ink = ez_layout_ink(l)};
    bool heard = l->ornaments == 0 && !l->silent;
    if (!box->drawn)
        return;
    drawing.own = ez_layout_own_colour(l, box->node);
    drawing.tint = ez_colour_tint(drawing.own, TINT);
    if (heard)
        begin_figure(l, box->node);
    for (int i = 0; i < box->marks->count; i++)
        draw(&drawing, &box->marks->marks[i], rect.x, rect.y);
    place_words(l, box, rect);
    if (heard)
        ez_scene_end_leaf(l->in->scene);
}
