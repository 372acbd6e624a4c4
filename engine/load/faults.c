// SPDX-License-Identifier: EUPL-1.2
// Faults of Lua in the words of an author.
#include "engine/load/checks.h"
#include "engine/load/context.h"
#include "engine/load/marks.h"
#include "engine/load/wording.h"

#include "engine/base/lualex.h"
#include "engine/base/nearest.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <stdarg.h>
#include <string.h>

// ez_diag_message takes its pairs as arguments; here they come as a list of at most five.
static char *joined_message(EzDiagCode code, va_list pairs)
{
    const char *p[11] = {NULL};
    for (int i = 0; i < 10 && (p[i] = va_arg(pairs, const char *)) != NULL; i++) {
    }
    g_autofree char *message =
        ez_diag_message(code, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], NULL);
    return g_utf8_make_valid(message, -1); // as it will come back in the fault
}

void ez_load_prepare(lua_State *L, EzDiagCode code, const char *token, char *hint, ...)
{
    EzLoad *load = ez_host_user(L);
    va_list pairs;
    va_start(pairs, hint);
    char *message = joined_message(code, pairs);
    va_end(pairs);
    g_free(load->raised_message);
    g_free(load->raised_hint);
    g_free(load->raised_token);
    load->raised_message = message;
    load->raised_hint = hint;
    load->raised_token = g_strdup(token);
    load->raised_code = code;
}

int ez_load_raise(lua_State *L)
{
    const EzLoad *load = ez_host_user(L);
    return luaL_error(L, "%s", load->raised_message);
}

void ez_load_mark_broken(EzLoad *load, const char *name)
{
    if (name != NULL)
        g_hash_table_add(load->broken, g_ascii_strdown(name, -1));
}

bool ez_load_is_broken(const EzLoad *load, const char *name)
{
    g_autofree char *key = g_ascii_strdown(name, -1);
    return g_hash_table_contains(load->broken, key);
}

static EzPlace place_of(const EzLoad *load, const EzFault *fault)
{
    const EzLoadedFile *file =
        fault->chunk != NULL ? g_hash_table_lookup(load->by_path, fault->chunk) : NULL;
    if (file == NULL || fault->line == 0)
        return load->here; // a stop outside the author's code, while what it gave is read
    return ez_source_whole_line(file->source, fault->line);
}

static EzPlace token_place(const EzLoad *load, const EzFault *fault, const char *token)
{
    EzPlace place = place_of(load, fault);
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    return map != NULL && token != NULL ? ez_luamap_token(map, fault->line, token) : place;
}

