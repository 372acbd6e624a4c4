// SPDX-License-Identifier: EUPL-1.2
// What may be asked of a session.
#include "engine/run/carry.h"
#include "engine/run/session-private.h"

#include <string.h>

const EzFault *ez_session_fault(const EzSession *session)
{
    return &session->fault;
}

bool ez_session_has_begun(const EzSession *session)
{
    return session->begun;
}

bool ez_session_is_finished(const EzSession *session)
{
    return session->finished;
}

bool ez_session_is_paused(const EzSession *session)
{
    return session->paused;
}

int ez_session_step_count(const EzSession *session)
{
    return (int)session->steps->len;
}

const EzStep *ez_session_step(const EzSession *session, int step)
{
    return session->steps->pdata[step];
}

const EzStep *ez_session_find(const EzSession *session, const char *key)
{
    return g_hash_table_lookup(session->step_by_key, key);
}

char *ez_session_place(const EzSession *session, const EzStep *step)
{
    return ez_script_place(session->script, step);
}

const EzStep *ez_session_referred(const EzSession *session, const char *reference, int *n)
{
    const char *slash = strrchr(reference, '/');
    if (slash == NULL)
        return NULL;
    g_autofree char *key = g_strndup(reference, (gsize)(slash - reference));
    *n = (int)g_ascii_strtoll(slash + 1, NULL, 10);
    return ez_session_find(session, key);
}

const char *ez_session_answer(const EzSession *session, const char *reference)
{
    int n;
    const char *carried = ez_carry_answer(ez_value_get(session->start, "from"), reference);
    const EzStep *step = ez_session_referred(session, reference, &n);
    return step != NULL ? ez_step_answer(step, n) : carried;
}

JsonNode *ez_session_finding(const EzSession *session, const char *reference)
{
    int n;
    const EzStep *step = ez_session_referred(session, reference, &n);
    return step != NULL ? ez_value_item(step->findings, n - 1) : NULL;
}

const char *ez_session_text_language(const EzSession *session)
{
    JsonNode *first = ez_value_item(ez_value_get(session->head, "languages"), 0);
    return ez_value_string(ez_value_get(session->start, "language"),
                           ez_value_string(first, "nl"));
}

int ez_session_section_count(const EzSession *session)
{
    return (int)session->sections->len;
}

const EzSection *ez_session_section(const EzSession *session, int section)
{
    return session->sections->pdata[section];
}

int ez_session_harvest_count(const EzSession *session)
{
    return (int)session->harvest->len;
}

const EzHarvest *ez_session_harvest(const EzSession *session, int harvest)
{
    return session->harvest->pdata[harvest];
}

JsonNode *ez_session_head(const EzSession *session)
{
    return session->head;
}

JsonNode *ez_session_start(const EzSession *session)
{
    return session->start;
}

int64_t ez_session_now(const EzSession *session)
{
    return session->now;
}

static JsonNode *node_or_null(JsonNode *node)
{
    return node != NULL ? json_node_ref(node) : json_node_new(JSON_NODE_NULL);
}

static JsonNode *state_of_step(const EzStep *step)
{
    JsonNode *state = ez_value_new_list(), *inputs = ez_value_new_object();
    ez_value_append(state, ez_value_new_string(step->key));
    ez_value_append(state, ez_value_new_string(step->shape));
    ez_value_append(state, ez_value_new_number(step->state));
    ez_value_append(state, node_or_null(step->text));
    ez_value_append(state, node_or_null(step->options));
    ez_value_append(state, node_or_null(step->result));
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *one = step->inputs->pdata[i];
        ez_value_put(inputs, one->by, json_node_ref(one->value));
    }
    ez_value_append(state, inputs);
    if (step->findings != NULL)
        ez_value_append(state, json_node_ref(step->findings));
    return state;
}

char *ez_session_digest(const EzSession *session)
{
    g_autoptr(JsonNode) whole = ez_value_new_list();
    ez_value_append(whole, ez_value_new_flag(session->finished));
    for (guint i = 0; i < session->steps->len; i++)
        ez_value_append(whole, state_of_step(session->steps->pdata[i]));
    for (guint i = 0; i < session->people->len; i++) {
        const EzPerson *person = session->people->pdata[i];
        ez_value_append(whole, ez_value_new_string(person->id));
        ez_value_append(whole, ez_value_new_flag(person->here));
    }
    for (guint i = 0; i < session->harvest->len; i++) {
        const EzHarvest *harvest = session->harvest->pdata[i];
        ez_value_append(whole, ez_value_new_string(harvest->id));
        ez_value_append(whole, node_or_null(harvest->value));
    }
    return ez_value_hash(whole);
}
