// SPDX-License-Identifier: EUPL-1.2
// A connection to the file of a session, for the store's own files: SQLite with its failures as sentences. Used by one thread at a time.
#pragma once

#include "engine/run/store_error.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum EzDbMode { EZ_DB_WRITE, EZ_DB_READ } EzDbMode;

typedef struct EzDb {
    sqlite3 *handle;
    char *path, *name;      // name: the last part of the path, for messages
    GHashTable *statements; // by the address of their SQL
    int wal_pages;          // that wait for a checkpoint
} EzDb;

// Opens a file. Fails unless it is a whole session of this format. `path` is absolute; `vfs` NULL = the machine's.
EzDb *ez_db_open(const char *path, EzDbMode mode, const char *vfs, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// A session in memory, with its tables and no row in them.
EzDb *ez_db_new(GError **error) G_GNUC_WARN_UNUSED_RESULT;
// All that a session in memory holds, as the bytes of a file.
GBytes *ez_db_image(EzDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_db_close(EzDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzDb, ez_db_close)

// The path as SQLite sees it, without links; owned by the caller. The file need not exist, its folder must.
char *ez_db_path(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// The same for a session that exists; what is no file is told.
char *ez_db_existing_path(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// Whether a file, whole or damaged, begins as a session does. Not for one that is open in this process: closing it here would let go of SQLite's
// locks.
bool ez_db_is_session(const char *path);
// The error for what SQLite said last; always false.
bool ez_db_failed(EzDb *db, GError **error);

// Runs SQL that gives no rows. `types` has a letter for each parameter: s text or NULL, i int64_t, n int64_t where -1 is NULL, b GBytes.
// The SQL is prepared once for each address: it must be a literal.
bool ez_db_run(EzDb *db, GError **error, const char *sql, const char *types, ...);
// The first column of the first row; without one `value` stays.
bool ez_db_number(EzDb *db, GError **error, int64_t *value, const char *sql, const char *types,
                  ...);
// A statement with its parameters, to be stepped with ez_db_next until that gives no row; texts must live until then. NULL on failure.
sqlite3_stmt *ez_db_query(EzDb *db, GError **error, const char *sql, const char *types, ...);
typedef enum EzStep { EZ_STEP_FAILED, EZ_STEP_ROW, EZ_STEP_DONE } EzStep;
// After anything but a row the statement is reset.
EzStep ez_db_next(EzDb *db, sqlite3_stmt *statement, GError **error);
// Ends a query early.
void ez_db_stop(sqlite3_stmt *statement);

// True when the file is no longer at its path.
bool ez_db_moved(EzDb *db);
// Moves what readers do not hold from the WAL into the file, in passing.
void ez_db_checkpoint(EzDb *db);
// Writes the file anew without free space, and empties the WAL. False when that did not work, or a reader holds the WAL; then
// it is to be tried again. Does nothing where nothing was erased.
bool ez_db_scrub(EzDb *db);
