// SPDX-License-Identifier: EUPL-1.2
// What one session gives to the next: its harvest, as things and as answers with their texts.
#pragma once

#include "engine/run/session.h"

// { "exercise": id, "harvest": { id: value }, "said": { reference: text } }, for "from" of the start of the next session. In it an answer
// of the earlier session is "from/idea#1/3", so that it is never taken for one of its own. Owned by the caller.
JsonNode *ez_carry_harvest(const EzSession *earlier);
// [{ "step", "shape", "by", "value" }], for "answers" in the same place: what people with a name said in a session that is given up for a new
// one of the same exercise. There they are offered in steps with the same key and options, as after a rewind. Owned by the caller.
JsonNode *ez_carry_answers(const EzSession *earlier);
// The text behind such a reference; NULL for other ones, and for a text that was erased.
const char *ez_carry_answer(JsonNode *from, const char *reference);
