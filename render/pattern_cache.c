// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern_cache.h"

#include "engine/base/file.h"
#include "render/pattern_file.h"

#include <string.h>

// A pattern is some 50 kB: so many are kept, the oldest goes first.
enum { KEPT = 64 };

typedef struct Entry {
    EzPatternWish wish; // its name lies in the arena
    EzArena *arena;
    const EzPattern *pattern;
} Entry;

struct EzPatternCache {
    char *folder;
    GQueue entries; // of Entry, the newest first
};

EzPatternCache *ez_pattern_cache_new(const char *folder)
{
    EzPatternCache *cache = g_new0(EzPatternCache, 1);
    cache->folder = g_strdup(folder);
    return cache;
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
    g_free(cache->folder);
    g_free(cache);
}

static bool is_same(const EzPatternWish *a, const EzPatternWish *b)
{
    return a->seed == b->seed && a->variant == b->variant && a->width == b->width &&
           a->height == b->height && a->loops == b->loops && strcmp(a->name, b->name) == 0;
}

static const EzPattern *read_file(EzArena *arena, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, NULL))
        return NULL;
    return ez_pattern_unpack(arena, bytes, length);
}

// Keeping is a favour: when it fails the next run grows it again.
static void write_file(const EzPatternCache *cache, const char *path, const EzPattern *pattern)
{
    if (g_mkdir_with_parents(cache->folder, 0700) != 0)
        return;
    g_autoptr(GBytes) bytes = ez_pattern_pack(pattern);
    g_autoptr(GError) error = NULL;
    if (ez_file_write(path, bytes, &error) == EZ_WRITE_FAILED)
        g_debug("not kept: %s", error->message);
}

static const EzPattern *find_or_grow(const EzPatternCache *cache, EzArena *arena,
                                     const EzPatternWish *wish)
{
    if (cache->folder == NULL)
        return ez_pattern_grow(arena, wish);
    g_autofree char *name = ez_pattern_file_name(wish);
    g_autofree char *path = g_build_filename(cache->folder, name, NULL);
    const EzPattern *pattern = read_file(arena, path);
    if (pattern == NULL && (pattern = ez_pattern_grow(arena, wish)) != NULL)
        write_file(cache, path, pattern);
    return pattern;
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
    entry->pattern = find_or_grow(cache, entry->arena, wish);
    g_queue_push_head(&cache->entries, entry);
    if (g_queue_get_length(&cache->entries) > KEPT)
        free_entry(g_queue_pop_tail(&cache->entries));
    return entry->pattern;
}
