// SPDX-License-Identifier: EUPL-1.2
// Every manner with every number of people.
#include "engine/run/trial.h"

enum { SEEDS = 40 };
// So many parts are replayed, of the journals of so many seeds.
enum { CUTS = 3, CUT_SEEDS = 5 };

static const int usual[] = {0, 1, 2, 7, 30, 300};

static const struct {
    const char *word;
    bool all_seeds; // what another seed changes
} manners[EZ_TRIAL_MANNERS] = {
    [EZ_TRIAL_ANSWER] = {"answer", true},
    [EZ_TRIAL_SKIP_ALL] = {"skip all", false},
    [EZ_TRIAL_LEAVE_ALL] = {"leave all", false},
    [EZ_TRIAL_LONGEST] = {"longest", false},
    [EZ_TRIAL_RIGHT_TO_LEFT] = {"right to left", false},
    [EZ_TRIAL_AGREE] = {"agree", false},
    [EZ_TRIAL_GATES] = {"gates", true},
};

const char *ez_trial_manner_word(EzTrialManner manner)
{
    return manners[manner].word;
}

typedef struct Matrix {
    EzTrial trial;
    int seeds, done, all, failed;
    EzTrialTold told;
    void *data;
} Matrix;

static int seeds_of(const Matrix *matrix, EzTrialManner manner)
{
    return manners[manner].all_seeds ? matrix->seeds : 1;
}

// Without gates all seeds of GATES are one.
static int more_seeds(const Matrix *matrix, const EzTrialResult *result, int left)
{
    return matrix->trial.manner == EZ_TRIAL_GATES && result->gates == 0 ? 0 : left;
}

// `left`: how many seeds there are still; less when they would tell no more.
static bool try_one(Matrix *matrix, int *left)
{
    g_auto(EzTrialResult) result = {0};
    matrix->trial.cuts = matrix->trial.seed < CUT_SEEDS ? CUTS : 0;
    matrix->failed += !ez_trial_run(&matrix->trial, &result);
    matrix->done++;
    int more = more_seeds(matrix, &result, *left);
    matrix->all -= *left - more;
    *left = more;
    return matrix->told == NULL ||
           matrix->told(&matrix->trial, &result, matrix->done, matrix->all, matrix->data);
}

static bool try_manners(Matrix *matrix)
{
    bool more = true;
    for (int manner = 0; more && manner < EZ_TRIAL_MANNERS; manner++) {
        matrix->trial.manner = (EzTrialManner)manner;
        matrix->trial.seed = 0;
        for (int left = seeds_of(matrix, matrix->trial.manner); more && left > 0;) {
            left--;
            more = try_one(matrix, &left);
            matrix->trial.seed++;
        }
    }
    return more;
}

int ez_trial_all(const EzTrialPlan *plan, EzTrialTold told, void *data)
{
    const int *people = plan->n_people > 0 ? plan->people : usual;
    int count = plan->n_people > 0 ? plan->n_people : (int)G_N_ELEMENTS(usual);
    Matrix matrix = {.trial = plan->trial, .told = told, .data = data};
    matrix.seeds = plan->seeds > 0 ? plan->seeds : SEEDS;
    for (int manner = 0; manner < EZ_TRIAL_MANNERS; manner++)
        matrix.all += count * seeds_of(&matrix, (EzTrialManner)manner);
    bool more = true;
    for (int i = 0; more && i < count; i++) {
        matrix.trial.people = people[i];
        more = try_manners(&matrix);
    }
    return matrix.failed;
}
