// SPDX-License-Identifier: EUPL-1.2
// What is checked across fields and files.
#pragma once

#include "engine/load/context.h"

// Characters that deceive: bidirectional overrides, invisible ones, letters of another alphabet inside a word; and fields given twice.
void ez_check_source(EzLoad *load, const EzLoadedFile *file);
// "tіtle" with a foreign letter: the plain word it looks like, or NULL; owned by the caller.
char *ez_check_lookalike(const char *word);
// The whole kit: ids that are used twice, references, those of exercises, files that nothing uses.
void ez_check_ids(EzLoad *load);
void ez_check_references(EzLoad *load);
void ez_check_exercises(EzLoad *load);
void ez_check_unused_files(EzLoad *load);
