// SPDX-License-Identifier: EUPL-1.2
// The generated patterns: what holds for all of them on every plate, and for each what its process promises.
#include "render/pattern-private.h"

#include <inttypes.h>
#include <limits.h>
#include <string.h>

#include <glib/gstdio.h>

#include "engine/model/value.h"
#include "render/pattern_cache.h"
#include "render/pattern_file.h"

typedef struct Plate {
    double width, height;
} Plate;

// A nature card's, a function card's front and back, and two that nobody would order.
static const Plate PLATES[] = {{111, 33}, {5, 5}, {111, 78}, {111, 103}, {10, 200}};
enum { N_PLATES = G_N_ELEMENTS(PLATES), QUICK_PLATES = 2 };
static const Plate CARD = {111, 78};

static const EzPattern *grow(EzArena *arena, const char *name, Plate plate, int variant,
                             const char *id)
{
    EzPatternWish wish = {.name = name,
                          .seed = ez_rng_seed_of(id),
                          .variant = variant,
                          .width = plate.width,
                          .height = plate.height};
    const EzPattern *pattern = ez_pattern_grow(arena, &wish);
    g_assert_nonnull(pattern);
    return pattern;
}

static const EzPattern *grow_loops(EzArena *arena, const char *id)
{
    EzPatternWish wish = {"venation", ez_rng_seed_of(id), 0, CARD.width, CARD.height, true};
    return ez_pattern_grow(arena, &wish);
}

static void hash_floats(uint64_t *hash, const float *values, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, &values[i], sizeof bits);
        *hash = (*hash ^ bits) * UINT64_C(0x100000001b3);
    }
}

static uint64_t hash_of(const EzPattern *pattern)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (int i = 0; i < pattern->n_strokes; i++) {
        const EzPatternStroke *stroke = &pattern->strokes[i];
        float head[] = {(float)stroke->n_points, stroke->closed, stroke->width, stroke->share};
        hash_floats(&hash, head, 4);
        for (int k = 0; k < stroke->n_points; k++)
            hash_floats(&hash, (float[]){stroke->points[k].x, stroke->points[k].y}, 2);
    }
    for (int i = 0; i < pattern->n_discs; i++) {
        const EzPatternDisc *disc = &pattern->discs[i];
        float all[] = {disc->centre.x, disc->centre.y, disc->radius, disc->line, disc->share};
        hash_floats(&hash, all, 5);
    }
    return hash;
}

static uint64_t hash_grown(const char *name, Plate plate, int variant, const char *id)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    return hash_of(grow(arena, name, plate, variant, id));
}

static EzVec vec(EzPatternPoint point)
{
    return (EzVec){point.x, point.y};
}

static EzVec first_of(const EzPatternStroke *stroke)
{
    return vec(stroke->points[0]);
}

static EzVec last_of(const EzPatternStroke *stroke)
{
    return vec(stroke->points[stroke->n_points - 1]);
}

static double distance(EzVec a, EzVec b)
{
    return ez_vec_length(ez_vec_sub(a, b));
}

static double to_stroke(EzVec p, const EzPatternStroke *stroke)
{
    double least = INFINITY;
    int edges = stroke->n_points - (stroke->closed ? 0 : 1);
    for (int i = 0; i < edges; i++)
        least = MIN(least, ez_shape_distance(p, vec(stroke->points[i]),
                                             vec(stroke->points[(i + 1) % stroke->n_points])));
    return least;
}

// Whether a place is out of sight, where lines were cut.
static bool beyond(Plate plate, EzVec p)
{
    return p.x <= 0 || p.y <= 0 || p.x >= plate.width || p.y >= plate.height;
}

// ---- what holds for all ------------------------------------------------------------

static void check_point(Plate plate, EzPatternPoint p)
{
    const double over = EZ_PATTERN_OVERSHOOT + 0.001;
    g_assert_true(isfinite(p.x) && isfinite(p.y));
    g_assert_cmpfloat(p.x, >=, -over);
    g_assert_cmpfloat(p.y, >=, -over);
    g_assert_cmpfloat(p.x, <=, plate.width + over);
    g_assert_cmpfloat(p.y, <=, plate.height + over);
    g_assert_cmpfloat(p.x * 1024, ==, floorf(p.x * 1024));
    g_assert_cmpfloat(p.y * 1024, ==, floorf(p.y * 1024));
}

