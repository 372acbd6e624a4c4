// SPDX-License-Identifier: EUPL-1.2
// Sources of auxin are strewn over a leaf; each draws the nearest vein, and falls silent when one has come close. Where
// veins are to close into loops, new sources then appear in the meshes, and each draws all veins around it until they meet.
#include "render/pattern-private.h"

static const double STEP = 0.8, INFLUENCE = 18, KILL = 1.7; // mm
static const double APART = 1.9;                            // sources, from each other
static const int SOURCES = 900, ROUNDS = 400;
// For loops: sparser sources for the tree, and those of the meshes.
static const double LOOP_APART = 3.0, MESH_APART = 2.5, MESH_FREE = 1.9, MESH_REACH = 9;
// Two veins alone meet only across a source, not beside it: the cosine of the angle between them.
static const double ACROSS = -0.2;
enum { MEETING = 3, STALK = 3 };
static const double OUTLINE = 0.4, WIDEST = 1.5, THINNEST = 0.25, MURRAY = 2.5;
static const int STUB = 4, LOOP_STUB = 7; // steps: what is shorter is no vein
// A vein is drawn in lengths of one width, each at least so much of the one before.
static const double SAME_WIDTH = 0.86;

typedef struct Vein {
    EzVec at;
    int parent; // -1 at the foot
    int n_kids;
    int heir;    // the kid with most flow, -1 at a tip
    int n_links; // loops that close here
    double flow; // width to the power of MURRAY
    EzVec pull;  // the sum of what draws it in this round
    int n_pulls;
    bool gone;
} Vein;

typedef struct Link {
    int from, to;
} Link;

typedef struct Source {
    EzVec at;
    int nearest;
    double square; // of the distance to it
} Source;

typedef struct Leaf {
    EzSketch *sketch;
    EzVec foot;
    double length, half; // half of the greatest width
    double scale;        // of a step
    double sparse;       // how much wider meshes are
    GArray *veins, *links, *sources;
} Leaf;

static Vein *vein_at(const Leaf *leaf, int i)
{
    return &g_array_index(leaf->veins, Vein, i);
}

static Source *source_at(const Leaf *leaf, int i)
{
    return &g_array_index(leaf->sources, Source, i);
}

static int n_veins(const Leaf *leaf)
{
    return (int)leaf->veins->len;
}

// ---- the blade ---------------------------------------------------------------------------

// Half the width at a part of the length, from the foot.
static double half_at(const Leaf *leaf, double t)
{
    double sine = ez_shape_heading(180 * ez_shape_power(t, 0.78)).y;
    return leaf->half * ez_shape_power(sine, 0.82);
}

static bool in_leaf(const Leaf *leaf, EzVec at)
{
    double t = (leaf->foot.y - at.y) / leaf->length;
    return t > 0.02 && t < 0.995 && fabs(at.x - leaf->foot.x) < half_at(leaf, t);
}

static EzVec outline_at(const Leaf *leaf, double t, double side)
{
    double rim = 1.2 * leaf->scale * ez_shape_heading(180 * t).y;
    return (EzVec){leaf->foot.x + side * (half_at(leaf, t) + rim),
                   leaf->foot.y - t * leaf->length};
}

static void draw_outline(const Leaf *leaf)
{
    enum { POINTS = 120 };
    ez_sketch_begin(leaf->sketch, OUTLINE * leaf->scale)->closed = true;
    for (int i = 0; i <= POINTS; i++)
        ez_sketch_to(leaf->sketch, outline_at(leaf, i / (double)POINTS, 1));
    for (int i = POINTS - 1; i > 0; i--)
        ez_sketch_to(leaf->sketch, outline_at(leaf, i / (double)POINTS, -1));
}

// ---- sources -------------------------------------------------------------------------------

static bool clear_of_sources(const Leaf *leaf, EzVec at, double apart)
{
    for (int i = 0; i < (int)leaf->sources->len; i++)
        if (ez_vec_square(ez_vec_sub(source_at(leaf, i)->at, at)) < apart * apart)
            return false;
    return true;
}

