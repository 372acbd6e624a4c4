// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/faulty_vfs.h"

#include <glib.h>
#include <sqlite3.h>
#include <string.h>

static const struct {
    const char *name;
    int code;
} faults[EZ_DISK_COUNT] = {
    [EZ_DISK_NONE] = {"none", SQLITE_OK},
    [EZ_DISK_FULL] = {"full", SQLITE_FULL},
    [EZ_DISK_WRITE] = {"write", SQLITE_IOERR_WRITE},
    [EZ_DISK_SYNC] = {"sync", SQLITE_IOERR_FSYNC},
    [EZ_DISK_READ] = {"read", SQLITE_IOERR_READ},
    [EZ_DISK_BUSY] = {"busy", SQLITE_BUSY},
};

// The writer's thread asks, and the test arms.
static struct {
    GMutex mutex;
    EzDiskFault fault;
    int left;
    bool stays, met;
    sqlite3_vfs vfs, *real;
} state;

// SQLITE_OK, or the code of the fault when it is due for this operation.
static int due(EzDiskFault operation)
{
    g_mutex_lock(&state.mutex);
    bool about = state.fault == operation;
    if (about && state.left > 0)
        state.left--;
    bool hit = about && state.left == 0 && (state.stays || !state.met);
    state.met = state.met || hit;
    g_mutex_unlock(&state.mutex);
    return hit ? faults[operation].code : SQLITE_OK;
}

// ---- a file: the real one behind ours --------------------------------------------------------

typedef struct File {
    sqlite3_file base;
    sqlite3_file *real;
} File;

#define REAL(file)            (((File *)(file))->real)
#define CALL(file, name, ...) (REAL(file)->pMethods->name(REAL(file), ##__VA_ARGS__))

static int file_close(sqlite3_file *file)
{
    return CALL(file, xClose);
}

static int file_read(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    int code = due(EZ_DISK_READ);
    return code != SQLITE_OK ? code : CALL(file, xRead, to, size, at);
}

static int file_write(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    int code = due(EZ_DISK_FULL);
    if (code == SQLITE_OK && (code = due(EZ_DISK_WRITE)) != SQLITE_OK)
        CALL(file, xWrite, from, size / 2, at);
    return code != SQLITE_OK ? code : CALL(file, xWrite, from, size, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int code = due(EZ_DISK_WRITE);
    return code != SQLITE_OK ? code : CALL(file, xTruncate, size);
}

static int file_sync(sqlite3_file *file, int flags)
{
    int code = due(EZ_DISK_SYNC);
    return code != SQLITE_OK ? code : CALL(file, xSync, flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return CALL(file, xFileSize, size);
}

static int file_lock(sqlite3_file *file, int lock)
{
    int code = due(EZ_DISK_BUSY);
    return code != SQLITE_OK ? code : CALL(file, xLock, lock);
}

static int file_unlock(sqlite3_file *file, int lock)
{
    return CALL(file, xUnlock, lock);
}

static int file_check_lock(sqlite3_file *file, int *reserved)
{
    return CALL(file, xCheckReservedLock, reserved);
}

static int file_control(sqlite3_file *file, int operation, void *argument)
{
    return CALL(file, xFileControl, operation, argument);
}

static int file_sector(sqlite3_file *file)
{
    return CALL(file, xSectorSize);
}

static int file_device(sqlite3_file *file)
{
    return CALL(file, xDeviceCharacteristics);
}

static int shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    return CALL(file, xShmMap, page, size, extend, to);
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    int code = flags & SQLITE_SHM_LOCK ? due(EZ_DISK_BUSY) : SQLITE_OK;
    return code != SQLITE_OK ? code : CALL(file, xShmLock, offset, count, flags);
}

static void shm_barrier(sqlite3_file *file)
{
    CALL(file, xShmBarrier);
}

static int shm_unmap(sqlite3_file *file, int remove)
{
    return CALL(file, xShmUnmap, remove);
}

static const sqlite3_io_methods methods = {
    2,           file_close, file_read,   file_write,      file_truncate, file_sync,
    file_size,   file_lock,  file_unlock, file_check_lock, file_control,  file_sector,
    file_device, shm_map,    shm_lock,    shm_barrier,     shm_unmap,     NULL,
    NULL,
};

// ---- the VFS ---------------------------------------------------------------------------------

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    File *ours = (File *)file;
    ours->base.pMethods = NULL;
    ours->real = (sqlite3_file *)(ours + 1);
    int code = state.real->xOpen(state.real, name, ours->real, flags, out);
    if (code == SQLITE_OK)
        ours->base.pMethods = &methods;
    return code;
}

// Whoever waits for a lock does so without waiting.
static int vfs_sleep(sqlite3_vfs *vfs, int microseconds)
{
    return microseconds;
}

const char *ez_faulty_vfs(void)
{
    if (state.real == NULL) {
        state.real = sqlite3_vfs_find(NULL);
        state.vfs = *state.real; // all that is not about a file is the real one's
        state.vfs.zName = "faulty";
        state.vfs.szOsFile = (int)sizeof(File) + state.real->szOsFile;
        state.vfs.xOpen = vfs_open;
        state.vfs.xSleep = vfs_sleep;
        state.vfs.pNext = NULL;
        g_assert_cmpint(sqlite3_vfs_register(&state.vfs, 0), ==, SQLITE_OK);
    }
    return state.vfs.zName;
}

void ez_faulty_vfs_arm(EzDiskFault fault, int n, bool stays)
{
    g_mutex_lock(&state.mutex);
    state.fault = fault;
    state.left = n;
    state.stays = stays;
    state.met = false;
    g_mutex_unlock(&state.mutex);
}

bool ez_faulty_vfs_met(void)
{
    g_mutex_lock(&state.mutex);
    bool met = state.met;
    g_mutex_unlock(&state.mutex);
    return met;
}

bool ez_faulty_vfs_disarm(void)
{
    g_mutex_lock(&state.mutex);
    state.fault = EZ_DISK_NONE;
    g_mutex_unlock(&state.mutex);
    return ez_faulty_vfs_met();
}

const char *ez_disk_fault_name(EzDiskFault fault)
{
    return faults[fault].name;
}
