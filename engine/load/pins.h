// SPDX-License-Identifier: EUPL-1.2
// What a session runs on, as bytes that it keeps: later changes on disk do not reach a session that has begun, and `require` finds in it
// only what is pinned.
//
//   scripts/…/NAME.lua   the exercise, always the first, and those that it includes, with theirs
//   kit/….lua, ez.NAME   modules that these files require when they are loaded, and the modules of those
//   deck:ID              a deck of the kit that one of them names: a list of its cards, each an object with id, title and the fields of the
//                        deck; a text is an object by language, a reference the id of its card; what a card has not is left out
//   exercise             the head: what planner, library card and agenda tell; the kit's title and credit line; `includes` and `decks` say
//                        what else is pinned
//
// The last two are JSON in one form only: members in the order of their bytes.
#pragma once

#include "engine/load/load.h"

typedef struct EzPin {
    char *path;
    GBytes *bytes;
} EzPin;

// All of them, the first the exercise's file and the others in the order of their paths; of EzPin, freed with the array. The same kit gives the
// same bytes. The exercise must be of this load, which told no mistakes.
GPtrArray *ez_pins_new(const EzLoad *load, const EzExercise *exercise);
