// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/live.h"

#include "engine/run/content.h"
#include "engine/run/store_forget.h"
#include "engine/run/store_read.h"

#include <string.h>

struct EzLive {
    char *path;
    EzStore *store;
    EzFileContent content; // of the file when the session was made
    EzSession *session;
    GHashTable *idems;
    GPtrArray *pending; // of Own: rows that the script brought about, not put yet
    GHashTable *counts; // key → answers of anonymous steps that are open
    // Anonymous answers that were given since the session was made, and can be taken back; see secret_of.
    GHashTable *secret;
    GError *failed; // of a commit
    int telling;    // acknowledgements of the caller's that are going on
};

// A row of the session itself.
typedef struct Own {
    EzEntry entry;
    char *key, *kind, *shape, *text;
} Own;

static void free_own(void *data)
{
    Own *own = data;
    g_free(own->key);
    g_free(own->kind);
    g_free(own->shape);
    g_free(own->text);
    g_free(own);
}

static void on_row(const EzRow *row, const EzStep *step, void *data)
{
    EzLive *live = data;
    Own *own = g_new0(Own, 1);
    *own = (Own){.key = g_strdup(row->key),
                 .kind = g_strdup(row->kind),
                 .shape = g_strdup(row->shape),
                 .text = g_strdup(row->text)};
    own->entry =
        (EzEntry){.event = row->event,
                  .key = own->key,
                  .kind = own->kind,
                  .shape = own->shape,
                  .text = own->text,
                  .anonymous = row->event == EZ_EVENT_OPEN && ez_step_is_anonymous(step)};
    g_ptr_array_add(live->pending, own);
}

// ---- the journal ---------------------------------------------------------------

// Keeps the first failure: nothing is taken after it.
static void on_ack(const EzAcknowledgement *ack, void *data)
{
    EzLive *live = data;
    if (ack->error != NULL && live->failed == NULL)
        live->failed = g_error_copy(ack->error);
}

static void put_pending(EzLive *live)
{
    for (guint i = 0; i < live->pending->len; i++)
        ez_store_put(live->store, &((Own *)live->pending->pdata[i])->entry, on_ack, live);
    g_ptr_array_set_size(live->pending, 0);
}

bool ez_live_flush(EzLive *live, GError **error)
{
    ez_store_flush(live->store);
    if (live->failed != NULL)
        g_propagate_error(error, g_error_copy(live->failed));
    return live->failed == NULL;
}

// ---- making the session ----------------------------------------------------------

static void new_session(EzLive *live)
{
    ez_session_free(live->session);
    live->session = ez_session_new(&(EzSessionSetup){.sources = live->content.sources,
                                                     .n_sources = live->content.n_sources,
                                                     .append = on_row,
                                                     .data = live});
}

static void learn_rows(EzLive *live)
{
    const GArray *rows = live->content.rows;
    for (guint i = 0; i < rows->len; i++) {
        const EzRow *row = &g_array_index(rows, EzRow, i);
        if (row->idem != NULL)
            g_hash_table_add(live->idems, g_strdup(row->idem));
    }
}

static bool is_secret(const EzStep *step)
{
    return step != NULL && step->state == EZ_STEP_OPEN && ez_step_is_anonymous(step);
}

static bool count_answers_of(EzLive *live, const EzStep *step, GError **error)
{
    g_autoptr(EzReader) reader = ez_reader_open(live->path, error);
    GError *inner = NULL;
    EzOpenAnswer answer;
    int count = 0;
    while (reader != NULL &&
           ez_reader_next_open_answer(reader, step->key, NULL, &answer, &inner))
        count++;
    g_hash_table_insert(live->counts, g_strdup(step->key), GINT_TO_POINTER(count));
    if (inner != NULL)
        g_propagate_error(error, inner);
    return reader != NULL && inner == NULL;
}

// Open anonymous steps: how much has been said there.
static bool count_answers(EzLive *live, GError **error)
{
    g_hash_table_remove_all(live->counts);
    for (int i = 0; i < ez_session_step_count(live->session); i++) {
        const EzStep *step = ez_session_step(live->session, i);
        if (is_secret(step) && !count_answers_of(live, step, error))
            return false;
    }
    return true;
}

