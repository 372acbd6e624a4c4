// SPDX-License-Identifier: EUPL-1.2
#include "print/content.h"

#include <string.h>

// ---- characters ----------------------------------------------------------------

enum { REGULAR, SPACE, DELIMITER };

static const unsigned char kinds[256] = {
    ['\0'] = SPACE,    ['\t'] = SPACE,    ['\n'] = SPACE,    ['\f'] = SPACE,
    ['\r'] = SPACE,    [' '] = SPACE,     ['('] = DELIMITER, [')'] = DELIMITER,
    ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
    ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
};

static int kind_of(char c)
{
    return kinds[(unsigned char)c];
}

static bool starts_number(char c)
{
    return g_ascii_isdigit(c) || c == '-' || c == '+' || c == '.';
}

// ---- past one thing ------------------------------------------------------------

static const char *past_regular(const char *at, const char *end)
{
    while (at < end && kind_of(*at) == REGULAR)
        at++;
    return at;
}

static const char *past_line(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r')
        at++;
    return at;
}

// Past a string in brackets: escapes, and brackets within. NULL when it has no end.
static const char *past_string(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return NULL;
}

static const char *past_hex(const char *at, const char *end)
{
    const char *close = memchr(at, '>', (size_t)(end - at));
    return close != NULL ? close + 1 : NULL;
}

// Past what stands at a delimiter; NULL when it has no end.
static const char *past_delimiter(const char *at, const char *end)
{
    bool twice = at + 1 < end && at[1] == at[0];
    switch (*at) {
    case '(':
        return past_string(at, end);
    case '<':
        return twice ? at + 2 : past_hex(at, end);
    case '>':
        return twice ? at + 2 : at + 1;
    case '/':
        return past_regular(at + 1, end);
    case '%':
        return past_line(at, end);
    default:
        return at + 1;
    }
}

// Past the EI of an inline image whose BI ends here: white space on both sides, and behind it
// nothing but text for a while, as its bytes can be any. NULL when there is none.
static const char *past_image(const char *at, const char *end)
{
    for (; at + 2 < end; at++) {
        if (kind_of(at[0]) != SPACE || at[1] != 'E' || at[2] != 'I')
            continue;
        const char *behind = at + 3, *look = MIN(behind + 10, end);
        bool text = behind == end || kind_of(*behind) == SPACE;
        for (const char *c = behind; text && c < look; c++)
            text = (unsigned char)*c < 0x80 && (*c >= ' ' || kind_of(*c) == SPACE);
        if (text)
            return behind;
    }
    return NULL;
}

// ---- operators -----------------------------------------------------------------

EzContentReader ez_content_open(const char *bytes, size_t length)
{
    return (EzContentReader){bytes, bytes + length, false};
}

static uint32_t code_of(const char *word, size_t length)
{
    uint32_t code = 0;
    if (length > 3)
        return 0;
    for (size_t i = 0; i < length; i++)
        code |= (uint32_t)(unsigned char)word[i] << (8 * i);
    return code;
}

static bool is_value(const char *word, size_t length)
{
    return (length == 4 && (memcmp(word, "true", 4) == 0 || memcmp(word, "null", 4) == 0)) ||
           (length == 5 && memcmp(word, "false", 5) == 0);
}

static bool fail(EzContentReader *content)
{
    content->broken = true;
    content->at = content->end;
    return false;
}

static bool take_operator(EzContentReader *content, EzContentOp *op, const char *word)
{
    op->word = word;
    op->end = content->at;
    op->code = code_of(word, (size_t)(content->at - word));
    if (op->start == NULL)
        op->start = word;
    if (op->code == EZ_OP("BI")) {
        op->end = past_image(content->at, content->end);
        if (op->end == NULL)
            return fail(content);
        content->at = op->end;
    }
    return true;
}

