// SPDX-License-Identifier: EUPL-1.2
// Plans: which cards, sides, languages and files a request comes to, and what is said of what is not there.
#include "engine/build/plan.h"

#include "tests/support/test_kit.h"

#include <string.h>

static const char deck_lua[] = "local cards = {}\n"
                               "for i = 1, %d do cards[i] = card { id = '%s' .. (%d + i), "
                               "title = { nl = 'Kaart', en = 'Card' } } end\n"
                               "return deck { id = '%s', code = '%s', title = { nl = 'Spel', "
                               "en = 'Deck' }, size = 'a7', face = '%s', cards = cards }\n";

static void put_deck(const char *folder, const char *id, const char *code, const char *face,
                     int start)
{
    g_autofree char *lua = g_strdup_printf(deck_lua, 12, strcmp(code, "N") == 0 ? "" : code,
                                           start, id, code, face);
    g_autofree char *path = g_strdup_printf("kit/decks/%s.lua", id);
    ez_test_put(folder, path, lua);
}

// Deck "een" (E1 … E12) has two sides, "nummers" only a front and cards 101 … 112.
static char *make_kit(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl', 'en'", "'een', 'nummers'", "'blad'");
    put_deck(folder, "een", "E", "twee", 0);
    put_deck(folder, "nummers", "N", "voor", 100);
    ez_test_put(folder, "kit/faces/twee.lua",
                "return face { front = function(c) return layers {} end, back = function(c) "
                "return layers {} end }");
    ez_test_put(folder, "kit/faces/voor.lua",
                "return face { front = function(c) return layers {} end }");
    ez_test_put(folder, "kit/worksheets/blad.lua",
                "return worksheet { id = 'blad', code = 'B', title = { nl = 'Blad', en = "
                "'Sheet' }, size = 'a4', page {}, page {} }");
    return folder;
}

typedef struct Case {
    const char *ids, *cards, *languages;
    EzSideChoice sides;
    const char *plan; // "id:pages:languages …", or the refusal
} Case;

static const Case cases[] = {
    {NULL, NULL, NULL, EZ_SIDES_BOTH, "een:24:0,1 nummers:12:0,1 blad:2:0,1 = 76"},
    {"een", NULL, "en", EZ_SIDES_BOTH, "een:24:1 = 24"},
    {"E", NULL, "en,nl", EZ_SIDES_FRONT, "een:12:1,0 = 24"},
    {"EEN,e,een", NULL, "nl,nl", EZ_SIDES_BOTH, "een:24:0 = 24"},
    {NULL, NULL, NULL, EZ_SIDES_BACK, "een:12:0,1 blad:2:0,1 = 28"},
    {"nummers", NULL, NULL, EZ_SIDES_BACK,
     "there is nothing to print: what you name has no back pages"},
    {NULL, "3", "nl", EZ_SIDES_BOTH, "een:2:0 nummers:1:0 = 3"},
    {"een", "2-4,e12,3", "nl", EZ_SIDES_BOTH, "een:8:0 = 8"},
    {NULL, "e3", "nl", EZ_SIDES_BOTH, "een:2:0 = 2"},
    {NULL, "101", "nl", EZ_SIDES_BOTH, "nummers:1:0 = 1"},
    {"een", "11-99", "nl", EZ_SIDES_BOTH, "een:4:0 = 4"},
    {"een", "0-1", "nl", EZ_SIDES_BOTH, "een:2:0 = 2"},
    {"een", "1-99999999999999999999", "nl", EZ_SIDES_BOTH, "een:24:0 = 24"},
    {"een", "4-2", NULL, EZ_SIDES_BOTH,
     "there is no card \"4-2\" in this kit; it has E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, "
     "E11, E12"},
    {"een", "E1x", NULL, EZ_SIDES_BOTH,
     "there is no card \"E1x\" in this kit; did you mean \"E1\"?"},
    {"een", "13", NULL, EZ_SIDES_BOTH,
     "there is no card \"13\" in this kit; did you mean \"E3\"?"},
    {"een", "", NULL, EZ_SIDES_BOTH,
     "there is no card \"\" in this kit; it has E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, "
     "E12"},
    {"een", "-3", NULL, EZ_SIDES_BOTH,
     "there is no card \"-3\" in this kit; did you mean \"E3\"?"},
    {"blad", "1", NULL, EZ_SIDES_BOTH, "--cards is of decks; a worksheet has no cards"},
    {"nummer", NULL, NULL, EZ_SIDES_BOTH,
     "there is no deck or worksheet \"nummer\" in this kit; did you mean \"nummers\"?"},
    {"zzz", NULL, NULL, EZ_SIDES_BOTH,
     "there is no deck or worksheet \"zzz\" in this kit; it has een, nummers, blad"},
    {"een", NULL, "fr", EZ_SIDES_BOTH,
     "there is no language \"fr\" in this kit; it has nl, en"},
    {"een", NULL, "", EZ_SIDES_BOTH, "there is no language \"\" in this kit; it has nl, en"},
};

static char **split(const char *list)
{
    if (list != NULL && list[0] == '\0')
        return g_strsplit("!", "!", 1);
    return list != NULL ? g_strsplit(list, ",", -1) : NULL;
}