static bool clear_of_veins(const Leaf *leaf, EzVec at, double apart)
{
    for (int i = 0; i < n_veins(leaf); i++)
        if (ez_vec_square(ez_vec_sub(vein_at(leaf, i)->at, at)) < apart * apart)
            return false;
    return true;
}

static void see_vein(Source *source, const Vein *vein, int number)
{
    double square = ez_vec_square(ez_vec_sub(vein->at, source->at));
    if (square < source->square) {
        source->square = square;
        source->nearest = number;
    }
}

static void strew(Leaf *leaf, double apart, double from_veins)
{
    g_array_set_size(leaf->sources, 0);
    for (int tries = SOURCES * 30; tries > 0 && (int)leaf->sources->len < SOURCES; tries--) {
        EzVec at = {leaf->foot.x + ez_sketch_chance(leaf->sketch, -leaf->half, leaf->half),
                    leaf->foot.y - ez_sketch_chance(leaf->sketch, 0, leaf->length)};
        if (!in_leaf(leaf, at) || !clear_of_sources(leaf, at, apart * leaf->scale) ||
            !clear_of_veins(leaf, at, from_veins * leaf->scale))
            continue;
        Source source = {at, 0, INFINITY};
        for (int i = 0; i < n_veins(leaf); i++)
            see_vein(&source, vein_at(leaf, i), i);
        g_array_append_val(leaf->sources, source);
    }
}

// ---- growth --------------------------------------------------------------------------------

static int add_vein(Leaf *leaf, EzVec at, int parent)
{
    int number = n_veins(leaf);
    Vein vein = {.at = at, .parent = parent, .heir = -1};
    g_array_append_val(leaf->veins, vein);
    if (parent >= 0)
        vein_at(leaf, parent)->n_kids++;
    for (int i = 0; i < (int)leaf->sources->len; i++)
        see_vein(source_at(leaf, i), vein_at(leaf, number), number);
    return number;
}

static void pull(Leaf *leaf, EzVec source, int number)
{
    Vein *vein = vein_at(leaf, number);
    EzVec to = ez_vec_sub(source, vein->at);
    vein->pull = ez_vec_add(vein->pull, ez_vec_mul(to, 1 / MAX(ez_vec_length(to), 1e-6)));
    vein->n_pulls++;
}

static bool grown_already(const Leaf *leaf, int parent, EzVec at)
{
    double least = 0.05 * leaf->scale * leaf->scale;
    for (int i = parent + 1; i < n_veins(leaf); i++)
        if (vein_at(leaf, i)->parent == parent &&
            ez_vec_square(ez_vec_sub(vein_at(leaf, i)->at, at)) < least)
            return true;
    return false;
}

// One step from each vein that is pulled; false when none came forth.
static bool grow(Leaf *leaf)
{
    int count = n_veins(leaf);
    for (int i = 0; i < count; i++) {
        Vein *vein = vein_at(leaf, i);
        double length = ez_vec_length(vein->pull);
        bool pulled = vein->n_pulls > 0 && length > 0.05;
        EzVec step = ez_vec_mul(vein->pull, STEP * leaf->scale / MAX(length, 0.05));
        EzVec at = ez_vec_add(vein->at, step);
        vein->pull = (EzVec){0, 0};
        vein->n_pulls = 0;
        if (pulled && !grown_already(leaf, i, at))
            add_vein(leaf, at, i);
    }
    return n_veins(leaf) > count;
}

static void silence(Leaf *leaf)
{
    double kill = KILL * leaf->scale;
    for (int i = (int)leaf->sources->len - 1; i >= 0; i--)
        if (source_at(leaf, i)->square < kill * kill)
            g_array_remove_index(leaf->sources, (guint)i);
}

