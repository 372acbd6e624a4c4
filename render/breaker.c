// SPDX-License-Identifier: EUPL-1.2
#include "render/breaker.h"

#include <math.h>

// Below this a length counts as nothing: what sums of doubles leave over.
#define NOTHING 1e-6

struct EzBreaker {
    const EzAtom *atoms;
    int n;
    double *width; // of all atoms and spaces before the n-th
    double *space; // of all spaces before the n-th
};

EzBreaker *ez_breaker_new(const EzAtom *atoms, int n)
{
    EzBreaker *breaker = g_new(EzBreaker, 1);
    *breaker = (EzBreaker){atoms, n, g_new(double, n + 1), g_new(double, n + 1)};
    breaker->width[0] = breaker->space[0] = 0;
    for (int i = 0; i < n; i++) {
        breaker->width[i + 1] = breaker->width[i] + atoms[i].width + atoms[i].space;
        breaker->space[i + 1] = breaker->space[i] + atoms[i].space;
    }
    return breaker;
}

void ez_breaker_free(EzBreaker *breaker)
{
    if (breaker == NULL)
        return;
    g_free(breaker->width);
    g_free(breaker->space);
    g_free(breaker);
}

double ez_breaker_width(const EzBreaker *breaker, int first, int last)
{
    const EzAtom *end = &breaker->atoms[last];
    double width = breaker->width[last + 1] - breaker->width[first] - end->space + end->before;
    return first > 0 ? width + breaker->atoms[first - 1].after : width;
}

double ez_breaker_spaces(const EzBreaker *breaker, int first, int last)
{
    return breaker->space[last] - breaker->space[first];
}

static bool may_end(const EzBreaker *breaker, int atom)
{
    return atom == breaker->n - 1 || breaker->atoms[atom].joint != EZ_JOINT_NONE;
}

// ---- first fit -----------------------------------------------------------------

// The last atom of the line that begins with `first`.
static int fill_line(const EzBreaker *breaker, double width, int first)
{
    int end = -1;
    for (int i = first; i < breaker->n; i++) {
        if (!may_end(breaker, i))
            continue;
        if (end >= 0 && ez_breaker_width(breaker, first, i) > width + NOTHING)
            return end;
        end = i;
    }
    return end;
}

int ez_break_first_fit(const EzBreaker *breaker, double width, int *ends)
{
    int lines = 0;
    for (int first = 0; first < breaker->n; lines++) {
        int end = width > 0 ? fill_line(breaker, width, first) : breaker->n - 1;
        if (ends != NULL)
            ends[lines] = end;
        first = end + 1;
    }
    return lines;
}

// ---- balance -------------------------------------------------------------------

