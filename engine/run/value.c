// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/value.h"

#include "engine/run/refusal.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

// ---- writing -------------------------------------------------------------------

static void write_value(GString *out, JsonNode *value);

static void write_string(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *c = text; *c != '\0'; c++) {
        unsigned char byte = (unsigned char)*c;
        if (byte == '"' || byte == '\\')
            g_string_append_printf(out, "\\%c", byte);
        else if (byte < ' ' || byte == 0x7F)
            g_string_append_printf(out, "\\u%04x", byte);
        else
            g_string_append_c(out, *c);
    }
    g_string_append_c(out, '"');
}

static void write_number(GString *out, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    bool whole = floor(number) == number && fabs(number) <= 9007199254740992.0;
    g_ascii_formatd(text, sizeof text, whole ? "%.0f" : "%.17g", whole ? number + 0.0 : number);
    g_string_append(out, isfinite(number) ? text : "null");
}

static void write_list(GString *out, JsonArray *list)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < json_array_get_length(list); i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        write_value(out, json_array_get_element(list, i));
    }
    g_string_append_c(out, ']');
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void write_object(GString *out, JsonObject *object)
{
    g_autoptr(GList) names = g_list_sort(json_object_get_members(object), by_bytes);
    g_string_append_c(out, '{');
    for (GList *name = names; name != NULL; name = name->next) {
        if (name != names)
            g_string_append_c(out, ',');
        write_string(out, name->data);
        g_string_append_c(out, ':');
        write_value(out, json_object_get_member(object, name->data));
    }
    g_string_append_c(out, '}');
}

static void write_plain(GString *out, JsonNode *value)
{
    GType type = json_node_get_value_type(value);
    if (type == G_TYPE_STRING)
        write_string(out, json_node_get_string(value));
    else if (type == G_TYPE_BOOLEAN)
        g_string_append(out, json_node_get_boolean(value) ? "true" : "false");
    else
        write_number(out, json_node_get_double(value));
}

static void write_value(GString *out, JsonNode *value)
{
    if (value == NULL || JSON_NODE_HOLDS_NULL(value))
        g_string_append(out, "null");
    else if (JSON_NODE_HOLDS_OBJECT(value))
        write_object(out, json_node_get_object(value));
    else if (JSON_NODE_HOLDS_ARRAY(value))
        write_list(out, json_node_get_array(value));
    else
        write_plain(out, value);
}

char *ez_value_text(JsonNode *value)
{
    GString *out = g_string_new(NULL);
    write_value(out, value);
    return g_string_free(out, FALSE);
}

char *ez_value_hash(JsonNode *value)
{
    g_autofree char *text = ez_value_text(value);
    char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    hash[16] = '\0';
    return hash;
}

// ---- reading -------------------------------------------------------------------

// How deep brackets lie within each other: looked at first, as the parser is recursive.
static int depth_of(const char *text, gsize length)
{
    int depth = 0, deepest = 0;
    bool quoted = false;
    for (gsize i = 0; i < length; i++) {
        if (quoted && text[i] == '\\')
            i++;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == '[' || text[i] == '{'))
            depth++;
        else if (!quoted && (text[i] == ']' || text[i] == '}'))
            depth--;
        deepest = MAX(deepest, depth);
    }
    return deepest;
}

// What the parser says quotes the text, and may cut a sign in two.
static JsonNode *fail_parse(GError **error, const GError *why)
{
    g_autofree char *words = g_utf8_make_valid(why->message, -1);
    g_set_error_literal(error, why->domain, why->code, words);
    return NULL;
}

static JsonNode *read_up_to(const char *text, gsize size, gsize most, GError **error)
{
    EzRefusal wrong = size > most                               ? EZ_REFUSE_VALUE_TOO_LONG
                      : !g_utf8_validate_len(text, size, NULL)  ? EZ_REFUSE_VALUE_NOT_UTF8
                      : depth_of(text, size) > EZ_VALUE_DEEPEST ? EZ_REFUSE_VALUE_TOO_DEEP
                                                                : EZ_REFUSALS;
    if (wrong != EZ_REFUSALS) {
        ez_refuse(error, wrong, NULL);
        return NULL;
    }
    g_autoptr(JsonParser) parser = json_parser_new_immutable();
    g_autoptr(GError) why = NULL;
    if (!json_parser_load_from_data(parser, text, (gssize)size, &why))
        return fail_parse(error, why);
    JsonNode *root = json_parser_steal_root(parser);
    return root != NULL ? root : json_node_new(JSON_NODE_NULL);
}

JsonNode *ez_value_read(const char *text, gssize length, GError **error)
{
    return read_up_to(text, length >= 0 ? (gsize)length : strlen(text), EZ_VALUE_MOST, error);
}

