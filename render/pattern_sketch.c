// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern-private.h"

// Plates whose shorter side is under this get their pattern at a smaller scale, mm.
static const double SMALL_PLATE = 24;
static const double TOLERANCE = 0.05, COARSEST = 0.2, THINNEST = 0.25;

void ez_sketch_init(EzSketch *sketch, const EzPatternWish *wish, int n_variants)
{
    int variant = wish->variant % n_variants;
    *sketch = (EzSketch){
        .width = wish->width,
        .height = wish->height,
        .scale = MIN(1, MIN(wish->width, wish->height) / SMALL_PLATE),
        .variant = variant < 0 ? variant + n_variants : variant,
        .loops = wish->loops,
        .points = g_array_new(FALSE, FALSE, sizeof(EzVec)),
        .strokes = g_array_new(FALSE, FALSE, sizeof(EzSketchStroke)),
        .discs = g_array_new(FALSE, FALSE, sizeof(EzSketchDisc)),
    };
    ez_rng_seed(&sketch->rng, wish->seed);
}

void ez_sketch_clear(EzSketch *sketch)
{
    g_array_unref(sketch->points);
    g_array_unref(sketch->strokes);
    g_array_unref(sketch->discs);
}

double ez_sketch_chance(EzSketch *sketch, double low, double high)
{
    return low + (high - low) * ez_rng_unit(&sketch->rng);
}

EzVec ez_sketch_place(const EzSketch *sketch, double x, double y)
{
    return (EzVec){sketch->width * x, sketch->height * y};
}

double ez_sketch_area(const EzSketch *sketch)
{
    return sketch->width * sketch->height / (111.0 * 78 * sketch->scale * sketch->scale);
}

static EzSketchStroke *last_stroke(EzSketch *sketch)
{
    return &g_array_index(sketch->strokes, EzSketchStroke, sketch->strokes->len - 1);
}

EzSketchStroke *ez_sketch_begin(EzSketch *sketch, double width)
{
    EzSketchStroke stroke = {.first = (int)sketch->points->len, .width = width, .share = 1};
    g_array_append_val(sketch->strokes, stroke);
    return last_stroke(sketch);
}

void ez_sketch_to(EzSketch *sketch, EzVec point)
{
    g_array_append_val(sketch->points, point);
    last_stroke(sketch)->count++;
}

EzSketchStroke *ez_sketch_line(EzSketch *sketch, const GArray *points, double width)
{
    EzSketchStroke *stroke = ez_sketch_begin(sketch, width);
    g_array_append_vals(sketch->points, points->data, points->len);
    stroke->count = (int)points->len;
    return stroke;
}

void ez_sketch_disc(EzSketch *sketch, EzVec centre, double radius, double line)
{
    EzSketchDisc disc = {centre, radius, line, 1};
    g_array_append_val(sketch->discs, disc);
}

void ez_sketch_move(EzSketch *sketch, int first, const EzSketchMove *move)
{
    EzVec heading = ez_shape_heading(move->degrees);
    EzVec to = ez_vec_add(move->centre, move->shift);
    for (int i = first; i < (int)sketch->strokes->len; i++) {
        EzSketchStroke *stroke = &g_array_index(sketch->strokes, EzSketchStroke, i);
        EzVec *points = &g_array_index(sketch->points, EzVec, stroke->first);
        stroke->width = MAX(THINNEST * sketch->scale, stroke->width * sqrt(move->scale));
        for (int k = 0; k < stroke->count; k++) {
            EzVec at = ez_vec_mul(ez_vec_sub(points[k], move->centre), move->scale);
            at.x = move->mirror ? -at.x : at.x;
            points[k] = ez_vec_add(to, ez_vec_turn(at, heading));
        }
    }
}

// ---- what comes out ----------------------------------------------------------------

static bool inside(const EzSketch *sketch, EzVec p, double margin)
{
    return p.x >= -margin && p.y >= -margin && p.x <= sketch->width + margin &&
           p.y <= sketch->height + margin;
}

static bool all_inside(const EzSketch *sketch, const EzSketchStroke *stroke)
{
    for (int i = 0; i < stroke->count; i++)
        if (!inside(sketch, g_array_index(sketch->points, EzVec, stroke->first + i),
                    EZ_PATTERN_OVERSHOOT))
            return false;
    return true;
}

// The parts of a stroke that are in reach of the plate, as open strokes of `cut`.
static void cut_stroke(const EzSketch *sketch, const EzSketchStroke *stroke, EzSketch *cut)
{
    const EzVec *points = &g_array_index(sketch->points, EzVec, stroke->first);
    EzVec plate = {sketch->width, sketch->height};
    bool going = false;
    for (int i = 1; i < stroke->count + (stroke->closed ? 1 : 0); i++) {
        EzVec a = points[i - 1], b = points[i % stroke->count], end = b;
        if (!ez_shape_cut(plate, EZ_PATTERN_OVERSHOOT, &a, &b)) {
            going = false;
            continue;
        }
        if (!going) {
            ez_sketch_begin(cut, stroke->width)->share = stroke->share;
            ez_sketch_to(cut, a);
        }
        ez_sketch_to(cut, b);
        going = b.x == end.x && b.y == end.y;
    }
}