// From the file, as it stands.
static bool rebuild(EzLive *live, GError **error)
{
    g_ptr_array_set_size(live->pending, 0);
    g_hash_table_remove_all(live->secret);
    if (!ez_live_flush(live, error) || !ez_content_read(&live->content, live->path, error))
        return false;
    new_session(live);
    learn_rows(live);
    if (!ez_content_play(&live->content, live->path, live->session, error))
        return false;
    put_pending(live);
    return ez_live_flush(live, error) && count_answers(live, error);
}

static EzLive *new_live(const char *path, EzStore *store)
{
    EzLive *live = g_new0(EzLive, 1);
    live->path = g_strdup(path);
    live->store = store;
    live->idems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    live->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    live->secret = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    live->pending = g_ptr_array_new_with_free_func(free_own);
    return live;
}

EzLive *ez_live_open(const char *path, const EzStoreOptions *options, GError **error)
{
    EzStore *store = ez_store_open(path, options, error);
    if (store == NULL)
        return NULL;
    g_autoptr(EzLive) live = new_live(path, store);
    return rebuild(live, error) ? g_steal_pointer(&live) : NULL;
}

// The exercise is tried before a file is made of it: a script that cannot begin leaves none.
static bool try_start(const EzPinned *sources, int n_sources, const char *text, GError **error)
{
    g_autoptr(EzSession) session =
        ez_session_new(&(EzSessionSetup){.sources = sources, .n_sources = n_sources});
    EzRow row = {.event = EZ_EVENT_START, .key = "", .at = 0, .text = text};
    return ez_session_apply(session, &row, error);
}

EzLive *ez_live_create(const char *path, const EzPinned *sources, int n_sources, uint64_t seed,
                       JsonNode *start, const EzStoreOptions *options, GError **error)
{
    g_autofree char *seed_text = g_strdup_printf("%" G_GUINT64_FORMAT, seed);
    ez_value_put_string(start, "seed", seed_text);
    g_autofree char *text = ez_value_text(start);
    if (!try_start(sources, n_sources, text, error))
        return NULL;
    EzEntry first = {.event = EZ_EVENT_START,
                     .key = "",
                     .text = text,
                     .person = {EZ_FACILITATOR, NULL, EZ_FACILITATOR, ""},
                     .sources = sources,
                     .n_sources = n_sources};
    EzStore *store = ez_store_create(path, &first, options, error);
    if (store == NULL)
        return NULL;
    g_autoptr(EzLive) live = new_live(path, store);
    if (rebuild(live, error))
        return g_steal_pointer(&live);
    // Nothing was said in it yet, and who tries again wants this name. Where it cannot be removed it can be resumed.
    g_clear_pointer(&live, ez_live_free);
    if (!ez_store_forget(path, NULL))
        g_debug("%s stays", path);
    return NULL;
}

void ez_live_free(EzLive *live)
{
    if (live == NULL)
        return;
    g_return_if_fail(live->telling == 0);
    ez_store_free(live->store);
    ez_session_free(live->session);
    ez_content_clear(&live->content);
    g_hash_table_unref(live->idems);
    g_hash_table_unref(live->counts);
    g_hash_table_unref(live->secret);
    g_ptr_array_unref(live->pending);
    g_clear_error(&live->failed);
    g_free(live->path);
    g_free(live);
}

// ---- events --------------------------------------------------------------------

// One acknowledgement for the caller, and one for the session.
typedef struct Waiting {
    EzLive *live;
    EzAcknowledge acknowledge;
    void *data;
    char *counted; // the anonymous step that it counts for; else NULL
    int more;      // how many answers it brings there
} Waiting;

static void count_answer(EzLive *live, const char *key, int more)
{
    int count = ez_live_open_answers(live, key) + more;
    g_hash_table_insert(live->counts, g_strdup(key), GINT_TO_POINTER(count));
}

