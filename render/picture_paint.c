// SPDX-License-Identifier: EUPL-1.2
#include "render/picture_paint.h"

#include "render/picture-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

struct EzPicturePainter {
    GHashTable *times;  // const EzPicture * -> how often it stands on this page
    GHashTable *copies; // const EzPicture * -> GPtrArray of cairo_surface_t *, see copy_of
};

static void free_copies(void *data)
{
    g_ptr_array_unref(data);
}

static void destroy_surface(void *data)
{
    cairo_surface_destroy(data);
}

EzPicturePainter *ez_picture_painter_new(void)
{
    EzPicturePainter *painter = g_new0(EzPicturePainter, 1);
    painter->times = g_hash_table_new(NULL, NULL);
    painter->copies = g_hash_table_new_full(NULL, NULL, NULL, free_copies);
    return painter;
}

void ez_picture_painter_free(EzPicturePainter *painter)
{
    if (painter == NULL)
        return;
    g_hash_table_unref(painter->times);
    g_hash_table_unref(painter->copies);
    g_free(painter);
}

void ez_picture_painter_begin_page(EzPicturePainter *painter)
{
    g_hash_table_remove_all(painter->times);
}

// ---- one picture several times on a page ----------------------------------------------------------

// A drawing of its own that holds nothing but the picture. `extents` of the picture's surface.
static cairo_surface_t *wrap(cairo_surface_t *surface, const cairo_rectangle_t *extents)
{
    cairo_surface_t *copy = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, extents);
    cairo_t *cr = cairo_create(copy);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_paint(cr);
    cairo_destroy(cr);
    return copy;
}

// Cairo 1.16 names a picture as often in the resources of a page as it stands there, and no name may stand there twice. So the second
// on a page is a small drawing that holds the picture, the third another; all pages share them.
static cairo_surface_t *copy_of(EzPicturePainter *painter, const EzPicture *picture,
                                cairo_surface_t *surface, const cairo_rectangle_t *extents)
{
    int time = GPOINTER_TO_INT(g_hash_table_lookup(painter->times, picture));
    g_hash_table_insert(painter->times, (void *)picture, GINT_TO_POINTER(time + 1));
    if (time == 0)
        return surface;
    GPtrArray *copies = g_hash_table_lookup(painter->copies, picture);
    if (copies == NULL) {
        copies = g_ptr_array_new_with_free_func(destroy_surface);
        g_hash_table_insert(painter->copies, (void *)picture, copies);
    }
    if ((int)copies->len < time)
        g_ptr_array_add(copies, wrap(surface, extents));
    return copies->pdata[time - 1];
}

// ---- painting -------------------------------------------------------------------------------------

bool ez_picture_paint(EzPicturePainter *painter, cairo_t *cr, const EzPicture *picture,
                      EzRect rect, GError **error)
{
    const Picture *own = (const Picture *)picture;
    bool pdf = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_PDF;
    double scale = DRAWING_SIZE / MAX(picture->width, picture->height);
    cairo_rectangle_t extents = {0, 0, picture->width * scale, picture->height * scale};
    cairo_surface_t *surface = own->drawing;
    if (pdf)
        surface = copy_of(painter, picture, surface, &extents);
    cairo_save(cr);
    // Cairo 1.16 miscounts marks where a surface is painted without a clip.
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_clip(cr);
    cairo_translate(cr, rect.x, rect.y);
    cairo_scale(cr, rect.width / extents.width, rect.height / extents.height);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_paint(cr);
    cairo_restore(cr);
    return true;
}
