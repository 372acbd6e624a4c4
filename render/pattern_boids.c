// SPDX-License-Identifier: EUPL-1.2
// Each bird keeps its distance, flies as its seven nearest neighbours fly, and stays with them; all follow a place that
// wanders over the plate.
#include "render/pattern-private.h"

enum { MOST = 240, NEIGHBOURS = 7, STEPS = 220, TAIL_START = 3, KEPT = 11 };
static const double SEPARATION = 1.4, ALIGNMENT = 1.6, COHESION = 0.55, WANDERING = 0.62;
static const double PERSONAL = 4.6; // what a bird wants free around it, mm
static const double SPEED = 0.62, MOST_TURN = 8;
static const double LENGTH = 2.2, OPENING = 28.6, CHEVRON = 0.5, TAIL_WIDTH = 0.2;
// No bird comes nearer to another in the picture, mm.
static const double APART = 2.0;

static const int FLOCKS[] = {190, 120, 240, 150, 210};

typedef struct Bird {
    EzVec at, heading;
    EzVec trail[KEPT]; // where it was, the latest first
} Bird;

typedef struct Flock {
    Bird birds[MOST];
    EzVec wish[MOST]; // the direction each wants to take
    int count;
    double scale;
} Flock;

typedef struct Near {
    int bird[NEIGHBOURS];
    double square[NEIGHBOURS];
    int count;
} Near;

// Puts a bird in its place among the nearest, if it has one.
static void consider(Near *near, int bird, double square)
{
    if (near->count == NEIGHBOURS && square >= near->square[NEIGHBOURS - 1])
        return;
    int place = near->count < NEIGHBOURS ? near->count++ : NEIGHBOURS - 1;
    for (; place > 0 && near->square[place - 1] > square; place--) {
        near->bird[place] = near->bird[place - 1];
        near->square[place] = near->square[place - 1];
    }
    near->bird[place] = bird;
    near->square[place] = square;
}

static Near nearest(const Flock *flock, int i)
{
    Near near = {.count = 0};
    for (int k = 0; k < flock->count; k++)
        if (k != i)
            consider(&near, k,
                     ez_vec_square(ez_vec_sub(flock->birds[k].at, flock->birds[i].at)));
    return near;
}

static EzVec unit(EzVec a)
{
    return ez_vec_mul(a, 1 / MAX(ez_vec_length(a), 1e-6));
}

static EzVec wish_of(const Flock *flock, int i, EzVec target)
{
    const Bird *bird = &flock->birds[i];
    Near near = nearest(flock, i);
    EzVec apart = {0, 0}, along = {0, 0}, middle = {0, 0};
    double share = 1.0 / MAX(near.count, 1);
    for (int k = 0; k < near.count; k++) {
        const Bird *other = &flock->birds[near.bird[k]];
        double distance = MAX(sqrt(near.square[k]) / flock->scale, 0.3);
        if (distance < PERSONAL) {
            EzVec away = ez_vec_sub(bird->at, other->at);
            double push = 3 / (distance * distance * flock->scale);
            apart = ez_vec_add(apart, ez_vec_mul(away, push));
        }
        along = ez_vec_add(along, ez_vec_mul(other->heading, share));
        middle = ez_vec_add(middle, ez_vec_mul(other->at, share));
    }
    EzVec wish = ez_vec_mul(apart, SEPARATION);
    wish = ez_vec_add(wish, ez_vec_mul(along, ALIGNMENT));
    wish = ez_vec_add(wish, ez_vec_mul(unit(ez_vec_sub(middle, bird->at)), COHESION));
    return ez_vec_add(wish, ez_vec_mul(unit(ez_vec_sub(target, bird->at)), WANDERING));
}

// Toward the wish, but no more than a bird can turn.
static EzVec turned(EzVec heading, EzVec wish)
{
    EzVec most = ez_shape_heading(MOST_TURN), to = unit(wish);
    double cosine = heading.x * to.x + heading.y * to.y;
    if (cosine >= most.x)
        return to;
    most.y = heading.x * to.y - heading.y * to.x < 0 ? -most.y : most.y;
    return unit(ez_vec_turn(heading, most));
}

