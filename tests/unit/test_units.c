// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/units.h"

#include <glib.h>
#include <math.h>

static void test_parse(void)
{
    static const struct {
        const char *text;
        double value;
        EzUnit unit;
    } good[] = {{"12", 12, EZ_MM},     {"12mm", 12, EZ_MM},      {"1.5cm", 15, EZ_MM},
                {"72pt", 25.4, EZ_MM}, {"40%", 0.4, EZ_PERCENT}, {"12 mm", 12, EZ_MM},
                {"-3", -3, EZ_MM}};
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        EzLength length;
        g_assert_true(ez_length_parse(good[i].text, &length));
        g_assert_cmpfloat_with_epsilon(length.value, good[i].value, 1e-9);
        g_assert_cmpint(length.unit, ==, good[i].unit);
    }
    static const char *const bad[] = {"",    "mm",    "1,5", "12 furlongs", "1e999", "nan",
                                      "inf", "12mmm", "%"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        EzLength length;
        g_assert_false(ez_length_parse(bad[i], &length));
    }
}

static void test_rest(void)
{
    g_assert_cmpfloat(ez_length_resolve((EzLength){0.5, EZ_PERCENT}, 80, 1), ==, 40);
    g_assert_cmpfloat(ez_length_resolve((EzLength){5, EZ_MM}, 80, 1), ==, 5);
    g_assert_cmpfloat(ez_length_resolve((EzLength){5, EZ_AUTO}, 80, 1), ==, 1);
    g_assert_cmpfloat(ez_mm_round(1.23456), ==, 1.235);
    g_assert_false(signbit(ez_mm_round(-0.0001)));
    g_assert_cmpfloat_with_epsilon(ez_mm_from_pt(72), 25.4, 1e-12);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/units/lengths-as-authors-write-them", test_parse);
    g_test_add_func("/units/resolve-and-round", test_rest);
    return g_test_run();
}
