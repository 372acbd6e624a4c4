// SPDX-License-Identifier: EUPL-1.2
// How each pattern looks, compared with a small stored picture. Anti-aliasing may differ between
// versions of the drawing library; a line elsewhere may not.
#include "render/device_png.h"
#include "tests/support/test_kit.h"

#include <glib/gstdio.h>
#include <png.h>
#include <string.h>

enum { TILE = 8 };
// Of 255 levels of grey: over the whole picture, and over a tile of 8 by 8 pixels.
static const double MOST_MEAN = 2, MOST_TILE = 16;

static const struct {
    const char *name, *pattern, *more;
} cases[] = {
    {"physarum", "physarum", ""},
    {"physarum-dashed", "physarum", ", dashed = true, variant = 2"},
    {"boids", "boids", ""},
    {"voronoi", "voronoi", ""},
    {"phyllotaxis", "phyllotaxis", ""},
    {"dla", "dla", ""},
    {"lsystem", "lsystem", ""},
    {"reaction_diffusion", "reaction_diffusion", ""},
    {"venation", "venation", ""},
    {"venation-loops", "venation", ", loops = true"},
};

// ---- pictures --------------------------------------------------------------------------------

typedef struct Grey {
    int width, height;
    unsigned char *levels;
} Grey;

static Grey read_png(GBytes *bytes)
{
    size_t size;
    const void *data = g_bytes_get_data(bytes, &size);
    png_image image = {.version = PNG_IMAGE_VERSION};
    g_assert_true(png_image_begin_read_from_memory(&image, data, size));
    image.format = PNG_FORMAT_GRAY;
    Grey grey = {(int)image.width, (int)image.height, g_malloc(PNG_IMAGE_SIZE(image))};
    g_assert_true(png_image_finish_read(&image, NULL, grey.levels, 0, NULL));
    return grey;
}

// The pattern on its plate, 105 by 78 mm, at 36 pixels an inch.
static GBytes *draw(const char *pattern, const char *seed, const char *more)
{
    char *folder = ez_test_folder();
    g_autofree char *nodes = g_strdup_printf("pattern { '%s', seed = '%s', colour = '#00687A', "
                                             "ground = '#00687A 12%%', width = 105, "
                                             "height = 78, ornament = true%s }",
                                             pattern, seed, more);
    ez_test_put_sheet(folder, "{ 105, 78 }", nodes);
    EzTestBench *bench = ez_test_bench(folder);
    g_autoptr(EzScene) scene = ez_test_sheet(bench, "sheet", "nl");
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
    g_autoptr(GError) error = NULL;
    GBytes *png = ez_png_render(scene, 0, &(EzPngOptions){.dpi = 36}, &error);
    g_assert_no_error(error);
    g_clear_pointer(&scene, ez_scene_free);
    ez_test_bench_free(bench);
    ez_test_remove(folder);
    return png;
}

// ---- comparing ---------------------------------------------------------------------------------

typedef struct Difference {
    double mean, tile; // of the whole, and of the tile that differs most
} Difference;

static double tile_difference(const Grey *a, const Grey *b, int left, int top)
{
    double sum = 0;
    int right = MIN(left + TILE, a->width), bottom = MIN(top + TILE, a->height);
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
            sum += a->levels[y * a->width + x] - b->levels[y * a->width + x];
    return ABS(sum) / ((right - left) * (bottom - top));
}

static Difference compare(const Grey *a, const Grey *b)
{
    Difference difference = {0, 0};
    g_assert_cmpint(a->width, ==, b->width);
    g_assert_cmpint(a->height, ==, b->height);
    int n = a->width * a->height;
    for (int i = 0; i < n; i++)
        difference.mean += ABS(a->levels[i] - b->levels[i]) / (double)n;
    for (int top = 0; top < a->height; top += TILE)
        for (int left = 0; left < a->width; left += TILE)
            difference.tile = MAX(difference.tile, tile_difference(a, b, left, top));
    return difference;
}

static char *golden_path(const char *name)
{
    g_autofree char *file = g_strconcat(name, ".png", NULL);
    return g_build_filename(g_getenv("EZ_SOURCE"), "tests", "golden", "patterns", file, NULL);
}

static GBytes *read_golden(const char *name)
{
    g_autofree char *path = golden_path(name);
    char *bytes;
    size_t size;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &bytes, &size, &error);
    g_assert_no_error(error);
    return g_bytes_new_take(bytes, size);
}

static void write_golden(const char *name, GBytes *png)
{
    g_autofree char *path = golden_path(name);
    size_t size;
    const char *bytes = g_bytes_get_data(png, &size);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

static void test_look(gconstpointer data)
{
    int i = GPOINTER_TO_INT(data);
    g_autoptr(GBytes) png = draw(cases[i].pattern, "N01", cases[i].more);
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        write_golden(cases[i].name, png);
    g_autoptr(GBytes) golden = read_golden(cases[i].name);
    g_autoptr(GBytes) foreign = draw(cases[i].pattern, "N02", cases[i].more);
    Grey found = read_png(png), expected = read_png(golden), other = read_png(foreign);
    Difference difference = compare(&found, &expected), far = compare(&other, &expected);
    g_test_message("mean %.2f, tile %.2f; of another seed %.2f, %.2f", difference.mean,
                   difference.tile, far.mean, far.tile);
    g_assert_cmpfloat(difference.mean, <=, MOST_MEAN);
    g_assert_cmpfloat(difference.tile, <=, MOST_TILE);
    // The comparison would see another drawing of the same pattern.
    g_assert_true(far.mean > MOST_MEAN || far.tile > MOST_TILE);
    g_free(found.levels);
    g_free(expected.levels);
    g_free(other.levels);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/pattern-look/", cases[i].name, NULL);
        g_test_add_data_func(path, GINT_TO_POINTER(i), test_look);
    }
    return g_test_run();
}
