// SPDX-License-Identifier: EUPL-1.2
// What the readers of entry*.c share.
#pragma once

#include "engine/run/refusal.h"
#include "engine/term/entry.h"

typedef struct EzReading {
    const EzTyped *entry;
    JsonNode *before;
    const char *line;
    GPtrArray *words; // of the line, without white space and commas
    GPtrArray *found; // of JsonNode
    GError **error;
} EzReading;

// A whole number and nothing else.
bool ez_read_number(const char *word, int least, int most, int *number);
// "1>3 helps 2 !habit": links of one person, or of all.
bool ez_read_links(EzReading *reading);
// Owned by the caller.
char *ez_write_links(const EzTyped *entry, JsonNode *links);
