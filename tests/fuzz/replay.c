// SPDX-License-Identifier: EUPL-1.2
// A main for the fuzz targets where there is no libFuzzer: `fuzz_x FILE-or-FOLDER…` gives each file to the
// target, folders with all that lies below them, and prints TAP: a line for each file. A target that fails
// ends the program, and the last line begun names the input.
#ifdef EZ_FUZZ_REPLAY

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int compare_paths(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static void gather(const char *path, GPtrArray *files)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_ptr_array_add(files, g_strdup(path));
        return;
    }
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        gather(inner, files);
    }
}

static bool replay(const char *path, int number)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    size_t length = 0;
    g_autofree char *name = g_path_get_basename(path);
    printf("# %s\n", path);
    if (!g_file_get_contents(path, &bytes, &length, &error)) {
        printf("not ok %d - %s: %s\n", number, name, error->message);
        return false;
    }
    LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
    printf("ok %d - %s\n", number, name);
    return true;
}

int main(int argc, char **argv)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    for (int i = 1; i < argc; i++)
        gather(argv[i], files);
    g_ptr_array_sort(files, compare_paths);
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("1..%u\n", files->len);
    bool ok = files->len > 0;
    for (guint i = 0; i < files->len; i++)
        ok = replay(files->pdata[i], (int)i + 1) && ok;
    return ok ? 0 : 1;
}

#endif
