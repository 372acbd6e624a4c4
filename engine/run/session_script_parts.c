// SPDX-License-Identifier: EUPL-1.2
// What run(s) calls around steps: parts of the agenda, other exercises, groups that work apart.
#include "engine/lua/library.h"
#include "engine/run/session_script-private.h"

#include <lauxlib.h>
#include <string.h>

// Where a call has what.
enum { ID = 1, TEXT, OPTIONS };

// ---- sections and other exercises ------------------------------------------------

static int after_section(lua_State *L, int status, lua_KContext outer)
{
    EzBranch *branch = ez_script_branch(L);
    ez_session_end_section(ez_script_of(L)->session, branch->scope.section);
    branch->scope.section = (int)outer;
    return lua_gettop(L) - OPTIONS;
}

// section(id, text, { minutes = 5 }, function() … end)
static int section(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    EzBranch *branch = ez_script_branch(L);
    const char *id = ez_script_check_id(L, ID);
    GError *error = NULL;
    ez_host_charge(L, EZ_SCRIPT_CHARGE);
    ez_script_make_room(L);
    lua_settop(L, 4);
    if (!lua_isfunction(L, 4))
        ez_script_raise_words(L, "section: after id, text and options comes a function");
    JsonNode *options = ez_script_options(L, &ez_section_call, OPTIONS);
    int minutes = (int)ez_value_number(ez_value_get(options, "minutes"), 0);
    JsonNode *text = ez_script_read(L, TEXT, &error);
    if (text == NULL)
        ez_script_raise(L, error);
    int outer = branch->scope.section;
    EzSection *made = g_new0(EzSection, 1);
    *made = (EzSection){.id = g_strdup(id),
                        .text = text,
                        .minutes = minutes,
                        .outer = outer,
                        .spot = ez_script_spot(L)};
    branch->scope.section = ez_session_add_section(script->session, made);
    lua_callk(L, 0, LUA_MULTRET, outer, after_section);
    return after_section(L, LUA_OK, outer);
}

static const EzPinned *find_exercise(EzSession *session, const char *name)
{
    g_autofree char *end = g_strdup_printf("/%s.lua", name);
    for (int i = 1; i < session->setup.n_sources; i++)
        if (g_str_has_suffix(session->setup.sources[i].path, end))
            return &session->setup.sources[i];
    return NULL;
}

static void set_path(EzBranch *branch, const char *path)
{
    char *kept = g_strdup(path);
    g_free(branch->scope.path);
    branch->scope.path = kept;
}

// [-0, +0] Back to where the branch was, from what an error left.
static void restore_scope(EzScript *script, EzBranch *branch, const char *path, int section)
{
    while (branch->scope.section != section) {
        EzSection *left = script->session->sections->pdata[branch->scope.section];
        ez_session_end_section(script->session, branch->scope.section);
        branch->scope.section = left->outer;
    }
    set_path(branch, path);
}

// Below the results: the path and the depth that the branch had, and in `section` its part of the agenda.
static int after_guarded(lua_State *L, int status, lua_KContext section)
{
    EzBranch *branch = ez_script_find_branch(L);
    if (!lua_toboolean(L, 3) && branch != NULL) {
        restore_scope(ez_script_of(L), branch, lua_tostring(L, 1), (int)section);
        branch->scope.depth = (int)lua_tointeger(L, 2);
    }
    return lua_gettop(L) - 2;
}

// pcall and xpcall, which are upvalue 1. Where an error was caught, no section or exercise goes on that it left.
static int guarded(lua_State *L)
{
    const EzBranch *branch = ez_script_find_branch(L);
    int section = branch != NULL ? branch->scope.section : -1;
    luaL_checkstack(L, 4, NULL);
    lua_pushstring(L, branch != NULL ? branch->scope.path : "");
    lua_pushinteger(L, branch != NULL ? branch->scope.depth : 0);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_rotate(L, 1, 3);
    lua_callk(L, lua_gettop(L) - 3, LUA_MULTRET, section, after_guarded);
    return after_guarded(L, LUA_OK, section);
}

void ez_script_guard_scopes(lua_State *L)
{
    static const char *const names[] = {"pcall", "xpcall"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        lua_getglobal(L, names[i]);
        lua_pushcclosure(L, guarded, 1);
        lua_setglobal(L, names[i]);
    }
}

// Index 4: the path before.
static int after_include(lua_State *L, int status, lua_KContext context)
{
    EzBranch *branch = ez_script_branch(L);
    set_path(branch, lua_tostring(L, 4));
    branch->scope.depth--;
    return lua_gettop(L) - 4;
}

