// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/library.h"
#include "engine/run/session_script-private.h"

#include <lauxlib.h>
#include <string.h>

static const char modules_key;

enum { MEGABYTES = 1024 * 1024 };

// What one slice between two events may spend.
#define SLICE ((EzBudget){INT64_C(20) * 1000 * 1000, EZ_SCRIPT_SECONDS(1)})

EzScript *ez_script_of(lua_State *L)
{
    return ez_host_user(L);
}

// ---- errors --------------------------------------------------------------------

// What is called, by the name that the author's line has for it.
static void note_call(lua_State *L, EzScript *script)
{
    lua_Debug level;
    bool there = lua_getstack(L, 0, &level) && lua_getinfo(L, "n", &level);
    g_free(script->called);
    g_free(script->called_id);
    script->called = g_strdup(there ? level.name : NULL);
    script->called_id = g_strdup(lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : NULL);
}

void ez_script_raise_mistake(lua_State *L, EzMistake *mistake)
{
    EzScript *script = ez_script_of(L);
    ez_mistake_clear(&script->mistake);
    script->mistake = *mistake;
    *mistake = (EzMistake){0};
    note_call(L, script);
    ez_host_raise(L, EZ_FAULT_ERROR, NULL, script->mistake.hint, script->mistake.message);
}

static EzMistake in_words(const char *problem)
{
    return (EzMistake){.code = EZ_STEP_CALL,
                       .message = ez_diag_message(EZ_STEP_CALL, "problem", problem, NULL)};
}

void ez_script_raise_words(lua_State *L, const char *format, ...)
{
    EzScript *script = ez_script_of(L);
    va_list values;
    va_start(values, format);
    g_free(script->message);
    script->message = g_strdup_vprintf(format, values);
    va_end(values);
    EzMistake mistake = in_words(script->message);
    ez_script_raise_mistake(L, &mistake);
}

void ez_script_raise(lua_State *L, GError *error)
{
    EzMistake mistake = in_words(error->message);
    g_error_free(error);
    ez_script_raise_mistake(L, &mistake);
}

const char *ez_script_id(lua_State *L, int index)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    const char *id = lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : "";
    size_t length = strlen(id);
    return length > 0 && length <= 64 && strspn(id, letters) == length ? id : NULL;
}

const char *ez_script_check_id(lua_State *L, int index)
{
    const char *id = ez_script_id(L, index);
    if (id == NULL) {
        EzMistake mistake = {.code = EZ_STEP_ID, .argument = EZ_CALL_ID};
        mistake.message = ez_diag_message(EZ_STEP_ID, NULL);
        ez_script_raise_mistake(L, &mistake);
    }
    return id;
}

// ---- files ---------------------------------------------------------------------

void ez_script_run_file(lua_State *L, const EzPinned *source)
{
    gsize length;
    const char *text = g_bytes_get_data(source->bytes, &length);
    EzSource file = {.name = (char *)source->path, .text = (char *)text, .length = length};
    ez_host_load(L, &file);
    lua_call(L, 0, 1);
}

static const EzPinned *find_module(EzSession *session, const char *name)
{
    if (g_str_has_prefix(name, "ez."))
        return ez_session_source(session, name);
    g_autofree char *path = g_strdelimit(g_strdup(name), ".", '/');
    g_autofree char *of_kit = g_strdup_printf("kit/%s.lua", path);
    g_autofree char *of_scripts = g_strdup_printf("scripts/%s.lua", path);
    const EzPinned *found = ez_session_source(session, of_kit);
    return found != NULL ? found : ez_session_source(session, of_scripts);
}

// A module is run once; while it runs, it has no value yet.
static int require(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &modules_key);
    int modules = lua_gettop(L);
    if (lua_getfield(L, modules, name) != LUA_TNIL) {
        if (lua_isboolean(L, -1))
            ez_script_raise_words(L, "\"%s\" requires itself", name);
        return 1;
    }
    const EzPinned *source = find_module(ez_script_of(L)->session, name);
    if (source == NULL)
        ez_script_raise_words(L, "there is no module \"%s\" among the files of this session",
                              name);
    lua_pushboolean(L, 0);
    lua_setfield(L, modules, name);
    ez_script_run_file(L, source);
    lua_pushvalue(L, -1);
    lua_setfield(L, modules, name);
    return 1;
}

