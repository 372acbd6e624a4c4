// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/options.h"

#include "engine/lua/library.h"

#include <lauxlib.h>

enum { MOST = 60 };

// { text, id = …, … }: what has something without a name is no text in languages.
static bool is_record(lua_State *L, int index)
{
    bool found = lua_type(L, index) == LUA_TTABLE && lua_rawgeti(L, index, 1) != LUA_TNIL;
    if (lua_type(L, index) == LUA_TTABLE)
        lua_pop(L, 1);
    return found;
}

static void read_record(EzReading *r, int index, EzTickOption *option)
{
    EzReading outer = *r;
    option->origin = r->origin = r->child;
    r->thing = ez_option_record.thing;
    ez_read_unknown(r, index, &ez_option_record, NULL);
    ez_read_record(r, index, &ez_option_record, option);
    r->word = "{ … }";
    r->place = ez_origin_known(r->origin) ? ez_origin_item(r->origin, 1) : outer.place;
    r->child = ez_origin_child_item(r->origin, 1);
    lua_rawgeti(r->L, index, 1);
    ez_lua_unview(r->L, -1);
    option->text = ez_read_text(r, lua_gettop(r->L));
    lua_pop(r->L, 1);
    *r = outer;
}

static void read_option(EzReading *r, int index, EzTickOption *option)
{
    *option = (EzTickOption){.origin = r->origin};
    if (is_record(r->L, index))
        read_record(r, index, option);
    else
        option->text = ez_read_text(r, index);
}

static void read_options(EzReading *r, int list, int count, EzNode *node)
{
    EzOrigin origin = r->child;
    EzPlace whole = r->place;
    EzTickOption *options = ez_arena_array(r->arena, EzTickOption, count);
    for (int i = 0; i < count; i++) {
        r->place = ez_origin_known(origin) ? ez_origin_item(origin, i + 1) : whole;
        r->child = ez_origin_child_item(origin, i + 1);
        lua_rawgeti(r->L, list, i + 1);
        ez_lua_unview(r->L, -1);
        read_option(r, lua_gettop(r->L), &options[node->n_options]);
        lua_pop(r->L, 1);
        node->n_options += options[node->n_options].text != NULL;
    }
    node->options = options;
}

// More than a sheet can hold would only take long to measure.
static bool check_count(EzReading *r, int count)
{
    g_autofree char *found = g_strdup_printf("%d", count);
    if (count == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, r->place, "options = { { nl = \"…\" }, … }",
                       "thing", r->thing, "field", "\"options\"", NULL);
    if (count > MOST)
        ez_diag_report(r->load->diags, EZ_OUT_OF_RANGE, r->place, NULL, "thing", r->thing,
                       "field", "options", "expected", "1 to 60 texts", "value", found, NULL);
    return count > 0 && count <= MOST;
}

static void read_list(EzReading *r, int list, EzNode *node)
{
    int count = ez_read_list(r, list);
    if (check_count(r, count))
        read_options(r, list, count, node);
}

void ez_options_read(EzReading *r, int index, EzNode *node)
{
    luaL_checkstack(r->L, 12, "options nested too deep");
    lua_pushstring(r->L, "options");
    int type = lua_rawget(r->L, lua_absindex(r->L, index));
    ez_lua_unview(r->L, -1);
    r->word = "options";
    r->place = ez_origin_value(node->origin, "options");
    r->child = ez_origin_child(node->origin, "options");
    if (type != LUA_TNIL)
        read_list(r, lua_gettop(r->L), node);
    lua_pop(r->L, 1);
}
