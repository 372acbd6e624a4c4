// SPDX-License-Identifier: EUPL-1.2
#include "render/device_svg.h"

#include <cairo-svg.h>
#include <gio/gio.h>
#include <string.h>

#include "render/paint.h"

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool check(cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "no SVG could be made: %s",
                cairo_status_to_string(status));
    return false;
}

// Cairo names the page after a count of all surfaces of the process; the same page must give the same bytes.
static GBytes *renamed(GByteArray *bytes)
{
    static const char name[] = "id=\"surface";
    g_autofree char *text = g_strndup((const char *)bytes->data, bytes->len);
    g_byte_array_unref(bytes);
    char *at = strstr(text, name);
    GString *out = g_string_new_len(text, at != NULL ? at - text : 0);
    const char *rest = text;
    if (at != NULL) {
        g_string_append(out, "id=\"page");
        rest = at + strlen(name) + strspn(at + strlen(name), "0123456789");
    }
    g_string_append(out, rest);
    return g_string_free_to_bytes(out);
}

static bool draw(cairo_surface_t *surface, const EzScene *scene, int page, double edge,
                 GError **error)
{
    g_autoptr(EzPainter) painter = ez_painter_new(false);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, edge, edge);
    bool done = ez_painter_page(painter, cr, scene, page, error);
    done = done && check(cairo_status(cr), error);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    return done && check(cairo_surface_status(surface), error);
}

GBytes *ez_svg_render(const EzScene *scene, int page, bool bleed, GError **error)
{
    const EzScenePage *sheet = ez_scene_page(scene, page);
    double edge = bleed ? sheet->bleed : 0;
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        collect, bytes, sheet->width + 2 * edge, sheet->height + 2 * edge);
    // The unit of the numbers above, and so of all that is drawn.
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_MM);
    bool done = draw(surface, scene, page, edge, error);
    cairo_surface_destroy(surface);
    if (done)
        return renamed(bytes);
    g_byte_array_unref(bytes);
    return NULL;
}