bool ez_content_next(EzContentReader *content, EzContentOp *op)
{
    *op = (EzContentOp){0};
    while (content->at < content->end) {
        const char *at = content->at;
        int kind = kind_of(*at);
        bool comment = *at == '%';
        if (kind == SPACE)
            content->at++;
        else if (kind == DELIMITER)
            content->at = past_delimiter(at, content->end);
        else
            content->at = past_regular(at, content->end);
        if (content->at == NULL)
            return fail(content);
        if (kind == SPACE || comment)
            continue;
        if (kind == REGULAR && !starts_number(*at) && !is_value(at, (size_t)(content->at - at)))
            return take_operator(content, op, at);
        if (op->start == NULL)
            op->start = at;
    }
    return op->start != NULL ? fail(content) : false;
}

// ---- operands ------------------------------------------------------------------

// The next operand at or behind `at` that begins with what `wanted` says; its end in `end`. NULL when there is none.
static const char *find_operand(const EzContentOp *op, const char *at, bool number,
                                const char **end)
{
    while (at != NULL && at < op->word) {
        int kind = kind_of(*at);
        const char *next = kind == SPACE       ? at + 1
                           : kind == DELIMITER ? past_delimiter(at, op->word)
                                               : past_regular(at, op->word);
        if (number ? kind == REGULAR && starts_number(*at) : *at == '/') {
            *end = next;
            return at;
        }
        at = next;
    }
    return NULL;
}

// What g_ascii_strtod would find, for the plain numbers that a PDF has.
static double number_of(const char *at, const char *end)
{
    bool negative = at < end && *at == '-';
    double value = 0, unit = 1;
    at += at < end && (*at == '-' || *at == '+');
    for (; at < end && g_ascii_isdigit(*at); at++)
        value = value * 10 + (*at - '0');
    at += at < end && *at == '.';
    for (; at < end && g_ascii_isdigit(*at); at++) {
        value = value * 10 + (*at - '0');
        unit *= 10;
    }
    return (negative ? -value : value) / unit;
}

int ez_content_numbers(const EzContentOp *op, double *numbers, int most)
{
    int count = 0;
    const char *end = op->start;
    for (const char *at = end; (at = find_operand(op, at, true, &end)) != NULL; at = end) {
        if (count == most) {
            memmove(numbers, numbers + 1, sizeof *numbers * (size_t)(most - 1));
            count--;
        }
        numbers[count++] = number_of(at, end);
    }
    return count;
}

int ez_content_name(const EzContentOp *op, int n, const char **name)
{
    const char *end = op->start;
    for (const char *at = end; (at = find_operand(op, at, false, &end)) != NULL; at = end) {
        if (n-- > 0)
            continue;
        *name = at + 1;
        return (int)(end - at - 1);
    }
    return 0;
}

bool ez_content_paints(uint32_t code)
{
    static const uint32_t painters[] = {
        EZ_OP("f"),  EZ_OP("F"),  EZ_OP("f*"), EZ_OP("B"),  EZ_OP("B*"), EZ_OP("b"),
        EZ_OP("b*"), EZ_OP("S"),  EZ_OP("s"),  EZ_OP("sh"), EZ_OP("Do"), EZ_OP("Tj"),
        EZ_OP("TJ"), EZ_OP("\'"), EZ_OP("\""), EZ_OP("BI"),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(painters); i++)
        if (painters[i] == code)
            return true;
    return false;
}

int ez_content_mark(const EzContentOp *op)
{
    const char *name;
    for (int i = 0, length; (length = ez_content_name(op, i, &name)) > 0; i++) {
        if (length != 4 || memcmp(name, "MCID", 4) != 0)
            continue;
        EzContentOp rest = {.start = name + 4, .word = op->word};
        double number;
        const char *end, *at = find_operand(&rest, rest.start, true, &end);
        if (at == NULL)
            return -1;
        number = number_of(at, end);
        return number >= 0 && number <= G_MAXINT ? (int)number : -1;
    }
    return -1;
}

