// SPDX-License-Identifier: EUPL-1.2
// --param K=V: what the facilitator says of an exercise before it begins.
#pragma once

#include "engine/cmd/common.h"
#include "engine/run/value.h"

// Puts the value of each parameter that is given or has a default into `params`. False after a sentence.
bool ez_params_take(const EzExercise *exercise, const EzArguments *arguments, JsonNode *params);
