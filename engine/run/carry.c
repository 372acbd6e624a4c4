// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/carry.h"

#include "engine/run/value.h"

#include <string.h>

static const char PREFIX[] = "from/";

typedef struct Carrying {
    const EzSession *earlier;
    JsonNode *said;
} Carrying;

static JsonNode *carry(Carrying *c, JsonNode *value);

static JsonNode *carry_answer(Carrying *c, const char *reference)
{
    g_autofree char *name =
        g_strconcat(PREFIX, reference[0] == '/' ? reference + 1 : reference, NULL);
    const char *text = ez_session_answer(c->earlier, reference);
    JsonNode *answer = ez_value_new_object();
    ez_value_put_string(answer, "@", name);
    if (text != NULL)
        ez_value_put_string(c->said, name, text);
    return answer;
}

static JsonNode *carry_list(Carrying *c, JsonNode *list)
{
    JsonNode *carried = ez_value_new_list();
    for (int i = 0; i < ez_value_count(list); i++)
        ez_value_append(carried, carry(c, ez_value_item(list, i)));
    return carried;
}

static JsonNode *carry_fields(Carrying *c, JsonNode *object)
{
    JsonNode *carried = ez_value_new_object();
    JsonObjectIter iter;
    const char *name;
    JsonNode *value;
    json_object_iter_init(&iter, json_node_get_object(object));
    while (json_object_iter_next(&iter, &name, &value))
        ez_value_put(carried, name, carry(c, value));
    return carried;
}

static JsonNode *carry(Carrying *c, JsonNode *value)
{
    const char *reference = ez_value_string(ez_value_get(value, "@"), NULL);
    if (reference != NULL)
        return carry_answer(c, reference);
    if (value != NULL && JSON_NODE_HOLDS_ARRAY(value))
        return carry_list(c, value);
    if (value != NULL && JSON_NODE_HOLDS_OBJECT(value))
        return carry_fields(c, value);
    return value != NULL ? json_node_ref(value) : json_node_new(JSON_NODE_NULL);
}

JsonNode *ez_carry_harvest(const EzSession *earlier)
{
    JsonNode *from = ez_value_new_object(), *harvest = ez_value_new_object();
    Carrying c = {earlier, ez_value_new_object()};
    for (int i = 0; i < ez_session_harvest_count(earlier); i++) {
        const EzHarvest *part = ez_session_harvest(earlier, i);
        ez_value_put(harvest, part->id, carry(&c, part->value));
    }
    ez_value_put_string(from, "exercise",
                        ez_value_string(ez_value_get(ez_session_head(earlier), "id"), ""));
    ez_value_put(from, "harvest", harvest);
    ez_value_put(from, "said", c.said);
    return from;
}

static JsonNode *carry_input(const EzStep *step, const EzInput *input)
{
    JsonNode *carried = ez_value_new_object();
    ez_value_put_string(carried, "step", step->key);
    ez_value_put_string(carried, "shape", step->shape);
    ez_value_put_string(carried, "by", *input->by != '\0' ? input->by : EZ_FACILITATOR);
    ez_value_put(carried, "value", json_node_ref(input->value));
    return carried;
}

JsonNode *ez_carry_answers(const EzSession *earlier)
{
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < ez_session_step_count(earlier); i++) {
        const EzStep *step = ez_session_step(earlier, i);
        for (guint k = 0; !ez_step_is_anonymous(step) && k < step->inputs->len; k++)
            ez_value_append(list, carry_input(step, step->inputs->pdata[k]));
    }
    return list;
}

const char *ez_carry_answer(JsonNode *from, const char *reference)
{
    return g_str_has_prefix(reference, PREFIX)
               ? ez_value_string(ez_value_get(ez_value_get(from, "said"), reference), NULL)
               : NULL;
}
