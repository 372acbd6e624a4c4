// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store.h"
#include "engine/run/store_db.h"
#include "engine/run/store_lock.h"
#include "engine/run/store_write.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECOND = 1000 * 1000 * 1000 };

struct EzStore {
    EzStoreLock *lock;
    EzWriter *writer;
    EzClock clock;
    int64_t before; // seconds that the session had run when it was opened
    int64_t opened; // on the clock
};

// Takes the lock over when it succeeds.
static EzStore *open_locked(const char *path, EzDbMode mode, EzStoreLock **lock,
                            const EzStoreOptions *options, GError **error)
{
    int64_t before = 0;
    g_autoptr(EzDb) db = ez_db_open(path, mode, options->vfs, error);
    if (db == NULL || !ez_db_number(db, error, &before, "SELECT max(at) FROM journal", ""))
        return NULL;
    EzStore *store = g_new(EzStore, 1);
    *store = (EzStore){.lock = g_steal_pointer(lock),
                       .clock = options->clock,
                       .before = before,
                       .opened = ez_clock_now(options->clock),
                       .writer = ez_writer_new(g_steal_pointer(&db))};
    return store;
}

// An empty file is what a crash leaves of a session that had not begun. What people wrote is for its owner only.
static bool make_empty(const char *path, GError **error)
{
    struct stat there;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0)
        return close(fd) == 0;
    if (errno == EEXIST && stat(path, &there) == 0 && S_ISREG(there.st_mode) &&
        there.st_size == 0)
        return true;
    g_autofree char *name = g_path_get_basename(path);
    if (errno == EEXIST)
        return ez_fail(error, EZ_STORE_ERROR, EZ_STORE_EXISTS, EZ_REFUSE_FILE_EXISTS, "file",
                       name, NULL);
    ez_store_fail(error, EZ_STORE_READ_ONLY, name, g_strerror(errno));
    return false;
}

EzStore *ez_store_create(const char *path, const EzStoreOptions *options, GError **error)
{
    g_autofree char *whole = ez_db_path(path, error);
    g_autoptr(EzStoreLock) lock = whole != NULL ? ez_store_lock_take(whole, error) : NULL;
    if (lock == NULL || !make_empty(whole, error))
        return NULL;
    EzStore *store = open_locked(whole, EZ_DB_CREATE, &lock, options, error);
    if (store == NULL)
        unlink(whole);
    return store;
}

EzStore *ez_store_open(const char *path, const EzStoreOptions *options, GError **error)
{
    g_autofree char *whole = ez_db_existing_path(path, error);
    if (whole == NULL)
        return NULL;
    g_autoptr(EzStoreLock) lock = ez_store_lock_take(whole, error);
    return lock != NULL ? open_locked(whole, EZ_DB_WRITE, &lock, options, error) : NULL;
}

void ez_store_free(EzStore *store)
{
    if (store == NULL)
        return;
    ez_writer_free(store->writer);
    ez_store_lock_free(store->lock);
    g_free(store);
}

void ez_store_put(EzStore *store, const EzEntry *entry, EzAcknowledge acknowledge, void *data)
{
    ez_writer_put(store->writer, entry, ez_store_time(store), acknowledge, data);
}

void ez_store_flush(EzStore *store)
{
    ez_writer_flush(store->writer);
}

int64_t ez_store_time(const EzStore *store)
{
    return store->before + (ez_clock_now(store->clock) - store->opened) / SECOND;
}
