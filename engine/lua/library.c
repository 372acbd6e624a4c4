// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/library.h"
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"

#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

// Lua's own function, unchanged.
#define OWN(library, name)                                                                     \
    {                                                                                          \
        library, name, NULL, NULL, NULL                                                        \
    }

const EzHostFunction ez_lua_functions[] = {
    OWN(NULL, "assert"),
    OWN(NULL, "error"),
    OWN(NULL, "ipairs"),
    OWN(NULL, "pcall"),
    OWN(NULL, "rawequal"),
    OWN(NULL, "rawlen"),
    OWN(NULL, "select"),
    OWN(NULL, "tonumber"),
    OWN(NULL, "type"),
    OWN(NULL, "xpcall"),
    {NULL, "next", ez_base_next, "fun(t: table, key?: any): any, any",
     "The key that comes after this one in the order of pairs, and its value; slow, use "
     "pairs."},
    {NULL, "pairs", ez_base_pairs, "fun(t: table): function, table, nil",
     "Walks a table in one order always: numbers, then texts by their bytes, then false and "
     "true."},
    {NULL, "print", ez_base_print, "fun(...: any)", "Shows values while a kit is being made."},
    {NULL, "require", ez_base_require, "fun(name: string): any",
     "What another file returns; it runs once."},
    {NULL, "tostring", ez_base_tostring, "fun(value: any): string",
     "A value as text; tables and functions without an address."},

    OWN("math", "abs"),
    OWN("math", "acos"),
    OWN("math", "asin"),
    OWN("math", "atan"),
    OWN("math", "ceil"),
    OWN("math", "cos"),
    OWN("math", "deg"),
    OWN("math", "exp"),
    OWN("math", "floor"),
    OWN("math", "fmod"),
    OWN("math", "huge"),
    OWN("math", "log"),
    OWN("math", "max"),
    OWN("math", "maxinteger"),
    OWN("math", "min"),
    OWN("math", "mininteger"),
    OWN("math", "modf"),
    OWN("math", "pi"),
    OWN("math", "rad"),
    OWN("math", "sin"),
    OWN("math", "sqrt"),
    OWN("math", "tan"),
    OWN("math", "tointeger"),
    OWN("math", "type"),
    OWN("math", "ult"),
    {"math", "random", ez_math_random, "fun(low?: integer, high?: integer): number",
     "A number from the seed of this run: in [0, 1), from 1 to low, or from low to high."},

    OWN("string", "byte"),
    OWN("string", "len"),
    OWN("string", "sub"),
    {"string", "char", ez_string_char, "fun(...: integer): string", "The text of these bytes."},
    {"string", "find", ez_string_find,
     "fun(text: string, part: string, start?: integer): integer?, integer?",
     "Where a part first stands, in bytes; the part is plain, never a pattern."},
    {"string", "format", ez_string_format, "fun(format: string, ...: any): string",
     "Values in a text, by %s, %d, %.2f and so on."},
    {"string", "lower", ez_string_lower, "fun(text: string): string",
     "A to Z in lower case; for other letters see words.lower."},
    {"string", "rep", ez_string_rep,
     "fun(text: string, count: integer, between?: string): string", "A text so many times."},
    {"string", "reverse", ez_string_reverse, "fun(text: string): string",
     "The bytes from last to first."},
    {"string", "upper", ez_string_upper, "fun(text: string): string",
     "a to z in capitals; for other letters see words.upper."},

    OWN("table", "pack"),
    {"table", "concat", ez_table_concat,
     "fun(list: table, between?: string, first?: integer, last?: integer): string",
     "The texts and numbers of a list as one text."},
    {"table", "insert", ez_table_insert, "fun(list: table, place: any, value?: any)",
     "Puts a value at the end, or at a place."},
    {"table", "move", ez_table_move,
     "fun(from: table, first: integer, last: integer, to: integer, target?: table): table",
     "Copies entries first to last to place `to` and on."},
    {"table", "remove", ez_table_remove, "fun(list: table, place?: integer): any",
     "Takes the last entry away, or the one at a place, and gives it."},
    {"table", "sort", ez_table_sort, "fun(list: table, before?: fun(a: any, b: any): boolean)",
     "Sorts a list; equal entries keep their order."},
    {"table", "unpack", ez_table_unpack,
     "fun(list: table, first?: integer, last?: integer): ...", "The entries as values."},

    OWN("utf8", "char"),
    OWN("utf8", "codepoint"),
    OWN("utf8", "codes"),
    OWN("utf8", "len"),
    OWN("utf8", "offset"),

    {"words", "contains", ez_words_contains, "fun(text: string|Text, part: string): boolean",
     "Whether a part stands in the text, in every language."},
    {"words", "first", ez_words_first, "fun(text: string|Text, count?: integer): string|Text",
     "The first characters of a text; one when no count is given."},
    {"words", "join", ez_words_join,
     "fun(list: (string|Text)[], separator?: string|Text): string|Text",
     "The texts of a list as one, with the separator between them."},
    {"words", "lower", ez_words_lower, "fun(text: string|Text): string|Text",
     "A text in lower case."},
    {"words", "replace", ez_words_replace,
     "fun(text: string|Text, old: string, new: string): string|Text",
     "The text with every `old` replaced by `new`."},
    {"words", "split", ez_words_split,
     "fun(text: string|Text, separator?: string): string[]|table<string, string[]>",
     "The pieces between separators; without one, the words between white space."},
    {"words", "trim", ez_words_trim, "fun(text: string|Text): string|Text",
     "A text without white space at its ends."},
    {"words", "upper", ez_words_upper, "fun(text: string|Text): string|Text",
     "A text in capitals."},

    {"random", "new", ez_random_new, "fun(seed: integer|string): Random",
     "A generator of your own: the same seed gives the same numbers everywhere."},
    {"Random", "between", ez_random_between,
     "fun(self: Random, low: integer, high: integer): integer",
     "A whole number from low to high, both included."},
    {"Random", "shuffle", ez_random_shuffle, "fun(self: Random, list: any[]): any[]",
     "A copy of a list in an order by chance."},
    {"Random", "unit", ez_random_unit, "fun(self: Random): number",
     "A number from 0 up to, but not with, 1."},

    {"graph", "betweenness", ez_graph_lua_betweenness,
     "fun(nodes: integer, ends: integer[]): number[]",
     "For each node on which share of the shortest paths between two others it lies. Nodes go "
     "from 1 on; `ends` has the two ends of each edge one after the other. See ez.network."},
    {"graph", "clustering", ez_graph_lua_clustering,
     "fun(nodes: integer, ends: integer[]): (number|false)[]",
     "For each node which share of the pairs of its neighbours is tied; false when it has not "
     "two."},
    {"graph", "cuts", ez_graph_lua_cuts,
     "fun(nodes: integer, ends: integer[]): integer[], integer[]",
     "The nodes and the edges, by number, without which a part falls apart."},
    {"graph", "parts", ez_graph_lua_parts,
     "fun(nodes: integer, ends: integer[], without?: integer): integer[][]",
     "The parts between which there is no edge, as lists of nodes; `without` is thought away."},
    {NULL, NULL, NULL, NULL, NULL},
};