static void check_stroke(Plate plate, const EzPatternStroke *stroke)
{
    g_assert_cmpint(stroke->n_points, >=, 2);
    g_assert_cmpfloat(stroke->width, >, 0.03);
    g_assert_cmpfloat(stroke->width, <=, 2.3);
    g_assert_cmpfloat(stroke->share, >, 0.4);
    g_assert_cmpfloat(stroke->share, <=, 1);
    for (int i = 0; i < stroke->n_points; i++)
        check_point(plate, stroke->points[i]);
}

static void check_disc(Plate plate, const EzPatternDisc *disc)
{
    check_point(plate, disc->centre);
    g_assert_cmpfloat(disc->radius, >, 0);
    g_assert_cmpfloat(disc->radius, <=, 3);
    g_assert_cmpfloat(disc->line, <, disc->radius * 2);
    g_assert_cmpfloat(disc->share, ==, 1);
}

static void check_pattern(Plate plate, const EzPattern *pattern)
{
    int n_points = pattern->n_discs;
    for (int i = 0; i < pattern->n_strokes; i++) {
        check_stroke(plate, &pattern->strokes[i]);
        n_points += pattern->strokes[i].n_points;
    }
    for (int i = 0; i < pattern->n_discs; i++)
        check_disc(plate, &pattern->discs[i]);
    g_assert_cmpint(pattern->n_points, ==, n_points);
    g_assert_cmpint(n_points, <=, EZ_PATTERN_POINTS);
    g_assert_cmpint(n_points, >=, MIN(plate.width, plate.height) < 20 ? 8 : 60);
}

// On the large plates the first variant stands for all of what is slow; without `-m slow` there are fewer of these plates.
static bool is_too_slow(const char *name, int plate, int variant)
{
    bool slow = strcmp(name, "reaction_diffusion") == 0 || strcmp(name, "physarum") == 0;
    if (g_test_quick() && (plate >= QUICK_PLATES || (slow && variant > 0)))
        return true;
    return slow && plate >= QUICK_PLATES && variant > 0;
}

static void each_variant(gconstpointer name)
{
    for (int variant = 0; variant < ez_pattern_variants(name); variant++)
        for (int plate = 0; plate < N_PLATES; plate++) {
            g_autoptr(EzArena) arena = ez_arena_new();
            if (!is_too_slow(name, plate, variant))
                check_pattern(PLATES[plate], grow(arena, name, PLATES[plate], variant, "N17"));
        }
}

static void same_seed_same_pattern(gconstpointer name)
{
    int count = g_test_quick() ? 2 : ez_pattern_variants(name);
    for (int variant = 0; variant < count; variant++) {
        uint64_t once = hash_grown(name, PLATES[1], variant, "N01");
        g_assert_cmpuint(hash_grown(name, PLATES[1], variant, "N01"), ==, once);
        g_assert_cmpuint(hash_grown(name, PLATES[1], variant, "N02"), !=, once);
    }
}

static void variants_differ(gconstpointer name)
{
    int count = ez_pattern_variants(name);
    uint64_t first = hash_grown(name, CARD, 0, "N01");
    g_assert_cmpuint(hash_grown(name, CARD, 1, "N01"), !=, first);
    g_assert_cmpuint(hash_grown(name, CARD, count, "N01"), ==, first);
    g_assert_cmpuint(hash_grown(name, PLATES[1], -1, "N01"), ==,
                     hash_grown(name, PLATES[1], count - 1, "N01"));
    g_autoptr(EzArena) arena = ez_arena_new();
    grow(arena, name, PLATES[1], INT_MIN, "N01");
    grow(arena, name, PLATES[1], INT_MAX, "N01");
}

// A reprint must look as the first print did. A change of these is a change of all cards: look at them, then set what
// the failure says.
static const struct {
    const char *name;
    uint64_t hash;
} PRINTED[] = {
    {"phyllotaxis", UINT64_C(0xf68b0844ea05bcd)},
    {"lsystem", UINT64_C(0x82710b2a2fe4c74d)},
    {"voronoi", UINT64_C(0x8b82690a1a49adfd)},
    {"reaction_diffusion", UINT64_C(0x92cde29196f97c75)},
    {"boids", UINT64_C(0xb0a76bfd0be94035)},
    {"venation", UINT64_C(0x59ab81d4266beb0d)},
    {"physarum", UINT64_C(0xa98b00541dce571d)},
    {"dla", UINT64_C(0x84ed1790fb7eac75)},
};

static void same_as_ever(void)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(PRINTED); i++) {
        uint64_t hash = hash_grown(PRINTED[i].name, PLATES[0], 0, "N01");
        g_test_message("%s %" PRIx64, PRINTED[i].name, hash);
        g_assert_cmphex(hash, ==, PRINTED[i].hash);
    }
}

