// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_apply.h"
#include "engine/run/store_anonymous.h"

bool ez_apply_begin(EzApply *apply, GError **error)
{
    apply->last = 0;
    apply->erased = false;
    return ez_db_number(apply->db, error, &apply->last, "SELECT max(seq) FROM journal", "");
}

static bool refuse(EzApply *apply, GError **error, const char *why)
{
    g_autofree char *sentence = g_strdup_printf("this row cannot be kept: %s", why);
    ez_store_fail(error, EZ_STORE_REFUSED, apply->db->name, sentence);
    return false;
}

// The payload has the row's own number: its id tells nothing that the row does not.
static bool add_row(EzApply *apply, const EzEntry *entry, int64_t at, GError **error)
{
    EzDb *db = apply->db;
    const EzEventKind *kind = ez_event_kind(entry->event);
    int64_t seq = apply->last + 1;
    if (entry->text != NULL &&
        !ez_db_run(db, error, "INSERT INTO payload(id, text) VALUES(?, ?)", "is", seq,
                   entry->text))
        return false;
    if (!ez_db_run(db, error,
                   "INSERT INTO journal(seq, key, kind, shape, ev, by, idem, at, payload_id) "
                   "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   "issssssnn", seq, entry->key, entry->kind, entry->shape, kind->name,
                   entry->by, entry->idem, kind->timed ? at : (int64_t)-1,
                   entry->text != NULL ? seq : (int64_t)-1))
        return false;
    apply->last = seq;
    return true;
}

// ---- what some events do before their row ----------------------------------------------------

static bool pin_sources(EzApply *apply, const EzEntry *entry, GError **error)
{
    for (int i = 0; i < entry->n_sources; i++) {
        const EzPinned *source = &entry->sources[i];
        g_autofree char *hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, source->bytes);
        if (!ez_db_run(apply->db, error,
                       "INSERT OR IGNORE INTO source(hash, path, text) VALUES(?, ?, ?)", "ssb",
                       hash, source->path, source->bytes))
            return false;
    }
    return true;
}

static bool put_person(EzApply *apply, const EzEntry *entry, GError **error)
{
    static const char sql[] =
        "INSERT INTO participant(id, token_hash, role, locale) VALUES(?, ?, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET token_hash = coalesce(excluded.token_hash, token_hash), "
        "role = excluded.role, locale = excluded.locale";
    const EzParticipant *person = &entry->person;
    return person->id == NULL || ez_db_run(apply->db, error, sql, "ssss", person->id,
                                           person->token_hash, person->role, person->locale);
}

// Who leads the session is there from its first row on.
static bool begin(EzApply *apply, const EzEntry *entry, GError **error)
{
    return pin_sources(apply, entry, error) && put_person(apply, entry, error);
}

// An answer that forgot that its step is anonymous is stopped here, at the last surface.
static bool check_named(EzApply *apply, const EzEntry *entry, GError **error)
{
    int64_t opened;
    if (!ez_anonymous_opened(apply->db, entry->key, &opened, error))
        return false;
    return opened == 0 ||
           refuse(apply, error, "this step is anonymous, and this answer says whose it is");
}

static bool gather(EzApply *apply, const EzEntry *entry, GError **error)
{
    int64_t opened;
    if (!ez_anonymous_opened(apply->db, entry->key, &opened, error))
        return false;
    if (opened == 0)
        return true;
    g_autofree char *list = ez_anonymous_gather(apply->db, entry->key, error);
    EzEntry gathered = {.event = EZ_EVENT_INPUT,
                        .key = entry->key,
                        .kind = entry->kind,
                        .shape = entry->shape,
                        .text = list};
    apply->erased = true;
    return list != NULL && (*list == '\0' || add_row(apply, &gathered, -1, error)) &&
           ez_anonymous_destroy(apply->db, entry->key, 0, error);
}

static bool drop(EzApply *apply, const EzEntry *entry, GError **error)
{
    apply->erased = true;
    return ez_anonymous_destroy(apply->db, entry->key, 0, error);
}

// With another secret, unless it was never closed, or the session will open it in a row of its own.
static bool reopen(EzApply *apply, const char *step, int64_t from, GError **error)
{
    int64_t row = 0, opened;
    if (!ez_db_number(apply->db, error, &row,
                      "SELECT max(seq) FROM journal WHERE key = ? AND ev = 'open'", "s",
                      step) ||
        !ez_anonymous_opened(apply->db, step, &opened, error))
        return false;
    return row == 0 || row > from || opened > 0 ||
           ez_anonymous_open(apply->db, step, row, error);
}

