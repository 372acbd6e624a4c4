// SPDX-License-Identifier: EUPL-1.2
// Bots try the exercises of the kit, with decks of a test's own. All numbers of people and all seeds: with -m slow.
#include "engine/run/trial.h"
#include "tests/support/test_sources.h"

#include <string.h>

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
    ez_test_sources_add_decks(&sources);
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
