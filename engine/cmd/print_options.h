// SPDX-License-Identifier: EUPL-1.2
// The options of "print", and how they become a request.
#pragma once

#include "engine/cmd/common.h"

extern const EzOption ez_print_options[];

// Fills in what the options say. False after a sentence on standard error. Lists of names are not read here: who calls owns them.
bool ez_print_options_parse(const EzArguments *arguments, EzBuildRequest *request);
// The profile that is named, for a press or at home, and for a press the usual one where none is named for it: `profiles`, by use,
// belong to the caller, and must live as long as the request. False after a sentence on standard error.
bool ez_print_options_profiles(const EzArguments *arguments, const EzSite *site,
                               EzBuildRequest *request, EzProfile *profiles[2]);
// What --profiles prints: a line for each on standard output, of JSON with --json. False after a sentence on standard error.
bool ez_print_options_list(const EzSite *site, bool json);
