// SPDX-License-Identifier: EUPL-1.2
// Values between Lua and the session, and answers: what people wrote is a thing to pass on, never a text to look into.
#include "engine/lua/library.h"
#include "engine/run/session_script-private.h"

#include <gio/gio.h>
#include <lauxlib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char ANSWER[] = "answer", answers_key;

// Each level of a table takes so many slots while it is read: the table, a key and its value.
enum { DEEPEST = 16, NODES = 20000, SLOTS = 3 };
// What is read lies outside of the script's own memory, for as long as the session lives: it counts as much as there.
enum { NODE_BYTES = 100, MOST_KEPT = 32 * 1024 * 1024 };

typedef struct Reading {
    lua_State *L;
    int depth, nodes;
    int64_t *kept;
    GError **error;
} Reading;

static JsonNode *refuse(Reading *r, const char *why)
{
    g_set_error_literal(r->error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, why);
    return NULL;
}

// False when it is too much.
static bool keep(Reading *r, size_t bytes)
{
    *r->kept += (int64_t)bytes;
    if (*r->kept > MOST_KEPT)
        refuse(r, "an exercise may give 32 MB to its steps and its harvest, and this is more");
    return *r->kept <= MOST_KEPT;
}

// ---- reading -------------------------------------------------------------------

static const char *answer_at(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
        return NULL;
    luaL_getmetatable(L, ANSWER);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same ? lua_touserdata(L, index) : NULL;
}

static JsonNode *read_value(Reading *r, int index);

static JsonNode *read_list(Reading *r, int table, int count)
{
    g_autoptr(JsonNode) list = ez_value_new_list();
    for (int i = 1; i <= count; i++) {
        lua_rawgeti(r->L, table, i);
        JsonNode *item = read_value(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (item == NULL)
            return NULL;
        ez_value_append(list, item);
    }
    return g_steal_pointer(&list);
}

// NULL for a name that is none.
static EzField *name_field(lua_State *L, EzField *field)
{
    if (lua_type(L, -2) == LUA_TSTRING)
        field->word = lua_tostring(L, -2);
    else if (lua_isinteger(L, -2))
        g_snprintf(field->number, sizeof field->number, "%lld",
                   (long long)lua_tointeger(L, -2));
    else
        return NULL;
    return field;
}

const char *ez_field_name(const EzField *field)
{
    return field->word != NULL ? field->word : field->number;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(ez_field_name(a), ez_field_name(b));
}

static EzField *refuse_fields(lua_State *L, int top, GError **error, const char *why)
{
    lua_settop(L, top);
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, why);
    return NULL;
}

// NODES + 1 when there are more, and then a name is left on the stack.
static int count_fields(lua_State *L, int table)
{
    int count = 0;
    for (lua_pushnil(L); count <= NODES && lua_next(L, table) != 0; lua_pop(L, 1))
        count++;
    return count;
}

// Lua's own order differs from process to process: no value and no mistake may come of it.
EzField *ez_script_fields(lua_State *L, int table, int *count, GError **error)
{
    int top = lua_gettop(L), n = *count = count_fields(L, table);
    if (n > NODES || !lua_checkstack(L, n + SLOTS))
        return refuse_fields(L, top, error, "this table is too large");
    g_autofree EzField *fields = g_new0(EzField, (gsize)n + 1);
    EzField *field = fields;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_insert(L, -2), field++) {
        field->index = lua_gettop(L) - 1;
        if (name_field(L, field) == NULL)
            return refuse_fields(L, top, error,
                                 "the names of fields are words or whole numbers");
    }
    qsort(fields, (size_t)n, sizeof *fields, by_name);
    for (int i = 1; i < n; i++)
        if (by_name(&fields[i - 1], &fields[i]) == 0)
            return refuse_fields(L, top, error,
                                 "a field has the same name as a word and as a number");
    return g_steal_pointer(&fields);
}

static bool read_field(Reading *r, const EzField *field, JsonNode *into)
{
    bool fits = keep(r, field->word != NULL ? strlen(field->word) : 0);
    JsonNode *value = fits ? read_value(r, field->index) : NULL;
    if (value != NULL)
        ez_value_put(into, ez_field_name(field), value);
    return value != NULL;
}

static JsonNode *read_fields(Reading *r, int table)
{
    int count;
    g_autofree EzField *fields = ez_script_fields(r->L, table, &count, r->error);
    g_autoptr(JsonNode) object = ez_value_new_object();
    bool good = fields != NULL;
    for (int i = 0; good && i < count; i++)
        good = read_field(r, &fields[i], object);
    return good ? g_steal_pointer(&object) : NULL;
}

// A list has entries from 1 on, without holes, and nothing else.
static bool is_list(lua_State *L, int table, int count)
{
    int all = 0;
    lua_pushnil(L);
    while (all <= count && lua_next(L, table) != 0) {
        lua_pop(L, 1);
        all++;
    }
    lua_settop(L, table);
    return count > 0 && all == count;
}

