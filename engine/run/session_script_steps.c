// SPDX-License-Identifier: EUPL-1.2
// What run(s) calls. A step that waits yields its coroutine; what it gives stands in the step when the branch goes on.
#include "engine/lua/library.h"
#include "engine/run/session_script-private.h"

#include <gio/gio.h>
#include <lauxlib.h>
#include <string.h>

// Where a step's call has what; the list that its result refers to lies behind the arguments.
enum { ID = 1, TEXT, OPTIONS, ITEMS };
// What a call costs at least, in instructions, and how many there may be.
enum { CHARGE = 500, MOST_STEPS = 2000 };

static bool is(const EzStepKind *kind, const char *word)
{
    return strcmp(kind->word, word) == 0;
}

// ---- reading a call --------------------------------------------------------------

static const EzStepOption *find_option(const EzStepKind *kind, const char *name)
{
    for (const EzStepOption *option = kind->options; option->name != NULL; option++)
        if (strcmp(option->name, name) == 0)
            return option;
    return NULL;
}

static bool is_self(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TSTRING && strcmp(lua_tostring(L, index), "self") == 0;
}

// [-0, +0] The value on top as an option. False with an error.
static bool read_option(lua_State *L, const EzStepKind *kind, const char *name, JsonNode *into,
                        GError **error)
{
    const EzStepOption *option = find_option(kind, name);
    bool items = option != NULL && option->type == EZ_OPTION_ITEMS;
    if (items && is_self(L, -1))
        return true;
    JsonNode *value = items ? ez_script_read_items(L, -1, error) : ez_script_read(L, -1, error);
    if (value != NULL)
        ez_value_put(into, name, value);
    else
        g_prefix_error(error, "%s: the option %s: ", kind->word, name);
    return value != NULL;
}

// [-0, +0] The table at `index` (nil = none); NULL with an error. Raises nothing.
static JsonNode *read_options(lua_State *L, const EzStepKind *kind, int index, GError **error)
{
    JsonNode *options = ez_value_new_object();
    int top = lua_gettop(L);
    bool good = true;
    for (lua_pushnil(L); good && lua_istable(L, index) && lua_next(L, index) != 0;
         lua_pop(L, 1)) {
        good = lua_type(L, -2) == LUA_TSTRING;
        if (good)
            good = read_option(L, kind, lua_tostring(L, -2), options, error);
        else
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                        "%s: options have names", kind->word);
        if (!good)
            break;
    }
    lua_settop(L, top);
    if (!good)
        g_clear_pointer(&options, json_node_unref);
    return options;
}

// The list that {"#": n} in the result counts in. [-0, +0]
static void place_items(lua_State *L, const EzStepKind *kind)
{
    static const char *const names[] = {"items", "options", "from"};
    lua_pushnil(L);
    for (gsize i = 0; i < G_N_ELEMENTS(names) && lua_isnil(L, -1); i++) {
        const EzStepOption *option = find_option(kind, names[i]);
        if (option == NULL || option->type != EZ_OPTION_ITEMS)
            continue;
        lua_pop(L, 1);
        lua_getfield(L, OPTIONS, names[i]);
    }
    lua_replace(L, ITEMS);
}

// pick(id, list, n) and shuffle(id, list) as options.
static void place_list(lua_State *L, bool n)
{
    lua_newtable(L);
    lua_pushvalue(L, 2);
    lua_setfield(L, -2, "from");
    if (n) {
        lua_pushvalue(L, 3);
        lua_setfield(L, -2, "n");
    }
    lua_replace(L, OPTIONS);
    lua_pushnil(L);
    lua_replace(L, TEXT);
}

// `deck` is a way to say `from`.
static void place_deck(lua_State *L)
{
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, OPTIONS) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, -5);
    }
    lua_replace(L, OPTIONS);
    if (lua_getfield(L, OPTIONS, "deck") == LUA_TSTRING) {
        ez_script_push_deck(L, lua_tostring(L, -1));
        lua_setfield(L, OPTIONS, "from");
    }
    lua_pop(L, 1);
}

