// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/graph.h"

#include <stdlib.h>
#include <string.h>

// Neighbours of v: ends[first[v]] … ends[first[v + 1] - 1], from low to high.
typedef struct End {
    int node;
    int edge; // as it was given
} End;

struct EzGraph {
    int nodes, given; // edges as they were given
    int *first;
    End *ends;
};

// ---- making ----------------------------------------------------------------------

static int by_node_and_edge(const void *a, const void *b)
{
    const End *one = a, *two = b;
    return one->node != two->node ? one->node - two->node : one->edge - two->edge;
}

// first[v + 1] counts the ends at v, then says where those of v + 1 begin.
static void count_ends(EzGraph *graph, const EzEdge *edges)
{
    for (int i = 0; i < graph->given; i++) {
        bool loop = edges[i].a == edges[i].b;
        graph->first[edges[i].a + 1] += !loop;
        graph->first[edges[i].b + 1] += !loop;
    }
    for (int v = 0; v < graph->nodes; v++)
        graph->first[v + 1] += graph->first[v];
}

static void place_ends(EzGraph *graph, const EzEdge *edges)
{
    g_autofree int *next = g_memdup2(graph->first, sizeof(int) * (size_t)(graph->nodes + 1));
    for (int i = 0; i < graph->given; i++) {
        if (edges[i].a == edges[i].b)
            continue;
        graph->ends[next[edges[i].a]++] = (End){edges[i].b, i};
        graph->ends[next[edges[i].b]++] = (End){edges[i].a, i};
    }
}

// Sorts each node's ends and leaves out doubles: of equal ones the first that was given stays.
static void settle_ends(EzGraph *graph)
{
    int kept = 0;
    for (int v = 0; v < graph->nodes; v++) {
        int from = graph->first[v], to = graph->first[v + 1], begin = kept;
        qsort(graph->ends + from, (size_t)(to - from), sizeof(End), by_node_and_edge);
        for (int i = from; i < to; i++)
            if (kept == begin || graph->ends[kept - 1].node != graph->ends[i].node)
                graph->ends[kept++] = graph->ends[i];
        graph->first[v] = begin;
    }
    graph->first[graph->nodes] = kept;
}

EzGraph *ez_graph_new(int nodes, const EzEdge *edges, int count)
{
    g_return_val_if_fail(nodes >= 0 && nodes <= EZ_GRAPH_MOST_NODES, NULL);
    EzGraph *graph = g_new0(EzGraph, 1);
    graph->nodes = nodes;
    graph->given = count;
    graph->first = g_new0(int, nodes + 1);
    count_ends(graph, edges);
    graph->ends = g_new(End, MAX(graph->first[nodes], 1));
    place_ends(graph, edges);
    settle_ends(graph);
    return graph;
}

void ez_graph_free(EzGraph *graph)
{
    if (graph == NULL)
        return;
    g_free(graph->first);
    g_free(graph->ends);
    g_free(graph);
}

static int degree(const EzGraph *graph, int v)
{
    return graph->first[v + 1] - graph->first[v];
}

// ---- betweenness -----------------------------------------------------------------

// Shortest paths from one node.
typedef struct Paths {
    int *order, count; // nodes in the order of their distance
    int *far;          // -1 = not reached
    double *paths;     // how many there are
    double *share;     // of the paths to others that a node carries
} Paths;

static void find_paths(const EzGraph *graph, int from, Paths *p)
{
    memset(p->paths, 0, sizeof(double) * (size_t)graph->nodes);
    memset(p->share, 0, sizeof(double) * (size_t)graph->nodes);
    for (int v = 0; v < graph->nodes; v++)
        p->far[v] = -1;
    p->far[from] = 0;
    p->paths[from] = 1;
    p->order[0] = from;
    p->count = 1;
    for (int i = 0; i < p->count; i++) {
        int v = p->order[i];
        for (int e = graph->first[v]; e < graph->first[v + 1]; e++) {
            int w = graph->ends[e].node;
            if (p->far[w] < 0) {
                p->far[w] = p->far[v] + 1;
                p->order[p->count++] = w;
            }
            if (p->far[w] == p->far[v] + 1)
                p->paths[w] += p->paths[v];
        }
    }
}

// From the farthest back: each node hands what it carries to those before it.
static void add_shares(const EzGraph *graph, Paths *p, double *between)
{
    for (int i = p->count - 1; i > 0; i--) {
        int w = p->order[i];
        double each = (1 + p->share[w]) / p->paths[w];
        for (int e = graph->first[w]; e < graph->first[w + 1]; e++) {
            int v = graph->ends[e].node;
            if (p->far[v] == p->far[w] - 1)
                p->share[v] += p->paths[v] * each;
        }
        between[w] += p->share[w];
    }
}

void ez_graph_betweenness(const EzGraph *graph, double *shares)
{
    size_t n = (size_t)graph->nodes;
    g_autofree int *order = g_new(int, n + 1), *far = g_new(int, n + 1);
    g_autofree double *paths = g_new(double, n + 1), *share = g_new(double, n + 1);
    Paths p = {order, 0, far, paths, share};
    for (size_t v = 0; v < n; v++)
        shares[v] = 0;
    for (int from = 0; from < graph->nodes; from++) {
        find_paths(graph, from, &p);
        add_shares(graph, &p, shares);
    }
    // Each pair was met from both its ends.
    double both_ways = ((double)n - 1) * ((double)n - 2);
    for (size_t v = 0; v < n; v++)
        shares[v] = n > 2 ? shares[v] / both_ways : 0;
}

