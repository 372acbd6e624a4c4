// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static void test_pieces(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    for (size_t size = 0; size < 200000; size = size * 2 + 1) {
        unsigned char *piece = ez_arena_alloc(arena, size);
        g_assert_cmpuint((uintptr_t)piece % _Alignof(max_align_t), ==, 0);
        for (size_t i = 0; i < size; i++)
            g_assert_cmpint(piece[i], ==, 0);
        memset(piece, 0xff, size);
    }
    g_assert_cmpuint(ez_arena_used(arena), >=, 200000);
    ez_arena_free(NULL);
}

static void test_intern(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const char *one = ez_arena_intern(arena, "one");
    size_t used = ez_arena_used(arena);
    g_assert_true(ez_arena_intern_len(arena, "one more", 3) == one);
    g_assert_cmpuint(ez_arena_used(arena), ==, used);
    const char *given_back = ez_arena_alloc(arena, 4);
    g_assert_cmpint(given_back[0], ==, 0);
    g_assert_true(ez_arena_intern(arena, "two") != one);
    g_assert_null(ez_arena_intern(arena, NULL));
    g_assert_cmpstr(ez_arena_intern(arena, ""), ==, "");
    unsigned char *after = ez_arena_alloc(arena, 64);
    for (int i = 0; i < 64; i++)
        g_assert_cmpint(after[i], ==, 0);
    g_assert_cmpstr(one, ==, "one");
    g_assert_cmpstr(ez_arena_printf(arena, "%s-%d", one, 2), ==, "one-2");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/arena/pieces-are-aligned-and-zero", test_pieces);
    g_test_add_func("/arena/equal-texts-are-one", test_intern);
    return g_test_run();
}