// exercise { … } is the table itself.
static int exercise(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    return 1;
}

// ---- branches ------------------------------------------------------------------

EzBranch *ez_script_find_branch(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    for (guint i = 0; i < script->branches->len; i++) {
        EzBranch *branch = script->branches->pdata[i];
        if (branch->L == L)
            return branch;
    }
    return NULL;
}

EzBranch *ez_script_branch(lua_State *L)
{
    EzBranch *branch = ez_script_find_branch(L);
    if (branch == NULL)
        ez_script_raise_words(L, "steps belong in run(s), not beside it");
    return branch;
}

EzBranch *ez_script_add_branch(EzScript *script, lua_State *L, EzBranch *outer,
                               const char *group, const char *path)
{
    EzBranch *branch = g_new0(EzBranch, 1);
    g_ptr_array_add(script->branches, branch);
    *branch = (EzBranch){.number = (int)script->branches->len - 1,
                         .outer = outer,
                         .group = g_strdup(group),
                         .scope = {g_strdup(path), outer != NULL ? outer->scope.section : -1,
                                   outer != NULL ? outer->scope.depth + 1 : 0},
                         .anchor = LUA_NOREF};
    branch->L = lua_newthread(L);
    branch->anchor = luaL_ref(L, LUA_REGISTRYINDEX);
    return branch;
}

static void free_branch(void *data)
{
    EzBranch *branch = data;
    g_free(branch->group);
    g_free(branch->scope.path);
    g_free(branch);
}

static void finish_branch(EzScript *script, EzBranch *branch)
{
    EzBranch *outer = branch->outer;
    if (outer == NULL)
        ez_session_finish(script->session);
    else if (--outer->children == 0)
        g_queue_push_tail(&script->ready, outer);
}

static void run_branch(lua_State *L, EzScript *script, EzBranch *branch)
{
    int count = 0, arguments = branch->arguments;
    branch->arguments = 0;
    int status = ez_host_resume(L, branch->L, arguments, &count);
    if (status == LUA_YIELD)
        lua_pop(branch->L, count);
    else if (status == LUA_OK)
        finish_branch(script, branch);
    else
        ez_host_raise_from(L, branch->L);
}

static void run_ready(lua_State *L, EzScript *script)
{
    EzBranch *branch;
    while ((branch = g_queue_pop_head(&script->ready)) != NULL)
        run_branch(L, script, branch);
}

// ---- life ----------------------------------------------------------------------

EzScript *ez_script_new(EzSession *session, const EzSessionSetup *setup)
{
    EzScript *script = g_new0(EzScript, 1);
    bool given = setup->budget.instructions > 0;
    EzHostLimits limits = ez_host_limits_kit();
    limits.memory = 32 * MEGABYTES;
    if (setup->clock.now != NULL)
        limits.clock = setup->clock;
    limits.fail_after = setup->fail_after;
    script->session = session;
    script->budget = given ? setup->budget : SLICE;
    script->branches = g_ptr_array_new_with_free_func(free_branch);
    g_queue_init(&script->ready);
    script->host = ez_host_new(&limits);
    if (script->host != NULL) {
        ez_host_set_user(script->host, script);
        ez_host_set_require(script->host, require);
    }
    return script;
}

void ez_script_free(EzScript *script)
{
    ez_host_free(script->host);
    g_queue_clear(&script->ready);
    g_ptr_array_unref(script->branches);
    g_clear_pointer(&script->loose, json_node_unref);
    ez_step_free(script->pending);
    ez_mistake_clear(&script->mistake);
    g_free(script->called);
    g_free(script->called_id);
    g_free(script->message);
    g_free(script);
}

