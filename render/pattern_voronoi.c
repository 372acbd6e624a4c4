// SPDX-License-Identifier: EUPL-1.2
// Points crowd around a focus; each owns what is nearest to it. As points are few, a cell is simply cut from a rectangle by
// the halfway line to each other point; cut a little nearer, it leaves the gap between cells.
#include "render/pattern-private.h"

enum { MOST = 160, FEWEST = 8, SIDES = MOST + 8, RELAXED = 2, ARC = 6 };
static const double MARGIN = 8; // points lie outside the plate too, mm
static const double GAP = 1.1, WIDE_GAP = 2.2;
static const double CORNER = 0.32; // how much of an edge a rounded corner takes
static const double AT_FOCUS = 0.8, FAR_AWAY = 0.25, FALL = 1.1;

typedef struct Tissue {
    int n;
    double focus_x, focus_y; // parts of the plate
    bool nucleus;
    double gap;
} Tissue;

static const Tissue TISSUES[] = {
    {70, .50, .50, false, GAP}, {120, .30, .40, false, GAP}, {38, .60, .60, true, GAP},
    {90, .80, .30, false, GAP}, {60, .20, .90, true, GAP},   {46, .50, .50, false, WIDE_GAP},
};

typedef struct Sites {
    EzVec at[MOST];
    int count;
    EzVec focus;
} Sites;

typedef struct Cell {
    EzVec corners[SIDES];
    int count;
} Cell;

// How far a point is from the focus, as a part of the plate's diagonal.
static double from_focus(const EzSketch *sketch, const Sites *sites, EzVec at)
{
    EzVec diagonal = {sketch->width, sketch->height};
    return ez_vec_length(ez_vec_sub(at, sites->focus)) / ez_vec_length(diagonal);
}

static void scatter(EzSketch *sketch, const Tissue *tissue, Sites *sites)
{
    double margin = MARGIN * sketch->scale;
    double count = tissue->n * ez_sketch_area(sketch) * ez_sketch_chance(sketch, 0.92, 1.08);
    int wanted = CLAMP((int)count, FEWEST, MOST);
    sites->focus = ez_sketch_place(sketch, tissue->focus_x, tissue->focus_y);
    sites->count = 0;
    while (sites->count < wanted) {
        EzVec at;
        at.x = ez_sketch_chance(sketch, -margin, sketch->width + margin);
        at.y = ez_sketch_chance(sketch, -margin, sketch->height + margin);
        double likely = MAX(0.12, 1 - 1.6 * from_focus(sketch, sites, at));
        if (ez_rng_unit(&sketch->rng) < likely)
            sites->at[sites->count++] = at;
    }
}

static Cell rectangle(const EzSketch *sketch, double margin)
{
    double right = sketch->width + margin, bottom = sketch->height + margin;
    Cell cell = {.count = 4};
    cell.corners[0] = (EzVec){-margin, -margin};
    cell.corners[1] = (EzVec){right, -margin};
    cell.corners[2] = (EzVec){right, bottom};
    cell.corners[3] = (EzVec){-margin, bottom};
    return cell;
}

static double beyond(EzVec p, EzVec on, EzVec away)
{
    return (p.x - on.x) * away.x + (p.y - on.y) * away.y;
}

// Keeps what is on the near side of the line through `on`, square to `away`.
static void cut(Cell *cell, EzVec on, EzVec away)
{
    EzVec old[SIDES];
    int count = cell->count;
    for (int i = 0; i < count; i++)
        old[i] = cell->corners[i];
    cell->count = 0;
    for (int i = 0; i < count; i++) {
        EzVec a = old[i], b = old[(i + 1) % count];
        double da = beyond(a, on, away), db = beyond(b, on, away);
        if (da <= 0)
            cell->corners[cell->count++] = a;
        if ((da < 0 && db > 0) || (da > 0 && db < 0))
            cell->corners[cell->count++] = ez_vec_mix(a, b, da / (da - db));
    }
}

