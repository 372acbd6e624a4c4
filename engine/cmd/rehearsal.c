// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/rehearsal.h"

#include "engine/cmd/exercises.h"
#include "engine/cmd/params.h"
#include "engine/run/trial.h"

typedef struct Rehearsal {
    EzLoad *load;
    const EzExercise *exercise;
    EzDiags *diags;
} Rehearsal;

void ez_rehearsal_inspect(EzLoad *load, const EzExercise *exercise, const EzSession *session,
                          EzDiags *diags)
{
    const EzFault *fault = ez_session_fault(session);
    if (!ez_session_tell_mistake(session, diags))
        ez_load_tell(load, fault, diags);
    ez_session_tell_steps(session, exercise->languages.names, diags);
    ez_session_tell_decks(session, diags);
}

static void inspect(const EzSession *session, void *data)
{
    const Rehearsal *r = data;
    ez_rehearsal_inspect(r->load, r->exercise, session, r->diags);
}

// What went wrong without a mistake of a line: the exercise does not end.
static void tell_end(const Rehearsal *r, const char *problem)
{
    ez_diag_report(r->diags, EZ_STEP_CALL, ez_origin_place(r->exercise->origin), NULL,
                   "problem", problem, NULL);
}

// False when something went wrong.
static bool rehearse(Rehearsal *r, const EzBundle *bundle, JsonNode *start, int people,
                     EzTrialManner manner)
{
    g_auto(EzTrialResult) result = {0};
    int before = ez_diags_errors(r->diags);
    EzTrial trial = {.sources = bundle->sources,
                     .n_sources = bundle->n_sources,
                     .start = start,
                     .people = people,
                     .manner = manner,
                     .inspect = inspect,
                     .data = r};
    if (!ez_trial_run(&trial, &result) && ez_diags_errors(r->diags) == before)
        tell_end(r, result.fault);
    return ez_diags_errors(r->diags) == before;
}

static void rehearse_all(Rehearsal *r)
{
    g_auto(EzBundle) bundle = ez_bundle_of(r->load, r->exercise);
    g_autoptr(GPtrArray) variants = ez_params_variants(r->exercise);
    bool good = true;
    for (guint i = 0; good && i < variants->len; i++)
        good = rehearse(r, &bundle, variants->pdata[i], 2, EZ_TRIAL_SKIP_ALL) &&
               rehearse(r, &bundle, variants->pdata[i], 0, EZ_TRIAL_ANSWER);
}

void ez_rehearse(EzLoad *load, EzDiags *diags)
{
    const EzKit *kit = ez_load_kit(load);
    for (int i = 0; i < kit->n_exercises; i++) {
        Rehearsal r = {load, kit->exercises[i], diags};
        rehearse_all(&r);
    }
}
