// SPDX-License-Identifier: EUPL-1.2
// A call in a Lua source, s.ask("idea", { … }, { per = 3 }), found by its line: where its parts stand.
#pragma once

#include "engine/base/luamap.h"

enum { EZ_LUACALL_ARGUMENTS = 4 }; // more are passed over

typedef struct EzLuaStretch {
    size_t start, end; // bytes
} EzLuaStretch;

typedef struct EzLuaCall {
    const EzLuaMap *map; // not owned
    EzLuaStretch callee; // the last name before the bracket
    EzLuaStretch arguments[EZ_LUACALL_ARGUMENTS];
    int count;
} EzLuaCall;

// The call `callee(…)` that begins on this line; of several the first whose first argument is the text `first` (NULL = any), else the first.
// False when there is none.
bool ez_luacall_find(const EzLuaMap *map, int line, const char *callee, const char *first,
                     EzLuaCall *call);
EzPlace ez_luacall_place(const EzLuaCall *call);
// The n-th argument, from 1; the callee when the source does not show it.
EzPlace ez_luacall_argument(const EzLuaCall *call, int n);
// The constructor that is the n-th argument; an unknown origin when it is none.
EzOrigin ez_luacall_origin(const EzLuaCall *call, int n);
// The n-th argument as it is written between quotes; NULL when it is no such text. Owned by the caller.
char *ez_luacall_text(const EzLuaCall *call, int n);

// All calls of the source whose callee stands behind a dot, in their order; of their arguments the first, when it is a word or a text.
typedef void (*EzLuaCallVisit)(const EzLuaCall *call, void *data);
void ez_luacall_each(const EzLuaMap *map, EzLuaCallVisit visit, void *data);
