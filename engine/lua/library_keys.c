// SPDX-License-Identifier: EUPL-1.2
// Lua's own order of keys depends on the process; here they are sorted.
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// The order of the kinds is the order of the keys.
typedef enum KeyKind { KEY_NUMBER, KEY_TEXT, KEY_BOOLEAN } KeyKind;

typedef struct Key {
    KeyKind kind;
    bool is_integer;
    double number;       // as a float, for the order between the two kinds of number
    lua_Integer integer; // of a whole number; 0 or 1 of a boolean
    const char *text;    // lives as long as the key stands in its table
    size_t length;
} Key;

static Key read_text(lua_State *L, int index)
{
    Key key = {.kind = KEY_TEXT};
    key.text = lua_tolstring(L, index, &key.length);
    return key;
}

// Reads the key at `index` without changing it; raises when it is of a kind that has no order.
static Key read_key(lua_State *L, int index)
{
    Key key = {.kind = KEY_NUMBER};
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        key.is_integer = lua_isinteger(L, index);
        key.number = lua_tonumber(L, index);
        key.integer = key.is_integer ? lua_tointeger(L, index) : 0;
        return key;
    case LUA_TSTRING:
        return read_text(L, index);
    case LUA_TBOOLEAN:
        return (Key){.kind = KEY_BOOLEAN, .integer = lua_toboolean(L, index)};
    default:
        luaL_error(L, "a table that has a %s as a key cannot be walked: use texts or numbers",
                   ez_lua_type_word(L, index));
        return key;
    }
}

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

static int compare_texts(const Key *a, const Key *b)
{
    int order = memcmp(a->text, b->text, MIN(a->length, b->length));
    return order != 0 ? order : ORDER(a->length, b->length);
}

static int compare_numbers(const Key *a, const Key *b)
{
    if (a->number != b->number)
        return ORDER(a->number, b->number);
    // Equal as floats: whole numbers first, and among them exactly.
    if (a->is_integer != b->is_integer)
        return a->is_integer ? -1 : 1;
    return ORDER(a->integer, b->integer);
}

static int compare(const Key *a, const Key *b)
{
    if (a->kind != b->kind)
        return ORDER(a->kind, b->kind);
    if (a->kind == KEY_TEXT)
        return compare_texts(a, b);
    return a->kind == KEY_NUMBER ? compare_numbers(a, b) : ORDER(a->integer, b->integer);
}

static void sift_down(Key *keys, size_t from, size_t count)
{
    for (size_t child; (child = 2 * from + 1) < count; from = child) {
        if (child + 1 < count && compare(&keys[child], &keys[child + 1]) < 0)
            child++;
        if (compare(&keys[from], &keys[child]) >= 0)
            return;
        Key key = keys[from];
        keys[from] = keys[child];
        keys[child] = key;
    }
}

static bool is_sorted(const Key *keys, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (compare(&keys[i - 1], &keys[i]) > 0)
            return false;
    return true;
}

// In place, so that no memory goes uncounted. No two keys of a table are equal: any sort gives this order.
static void heap_sort(Key *keys, size_t count)
{
    if (is_sorted(keys, count))
        return;
    for (size_t i = count / 2; i-- > 0;)
        sift_down(keys, i, count);
    for (size_t last = count; last-- > 1;) {
        Key key = keys[0];
        keys[0] = keys[last];
        keys[last] = key;
        sift_down(keys, 0, last);
    }
}

static size_t count_keys(lua_State *L, int table)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1))
        count++;
    return count;
}

static void push_key(lua_State *L, const Key *key)
{
    if (key->kind == KEY_TEXT)
        lua_pushlstring(L, key->text, key->length);
    else if (key->kind == KEY_BOOLEAN)
        lua_pushboolean(L, (int)key->integer);
    else if (key->is_integer)
        lua_pushinteger(L, key->integer);
    else
        lua_pushnumber(L, key->number);
}

// [-0, +1] Pushes a userdata with the keys of a plain table.
static Key *push_keys(lua_State *L, int table, size_t count)
{
    Key *keys = lua_newuserdatauv(L, MAX(count, 1) * sizeof(Key), 0);
    size_t i = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1))
        keys[i++] = read_key(L, -2);
    return keys;
}

void ez_lua_push_sorted_keys(lua_State *L, int table)
{
    luaL_checkstack(L, 8, NULL);
    ez_lua_push_behind(L, table);
    int behind = lua_gettop(L);
    size_t count = count_keys(L, behind);
    ez_charge_steps(L, count * (size_t)g_bit_storage(count) + count);
    Key *keys = push_keys(L, behind, count);
    heap_sort(keys, count);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_replace(L, behind);
    lua_settop(L, behind);
}

// --- pairs and next -------------------------------------------------------------

// Upvalues: the sorted keys, and how many of them are done. Keys whose value has gone are left out.
static int next_pair(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(2));
    do {
        lua_settop(L, 1);
        ez_host_charge(L, 1);
        if (lua_rawgeti(L, lua_upvalueindex(1), ++i) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
    } while (lua_gettable(L, 1) == LUA_TNIL);
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

int ez_base_pairs(lua_State *L)
{
    if (!lua_istable(L, 1))
        ez_arg_expected(L, 1, "pairs", "table");
    ez_lua_push_sorted_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 2);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

// The least key of a plain table that comes after `after`; NULL means before all. False: there is none.
static bool least_after(lua_State *L, int table, const Key *after, Key *least)
{
    bool found = false;
    size_t steps = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1)) {
        Key key = read_key(L, -2);
        steps++;
        if (after != NULL && compare(&key, after) <= 0)
            continue;
        if (!found || compare(&key, least) < 0)
            *least = key;
        found = true;
    }
    ez_charge_steps(L, steps * 4);
    return found;
}

int ez_base_next(lua_State *L)
{
    if (!lua_istable(L, 1))
        ez_arg_expected(L, 1, "next", "table");
    lua_settop(L, 2);
    ez_lua_push_behind(L, 1);
    bool has_after = !lua_isnil(L, 2);
    Key least, after = has_after ? read_key(L, 2) : (Key){0};
    if (!least_after(L, 3, has_after ? &after : NULL, &least)) {
        lua_pushnil(L);
        return 1;
    }
    push_key(L, &least);
    lua_pushvalue(L, -1);
    lua_gettable(L, 1);
    return 2;
}
