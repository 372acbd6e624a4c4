// SPDX-License-Identifier: EUPL-1.2
// PNG, by libpng: of any depth and kind, as 8 bits a channel in sRGB.
#include "render/picture-private.h"

#include <png.h>

// As Cairo has its pixels in memory.
#define FORMAT (G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB)

static bool begin(const Picture *picture, png_image *image)
{
    size_t size;
    const void *data = g_bytes_get_data(picture->bytes, &size);
    *image = (png_image){.version = PNG_IMAGE_VERSION};
    return png_image_begin_read_from_memory(image, data, size) != 0;
}

// Cairo's colours have their alpha in them already. False when every pixel is opaque.
static bool multiply_alpha(guint32 *pixels, size_t count)
{
    bool opaque = true;
    for (size_t i = 0; i < count; i++) {
        guint32 alpha = pixels[i] >> 24, pixel = alpha << 24;
        for (int shift = 0; shift < 24; shift += 8)
            pixel |= (((pixels[i] >> shift & 0xff) * alpha + 127) / 255) << shift;
        pixels[i] = pixel;
        opaque = opaque && alpha == 0xff;
    }
    return !opaque;
}

// An image without transparent pixels says so: a press file then needs no transparency for it.
static cairo_surface_t *finished(const Picture *picture, cairo_surface_t *surface)
{
    guint32 *pixels = (guint32 *)(void *)cairo_image_surface_get_data(surface);
    bool seen = multiply_alpha(pixels, (size_t)picture->wide * (size_t)picture->tall);
    cairo_surface_mark_dirty(surface);
    if (seen)
        return surface;
    cairo_surface_t *plain = cairo_image_surface_create_for_data(
        cairo_image_surface_get_data(surface), CAIRO_FORMAT_RGB24, picture->wide, picture->tall,
        cairo_image_surface_get_stride(surface));
    static const cairo_user_data_key_t owner;
    cairo_surface_set_user_data(plain, &owner, surface,
                                (cairo_destroy_func_t)cairo_surface_destroy);
    return plain;
}

// The words of libpng when it does not work.
static cairo_surface_t *decode(const Picture *picture, char *message, size_t room)
{
    png_image image;
    cairo_surface_t *surface = NULL;
    if (begin(picture, &image))
        surface = ez_picture_canvas(picture, CAIRO_FORMAT_ARGB32);
    bool done = surface != NULL;
    if (done) {
        image.format = FORMAT;
        cairo_surface_flush(surface);
        done = png_image_finish_read(&image, NULL, cairo_image_surface_get_data(surface),
                                     cairo_image_surface_get_stride(surface), NULL) != 0;
    }
    g_strlcpy(message, image.message, room);
    png_image_free(&image);
    if (done)
        return finished(picture, surface);
    cairo_surface_destroy(surface);
    return NULL;
}

cairo_surface_t *ez_picture_decode_png(const Picture *picture)
{
    char message[64];
    return decode(picture, message, sizeof message);
}

bool ez_picture_open_png(Picture *picture)
{
    png_image image;
    picture->as.kind = EZ_PICTURE_PNG;
    bool begun = begin(picture, &image);
    unsigned wide = image.width, tall = image.height;
    g_autofree char *message = g_strdup(image.message);
    png_image_free(&image);
    if (!begun)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL, "it is a damaged PNG (%s)",
                                 message);
    if (!ez_picture_take_size(picture, wide, tall))
        return false;
    // Decoded now, so that a file that breaks off is told before anything is printed.
    cairo_surface_t *pixels = ez_picture_pixels(picture);
    if (pixels == NULL)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL,
                                 "it is a damaged PNG, or it breaks off halfway");
    cairo_surface_destroy(pixels);
    return true;
}
