// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "engine/run/store_forget.h"
#include "engine/run/store_db.h"
#include "engine/run/store_file.h"
#include "engine/run/store_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEADER = 100, BLOCK = 64 * 1024 };

static bool overwrite(int fd, off_t from, off_t to)
{
    static const char zeros[BLOCK];
    while (from < to) {
        ssize_t size = pwrite(fd, zeros, (size_t)MIN(to - from, BLOCK), from);
        if (size < 0 && errno != EINTR)
            return false;
        from += MAX(size, 0);
    }
    return fsync(fd) == 0;
}

// The first `keep` bytes stay until the file is removed: they say what it is, should we be broken off.
static bool erase_file(const char *path, off_t keep, GError **error)
{
    struct stat there;
    int fd = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT || ez_store_file_failed(error, path, errno);
    bool erased = fstat(fd, &there) == 0 && overwrite(fd, keep, there.st_size);
    int number = errno;
    close(fd);
    if (!erased)
        return ez_store_file_failed(error, path, number);
    return unlink(path) == 0 || errno == ENOENT || ez_store_file_failed(error, path, errno);
}

// ---- what belongs to a session ---------------------------------------------------------------

static const char *const beside[] = {"-wal", "-shm", "-journal", "-new"};

static bool erase_beside(const char *path, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(beside); i++) {
        g_autofree char *file = g_strconcat(path, beside[i], NULL);
        if (!erase_file(file, 0, error))
            return false;
    }
    return true;
}

static bool erase_whole(const char *path, GError **error)
{
    return erase_beside(path, error) && erase_file(path, HEADER, error);
}

static bool erase_backups(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(path);
    g_autofree char *prefix = g_strconcat(name, "-backup", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    bool erased = true;
    for (const char *entry; erased && dir != NULL && (entry = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *file = g_build_filename(folder, entry, NULL);
        if (g_str_has_prefix(entry, prefix) && ez_db_is_session(file))
            erased = erase_whole(file, error);
    }
    return erased;
}

bool ez_store_forget(const char *path, GError **error)
{
    g_autofree char *whole = ez_db_existing_path(path, error);
    if (whole == NULL)
        return false;
    g_autoptr(EzStoreLock) lock = ez_store_lock_take(whole, error);
    if (lock == NULL)
        return false;
    if (!ez_db_is_session(whole)) {
        ez_fail(error, EZ_STORE_ERROR, EZ_STORE_NOT_A_SESSION, EZ_REFUSE_FILE_NOT_ERASED,
                "file", path, NULL);
        return false;
    }
    return erase_backups(whole, error) && erase_whole(whole, error);
}