static void grow_tree(Leaf *leaf)
{
    double reach = INFLUENCE * leaf->scale;
    bool growing = true;
    for (int round = 0; growing && round < ROUNDS; round++) {
        for (int i = 0; i < (int)leaf->sources->len; i++) {
            const Source *source = source_at(leaf, i);
            if (source->square < reach * reach)
                pull(leaf, source->at, source->nearest);
        }
        growing = grow(leaf);
        silence(leaf);
    }
}

// ---- loops -----------------------------------------------------------------------------------

// The relative neighbours of a source: veins that no other neighbour stands before. Nearest first.
static int around(const Leaf *leaf, EzVec source, int *found)
{
    int n = 0;
    for (; n < MEETING; n++) {
        double reach = MESH_REACH * leaf->scale, least = reach * reach;
        found[n] = -1;
        for (int i = STALK; i < n_veins(leaf); i++) {
            EzVec at = vein_at(leaf, i)->at;
            double square = ez_vec_square(ez_vec_sub(at, source));
            bool hidden = square >= least;
            for (int k = 0; k < n && !hidden; k++)
                hidden = ez_vec_square(ez_vec_sub(at, vein_at(leaf, found[k])->at)) < square;
            if (!hidden) {
                least = square;
                found[n] = i;
            }
        }
        if (found[n] < 0)
            break;
    }
    return n;
}

// Grows a vein in steps until the last one to the source; returns its tip.
static int grow_toward(Leaf *leaf, int vein, EzVec source)
{
    EzVec from = vein_at(leaf, vein)->at;
    double step = STEP * leaf->scale;
    double distance = ez_vec_length(ez_vec_sub(source, from));
    for (double done = step; done < distance - step / 2; done += step)
        vein = add_vein(leaf, ez_vec_mix(from, source, done / distance), vein);
    return vein;
}

static void meet(Leaf *leaf, EzVec source, const int *found, int n)
{
    int middle = add_vein(leaf, source, grow_toward(leaf, found[0], source));
    for (int i = 1; i < n; i++) {
        Link link = {middle, grow_toward(leaf, found[i], source)};
        g_array_append_val(leaf->links, link);
        vein_at(leaf, link.from)->n_links++;
        vein_at(leaf, link.to)->n_links++;
    }
}

// Whether a source is between two veins, and not beside one.
static bool is_between(const Leaf *leaf, EzVec source, const int *found)
{
    EzVec a = ez_vec_sub(vein_at(leaf, found[0])->at, source);
    EzVec b = ez_vec_sub(vein_at(leaf, found[1])->at, source);
    return a.x * b.x + a.y * b.y < ACROSS * ez_vec_length(a) * ez_vec_length(b);
}

static void close_loops(Leaf *leaf)
{
    double apart = MESH_APART * leaf->sparse, free = MESH_FREE * leaf->sparse;
    strew(leaf, apart, free);
    g_autoptr(GArray) sources = leaf->sources;
    leaf->sources = g_array_new(FALSE, FALSE, sizeof(Source));
    for (int i = 0; i < (int)sources->len; i++) {
        EzVec source = g_array_index(sources, Source, i).at;
        int found[MEETING];
        if (!clear_of_veins(leaf, source, free * leaf->scale))
            continue;
        int n = around(leaf, source, found);
        if (n > 2 || (n == 2 && is_between(leaf, source, found)))
            meet(leaf, source, found, n);
    }
}

// ---- what is drawn -----------------------------------------------------------------------------

static bool is_tip(const Vein *vein)
{
    return !vein->gone && vein->n_kids == 0 && vein->n_links == 0;
}

static void remove_stub(Leaf *leaf, int tip)
{
    int steps = 1, at = vein_at(leaf, tip)->parent;
    while (at >= 0 && vein_at(leaf, at)->n_kids == 1 && vein_at(leaf, at)->n_links == 0) {
        at = vein_at(leaf, at)->parent;
        steps++;
    }
    if (at < 0 || steps >= (leaf->sketch->loops ? LOOP_STUB : STUB))
        return;
    for (int i = tip; i != at; i = vein_at(leaf, i)->parent)
        vein_at(leaf, i)->gone = true;
    vein_at(leaf, at)->n_kids--;
}

