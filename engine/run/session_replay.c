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

// What is left of a journal.
typedef struct Kept {
    GArray *rows;
    GArray
        *moves; // between groups: they wait until the script has done what follows the last row
} Kept;

static void append_all(GArray *to, GArray *from)
{
    if (from->len > 0)
        g_array_append_vals(to, from->data, from->len);
    g_array_set_size(from, 0);
}

static void keep(Kept *kept, const EzRow *row)
{
    if (!is_of_script(row))
        append_all(kept->rows, kept->moves);
    g_array_append_val(kept->rows, *row);
}

static bool splits(const EzRow *row)
{
    return row->event == EZ_EVENT_FACT &&
           (g_strcmp0(row->kind, "split") == 0 || g_strcmp0(row->kind, "seat") == 0);
}

static bool says(const EzRow *row, const char *word)
{
    g_autoptr(JsonNode) words = row->text != NULL ? ez_value_read(row->text, -1, NULL) : NULL;
    return ez_value_get(words, word) != NULL;
}

// Who came and went behind the opening; in `kept`, who moved since the last split. A move within a split that was rewound is over.
static GArray *take_people(Kept *kept, int open)
{
    GArray *people = g_array_new(FALSE, FALSE, sizeof(EzRow));
    bool split = false;
    for (guint i = (guint)open + 1; i < kept->rows->len; i++) {
        const EzRow *row = row_at(kept->rows, i);
        bool moves = row->event == EZ_EVENT_ROLE && says(row, "group");
        split = split || splits(row);
        if (moves && !split)
            g_array_append_val(kept->moves, *row);
        else if (ez_row_is_of_people(row) && (!moves || says(row, "role")))
            g_array_append_val(people, *row);
    }
    return people;
}

// Rows up to the opening stay. Who came and went after it stays too; their rows stand before the event that led to the opening, so that what
// the script does is not parted. Only moves come behind the opening: there the groups are.
static void rewind_to(EzSession *session, Kept *kept, int open)
{
    session->rewinds++;
    for (guint i = (guint)open + 1; i < kept->rows->len; i++) {
        int first = find_open(kept->rows, row_at(kept->rows, i)->key);
        if (first >= 0 && first < open)
            ez_session_keep_opening(session, row_at(kept->rows, (guint)first));
    }
    for (guint i = (guint)open; i < kept->rows->len; i++)
        ez_session_keep_old(session, row_at(kept->rows, i));
    g_autoptr(GArray) people = take_people(kept, open);
    g_array_set_size(kept->rows, (guint)open + 1);
    int event = open;
    while (event > 0 && is_of_script(row_at(kept->rows, (guint)event)))
        event--;
    if (people->len > 0)
        g_array_insert_vals(kept->rows, (guint)event, people->data, people->len);
}

// Where a session moved to another script, or a text was erased, nothing happens to who plays it again.
static bool is_silent(const EzRow *row)
{
    return row->event == EZ_EVENT_SCRIPT || row->event == EZ_EVENT_REDACT;
}

static bool reduce(EzSession *session, Kept *kept, const EzRow *rows, int count, GError **error)
{
    for (int i = 0; i < count; i++) {
        if (is_silent(&rows[i]))
            continue;
        if (rows[i].event != EZ_EVENT_REWIND) {
            keep(kept, &rows[i]);
            continue;
        }
        append_all(kept->rows, kept->moves);
        int open = find_open(kept->rows, rows[i].key);
        if (open < 0)
            return ez_refuse(error, EZ_REFUSE_NEVER_OPENED, "row", EZ_NUMBER(rows[i].seq),
                             "step", rows[i].key, NULL);
        rewind_to(session, kept, open);
    }
    return true;
}

static bool play(EzSession *session, const Kept *kept, GError **error)
{
    while (session->tape_at < session->tape_count)
        if (!ez_session_apply(session, &session->tape[session->tape_at++], error))
            return false;
    for (guint i = 0; i < kept->moves->len; i++)
        if (!ez_session_apply(session, row_at(kept->moves, i), error))
            return false;
    return true;
}

bool ez_session_replay(EzSession *session, const EzRow *rows, int count, GError **error)
{
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(EzRow)),
                      moves = g_array_new(FALSE, FALSE, sizeof(EzRow));
    Kept kept = {left, moves};
    if (!reduce(session, &kept, rows, count, error))
        return false;
    session->tape = (const EzRow *)left->data;
    session->tape_count = (int)left->len;
    session->tape_at = 0;
    bool good = play(session, &kept, error);
    session->tape = NULL;
    session->tape_at = session->tape_count = 0;
    return good;
}
