// SPDX-License-Identifier: EUPL-1.2
// A journal as a tape: first what was rewound is left out, then its rows are played.
#include "engine/run/session-private.h"

#include <string.h>

bool ez_row_is_of_people(const EzRow *row)
{
    return row->event == EZ_EVENT_JOIN || row->event == EZ_EVENT_LEAVE ||
           row->event == EZ_EVENT_ROLE;
}

static bool is_of_script(const EzRow *row)
{
    return row->event == EZ_EVENT_OPEN || row->event == EZ_EVENT_FACT;
}

static const EzRow *row_at(const GArray *rows, guint i)
{
    return &g_array_index(rows, EzRow, i);
}

// Where the step was opened last; -1 when it was not.
static int find_open(const GArray *rows, const char *key)
{
    for (guint i = rows->len; i-- > 0;)
        if (row_at(rows, i)->event == EZ_EVENT_OPEN && strcmp(row_at(rows, i)->key, key) == 0)
            return (int)i;
    return -1;
}

// Rows up to the opening stay. Who came and went after it stays too; their rows stand before the event that led to the opening, so that what
// the script does is not parted.
static void rewind_to(EzSession *session, GArray *rows, int open)
{
    session->rewinds++;
    for (guint i = (guint)open; i < rows->len; i++)
        ez_session_keep_old(session, row_at(rows, i));
    g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(EzRow));
    for (guint i = (guint)open + 1; i < rows->len; i++)
        if (ez_row_is_of_people(row_at(rows, i)))
            g_array_append_val(people, *row_at(rows, i));
    g_array_set_size(rows, (guint)open + 1);
    int event = open;
    while (event > 0 && is_of_script(row_at(rows, (guint)event)))
        event--;
    if (people->len > 0)
        g_array_insert_vals(rows, (guint)event, people->data, people->len);
}

// Where a session moved to another script, or a text was erased, nothing happens to who plays it again.
static bool is_silent(const EzRow *row)
{
    return row->event == EZ_EVENT_SCRIPT || row->event == EZ_EVENT_REDACT;
}

static GArray *reduce(EzSession *session, const EzRow *rows, int count, GError **error)
{
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(EzRow));
    for (int i = 0; i < count; i++) {
        if (is_silent(&rows[i]))
            continue;
        if (rows[i].event != EZ_EVENT_REWIND) {
            g_array_append_val(kept, rows[i]);
            continue;
        }
        int open = find_open(kept, rows[i].key);
        if (open < 0) {
            ez_refuse(error, EZ_REFUSE_NEVER_OPENED, "row", EZ_NUMBER(rows[i].seq), "step",
                      rows[i].key, NULL);
            return NULL;
        }
        rewind_to(session, kept, open);
    }
    return g_steal_pointer(&kept);
}

static bool play(EzSession *session, GError **error)
{
    while (session->tape_at < session->tape_count)
        if (!ez_session_apply(session, &session->tape[session->tape_at++], error))
            return false;
    return true;
}

bool ez_session_replay(EzSession *session, const EzRow *rows, int count, GError **error)
{
    g_autoptr(GArray) kept = reduce(session, rows, count, error);
    if (kept == NULL)
        return false;
    session->tape = (const EzRow *)kept->data;
    session->tape_count = (int)kept->len;
    session->tape_at = 0;
    bool good = play(session, error);
    session->tape = NULL;
    session->tape_at = session->tape_count = 0;
    return good;
}
