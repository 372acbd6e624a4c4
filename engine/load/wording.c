// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/wording.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// The words between the first `open` after `from` and the next `close`, or NULL; owned by the caller.
static char *between(const char *text, const char *open, char close)
{
    const char *start = strstr(text, open);
    const char *end = start != NULL ? strchr(start + strlen(open), close) : NULL;
    return end != NULL ? g_strndup(start + strlen(open), (size_t)(end - start) - strlen(open))
                       : NULL;
}

// ---- syntax ------------------------------------------------------------------------

// The number behind "at line " in the message; 0 when it has none.
static int line_in(const char *message)
{
    const char *line = strstr(message, "at line ");
    return line != NULL ? atoi(line + strlen("at line ")) : 0;
}

// "}" for "'}' expected near …".
static char *missing_sign(const char *message, const char *near)
{
    g_autofree char *sign = between(message, "'", '\'');
    g_autofree char *opened = between(message, "to close '", '\'');
    int line = line_in(message);
    bool closes = strcmp(sign, "}") == 0 || strcmp(sign, ")") == 0;
    if (near == NULL && line > 0)
        return g_strdup_printf("the file ends, and the \"%s\" of line %d is not closed", opened,
                               line);
    if (near == NULL)
        return g_strdup_printf("the file ends where \"%s\" is missing", sign);
    g_autofree char *of =
        line > 0 ? g_strdup_printf(" (the \"%s\" of line %d is still open)", opened, line)
                 : g_strdup("");
    return g_strdup_printf("%s\"%s\" is missing before %s%s", closes ? "a comma or " : "", sign,
                           near, of);
}

static const struct {
    const char *start, *near,
        *end;      // what Lua's message begins with; what is said, before and after the token
    bool has_line; // `end` takes a line number
} syntax_words[] = {
    {"unfinished string", "this text has no closing quote", "", false},
    {"unfinished long string", "the text that [[ opens on line ", " is never closed with ]]",
     true},
    {"unfinished long comment", "the comment that --[[ opens on line ",
     " is never closed with ]]", true},
    {"<name> expected", "a name must stand here, not ", "", false},
    {"<eof> expected", "", " is one too many: all that stands before it is closed already",
     false},
    {"invalid escape sequence", "this text has a backslash that means nothing", "", false},
    {"malformed number", "", " is not a number", false},
    {"unexpected symbol", "", " cannot stand here", false},
};

char *ez_wording_syntax(const char *message, const char *near)
{
    if (message[0] == '\'' && strstr(message, "' expected") != NULL)
        return missing_sign(message, near);
    for (size_t i = 0; i < G_N_ELEMENTS(syntax_words); i++) {
        const char *first = syntax_words[i].near, *last = syntax_words[i].end;
        if (!g_str_has_prefix(message, syntax_words[i].start))
            continue;
        if (syntax_words[i].has_line)
            return g_strdup_printf("%s%d%s", first, line_in(message), last);
        if (*first != '\0' && *last == '\0' && first[strlen(first) - 1] != ' ')
            return g_strdup(first);
        return near != NULL ? g_strdup_printf("%s%s%s", first, near, last)
                            : g_strdup("the file ends too early");
    }
    return g_strdup(message);
}

// ---- running -----------------------------------------------------------------------

// Lua's name of a type in the author's words.
static const char *type_word(const char *type)
{
    static const char *const words[][2] = {
        {"nil", "nothing"}, {"string", "text"}, {"boolean", "yes/no"}, {"userdata", "thing"}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i][0], type) == 0)
            return words[i][1];
    return type;
}

static const struct {
    const char *start,
        *says; // what Lua's message begins with; what is said behind "x is text here"
} error_words[] = {
    {"attempt to index a", ", which has no fields"},
    {"attempt to call a", " and cannot be called"},
    {"attempt to concatenate a", " and cannot be joined to a text"},
    {"attempt to perform arithmetic on a", ": one cannot calculate with that"},
    {"attempt to get length of a", ", which has no length"},
};

static char *compared(const char *message)
{
    g_autofree char *two = between(message, "two ", ' ');
    g_autofree char *one = between(message, "attempt to compare ", ' ');
    const char *with = strstr(message, " with ");
    return g_strdup_printf(
        "%s cannot be compared with %s", type_word(two != NULL ? two : one),
        type_word(two != NULL || with == NULL ? two : with + strlen(" with ")));
}

char *ez_wording_error(const char *message)
{
    if (g_str_has_prefix(message, "attempt to compare "))
        return compared(message);
    if (g_str_has_prefix(message, "C stack overflow") ||
        strstr(message, "chunk has too many") != NULL)
        return g_strdup("braces, brackets or calls are nested too deep");
    if (g_str_has_prefix(message, "stack overflow"))
        return g_strdup("a function that calls itself without end");
    for (size_t i = 0; i < G_N_ELEMENTS(error_words); i++) {
        if (!g_str_has_prefix(message, error_words[i].start))
            continue;
        const char *rest = message + strlen(error_words[i].start);
        rest += *rest == 'n'; // "an"
        g_autofree char *type = between(rest, " ", ' '), *name = between(rest, "'", '\'');
        // So Lua calls the item of a list.
        bool item = g_strcmp0(name, "integer index") == 0 || g_strcmp0(name, "?") == 0;
        g_autofree char *thing = item           ? g_strdup("this item of a list")
                                 : name != NULL ? g_strdup_printf("\"%s\"", name)
                                                : g_strdup("this");
        return type != NULL ? g_strdup_printf("%s is %s here%s", thing, type_word(type),
                                              error_words[i].says)
                            : g_strdup(message);
    }
    return g_strdup(message);
}
