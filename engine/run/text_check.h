// SPDX-License-Identifier: EUPL-1.2
// Checks of what people typed, that a step asks for by name: `check = "principle"`. What is found is made of words of our own and never of
// the texts: a script may look at it. It blocks nothing.
#pragma once

#include "engine/run/step.h"

extern const char *const ez_text_check_words[]; // ends with NULL

// What the step's check says of each of its answers, in the order of their handles: a list of { flags = { "jargon" }, light = "green" }.
// NULL when the step has no check. Owned by the caller. Linear in the texts.
JsonNode *ez_text_check(const EzStep *step, const char *language);
// The same of one text; the step must have a check.
JsonNode *ez_text_check_one(const EzStep *step, const char *text, const char *language);
