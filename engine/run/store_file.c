// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "engine/run/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static const struct Reason {
    int number;
    EzStoreError error;
    EzRefusal sentence;
} reasons[] = {
    {ENOSPC, EZ_STORE_FULL, EZ_REFUSE_FILE_ROOM},
    {EDQUOT, EZ_STORE_FULL, EZ_REFUSE_FILE_QUOTA},
    {EFBIG, EZ_STORE_FULL, EZ_REFUSE_FILE_LARGE},
    {EACCES, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_DENIED},
    {EPERM, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_DENIED},
    {EROFS, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_DISK_READ_ONLY},
    {ENOENT, EZ_STORE_MISSING, EZ_REFUSE_FILE_NO_FOLDER},
    {ENOTDIR, EZ_STORE_MISSING, EZ_REFUSE_FILE_IN_FILE},
    {ENAMETOOLONG, EZ_STORE_MISSING, EZ_REFUSE_FILE_NAME_LONG},
    {EEXIST, EZ_STORE_EXISTS, EZ_REFUSE_FILE_EXISTS},
};
static const struct Reason any_reason = {0, EZ_STORE_IO, EZ_REFUSE_FILE_SYSTEM};

bool ez_store_file_failed(GError **error, const char *path, int number)
{
    const struct Reason *reason = &any_reason;
    g_autofree char *name = g_path_get_basename(path);
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (reasons[i].number == number)
            reason = &reasons[i];
    return ez_fail(error, EZ_STORE_ERROR, (int)reason->error, reason->sentence, "file", name,
                   "reason", g_strerror(number), NULL);
}

static bool sync_path(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool done = fd >= 0 && fsync(fd) == 0;
    int number = errno;
    if (fd >= 0)
        close(fd);
    errno = number;
    return done;
}

bool ez_store_file_sync(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return sync_path(path) && sync_path(folder);
}

static bool put(int fd, GBytes *bytes)
{
    gsize size;
    const char *at = g_bytes_get_data(bytes, &size);
    while (size > 0) {
        ssize_t done = write(fd, at, size);
        if (done < 0 && errno != EINTR)
            return false;
        at += MAX(done, 0);
        size -= (gsize)MAX(done, 0);
    }
    return true;
}

static bool write_new(const char *path, GBytes *bytes)
{
    if (unlink(path) < 0 && errno != ENOENT)
        return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool done = put(fd, bytes) && fsync(fd) == 0;
    int number = errno;
    close(fd);
    errno = number;
    return done;
}

// Not every kind of disk can rename without replacing; some of those have links.
static bool move(const char *from, const char *to)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    bool unknown = errno == EINVAL || errno == ENOSYS;
    return unknown && link(from, to) == 0 && unlink(from) == 0;
}

bool ez_store_file_make(const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *aside = g_strconcat(path, "-new", NULL);
    if (write_new(aside, bytes) && move(aside, path) && ez_store_file_sync(path))
        return true;
    int number = errno;
    unlink(aside);
    return ez_store_file_failed(error, path, number);
}