static void copy_stroke(const EzSketch *sketch, const EzSketchStroke *stroke, EzSketch *copy)
{
    EzSketchStroke *made = ez_sketch_begin(copy, stroke->width);
    made->share = stroke->share;
    made->closed = stroke->closed;
    made->count = stroke->count;
    g_array_append_vals(copy->points, &g_array_index(sketch->points, EzVec, stroke->first),
                        (guint)stroke->count);
}

// Takes what is in reach of the plate from the sketch.
static void cut_to_plate(const EzSketch *sketch, EzSketch *cut)
{
    for (int i = 0; i < (int)sketch->strokes->len; i++) {
        const EzSketchStroke *stroke = &g_array_index(sketch->strokes, EzSketchStroke, i);
        if (stroke->count < 2)
            continue;
        if (all_inside(sketch, stroke))
            copy_stroke(sketch, stroke, cut);
        else
            cut_stroke(sketch, stroke, cut);
    }
    for (int i = 0; i < (int)sketch->discs->len; i++) {
        EzSketchDisc disc = g_array_index(sketch->discs, EzSketchDisc, i);
        if (inside(sketch, disc.centre, MIN(disc.radius + disc.line, EZ_PATTERN_OVERSHOOT)))
            g_array_append_val(cut->discs, disc);
    }
}

// Simplifies each stroke in place and returns how many points there are now, with the discs.
static int simplify(EzSketch *sketch, double tolerance)
{
    int total = (int)sketch->discs->len;
    for (int i = 0; i < (int)sketch->strokes->len; i++) {
        EzSketchStroke *stroke = &g_array_index(sketch->strokes, EzSketchStroke, i);
        EzVec *points = &g_array_index(sketch->points, EzVec, stroke->first);
        stroke->count = ez_shape_simplify(points, stroke->count, stroke->closed, tolerance);
        total += stroke->count;
    }
    return total;
}

static EzPatternPoint rounded(EzVec at)
{
    return (EzPatternPoint){(float)ez_shape_round(at.x), (float)ez_shape_round(at.y)};
}

static EzPatternStroke give_stroke(const EzSketch *sketch, const EzSketchStroke *stroke,
                                   EzArena *arena)
{
    EzPatternPoint *points = ez_arena_array(arena, EzPatternPoint, stroke->count);
    for (int i = 0; i < stroke->count; i++)
        points[i] = rounded(g_array_index(sketch->points, EzVec, stroke->first + i));
    return (EzPatternStroke){points, stroke->count, stroke->closed,
                             (float)ez_shape_round(stroke->width),
                             (float)ez_shape_round(stroke->share)};
}

static const EzPattern *give(const EzSketch *sketch, EzArena *arena, int n_points)
{
    EzPattern *pattern = ez_arena_make(arena, EzPattern);
    pattern->n_points = n_points;
    pattern->n_strokes = (int)sketch->strokes->len;
    pattern->n_discs = (int)sketch->discs->len;
    EzPatternStroke *strokes = ez_arena_array(arena, EzPatternStroke, pattern->n_strokes);
    EzPatternDisc *discs = ez_arena_array(arena, EzPatternDisc, pattern->n_discs);
    for (int i = 0; i < pattern->n_strokes; i++)
        strokes[i] =
            give_stroke(sketch, &g_array_index(sketch->strokes, EzSketchStroke, i), arena);
    for (int i = 0; i < pattern->n_discs; i++) {
        const EzSketchDisc *disc = &g_array_index(sketch->discs, EzSketchDisc, i);
        discs[i] = (EzPatternDisc){rounded(disc->centre), (float)ez_shape_round(disc->radius),
                                   (float)ez_shape_round(disc->line), (float)disc->share};
    }
    pattern->strokes = strokes;
    pattern->discs = discs;
    return pattern;
}

static double size_of(const EzSketch *sketch, const EzSketchStroke *stroke)
{
    const EzVec *points = &g_array_index(sketch->points, EzVec, stroke->first);
    double length = 0;
    for (int i = 1; i < stroke->count; i++)
        length += ez_vec_length(ez_vec_sub(points[i], points[i - 1]));
    return length * stroke->width;
}

// The stroke that is missed least; of equals the last.
static int least_stroke(const EzSketch *sketch)
{
    int found = 0;
    double least = INFINITY;
    for (int i = 0; i < (int)sketch->strokes->len; i++) {
        double size = size_of(sketch, &g_array_index(sketch->strokes, EzSketchStroke, i));
        if (size <= least) {
            least = size;
            found = i;
        }
    }
    return found;
}

// Coarser first, as far as it is not seen; then without the least strokes.
static int fit_budget(EzSketch *sketch)
{
    double tolerance = TOLERANCE;
    int n_points = simplify(sketch, tolerance);
    while (n_points > EZ_PATTERN_POINTS && tolerance < COARSEST)
        n_points = simplify(sketch, tolerance *= 1.2);
    while (n_points > EZ_PATTERN_POINTS && sketch->strokes->len > 0) {
        int least = least_stroke(sketch);
        n_points -= g_array_index(sketch->strokes, EzSketchStroke, least).count;
        g_array_remove_index(sketch->strokes, (guint)least);
    }
    return n_points;
}

const EzPattern *ez_sketch_finish(EzSketch *sketch, EzArena *arena)
{
    EzPatternWish same = {.width = sketch->width, .height = sketch->height};
    g_auto(EzSketch) cut;
    ez_sketch_init(&cut, &same, 1);
    cut_to_plate(sketch, &cut);
    return give(&cut, arena, fit_budget(&cut));
}
