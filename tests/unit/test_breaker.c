// SPDX-License-Identifier: EUPL-1.2
// Line breaking: what it promises, and that total fit is not beaten by trying every way there is.
#include "render/breaker.h"

#include <math.h>
#include <string.h>

#include "engine/base/rng.h"

enum { MOST = 11 };
#define STICKS_OUT 1e6

// Words of some widths, joined by spaces of width 1.
static void fill(EzAtom *atoms, const double *widths, int n)
{
    memset(atoms, 0, sizeof(EzAtom) * (size_t)n);
    for (int i = 0; i < n; i++)
        atoms[i] = (EzAtom){.width = widths[i], .space = 1, .joint = EZ_JOINT_SPACE};
}

static void random_atoms(EzRng *rng, EzAtom *atoms, int n)
{
    for (int i = 0; i < n; i++) {
        EzJoint joint =
            ez_rng_between(rng, 0, 9) < 7 ? EZ_JOINT_SPACE : ez_rng_between(rng, 0, 3);
        atoms[i] = (EzAtom){.width = (double)ez_rng_between(rng, 1, 9), .joint = joint};
        atoms[i].space = joint == EZ_JOINT_SPACE ? 1 : 0;
        atoms[i].before = joint == EZ_JOINT_HYPHEN ? 0.5 : 0;
    }
}

static void assert_ends(const char *what, const int *ends, int lines, const char *want)
{
    GString *found = g_string_new(NULL);
    for (int i = 0; i < lines; i++)
        g_string_append_printf(found, i > 0 ? " %d" : "%d", ends[i]);
    if (strcmp(found->str, want) != 0)
        g_test_message("%s", what);
    g_assert_cmpstr(found->str, ==, want);
    g_string_free(found, TRUE);
}

// ---- first fit -------------------------------------------------------------------

static void test_a_line_takes_what_it_holds(void)
{
    EzAtom atoms[4];
    int ends[4];
    fill(atoms, (double[]){3, 3, 3, 3}, 4);
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, 4);
    static const struct {
        double width;
        const char *ends;
    } cases[] = {{7, "1 3"}, {6.99, "0 1 2 3"}, {11, "2 3"}, {2, "0 1 2 3"}, {0, "3"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        int lines = ez_break_first_fit(breaker, cases[i].width, ends);
        assert_ends("first fit", ends, lines, cases[i].ends);
    }
}

static void test_no_line_ends_where_none_may(void)
{
    EzAtom atoms[3];
    int ends[3];
    fill(atoms, (double[]){3, 3, 3}, 3);
    atoms[0].joint = EZ_JOINT_NONE;
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, 3);
    assert_ends("plain", ends, ez_break_first_fit(breaker, 4, ends), "1 2");
    assert_ends("even", ends, ez_break_even(breaker, 4, ends), "1 2");
    assert_ends("justified", ends, ez_break_justified(breaker, 4, ends), "1 2");
}

static void test_a_hyphen_counts_at_the_end_of_its_line_only(void)
{
    EzAtom atoms[2];
    fill(atoms, (double[]){3, 3}, 2);
    atoms[0] = (EzAtom){.width = 3, .before = 0.5, .after = 0.25, .joint = EZ_JOINT_HYPHEN};
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, 2);
    g_assert_cmpfloat(ez_breaker_width(breaker, 0, 0), ==, 3.5);
    g_assert_cmpfloat(ez_breaker_width(breaker, 1, 1), ==, 3.25);
    g_assert_cmpfloat(ez_breaker_width(breaker, 0, 1), ==, 6);
}

static void test_nothing_has_no_lines(void)
{
    const EzAtom none[1] = {{0}};
    int ends[1];
    g_autoptr(EzBreaker) breaker = ez_breaker_new(none, 0);
    g_assert_cmpint(ez_break_first_fit(breaker, 10, ends), ==, 0);
    g_assert_cmpint(ez_break_even(breaker, 10, ends), ==, 0);
    g_assert_cmpint(ez_break_justified(breaker, 10, ends), ==, 0);
}

