// SPDX-License-Identifier: EUPL-1.2
// Lists. Everything reads and writes as scripts do, so that views hold, and charges for its loops.
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <stdbool.h>

enum { MOVE_MAX = 1000000, UNPACK_MAX = 100000 };

static lua_Integer list_length(lua_State *L, const char *who)
{
    ez_arg_table(L, 1, who);
    return luaL_len(L, 1);
}

// list[to] = list[from]
static void copy_entry(lua_State *L, lua_Integer from, lua_Integer to)
{
    lua_geti(L, 1, from);
    lua_seti(L, 1, to);
}

int ez_table_insert(lua_State *L)
{
    lua_Integer end = list_length(L, "table.insert") + 1, place = end;
    int count = lua_gettop(L);
    if (count != 2 && count != 3)
        return luaL_error(L, "table.insert: give a list, perhaps a place, and a value");
    if (count == 3)
        place = ez_arg_whole(L, 2, "table.insert");
    if (place < 1 || place > end)
        return luaL_error(L, "table.insert: place %I lies outside the list (1 to %I)", place,
                          end);
    ez_charge_steps(L, (size_t)(end - place));
    for (lua_Integer i = end; i > place; i--)
        copy_entry(L, i - 1, i);
    lua_seti(L, 1, place);
    return 0;
}

int ez_table_remove(lua_State *L)
{
    lua_Integer length = list_length(L, "table.remove");
    lua_Integer place = ez_arg_whole_or(L, 2, "table.remove", length);
    bool is_end = place == length || place == length + 1;
    if (!is_end && (place < 1 || place > length))
        return luaL_error(L, "table.remove: place %I lies outside the list (1 to %I)", place,
                          length);
    lua_geti(L, 1, place);
    ez_charge_steps(L, place < length ? (size_t)(length - place) : 0);
    for (; place < length; place++)
        copy_entry(L, place + 1, place);
    lua_pushnil(L);
    lua_seti(L, 1, place);
    return 1;
}

int ez_table_concat(lua_State *L)
{
    static const char who[] = "table.concat";
    lua_Integer length = list_length(L, who);
    size_t gap = 0;
    const char *between = lua_isnoneornil(L, 2) ? "" : ez_arg_printable(L, 2, who, &gap);
    lua_Integer first = ez_arg_whole_or(L, 3, who, 1);
    lua_Integer last = ez_arg_whole_or(L, 4, who, length);
    EzBuilder result;
    ez_builder_open(&result, L, who, 0);
    for (lua_Integer i = first; i <= last; i++) {
        lua_geti(L, 1, i);
        if (!lua_isstring(L, -1))
            return luaL_error(L, "table.concat: entry %I is a %s, not text", i,
                              ez_lua_type_word(L, -1));
        size_t size;
        const char *text = lua_tolstring(L, -1, &size);
        ez_charge_steps(L, size + gap + 8);
        ez_builder_add(&result, text, size);
        lua_pop(L, 1);
        if (i == last)
            break;
        ez_builder_add(&result, between, gap);
    }
    ez_builder_push(&result);
    return 1;
}

// How many entries first..last has, at most `limit`.
static lua_Integer range_size(lua_State *L, const char *who, lua_Integer first,
                              lua_Integer last, lua_Integer limit)
{
    if (first > last)
        return 0;
    lua_Unsigned size = (lua_Unsigned)last - (lua_Unsigned)first;
    if (size >= (lua_Unsigned)limit)
        luaL_error(L, "%s: too many entries at once (%I is the most)", who, limit);
    return (lua_Integer)size + 1;
}

int ez_table_unpack(lua_State *L)
{
    static const char who[] = "table.unpack";
    lua_Integer length = list_length(L, who);
    lua_Integer first = ez_arg_whole_or(L, 2, who, 1);
    lua_Integer last = ez_arg_whole_or(L, 3, who, length);
    lua_Integer count = range_size(L, who, first, last, UNPACK_MAX);
    ez_charge_steps(L, (size_t)count);
    luaL_checkstack(L, (int)count, "table.unpack");
    for (lua_Integer i = 0; i < count; i++)
        lua_geti(L, 1, first + i);
    return (int)count;
}

