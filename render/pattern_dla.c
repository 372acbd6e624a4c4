// SPDX-License-Identifier: EUPL-1.2
// Walkers come in from far away and stay where they first touch the cluster. What comes first shades the rest: so tips
// grow, and gaps stay.
#include "render/pattern-private.h"

static const double STEP = 1.3;  // between a particle and its parent, mm
static const double TOUCH = 1.2; // in steps
static const double THIN = 0.3, PER_ROOT = 0.075, WIDEST = 1.1;
// A branch is drawn in lengths of about one width.
static const double SAME_WIDTH = 0.12;
enum { MOST = 1700 };

typedef struct Particle {
    EzVec at;
    int parent;      // -1 for the seeds
    int descendants; // with itself
    int heir;        // the child with the most descendants, -1 at a tip
} Particle;

typedef struct Cluster {
    Particle particles[MOST];
    int count;
    EzVec seed;
    double radius; // of what is there, around the seed
    EzVec low, high;
} Cluster;

// Where the seed lies, as parts of the plate.
static const EzVec SEEDS[] = {{.50, .52}, {.24, .70}, {.72, .30}};

static void add(Cluster *c, EzVec at, int parent)
{
    c->particles[c->count++] = (Particle){at, parent, 1, -1};
    c->low = (EzVec){MIN(c->low.x, at.x), MIN(c->low.y, at.y)};
    c->high = (EzVec){MAX(c->high.x, at.x), MAX(c->high.y, at.y)};
    c->radius = MAX(c->radius, ez_vec_length(ez_vec_sub(at, c->seed)));
}

static int nearest(const Cluster *c, EzVec at, double *distance)
{
    int best = 0;
    double least = INFINITY;
    for (int i = 0; i < c->count; i++) {
        double square = ez_vec_square(ez_vec_sub(c->particles[i].at, at));
        if (square < least) {
            least = square;
            best = i;
        }
    }
    *distance = sqrt(least);
    return best;
}

static EzVec any_direction(EzSketch *sketch)
{
    return ez_shape_heading(ez_sketch_chance(sketch, 0, 360));
}

// One walker from the circle around the cluster; it may stride as far as nothing is near.
static void walk(EzSketch *sketch, Cluster *c, double step)
{
    double launch = c->radius + 4 * step, distance;
    EzVec at = ez_vec_add(c->seed, ez_vec_mul(any_direction(sketch), launch));
    while (ez_vec_length(ez_vec_sub(at, c->seed)) < 2.5 * launch) {
        int touched = nearest(c, at, &distance);
        if (distance < TOUCH * step) {
            EzVec parent = c->particles[touched].at;
            add(c, ez_vec_mix(parent, at, step / MAX(distance, 1e-6)), touched);
            return;
        }
        double stride = MAX(0.4 * step, distance - TOUCH * step);
        at = ez_vec_add(at, ez_vec_mul(any_direction(sketch), stride));
    }
}

// Whether the cluster has reached both short sides of the plate.
static bool across(const EzSketch *sketch, const Cluster *c)
{
    if (sketch->width >= sketch->height)
        return c->low.x < 0 && c->high.x > sketch->width;
    return c->low.y < 0 && c->high.y > sketch->height;
}

static void grow(EzSketch *sketch, Cluster *c)
{
    c->seed = ez_sketch_place(sketch, SEEDS[sketch->variant].x, SEEDS[sketch->variant].y);
    c->low = c->high = c->seed;
    add(c, c->seed, -1);
    while (c->count < MOST && !across(sketch, c))
        walk(sketch, c, STEP * sketch->scale);
}

// Children have higher numbers than their parents.
static void weigh(Cluster *c)
{
    for (int i = c->count - 1; i > 0; i--) {
        Particle *parent = &c->particles[c->particles[i].parent];
        parent->descendants += c->particles[i].descendants;
        if (parent->heir < 0 ||
            c->particles[i].descendants > c->particles[parent->heir].descendants)
            parent->heir = i;
    }
}

static double width_of(const Particle *particle)
{
    return MIN(WIDEST, THIN + PER_ROOT * sqrt(particle->descendants));
}

// From a particle's parent through its heirs to the tip.
static void draw_branch(EzSketch *sketch, const Cluster *c, int i)
{
    double width = 0;
    for (; i >= 0; i = c->particles[i].heir) {
        const Particle *particle = &c->particles[i];
        if (width == 0 || width_of(particle) < width - SAME_WIDTH) {
            width = width_of(particle);
            ez_sketch_begin(sketch, width * sketch->scale);
            ez_sketch_to(sketch, c->particles[particle->parent].at);
        }
        ez_sketch_to(sketch, particle->at);
    }
}

void ez_sketch_dla(EzSketch *sketch)
{
    g_autofree Cluster *cluster = g_new0(Cluster, 1);
    grow(sketch, cluster);
    weigh(cluster);
    for (int i = 1; i < cluster->count; i++) {
        int parent = cluster->particles[i].parent;
        if (parent == 0 || cluster->particles[parent].heir != i)
            draw_branch(sketch, cluster, i);
    }
}
