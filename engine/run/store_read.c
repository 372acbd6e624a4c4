// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_read.h"
#include "engine/run/store_anonymous.h"
#include "engine/run/store_db.h"
#include "engine/run/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct EzReader {
    EzDb *db;
    sqlite3_stmt *rows, *people, *sources, *answers; // that are being read, or NULL
    char *mine; // HMAC of the token that open answers are compared with
};

static EzDb *open_existing(const char *path, GError **error)
{
    g_autofree char *whole = ez_db_existing_path(path, error);
    if (whole == NULL)
        return NULL;
    return ez_db_open(whole, EZ_DB_READ, NULL, error);
}

EzReader *ez_reader_open(const char *path, GError **error)
{
    int64_t rows;
    g_autoptr(EzDb) db = open_existing(path, error);
    // The snapshot is that of the first reading.
    if (db == NULL || !ez_db_run(db, error, "BEGIN", "") ||
        !ez_db_number(db, error, &rows, "SELECT max(seq) FROM journal", ""))
        return NULL;
    EzReader *reader = g_new0(EzReader, 1);
    reader->db = g_steal_pointer(&db);
    return reader;
}

void ez_reader_free(EzReader *reader)
{
    if (reader == NULL)
        return;
    ez_db_close(reader->db);
    g_free(reader->mine);
    g_free(reader);
}

static bool fail_damaged(EzReader *reader, sqlite3_stmt **statement, GError **error)
{
    ez_db_stop(*statement);
    *statement = NULL;
    ez_fail(error, EZ_STORE_ERROR, EZ_STORE_DAMAGED, EZ_REFUSE_FILE_DAMAGED, "file",
            reader->db->name, "number", "11", NULL);
    return false;
}

static bool step(EzReader *reader, sqlite3_stmt **statement, GError **error)
{
    if (ez_db_next(reader->db, *statement, error) == EZ_STEP_ROW)
        return true;
    *statement = NULL;
    return false;
}

// False when it is not UTF-8.
static bool read_text(sqlite3_stmt *statement, int column, const char **text)
{
    *text = (const char *)sqlite3_column_text(statement, column);
    return *text == NULL ||
           g_utf8_validate(*text, sqlite3_column_bytes(statement, column), NULL);
}

// ---- the journal -----------------------------------------------------------------------------

static bool read_row(sqlite3_stmt *statement, EzRow *row)
{
    const char *event;
    row->seq = sqlite3_column_int64(statement, 0);
    if (!read_text(statement, 1, &row->key) || !read_text(statement, 2, &row->kind) ||
        !read_text(statement, 3, &row->shape) || !read_text(statement, 4, &event) ||
        !read_text(statement, 5, &row->by) || !read_text(statement, 6, &row->idem) ||
        !read_text(statement, 9, &row->text))
        return false;
    row->event = event != NULL ? ez_event_by_name(event) : EZ_EVENT_COUNT;
    bool timed = sqlite3_column_type(statement, 7) != SQLITE_NULL;
    row->at = timed ? sqlite3_column_int64(statement, 7) : -1;
    row->erased = row->text == NULL && sqlite3_column_type(statement, 8) != SQLITE_NULL;
    return row->key != NULL && row->event != EZ_EVENT_COUNT;
}

bool ez_reader_next(EzReader *reader, EzRow *row, GError **error)
{
    static const char sql[] =
        "SELECT seq, key, kind, shape, ev, by, idem, at, payload_id, text "
        "FROM journal LEFT JOIN payload ON id = payload_id ORDER BY seq";
    if (reader->rows == NULL)
        reader->rows = ez_db_query(reader->db, error, sql, "");
    if (reader->rows == NULL || !step(reader, &reader->rows, error))
        return false;
    return read_row(reader->rows, row) || fail_damaged(reader, &reader->rows, error);
}

// ---- what belongs to it ----------------------------------------------------------------------

bool ez_reader_next_participant(EzReader *reader, EzParticipant *person, GError **error)
{
    static const char sql[] =
        "SELECT id, token_hash, role, locale FROM participant ORDER BY id";
    if (reader->people == NULL)
        reader->people = ez_db_query(reader->db, error, sql, "");
    if (reader->people == NULL || !step(reader, &reader->people, error))
        return false;
    sqlite3_stmt *at = reader->people;
    bool valid = read_text(at, 0, &person->id) && read_text(at, 1, &person->token_hash) &&
                 read_text(at, 2, &person->role) && read_text(at, 3, &person->locale);
    return valid || fail_damaged(reader, &reader->people, error);
}

bool ez_reader_next_pinned(EzReader *reader, EzPinned *source, const char **hash,
                           GError **error)
{
    static const char sql[] = "SELECT path, hash, text FROM source ORDER BY rowid";
    if (reader->sources == NULL)
        reader->sources = ez_db_query(reader->db, error, sql, "");
    if (reader->sources == NULL || !step(reader, &reader->sources, error))
        return false;
    sqlite3_stmt *at = reader->sources;
    bool valid = read_text(at, 0, &source->path) && read_text(at, 1, hash);
    const void *bytes = sqlite3_column_blob(at, 2);
    source->bytes = g_bytes_new(bytes, (gsize)sqlite3_column_bytes(at, 2));
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, source->bytes);
    if (valid && g_strcmp0(sum, *hash) == 0)
        return true;
    g_clear_pointer(&source->bytes, g_bytes_unref);
    return fail_damaged(reader, &reader->sources, error);
}

static bool find_mine(EzReader *reader, const char *step_key, const char *token, GError **error)
{
    g_clear_pointer(&reader->mine, g_free);
    if (token == NULL)
        return true;
    sqlite3_stmt *at = ez_db_query(
        reader->db, error, "SELECT secret FROM open_step WHERE step = ?", "s", step_key);
    EzStep found = at != NULL ? ez_db_next(reader->db, at, error) : EZ_STEP_FAILED;
    if (found != EZ_STEP_ROW)
        return found == EZ_STEP_DONE;
    reader->mine = ez_anonymous_hmac((const char *)sqlite3_column_text(at, 0), "token", token);
    ez_db_stop(at);
    return true;
}

bool ez_reader_next_open_answer(EzReader *reader, const char *step_key, const char *token,
                                EzOpenAnswer *answer, GError **error)
{
    static const char sql[] =
        "SELECT text, hmac FROM open_answer JOIN payload ON id = payload_id "
        "WHERE step = ? ORDER BY text COLLATE BINARY";
    if (reader->answers == NULL && find_mine(reader, step_key, token, error))
        reader->answers = ez_db_query(reader->db, error, sql, "s", step_key);
    if (reader->answers == NULL || !step(reader, &reader->answers, error))
        return false;
    const char *hmac;
    if (!read_text(reader->answers, 0, &answer->text) || answer->text == NULL ||
        !read_text(reader->answers, 1, &hmac))
        return fail_damaged(reader, &reader->answers, error);
    answer->mine = reader->mine != NULL && g_strcmp0(hmac, reader->mine) == 0;
    return true;
}

// ---- a copy ----------------------------------------------------------------------------------

bool ez_store_copy(const char *path, const char *to, GError **error)
{
    g_autoptr(EzDb) db = open_existing(path, error);
    if (db == NULL)
        return false;
    int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return ez_store_file_failed(error, to, errno);
    close(fd);
    // The copy is written by who may only read.
    if (ez_db_run(db, error, "PRAGMA query_only=OFF", "") &&
        ez_db_run(db, error, "VACUUM INTO ?", "s", to) &&
        (ez_store_file_sync(to) || ez_store_file_failed(error, to, errno)))
        return true;
    unlink(to);
    return false;
}
