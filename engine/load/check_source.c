// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/checks.h"

#include <string.h>

// ---- characters that deceive --------------------------------------------------------

// Letters of other alphabets and the Latin letter they look like (from Unicode's confusables, the common part).
static const struct {
    gunichar strange;
    char plain;
} lookalikes[] = {
    {0x430, 'a'}, {0x435, 'e'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x445, 'x'},
    {0x443, 'y'}, {0x456, 'i'}, {0x458, 'j'}, {0x455, 's'}, {0x4bb, 'h'}, {0x501, 'd'},
    {0x51b, 'q'}, {0x51d, 'w'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41a, 'K'},
    {0x41c, 'M'}, {0x41d, 'H'}, {0x41e, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'},
    {0x425, 'X'}, {0x406, 'I'}, {0x3b1, 'a'}, {0x3bf, 'o'}, {0x3c1, 'p'}, {0x3bd, 'v'},
    {0x3b9, 'i'}, {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x397, 'H'}, {0x399, 'I'},
    {0x39a, 'K'}, {0x39c, 'M'}, {0x39d, 'N'}, {0x39f, 'O'}, {0x3a1, 'P'}, {0x3a4, 'T'},
    {0x3a7, 'X'}, {0x131, 'i'}, {0x261, 'g'},
};

static char plain_of(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lookalikes); i++)
        if (lookalikes[i].strange == c)
            return lookalikes[i].plain;
    return '\0';
}

static bool is_invisible(gunichar c)
{
    return c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff || c == 0xad;
}

char *ez_check_lookalike(const char *word)
{
    g_autofree char *folded = g_utf8_normalize(word, -1, G_NORMALIZE_NFKC);
    GString *out = g_string_new(NULL);
    bool changed = folded != NULL && strcmp(folded, word) != 0;
    for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        char plain = plain_of(c);
        if (is_invisible(c) || plain != '\0')
            changed = true;
        if (plain != '\0')
            g_string_append_c(out, plain);
        else if (!is_invisible(c))
            g_string_append_unichar(out, c);
    }
    bool is_plain = changed && g_str_is_ascii(out->str);
    return g_string_free(out, !is_plain);
}

static bool turns_direction(gunichar c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void tell_character(EzLoad *load, const EzSource *source, const char *at,
                           EzDiagCode code, const char *word)
{
    size_t start = (size_t)(at - source->text);
    size_t end = (size_t)(g_utf8_next_char(at) - source->text);
    g_autofree char *number = g_strdup_printf("%04X", g_utf8_get_char(at));
    EzPlace place = ez_source_place(source, start, end);
    if (word == NULL)
        ez_diag_report(load->diags, code, place, NULL, "code", number, NULL);
    else
        ez_diag_report(load->diags, code, place, NULL, "code", number, "word", word, NULL);
}

// A letter of another alphabet between Latin ones, or a space that nobody sees.
static void check_word(EzLoad *load, const EzSource *source, const char *start, const char *end)
{
    bool latin = false;
    const char *strange = NULL;
    for (const char *at = start; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        latin = latin || g_ascii_isalpha(*at);
        if (strange == NULL && c != 0x131 &&
            (plain_of(c) != '\0' || c == 0x200b || c == 0xfeff))
            strange = at;
    }
    if (strange == NULL || !latin)
        return;
    g_autofree char *word = g_strndup(start, (size_t)(end - start));
    tell_character(load, source, strange, EZ_LOOKALIKE_TEXT, word);
}

static bool ends_word(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '"' || c == '\'' ||
           c == ',' || c == ';';
}

static void check_characters(EzLoad *load, const EzSource *source)
{
    const char *end = source->text + source->length;
    const char *word = source->text;
    if (g_str_has_prefix(source->text, "\xef\xbb\xbf"))
        word += 3;
    bool plain = true;
    for (const char *at = word; at < end; at = g_utf8_next_char(at)) {
        if ((*at & 0x80) != 0) {
            plain = false;
            if (turns_direction(g_utf8_get_char(at)))
                tell_character(load, source, at, EZ_BIDI, NULL);
        } else if (ends_word(*at)) {
            if (!plain)
                check_word(load, source, word, at);
            word = at + 1;
            plain = true;
        }
    }
    if (!plain)
        check_word(load, source, word, end);
}

static void tell_repeated(const char *key, EzPlace place, void *data)
{
    EzLoad *load = data;
    ez_diag_report(load->diags, EZ_DUPLICATE_KEY, place, NULL, "field", key, NULL);
}

void ez_check_source(EzLoad *load, const EzLoadedFile *file)
{
    check_characters(load, file->source);
    if (file->map != NULL)
        ez_luamap_repeated_keys(file->map, tell_repeated, load);
}
