// SPDX-License-Identifier: EUPL-1.2
// Where words are divided, and above all where not.
#include "render/hyphenation.h"

#include <string.h>

static EzHyphens *open_patterns(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "render", "hyphen", NULL);
    return ez_hyphens_new(folder);
}

// The word with "-" in its places.
static char *divided(EzHyphens *hyphens, const char *language, const char *word)
{
    int places[EZ_HYPHENS_MOST];
    int n = ez_hyphens_find(hyphens, language, word, (int)strlen(word), places), at = 0;
    GString *out = g_string_new(NULL);
    for (int i = 0; i < n; i++) {
        g_string_append_len(out, word + at, places[i] - at);
        g_string_append_c(out, '-');
        at = places[i];
    }
    g_string_append(out, word + at);
    return g_string_free(out, FALSE);
}

typedef struct Case {
    const char *language, *word, *want;
} Case;

static void assert_cases(EzHyphens *hyphens, const Case *cases, int n)
{
    for (int i = 0; i < n; i++) {
        g_autofree char *found = divided(hyphens, cases[i].language, cases[i].word);
        g_assert_cmpstr(found, ==, cases[i].want);
    }
}

static void test_words_are_divided_by_their_language(void)
{
    static const Case cases[] = {
        {"nl", "verantwoordelijkheid", "verant-woor-de-lijk-heid"},
        {"nl-NL", "samenwerkingsverband", "samen-wer-kings-ver-band"},
        {"en", "responsibility", "respons-ib-ility"},
        {"en-GB", "organisation", "organ-isa-tion"},
        {"nl", "Netwerkpartner", "Netwerk-partner"},
    };
    g_autoptr(EzHyphens) hyphens = open_patterns();
    assert_cases(hyphens, cases, G_N_ELEMENTS(cases));
}

// The Dutch patterns are in ISO 8859-1: read as UTF-8 they divide wrongly behind an accent.
static void test_accents_do_not_shift_the_places(void)
{
    static const Case cases[] = {
        {"nl", "patiëntenvereniging", "patiën-ten-ver-e-ni-ging"},
        {"nl", "scènewisselingen", "scène-wis-se-lingen"},
    };
    g_autoptr(EzHyphens) hyphens = open_patterns();
    assert_cases(hyphens, cases, G_N_ELEMENTS(cases));
}

// Dutch drops the trema at a division: co-efficiënt.
static void test_no_division_before_a_trema(void)
{
    static const char *const words[] = {"coëfficiënten", "geïnteresseerden", "zoölogische",
                                        "beïnvloedingen", "reünistenvereniging"};
    g_autoptr(EzHyphens) hyphens = open_patterns();
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *found = divided(hyphens, "nl", words[i]);
        g_assert_null(strstr(found, "-ë"));
        g_assert_null(strstr(found, "-ï"));
        g_assert_null(strstr(found, "-ö"));
        g_assert_null(strstr(found, "-ü"));
    }
}

static void test_some_words_are_left_whole(void)
{
    static const Case cases[] = {
        {"nl", "netwerken", "netwerken"},                   // no place 4 letters from both ends
        {"nl", "werkend", "werkend"},                       // too short
        {"nl", "CO2-verantwoording", "CO2-verantwoording"}, // figures and signs
        {"nl", "StaatsBosbeheerders", "StaatsBosbeheerders"}, // a capital inside
        {"nl", "10.1126/verantwoordelijkheid", "10.1126/verantwoordelijkheid"},
        {"la", "polycephalumque", "polycephalumque"},           // no dictionary
        {"xx", "verantwoordelijkheid", "verantwoordelijkheid"}, // no such language
        {"nl", "", ""},
        {"nl", "ответственность", "ответственность"}, // not in the dictionary's letters
    };
    g_autoptr(EzHyphens) hyphens = open_patterns();
    assert_cases(hyphens, cases, G_N_ELEMENTS(cases));
}

static void test_punctuation_around_is_passed_over(void)
{
    static const Case cases[] = {
        {"nl", "(samenwerkingen),", "(samen-wer-kingen),"},
        {"nl", "“samenwerkingen”.", "“samen-wer-kingen”."},
    };
    g_autoptr(EzHyphens) hyphens = open_patterns();
    assert_cases(hyphens, cases, G_N_ELEMENTS(cases));
}

static void test_without_patterns_no_word_is_divided(void)
{
    static const char *const folders[] = {NULL, "/nowhere at all"};
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autoptr(EzHyphens) hyphens = ez_hyphens_new(folders[i]);
        g_autofree char *found = divided(hyphens, "nl", "verantwoordelijkheid");
        g_assert_cmpstr(found, ==, "verantwoordelijkheid");
    }
}

static void test_very_long_words_end(void)
{
    g_autoptr(EzHyphens) hyphens = open_patterns();
    g_autofree char *word = g_strnfill(1 << 20, 'a');
    int places[EZ_HYPHENS_MOST];
    g_assert_cmpint(ez_hyphens_find(hyphens, "nl", word, 1 << 20, places), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hyphenation/words-are-divided-by-their-language",
                    test_words_are_divided_by_their_language);
    g_test_add_func("/hyphenation/accents-do-not-shift-the-places",
                    test_accents_do_not_shift_the_places);
    g_test_add_func("/hyphenation/no-division-before-a-trema", test_no_division_before_a_trema);
    g_test_add_func("/hyphenation/some-words-are-left-whole", test_some_words_are_left_whole);
    g_test_add_func("/hyphenation/punctuation-around-is-passed-over",
                    test_punctuation_around_is_passed_over);
    g_test_add_func("/hyphenation/without-patterns-no-word-is-divided",
                    test_without_patterns_no_word_is_divided);
    g_test_add_func("/hyphenation/very-long-words-end", test_very_long_words_end);
    return g_test_run();
}
