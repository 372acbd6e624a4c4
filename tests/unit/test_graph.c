// SPDX-License-Identifier: EUPL-1.2
// Figures of graphs, each computed a second way: shortest paths by matrices, cuts by leaving out.
#include "engine/base/graph.h"
#include "engine/base/rng.h"

#include <string.h>

enum { MOST = 24 };

typedef struct Case {
    int nodes, count;
    EzEdge edges[MOST * MOST];
    bool tied[MOST][MOST];
} Case;

static void add(Case *c, int a, int b)
{
    c->edges[c->count++] = (EzEdge){a, b};
    c->tied[a][b] = c->tied[b][a] = a != b;
}

// With loops and doubles.
static void make(Case *c, EzRng *rng)
{
    *c = (Case){.nodes = (int)ez_rng_between(rng, 0, MOST)};
    int edges = c->nodes > 0 ? (int)ez_rng_between(rng, 0, c->nodes * 2) : 0;
    for (int i = 0; i < edges; i++)
        add(c, (int)ez_rng_between(rng, 0, c->nodes - 1),
            (int)ez_rng_between(rng, 0, c->nodes - 1));
}

// Floyd and Warshall, and the number of shortest paths: those over the neighbours that lie nearer.
static void measure(const Case *c, int far[MOST][MOST], double paths[MOST][MOST])
{
    for (int a = 0; a < c->nodes; a++)
        for (int b = 0; b < c->nodes; b++)
            far[a][b] = a == b ? 0 : c->tied[a][b] ? 1 : MOST;
    for (int k = 0; k < c->nodes; k++)
        for (int a = 0; a < c->nodes; a++)
            for (int b = 0; b < c->nodes; b++)
                far[a][b] = MIN(far[a][b], far[a][k] + far[k][b]);
    for (int d = 0; d < MOST; d++)
        for (int a = 0; a < c->nodes; a++)
            for (int b = 0; b < c->nodes; b++) {
                if (far[a][b] != d)
                    continue;
                paths[a][b] = d == 0;
                for (int k = 0; d > 0 && k < c->nodes; k++)
                    paths[a][b] += c->tied[k][b] && far[a][k] == d - 1 ? paths[a][k] : 0;
            }
}

static double second_betweenness(const Case *c, int v)
{
    int far[MOST][MOST];
    double paths[MOST][MOST] = {{0}}, sum = 0;
    measure(c, far, paths);
    for (int a = 0; a < c->nodes; a++)
        for (int b = 0; b < c->nodes; b++)
            if (a != b && a != v && b != v && far[a][b] < MOST &&
                far[a][v] + far[v][b] == far[a][b])
                sum += paths[a][v] * paths[v][b] / paths[a][b];
    return c->nodes > 2 ? sum / ((c->nodes - 1) * (c->nodes - 2)) : 0;
}

// Pairs that reach each other, without a node or a tie.
static int count_pairs(const Case *whole, int gone, int a, int b)
{
    Case c = *whole;
    int far[MOST][MOST], pairs = 0;
    double paths[MOST][MOST];
    if (a >= 0)
        c.tied[a][b] = c.tied[b][a] = false;
    for (int v = 0; gone >= 0 && v < c.nodes; v++)
        c.tied[gone][v] = c.tied[v][gone] = false;
    measure(&c, far, paths);
    for (int v = 0; v < c.nodes; v++)
        for (int w = v + 1; w < c.nodes; w++)
            pairs += far[v][w] < MOST;
    return pairs;
}

static int reach(const Case *c, int v)
{
    int far[MOST][MOST], count = -1;
    double paths[MOST][MOST];
    measure(c, far, paths);
    for (int w = 0; w < c->nodes; w++)
        count += far[v][w] < MOST;
    return count;
}

static double second_clustering(const Case *c, int v)
{
    int open = 0, closed = 0;
    for (int a = 0; a < c->nodes; a++)
        for (int b = 0; b < c->nodes; b++)
            if (a != b && c->tied[v][a] && c->tied[v][b]) {
                open++;
                closed += c->tied[a][b];
            }
    return open > 0 ? (double)closed / open : -1;
}

// The number under which a tie was given first.
static int first_of(const Case *c, int i)
{
    for (int k = 0; k < i; k++)
        if ((c->edges[k].a == c->edges[i].a && c->edges[k].b == c->edges[i].b) ||
            (c->edges[k].a == c->edges[i].b && c->edges[k].b == c->edges[i].a))
            return k;
    return i;
}