// ---- inline images -------------------------------------------------------------

// Behind a key of the dictionary, which has a short and a long name; NULL when it is not there.
static const char *value_of(const EzContentOp *dictionary, const char *brief, const char *full)
{
    const char *end = dictionary->start;
    for (const char *at = end; (at = find_operand(dictionary, at, false, &end)) != NULL;
         at = end) {
        size_t length = (size_t)(end - at - 1);
        if ((length == strlen(brief) && memcmp(at + 1, brief, length) == 0) ||
            (length == strlen(full) && memcmp(at + 1, full, length) == 0)) {
            while (end < dictionary->word && kind_of(*end) == SPACE)
                end++;
            return end;
        }
    }
    return NULL;
}

static int whole_of(const EzContentOp *dictionary, const char *brief, const char *full)
{
    const char *at = value_of(dictionary, brief, full);
    double number = at != NULL ? number_of(at, past_regular(at, dictionary->word)) : 0;
    return number >= 0 && number <= G_MAXINT16 ? (int)number : 0;
}

bool ez_content_image(const EzContentOp *op, EzContentImage *image)
{
    EzContentReader reader = ez_content_open(op->word + 2, (size_t)(op->end - op->word - 2));
    EzContentOp words;
    *image = (EzContentImage){0};
    if (!ez_content_next(&reader, &words) || words.code != EZ_OP("ID"))
        return false;
    image->width = whole_of(&words, "W", "Width");
    image->height = whole_of(&words, "H", "Height");
    image->bits = whole_of(&words, "BPC", "BitsPerComponent");
    image->filtered = value_of(&words, "F", "Filter") != NULL;
    const char *mask = value_of(&words, "IM", "ImageMask");
    image->mask = mask != NULL && *mask == 't';
    image->space = value_of(&words, "CS", "ColorSpace");
    if (image->space != NULL && *image->space == '/') {
        image->space++;
        image->space_length = (int)(past_regular(image->space, words.word) - image->space);
    }
    image->end = op->end - 2;
    image->bytes = MIN(words.end + 1, image->end);
    return true;
}

// ---- strings -------------------------------------------------------------------

static const char *append_escaped(GString *out, const char *at, const char *end)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    int value = 0, digits = 0;
    for (; digits < 3 && at < end && *at >= '0' && *at <= '7'; digits++)
        value = value * 8 + (*at++ - '0');
    if (digits > 0) {
        g_string_append_c(out, (char)value);
        return at;
    }
    const char *letter = strchr(letters, *at);
    if (*at == '\r' && at + 1 < end && at[1] == '\n')
        return at + 2;
    if (*at != '\n' && *at != '\r')
        g_string_append_c(out, letter != NULL && *at != '\0' ? meant[letter - letters] : *at);
    return at + 1;
}

static void append_plain(GString *out, const char *at, const char *end)
{
    while (at < end) {
        if (*at == '\\' && at + 1 < end) {
            at = append_escaped(out, at + 1, end);
            continue;
        }
        g_string_append_c(out, *at++);
    }
}

static void append_hex(GString *out, const char *at, const char *end)
{
    int high = -1;
    for (; at < end; at++) {
        int digit = g_ascii_xdigit_value(*at);
        if (digit < 0)
            continue;
        if (high >= 0)
            g_string_append_c(out, (char)(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        g_string_append_c(out, (char)(high * 16));
}

void ez_content_text(const EzContentOp *op, GString *out)
{
    for (const char *at = op->start; at != NULL && at < op->word;) {
        int kind = kind_of(*at);
        const char *next = kind == SPACE       ? at + 1
                           : kind == DELIMITER ? past_delimiter(at, op->word)
                                               : past_regular(at, op->word);
        if (next != NULL && *at == '(')
            append_plain(out, at + 1, next - 1);
        else if (next != NULL && *at == '<' && at[1] != '<')
            append_hex(out, at + 1, next - 1);
        at = next;
    }
}
