// SPDX-License-Identifier: EUPL-1.2
// Cards from a CSV file: one row a card, columns called after the deck's fields.
#pragma once

#include "engine/load/fields.h"

// Reads the file that the deck's `cards = csv "…"` names, from the folder of the deck's own file, into the deck.
void ez_csvcards_read(EzReading *r, EzDeck *deck, const char *path);
