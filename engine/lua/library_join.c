// SPDX-License-Identifier: EUPL-1.2
// words.join: the one function of words that takes a list of texts.
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <stdbool.h>

static const char WHO[] = "words.join";

// What stands where in the stack of join.
enum { LIST = 1, SEPARATOR = 2, LANGUAGES = 3 };

// [-0, +1] Pushes the text of an entry or of the separator in this language: a text is the same in all.
static const char *push_in_language(lua_State *L, int index, const char *language,
                                    size_t *length)
{
    lua_pushvalue(L, index);
    if (lua_istable(L, -1) && language != NULL) {
        lua_getfield(L, -1, language);
        lua_remove(L, -2);
    }
    if (lua_isnil(L, -1) && language != NULL)
        luaL_error(L, "%s: a text is missing in language \"%s\"", WHO, language);
    return ez_arg_utf8(L, lua_gettop(L), WHO, length);
}

static void add_in_language(EzBuilder *result, int index, const char *language)
{
    size_t length;
    const char *text = push_in_language(result->L, index, language, &length);
    ez_builder_add(result, text, length);
    lua_pop(result->L, 1);
}

// [-0, +1]
static void push_joined(lua_State *L, const char *language)
{
    lua_Integer count = luaL_len(L, LIST);
    EzBuilder result;
    ez_builder_open(&result, L, WHO, 0);
    for (lua_Integer i = 1; i <= count; i++) {
        if (i > 1)
            add_in_language(&result, SEPARATOR, language);
        lua_geti(L, LIST, i);
        add_in_language(&result, lua_gettop(L), language);
        lua_pop(L, 1);
    }
    ez_builder_push(&result);
    lua_remove(L, -2);
}

// Adds the languages of the value on top to the set at LANGUAGES. [-1, +0]; true when it has any.
static bool gather_languages(lua_State *L)
{
    bool is_table = lua_istable(L, -1);
    if (is_table) {
        ez_lua_push_sorted_keys(L, lua_gettop(L));
        for (lua_Integer i = 1; lua_rawgeti(L, -1, i) == LUA_TSTRING; i++) {
            lua_pushboolean(L, true);
            lua_rawset(L, LANGUAGES);
        }
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
    return is_table;
}

static bool gather_all_languages(lua_State *L)
{
    lua_Integer count = luaL_len(L, LIST);
    lua_pushvalue(L, SEPARATOR);
    bool any = gather_languages(L);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, LIST, i);
        any = gather_languages(L) || any;
    }
    return any;
}

int ez_words_join(lua_State *L)
{
    ez_arg_table(L, LIST, WHO);
    lua_settop(L, 2);
    if (lua_isnil(L, SEPARATOR)) {
        lua_pushliteral(L, "");
        lua_replace(L, SEPARATOR);
    }
    lua_newtable(L);
    if (!gather_all_languages(L)) {
        push_joined(L, NULL);
        return 1;
    }
    ez_lua_push_sorted_keys(L, LANGUAGES);
    for (lua_Integer i = 1; lua_rawgeti(L, LANGUAGES + 1, i) == LUA_TSTRING; i++) {
        push_joined(L, lua_tostring(L, -1));
        lua_rawset(L, LANGUAGES);
    }
    lua_settop(L, LANGUAGES);
    return 1;
}
