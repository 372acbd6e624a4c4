// SPDX-License-Identifier: EUPL-1.2
// Bots try the exercises of the kit, with decks of a test's own. All numbers of people and all seeds: with -m slow.
#include "engine/run/trial.h"
#include "tests/support/test_sources.h"

#include <string.h>

static void put_text(JsonNode *card, const char *name, const char *words, int number)
{
    JsonNode *text = ez_value_new_object();
    g_autofree char *nl = g_strdup_printf("%s %d", words, number);
    ez_value_put_string(text, "nl", nl);
    ez_value_put_string(text, "en", nl);
    ez_value_put(card, name, text);
}

// What the exercises look at of the kit's cards.
static void add_decks(EzTestSources *sources)
{
    static const char *const kingdoms[] = {"dier", "plant", "schimmel"};
    static const char *const levels[] = {"sterk", "omstreden", "redelijk", "sterk"};
    g_autoptr(JsonNode) nature = ez_value_new_list(), verbs = ez_value_new_list();
    for (int i = 1; i <= 40; i++) {
        g_autofree char *id = g_strdup_printf("N%02d", i);
        g_autofree char *verb = g_strdup_printf("F%d", i % 8 + 1);
        JsonNode *card = ez_value_new_object();
        ez_value_put_string(card, "id", id);
        put_text(card, "title", "Kaart", i);
        ez_value_put_string(card, "verb", verb);
        ez_value_put_string(card, "kingdom", kingdoms[i % 3]);
        ez_value_put_string(card, "evidence_level", levels[i % 4]);
        ez_value_append(nature, card);
    }
    for (int i = 1; i <= 8; i++) {
        g_autofree char *id = g_strdup_printf("F%d", i);
        JsonNode *card = ez_value_new_object();
        ez_value_put_string(card, "id", id);
        put_text(card, "title", "Werkwoord", i);
        put_text(card, "nature_question", "Hoe zou de natuur", i);
        put_text(card, "reverse_question", "En omgekeerd", i);
        ez_value_append(verbs, card);
    }
    g_autofree char *nature_text = ez_value_text(nature), *verbs_text = ez_value_text(verbs);
    ez_test_sources_add(sources, "deck:natuur", nature_text);
    ez_test_sources_add(sources, "deck:functie", verbs_text);
}

static bool must_all_pass(const EzTrial *trial, const EzTrialResult *result, int done, int all,
                          void *data)
{
    if (result->fault != NULL)
        g_error("%s, %d people, seed %" G_GUINT64_FORMAT ": %s",
                ez_trial_manner_word(trial->manner), trial->people, trial->seed, result->fault);
    return true;
}

static void tell(const EzTrialCover *cover)
{
    for (int i = 0; i < ez_trial_cover_count(cover); i++) {
        const EzTrialStep *step = ez_trial_cover_step(cover, i);
        GString *line = g_string_new(NULL);
        g_string_append_printf(line, "%s %s: %d opened, %d answered, %d skipped",
                               step->kind->word, step->name, step->opened, step->answered,
                               step->skipped);
        for (guint k = 0; k < step->options->len; k++) {
            const EzTrialOption *option = step->options->pdata[k];
            g_string_append_printf(line, "; %s %d", option->id, option->taken);
        }
        g_test_message("%s", line->str);
        g_string_free(line, TRUE);
    }
}

// A gate that was answered so often has seen all its options taken; some are rarely reached.
enum { OFTEN = 16 };

static const struct {
    const char *path, *flag; // of its params
} exercises[] = {
    {"scripts/organisation/rollentrap.lua", "partners"},
    {"scripts/nature/vraag-het-de-natuur.lua", NULL},
    {"scripts/nature/zwermbesluit.lua", "anonymous"},
};

static void try_file(const char *path, const char *flag)
{
    static const int few[] = {0, 1, 7};
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzTrialCover) cover = ez_trial_cover_new();
    g_autoptr(JsonNode) start = ez_value_new_object();
    JsonNode *params = ez_value_new_object();
    ez_value_put(start, "params", params);
    if (flag != NULL)
        ez_value_put_flag(params, flag, true);
    ez_test_sources_add_file(&sources, path, path);
    add_decks(&sources);
    EzTrialPlan plan = {.trial = {.sources = sources.list, .n_sources = sources.count},
                        .people = few,
                        .n_people = 3,
                        .seeds = 4};
    if (g_test_slow())
        plan.n_people = plan.seeds = 0;
    plan.trial.start = start;
    plan.trial.cover = cover;
    g_assert_cmpint(ez_trial_all(&plan, must_all_pass, NULL), ==, 0);
    tell(cover);
    for (int i = 0; i < ez_trial_cover_count(cover); i++) {
        const EzTrialStep *step = ez_trial_cover_step(cover, i);
        for (guint k = 0; step->answered >= OFTEN && k < step->options->len; k++)
            g_assert_cmpint(((EzTrialOption *)step->options->pdata[k])->taken, >, 0);
    }
}

static void test_kit(const void *data)
{
    int number = GPOINTER_TO_INT(data);
    try_file(exercises[number].path, NULL);
    if (exercises[number].flag != NULL)
        try_file(exercises[number].path, exercises[number].flag);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/trial-kit/O1", GINT_TO_POINTER(0), test_kit);
    g_test_add_data_func("/trial-kit/B1", GINT_TO_POINTER(1), test_kit);
    g_test_add_data_func("/trial-kit/B4", GINT_TO_POINTER(2), test_kit);
    return g_test_run();
}
