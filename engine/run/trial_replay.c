// SPDX-License-Identifier: EUPL-1.2
// The journal of a trial, and whether it leads to the same end again.
#include "engine/run/trial-private.h"

#include <string.h>

void ez_trial_journal_init(EzTrialJournal *journal)
{
    journal->arena = ez_arena_new();
    journal->rows = g_array_new(FALSE, FALSE, sizeof(EzRow));
}

void ez_trial_journal_clear(EzTrialJournal *journal)
{
    g_clear_pointer(&journal->arena, ez_arena_free);
    g_clear_pointer(&journal->rows, g_array_unref);
}

void ez_trial_journal_add(EzTrialJournal *journal, const EzRow *row)
{
    EzRow kept = *row;
    const char **words[] = {&kept.key, &kept.kind, &kept.shape, &kept.by, &kept.idem};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        *words[i] = ez_arena_intern(journal->arena, *words[i]);
    kept.seq = (int64_t)journal->rows->len + 1;
    if (row->text != NULL)
        kept.text = ez_arena_copy(journal->arena, row->text, strlen(row->text) + 1);
    g_array_append_val(journal->rows, kept);
}

void ez_trial_journal_append(const EzRow *row, const EzStep *step, void *data)
{
    ez_trial_journal_add(data, row);
}

EzSession *ez_trial_session(const EzTrial *trial, EzTrialJournal *journal)
{
    return ez_session_new(&(EzSessionSetup){.sources = trial->sources,
                                            .n_sources = trial->n_sources,
                                            .append = ez_trial_journal_append,
                                            .data = journal,
                                            .clock = trial->clock,
                                            .budget = trial->budget});
}

// ---- again ---------------------------------------------------------------------

static const EzRow *row_at(const EzTrialJournal *journal, guint i)
{
    return &g_array_index(journal->rows, EzRow, i);
}

static bool is_of_script(const EzRow *row)
{
    return row->event == EZ_EVENT_OPEN || row->event == EZ_EVENT_FACT;
}

// Does what happened after the cut; what the script brings about comes by itself.
static bool go_on(EzSession *session, EzTrialJournal *again, const EzTrialJournal *journal,
                  int cut, GError **error)
{
    for (guint i = (guint)cut; i < journal->rows->len; i++) {
        const EzRow *row = row_at(journal, i);
        if (is_of_script(row))
            continue;
        ez_trial_journal_add(again, row);
        if (!ez_session_apply(session, row, error))
            return false;
    }
    return true;
}

static bool is_same(const EzRow *a, const EzRow *b)
{
    return a->event == b->event && strcmp(a->key, b->key) == 0 &&
           g_strcmp0(a->by, b->by) == 0 && g_strcmp0(a->shape, b->shape) == 0 &&
           g_strcmp0(a->text, b->text) == 0;
}

static char *compare(const EzTrialJournal *journal, const EzTrialJournal *again)
{
    for (guint i = 0; i < MIN(journal->rows->len, again->rows->len); i++)
        if (!is_same(row_at(journal, i), row_at(again, i)))
            return g_strdup_printf(
                "row %u is %s %s and was %s %s", i + 1,
                ez_event_kind(row_at(again, i)->event)->name, row_at(again, i)->key,
                ez_event_kind(row_at(journal, i)->event)->name, row_at(journal, i)->key);
    return journal->rows->len == again->rows->len
               ? NULL
               : g_strdup_printf("there are %u rows and there were %u", again->rows->len,
                                 journal->rows->len);
}

static char *check_end(const EzSession *session, const char *digest)
{
    g_autofree char *found = ez_session_digest(session);
    return strcmp(found, digest) == 0 ? NULL : g_strdup("it ends in another state");
}

char *ez_trial_replay(const EzTrial *trial, const EzTrialJournal *journal, int cut,
                      const char *digest)
{
    EzTrialJournal again;
    g_autoptr(GError) error = NULL;
    ez_trial_journal_init(&again);
    EzSession *session = ez_trial_session(trial, &again);
    g_array_append_vals(again.rows, journal->rows->data, (guint)cut);
    bool good = ez_session_replay(session, (const EzRow *)journal->rows->data, cut, &error) &&
                go_on(session, &again, journal, cut, &error);
    char *why = good ? compare(journal, &again) : g_strdup(error->message);
    if (why == NULL)
        why = check_end(session, digest);
    ez_session_free(session);
    ez_trial_journal_clear(&again);
    return why;
}
