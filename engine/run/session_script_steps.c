// SPDX-License-Identifier: EUPL-1.2
// What run(s) calls. A step that waits yields its coroutine; what it gives stands in the step when the branch goes on.
#include "engine/lua/library.h"
#include "engine/run/session_script-private.h"

#include <gio/gio.h>
#include <lauxlib.h>
#include <string.h>

// Decks that were asked for, in the registry.
#define DECKS "ezkit decks"

// Where a step's call has what. Its result refers to lists among the options.
enum { ID = EZ_CALL_ID, TEXT, OPTIONS };
enum { CHARGE = EZ_SCRIPT_CHARGE };

static bool is(const EzStepKind *kind, const char *word)
{
    return strcmp(kind->word, word) == 0;
}

// ---- reading a call --------------------------------------------------------------

static bool is_self(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TSTRING && strcmp(lua_tostring(L, index), "self") == 0;
}

// Takes the error.
static bool refuse_value(EzMistake *mistake, const EzStepKind *kind, const char *name, int item,
                         GError *error)
{
    *mistake = (EzMistake){.code = EZ_STEP_VALUE,
                           .argument = EZ_CALL_OPTIONS,
                           .field = g_strdup(name),
                           .item = item};
    mistake->message = ez_diag_message(EZ_STEP_VALUE, "step", kind->word, "option", name,
                                       "problem", error->message, NULL);
    g_error_free(error);
    return false;
}

// False with a mistake.
static bool read_option(lua_State *L, const EzStepKind *kind, const EzField *field,
                        JsonNode *into, EzMistake *mistake)
{
    const char *name = ez_field_name(field);
    const EzStepOption *option = ez_step_kind_option(kind, name);
    bool items = option != NULL && option->type == EZ_OPTION_ITEMS;
    GError *error = NULL;
    int wrong = 0;
    if (items && is_self(L, field->index))
        return true;
    JsonNode *value = items ? ez_script_read_items(L, field->index, &wrong, &error)
                            : ez_script_read(L, field->index, &error);
    if (value != NULL)
        ez_value_put(into, name, value);
    return value != NULL || refuse_value(mistake, kind, name, wrong, error);
}

static bool refuse_call(EzMistake *mistake, const EzStepKind *kind, const char *problem)
{
    g_autofree char *words = g_strdup_printf("%s: %s", kind->word, problem);
    *mistake = (EzMistake){.code = EZ_STEP_CALL, .argument = EZ_CALL_OPTIONS};
    mistake->message = ez_diag_message(EZ_STEP_CALL, "problem", words, NULL);
    return false;
}

// [-0, +n]
static bool read_all(lua_State *L, const EzStepKind *kind, int index, JsonNode *into,
                     EzMistake *mistake)
{
    g_autoptr(GError) error = NULL;
    int count;
    g_autofree EzField *fields = ez_script_fields(L, index, &count, &error);
    bool good = fields != NULL || refuse_call(mistake, kind, error->message);
    for (int i = 0; good && i < count; i++)
        good = fields[i].word != NULL || refuse_call(mistake, kind, "options have names");
    for (int i = 0; good && i < count; i++)
        good = read_option(L, kind, &fields[i], into, mistake);
    return good;
}

// [-0, +0] The table at `index` (nil = none); NULL with a mistake. Raises nothing.
static JsonNode *read_options(lua_State *L, const EzStepKind *kind, int index,
                              EzMistake *mistake)
{
    g_autoptr(JsonNode) options = ez_value_new_object();
    int top = lua_gettop(L);
    bool good = !lua_istable(L, index) || read_all(L, kind, index, options, mistake);
    lua_settop(L, top);
    return good ? g_steal_pointer(&options) : NULL;
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
        ez_script_push_deck(L, lua_tostring(L, -1), OPTIONS);
        lua_setfield(L, OPTIONS, "from");
    }
    lua_pop(L, 1);
}

G_NORETURN static void raise_argument(lua_State *L, int argument, const EzStepKind *kind,
                                      const char *problem)
{
    EzMistake mistake = {.code = EZ_STEP_CALL, .argument = argument};
    char *said = g_strdup_printf("%s: %s", kind->word, problem);
    mistake.message = ez_diag_message(EZ_STEP_CALL, "problem", said, NULL);
    g_free(said);
    ez_script_raise_mistake(L, &mistake);
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
        raise_argument(L, OPTIONS, kind, "the options are a table: { … }");
    if (!lua_isnil(L, TEXT) && !lua_istable(L, TEXT))
        raise_argument(L, TEXT, kind, "the text is a table: { nl = \"…\", en = \"…\" }");
    if (ez_step_kind_option(kind, "deck") != NULL)
        place_deck(L);
}

