// SPDX-License-Identifier: EUPL-1.2
// Faults of Lua in the words of an author.
#include "engine/load/checks.h"
#include "engine/load/context.h"
#include "engine/load/marks.h"

#include "engine/base/lualex.h"
#include "engine/base/nearest.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <stdarg.h>
#include <string.h>

static char *joined_message(EzDiagCode code, va_list pairs)
{
    // ez_diag_message takes its pairs as arguments; here they come as a list of at most five.
    const char *p[11] = {NULL};
    for (int i = 0; i < 10 && (p[i] = va_arg(pairs, const char *)) != NULL; i++) {
    }
    return ez_diag_message(code, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], NULL);
}

int ez_load_raise(lua_State *L, EzDiagCode code, char *hint, ...)
{
    EzLoad *load = ez_host_user(L);
    g_free(load->raised_message);
    g_free(load->raised_hint);
    va_list pairs;
    va_start(pairs, hint);
    load->raised_message = joined_message(code, pairs);
    va_end(pairs);
    load->raised_hint = hint;
    load->raised_code = code;
    return luaL_error(L, "%s", load->raised_message);
}

static EzPlace place_of(const EzLoad *load, const EzFault *fault)
{
    const EzLoadedFile *file =
        fault->chunk != NULL ? g_hash_table_lookup(load->by_path, fault->chunk) : NULL;
    if (file == NULL)
        return (EzPlace){0};
    return ez_source_whole_line(file->source, fault->line);
}

static EzPlace token_place(const EzLoad *load, const EzFault *fault, const char *token)
{
    EzPlace place = place_of(load, fault);
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    return map != NULL && token != NULL ? ez_luamap_token(map, fault->line, token) : place;
}

// ---- syntax errors --------------------------------------------------------------

// What Lua quoted after "near", or NULL; owned by the caller.
static char *near_token(const char *message)
{
    const char *near = g_strrstr(message, " near ");
    if (near == NULL)
        return NULL;
    near += strlen(" near ");
    size_t length = strlen(near);
    if (length >= 2 && near[0] == '\'' && near[length - 1] == '\'')
        return g_strndup(near + 1, length - 2);
    return g_strdup(near);
}

static bool line_has(const EzPlace *place, const char *what)
{
    g_autofree char *line = ez_source_line(place->source, place->line);
    return line != NULL && strstr(line, what) != NULL;
}

static bool is_reserved(const char *word)
{
    static const char *const words[] = {
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
        "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while", NULL};
    return g_strv_contains(words, word);
}

// A reserved word that stands before "=" on this line: `function = "x"`.
static char *reserved_key(EzPlace place)
{
    g_autofree char *line = ez_source_line(place.source, place.line);
    size_t length = line != NULL ? strlen(line) : 0;
    EzLuaToken before = {EZ_LUA_END, 0, 0};
    for (size_t at = 0; at < length;) {
        EzLuaToken token = ez_lualex_next(line, length, at);
        if (token.kind == EZ_LUA_END)
            break;
        if (ez_lualex_is(line, token, "=") && before.kind == EZ_LUA_NAME) {
            g_autofree char *word = g_strndup(line + before.start, before.end - before.start);
            if (is_reserved(word))
                return g_steal_pointer(&word);
        }
        before = token;
        at = token.end;
    }
    return NULL;
}

// "title": as JSON writes it.
static bool looks_like_json(EzPlace place)
{
    g_autofree char *line = ez_source_line(place.source, place.line);
    const char *mark = line != NULL ? strstr(line, "\":") : NULL;
    return mark == NULL && line != NULL ? strstr(line, "\" :") != NULL : mark != NULL;
}

static char *syntax_hint(EzPlace place, const char *near)
{
    if (place.source == NULL)
        return NULL;
    if (line_has(&place, "“") || line_has(&place, "”") || line_has(&place, "‘") ||
        line_has(&place, "’"))
        if (near == NULL || strchr(near, '<') != NULL || (near[0] & 0x80) != 0)
            return g_strdup("these are typographic quotes; around a text Lua wants straight ones: \"…\"");
    if (looks_like_json(place))
        return g_strdup("this looks like JSON; in Lua a field is written  title = \"…\"");
    g_autofree char *word = reserved_key(place);
    if (word != NULL)
        return g_strdup_printf("\"%s\" is a word of Lua and cannot be a field's name; choose another", word);
    return NULL;
}

// Lua shows bytes that are no ASCII as <\226>: the character of the line is what an author knows.
static EzPlace syntax_place(const EzLoad *load, const EzFault *fault, const char *near)
{
    EzPlace place = token_place(load, fault, near);
    if (near == NULL || strncmp(near, "<\\", 2) != 0 || place.source == NULL)
        return place;
    size_t start = ez_source_line_start(place.source, fault->line);
    size_t end = ez_source_line_start(place.source, fault->line + 1);
    for (size_t at = start; at < end; at++)
        if ((place.source->text[at] & 0x80) != 0)
            return ez_source_place(place.source, at,
                                   (size_t)(g_utf8_next_char(place.source->text + at) -
                                            place.source->text));
    return place;
}

static bool tell_lookalike_name(EzLoad *load, EzPlace place)
{
    if (place.source == NULL || place.column == 0)
        return false;
    const EzSource *source = place.source;
    size_t start = ez_source_line_start(source, place.line);
    size_t end = ez_source_line_start(source, place.line + 1);
    for (size_t at = start; at < end;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        if (token.kind == EZ_LUA_END || token.start >= end)
            return false;
        g_autofree char *word = g_strndup(source->text + token.start, token.end - token.start);
        g_autofree char *plain =
            token.kind == EZ_LUA_NAME && !g_str_is_ascii(word) ? ez_check_lookalike(word) : NULL;
        if (plain != NULL) {
            ez_diag_report(load->diags, EZ_LOOKALIKE,
                           ez_source_place(source, token.start, token.end), "type the word again",
                           "field", word, "other", plain, NULL);
            return true;
        }
        at = token.end;
    }
    return false;
}

