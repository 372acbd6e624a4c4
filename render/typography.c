// SPDX-License-Identifier: EUPL-1.2
#include "render/typography.h"

#include <stdbool.h>
#include <string.h>

enum {
    NO_BREAK_SPACE = 0xA0,
    EN_DASH = 0x2013,
    WORD_JOINER = 0x2060,
    OPEN_SINGLE = 0x2018,
    APOSTROPHE = 0x2019, // and closing single quote
    OPEN_DOUBLE = 0x201C,
    CLOSE_DOUBLE = 0x201D,
};

// What a language asks for. Words begin with an apostrophe where a quote would seem to open.
typedef struct Habit {
    const char *language;
    bool quotes, dashes, spaces;
    const char *const *words;
    const char *const *units;
} Habit;

static const char *const DUTCH_WORDS[] = {"s", "t", "n", "k", "m", "r", "ns", NULL};
static const char *const ENGLISH_WORDS[] = {"tis", "twas", "twere", "em", "til", "cause", NULL};
static const char *const DUTCH_UNITS[] = {"mm", "cm",  "dm",  "m",    "km", "g", "kg",
                                          "mg", "l",   "ml",  "%",    "°C", "°", "€",
                                          "pt", "uur", "min", "min.", NULL};
static const char *const ENGLISH_UNITS[] = {"mm", "cm", "dm", "m",   "km", "g",
                                            "kg", "mg", "l",  "ml",  "%",  "°C",
                                            "°",  "€",  "pt", "min", "h",  NULL};
static const char *const NOTHING[] = {NULL};

// The last one is for every language that is not listed.
static const Habit HABITS[] = {
    {"nl", true, true, true, DUTCH_WORDS, DUTCH_UNITS},
    {"la", false, false, false, NOTHING, NOTHING},
    {"zxx", false, false, false, NOTHING, NOTHING}, // what is no language: code
    {"en", true, true, true, ENGLISH_WORDS, ENGLISH_UNITS},
};

// The text as characters, so that looking back and ahead is an index.
typedef struct Typed {
    const Habit *habit;
    const gunichar *at;
    int n;
    gunichar before;
    gunichar last; // as it was set: a quote within a quote must know what the outer one became
    GString *out;
    // The word being read: where it ends, and whether its hyphen is a dash.
    int word_end;
    bool word_dashes;
    bool number_word; // the word before said that a number follows which is kept as it is
} Typed;

static const Habit *habit_of(const char *language)
{
    int last = G_N_ELEMENTS(HABITS) - 1;
    for (int i = 0; i < last && language != NULL; i++) {
        size_t length = strlen(HABITS[i].language);
        if (g_ascii_strncasecmp(language, HABITS[i].language, length) == 0 &&
            strchr("-_", language[length]) != NULL) // or its end
            return &HABITS[i];
    }
    return &HABITS[last];
}

static gunichar look(const Typed *typed, int i)
{
    if (i < 0)
        return typed->before;
    return i < typed->n ? typed->at[i] : 0;
}

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

static bool one_of(gunichar c, const char *set)
{
    return c != 0 && g_utf8_strchr(set, -1, c) != NULL;
}

static bool is_space(gunichar c)
{
    return c == 0 || g_unichar_isspace(c) || c == NO_BREAK_SPACE || c == WORD_JOINER;
}

// The length of `word` (lower case ASCII or a sign) when it stands at `i`, in either case, else
// 0.
static int matches(const Typed *typed, int i, const char *word)
{
    int n = 0;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p), n++) {
        gunichar c = look(typed, i + n), want = g_utf8_get_char(p);
        if (c != want && (want > 127 || g_unichar_tolower(c) != want))
            return 0;
    }
    return n;
}

// ---- quotes --------------------------------------------------------------------