static JsonNode *read_table(Reading *r, int index)
{
    if (r->depth >= DEEPEST || !lua_checkstack(r->L, 8))
        return refuse(r, "this table lies too deep, or holds itself");
    r->depth++;
    lua_pushvalue(r->L, index);
    int table = lua_gettop(r->L);
    ez_lua_unview(r->L, table);
    int count = (int)lua_rawlen(r->L, table);
    JsonNode *value =
        is_list(r->L, table, count) ? read_list(r, table, count) : read_fields(r, table);
    lua_settop(r->L, table - 1);
    r->depth--;
    return value;
}

static JsonNode *read_text(Reading *r, int index)
{
    size_t length;
    const char *text = lua_tolstring(r->L, index, &length);
    if (!keep(r, length))
        return NULL;
    return g_utf8_validate_len(text, length, NULL) ? ez_value_new_string(text)
                                                   : refuse(r, "this text is not UTF-8");
}

static JsonNode *read_answer(Reading *r, int index)
{
    const char *reference = answer_at(r->L, index);
    if (reference == NULL)
        return refuse(r, "only texts, numbers, tables and answers can be given to a step");
    JsonNode *made = ez_value_new_object();
    ez_value_put_string(made, "@", reference);
    return made;
}

static JsonNode *read_value(Reading *r, int index)
{
    if (++r->nodes > NODES)
        return refuse(r, "this table is too large");
    *r->kept += NODE_BYTES;
    if (*r->kept > MOST_KEPT)
        return refuse(
            r, "an exercise may give 32 MB to its steps and its harvest, and this is more");
    switch (lua_type(r->L, index)) {
    case LUA_TSTRING:
        return read_text(r, index);
    case LUA_TNUMBER:
        return ez_value_new_number(lua_tonumber(r->L, index));
    case LUA_TBOOLEAN:
        return ez_value_new_flag(lua_toboolean(r->L, index));
    case LUA_TTABLE:
        return read_table(r, index);
    case LUA_TNIL:
        return json_node_new(JSON_NODE_NULL);
    default:
        return read_answer(r, index);
    }
}

void ez_script_make_room(lua_State *L)
{
    luaL_checkstack(L, 2 * LUA_MINSTACK + SLOTS * DEEPEST, NULL);
}

JsonNode *ez_script_read(lua_State *L, int index, GError **error)
{
    Reading r = {L, 0, 0, &ez_script_of(L)->kept, error};
    return read_value(&r, lua_absindex(L, index));
}

// ---- things to choose from -----------------------------------------------------

// An answer is its own id; a pile goes by its name; { item = …, dots = 3 } by its item.
static char *item_id(JsonNode *item, int number)
{
    const char *word = ez_value_string(item, NULL);
    const char *id = ez_value_string(ez_value_get(item, "id"), NULL);
    const char *answer = ez_value_string(ez_value_get(item, "@"), NULL);
    const char *name = ez_value_string(ez_value_get(ez_value_get(item, "name"), "@"), NULL);
    const char *found = word != NULL ? word : id != NULL ? id : answer != NULL ? answer : name;
    if (found != NULL)
        return g_strdup(found);
    JsonNode *inner = ez_value_get(item, "item");
    if (inner != NULL)
        return item_id(inner, number);
    return ez_value_get(item, "items") != NULL ? g_strdup_printf("pile-%d", number) : NULL;
}

static JsonNode *as_object(JsonNode *item)
{
    if (JSON_NODE_HOLDS_OBJECT(item))
        return json_node_ref(item);
    JsonNode *made = ez_value_new_object();
    ez_value_put(made, "words", json_node_ref(item));
    return made;
}

static bool add_item(JsonNode *list, GHashTable *seen, JsonNode *given, int number,
                     GError **error)
{
    g_autofree char *id = item_id(given, number);
    if (id == NULL) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                    "item %d needs an id: { id = \"…\", nl = \"…\", en = \"…\" }", number);
        return false;
    }
    if (!g_hash_table_add(seen, g_strdup(id))) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                    "item %d has the id \"%s\" of an item before it", number, id);
        return false;
    }
    JsonNode *item = as_object(given);
    ez_value_put_string(item, "id", id);
    ez_value_append(list, item);
    return true;
}

JsonNode *ez_script_read_items(lua_State *L, int index, int *wrong, GError **error)
{
    *wrong = 0;
    g_autoptr(JsonNode) given = ez_script_read(L, index, error);
    if (given == NULL)
        return NULL;
    bool empty =
        JSON_NODE_HOLDS_OBJECT(given) && json_object_get_size(json_node_get_object(given)) == 0;
    if (!empty && !JSON_NODE_HOLDS_ARRAY(given)) {
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                            "this is a list, without holes or named fields");
        return NULL;
    }
    g_autoptr(JsonNode) list = ez_value_new_list();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < ez_value_count(given); i++)
        if (!add_item(list, seen, ez_value_item(given, i), i + 1, error)) {
            *wrong = i + 1;
            return NULL;
        }
    return g_steal_pointer(&list);
}

// ---- answers -------------------------------------------------------------------

