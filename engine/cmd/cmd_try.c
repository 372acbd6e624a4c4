// SPDX-License-Identifier: EUPL-1.2
// try and replay: an exercise with bots, and with sessions of before.
#include "engine/cmd/exercises.h"
#include "engine/cmd/params.h"
#include "engine/cmd/rehearsal.h"
#include "engine/cmd/sessions.h"
#include "engine/run/shown.h"
#include "engine/run/trial.h"

#include <stdio.h>
#include <string.h>

static const EzOption try_options[] = {
    {"--people", '\0', "N,N", "how many bots; 0,1,2,7,30,300 without it"},
    {"--seeds", '\0', "N", "how often bots answer by chance; 40 without it"},
    {NULL, '\0', NULL, NULL}};
static const EzOption replay_options[] = {{"--lang", '\0', "CODE", "nl or en"},
                                          {NULL, '\0', NULL, NULL}};

enum { MOST_PEOPLE = 2000, MOST_SIZES = 32, MOST_SEEDS = 10000 };

typedef struct Tally {
    int passed, failed;
    bool lively;
    const EzOpened *opened;
    EzRehearsal rehearsal;
} Tally;

static bool on_trial(const EzTrial *trial, const EzTrialResult *result, int done, int all,
                     void *data)
{
    Tally *tally = data;
    (void)trial;
    bool failed = result->fault != NULL || tally->rehearsal.wrong;
    tally->failed += failed;
    tally->passed += !failed;
    if (tally->lively)
        fprintf(stderr, "\r%d of %d%s", done, all, done == all ? "\r\033[K" : "");
    bool more = *ez_stop_flag() == 0;
    if (tally->lively && !more)
        fputs("\r\033[K", stderr);
    return more;
}

// A step that no bot came to may be one that nobody can come to.
static void show_cover(const EzTrialCover *cover)
{
    for (int i = 0; i < ez_trial_cover_count(cover); i++) {
        const EzTrialStep *step = ez_trial_cover_step(cover, i);
        ez_tell_line(stdout, "  %-8s %6d  %s", step->kind->word, step->opened, step->name);
        for (guint k = 0; step->options != NULL && k < step->options->len; k++) {
            const EzTrialOption *option = step->options->pdata[k];
            ez_tell_line(stdout, "  %-8s %6d  %s = %s", "", option->taken, step->name,
                         option->id);
        }
    }
}

static bool take_sizes(const EzArguments *arguments, int *sizes, int *count)
{
    g_auto(GStrv) given = ez_argument_list(arguments, "--people");
    for (int i = 0; given != NULL && given[i] != NULL; i++) {
        guint64 number;
        if (*count == MOST_SIZES ||
            !g_ascii_string_to_unsigned(given[i], 10, 0, MOST_PEOPLE, &number, NULL)) {
            ez_usage_error("--people is a list of at most %d numbers to %d, not %s", MOST_SIZES,
                           MOST_PEOPLE, given[i]);
            return false;
        }
        sizes[(*count)++] = (int)number;
    }
    return true;
}

static bool take_seeds(const EzArguments *arguments, int *seeds)
{
    const char *text = ez_argument(arguments, "--seeds");
    guint64 number = 0;
    if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 1, MOST_SEEDS, &number, NULL)) {
        ez_usage_error("--seeds is a whole number from 1 to %d, not %s", MOST_SEEDS, text);
        return false;
    }
    *seeds = (int)number;
    return true;
}

// The seeds that were asked for may be too few to come everywhere.
static void show_diags(const Tally *tally, const EzTrialCover *cover, const EzBundle *bundle,
                       const EzArguments *arguments)
{
    if (tally->failed == 0 && ez_argument(arguments, "--seeds") == NULL &&
        ez_argument(arguments, "--people") == NULL)
        ez_trial_cover_tell(cover, bundle->sources, bundle->n_sources, tally->rehearsal.diags);
    ez_show_diags(tally->rehearsal.diags, arguments, &tally->opened->site, NULL, stderr);
}

// Once in full, and with each parameter that is otherwise for some people.
static void try_variants(Tally *tally, EzTrialPlan plan)
{
    static const int few[] = {0, 7, 30};
    g_autoptr(GPtrArray) variants = ez_params_variants(tally->rehearsal.exercise);
    for (guint i = 0; i < variants->len && *ez_stop_flag() == 0; i++) {
        plan.trial.start = variants->pdata[i];
        ez_trial_all(&plan, on_trial, tally);
        if (plan.n_people == 0) {
            plan.people = few;
            plan.n_people = G_N_ELEMENTS(few);
        }
        plan.seeds = plan.seeds > 0 ? plan.seeds : 10;
    }
}

