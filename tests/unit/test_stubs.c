// SPDX-License-Identifier: EUPL-1.2
// The generated files are what the program's tables say. EZ_GOLDEN_WRITE=1 writes them anew.
#include "engine/load/stubs.h"

#include <glib.h>

static void compare(const char *name, char *text)
{
    g_autofree char *wanted = text, *found = NULL;
    g_autofree char *path = g_build_filename(g_getenv("EZ_SOURCE"), name, NULL);
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, wanted, -1, NULL));
    g_assert_true(g_file_get_contents(path, &found, NULL, NULL));
    g_assert_cmpstr(found, ==, wanted);
}

static void types(void)
{
    compare("scripts/types/ezkit.lua", ez_stubs_types());
}

static void globals(void)
{
    compare("scripts/types/globals.lua", ez_stubs_globals());
}

static void reference(void)
{
    compare("kit/REFERENCE.md", ez_stubs_reference());
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stubs/types-are-what-the-tables-say", types);
    g_test_add_func("/stubs/globals-are-what-the-tables-say", globals);
    g_test_add_func("/stubs/the-reference-is-what-the-tables-say", reference);
    return g_test_run();
}
