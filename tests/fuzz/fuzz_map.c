// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a Lua source: the scan ends, and every place it gives lies in the text.
#include "engine/base/luacall.h"
#include "engine/base/lualex.h"
#include "engine/base/luamap.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_place(const EzSource *source, EzPlace place)
{
    g_assert_true(place.source == source);
    g_assert_cmpint(place.line, >=, 1);
    g_assert_cmpint(place.line, <=, ez_source_line_count(source));
    g_assert_cmpint(place.column, >=, 0);
    g_autofree char *line = ez_source_line(source, place.line);
    g_assert_cmpuint((size_t)MAX(0, place.column - 1), <=, strlen(line) + 1);
    g_autofree char *excerpt = ez_source_excerpt(place);
    g_assert_true(excerpt == NULL || g_utf8_validate(excerpt, -1, NULL));
}

static void check_tokens(const EzSource *source)
{
    size_t at = 0;
    for (;;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        if (token.kind == EZ_LUA_END)
            return;
        g_assert_true(token.start >= at && token.end > token.start &&
                      token.end <= source->length);
        at = token.end;
    }
}

static void check_repeated(const char *key, EzPlace place, void *data)
{
    g_assert_nonnull(key);
    check_place(data, place);
}

static void check_call(const EzLuaCall *call, void *data)
{
    g_autofree char *text = ez_luacall_text(call, 1);
    check_place(data, ez_luacall_place(call));
    check_place(data, ez_luacall_argument(call, 1));
}

static void check_line(const EzLuaMap *map, int line)
{
    const EzSource *source = ez_luamap_source(map);
    EzLuaCall call;
    if (!ez_luacall_find(map, line, "ask", "x", &call))
        return;
    for (int i = 0; i <= EZ_LUACALL_ARGUMENTS + 1; i++) {
        check_place(source, ez_luacall_argument(&call, i));
        EzOrigin origin = ez_luacall_origin(&call, i);
        if (ez_origin_known(origin))
            check_place(source, ez_origin_value(origin, "per"));
    }
}

static void check_table(const EzLuaMap *map, int i)
{
    const EzSource *source = ez_luamap_source(map);
    EzOrigin origin = {map, i, 0};
    check_place(source, ez_origin_place(origin));
    check_place(source, ez_origin_field(origin, "a"));
    check_place(source, ez_origin_value(origin, "a"));
    check_place(source, ez_origin_item(origin, 1));
    EzOrigin child = ez_origin_child(origin, "a");
    g_assert_true(child.table < ez_luamap_count(map));
    check_place(source, ez_origin_place(child));
    check_place(source, ez_origin_place(ez_origin_child_item(origin, 2)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(EzSource) source = ez_source_new("fuzz.lua", (const char *)data, size);
    g_autoptr(EzLuaMap) map = ez_luamap_new(source);
    check_tokens(source);
    for (int i = 0; i < MIN(ez_luamap_count(map), 50); i++)
        check_table(map, i);
    for (int line = 1; line <= MIN(ez_source_line_count(source), 50); line++) {
        check_place(source, ez_luamap_token(map, line, "a"));
        check_place(source, ez_luamap_used(map, line, "a", false));
        check_line(map, line);
        int found = ez_luamap_find(map, "card", line, 1);
        g_assert_true(found >= -1 && found < ez_luamap_count(map));
    }
    g_assert_cmpint(ez_luamap_returned(map), <, ez_luamap_count(map));
    ez_luamap_repeated_keys(map, check_repeated, source);
    ez_luacall_each(map, check_call, source);
    return 0;
}
