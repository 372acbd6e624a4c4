// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/json.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

struct EzJson {
    JsonBuilder *builder;
    GString *nesting; // 'o' or 'l' for each open object or list
};

static void begin(EzJson *json, const char *name)
{
    if (name != NULL)
        json_builder_set_member_name(json->builder, name);
}

static void open_object(EzJson *json)
{
    json_builder_begin_object(json->builder);
    g_string_append_c(json->nesting, 'o');
}

static void open_list(EzJson *json)
{
    json_builder_begin_array(json->builder);
    g_string_append_c(json->nesting, 'l');
}

static EzJson *json_empty(void)
{
    EzJson *json = g_new0(EzJson, 1);
    json->builder = json_builder_new();
    json->nesting = g_string_new(NULL);
    return json;
}

EzJson *ez_json_new(void)
{
    EzJson *json = json_empty();
    open_object(json);
    return json;
}

EzJson *ez_json_new_list(void)
{
    EzJson *json = json_empty();
    open_list(json);
    return json;
}

void ez_json_text(EzJson *json, const char *name, const char *text)
{
    begin(json, name);
    if (text != NULL)
        json_builder_add_string_value(json->builder, text);
    else
        json_builder_add_null_value(json->builder);
}

void ez_json_number(EzJson *json, const char *name, double number)
{
    begin(json, name);
    if (number == floor(number) && fabs(number) < 1e15)
        json_builder_add_int_value(json->builder, (gint64)number);
    else
        json_builder_add_double_value(json->builder, number);
}

void ez_json_open_object(EzJson *json, const char *name)
{
    begin(json, name);
    open_object(json);
}

void ez_json_open_list(EzJson *json, const char *name)
{
    begin(json, name);
    open_list(json);
}

void ez_json_close(EzJson *json)
{
    char kind = json->nesting->str[json->nesting->len - 1];
    g_string_truncate(json->nesting, json->nesting->len - 1);
    if (kind == 'o')
        json_builder_end_object(json->builder);
    else
        json_builder_end_array(json->builder);
}

// ---- finishing -------------------------------------------------------------------------

static JsonNode *sorted(JsonNode *node);

static int by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(a, b);
}

static JsonNode *sorted_object(JsonObject *object)
{
    JsonObject *out = json_object_new();
    GList *names = g_list_sort(json_object_get_members(object), by_bytes);
    for (GList *at = names; at != NULL; at = at->next)
        json_object_set_member(out, at->data, sorted(json_object_get_member(object, at->data)));
    g_list_free(names);
    JsonNode *node = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(node, out);
    return node;
}

static JsonNode *sorted_list(JsonArray *list)
{
    JsonArray *out = json_array_new();
    for (guint i = 0; i < json_array_get_length(list); i++)
        json_array_add_element(out, sorted(json_array_get_element(list, i)));
    JsonNode *node = json_node_new(JSON_NODE_ARRAY);
    json_node_take_array(node, out);
    return node;
}

static JsonNode *sorted(JsonNode *node)
{
    if (JSON_NODE_HOLDS_OBJECT(node))
        return sorted_object(json_node_get_object(node));
    if (JSON_NODE_HOLDS_ARRAY(node))
        return sorted_list(json_node_get_array(node));
    return json_node_copy(node);
}

// All that is open is closed; the writer is freed.
static JsonNode *take_root(EzJson *json)
{
    while (json->nesting->len > 0)
        ez_json_close(json);
    JsonNode *root = json_builder_get_root(json->builder);
    g_object_unref(json->builder);
    g_string_free(json->nesting, TRUE);
    g_free(json);
    return root;
}

char *ez_json_finish(EzJson *json)
{
    g_autoptr(JsonNode) root = take_root(json);
    return json_to_string(root, FALSE);
}

char *ez_json_finish_canonical(EzJson *json)
{
    g_autoptr(JsonNode) root = take_root(json);
    g_autoptr(JsonNode) canonical = sorted(root);
    return json_to_string(canonical, FALSE);
}
