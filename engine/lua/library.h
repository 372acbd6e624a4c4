// SPDX-License-Identifier: EUPL-1.2
// What a script finds: the allow-list, and for each thing that Lua has and a script has not, the reason.
#pragma once

#include <lua.h>

// One thing that scripts do not have. `name` is as one writes it: "os", "string.gsub".
typedef struct EzOmission {
    const char *name;
    const char *reason;  // why, in a sentence for the documentation
    const char *instead; // what to use, for the hint; NULL when there is nothing
} EzOmission;

// Ends with a record without a name.
extern const EzOmission ez_lua_omissions[];
// The omission of this name ("os.time" finds "os" too), or NULL.
const EzOmission *ez_lua_omission(const char *name);

// One host function that scripts have: for the manual, the type stubs and the linter's list of globals.
typedef struct EzHostFunction {
    // "words", "math"; NULL for a plain global. A capital letter names a class: its functions are the
    // methods of what another function gives ("Random").
    const char *library;
    const char *name;
    lua_CFunction function; // NULL for Lua's own
    const char
        *signature;  // in LuaCATS: "fun(text: string|Text): string|Text"; NULL for Lua's own
    const char *doc; // a sentence; NULL for Lua's own
} EzHostFunction;

// The one table of host functions; ends with a record without a name.
extern const EzHostFunction ez_lua_functions[];

// [-0, +0] Opens the library in a fresh state: the globals table holds the allow-list and nothing else.
// More globals may be added to it by lua_setglobal.
void ez_lua_open_library(lua_State *L);
// [-0, +1] Pushes the _ENV of every chunk: a view of the globals that no script can change.
void ez_lua_push_environment(lua_State *L);

// [-1, +1] Replaces the table on top by a view of it: reads go through, `pairs`, `ipairs` and `#` too,
// and a change raises EZ_FAULT_READ_ONLY naming `what`. Tables inside it are as they are.
void ez_lua_make_view(lua_State *L, const char *what);

// "text", "number", "list", "yes/no", "function", "nothing": the author's word for a value. A table with
// entries from 1 on is a list, any other a "table of fields"; a userdata goes by its metatable's __name.
// [-0, +0]; never raises.
const char *ez_lua_type_word(lua_State *L, int index);

// A table key as the deterministic order has it: numbers, then texts bytewise, then false and true.
// [-0, +1] Pushes a list of the table's keys in that order; raises when a key is a table or function.
// Of a view it lists the keys of the table behind it.
void ez_lua_push_sorted_keys(lua_State *L, int table);
// [-0, +0] A view at `index` is replaced by the table behind it: C code reads tables raw.
void ez_lua_unview(lua_State *L, int index);