static void on_event_ack(const EzAcknowledgement *ack, void *data)
{
    Waiting *waiting = data;
    on_ack(ack, waiting->live);
    // The store alone knows an answer that was sent again. A step that closed meanwhile counts no more.
    if (ack->repeated && waiting->counted != NULL &&
        g_hash_table_contains(waiting->live->counts, waiting->counted))
        count_answer(waiting->live, waiting->counted, -waiting->more);
    waiting->live->telling++;
    if (waiting->acknowledge != NULL)
        waiting->acknowledge(ack, waiting->data);
    waiting->live->telling--;
    g_free(waiting->counted);
    g_free(waiting);
}

static void put_event(EzLive *live, const EzEntry *entry, EzAcknowledge acknowledge, void *data)
{
    Waiting *waiting = g_new(Waiting, 1);
    *waiting = (Waiting){.live = live,
                         .acknowledge = acknowledge,
                         .data = data,
                         .counted = entry->token != NULL ? g_strdup(entry->key) : NULL,
                         .more = entry->event == EZ_EVENT_WITHDRAW ? -1 : 1};
    ez_store_put(live->store, entry, on_event_ack, waiting);
    put_pending(live);
}

static EzEntry entry_of(const EzRow *row, const EzStep *step)
{
    return (EzEntry){.event = row->event,
                     .key = row->key != NULL ? row->key : "",
                     .kind = step != NULL ? step->kind->word : NULL,
                     .by = row->by,
                     .idem = row->idem,
                     .text = row->text};
}

// Someone's own words for role and language stand with the person too.
static void add_person(EzEntry *entry, const EzSession *session)
{
    const EzPerson *person = ez_session_find_person(session, entry->by);
    bool known = entry->event == EZ_EVENT_JOIN || entry->event == EZ_EVENT_ROLE;
    if (known && person != NULL)
        entry->person = (EzParticipant){.id = person->id,
                                        .role = person->role != NULL ? person->role : "",
                                        .locale = person->locale != NULL ? person->locale : ""};
}

static char *secret_of(const EzEntry *entry, const char *idem)
{
    return g_strjoin("\n", entry->key, entry->token, idem, NULL);
}

// Who knows the idem of an answer, and the token, may take it back.
static bool withdraw_anonymous(EzLive *live, const EzRow *row, const EzStep *step,
                               const char *token, EzAcknowledge acknowledge, void *data,
                               GError **error)
{
    EzEntry entry = entry_of(row, step);
    entry.token = token != NULL ? token : row->idem;
    entry.idem = NULL;
    entry.withdrawn = row->idem;
    g_autofree char *secret =
        row->idem != NULL && row->by == NULL ? secret_of(&entry, row->idem) : NULL;
    if (secret == NULL || !g_hash_table_remove(live->secret, secret))
        return ez_refuse(error, EZ_REFUSE_NOT_THERE, NULL);
    put_event(live, &entry, acknowledge, data);
    count_answer(live, row->key, -1);
    return true;
}

// The store alone knows these answers until the step closes.
static bool put_anonymous(EzLive *live, const EzRow *row, const EzStep *step, const char *token,
                          EzAcknowledge acknowledge, void *data, GError **error)
{
    g_autoptr(JsonNode) value =
        ez_value_read(row->text != NULL ? row->text : "null", -1, error);
    g_autofree char *own = g_uuid_string_random();
    if (row->by != NULL)
        return ez_refuse(error, EZ_REFUSE_NAMES_SOMEBODY, NULL);
    if (value == NULL || !step->kind->check(step, value, error))
        return false;
    EzEntry entry = entry_of(row, step);
    entry.token = token != NULL ? token : row->idem != NULL ? row->idem : own;
    entry.idem = row->idem != NULL ? row->idem : own;
    count_answer(live, row->key, 1);
    put_event(live, &entry, acknowledge, data);
    g_hash_table_add(live->secret, secret_of(&entry, entry.idem));
    return true;
}

static JsonNode *read_answers(EzLive *live, const char *key, GError **error)
{
    g_autoptr(EzReader) reader = ez_reader_open(live->path, error);
    if (reader == NULL)
        return NULL;
    JsonNode *value = ez_value_new_object(), *answers = ez_value_new_list();
    EzOpenAnswer answer;
    GError *inner = NULL;
    while (ez_reader_next_open_answer(reader, key, NULL, &answer, &inner))
        ez_value_append(answers, ez_value_new_string(answer.text));
    ez_value_put(value, "answers", answers);
    if (inner == NULL)
        return value;
    g_propagate_error(error, inner);
    json_node_unref(value);
    return NULL;
}