static EzExit try_bundle(Tally *tally, EzTrialPlan plan, const EzArguments *arguments)
{
    g_auto(EzBundle) bundle = ez_opened_bundle(tally->opened, tally->rehearsal.exercise);
    g_autoptr(EzTrialCover) cover = ez_trial_cover_new();
    plan.trial.sources = bundle.sources;
    plan.trial.n_sources = bundle.n_sources;
    plan.trial.cover = cover;
    plan.trial.inspect = ez_rehearsal_inspect;
    plan.trial.data = &tally->rehearsal;
    try_variants(tally, plan);
    if (*ez_stop_flag() != 0) {
        ez_show_diags(tally->rehearsal.diags, arguments, &tally->opened->site, NULL, stderr);
        return EZ_EXIT_STOPPED;
    }
    if (!ez_argument_given(arguments, "--quiet"))
        show_cover(cover);
    show_diags(tally, cover, &bundle, arguments);
    printf("%d passed, %d failed\n", tally->passed, tally->failed);
    return tally->failed == 0 ? EZ_EXIT_DONE : EZ_EXIT_MISTAKES;
}

static EzExit try_exercise(const EzArguments *arguments)
{
    g_auto(EzOpened) opened = {0};
    const char *name = ez_operands(arguments)[0];
    int sizes[MOST_SIZES], n_sizes = 0, seeds = 0;
    EzExit exit;
    if (name == NULL)
        return ez_usage_error("which exercise? ezkit list shows them");
    if (!take_sizes(arguments, sizes, &n_sizes) || !take_seeds(arguments, &seeds))
        return EZ_EXIT_USAGE;
    if (!ez_opened_init(&opened, arguments, &exit))
        return exit;
    const EzExercise *exercise = ez_opened_exercise(&opened, name);
    if (exercise == NULL)
        return EZ_EXIT_USAGE;
    EzTrialPlan plan = {.people = sizes, .n_people = n_sizes, .seeds = seeds};
    g_autoptr(EzDiags) diags = ez_diags_new();
    Tally tally = {
        .lively = ez_is_lively(stderr),
        .opened = &opened,
        .rehearsal = {
            .load = opened.load, .exercise = exercise, .diags = diags, .tells_trial = true}};
    ez_stop_catch();
    return try_bundle(&tally, plan, arguments);
}

// ---- sessions of before ----------------------------------------------------------

static bool replay_rows(const EzShown *shown, const EzBundle *bundle, GError **error)
{
    int count;
    const EzRow *rows = ez_shown_rows(shown, &count);
    g_autoptr(EzSession) session = ez_session_new(
        &(EzSessionSetup){.sources = bundle->sources, .n_sources = bundle->n_sources});
    return ez_session_replay(session, rows, count, error);
}

static bool replay_file(const EzOpened *opened, const char *path, const char *language)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    if (shown == NULL) {
        ez_session_exit(error, language);
        return false;
    }
    const char *id =
        ez_value_string(ez_value_get(ez_session_head(ez_shown_session(shown)), "id"), "");
    const EzExercise *exercise = ez_opened_exercise(opened, id);
    if (exercise == NULL)
        return false;
    g_auto(EzBundle) bundle = ez_opened_bundle(opened, exercise);
    bool good = replay_rows(shown, &bundle, &error);
    if (!good)
        ez_tell_line(stderr, "%s: %s", path, ez_error_words(error, language));
    return good;
}

static EzExit replay(const EzArguments *arguments)
{
    g_auto(EzOpened) opened = {0};
    const char *const *files = ez_operands(arguments);
    const char *language = ez_session_language(arguments);
    int passed = 0, failed = 0;
    EzExit exit;
    if (files[0] == NULL)
        return ez_usage_error("which sessions? replay FILE…");
    if (language == NULL)
        return EZ_EXIT_USAGE;
    if (!ez_opened_init(&opened, arguments, &exit))
        return exit;
    for (int i = 0; files[i] != NULL; i++) {
        bool good = replay_file(&opened, files[i], language);
        passed += good;
        failed += !good;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? EZ_EXIT_DONE : EZ_EXIT_MISTAKES;
}

const EzCommand ez_command_try = {
    "try",
    "EXERCISE",
    1,
    "let bots do an exercise: few and many, all skipped, everyone leaving",
    "  Nothing is kept. What is told at the end is how often each step was opened,\n"
    "  and each option of a gate taken: 0 is a place where nobody came.\n",
    try_options,
    try_exercise,
};

const EzCommand ez_command_replay = {
    "replay",
    "FILE…",
    -1,
    "judge the kit's exercises against sessions of before",
    "  Plays each journal against the exercise as it is in the kit now, and tells\n"
    "  the first row where they part. The sessions stay as they are.\n",
    replay_options,
    replay,
};
