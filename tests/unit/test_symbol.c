// SPDX-License-Identifier: EUPL-1.2
// Drawn shapes and marks: each name draws something, in its box.
#include "render/symbol.h"

#include "engine/model/node.h"
#include "tests/support/test_kit.h"

#include <string.h>

// Pointed shapes look smaller than they are and reach past their box by this share of it.
#define OVERSHOOT 0.0601

static const EzRect boxes[] = {
    {10, 20, 4.2, 4.2}, {-3, 0, 11, 15}, {0, 0, 20, 4}, {5, 5, 3, 30}};

static EzScene *open_page(void)
{
    EzScene *scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 100, 100, 0, "x");
    return scene;
}

static void assert_inside(const char *name, EzRect ink, EzRect box, double share)
{
    double more = share * MAX(box.width, box.height) + 1e-6;
    bool inside = ink.x >= box.x - more && ink.y >= box.y - more &&
                  ink.x + ink.width <= box.x + box.width + more &&
                  ink.y + ink.height <= box.y + box.height + more;
    if (!inside)
        g_test_fail_printf("%s: %g %g %g %g in %g %g %g %g", name, ink.x, ink.y, ink.width,
                           ink.height, box.x, box.y, box.width, box.height);
    if (ink.width <= 0 || ink.height <= 0)
        g_test_fail_printf("%s draws nothing", name);
}

static void test_every_shape_lies_in_its_box(void)
{
    for (int i = 0; ez_shape_names[i] != NULL; i++) {
        for (guint k = 0; k < G_N_ELEMENTS(boxes); k++) {
            g_autoptr(EzScene) scene = open_page();
            EzPath path = ez_symbol_shape(scene, ez_shape_names[i], boxes[k]);
            g_assert_cmpint(path.n_steps, >, 3);
            assert_inside(ez_shape_names[i], ez_test_bounds(&path), boxes[k], OVERSHOOT);
            ez_scene_end_page(scene);
        }
    }
}

static void test_a_tab_keeps_to_its_box(void)
{
    for (guint k = 0; k < G_N_ELEMENTS(boxes); k++) {
        g_autoptr(EzScene) scene = open_page();
        EzPath path = ez_symbol_shape(scene, "tab", boxes[k]);
        assert_inside("tab", ez_test_bounds(&path), boxes[k], 0);
        ez_scene_end_page(scene);
    }
}

static void test_every_mark_lies_in_its_box(void)
{
    for (int i = 0; ez_mark_names[i] != NULL; i++) {
        g_autoptr(EzScene) scene = open_page();
        const char *name = ez_mark_names[i];
        EzRect box = {10, 20, ez_symbol_width(name), ez_symbol_height(name)};
        g_assert_cmpfloat(box.width, >, 1);
        g_assert_true(ez_symbol_mark(scene, name, box, EZ_WHITE));
        ez_scene_end_page(scene);
        g_assert_cmpint(ez_scene_page(scene, 0)->n_items, >, 0);
        for (int n = 0; n < ez_scene_page(scene, 0)->n_items; n++)
            assert_inside(name, ez_test_bounds(&ez_scene_item(scene, n)->path.path), box, 0);
    }
}

static void test_every_shape_has_a_size(void)
{
    for (int i = 0; ez_shape_names[i] != NULL; i++) {
        g_assert_cmpfloat(ez_symbol_width(ez_shape_names[i]), >, 1);
        g_assert_cmpfloat(ez_symbol_height(ez_shape_names[i]), >, 1);
    }
}

static void test_an_unknown_name_draws_nothing(void)
{
    g_autoptr(EzScene) scene = open_page();
    g_assert_cmpint(ez_symbol_shape(scene, "blob", boxes[0]).n_steps, ==, 0);
    g_assert_false(ez_symbol_mark(scene, "blob", boxes[0], EZ_WHITE));
    g_assert_cmpfloat(ez_symbol_width("blob"), ==, 0);
    g_assert_cmpfloat(ez_symbol_height("blob"), ==, 0);
    ez_scene_end_page(scene);
}

static void test_a_mark_without_room_is_drawn_without_size(void)
{
    g_autoptr(EzScene) scene = open_page();
    for (int i = 0; ez_mark_names[i] != NULL; i++)
        ez_symbol_mark(scene, ez_mark_names[i], (EzRect){5, 5, 0.1, 0.1}, EZ_WHITE);
    ez_scene_end_page(scene);
    for (int n = 0; n < ez_scene_page(scene, 0)->n_items; n++) {
        EzRect ink = ez_test_bounds(&ez_scene_item(scene, n)->path.path);
        g_assert_cmpfloat(ink.width, <=, 0.11);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/symbol/every-shape-lies-in-its-box", test_every_shape_lies_in_its_box);
    g_test_add_func("/symbol/a-tab-keeps-to-its-box", test_a_tab_keeps_to_its_box);
    g_test_add_func("/symbol/every-mark-lies-in-its-box", test_every_mark_lies_in_its_box);
    g_test_add_func("/symbol/every-shape-has-a-size", test_every_shape_has_a_size);
    g_test_add_func("/symbol/an-unknown-name-draws-nothing",
                    test_an_unknown_name_draws_nothing);
    g_test_add_func("/symbol/a-mark-without-room-is-drawn-without-size",
                    test_a_mark_without_room_is_drawn_without_size);
    return g_test_run();
}
