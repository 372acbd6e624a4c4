// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/marks.h"

#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// Keys of the registry: their addresses.
static const char marks_key, texts_key;

static const char *const plain_words[] = {
    [EZ_MARK_KIT] = "kit",           [EZ_MARK_DECK] = "deck",
    [EZ_MARK_CARD] = "card",         [EZ_MARK_FACE] = "face",
    [EZ_MARK_THEME] = "theme",       [EZ_MARK_WORKSHEET] = "worksheet",
    [EZ_MARK_EXERCISE] = "exercise", [EZ_MARK_CSV] = "csv",
};

const char *ez_mark_word(int kind)
{
    if (kind >= EZ_MARK_NODE)
        return ez_node_word((EzNodeKind)(kind - EZ_MARK_NODE));
    if (kind >= EZ_MARK_FIELD)
        return ez_field_words[kind - EZ_MARK_FIELD].word;
    return plain_words[kind];
}

char *ez_mark_shown(EzMark mark)
{
    if (mark.kind == EZ_MARK_NONE)
        return NULL;
    bool field = mark.kind >= EZ_MARK_FIELD && mark.kind < EZ_MARK_NODE;
    return g_strdup_printf("%s%s { … }", field ? "field." : "", ez_mark_word(mark.kind));
}

const char **ez_mark_globals(void)
{
    const char **names = g_new0(const char *, EZ_MARK_KINDS + 2);
    int n = 0;
    for (int kind = EZ_MARK_KIT; kind < EZ_MARK_FIELD; kind++)
        names[n++] = ez_mark_word(kind);
    names[n++] = "field";
    for (int kind = EZ_MARK_NODE; kind < EZ_MARK_KINDS; kind++)
        names[n++] = ez_mark_word(kind);
    return names;
}

// How often this word was called on this line before: tells several on one line apart.
static int count_call(EzLoad *load, const EzLuaMap *map, const char *word, int line)
{
    char key[128];
    g_snprintf(key, sizeof key, "%p %d %s", (const void *)map, line, word);
    int count = GPOINTER_TO_INT(g_hash_table_lookup(load->calls, key));
    g_hash_table_replace(load->calls, g_strdup(key), GINT_TO_POINTER(count + 1));
    return count;
}

// True when the source shows every named field of the table at index 1 in that constructor.
static bool shows_fields(lua_State *L, EzOrigin origin)
{
    for (lua_pushnil(L); lua_next(L, 1) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING && !ez_origin_shows(origin, lua_tostring(L, -2))) {
            lua_pop(L, 2);
            return false;
        }
    }
    return true;
}

static int pick(lua_State *L, EzLoad *load, const EzLuaMap *map, const char *word, int line)
{
    int count = ez_luamap_find_count(map, word, line);
    if (count <= 1)
        return ez_luamap_find(map, word, line, 0);
    if (count >= EZ_LUAMAP_MOST_ON_A_LINE)
        return -1; // a file on one line: the place is that line
    int n = count_call(load, map, word, line);
    if (lua_type(L, 1) != LUA_TTABLE)
        return ez_luamap_find(map, word, line, n);
    for (int i = 0; i < count; i++) {
        EzOrigin origin = {map, ez_luamap_find(map, word, line, n + i)};
        if (shows_fields(L, origin))
            return origin.table;
    }
    return ez_luamap_find(map, word, line, n);
}

// Where the call that runs now was written.
static EzOrigin find_origin(lua_State *L, const char *word)
{
    EzLoad *load = ez_host_user(L);
    lua_Debug frame;
    if (!lua_getstack(L, 1, &frame) || !lua_getinfo(L, "Sl", &frame) || frame.source[0] != '@')
        return (EzOrigin){NULL, -1};
    const EzLuaMap *map = ez_load_map(load, frame.source + 1);
    if (map == NULL)
        return (EzOrigin){NULL, -1};
    return (EzOrigin){map, pick(L, load, map, word, frame.currentline), frame.currentline};
}