// include(id, "check-in", { … }): the table is s.params of the other one.
static int include(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    EzBranch *branch = ez_script_branch(L);
    const char *id = ez_script_check_id(L, ID);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    const EzPinned *source = find_exercise(script->session, name);
    ez_host_charge(L, EZ_SCRIPT_CHARGE);
    if (source == NULL)
        ez_script_raise_words(L,
                              *name != '\0'
                                  ? "include: name \"%s\" in `includes` of the head"
                                  : "include: after the id comes the id of an exercise%s",
                              name);
    if (branch->scope.depth >= EZ_SCRIPT_DEPTH)
        ez_script_raise_words(L, "exercises lie %d deep within each other at most",
                              EZ_SCRIPT_DEPTH);
    branch->scope.depth++;
    lua_settop(L, 3);
    lua_pushstring(L, branch->scope.path);
    const char *path = lua_pushfstring(L, "%s/%s", branch->scope.path, id);
    set_path(branch, path);
    lua_pop(L, 1);
    ez_script_run_file(L, source);
    lua_getfield(L, -1, "run");
    lua_remove(L, -2);
    lua_pushvalue(L, 3);
    ez_script_push_steps(L);
    lua_callk(L, 1, LUA_MULTRET, 0, after_include);
    return after_include(L, LUA_OK, 0);
}

// ---- groups ----------------------------------------------------------------------

static int after_parallel(lua_State *L, int status, lua_KContext first)
{
    EzScript *script = ez_script_of(L);
    int count = (int)lua_tointeger(L, 4);
    lua_createtable(L, 0, count);
    for (int i = 0; i < count; i++) {
        EzBranch *child = script->branches->pdata[(int)first + i];
        lua_pushstring(L, child->group);
        lua_settop(child->L, 1);
        lua_xmove(child->L, L, 1);
        lua_rawset(L, -3);
        luaL_unref(L, LUA_REGISTRYINDEX, child->anchor);
        child->L = NULL;
        g_clear_pointer(&child->group, g_free);
        g_clear_pointer(&child->scope.path, g_free);
    }
    return 1;
}

// [-0, +2] The group with this number, and its id.
static const char *push_group(lua_State *L, int number)
{
    const char *id = NULL;
    lua_rawgeti(L, 2, number);
    ez_lua_unview(L, -1);
    if (lua_istable(L, -1)) {
        lua_getfield(L, -1, "id");
        id = ez_script_id(L, -1);
    }
    if (id == NULL)
        ez_script_raise_words(
            L,
            "parallel: a group has an id of small letters, digits, - and _: { id = \"g1\" }");
    return id;
}

// [-0, +0] Begins the work of the group with this number.
static void add_group(lua_State *L, EzBranch *branch, int number)
{
    EzScript *script = ez_script_of(L);
    const char *group = push_group(L, number);
    const char *path =
        lua_pushfstring(L, "%s/%s[%s]", branch->scope.path, lua_tostring(L, ID), group);
    EzBranch *child = ez_script_add_branch(script, L, branch, group, path);
    lua_pop(L, 2);
    lua_pushvalue(L, 3);
    lua_insert(L, -2);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_xmove(L, child->L, 3);
    child->arguments = 2;
    branch->children++;
    g_queue_push_tail(&script->ready, child);
}

// Those that came to their end have no coroutine.
static int count_alive(const EzScript *script)
{
    int alive = 0;
    for (guint i = 0; i < script->branches->len; i++)
        alive += ((EzBranch *)script->branches->pdata[i])->L != NULL;
    return alive;
}

// What raises an error raises it before anyone begins: a script may catch it.
static int check_parallel(lua_State *L, const EzBranch *branch)
{
    EzScript *script = ez_script_of(L);
    ez_script_check_id(L, ID);
    ez_lua_unview(L, 2);
    if (!lua_istable(L, 2) || !lua_isfunction(L, 3))
        ez_script_raise_words(L, "parallel: after the id come groups and a function");
    if (!lua_isyieldable(L))
        ez_script_raise_words(L, "parallel cannot wait here: not within a sort or a search");
    if (branch->scope.depth >= EZ_SCRIPT_DEPTH)
        ez_script_raise_words(L, "groups lie %d deep within each other at most",
                              EZ_SCRIPT_DEPTH);
    int count = (int)MIN(lua_rawlen(L, 2), G_MAXINT);
    if (count > EZ_SCRIPT_BRANCHES - count_alive(script))
        ez_script_raise_words(L, "%d groups work apart at a time at most", EZ_SCRIPT_BRANCHES);
    for (int i = 1; i <= count; i++) {
        push_group(L, i);
        lua_pop(L, 2);
    }
    return count;
}

// parallel(id, groups, function(group, s) … end). Upvalue 1: s.
static int parallel(lua_State *L)
{
    EzBranch *branch = ez_script_branch(L);
    lua_settop(L, 3);
    int count = check_parallel(L, branch), first = (int)ez_script_of(L)->branches->len;
    ez_host_charge(L, EZ_SCRIPT_CHARGE * (count + 1));
    lua_pushinteger(L, count);
    for (int i = 1; i <= count; i++)
        add_group(L, branch, i);
    return count > 0 ? lua_yieldk(L, 0, first, after_parallel)
                     : after_parallel(L, LUA_OK, first);
}

void ez_script_open_parts(lua_State *L)
{
    lua_pushcfunction(L, section);
    lua_setfield(L, -2, "section");
    lua_pushcfunction(L, include);
    lua_setfield(L, -2, "include");
}

void ez_script_open_parallel(lua_State *L)
{
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, parallel, 1);
}
