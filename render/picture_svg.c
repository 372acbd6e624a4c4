// SPDX-License-Identifier: EUPL-1.2
// SVG, by librsvg, recorded once.
#include "render/picture-private.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

// Sides of more units than this are no drawing.
#define LONGEST 1e6

char *ez_picture_library(void)
{
    return g_strdup_printf("%u.%u.%u", rsvg_major_version, rsvg_minor_version,
                           rsvg_micro_version);
}

// What a designer can use of "XML parse error: … on line 3 column 7 of data: Opening and ending tag mismatch\n".
static void refuse_xml(Picture *picture, const char *message)
{
    const char *place = strstr(message, "on line "), *words = strstr(message, " of data: ");
    g_autofree char *shown = NULL;
    if (place != NULL && words != NULL && place < words)
        shown = g_strdup_printf("%.*s: %s", (int)(words - place - 3), place + 3,
                                words + strlen(" of data: "));
    else
        shown = g_strdup(message);
    ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL, "%s", g_strchomp(shown));
}

// The handle has no base file: librsvg then opens nothing that the drawing names.
static RsvgHandle *parse(Picture *picture)
{
    g_autoptr(GError) error = NULL;
    size_t size;
    const guint8 *data = g_bytes_get_data(picture->bytes, &size);
    RsvgHandle *handle = rsvg_handle_new_from_data(data, size, &error);
    if (handle == NULL)
        refuse_xml(picture, error->message);
    return handle;
}

// An icon without a word of colour would come out black whatever its node says.
static bool take_colour(Picture *picture, RsvgHandle *handle)
{
    if (picture->as.colour == NULL)
        return true;
    size_t size;
    const char *data = g_bytes_get_data(picture->bytes, &size);
    if (g_strstr_len(data, (gssize)size, "currentColor") == NULL)
        return ez_picture_refuse(picture, EZ_ICON_COLOUR, "picture { … } shows it as it is",
                                 "nothing in it says currentColor");
    g_autofree char *style = g_strdup_printf("svg { color: %s }", picture->as.colour);
    return rsvg_handle_set_stylesheet(handle, (const guint8 *)style, strlen(style), NULL);
}

static bool take_size(Picture *picture, RsvgHandle *handle)
{
    double width = 0, height = 0;
    gboolean has_width, has_height, has_box;
    RsvgLength wide, tall;
    RsvgRectangle box = {0};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &wide, &has_height, &tall,
                                         &has_box, &box);
    if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) && has_box) {
        width = box.width;
        height = box.height;
    }
    bool sane = isfinite(width) && isfinite(height) && width > 0 && height > 0 &&
                MAX(width, height) <= LONGEST;
    if (!sane || MAX(width, height) / MIN(width, height) > EZ_PICTURE_UNITS)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN,
                                 "give its <svg> a viewBox, or a width and a height",
                                 "it does not say how large it is");
    picture->as.width = width;
    picture->as.height = height;
    return true;
}

static bool record(Picture *picture, RsvgHandle *handle)
{
    g_autoptr(GError) error = NULL;
    double scale = EZ_PICTURE_UNITS / MAX(picture->as.width, picture->as.height);
    cairo_rectangle_t extents = {0, 0, picture->as.width * scale, picture->as.height * scale};
    RsvgRectangle port = {0, 0, extents.width, extents.height};
    picture->drawing = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cr = cairo_create(picture->drawing);
    bool done = rsvg_handle_render_document(handle, cr, &port, &error);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    if (!done)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL, "%s", error->message);
    if (status != CAIRO_STATUS_SUCCESS)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL, "%s",
                                 cairo_status_to_string(status));
    return true;
}

bool ez_picture_draw_svg(const Picture *picture, cairo_t *cr)
{
    // The file was opened and recorded before: nothing new can go wrong but memory.
    Picture again = {.as = picture->as, .bytes = picture->bytes};
    RsvgHandle *handle = parse(&again);
    RsvgRectangle port = {0, 0, picture->as.width, picture->as.height};
    bool done = handle != NULL && take_colour(&again, handle) &&
                rsvg_handle_render_document(handle, cr, &port, NULL);
    g_clear_object(&handle);
    g_free(again.fault.detail);
    return done;
}

bool ez_picture_open_svg(Picture *picture)
{
    picture->as.kind = EZ_PICTURE_SVG;
    if (!ez_picture_check_svg(picture))
        return false;
    RsvgHandle *handle = parse(picture);
    bool done = handle != NULL && take_colour(picture, handle) && take_size(picture, handle) &&
                record(picture, handle);
    g_clear_object(&handle);
    return done;
}