double ez_break_balance(const EzBreaker *breaker, double width)
{
    const double steps = 0.001; // of the width: finer than anyone sees
    int lines = ez_break_first_fit(breaker, width, NULL);
    double low = width * 0.45, high = width;
    if (lines < 2)
        return width;
    while (high - low > width * steps) {
        double middle = (low + high) / 2;
        if (ez_break_first_fit(breaker, middle, NULL) <= lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

// ---- total fit -----------------------------------------------------------------

// How loose a line is: lines of very different looseness should not follow each other.
enum { TIGHT, DECENT, LOOSE, VERY_LOOSE, FITNESSES };

// One way to end a line: the best of those that end there with this fitness.
typedef struct Way {
    double cost; // of the paragraph so far; infinite when there is no way
    int lines;   // so far
    int from;    // the first atom of this line
    int fitness; // of the line before
} Way;

typedef struct Fit {
    const EzBreaker *breaker;
    double width;
    bool justified;
    bool fewest;            // lines go before all else
    Way (*ways)[FITNESSES]; // behind the n-th atom; [0] is the start
} Fit;

typedef struct Line {
    double cost;
    int fitness;
} Line;

#define STICKS_OUT      1e6
#define SHORT_LAST_LINE 200.0
#define HYPHEN          50.0
#define TWO_HYPHENS     3000.0
#define UNLIKE_LINES    3000.0

static bool ends_with_hyphen(const Fit *fit, int last)
{
    return last >= 0 && last < fit->breaker->n - 1 &&
           fit->breaker->atoms[last].joint == EZ_JOINT_HYPHEN;
}

// Whether a last line is very short, or a word alone.
static bool is_short(const Fit *fit, int first, int last)
{
    return first > 0 && (ez_breaker_spaces(fit->breaker, first, last) < NOTHING ||
                         ez_breaker_width(fit->breaker, first, last) < 0.16 * fit->width);
}

// What a ragged line lacks, as a share of the width.
static Line judge_ragged(const Fit *fit, int first, int last, double lack)
{
    bool ending = last == fit->breaker->n - 1;
    double share = ending ? 0 : lack / fit->width;
    Line line = {1000 * share * share, DECENT};
    if (lack < -NOTHING)
        line.cost += STICKS_OUT;
    if (ending && is_short(fit, first, last))
        line.cost += SHORT_LAST_LINE;
    if (ends_with_hyphen(fit, last))
        line.cost += HYPHEN;
    return line;
}

static int fitness_of(double ratio)
{
    if (ratio < -0.5)
        return TIGHT;
    if (ratio <= 0.5)
        return DECENT;
    return ratio <= 1 ? LOOSE : VERY_LOOSE;
}

// The ratio is 1 where spaces have grown by half, and -1 where they have shrunk all they may.
static double ratio_of(const Fit *fit, int first, int last, double lack)
{
    double spaces = ez_breaker_spaces(fit->breaker, first, last);
    if (last == fit->breaker->n - 1 && lack >= 0)
        return 0; // the last line is not stretched
    if (spaces < NOTHING)
        return lack <= 0 ? 0 : 100 * lack / fit->width;
    return lack >= 0 ? lack / (spaces * 0.5) : lack / (spaces * EZ_SPACE_SHRINK);
}

static Line judge_justified(const Fit *fit, int first, int last, double lack)
{
    double ratio = ratio_of(fit, first, last, lack);
    double badness = 100 * fabs(ratio * ratio * ratio);
    double penalty = ends_with_hyphen(fit, last) ? HYPHEN : 0;
    Line line = {(10 + badness) * (10 + badness) + penalty * penalty, fitness_of(ratio)};
    if (ratio < -1 - NOTHING)
        line.cost += STICKS_OUT * STICKS_OUT;
    if (last == fit->breaker->n - 1 && is_short(fit, first, last))
        line.cost += SHORT_LAST_LINE * SHORT_LAST_LINE;
    return line;
}

static double cost_between(const Fit *fit, int first, int last, int before, int fitness)
{
    double cost = 0;
    if (ends_with_hyphen(fit, first - 1) && ends_with_hyphen(fit, last))
        cost += TWO_HYPHENS;
    if (fit->justified && first > 0 && abs(before - fitness) > 1)
        cost += UNLIKE_LINES;
    return cost;
}

static bool is_better(const Fit *fit, const Way *way, const Way *than)
{
    bool both = way->cost < INFINITY && than->cost < INFINITY;
    if (fit->fewest && both && way->lines != than->lines)
        return way->lines < than->lines;
    return way->cost < than->cost;
}

// Tries the line from `first` to `last` behind each way that ends before it.
static void try_line(Fit *fit, int first, int last, Line line)
{
    for (int before = 0; before < FITNESSES; before++) {
        const Way *behind = &fit->ways[first][before];
        if (behind->cost == INFINITY)
            continue;
        double cost =
            behind->cost + line.cost + cost_between(fit, first, last, before, line.fitness);
        Way way = {cost, behind->lines + 1, first, before};
        Way *best = &fit->ways[last + 1][line.fitness];
        if (is_better(fit, &way, best))
            *best = way;
    }
}

// Every line that can end with `last`, from the shortest to the longest.
static void try_lines(Fit *fit, int last)
{
    const EzBreaker *breaker = fit->breaker;
    bool any = false;
    for (int first = last; first >= 0; first--) {
        if (first > 0 && !may_end(breaker, first - 1))
            continue;
        double lack = fit->width - ez_breaker_width(breaker, first, last);
        double give =
            fit->justified ? ez_breaker_spaces(breaker, first, last) * EZ_SPACE_SHRINK : 0;
        if (any && lack + give < -NOTHING)
            return;
        any = true;
        try_line(fit, first, last,
                 fit->justified ? judge_justified(fit, first, last, lack)
                                : judge_ragged(fit, first, last, lack));
    }
}

// Reads the ends of the lines from the last to the first, and turns them round.
static int read_ends(const Fit *fit, int *ends)
{
    int lines = 0, at = fit->breaker->n, fitness = 0;
    for (int i = 1; i < FITNESSES; i++)
        if (is_better(fit, &fit->ways[at][i], &fit->ways[at][fitness]))
            fitness = i;
    while (at > 0) {
        const Way *way = &fit->ways[at][fitness];
        ends[lines++] = at - 1;
        at = way->from;
        fitness = way->fitness;
    }
    for (int i = 0; i < lines / 2; i++) {
        int end = ends[i];
        ends[i] = ends[lines - 1 - i];
        ends[lines - 1 - i] = end;
    }
    return lines;
}

static int break_total(Fit *fit, int *ends)
{
    int n = fit->breaker->n;
    for (int i = 0; i <= n; i++)
        for (int k = 0; k < FITNESSES; k++)
            fit->ways[i][k] = (Way){i == 0 && k == DECENT ? 0 : INFINITY, 0, 0, 0};
    for (int last = 0; last < n; last++)
        if (may_end(fit->breaker, last))
            try_lines(fit, last);
    return read_ends(fit, ends);
}

static Fit fit_of(const EzBreaker *breaker, double width, bool justified)
{
    return (Fit){.breaker = breaker,
                 .width = width,
                 .justified = justified,
                 .fewest = !justified,
                 .ways = g_malloc(sizeof(Way[FITNESSES]) * ((size_t)breaker->n + 1))};
}

int ez_break_even(const EzBreaker *breaker, double width, int *ends)
{
    if (width <= 0 || breaker->n == 0)
        return ez_break_first_fit(breaker, width, ends);
    Fit fit = fit_of(breaker, width, false);
    int lines = break_total(&fit, ends);
    g_free(fit.ways);
    return lines;
}

int ez_break_justified(const EzBreaker *breaker, double width, int *ends)
{
    int most = ez_break_first_fit(breaker, width, ends);
    if (width <= 0 || breaker->n == 0)
        return most;
    Fit fit = fit_of(breaker, width, true);
    int lines = break_total(&fit, ends);
    fit.fewest = true;
    if (lines > most)
        lines = break_total(&fit, ends);
    g_free(fit.ways);
    return lines;
}