static char *describe(const EzPlan *plan)
{
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < plan->jobs->len; i++) {
        const EzJob *job = plan->jobs->pdata[i];
        g_string_append_printf(
            out, "%s:%d:", job->deck != NULL ? job->deck->id : job->sheet->id, job->n_pages);
        for (int l = 0; l < job->n_languages; l++)
            g_string_append_printf(out, "%s%d", l > 0 ? "," : "", job->languages[l]);
        g_string_append_c(out, ' ');
    }
    g_string_append_printf(out, "= %d", plan->pages);
    return g_string_free(out, FALSE);
}

static void test_requests_become_plans(void)
{
    char *folder = make_kit();
    EzTestBench *bench = ez_test_bench(folder);
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) ids = split(cases[i].ids), cards = split(cases[i].cards),
                      languages = split(cases[i].languages);
        if (cases[i].cards != NULL && cases[i].cards[0] == '\0')
            cards[0][0] = '\0';
        if (cases[i].languages != NULL && cases[i].languages[0] == '\0')
            languages[0][0] = '\0';
        EzBuildRequest request = {.ids = (const char *const *)ids,
                                  .cards = (const char *const *)cards,
                                  .languages = (const char *const *)languages,
                                  .sides = cases[i].sides,
                                  .out = "out"};
        g_autoptr(GError) error = NULL;
        g_autoptr(EzPlan) plan = ez_plan_new(bench->load, &request, &error);
        g_autofree char *found = plan != NULL ? describe(plan) : g_strdup(error->message);
        g_assert_cmpstr(found, ==, cases[i].plan);
    }
    ez_test_bench_free(bench);
    ez_test_remove(folder);
}

static const struct {
    const char *out, *cards;
    EzSideChoice sides;
    const char *file;
    EzFormat format;
    int i; // which of the files
    EzPurpose purpose;
    EzDuplex duplex;
} files[] = {
    {"out", "2-3", EZ_SIDES_BOTH, "out/test-een-en-screen-E3-back.png", EZ_FORMAT_PNG, 3},
    {"out", "2-3", EZ_SIDES_FRONT, "out/test-een-en-screen-E3-front.svg", EZ_FORMAT_SVG, 1},
    {"x.pdf", "1", EZ_SIDES_FRONT, "x.pdf/test-een-en-screen-E1-front.svg", EZ_FORMAT_SVG, 0},
    {"x.svg", "1", EZ_SIDES_FRONT, "x.svg", EZ_FORMAT_SVG, 0},
    {"out", NULL, EZ_SIDES_BOTH, "out/test-een-en-screen.pdf"},
    {"out", NULL, EZ_SIDES_FRONT, "out/test-een-en-screen-front.pdf"},
    {"a b/c", "E1,4-6", EZ_SIDES_BACK, "a b/c/test-een-en-screen-E1+4-6-back.pdf"},
    {"x.pdf", "E1", EZ_SIDES_BACK, "x.pdf"},
    {"out", "E1,E2,E3,E4,E5,E6,E7,E8,E9,E10,E11,E12,1,2,3,4,5,6,7,8,9,10,11,12", EZ_SIDES_BOTH,
     "out/test-een-en-screen-E1+4911e1d5.pdf"},
    {"out", NULL, EZ_SIDES_BOTH, "out/test-een-en-home.pdf", EZ_FORMAT_PDF, 0, EZ_FOR_HOME},
    {"out", "2-3", EZ_SIDES_BACK, "out/test-een-en-home-2-3-back.pdf", EZ_FORMAT_PDF, 0,
     EZ_FOR_HOME},
    {"out", NULL, EZ_SIDES_BOTH, "out/test-een-en-home-sheet2-back.png", EZ_FORMAT_PNG, 3,
     EZ_FOR_HOME},
    {"out", "1-10", EZ_SIDES_FRONT, "out/test-een-en-home-1-10-sheet2-front.svg", EZ_FORMAT_SVG,
     1, EZ_FOR_HOME},
    {"out", NULL, EZ_SIDES_BOTH, "out/test-een-en-home-sheet3.png", EZ_FORMAT_PNG, 2,
     EZ_FOR_HOME, EZ_DUPLEX_FOLD},
};

static void test_files_are_named_after_what_is_in_them(void)
{
    char *folder = make_kit();
    EzTestBench *bench = ez_test_bench(folder);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_auto(GStrv) cards = split(files[i].cards);
        const char *const ids[] = {"een", NULL};
        EzBuildRequest request = {.ids = ids,
                                  .cards = (const char *const *)cards,
                                  .sides = files[i].sides,
                                  .format = files[i].format,
                                  .home = {.duplex = files[i].duplex},
                                  .out = files[i].out};
        request.purposes[files[i].purpose] = true;
        g_autoptr(GError) error = NULL;
        g_autoptr(EzPlan) plan = ez_plan_new(bench->load, &request, &error);
        g_assert_no_error(error);
        g_autofree char *file = ez_plan_file(ez_load_kit(bench->load), plan->jobs->pdata[0], 1,
                                             files[i].purpose, files[i].i, &request);
        g_assert_cmpstr(file, ==, files[i].file);
        g_assert_cmpint(files[i].i, <,
                        ez_plan_files(plan->jobs->pdata[0], files[i].purpose, &request));
    }
    ez_test_bench_free(bench);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plan/requests-become-plans", test_requests_become_plans);
    g_test_add_func("/plan/files-are-named-after-what-is-in-them",
                    test_files_are_named_after_what_is_in_them);
    return g_test_run();
}
