// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a deck of a small kit: loaded, and the face of each card evaluated, within small limits. Nothing may crash or leak, and
// what is told can be shown.
#include "engine/load/load.h"
#include "tests/fuzz/kit_folder.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static EzFuzzFile files[] = {
    {"kit/faces/x.lua",
     "return face { front = function(c) return layers { text { c.title }, c.node } end }"},
    {NULL, NULL},
};

static void evaluate(EzLoad *load, EzDiags *diags)
{
    const EzKit *kit = ez_load_kit(load);
    for (int d = 0; kit != NULL && d < kit->n_decks; d++)
        for (int c = 0; c < MIN(kit->decks[d]->n_cards, 5); c++) {
            g_autoptr(EzArena) arena = ez_arena_new();
            ez_load_side(load, &kit->decks[d]->cards[c], EZ_FRONT, arena, diags);
        }
}

static void check_diags(EzDiags *diags)
{
    ez_diags_sort(diags);
    for (int i = 0; i < ez_diags_count(diags); i++) {
        g_autofree char *text = ez_diag_format(ez_diags_get(diags, i), "", false);
        g_autofree char *json = ez_diag_format_json(ez_diags_get(diags, i), "");
        g_assert_true(g_utf8_validate(text, -1, NULL) && g_utf8_validate(json, -1, NULL));
        g_assert_null(strpbrk(text, "\033\007\r\t"));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const EzLoadLimits limits = {100 * 1000, 50 * 1000, INT64_MAX / 2, 2 * 1024 * 1024};
    EzLoadOptions options = {.limits = &limits};
    const char *folder = ez_fuzz_kit(files, "kit/decks/x.lua", data, size);
    EzDiags *diags = ez_diags_new();
    EzLoad *load = ez_load_new(folder, &options, diags, NULL);
    evaluate(load, diags);
    check_diags(diags);
    ez_load_free(load);
    ez_diags_free(diags);
    return 0;
}