static void place_arguments(lua_State *L, const EzStepKind *kind)
{
    lua_settop(L, OPTIONS);
    ez_script_check_id(L, ID);
    if (is(kind, "pick") || is(kind, "shuffle"))
        place_list(L, is(kind, "pick"));
    if (lua_isnil(L, OPTIONS)) {
        lua_newtable(L);
        lua_replace(L, OPTIONS);
    }
    ez_lua_unview(L, OPTIONS);
    if (!lua_istable(L, OPTIONS))
        ez_script_raise_words(L, "%s: the options are a table: { … }", kind->word);
    if (!lua_isnil(L, TEXT) && !lua_istable(L, TEXT))
        ez_script_raise_words(L, "%s: the text is a table: { nl = \"…\", en = \"…\" }",
                              kind->word);
    if (find_option(kind, "deck") != NULL)
        place_deck(L);
    lua_settop(L, ITEMS);
    place_items(L, kind);
}

static EzStep *make_step(lua_State *L, EzBranch *branch, const EzStepKind *kind, GError **error)
{
    EzScript *script = ez_script_of(L);
    g_autoptr(JsonNode) text = ez_script_read(L, TEXT, error);
    JsonNode *options = text != NULL ? read_options(L, kind, OPTIONS, error) : NULL;
    if (options == NULL)
        return NULL;
    const char *id = lua_tostring(L, ID);
    g_autofree char *key = ez_session_key(script->session, branch->scope.path, id);
    EzStep *step = ez_step_new(kind, id, key, g_steal_pointer(&text), options, error);
    if (step == NULL)
        return NULL;
    step->branch = branch->number;
    step->section = branch->scope.section;
    step->group = g_strdup(branch->group);
    return step;
}

// ---- results ---------------------------------------------------------------------

// What the script sees of a split: not who is where.
static void push_groups(lua_State *L, JsonNode *groups)
{
    ez_script_push(L, groups, 0);
    for (int i = 1; i <= ez_value_count(groups); i++) {
        lua_rawgeti(L, -1, i);
        lua_pushnil(L);
        lua_setfield(L, -2, "members");
        lua_pop(L, 1);
    }
}

static int push_result(lua_State *L, const EzStep *step)
{
    if (is(step->kind, "say"))
        return 0;
    JsonNode *listed =
        step->kind->answerer == EZ_BY_CHANCE ? ez_value_get(step->result, "items") : NULL;
    if (is(step->kind, "split"))
        push_groups(L, ez_value_get(step->result, "groups"));
    else
        ez_script_push(L, listed != NULL ? listed : step->result, ITEMS);
    return 1;
}

static int after_step(lua_State *L, int status, lua_KContext context)
{
    return push_result(L, ez_script_branch(L)->step);
}

// Does the journal's part of a step. NULL with an error.
static const EzStep *open_step(EzScript *script, EzBranch *branch, EzStep *step, GError **error)
{
    JsonNode *answer = NULL;
    bool chance = step->kind->answerer == EZ_BY_CHANCE;
    if (chance)
        answer = ez_script_chance(script, branch, step, error);
    return chance && answer == NULL ? NULL
                                    : ez_session_open(script->session, step, answer, error);
}

// `before`: the round that it follows; NULL = none.
static const EzStep *take_step(lua_State *L, EzBranch *branch, const EzStepKind *kind,
                               const EzStep *before)
{
    EzScript *script = ez_script_of(L);
    GError *error = NULL;
    if (script->session->steps->len >= MOST_STEPS)
        ez_script_raise_words(L, "an exercise has %d steps at most", MOST_STEPS);
    EzStep *made = make_step(L, branch, kind, &error);
    if (made != NULL)
        made->before = before;
    const EzStep *step = made != NULL ? open_step(script, branch, made, &error) : NULL;
    if (step == NULL)
        ez_script_raise(L, error);
    return step;
}

static bool waits(const EzStep *step)
{
    return step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true);
}

// Upvalue 1: the kind.
static int call_step(lua_State *L)
{
    const EzStepKind *kind = lua_touserdata(L, lua_upvalueindex(1));
    EzBranch *branch = ez_script_branch(L);
    ez_host_charge(L, CHARGE);
    if (!lua_isyieldable(L))
        ez_script_raise_words(L, "%s cannot wait here: not within a sort or a search",
                              kind->word);
    place_arguments(L, kind);
    branch->step = take_step(L, branch, kind, NULL);
    if (!waits(branch->step))
        return push_result(L, branch->step);
    return lua_yieldk(L, 0, 0, after_step);
}

// ---- swarms ----------------------------------------------------------------------

static int round_of(const EzStep *step)
{
    return step->before != NULL ? round_of(step->before) + 1 : 1;
}

