// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>

void ez_arg_expected(lua_State *L, int arg, const char *who, const char *expected)
{
    luaL_error(L, "%s: %s expected, found %s", who, expected, ez_lua_type_word(L, arg));
    g_assert_not_reached();
}

const char *ez_arg_text(lua_State *L, int arg, const char *who, size_t *length)
{
    if (lua_type(L, arg) != LUA_TSTRING)
        ez_arg_expected(L, arg, who, "text");
    return lua_tolstring(L, arg, length);
}

const char *ez_arg_printable(lua_State *L, int arg, const char *who, size_t *length)
{
    if (lua_type(L, arg) == LUA_TNUMBER)
        return lua_tolstring(L, arg, length);
    return ez_arg_text(L, arg, who, length);
}

const char *ez_arg_utf8(lua_State *L, int arg, const char *who, size_t *length)
{
    const char *text = ez_arg_text(L, arg, who, length);
    ez_charge_steps(L, *length);
    if (!g_utf8_validate_len(text, *length, NULL))
        luaL_error(L, "%s: the text is not valid UTF-8", who);
    return text;
}

lua_Integer ez_arg_whole(lua_State *L, int arg, const char *who)
{
    int is_whole = 0;
    lua_Integer value = lua_tointegerx(L, arg, &is_whole);
    if (!is_whole || lua_type(L, arg) != LUA_TNUMBER)
        ez_arg_expected(L, arg, who, "whole number");
    return value;
}

lua_Integer ez_arg_whole_or(lua_State *L, int arg, const char *who, lua_Integer otherwise)
{
    return lua_isnoneornil(L, arg) ? otherwise : ez_arg_whole(L, arg, who);
}

void ez_arg_table(lua_State *L, int arg, const char *who)
{
    if (!lua_istable(L, arg))
        ez_arg_expected(L, arg, who, "list");
}

void ez_charge_steps(lua_State *L, size_t steps)
{
    ez_host_charge(L, (int64_t)(steps / 8 + 1));
}