static EzPlace used_place(const EzLoad *load, const EzFault *fault, const char *word,
                          bool field)
{
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    return map != NULL ? ez_luamap_used(map, fault->line, word, field) : place_of(load, fault);
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

static bool is_reserved(const char *word)
{
    static const char *const words[] = {
        "and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while", NULL};
    return g_strv_contains(words, word);
}

static int compile(lua_State *L)
{
    ez_host_load(L, lua_touserdata(L, 1));
    return 0;
}

// True when Lua reads the source as far as here and only misses what follows.
static bool reads_until(EzLoad *load, const EzSource *source, size_t end)
{
    g_autoptr(EzSource) start = ez_source_new("start", source->text, end);
    g_auto(EzFault) fault = {0};
    return ez_host_enter(load->host, compile, start, load->file_budget, &fault) ||
           (fault.message != NULL && g_str_has_suffix(fault.message, "near <eof>"));
}

// Of a number or text that it cannot read Lua shows the beginning.
static bool is_near(const char *text, EzLuaToken token, const char *near)
{
    bool begun = token.kind == EZ_LUA_NUMBER || token.kind == EZ_LUA_STRING;
    size_t length = strlen(near);
    return ez_lualex_is(text, token, near) || (begun && length <= token.end - token.start &&
                                               memcmp(text + token.start, near, length) == 0);
}

enum { MOST_TRIED = 16, LONGEST_TRIED = 512 * 1024 };

// Lua names the token and the line. Where it stands there more than once, the right one is the first that Lua cannot read past.
static EzPlace right_token(EzLoad *load, EzPlace line, const char *near)
{
    const EzSource *source = line.source;
    EzPlace place = line;
    size_t end = ez_source_line_start(source, line.line + 1);
    int tried = 0;
    for (size_t at = ez_source_line_start(source, line.line); at < end;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        if (token.kind == EZ_LUA_END || token.start >= end)
            break;
        at = token.end;
        if (!is_near(source->text, token, near))
            continue;
        place = ez_source_place(source, token.start, token.end);
        if (++tried > MOST_TRIED || source->length > LONGEST_TRIED ||
            !reads_until(load, source, token.end))
            break;
    }
    return place;
}

// What an author may have meant, by the line and the token where Lua stopped.
typedef struct Syntax {
    const EzFault *fault;
    EzPlace place; // of the token
    const char *near,
        *line; // the token as Lua shows it, NULL at the end of the file; the line, or NULL
} Syntax;

static bool has(const Syntax *s, const char *part)
{
    return s->line != NULL && strstr(s->line, part) != NULL;
}

static bool near_is(const Syntax *s, const char *token)
{
    return g_strcmp0(s->near, token) == 0;
}

static int count_of(const char *line, char c)
{
    int count = 0;
    for (; line != NULL && *line != '\0'; line++)
        count += *line == c;
    return count;
}

static bool is_typographic(const Syntax *s)
{
    bool curly = has(s, "“") || has(s, "”") || has(s, "„") || has(s, "‘") || has(s, "’");
    return curly && (s->near == NULL || s->near[0] == '<' || count_of(s->line, '"') % 2 == 1 ||
                     g_str_has_prefix(s->fault->message, "unfinished string"));
}

static bool is_json(const Syntax *s)
{
    return near_is(s, ":") && (has(s, "\":") || has(s, "\" :"));
}

static bool is_colon(const Syntax *s)
{
    return strstr(s->fault->message, "<name> expected") != NULL && has(s, ":");
}

static bool is_slashes(const Syntax *s)
{
    return near_is(s, "//");
}

static bool is_odd_quote(const Syntax *s)
{
    return s->near != NULL && count_of(s->line, '"') % 2 == 1;
}

static bool is_hyphen(const Syntax *s)
{
    return near_is(s, "=") && has(s, "-");
}

static bool is_unit(const Syntax *s)
{
    return strstr(s->fault->message, "malformed number") != NULL;
}

static bool is_not_equal(const Syntax *s)
{
    return near_is(s, "!");
}

static bool is_backslash(const Syntax *s)
{
    return strstr(s->fault->message, "escape sequence") != NULL;
}

static const struct {
    bool (*fits)(const Syntax *s);
    const char *hint;
} syntax_hints[] = {
    {is_typographic,
     "these are typographic quotes; around a text Lua wants straight ones: \"…\""},
    {is_json, "this looks like JSON; in Lua a field is written  title = \"…\""},
    {is_colon, "a field is given with \"=\":  title = \"…\""},
    {is_slashes, "a remark begins with --"},
    {is_odd_quote, "a text begins and ends with a quote; one is missing"},
    {is_hyphen, "a field's name has letters, digits and _ only"},
    {is_unit, "a length with a unit stands between quotes: \"12pt\""},
    {is_not_equal, "unequal is written ~="},
    {is_backslash, "a backslash in a text is written \\\\"},
};

static const char *syntax_hint(const Syntax *s)
{
    for (size_t i = 0; i < G_N_ELEMENTS(syntax_hints); i++)
        if (syntax_hints[i].fits(s))
            return syntax_hints[i].hint;
    return NULL;
}

// `function = "x"`: the reserved word before the "=" where Lua stopped. Told as such; true when it was that.
static bool tell_reserved_key(EzLoad *load, const Syntax *s)
{
    const EzSource *source = s->place.source;
    EzLuaToken before = {EZ_LUA_END, 0, 0};
    size_t end = ez_source_line_start(source, s->place.line + 1);
    for (size_t at = ez_source_line_start(source, s->place.line); at < end;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        if (token.kind == EZ_LUA_END)
            break;
        EzPlace place = ez_source_place(source, before.start, before.end);
        g_autofree char *word =
            g_strndup(source->text + before.start, before.end - before.start);
        if (ez_lualex_is(source->text, token, "=") && is_reserved(word) &&
            place.line == s->place.line) {
            g_autofree char *problem =
                g_strdup_printf("\"%s\" cannot be the name of a field", word);
            ez_diag_report(load->diags, EZ_SYNTAX, place, "it is a word of Lua; choose another",
                           "problem", problem, NULL);
            return true;
        }
        before = token;
        at = token.end;
    }
    return false;
}

// Lua shows bytes that are no ASCII as <\226>: the character of the line is what an author knows.
static EzPlace strange_character(EzPlace line)
{
    const EzSource *source = line.source;
    size_t end = ez_source_line_start(source, line.line + 1);
    for (size_t at = ez_source_line_start(source, line.line); at < end; at++)
        if ((source->text[at] & 0x80) != 0)
            return ez_source_place(
                source, at, (size_t)(g_utf8_next_char(source->text + at) - source->text));
    return line;
}

// The text at a place, between quotes unless it is a text itself; owned by the caller.
static char *shown_token(const char *near, EzPlace place)
{
    if (near[0] == '"' || near[0] == '\'' || near[0] == '[')
        return g_strdup(near);
    if (strncmp(near, "<\\", 2) != 0 || place.column == 0)
        return g_strdup_printf("\"%s\"", near);
    g_autofree char *line = ez_source_line(place.source, place.line);
    g_autofree char *letter = g_utf8_substring(line, place.column - 1, place.column);
    return g_strdup_printf("\"%s\"", letter);
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
        g_autofree char *plain = token.kind == EZ_LUA_NAME && !g_str_is_ascii(word)
                                     ? ez_check_lookalike(word)
                                     : NULL;
        if (plain != NULL) {
            ez_diag_report(load->diags, EZ_LOOKALIKE,
                           ez_source_place(source, token.start, token.end),
                           "type the word again", "field", word, "other", plain, NULL);
            return true;
        }
        at = token.end;
    }
    return false;
}

