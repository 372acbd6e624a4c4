// SPDX-License-Identifier: EUPL-1.2
// The slime mould's net. A field of tubes joins a jittered lattice of nodes; again and again two sources of food are drawn,
// a current is sent from one to the other, and tubes thicken with what they carried and waste away without it.
#include "render/pattern-private.h"

static const double SPACING = 6.94; // of the lattice, mm
static const double FLOW = 2, EXPONENT = 1.8, STEP = 0.08;
static const double THIN = 1e-4, THICK = 2, START = 0.5;
static const double OF_NET = 0.03; // tubes of less conductance are abandoned
static const int ROUNDS = 900, FOODS = 8;
static const double FOOD_RADIUS = 2.3, ABANDONED = 0.28;

// As parts of the plate, in the look's three sets; the second and third have seven.
static const EzVec FOOD[][8] = {
    {{.12, .20},
     {.50, .12},
     {.86, .25},
     {.30, .52},
     {.68, .55},
     {.14, .82},
     {.52, .86},
     {.88, .80}},
    {{.10, .50}, {.30, .15}, {.34, .82}, {.55, .48}, {.72, .14}, {.90, .42}, {.78, .86}},
    {{.08, .14}, {.08, .88}, {.36, .50}, {.66, .50}, {.92, .12}, {.92, .88}, {.50, .90}},
};

typedef struct Tube {
    int from, to;       // nodes
    double length;      // as a part of the mean
    double conductance; // Tero's D
    bool net, drawn;
} Tube;

// Nodes stand row by row along the longer side, so that neighbours' numbers differ by at most `band`.
typedef struct Mould {
    int across, along, band;
    int n_nodes, n_tubes, n_food;
    EzVec *nodes;
    Tube *tubes;
    double *matrix; // the lower band of the Laplacian, band + 1 a row
    double *pressure;
    int *degree; // of the net
    int *parent; // of nodes that hang together, up to one that is its own
    bool *is_food;
    int food[8];
} Mould;

// ---- the lattice ---------------------------------------------------------------------

// The outermost nodes lie half a cell outside the plate, so that the field seems to have no end.
static void place_nodes(EzSketch *sketch, Mould *m)
{
    bool tall = sketch->height > sketch->width;
    int columns = tall ? m->across : m->along, rows = tall ? m->along : m->across;
    EzVec cell = {sketch->width / (columns - 2), sketch->height / (rows - 2)};
    for (int i = 0; i < m->n_nodes; i++) {
        int slow = i / m->across, fast = i % m->across;
        int column = tall ? fast : slow, row = tall ? slow : fast;
        double x = column - 0.65 + (row % 2 == 1 ? 0.3 : 0);
        x += ez_sketch_chance(sketch, -0.28, 0.28);
        double y = row - 0.5 + ez_sketch_chance(sketch, -0.28, 0.28);
        m->nodes[i] = (EzVec){x * cell.x, y * cell.y};
    }
}

static double node_distance(const Mould *m, int a, int b)
{
    return ez_vec_length(ez_vec_sub(m->nodes[a], m->nodes[b]));
}

static bool is_outermost(const Mould *m, int node)
{
    int slow = node / m->across, fast = node % m->across;
    return slow == 0 || fast == 0 || slow == m->along - 1 || fast == m->across - 1;
}

// A tube to the outside begins without conductance, and so never carries anything.
static void add_tube(Mould *m, int from, int to)
{
    bool outside = is_outermost(m, from) || is_outermost(m, to);
    m->tubes[m->n_tubes++] = (Tube){.from = MIN(from, to),
                                    .to = MAX(from, to),
                                    .length = node_distance(m, from, to),
                                    .conductance = outside ? THIN : START};
}

