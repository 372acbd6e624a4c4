// SPDX-License-Identifier: EUPL-1.2
// Two substances on a torus: v eats u and wastes away, u is fed, and u spreads twice as fast. Then the contour of v by
// marching squares, joined end to end: through each edge of the grid goes at most one line.
#include "render/pattern-private.h"

#include <string.h>

static const double CELL = 0.867; // of the grid, mm
static const int MOST_CELLS = 112 * 112, STEPS = 8000, SEEDS = 22, SEED_SIZE = 8, FEWEST = 28;
static const int SPECK = 9; // rings through fewer edges are left out
static const double SPREAD_U = 0.16, SPREAD_V = 0.08;
static const double LINE = 0.6;

typedef struct Brew {
    double feed, kill, level;
    double size; // of a cell
} Brew;

// The look's five pairs, and the first again, larger.
static const Brew BREWS[] = {
    {.055, .062, .20, 1}, {.035, .065, .20, 1}, {.029, .057, .20, 1},
    {.026, .061, .20, 1}, {.039, .058, .23, 1}, {.055, .062, .20, 1.4},
};

// Rows of `stride`, with a border that repeats the other side: one wide, two on the right.
typedef struct Dish {
    int columns, rows, stride;
    double cell;
    double *u, *v, *next_u, *next_v;
} Dish;

// Two edges a corner: to the right (even) and down (odd). What a contour does there, and where it goes on.
typedef struct Crossing {
    EzVec at;
    int link[2];
    int n_links;
    bool drawn;
} Crossing;

typedef struct Contour {
    const Dish *dish;
    double level;
    int columns, rows; // of corners
    Crossing *crossings;
} Contour;

// ---- the substances --------------------------------------------------------------------

static void dish_init(EzSketch *sketch, const Brew *brew, Dish *dish)
{
    double shorter = MIN(sketch->width, sketch->height);
    double cell = MIN(CELL * brew->size, shorter / FEWEST);
    cell = MAX(cell, sqrt(sketch->width * sketch->height / MOST_CELLS));
    // Two cells more than the plate, so that contours end outside it.
    dish->cell = cell;
    dish->columns = (int)ceil(sketch->width / cell) + 3;
    dish->rows = (int)ceil(sketch->height / cell) + 3;
    dish->stride = dish->columns + 3;
    size_t size = (size_t)dish->stride * (size_t)(dish->rows + 2);
    dish->u = g_new(double, size);
    dish->v = g_new0(double, size);
    dish->next_u = g_new0(double, size);
    dish->next_v = g_new0(double, size);
    for (size_t i = 0; i < size; i++)
        dish->u[i] = 1;
}

static void dish_clear(Dish *dish)
{
    g_free(dish->u);
    g_free(dish->v);
    g_free(dish->next_u);
    g_free(dish->next_v);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Dish, dish_clear)

static int place(const Dish *dish, int column, int row)
{
    return (row + 1) * dish->stride + column + 1;
}

static void seed_square(Dish *dish, int column, int row)
{
    for (int y = 0; y < SEED_SIZE; y++)
        for (int x = 0; x < SEED_SIZE; x++) {
            int at = place(dish, (column + x) % dish->columns, (row + y) % dish->rows);
            dish->u[at] = 0.5;
            dish->v[at] = 0.25;
        }
}

static void seed(EzSketch *sketch, Dish *dish)
{
    int wanted = MAX(2, SEEDS * dish->columns * dish->rows / MOST_CELLS);
    for (int i = 0; i < wanted; i++) {
        int column = (int)ez_rng_between(&sketch->rng, 0, dish->columns - 1);
        int row = (int)ez_rng_between(&sketch->rng, 0, dish->rows - 1);
        seed_square(dish, column, row);
    }
}

static void wrap(const Dish *dish, double *z)
{
    for (int row = 0; row < dish->rows; row++) {
        z[place(dish, -1, row)] = z[place(dish, dish->columns - 1, row)];
        z[place(dish, dish->columns, row)] = z[place(dish, 0, row)];
    }
    size_t bytes = sizeof *z * (size_t)dish->stride;
    memcpy(&z[place(dish, -1, -1)], &z[place(dish, -1, dish->rows - 1)], bytes);
    memcpy(&z[place(dish, -1, dish->rows)], &z[place(dish, -1, 0)], bytes);
}

// Two cells at once: the same arithmetic on each, in half the time.
typedef double Pair __attribute__((vector_size(16)));

static Pair load(const double *at)
{
    Pair pair;
    memcpy(&pair, at, sizeof pair);
    return pair;
}

static Pair spread(const double *z, int stride)
{
    return (load(z - 1) + load(z + 1)) + (load(z - stride) + load(z + stride)) - 4 * load(z);
}

// One row of the next state, from its first cell on; an odd row's last pair ends in the border.
static void react_row(const Dish *dish, const Brew *brew, int first)
{
    const double feed = brew->feed, waste = brew->feed + brew->kill;
    for (int i = first; i < first + dish->columns; i += 2) {
        Pair u = load(&dish->u[i]), v = load(&dish->v[i]), eaten = u * v * v;
        Pair next_u = u + SPREAD_U * spread(&dish->u[i], dish->stride) - eaten + feed * (1 - u);
        Pair next_v = v + SPREAD_V * spread(&dish->v[i], dish->stride) + eaten - waste * v;
        memcpy(&dish->next_u[i], &next_u, sizeof next_u);
        memcpy(&dish->next_v[i], &next_v, sizeof next_v);
    }
}