// [-0, +0] marks[value at index] = a block with the mark.
static void set_mark(lua_State *L, int index, EzMark mark)
{
    index = lua_absindex(L, index);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &marks_key);
    lua_pushvalue(L, index);
    EzMark *block = lua_newuserdatauv(L, sizeof mark, 0);
    *block = mark;
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

EzMark ez_mark_of(lua_State *L, int index)
{
    EzMark mark = {EZ_MARK_NONE, {NULL, -1}};
    if (lua_type(L, index) != LUA_TTABLE)
        return mark;
    index = lua_absindex(L, index);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &marks_key);
    lua_pushvalue(L, index);
    if (lua_rawget(L, -2) == LUA_TUSERDATA)
        mark = *(const EzMark *)lua_touserdata(L, -1);
    lua_pop(L, 2);
    return mark;
}

void ez_mark_text(lua_State *L, int index, const EzText *text)
{
    index = lua_absindex(L, index);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &texts_key);
    lua_pushvalue(L, index);
    lua_pushlightuserdata(L, (void *)text);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

const EzText *ez_marked_text(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TTABLE)
        return NULL;
    index = lua_absindex(L, index);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &texts_key);
    lua_pushvalue(L, index);
    lua_rawget(L, -2);
    const EzText *text = lua_touserdata(L, -1);
    lua_pop(L, 2);
    return text;
}

// What a word takes besides a table: field.text alone, field.ref "deck", field.one_of "patterns", csv "file".
static bool takes_text(int kind)
{
    if (kind == EZ_MARK_CSV)
        return true;
    if (kind < EZ_MARK_FIELD || kind >= EZ_MARK_NODE)
        return false;
    const EzFieldWord *word = &ez_field_words[kind - EZ_MARK_FIELD];
    return word->takes_options || word->takes_target;
}

// word { … } or word "…": [-1, +1] the table, marked. The word's number is upvalue 1.
static int construct(lua_State *L)
{
    int kind = (int)lua_tointeger(L, lua_upvalueindex(1));
    const char *word = ez_mark_word(kind);
    lua_settop(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING && takes_text(kind)) {
        lua_createtable(L, 1, 0);
        lua_insert(L, 1);
        lua_rawseti(L, 1, 1);
    }
    if (lua_type(L, 1) != LUA_TTABLE) {
        ez_load_prepare(L, EZ_WRONG_TYPE, word, g_strdup_printf("write %s { … }", word),
                        "thing", word, "field", "{ … }", "expected", "a table in braces",
                        "found", ez_lua_type_word(L, 1), NULL);
        return ez_load_raise(L);
    }
    set_mark(L, 1, (EzMark){kind, find_origin(L, word)});
    return 1;
}

// [-0, +1] An empty table that forgets the tables nobody else holds.
static void push_weak_table(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
}

// [-0, +1]
static void push_constructor(lua_State *L, int kind)
{
    lua_pushinteger(L, kind);
    lua_pushcclosure(L, construct, 1);
}

// field.txt: [-2, +1]
static int unknown_kind(lua_State *L)
{
    lua_pushfstring(L, "field.%s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
    ez_host_raise(L, EZ_FAULT_UNKNOWN_NAME, lua_tostring(L, -1), NULL,
                  "there is no such kind of field");
}

void ez_marks_open(lua_State *L)
{
    push_weak_table(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &marks_key);
    push_weak_table(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &texts_key);
    for (int kind = EZ_MARK_KIT; kind < EZ_MARK_FIELD; kind++) {
        push_constructor(L, kind);
        lua_setglobal(L, ez_mark_word(kind));
    }
    lua_createtable(L, 0, EZ_FIELD_KINDS);
    for (int kind = EZ_MARK_FIELD; kind < EZ_MARK_NODE; kind++) {
        push_constructor(L, kind);
        lua_setfield(L, -2, ez_mark_word(kind));
    }
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, unknown_kind);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setglobal(L, "field");
    for (int kind = EZ_MARK_NODE; kind < EZ_MARK_KINDS; kind++) {
        push_constructor(L, kind);
        lua_setglobal(L, ez_mark_word(kind));
    }
}