// [-0, +0] NULL with a mistake.
static JsonNode *read_text(lua_State *L, const EzStepKind *kind, EzMistake *mistake)
{
    g_autoptr(GError) error = NULL;
    JsonNode *text = ez_script_read(L, TEXT, &error);
    if (text != NULL)
        return text;
    g_autofree char *problem = g_strdup_printf("%s: %s", kind->word, error->message);
    *mistake = (EzMistake){.code = EZ_STEP_CALL, .argument = EZ_CALL_TEXT};
    mistake->message = ez_diag_message(EZ_STEP_CALL, "problem", problem, NULL);
    return NULL;
}

static EzStep *make_step(lua_State *L, EzBranch *branch, const EzStepKind *kind,
                         EzMistake *mistake)
{
    EzScript *script = ez_script_of(L);
    g_autoptr(JsonNode) text = read_text(L, kind, mistake);
    JsonNode *options = text != NULL ? read_options(L, kind, OPTIONS, mistake) : NULL;
    if (options == NULL)
        return NULL;
    const char *id = lua_tostring(L, ID);
    g_autofree char *key = ez_session_key(script->session, branch->scope.path, id);
    EzStep *step = ez_step_new(kind, id, key, g_steal_pointer(&text), options, mistake);
    if (step == NULL)
        return NULL;
    step->spot = ez_script_spot(L);
    step->way = ez_script_way(L);
    step->branch = branch->number;
    step->section = branch->scope.section;
    step->group = g_strdup(branch->group);
    return step;
}

// ---- results ---------------------------------------------------------------------

// What the script sees of groups: not who is in them. [-0, +0] The list on top, and lists in it.
static void hide_members(lua_State *L)
{
    for (int i = 1; i <= (int)lua_rawlen(L, -1); i++) {
        if (lua_rawgeti(L, -1, i) == LUA_TTABLE) {
            lua_pushnil(L);
            lua_setfield(L, -2, "members");
            hide_members(L);
        }
        lua_pop(L, 1);
    }
}

static void push_groups(lua_State *L, JsonNode *groups)
{
    ez_script_push(L, groups, OPTIONS);
    hide_members(L);
}

static void push_seats(lua_State *L, JsonNode *result)
{
    ez_script_push(L, result, OPTIONS);
    lua_getfield(L, -1, "rounds");
    hide_members(L);
    lua_pop(L, 1);
}

static int push_result(lua_State *L, const EzStep *step)
{
    if (is(step->kind, "say"))
        return 0;
    JsonNode *listed =
        step->kind->answerer == EZ_BY_CHANCE ? ez_value_get(step->result, "items") : NULL;
    if (is(step->kind, "split"))
        push_groups(L, ez_value_get(step->result, "groups"));
    else if (is(step->kind, "seat"))
        push_seats(L, step->result);
    else
        ez_script_push(L, listed != NULL ? listed : step->result, OPTIONS);
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
    EzMistake mistake = {0};
    ez_script_make_room(L);
    if (script->session->steps->len >= EZ_SCRIPT_STEPS)
        ez_script_raise_words(L, "an exercise has %d steps at most", EZ_SCRIPT_STEPS);
    EzStep *made = make_step(L, branch, kind, &mistake);
    if (made == NULL)
        ez_script_raise_mistake(L, &mistake);
    made->before = before;
    const EzStep *step = open_step(script, branch, made, &error);
    if (step == NULL)
        ez_script_raise(L, error);
    return step;
}

static bool waits(const EzStep *step)
{
    return step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true);
}

