// SPDX-License-Identifier: EUPL-1.2
// What a session runs on, as bytes that it keeps: later changes on disk do not reach a session that has begun.
#pragma once

#include "engine/load/load.h"

// Of EzPin, freed with the array, in this order and each once:
//
//   scripts/…/NAME.lua   the exercise; then those that it includes, with theirs
//   kit/….lua, ez.NAME   modules that these files require by a name between quotes, also where it is `run` that does so; and the modules of those
//   deck:NAME            decks of the kit, by the name that a head gives them: a list of cards in the deck's order, each an object with id,
//                        title and the fields of the deck. A text is an object by language, a reference the id of its card, an absent
//                        value left out. Own decks of an exercise stand in its file.
//
// Decks are JSON in one form, members in the order of their bytes and no spaces: the same kit gives the same bytes everywhere.
// The exercise must be of this load, and the load without mistakes.
GPtrArray *ez_load_pins(EzLoad *load, const EzExercise *exercise);
