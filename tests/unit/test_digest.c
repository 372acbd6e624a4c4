// SPDX-License-Identifier: EUPL-1.2
// Sums: the same from the same, another from anything else.
#include "engine/base/digest.h"

#include <glib.h>
#include <string.h>

#include "engine/base/rng.h"

static char *sum_of_text(const char *first, const char *second)
{
    EzDigest digest;
    ez_digest_init(&digest);
    ez_digest_text(&digest, first);
    ez_digest_text(&digest, second);
    return ez_digest_hex(&digest);
}

static void test_texts_do_not_run_together(void)
{
    static const char *const pairs[][2] = {
        {"ab", "c"},       {"a", "bc"},  {"abc", ""},      {"", "abc"},       {NULL, ""},
        {"", NULL},        {"", ""},     {NULL, NULL},     {"12345678", "9"}, {"123456789", ""},
        {"1234567", "89"}, {"\x01", ""}, {"\x01\x01", ""},
    };
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        char *sum = sum_of_text(pairs[i][0], pairs[i][1]);
        g_autofree char *again = sum_of_text(pairs[i][0], pairs[i][1]);
        g_assert_cmpstr(sum, ==, again);
        g_assert_cmpuint(strlen(sum), ==, 32);
        g_assert_true(g_hash_table_add(seen, sum));
    }
}

// Each bit of a value, at each place among others, changes about half of the bits of the sum.
static void test_each_bit_counts(void)
{
    EzRng rng;
    ez_rng_seed(&rng, 1);
    int64_t values[8];
    for (int i = 0; i < 8; i++)
        values[i] = ez_rng_between(&rng, INT32_MIN, INT32_MAX);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int place = 0; place < 8; place++)
        for (int bit = 0; bit < 64; bit++) {
            EzDigest digest;
            ez_digest_init(&digest);
            for (int i = 0; i < 8; i++)
                ez_digest_whole(&digest, (int64_t)((uint64_t)values[i] ^
                                                   (i == place ? UINT64_C(1) << bit : 0)));
            g_assert_true(g_hash_table_add(seen, ez_digest_hex(&digest)));
        }
}

static void test_order_counts(void)
{
    EzDigest one, other;
    ez_digest_init(&one);
    ez_digest_init(&other);
    ez_digest_numbers(&one, (double[]){1, 2, 2}, 3);
    ez_digest_numbers(&other, (double[]){2, 1, 2}, 3);
    g_autofree char *a = ez_digest_hex(&one), *b = ez_digest_hex(&other);
    g_assert_cmpstr(a, !=, b);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/digest/texts-do-not-run-together", test_texts_do_not_run_together);
    g_test_add_func("/digest/each-bit-counts", test_each_bit_counts);
    g_test_add_func("/digest/order-counts", test_order_counts);
    return g_test_run();
}
