// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// Instructions between two looks of the count hook; any step costs the same.
enum { HOOK_STEP = 200 };
// A compiler reads about so many bytes in the time of one instruction.
enum { BYTES_AN_INSTRUCTION = 8 };

static bool past_deadline(const EzHost *host)
{
    return ez_clock_now(host->limits.clock) > host->deadline;
}

static void spend(lua_State *L, EzHost *host, int64_t instructions)
{
    host->instructions -= instructions;
    host->unclocked += instructions;
    if (host->instructions < 0)
        ez_host_stop(L, EZ_FAULT_BUDGET);
    if (host->unclocked < HOOK_STEP)
        return;
    host->unclocked = 0;
    if (host->used > host->limits.memory / 4)
        ez_fault_note(host, L);
    if (past_deadline(host))
        ez_host_stop(L, EZ_FAULT_TIME);
}

static void on_count(lua_State *L, lua_Debug *record)
{
    spend(L, ez_host_of(L), HOOK_STEP);
}

void ez_host_charge(lua_State *L, int64_t instructions)
{
    EzHost *host = ez_host_of(L);
    spend(L, host, MIN(instructions, host->instructions + 1));
}

static int64_t saturated_sum(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

static void open_entrance(EzHost *host, EzEntrance *entrance, EzBudget budget)
{
    bool inner = host->entrance != NULL;
    int64_t deadline = saturated_sum(ez_clock_now(host->limits.clock), budget.nanoseconds);
    entrance->outer = host->entrance;
    entrance->instructions = host->instructions;
    entrance->deadline = host->deadline;
    entrance->given =
        inner ? MIN(budget.instructions, host->instructions) : budget.instructions;
    host->instructions = entrance->given;
    host->deadline = inner ? MIN(deadline, host->deadline) : deadline;
    host->entrance = entrance;
    entrance->locale = uselocale(host->locale);
    // An inner entrance leaves the count alone: else entering often would never be counted.
    if (!inner)
        lua_sethook(host->L, on_count, LUA_MASKCOUNT, HOOK_STEP);
}

static void close_entrance(EzHost *host, const EzEntrance *entrance)
{
    uselocale(entrance->locale);
    int64_t spent = entrance->given - host->instructions;
    host->instructions = entrance->instructions - spent;
    host->deadline = entrance->deadline;
    host->entrance = entrance->outer;
}

// [-0, +0]
static int call_body(lua_State *L, lua_CFunction body, void *data)
{
    if (!lua_checkstack(L, 3))
        return LUA_ERRMEM;
    int handler = lua_gettop(L) + 1;
    lua_pushcfunction(L, ez_fault_on_error);
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, data);
    int status = lua_pcall(L, 1, 0, handler);
    const char *text = status == LUA_ERRERR ? "an error in the handling of an error" : NULL;
    EzFault *pending = &ez_host_of(L)->pending;
    if (text != NULL && pending->kind == EZ_FAULT_NONE)
        *pending = (EzFault){.kind = EZ_FAULT_ERROR, .message = g_strdup(text)};
    lua_settop(L, handler - 1);
    return status;
}

static bool report(EzHost *host, EzFault *fault)
{
    if (ez_host_is_dead(host))
        ez_fault_copy(&host->pending, &host->death);
    if (fault != NULL) {
        *fault = host->pending;
        host->pending = (EzFault){0};
    }
    ez_fault_clear(&host->pending);
    return false;
}

bool ez_host_enter(EzHost *host, lua_CFunction body, void *data, EzBudget budget,
                   EzFault *fault)
{
    if (fault != NULL)
        *fault = (EzFault){0};
    if (ez_host_is_dead(host))
        return report(host, fault);
    EzEntrance entrance;
    open_entrance(host, &entrance, budget);
    int status = LUA_OK;
    if (setjmp(entrance.leave) == 0) {
        status = call_body(host->L, body, data);
        // A refusal that Lua did not follow by a second one: still the end of this state.
        if (status == LUA_ERRMEM)
            ez_host_stop_allocation(host, EZ_FAULT_MEMORY, false);
    } else {
        ez_fault_finish_death(host);
        status = LUA_ERRRUN;
    }
    close_entrance(host, &entrance);
    return status == LUA_OK || report(host, fault);
}

int ez_host_resume(lua_State *L, lua_State *coroutine, int arguments, int *results)
{
    EzHost *host = ez_host_of(L);
    lua_State *outer = host->running;
    host->running = coroutine;
    int status = lua_resume(coroutine, L, arguments, results);
    host->running = outer;
    return status;
}

static const char *without_bom(const EzSource *source, size_t *length)
{
    bool has_bom = source->length >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0;
    *length = source->length - (has_bom ? 3 : 0);
    return source->text + (has_bom ? 3 : 0);
}

// Splits Lua's "name:12: message"; a long name is shortened by Lua to LUA_IDSIZE - 1 bytes.
static void read_syntax_error(EzFault *fault, const char *name, const char *text)
{
    size_t shown = MIN(strlen(name), LUA_IDSIZE - 1);
    const char *at = strlen(text) > shown && text[shown] == ':' ? text + shown + 1 : text;
    char *end = NULL;
    gint64 line = g_ascii_strtoll(at, &end, 10);
    bool has_line = end != at && g_str_has_prefix(end, ": ");
    ez_fault_clear(fault);
    fault->kind = EZ_FAULT_SYNTAX;
    fault->chunk = g_strdup(name);
    fault->line = has_line ? (int)line : 0;
    fault->message = g_utf8_make_valid(has_line ? end + 2 : text, -1);
}

G_NORETURN static void raise_syntax(lua_State *L, const char *name, const char *text)
{
    EzHost *host = ez_host_of(L);
    read_syntax_error(&host->pending, name, text);
    ez_host_raise_fault(L, &host->pending);
}

void ez_host_load(lua_State *L, const EzSource *source)
{
    size_t length;
    const char *text = without_bom(source, &length);
    ez_host_charge(L, (int64_t)(length / BYTES_AN_INSTRUCTION));
    if (length > 0 && text[0] == LUA_SIGNATURE[0])
        raise_syntax(L, source->name, "this is compiled Lua; only text is read");
    lua_pushfstring(L, "@%s", source->name);
    int status = luaL_loadbufferx(L, text, length, lua_tostring(L, -1), "t");
    if (status == LUA_ERRSYNTAX)
        raise_syntax(L, source->name, lua_tostring(L, -1));
    if (status != LUA_OK)
        lua_error(L);
    lua_remove(L, -2);
    ez_lua_push_environment(L);
    lua_setupvalue(L, -2, 1);
}