static bool opens(const Typed *typed, int i)
{
    gunichar before = typed->last, after = look(typed, i + 1);
    if (is_space(before) || one_of(before, "([{/“‘„«"))
        return true;
    // Behind a dash a quote may as well close what was broken off there.
    return one_of(before, "-–—") && (g_unichar_isalnum(after) || one_of(after, "'\"“‘"));
}

// 's avonds, 't, 'tis, '90s: something was left out, nothing is quoted.
static bool is_elision(const Typed *typed, int i)
{
    if (is_digit(look(typed, i + 1)) && is_digit(look(typed, i + 2)))
        return !is_digit(look(typed, i + 3)) && look(typed, i + 3) != '\'';
    for (const char *const *word = typed->habit->words; *word != NULL; word++) {
        int n = matches(typed, i + 1, *word);
        gunichar after = look(typed, i + 1 + n);
        if (n > 0 && !g_unichar_isalnum(after) && !one_of(after, "'’"))
            return true;
    }
    return false;
}

// rock 'n' roll
static bool is_between(const Typed *typed, int i)
{
    return matches(typed, i, "'n'") > 0 && look(typed, i + 3) == ' ' &&
           look(typed, i - 1) == ' ' && g_unichar_isalpha(look(typed, i - 2));
}

static gunichar quote(const Typed *typed, int i)
{
    bool open = opens(typed, i);
    if (typed->at[i] == '"')
        return open ? OPEN_DOUBLE : CLOSE_DOUBLE;
    return open && !is_elision(typed, i) && !is_between(typed, i) ? OPEN_SINGLE : APOSTROPHE;
}

// ---- words: dashes -------------------------------------------------------------

// Behind these a hyphen between digits belongs to the number.
static bool announces_number(const Typed *typed, int start)
{
    static const char *const words[] = {"doi", "isbn", "issn", "tel", NULL};
    for (const char *const *word = words; *word != NULL; word++) {
        int n = matches(typed, start, *word);
        if (n > 0 && !g_unichar_isalpha(look(typed, start + n)))
            return true;
    }
    return false;
}

static bool is_address(const Typed *typed, int start, int end)
{
    if (matches(typed, start, "www.") > 0)
        return true;
    for (int i = start; i < end; i++)
        if (matches(typed, i, "://") > 0)
            return true;
    return false;
}

// "10.1038/": at least four digits behind the point.
static bool is_doi(const Typed *typed, int start)
{
    int i = start + 3;
    while (is_digit(look(typed, i)))
        i++;
    return matches(typed, start, "10.") > 0 && i >= start + 7 && look(typed, i) == '/';
}

static int count_hyphens(const Typed *typed, int start, int end)
{
    int n = 0;
    for (int i = start; i < end; i++)
        n += typed->at[i] == '-';
    return n;
}

static bool word_keeps_hyphens(const Typed *typed, int start, int end)
{
    return typed->number_word || typed->at[start] == '+' || announces_number(typed, start) ||
           is_doi(typed, start) || is_address(typed, start, end) ||
           count_hyphens(typed, start, end) != 1;
}

static void enter_word(Typed *typed, int i)
{
    int start = i, end = i;
    while (end < typed->n && !is_space(typed->at[end]))
        end++;
    while (start < end - 1 && one_of(typed->at[start], "(['\"“‘"))
        start++;
    typed->word_dashes = typed->habit->dashes && !word_keeps_hyphens(typed, start, end);
    typed->number_word = announces_number(typed, start);
    typed->word_end = end;
}

// Between two numbers. Not behind a letter (a code), nor behind a number like 020 (a
// telephone's).
static bool is_range(const Typed *typed, int i)
{
    int first = i;
    while (is_digit(look(typed, first - 1)) && first > 0)
        first--;
    if (first == i || !is_digit(look(typed, i + 1)))
        return false;
    bool telephone = typed->at[first] == '0' && i - first > 1;
    return !telephone && !g_unichar_isalpha(look(typed, first - 1));
}

// ---- words: what is not parted ---------------------------------------------------

