// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// How far down the stack a place is looked for, and how much of it is shown. lua_getstack counts from
// the top, so looking far would be quadratic.
enum { PLACE_LEVELS = 60, TRACE_LEVELS = 16 };

void ez_fault_clear(EzFault *fault)
{
    g_free(fault->chunk);
    g_free(fault->message);
    g_free(fault->trace);
    g_free(fault->name);
    g_free(fault->hint);
    *fault = (EzFault){0};
}

void ez_fault_copy(EzFault *to, const EzFault *from)
{
    if (to == from)
        return;
    ez_fault_clear(to);
    *to = (EzFault){.kind = from->kind,
                    .chunk = g_strdup(from->chunk),
                    .line = from->line,
                    .message = g_strdup(from->message),
                    .trace = g_strdup(from->trace),
                    .name = g_strdup(from->name),
                    .hint = g_strdup(from->hint)};
}

// --- places -------------------------------------------------------------------

static bool is_authors(const lua_Debug *level)
{
    return level->source[0] == '@' && strncmp(level->source, "@ez.", 4) != 0;
}

static void set_place(EzFault *fault, const lua_Debug *level)
{
    g_free(fault->chunk);
    fault->chunk = g_strdup(level->source[0] == '@' ? level->source + 1 : level->short_src);
    fault->line = level->currentline;
}

// The length of "file:12: " at the beginning of the text, when it names this level's file; the level then
// gets that line, for an error may be passed on from elsewhere in the file.
static size_t read_prefix(const char *text, lua_Debug *level)
{
    size_t name = strlen(level->short_src);
    if (strncmp(text, level->short_src, name) != 0 || text[name] != ':')
        return 0;
    char *end = NULL;
    gint64 line = g_ascii_strtoll(text + name + 1, &end, 10);
    if (end == text + name + 1 || strncmp(end, ": ", 2) != 0)
        return 0;
    level->currentline = (int)line;
    return (size_t)(end + 2 - text);
}

// Finds the level that the text names, else the innermost of an author's file, else the innermost of
// all. Gives the length of the text's prefix.
static size_t find_place(EzFault *fault, lua_State *L, const char *text)
{
    lua_Debug level, best = {0};
    size_t skip = 0;
    for (int i = 0; i < PLACE_LEVELS && lua_getstack(L, i, &level); i++) {
        lua_getinfo(L, "Sl", &level);
        if (level.currentline <= 0)
            continue;
        size_t prefix = skip == 0 ? read_prefix(text, &level) : 0;
        bool authors = is_authors(&level);
        if (best.source == NULL || (authors && (prefix > 0 || !is_authors(&best))))
            best = level;
        skip += prefix;
        if (skip > 0 && is_authors(&best))
            break;
    }
    if (best.source != NULL && fault->chunk == NULL)
        set_place(fault, &best);
    return skip;
}

static void add_level(GString *trace, const lua_Debug *level)
{
    const char *name = level->name;
    if (name == NULL)
        name = strcmp(level->what, "main") == 0 ? "the file itself" : "a function";
    if (level->currentline > 0)
        g_string_append_printf(trace, "  %s:%d in %s\n", level->short_src, level->currentline,
                               name);
    else if (level->name != NULL)
        g_string_append_printf(trace, "  (built in) in %s\n", name);
}

static char *trace_of(lua_State *L)
{
    GString *trace = g_string_new(NULL);
    lua_Debug level;
    int i = 0;
    for (; i < TRACE_LEVELS && lua_getstack(L, i, &level); i++) {
        lua_getinfo(L, "Sln", &level);
        add_level(trace, &level);
    }
    if (lua_getstack(L, i, &level))
        g_string_append(trace, "  …\n");
    return g_string_free(trace, FALSE);
}

void ez_fault_locate(EzFault *fault, lua_State *L)
{
    find_place(fault, L, "");
    if (fault->trace == NULL)
        fault->trace = trace_of(L);
}

void ez_fault_note(EzHost *host, lua_State *L)
{
    EzFault place = {0};
    find_place(&place, L, "");
    g_strlcpy(host->note.chunk, place.chunk != NULL ? place.chunk : "",
              sizeof host->note.chunk);
    host->note.line = place.line;
    ez_fault_clear(&place);
}

// --- ordinary errors ----------------------------------------------------------

