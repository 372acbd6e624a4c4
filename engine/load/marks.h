// SPDX-License-Identifier: EUPL-1.2
// The author's words (kit, deck, card, field.text, text, fill …) as Lua functions. Each takes a table and gives the same table,
// marked with the word and the place where it was written; the marks stand in a table of the host that no script can reach.
#pragma once

#include "engine/load/context.h"

typedef enum EzMarkKind {
    EZ_MARK_NONE,
    EZ_MARK_KIT,
    EZ_MARK_DECK,
    EZ_MARK_CARD,
    EZ_MARK_FACE,
    EZ_MARK_THEME,
    EZ_MARK_WORKSHEET,
    EZ_MARK_EXERCISE,
    EZ_MARK_CSV,
    EZ_MARK_FIELD,                                 // + EzFieldKind
    EZ_MARK_NODE = EZ_MARK_FIELD + EZ_FIELD_KINDS, // + EzNodeKind
    EZ_MARK_KINDS = EZ_MARK_NODE + EZ_NODE_KINDS,
} EzMarkKind;

typedef struct EzMark {
    int kind; // EzMarkKind
    EzOrigin origin;
} EzMark;

// [-0, +0] Puts the words among the globals of a fresh host.
void ez_marks_open(lua_State *L);
// [-0, +0] The mark of the value at `index`; kind 0 for what has none.
EzMark ez_mark_of(lua_State *L, int index);
// The author's word of a kind: "deck", "field.text".
const char *ez_mark_word(int kind);

// What an author sees of a marked value: "card { … }", "field.text { … }"; NULL for one without a mark. Owned by the caller.
char *ez_mark_shown(EzMark mark);

// [-0, +0] Remembers that the table at `index` shows this text, so that reading it back gives the text with its places.
void ez_mark_text(lua_State *L, int index, const EzText *text);
// [-0, +0] The text that a table shows; NULL for any other value.
const EzText *ez_marked_text(lua_State *L, int index);

// The words, NULL-terminated, for the type stubs, the linter and "did you mean"; free with g_free.
const char **ez_mark_globals(void);
