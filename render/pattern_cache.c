// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern_cache.h"

#include <string.h>

// A pattern is some 50 kB: so many are kept, the oldest goes first.
enum { KEPT = 64 };

typedef struct Entry {
    EzPatternWish wish; // its name lies in the arena
    EzArena *arena;
    const EzPattern *pattern;
} Entry;

struct EzPatternCache {
    GQueue entries; // of Entry, the newest first
};

EzPatternCache *ez_pattern_cache_new(void)
{
    return g_new0(EzPatternCache, 1);
}

static void free_entry(gpointer data)
{
    Entry *entry = data;
    ez_arena_free(entry->arena);
    g_free(entry);
}

void ez_pattern_cache_free(EzPatternCache *cache)
{
    if (cache == NULL)
        return;
    g_queue_clear_full(&cache->entries, free_entry);
    g_free(cache);
}

static bool is_same(const EzPatternWish *a, const EzPatternWish *b)
{
    return a->seed == b->seed && a->variant == b->variant && a->width == b->width &&
           a->height == b->height && a->loops == b->loops && strcmp(a->name, b->name) == 0;
}

const EzPattern *ez_pattern_cache_get(EzPatternCache *cache, const EzPatternWish *wish)
{
    for (GList *at = cache->entries.head; at != NULL; at = at->next)
        if (is_same(&((const Entry *)at->data)->wish, wish))
            return ((const Entry *)at->data)->pattern;
    Entry *entry = g_new0(Entry, 1);
    entry->arena = ez_arena_new();
    entry->wish = *wish;
    entry->wish.name = ez_arena_intern(entry->arena, wish->name);
    entry->pattern = ez_pattern_grow(entry->arena, wish);
    g_queue_push_head(&cache->entries, entry);
    if (g_queue_get_length(&cache->entries) > KEPT)
        free_entry(g_queue_pop_tail(&cache->entries));
    return entry->pattern;
}
