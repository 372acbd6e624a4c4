// SPDX-License-Identifier: EUPL-1.2
// What a facilitator types for the table, as answers of the people who sit there.
#pragma once

#include "engine/run/step.h"
#include "engine/term/phrases.h"

// The answers in one line: each is one person's, or the whole of a step that is shared, in which what was there (`before`, may be NULL)
// stays. NULL with an error in the words of `language`.
GPtrArray *ez_entry_read(const EzStep *step, JsonNode *before, const char *line,
                         const char *language, GError **error);
// What the facilitator should type.
EzPhrase ez_entry_hint(const EzStep *step);
// The zones of a step's canvas, in order: { id, nl, en }. Owned by the caller; the nodes are the step's.
GPtrArray *ez_entry_zones(const EzStep *step);