// The head without what cannot be written down.
static void keep_head(lua_State *L, EzScript *script)
{
    ez_script_make_room(L);
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, -3) != 0; lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING && !lua_isfunction(L, -1)) {
            lua_pushvalue(L, -2);
            lua_pushvalue(L, -2);
            lua_rawset(L, -5);
        }
    GError *error = NULL;
    JsonNode *head = ez_script_read(L, -1, &error);
    lua_pop(L, 1);
    if (head == NULL)
        ez_script_raise(L, error);
    ez_session_set_head(script->session, head);
}

static int begin(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    ez_script_open_values(L);
    ez_script_guard_scopes(L);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &modules_key);
    lua_pushcfunction(L, exercise);
    lua_setglobal(L, "exercise");
    ez_script_run_file(L, &script->session->setup.sources[0]);
    if (!lua_istable(L, -1) || lua_getfield(L, -1, "run") != LUA_TFUNCTION)
        ez_script_raise_words(L, "an exercise has run = function(s) … end");
    lua_insert(L, -2);
    keep_head(L, script);
    lua_pop(L, 1);
    ez_script_push_given(L, ez_value_get(ez_session_start(script->session), "params"));
    ez_script_push_steps(L);
    EzBranch *branch = ez_script_add_branch(script, L, NULL, NULL, "");
    lua_xmove(L, branch->L, 2);
    branch->arguments = 1;
    g_queue_push_tail(&script->ready, branch);
    run_ready(L, script);
    return 0;
}

static int resume(lua_State *L)
{
    run_ready(L, ez_script_of(L));
    return 0;
}

bool ez_script_begin(EzScript *script, EzFault *fault)
{
    if (script->host != NULL)
        return ez_host_enter(script->host, begin, NULL, script->budget, fault);
    *fault = (EzFault){.kind = EZ_FAULT_MEMORY,
                       .message = g_strdup("there is no memory for a script")};
    return false;
}

bool ez_script_resume(EzScript *script, const EzStep *step, EzFault *fault)
{
    EzBranch *branch = script->branches->pdata[step->branch];
    if (branch->step != step)
        return true;
    g_queue_push_tail(&script->ready, branch);
    return ez_host_enter(script->host, resume, NULL, script->budget, fault);
}

// Takes what is known of a level; whether its line is an author's. [-0, +0]
static bool is_authors(lua_State *L, lua_Debug *level)
{
    lua_getinfo(L, "Sl", level);
    return level->currentline > 0 && level->source[0] == '@' &&
           !g_str_has_prefix(level->source, "@ez.");
}

EzSpot ez_script_spot(lua_State *L)
{
    lua_Debug level;
    for (int i = 0; lua_getstack(L, i, &level); i++)
        if (is_authors(L, &level))
            return (EzSpot){g_strdup(level.source + 1), level.currentline};
    return (EzSpot){0};
}

char *ez_script_way(lua_State *L)
{
    GString *way = g_string_new(NULL);
    lua_Debug level;
    for (int i = 0; lua_getstack(L, i, &level); i++) {
        if (!is_authors(L, &level))
            continue;
        g_autofree char *line = g_strdup_printf("%s@%d:%d\n", level.source + 1,
                                                level.linedefined, level.currentline);
        g_string_prepend(way, line);
    }
    return g_string_free(way, FALSE);
}

char *ez_script_place(const EzScript *script, const EzStep *step)
{
    const EzBranch *branch = script->branches->pdata[step->branch];
    bool waits = step->state == EZ_STEP_OPEN && branch->step == step && branch->L != NULL;
    bool known = waits && step->spot.chunk != NULL;
    return known ? g_strdup_printf("%s:%d", step->spot.chunk, step->spot.line) : NULL;
}

const EzMistake *ez_script_mistake(const EzScript *script, const EzFault *fault,
                                   const char **called, const char **id)
{
    bool same = script->mistake.message != NULL &&
                g_strcmp0(script->mistake.message, fault->message) == 0;
    *called = script->called;
    *id = script->called_id;
    return same ? &script->mistake : NULL;
}
