// SPDX-License-Identifier: EUPL-1.2
// The options of "print", and how they become a request.
#pragma once

#include "engine/cmd/common.h"

extern const EzOption ez_print_options[];

// Fills in what the options say. False after a sentence on standard error. Lists of names are not read here: who calls owns them.
bool ez_print_options_parse(const EzArguments *arguments, EzBuildRequest *request);
