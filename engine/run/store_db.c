// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_db.h"
#include "engine/run/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    APPLICATION_ID = 0x457a5365, // "EzSe"
    FORMAT = 1,
    BUSY_MS = 2000,
    LONGEST_VALUE = 256 << 20,
};

static const char schema[] =
#include "engine/run/store_schema.inc"
    ;

// ---- failing ---------------------------------------------------------------------------------

static const struct Failure {
    int code;
    EzStoreError error;
    EzRefusal sentence;
} failures[] = {
    {SQLITE_NOTADB, EZ_STORE_NOT_A_SESSION, EZ_REFUSE_FILE_NOT_A_SESSION},
    {SQLITE_CORRUPT, EZ_STORE_DAMAGED, EZ_REFUSE_FILE_DAMAGED},
    {SQLITE_BUSY, EZ_STORE_LOCKED, EZ_REFUSE_FILE_BUSY},
    {SQLITE_READONLY, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_READ_ONLY},
    {SQLITE_PERM, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_NOT_ALLOWED},
    {SQLITE_CANTOPEN, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_NOT_OPENED},
    {SQLITE_FULL, EZ_STORE_FULL, EZ_REFUSE_FILE_DISK_FULL},
    {SQLITE_CONSTRAINT, EZ_STORE_REFUSED, EZ_REFUSE_FILE_DOES_NOT_FIT},
    {SQLITE_TOOBIG, EZ_STORE_REFUSED, EZ_REFUSE_FILE_TOO_LONG},
};

static const struct Failure any_failure = {SQLITE_IOERR, EZ_STORE_IO,
                                           EZ_REFUSE_FILE_DISK_ERROR};

static bool fail_with(GError **error, int code, const char *name)
{
    const struct Failure *failure = &any_failure;
    for (size_t i = G_N_ELEMENTS(failures); i-- > 0;)
        if (failures[i].code == (code & 0xff) || failures[i].code == code)
            failure = &failures[i];
    return ez_fail(error, EZ_STORE_ERROR, (int)failure->error, failure->sentence, "file", name,
                   "number", EZ_NUMBER(code), NULL);
}

// SQLite calls many things an error of the disk of which the system says more. A sync that failed is one, whatever the reason.
static bool is_told_by_system(int code, int number)
{
    return code != SQLITE_IOERR_FSYNC && code != SQLITE_IOERR_DIR_FSYNC &&
           ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN) &&
           (number == ENOSPC || number == EDQUOT || number == EFBIG || number == EROFS);
}

bool ez_db_failed(EzDb *db, GError **error)
{
    int code = sqlite3_extended_errcode(db->handle);
    int number = sqlite3_system_errno(db->handle);
    return is_told_by_system(code, number) ? ez_store_file_failed(error, db->path, number)
                                           : fail_with(error, code, db->name);
}

// ---- statements ------------------------------------------------------------------------------

static sqlite3_stmt *prepared(EzDb *db, const char *sql, GError **error)
{
    sqlite3_stmt *statement = g_hash_table_lookup(db->statements, sql);
    if (statement != NULL)
        return statement;
    if (sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
        SQLITE_OK) {
        ez_db_failed(db, error);
        return NULL;
    }
    g_hash_table_insert(db->statements, (char *)sql, statement);
    return statement;
}

static int bind_bytes(sqlite3_stmt *statement, int i, GBytes *bytes)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return sqlite3_bind_blob64(statement, i, data != NULL ? data : "", size, SQLITE_STATIC);
}

static int bind_whole(sqlite3_stmt *statement, int i, int64_t value, bool optional)
{
    return optional && value < 0 ? sqlite3_bind_null(statement, i)
                                 : sqlite3_bind_int64(statement, i, value);
}

static sqlite3_stmt *bound(EzDb *db, GError **error, const char *sql, const char *types,
                           va_list values)
{
    sqlite3_stmt *statement = prepared(db, sql, error);
    if (statement == NULL)
        return NULL;
    for (int i = 1, code = SQLITE_OK; types[i - 1] != '\0'; i++) {
        if (types[i - 1] == 's')
            code = sqlite3_bind_text(statement, i, va_arg(values, const char *), -1,
                                     SQLITE_STATIC);
        else if (types[i - 1] == 'b')
            code = bind_bytes(statement, i, va_arg(values, GBytes *));
        else
            code = bind_whole(statement, i, va_arg(values, int64_t), types[i - 1] == 'n');
        if (code != SQLITE_OK) {
            ez_db_failed(db, error);
            ez_db_stop(statement);
            return NULL;
        }
    }
    return statement;
}

