// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a deck of a small kit: loaded, and the face of each card evaluated, within small limits. Nothing may crash or leak, and
// what is told can be shown. The kit lies in a folder of its own, which is made once.
#define _GNU_SOURCE
#include "engine/load/load.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const files[][2] = {
    {"kit/kit.lua",
     "return kit { id = \"base\", title = \"Base\", theme = \"theme\", languages = { \"nl\" }, "
     "decks = { \"x\" } }"},
    {"kit/theme.lua",
     "return theme { fonts = { sans = \"A\" }, colours = { ink = { rgb = \"#000000\" } }, "
     "styles = { body = { font = \"sans\", size = 9, leading = 12 } } }"},
    {"kit/faces/x.lua",
     "return face { front = function(c) return layers { text { c.title }, c.node } end }"},
};

static const char *const folders[] = {"kit", "kit/decks", "kit/faces"};

static void put(int root, const char *path, const void *bytes, size_t length)
{
    int fd = openat(root, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    g_assert_true(write(fd, bytes, length) == (ssize_t)length);
    close(fd);
}

static char *made; // the folder, removed when the program ends

static void remove_kit(void)
{
    int root = open(made, O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        unlinkat(root, files[i][0], 0);
    unlinkat(root, "kit/decks/x.lua", 0);
    for (size_t i = G_N_ELEMENTS(folders); i > 0; i--)
        unlinkat(root, folders[i - 1], AT_REMOVEDIR);
    close(root);
    rmdir(made);
    g_free(made);
}

static int open_kit(void)
{
    if (made == NULL) {
        made = g_dir_make_tmp("ez-fuzz-XXXXXX", NULL);
        atexit(remove_kit);
    }
    int root = open(made, O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
        mkdirat(root, folders[i], 0777);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        put(root, files[i][0], files[i][1], strlen(files[i][1]));
    return root;
}

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
    int root = open_kit();
    put(root, "kit/decks/x.lua", data, size);
    close(root);
    EzDiags *diags = ez_diags_new();
    EzLoad *load = ez_load_new(made, &options, diags, NULL);
    evaluate(load, diags);
    check_diags(diags);
    ez_load_free(load);
    ez_diags_free(diags);
    return 0;
}
