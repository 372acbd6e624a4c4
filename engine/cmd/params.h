// SPDX-License-Identifier: EUPL-1.2
// --param K=V: what the facilitator says of an exercise before it begins.
#pragma once

#include "engine/cmd/common.h"
#include "engine/run/value.h"

// Puts the value of each parameter that is given or has a default into `params`. False after a sentence.
bool ez_params_take(const EzExercise *exercise, const EzArguments *arguments, JsonNode *params);
// What to try an exercise with, start rows { params = … }: first as it is when nobody says anything, then each choice and each yes or no
// that is otherwise, one at a time. Of JsonNode, owned by the array.
GPtrArray *ez_params_variants(const EzExercise *exercise);
