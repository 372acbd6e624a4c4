// SPDX-License-Identifier: EUPL-1.2
// Erasing an answer. Something stays where its words stood, so that answers keep their numbers and everything that was done with them.
#include "engine/run/session-private.h"

#include <string.h>

static const char LEFT[] = "…";

enum { ALL = 0, NONE = -1 };

static void free_erasure(void *data)
{
    EzErasure *erasure = data;
    g_free(erasure->left);
    g_free(erasure);
}

// ---- one value -----------------------------------------------------------------

// The texts that people typed are counted on in `at`; the n-th is erased.
static JsonNode *erase_text(JsonNode *value, int n, int *at)
{
    bool text = ez_value_string(value, NULL) != NULL;
    bool hit = text && (++*at == n || n == ALL);
    return hit ? ez_value_new_string(LEFT) : json_node_ref(value);
}

static JsonNode *erase_fields(const EzStepKind *kind, JsonNode *value, int n, int *at)
{
    g_autofree char *text = ez_value_text(value);
    JsonNode *copy = ez_value_read_whole(text, -1);
    for (const char *const *name = kind->typed; *name != NULL; name++)
        if (ez_value_get(copy, *name) != NULL)
            ez_value_put(copy, *name, erase_text(ez_value_get(value, *name), n, at));
    return copy;
}

static JsonNode *erase_one(const EzStepKind *kind, JsonNode *value, int n, int *at)
{
    return value != NULL && JSON_NODE_HOLDS_OBJECT(value) ? erase_fields(kind, value, n, at)
                                                          : erase_text(value, n, at);
}

static JsonNode *erase(const EzStepKind *kind, JsonNode *value, int n, int *at)
{
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return erase_one(kind, value, n, at);
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(value); i++)
        ez_value_append(list, erase_one(kind, ez_value_item(value, i), n, at));
    return list;
}

static char *text_of_erased(const EzStepKind *kind, JsonNode *value, int n)
{
    int at = 0;
    g_autoptr(JsonNode) left = erase(kind, value, n, &at);
    return ez_value_text(left);
}

static int count_texts(const EzStepKind *kind, JsonNode *value)
{
    int at = 0;
    json_node_unref(erase(kind, value, NONE, &at));
    return at;
}

// The value with each text that says just this replaced, wherever it lies in it. `*hits` counts them.
static JsonNode *erase_same(JsonNode *value, const char *text, int *hits)
{
    if (value != NULL && JSON_NODE_HOLDS_ARRAY(value)) {
        JsonNode *list = ez_value_new_list();
        for (int i = 0; i < ez_value_count(value); i++)
            ez_value_append(list, erase_same(ez_value_item(value, i), text, hits));
        return list;
    }
    if (value != NULL && JSON_NODE_HOLDS_OBJECT(value)) {
        JsonNode *object = ez_value_new_object();
        g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
        for (GList *name = names; name != NULL; name = name->next)
            ez_value_put(object, name->data,
                         erase_same(ez_value_get(value, name->data), text, hits));
        return object;
    }
    bool same = strcmp(ez_value_string(value, ""), text) == 0;
    *hits += same;
    return same            ? ez_value_new_string(LEFT)
           : value != NULL ? json_node_ref(value)
                           : json_node_new(JSON_NODE_NULL);
}

// ---- rows ----------------------------------------------------------------------

typedef struct Erasing {
    const char *text;   // that is erased
    const EzStep *step; // in which it was said; NULL = in an earlier session
    int input, n;       // the n-th text of that input
    GPtrArray *found;
} Erasing;

static void add(Erasing *e, int64_t seq, char *left)
{
    EzErasure *erasure = g_new(EzErasure, 1);
    *erasure = (EzErasure){seq, left};
    g_ptr_array_add(e->found, erasure);
}

// What stood there before, and was changed, goes whole.
static void add_named(Erasing *e, const EzRow *row)
{
    const EzInput *input = e->step->inputs->pdata[e->input];
    if (!ez_step_is_shared(e->step) && g_strcmp0(row->by, input->by) != 0)
        return;
    g_autoptr(JsonNode) value = ez_value_read_whole(row->text, -1);
    g_autofree char *now = ez_value_text(input->value);
    if (value != NULL)
        add(e, row->seq,
            text_of_erased(e->step->kind, value, strcmp(now, row->text) == 0 ? e->n : ALL));
}

