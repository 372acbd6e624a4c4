// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store.h"
#include "engine/run/store_apply.h"
#include "engine/run/store_db.h"
#include "engine/run/store_file.h"
#include "engine/run/store_lock.h"
#include "engine/run/store_write.h"

#include <errno.h>
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
                       .before = CLAMP(before, 0, G_MAXINT64 / SECOND),
                       .opened = ez_clock_now(options->clock),
                       .writer = ez_writer_new(g_steal_pointer(&db))};
    return store;
}

// ---- a new one -------------------------------------------------------------------------------

// All that a new session holds, made where nobody sees it.
static GBytes *make_image(const EzEntry *first, GError **error)
{
    g_autoptr(EzDb) db = ez_db_new(error);
    EzApply apply = {.db = db};
    EzApplied applied;
    bool made = db != NULL && ez_db_run(db, error, "BEGIN", "") &&
                ez_apply_begin(&apply, error) &&
                (first == NULL || ez_apply_entry(&apply, first, 0, &applied, error)) &&
                ez_db_run(db, error, "COMMIT", "");
    return made ? ez_db_image(db, error) : NULL;
}

// What SQLite left beside a session that is there no more would be played into the new one. Rows that were acknowledged may stand in it, so
// only what is empty is taken away.
static bool clear_beside(const char *path, GError **error)
{
    static const char *const ends[] = {"-wal", "-journal"};
    g_autofree char *shared = g_strconcat(path, "-shm", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *file = g_strconcat(path, ends[i], NULL);
        struct stat there;
        if (stat(file, &there) != 0)
            continue;
        if (there.st_size > 0) {
            g_autofree char *name = g_path_get_basename(file);
            return ez_fail(error, EZ_STORE_ERROR, EZ_STORE_EXISTS, EZ_REFUSE_FILE_OF_ANOTHER,
                           "file", name, NULL);
        }
        unlink(file);
    }
    unlink(shared);
    return true;
}

static bool make_file(const char *path, const EzEntry *first, GError **error)
{
    struct stat there;
    if (lstat(path, &there) == 0)
        return ez_store_file_failed(error, path, EEXIST);
    g_autoptr(GBytes) image = make_image(first, error);
    return image != NULL && clear_beside(path, error) && ez_store_file_make(path, image, error);
}

// One that was made and could not be opened: nobody has put anything yet.
static void remove_new(const char *path)
{
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *file = g_strconcat(path, ends[i], NULL);
        unlink(file);
    }
}

EzStore *ez_store_create(const char *path, const EzEntry *first, const EzStoreOptions *options,
                         GError **error)
{
    g_autofree char *whole = ez_db_path(path, error);
    g_autoptr(EzStoreLock) lock = whole != NULL ? ez_store_lock_take(whole, error) : NULL;
    if (lock == NULL || !make_file(whole, first, error))
        return NULL;
    EzStore *store = open_locked(whole, EZ_DB_WRITE, &lock, options, error);
    if (store == NULL)
        remove_new(whole);
    return store;
}

// ---- one that exists -------------------------------------------------------------------------

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
    g_return_if_fail(!ez_writer_is_telling(store->writer));
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
