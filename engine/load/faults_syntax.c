// SPDX-License-Identifier: EUPL-1.2
// Syntax errors: where Lua stopped, what it says in the words of an author, and what may have been meant.
#include "engine/load/faults-private.h"

#include "engine/base/lualex.h"
#include "engine/load/checks.h"
#include "engine/load/wording.h"

#include <lauxlib.h>
#include <string.h>

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

bool ez_fault_is_reserved(const char *word)
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
        if (ez_lualex_is(source->text, token, "=") && ez_fault_is_reserved(word) &&
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

void ez_fault_tell_syntax(EzLoad *load, const EzFault *fault)
{
    g_autofree char *near = near_token(fault->message);
    bool at_end = near == NULL || strcmp(near, "<eof>") == 0;
    Syntax s = {.fault = fault, .place = ez_fault_place(load, fault)};
    if (s.place.source == NULL) {
        ez_diag_report(load->diags, EZ_SYNTAX, s.place, NULL, "problem", fault->message, NULL);
        return;
    }
    g_autofree char *line = ez_source_line(s.place.source, s.place.line);
    s.line = line;
    s.near = at_end ? NULL : near;
    tell_syntax_at(load, &s, s.near);
}