JsonNode *ez_value_read_room(const char *text, gssize length, GError **error)
{
    return read_up_to(text, length >= 0 ? (gsize)length : strlen(text), EZ_VALUE_ROOM_MOST,
                      error);
}

JsonNode *ez_value_read_whole(const char *text, gssize length)
{
    if (depth_of(text, length >= 0 ? (gsize)length : strlen(text)) > EZ_VALUE_DEEPEST_WHOLE)
        return NULL;
    g_autoptr(JsonParser) parser = json_parser_new();
    return json_parser_load_from_data(parser, text, length, NULL)
               ? json_parser_steal_root(parser)
               : NULL;
}

// ---- asking --------------------------------------------------------------------

JsonNode *ez_value_get(JsonNode *object, const char *name)
{
    if (object == NULL || !JSON_NODE_HOLDS_OBJECT(object))
        return NULL;
    JsonNode *found = json_object_get_member(json_node_get_object(object), name);
    return found != NULL && !JSON_NODE_HOLDS_NULL(found) ? found : NULL;
}

static bool holds(JsonNode *value, GType type)
{
    return value != NULL && JSON_NODE_HOLDS_VALUE(value) &&
           json_node_get_value_type(value) == type;
}

const char *ez_value_string(JsonNode *value, const char *otherwise)
{
    return holds(value, G_TYPE_STRING) ? json_node_get_string(value) : otherwise;
}

double ez_value_number(JsonNode *value, double otherwise)
{
    bool is_number = holds(value, G_TYPE_DOUBLE) || holds(value, G_TYPE_INT64);
    return is_number ? json_node_get_double(value) : otherwise;
}

bool ez_value_flag(JsonNode *value, bool otherwise)
{
    return holds(value, G_TYPE_BOOLEAN) ? json_node_get_boolean(value) : otherwise;
}

int ez_value_count(JsonNode *list)
{
    bool is_list = list != NULL && JSON_NODE_HOLDS_ARRAY(list);
    return is_list ? (int)json_array_get_length(json_node_get_array(list)) : 0;
}

JsonNode *ez_value_item(JsonNode *list, int item)
{
    if (item < 0 || item >= ez_value_count(list))
        return NULL;
    return json_array_get_element(json_node_get_array(list), (guint)item);
}

GList *ez_value_parts(JsonNode *value)
{
    if (value != NULL && JSON_NODE_HOLDS_ARRAY(value))
        return json_array_get_elements(json_node_get_array(value));
    bool table = value != NULL && JSON_NODE_HOLDS_OBJECT(value);
    return table ? json_object_get_values(json_node_get_object(value)) : NULL;
}

const char *ez_value_find_answer(JsonNode *value)
{
    const char *found = ez_value_string(ez_value_get(value, "@"), NULL);
    for (int i = 0; found == NULL && i < ez_value_count(value); i++)
        found = ez_value_find_answer(ez_value_item(value, i));
    if (found != NULL || value == NULL || !JSON_NODE_HOLDS_OBJECT(value))
        return found;
    g_autoptr(GList) names =
        g_list_sort(json_object_get_members(json_node_get_object(value)), (GCompareFunc)strcmp);
    for (GList *name = names; found == NULL && name != NULL; name = name->next)
        found = ez_value_find_answer(ez_value_get(value, name->data));
    return found;
}

// ---- making --------------------------------------------------------------------

JsonNode *ez_value_new_object(void)
{
    JsonNode *node = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(node, json_object_new());
    return node;
}

JsonNode *ez_value_new_list(void)
{
    JsonNode *node = json_node_new(JSON_NODE_ARRAY);
    json_node_take_array(node, json_array_new());
    return node;
}

JsonNode *ez_value_new_string(const char *text)
{
    return json_node_init_string(json_node_alloc(), text);
}

JsonNode *ez_value_new_number(double number)
{
    return json_node_init_double(json_node_alloc(), number);
}

JsonNode *ez_value_new_flag(bool flag)
{
    return json_node_init_boolean(json_node_alloc(), flag);
}

void ez_value_put(JsonNode *object, const char *name, JsonNode *value)
{
    json_object_set_member(json_node_get_object(object), name, value);
}

void ez_value_put_string(JsonNode *object, const char *name, const char *text)
{
    ez_value_put(object, name, ez_value_new_string(text));
}

void ez_value_put_number(JsonNode *object, const char *name, double number)
{
    ez_value_put(object, name, ez_value_new_number(number));
}

void ez_value_put_flag(JsonNode *object, const char *name, bool flag)
{
    ez_value_put(object, name, ez_value_new_flag(flag));
}

void ez_value_append(JsonNode *list, JsonNode *value)
{
    json_array_add_element(json_node_get_array(list), value);
}

// ---- refusing ------------------------------------------------------------------

bool ez_value_refuse(GError **error, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
    return false;
}
