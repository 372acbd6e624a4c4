// SPDX-License-Identifier: EUPL-1.2
// What the patterns share: a sketch that a process draws into, and the geometry of polylines.
// A sketch is in millimetres and may be larger and finer than what comes out: it is cut, simplified and rounded last.
#pragma once

#include <math.h>

#include "engine/base/rng.h"
#include "render/pattern.h"

typedef struct EzVec {
    double x, y;
} EzVec;

// ---- geometry (pattern_shape.c) --------------------------------------------------

// Degrees and powers without the C library's, whose last bits differ between machines.
// The unit vector at this angle: 0 is to the right, 90 is down.
EzVec ez_shape_heading(double degrees);
// base ^ exponent for a base >= 0; good to 13 digits.
double ez_shape_power(double base, double exponent);
// The distance from p to the line from a to b, ends included.
double ez_shape_distance(EzVec p, EzVec a, EzVec b);
// Douglas-Peucker (Douglas & Peucker 1973, Cartographica 10:112-122, doi:10.3138/FM57-6770-U75U-7727): moves the points
// that stay to the front and returns how many they are. Both ends of an open line stay.
int ez_shape_simplify(EzVec *points, int count, bool closed, double tolerance);
// Chaikin (1974, Comput. Graph. Image Process. 3:346-349, doi:10.1016/0146-664X(74)90028-8): cuts each corner at a quarter
// of its edges. `points` is an array of EzVec; the ends of an open line stay.
void ez_shape_chaikin(GArray *points, bool closed);
// To the grid of 1/1024 mm.
double ez_shape_round(double x);
// The part of the line from a to b in the plate widened by `margin`: false when there is none.
bool ez_shape_cut(EzVec plate, double margin, EzVec *a, EzVec *b);

static inline EzVec ez_vec_add(EzVec a, EzVec b)
{
    return (EzVec){a.x + b.x, a.y + b.y};
}

static inline EzVec ez_vec_sub(EzVec a, EzVec b)
{
    return (EzVec){a.x - b.x, a.y - b.y};
}

static inline EzVec ez_vec_mul(EzVec a, double k)
{
    return (EzVec){a.x * k, a.y * k};
}

// a, turned by the angle of the unit vector b.
static inline EzVec ez_vec_turn(EzVec a, EzVec b)
{
    return (EzVec){a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x};
}

static inline EzVec ez_vec_mix(EzVec a, EzVec b, double t)
{
    return (EzVec){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

static inline double ez_vec_square(EzVec a)
{
    return a.x * a.x + a.y * a.y;
}

static inline double ez_vec_length(EzVec a)
{
    return sqrt(ez_vec_square(a));
}

// ---- the sketch (pattern_sketch.c) -------------------------------------------------

typedef struct EzSketchStroke {
    int first, count;
    double width, share;
    bool closed;
} EzSketchStroke;

typedef struct EzSketchDisc {
    EzVec centre;
    double radius, line, share;
} EzSketchDisc;

typedef struct EzSketch {
    double width, height; // of the plate
    double scale;         // 1, and less on plates too small for a pattern in its own size
    int variant;          // within the pattern's
    bool loops;
    EzRng rng;
    GArray *points;  // EzVec
    GArray *strokes; // EzSketchStroke, each with points of its own
    GArray *discs;   // EzSketchDisc
} EzSketch;

// What the strokes from `first` on are moved by: scaled (mirrored where `mirror`) around `centre`, turned, shifted.
typedef struct EzSketchMove {
    EzVec centre, shift;
    double degrees, scale;
    bool mirror;
} EzSketchMove;

void ez_sketch_init(EzSketch *sketch, const EzPatternWish *wish, int n_variants);
void ez_sketch_clear(EzSketch *sketch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzSketch, ez_sketch_clear)

// A number from low to high.
double ez_sketch_chance(EzSketch *sketch, double low, double high);
// The place at these parts of the plate's width and height.
EzVec ez_sketch_place(const EzSketch *sketch, double x, double y);
// How many plates of 111 x 78 mm, at the sketch's scale, this one holds: what a number of things is multiplied by.
double ez_sketch_area(const EzSketch *sketch);
// Begins a stroke in the full colour; then its points.
EzSketchStroke *ez_sketch_begin(EzSketch *sketch, double width);
void ez_sketch_to(EzSketch *sketch, EzVec point);
// A whole stroke.
EzSketchStroke *ez_sketch_line(EzSketch *sketch, const GArray *points, double width);
void ez_sketch_disc(EzSketch *sketch, EzVec centre, double radius, double line);
// Lines grow with the root of the scale, and stay 0.25 mm wide at least.
void ez_sketch_move(EzSketch *sketch, int first, const EzSketchMove *move);
// Cuts, simplifies and rounds into the arena.
const EzPattern *ez_sketch_finish(EzSketch *sketch, EzArena *arena);

// ---- the processes, one a file -----------------------------------------------------

// Vogel 1979, "A better way to construct the sunflower head", Math. Biosci. 44:179-189,
// doi:10.1016/0025-5564(79)90080-4: dot n lies at n golden angles and at the root of n. Discs, the innermost first.
void ez_sketch_phyllotaxis(EzSketch *sketch);
// Prusinkiewicz & Lindenmayer 1990, "The Algorithmic Beauty of Plants" (Fig. 1.24): string rewriting and a turtle with a
// stack. A stroke a branch; each plant stands on the plate's lower edge.
void ez_sketch_lsystem(EzSketch *sketch);
// Lloyd 1982, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28:129-137, doi:10.1109/TIT.1982.1056489:
// cells of the nearest point, relaxed. A closed, convex stroke a cell; a disc where it has a nucleus.
void ez_sketch_voronoi(EzSketch *sketch);
// Gray-Scott in the parameters of Pearson 1993, "Complex patterns in a simple system", Science 261:189-192,
// doi:10.1126/science.261.5118.189, after Turing 1952, doi:10.1098/rstb.1952.0012. Strokes are contours: closed, or from
// border to border.
void ez_sketch_reaction_diffusion(EzSketch *sketch);
// Reynolds 1987, "Flocks, herds and schools", SIGGRAPH Comput. Graph. 21(4):25-34, doi:10.1145/37402.37406; neighbours are
// the seven nearest, as in Ballerini et al. 2008, doi:10.1073/pnas.0711437105. Two strokes a bird: the tails, then the
// chevrons, whose middle point is the bird.
void ez_sketch_boids(EzSketch *sketch);
// Runions et al. 2005, "Modeling and visualization of leaf venation patterns", ACM Trans. Graph. 24:702-711,
// doi:10.1145/1073204.1073251: veins grow toward the sources of auxin that are nearest to them, open or (loops) closed.
// The outline of a leaf is a closed stroke.
void ez_sketch_venation(EzSketch *sketch);
// Tero et al. 2010, "Rules for biologically inspired adaptive network design", Science 327:439-442,
// doi:10.1126/science.1177894: tubes thicken with what flows through them. Strokes with share 1 are the net, the others
// abandoned tubes; discs are food.
void ez_sketch_physarum(EzSketch *sketch);
// Witten & Sander 1981, "Diffusion-limited aggregation", Phys. Rev. Lett. 47:1400-1403,
// doi:10.1103/PhysRevLett.47.1400, off-lattice: a walker sticks where it first touches. Strokes are branches, each of which
// begins on an earlier one.
void ez_sketch_dla(EzSketch *sketch);