static void names_are_known(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    for (int i = 0; ez_pattern_names[i] != NULL; i++)
        g_assert_cmpint(ez_pattern_variants(ez_pattern_names[i]), >, 0);
    g_assert_cmpint(ez_pattern_variants("fractal"), ==, 0);
    g_assert_cmpint(ez_pattern_variants(NULL), ==, 0);
    g_assert_null(ez_pattern_grow(arena, &(EzPatternWish){"fractal", 1, 0, 9, 9, false}));
    static const Plate none[] = {{9, 0}, {0.9, 9}, {NAN, 9}, {9, INFINITY}, {9, 5001}};
    for (int i = 0; i < (int)G_N_ELEMENTS(none); i++) {
        EzPatternWish wish = {"dla", 1, 0, none[i].width, none[i].height, false};
        g_assert_null(ez_pattern_grow(arena, &wish));
    }
}

// ---- geometry ------------------------------------------------------------------------

static void headings_and_powers(void)
{
    for (int i = -2000; i < 2000; i++) {
        double degrees = i * 0.731;
        EzVec at = ez_shape_heading(degrees);
        g_assert_cmpfloat_with_epsilon(at.x, cos(degrees * G_PI / 180), 1e-13);
        g_assert_cmpfloat_with_epsilon(at.y, sin(degrees * G_PI / 180), 1e-13);
    }
    for (double base = 1e-9; base < 1e6; base *= 1.37)
        for (double exponent = -2; exponent < 3; exponent += 0.3)
            g_assert_cmpfloat_with_epsilon(ez_shape_power(base, exponent) / pow(base, exponent),
                                           1, 1e-13);
    g_assert_cmpfloat(ez_shape_power(0, 0.5), ==, 0);
}

static void simplifying_keeps_the_shape(void)
{
    enum { COUNT = 400 };
    EzVec circle[COUNT], kept[COUNT];
    for (int i = 0; i < COUNT; i++)
        circle[i] = ez_vec_mul(ez_shape_heading(i * 360.0 / COUNT), 10);
    for (int closed = 0; closed < 2; closed++) {
        memcpy(kept, circle, sizeof kept);
        int count = ez_shape_simplify(kept, COUNT, closed == 1, 0.05);
        g_assert_cmpint(count, >, 15);
        g_assert_cmpint(count, <, 60);
        for (int i = 0; i < COUNT; i++) {
            double least = INFINITY;
            for (int k = 0; k < count - (closed ? 0 : 1); k++)
                least =
                    MIN(least, ez_shape_distance(circle[i], kept[k], kept[(k + 1) % count]));
            g_assert_cmpfloat(least, <=, 0.0501);
        }
        g_assert_cmpfloat(distance(kept[0], circle[0]), ==, 0);
    }
}

static void cutting_leaves_what_is_inside(void)
{
    EzVec plate = {10, 10}, a = {-5, 5}, b = {15, 5};
    g_assert_true(ez_shape_cut(plate, 3, &a, &b));
    g_assert_cmpfloat(a.x, ==, -3);
    g_assert_cmpfloat(b.x, ==, 13);
    a = (EzVec){-5, -4};
    b = (EzVec){15, -4};
    g_assert_false(ez_shape_cut(plate, 3, &a, &b));
}

// ---- phyllotaxis -----------------------------------------------------------------------

// The angle from a to b, seen from the middle, in degrees from 0 to 360.
static double angle_between(EzVec a, EzVec b)
{
    double degrees = (atan2(b.y, b.x) - atan2(a.y, a.x)) * 180 / G_PI;
    return degrees < 0 ? degrees + 360 : degrees;
}

// The first of the two heads, whose dots all lie on the plate: numbers 3 to 149.
static void dots_turn_by_the_golden_angle(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "phyllotaxis", CARD, 4, "N33");
    EzVec middle = {111 * 0.27, 78 * 0.6};
    double spread = 0;
    g_assert_cmpint(pattern->n_discs, ==, 147 + 87);
    for (int n = 3; n < 149; n++) {
        EzVec a = ez_vec_sub(vec(pattern->discs[n - 3].centre), middle);
        EzVec b = ez_vec_sub(vec(pattern->discs[n - 2].centre), middle);
        g_assert_cmpfloat_with_epsilon(angle_between(a, b), 137.508, 0.05);
        spread = n == 3 ? ez_vec_length(a) / sqrt(3) : spread;
        g_assert_cmpfloat_with_epsilon(ez_vec_length(a) / sqrt(n), spread, 0.002);
    }
}

