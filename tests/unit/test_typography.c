// SPDX-License-Identifier: EUPL-1.2
// What is typed and what is set, by language.
#include "render/typography.h"

#include <string.h>

#define NB "\u00A0"
#define WJ "\u2060"

typedef struct Row {
    const char *language;
    gunichar before;
    const char *typed, *set;
} Row;

static void assert_rows(const Row *rows, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *found =
            ez_typography_apply(rows[i].typed, rows[i].language, rows[i].before);
        g_assert_cmpstr(found, ==, rows[i].set);
    }
}

static void test_quotes_open_and_close(void)
{
    const Row rows[] = {
        {"nl", 0, "\"Ja,\" zei hij.", "“Ja,” zei hij."},
        {"en", 0, "He said \"yes\".", "He said “yes”."},
        {"nl", 0, "(\"tussen haakjes\")", "(“tussen haakjes”)"},
        {"nl", 0, "een 'gewoon' woord", "een ‘gewoon’ woord"},
        {"en", 0, "\"'Yes,' she said\"", "“‘Yes,’ she said”"},
        {"en", 0, "'\"Yes\" is best'", "‘“Yes” is best’"},
        {"nl", 0, "wit–\"zwart\"", "wit–“zwart”"},
        {"nl", 0, "\"Ik dacht—\"", "“Ik dacht—”"},
        {"nl", 0, "anti-\"gedoe\"", "anti-“gedoe”"},
        {"nl", 0, "54" NB "\"ja\"", "54" NB "“ja”"},
        {"nl", 0, "\"", "“"},
        {"nl", 0, "“al goed” en ‘ook’", "“al goed” en ‘ook’"},
        {"de", 0, "\"Ja\"", "“Ja”"},
        {NULL, 0, "\"Ja\"", "“Ja”"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_what_stands_before_decides(void)
{
    const Row rows[] = {
        {"nl", 'a', "\" zei hij", "” zei hij"},
        {"nl", ' ', "\"Ja", "“Ja"},
        {"nl", '.', "\"", "”"},
        {"nl", 'o', "'s", "’s"},
        {"en", 0x201C, "'Yes'", "‘Yes’"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_apostrophes(void)
{
    const Row rows[] = {
        {"nl", 0, "foto's en auto's", "foto’s en auto’s"},
        {"nl", 0, "'s avonds", "’s avonds"},
        {"nl", 0, "in 's-Gravenhage", "in ’s-" WJ "Gravenhage"},
        {"nl", 0, "'t Is 'n begin", "’t Is ’n begin"},
        {"nl", 0, "\"'t Is laat\"", "“’t Is laat”"},
        {"nl", 0, "'S avonds", "’S avonds"},
        {"nl", 0, "de letter 's' zelf", "de letter ‘s’ zelf"},
        {"nl", 0, "'samen' doen", "‘samen’ doen"},
        {"nl", 0, "de jaren '90", "de jaren ’90"},
        {"en", 0, "the '90s", "the ’90s"},
        {"en", 0, "don't", "don’t"},
        {"en", 0, "birds' nests", "birds’ nests"},
        {"en", 0, "'Tis late", "’Tis late"},
        {"en", 0, "rock 'n' roll", "rock ’n’ roll"},
        {"en", 0, "'s is Dutch only'", "‘s is Dutch only’"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_dashes_between_numbers(void)
{
    const Row rows[] = {
        {"nl", 0, "Nature 441: 975-978.", "Nature 441: 975–" WJ "978."},
        {"en", 0, "439-442.", "439–" WJ "442."},
        {"nl", 0, "(2006-2011)", "(2006–" WJ "2011)"},
        {"nl", 0, "5-10%", "5–" WJ "10%"},
        {"nl", 0, "10.5-12.5 mm", "10.5–" WJ "12.5" NB "mm"},
        {"nl", 0, "24-uurs", "24-uurs"},
        {"nl", 0, "-5 en a-b", "-5 en a-" WJ "b"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_lines_end_where_enough_stands_alone(void)
{
    const Row rows[] = {
        {"en", 0, "whose self-interest,", "whose self-" WJ "interest,"},
        {"nl", 0, "een e-mail", "een e-" WJ "mail"},
        {"en", 0, "a check-in", "a check-" WJ "in"},
        {"en", 0, "decision-making", "decision-making"},
        {"en", 0, "a look- and feel-", "a look- and feel-"},
        {"en", 0, "https://example.org/a-b", "https://example.org/a-b"},
        {"nl", 0, "blz. 5–10", "blz. 5–" WJ "10"},
        {"nl", 0, "5 – 10", "5 – 10"},
        {"la", 0, "novae-angliae 5–10", "novae-angliae 5–10"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_numbers_that_keep_their_hyphens(void)
{
    static const char *const kept[] = {
        "2024-05-01",
        "978-90-123-4567-8",
        "ISBN 978-9012345678",
        "ISSN 1234-5678",
        "ISSN: 1234-5678",
        "06-12345678",
        "020-6241111",
        "+31-201234567",
        "10.1038/s41586-020-2649",
        "10.1000/5-6",
        "(10.1000/5-6)",
        "doi: 10.1000/5-6",
        "https://example.org/1-2",
        "www.example.org/1-2",
        "N01-2",
        "A4-2",
        "1-2-3",
    };
    for (guint i = 0; i < G_N_ELEMENTS(kept); i++) {
        g_autofree char *found = ez_typography_apply(kept[i], "nl", 0);
        g_assert_cmpstr(found, ==, kept[i]);
    }
    // "doi" and "tel" only as words of their own.
    g_autofree char *found = ez_typography_apply("doing 3-4, tellen 5-6", "en", 0);
    g_assert_cmpstr(found, ==, "doing 3–" WJ "4, tellen 5–" WJ "6");
}

static void test_doi_stays_with_its_number(void)
{
    const Row rows[] = {
        {"nl", 0, "doi:10.1371/journal.pbio.0040431", "doi:" WJ "10.1371/journal.pbio.0040431"},
        {"en", 0, "DOI:10.1000/5-6", "DOI:" WJ "10.1000/5-6"},
        {"nl", 0, "(doi:10.1000/5-6)", "(doi:" WJ "10.1000/5-6)"},
        {"nl", 0, "doi: 10.1000/1", "doi: 10.1000/1"},
        {"nl", 0, "mooidoi:1", "mooidoi:1"},
        {"nl", 0, "doi:", "doi:" WJ},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_units_stay_with_their_number(void)
{
    const Row rows[] = {
        {"nl", 0, "3 mm, 5 cm en 7 km.", "3" NB "mm, 5" NB "cm en 7" NB "km."},
        {"nl", 0, "54 % of 20 °C", "54" NB "% of 20" NB "°C"},
        {"nl", 0, "om 9 uur, 15 min", "om 9" NB "uur, 15" NB "min"},
        {"en", 0, "15 min and 9 uur", "15" NB "min and 9 uur"},
        {"nl", 0, "€ 5 of 5 €", "€" NB "5 of 5" NB "€"},
        {"nl", 0, "½ uur", "½" NB "uur"},
        {"nl", 0, "2 minuten, 3 mensen, 4 gram", "2 minuten, 3 mensen, 4 gram"},
        {"nl", 0, "groep m en g", "groep m en g"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_latin_is_left_alone(void)
{
    const Row rows[] = {
        {"la", 0, "\"Felis\" 1-2 3 mm doi:1", "\"Felis\" 1-2 3 mm doi:1"},
        {"la-VA", 0, "'s", "'s"},
        {"lat", 0, "\"x\"", "“x”"}, // another code than "la"
        {"zxx", 0, "{\"ev\": 1-2} --answers", "{\"ev\": 1-2} --answers"},
    };
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_regions_are_their_language(void)
{
    const Row rows[] = {{"nl-BE", 0, "'s avonds", "’s avonds"},
                        {"NL_be", 0, "'s avonds", "’s avonds"},
                        {"en-GB", 0, "'tis", "’tis"}};
    assert_rows(rows, G_N_ELEMENTS(rows));
}

static void test_set_text_stays_as_it_is(void)
{
    static const char *const typed[] = {"\"'t Is 5 mm,\" zei 'n man (439-442) doi:10.1000/1-2",
                                        "rock 'n' roll in the '90s", "", "é → ✓ \"",
                                        "''\"\"''"};
    for (guint i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autofree char *once = ez_typography_apply(typed[i], "nl", 0);
        g_autofree char *twice = ez_typography_apply(once, "nl", 0);
        g_assert_cmpstr(once, ==, twice);
        g_assert_null(strpbrk(once, "'\""));
    }
}

// Where each beginning of a typed text ends in what became of it.
static void test_following(void)
{
    static const struct {
        const char *typed, *beginning, *set;
    } rows[] = {
        {"\"a\" b", "\"a\"", "“a”"},           {"5 mm", "5 ", "5\u00a0"},
        {"doi:10.1/a", "doi:", "doi:\u2060"},  {"doi:10.1/a", "doi", "doi"},
        {"doi:\u206010", "doi:", "doi:"},      {"één 1-2", "één 1-", "één 1–" WJ},
        {"een e-mail", "een e-", "een e-" WJ}, {"abc", "", ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *set = ez_typography_apply(rows[i].typed, "nl", 0);
        const char *end =
            ez_typography_follow(set, rows[i].typed, (int)strlen(rows[i].beginning));
        g_autofree char *found = g_strndup(set, (gsize)(end - set));
        g_assert_cmpstr(found, ==, rows[i].set);
        end = ez_typography_follow(set, rows[i].typed, (int)strlen(rows[i].typed));
        g_assert_cmpstr(end, ==, "");
    }
}

static void test_broken_utf8_is_mended(void)
{
    g_autofree char *found = ez_typography_apply("a\xff\"b", "nl", 0);
    g_assert_true(g_utf8_validate(found, -1, NULL));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/typography/quotes-open-and-close", test_quotes_open_and_close);
    g_test_add_func("/typography/what-stands-before-decides", test_what_stands_before_decides);
    g_test_add_func("/typography/apostrophes", test_apostrophes);
    g_test_add_func("/typography/dashes-between-numbers", test_dashes_between_numbers);
    g_test_add_func("/typography/lines-end-where-enough-stands-alone",
                    test_lines_end_where_enough_stands_alone);
    g_test_add_func("/typography/numbers-that-keep-their-hyphens",
                    test_numbers_that_keep_their_hyphens);
    g_test_add_func("/typography/doi-stays-with-its-number", test_doi_stays_with_its_number);
    g_test_add_func("/typography/units-stay-with-their-number",
                    test_units_stay_with_their_number);
    g_test_add_func("/typography/latin-is-left-alone", test_latin_is_left_alone);
    g_test_add_func("/typography/regions-are-their-language", test_regions_are_their_language);
    g_test_add_func("/typography/set-text-stays-as-it-is", test_set_text_stays_as_it_is);
    g_test_add_func("/typography/following", test_following);
    g_test_add_func("/typography/broken-utf8-is-mended", test_broken_utf8_is_mended);
    return g_test_run();
}