static void tell_syntax(EzLoad *load, const EzFault *fault)
{
    g_autofree char *near = near_token(fault->message);
    EzPlace place = syntax_place(load, fault, near);
    if (tell_lookalike_name(load, place))
        return;
    g_autofree char *hint = syntax_hint(place, near);
    ez_diag_report(load->diags, EZ_SYNTAX, place, hint, "problem", fault->message, NULL);
}

// ---- names that are not there ----------------------------------------------------

// All names that stand in the file, and all that a script has; NULL-terminated.
static GPtrArray *known_names(const EzLoad *load, const EzFault *fault)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char **words = ez_mark_globals();
    for (int i = 0; words[i] != NULL; i++)
        g_ptr_array_add(names, g_strdup(words[i]));
    g_free(words);
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++)
        g_ptr_array_add(names, g_strdup(f->library != NULL ? f->library : f->name));
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    const EzSource *source = map != NULL ? ez_luamap_source(map) : NULL;
    for (size_t at = 0; source != NULL && at < source->length;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        g_autofree char *word = g_strndup(source->text + token.start, token.end - token.start);
        if (token.kind == EZ_LUA_NAME && !is_reserved(word) && strcmp(word, fault->name) != 0)
            g_ptr_array_add(names, g_steal_pointer(&word));
        at = token.end;
    }
    g_ptr_array_add(names, NULL);
    return names;
}

static void tell_unknown_name(EzLoad *load, const EzFault *fault)
{
    EzPlace place = token_place(load, fault, fault->name);
    g_autofree char *line = ez_source_line(place.source, place.line);
    g_autofree char *pattern = g_strdup_printf("%s ==", fault->name);
    g_autofree char *hint = NULL;
    if (line != NULL && strstr(line, pattern) != NULL) {
        hint = g_strdup_printf("a field is given with one \"=\":  %s = …", fault->name);
    } else {
        g_autoptr(GPtrArray) names = known_names(load, fault);
        hint = ez_diag_did_you_mean(fault->name, (const char *const *)names->pdata);
        if (hint == NULL)
            hint = g_strdup_printf("is it a text? then write \"%s\"", fault->name);
    }
    ez_diag_report(load->diags, EZ_UNKNOWN_NAME, place, hint, "name", fault->name, NULL);
}

static void tell_omitted(EzLoad *load, const EzFault *fault)
{
    const EzOmission *omission = ez_lua_omission(fault->name);
    const char *dot = strrchr(fault->name, '.');
    ez_diag_report(load->diags, EZ_NOT_AVAILABLE,
                   token_place(load, fault, dot != NULL ? dot + 1 : fault->name),
                   omission != NULL ? omission->instead : NULL, "name", fault->name, NULL);
}

// ---- all faults -------------------------------------------------------------------

static void tell_error(EzLoad *load, const EzFault *fault)
{
    EzPlace place = place_of(load, fault);
    if (g_strcmp0(load->raised_message, fault->message) == 0) {
        ez_diag_report_message(load->diags, load->raised_code, place, load->raised_hint,
                               load->raised_message);
        return;
    }
    // Lua names what was nil: (field 'x'), (local 'x'). The caret goes under it.
    g_autofree char *name = NULL;
    const char *quote = strstr(fault->message, " '");
    const char *close = quote != NULL ? strchr(quote + 2, '\'') : NULL;
    if (close != NULL)
        name = g_strndup(quote + 2, (size_t)(close - quote - 2));
    g_autofree char *hint = NULL;
    if (name != NULL && strstr(fault->message, "call") != NULL && ez_node_kind(name) < EZ_NODE_KINDS)
        hint = g_strdup_printf("a name of yours hides the word %s { … }; call yours something else", name);
    ez_diag_report(load->diags, EZ_RUNTIME, token_place(load, fault, name), hint, "problem",
                   fault->message, NULL);
}

void ez_load_tell_fault(EzLoad *load, const EzFault *fault)
{
    g_autofree char *seconds = g_strdup_printf("%d seconds", (int)(EZ_BUDGET_FILE.nanoseconds / 1000000000));
    switch (fault->kind) {
    case EZ_FAULT_NONE:
        break;
    case EZ_FAULT_SYNTAX:
        tell_syntax(load, fault);
        break;
    case EZ_FAULT_UNKNOWN_NAME:
        tell_unknown_name(load, fault);
        break;
    case EZ_FAULT_NOT_AVAILABLE:
        tell_omitted(load, fault);
        break;
    case EZ_FAULT_READ_ONLY:
        ez_diag_report(load->diags, EZ_READ_ONLY, token_place(load, fault, fault->name),
                       "put local before a name of your own", "thing", fault->name, NULL);
        break;
    case EZ_FAULT_BUDGET:
        ez_diag_report(load->diags, EZ_BUDGET, place_of(load, fault), NULL, "limit",
                       "200 million steps a file, 20 million a side", NULL);
        break;
    case EZ_FAULT_TIME:
        ez_diag_report(load->diags, EZ_TIMEOUT, place_of(load, fault), NULL, "limit", seconds, NULL);
        break;
    case EZ_FAULT_MEMORY:
        ez_diag_report(load->diags, EZ_MEMORY, place_of(load, fault), NULL, "limit", "256 MiB", NULL);
        break;
    case EZ_FAULT_ERROR:
        tell_error(load, fault);
        break;
    }
}
