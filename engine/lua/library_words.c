// SPDX-License-Identifier: EUPL-1.2
// words.*: what authors do with texts. Plain, not patterns; characters, not bytes; and independent of
// the machine's language, which g_utf8_strup is not. Each function takes a text, or a table of languages
// and then works on each language by itself.
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <glib.h>
#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

// A text may lie in a language, and in a plural form inside that.
enum { TABLE_DEPTH = 2 };

typedef struct Words {
    const char *who;
    // [-0, +1] Pushes what comes of the text at `index`; its further arguments are at 2, 3, …
    void (*one)(lua_State *L, const struct Words *words, int index);
} Words;

// [-0, +1]
static void push_each(lua_State *L, const Words *words, int index, int depth)
{
    if (!lua_istable(L, index) || depth == 0) {
        if (lua_type(L, index) != LUA_TSTRING)
            ez_arg_expected(L, index, words->who, "text");
        words->one(L, words, index);
        return;
    }
    luaL_checkstack(L, 10, NULL);
    lua_newtable(L);
    int result = lua_gettop(L);
    ez_lua_push_sorted_keys(L, index);
    for (lua_Integer i = 1; lua_rawgeti(L, result + 1, i) != LUA_TNIL; i++) {
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "%s: text expected, found list", words->who);
        lua_pushvalue(L, -1);
        lua_gettable(L, index);
        push_each(L, words, lua_gettop(L), depth - 1);
        lua_remove(L, -2);
        lua_rawset(L, result);
    }
    lua_settop(L, result);
}

static int apply(lua_State *L, const Words *words)
{
    lua_settop(L, 3);
    push_each(L, words, 1, TABLE_DEPTH);
    return 1;
}

// --- capitals -------------------------------------------------------------------

// Capitals that are more than one character (Unicode's SpecialCasing, without conditions).
typedef struct LongCapital {
    gunichar character;
    const char *capital;
} LongCapital;

static const LongCapital LONG_CAPITALS[] = {
    {0x00DF, "SS"},  {0x0149, "ʼN"}, {0x01F0, "J̌"},  {0x0587, "ԵՒ"},
    {0xFB00, "FF"},  {0xFB01, "FI"}, {0xFB02, "FL"}, {0xFB03, "FFI"},
    {0xFB04, "FFL"}, {0xFB05, "ST"}, {0xFB06, "ST"},
};

static void add_capital(EzBuilder *result, gunichar character)
{
    for (size_t i = 0; i < G_N_ELEMENTS(LONG_CAPITALS); i++) {
        if (LONG_CAPITALS[i].character != character)
            continue;
        ez_builder_add(result, LONG_CAPITALS[i].capital, strlen(LONG_CAPITALS[i].capital));
        return;
    }
    ez_builder_add_character(result, g_unichar_toupper(character));
}

static void upper_one(lua_State *L, const Words *words, int index)
{
    size_t length;
    const char *at = ez_arg_utf8(L, index, words->who, &length), *end = at + length;
    EzBuilder result;
    ez_builder_open(&result, L, words->who, length);
    for (; at < end; at = g_utf8_next_char(at))
        add_capital(&result, g_utf8_get_char(at));
    ez_builder_push(&result);
    lua_remove(L, -2);
}

// A sigma at the end of a word has its own form.
static gunichar lower_of(const char *text, const char *at, const char *end)
{
    gunichar character = g_utf8_get_char(at);
    if (character != 0x03A3)
        return g_unichar_tolower(character);
    const char *next = g_utf8_next_char(at);
    bool after_letter = at > text && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(at)));
    bool before_letter = next < end && g_unichar_isalpha(g_utf8_get_char(next));
    return after_letter && !before_letter ? 0x03C2 : 0x03C3;
}

static void lower_one(lua_State *L, const Words *words, int index)
{
    size_t length;
    const char *text = ez_arg_utf8(L, index, words->who, &length), *end = text + length;
    EzBuilder result;
    ez_builder_open(&result, L, words->who, length);
    for (const char *at = text; at < end; at = g_utf8_next_char(at))
        ez_builder_add_character(&result, lower_of(text, at, end));
    ez_builder_push(&result);
    lua_remove(L, -2);
}

int ez_words_upper(lua_State *L)
{
    return apply(L, &(Words){"words.upper", upper_one});
}

int ez_words_lower(lua_State *L)
{
    return apply(L, &(Words){"words.lower", lower_one});
}

// --- parts ----------------------------------------------------------------------

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && g_unichar_isspace(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return at;
}