// What was said in secret comes to light, in the order of its letters, as the store will write it.
static bool learn_answers(EzLive *live, const EzRow *row, GError **error)
{
    if (!ez_live_flush(live, error))
        return false;
    g_autoptr(JsonNode) value = read_answers(live, row->key, error);
    if (value == NULL)
        return false;
    g_autofree char *text = ez_value_text(value);
    EzRow said = {.event = EZ_EVENT_INPUT, .key = row->key, .at = -1, .text = text};
    g_hash_table_remove(live->counts, row->key);
    return ez_value_count(ez_value_get(value, "answers")) == 0 ||
           ez_session_apply(live->session, &said, error);
}

// A whole journal in a session that is thrown away: what does not bear it never gets it. NULL with an error.
static EzSession *try_journal(const EzPinned *sources, int n_sources, const GArray *rows,
                              GError **error)
{
    g_autoptr(EzSession) session =
        ez_session_new(&(EzSessionSetup){.sources = sources, .n_sources = n_sources});
    bool good = ez_session_replay(session, (const EzRow *)rows->data, (int)rows->len, error);
    return good ? g_steal_pointer(&session) : NULL;
}

// The anonymous steps that will be open; NULL with an error. Owned by the caller.
static GStrv try_rewind(EzLive *live, const EzRow *row, GError **error)
{
    g_auto(EzFileContent) content = {0};
    if (!ez_live_flush(live, error) || !ez_content_read(&content, live->path, error))
        return NULL;
    g_array_append_val(content.rows, *row);
    g_autoptr(EzSession) tried =
        try_journal(content.sources, content.n_sources, content.rows, error);
    if (tried == NULL)
        return NULL;
    GPtrArray *keys = g_ptr_array_new();
    for (int i = 0; i < ez_session_step_count(tried); i++)
        if (is_secret(ez_session_step(tried, i)))
            g_ptr_array_add(keys, g_strdup(ez_session_step(tried, i)->key));
    g_ptr_array_add(keys, NULL);
    return (GStrv)g_ptr_array_free(keys, FALSE);
}

static bool do_rewind(EzLive *live, const EzRow *row, EzAcknowledge acknowledge, void *data,
                      GError **error)
{
    const EzStep *step = ez_session_find(live->session, row->key);
    if (step == NULL || step->kind->answerer == EZ_BY_CHANCE)
        return ez_refuse(error, EZ_REFUSE_NO_STEP_BACK, NULL);
    g_auto(GStrv) open = try_rewind(live, row, error);
    if (open == NULL)
        return false;
    EzEntry entry = entry_of(row, step);
    entry.reopens = (const char *const *)open;
    put_event(live, &entry, acknowledge, data);
    return rebuild(live, error);
}

// What went wrong leaves no trace: the journal is as it was.
static bool go_back(EzLive *live, bool learnt, GError **error, GError *why)
{
    bool broken = g_error_matches(why, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT);
    GError *again = NULL;
    if ((broken || learnt) && !rebuild(live, &again)) {
        g_clear_error(&why);
        why = again;
    }
    g_propagate_error(error, why);
    return false;
}

static bool do_plain(EzLive *live, const EzRow *row, const EzStep *step,
                     EzAcknowledge acknowledge, void *data, GError **error)
{
    GError *why = NULL;
    EzRow timed = *row;
    timed.at = ez_event_kind(row->event)->timed ? ez_store_time(live->store) : -1;
    bool secret = row->event == EZ_EVENT_CLOSE && is_secret(step);
    if (secret && !learn_answers(live, row, &why))
        return go_back(live, secret, error, why);
    if (!ez_session_apply(live->session, &timed, &why))
        return go_back(live, secret, error, why);
    EzEntry entry = entry_of(row, step);
    add_person(&entry, live->session);
    put_event(live, &entry, acknowledge, data);
    if (row->idem != NULL)
        g_hash_table_add(live->idems, g_strdup(row->idem));
    if (row->event == EZ_EVENT_SKIP)
        g_hash_table_remove(live->counts, row->key);
    return true;
}