// [-0, +0] Puts the rounds up to this one in the list on top.
static void push_rounds(lua_State *L, const EzStep *step)
{
    if (step->before != NULL)
        push_rounds(L, step->before);
    if (step->state == EZ_STEP_SKIPPED)
        return;
    ez_script_push(L, step->result, ITEMS);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

static void push_winner(lua_State *L, const EzStep *step)
{
    const char *leader = ez_value_string(ez_value_get(step->result, "leader"), "");
    JsonNode *items = ez_step_items(step);
    for (int i = 0; i < ez_value_count(items); i++)
        if (strcmp(ez_step_item_id(items, i), leader) == 0) {
            lua_pushvalue(L, ITEMS);
            ez_lua_unview(L, -1);
            lua_rawgeti(L, -1, i + 1);
            lua_remove(L, -2);
            lua_setfield(L, -2, "winner");
        }
}

static int push_swarm(lua_State *L, const EzStep *step, const char *reason)
{
    lua_newtable(L);
    lua_newtable(L);
    push_rounds(L, step);
    lua_setfield(L, -2, "rounds");
    lua_pushstring(L, reason);
    lua_setfield(L, -2, "reason");
    ez_script_push(L, ez_value_get(step->result, "quorum"), ITEMS);
    lua_setfield(L, -2, "quorum");
    ez_script_push(L, ez_value_get(step->result, "n"), ITEMS);
    lua_setfield(L, -2, "n");
    ez_script_push(L, ez_value_get(step->result, "reasons"), ITEMS);
    lua_setfield(L, -2, "minority");
    if (strcmp(reason, "quorum") == 0)
        push_winner(L, step);
    return 1;
}

// Each round is a step; the next one begins when this one did not decide.
static int after_round(lua_State *L, int status, lua_KContext context)
{
    EzBranch *branch = ez_script_branch(L);
    const EzStep *step = branch->step;
    int rounds = (int)ez_value_number(ez_step_option(step, "rounds"), 4);
    lua_settop(L, ITEMS);
    if (step->state == EZ_STEP_SKIPPED)
        return push_swarm(L, step, "skipped");
    if (ez_value_flag(ez_value_get(step->result, "decided"), false))
        return push_swarm(L, step, "quorum");
    if (round_of(step) >= rounds)
        return push_swarm(L, step, "no_quorum");
    branch->step = take_step(L, branch, step->kind, step);
    return lua_yieldk(L, 0, 0, after_round);
}

// swarm(id, text, { items = …, mode = "careful", rounds = 4 })
static int swarm(lua_State *L)
{
    const EzStepKind *kind = ez_step_kind("swarm");
    EzBranch *branch = ez_script_branch(L);
    ez_host_charge(L, CHARGE);
    place_arguments(L, kind);
    branch->step = take_step(L, branch, kind, NULL);
    return lua_yieldk(L, 0, 0, after_round);
}

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
    ez_host_charge(L, CHARGE);
    lua_settop(L, 4);
    if (lua_istable(L, OPTIONS))
        lua_getfield(L, OPTIONS, "minutes");
    int minutes = (int)CLAMP(lua_tointeger(L, -1), 0, 1440);
    lua_settop(L, 4);
    if (!lua_isfunction(L, 4))
        ez_script_raise_words(L, "section: after id, text and options comes a function");
    JsonNode *text = ez_script_read(L, TEXT, &error);
    if (text == NULL)
        ez_script_raise(L, error);
    int outer = branch->scope.section;
    branch->scope.section = ez_session_begin_section(script->session, id, text, minutes);
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

// Index 4: the path before.
static int after_include(lua_State *L, int status, lua_KContext context)
{
    set_path(ez_script_branch(L), lua_tostring(L, 4));
    return lua_gettop(L) - 4;
}

// include(id, "check-in", { … }): the table is s.params of the other one.
static int include(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    EzBranch *branch = ez_script_branch(L);
    const char *id = ez_script_check_id(L, ID), *name = luaL_checkstring(L, 2);
    const EzPinned *source = find_exercise(script->session, name);
    ez_host_charge(L, CHARGE);
    if (source == NULL)
        ez_script_raise_words(L, "include: name \"%s\" in `includes` of the head", name);
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
    }
    return 1;
}

