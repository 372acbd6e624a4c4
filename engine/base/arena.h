// SPDX-License-Identifier: EUPL-1.2
// An arena: memory that is handed out piece by piece and freed as a whole.
// Kit, node trees and scenes live in arenas; what an arena handed out is never freed alone.
#pragma once

#include <glib.h>

typedef struct EzArena EzArena;

EzArena *ez_arena_new(void);
void ez_arena_free(EzArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzArena, ez_arena_free)

// Zeroed memory, aligned for any type; aborts when the machine has none left.
void *ez_arena_alloc(EzArena *arena, size_t size);
// A copy of `size` bytes.
void *ez_arena_copy(EzArena *arena, const void *bytes, size_t size);
// The one copy of this text in the arena: equal texts have equal pointers. NULL gives NULL.
const char *ez_arena_intern(EzArena *arena, const char *text);
// The same for the first `length` bytes of `text`, which need no NUL behind them.
const char *ez_arena_intern_len(EzArena *arena, const char *text, size_t length);
// A text made as by printf.
char *ez_arena_printf(EzArena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);
// Bytes handed out so far.
size_t ez_arena_used(const EzArena *arena);

#define ez_arena_make(arena, Type) ((Type *)ez_arena_alloc((arena), sizeof(Type)))
#define ez_arena_array(arena, Type, count)                                                     \
    ((Type *)ez_arena_alloc((arena), sizeof(Type) * (size_t)(count)))