void ez_db_stop(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

EzStep ez_db_next(EzDb *db, sqlite3_stmt *statement, GError **error)
{
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        return EZ_STEP_ROW;
    if (code != SQLITE_DONE)
        ez_db_failed(db, error);
    ez_db_stop(statement);
    return code == SQLITE_DONE ? EZ_STEP_DONE : EZ_STEP_FAILED;
}

sqlite3_stmt *ez_db_query(EzDb *db, GError **error, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = bound(db, error, sql, types, values);
    va_end(values);
    return statement;
}

bool ez_db_run(EzDb *db, GError **error, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = bound(db, error, sql, types, values);
    va_end(values);
    return statement != NULL && ez_db_next(db, statement, error) == EZ_STEP_DONE;
}

bool ez_db_number(EzDb *db, GError **error, int64_t *value, const char *sql, const char *types,
                  ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = bound(db, error, sql, types, values);
    va_end(values);
    EzStep step = statement != NULL ? ez_db_next(db, statement, error) : EZ_STEP_FAILED;
    if (step != EZ_STEP_ROW)
        return step == EZ_STEP_DONE;
    if (sqlite3_column_type(statement, 0) != SQLITE_NULL)
        *value = sqlite3_column_int64(statement, 0);
    ez_db_stop(statement);
    return true;
}

static bool execute(EzDb *db, const char *sql, GError **error)
{
    return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
           ez_db_failed(db, error);
}

// ---- is it a session? ------------------------------------------------------------------------

static bool is_of_format(EzDb *db, GError **error)
{
    int64_t application = 0, format = 0;
    if (!ez_db_number(db, error, &application, "PRAGMA application_id", "") ||
        !ez_db_number(db, error, &format, "PRAGMA user_version", ""))
        return false;
    if (application != APPLICATION_ID)
        return fail_with(error, SQLITE_NOTADB, db->name);
    if (format == FORMAT)
        return true;
    if (format < FORMAT)
        return fail_with(error, SQLITE_CORRUPT, db->name);
    ez_fail(error, EZ_STORE_ERROR, EZ_STORE_TOO_NEW, EZ_REFUSE_FILE_TOO_NEW, "file", db->name,
            "format", EZ_NUMBER(format), "most", EZ_NUMBER(FORMAT), NULL);
    return false;
}

// All that the file defines, as text; owned by the caller. NULL on failure.
static char *definitions(sqlite3 *handle)
{
    static const char sql[] = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') || ';' "
                              "FROM sqlite_schema ORDER BY type, name";
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, NULL) != SQLITE_OK)
        return NULL;
    GString *all = g_string_new(NULL);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        g_string_append(all, text != NULL ? text : "");
    }
    sqlite3_finalize(statement);
    return g_string_free(all, code != SQLITE_DONE);
}

static void *make_our_definitions(void *data)
{
    sqlite3 *blank = NULL;
    char *ours = NULL;
    if (sqlite3_open(":memory:", &blank) == SQLITE_OK &&
        sqlite3_exec(blank, schema, NULL, NULL, NULL) == SQLITE_OK)
        ours = definitions(blank);
    sqlite3_close(blank);
    return ours;
}

// A trigger or view of somebody else's would run with our rights: only our own tables are read.
static bool has_our_tables(EzDb *db, GError **error)
{
    static GOnce once = G_ONCE_INIT; // they never change, and a session is opened several times
    const char *ours = g_once(&once, make_our_definitions, NULL);
    g_autofree char *theirs = definitions(db->handle);
    if (theirs == NULL)
        return ez_db_failed(db, error);
    return g_strcmp0(ours, theirs) == 0 || fail_with(error, SQLITE_CORRUPT, db->name);
}