// The store knows the row by its key, and acknowledges it again; whatever is beside the key is not looked at.
static bool repeat(EzLive *live, const EzRow *row, EzAcknowledge acknowledge, void *data)
{
    put_event(live, &(EzEntry){.event = EZ_EVENT_FACT, .key = "", .idem = row->idem},
              acknowledge, data);
    return true;
}

bool ez_live_do(EzLive *live, const EzRow *row, const char *token, EzAcknowledge acknowledge,
                void *data, GError **error)
{
    g_return_val_if_fail(live->telling == 0, false);
    if (live->failed != NULL)
        return ez_live_flush(live, error);
    if (row->idem != NULL && ez_live_has(live, row->idem))
        return repeat(live, row, acknowledge, data);
    const EzStep *step = row->key != NULL ? ez_session_find(live->session, row->key) : NULL;
    bool secret = is_secret(step);
    if (secret && row->event == EZ_EVENT_WITHDRAW)
        return withdraw_anonymous(live, row, step, token, acknowledge, data, error);
    if (secret && row->event == EZ_EVENT_INPUT)
        return put_anonymous(live, row, step, token, acknowledge, data, error);
    if (row->event == EZ_EVENT_REWIND)
        return do_rewind(live, row, acknowledge, data, error);
    return do_plain(live, row, step, acknowledge, data, error);
}

// ---- erasing -------------------------------------------------------------------

bool ez_live_erase(EzLive *live, const char *reference, GError **error)
{
    g_return_val_if_fail(live->telling == 0, false);
    g_auto(EzFileContent) content = {0};
    if (!ez_live_flush(live, error) || !ez_content_read(&content, live->path, error))
        return false;
    g_autoptr(GPtrArray) erasures =
        ez_session_erase(live->session, (const EzRow *)content.rows->data,
                         (int)content.rows->len, reference, error);
    if (erasures == NULL)
        return false;
    for (guint i = 0; i < erasures->len; i++) {
        const EzErasure *erasure = erasures->pdata[i];
        EzEntry entry = {.event = EZ_EVENT_REDACT,
                         .key = "",
                         .redacts = erasure->seq,
                         .left = erasure->left};
        ez_store_put(live->store, &entry, on_ack, live);
    }
    return rebuild(live, error);
}

// ---- another script ------------------------------------------------------------

// True when these are the sources that lead the session already.
static bool is_led_by(const EzFileContent *content, JsonNode *names)
{
    g_autoptr(JsonNode) now = ez_content_names(content->sources, content->n_sources);
    g_autofree char *text = ez_value_text(now), *wanted = ez_value_text(names);
    return strcmp(text, wanted) == 0;
}

bool ez_live_migrate(EzLive *live, const EzPinned *sources, int n_sources, bool *moved,
                     GError **error)
{
    g_return_val_if_fail(live->telling == 0, false);
    g_auto(EzFileContent) content = {0};
    g_autoptr(JsonNode) said = ez_value_new_object();
    JsonNode *names = ez_content_names(sources, n_sources);
    ez_value_put(said, "sources", names);
    *moved = false;
    if (!ez_live_flush(live, error) || !ez_content_read(&content, live->path, error))
        return false;
    if (is_led_by(&content, names))
        return true;
    g_autoptr(EzSession) tried = try_journal(sources, n_sources, content.rows, error);
    if (tried == NULL)
        return false;
    g_autofree char *text = ez_value_text(said);
    EzEntry entry = {.event = EZ_EVENT_SCRIPT,
                     .key = "",
                     .text = text,
                     .sources = sources,
                     .n_sources = n_sources};
    ez_store_put(live->store, &entry, on_ack, live);
    *moved = true;
    return rebuild(live, error);
}

// ---- asking --------------------------------------------------------------------

const EzSession *ez_live_session(const EzLive *live)
{
    return live->session;
}

const char *ez_live_path(const EzLive *live)
{
    return live->path;
}

int64_t ez_live_time(const EzLive *live)
{
    return ez_store_time(live->store);
}

bool ez_live_has(const EzLive *live, const char *idem)
{
    return g_hash_table_contains(live->idems, idem);
}

int ez_live_open_answers(const EzLive *live, const char *key)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(live->counts, key));
}