static void prune(Leaf *leaf)
{
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < n_veins(leaf); i++)
            if (is_tip(vein_at(leaf, i)))
                remove_stub(leaf, i);
}

// Kids have higher numbers than their parents.
static void weigh(Leaf *leaf)
{
    for (int i = n_veins(leaf) - 1; i > 0; i--) {
        Vein *vein = vein_at(leaf, i);
        if (vein->gone)
            continue;
        vein->flow += vein->n_kids == 0 ? 1 : 0;
        Vein *parent = vein_at(leaf, vein->parent);
        parent->flow += vein->flow;
        if (parent->heir < 0 || vein->flow > vein_at(leaf, parent->heir)->flow)
            parent->heir = i;
    }
}

static void lean(Leaf *leaf, int number, int toward)
{
    Vein *vein = vein_at(leaf, number);
    vein->pull = ez_vec_add(vein->pull, vein_at(leaf, toward)->at);
    vein->n_pulls++;
}

// A tip in a loop goes on over the link.
static void lean_over(Leaf *leaf, int tip, int other)
{
    if (vein_at(leaf, tip)->heir >= 0)
        return;
    if (vein_at(leaf, tip)->n_pulls == 0)
        lean(leaf, tip, vein_at(leaf, tip)->parent);
    lean(leaf, tip, other);
}

// Each vein's place becomes one between those before and after it.
static void smooth(Leaf *leaf)
{
    for (int i = 1; i < n_veins(leaf); i++)
        if (vein_at(leaf, i)->heir >= 0) {
            lean(leaf, i, vein_at(leaf, i)->parent);
            lean(leaf, i, vein_at(leaf, i)->heir);
        }
    for (int i = 0; i < (int)leaf->links->len; i++) {
        Link link = g_array_index(leaf->links, Link, i);
        lean_over(leaf, link.from, link.to);
        lean_over(leaf, link.to, link.from);
    }
    for (int i = 1; i < n_veins(leaf); i++) {
        Vein *vein = vein_at(leaf, i);
        if (vein->n_pulls > 0)
            vein->at = ez_vec_mix(vein->at, ez_vec_mul(vein->pull, 1.0 / vein->n_pulls), 0.5);
        vein->pull = (EzVec){0, 0};
        vein->n_pulls = 0;
    }
}

static double width_of(const Leaf *leaf, const Vein *vein)
{
    double part = ez_shape_power(vein->flow / vein_at(leaf, 0)->flow, 1 / MURRAY);
    return MAX(THINNEST, WIDEST * part) * leaf->scale;
}

// From a vein's parent through its heirs to the tip.
static void draw_vein(const Leaf *leaf, int i)
{
    double width = 0;
    for (; i >= 0; i = vein_at(leaf, i)->heir) {
        const Vein *vein = vein_at(leaf, i);
        if (width == 0 || width_of(leaf, vein) < width * SAME_WIDTH) {
            width = width_of(leaf, vein);
            ez_sketch_begin(leaf->sketch, width);
            ez_sketch_to(leaf->sketch, vein_at(leaf, vein->parent)->at);
        }
        ez_sketch_to(leaf->sketch, vein->at);
    }
}

static void draw_veins(const Leaf *leaf)
{
    for (int i = 1; i < n_veins(leaf); i++) {
        const Vein *vein = vein_at(leaf, i);
        if (!vein->gone && (vein->parent == 0 || vein_at(leaf, vein->parent)->heir != i))
            draw_vein(leaf, i);
    }
    for (int i = 0; i < (int)leaf->links->len; i++) {
        Link link = g_array_index(leaf->links, Link, i);
        ez_sketch_begin(leaf->sketch, THINNEST * leaf->scale);
        ez_sketch_to(leaf->sketch, vein_at(leaf, link.from)->at);
        ez_sketch_to(leaf->sketch, vein_at(leaf, link.to)->at);
    }
}

