// SPDX-License-Identifier: EUPL-1.2
// An undirected graph of nodes 0 … n-1, without loops and double edges, and what can be said of it. Whatever the order in which edges are
// given, results are the same to the last bit: neighbours stand in the order of their numbers, and sums are made in that order.
#pragma once

#include <glib.h>

#include <stdbool.h>
#include <stdint.h>

typedef struct EzGraph EzGraph;

typedef struct EzEdge {
    int a, b;
} EzEdge;

// So that shortest paths can be counted in a double: there may be 3^(n/3) of them between two nodes.
enum { EZ_GRAPH_MOST_NODES = 1500 };

// Ends of edges lie in 0 … nodes-1. A loop is left out, and so is an edge that was given before in either direction.
EzGraph *ez_graph_new(int nodes, const EzEdge *edges, int count);
void ez_graph_free(EzGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzGraph, ez_graph_free)

// On which share of the shortest paths between two others each node lies: 0 to 1 (Brandes 2001, J. Math. Sociol. 25(2):163-177).
void ez_graph_betweenness(const EzGraph *graph, double *shares);
// Which share of the pairs of neighbours is tied, for each node; -1 for fewer than two neighbours.
void ez_graph_clustering(const EzGraph *graph, double *shares);
// The connected part of each node, from 0 on in the order of their lowest nodes; how many there are. The node `without` is thought away,
// and has part -1; -1 = none.
int ez_graph_parts(const EzGraph *graph, int without, int *parts);
// Nodes, and edges by the number under which they were first given, without which a part falls apart (Hopcroft & Tarjan 1973, CACM
// 16(6):372-378). `points` has room for the nodes, `bridges` for the edges as they were given.
void ez_graph_cuts(const EzGraph *graph, bool *points, bool *bridges);

// How many edges are walked over by each of these, for who has to pay for them.
int64_t ez_graph_work_betweenness(const EzGraph *graph);
int64_t ez_graph_work_clustering(const EzGraph *graph);
int64_t ez_graph_work_walk(const EzGraph *graph); // parts and cuts
