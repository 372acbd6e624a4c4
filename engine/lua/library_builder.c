// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"

#include <lauxlib.h>
#include <string.h>

void ez_check_text_length(lua_State *L, const char *who, size_t length)
{
    size_t limit = ez_host_text_limit(ez_host_of(L));
    if (length <= limit)
        return;
    char message[160];
    g_snprintf(message, sizeof message,
               "%s: the text would be longer than the %zu bytes it may be", who, limit);
    luaL_error(L, "%s", message);
}

void ez_builder_open(EzBuilder *builder, lua_State *L, const char *who, size_t guess)
{
    *builder = (EzBuilder){.L = L, .who = who, .size = MAX(guess, 64)};
    ez_check_text_length(L, who, guess);
    builder->bytes = lua_newuserdatauv(L, builder->size, 0);
    builder->slot = lua_gettop(L);
}

static void grow(EzBuilder *builder, size_t needed)
{
    ez_check_text_length(builder->L, builder->who, needed);
    size_t limit = ez_host_text_limit(ez_host_of(builder->L));
    size_t size = MAX(needed, MIN(builder->size * 2, limit));
    char *bytes = lua_newuserdatauv(builder->L, size, 0);
    memcpy(bytes, builder->bytes, builder->length);
    lua_replace(builder->L, builder->slot);
    builder->bytes = bytes;
    builder->size = size;
}

void ez_builder_add(EzBuilder *builder, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    if (length > builder->size - builder->length)
        grow(builder, builder->length + length);
    memcpy(builder->bytes + builder->length, bytes, length);
    builder->length += length;
}

void ez_builder_add_character(EzBuilder *builder, unsigned character)
{
    char bytes[6];
    ez_builder_add(builder, bytes, (size_t)g_unichar_to_utf8(character, bytes));
}

void ez_builder_push(EzBuilder *builder)
{
    lua_pushlstring(builder->L, builder->bytes, builder->length);
}
