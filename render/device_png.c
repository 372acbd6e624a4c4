// SPDX-License-Identifier: EUPL-1.2
#include "render/device_png.h"

#include <cairo.h>
#include <gio/gio.h>
#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/paint.h"

enum { LARGEST = 20000, OVER = 2, LEVEL = 6, CHANNELS = 3 };

int ez_png_pixels(double mm, double dpi)
{
    return MAX(1, (int)lround(mm / 25.4 * dpi));
}

// ---- painting --------------------------------------------------------------------

static bool fail(GError **error, const char *why)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "no PNG could be made: %s", why);
    return false;
}

static bool paint(cairo_surface_t *surface, const EzScene *scene, int page,
                  const EzPngOptions *options, GError **error)
{
    const EzScenePage *sheet = ez_scene_page(scene, page);
    double edge = options->bleed ? sheet->bleed : 0;
    g_autoptr(EzPainter) painter = ez_painter_new(false);
    cairo_t *cr = cairo_create(surface);
    // The page fills the pixels exactly, whatever rounding did to its size.
    cairo_scale(cr, cairo_image_surface_get_width(surface) / (sheet->width + 2 * edge),
                cairo_image_surface_get_height(surface) / (sheet->height + 2 * edge));
    cairo_translate(cr, edge, edge);
    ez_paint_ground(cr, sheet);
    bool done = ez_painter_page(painter, cr, scene, page, error);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return done &&
           (status == CAIRO_STATUS_SUCCESS || fail(error, cairo_status_to_string(status)));
}

// ---- pixels ------------------------------------------------------------------------

typedef struct Picture {
    int width, height;
    const unsigned char *from; // of the surface at twice the size, BGRx
    int stride;
} Picture;

// The mean of OVER × OVER pixels, as red, green, blue.
static void read_pixel(const Picture *p, int x, int y, unsigned char out[CHANNELS])
{
    unsigned sums[CHANNELS] = {0};
    for (int k = 0; k < OVER * OVER; k++) {
        guint32 pixel;
        memcpy(&pixel,
               p->from + (size_t)(y * OVER + k / OVER) * p->stride +
                   (size_t)(x * OVER + k % OVER) * 4,
               4);
        sums[0] += pixel >> 16 & 255;
        sums[1] += pixel >> 8 & 255;
        sums[2] += pixel & 255;
    }
    for (int c = 0; c < CHANNELS; c++)
        out[c] = (unsigned char)((sums[c] + OVER * OVER / 2) / (OVER * OVER));
}

static void read_row(const Picture *p, int y, unsigned char *out)
{
    for (int x = 0; x < p->width; x++)
        read_pixel(p, x, y, out + (size_t)x * CHANNELS);
}

// ---- the file ------------------------------------------------------------------------
// PNG, second edition (ISO/IEC 15948): each row is preceded by the number of its filter; 0 leaves it, 2 takes the row above off.

enum { FILTER_NONE = 0, FILTER_UP = 2 };

static unsigned long cost(const unsigned char *row, size_t length)
{
    unsigned long sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += (unsigned)abs((signed char)row[i]);
    return sum;
}

// Puts the row in the cheaper of two forms behind its filter number.
static void filter_row(const unsigned char *row, const unsigned char *above, size_t length,
                       unsigned char *out)
{
    for (size_t i = 0; i < length; i++)
        out[i + 1] = (unsigned char)(row[i] - above[i]);
    out[0] = FILTER_UP;
    if (cost(row, length) < cost(out + 1, length)) {
        memcpy(out + 1, row, length);
        out[0] = FILTER_NONE;
    }
}

static GByteArray *filtered(const Picture *p)
{
    size_t length = (size_t)p->width * CHANNELS;
    GByteArray *data = g_byte_array_new();
    g_autofree unsigned char *rows = g_malloc0(2 * length), *out = g_malloc(length + 1);
    for (int y = 0; y < p->height; y++) {
        unsigned char *row = rows + (size_t)(y % 2) * length;
        read_row(p, y, row);
        filter_row(row, rows + (size_t)((y + 1) % 2) * length, length, out);
        g_byte_array_append(data, out, (unsigned)(length + 1));
    }
    return data;
}

static void append_number(GByteArray *file, guint32 number)
{
    guint32 big = GUINT32_TO_BE(number);
    g_byte_array_append(file, (const guint8 *)&big, 4);
}

static void append_chunk(GByteArray *file, const char *kind, const void *data, size_t length)
{
    append_number(file, (guint32)length);
    unsigned start = file->len;
    g_byte_array_append(file, (const guint8 *)kind, 4);
    g_byte_array_append(file, data, (unsigned)length);
    append_number(file, libdeflate_crc32(0, file->data + start, length + 4));
}

static void append_header(GByteArray *file, const Picture *p, double dpi)
{
    static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    guint32 size[2] = {GUINT32_TO_BE((guint32)p->width), GUINT32_TO_BE((guint32)p->height)};
    guint32 density = GUINT32_TO_BE((guint32)lround(dpi / 0.0254));
    guint8 header[13] = {0}, physical[9];
    memcpy(header, size, 8);
    header[8] = 8; // bits a channel
    header[9] = 2; // red, green, blue
    memcpy(physical, &density, 4);
    memcpy(physical + 4, &density, 4);
    physical[8] = 1; // a metre
    g_byte_array_append(file, signature, sizeof signature);
    append_chunk(file, "IHDR", header, sizeof header);
    append_chunk(file, "sRGB", (const guint8[]){0}, 1);
    append_chunk(file, "pHYs", physical, sizeof physical);
}

static GBytes *encode(const Picture *p, double dpi)
{
    g_autoptr(GByteArray) data = filtered(p);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
    size_t room = libdeflate_zlib_compress_bound(compressor, data->len);
    g_autofree guint8 *packed = g_malloc(room);
    size_t length = libdeflate_zlib_compress(compressor, data->data, data->len, packed, room);
    libdeflate_free_compressor(compressor);
    GByteArray *file = g_byte_array_new();
    append_header(file, p, dpi);
    append_chunk(file, "IDAT", packed, length);
    append_chunk(file, "IEND", "", 0);
    return g_byte_array_free_to_bytes(file);
}

// ---- the contract ----------------------------------------------------------------------

GBytes *ez_png_render(const EzScene *scene, int page, const EzPngOptions *options,
                      GError **error)
{
    const EzScenePage *sheet = ez_scene_page(scene, page);
    double edge = options->bleed ? 2 * sheet->bleed : 0;
    Picture p = {.width = ez_png_pixels(sheet->width + edge, options->dpi),
                 .height = ez_png_pixels(sheet->height + edge, options->dpi)};
    if (MAX(p.width, p.height) > LARGEST) {
        fail(error, "it would have more than 20,000 pixels on a side");
        return NULL;
    }
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, p.width * OVER, p.height * OVER);
    GBytes *file = NULL;
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        fail(error, cairo_status_to_string(cairo_surface_status(surface)));
    } else if (paint(surface, scene, page, options, error)) {
        p.from = cairo_image_surface_get_data(surface);
        p.stride = cairo_image_surface_get_stride(surface);
        file = encode(&p, options->dpi);
    }
    cairo_surface_destroy(surface);
    return file;
}