static int refuse_look(lua_State *L)
{
    ez_host_raise(L, EZ_FAULT_ERROR, NULL, "use choose when you need to know what people mean",
                  "what people wrote can be counted, voted on and shown, but a script cannot "
                  "look into it");
}

static int push_finding(lua_State *L, const char *field)
{
    JsonNode *finding = ez_session_finding(ez_script_of(L)->session, lua_touserdata(L, 1));
    if (finding == NULL)
        ez_host_raise(L, EZ_FAULT_ERROR, NULL, "ask for it with { check = \"principle\" }",
                      "nothing is known of this answer: its step has no check");
    ez_script_push(L, ez_value_get(finding, field), 0);
    return 1;
}

static int answer_index(lua_State *L)
{
    const char *field = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    if (strcmp(field, "flags") == 0 || strcmp(field, "light") == 0)
        return push_finding(L, field);
    if (strcmp(field, "id") != 0)
        return refuse_look(L);
    lua_pushstring(L, lua_touserdata(L, 1));
    return 1;
}

void ez_script_open_values(lua_State *L)
{
    static const char *const refused[] = {"__concat", "__len", "__lt",   "__le",      "__add",
                                          "__sub",    "__mul", "__div",  "__mod",     "__unm",
                                          "__idiv",   "__pow", "__call", "__newindex"};
    luaL_newmetatable(L, ANSWER);
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++) {
        lua_pushcfunction(L, refuse_look);
        lua_setfield(L, -2, refused[i]);
    }
    lua_pushcfunction(L, refuse_look);
    lua_setfield(L, -2, "__tostring");
    lua_pushcfunction(L, answer_index);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &answers_key);
}

void ez_script_push_answer(lua_State *L, const char *reference)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &answers_key);
    if (lua_getfield(L, -1, reference) == LUA_TNIL) {
        lua_pop(L, 1);
        size_t size = strlen(reference) + 1;
        memcpy(lua_newuserdatauv(L, size, 0), reference, size);
        luaL_setmetatable(L, ANSWER);
        lua_pushvalue(L, -1);
        lua_setfield(L, -3, reference);
    }
    lua_remove(L, -2);
}

// ---- giving --------------------------------------------------------------------

static void push_list(lua_State *L, JsonNode *list, int options)
{
    int count = ez_value_count(list);
    lua_createtable(L, count, 0);
    for (int i = 0; i < count; i++) {
        ez_script_push(L, ez_value_item(list, i), options);
        lua_rawseti(L, -2, i + 1);
    }
}

static void push_fields(lua_State *L, JsonNode *object, int options)
{
    JsonObjectIter walk;
    const char *name;
    JsonNode *value;
    lua_newtable(L);
    json_object_iter_init_ordered(&walk, json_node_get_object(object));
    while (json_object_iter_next_ordered(&walk, &name, &value)) {
        lua_pushstring(L, name);
        ez_script_push(L, value, options);
        lua_rawset(L, -3);
    }
}

void ez_script_push_item(lua_State *L, const char *of, int n, int options)
{
    static const char *const judged[] = {"items", "options", "from"};
    lua_pushnil(L);
    for (gsize i = 0; options != 0 && lua_isnil(L, -1) && i < G_N_ELEMENTS(judged); i++) {
        lua_pop(L, 1);
        lua_getfield(L, options, of != NULL ? of : judged[i]);
    }
    ez_lua_unview(L, -1);
    if (!lua_istable(L, -1))
        return;
    lua_rawgeti(L, -1, n);
    lua_remove(L, -2);
}

static void push_object(lua_State *L, JsonNode *value, int options)
{
    const char *reference = ez_value_string(ez_value_get(value, "@"), NULL);
    JsonNode *item = ez_value_get(value, "#");
    if (item != NULL)
        ez_script_push_item(L, ez_value_string(ez_value_get(value, "of"), NULL),
                            (int)ez_value_number(item, 0), options);
    else if (reference != NULL && ez_value_get(value, "id") == NULL)
        ez_script_push_answer(L, reference);
    else
        push_fields(L, value, options);
}

static void push_number(lua_State *L, double number)
{
    lua_Integer whole;
    if (number == floor(number) && lua_numbertointeger(number, &whole))
        lua_pushinteger(L, whole);
    else
        lua_pushnumber(L, number);
}

void ez_script_push(lua_State *L, JsonNode *value, int options)
{
    luaL_checkstack(L, 8, "too deep");
    if (value == NULL || JSON_NODE_HOLDS_NULL(value))
        lua_pushnil(L);
    else if (JSON_NODE_HOLDS_OBJECT(value))
        push_object(L, value, options);
    else if (JSON_NODE_HOLDS_ARRAY(value))
        push_list(L, value, options);
    else if (ez_value_string(value, NULL) != NULL)
        lua_pushstring(L, ez_value_string(value, NULL));
    else if (json_node_get_value_type(value) == G_TYPE_BOOLEAN)
        lua_pushboolean(L, json_node_get_boolean(value));
    else
        push_number(L, json_node_get_double(value));
}