// What was open after the point to which the session goes back was never said.
static bool drop_later(EzApply *apply, const EzEntry *entry, GError **error)
{
    int64_t from = 0;
    if (!ez_db_number(apply->db, error, &from,
                      "SELECT max(seq) FROM journal WHERE key = ? AND ev = 'open'", "s",
                      entry->key))
        return false;
    if (from == 0)
        return refuse(apply, error, "the step to go back to was never opened");
    apply->erased = true;
    bool good = ez_anonymous_destroy(apply->db, NULL, from, error);
    for (const char *const *step = entry->reopens; good && *step != NULL; step++)
        good = reopen(apply, *step, from, error);
    return good;
}

static bool redact(EzApply *apply, const EzEntry *entry, GError **error)
{
    if (!ez_db_run(apply->db, error,
                   "UPDATE payload SET text = ? WHERE id = "
                   "(SELECT payload_id FROM journal WHERE seq = ?)",
                   "si", entry->left, entry->redacts))
        return false;
    if (sqlite3_changes(apply->db->handle) == 0)
        return refuse(apply, error, "the row to be erased has no text");
    apply->erased = true;
    return ez_db_run(apply->db, error, "INSERT OR IGNORE INTO scrub VALUES(1)", "");
}

static bool (*const before[EZ_EVENT_COUNT])(EzApply *, const EzEntry *, GError **) = {
    [EZ_EVENT_START] = begin,       [EZ_EVENT_SCRIPT] = pin_sources,
    [EZ_EVENT_JOIN] = put_person,   [EZ_EVENT_ROLE] = put_person,
    [EZ_EVENT_INPUT] = check_named, [EZ_EVENT_WITHDRAW] = check_named,
    [EZ_EVENT_CLOSE] = gather,      [EZ_EVENT_SKIP] = drop,
    [EZ_EVENT_REWIND] = drop_later, [EZ_EVENT_REDACT] = redact,
};

// ---- an entry --------------------------------------------------------------------------------

static bool find_repeated(EzApply *apply, const EzEntry *entry, int64_t *seq, GError **error)
{
    return entry->idem == NULL ||
           ez_db_number(apply->db, error, seq, "SELECT seq FROM journal WHERE idem = ?", "s",
                        entry->idem);
}

static bool journal(EzApply *apply, const EzEntry *entry, int64_t at, EzApplied *applied,
                    GError **error)
{
    int64_t first = 0;
    if (!find_repeated(apply, entry, &first, error))
        return false;
    if (first > 0) {
        *applied = (EzApplied){first, true};
        return true;
    }
    if (before[entry->event] != NULL && !before[entry->event](apply, entry, error))
        return false;
    if (!add_row(apply, entry, at, error))
        return false;
    *applied = (EzApplied){apply->last, false};
    return !entry->anonymous || entry->event != EZ_EVENT_OPEN ||
           ez_anonymous_open(apply->db, entry->key, apply->last, error);
}

static bool anonymous(EzApply *apply, const EzEntry *entry, EzApplied *applied, GError **error)
{
    apply->erased = apply->erased || entry->event == EZ_EVENT_WITHDRAW;
    return ez_anonymous_put(apply->db, entry, &applied->seq, &applied->repeated, error);
}

// Undoes the entry alone. When not even that works, the whole transaction goes.
static bool undo(EzApply *apply, GError **error)
{
    g_autoptr(GError) second = NULL;
    if (ez_db_run(apply->db, &second, "ROLLBACK TO entry", "") &&
        ez_db_run(apply->db, &second, "RELEASE entry", ""))
        return false;
    g_clear_error(error);
    g_propagate_error(error, g_steal_pointer(&second));
    return false;
}

bool ez_apply_entry(EzApply *apply, const EzEntry *entry, int64_t at, EzApplied *applied,
                    GError **error)
{
    const char *fault = ez_entry_fault(entry);
    if (fault != NULL)
        return refuse(apply, error, fault);
    int64_t last = apply->last;
    GError *why = NULL;
    if (!ez_db_run(apply->db, error, "SAVEPOINT entry", ""))
        return false;
    bool kept = entry->token != NULL ? anonymous(apply, entry, applied, &why)
                                     : journal(apply, entry, at, applied, &why);
    if (kept)
        return ez_db_run(apply->db, error, "RELEASE entry", "");
    apply->last = last;
    bool refused = g_error_matches(why, EZ_STORE_ERROR, EZ_STORE_REFUSED);
    g_propagate_error(error, why);
    return refused ? undo(apply, error) : false;
}