enum { LETTERS_APART = 5 }; // fewer look lost at the end or the beginning of a line

static int count_letters(const Typed *typed, int i, int step)
{
    int n = 0;
    while (n < LETTERS_APART && g_unichar_isalpha(look(typed, i + n * step)))
        n++;
    return n;
}

// "self-interest", "e-mail": a line may end behind the hyphen of "decision-making" only.
static bool is_short_compound(const Typed *typed, int i)
{
    int before = count_letters(typed, i - 1, -1), after = count_letters(typed, i + 1, 1);
    return typed->at[i] == '-' && typed->word_dashes && before > 0 && after > 0 &&
           MIN(before, after) < LETTERS_APART;
}

// A range, whether its dash was typed or set.
static bool joins_numbers(const Typed *typed, int i)
{
    return typed->habit->dashes && typed->last == EN_DASH && is_digit(look(typed, i - 1)) &&
           is_digit(look(typed, i + 1));
}

// ---- spaces --------------------------------------------------------------------

static bool is_number_end(gunichar c)
{
    return is_digit(c) || one_of(c, "½¼¾⅓⅔");
}

static bool unit_follows(const Typed *typed, int i)
{
    for (const char *const *unit = typed->habit->units; *unit != NULL; unit++) {
        int n = matches(typed, i + 1, *unit);
        if (n > 0 && !g_unichar_isalnum(look(typed, i + 1 + n)))
            return true;
    }
    return false;
}

static bool binds(const Typed *typed, int i)
{
    gunichar before = look(typed, i - 1);
    if (!typed->habit->spaces)
        return false;
    return (is_number_end(before) && unit_follows(typed, i)) ||
           (one_of(before, "€£$") && is_digit(look(typed, i + 1)));
}

// ---- the whole -----------------------------------------------------------------

static gunichar set_char(const Typed *typed, int i)
{
    gunichar c = typed->at[i];
    if ((c == '"' || c == '\'') && typed->habit->quotes)
        return quote(typed, i);
    if (c == '-' && typed->word_dashes && is_range(typed, i))
        return EN_DASH;
    if (c == ' ' && binds(typed, i))
        return NO_BREAK_SPACE;
    return c;
}

static bool ends_doi(const Typed *typed, int i)
{
    return typed->habit->spaces && typed->at[i] == ':' && i >= 3 &&
           matches(typed, i - 3, "doi") > 0 && !g_unichar_isalnum(look(typed, i - 4)) &&
           (i + 1 == typed->n ||
            !is_space(typed->at[i + 1])); // the number may follow as a text of its own
}

static void set_text(Typed *typed)
{
    for (int i = 0; i < typed->n; i++) {
        if (i >= typed->word_end && !is_space(typed->at[i]))
            enter_word(typed, i);
        typed->last = set_char(typed, i);
        g_string_append_unichar(typed->out, typed->last);
        if (ends_doi(typed, i) || joins_numbers(typed, i) || is_short_compound(typed, i))
            g_string_append_unichar(typed->out, WORD_JOINER);
    }
}

const char *ez_typography_follow(const char *set, const char *text, int bytes)
{
    for (const char *end = text + bytes; text < end;) {
        text = g_utf8_next_char(text);
        set = g_utf8_next_char(set);
        if (g_utf8_get_char(set) == WORD_JOINER && g_utf8_get_char(text) != WORD_JOINER)
            set = g_utf8_next_char(set);
    }
    return set;
}

char *ez_typography_apply(const char *text, const char *language, gunichar before)
{
    glong n = 0;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree gunichar *at = g_utf8_to_ucs4_fast(valid, -1, &n);
    Typed typed = {.habit = habit_of(language),
                   .at = at,
                   .n = (int)n,
                   .before = before,
                   .last = before,
                   .out = g_string_sized_new(strlen(valid) + 16)};
    set_text(&typed);
    return g_string_free(typed.out, FALSE);
}