static void describe(EzFault *fault, lua_State *L, int value, const char *text)
{
    fault->kind = EZ_FAULT_ERROR;
    if (text == NULL)
        fault->message =
            g_strdup_printf("the error value is %s%s, not text",
                            lua_isnil(L, value) ? "" : "a ", ez_lua_type_word(L, value));
    size_t skip = find_place(fault, L, text != NULL ? text : "");
    if (text != NULL)
        fault->message = g_utf8_make_valid(text + skip, -1);
}

// Describes the error value at `value` in host->pending. [-0, +0]
static void take_error(lua_State *L, int value)
{
    EzHost *host = ez_host_of(L);
    EzFault *fault = &host->pending;
    const char *text = lua_type(L, value) == LUA_TSTRING ? lua_tostring(L, value) : NULL;
    ez_fault_clear(fault);
    if (text != NULL && g_strcmp0(text, host->notice_text) == 0) {
        ez_fault_copy(fault, &host->notice);
        find_place(fault, L, text);
    } else {
        describe(fault, L, value, text);
    }
    if (fault->trace == NULL)
        fault->trace = trace_of(L);
}

int ez_fault_on_error(lua_State *L)
{
    take_error(L, 1);
    return 1;
}

// --- raising ------------------------------------------------------------------

// Raises the text on top, by which on_error will know the notice again. [-1, +0]
G_NORETURN static void raise_noticed(lua_State *L)
{
    EzHost *host = ez_host_of(L);
    g_free(host->notice_text);
    host->notice_text = g_strdup(lua_tostring(L, -1));
    lua_error(L);
    g_assert_not_reached();
}

void ez_host_raise(lua_State *L, EzFaultKind kind, const char *name, const char *hint,
                   const char *message)
{
    EzHost *host = ez_host_of(L);
    ez_fault_clear(&host->notice);
    host->notice = (EzFault){.kind = kind,
                             .message = g_strdup(message),
                             .name = g_strdup(name),
                             .hint = g_strdup(hint)};
    luaL_where(L, 1);
    lua_pushstring(L, host->notice.message);
    lua_concat(L, 2);
    raise_noticed(L);
}

void ez_host_raise_fault(lua_State *L, const EzFault *fault)
{
    EzHost *host = ez_host_of(L);
    if (ez_host_is_dead(host))
        longjmp(host->entrance->leave, 1);
    ez_fault_copy(&host->notice, fault);
    const char *chunk = host->notice.chunk != NULL ? host->notice.chunk : "?";
    lua_pushfstring(L, "%s:%d: %s", chunk, host->notice.line, host->notice.message);
    raise_noticed(L);
}

void ez_host_raise_from(lua_State *L, lua_State *failed)
{
    take_error(failed, lua_gettop(failed));
    ez_host_raise_fault(L, &ez_host_of(L)->pending);
}

// --- stops --------------------------------------------------------------------

static const char *const STOP_MESSAGES[] = {
    [EZ_FAULT_BUDGET] = "stopped: this takes more work than a script may do",
    [EZ_FAULT_TIME] = "stopped: this takes too long",
    [EZ_FAULT_MEMORY] = "stopped: this needs more memory than a script may have",
};

static void die(EzHost *host, EzFaultKind kind)
{
    host->death.kind = kind;
    if (kind == EZ_FAULT_MEMORY && host->text_too_long)
        host->death.message =
            g_strdup_printf("stopped: a text may be at most %zu bytes long", host->limits.text);
    else
        host->death.message = g_strdup(STOP_MESSAGES[kind]);
}

void ez_host_stop(lua_State *L, EzFaultKind kind)
{
    EzHost *host = ez_host_of(L);
    g_assert(host->entrance != NULL);
    die(host, kind);
    ez_fault_locate(&host->death, L);
    longjmp(host->entrance->leave, 1);
}

void ez_host_stop_allocation(EzHost *host, EzFaultKind kind, bool placed)
{
    if (host->entrance == NULL || ez_host_is_dead(host))
        return;
    die(host, kind);
    host->death_placed = placed;
    longjmp(host->entrance->leave, 1);
}

void ez_fault_finish_death(EzHost *host)
{
    EzFault *death = &host->death;
    if (death->chunk == NULL && host->death_placed)
        ez_fault_locate(death, host->running != NULL ? host->running : host->L);
    host->death_placed = false; // an outer entrance must not walk again
    if (death->chunk == NULL && host->note.line > 0) {
        death->chunk = g_strdup(host->note.chunk);
        death->line = host->note.line;
    }
}