static void compare_cuts(const Case *c, const EzGraph *graph)
{
    bool points[MOST], bridges[MOST * MOST];
    int all = count_pairs(c, -1, -1, -1);
    ez_graph_cuts(graph, points, bridges);
    for (int v = 0; v < c->nodes; v++)
        g_assert_cmpint(points[v], ==, count_pairs(c, v, -1, -1) < all - reach(c, v));
    for (int i = 0; i < c->count; i++) {
        EzEdge edge = c->edges[i];
        bool cut = edge.a != edge.b && count_pairs(c, -1, edge.a, edge.b) < all;
        g_assert_cmpint(bridges[i], ==, cut && first_of(c, i) == i);
    }
}

static void compare_parts(const Case *c, const EzGraph *graph, int without)
{
    int parts[MOST], pairs = 0, next = 0;
    int count = ez_graph_parts(graph, without, parts);
    for (int v = 0; v < c->nodes; v++) {
        g_assert_cmpint(parts[v] == -1, ==, v == without);
        next = MAX(next, parts[v]);
        for (int w = 0; w < v; w++)
            pairs += parts[v] == parts[w] && v != without && w != without;
    }
    int others = c->nodes - (without >= 0);
    g_assert_cmpint(count, ==, others > 0 ? next + 1 : 0);
    g_assert_cmpint(pairs, ==, count_pairs(c, without, -1, -1));
}

static void test_second(void)
{
    EzRng rng;
    ez_rng_seed(&rng, 1973);
    for (int round = 0; round < 300; round++) {
        Case c;
        double between[MOST], near[MOST];
        make(&c, &rng);
        g_autoptr(EzGraph) graph = ez_graph_new(c.nodes, c.edges, c.count);
        ez_graph_betweenness(graph, between);
        ez_graph_clustering(graph, near);
        for (int v = 0; v < c.nodes; v++) {
            g_assert_cmpfloat_with_epsilon(between[v], second_betweenness(&c, v), 1e-12);
            g_assert_true(near[v] == second_clustering(&c, v));
        }
        compare_cuts(&c, graph);
        compare_parts(&c, graph, -1);
        if (c.nodes > 0)
            compare_parts(&c, graph, (int)ez_rng_between(&rng, 0, c.nodes - 1));
    }
}

// A graph of 300 nodes and 3,000 edges, and the bits of its figures as they are everywhere.
static void test_bits(void)
{
    enum { NODES = 300, EDGES = 3000 };
    EzRng rng;
    EzEdge edges[EDGES];
    double figures[2 * NODES];
    ez_rng_seed(&rng, 2001);
    for (int i = 0; i < EDGES; i++)
        edges[i] = (EzEdge){(int)ez_rng_between(&rng, 0, NODES - 1),
                            (int)ez_rng_between(&rng, 0, NODES - 1)};
    g_autoptr(EzGraph) graph = ez_graph_new(NODES, edges, EDGES);
    ez_graph_betweenness(graph, figures);
    ez_graph_clustering(graph, figures + NODES);
    GString *bits = g_string_new(NULL);
    for (int i = 0; i < 2 * NODES; i++) {
        guint64 bytes;
        memcpy(&bytes, &figures[i], sizeof bytes);
        g_string_append_printf(bits, "%016" G_GINT64_MODIFIER "x", bytes);
    }
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, bits->str, -1);
    g_string_free(bits, TRUE);
    g_assert_cmpstr(sum, ==,
                    "51394d6501d90145d2dbe86b81d2b7a4229a84ccbc236fdc7c8b4f2bd2950297");
}

static void test_smallest(void)
{
    for (int nodes = 0; nodes < 3; nodes++) {
        static const EzEdge edges[] = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
        double shares[2] = {9, 9};
        bool points[2], bridges[4];
        int parts[2];
        int count = nodes == 2 ? 4 : nodes;
        g_autoptr(EzGraph) graph = ez_graph_new(nodes, edges, count);
        ez_graph_betweenness(graph, shares);
        g_assert_true(nodes < 1 || shares[0] == 0);
        ez_graph_clustering(graph, shares);
        g_assert_true(nodes < 1 || shares[0] == -1);
        ez_graph_cuts(graph, points, bridges);
        for (int i = 0; i < count; i++)
            g_assert_cmpint(bridges[i], ==, i == 1);
        for (int v = 0; v < nodes; v++)
            g_assert_false(points[v]);
        g_assert_cmpint(ez_graph_parts(graph, -1, parts), ==, MIN(nodes, 1));
        g_assert_cmpint(ez_graph_parts(graph, 0, parts), ==, MAX(nodes - 1, 0));
    }
    ez_graph_free(NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/graph/figures-agree-with-a-second-way", test_second);
    g_test_add_func("/graph/figures-have-the-same-bits-everywhere", test_bits);
    g_test_add_func("/graph/the-smallest-graphs", test_smallest);
    return g_test_run();
}
