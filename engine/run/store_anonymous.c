// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_anonymous.h"
#include "engine/base/json.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

enum { SECRET_BYTES = 32 };

static bool refuse(EzDb *db, GError **error, const char *sentence)
{
    ez_store_fail(error, EZ_STORE_REFUSED, db->name, sentence);
    return false;
}

// 64 letters in hex from the system's generator; NULL on failure.
static char *make_secret(EzDb *db, GError **error)
{
    unsigned char bytes[SECRET_BYTES];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        ez_store_fail(error, EZ_STORE_IO, db->name, g_strerror(errno));
        return NULL;
    }
    GString *hex = g_string_sized_new(2 * sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        g_string_append_printf(hex, "%02x", bytes[i]);
    return g_string_free(hex, FALSE);
}

char *ez_anonymous_hmac(const char *secret, const char *use, const char *text)
{
    g_autofree char *message = g_strconcat(use, ":", text, NULL);
    return g_compute_hmac_for_string(G_CHECKSUM_SHA256, (const guchar *)secret, strlen(secret),
                                     message, -1);
}

bool ez_anonymous_opened(EzDb *db, const char *step, int64_t *opened, GError **error)
{
    *opened = 0;
    return ez_db_number(db, error, opened, "SELECT opened FROM open_step WHERE step = ?", "s",
                        step);
}

bool ez_anonymous_open(EzDb *db, const char *step, int64_t seq, GError **error)
{
    g_autofree char *secret = make_secret(db, error);
    return secret != NULL &&
           ez_db_run(db, error, "INSERT INTO open_step(step, opened, secret) VALUES(?, ?, ?)",
                     "sis", step, seq, secret);
}

// ---- one answer ------------------------------------------------------------------------------

typedef struct Answer {
    const char *step;
    int64_t opened;
    char *token, *idem, *withdrawn; // as HMAC
} Answer;

static void clear_answer(Answer *answer)
{
    g_free(answer->token);
    g_free(answer->idem);
    g_free(answer->withdrawn);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Answer, clear_answer)

static bool read_answer(EzDb *db, const EzEntry *entry, Answer *answer, GError **error)
{
    sqlite3_stmt *statement = ez_db_query(
        db, error, "SELECT opened, secret FROM open_step WHERE step = ?", "s", entry->key);
    EzStep step = statement != NULL ? ez_db_next(db, statement, error) : EZ_STEP_FAILED;
    if (step == EZ_STEP_DONE)
        return refuse(db, error, "this step takes no more answers");
    if (step == EZ_STEP_FAILED)
        return false;
    const char *secret = (const char *)sqlite3_column_text(statement, 1);
    answer->step = entry->key;
    answer->opened = sqlite3_column_int64(statement, 0);
    answer->token = ez_anonymous_hmac(secret, "token", entry->token);
    if (entry->idem != NULL)
        answer->idem = ez_anonymous_hmac(secret, "idem", entry->idem);
    if (entry->withdrawn != NULL)
        answer->withdrawn = ez_anonymous_hmac(secret, "idem", entry->withdrawn);
    ez_db_stop(statement);
    return true;
}

// Ids at random: neither their order nor the gaps that they leave tell when an answer came.
static bool insert_answer(EzDb *db, const Answer *answer, const char *text, GError **error)
{
    return ez_db_run(db, error,
                     "INSERT INTO payload(id, text) VALUES(-1 - (random() & "
                     "0x3fffffffffffffff), ?)",
                     "s", text) &&
           ez_db_run(db, error,
                     "INSERT INTO open_answer(step, hmac, idem_hmac, payload_id) "
                     "VALUES(?, ?, ?, ?)",
                     "sssi", answer->step, answer->token, answer->idem,
                     (int64_t)sqlite3_last_insert_rowid(db->handle));
}

static bool put_answer(EzDb *db, const Answer *answer, const char *text, bool *repeated,
                       GError **error)
{
    int64_t count = 0;
    if (!ez_db_number(db, error, &count,
                      "SELECT count(*) FROM open_answer WHERE step = ? AND idem_hmac = ?", "ss",
                      answer->step, answer->idem))
        return false;
    *repeated = count > 0;
    return *repeated || insert_answer(db, answer, text, error);
}

// The row stays without its text: a late repetition of the answer does not bring it back.
static bool withdraw_answer(EzDb *db, const Answer *answer, bool *repeated, GError **error)
{
    static const char mine[] = "SELECT coalesce(payload_id, 0) FROM open_answer WHERE step = ? "
                               "AND idem_hmac = ? AND hmac = ?";
    int64_t payload = 1;
    if (!ez_db_number(db, error, &payload, mine, "sss", answer->step, answer->withdrawn,
                      answer->token))
        return false;
    if (payload == 1)
        return refuse(db, error, "this answer is not there, or is somebody else's");
    *repeated = payload == 0;
    return *repeated ||
           (ez_db_run(db, error, "DELETE FROM payload WHERE id = ?", "i", payload) &&
            ez_db_run(db, error, "INSERT OR IGNORE INTO scrub VALUES(1)", ""));
}

bool ez_anonymous_put(EzDb *db, const EzEntry *entry, int64_t *opened, bool *repeated,
                      GError **error)
{
    g_auto(Answer) answer = {0};
    if (!read_answer(db, entry, &answer, error))
        return false;
    *opened = answer.opened;
    return entry->event == EZ_EVENT_WITHDRAW
               ? withdraw_answer(db, &answer, repeated, error)
               : put_answer(db, &answer, entry->text, repeated, error);
}

// ---- the end of a step -----------------------------------------------------------------------

char *ez_anonymous_gather(EzDb *db, const char *step, GError **error)
{
    static const char sorted[] =
        "SELECT text FROM open_answer JOIN payload ON id = payload_id "
        "WHERE step = ? AND text IS NOT NULL ORDER BY text COLLATE BINARY";
    sqlite3_stmt *statement = ez_db_query(db, error, sorted, "s", step);
    if (statement == NULL)
        return NULL;
    EzJson *json = ez_json_new();
    ez_json_open_list(json, "answers");
    int count = 0;
    EzStep at;
    while ((at = ez_db_next(db, statement, error)) == EZ_STEP_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        g_autofree char *valid = g_utf8_make_valid(text, -1);
        ez_json_text(json, NULL, valid);
        count++;
    }
    ez_json_close(json);
    g_autofree char *list = ez_json_finish(json);
    if (at == EZ_STEP_FAILED)
        return NULL;
    return count > 0 ? g_steal_pointer(&list) : g_strdup("");
}

bool ez_anonymous_destroy(EzDb *db, const char *step, int64_t from, GError **error)
{
    int64_t count = 0;
    if (!ez_db_number(db, error, &count,
                      "SELECT count(*) FROM open_step WHERE opened >= ? AND "
                      "step = coalesce(?, step)",
                      "is", from, step))
        return false;
    return count == 0 ||
           (ez_db_run(
                db, error,
                "DELETE FROM payload WHERE id IN (SELECT payload_id FROM open_answer "
                "JOIN open_step USING(step) WHERE opened >= ? AND step = coalesce(?, step))",
                "is", from, step) &&
            ez_db_run(db, error,
                      "DELETE FROM open_step WHERE opened >= ? AND step = coalesce(?, step)",
                      "is", from, step) &&
            ez_db_run(db, error, "INSERT OR IGNORE INTO scrub VALUES(1)", ""));
}
