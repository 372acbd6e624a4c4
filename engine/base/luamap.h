// SPDX-License-Identifier: EUPL-1.2
// A map of a Lua source: where each table constructor stands, and where in it each field.
// Lua itself tells only the line of an error; the map gives file:line:col of every field, nested ones too. It is made by a scan
// of the tokens that needs no valid Lua: whatever the bytes, the scan ends and every place lies in the text.
#pragma once

#include "engine/base/source.h"

#include <stdbool.h>

typedef struct EzLuaMap EzLuaMap;

// A table constructor of the source, by number. Of a table that was made otherwise `table` is -1 and `line` (0 = unknown) tells
// where the author's word was called with it. An origin without a map is unknown.
typedef struct EzOrigin {
    const EzLuaMap *map; // not owned
    int table;
    int line;
} EzOrigin;

// The source must live as long as the map. Nesting deeper than 200 is not followed.
EzLuaMap *ez_luamap_new(const EzSource *source);
void ez_luamap_free(EzLuaMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzLuaMap, ez_luamap_free)

const EzSource *ez_luamap_source(const EzLuaMap *map);
int ez_luamap_count(const EzLuaMap *map);
// The constructor before whose brace the name `callee` stands ("card" in `card { … }`, "text" in `field.text { … }`), the call
// beginning on `line`; of several the n-th (from 0, in the order in which Lua runs them: inner before outer, left before right),
// modulo their number. -1 when there is none.
int ez_luamap_find(const EzLuaMap *map, const char *callee, int line, int n);
// The constructor that begins, with its callee or its brace, at this byte; an unknown origin when there is none.
EzOrigin ez_luamap_at(const EzLuaMap *map, size_t offset);
// How many constructors of that name begin on that line; at most so many are told apart.
enum { EZ_LUAMAP_MOST_ON_A_LINE = 200 };
int ez_luamap_find_count(const EzLuaMap *map, const char *callee, int line);
// The constructor that stands at the top of the file after the word `return`; -1 when there is none.
int ez_luamap_returned(const EzLuaMap *map);

// Where a token stands on a line: the first place of `word` as a whole token, or as a quoted text, else the whole line.
EzPlace ez_luamap_token(const EzLuaMap *map, int line, const char *word);

// The same for a word that is used there rather than named: not before "=", and behind a dot only when it is a field.
EzPlace ez_luamap_used(const EzLuaMap *map, int line, const char *word, bool field);

// The opening of the constructor: its callee, or its brace; the line of the call where there is no constructor.
EzPlace ez_origin_place(EzOrigin origin);
// The key of a field; the opening when the source does not show such a field.
EzPlace ez_origin_field(EzOrigin origin, const char *key);
// The value of a field; the opening when the source does not show it.
EzPlace ez_origin_value(EzOrigin origin, const char *key);
// The i-th (from 1) positional item.
EzPlace ez_origin_item(EzOrigin origin, int index);
// The constructor that is the value of a field, or the i-th item: an unknown origin when that value is no constructor.
EzOrigin ez_origin_child(EzOrigin origin, const char *key);
EzOrigin ez_origin_child_item(EzOrigin origin, int index);
// True when the source shows a field of this name in the constructor.
bool ez_origin_shows(EzOrigin origin, const char *key);
bool ez_origin_shows_item(EzOrigin origin, int index);
// True when there is a map to ask.
bool ez_origin_known(EzOrigin origin);

// Calls `visit` for each key that stands twice or more in one constructor, at its second and later places.
typedef void (*EzRepeatedKey)(const char *key, EzPlace place, void *data);
void ez_luamap_repeated_keys(const EzLuaMap *map, EzRepeatedKey visit, void *data);
