// SPDX-License-Identifier: EUPL-1.2
// What a deck declares of its cards, and the values that cards give.
#pragma once

#include "engine/load/read.h"
#include "engine/model/kit.h"

// [-0, +0] Reads the table of declarations at `index` into the deck.
void ez_fields_read(EzReading *r, int index, EzDeck *deck);
// [-0, +0] Reads the card table at `index`: id, title, copies, and each declared field.
void ez_fields_read_card(EzReading *r, int index, EzCard *card);
// Checks a value's length against what its field allows.
void ez_fields_check_max(EzReading *r, const EzCardField *field, const EzValue *value);
// One value from one string (a CSV cell) for a plain, number, colour, one_of or reference field. False after a mistake.
bool ez_fields_take_string(EzReading *r, const EzCardField *field, const char *string,
                           EzValue *out);
