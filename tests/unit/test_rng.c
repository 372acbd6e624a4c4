// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/rng.h"

#include <glib.h>

// xoshiro256** from the state 1, 2, 3, 4: the numbers that the authors' C gives.
static void test_reference(void)
{
    static const uint64_t numbers[] = {11520, 0, 1509978240, 1215971899390074240};
    EzRng rng = {{1, 2, 3, 4}};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        g_assert_cmpuint(ez_rng_next(&rng), ==, numbers[i]);
}

// splitmix64 from 1234567, as its authors give it.
static void test_seed(void)
{
    static const uint64_t numbers[] = {
        UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423), UINT64_C(4593380528125082431)};
    EzRng rng;
    ez_rng_seed(&rng, 1234567);
    for (int i = 0; i < 4; i++)
        g_assert_cmpuint(rng.state[i], ==, numbers[i]);
    g_assert_cmpuint(ez_rng_seed_of(""), ==, UINT64_C(0xcbf29ce484222325));
    g_assert_cmpuint(ez_rng_seed_of("a"), ==, UINT64_C(0xaf63dc4c8601ec8c));
    g_assert_cmpuint(ez_rng_seed_of("foobar"), ==, UINT64_C(0x85944171f73967e8));
}

static void test_between(void)
{
    EzRng rng;
    ez_rng_seed(&rng, 1);
    int seen[3] = {0};
    for (int i = 0; i < 3000; i++) {
        int64_t n = ez_rng_between(&rng, -1, 1);
        g_assert_true(n >= -1 && n <= 1);
        seen[n + 1]++;
        double unit = ez_rng_unit(&rng);
        g_assert_true(unit >= 0 && unit < 1);
    }
    for (int i = 0; i < 3; i++)
        g_assert_cmpint(seen[i], >, 900);
    g_assert_cmpint(ez_rng_between(&rng, 7, 7), ==, 7);
    ez_rng_between(&rng, INT64_MIN, INT64_MAX);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rng/reference-numbers", test_reference);
    g_test_add_func("/rng/reference-seeds", test_seed);
    g_test_add_func("/rng/between-has-both-ends", test_between);
    return g_test_run();
}
