// SPDX-License-Identifier: EUPL-1.2
// What Lua files ask for, told from their text: a function of an exercise that runs only in a session may require too.
#pragma once

#include "engine/load/context.h"

// Adds to the files (of EzLoadedFile) the modules that they require by a name between quotes, and those that these require, each once and in
// the order of the text. A module that is not there is told at its name.
void ez_requires_add(EzLoad *load, GPtrArray *files);
