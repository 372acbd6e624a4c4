// SPDX-License-Identifier: EUPL-1.2
#include "render/hyphenation.h"

#include <hyphen.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_LETTERS = 9, LEAST_BEFORE = 4, LEAST_AFTER = 4, MOST_LETTERS = 100 };

// A language that was asked for; without a dictionary when there is none.
typedef struct Language {
    HyphenDict *dictionary;
} Language;

struct EzHyphens {
    char *folder;
    GHashTable *languages; // char * -> Language *
};

// By the first part of a language's tag.
static const struct {
    const char *language, *file;
} dictionaries[] = {{"nl", "hyph_nl_NL.dic"}, {"en", "hyph_en_GB.dic"}};

static void free_language(gpointer data)
{
    Language *language = data;
    if (language->dictionary != NULL)
        hnj_hyphen_free(language->dictionary);
    g_free(language);
}

EzHyphens *ez_hyphens_new(const char *folder)
{
    EzHyphens *hyphens = g_new0(EzHyphens, 1);
    hyphens->folder = g_strdup(folder);
    hyphens->languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_language);
    return hyphens;
}

void ez_hyphens_free(EzHyphens *hyphens)
{
    if (hyphens == NULL)
        return;
    g_hash_table_unref(hyphens->languages);
    g_free(hyphens->folder);
    g_free(hyphens);
}

// ---- dictionaries --------------------------------------------------------------

static const char *file_of(const char *language)
{
    size_t length = strcspn(language, "-_");
    for (size_t i = 0; i < G_N_ELEMENTS(dictionaries); i++)
        if (strlen(dictionaries[i].language) == length &&
            g_ascii_strncasecmp(dictionaries[i].language, language, length) == 0)
            return dictionaries[i].file;
    return NULL;
}

static HyphenDict *dictionary_of(EzHyphens *hyphens, const char *language)
{
    Language *known = g_hash_table_lookup(hyphens->languages, language);
    if (known != NULL)
        return known->dictionary;
    known = g_new0(Language, 1);
    const char *file = file_of(language);
    if (file != NULL && hyphens->folder != NULL) {
        g_autofree char *path = g_build_filename(hyphens->folder, file, NULL);
        known->dictionary = hnj_hyphen_load(path);
    }
    g_hash_table_insert(hyphens->languages, g_strdup(language), known);
    return known->dictionary;
}

// ---- words ---------------------------------------------------------------------

// The letters of a word, without what stands around them: "(veerkracht)," is "veerkracht".
typedef struct Core {
    gunichar letters[MOST_LETTERS];
    int at[MOST_LETTERS]; // byte of each
    int n;
} Core;

// False for a word that is not divided: too short, too long, or with something else inside.
static bool find_core(const char *word, int bytes, Core *core)
{
    bool ended = false;
    for (const char *p = word; p < word + bytes; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalpha(c)) {
            if (!g_unichar_ispunct(c))
                return false;
            ended = core->n > 0;
            continue;
        }
        if (ended || core->n == MOST_LETTERS || (core->n > 0 && g_unichar_isupper(c)))
            return false;
        core->at[core->n] = (int)(p - word);
        core->letters[core->n++] = g_unichar_tolower(c);
    }
    return core->n >= LEAST_LETTERS;
}

static bool has_trema(gunichar letter)
{
    return letter == 0xE4 || letter == 0xEB || letter == 0xEF || letter == 0xF6 ||
           letter == 0xFC;
}

// The word in the dictionary's own letters; NULL when it has none for it. Taken as it is, a word
// with an accent would be divided in wrong places without any error.
static char *in_letters_of(const HyphenDict *dictionary, const Core *core)
{
    g_autofree char *text = g_ucs4_to_utf8(core->letters, core->n, NULL, NULL, NULL);
    if (text == NULL || dictionary->utf8)
        return g_steal_pointer(&text);
    return g_convert(text, -1, dictionary->cset, "UTF-8", NULL, NULL, NULL);
}

// libhyphen answers by letters: an odd number behind one allows a division.
static int pick(const Core *core, const char *marks, int places[EZ_HYPHENS_MOST])
{
    int n = 0;
    for (int i = LEAST_BEFORE; i <= core->n - LEAST_AFTER && n < EZ_HYPHENS_MOST; i++)
        if ((marks[i - 1] & 1) != 0 && !has_trema(core->letters[i]))
            places[n++] = core->at[i];
    return n;
}

static void free_replacements(char **replacements, int n)
{
    for (int i = 0; replacements != NULL && i < n; i++)
        free(replacements[i]);
    free(replacements);
}

int ez_hyphens_find(EzHyphens *hyphens, const char *language, const char *word, int bytes,
                    int places[EZ_HYPHENS_MOST])
{
    Core core = {.n = 0};
    HyphenDict *dictionary = dictionary_of(hyphens, language);
    if (dictionary == NULL || !find_core(word, bytes, &core))
        return 0;
    g_autofree char *text = in_letters_of(dictionary, &core);
    if (text == NULL)
        return 0;
    int length = (int)strlen(text);
    g_autofree char *marks = g_malloc0((size_t)length + 5);
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    bool fails = hnj_hyphen_hyphenate3(dictionary, text, length, marks, NULL, &replacements,
                                       &positions, &cuts, 2, 3, 2, 3) != 0;
    // A division that changes letters is left alone: none of these dictionaries has one.
    int n = fails || replacements != NULL ? 0 : pick(&core, marks, places);
    free_replacements(replacements, length);
    free(positions);
    free(cuts);
    return n;
}
