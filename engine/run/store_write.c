// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_write.h"
#include "engine/run/store_apply.h"

#include <string.h>

enum {
    MOST_WAL_PAGES = 1000, // then a checkpoint
    AGAIN_US = 1000 * 1000,
};

typedef struct Item {
    EzEntry entry;
    int64_t at;
    EzAcknowledge acknowledge;
    void *data;
    EzApplied applied;
    GError *error;
} Item;

// What goes into one transaction. The texts of its entries lie in its arena.
typedef struct Batch {
    EzArena *arena;
    GPtrArray *items; // in the arena
    guint told;       // of them, to the one who put them
    int known;        // failures that this one had been told of when it was begun
    int failure;      // the number of the failure that it shares; 0: none
} Batch;

struct EzWriter {
    EzDb *db;         // of the thread
    GError *broken;   // of the thread: why nothing is taken any more
    GError *failed;   // of the thread: the last failure
    int failures;     // of the thread: how many there were
    bool scrub;       // of the thread: something erased may still stand somewhere
    int64_t scrubbed; // of the thread: when that was last tried
    GThread *thread;
    GMutex mutex; // what follows is shared
    GCond queued, handled;
    Batch *filling;
    GQueue committed; // of Batch, to be acknowledged
    int waiting;      // items that are queued or being written
    int told;         // the last failure that the one who puts was told of
    bool stopping;
    GSource *wake; // in the context of the one who puts
    int telling;   // acknowledgements that are within each other; of the one who puts
};

static Batch *new_batch(int known)
{
    Batch *batch = g_new(Batch, 1);
    *batch = (Batch){.arena = ez_arena_new(), .items = g_ptr_array_new(), .known = known};
    return batch;
}

static void free_item(Item *item)
{
    for (int i = 0; i < item->entry.n_sources; i++)
        g_bytes_unref(item->entry.sources[i].bytes);
    g_clear_error(&item->error);
}

static void free_batch(Batch *batch)
{
    for (guint i = 0; i < batch->items->len; i++)
        free_item(batch->items->pdata[i]);
    g_ptr_array_unref(batch->items);
    ez_arena_free(batch->arena);
    g_free(batch);
}

// ---- one transaction -------------------------------------------------------------------------

static bool apply_items(EzWriter *writer, Batch *batch, EzApply *apply, GError **error)
{
    for (guint i = 0; i < batch->items->len; i++) {
        Item *item = batch->items->pdata[i];
        if (ez_apply_entry(apply, &item->entry, item->at, &item->applied, &item->error))
            continue;
        if (g_error_matches(item->error, EZ_STORE_ERROR, EZ_STORE_REFUSED))
            continue;
        g_propagate_error(error, g_steal_pointer(&item->error));
        return false;
    }
    return true;
}

static bool write_batch(EzWriter *writer, Batch *batch, GError **error)
{
    EzApply apply = {.db = writer->db};
    if (ez_db_moved(writer->db)) {
        ez_fail(error, EZ_STORE_ERROR, EZ_STORE_BROKEN, EZ_REFUSE_FILE_MOVED, "file",
                writer->db->name, NULL);
        return false;
    }
    if (!ez_db_run(writer->db, error, "BEGIN IMMEDIATE", "") ||
        !ez_apply_begin(&apply, error) || !apply_items(writer, batch, &apply, error) ||
        !ez_db_run(writer->db, error, "COMMIT", ""))
        return false;
    writer->scrub = writer->scrub || apply.erased;
    return true;
}

// A full disk or another program passes; after an error of the disk nobody knows what it holds, until it is read again.
static bool passes(const GError *error)
{
    return g_error_matches(error, EZ_STORE_ERROR, EZ_STORE_FULL) ||
           g_error_matches(error, EZ_STORE_ERROR, EZ_STORE_LOCKED) ||
           g_error_matches(error, EZ_STORE_ERROR, EZ_STORE_READ_ONLY);
}

static void break_writer(EzWriter *writer, const GError *error)
{
    ez_fail(&writer->broken, EZ_STORE_ERROR, EZ_STORE_BROKEN, EZ_REFUSE_STORE_STOPPED,
            "problem", error->message, "problem_nl", ez_error_words(error, "nl"), NULL);
}

