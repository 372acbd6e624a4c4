// SPDX-License-Identifier: EUPL-1.2
// sRGB to CMYK for a press: greys of black ink alone, named colours as they are named, and never more ink than the limit.
#include "print/colour.h"
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

static EzColours *open_colours(double limit)
{
    g_autoptr(GBytes) profile = ez_test_icc("FOGRA39L_coated.icc");
    g_autoptr(GError) error = NULL;
    EzColours *colours = ez_colours_new(profile, limit, &error);
    g_assert_no_error(error);
    return colours;
}

static char *converted(const EzColours *colours, const char *hex)
{
    EzColour rgb;
    g_assert_true(ez_colour_parse_hex(hex, &rgb));
    g_autoptr(GString) out = g_string_new(NULL);
    ez_cmyk_print(out, ez_colours_convert(colours, rgb.r, rgb.g, rgb.b));
    return g_strdup(out->str);
}

static void test_greys_are_black_ink_alone(void)
{
    g_autoptr(EzColours) colours = open_colours(3);
    double before = 2;
    for (int grey = 0; grey < 256; grey++) {
        double value = grey / 255.0;
        EzCmyk cmyk = ez_colours_convert(colours, value, value, value);
        g_assert_cmpfloat(cmyk.ink[0] + cmyk.ink[1] + cmyk.ink[2], ==, 0);
        g_assert_cmpfloat(cmyk.ink[3], <, before);
        before = cmyk.ink[3];
    }
    g_autofree char *black = converted(colours, "#000000");
    g_autofree char *white = converted(colours, "#FFFFFF");
    g_assert_cmpstr(black, ==, "0 0 0 1");
    g_assert_cmpstr(white, ==, "0 0 0 0");
}

// Half of the way between black and white to the eye is L* 50, #777777: of FOGRA39's black that is some 60 to 68 %.
static void test_a_grey_is_as_light_as_it_looks(void)
{
    g_autoptr(EzColours) colours = open_colours(3);
    EzCmyk middle = ez_colours_convert(colours, 119 / 255.0, 119 / 255.0, 119 / 255.0);
    g_assert_cmpfloat(middle.ink[3], >, 0.5);
    g_assert_cmpfloat(middle.ink[3], <, 0.7);
}

static double ink_of(EzCmyk cmyk)
{
    return cmyk.ink[0] + cmyk.ink[1] + cmyk.ink[2] + cmyk.ink[3];
}

// The darkest colours have 317 % in this profile.
static void test_no_solid_has_more_ink_than_the_limit(void)
{
    static const double limits[] = {2.4, 3, 4};
    for (gsize i = 0; i < G_N_ELEMENTS(limits); i++) {
        g_autoptr(EzColours) colours = open_colours(limits[i]);
        double most = 0;
        for (int n = 0; n < 16 * 16 * 16; n++) {
            EzCmyk cmyk = ez_colours_convert(colours, (n & 15) / 60.0, (n >> 4 & 15) / 60.0,
                                             (n >> 8 & 15) / 60.0);
            most = MAX(most, ink_of(cmyk));
        }
        g_assert_cmpfloat(most, <=, limits[i] + 1e-9);
        g_assert_cmpfloat(most, >, MIN(limits[i], 3.1) - 0.05);
    }
}

static void test_a_named_colour_has_its_own_cmyk(void)
{
    g_autoptr(EzColours) colours = open_colours(3);
    EzColour ink;
    g_assert_true(ez_colour_parse_hex("#1E2420", &ink));
    g_autofree char *before = converted(colours, "#1E2420");
    ink.has_cmyk = true;
    ink.k = 1;
    ez_colours_name(colours, ink);
    ez_colours_name(colours, ez_colour_tint(ink, 0.12));
    g_autofree char *after = converted(colours, "#1E2420");
    EzColour tint = ez_colour_tint(ink, 0.12);
    EzCmyk light = ez_colours_convert(colours, tint.r, tint.g, tint.b);
    g_assert_cmpstr(before, !=, after);
    g_assert_cmpstr(after, ==, "0 0 0 1");
    g_assert_cmpfloat_with_epsilon(light.ink[3], 0.12, 1e-9);
    g_assert_cmpfloat(ink_of(light), ==, light.ink[3]);
}

