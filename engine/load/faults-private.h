// SPDX-License-Identifier: EUPL-1.2
// What the files about faults share.
#pragma once

#include "engine/load/context.h"

// The line of a fault.
EzPlace ez_fault_place(const EzLoad *load, const EzFault *fault);
// A word on that line, as a whole token; the line when it is not there. `token` may be NULL.
EzPlace ez_fault_token(const EzLoad *load, const EzFault *fault, const char *token);
// The same where the word is used, and not where it names a field; `field`: it stands behind a dot.
EzPlace ez_fault_used(const EzLoad *load, const EzFault *fault, const char *word, bool field);
// True for a word of Lua that cannot be a name.
bool ez_fault_is_reserved(const char *word);
void ez_fault_tell_syntax(EzLoad *load, const EzFault *fault);
