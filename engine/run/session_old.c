// SPDX-License-Identifier: EUPL-1.2
// What was said in a step before the session went back. Answers to an anonymous step name nobody, and are never remembered.
#include "engine/run/carry.h"
#include "engine/run/session-private.h"

#include <string.h>

typedef struct Said {
    EzEvent event;
    char *by, *text;
} Said;

typedef struct Old {
    char *shape;     // of the step in which this was said
    GPtrArray *said; // of Said, in order
    char
        *opened; // shape of a later opening in which nothing was said yet; NULL = there is none
    int kept,
        rewound; // at which rewind that was left out, and an opening was last; EARLIER = in an earlier session
} Old;

enum { EARLIER = 0 };

static void free_said(void *data)
{
    Said *said = data;
    g_free(said->by);
    g_free(said->text);
    g_free(said);
}

static void free_old(void *data)
{
    Old *old = data;
    g_free(old->shape);
    g_free(old->opened);
    g_ptr_array_unref(old->said);
    g_free(old);
}

void ez_session_init_old(EzSession *session)
{
    session->old = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_old);
}

static Old *old_of(EzSession *session, const char *key)
{
    Old *old = g_hash_table_lookup(session->old, key);
    if (old == NULL) {
        old = g_new0(Old, 1);
        old->said = g_ptr_array_new_with_free_func(free_said);
        g_hash_table_insert(session->old, g_strdup(key), old);
    }
    return old;
}

static void keep_said(Old *old, const EzRow *row, int rewind)
{
    Said *said = g_new(Said, 1);
    *said = (Said){row->event, g_strdup(row->by), g_strdup(row->text)};
    if (old->opened != NULL) {
        g_free(old->shape);
        old->shape = g_steal_pointer(&old->opened);
        g_ptr_array_set_size(old->said, 0);
    }
    g_ptr_array_add(old->said, said);
    old->kept = rewind;
}

static void keep(EzSession *session, const EzRow *row, int rewind)
{
    bool answers = row->event == EZ_EVENT_INPUT || row->event == EZ_EVENT_WITHDRAW ||
                   row->event == EZ_EVENT_UNDO;
    if (row->event == EZ_EVENT_OPEN) {
        Old *old = old_of(session, row->key);
        g_free(old->opened);
        old->opened = g_strdup(row->shape);
        old->rewound = rewind;
    } else if (answers && row->by != NULL && !row->erased) {
        keep_said(old_of(session, row->key), row, rewind);
    }
}

void ez_session_keep_old(EzSession *session, const EzRow *row)
{
    keep(session, row, session->rewinds);
}

void ez_session_keep_opening(EzSession *session, const EzRow *row)
{
    Old *old = old_of(session, row->key);
    g_free(old->opened);
    old->opened = g_strdup(row->shape);
}

// What was said in this session since is newer.
static bool is_newer(const Old *old)
{
    return old != NULL && old->said->len > 0 && old->kept != EARLIER;
}

void ez_session_take_old(EzSession *session, JsonNode *answers)
{
    for (int i = 0; i < ez_value_count(answers); i++) {
        JsonNode *one = ez_value_item(answers, i);
        const char *key = ez_value_string(ez_value_get(one, "step"), NULL);
        const char *shape = ez_value_string(ez_value_get(one, "shape"), NULL);
        g_autofree char *text = ez_value_text(ez_value_get(one, "value"));
        if (key == NULL || shape == NULL || is_newer(g_hash_table_lookup(session->old, key)))
            continue;
        EzRow input = {.event = EZ_EVENT_INPUT,
                       .key = key,
                       .by = ez_value_string(ez_value_get(one, "by"), NULL),
                       .text = text};
        if (!g_hash_table_contains(session->old, key))
            keep(session, &(EzRow){.event = EZ_EVENT_OPEN, .key = key, .shape = shape},
                 EARLIER);
        keep(session, &input, EARLIER);
    }
}

// ---- the step as it was --------------------------------------------------------

// What cannot be read or put any more is left out.
static void say_again(EzStep *step, const Said *said)
{
    const char *by = ez_step_is_shared(step) ? "" : said->by;
    g_autoptr(JsonNode) value = said->event == EZ_EVENT_INPUT && said->text != NULL
                                    ? ez_value_read(said->text, -1, NULL)
                                    : NULL;
    if (value != NULL)
        ez_step_put(step, by, value, NULL);
    else if (said->event == EZ_EVENT_UNDO)
        ez_step_undo(step, by);
    else if (said->event == EZ_EVENT_WITHDRAW)
        ez_step_withdraw(step, by);
}

static bool says_the_same(const EzStep *a, const EzStep *b)
{
    bool same = a != NULL && a->inputs->len == b->inputs->len;
    for (guint i = 0; same && i < a->inputs->len; i++) {
        g_autofree char *one = ez_value_text(((EzInput *)a->inputs->pdata[i])->value),
                        *other = ez_value_text(((EzInput *)b->inputs->pdata[i])->value);
        same = strcmp(one, other) == 0;
    }
    return same;
}

// Whether the answers of this step are those on which something was said that was left out at the rewind `kept`. It still stands as it did,
// or was left out with it, and is answered with the same again. Of an anonymous one that was left out nobody can say.
static bool is_as_before(const EzSession *session, const EzStep *step, int kept)
{
    const Old *old = g_hash_table_lookup(session->old, step->key);
    if ((old != NULL ? old->rewound : EARLIER) < kept)
        return true;
    EzStep *before = old != NULL && old->kept == kept ? ez_session_old(session, step) : NULL;
    bool same = says_the_same(before, step);
    ez_step_free(before);
    return same;
}

static bool may_refer(const EzSession *session, const char *text, int kept)
{
    int n;
    const EzStep *step = ez_session_referred(session, text, &n);
    bool carried = ez_carry_answer(ez_value_get(session->start, "from"), text) != NULL;
    return step != NULL ? is_as_before(session, step, kept) : !carried || kept != EARLIER;
}

// What people judged may be what others wrote, which is told by reference: in items, in the slots of the text, in the name of a pile.
static bool refers_as_before(const EzSession *session, JsonNode *value, int kept)
{
    const char *text = ez_value_string(value, NULL);
    bool same = text == NULL || may_refer(session, text, kept);
    g_autoptr(GList) parts = ez_value_parts(value);
    for (GList *part = parts; same && part != NULL; part = part->next)
        same = refers_as_before(session, part->data, kept);
    return same;
}

EzStep *ez_session_old(const EzSession *session, const EzStep *step)
{
    const Old *old = g_hash_table_lookup(session->old, step->key);
    if (old == NULL || g_strcmp0(old->shape, step->shape) != 0 ||
        !refers_as_before(session, step->options, old->kept))
        return NULL;
    EzMistake mistake = {0};
    EzStep *again = ez_step_new(step->kind, step->id, step->key, json_node_copy(step->text),
                                json_node_copy(step->options), &mistake);
    ez_mistake_clear(&mistake);
    for (guint i = 0; again != NULL && i < old->said->len; i++)
        say_again(again, old->said->pdata[i]);
    if (again == NULL || again->inputs->len > 0)
        return again;
    ez_step_free(again);
    return NULL;
}
