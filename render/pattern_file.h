// SPDX-License-Identifier: EUPL-1.2
// A pattern as the bytes of a file, for the cache of this machine alone: numbers stand as the processor has them, and a sum tells whether
// the file is whole.
#pragma once

#include "render/pattern.h"

GBytes *ez_pattern_pack(const EzPattern *pattern);
// NULL when these are not the whole bytes of a packed pattern.
const EzPattern *ez_pattern_unpack(EzArena *arena, const void *bytes, size_t length);
// What the file of a wish is called: a sum over all that decides what is drawn. Owned by the caller.
char *ez_pattern_file_name(const EzPatternWish *wish);
