// SPDX-License-Identifier: EUPL-1.2
// Graphs: a number of nodes, and a flat list of the two ends of each edge. What becomes of them is computed in C, because it would take
// more instructions than a session has between two steps.
#include "engine/base/graph.h"
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>

// An edge that is walked over counts as four steps: reading, comparing, adding, writing.
enum { NODES = 1, ENDS, WITHOUT, STEPS_AN_EDGE = 4 };

static void free_graph(void *graph)
{
    ez_graph_free(graph);
}

static void charge(lua_State *L, int64_t edges)
{
    ez_charge_steps(L, (size_t)edges * STEPS_AN_EDGE);
}

static int read_nodes(lua_State *L, const char *who)
{
    lua_Integer nodes = ez_arg_whole(L, NODES, who);
    if (nodes < 0 || nodes > EZ_GRAPH_MOST_NODES)
        luaL_error(L, "%s: a graph has 0 to %d nodes, not %I", who, EZ_GRAPH_MOST_NODES, nodes);
    return (int)nodes;
}

// [-0, +0] The i-th of the list, counted from 0.
static int read_end(lua_State *L, const char *who, int nodes, lua_Integer i)
{
    int is_whole = 0;
    lua_rawgeti(L, ENDS, i + 1);
    lua_Integer node = lua_tointegerx(L, -1, &is_whole);
    if (!is_whole || lua_type(L, -1) != LUA_TNUMBER)
        luaL_error(L, "%s: ends[%I]: the number of a node expected, found %s", who, i + 1,
                   ez_lua_type_word(L, -1));
    if (node < 1 || node > nodes)
        luaL_error(L, "%s: ends[%I] is %I, and nodes go from 1 to %d", who, i + 1, node, nodes);
    lua_pop(L, 1);
    return (int)node - 1;
}

// [-0, +2] The graph of the first two arguments, in a box, on a list of its edges that lives in the state.
static EzGraph *push_graph(lua_State *L, const char *who, int *nodes, int *edges)
{
    lua_settop(L, WITHOUT);
    *nodes = read_nodes(L, who);
    ez_arg_table(L, ENDS, who);
    ez_lua_unview(L, ENDS);
    size_t length = lua_rawlen(L, ENDS);
    if (length % 2 != 0)
        luaL_error(L, "%s: each edge has two ends, and there are %I", who, (lua_Integer)length);
    if (length > G_MAXINT)
        luaL_error(L, "%s: too many edges", who);
    *edges = (int)(length / 2);
    ez_charge_steps(L, length * STEPS_AN_EDGE);
    EzEdge *list = lua_newuserdatauv(L, sizeof(EzEdge) * (size_t)MAX(*edges, 1), 0);
    for (int i = 0; i < *edges; i++) {
        list[i].a = read_end(L, who, *nodes, 2 * (lua_Integer)i);
        list[i].b = read_end(L, who, *nodes, 2 * (lua_Integer)i + 1);
    }
    void **box = ez_box_push(L, free_graph);
    return *box = ez_graph_new(*nodes, list, *edges);
}

// [-0, +1] A list that lives in the state.
static void *push_room(lua_State *L, size_t size, int count)
{
    return lua_newuserdatauv(L, size * (size_t)MAX(count, 1), 0);
}

// [-0, +1] Pushes numbers; one below 0 becomes false.
static void push_shares(lua_State *L, const double *shares, int count)
{
    lua_createtable(L, count, 0);
    for (int i = 0; i < count; i++) {
        if (shares[i] < 0)
            lua_pushboolean(L, 0);
        else
            lua_pushnumber(L, shares[i]);
        lua_rawseti(L, -2, i + 1);
    }
}

// [-0, +1] Pushes the numbers, from 1 on, of those that are true.
static void push_chosen(lua_State *L, const bool *chosen, int count)
{
    int next = 1;
    lua_newtable(L);
    for (int i = 0; i < count; i++)
        if (chosen[i]) {
            lua_pushinteger(L, i + 1);
            lua_rawseti(L, -2, next++);
        }
}

// [-0, +1] Pushes what `measure` gives for each node, at the cost that `work` tells.
static int push_measured(lua_State *L, const char *name, int64_t (*work)(const EzGraph *),
                         void (*measure)(const EzGraph *, double *))
{
    int nodes, edges;
    EzGraph *graph = push_graph(L, name, &nodes, &edges);
    charge(L, work(graph));
    double *shares = push_room(L, sizeof *shares, nodes);
    measure(graph, shares);
    push_shares(L, shares, nodes);
    return 1;
}

int ez_graph_lua_betweenness(lua_State *L)
{
    return push_measured(L, "graph.betweenness", ez_graph_work_betweenness,
                         ez_graph_betweenness);
}

int ez_graph_lua_clustering(lua_State *L)
{
    return push_measured(L, "graph.clustering", ez_graph_work_clustering, ez_graph_clustering);
}

int ez_graph_lua_cuts(lua_State *L)
{
    int nodes, edges;
    EzGraph *graph = push_graph(L, "graph.cuts", &nodes, &edges);
    charge(L, ez_graph_work_walk(graph));
    bool *points = push_room(L, sizeof *points, nodes);
    bool *bridges = push_room(L, sizeof *bridges, edges);
    ez_graph_cuts(graph, points, bridges);
    push_chosen(L, points, nodes);
    push_chosen(L, bridges, edges);
    return 2;
}

// [-0, +1] Pushes the lists of the nodes of each part.
static void push_parts(lua_State *L, const int *parts, int nodes, int count)
{
    lua_createtable(L, count, 0);
    for (int i = 1; i <= count; i++) {
        lua_newtable(L);
        lua_rawseti(L, -2, i);
    }
    for (int v = 0; v < nodes; v++) {
        if (parts[v] < 0)
            continue;
        lua_rawgeti(L, -1, parts[v] + 1);
        lua_pushinteger(L, v + 1);
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
        lua_pop(L, 1);
    }
}

int ez_graph_lua_parts(lua_State *L)
{
    int nodes, edges;
    EzGraph *graph = push_graph(L, "graph.parts", &nodes, &edges);
    lua_Integer without = ez_arg_whole_or(L, WITHOUT, "graph.parts", 0);
    if (without < 0 || without > nodes)
        return luaL_error(L, "graph.parts: there is no node %I", without);
    charge(L, ez_graph_work_walk(graph));
    int *parts = push_room(L, sizeof *parts, nodes);
    int count = ez_graph_parts(graph, (int)without - 1, parts);
    push_parts(L, parts, nodes, count);
    return 1;
}