// The branch waits for the step, if not too many wait already.
static void wait_for(lua_State *L, EzBranch *branch, const EzStep *step)
{
    const GPtrArray *branches = ez_script_of(L)->branches;
    int waiting = 0;
    for (guint i = 0; i < branches->len; i++) {
        const EzStep *one = ((EzBranch *)branches->pdata[i])->step;
        waiting += one != NULL && one->state == EZ_STEP_OPEN;
    }
    if (waiting >= EZ_SCRIPT_WAITING)
        ez_script_raise_words(L, "%d steps are open at a time at most", EZ_SCRIPT_WAITING);
    branch->step = step;
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
    ez_script_push(L, step->result, OPTIONS);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

static void push_winner(lua_State *L, const EzStep *step)
{
    const char *leader = ez_value_string(ez_value_get(step->result, "leader"), "");
    JsonNode *items = ez_step_items(step);
    for (int i = 0; i < ez_value_count(items); i++)
        if (strcmp(ez_step_item_id(items, i), leader) == 0) {
            ez_script_push_item(L, NULL, i + 1, OPTIONS);
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
    ez_script_push(L, ez_value_get(step->result, "quorum"), OPTIONS);
    lua_setfield(L, -2, "quorum");
    ez_script_push(L, ez_value_get(step->result, "n"), OPTIONS);
    lua_setfield(L, -2, "n");
    ez_script_push(L, ez_value_get(step->result, "reasons"), OPTIONS);
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
    lua_settop(L, OPTIONS);
    if (step->state == EZ_STEP_SKIPPED)
        return push_swarm(L, step, "skipped");
    if (ez_value_flag(ez_value_get(step->result, "decided"), false))
        return push_swarm(L, step, "quorum");
    if (round_of(step) >= rounds)
        return push_swarm(L, step, "no_quorum");
    wait_for(L, branch, take_step(L, branch, step->kind, step));
    return lua_yieldk(L, 0, 0, after_round);
}

// ---- calls -----------------------------------------------------------------------

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
    const EzStep *step = take_step(L, branch, kind, NULL);
    if (!waits(step))
        return push_result(L, step);
    wait_for(L, branch, step);
    return lua_yieldk(L, 0, 0, is(kind, "swarm") ? after_round : after_step);
}

// ---- the rest --------------------------------------------------------------------

JsonNode *ez_script_options(lua_State *L, const EzStepKind *kind, int index)
{
    EzScript *script = ez_script_of(L);
    EzMistake mistake = {0};
    ez_lua_unview(L, index);
    g_clear_pointer(&script->loose, json_node_unref);
    if (!lua_isnil(L, index) && !lua_istable(L, index))
        raise_argument(L, index, kind, "the options are a table: { … }");
    script->loose = read_options(L, kind, index, &mistake);
    if (script->loose == NULL || !ez_step_check_options(kind, script->loose, &mistake)) {
        mistake.argument = mistake.argument > 0 ? index : 0;
        ez_script_raise_mistake(L, &mistake);
    }
    return script->loose;
}

// harvest(id, text, value, { as = "table" })
static int harvest(lua_State *L)
{
    EzScript *script = ez_script_of(L);
    EzBranch *branch = ez_script_branch(L);
    const char *id = ez_script_check_id(L, ID);
    GError *error = NULL;
    ez_host_charge(L, CHARGE);
    ez_script_make_room(L);
    lua_settop(L, 4);
    JsonNode *options = ez_script_options(L, &ez_harvest_call, 4);
    JsonNode *text = ez_script_read(L, TEXT, &error);
    JsonNode *value = text != NULL ? ez_script_read(L, 3, &error) : NULL;
    if (value == NULL) {
        g_clear_pointer(&text, json_node_unref);
        ez_script_raise(L, error);
    }
    JsonNode *slots = ez_value_get(options, "slots");
    EzHarvest *made = g_new0(EzHarvest, 1);
    *made = (EzHarvest){.id = g_strdup(id),
                        .as = g_strdup(ez_value_string(ez_value_get(options, "as"), NULL)),
                        .page = ez_value_flag(ez_value_get(options, "page"), false),
                        .section = branch->scope.section,
                        .text = text,
                        .slots = slots != NULL ? json_node_ref(slots) : NULL,
                        .value = value,
                        .spot = ez_script_spot(L)};
    ez_session_add_harvest(script->session, made);
    return 0;
}

// [-1, +1] The table on top, and all within it, can be read and not changed.
static void seal(lua_State *L, const char *what)
{
    luaL_checkstack(L, 8, "too deep");
    for (lua_pushnil(L); lua_next(L, -2) != 0;) {
        if (!lua_istable(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        seal(L, what);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -4);
    }
    ez_lua_make_view(L, what);
}

// Cards of the kit are pinned as JSON; those of the exercise stand in its head. NULL when there is no such deck.
static JsonNode *find_deck(lua_State *L, const char *name)
{
    EzScript *script = ez_script_of(L);
    const char *path = lua_pushfstring(L, "deck:%s", name);
    const EzPinned *source = ez_session_source(script->session, path);
    JsonNode *own = ez_value_get(ez_value_get(ez_session_head(script->session), "decks"), name);
    lua_pop(L, 1);
    if (source == NULL)
        return own != NULL ? json_node_ref(own) : NULL;
    gsize length;
    const char *text = g_bytes_get_data(source->bytes, &length);
    ez_host_charge(L, (int64_t)length / 8);
    return ez_value_read_whole(text, (gssize)length);
}

// What the head names: { "natuur", own = { … } }.
static char *nearest_deck(const EzSession *session, const char *name)
{
    JsonNode *decks = ez_value_get(session->head, "decks");
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(decks); i++)
        g_ptr_array_add(names, (void *)ez_value_string(ez_value_item(decks, i), ""));
    bool keyed = decks != NULL && JSON_NODE_HOLDS_OBJECT(decks);
    g_autoptr(GList) keys = keyed ? json_object_get_members(json_node_get_object(decks)) : NULL;
    for (GList *key = keys; key != NULL; key = key->next)
        g_ptr_array_add(names,
                        (void *)ez_value_string(ez_value_get(decks, key->data), key->data));
    g_ptr_array_add(names, NULL);
    return ez_diag_did_you_mean(name, (const char *const *)names->pdata);
}

G_NORETURN static void raise_deck(lua_State *L, const char *name, int argument)
{
    EzMistake mistake = {.code = EZ_STEP_DECK, .argument = argument, .field = g_strdup("deck")};
    mistake.message = ez_diag_message(EZ_STEP_DECK, "deck", name, NULL);
    mistake.hint = nearest_deck(ez_script_of(L)->session, name);
    ez_script_raise_mistake(L, &mistake);
}

// The same cards each time.
void ez_script_push_deck(lua_State *L, const char *name, int argument)
{
    EzScript *script = ez_script_of(L);
    luaL_getsubtable(L, LUA_REGISTRYINDEX, DECKS);
    if (lua_getfield(L, -1, name) == LUA_TNIL) {
        lua_pop(L, 1);
        g_clear_pointer(&script->loose, json_node_unref);
        script->loose = find_deck(L, name);
        if (script->loose == NULL)
            raise_deck(L, name, argument);
        ez_script_push(L, script->loose, 0);
        if (lua_istable(L, -1))
            seal(L, "a deck");
        lua_pushvalue(L, -1);
        lua_setfield(L, -3, name);
    }
    lua_remove(L, -2);
}

static int deck(lua_State *L)
{
    if (lua_type(L, 1) != LUA_TSTRING)
        ez_script_raise_words(L, "deck: the name of a deck stands between quotes");
    ez_script_push_deck(L, lua_tostring(L, 1), 1);
    return 1;
}

static const struct {
    const char *name;
    lua_CFunction call;
} others[] = {
    {"harvest", harvest},
    {"deck", deck},
};

static void push_calls(lua_State *L)
{
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++) {
        lua_pushlightuserdata(L, (void *)kind);
        lua_pushcclosure(L, call_step, 1);
        lua_setfield(L, -2, kind->word);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        lua_pushcfunction(L, others[i].call);
        lua_setfield(L, -2, others[i].name);
    }
    ez_script_open_parts(L);
    lua_pushinteger(L, 60);
    lua_setfield(L, -2, "min");
}