static void trim_one(lua_State *L, const Words *words, int index)
{
    size_t length;
    const char *text = ez_arg_utf8(L, index, words->who, &length), *end = text + length;
    const char *start = skip_space(text, end);
    while (end > start && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    lua_pushlstring(L, start, (size_t)(end - start));
}

int ez_words_trim(lua_State *L)
{
    return apply(L, &(Words){"words.trim", trim_one});
}

// A character here is what a reader calls one: a letter with the marks upon it.
static void first_one(lua_State *L, const Words *words, int index)
{
    size_t length;
    const char *text = ez_arg_utf8(L, index, words->who, &length), *end = text + length;
    lua_Integer left = ez_arg_whole_or(L, 2, words->who, 1);
    const char *at = text;
    for (; at < end; at = g_utf8_next_char(at)) {
        bool is_mark = at > text && g_unichar_ismark(g_utf8_get_char(at));
        if (!is_mark && left-- <= 0)
            break;
    }
    lua_pushlstring(L, text, (size_t)(at - text));
}

int ez_words_first(lua_State *L)
{
    return apply(L, &(Words){"words.first", first_one});
}

static void contains_one(lua_State *L, const Words *words, int index)
{
    size_t length, size;
    const char *text = ez_arg_utf8(L, index, words->who, &length);
    const char *part = ez_arg_utf8(L, 2, words->who, &size);
    lua_pushboolean(L, ez_find_bytes(text, text + length, part, size) != NULL);
}

// [-1, +1] A table of answers becomes one: whether all of them are yes.
static void reduce_to_all(lua_State *L)
{
    if (!lua_istable(L, -1))
        return;
    bool all = true;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        reduce_to_all(L);
        all = all && lua_toboolean(L, -1);
    }
    lua_pop(L, 1);
    lua_pushboolean(L, all);
}

int ez_words_contains(lua_State *L)
{
    ez_arg_text(L, 2, "words.contains", NULL);
    apply(L, &(Words){"words.contains", contains_one});
    luaL_checkstack(L, 3 * (TABLE_DEPTH + 1), NULL);
    reduce_to_all(L);
    return 1;
}

// --- replacing and splitting ----------------------------------------------------

// The next occurrence, or the end.
static const char *next_part(const char *at, const char *end, const char *part, size_t size)
{
    const char *found = ez_find_bytes(at, end, part, size);
    return found != NULL ? found : end;
}

static const char *separator_argument(lua_State *L, const char *who, size_t *size)
{
    const char *part = ez_arg_utf8(L, 2, who, size);
    if (*size == 0)
        luaL_error(L, "%s: the text to look for is empty", who);
    return part;
}

static void replace_one(lua_State *L, const Words *words, int index)
{
    size_t length, old_size, new_size;
    const char *at = ez_arg_utf8(L, index, words->who, &length), *end = at + length;
    const char *old = separator_argument(L, words->who, &old_size);
    const char *new = ez_arg_utf8(L, 3, words->who, &new_size);
    EzBuilder result;
    ez_builder_open(&result, L, words->who, length);
    for (;;) {
        const char *found = next_part(at, end, old, old_size);
        ez_builder_add(&result, at, (size_t)(found - at));
        if (found == end)
            break;
        ez_builder_add(&result, new, new_size);
        at = found + old_size;
    }
    ez_builder_push(&result);
    lua_remove(L, -2);
}

int ez_words_replace(lua_State *L)
{
    return apply(L, &(Words){"words.replace", replace_one});
}

static const char *space_or_end(const char *at, const char *end)
{
    while (at < end && !g_unichar_isspace(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return at;
}

// [-1, +0] A piece costs more than its bytes.
static void add_piece(lua_State *L, lua_Integer place)
{
    lua_rawseti(L, -2, place);
    ez_host_charge(L, 2);
}

// At white space: no piece is empty.
static void split_at_space(lua_State *L, const char *at, const char *end)
{
    lua_newtable(L);
    lua_Integer count = 0;
    while ((at = skip_space(at, end)) < end) {
        const char *stop = space_or_end(at, end);
        lua_pushlstring(L, at, (size_t)(stop - at));
        add_piece(L, ++count);
        at = stop;
    }
}

static void split_one(lua_State *L, const Words *words, int index)
{
    size_t length, size;
    const char *at = ez_arg_utf8(L, index, words->who, &length), *end = at + length;
    if (lua_isnoneornil(L, 2)) {
        split_at_space(L, at, end);
        return;
    }
    const char *separator = separator_argument(L, words->who, &size);
    lua_newtable(L);
    lua_Integer count = 0;
    for (;;) {
        const char *found = next_part(at, end, separator, size);
        lua_pushlstring(L, at, (size_t)(found - at));
        add_piece(L, ++count);
        if (found == end)
            return;
        at = found + size;
    }
}

int ez_words_split(lua_State *L)
{
    return apply(L, &(Words){"words.split", split_one});
}