// [-0, +0] Begins the work of the group at the top of the stack, which is taken.
static void add_group(lua_State *L, EzBranch *branch)
{
    EzScript *script = ez_script_of(L);
    ez_lua_unview(L, -1);
    const char *group = "";
    if (lua_istable(L, -1) && lua_getfield(L, -1, "id") == LUA_TSTRING)
        group = lua_tostring(L, -1);
    if (*group == '\0')
        ez_script_raise_words(L, "parallel: a group has an id: { id = \"g1\" }");
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

// parallel(id, groups, function(group, s) … end). Upvalue 1: s.
static int parallel(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    EzBranch *branch = ez_script_branch(L);
    ez_script_check_id(L, ID);
    lua_settop(L, 3);
    ez_lua_unview(L, 2);
    if (!lua_istable(L, 2) || !lua_isfunction(L, 3))
        ez_script_raise_words(L, "parallel: after the id come groups and a function");
    int count = (int)lua_rawlen(L, 2), first = (int)script->branches->len;
    ez_host_charge(L, CHARGE * (count + 1));
    lua_pushinteger(L, count);
    for (int i = 1; i <= count; i++) {
        lua_rawgeti(L, 2, i);
        add_group(L, branch);
    }
    return count > 0 ? lua_yieldk(L, 0, first, after_parallel)
                     : after_parallel(L, LUA_OK, first);
}

// ---- the rest --------------------------------------------------------------------

// harvest(id, text, value, { as = "table" })
static int harvest(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    EzBranch *branch = ez_script_branch(L);
    const char *id = ez_script_check_id(L, ID), *as = NULL;
    GError *error = NULL;
    ez_host_charge(L, CHARGE);
    lua_settop(L, 4);
    if (lua_istable(L, 4) && lua_getfield(L, 4, "as") == LUA_TSTRING)
        as = lua_tostring(L, -1);
    JsonNode *text = ez_script_read(L, TEXT, &error);
    JsonNode *value = text != NULL ? ez_script_read(L, 3, &error) : NULL;
    if (value == NULL) {
        g_clear_pointer(&text, json_node_unref);
        ez_script_raise(L, error);
    }
    ez_session_add_harvest(script->session, id, as, branch->scope.section, text, value);
    return 0;
}

static int deck(lua_State *L)
{
    ez_script_push_deck(L, luaL_checkstring(L, 1));
    return 1;
}

// Cards of the kit are pinned as JSON; those of the exercise stand in its head.
void ez_script_push_deck(lua_State *L, const char *name)
{
    EzScript *script = ez_script_of(L);
    g_autofree char *path = g_strdup_printf("deck:%s", name);
    const EzPinned *source = ez_session_source(script->session, path);
    JsonNode *own = ez_value_get(ez_value_get(ez_session_head(script->session), "decks"), name);
    g_clear_pointer(&script->loose, json_node_unref);
    if (source != NULL) {
        gsize length;
        const char *text = g_bytes_get_data(source->bytes, &length);
        ez_host_charge(L, (int64_t)length / 8);
        script->loose = ez_value_read_whole(text, (gssize)length);
    } else if (own != NULL) {
        script->loose = json_node_ref(own);
    }
    if (script->loose == NULL) {
        g_free(g_steal_pointer(&path));
        ez_script_raise_words(L, "there is no deck \"%s\": name it in `decks` of the head",
                              name);
    }
    ez_script_push(L, script->loose, 0);
}

static const struct {
    const char *name;
    lua_CFunction call;
} others[] = {
    {"section", section}, {"swarm", swarm}, {"include", include},
    {"harvest", harvest}, {"deck", deck},
};

void ez_script_push_steps(lua_State *L)
{
    int params = lua_gettop(L);
    lua_newtable(L);
    int s = lua_gettop(L);
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++) {
        lua_pushlightuserdata(L, (void *)kind);
        lua_pushcclosure(L, call_step, 1);
        lua_setfield(L, s, kind->word);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        lua_pushcfunction(L, others[i].call);
        lua_setfield(L, s, others[i].name);
    }
    lua_pushinteger(L, 60);
    lua_setfield(L, s, "min");
    lua_pushvalue(L, params);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_newtable(L);
    }
    lua_setfield(L, s, "params");
    lua_newtable(L);
    lua_setfield(L, s, "from");
    lua_pushvalue(L, s);
    ez_lua_make_view(L, "s");
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, parallel, 1);
    lua_setfield(L, s, "parallel");
    lua_replace(L, params);
    lua_settop(L, params);
}