static void fly(Flock *flock, EzVec target)
{
    for (int i = 0; i < flock->count; i++)
        flock->wish[i] = wish_of(flock, i, target);
    for (int i = 0; i < flock->count; i++) {
        Bird *bird = &flock->birds[i];
        for (int k = KEPT - 1; k > 0; k--)
            bird->trail[k] = bird->trail[k - 1];
        bird->trail[0] = bird->at;
        bird->heading = turned(bird->heading, flock->wish[i]);
        bird->at = ez_vec_add(bird->at, ez_vec_mul(bird->heading, SPEED * flock->scale));
    }
}

static void hatch(EzSketch *sketch, Flock *flock)
{
    double count = FLOCKS[sketch->variant] * MIN(1, ez_sketch_area(sketch));
    flock->count = CLAMP((int)count, 12, MOST);
    flock->scale = sketch->scale;
    for (int i = 0; i < flock->count; i++) {
        Bird *bird = &flock->birds[i];
        bird->at.x = sketch->width * ez_sketch_chance(sketch, 0.25, 0.75);
        bird->at.y = sketch->height * ez_sketch_chance(sketch, 0.25, 0.75);
        bird->heading = ez_shape_heading(ez_sketch_chance(sketch, 0, 360));
        for (int k = 0; k < KEPT; k++)
            bird->trail[k] = bird->at;
    }
}

// What is flown after: an ellipse, slowly.
static EzVec target_at(const EzSketch *sketch, int step, double start)
{
    double across = ez_shape_heading(start + step * 1.2).x,
           down = ez_shape_heading(start + step * 1.8).y;
    return ez_sketch_place(sketch, 0.5 + 0.3 * across, 0.5 + 0.26 * down);
}

static void shift(Bird *bird, EzVec by)
{
    bird->at = ez_vec_add(bird->at, by);
    for (int k = 0; k < KEPT; k++)
        bird->trail[k] = ez_vec_add(bird->trail[k], by);
}

static bool part_pair(Bird *a, Bird *b, double least)
{
    EzVec between = ez_vec_sub(b->at, a->at);
    double distance = ez_vec_length(between);
    if (distance >= least)
        return false;
    // A little more than needed, so that pushing comes to an end.
    EzVec push = ez_vec_mul(unit(between), (least * 1.01 - distance) / 2);
    shift(a, ez_vec_mul(push, -1));
    shift(b, push);
    return true;
}

// In a drawing no two birds lie on each other.
static void part(Flock *flock)
{
    bool moved = true;
    for (int round = 0; moved && round < 400; round++) {
        moved = false;
        for (int i = 0; i < flock->count; i++)
            for (int k = i + 1; k < flock->count; k++)
                moved |= part_pair(&flock->birds[i], &flock->birds[k], APART * flock->scale);
    }
}

static void centre(const EzSketch *sketch, Flock *flock)
{
    EzVec sum = {0, 0};
    for (int i = 0; i < flock->count; i++)
        sum = ez_vec_add(sum, flock->birds[i].at);
    EzVec by =
        ez_vec_sub(ez_sketch_place(sketch, 0.5, 0.5), ez_vec_mul(sum, 1.0 / flock->count));
    for (int i = 0; i < flock->count; i++)
        shift(&flock->birds[i], by);
}

static void draw_tail(EzSketch *sketch, const Bird *bird)
{
    ez_sketch_begin(sketch, TAIL_WIDTH * sketch->scale);
    for (int k = TAIL_START; k < KEPT; k++)
        ez_sketch_to(sketch, bird->trail[k]);
}

static void draw_chevron(EzSketch *sketch, const Bird *bird)
{
    EzVec open = ez_shape_heading(OPENING),
          back = ez_vec_mul(bird->heading, -LENGTH * sketch->scale);
    ez_sketch_begin(sketch, CHEVRON * sketch->scale);
    ez_sketch_to(sketch, ez_vec_add(bird->at, ez_vec_turn(back, open)));
    ez_sketch_to(sketch, bird->at);
    open.y = -open.y;
    ez_sketch_to(sketch, ez_vec_add(bird->at, ez_vec_turn(back, open)));
}

void ez_sketch_boids(EzSketch *sketch)
{
    g_autofree Flock *flock = g_new0(Flock, 1);
    hatch(sketch, flock);
    double start = ez_sketch_chance(sketch, 0, 360);
    for (int step = 0; step < STEPS; step++)
        fly(flock, target_at(sketch, step, start));
    part(flock);
    centre(sketch, flock);
    for (int i = 0; i < flock->count; i++)
        draw_tail(sketch, &flock->birds[i]);
    for (int i = 0; i < flock->count; i++)
        draw_chevron(sketch, &flock->birds[i]);
}
