// SPDX-License-Identifier: EUPL-1.2
// Pictures at exact pixels.
#include "render/device_png.h"
#include "render/device_svg.h"

#include <gio/gio.h>
#include <png.h>
#include <string.h>

// A white page of 10 × 20 mm with 2 mm bleed; its lower half black, in the bleed too.
static EzScene *half_black(void)
{
    EzScene *scene = ez_scene_new("nl", "half");
    EzColour black = {.tint = 1};
    EzPath path = {0};
    ez_scene_begin_page(scene, 10, 20, 2, "1");
    ez_path_rect(scene, &path, (EzRect){-2, 10, 14, 12}, 0);
    ez_scene_path(scene, path, &black, (EzStroke){0});
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

typedef struct Read {
    png_image image;
    guint8 *pixels; // RGB
} Read;

// An independent reader: libpng.
static Read read_back(const EzScene *scene, double dpi, bool bleed)
{
    EzPngOptions options = {dpi, bleed};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = ez_png_render(scene, 0, &options, &error);
    g_assert_no_error(error);
    Read read = {.image = {.version = PNG_IMAGE_VERSION}};
    size_t length;
    const void *data = g_bytes_get_data(bytes, &length);
    g_assert_true(png_image_begin_read_from_memory(&read.image, data, length));
    read.image.format = PNG_FORMAT_RGB;
    read.pixels = g_malloc(PNG_IMAGE_SIZE(read.image));
    g_assert_true(png_image_finish_read(&read.image, NULL, read.pixels, 0, NULL));
    g_assert_cmpuint(PNG_IMAGE_FAILED(read.image), ==, 0);
    return read;
}

static guint8 grey_at(const Read *read, unsigned x, unsigned y)
{
    return read->pixels[(y * read->image.width + x) * 3];
}

static void sizes(void)
{
    static const struct {
        double mm, dpi;
        int pixels;
    } rows[] = {{25.4, 300, 300}, {69.85, 300, 825}, {95.25, 300, 1125},
                {105, 300, 1240}, {0.01, 72, 1},     {148, 96, 559}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(ez_png_pixels(rows[i].mm, rows[i].dpi), ==, rows[i].pixels);
}

static void trim_and_bleed(void)
{
    g_autoptr(EzScene) scene = half_black();
    Read trim = read_back(scene, 254, false), bleed = read_back(scene, 254, true);
    g_assert_cmpuint(trim.image.width, ==, 100);
    g_assert_cmpuint(trim.image.height, ==, 200);
    g_assert_cmpuint(bleed.image.width, ==, 140);
    g_assert_cmpuint(bleed.image.height, ==, 240);
    g_assert_cmpuint(grey_at(&trim, 50, 99), ==, 255);
    g_assert_cmpuint(grey_at(&trim, 50, 100), ==, 0);
    g_assert_cmpuint(grey_at(&bleed, 0, 119), ==, 255);
    g_assert_cmpuint(grey_at(&bleed, 0, 120), ==, 0);
    g_assert_cmpuint(grey_at(&bleed, 139, 239), ==, 0);
    g_free(trim.pixels);
    g_free(bleed.pixels);
}

static void edges_are_smooth(void)
{
    g_autoptr(EzScene) scene = half_black();
    // At 12.7 dpi a pixel is 2 mm: 5 × 10 of them, and the edge at 10 mm lies between two.
    Read read = read_back(scene, 12.7, false);
    g_assert_cmpuint(read.image.height, ==, 10);
    g_assert_cmpuint(grey_at(&read, 2, 4), ==, 255);
    g_assert_cmpuint(grey_at(&read, 2, 5), ==, 0);
    g_free(read.pixels);
    // 11 rows: the edge goes through the middle of the sixth.
    read = read_back(scene, 13.97, false);
    g_assert_cmpuint(read.image.height, ==, 11);
    g_assert_cmpuint(grey_at(&read, 2, 5), >, 100);
    g_assert_cmpuint(grey_at(&read, 2, 5), <, 155);
    g_free(read.pixels);
}

static void same_bytes(void)
{
    g_autoptr(EzScene) scene = half_black();
    EzPngOptions options = {150, false};
    g_autoptr(GBytes) a = ez_png_render(scene, 0, &options, NULL);
    g_autoptr(GBytes) b = ez_png_render(scene, 0, &options, NULL);
    g_assert_true(g_bytes_equal(a, b));
}

static void too_large(void)
{
    g_autoptr(EzScene) scene = half_black();
    EzPngOptions options = {1e6, false};
    g_autoptr(GError) error = NULL;
    g_assert_null(ez_png_render(scene, 0, &options, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void svg_in_millimetres(void)
{
    g_autoptr(EzScene) scene = half_black();
    g_autoptr(GBytes) a = ez_svg_render(scene, 0, true, NULL);
    g_autoptr(GBytes) b = ez_svg_render(scene, 0, true, NULL);
    g_autofree char *text = g_strndup(g_bytes_get_data(a, NULL), g_bytes_get_size(a));
    g_assert_nonnull(strstr(text, "width=\"14mm\" height=\"24mm\""));
    g_assert_nonnull(strstr(text, "viewBox=\"0 0 14 24\""));
    g_assert_true(g_bytes_equal(a, b));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/png/a-length-has-the-nearest-number-of-pixels", sizes);
    g_test_add_func("/png/trim-and-bleed-have-exact-pixels", trim_and_bleed);
    g_test_add_func("/png/edges-are-smooth", edges_are_smooth);
    g_test_add_func("/png/twice-the-same-bytes", same_bytes);
    g_test_add_func("/png/too-large-is-refused", too_large);
    g_test_add_func("/svg/is-in-millimetres-and-the-same-twice", svg_in_millimetres);
    return g_test_run();
}