static void tell_syntax_at(EzLoad *load, Syntax *s, const char *near)
{
    if (tell_lookalike_name(load, s->place))
        return;
    if (near != NULL && strncmp(near, "<\\", 2) == 0)
        s->place = strange_character(s->place);
    else if (near != NULL)
        s->place = right_token(load, s->place, near);
    if (near_is(s, "=") && tell_reserved_key(load, s))
        return;
    g_autofree char *shown = near != NULL ? shown_token(near, s->place) : NULL;
    g_autofree char *problem = ez_wording_syntax(s->fault->message, shown);
    ez_diag_report(load->diags, EZ_SYNTAX, s->place, syntax_hint(s), "problem", problem, NULL);
}

static void tell_syntax(EzLoad *load, const EzFault *fault)
{
    g_autofree char *near = near_token(fault->message);
    bool at_end = near == NULL || strcmp(near, "<eof>") == 0;
    Syntax s = {.fault = fault, .place = place_of(load, fault)};
    if (s.place.source == NULL) {
        ez_diag_report(load->diags, EZ_SYNTAX, s.place, NULL, "problem", fault->message, NULL);
        return;
    }
    g_autofree char *line = ez_source_line(s.place.source, s.place.line);
    s.line = line;
    s.near = at_end ? NULL : near;
    tell_syntax_at(load, &s, s.near);
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

// "words.uper": the functions of that library.
static char *library_hint(const char *name, const char *dot)
{
    g_autofree char *library = g_strndup(name, (size_t)(dot - name));
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++)
        if (g_strcmp0(f->library, library) == 0)
            g_ptr_array_add(names, (char *)f->name);
    for (int kind = 0; strcmp(library, "field") == 0 && kind < EZ_FIELD_KINDS; kind++)
        g_ptr_array_add(names, (char *)ez_field_words[kind].word);
    g_ptr_array_add(names, NULL);
    const char *nearest = ez_nearest(dot + 1, (const char *const *)names->pdata);
    return nearest != NULL ? g_strdup_printf("did you mean \"%s.%s\"?", library, nearest)
                           : NULL;
}

// What people call a node, and its word here.
static const char *const node_synonyms[][2] = {
    {"header", "heading"}, {"h1", "heading"},   {"paragraph", "text"}, {"p", "text"},
    {"box", "frame"},      {"rect", "fill"},    {"rectangle", "fill"}, {"line", "rule"},
    {"stack", "column"},   {"spacer", "space"}, {"em", "italic"},      {"i", "italic"},
    {"strong", "bold"},    {"b", "bold"},       {"badge", "chip"},     {"symbol", "mark"},
};

static char *synonym_hint(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(node_synonyms); i++)
        if (strcmp(node_synonyms[i][0], name) == 0)
            return g_strdup_printf("did you mean \"%s\"?", node_synonyms[i][1]);
    return NULL;
}

// True when a brace follows the name on its line: it was meant as a word such as text { … }.
static bool is_called(const char *line, const char *name)
{
    g_autofree char *pattern = g_strdup_printf("\\b\\Q%s\\E\\s*\\{", name);
    return line != NULL && g_regex_match_simple(pattern, line, 0, 0);
}

static char *global_hint(const EzLoad *load, const EzFault *fault, EzPlace place)
{
    g_autofree char *line = ez_source_line(place.source, place.line);
    g_autofree char *pattern = g_strdup_printf("%s ==", fault->name);
    if (line != NULL && strstr(line, pattern) != NULL)
        return g_strdup_printf("a field is given with one \"=\":  %s = …", fault->name);
    bool called = is_called(line, fault->name);
    g_autoptr(GPtrArray) names = known_names(load, fault);
    char *hint = called ? synonym_hint(fault->name) : NULL;
    if (hint == NULL)
        hint = ez_diag_did_you_mean(fault->name, (const char *const *)names->pdata);
    if (hint == NULL && !called)
        hint = g_strdup_printf("is it a text? then write \"%s\"", fault->name);
    return hint;
}