static void dots_keep_a_gap(void)
{
    for (int variant = 0; variant < ez_pattern_variants("phyllotaxis"); variant++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzPattern *pattern = grow(arena, "phyllotaxis", CARD, variant, "N20");
        for (int i = 0; i < pattern->n_discs; i++)
            for (int k = 0; k < i; k++) {
                const EzPatternDisc *a = &pattern->discs[i], *b = &pattern->discs[k];
                double reach = a->radius + b->radius + a->line / 2 + b->line / 2;
                g_assert_cmpfloat(distance(vec(a->centre), vec(b->centre)) - reach, >=, 0.295);
            }
    }
}

// ---- lsystem -----------------------------------------------------------------------------

static void plants_stand_on_the_lower_edge(void)
{
    for (int variant = 0; variant < ez_pattern_variants("lsystem"); variant++)
        for (int plate = 0; plate < N_PLATES; plate++) {
            g_autoptr(EzArena) arena = ez_arena_new();
            const EzPattern *pattern = grow(arena, "lsystem", PLATES[plate], variant, "N26");
            double lowest = 0, widest_foot = 0;
            for (int i = 0; i < pattern->n_strokes; i++)
                for (int k = 0; k < pattern->strokes[i].n_points; k++) {
                    lowest = MAX(lowest, pattern->strokes[i].points[k].y);
                    if (pattern->strokes[i].points[k].y > PLATES[plate].height)
                        widest_foot = MAX(widest_foot, pattern->strokes[i].width);
                }
            g_assert_cmpfloat(lowest, >, PLATES[plate].height);
            g_assert_cmpfloat(lowest, <=, PLATES[plate].height + 0.51);
            for (int i = 0; i < pattern->n_strokes; i++)
                g_assert_cmpfloat(pattern->strokes[i].width, <=, widest_foot);
        }
}

static void branches_begin_on_others(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "lsystem", CARD, 0, "N26");
    int loose = 0;
    for (int i = 0; i < pattern->n_strokes; i++) {
        bool held = false;
        for (int k = 0; k < pattern->n_strokes && !held; k++)
            held =
                k != i && to_stroke(first_of(&pattern->strokes[i]), &pattern->strokes[k]) < 0.5;
        loose += held ? 0 : 1;
    }
    g_assert_cmpint(loose, ==, 1); // the stem
}

// ---- voronoi -----------------------------------------------------------------------------

static double turn_at(const EzPatternStroke *cell, int i)
{
    EzVec a = vec(cell->points[i]), b = vec(cell->points[(i + 1) % cell->n_points]),
          c = vec(cell->points[(i + 2) % cell->n_points]);
    EzVec in = ez_vec_sub(b, a), out = ez_vec_sub(c, b);
    return in.x * out.y - in.y * out.x;
}

// Inside a cell whose points go round as the first turn does.
static bool is_inside(EzVec p, const EzPatternStroke *cell)
{
    for (int i = 0; i < cell->n_points; i++) {
        EzVec a = vec(cell->points[i]), b = vec(cell->points[(i + 1) % cell->n_points]);
        if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) < 0)
            return false;
    }
    return true;
}

static void cells_are_convex(void)
{
    for (int variant = 0; variant < ez_pattern_variants("voronoi"); variant++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzPattern *pattern = grow(arena, "voronoi", CARD, variant, "N11");
        for (int i = 0; i < pattern->n_strokes; i++) {
            const EzPatternStroke *cell = &pattern->strokes[i];
            g_assert_true(cell->closed);
            g_assert_cmpint(cell->n_points, >=, 5);
            for (int k = 0; k < cell->n_points; k++)
                g_assert_cmpfloat(turn_at(cell, k), >, -0.01);
        }
    }
}

static void cells_keep_their_gap(void)
{
    for (int variant = 0; variant < ez_pattern_variants("voronoi"); variant++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzPattern *pattern = grow(arena, "voronoi", CARD, variant, "N11");
        for (int i = 0; i < pattern->n_strokes; i++)
            for (int k = 0; k < pattern->n_strokes; k++) {
                const EzPatternStroke *a = &pattern->strokes[i], *b = &pattern->strokes[k];
                for (int n = 0; k != i && n < a->n_points; n++) {
                    g_assert_cmpfloat(to_stroke(vec(a->points[n]), b), >, 1.095);
                    g_assert_false(is_inside(vec(a->points[n]), b));
                }
            }
    }
}

