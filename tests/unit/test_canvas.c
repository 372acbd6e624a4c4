// SPDX-License-Identifier: EUPL-1.2
// Canvases: every kind, with as few and as many words as it takes and at many sizes, stays within its box; some exact places.
#include "render/canvas.h"

#include <math.h>

#define NEAR  0.001
#define LINES 1.0 // half of the thickest line, and corners that are drawn round

static EzColour grey(void)
{
    EzColour colour = EZ_WHITE;
    ez_colour_parse_hex("#808080", &colour);
    return colour;
}

static EzCanvas canvas_of(EzCanvasKind kind, EzRect box, bool most)
{
    EzCanvas canvas = {.kind = kind, .box = box, .points = 5};
    for (int part = 0; part < EZ_CANVAS_NUMBER; part++) {
        EzCanvasRange range = ez_canvas_takes(kind, (EzCanvasPart)part);
        canvas.counts[part] = most ? range.most : range.least;
    }
    canvas.counts[EZ_CANVAS_NUMBER] = ez_canvas_numbers(&canvas);
    return canvas;
}

static EzScene *drawn(const EzCanvas *canvas)
{
    EzScene *scene = ez_scene_new("nl", NULL);
    EzCanvasInks inks = {grey(), grey(), grey(), grey(), grey()};
    ez_scene_begin_page(scene, 1000, 1000, 0, "x");
    ez_canvas_draw(canvas, scene, &inks);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

static bool is_within(EzRect box, double x, double y)
{
    return x >= box.x - LINES && x <= box.x + box.width + LINES && y >= box.y - LINES &&
           y <= box.y + box.height + LINES;
}

// ---- within the box ----------------------------------------------------------------------------

static void check_paths(const EzCanvas *canvas)
{
    g_autoptr(EzScene) scene = drawn(canvas);
    const EzScenePage *page = ez_scene_page(scene, 0);
    g_assert_cmpint(page->n_items, >, 0);
    for (int i = 0; i < page->n_items; i++) {
        const EzPath *path = &ez_scene_item(scene, i)->path.path;
        for (int k = 0; k < path->n_steps; k++)
            if (path->steps[k].verb != EZ_CLOSE &&
                !is_within(canvas->box, path->steps[k].x, path->steps[k].y))
                g_test_fail_printf("%s: a line at %g, %g", ez_canvas_words[canvas->kind],
                                   path->steps[k].x, path->steps[k].y);
    }
}

static void check_words(const EzCanvas *canvas)
{
    for (int part = 0; part < EZ_CANVAS_PARTS; part++) {
        for (int i = 0; i < canvas->counts[part]; i++) {
            EzCanvasSpot spot = ez_canvas_spot(canvas, (EzCanvasPart)part, i);
            if (spot.width <= 0 || !is_within(canvas->box, spot.x, spot.y) ||
                !is_within(canvas->box, spot.x + spot.width, spot.y))
                g_test_fail_printf("%s: words %d.%d at %g, %g, %g wide",
                                   ez_canvas_words[canvas->kind], part, i, spot.x, spot.y,
                                   spot.width);
        }
    }
}

static void test_every_kind_stays_within_its_box(void)
{
    static const double scales[] = {1, 1.7, 3};
    for (int i = 0; i < EZ_CANVAS_KINDS * 2 * 9; i++) {
        EzCanvas canvas =
            canvas_of((EzCanvasKind)(i / 18), (EzRect){20, 30, 200, 200}, i % 2 == 1);
        canvas.box.width = ez_canvas_least(&canvas).width * scales[i / 2 % 3];
        canvas.box.height = ez_canvas_least(&canvas).height * scales[i / 6 % 3];
        check_paths(&canvas);
        check_words(&canvas);
    }
}

// ---- places ------------------------------------------------------------------------------------

static void test_stairs_rise_by_equal_steps(void)
{
    EzCanvas stairs = canvas_of(EZ_CANVAS_STAIRS, (EzRect){0, 0, 198, 46.8}, false);
    stairs.counts[EZ_CANVAS_LABEL] = 5;
    g_autoptr(EzScene) scene = drawn(&stairs);
    const EzPathStep *steps = ez_scene_item(scene, 0)->path.path.steps;
    for (int i = 0; i < 5; i++) { // 9.2 a tread, in columns of one width
        g_assert_cmpfloat_with_epsilon(steps[1 + 2 * i].y, 0.4 + 9.2 * (4 - i), NEAR);
        g_assert_cmpfloat_with_epsilon(steps[1 + 2 * i].x, 0.4 + 197.2 / 5 * i, NEAR);
    }
}

static void test_a_full_loop_has_the_measures_of_the_design(void)
{
    EzCanvas loop = canvas_of(EZ_CANVAS_LOOP, (EzRect){0, 0, 396, 170}, true);
    g_autoptr(EzScene) scene = drawn(&loop);
    const EzPath *curve = &ez_scene_item(scene, 5)->path.path; // after four areas and the halo
    double left = 1000, top = 1000;
    for (int i = 0; i < curve->n_steps; i++) {
        if (curve->steps[i].verb == EZ_CLOSE)
            continue;
        left = MIN(left, curve->steps[i].x);
        top = MIN(top, curve->steps[i].y);
    }
    g_assert_cmpfloat_with_epsilon(left, 198 - 150, NEAR);
    g_assert_cmpfloat_with_epsilon(top, 85 - 60.4, 1.5);
}

static void test_two_rings_stand_as_62_to_104(void)
{
    EzCanvas rings = canvas_of(EZ_CANVAS_RINGS, (EzRect){0, 0, 208.6, 208.6}, false);
    rings.counts[EZ_CANVAS_LABEL] = 2;
    g_autoptr(EzScene) scene = drawn(&rings);
    g_assert_cmpfloat_with_epsilon(ez_scene_item(scene, 0)->path.path.steps[0].x, 104.3 + 62,
                                   NEAR);
    g_assert_cmpfloat_with_epsilon(ez_scene_item(scene, 1)->path.path.steps[0].x, 104.3 + 104,
                                   NEAR);
}

static void test_a_matrix_keeps_the_shape_of_its_cells(void)
{
    EzCanvas matrix = canvas_of(EZ_CANVAS_MATRIX, (EzRect){0, 0, 400, 100}, true);
    double wide = ez_canvas_spot(&matrix, EZ_CANVAS_COLUMN, 1).x -
                  ez_canvas_spot(&matrix, EZ_CANVAS_COLUMN, 0).x;
    double tall = ez_canvas_spot(&matrix, EZ_CANVAS_ROW, 1).y -
                  ez_canvas_spot(&matrix, EZ_CANVAS_ROW, 0).y;
    g_assert_cmpfloat_with_epsilon(wide / tall, 40 / 34.0, NEAR);
    g_assert_cmpfloat_with_epsilon(8 * tall, 91, NEAR);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/canvas/every-kind-stays-within-its-box",
                    test_every_kind_stays_within_its_box);
    g_test_add_func("/canvas/stairs-rise-by-equal-steps", test_stairs_rise_by_equal_steps);
    g_test_add_func("/canvas/a-full-loop-has-the-measures-of-the-design",
                    test_a_full_loop_has_the_measures_of_the_design);
    g_test_add_func("/canvas/two-rings-stand-as-62-to-104", test_two_rings_stand_as_62_to_104);
    g_test_add_func("/canvas/a-matrix-keeps-the-shape-of-its-cells",
                    test_a_matrix_keeps_the_shape_of_its_cells);
    return g_test_run();
}