// The stack while the library opens.
enum { STOCK = 1, GLOBALS = 2 };

// In the registry its address is the key of the environment.
static const char ENVIRONMENT_KEY;

typedef struct Stock {
    const char *library;
    lua_CFunction open;
} Stock;

static const Stock STOCKS[] = {
    {"_G", luaopen_base},     {"math", luaopen_math}, {"string", luaopen_string},
    {"table", luaopen_table}, {"utf8", luaopen_utf8},
};

// [-0, +1] Pushes all that Lua has: library name -> table.
static void push_stock(lua_State *L)
{
    lua_newtable(L);
    for (size_t i = 0; i < G_N_ELEMENTS(STOCKS); i++) {
        lua_pushcfunction(L, STOCKS[i].open);
        lua_call(L, 0, 1);
        lua_setfield(L, -2, STOCKS[i].library);
    }
}

// Lua's functions on texts take time by the length of the text. Upvalue 1: the function.
static int charged(lua_State *L)
{
    ez_charge_steps(L, lua_isstring(L, 1) ? (size_t)lua_rawlen(L, 1) : 0);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static bool takes_text(const EzHostFunction *f)
{
    if (f->library == NULL)
        return strcmp(f->name, "tonumber") == 0;
    return strcmp(f->library, "string") == 0 || strcmp(f->library, "utf8") == 0;
}

// [-0, +1] Pushes Lua's own thing of this name.
static void push_own(lua_State *L, const char *library, const char *name)
{
    lua_getfield(L, STOCK, library != NULL ? library : "_G");
    lua_getfield(L, -1, name);
    lua_remove(L, -2);
}

// [-0, +1]
static void push_function(lua_State *L, const EzHostFunction *f)
{
    if (f->function == ez_string_format) {
        push_own(L, "string", "format");
        lua_pushcclosure(L, f->function, 1);
    } else if (f->function != NULL) {
        lua_pushcfunction(L, f->function);
    } else {
        push_own(L, f->library, f->name);
        if (takes_text(f))
            lua_pushcclosure(L, charged, 1);
    }
}

// [-0, +1] Pushes a library's table from the globals, made when it is not there yet.
static void push_library(lua_State *L, const char *library)
{
    if (library == NULL) {
        lua_pushvalue(L, GLOBALS);
    } else if (lua_getfield(L, GLOBALS, library) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_setfield(L, GLOBALS, library);
    }
}

static void add_functions(lua_State *L)
{
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++) {
        if (f->library != NULL && g_ascii_isupper(f->library[0]))
            continue; // a class: who makes its objects opens it
        push_library(L, f->library);
        push_function(L, f);
        lua_setfield(L, -2, f->name);
        lua_pop(L, 1);
    }
}

