// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "tests/fuzz/kit_folder.h"

#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// What every such kit has; its deck is kit/decks/x.lua.
static EzFuzzFile common[] = {
    {"kit/kit.lua",
     "return kit { id = \"base\", title = \"Base\", theme = \"theme\", languages = { \"nl\" }, "
     "decks = { \"x\" } }"},
    {"kit/theme.lua",
     "return theme { fonts = { sans = \"A\" }, colours = { ink = { rgb = \"#000000\" } }, "
     "styles = { body = { font = \"sans\", size = 9, leading = 12 } } }"},
    {NULL, NULL},
};

static const char *const folders[] = {"kit", "kit/decks", "kit/faces"};

// What is removed at the end.
static struct {
    char *folder, *path;
    EzFuzzFile *files;
} made;

static void put(int root, const char *path, const void *bytes, size_t length)
{
    int fd = openat(root, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    g_assert_true(write(fd, bytes, length) == (ssize_t)length);
    close(fd);
}

static void put_files(int root, EzFuzzFile *files)
{
    for (int i = 0; files[i][0] != NULL; i++)
        put(root, files[i][0], files[i][1], strlen(files[i][1]));
}

static void remove_files(int root, EzFuzzFile *files)
{
    for (int i = 0; files[i][0] != NULL; i++)
        unlinkat(root, files[i][0], 0);
}

static void remove_kit(void)
{
    int root = open(made.folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    remove_files(root, common);
    remove_files(root, made.files);
    unlinkat(root, made.path, 0);
    for (size_t i = G_N_ELEMENTS(folders); i > 0; i--)
        unlinkat(root, folders[i - 1], AT_REMOVEDIR);
    close(root);
    rmdir(made.folder);
    g_free(made.folder);
    g_free(made.path);
}

static void make_kit(EzFuzzFile *files, const char *path)
{
    made.folder = g_dir_make_tmp("ez-fuzz-XXXXXX", NULL);
    made.path = g_strdup(path);
    made.files = files;
    g_assert_nonnull(made.folder);
    atexit(remove_kit);
}

const char *ez_fuzz_kit(EzFuzzFile *files, const char *path, const void *bytes, size_t length)
{
    if (made.folder == NULL)
        make_kit(files, path);
    int root = open(made.folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
        mkdirat(root, folders[i], 0777);
    put_files(root, common);
    put_files(root, files);
    put(root, path, bytes, length);
    close(root);
    return made.folder;
}
