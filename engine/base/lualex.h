// SPDX-License-Identifier: EUPL-1.2
// The tokens of a Lua source, without parsing it.
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef enum EzLuaTokenKind {
    EZ_LUA_END,
    EZ_LUA_NAME, // keywords too
    EZ_LUA_NUMBER,
    EZ_LUA_STRING, // quoted or in long brackets, an unfinished one too
    EZ_LUA_SIGN,   // one byte of anything else; "==", "~=", "<=", ">=" and ".." count as one
} EzLuaTokenKind;

typedef struct EzLuaToken {
    EzLuaTokenKind kind;
    size_t start, end; // bytes
} EzLuaToken;

// The token at or after `at`, past white space and comments. Always moves on; EZ_LUA_END at the end.
EzLuaToken ez_lualex_next(const char *text, size_t length, size_t at);
// True when the token is this word or sign.
bool ez_lualex_is(const char *text, EzLuaToken token, const char *word);
