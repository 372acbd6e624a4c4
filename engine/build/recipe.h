// SPDX-License-Identifier: EUPL-1.2
// What files are made of beside their scenes, as a sum for their stamps: the program, its libraries and fonts, what is asked.
#pragma once

#include "engine/base/digest.h"
#include "engine/build/workbench.h"

// Begins a sum with all that goes into every file of an output. `title` is that of its PDF.
void ez_recipe_begin(EzDigest *sum, const EzWorkbench *bench, EzPurpose purpose,
                     const char *title);