// Each cell's sides and its shorter diagonal.
static void place_tubes(Mould *m)
{
    for (int i = 0; i < m->n_nodes; i++) {
        bool right = i % m->across + 1 < m->across, down = i + m->across < m->n_nodes;
        if (right)
            add_tube(m, i, i + 1);
        if (down)
            add_tube(m, i, i + m->across);
        if (!right || !down)
            continue;
        int next = i + m->across;
        if (node_distance(m, i, next + 1) < node_distance(m, i + 1, next))
            add_tube(m, i, next + 1);
        else
            add_tube(m, i + 1, next);
    }
    double sum = 0;
    for (int i = 0; i < m->n_tubes; i++)
        sum += m->tubes[i].length;
    for (int i = 0; i < m->n_tubes; i++)
        m->tubes[i].length *= m->n_tubes / sum;
}

static void place_food(EzSketch *sketch, Mould *m)
{
    for (int k = 0; k < FOODS && FOOD[sketch->variant][k].x > 0; k++) {
        EzVec wanted =
            ez_sketch_place(sketch, FOOD[sketch->variant][k].x, FOOD[sketch->variant][k].y);
        int best = -1;
        double least = INFINITY;
        for (int i = 0; i < m->n_nodes; i++) {
            double distance = ez_vec_square(ez_vec_sub(m->nodes[i], wanted));
            if (!m->is_food[i] && !is_outermost(m, i) && distance < least) {
                least = distance;
                best = i;
            }
        }
        m->is_food[best] = true;
        m->food[m->n_food++] = best;
    }
}

static int lattice_count(double length, double spacing)
{
    return MAX(5, (int)(length / spacing)) + 2;
}

static void mould_init(EzSketch *sketch, Mould *m)
{
    double spacing = SPACING * sketch->scale;
    double shorter = MIN(sketch->width, sketch->height),
           longer = MAX(sketch->width, sketch->height);
    // A very large plate gets a coarser lattice: the point budget is for the net first.
    spacing = MAX(spacing, sqrt(shorter * longer / 260));
    *m = (Mould){.across = lattice_count(shorter, spacing),
                 .along = lattice_count(longer, spacing)};
    m->band = m->across + 1;
    m->n_nodes = m->across * m->along;
    m->nodes = g_new0(EzVec, m->n_nodes);
    m->tubes = g_new(Tube, 3 * m->n_nodes);
    m->matrix = g_new(double, m->n_nodes *(m->band + 1));
    m->pressure = g_new(double, m->n_nodes);
    m->degree = g_new0(int, m->n_nodes);
    m->parent = g_new0(int, m->n_nodes);
    m->is_food = g_new0(bool, m->n_nodes);
    place_nodes(sketch, m);
    place_tubes(m);
    place_food(sketch, m);
}

static void mould_clear(Mould *m)
{
    g_free(m->nodes);
    g_free(m->tubes);
    g_free(m->matrix);
    g_free(m->pressure);
    g_free(m->degree);
    g_free(m->parent);
    g_free(m->is_food);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Mould, mould_clear)

// ---- the current -----------------------------------------------------------------------

static double *entry(Mould *m, int row, int column)
{
    return &m->matrix[row * (m->band + 1) + column - row + m->band];
}

static void fill_matrix(Mould *m)
{
    for (int i = 0; i < m->n_nodes * (m->band + 1); i++)
        m->matrix[i] = 0;
    for (int i = 0; i < m->n_tubes; i++) {
        const Tube *tube = &m->tubes[i];
        double g = tube->conductance / tube->length;
        *entry(m, tube->from, tube->from) += g;
        *entry(m, tube->to, tube->to) += g;
        *entry(m, tube->to, tube->from) -= g;
    }
    // The pressure is free up to a constant: a leak to the ground fixes it.
    for (int i = 0; i < m->n_nodes; i++)
        *entry(m, i, i) += 1e-9;
}