// Reading what is not in the table on top raises, by a function with the upvalue on top of that.
// [-1, +0]
static void set_missing(lua_State *L, lua_CFunction missing)
{
    lua_pushcclosure(L, missing, 1);
    lua_createtable(L, 0, 1);
    lua_insert(L, -2);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

// "text":upper() finds the functions of string; any other field is a mistake. [-0, +0]
static void open_text_methods(lua_State *L)
{
    lua_newtable(L);
    lua_getfield(L, GLOBALS, "string");
    for (lua_pushnil(L); lua_next(L, -2) != 0;) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -5);
    }
    lua_pop(L, 1);
    lua_pushnil(L);
    set_missing(L, ez_missing_in_text);
    // In place of Lua's metatable, whose arithmetic would hide that "10" is a text.
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 2);
}

static bool is_first_of_library(const EzHostFunction *f)
{
    if (f->library == NULL || g_ascii_isupper(f->library[0]))
        return false;
    return f == ez_lua_functions || g_strcmp0(f[-1].library, f->library) != 0;
}

static void close_libraries(lua_State *L)
{
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++) {
        if (!is_first_of_library(f))
            continue;
        lua_getfield(L, GLOBALS, f->library);
        lua_pushstring(L, f->library);
        set_missing(L, ez_missing_in_library);
        lua_pushfstring(L, "the library %s", f->library);
        lua_insert(L, -2);
        ez_lua_make_view(L, lua_tostring(L, -2));
        lua_setfield(L, GLOBALS, f->library);
        lua_pop(L, 1);
    }
}

static void open_environment(lua_State *L)
{
    lua_pushvalue(L, GLOBALS);
    lua_pushnil(L);
    set_missing(L, ez_missing_global);
    ez_lua_make_view_with(L, ez_changing_global);
    lua_pushvalue(L, -1);
    lua_setfield(L, GLOBALS, "_G");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &ENVIRONMENT_KEY);
}

// Drops what Lua's own opening left in the registry.
static void install_globals(lua_State *L)
{
    lua_pushvalue(L, GLOBALS);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushnil(L);
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}

// [-0, +0] Alone on its stack: see STOCK and GLOBALS.
static int open_alone(lua_State *L)
{
    push_stock(L);
    lua_newtable(L);
    add_functions(L);
    open_text_methods(L);
    close_libraries(L);
    open_environment(L);
    install_globals(L);
    return 0;
}

void ez_lua_open_library(lua_State *L)
{
    lua_pushcfunction(L, open_alone);
    lua_call(L, 0, 0);
}

void ez_lua_push_environment(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &ENVIRONMENT_KEY);
}
