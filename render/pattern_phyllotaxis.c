// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern-private.h"

static const double GOLDEN = 137.50776;
static const double GAP = 0.3, SMALLEST = 0.2;

// Dots from number `skip` to number `n`; spread is Vogel's c, mm. Radii grow (or shrink) from the heart to the rim.
typedef struct Head {
    double x, y; // parts of the plate
    double angle;
    double spread;
    double heart, rim;
    int n, skip;
    double line; // of a ring; 0 for discs
} Head;

// The look's six; the fifth has two heads.
static const Head HEADS[][2] = {
    {{.62, .56, GOLDEN, 2.75, .4, 1.6, 560, 6}},
    {{.50, 1.06, GOLDEN, 2.50, 1.4, .45, 1500, 6}},
    {{.50, .50, 137.3, 2.00, .4, 1.6, 330, 6}},
    {{.20, .20, GOLDEN, 3.10, .65, 1.85, 700, 6, .4}},
    {{.27, .60, GOLDEN, 1.95, .4, 1.6, 150, 3}, {.74, .34, GOLDEN, 1.95, .4, 1.6, 90, 3}},
    {{.96, .50, 137.6, 2.90, .4, 1.6, 520, 6}},
};

static EzSketchDisc *disc_at(EzSketch *sketch, int i)
{
    return &g_array_index(sketch->discs, EzSketchDisc, i);
}

static void draw_head(EzSketch *sketch, const Head *head)
{
    EzVec centre = ez_sketch_place(sketch, head->x, head->y);
    double first = ez_sketch_chance(sketch, 0, 360);
    double spread = head->spread * sketch->scale * ez_sketch_chance(sketch, 0.96, 1.04);
    double rim = sqrt(head->n);
    for (int i = head->skip; i < head->n; i++) {
        double root = sqrt(i), radius = head->heart + (head->rim - head->heart) * root / rim;
        EzVec at = ez_vec_mul(ez_shape_heading(first + i * head->angle), spread * root);
        ez_sketch_disc(sketch, ez_vec_add(centre, at), radius * sketch->scale,
                       head->line * sketch->scale);
    }
}

static double nearest(EzSketch *sketch, int i)
{
    double least = INFINITY;
    for (int k = 0; k < (int)sketch->discs->len; k++) {
        if (k == i)
            continue;
        EzVec between = ez_vec_sub(disc_at(sketch, k)->centre, disc_at(sketch, i)->centre);
        least = MIN(least, ez_vec_square(between));
    }
    return sqrt(least);
}

// No dot takes more than its half of the way to the nearest, less half a gap; where that is too little there is none.
static void keep_gaps(EzSketch *sketch)
{
    for (int i = (int)sketch->discs->len - 1; i >= 0; i--) {
        EzSketchDisc *disc = disc_at(sketch, i);
        double most = (nearest(sketch, i) - GAP * sketch->scale) / 2 - disc->line / 2;
        if (most < SMALLEST * sketch->scale)
            g_array_remove_index(sketch->discs, (guint)i);
        else
            disc->radius = MIN(disc->radius, most);
    }
}

void ez_sketch_phyllotaxis(EzSketch *sketch)
{
    const Head *heads = HEADS[sketch->variant];
    for (int i = 0; i < 2 && heads[i].n > 0; i++)
        draw_head(sketch, &heads[i]);
    keep_gaps(sketch);
}