// Cholesky's factor, in place of the matrix.
static void factorise(Mould *m)
{
    for (int i = 0; i < m->n_nodes; i++) {
        int first = MAX(0, i - m->band);
        for (int k = first; k <= i; k++) {
            double sum = *entry(m, i, k);
            for (int j = MAX(first, k - m->band); j < k; j++)
                sum -= *entry(m, i, j) * *entry(m, k, j);
            *entry(m, i, k) = k < i ? sum / *entry(m, k, k) : sqrt(sum);
        }
    }
}

static void solve(Mould *m)
{
    for (int i = 0; i < m->n_nodes; i++) {
        for (int j = MAX(0, i - m->band); j < i; j++)
            m->pressure[i] -= *entry(m, i, j) * m->pressure[j];
        m->pressure[i] /= *entry(m, i, i);
    }
    for (int i = m->n_nodes - 1; i >= 0; i--) {
        for (int j = i + 1; j <= MIN(m->n_nodes - 1, i + m->band); j++)
            m->pressure[i] -= *entry(m, j, i) * m->pressure[j];
        m->pressure[i] /= *entry(m, i, i);
    }
}

static void send_current(Mould *m, int source, int sink)
{
    for (int i = 0; i < m->n_nodes; i++)
        m->pressure[i] = 0;
    m->pressure[source] = FLOW;
    m->pressure[sink] = -FLOW;
    fill_matrix(m);
    factorise(m);
    solve(m);
}

static void adapt(Mould *m)
{
    for (int i = 0; i < m->n_tubes; i++) {
        Tube *tube = &m->tubes[i];
        double fall = fabs(m->pressure[tube->from] - m->pressure[tube->to]);
        double grown = ez_shape_power(tube->conductance / tube->length * fall, EXPONENT);
        double d = tube->conductance + STEP * (grown / (1 + grown) - tube->conductance);
        tube->conductance = CLAMP(d, THIN, THICK);
    }
}

static void live(EzSketch *sketch, Mould *m)
{
    for (int round = 0; round < ROUNDS; round++) {
        int a = (int)ez_rng_between(&sketch->rng, 0, m->n_food - 1);
        int b = (int)ez_rng_between(&sketch->rng, 0, m->n_food - 2);
        send_current(m, m->food[a], m->food[b < a ? b : b + 1]);
        adapt(m);
    }
}

// ---- the net -----------------------------------------------------------------------------

static int root_of(const Mould *m, int i)
{
    while (m->parent[i] != i)
        i = m->parent[i] = m->parent[m->parent[i]];
    return i;
}

static bool food_together(const Mould *m)
{
    for (int i = 1; i < m->n_food; i++)
        if (root_of(m, m->food[i]) != root_of(m, m->food[0]))
            return false;
    return true;
}

static int thickest_outside(const Mould *m)
{
    int best = -1;
    for (int i = 0; i < m->n_tubes; i++)
        if (!m->tubes[i].net &&
            (best < 0 || m->tubes[i].conductance > m->tubes[best].conductance))
            best = i;
    return best;
}

// The thickest tubes down to OF_NET, and on until all food hangs together.
static void choose_net(Mould *m)
{
    for (int i = 0; i < m->n_nodes; i++)
        m->parent[i] = i;
    for (int i = thickest_outside(m);
         i >= 0 && (m->tubes[i].conductance >= OF_NET || !food_together(m));
         i = thickest_outside(m)) {
        Tube *tube = &m->tubes[i];
        tube->net = true;
        m->parent[root_of(m, tube->from)] = root_of(m, tube->to);
        m->degree[tube->from]++;
        m->degree[tube->to]++;
    }
}

static bool is_end(const Mould *m, int node)
{
    return m->degree[node] == 1 && !m->is_food[node];
}

// Tubes to nowhere leave the net.
static void prune(Mould *m)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < m->n_tubes; i++) {
            Tube *tube = &m->tubes[i];
            if (!tube->net || !(is_end(m, tube->from) || is_end(m, tube->to)))
                continue;
            tube->net = false;
            m->degree[tube->from]--;
            m->degree[tube->to]--;
            changed = true;
        }
    }
}

