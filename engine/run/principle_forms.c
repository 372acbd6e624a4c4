// SPDX-License-Identifier: EUPL-1.2
// From a word as it stands in a sentence to the words it may come from: endings off, spelling back. Rules, no dictionary: what they give
// too much is in no list.
#include "engine/run/principle-private.h"

#include <glib.h>
#include <string.h>

static void add(EzForms *forms, const char *word, size_t length)
{
    if (length < 2 || forms->count == EZ_FORMS_MAX)
        return;
    char *form = forms->form[forms->count++];
    memcpy(form, word, length);
    form[length] = '\0';
}

static void add_changed(EzForms *forms, const char *word, size_t length, const char *end)
{
    char changed[EZ_WORD_MAX];
    if (length + strlen(end) >= sizeof changed)
        return;
    memcpy(changed, word, length);
    g_strlcpy(changed + length, end, sizeof changed - length);
    add(forms, changed, length + strlen(end));
}

// What is left without an ending; 0 when the word does not end so, or nothing would be left.
static size_t without(const char *word, size_t length, const char *end)
{
    size_t size = strlen(end);
    bool ends_so = length > size + 1 && memcmp(word + length - size, end, size) == 0;
    return ends_so ? length - size : 0;
}

static bool is_vowel(char letter)
{
    return letter != '\0' && strchr("aeiou", letter) != NULL;
}

static bool ends_doubled(const char *word, size_t length)
{
    return length > 2 && word[length - 1] == word[length - 2] && !is_vowel(word[length - 1]);
}

// --- Dutch ----------------------------------------------------------------------

// lez → lees, gev → geef
static void add_unvoiced(EzForms *forms, const char *word, size_t length)
{
    if (length < 2)
        return;
    add(forms, word, length);
    char last = word[length - 1];
    if (last == 'v' || last == 'z')
        add_changed(forms, word, length - 1, last == 'v' ? "f" : "s");
}

// What stands before -en: zett → zet, bom → boom, gev → geef.
static void add_stem(EzForms *forms, const char *word, size_t length)
{
    if (length < 2)
        return;
    add_unvoiced(forms, word, length);
    if (ends_doubled(word, length)) {
        add(forms, word, length - 1);
        return;
    }
    char vowel = word[length - 2], last = word[length - 1];
    if (!is_vowel(vowel) || vowel == 'i' || is_vowel(last) ||
        (length > 2 && is_vowel(word[length - 3])))
        return;
    char longer[EZ_WORD_MAX];
    if (length + 1 >= sizeof longer)
        return;
    memcpy(longer, word, length - 1);
    longer[length - 1] = vowel;
    longer[length] = last;
    add_unvoiced(forms, longer, length + 1);
}

static void add_stem_before(EzForms *forms, const char *word, size_t length, const char *end)
{
    add_stem(forms, word, without(word, length, end));
}

void ez_dutch_noun_forms(EzForms *forms, const char *word)
{
    static const char *const endings[] = {"'s",  "s",    "je",   "jes",   "tje", "tjes",
                                          "pje", "pjes", "etje", "etjes", "n"};
    size_t length = strlen(word);
    add(forms, word, length);
    add_stem_before(forms, word, length, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        add(forms, word, without(word, length, endings[i]));
    add_stem_before(forms, word, length, "etje");
    add_stem_before(forms, word, length, "etjes");
}

// Present: -t, -en, -n.
static void add_present(EzForms *forms, const char *word, size_t length)
{
    add(forms, word, length);
    add(forms, word, without(word, length, "t"));
    add(forms, word, without(word, length, "n"));
    add_stem_before(forms, word, length, "en");
}

// Past: -de(n), -te(n); participle: ge-…-d, -t, -en.
static void add_past(EzForms *forms, const char *word, size_t length)
{
    static const char *const endings[] = {"de", "den", "te", "ten"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        add_unvoiced(forms, word, without(word, length, endings[i]));
    if (length < 5 || memcmp(word, "ge", 2) != 0)
        return;
    add_present(forms, word + 2, length - 2);
    add(forms, word + 2, without(word + 2, length - 2, "d"));
}

// The whole verb with what it parts from in a sentence: loslaten, afspreken.
static void add_parted(EzForms *forms, const char *word, size_t length)
{
    static const char *const parts[] = {"aan", "achter", "af",   "bij",   "binnen", "door",
                                        "in",  "los",    "mee",  "na",    "om",     "onder",
                                        "op",  "over",   "rond", "samen", "tegen",  "terug",
                                        "toe", "uit",    "vast", "vol",   "voor",   "weg"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        size_t size = strlen(parts[i]);
        if (length > size + 3 && memcmp(word, parts[i], size) == 0)
            add_stem_before(forms, word + size, length - size, "en");
    }
}

void ez_dutch_verb_forms(EzForms *forms, const char *word)
{
    size_t length = strlen(word);
    add_present(forms, word, length);
    add_past(forms, word, length);
    add_parted(forms, word, length);
}

// --- English --------------------------------------------------------------------

static void add_s(EzForms *forms, const char *word, size_t length)
{
    add(forms, word, length);
    add(forms, word, without(word, length, "'s"));
    add(forms, word, without(word, length, "s"));
    add(forms, word, without(word, length, "es"));
    size_t stem = without(word, length, "ies");
    if (stem > 0)
        add_changed(forms, word, stem, "y");
}

// -ed and -ing: planned → plan, used → use.
static void add_before(EzForms *forms, const char *word, size_t length, const char *end)
{
    size_t stem = without(word, length, end);
    if (stem == 0)
        return;
    add(forms, word, stem);
    add_changed(forms, word, stem, "e");
    if (ends_doubled(word, stem))
        add(forms, word, stem - 1);
}

void ez_english_noun_forms(EzForms *forms, const char *word)
{
    add_s(forms, word, strlen(word));
}

void ez_english_verb_forms(EzForms *forms, const char *word)
{
    size_t length = strlen(word);
    add_s(forms, word, length);
    add_before(forms, word, length, "ed");
    add_before(forms, word, length, "ing");
    size_t stem = without(word, length, "ied");
    if (stem > 0)
        add_changed(forms, word, stem, "y");
    add(forms, word, without(word, length, "n't"));
}
