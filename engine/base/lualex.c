// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/lualex.h"

#include <glib.h>
#include <string.h>

typedef struct Scan {
    const char *text;
    size_t length;
} Scan;

static char at(const Scan *s, size_t i)
{
    return i < s->length ? s->text[i] : '\0';
}

static bool is_name(char c)
{
    return g_ascii_isalnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

// The number of "=" of a long bracket that opens here, or -1.
static int long_level(const Scan *s, size_t i)
{
    if (at(s, i) != '[')
        return -1;
    size_t j = i + 1;
    while (at(s, j) == '=')
        j++;
    return at(s, j) == '[' ? (int)(j - i - 1) : -1;
}

// The end of a long bracket that opens at i, past its closing; the end of the text when it never closes.
static size_t long_end(const Scan *s, size_t i, int level)
{
    for (size_t j = i + (size_t)level + 2; j < s->length; j++) {
        if (s->text[j] != ']')
            continue;
        size_t k = j + 1;
        while (at(s, k) == '=')
            k++;
        if (at(s, k) == ']' && k - j - 1 == (size_t)level)
            return k + 1;
    }
    return s->length;
}

static size_t skip_comment(const Scan *s, size_t i)
{
    int level = long_level(s, i + 2);
    if (level >= 0)
        return long_end(s, i + 2, level);
    while (i < s->length && s->text[i] != '\n')
        i++;
    return i;
}

static size_t skip_blank(const Scan *s, size_t i)
{
    for (;;) {
        if (i < s->length && (g_ascii_isspace(s->text[i]) || s->text[i] == '\0'))
            i++;
        else if (at(s, i) == '-' && at(s, i + 1) == '-')
            i = skip_comment(s, i);
        else
            return i;
    }
}

// A quoted text ends at its quote or, unfinished, at the end of its line.
static size_t quoted_end(const Scan *s, size_t i)
{
    char quote = s->text[i++];
    while (i < s->length && s->text[i] != '\n') {
        if (s->text[i] == '\\' && i + 1 < s->length)
            i++;
        else if (s->text[i] == quote)
            return i + 1;
        i++;
    }
    return MIN(i, s->length);
}

static size_t number_end(const Scan *s, size_t i)
{
    while (is_name(at(s, i)) || at(s, i) == '.' ||
           ((at(s, i) == '+' || at(s, i) == '-') && strchr("eEpP", at(s, i - 1)) != NULL))
        i++;
    return i;
}

static size_t sign_end(const Scan *s, size_t i)
{
    static const char *const pairs[] = {"==", "~=", "<=", ">=", "..", "::", "//"};
    for (size_t k = 0; k < G_N_ELEMENTS(pairs); k++)
        if (at(s, i) == pairs[k][0] && at(s, i + 1) == pairs[k][1])
            return i + 2;
    return i + 1;
}

EzLuaToken ez_lualex_next(const char *text, size_t length, size_t from)
{
    Scan s = {text, length};
    size_t i = skip_blank(&s, from);
    if (i >= length)
        return (EzLuaToken){EZ_LUA_END, length, length};
    char c = text[i];
    if (g_ascii_isdigit(c) || (c == '.' && g_ascii_isdigit(at(&s, i + 1))))
        return (EzLuaToken){EZ_LUA_NUMBER, i, number_end(&s, i)};
    if (is_name(c)) {
        size_t end = i;
        while (is_name(at(&s, end)))
            end++;
        return (EzLuaToken){EZ_LUA_NAME, i, end};
    }
    if (c == '"' || c == '\'')
        return (EzLuaToken){EZ_LUA_STRING, i, quoted_end(&s, i)};
    int level = long_level(&s, i);
    if (level >= 0)
        return (EzLuaToken){EZ_LUA_STRING, i, long_end(&s, i, level)};
    return (EzLuaToken){EZ_LUA_SIGN, i, sign_end(&s, i)};
}

bool ez_lualex_is(const char *text, EzLuaToken token, const char *word)
{
    size_t length = strlen(word);
    return token.end - token.start == length && memcmp(text + token.start, word, length) == 0;
}