static void cells_crowd_at_the_focus(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "voronoi", CARD, 4, "N11");
    float thickest = 0, thinnest = 9;
    EzVec focus = {111 * 0.2, 78 * 0.9}, at = {0, 0};
    for (int i = 0; i < pattern->n_strokes; i++) {
        thinnest = MIN(thinnest, pattern->strokes[i].width);
        if (pattern->strokes[i].width <= thickest)
            continue;
        thickest = pattern->strokes[i].width;
        at = first_of(&pattern->strokes[i]);
    }
    g_assert_cmpfloat(distance(at, focus), <, 12);
    g_assert_cmpfloat(thickest, >, 0.7);
    g_assert_cmpfloat(thinnest, ==, 0.25);
    g_assert_cmpint(pattern->n_discs, >, pattern->n_strokes / 2);
}

// ---- reaction-diffusion --------------------------------------------------------------------

static void contours_have_no_ends_on_the_plate(void)
{
    int all_rings = 0;
    for (int variant = 0; variant < ez_pattern_variants("reaction_diffusion"); variant++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzPattern *pattern = grow(arena, "reaction_diffusion", PLATES[0], variant, "N07");
        int rings = 0;
        for (int i = 0; i < pattern->n_strokes; i++) {
            const EzPatternStroke *stroke = &pattern->strokes[i];
            rings += stroke->closed ? 1 : 0;
            if (stroke->closed)
                continue;
            g_assert_true(beyond(PLATES[0], first_of(stroke)));
            g_assert_true(beyond(PLATES[0], last_of(stroke)));
        }
        g_assert_cmpint(pattern->n_strokes, >, rings);
        g_assert_cmpint(pattern->n_discs, ==, 0);
        all_rings += rings;
    }
    g_assert_cmpint(all_rings, >, 30);
}

// ---- boids -----------------------------------------------------------------------------------

// The birds of a pattern: the middle points of its whole chevrons.
static int birds_of(const EzPattern *pattern, EzVec birds[static 240])
{
    int count = 0;
    for (int i = 0; i < pattern->n_strokes; i++)
        if (pattern->strokes[i].width >= 0.5F && pattern->strokes[i].n_points == 3)
            birds[count++] = vec(pattern->strokes[i].points[1]);
    return count;
}

static void the_flock_is_in_the_middle(void)
{
    static const char *const ids[] = {"N06", "N12", "N18", "N24", "N02", "N08"};
    int whole = 0;
    for (int i = 0; i < (int)G_N_ELEMENTS(ids); i++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        EzVec birds[240], sum = {0, 0};
        int count = birds_of(grow(arena, "boids", CARD, 1, ids[i]), birds);
        // Only where no bird has flown out of sight is the middle that of what is seen.
        if (count != 120)
            continue;
        for (int k = 0; k < count; k++)
            sum = ez_vec_add(sum, birds[k]);
        g_assert_cmpfloat_with_epsilon(sum.x / count, 55.5, 0.002);
        g_assert_cmpfloat_with_epsilon(sum.y / count, 39, 0.002);
        whole++;
    }
    g_assert_cmpint(whole, >=, 2);
}

static void birds_keep_apart(void)
{
    for (int variant = 0; variant < ez_pattern_variants("boids"); variant++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        EzVec birds[240];
        int count = birds_of(grow(arena, "boids", CARD, variant, "N12"), birds);
        g_assert_cmpint(count, >, 60);
        for (int i = 0; i < count; i++)
            for (int k = 0; k < i; k++)
                g_assert_cmpfloat(distance(birds[i], birds[k]), >=, 1.99);
    }
}

static EzVec heading_of(const EzPatternStroke *chevron)
{
    EzVec back = ez_vec_mix(first_of(chevron), last_of(chevron), 0.5);
    EzVec along = ez_vec_sub(vec(chevron->points[1]), back);
    return ez_vec_mul(along, 1 / ez_vec_length(along));
}

static const EzPatternStroke *nearest_bird(const EzPattern *pattern, const EzPatternStroke *to)
{
    const EzPatternStroke *best = NULL;
    for (int i = 0; i < pattern->n_strokes; i++) {
        const EzPatternStroke *stroke = &pattern->strokes[i];
        if (stroke == to || stroke->width < 0.5F || stroke->n_points != 3)
            continue;
        if (best == NULL || distance(vec(stroke->points[1]), vec(to->points[1])) <
                                distance(vec(best->points[1]), vec(to->points[1])))
            best = stroke;
    }
    return best;
}