static void fail_batch(Batch *batch, const GError *error)
{
    for (guint i = 0; i < batch->items->len; i++) {
        Item *item = batch->items->pdata[i];
        item->applied = (EzApplied){0};
        if (item->error == NULL)
            item->error = g_error_copy(error);
    }
}

static void note_failure(EzWriter *writer, const GError *error)
{
    writer->failures++;
    g_clear_error(&writer->failed);
    writer->failed = g_error_copy(error);
}

static void undo_batch(EzWriter *writer, Batch *batch, const GError *error)
{
    // SQLite may have rolled back by itself.
    bool undone = sqlite3_get_autocommit(writer->db->handle) != 0 ||
                  ez_db_run(writer->db, NULL, "ROLLBACK", "");
    if (!passes(error) || !undone)
        break_writer(writer, error);
    note_failure(writer, error);
    fail_batch(batch, error);
}

// What was put in the belief that all before it would be kept is not kept without it.
static void commit_batch(EzWriter *writer, Batch *batch)
{
    g_autoptr(GError) error = NULL;
    if (writer->broken != NULL)
        fail_batch(batch, writer->broken);
    else if (batch->known < writer->failures)
        fail_batch(batch, writer->failed);
    else if (!write_batch(writer, batch, &error))
        undo_batch(writer, batch, error);
    else
        return;
    batch->failure = writer->failures;
}

// ---- the thread ------------------------------------------------------------------------------

static void try_scrub(EzWriter *writer)
{
    int64_t now = g_get_monotonic_time();
    if (!writer->scrub || (writer->scrubbed != 0 && now - writer->scrubbed < AGAIN_US))
        return;
    writer->scrub = !ez_db_scrub(writer->db);
    writer->scrubbed = writer->scrub ? now : 0;
}

// NULL when it is time to stop, or (with `idle` set) when it is time to try something again.
static Batch *take_batch(EzWriter *writer, bool *idle)
{
    int64_t until = g_get_monotonic_time() + AGAIN_US;
    *idle = false;
    g_mutex_lock(&writer->mutex);
    while (writer->filling == NULL && !writer->stopping && !*idle) {
        if (writer->scrub)
            *idle = !g_cond_wait_until(&writer->queued, &writer->mutex, until);
        else
            g_cond_wait(&writer->queued, &writer->mutex);
    }
    Batch *batch = g_steal_pointer(&writer->filling);
    g_mutex_unlock(&writer->mutex);
    return batch;
}

static void hand_over(EzWriter *writer, Batch *batch)
{
    g_mutex_lock(&writer->mutex);
    writer->waiting -= (int)batch->items->len;
    g_queue_push_tail(&writer->committed, batch);
    g_cond_broadcast(&writer->handled);
    g_source_set_ready_time(writer->wake, 0);
    g_mutex_unlock(&writer->mutex);
}

// What was erased is gone before it is acknowledged, unless a reader holds it. A checkpoint is made after the acknowledgements.
static void *run(void *data)
{
    EzWriter *writer = data;
    bool idle;
    Batch *batch;
    while ((batch = take_batch(writer, &idle)) != NULL || idle) {
        if (batch != NULL)
            commit_batch(writer, batch);
        if (writer->broken == NULL)
            try_scrub(writer);
        if (batch != NULL)
            hand_over(writer, batch);
        if (writer->broken == NULL && writer->db->wal_pages > MOST_WAL_PAGES)
            ez_db_checkpoint(writer->db);
    }
    return NULL;
}

// ---- the one who puts ------------------------------------------------------------------------

// The first that was not told yet, and marks it as told; NULL when there is none. Its batch stays until no acknowledgement is going on.
static Item *next_to_tell(EzWriter *writer)
{
    Item *item = NULL;
    g_mutex_lock(&writer->mutex);
    for (GList *link = writer->committed.head; link != NULL && item == NULL;
         link = link->next) {
        Batch *batch = link->data;
        if (batch->told < batch->items->len)
            item = batch->items->pdata[batch->told++];
        writer->told = MAX(writer->told, batch->failure);
    }
    g_mutex_unlock(&writer->mutex);
    return item;
}

