// SPDX-License-Identifier: EUPL-1.2
// The generated files are what the program's tables say. EZ_GOLDEN_WRITE=1 writes them anew.
#include "engine/load/stubs.h"
#include "tests/support/test_kit.h"

static void types(void)
{
    ez_test_generated("scripts/types/ezkit.lua", ez_stubs_types());
}

static void globals(void)
{
    ez_test_generated("scripts/types/globals.lua", ez_stubs_globals());
}

static void reference(void)
{
    ez_test_generated("kit/REFERENCE.md", ez_stubs_reference());
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stubs/types-are-what-the-tables-say", types);
    g_test_add_func("/stubs/globals-are-what-the-tables-say", globals);
    g_test_add_func("/stubs/the-reference-is-what-the-tables-say", reference);
    return g_test_run();
}
