// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <math.h>

static const char *const TYPE_WORDS[] = {
    [LUA_TNIL] = "nothing",       [LUA_TBOOLEAN] = "yes/no", [LUA_TLIGHTUSERDATA] = "box",
    [LUA_TNUMBER] = "number",     [LUA_TSTRING] = "text",    [LUA_TTABLE] = "table of fields",
    [LUA_TFUNCTION] = "function", [LUA_TUSERDATA] = "box",   [LUA_TTHREAD] = "coroutine",
};

// [-0, +0] The name lives in the registry, as metatables of boxes do.
static const char *box_word(lua_State *L, int index)
{
    if (!lua_getmetatable(L, index))
        return "box";
    // Read as lua_next would: a field lookup could need memory for its name.
    const char *word = "box";
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING && lua_type(L, -1) == LUA_TSTRING &&
            g_str_equal(lua_tostring(L, -2), "__name"))
            word = lua_tostring(L, -1);
    lua_pop(L, 1);
    return word;
}

// [-0, +0]
static bool is_list(lua_State *L, int index)
{
    ez_lua_push_behind(L, index);
    bool list = lua_rawgeti(L, -1, 1) != LUA_TNIL;
    lua_pop(L, 2);
    return list;
}

const char *ez_lua_type_word(lua_State *L, int index)
{
    int type = lua_type(L, index);
    if (type == LUA_TNONE)
        return "nothing";
    if (!lua_checkstack(L, 6))
        return TYPE_WORDS[type];
    if (type == LUA_TUSERDATA)
        return box_word(L, index);
    return type == LUA_TTABLE && is_list(L, index) ? "list" : TYPE_WORDS[type];
}

// --- printing -------------------------------------------------------------------

static void push_word(lua_State *L, int index)
{
    if (lua_isboolean(L, index))
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
    else if (lua_isuserdata(L, index))
        lua_pushstring(L, ez_lua_type_word(L, index));
    else
        lua_pushstring(L, luaL_typename(L, index));
}

const char *ez_lua_push_printed(lua_State *L, int index, size_t *length)
{
    int type = lua_type(L, index);
    if (type == LUA_TNUMBER && isnan(lua_tonumber(L, index)))
        lua_pushliteral(L, "nan"); // its sign differs from processor to processor
    else if (type == LUA_TNUMBER || type == LUA_TSTRING)
        lua_pushvalue(L, index);
    else
        push_word(L, index);
    return lua_tolstring(L, -1, length);
}

int ez_base_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    ez_lua_push_printed(L, 1, NULL);
    return 1;
}

int ez_base_print(lua_State *L)
{
    int count = lua_gettop(L);
    EzBuilder line;
    ez_builder_open(&line, L, "print", 0);
    for (int i = 1; i <= count; i++) {
        size_t length;
        const char *text = ez_lua_push_printed(L, i, &length);
        ez_charge_steps(L, length);
        ez_builder_add(&line, "\t", i > 1);
        ez_builder_add(&line, text, length);
        lua_pop(L, 1);
    }
    ez_host_print(ez_host_of(L), line.bytes, line.length);
    return 0;
}

int ez_base_require(lua_State *L)
{
    ez_arg_text(L, 1, "require", NULL);
    lua_CFunction require = ez_host_require(ez_host_of(L));
    if (require == NULL)
        return luaL_error(L, "require \"%s\": there are no modules here", lua_tostring(L, 1));
    return require(L);
}

// --- what is not there ----------------------------------------------------------

G_NORETURN static void raise_missing(lua_State *L, const char *name)
{
    const EzOmission *omission = ez_lua_omission(name);
    const char *message = omission != NULL
                              ? lua_pushfstring(L, "%s is not available here", name)
                              : lua_pushfstring(L, "nothing here is called \"%s\"", name);
    ez_host_raise(L, omission != NULL ? EZ_FAULT_NOT_AVAILABLE : EZ_FAULT_UNKNOWN_NAME, name,
                  omission != NULL ? omission->instead : NULL, message);
}

int ez_missing_global(lua_State *L)
{
    raise_missing(L, ez_lua_push_printed(L, 2, NULL));
}

int ez_missing_in_library(lua_State *L)
{
    const char *library = lua_tostring(L, lua_upvalueindex(1));
    raise_missing(L, lua_pushfstring(L, "%s.%s", library, ez_lua_push_printed(L, 2, NULL)));
}

int ez_missing_in_text(lua_State *L)
{
    const char *field = ez_lua_push_printed(L, 2, NULL);
    const char *name = lua_pushfstring(L, "string.%s", field);
    if (ez_lua_omission(name) != NULL)
        raise_missing(L, name);
    return luaL_error(L, "a text has no field \"%s\"", field);
}

int ez_changing_global(lua_State *L)
{
    const char *name = ez_lua_push_printed(L, 2, NULL);
    const char *thing = lua_pushfstring(L, "the global name \"%s\"", name);
    const char *hint = lua_pushfstring(L, "write: local %s = …", name);
    const char *message = lua_pushfstring(L, "%s cannot be changed; %s", thing, hint);
    ez_host_raise(L, EZ_FAULT_READ_ONLY, thing, hint, message);
}