// What makes a flock: neighbours fly the same way, more or less.
static void neighbours_fly_alike(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "boids", CARD, 0, "N06");
    int count = 0;
    double sum = 0;
    for (int i = 0; i < pattern->n_strokes; i++) {
        const EzPatternStroke *stroke = &pattern->strokes[i];
        if (stroke->width < 0.5F || stroke->n_points != 3)
            continue;
        EzVec a = heading_of(stroke), b = heading_of(nearest_bird(pattern, stroke));
        sum += a.x * b.x + a.y * b.y;
        count++;
    }
    g_assert_cmpfloat(sum / count, >, 0.8);
}

// ---- nets and trees ------------------------------------------------------------------------

// Strokes and the places where they end, as a graph: a stroke is joined to each place that lies on it. It has as many
// cycles as it has joints more than a forest would.
typedef struct Graph {
    const EzPattern *pattern;
    EzVec places[2 * EZ_PATTERN_POINTS];
    int n_places, n_joints;
    int parent[3 * EZ_PATTERN_POINTS]; // strokes, then places
} Graph;

static int root_of(Graph *graph, int i)
{
    while (graph->parent[i] != i)
        i = graph->parent[i] = graph->parent[graph->parent[i]];
    return i;
}

static void add_place(Graph *graph, EzVec at)
{
    for (int i = 0; i < graph->n_places; i++)
        if (distance(graph->places[i], at) < 0.01)
            return;
    graph->places[graph->n_places++] = at;
}

// Strokes that are closed, as a leaf's outline, and strokes paler than the colour do not count.
static bool counts(const EzPatternStroke *stroke)
{
    return !stroke->closed && stroke->share == 1;
}

static Graph *graph_of(const EzPattern *pattern)
{
    Graph *graph = g_new0(Graph, 1);
    graph->pattern = pattern;
    for (int i = 0; i < pattern->n_strokes; i++)
        if (counts(&pattern->strokes[i])) {
            add_place(graph, first_of(&pattern->strokes[i]));
            add_place(graph, last_of(&pattern->strokes[i]));
        }
    for (int i = 0; i < pattern->n_strokes + graph->n_places; i++)
        graph->parent[i] = i;
    for (int i = 0; i < pattern->n_strokes; i++)
        for (int k = 0; counts(&pattern->strokes[i]) && k < graph->n_places; k++)
            if (to_stroke(graph->places[k], &pattern->strokes[i]) < 0.08) {
                graph->n_joints++;
                graph->parent[root_of(graph, i)] = root_of(graph, pattern->n_strokes + k);
            }
    return graph;
}

static int parts_of(Graph *graph)
{
    int parts = 0;
    for (int i = 0; i < graph->pattern->n_strokes; i++)
        parts += counts(&graph->pattern->strokes[i]) && root_of(graph, i) == i ? 1 : 0;
    for (int i = 0; i < graph->n_places; i++) {
        int place = graph->pattern->n_strokes + i;
        parts += root_of(graph, place) == place ? 1 : 0;
    }
    return parts;
}

static int cycles_of(Graph *graph)
{
    int strokes = 0;
    for (int i = 0; i < graph->pattern->n_strokes; i++)
        strokes += counts(&graph->pattern->strokes[i]) ? 1 : 0;
    return graph->n_joints - (strokes + graph->n_places - parts_of(graph));
}

static void veins_are_a_tree(void)
{
    // Not the leaf that is cropped, whose outline is cut open, and not three that meet in a foot.
    static const struct {
        int variant, leaves;
    } cases[] = {{0, 1}, {1, 1}, {4, 1}, {5, 2}};
    for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        g_autofree Graph *graph =
            graph_of(grow(arena, "venation", CARD, cases[i].variant, "N36"));
        g_assert_cmpint(parts_of(graph), ==, cases[i].leaves);
        g_assert_cmpint(cycles_of(graph), ==, 0);
    }
}

static void veins_close_into_loops(void)
{
    static const char *const ids[] = {"N03", "N36", "N37"};
    for (int i = 0; i < (int)G_N_ELEMENTS(ids); i++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzPattern *pattern = grow_loops(arena, ids[i]);
        check_pattern(CARD, pattern);
        g_autofree Graph *graph = graph_of(pattern);
        g_assert_cmpint(parts_of(graph), ==, 1);
        g_assert_cmpint(cycles_of(graph), >, 60);
    }
}

// By how often the outline is crossed on the way to the left.
static bool in_outline(EzVec p, const EzPatternStroke *outline)
{
    bool inside = false;
    for (int i = 0; i < outline->n_points; i++) {
        EzVec a = vec(outline->points[i]),
              b = vec(outline->points[(i + 1) % outline->n_points]);
        if ((a.y > p.y) != (b.y > p.y))
            inside ^= a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) < p.x;
    }
    return inside;
}

