// SPDX-License-Identifier: EUPL-1.2
#include "render/extent.h"

#include <math.h>

#include "render/device_png.h"

static const EzRect window = {0, 0, 60, 90};

static const EzColour colours[] = {{.r = 0.2, .g = 0.5, .b = 0.3, .tint = 1},
                                   {.r = 0.8, .g = 0.1, .b = 0.1, .tint = 1}};

static void put_rect(EzScene *scene, EzRect rect, double radius, double stroke)
{
    EzPath path = {0};
    ez_path_rect(scene, &path, rect, radius);
    ez_scene_path(scene, path, &colours[0], (EzStroke){.width = stroke, .colour = colours[1]});
}

// A page of one shape.
static EzScene *page_of(EzRect rect, double radius, double stroke)
{
    EzScene *scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 60, 90, 3, "K");
    put_rect(scene, rect, radius, stroke);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

static void test_what_lies_within(void)
{
    const struct {
        EzRect rect;
        double radius, stroke;
        bool within;
    } rows[] = {
        {{0, 0, 60, 90}, 0, 0, true},      {{-3, -3, 66, 96}, 0, 0, true}, // can be cut
        {{-3, -3, 66, 96}, 5, 0, false},   {{0, 0, 60, 90}, 5, 0, true},
        {{0, 0, 60, 90}, 5, 0.5, false}, // half the line is outside
        {{3, 3, 54, 84}, 0, 0.6, true},  // not even a mitre reaches out
        {{3, 3, 54, 84}, 0, 0.7, false},   {{-0.1, 10, 20, 20}, 2, 0, false},
        {{10, -0.1, 20, 20}, 2, 0, false}, {{40.1, 10, 20, 20}, 2, 0, false},
        {{10, 70.1, 20, 20}, 2, 0, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(EzScene) scene = page_of(rows[i].rect, rows[i].radius, rows[i].stroke);
        g_test_message("row %zu", i);
        g_assert_cmpint(ez_extent_within(scene, 0, window), ==, rows[i].within);
    }
}

static void test_a_rectangle_is_cut(void)
{
    const struct {
        EzRect rect;
        double radius;
        bool cut;
        EzRect seen;
    } rows[] = {
        {{10, 10, 20, 20}, 0, false, {0}},
        {{0, 0, 60, 90}, 0, false, {0}},
        {{-3, -3, 66, 96}, 0, true, {0, 0, 60, 90}},
        {{-3, 50, 10, 50}, 0, true, {0, 50, 7, 40}},
        {{55, -2, 10, 5}, 0, true, {55, 0, 5, 3}},
        {{-9, 10, 5, 5}, 0, true, {0, 10, 0, 5}}, // nothing is left
        {{-3, -3, 66, 96}, 1, false, {0}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(EzScene) scene = page_of(rows[i].rect, rows[i].radius, 0);
        EzRect seen = {0};
        g_test_message("row %zu", i);
        g_assert_cmpint(ez_extent_cut(ez_scene_item(scene, 0), window, &seen), ==, rows[i].cut);
        if (!rows[i].cut)
            continue;
        g_assert_cmpfloat(seen.x, ==, rows[i].seen.x);
        g_assert_cmpfloat(seen.y, ==, rows[i].seen.y);
        g_assert_cmpfloat(seen.width, ==, rows[i].seen.width);
        g_assert_cmpfloat(seen.height, ==, rows[i].seen.height);
    }
}

// Four corners, but no rectangle: nobody may cut it as one.
static void test_a_slanted_shape_is_none(void)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    EzPath path = {0};
    EzRect seen;
    ez_scene_begin_page(scene, 60, 90, 3, "K");
    ez_path_move(scene, &path, -3, 0);
    ez_path_line(scene, &path, 10, 1);
    ez_path_line(scene, &path, 10, 10);
    ez_path_line(scene, &path, -3, 10);
    ez_path_close(scene, &path);
    ez_scene_path(scene, path, &colours[0], (EzStroke){0});
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    g_assert_false(ez_extent_cut(ez_scene_item(scene, 0), window, &seen));
    g_assert_false(ez_extent_within(scene, 0, window));
}

// ---- a side on a sheet -----------------------------------------------------------------------------

typedef struct Stand {
    double x, y, scale;
    bool turned;
} Stand;

// Where a rectangle of a card of 60 × 90 comes to lie.
static EzRect stand_at(EzRect rect, Stand at)
{
    double x = at.turned ? 60 - rect.x - rect.width : rect.x;
    double y = at.turned ? 90 - rect.y - rect.height : rect.y;
    return (EzRect){at.x + x * at.scale, at.y + y * at.scale, rect.width * at.scale,
                    rect.height * at.scale};
}

// A ground in the bleed, a frame and a band. `crossing`: and a line that nothing but a clip can cut.
static void put_shapes(EzScene *scene, Stand at, bool crossing)
{
    put_rect(scene, stand_at((EzRect){-3, -3, 66, 96}, at), 0, 0);
    put_rect(scene, stand_at((EzRect){6, 6, 48, 30}, at), 3 * at.scale, 0.5 * at.scale);
    put_rect(scene, stand_at((EzRect){-3, 60, 20, 33}, at), 0, 0.5 * at.scale * crossing);
}

static EzScene *card(bool crossing)
{
    EzScene *scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 60, 90, 3, "K");
    put_shapes(scene, (Stand){0, 0, 1, false}, crossing);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

static EzScene *open_sheet(void)
{
    EzScene *scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 100, 140, 0, "vel");
    return scene;
}

static GBytes *picture_of(EzScene *sheet)
{
    g_autoptr(GError) error = NULL;
    ez_scene_end_page(sheet);
    ez_scene_seal(sheet);
    GBytes *png = ez_png_render(sheet, 0, &(EzPngOptions){.dpi = 254}, &error);
    g_assert_no_error(error);
    return png;
}

// What is seen of a side is the same as if its shapes stood on the sheet, in a clip.
static void assert_side(Stand at, bool crossing)
{
    g_autoptr(EzScene) side = card(crossing), sheet = open_sheet(), other = open_sheet();
    EzRect clip = {at.x + 2 * at.scale, at.y + at.scale, 57 * at.scale, 87 * at.scale};
    double x = at.turned ? 1 : 2, y = at.turned ? 2 : 1;
    g_assert_cmpint(ez_extent_within(side, 0, (EzRect){x, y, 57, 87}), ==, !crossing);
    ez_scene_side(sheet, &(EzPlacedSide){side, 0, at.x, at.y, at.scale, at.turned, clip});
    ez_scene_clip(other, clip);
    put_shapes(other, at, crossing);
    ez_scene_unclip(other);
    g_autoptr(GBytes) found = picture_of(sheet), expected = picture_of(other);
    g_test_message("scale %g, turned %d, crossing %d", at.scale, at.turned, crossing);
    g_assert_true(g_bytes_equal(found, expected));
}

static void test_a_side_is_seen_as_far_as_its_clip(void)
{
    for (int i = 0; i < 8; i++)
        assert_side((Stand){10, 20, i & 1 ? 1 : 0.5, i & 2}, i & 4);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/extent/what-lies-within", test_what_lies_within);
    g_test_add_func("/extent/a-rectangle-is-cut", test_a_rectangle_is_cut);
    g_test_add_func("/extent/a-slanted-shape-is-none", test_a_slanted_shape_is_none);
    g_test_add_func("/extent/a-side-is-seen-as-far-as-its-clip",
                    test_a_side_is_seen_as_far_as_its_clip);
    return g_test_run();
}
