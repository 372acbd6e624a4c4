// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/rehearsal.h"

#include "engine/cmd/exercises.h"
#include "engine/cmd/params.h"

// ---- what is found ---------------------------------------------------------------

static void tell_fault(const EzRehearsal *r, const EzTrialResult *result,
                       const EzSession *session, EzDiags *found)
{
    if (result->stuck.kind != EZ_FAULT_NONE)
        ez_load_tell(r->load, &result->stuck, found);
    else if (!ez_session_tell_mistake(session, found))
        ez_load_tell(r->load, ez_session_fault(session), found);
}

void ez_rehearsal_inspect(const EzTrial *trial, const EzTrialResult *result,
                          const EzSession *session, void *rehearsal)
{
    EzRehearsal *r = rehearsal;
    g_autoptr(EzDiags) found = ez_diags_new();
    g_autofree char *people = ez_count_words(trial->people, "person", "people");
    g_autofree char *about =
        g_strdup_printf("a trial with %s, seed %" G_GUINT64_FORMAT ", %s", people, trial->seed,
                        ez_trial_manner_word(trial->manner));
    ez_diags_set_about(found, r->tells_trial ? about : NULL);
    tell_fault(r, result, session, found);
    ez_diags_set_about(found, NULL);
    ez_session_tell_steps(session, r->exercise->languages.names, found);
    ez_session_tell_decks(session, found);
    r->wrong = ez_diags_errors(found) > 0;
    ez_diags_move_new(r->diags, found);
}

// ---- trials ----------------------------------------------------------------------

// What is tried in any case, the quickest first.
static const struct {
    int people;
    EzTrialManner manner;
} always[] = {
    {2, EZ_TRIAL_SKIP_ALL},
    {0, EZ_TRIAL_ANSWER},
    {1, EZ_TRIAL_ANSWER},
    {7, EZ_TRIAL_ANSWER},
};

// More seeds are tried until each option of each gate was taken; a long exercise gets fewer.
enum { PEOPLE = 7, LEAST_SEEDS = 3, MOST_SEEDS = 16, MOST_ROWS = 8000 };

typedef struct Stage {
    EzTrial trial;
    EzRehearsal rehearsal;
    int rows; // of all trials
} Stage;

static bool is_stop(EzFaultKind kind)
{
    return kind == EZ_FAULT_BUDGET || kind == EZ_FAULT_TIME || kind == EZ_FAULT_MEMORY;
}

static void inspect(const EzTrial *trial, const EzTrialResult *result, const EzSession *session,
                    void *data)
{
    Stage *stage = data;
    ez_rehearsal_inspect(trial, result, session, &stage->rehearsal);
    // A script that is stopped has spent all that it may, and would again.
    stage->rows += is_stop(ez_session_fault(session)->kind) ? MOST_ROWS : result->rows;
}

// False when it is enough.
static bool try_one(Stage *stage, int people, EzTrialManner manner, int seed)
{
    g_auto(EzTrialResult) result = {0};
    stage->trial.people = people;
    stage->trial.manner = manner;
    stage->trial.seed = (uint64_t)seed;
    (void)ez_trial_run(&stage->trial, &result); // what went wrong was told
    return stage->rows < MOST_ROWS && *ez_stop_flag() == 0;
}

static bool try_always(Stage *stage, JsonNode *start)
{
    bool more = true;
    stage->trial.start = start;
    for (gsize i = 0; more && i < G_N_ELEMENTS(always); i++)
        more = try_one(stage, always[i].people, always[i].manner, 0);
    return more;
}

static bool all_taken(const EzTrialCover *cover)
{
    for (int i = 0; i < ez_trial_cover_count(cover); i++) {
        const EzTrialStep *step = ez_trial_cover_step(cover, i);
        for (guint k = 0; k < step->options->len; k++)
            if (((const EzTrialOption *)step->options->pdata[k])->taken == 0)
                return false;
    }
    return true;
}

static bool try_seeds(Stage *stage)
{
    bool more = true;
    for (int seed = 1; more && seed < MOST_SEEDS; seed++)
        more = try_one(stage, PEOPLE, EZ_TRIAL_ANSWER, seed) &&
               (seed < LEAST_SEEDS || !all_taken(stage->trial.cover));
    return stage->rows < MOST_ROWS;
}

static void rehearse(EzRehearsal rehearsal, const GPtrArray *starts)
{
    g_auto(EzBundle) bundle = ez_bundle_of(rehearsal.load, rehearsal.exercise);
    g_autoptr(EzTrialCover) cover = ez_trial_cover_new();
    g_autoptr(EzDiags) found = ez_diags_new();
    EzDiags *diags = rehearsal.diags;
    Stage stage = {.rehearsal = rehearsal};
    stage.rehearsal.diags = found;
    stage.trial = (EzTrial){.sources = bundle.sources,
                            .n_sources = bundle.n_sources,
                            .cover = cover,
                            .inspect = inspect,
                            .data = &stage};
    bool more = try_always(&stage, starts->pdata[0]) && try_seeds(&stage);
    for (guint i = 1; more && i < starts->len; i++)
        more = try_always(&stage, starts->pdata[i]);
    ez_diags_move(diags, found);
}

void ez_rehearse(EzLoad *load, EzDiags *diags)
{
    const EzKit *kit = ez_load_kit(load);
    for (int i = 0; i < kit->n_exercises; i++) {
        g_autoptr(GPtrArray) starts = ez_params_variants(kit->exercises[i]);
        rehearse((EzRehearsal){.load = load, .exercise = kit->exercises[i], .diags = diags},
                 starts);
    }
}

void ez_rehearse_start(EzLoad *load, const EzExercise *exercise, JsonNode *start,
                       EzDiags *diags)
{
    g_autoptr(GPtrArray) starts = g_ptr_array_new();
    g_ptr_array_add(starts, start);
    rehearse((EzRehearsal){.load = load, .exercise = exercise, .diags = diags}, starts);
}
