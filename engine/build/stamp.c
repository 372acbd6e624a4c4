// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/stamp.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static char *stamp_of(const char *folder, const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *name = g_compute_checksum_for_string(G_CHECKSUM_SHA256, whole, -1);
    return g_build_filename(folder, name, NULL);
}

// A file as the disk tells it: another size or time is another file. NULL when there is none.
static char *look_of(const char *path)
{
    GStatBuf look;
    if (g_stat(path, &look) != 0 || !S_ISREG(look.st_mode))
        return NULL;
    return g_strdup_printf("%lld %lld.%09ld %llu", (long long)look.st_size,
                           (long long)look.st_mtim.tv_sec, look.st_mtim.tv_nsec,
                           (unsigned long long)look.st_ino);
}

// "KEY LOOK", when the file looks as the stamp says; owned by the caller.
static char *read_stamp(const char *folder, const char *path)
{
    if (folder == NULL)
        return NULL;
    g_autofree char *file = stamp_of(folder, path), *look = look_of(path), *stamp = NULL;
    if (look == NULL || !g_file_get_contents(file, &stamp, NULL, NULL))
        return NULL;
    const char *space = strchr(stamp, ' ');
    return space != NULL && strcmp(space + 1, look) == 0 ? g_steal_pointer(&stamp) : NULL;
}

bool ez_stamp_known(const char *folder, const char *path)
{
    g_autofree char *stamp = read_stamp(folder, path);
    return stamp != NULL;
}

bool ez_stamp_fits(const char *folder, const char *path, const char *key)
{
    g_autofree char *stamp = read_stamp(folder, path);
    size_t length = strlen(key);
    return stamp != NULL && strncmp(stamp, key, length) == 0 && stamp[length] == ' ';
}

void ez_stamp_put(const char *folder, const char *path, const char *key)
{
    g_autofree char *look = folder != NULL ? look_of(path) : NULL;
    if (look == NULL)
        return;
    g_autofree char *file = stamp_of(folder, path);
    g_autofree char *stamp = g_strconcat(key, " ", look, NULL);
    // A stamp that is lost costs some time: it need not survive a power cut.
    if (g_mkdir_with_parents(folder, 0700) == 0)
        g_file_set_contents_full(file, stamp, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