// ---- total fit -------------------------------------------------------------------

// What a ragged paragraph costs, by the words of breaker.h; infinite when a line is too wide
// that could be divided.
static double ragged_cost(const EzBreaker *breaker, const EzAtom *atoms, int n, double width,
                          const int *ends, int lines)
{
    double cost = 0;
    bool hyphen = false;
    for (int i = 0, first = 0; i < lines; first = ends[i++] + 1) {
        double lack = width - ez_breaker_width(breaker, first, ends[i]);
        bool last = ends[i] == n - 1,
             divided = !last && atoms[ends[i]].joint == EZ_JOINT_HYPHEN;
        cost += last ? 0 : 1000 * (lack / width) * (lack / width);
        cost += lack < -1e-6 ? STICKS_OUT : 0;
        bool lonely =
            width - lack < 0.16 * width || ez_breaker_spaces(breaker, first, ends[i]) < 1e-6;
        cost += last && first > 0 && lonely ? 200 : 0;
        cost += divided ? 50 : 0;
        cost += divided && hyphen ? 3000 : 0;
        hyphen = divided;
    }
    return cost;
}

// Tries every set of breaks with so many lines; bit i is a break behind atom i.
static double least_cost(const EzBreaker *breaker, const EzAtom *atoms, int n, double width,
                         int want)
{
    double least = INFINITY;
    for (int mask = 0; mask < 1 << (n - 1); mask++) {
        int ends[MOST], lines = 0;
        bool allowed = true;
        for (int i = 0; i < n - 1; i++) {
            if ((mask >> i & 1) == 0)
                continue;
            allowed = allowed && atoms[i].joint != EZ_JOINT_NONE;
            ends[lines++] = i;
        }
        ends[lines++] = n - 1;
        if (allowed && lines == want)
            least = MIN(least, ragged_cost(breaker, atoms, n, width, ends, lines));
    }
    return least;
}

static void test_total_fit_is_the_best_there_is(void)
{
    EzRng rng;
    ez_rng_seed(&rng, 3);
    for (int round = 0; round < 300; round++) {
        EzAtom atoms[MOST];
        int ends[MOST], n = (int)ez_rng_between(&rng, 2, MOST);
        double width = (double)ez_rng_between(&rng, 9, 30);
        random_atoms(&rng, atoms, n);
        g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, n);
        int lines = ez_break_even(breaker, width, ends);
        g_assert_cmpint(lines, <=, ez_break_first_fit(breaker, width, NULL));
        g_assert_cmpint(ends[lines - 1], ==, n - 1);
        double found = ragged_cost(breaker, atoms, n, width, ends, lines);
        double least = least_cost(breaker, atoms, n, width, lines);
        g_assert_true(found < STICKS_OUT || least >= STICKS_OUT);
        if (found < STICKS_OUT)
            g_assert_cmpfloat_with_epsilon(found, least, 0.01);
    }
}

static void test_even_lines_leave_no_short_last_one(void)
{
    EzAtom atoms[4];
    int ends[4];
    fill(atoms, (double[]){9, 9, 9, 2}, 4);
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, 4);
    assert_ends("plain", ends, ez_break_first_fit(breaker, 29, ends), "2 3");
    assert_ends("even", ends, ez_break_even(breaker, 29, ends), "1 3");
}

static void test_justified_lines_fit_with_shrunk_spaces(void)
{
    EzRng rng;
    ez_rng_seed(&rng, 5);
    for (int round = 0; round < 500; round++) {
        EzAtom atoms[60];
        int ends[60], n = (int)ez_rng_between(&rng, 1, 60);
        double width = (double)ez_rng_between(&rng, 12, 60);
        random_atoms(&rng, atoms, n);
        for (int i = 0; i < n; i++)
            atoms[i].joint = atoms[i].joint == EZ_JOINT_NONE ? EZ_JOINT_SPACE : atoms[i].joint;
        g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, n);
        int lines = ez_break_justified(breaker, width, ends);
        g_assert_cmpint(lines, <=, ez_break_first_fit(breaker, width, NULL));
        for (int i = 0, first = 0; i < lines; first = ends[i++] + 1)
            g_assert_cmpfloat(ez_breaker_width(breaker, first, ends[i]) -
                                  EZ_SPACE_SHRINK * ez_breaker_spaces(breaker, first, ends[i]),
                              <=, width + 1e-6);
    }
}

