// SPDX-License-Identifier: EUPL-1.2
// Patterns that were grown already, by their wish: in memory, because both languages of a card draw the same one, and in a folder for the
// next run. What is found in the folder is used only when its sum is right. Belongs to one thread; several may share the folder.
#pragma once

#include "render/pattern.h"

typedef struct EzPatternCache EzPatternCache;

// `folder` is made when it is needed; NULL = memory alone. What cannot be read or written there is grown again, silently.
EzPatternCache *ez_pattern_cache_new(const char *folder);
void ez_pattern_cache_free(EzPatternCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPatternCache, ez_pattern_cache_free)

// As ez_pattern_grow, but the pattern belongs to the cache: it is there until the next call at least.
const EzPattern *ez_pattern_cache_get(EzPatternCache *cache, const EzPatternWish *wish);