// What of the rectangle is nearest to a site, each side drawn in by `inset`.
static Cell cell_of(const Sites *sites, int site, Cell cell, double inset)
{
    for (int i = 0; i < sites->count && cell.count > 0; i++) {
        EzVec away = ez_vec_sub(sites->at[i], sites->at[site]);
        double length = ez_vec_length(away);
        if (i == site || length == 0)
            continue;
        away = ez_vec_mul(away, 1 / length);
        EzVec on = ez_vec_add(sites->at[site], ez_vec_mul(away, length / 2 - inset));
        cut(&cell, on, away);
    }
    return cell;
}

static EzVec centroid(const Cell *cell)
{
    EzVec sum = {0, 0}, origin = cell->corners[0];
    double area = 0;
    for (int i = 1; i + 1 < cell->count; i++) {
        EzVec a = ez_vec_sub(cell->corners[i], origin);
        EzVec b = ez_vec_sub(cell->corners[i + 1], origin);
        double part = a.x * b.y - a.y * b.x;
        sum = ez_vec_add(sum, ez_vec_mul(ez_vec_add(a, b), part / 3));
        area += part;
    }
    return area == 0 ? origin : ez_vec_add(origin, ez_vec_mul(sum, 1 / area));
}

// Lloyd's step: each point to the middle of what it owns.
static void relax(const EzSketch *sketch, Sites *sites)
{
    EzVec middle[MOST];
    for (int i = 0; i < sites->count; i++) {
        Cell cell = cell_of(sites, i, rectangle(sketch, MARGIN * sketch->scale), 0);
        middle[i] = cell.count > 2 ? centroid(&cell) : sites->at[i];
    }
    for (int i = 0; i < sites->count; i++)
        sites->at[i] = middle[i];
}

static void draw_corner(EzSketch *sketch, EzVec before, EzVec corner, EzVec after)
{
    EzVec from = ez_vec_mix(corner, before, CORNER), to = ez_vec_mix(corner, after, CORNER);
    for (int i = 0; i < ARC; i++) {
        double t = i / (ARC - 1.0);
        ez_sketch_to(sketch,
                     ez_vec_mix(ez_vec_mix(from, corner, t), ez_vec_mix(corner, to, t), t));
    }
}

static bool on_plate(const EzSketch *sketch, const Cell *cell)
{
    bool left = false, right = false, above = false, below = false;
    for (int i = 0; i < cell->count; i++) {
        left |= cell->corners[i].x < sketch->width;
        right |= cell->corners[i].x > 0;
        above |= cell->corners[i].y < sketch->height;
        below |= cell->corners[i].y > 0;
    }
    return left && right && above && below;
}

static void draw_cell(EzSketch *sketch, const Sites *sites, const Cell *cell, bool nucleus)
{
    EzVec middle = centroid(cell);
    double distance = from_focus(sketch, sites, middle);
    double width = MAX(FAR_AWAY, AT_FOCUS - FALL * distance) * sketch->scale;
    ez_sketch_begin(sketch, width)->closed = true;
    for (int i = 0; i < cell->count; i++)
        draw_corner(sketch, cell->corners[(i + cell->count - 1) % cell->count],
                    cell->corners[i], cell->corners[(i + 1) % cell->count]);
    if (nucleus)
        ez_sketch_disc(sketch, middle, MAX(0.35, 1.1 - 1.6 * distance) * sketch->scale, 0);
}

void ez_sketch_voronoi(EzSketch *sketch)
{
    const Tissue *tissue = &TISSUES[sketch->variant];
    Sites sites;
    scatter(sketch, tissue, &sites);
    for (int i = 0; i < RELAXED; i++)
        relax(sketch, &sites);
    for (int i = 0; i < sites.count; i++) {
        Cell cell = cell_of(&sites, i, rectangle(sketch, EZ_PATTERN_OVERSHOOT),
                            tissue->gap / 2 * sketch->scale);
        if (cell.count > 2 && on_plate(sketch, &cell))
            draw_cell(sketch, &sites, &cell, tissue->nucleus);
    }
}