// ---- clustering ------------------------------------------------------------------

void ez_graph_clustering(const EzGraph *graph, double *shares)
{
    // The last node whose neighbour it is found to be.
    g_autofree int *near = g_new(int, graph->nodes + 1);
    for (int v = 0; v < graph->nodes; v++)
        near[v] = -1;
    for (int v = 0; v < graph->nodes; v++) {
        int64_t closed = 0, k = degree(graph, v); // each triangle is met twice
        for (int e = graph->first[v]; e < graph->first[v + 1]; e++)
            near[graph->ends[e].node] = v;
        for (int e = graph->first[v]; e < graph->first[v + 1]; e++) {
            int w = graph->ends[e].node;
            for (int f = graph->first[w]; f < graph->first[w + 1]; f++)
                closed += near[graph->ends[f].node] == v;
        }
        shares[v] = k > 1 ? (double)closed / (double)(k * (k - 1)) : -1;
    }
}

// ---- parts -----------------------------------------------------------------------

static void flood(const EzGraph *graph, int from, int part, int *parts, int *queue)
{
    int count = 1;
    queue[0] = from;
    parts[from] = part;
    for (int i = 0; i < count; i++)
        for (int e = graph->first[queue[i]]; e < graph->first[queue[i] + 1]; e++) {
            int w = graph->ends[e].node;
            if (parts[w] == -2) {
                parts[w] = part;
                queue[count++] = w;
            }
        }
}

int ez_graph_parts(const EzGraph *graph, int without, int *parts)
{
    g_autofree int *queue = g_new(int, graph->nodes + 1);
    int count = 0;
    for (int v = 0; v < graph->nodes; v++)
        parts[v] = v == without ? -1 : -2;
    for (int v = 0; v < graph->nodes; v++)
        if (parts[v] == -2)
            flood(graph, v, count++, parts, queue);
    return count;
}

// ---- cuts ------------------------------------------------------------------------

// A walk in depth, without recursion: a chain may be long.
typedef struct Walk {
    const EzGraph *graph;
    int *found, *low; // when a node was met, from 1 on; the earliest that its branch reaches
    int *next;        // the end to look at next
    int *by;          // the end by which it was met; -1 = a root
    int *stack, height, count;
    bool *points, *bridges;
} Walk;

static void enter(Walk *walk, int v, int by)
{
    walk->found[v] = walk->low[v] = ++walk->count;
    walk->next[v] = walk->graph->first[v];
    walk->by[v] = by;
    walk->stack[walk->height++] = v;
}

// The walk goes back from v to the node above it. What it says of a root is put right when the walk ends.
static void leave(Walk *walk, int v)
{
    walk->height--;
    if (walk->height == 0)
        return;
    int above = walk->stack[walk->height - 1];
    walk->low[above] = MIN(walk->low[above], walk->low[v]);
    if (walk->low[v] >= walk->found[above])
        walk->points[above] = true;
    if (walk->low[v] > walk->found[above])
        walk->bridges[walk->graph->ends[walk->by[v]].edge] = true;
}

static void walk_from(Walk *walk, int root)
{
    const EzGraph *graph = walk->graph;
    int branches = 0;
    enter(walk, root, -1);
    while (walk->height > 0) {
        int v = walk->stack[walk->height - 1];
        if (walk->next[v] == graph->first[v + 1]) {
            leave(walk, v);
            continue;
        }
        int end = walk->next[v]++, w = graph->ends[end].node;
        bool back = walk->by[v] >= 0 && graph->ends[walk->by[v]].edge == graph->ends[end].edge;
        if (walk->found[w] == 0) {
            branches += v == root;
            enter(walk, w, end);
        } else if (!back) {
            walk->low[v] = MIN(walk->low[v], walk->found[w]);
        }
    }
    walk->points[root] = branches > 1;
}

void ez_graph_cuts(const EzGraph *graph, bool *points, bool *bridges)
{
    size_t n = (size_t)graph->nodes + 1;
    g_autofree int *rows = g_new0(int, n * 5);
    Walk walk = {.graph = graph,
                 .found = rows,
                 .low = rows + n,
                 .next = rows + 2 * n,
                 .by = rows + 3 * n,
                 .stack = rows + 4 * n,
                 .points = points,
                 .bridges = bridges};
    memset(points, 0, sizeof(bool) * (size_t)graph->nodes);
    memset(bridges, 0, sizeof(bool) * (size_t)graph->given);
    for (int v = 0; v < graph->nodes; v++)
        if (walk.found[v] == 0)
            walk_from(&walk, v);
}

// ---- work ------------------------------------------------------------------------

int64_t ez_graph_work_walk(const EzGraph *graph)
{
    return graph->nodes + (int64_t)graph->first[graph->nodes];
}

int64_t ez_graph_work_betweenness(const EzGraph *graph)
{
    return 2 * graph->nodes * ez_graph_work_walk(graph);
}

int64_t ez_graph_work_clustering(const EzGraph *graph)
{
    int64_t work = graph->nodes;
    for (int v = 0; v < graph->nodes; v++)
        work += (int64_t)degree(graph, v) * degree(graph, v);
    return work;
}
