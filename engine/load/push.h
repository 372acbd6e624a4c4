// SPDX-License-Identifier: EUPL-1.2
// The model as scripts see it: a card that can be read and not changed, texts as tables of languages.
#pragma once

#include "engine/load/context.h"
#include "engine/model/kit.h"

// [-0, +0] Prepares a fresh host: the metatable of cards.
void ez_push_open(lua_State *L);
// [-0, +1] A card: c.title gives its text, c.verb the card that a reference names. An unknown field raises with the nearest name.
void ez_push_card(lua_State *L, const EzCard *card);
// [-0, +1] A text as { nl = "…", en = "…" }, which remembers where it was written; nil for NULL.
void ez_push_text(lua_State *L, const EzText *text);
// [-0, +1] What a face gets as its second argument.
void ez_push_context(lua_State *L, const EzCard *card, const char *edition);
