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

// The length of a name as `id="surface12"` and `"#image12"` hold it, up to its number; 0 for anything else.
static size_t name_length(const char *at)
{
    static const char *const names[] = {"id=\"surface", "#surface", "id=\"image", "#image"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(at, names[i]))
            return strlen(names[i]);
    return 0;
}

// The number that stands for this one from now on: 1 for the first that is asked for, and so on.
static int number_for(GHashTable *numbers, int old)
{
    gpointer key = GINT_TO_POINTER(old);
    if (!g_hash_table_contains(numbers, key))
        g_hash_table_insert(numbers, key, GINT_TO_POINTER(g_hash_table_size(numbers) + 1));
    return GPOINTER_TO_INT(g_hash_table_lookup(numbers, key));
}

// Cairo numbers what it draws over all surfaces of the process; the same page must give the same bytes.
static GBytes *renumbered(GByteArray *bytes)
{
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
    GString *out = g_string_new(NULL);
    for (const char *at = (const char *)bytes->data; *at != '\0';) {
        size_t plain = strcspn(at, "i#");
        g_string_append_len(out, at, (gssize)plain);
        at += plain;
        size_t name = name_length(at);
        char *end = (char *)at + name;
        int old = name > 0 ? (int)g_ascii_strtoll(at + name, &end, 10) : 0;
        bool found = end > at + name;
        g_string_append_len(out, at, (gssize)(found ? name : *at != '\0'));
        if (found)
            g_string_append_printf(out, "%d", number_for(numbers, old));
        at = found ? end : at + (*at != '\0');
    }
    g_byte_array_unref(bytes);
    return g_string_free_to_bytes(out);
}

static bool draw(cairo_surface_t *surface, const EzScene *scene, int page, double edge,
                 GError **error)
{
    g_autoptr(EzPainter) painter = ez_painter_new(false);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, edge, edge);
    ez_paint_ground(cr, ez_scene_page(scene, page));
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
        return renumbered(bytes);
    g_byte_array_unref(bytes);
    return NULL;
}