// One leaf, moved around a place given as parts of the plate, by parts of it.
typedef struct Posture {
    double x, y, shift_x, shift_y;
    double degrees, scale;
    bool mirror;
    double stalk; // beyond a short one, as a part of the leaf's length
} Posture;

static const double SHORT_STALK = 0.028;

// A leaf upright in the middle of the plate, as high as it lets, in this much room.
static void draw_leaf(EzSketch *sketch, EzVec room, const Posture *posture)
{
    Leaf leaf = {
        .sketch = sketch,
        .foot = {sketch->width / 2, sketch->height / 2 + 0.47 * room.y},
        .length = 0.93 * room.y,
        .half = MIN(0.40 * room.x, 0.36 * room.y),
        .scale = sketch->scale,
        .sparse = MAX(1, 1 / posture->scale),
        .veins = g_array_new(FALSE, FALSE, sizeof(Vein)),
        .links = g_array_new(FALSE, FALSE, sizeof(Link)),
        .sources = g_array_new(FALSE, FALSE, sizeof(Source)),
    };
    add_vein(&leaf,
             (EzVec){leaf.foot.x, leaf.foot.y + (SHORT_STALK + posture->stalk) * leaf.length},
             -1);
    for (int i = 0; i < STALK; i++)
        add_vein(&leaf, (EzVec){leaf.foot.x, leaf.foot.y + (1 - i) * STEP * leaf.scale}, i);
    strew(&leaf, sketch->loops ? LOOP_APART * leaf.sparse : APART, 0);
    grow_tree(&leaf);
    if (sketch->loops)
        close_loops(&leaf);
    prune(&leaf);
    weigh(&leaf);
    for (int i = 0; i < 3; i++)
        smooth(&leaf);
    draw_outline(&leaf);
    draw_veins(&leaf);
    g_array_unref(leaf.veins);
    g_array_unref(leaf.links);
    g_array_unref(leaf.sources);
}

// ---- the variants ------------------------------------------------------------------------------

// The look's six; a scale of 0 ends the row. The last is for strips, where a leaf lies in its length.
static const Posture POSTURES[][3] = {
    {{.5, .50, 0, 0, 0, 1}},
    {{.5, .50, .027, 0, 32, 1.12}},
    {{.5, .50, 0, -.55, -8, 2.1}},
    {{.5, 1.2285, 0, -.30, -66, .54, true, .25},
     {.5, 1.2285, 0, -.30, 0, .66, false, .25},
     {.5, 1.2285, 0, -.30, 66, .54, false, .25}},
    {{.5, .50, -.018, 0, 90, 1.18}},
    {{.5, .50, -.22, .06, 14, .66}, {.5, .50, .24, -.05, -24, .62}},
    {{.5, .50, 0, 0, 90, 1}},
};
enum { STRIP = G_N_ELEMENTS(POSTURES) - 1 };

void ez_sketch_venation(EzSketch *sketch)
{
    bool strip = sketch->width > 2 * sketch->height;
    EzVec room =
        strip ? (EzVec){sketch->height, sketch->width} : (EzVec){sketch->width, sketch->height};
    const Posture *postures = POSTURES[strip ? STRIP : sketch->variant];
    for (int i = 0; i < 3 && postures[i].scale > 0; i++) {
        const Posture *posture = &postures[i];
        int first = (int)sketch->strokes->len;
        draw_leaf(sketch, room, posture);
        EzSketchMove move = {ez_sketch_place(sketch, posture->x, posture->y),
                             ez_sketch_place(sketch, posture->shift_x, posture->shift_y),
                             posture->degrees, posture->scale, posture->mirror};
        ez_sketch_move(sketch, first, &move);
    }
}