// [-1, +0] The value on top becomes a field of the table below it, to be read only; an empty table when there is none.
static void set_view(lua_State *L, const char *name, const char *what)
{
    ez_lua_unview(L, -1);
    if (!lua_istable(L, -1)) {
        lua_pop(L, 1);
        lua_newtable(L);
    }
    ez_lua_make_view(L, what);
    lua_setfield(L, -2, name);
}

void ez_script_push_given(lua_State *L, JsonNode *value)
{
    ez_script_push(L, value, 0);
    if (lua_istable(L, -1))
        seal(L, "s");
}

// "did you mean …" of what the table at `index` has. [-0, +0]; raises nothing.
static char *nearest_field(lua_State *L, int index, const char *name)
{
    int count, top = lua_gettop(L);
    g_autofree EzField *fields = ez_script_fields(L, index, &count, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (int i = 0; fields != NULL && i < count; i++)
        g_ptr_array_add(names, (void *)ez_field_name(&fields[i]));
    g_ptr_array_add(names, NULL);
    lua_settop(L, top);
    return ez_diag_did_you_mean(name, (const char *const *)names->pdata);
}

// s.aks: what `s` has is at 1, the name at 2.
static int missing_step(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        ez_script_raise_words(L, "steps have names");
    const char *name = lua_tostring(L, 2);
    EzMistake mistake = {.code = EZ_STEP_UNKNOWN, .word = g_strdup(name)};
    mistake.message = ez_diag_message(EZ_STEP_UNKNOWN, "name", name, NULL);
    mistake.hint = nearest_field(L, 1, name);
    ez_script_raise_mistake(L, &mistake);
}

void ez_script_push_steps(lua_State *L)
{
    lua_newtable(L);
    lua_insert(L, -2);
    set_view(L, "params", "s.params");
    JsonNode *from = ez_value_get(ez_session_start(ez_script_of(L)->session), "from");
    ez_script_push_given(L, ez_value_get(from, "harvest"));
    set_view(L, "from", "s.from");
    push_calls(L);
    lua_pushvalue(L, -1);
    ez_lua_make_view(L, "s");
    ez_script_open_parallel(L);
    lua_setfield(L, -3, "parallel");
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, missing_step);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -3);
    lua_remove(L, -2);
}