static void veins_stay_in_the_leaf(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "venation", CARD, 0, "N36");
    const EzPatternStroke *outline = &pattern->strokes[0];
    float thickest = 0;
    g_assert_true(outline->closed);
    for (int i = 1; i < pattern->n_strokes; i++) {
        thickest = MAX(thickest, pattern->strokes[i].width);
        for (int k = 0; k < pattern->strokes[i].n_points; k++) {
            EzVec at = vec(pattern->strokes[i].points[k]);
            // The stalk is the part below the leaf.
            g_assert_true(in_outline(at, outline) || at.y > 0.96 * CARD.height);
        }
    }
    g_assert_cmpfloat(pattern->strokes[1].width, ==, thickest);
    g_assert_cmpfloat(thickest, ==, 1.5);
}

static void the_net_joins_all_food(void)
{
    for (int variant = 0; variant < ez_pattern_variants("physarum"); variant++)
        for (int plate = 0; plate <= QUICK_PLATES; plate++) {
            g_autoptr(EzArena) arena = ez_arena_new();
            const EzPattern *pattern = grow(arena, "physarum", PLATES[plate], variant, "N04");
            g_autofree Graph *graph = graph_of(pattern);
            g_assert_cmpint(parts_of(graph), ==, 1);
            g_assert_cmpint(pattern->n_discs, ==, variant == 0 ? 8 : 7);
            for (int i = 0; i < pattern->n_discs; i++) {
                double least = INFINITY;
                for (int k = 0; k < graph->n_places; k++)
                    least =
                        MIN(least, distance(graph->places[k], vec(pattern->discs[i].centre)));
                g_assert_cmpfloat(least, <, 0.01);
            }
        }
}

static void nothing_of_the_net_is_a_dead_end(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "physarum", CARD, 0, "N01");
    g_autofree Graph *graph = graph_of(pattern);
    int pale = 0;
    for (int i = 0; i < pattern->n_strokes; i++)
        pale += pattern->strokes[i].share < 1;
    g_assert_cmpint(pale, >, 100);
    for (int i = 0; i < graph->n_places; i++) {
        int strokes = 0;
        bool food = false;
        for (int k = 0; k < pattern->n_strokes; k++)
            if (counts(&pattern->strokes[k]))
                strokes += to_stroke(graph->places[i], &pattern->strokes[k]) < 0.01;
        for (int k = 0; k < pattern->n_discs; k++)
            food |= distance(graph->places[i], vec(pattern->discs[k].centre)) < 0.01;
        g_assert_true(food || strokes >= 3);
    }
    g_assert_cmpint(cycles_of(graph), >, 0);
}

static void particles_touch_their_parents(void)
{
    for (int variant = 0; variant < ez_pattern_variants("dla"); variant++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzPattern *pattern = grow(arena, "dla", CARD, variant, "N21");
        int loose = 0;
        for (int i = 0; i < pattern->n_strokes; i++) {
            EzVec start = first_of(&pattern->strokes[i]);
            bool held = beyond(CARD, start);
            for (int k = 0; k < i && !held; k++)
                held = to_stroke(start, &pattern->strokes[k]) < 0.06;
            loose += held ? 0 : 1;
        }
        g_assert_cmpint(loose, ==, 1); // the seed
        g_autofree Graph *graph = graph_of(pattern);
        g_assert_cmpint(cycles_of(graph), ==, 0);
    }
}

static void clusters_grow_past_the_frame(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzPattern *pattern = grow(arena, "dla", CARD, 0, "N21");
    int left = 0, right = 0;
    for (int i = 0; i < pattern->n_strokes; i++) {
        left += last_of(&pattern->strokes[i]).x < 0;
        right += last_of(&pattern->strokes[i]).x > CARD.width;
    }
    g_assert_cmpint(left, >, 0);
    g_assert_cmpint(right, >, 0);
}

// ---- all -----------------------------------------------------------------------------------

static void add_for_each_pattern(const char *sentence, GTestDataFunc test)
{
    for (int i = 0; ez_pattern_names[i] != NULL; i++) {
        g_autofree char *path =
            g_strdup_printf("/pattern/%s/%s", ez_pattern_names[i], sentence);
        g_test_add_data_func(path, ez_pattern_names[i], test);
    }
}

