// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/luacall.h"

#include "engine/base/lualex.h"

#include <string.h>

static EzLuaToken next_of(const EzSource *source, size_t at)
{
    return ez_lualex_next(source->text, source->length, at);
}

static bool is(const EzSource *source, EzLuaToken token, const char *word)
{
    return ez_lualex_is(source->text, token, word);
}

// -1, 0 or 1: what the token does to how deep we are.
static int depth_step(const EzSource *source, EzLuaToken token)
{
    char c = token.kind == EZ_LUA_SIGN ? source->text[token.start] : '\0';
    return (c == '(' || c == '{' || c == '[') - (c == ')' || c == '}' || c == ']');
}

// Reads from behind the bracket to the one that closes it, or to the end of the text.
static void read_arguments(EzLuaCall *call, size_t at)
{
    const EzSource *source = ez_luamap_source(call->map);
    bool begins = true;
    for (int depth = 0; call->count <= EZ_LUACALL_ARGUMENTS;) {
        EzLuaToken token = next_of(source, at);
        depth += depth_step(source, token);
        if (token.kind == EZ_LUA_END || depth < 0)
            return;
        at = token.end;
        if (depth == 0 && is(source, token, ",")) {
            begins = true;
            continue;
        }
        if (begins && ++call->count <= EZ_LUACALL_ARGUMENTS)
            call->arguments[call->count - 1].start = token.start;
        if (call->count <= EZ_LUACALL_ARGUMENTS)
            call->arguments[call->count - 1].end = token.end;
        begins = false;
    }
    call->count = EZ_LUACALL_ARGUMENTS;
}

// The first argument when it is one token. All of a nested call would be read again and again.
static void read_first(EzLuaCall *call, size_t at)
{
    const EzSource *source = ez_luamap_source(call->map);
    EzLuaToken token = next_of(source, at), behind = next_of(source, token.end);
    call->count = is(source, behind, ",") || is(source, behind, ")");
    call->arguments[0] = (EzLuaStretch){token.start, token.end};
}

char *ez_luacall_text(const EzLuaCall *call, int n)
{
    if (n < 1 || n > call->count)
        return NULL;
    const char *text = ez_luamap_source(call->map)->text;
    EzLuaStretch s = call->arguments[n - 1];
    EzLuaToken token = ez_lualex_next(text, s.end, s.start);
    bool quoted = token.kind == EZ_LUA_STRING && token.end == s.end && s.end - s.start >= 2 &&
                  text[s.start] != '[';
    return quoted ? g_strndup(text + s.start + 1, s.end - s.start - 2) : NULL;
}

bool ez_luacall_find(const EzLuaMap *map, int line, const char *callee, const char *first,
                     EzLuaCall *call)
{
    const EzSource *source = ez_luamap_source(map);
    size_t end = ez_source_line_start(source, line + 1);
    bool found = false;
    EzLuaToken before = {0}, token;
    for (size_t at = ez_source_line_start(source, line); at < end; at = token.end) {
        token = next_of(source, at);
        bool named = before.kind == EZ_LUA_NAME && is(source, before, callee);
        if (token.kind == EZ_LUA_END || (token.start >= end && !named))
            break;
        if (named && is(source, token, "(")) {
            EzLuaCall here = {.map = map, .callee = {before.start, before.end}};
            read_arguments(&here, token.end);
            g_autofree char *text = ez_luacall_text(&here, 1);
            bool exact = first == NULL || g_strcmp0(text, first) == 0;
            if (!found || exact)
                *call = here;
            found = true;
            if (exact)
                return true;
        }
        before = token;
    }
    return found;
}

static EzPlace place_of(const EzLuaCall *call, EzLuaStretch s)
{
    return ez_source_place(ez_luamap_source(call->map), s.start, s.end);
}

EzPlace ez_luacall_place(const EzLuaCall *call)
{
    return place_of(call, call->callee);
}

EzPlace ez_luacall_argument(const EzLuaCall *call, int n)
{
    return place_of(call, n >= 1 && n <= call->count ? call->arguments[n - 1] : call->callee);
}

EzOrigin ez_luacall_origin(const EzLuaCall *call, int n)
{
    return n >= 1 && n <= call->count ? ez_luamap_at(call->map, call->arguments[n - 1].start)
                                      : (EzOrigin){0};
}

void ez_luacall_each(const EzLuaMap *map, EzLuaCallVisit visit, void *data)
{
    const EzSource *source = ez_luamap_source(map);
    EzLuaToken before = {0}, token;
    bool dotted = false, named = false; // `before` stands behind a dot
    for (size_t at = ez_source_line_start(source, 1);; at = token.end) {
        token = next_of(source, at);
        if (token.kind == EZ_LUA_END)
            return;
        if (named && is(source, token, "(")) {
            EzLuaCall call = {.map = map, .callee = {before.start, before.end}};
            read_first(&call, token.end);
            visit(&call, data);
        }
        named = dotted && token.kind == EZ_LUA_NAME;
        dotted = is(source, token, ".");
        before = token;
    }
}
