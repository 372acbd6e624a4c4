// SPDX-License-Identifier: EUPL-1.2
// What the script asks of its session, for script*.c and session.c only.
#pragma once

#include "engine/run/session.h"

// A step begins to wait. Takes the step. False with an error when the journal has something else here, or there are too many.
bool ez_session_open(EzSession *session, EzStep *step, GError **error);
// What chance or a count gives for this key: from the journal when it has it, else `made`, which is taken. Owned by the session; NULL with an error.
JsonNode *ez_session_fact(EzSession *session, const char *key, const char *word, JsonNode *made,
                          GError **error);
// The key of a step with this id in this branch: a number goes behind it. Owned by the caller.
char *ez_session_key(EzSession *session, const char *path, const char *id);
// Takes text and value.
void ez_session_add_harvest(EzSession *session, const char *id, const char *section,
                            JsonNode *text, JsonNode *value);
// What chance is drawn from.
EzRng *ez_session_rng(EzSession *session);
JsonNode *ez_session_params(EzSession *session);
const EzPinned *ez_session_source(const EzSession *session, const char *name);
