// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

// Blocks grow from the first to the last size: many arenas hold little.
enum { FIRST_BLOCK = 4 * 1024, LAST_BLOCK = 64 * 1024 };

typedef struct Block {
    struct Block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
} Block;

struct EzArena {
    Block *head;
    GHashTable *interned; // set of texts that lie in the blocks
    size_t used;
};

EzArena *ez_arena_new(void)
{
    return g_new0(EzArena, 1);
}

void ez_arena_free(EzArena *arena)
{
    if (arena == NULL)
        return;
    for (Block *block = arena->head, *next; block != NULL; block = next) {
        next = block->next;
        g_free(block);
    }
    if (arena->interned != NULL)
        g_hash_table_unref(arena->interned);
    g_free(arena);
}

static Block *grow(EzArena *arena, size_t size)
{
    size_t next = arena->head == NULL ? FIRST_BLOCK : MIN(arena->head->size * 2, LAST_BLOCK);
    size_t room = MAX(size, next);
    Block *block = g_malloc(sizeof(Block) + room);
    block->size = room;
    block->used = 0;
    // A piece too large for the current block must not end its use: keep the roomier one in front.
    if (arena->head != NULL && size > LAST_BLOCK / 2) {
        block->next = arena->head->next;
        arena->head->next = block;
    } else {
        block->next = arena->head;
        arena->head = block;
    }
    return block;
}

static void *take(EzArena *arena, size_t size)
{
    size_t step = alignof(max_align_t);
    size_t need = (MAX(size, 1) + step - 1) / step * step;
    Block *block = arena->head;
    if (block == NULL || block->size - block->used < need)
        block = grow(arena, need);
    void *piece = block->bytes + block->used;
    block->used += need;
    arena->used += need;
    return piece;
}

void *ez_arena_alloc(EzArena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *ez_arena_copy(EzArena *arena, const void *bytes, size_t size)
{
    void *copy = take(arena, size);
    if (size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

const char *ez_arena_intern(EzArena *arena, const char *text)
{
    return text == NULL ? NULL : ez_arena_intern_len(arena, text, strlen(text));
}

const char *ez_arena_intern_len(EzArena *arena, const char *text, size_t length)
{
    if (arena->interned == NULL)
        arena->interned = g_hash_table_new(g_str_hash, g_str_equal);
    char *copy = take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    const char *known = g_hash_table_lookup(arena->interned, copy);
    if (known != NULL) {
        // Give the piece back when it is the last one: interning a known text costs nothing then.
        Block *block = arena->head;
        size_t step = alignof(max_align_t), need = (length + step) / step * step;
        if (copy + need == block->bytes + block->used) {
            block->used -= need;
            arena->used -= need;
        }
        return known;
    }
    g_hash_table_add(arena->interned, copy);
    return copy;
}

char *ez_arena_printf(EzArena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return ez_arena_copy(arena, text, strlen(text) + 1);
}

size_t ez_arena_used(const EzArena *arena)
{
    return arena->used;
}
