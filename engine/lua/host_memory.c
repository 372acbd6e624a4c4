// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host-private.h"

#include <stdlib.h>

// A text's object is a little longer than the text; Lua's own head is 24 bytes and the NUL one.
enum { TEXT_HEAD = 25 };
// From this size on an allocation also looks at the clock: some long loops inside Lua (a rehash after
// each assignment) allocate without running instructions.
enum { LONG_ALLOCATION = 65536 };

static void ring_insert(EzBlock *head, EzBlock *block)
{
    block->previous = head;
    block->next = head->next;
    head->next->previous = block;
    head->next = block;
}

static void release(EzHost *host, EzBlock *block, size_t size)
{
    if (block == NULL)
        return;
    block->previous->next = block->next;
    block->next->previous = block->previous;
    host->used -= sizeof(EzBlock) + size;
    free(block);
}

// A refusal makes Lua collect its garbage and ask again for the same. The second one is the end.
static void *refuse(EzHost *host, size_t size, bool fresh)
{
    if (host->refused == size)
        ez_host_stop_allocation(host, EZ_FAULT_MEMORY, fresh);
    host->refused = size;
    return NULL;
}

static bool fits(EzHost *host, size_t growth, size_t size, bool is_text)
{
    host->allocations++;
    if (host->limits.fail_after != 0 && host->allocations >= host->limits.fail_after)
        return false;
    host->text_too_long = is_text && size > host->limits.text + TEXT_HEAD;
    if (host->text_too_long)
        return false;
    return growth <= host->limits.memory && host->used <= host->limits.memory - growth;
}

static void count(EzHost *host, size_t before, size_t after)
{
    host->used = host->used - before + after;
    host->peak = MAX(host->peak, host->used);
    if (after > before)
        host->refused = 0;
}

static void *create(EzHost *host, size_t size)
{
    EzBlock *block = malloc(sizeof(EzBlock) + size);
    if (block == NULL)
        return refuse(host, size, true);
    ring_insert(&host->blocks, block);
    count(host, 0, sizeof(EzBlock) + size);
    return block + 1;
}

static void *resize(EzHost *host, EzBlock *old, size_t old_size, size_t size)
{
    EzBlock *block = realloc(old, sizeof(EzBlock) + size);
    if (block == NULL && size > old_size)
        return refuse(host, size, false);
    if (block == NULL)
        block = old; // Lua relies on it that shrinking cannot fail
    block->previous->next = block;
    block->next->previous = block;
    count(host, old_size, size);
    return block + 1;
}

void *ez_host_allocate(void *data, void *old, size_t old_size, size_t size)
{
    EzHost *host = data;
    bool fresh = old == NULL;
    EzBlock *block = fresh ? NULL : (EzBlock *)old - 1;
    // For a new object `old_size` is the kind of the object.
    bool is_text = fresh && old_size == LUA_TSTRING;
    size_t had = fresh ? 0 : old_size;
    if (size == 0) {
        release(host, block, had);
        return NULL;
    }
    size_t growth = fresh ? sizeof(EzBlock) + size : size - had;
    if (size > had && !fits(host, growth, size, is_text))
        return refuse(host, size, fresh);
    if (size > had && size >= LONG_ALLOCATION && host->entrance != NULL &&
        ez_clock_now(host->limits.clock) > host->deadline)
        ez_host_stop_allocation(host, EZ_FAULT_TIME, fresh);
    return fresh ? create(host, size) : resize(host, block, had, size);
}

void ez_host_free_blocks(EzHost *host)
{
    for (EzBlock *block = host->blocks.next; block != &host->blocks;) {
        EzBlock *next = block->next;
        free(block);
        block = next;
    }
    host->blocks.next = host->blocks.previous = &host->blocks;
    host->used = 0;
}