static Tube *tube_on(const Mould *m, int node)
{
    for (int i = 0; i < m->n_tubes; i++) {
        Tube *tube = &m->tubes[i];
        if (tube->net && !tube->drawn && (tube->from == node || tube->to == node))
            return tube;
    }
    return NULL;
}

static bool is_joint(const Mould *m, int node)
{
    return m->degree[node] > 2 || m->is_food[node];
}

// The tubes from a joint to the next, as one smooth line.
static void draw_chain(EzSketch *sketch, const Mould *m, int node, Tube *tube)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(EzVec));
    g_array_append_val(points, m->nodes[node]);
    double sum = 0;
    int count = 0;
    while (tube != NULL) {
        tube->drawn = true;
        sum += tube->conductance;
        count++;
        node = tube->from == node ? tube->to : tube->from;
        g_array_append_val(points, m->nodes[node]);
        tube = is_joint(m, node) ? NULL : tube_on(m, node);
    }
    for (int i = 0; i < 3; i++)
        ez_shape_chaikin(points, false);
    ez_sketch_line(sketch, points, (0.3 + 1.7 * sqrt(sum / count)) * sketch->scale);
}

static void draw_net(EzSketch *sketch, Mould *m)
{
    for (int node = 0; node < m->n_nodes; node++)
        if (is_joint(m, node))
            for (Tube *tube; (tube = tube_on(m, node)) != NULL;)
                draw_chain(sketch, m, node, tube);
}

// ---- what was left behind --------------------------------------------------------------------

static EzVec middle_of(const Mould *m, const Tube *tube)
{
    return ez_vec_mix(m->nodes[tube->from], m->nodes[tube->to], 0.5);
}

static double to_net(const Mould *m, EzVec at)
{
    double least = INFINITY;
    for (int i = 0; i < m->n_tubes; i++)
        if (m->tubes[i].net)
            least = MIN(least, ez_vec_square(ez_vec_sub(middle_of(m, &m->tubes[i]), at)));
    return sqrt(least);
}

// A bowed line, paler far from the net.
static void draw_abandoned(EzSketch *sketch, const Mould *m, const Tube *tube, double distance)
{
    EzVec a = m->nodes[tube->from], b = m->nodes[tube->to], along = ez_vec_sub(b, a);
    double bow = ez_sketch_chance(sketch, -0.16, 0.16);
    EzVec control = ez_vec_add(ez_vec_mix(a, b, 0.5), (EzVec){-along.y * bow, along.x * bow});
    ez_sketch_begin(sketch, ABANDONED * sketch->scale)->share = distance < 8 ? 0.62 : 0.42;
    for (int i = 0; i <= 6; i++) {
        double t = i / 6.0;
        ez_sketch_to(sketch,
                     ez_vec_mix(ez_vec_mix(a, control, t), ez_vec_mix(control, b, t), t));
    }
}

static void draw_rest(EzSketch *sketch, const Mould *m)
{
    for (int i = 0; i < m->n_tubes; i++) {
        if (m->tubes[i].net)
            continue;
        double distance = to_net(m, middle_of(m, &m->tubes[i])) / sketch->scale;
        if (ez_rng_unit(&sketch->rng) <= MAX(0.22, 0.95 - distance / 26))
            draw_abandoned(sketch, m, &m->tubes[i], distance);
    }
}

void ez_sketch_physarum(EzSketch *sketch)
{
    g_auto(Mould) mould;
    mould_init(sketch, &mould);
    live(sketch, &mould);
    choose_net(&mould);
    prune(&mould);
    draw_rest(sketch, &mould);
    draw_net(sketch, &mould);
    for (int i = 0; i < mould.n_food; i++)
        ez_sketch_disc(sketch, mould.nodes[mould.food[i]], FOOD_RADIUS * sketch->scale, 0);
}