// All answers to an anonymous step stand in one row, in the order of the inputs.
static void add_anonymous(Erasing *e, const EzRow *row)
{
    const EzInput *input = e->step->inputs->pdata[e->input];
    g_autoptr(JsonNode) value = ez_value_read_whole(row->text, -1);
    JsonNode *answers = ez_value_get(value, "answers");
    g_autoptr(JsonNode) whole = ez_value_new_object();
    JsonNode *list = ez_value_new_list();
    g_autofree char *left = text_of_erased(e->step->kind, input->value, e->n);
    for (int i = 0; i < ez_value_count(answers); i++)
        ez_value_append(list, i == e->input ? ez_value_new_string(left)
                                            : json_node_ref(ez_value_item(answers, i)));
    ez_value_put(whole, "answers", list);
    add(e, row->seq, ez_value_text(whole));
}

// In a row before it that was rewound nobody knows who said what: what says the same goes.
static void add_rewound(Erasing *e, const EzRow *row)
{
    g_autoptr(JsonNode) value = ez_value_read_whole(row->text, -1);
    JsonNode *answers = ez_value_get(value, "answers");
    g_autoptr(JsonNode) whole = ez_value_new_object();
    JsonNode *list = ez_value_new_list();
    int hits = 0;
    for (int i = 0; i < ez_value_count(answers); i++) {
        const char *said = ez_value_string(ez_value_item(answers, i), "");
        g_autoptr(JsonNode) one = ez_value_read_whole(said, -1);
        g_autoptr(JsonNode) left = erase_same(one, e->text, &hits);
        g_autofree char *text = ez_value_text(left);
        ez_value_append(list, ez_value_new_string(text));
    }
    ez_value_put(whole, "answers", list);
    if (hits > 0)
        add(e, row->seq, ez_value_text(whole));
}

// What an earlier session gave, as its harvest and as answers to be offered.
static void add_start(Erasing *e, const EzRow *row)
{
    g_autoptr(JsonNode) start = ez_value_read_whole(row->text, -1);
    JsonNode *from = ez_value_get(start, "from");
    static const char *const parts[] = {"said", "answers"};
    int hits = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (ez_value_get(from, parts[i]) != NULL)
            ez_value_put(from, parts[i],
                         erase_same(ez_value_get(from, parts[i]), e->text, &hits));
    if (hits > 0)
        add(e, row->seq, ez_value_text(start));
}

static bool is_of_step(const Erasing *e, const EzRow *row)
{
    return e->step != NULL && row->event == EZ_EVENT_INPUT &&
           strcmp(row->key, e->step->key) == 0;
}

static void add_rows(Erasing *e, const EzRow *rows, int count)
{
    bool anonymous = e->step != NULL && ez_step_is_anonymous(e->step), found = false;
    for (int i = count; i-- > 0;) {
        if (rows[i].text == NULL)
            continue;
        if (rows[i].event == EZ_EVENT_START)
            add_start(e, &rows[i]);
        if (!is_of_step(e, &rows[i]))
            continue;
        if (!anonymous)
            add_named(e, &rows[i]);
        else if (found)
            add_rewound(e, &rows[i]);
        else
            add_anonymous(e, &rows[i]);
        found = true;
    }
}

// Which input of the step it is in, and which of its texts.
static bool find_said(Erasing *e)
{
    bool typed = e->step->kind->typed != NULL && e->n > 0;
    for (; typed && e->input < (int)e->step->inputs->len; e->input++) {
        const EzInput *input = e->step->inputs->pdata[e->input];
        int texts = count_texts(e->step->kind, input->value);
        if (e->n <= texts)
            return true;
        e->n -= texts;
    }
    return false;
}

GPtrArray *ez_session_erase(const EzSession *session, const EzRow *rows, int count,
                            const char *reference, GError **error)
{
    Erasing e = {.text = ez_session_answer(session, reference),
                 .found = g_ptr_array_new_with_free_func(free_erasure)};
    e.step = ez_session_referred(session, reference, &e.n);
    if (e.text != NULL && (e.step == NULL || find_said(&e)))
        add_rows(&e, rows, count);
    if (e.found->len > 0)
        return e.found;
    g_ptr_array_unref(e.found);
    ez_refuse(error, EZ_REFUSE_NO_ANSWER, "answer", reference, NULL);
    return NULL;
}
