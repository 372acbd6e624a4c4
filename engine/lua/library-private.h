// SPDX-License-Identifier: EUPL-1.2
// The functions of the library, one file a group, and what they share. For library*.c only.
#pragma once

#include <glib.h>
#include <lua.h>
#include <stddef.h>

// --- arguments: raise in the author's words, "who: text expected, found list" ---
G_NORETURN void ez_arg_expected(lua_State *L, int arg, const char *who, const char *expected);
// [-0, +0] Texts only.
const char *ez_arg_text(lua_State *L, int arg, const char *who, size_t *length);
// Texts and numbers; a number at `arg` becomes a text.
const char *ez_arg_printable(lua_State *L, int arg, const char *who, size_t *length);
// Texts that are valid UTF-8.
const char *ez_arg_utf8(lua_State *L, int arg, const char *who, size_t *length);
lua_Integer ez_arg_whole(lua_State *L, int arg, const char *who);
lua_Integer ez_arg_whole_or(lua_State *L, int arg, const char *who, lua_Integer otherwise);
// Any table, views included.
void ez_arg_table(lua_State *L, int arg, const char *who);

// --- a text in the making -------------------------------------------------------
// Its bytes lie in a userdata of the state, so that they are counted and nothing leaks by an error.
typedef struct EzBuilder {
    lua_State *L;
    const char *who; // for the message when the text becomes too long
    char *bytes;
    size_t length, size;
    int slot; // stack index of the userdata
} EzBuilder;

// [-0, +1] Pushes the userdata; it must stay where it is.
void ez_builder_open(EzBuilder *builder, lua_State *L, const char *who, size_t guess);
// [-0, +0] May raise.
void ez_builder_add(EzBuilder *builder, const char *bytes, size_t length);
void ez_builder_add_character(EzBuilder *builder, unsigned character);
// [-0, +1] Pushes the text.
void ez_builder_push(EzBuilder *builder);
// Raises when a text of this many bytes may not be.
void ez_check_text_length(lua_State *L, const char *who, size_t length);

// The first occurrence of a part, or NULL.
const char *ez_find_bytes(const char *at, const char *end, const char *part, size_t size);

// --- values ---------------------------------------------------------------------
// [-0, +1] Pushes a value as print shows it: without an address.
const char *ez_lua_push_printed(lua_State *L, int index, size_t *length);
// [-0, +1] Pushes the table behind a view, through any number of views; else the table itself.
void ez_lua_push_behind(lua_State *L, int table);
// [-1, +1] A view whose changes go to a function of the caller's.
void ez_lua_make_view_with(lua_State *L, lua_CFunction on_change);
// [-0, +0] Charges `steps` steps of a C loop.
void ez_charge_steps(lua_State *L, size_t steps);

// --- the metatables of texts and libraries: __index functions that raise --------
int ez_missing_global(lua_State *L);
int ez_missing_in_library(lua_State *L); // upvalue 1: the library's name
int ez_missing_in_text(lua_State *L);
int ez_changing_global(lua_State *L);

// --- the functions --------------------------------------------------------------
int ez_base_next(lua_State *L);
int ez_base_pairs(lua_State *L);
int ez_base_print(lua_State *L);
int ez_base_require(lua_State *L);
int ez_base_tostring(lua_State *L);
int ez_graph_lua_betweenness(lua_State *L);
int ez_graph_lua_clustering(lua_State *L);
int ez_graph_lua_cuts(lua_State *L);
int ez_graph_lua_parts(lua_State *L);
int ez_math_random(lua_State *L);
int ez_string_char(lua_State *L);
int ez_string_find(lua_State *L);
int ez_string_format(lua_State *L); // upvalue 1: Lua's own, for one value
int ez_string_lower(lua_State *L);
int ez_string_rep(lua_State *L);
int ez_string_reverse(lua_State *L);
int ez_string_upper(lua_State *L);
int ez_table_concat(lua_State *L);
int ez_table_insert(lua_State *L);
int ez_table_move(lua_State *L);
int ez_table_remove(lua_State *L);
int ez_table_sort(lua_State *L);
int ez_table_unpack(lua_State *L);
int ez_words_contains(lua_State *L);
int ez_words_first(lua_State *L);
int ez_words_join(lua_State *L);
int ez_words_lower(lua_State *L);
int ez_words_replace(lua_State *L);
int ez_words_split(lua_State *L);
int ez_words_trim(lua_State *L);
int ez_words_upper(lua_State *L);
int ez_random_new(lua_State *L);
int ez_random_between(lua_State *L);
int ez_random_unit(lua_State *L);
int ez_random_shuffle(lua_State *L);