static void free_told(EzWriter *writer)
{
    Batch *batch;
    g_mutex_lock(&writer->mutex);
    while ((batch = g_queue_peek_head(&writer->committed)) != NULL &&
           batch->told == batch->items->len) {
        g_queue_pop_head(&writer->committed);
        free_batch(batch);
    }
    g_mutex_unlock(&writer->mutex);
}

static void acknowledge(const Item *item)
{
    EzAcknowledgement acknowledgement = {.error = item->error};
    if (item->error == NULL) {
        acknowledgement.seq = item->applied.seq;
        acknowledgement.repeated = item->applied.repeated;
    }
    if (item->acknowledge != NULL)
        item->acknowledge(&acknowledgement, item->data);
}

// An acknowledgement may flush: what follows it is told within it, in the same order.
static void deliver(EzWriter *writer)
{
    const Item *item;
    while ((item = next_to_tell(writer)) != NULL) {
        writer->telling++;
        acknowledge(item);
        writer->telling--;
        if (writer->telling == 0)
            free_told(writer);
    }
}

typedef struct Wake {
    GSource source;
    EzWriter *writer;
} Wake;

static gboolean dispatch(GSource *source, GSourceFunc callback, void *data)
{
    g_source_set_ready_time(source, -1);
    deliver(((Wake *)source)->writer);
    return G_SOURCE_CONTINUE;
}

static GSource *new_wake(EzWriter *writer)
{
    static GSourceFuncs functions = {.dispatch = dispatch};
    GSource *source = g_source_new(&functions, sizeof(Wake));
    ((Wake *)source)->writer = writer;
    g_autoptr(GMainContext) context = g_main_context_ref_thread_default();
    g_source_attach(source, context);
    return source;
}

EzWriter *ez_writer_new(EzDb *db)
{
    EzWriter *writer = g_new0(EzWriter, 1);
    writer->db = db;
    writer->scrub = !ez_db_scrub(db);
    g_mutex_init(&writer->mutex);
    g_cond_init(&writer->queued);
    g_cond_init(&writer->handled);
    g_queue_init(&writer->committed);
    writer->wake = new_wake(writer);
    writer->thread = g_thread_new("journal", run, writer);
    return writer;
}

void ez_writer_put(EzWriter *writer, const EzEntry *entry, int64_t at,
                   EzAcknowledge acknowledge_item, void *data)
{
    g_mutex_lock(&writer->mutex);
    if (writer->filling == NULL)
        writer->filling = new_batch(writer->told);
    Item *item = ez_arena_make(writer->filling->arena, Item);
    *item = (Item){.at = at, .acknowledge = acknowledge_item, .data = data};
    ez_entry_copy(&item->entry, entry, writer->filling->arena);
    for (int i = 0; i < entry->n_sources; i++)
        g_bytes_ref(entry->sources[i].bytes);
    g_ptr_array_add(writer->filling->items, item);
    writer->waiting++;
    g_cond_signal(&writer->queued);
    g_mutex_unlock(&writer->mutex);
}

static bool wait_handled(EzWriter *writer)
{
    g_mutex_lock(&writer->mutex);
    bool waited = writer->waiting > 0;
    while (writer->waiting > 0)
        g_cond_wait(&writer->handled, &writer->mutex);
    g_mutex_unlock(&writer->mutex);
    return waited;
}

// An acknowledgement may put more.
void ez_writer_flush(EzWriter *writer)
{
    while (wait_handled(writer))
        deliver(writer);
    deliver(writer);
}

bool ez_writer_is_telling(const EzWriter *writer)
{
    return writer->telling > 0;
}

void ez_writer_free(EzWriter *writer)
{
    if (writer == NULL)
        return;
    ez_writer_flush(writer);
    g_mutex_lock(&writer->mutex);
    writer->stopping = true;
    g_cond_signal(&writer->queued);
    g_mutex_unlock(&writer->mutex);
    g_thread_join(writer->thread);
    if (writer->scrub && writer->broken == NULL)
        ez_db_scrub(writer->db);
    ez_db_close(writer->db);
    g_source_destroy(writer->wake);
    g_source_unref(writer->wake);
    g_clear_error(&writer->broken);
    g_clear_error(&writer->failed);
    g_mutex_clear(&writer->mutex);
    g_cond_clear(&writer->queued);
    g_cond_clear(&writer->handled);
    g_free(writer);
}