// The loosest line decides how a paragraph looks.
static double loosest(const EzBreaker *breaker, double width, const int *ends, int lines)
{
    double most = 0;
    for (int i = 0, first = 0; i + 1 < lines; first = ends[i++] + 1)
        most = MAX(most, (width - ez_breaker_width(breaker, first, ends[i])) /
                             ez_breaker_spaces(breaker, first, ends[i]));
    return most;
}

static void test_justified_looks_ahead(void)
{
    EzAtom atoms[9];
    int plain[9], ends[9];
    // First fit takes the short word 2 up, and leaves a line with one wide gap behind it.
    fill(atoms, (double[]){8, 8, 2, 9, 12, 6, 7, 7, 3}, 9);
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, 9);
    int lines = ez_break_first_fit(breaker, 24, plain);
    double before = loosest(breaker, 24, plain, lines);
    lines = ez_break_justified(breaker, 24, ends);
    g_assert_cmpfloat(loosest(breaker, 24, ends, lines), <=, before);
}

// ---- balance ---------------------------------------------------------------------

static void test_balance_is_the_narrowest_that_keeps_the_lines(void)
{
    EzRng rng;
    ez_rng_seed(&rng, 7);
    for (int round = 0; round < 300; round++) {
        EzAtom atoms[30];
        int n = (int)ez_rng_between(&rng, 3, 30);
        double width = (double)ez_rng_between(&rng, 20, 60);
        random_atoms(&rng, atoms, n);
        g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, n);
        int lines = ez_break_first_fit(breaker, width, NULL);
        double narrow = ez_break_balance(breaker, width);
        g_assert_cmpfloat(narrow, <=, width);
        g_assert_cmpint(ez_break_first_fit(breaker, narrow, NULL), <=, lines);
        if (lines > 1 && narrow > 0.46 * width)
            g_assert_cmpint(ez_break_first_fit(breaker, narrow - 0.002 * width, NULL), >,
                            lines);
    }
}

// One wide space is no reason for another line, however wide it would become.
static void test_justified_never_adds_a_line(void)
{
    EzAtom atoms[3];
    int ends[3];
    fill(atoms, (double[]){3, 3, 99}, 3);
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, 3);
    assert_ends("justified", ends, ez_break_justified(breaker, 100, ends), "1 2");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/breaker/a-line-takes-what-it-holds", test_a_line_takes_what_it_holds);
    g_test_add_func("/breaker/no-line-ends-where-none-may", test_no_line_ends_where_none_may);
    g_test_add_func("/breaker/a-hyphen-counts-at-the-end-of-its-line-only",
                    test_a_hyphen_counts_at_the_end_of_its_line_only);
    g_test_add_func("/breaker/nothing-has-no-lines", test_nothing_has_no_lines);
    g_test_add_func("/breaker/total-fit-is-the-best-there-is",
                    test_total_fit_is_the_best_there_is);
    g_test_add_func("/breaker/justified-never-adds-a-line", test_justified_never_adds_a_line);
    g_test_add_func("/breaker/even-lines-leave-no-short-last-one",
                    test_even_lines_leave_no_short_last_one);
    g_test_add_func("/breaker/justified-lines-fit-with-shrunk-spaces",
                    test_justified_lines_fit_with_shrunk_spaces);
    g_test_add_func("/breaker/justified-looks-ahead", test_justified_looks_ahead);
    g_test_add_func("/breaker/balance-is-the-narrowest-that-keeps-the-lines",
                    test_balance_is_the_narrowest_that_keeps_the_lines);
    return g_test_run();
}