int ez_table_move(lua_State *L)
{
    static const char who[] = "table.move";
    ez_arg_table(L, 1, who);
    lua_Integer first = ez_arg_whole(L, 2, who), last = ez_arg_whole(L, 3, who);
    lua_Integer to = ez_arg_whole(L, 4, who);
    int target = lua_isnoneornil(L, 5) ? 1 : 5;
    ez_arg_table(L, target, who);
    lua_Integer count = range_size(L, who, first, last, MOVE_MAX);
    if (count > 0 && to > LUA_MAXINTEGER - count + 1)
        return luaL_error(L, "table.move: the target lies beyond the last place");
    ez_charge_steps(L, (size_t)count * 2);
    bool forward = to > last || to <= first || !lua_rawequal(L, 1, target);
    for (lua_Integer n = 0; n < count; n++) {
        lua_Integer i = forward ? n : count - 1 - n;
        lua_geti(L, 1, first + i);
        lua_seti(L, target, to + i);
    }
    lua_pushvalue(L, target);
    return 1;
}

// --- sort: a stable merge, from the bottom up --------------------------------------

typedef struct Merge {
    lua_State *L;
    int from, to;        // stack indices of the two plain lists
    lua_Integer count;   // entries of each
    bool has_comparison; // a function at index 2 says whether a comes before b
} Merge;

static bool natural_before(lua_State *L)
{
    int a = lua_type(L, -2), b = lua_type(L, -1);
    if (a != b || (a != LUA_TNUMBER && a != LUA_TSTRING))
        luaL_error(L,
                   "table.sort: cannot tell whether a %s comes before a %s; "
                   "give a function that can",
                   ez_lua_type_word(L, -2), ez_lua_type_word(L, -1));
    return lua_compare(L, -2, -1, LUA_OPLT);
}

// Whether the later entry must move before the earlier one. [-0, +0]
static bool is_before(const Merge *merge, lua_Integer later, lua_Integer earlier)
{
    lua_State *L = merge->L;
    if (merge->has_comparison)
        lua_pushvalue(L, 2);
    lua_rawgeti(L, merge->from, later);
    lua_rawgeti(L, merge->from, earlier);
    if (!merge->has_comparison) {
        bool before = natural_before(L);
        lua_pop(L, 2);
        return before;
    }
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

// Merges [low, middle) and [middle, high).
static void merge_runs(const Merge *merge, lua_Integer low, lua_Integer middle,
                       lua_Integer high)
{
    lua_Integer a = low, b = middle;
    ez_charge_steps(merge->L, (size_t)(high - low) * 16);
    for (lua_Integer k = low; k < high; k++) {
        bool take_b = a >= middle || (b < high && is_before(merge, b, a));
        lua_rawgeti(merge->L, merge->from, take_b ? b++ : a++);
        lua_rawseti(merge->L, merge->to, k);
    }
}

static void sort_all(Merge *merge)
{
    lua_Integer end = merge->count + 1;
    for (lua_Integer width = 1; width < merge->count; width *= 2) {
        for (lua_Integer low = 1; low < end; low += 2 * width)
            merge_runs(merge, low, MIN(low + width, end), MIN(low + 2 * width, end));
        int swap = merge->from;
        merge->from = merge->to;
        merge->to = swap;
    }
}

int ez_table_sort(lua_State *L)
{
    lua_Integer count = list_length(L, "table.sort");
    bool has_comparison = !lua_isnoneornil(L, 2);
    if (has_comparison && !lua_isfunction(L, 2))
        ez_arg_expected(L, 2, "table.sort", "function");
    range_size(L, "table.sort", 1, count, MOVE_MAX);
    lua_settop(L, 2);
    ez_charge_steps(L, (size_t)count * 2);
    lua_createtable(L, (int)count, 0);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, 1, i);
        lua_rawseti(L, 3, i);
    }
    Merge merge = {L, 3, 4, count, has_comparison};
    sort_all(&merge);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, merge.from, i);
        lua_seti(L, 1, i);
    }
    return 0;
}
