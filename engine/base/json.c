// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/json.h"

#include <json-glib/json-glib.h>
#include <math.h>

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

EzJson *ez_json_new(void)
{
    EzJson *json = g_new0(EzJson, 1);
    json->builder = json_builder_new();
    json->nesting = g_string_new(NULL);
    open_object(json);
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
    json_builder_begin_array(json->builder);
    g_string_append_c(json->nesting, 'l');
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

char *ez_json_finish(EzJson *json)
{
    while (json->nesting->len > 0)
        ez_json_close(json);
    JsonNode *root = json_builder_get_root(json->builder);
    char *text = json_to_string(root, FALSE);
    json_node_unref(root);
    g_object_unref(json->builder);
    g_string_free(json->nesting, TRUE);
    g_free(json);
    return text;
}
