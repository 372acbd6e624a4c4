// SPDX-License-Identifier: EUPL-1.2
// Texts as bytes, without patterns. Each result's length is known or checked before it is made.
#define _GNU_SOURCE // memmem
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

// --- one byte after the other ---------------------------------------------------

typedef char (*ByteMap)(const char *text, size_t length, size_t i);

static int map_bytes(lua_State *L, const char *who, ByteMap map)
{
    size_t length;
    const char *text = ez_arg_printable(L, 1, who, &length);
    ez_charge_steps(L, length);
    char *bytes = lua_newuserdatauv(L, MAX(length, 1), 0);
    for (size_t i = 0; i < length; i++)
        bytes[i] = map(text, length, i);
    lua_pushlstring(L, bytes, length);
    return 1;
}

static char lower_byte(const char *text, size_t length, size_t i)
{
    return g_ascii_tolower(text[i]);
}

static char upper_byte(const char *text, size_t length, size_t i)
{
    return g_ascii_toupper(text[i]);
}

static char opposite_byte(const char *text, size_t length, size_t i)
{
    return text[length - 1 - i];
}

int ez_string_lower(lua_State *L)
{
    return map_bytes(L, "string.lower", lower_byte);
}

int ez_string_upper(lua_State *L)
{
    return map_bytes(L, "string.upper", upper_byte);
}

int ez_string_reverse(lua_State *L)
{
    return map_bytes(L, "string.reverse", opposite_byte);
}

int ez_string_char(lua_State *L)
{
    int count = lua_gettop(L);
    EzBuilder text;
    ez_builder_open(&text, L, "string.char", (size_t)count);
    for (int i = 1; i <= count; i++) {
        lua_Integer byte = ez_arg_whole(L, i, "string.char");
        if (byte < 0 || byte > 255)
            return luaL_error(L, "string.char: %I is no byte (0 to 255)", byte);
        char c = (char)byte;
        ez_builder_add(&text, &c, 1);
    }
    ez_builder_push(&text);
    return 1;
}

// --- rep ------------------------------------------------------------------------

int ez_string_rep(lua_State *L)
{
    size_t length, gap = 0;
    const char *text = ez_arg_printable(L, 1, "string.rep", &length);
    lua_Integer count = ez_arg_whole(L, 2, "string.rep");
    const char *between =
        lua_isnoneornil(L, 3) ? "" : ez_arg_printable(L, 3, "string.rep", &gap);
    size_t limit = ez_host_text_limit(ez_host_of(L));
    if (count <= 0 || length + gap == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((size_t)count > limit / (length + gap) + 1)
        ez_check_text_length(L, "string.rep", limit + 1);
    size_t size = (size_t)count * length + (size_t)(count - 1) * gap;
    ez_charge_steps(L, size);
    EzBuilder result;
    ez_builder_open(&result, L, "string.rep", size);
    for (lua_Integer i = 0; i < count; i++) {
        ez_builder_add(&result, between, i > 0 ? gap : 0);
        ez_builder_add(&result, text, length);
    }
    ez_builder_push(&result);
    return 1;
}

const char *ez_find_bytes(const char *at, const char *end, const char *part, size_t size)
{
    return memmem(at, (size_t)(end - at), part, size);
}

// --- find -----------------------------------------------------------------------

// Where to start, as an offset; a negative place counts from the end. May lie beyond the text.
static size_t start_offset(lua_Integer place, size_t length)
{
    if (place > 0)
        return (size_t)place - 1;
    if (place == 0 || (lua_Unsigned)0 - (lua_Unsigned)place > length)
        return 0;
    return length - (size_t)((lua_Unsigned)0 - (lua_Unsigned)place);
}

int ez_string_find(lua_State *L)
{
    size_t length, size;
    const char *text = ez_arg_printable(L, 1, "string.find", &length);
    const char *part = ez_arg_printable(L, 2, "string.find", &size);
    size_t start = start_offset(ez_arg_whole_or(L, 3, "string.find", 1), length);
    ez_charge_steps(L, length);
    const char *found =
        start <= length ? ez_find_bytes(text + start, text + length, part, size) : NULL;
    if (found == NULL) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, found - text + 1);
    lua_pushinteger(L, found - text + (lua_Integer)size);
    return 2;
}

// --- format ---------------------------------------------------------------------

enum { SPEC_SIZE = 32 };
static const char CONVERSIONS[] = "aAcdeEfFgGioqsxX";

// Copies "%-5.2f" and gives its length; raises when it is no conversion that scripts have.
static size_t read_spec(lua_State *L, const char *at, const char *end, char spec[SPEC_SIZE])
{
    size_t length = 1 + strspn(at + 1, "-+ #0123456789.");
    if (at + length >= end || length > SPEC_SIZE - 2)
        luaL_error(L, "string.format: the conversion at the end is not complete");
    char conversion = at[length];
    if (conversion == 'p')
        luaL_error(L, "string.format: %%p shows an address, which differs in each run");
    if (conversion == '\0' || strchr(CONVERSIONS, conversion) == NULL)
        luaL_error(L, "string.format: there is no conversion %%%c", conversion);
    memcpy(spec, at, length + 1);
    spec[length + 1] = '\0';
    return length + 1;
}

// [-0, +1] Lua's own format does one value at a time: what it makes then is short.
static void push_formatted(lua_State *L, const char *spec, int arg)
{
    bool is_text = spec[strlen(spec) - 1] == 's';
    if (g_str_equal(spec, "%s")) {
        ez_lua_push_printed(L, arg, NULL);
        return;
    }
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushstring(L, spec);
    if (is_text)
        ez_lua_push_printed(L, arg, NULL);
    else
        lua_pushvalue(L, arg);
    lua_call(L, 2, 1);
}

static void add_formatted(EzBuilder *result, const char *spec, int arg, int last)
{
    lua_State *L = result->L;
    if (arg > last)
        luaL_error(L, "string.format: there is no value for %s", spec);
    push_formatted(L, spec, arg);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    ez_charge_steps(L, length + 64);
    ez_builder_add(result, text, length);
    lua_pop(L, 1);
}

int ez_string_format(lua_State *L)
{
    size_t length;
    const char *at = ez_arg_printable(L, 1, "string.format", &length), *end = at + length;
    int last = lua_gettop(L), arg = 1;
    ez_charge_steps(L, length);
    EzBuilder result;
    ez_builder_open(&result, L, "string.format", 0);
    while (at < end) {
        const char *percent = memchr(at, '%', (size_t)(end - at));
        const char *plain_end = percent != NULL ? percent : end;
        ez_builder_add(&result, at, (size_t)(plain_end - at));
        at = plain_end;
        char spec[SPEC_SIZE];
        if (at < end && at + 1 < end && at[1] == '%') {
            ez_builder_add(&result, "%", 1);
            at += 2;
        } else if (at < end) {
            at += read_spec(L, at, end, spec);
            add_formatted(&result, spec, ++arg, last);
        }
    }
    ez_builder_push(&result);
    return 1;
}
