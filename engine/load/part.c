// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/part.h"

#include "engine/load/marks.h"
#include "engine/lua/library.h"

// The last line of a file that is not empty.
static EzPlace last_line(const EzSource *source)
{
    size_t end = source->length;
    while (end > 0 && g_ascii_isspace(source->text[end - 1]))
        end--;
    return ez_source_whole_line(source,
                                ez_source_place(source, end > 0 ? end - 1 : 0, end).line);
}

// The result of a file must be made by this word: return deck { … }. Prepares the reading of its table.
bool ez_part_begin(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, int kind,
                   EzReading *r)
{
    EzMark mark = ez_mark_of(L, result);
    *r = (EzReading){.load = load, .L = L, .arena = load->arena, .origin = mark.origin};
    if (mark.kind == kind)
        return true;
    EzOrigin returned = {file->map, ez_luamap_returned(file->map)};
    EzPlace place =
        ez_origin_known(returned) ? ez_origin_place(returned) : last_line(file->source);
    ez_diag_report(load->diags, EZ_WRONG_RETURN, place, NULL, "file", file->path, "expected",
                   ez_mark_word(kind), NULL);
    return false;
}

void ez_part_fields(EzReading *r, int index, const EzRecord *record, void *into)
{
    r->thing = record->thing;
    ez_read_unknown(r, index, record, NULL);
    if (record != &ez_worksheet_record)
        ez_read_strays(r, index);
    ez_read_record(r, index, record, into);
}

int ez_part_each(EzReading *r, int table, const char *field, EzPartEntry read, void *data)
{
    lua_State *L = r->L;
    lua_pushstring(L, field);
    int type = lua_rawget(L, table), index = lua_gettop(L), count = 0;
    ez_lua_unview(L, index);
    r->word = field;
    r->place = ez_origin_value(r->origin, field);
    if (type != LUA_TTABLE) {
        if (type != LUA_TNIL)
            ez_read_tell_type(r, index, "a table of names");
        lua_pop(L, 1);
        return 0;
    }
    EzOrigin entries = ez_origin_child(r->origin, field);
    EzReading whole = *r;
    whole.origin = entries;
    whole.thing = field;
    ez_read_strays(&whole, index);
    ez_lua_push_sorted_keys(L, index);
    int n = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= n; i++) {
        bool named = lua_rawgeti(L, index + 1, i) == LUA_TSTRING;
        const char *name = named ? ez_arena_intern(r->arena, lua_tostring(L, -1)) : NULL;
        lua_rawget(L, index);
        if (named) {
            EzReading inner = *r;
            inner.word = name;
            inner.place = ez_origin_value(entries, name);
            inner.origin = inner.child = ez_origin_child(entries, name);
            read(&inner, name, lua_gettop(L), data);
            count++;
        }
        lua_pop(L, 1);
    }
    lua_settop(L, index - 1);
    return count;
}
