// SPDX-License-Identifier: EUPL-1.2
// What a facilitator types for the table, as answers of the people who sit there, and the way back.
#pragma once

#include "engine/run/session.h"
#include "engine/term/phrases.h"

typedef struct EzTyped {
    const EzSession *session;
    const EzStep *step;
    const char *language;
} EzTyped;

// The answers in one line: each is one person's, or the whole of a step that is shared, in which what was there (`before`, may be NULL)
// stays. NULL with an error (see refusal.h).
GPtrArray *ez_entry_read(const EzTyped *entry, JsonNode *before, const char *line,
                         GError **error);
// An answer as somebody would type it, in one line, with the words of what was chosen; owned by the caller.
char *ez_entry_write(const EzTyped *entry, JsonNode *value);
// What the facilitator should type; owned by the caller.
char *ez_entry_hint(const EzTyped *entry);
// How to type for many people at once, "2:10"; EZ_PHRASES where that cannot be done.
EzPhrase ez_entry_tally_hint(const EzStep *step);
// How many texts or choices one answer of this step may hold.
int ez_entry_most(const EzStep *step);
// The zones of a step's canvas, in order: { id, nl, en }. Owned by the caller; the nodes are the step's.
GPtrArray *ez_entry_zones(const EzStep *step);