static void tell_unknown_name(EzLoad *load, const EzFault *fault)
{
    const char *dot = strrchr(fault->name, '.');
    EzPlace place = used_place(load, fault, dot != NULL ? dot + 1 : fault->name, dot != NULL);
    g_autofree char *hint =
        dot != NULL ? library_hint(fault->name, dot) : global_hint(load, fault, place);
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

static void tell_read_only(EzLoad *load, const EzFault *fault)
{
    // "the global name "x"": the caret goes under x.
    g_auto(GStrv) parts = g_strsplit(fault->name, "\"", 3);
    bool global = parts[0] != NULL && parts[1] != NULL;
    ez_diag_report(
        load->diags, EZ_READ_ONLY, token_place(load, fault, global ? parts[1] : NULL),
        global ? "put local before a name of your own" : NULL, "thing", fault->name, NULL);
}

// ---- all faults -------------------------------------------------------------------

// For an error of Lua about the value called `name`, which may be NULL; owned by the caller.
static char *error_hint(const char *message, const char *name)
{
    if (strstr(message, "attempt to call") != NULL && name != NULL &&
        ez_node_kind(name) < EZ_NODE_KINDS)
        return g_strdup_printf(
            "a name of yours hides the word %s { … }; call yours something else", name);
    if (strstr(message, "concatenate a table") != NULL)
        return g_strdup(
            "put the parts beside each other, text { a, \" \", b }, or use words.join");
    return NULL;
}

static void tell_error(EzLoad *load, const EzFault *fault)
{
    if (g_strcmp0(load->raised_message, fault->message) == 0) {
        ez_diag_report_message(load->diags, load->raised_code,
                               token_place(load, fault, load->raised_token), load->raised_hint,
                               load->raised_message);
        return;
    }
    // Lua names what was nil: (field 'x'), (local 'x'). The caret goes under it.
    g_autofree char *name = NULL;
    const char *quote = strstr(fault->message, " '");
    const char *close = quote != NULL ? strchr(quote + 2, '\'') : NULL;
    if (close != NULL)
        name = g_strndup(quote + 2, (size_t)(close - quote - 2));
    g_autofree char *hint = error_hint(fault->message, name);
    bool field = strstr(fault->message, "(field '") != NULL ||
                 strstr(fault->message, "(method '") != NULL;
    EzPlace place = name != NULL ? used_place(load, fault, name, field) : place_of(load, fault);
    g_autofree char *problem = ez_wording_error(fault->message);
    ez_diag_report(load->diags, EZ_RUNTIME, place, hint, "problem", problem, NULL);
}

static char *steps_words(const EzLoad *load)
{
    int64_t steps = load->budget.instructions;
    return steps >= 1000 * 1000
               ? g_strdup_printf("%d million steps", (int)(steps / (1000 * 1000)))
               : g_strdup_printf("%d steps", (int)steps);
}

static char *time_words(const EzLoad *load)
{
    double seconds = (double)load->budget.nanoseconds / 1e9;
    return seconds >= 1 ? g_strdup_printf("%.0f seconds", seconds)
                        : g_strdup_printf("a part of a second");
}

static char *memory_words(const EzLoad *load, const EzFault *fault)
{
    if (strstr(fault->message, "a text may be") != NULL)
        return g_strdup_printf("one text may take (%zu MiB)",
                               ez_host_text_limit(load->host) >> 20);
    return g_strdup_printf("the memory of a kit (%zu MiB)", load->memory >> 20);
}

// The host stopped the script: nothing of it can run any more.
static void tell_stop(EzLoad *load, const EzFault *fault, EzDiagCode code, char *limit)
{
    ez_diag_report(load->diags, code, place_of(load, fault), NULL, "limit", limit, NULL);
    g_free(limit);
}

void ez_load_tell_fault(EzLoad *load, const EzFault *fault)
{
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
        tell_read_only(load, fault);
        break;
    case EZ_FAULT_BUDGET:
        tell_stop(load, fault, EZ_BUDGET, steps_words(load));
        break;
    case EZ_FAULT_TIME:
        tell_stop(load, fault, EZ_TIMEOUT, time_words(load));
        break;
    case EZ_FAULT_MEMORY:
        tell_stop(load, fault, EZ_MEMORY, memory_words(load, fault));
        break;
    case EZ_FAULT_ERROR:
        tell_error(load, fault);
        break;
    }
}