static bool is_whole(EzDb *db, GError **error)
{
    sqlite3_stmt *statement = ez_db_query(db, error, "PRAGMA quick_check(1)", "");
    if (statement == NULL || ez_db_next(db, statement, error) != EZ_STEP_ROW)
        return false;
    bool whole = g_strcmp0((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    ez_db_stop(statement);
    return whole || fail_with(error, SQLITE_CORRUPT, db->name);
}

static void finalize(void *statement)
{
    sqlite3_finalize(statement);
}

// ---- opening ---------------------------------------------------------------------------------

static int count_pages(void *data, sqlite3 *handle, const char *name, int pages)
{
    EzDb *db = data;
    db->wal_pages = pages;
    return SQLITE_OK;
}

// A file that turns out to be no session, or a damaged one, is closed as it was found: nothing is moved into it from its WAL.
// What was erased may not come back on another disk: VACUUM keeps its copy in memory. Checkpoints are made between commits, so that no
// acknowledgement waits for one.
static bool set_up(EzDb *db, GError **error)
{
    sqlite3_busy_timeout(db->handle, BUSY_MS);
    sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_wal_hook(db->handle, count_pages, db);
    return execute(db,
                   "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
                   "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;"
                   "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL;",
                   error);
}

static bool make_tables(EzDb *db, GError **error)
{
    g_autofree char *sql = g_strdup_printf(
        "PRAGMA application_id=%d; PRAGMA user_version=%d; %s", APPLICATION_ID, FORMAT, schema);
    return execute(db, sql, error);
}

static bool use_wal(EzDb *db, GError **error)
{
    sqlite3_stmt *statement = ez_db_query(db, error, "PRAGMA journal_mode=WAL", "");
    if (statement == NULL || ez_db_next(db, statement, error) != EZ_STEP_ROW)
        return false;
    bool wal = g_strcmp0((const char *)sqlite3_column_text(statement, 0), "wal") == 0;
    ez_db_stop(statement);
    if (!wal)
        ez_fail(error, EZ_STORE_ERROR, EZ_STORE_READ_ONLY, EZ_REFUSE_FILE_NO_WAL, "file",
                db->name, NULL);
    return wal;
}

static bool prepare(EzDb *db, EzDbMode mode, GError **error)
{
    if (!set_up(db, error))
        return false;
    if (!is_of_format(db, error) || !has_our_tables(db, error) || !is_whole(db, error))
        return false;
    if (mode == EZ_DB_READ)
        return execute(db, "PRAGMA query_only=ON", error);
    return sqlite3_db_readonly(db->handle, "main") == 0
               ? use_wal(db, error)
               : fail_with(error, SQLITE_READONLY, db->name);
}

// `what` is the path, or says more than it.
static EzDb *connect(const char *path, const char *what, int flags, const char *vfs,
                     GError **error)
{
    g_autoptr(EzDb) db = g_new0(EzDb, 1);
    db->path = g_strdup(path);
    db->name = g_path_get_basename(path);
    db->statements = g_hash_table_new_full(NULL, NULL, NULL, finalize);
    flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    int code = sqlite3_open_v2(what, &db->handle, flags, vfs);
    if (code == SQLITE_OK)
        return g_steal_pointer(&db);
    fail_with(error, code, db->name);
    return NULL;
}

// How large the file beside it with this ending is; -1 when there is none.
static int64_t size_beside(const char *path, const char *end)
{
    struct stat there;
    g_autofree char *file = g_strconcat(path, end, NULL);
    return stat(file, &there) == 0 ? (int64_t)there.st_size : -1;
}

// Nobody can write a session in a folder that may only be read, as on a disk that was handed over: it is read as it lies there, for SQLite
// would want to put a file beside it.
static bool is_frozen(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return access(folder, W_OK) != 0 && size_beside(path, "-wal") <= 0 &&
           size_beside(path, "-lock") < 0;
}

static EzDb *connect_to(const char *path, EzDbMode mode, const char *vfs, GError **error)
{
    if (mode != EZ_DB_READ || !is_frozen(path))
        return connect(path, path, SQLITE_OPEN_READWRITE, vfs, error);
    g_autofree char *uri = g_filename_to_uri(path, NULL, error);
    g_autofree char *frozen = uri != NULL ? g_strconcat(uri, "?immutable=1", NULL) : NULL;
    return frozen != NULL
               ? connect(path, frozen, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, vfs, error)
               : NULL;
}

// Who reads may write too where that is allowed: only then SQLite takes away what it puts beside the file. What waits in the WAL stays there.
EzDb *ez_db_open(const char *path, EzDbMode mode, const char *vfs, GError **error)
{
    bool keep = mode == EZ_DB_READ && size_beside(path, "-wal") > 0;
    g_autoptr(EzDb) db = connect_to(path, mode, vfs, error);
    if (db == NULL || !prepare(db, mode, error))
        return NULL;
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, NULL);
    return g_steal_pointer(&db);
}

EzDb *ez_db_new(GError **error)
{
    g_autoptr(EzDb) db = connect(
        ":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL, error);
    bool made = db != NULL && set_up(db, error) && make_tables(db, error);
    return made ? g_steal_pointer(&db) : NULL;
}

// Two bytes of the format tell by which kind of journal a file is written and read. There is no WAL in memory, so its mark is put in here: to
// change it in the file takes a journal of the other kind, which a crash would leave.
enum { WRITTEN_BY = 18, READ_BY = 19, WAL = 2 };

GBytes *ez_db_image(EzDb *db, GError **error)
{
    sqlite3_int64 size;
    unsigned char *image = sqlite3_serialize(db->handle, "main", &size, 0);
    if (image == NULL) {
        fail_with(error, SQLITE_NOMEM, db->name);
        return NULL;
    }
    image[WRITTEN_BY] = image[READ_BY] = WAL;
    return g_bytes_new_with_free_func(image, (gsize)size, sqlite3_free, image);
}

void ez_db_close(EzDb *db)
{
    if (db == NULL)
        return;
    g_hash_table_unref(db->statements);
    sqlite3_close(db->handle);
    g_free(db->path);
    g_free(db->name);
    g_free(db);
}

char *ez_db_path(const char *path, GError **error)
{
    char *whole = realpath(path, NULL);
    g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(path);
    if (whole == NULL && errno == ENOENT) {
        char *parent = realpath(folder, NULL);
        whole = parent != NULL ? g_build_filename(parent, name, NULL) : NULL;
        free(parent);
    } else if (whole != NULL) {
        char *copy = g_strdup(whole);
        free(whole);
        whole = copy;
    }
    if (whole == NULL)
        ez_store_file_failed(error, path, errno);
    return whole;
}

char *ez_db_existing_path(const char *path, GError **error)
{
    g_autofree char *whole = ez_db_path(path, error);
    if (whole == NULL || g_file_test(whole, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&whole);
    bool folder = g_file_test(whole, G_FILE_TEST_IS_DIR);
    ez_fail(error, EZ_STORE_ERROR, EZ_STORE_MISSING,
            folder ? EZ_REFUSE_FILE_IS_FOLDER : EZ_REFUSE_FILE_MISSING, "file", path, NULL);
    return NULL;
}

// The format of SQLite has its name at 0 and the application's id at 68.
bool ez_db_is_session(const char *path)
{
    unsigned char header[72] = {0};
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    ssize_t size = fd >= 0 ? read(fd, header, sizeof header) : -1;
    if (fd >= 0)
        close(fd);
    uint32_t id = (uint32_t)header[68] << 24 | header[69] << 16 | header[70] << 8 | header[71];
    return size == (ssize_t)sizeof header && memcmp(header, "SQLite format 3", 16) == 0 &&
           id == APPLICATION_ID;
}

// ---- housekeeping ----------------------------------------------------------------------------

bool ez_db_moved(EzDb *db)
{
    int moved = 0;
    sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

void ez_db_checkpoint(EzDb *db)
{
    if (sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) ==
        SQLITE_OK)
        db->wal_pages = 0;
}

// A reader that goes on does not hold everybody up: this is tried again later.
static bool empty_wal(EzDb *db)
{
    sqlite3_busy_timeout(db->handle, 0);
    int code =
        sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_busy_timeout(db->handle, BUSY_MS);
    return code == SQLITE_OK;
}

// secure_delete is not enough: when SQLite balances pages it leaves copies of rows in their free space.
bool ez_db_scrub(EzDb *db)
{
    int64_t pending = 0;
    if (!ez_db_number(db, NULL, &pending, "SELECT count(*) FROM scrub", ""))
        return false;
    return pending == 0 || (execute(db, "VACUUM", NULL) && empty_wal(db) &&
                            ez_db_run(db, NULL, "DELETE FROM scrub", ""));
}
