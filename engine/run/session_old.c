// SPDX-License-Identifier: EUPL-1.2
// What was said in a step before the session went back. Answers to an anonymous step name nobody, and are never remembered.
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
} Old;

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

static void keep_said(Old *old, const EzRow *row)
{
    Said *said = g_new(Said, 1);
    *said = (Said){row->event, g_strdup(row->by), g_strdup(row->text)};
    if (old->opened != NULL) {
        g_free(old->shape);
        old->shape = g_steal_pointer(&old->opened);
        g_ptr_array_set_size(old->said, 0);
    }
    g_ptr_array_add(old->said, said);
}

void ez_session_keep_old(EzSession *session, const EzRow *row)
{
    bool answers = row->event == EZ_EVENT_INPUT || row->event == EZ_EVENT_WITHDRAW ||
                   row->event == EZ_EVENT_UNDO;
    if (row->event == EZ_EVENT_OPEN) {
        Old *old = old_of(session, row->key);
        g_free(old->opened);
        old->opened = g_strdup(row->shape);
    } else if (answers && row->by != NULL && !row->erased) {
        keep_said(old_of(session, row->key), row);
    }
}

void ez_session_take_old(EzSession *session, JsonNode *answers)
{
    for (int i = 0; i < ez_value_count(answers); i++) {
        JsonNode *one = ez_value_item(answers, i);
        const char *key = ez_value_string(ez_value_get(one, "step"), NULL);
        const char *shape = ez_value_string(ez_value_get(one, "shape"), NULL);
        g_autofree char *text = ez_value_text(ez_value_get(one, "value"));
        if (key == NULL || shape == NULL)
            continue;
        EzRow input = {.event = EZ_EVENT_INPUT,
                       .key = key,
                       .by = ez_value_string(ez_value_get(one, "by"), NULL),
                       .text = text};
        if (!g_hash_table_contains(session->old, key))
            ez_session_keep_old(session,
                                &(EzRow){.event = EZ_EVENT_OPEN, .key = key, .shape = shape});
        ez_session_keep_old(session, &input);
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

EzStep *ez_session_old(const EzSession *session, const EzStep *step)
{
    const Old *old = g_hash_table_lookup(session->old, step->key);
    if (old == NULL || g_strcmp0(old->shape, step->shape) != 0)
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
