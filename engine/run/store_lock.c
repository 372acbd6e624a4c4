// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "engine/run/store_lock.h"
#include "engine/run/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct EzStoreLock {
    char *path;
    int fd;
};

static void fail_held(GError **error, const char *path, int fd)
{
    char text[32] = "";
    ssize_t size = pread(fd, text, sizeof text - 1, 0);
    g_autofree char *name = g_path_get_basename(path);
    ez_fail(error, EZ_STORE_ERROR, EZ_STORE_LOCKED, EZ_REFUSE_FILE_HELD, "file", name,
            "process", EZ_NUMBER(size > 0 ? strtol(text, NULL, 10) : 0), NULL);
}

// The one who had the lock may have removed its file between our opening and our locking it.
static bool is_at(int fd, const char *path)
{
    struct stat held, there;
    return fstat(fd, &held) == 0 && stat(path, &there) == 0 && held.st_ino == there.st_ino &&
           held.st_dev == there.st_dev;
}

static void sign(int fd)
{
    g_autofree char *text = g_strdup_printf("%ld\n", (long)getpid());
    // Who holds it is only a help in a message.
    if (ftruncate(fd, 0) != 0 || write(fd, text, strlen(text)) < 0)
        return;
}

EzStoreLock *ez_store_lock_take(const char *path, GError **error)
{
    g_autofree char *file = g_strconcat(path, "-lock", NULL);
    for (;;) {
        int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) {
            ez_store_file_failed(error, path, errno);
            return NULL;
        }
        bool held = flock(fd, LOCK_EX | LOCK_NB) == 0;
        if (held && is_at(fd, file)) {
            sign(fd);
            EzStoreLock *lock = g_new(EzStoreLock, 1);
            *lock = (EzStoreLock){.path = g_steal_pointer(&file), .fd = fd};
            return lock;
        }
        if (!held)
            fail_held(error, path, fd);
        close(fd);
        if (!held)
            return NULL;
    }
}

void ez_store_lock_free(EzStoreLock *lock)
{
    if (lock == NULL)
        return;
    unlink(lock->path);
    close(lock->fd);
    g_free(lock->path);
    g_free(lock);
}
