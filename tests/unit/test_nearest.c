// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/nearest.h"

#include <glib.h>

static void test_distance(void)
{
    static const struct {
        const char *a, *b;
        int distance;
    } cases[] = {
        {"", "", 0},      {"abc", "", 3},        {"title", "titel", 1},   {"TITLE", "title", 0},
        {"ca", "abc", 3}, {"naïef", "naief", 1}, {"kitten", "sitting", 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_cmpint(ez_nearest_distance(cases[i].a, cases[i].b), ==, cases[i].distance);
        g_assert_cmpint(ez_nearest_distance(cases[i].b, cases[i].a), ==, cases[i].distance);
    }
}

static void test_nearest(void)
{
    static const char *const names[] = {"title", "width", "tide", "height", NULL};
    g_assert_cmpstr(ez_nearest("titel", names), ==, "title");
    g_assert_cmpstr(ez_nearest("tidle", names), ==, "title");
    g_assert_cmpstr(ez_nearest("wi", names), ==, NULL);
    g_assert_cmpstr(ez_nearest("hieght", names), ==, "height");
    g_assert_cmpstr(ez_nearest("", names), ==, NULL);
    g_assert_cmpstr(ez_nearest("\xff\xf0", names), ==, NULL);
    g_autofree char *endless = g_strnfill(100000, 't');
    g_assert_cmpstr(ez_nearest(endless, names), ==, NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/nearest/distance", test_distance);
    g_test_add_func("/nearest/the-closest-of-the-candidates", test_nearest);
    return g_test_run();
}
