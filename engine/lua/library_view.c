// SPDX-License-Identifier: EUPL-1.2
// A view is an empty table whose metatable, which no script can reach, leads to the table behind it.
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>

// In a view's metatable its address is the key of the table behind.
static const char BEHIND_KEY;

void ez_lua_push_behind(lua_State *L, int table)
{
    lua_pushvalue(L, table);
    while (lua_istable(L, -1) && lua_getmetatable(L, -1)) {
        bool is_view = lua_rawgetp(L, -1, &BEHIND_KEY) == LUA_TTABLE;
        if (!is_view) {
            lua_pop(L, 2);
            return;
        }
        lua_replace(L, -3);
        lua_pop(L, 1);
    }
}

// [-0, +1] Upvalue 1: the table behind.
static int view_length(lua_State *L)
{
    lua_pushinteger(L, luaL_len(L, lua_upvalueindex(1)));
    return 1;
}

// Upvalue 1: what the author calls it.
static int changing_view(lua_State *L)
{
    const char *what = lua_tostring(L, lua_upvalueindex(1));
    const char *message = lua_pushfstring(L, "%s cannot be changed", what);
    ez_host_raise(L, EZ_FAULT_READ_ONLY, what, "make a table of your own", message);
}

// [-1, +1] The table on top becomes a view; its __newindex lies in slot 'change' of the stack.
static void make_view(lua_State *L, int change)
{
    int behind = lua_gettop(L);
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, behind);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, change);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, behind);
    lua_pushcclosure(L, view_length, 1);
    lua_setfield(L, -2, "__len");
    lua_pushvalue(L, behind);
    lua_rawsetp(L, -2, &BEHIND_KEY);
    lua_setmetatable(L, -2);
    lua_replace(L, behind);
}

void ez_lua_make_view(lua_State *L, const char *what)
{
    luaL_checkstack(L, 8, NULL);
    lua_pushstring(L, what);
    lua_pushcclosure(L, changing_view, 1);
    lua_insert(L, -2);
    make_view(L, lua_gettop(L) - 1);
    lua_remove(L, -2);
}

void ez_lua_make_view_with(lua_State *L, lua_CFunction on_change)
{
    lua_pushcfunction(L, on_change);
    lua_insert(L, -2);
    make_view(L, lua_gettop(L) - 1);
    lua_remove(L, -2);
}

void ez_lua_unview(lua_State *L, int index)
{
    if (!lua_istable(L, index))
        return;
    index = lua_absindex(L, index);
    ez_lua_push_behind(L, index);
    lua_replace(L, index);
}
