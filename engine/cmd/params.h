// SPDX-License-Identifier: EUPL-1.2
// --param K=V: what the facilitator says of an exercise before it begins.
#pragma once

#include "engine/cmd/common.h"
#include "engine/run/value.h"

// Puts the value of each parameter that is given or has a default into `params`. False after a sentence.
bool ez_params_take(const EzExercise *exercise, const EzArguments *arguments, JsonNode *params);
// Other starts than this one, for trials: each differs from it in one parameter that is not given. Of JsonNode; owned by the caller.
GPtrArray *ez_params_others(const EzExercise *exercise, const EzArguments *arguments,
                            JsonNode *start);