static void test_a_spot_colour_is_found_with_its_share(void)
{
    g_autoptr(EzColours) colours = open_colours(2.4);
    EzColour gold = {.r = 0.8,
                     .g = 0.7,
                     .b = 0.2,
                     .tint = 1,
                     .has_cmyk = true,
                     .c = 1,
                     .m = 1,
                     .y = 1,
                     .spot = "Gold"};
    EzColour light = ez_colour_tint(gold, 0.25), white = ez_colour_tint(gold, 0);
    double tint;
    ez_colours_name(colours, gold);
    ez_colours_name(colours, light);
    ez_colours_name(colours, white);
    g_assert_cmpint(ez_colours_spot_count(colours), ==, 1);
    g_assert_cmpstr(ez_colours_spot(colours, 0)->name, ==, "Gold");
    g_assert_cmpfloat_with_epsilon(ink_of(ez_colours_spot(colours, 0)->cmyk), 2.4, 1e-9);
    g_assert_cmpint(ez_colours_find_spot(colours, light.r, light.g, light.b, &tint), ==, 0);
    g_assert_cmpfloat(tint, ==, 0.25);
    g_assert_cmpint(ez_colours_find_spot(colours, 1, 1, 1, &tint), ==, -1);
    g_assert_cmpint(ez_colours_find_spot(colours, 0.8, 0.7, 0.3, &tint), ==, -1);
}

static void test_a_named_colour_keeps_the_limit_too(void)
{
    g_autoptr(EzColours) colours = open_colours(2.4);
    EzColour rich = {.r = 0.1,
                     .g = 0.1,
                     .b = 0.1,
                     .tint = 1,
                     .has_cmyk = true,
                     .c = 1,
                     .m = 1,
                     .y = 1,
                     .k = 1};
    ez_colours_name(colours, rich);
    EzCmyk cmyk = ez_colours_convert(colours, 0.1, 0.1, 0.1);
    g_assert_cmpfloat_with_epsilon(ink_of(cmyk), 2.4, 1e-9);
    g_assert_cmpfloat(cmyk.ink[3], ==, 1);
}

static void test_pixels_keep_the_limit_and_greys_of_drawings_are_black(void)
{
    static const unsigned char rgb[] = {0, 0, 0, 119, 119, 119, 20, 0, 0, 255, 255, 255};
    g_autoptr(EzColours) colours = open_colours(2.4);
    for (int photograph = 0; photograph < 2; photograph++) {
        unsigned char cmyk[16];
        ez_colours_pixels(colours, rgb, cmyk, 4, photograph);
        for (int i = 0; i < 4; i++)
            g_assert_cmpint(cmyk[i * 4] + cmyk[i * 4 + 1] + cmyk[i * 4 + 2] + cmyk[i * 4 + 3],
                            <=, 612);
        g_assert_cmpint(cmyk[4] == 0, ==, !photograph);
        g_assert_cmpint(cmyk[15], ==, 0);
    }
}

static void test_numbers_are_short_and_the_same_everywhere(void)
{
    static const struct {
        EzCmyk cmyk;
        const char *text;
    } rows[] = {{{{0, 0, 0, 1}}, "0 0 0 1"},
                {{{0.5, 0.25, 0.123456, 0}}, "0.5 0.25 0.1235 0"},
                {{{0.00001, 0.99999, 0.0001, 2}}, "0 1 0.0001 1"}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        ez_cmyk_print(out, rows[i].cmyk);
        g_assert_cmpstr(out->str, ==, rows[i].text);
    }
    g_assert_true(ez_cmyk_is_black(rows[0].cmyk));
    g_assert_false(ez_cmyk_is_black(rows[1].cmyk));
}

static void test_what_is_no_profile_of_cmyk_is_refused(void)
{
    g_autoptr(GBytes) rgb = ez_test_icc("sRGB.icc");
    g_autoptr(GBytes) none = g_bytes_new_static("hello", 5);
    GBytes *const files[] = {rgb, none};
    static const char *const said[] = {"it is an ICC profile, and not one of CMYK",
                                       "it is no ICC profile"};
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(ez_colours_new(files[i], 3, &error));
        g_assert_cmpstr(error->message, ==, said[i]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/press-colour/a-spot-colour-is-found-with-its-share",
                    test_a_spot_colour_is_found_with_its_share);
    g_test_add_func("/press-colour/greys-are-black-ink-alone", test_greys_are_black_ink_alone);
    g_test_add_func("/press-colour/a-grey-is-as-light-as-it-looks",
                    test_a_grey_is_as_light_as_it_looks);
    g_test_add_func("/press-colour/no-solid-has-more-ink-than-the-limit",
                    test_no_solid_has_more_ink_than_the_limit);
    g_test_add_func("/press-colour/a-named-colour-has-its-own-cmyk",
                    test_a_named_colour_has_its_own_cmyk);
    g_test_add_func("/press-colour/a-named-colour-keeps-the-limit-too",
                    test_a_named_colour_keeps_the_limit_too);
    g_test_add_func("/press-colour/pixels-keep-the-limit",
                    test_pixels_keep_the_limit_and_greys_of_drawings_are_black);
    g_test_add_func("/press-colour/numbers-are-short-and-the-same-everywhere",
                    test_numbers_are_short_and_the_same_everywhere);
    g_test_add_func("/press-colour/what-is-no-profile-of-cmyk-is-refused",
                    test_what_is_no_profile_of_cmyk_is_refused);
    return g_test_run();
}