static const struct {
    const char *path;
    GTestFunc test;
} TESTS[] = {
    {"/pattern/names/each-grows-and-others-do-not", names_are_known},
    {"/pattern/shape/headings-and-powers-are-exact", headings_and_powers},
    {"/pattern/shape/simplifying-keeps-the-shape", simplifying_keeps_the_shape},
    {"/pattern/shape/cutting-leaves-what-is-inside", cutting_leaves_what_is_inside},
    {"/pattern/phyllotaxis/dots-turn-by-the-golden-angle", dots_turn_by_the_golden_angle},
    {"/pattern/phyllotaxis/dots-keep-a-gap", dots_keep_a_gap},
    {"/pattern/lsystem/plants-stand-on-the-lower-edge", plants_stand_on_the_lower_edge},
    {"/pattern/lsystem/branches-begin-on-others", branches_begin_on_others},
    {"/pattern/voronoi/cells-are-convex", cells_are_convex},
    {"/pattern/voronoi/cells-keep-their-gap", cells_keep_their_gap},
    {"/pattern/voronoi/cells-crowd-at-the-focus", cells_crowd_at_the_focus},
    {"/pattern/reaction_diffusion/contours-have-no-ends-on-the-plate",
     contours_have_no_ends_on_the_plate},
    {"/pattern/boids/the-flock-is-in-the-middle", the_flock_is_in_the_middle},
    {"/pattern/boids/birds-keep-apart", birds_keep_apart},
    {"/pattern/boids/neighbours-fly-alike", neighbours_fly_alike},
    {"/pattern/venation/veins-are-a-tree", veins_are_a_tree},
    {"/pattern/venation/veins-close-into-loops", veins_close_into_loops},
    {"/pattern/venation/veins-stay-in-the-leaf", veins_stay_in_the_leaf},
    {"/pattern/physarum/the-net-joins-all-food", the_net_joins_all_food},
    {"/pattern/physarum/nothing-of-the-net-is-a-dead-end", nothing_of_the_net_is_a_dead_end},
    {"/pattern/dla/particles-touch-their-parents", particles_touch_their_parents},
    {"/pattern/dla/clusters-grow-past-the-frame", clusters_grow_past_the_frame},
    {"/pattern/reprints/are-the-same-as-ever", same_as_ever},
};

// ---- the cache --------------------------------------------------------------------------------

static const EzPatternWish KEPT = {.name = "lsystem", .seed = 26, .width = 111, .height = 78};

static uint64_t hash_cached(const char *folder)
{
    g_autoptr(EzPatternCache) cache = ez_pattern_cache_new(folder);
    const EzPattern *pattern = ez_pattern_cache_get(cache, &KEPT);
    g_assert_true(ez_pattern_cache_get(cache, &KEPT) == pattern);
    return hash_of(pattern);
}

static void what_is_kept_is_what_grew(void)
{
    g_autofree char *folder = g_dir_make_tmp("ezkit-XXXXXX", NULL),
                    *name = ez_pattern_file_name(&KEPT);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    uint64_t grown = hash_cached(NULL);
    g_assert_cmpuint(hash_cached(folder), ==, grown); // grown, and kept
    g_autofree char *bytes = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    g_assert_cmpuint(hash_cached(folder), ==, grown); // read
    // A file that is damaged or cut is grown again, and mended.
    for (gsize at = 0; at < length; at += length / 50) {
        bytes[at] ^= 0x55;
        g_assert_true(
            g_file_set_contents(path, bytes, at % 2 == 0 ? (gssize)length : (gssize)at, NULL));
        bytes[at] ^= 0x55;
        g_assert_cmpuint(hash_cached(folder), ==, grown);
    }
    g_autofree char *mended = NULL;
    g_assert_true(g_file_get_contents(path, &mended, NULL, NULL));
    g_assert_cmpmem(mended, length, bytes, length);
    g_remove(path);
    g_rmdir(folder);
}

// What the slow patterns are put to only with `-m slow`.
static bool is_for_later(const char *path)
{
    static const char *const slow[] = {"/pattern/reaction_diffusion/contours",
                                       "/pattern/physarum/the-net"};
    for (size_t i = 0; g_test_quick() && i < G_N_ELEMENTS(slow); i++)
        if (g_str_has_prefix(path, slow[i]))
            return true;
    return false;
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_for_each_pattern("each-variant-fits-each-plate", each_variant);
    add_for_each_pattern("the-same-seed-gives-the-same-pattern", same_seed_same_pattern);
    if (!g_test_quick())
        add_for_each_pattern("variants-differ-and-wrap", variants_differ);
    for (int i = 0; i < (int)G_N_ELEMENTS(TESTS); i++)
        if (!is_for_later(TESTS[i].path))
            g_test_add_func(TESTS[i].path, TESTS[i].test);
    g_test_add_func("/pattern/cache/what-is-kept-is-what-grew", what_is_kept_is_what_grew);
    return g_test_run();
}
