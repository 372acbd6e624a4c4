// SPDX-License-Identifier: EUPL-1.2
// Links between two things, as each person drew them.
#include "engine/run/fold.h"

static JsonNode *refer(JsonNode *items, const char *of, JsonNode *id)
{
    JsonNode *reference = ez_value_new_object();
    ez_value_put_number(reference, "#", ez_step_find_item(items, ez_value_string(id, "")) + 1);
    if (of != NULL)
        ez_value_put_string(reference, "of", of);
    return reference;
}

static JsonNode *set_of(JsonNode *flags)
{
    JsonNode *set = ez_value_new_object();
    for (int i = 0; i < ez_value_count(flags); i++)
        ez_value_put_flag(set, ez_value_string(ez_value_item(flags, i), ""), true);
    return set;
}

static JsonNode *link_of(const EzStep *step, JsonNode *given)
{
    static const char *const plain[] = {"verb", "weight"};
    JsonNode *from = ez_step_option(step, "from"), *to = ez_step_option(step, "to"),
             *link = ez_value_new_object();
    ez_value_put(link, "from", refer(from, NULL, ez_value_get(given, "from")));
    ez_value_put(
        link, "to",
        refer(to != NULL ? to : from, to != NULL ? "to" : NULL, ez_value_get(given, "to")));
    ez_value_put(link, "flags", set_of(ez_value_get(given, "flags")));
    for (gsize i = 0; i < G_N_ELEMENTS(plain); i++)
        if (ez_value_get(given, plain[i]) != NULL)
            ez_value_put(link, plain[i], json_node_ref(ez_value_get(given, plain[i])));
    return link;
}

// A link that two people drew stands there twice.
JsonNode *ez_fold_links(const EzStep *step)
{
    JsonNode *list = ez_value_new_list();
    for (guint i = 0; i < step->inputs->len; i++) {
        JsonNode *links = ((EzInput *)step->inputs->pdata[i])->value;
        for (int k = 0; k < ez_value_count(links); k++)
            ez_value_append(list, link_of(step, ez_value_item(links, k)));
    }
    return list;
}
