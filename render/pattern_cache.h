// SPDX-License-Identifier: EUPL-1.2
// Patterns that were grown already, by their wish: both languages of a card, and a reprint in one run, draw the same one. Belongs to
// one thread.
#pragma once

#include "render/pattern.h"

typedef struct EzPatternCache EzPatternCache;

EzPatternCache *ez_pattern_cache_new(void);
void ez_pattern_cache_free(EzPatternCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPatternCache, ez_pattern_cache_free)

// As ez_pattern_grow, but the pattern belongs to the cache: it is there until the next call at least.
const EzPattern *ez_pattern_cache_get(EzPatternCache *cache, const EzPatternWish *wish);