static void react(Dish *dish, const Brew *brew)
{
    for (int step = 0; step < STEPS; step++) {
        wrap(dish, dish->u);
        wrap(dish, dish->v);
        for (int row = 0; row < dish->rows; row++)
            react_row(dish, brew, place(dish, 0, row));
        double *u = dish->u, *v = dish->v;
        dish->u = dish->next_u;
        dish->v = dish->next_v;
        dish->next_u = u;
        dish->next_v = v;
    }
}

// ---- the contour -----------------------------------------------------------------------

static double value(const Contour *contour, int column, int row)
{
    return contour->dish->v[place(contour->dish, column, row)] - contour->level;
}

static int edge(const Contour *contour, int column, int row, bool down)
{
    return 2 * (row * contour->columns + column) + (down ? 1 : 0);
}

static EzVec position(const Contour *contour, int column, int row)
{
    return (EzVec){(column - 1) * contour->dish->cell, (row - 1) * contour->dish->cell};
}

// Whether the contour crosses from one corner to the next; if so, sets where.
static bool cross(Contour *contour, int column, int row, bool down)
{
    int next_column = column + (down ? 0 : 1), next_row = row + (down ? 1 : 0);
    double a = value(contour, column, row), b = value(contour, next_column, next_row);
    if ((a < 0) == (b < 0))
        return false;
    contour->crossings[edge(contour, column, row, down)].at = ez_vec_mix(
        position(contour, column, row), position(contour, next_column, next_row), a / (a - b));
    return true;
}

static void link_edges(Contour *contour, int a, int b)
{
    Crossing *from = &contour->crossings[a], *to = &contour->crossings[b];
    from->link[from->n_links++] = b;
    to->link[to->n_links++] = a;
}

// Joins what crosses the four edges of a square; a saddle by the mean of its corners.
static void march(Contour *contour, int column, int row)
{
    int found[4], n = 0;
    const int edges[] = {
        edge(contour, column, row, false), edge(contour, column + 1, row, true),
        edge(contour, column, row + 1, false), edge(contour, column, row, true)};
    const bool crossed[] = {
        cross(contour, column, row, false), cross(contour, column + 1, row, true),
        cross(contour, column, row + 1, false), cross(contour, column, row, true)};
    for (int i = 0; i < 4; i++)
        if (crossed[i])
            found[n++] = edges[i];
    if (n == 2)
        link_edges(contour, found[0], found[1]);
    if (n < 4)
        return;
    double first = value(contour, column, row);
    double mean = first + value(contour, column + 1, row) + value(contour, column, row + 1) +
                  value(contour, column + 1, row + 1);
    bool around_first = (first < 0) != (mean < 0);
    link_edges(contour, edges[0], edges[around_first ? 3 : 1]);
    link_edges(contour, edges[2], edges[around_first ? 1 : 3]);
}

static int next_of(const Contour *contour, int at)
{
    const Crossing *crossing = &contour->crossings[at];
    for (int i = 0; i < crossing->n_links; i++)
        if (!contour->crossings[crossing->link[i]].drawn)
            return crossing->link[i];
    return -1;
}

static void trace(EzSketch *sketch, Contour *contour, int first)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(EzVec));
    bool closed = contour->crossings[first].n_links == 2;
    for (int at = first; at >= 0; at = next_of(contour, at)) {
        contour->crossings[at].drawn = true;
        g_array_append_val(points, contour->crossings[at].at);
    }
    if ((int)points->len < (closed ? SPECK : 2))
        return;
    ez_shape_chaikin(points, closed);
    double scale = MIN(1, contour->dish->cell / CELL);
    ez_sketch_line(sketch, points, LINE * scale)->closed = closed;
}

// Lines that end at the border first, from their ends; then rings.
static void draw_contour(EzSketch *sketch, Contour *contour)
{
    int count = 2 * contour->columns * contour->rows;
    for (int ends = 1; ends <= 2; ends++)
        for (int i = 0; i < count; i++)
            if (contour->crossings[i].n_links == ends && !contour->crossings[i].drawn)
                trace(sketch, contour, i);
}

void ez_sketch_reaction_diffusion(EzSketch *sketch)
{
    const Brew *brew = &BREWS[sketch->variant];
    g_auto(Dish) dish;
    dish_init(sketch, brew, &dish);
    seed(sketch, &dish);
    react(&dish, brew);
    Contour contour = {
        .dish = &dish, .level = brew->level, .columns = dish.columns, .rows = dish.rows};
    contour.crossings = g_new0(Crossing, 2 * contour.columns * contour.rows);
    for (int row = 0; row + 1 < contour.rows; row++)
        for (int column = 0; column + 1 < contour.columns; column++)
            march(&contour, column, row);
    draw_contour(sketch, &contour);
    g_free(contour.crossings);
}
