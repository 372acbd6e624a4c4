// SPDX-License-Identifier: EUPL-1.2
// Colours: reading, tints on white, contrast as WCAG computes it.
#include "engine/model/colour.h"

#include <glib.h>

typedef struct Row {
    const char *hex, *tint;   // 12 % on white
    double on_white, on_tint; // contrast, as the kit's colour table states it
} Row;

static const Row ROWS[] = {
    {"#00687A", "#E0EDEF", 6.44, 5.38}, {"#3D5A9E", "#E8EBF3", 6.66, 5.58},
    {"#8A5A00", "#F1EBE0", 5.93, 5.00}, {"#A23B2A", "#F4E7E5", 6.57, 5.45},
    {"#2E6B34", "#E6EDE7", 6.42, 5.39}, {"#7A3E8E", "#EFE8F1", 7.22, 6.01},
    {"#4A4A4A", "#E9E9E9", 8.86, 7.30}, {"#9A2C66", "#F3E6ED", 7.18, 5.93},
};

static EzColour hex(const char *text)
{
    EzColour colour = {0};
    g_assert_true(ez_colour_parse_hex(text, &colour));
    return colour;
}

static void assert_hex(EzColour colour, const char *want)
{
    char found[8];
    ez_colour_hex(colour, found);
    g_assert_cmpstr(found, ==, want);
}

static void test_hex_there_and_back(void)
{
    static const char *const texts[] = {"#000000", "#FFFFFF", "#00687A", "#010203", "#FEDCBA"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_hex(hex(texts[i]), texts[i]);
    assert_hex(hex("#a23b2a"), "#A23B2A");
}

static void test_hex_refuses_what_is_none(void)
{
    static const char *const texts[] = {"",         "#",       "00687A",   "#00687",
                                        "#00687A0", "#00687G", "# 0687AA", "#+12345",
                                        "rgb(0,0)", "#é0687"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        EzColour colour = {.r = 0.5};
        g_assert_false(ez_colour_parse_hex(texts[i], &colour));
        g_assert_cmpfloat(colour.r, ==, 0.5);
    }
}

static void test_tints_are_mixed_with_white(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++)
        assert_hex(ez_colour_tint(hex(ROWS[i].hex), 0.12), ROWS[i].tint);
    assert_hex(ez_colour_tint(hex("#00687A"), 1), "#00687A");
    assert_hex(ez_colour_tint(hex("#00687A"), 0), "#FFFFFF");
}

static void test_a_tint_knows_its_share(void)
{
    EzColour half = ez_colour_tint(hex("#00687A"), 0.5);
    g_assert_cmpfloat(half.tint, ==, 0.5);
    g_assert_cmpfloat(ez_colour_tint(half, 0.5).tint, ==, 0.25);
    assert_hex(ez_colour_tint(half, 0.24), "#E0EDEF");
}

static void test_contrast_is_that_of_the_colour_table(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        EzColour colour = hex(ROWS[i].hex);
        g_assert_cmpfloat_with_epsilon(ez_colour_contrast(colour, EZ_WHITE), ROWS[i].on_white,
                                       0.0051);
        g_assert_cmpfloat_with_epsilon(ez_colour_contrast(hex(ROWS[i].tint), colour),
                                       ROWS[i].on_tint, 0.0051);
    }
    g_assert_cmpfloat_with_epsilon(ez_colour_contrast(hex("#1E2420"), hex("#FBFAF4")), 15.1,
                                   0.051);
    g_assert_cmpfloat_with_epsilon(ez_colour_contrast(EZ_WHITE, hex("#000000")), 21, 1e-9);
    g_assert_cmpfloat(ez_colour_contrast(EZ_WHITE, EZ_WHITE), ==, 1);
}

static void test_equal_colours_have_one_name(void)
{
    EzColour a = hex("#00687A"), b = a;
    g_assert_true(ez_colour_equal(a, b));
    b.name = "verbinden";
    g_assert_false(ez_colour_equal(a, b));
    g_assert_false(ez_colour_equal(a, ez_colour_tint(a, 0.5)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/colour/hex-there-and-back", test_hex_there_and_back);
    g_test_add_func("/colour/hex-refuses-what-is-none", test_hex_refuses_what_is_none);
    g_test_add_func("/colour/tints-are-mixed-with-white", test_tints_are_mixed_with_white);
    g_test_add_func("/colour/a-tint-knows-its-share", test_a_tint_knows_its_share);
    g_test_add_func("/colour/contrast-is-that-of-the-colour-table",
                    test_contrast_is_that_of_the_colour_table);
    g_test_add_func("/colour/equal-colours-have-one-name", test_equal_colours_have_one_name);
    return g_test_run();
}
