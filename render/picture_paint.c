// SPDX-License-Identifier: EUPL-1.2
#include "render/picture_paint.h"

#include "render/picture-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

struct EzPicturePainter {
    GHashTable *times;  // const EzPicture * -> how often it stands on this page
    GHashTable *copies; // const EzPicture * -> GPtrArray of cairo_surface_t *, see take_copy
    bool marks;
};

static void free_copies(void *data)
{
    g_ptr_array_unref(data);
}

static void destroy_surface(void *data)
{
    cairo_surface_destroy(data);
}

EzPicturePainter *ez_picture_painter_new(bool marks)
{
    EzPicturePainter *painter = g_new0(EzPicturePainter, 1);
    painter->marks = marks;
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
static void take_copy(EzPicturePainter *painter, const EzPicture *picture,
                      cairo_surface_t **surface, const cairo_rectangle_t *extents)
{
    int time = GPOINTER_TO_INT(g_hash_table_lookup(painter->times, picture));
    g_hash_table_insert(painter->times, (void *)picture, GINT_TO_POINTER(time + 1));
    if (time == 0)
        return;
    GPtrArray *copies = g_hash_table_lookup(painter->copies, picture);
    if (copies == NULL) {
        copies = g_ptr_array_new_with_free_func(destroy_surface);
        g_hash_table_insert(painter->copies, (void *)picture, copies);
    }
    if ((int)copies->len < time)
        g_ptr_array_add(copies, wrap(*surface, extents));
    cairo_surface_destroy(*surface);
    *surface = cairo_surface_reference(copies->pdata[time - 1]);
}

// ---- painting -------------------------------------------------------------------------------------

// What is painted for a picture: a surface, its extents, and how these become upright.
typedef struct Source {
    cairo_surface_t *surface; // owned
    cairo_rectangle_t extents;
    cairo_matrix_t upright; // from the extents to picture->width × picture->height
} Source;

// How pixels become upright, by the orientations of EXIF: where x and y go; 1 at the end: from the far side.
static const struct {
    signed char xx, yx, xy, yy, x0, y0;
} turns[] = {
    [1] = {1, 0, 0, 1, 0, 0},   [2] = {-1, 0, 0, 1, 1, 0}, [3] = {-1, 0, 0, -1, 1, 1},
    [4] = {1, 0, 0, -1, 0, 1},  [5] = {0, 1, 1, 0, 0, 0},  [6] = {0, 1, -1, 0, 1, 0},
    [7] = {0, -1, -1, 0, 1, 1}, [8] = {0, -1, 1, 0, 0, 1},
};

static void find_drawing(const Picture *picture, Source *source)
{
    double scale = EZ_PICTURE_UNITS / MAX(picture->as.width, picture->as.height);
    source->surface = cairo_surface_reference(picture->drawing);
    source->extents =
        (cairo_rectangle_t){0, 0, picture->as.width * scale, picture->as.height * scale};
    cairo_matrix_init_scale(&source->upright, 1 / scale, 1 / scale);
}

static void find_pixels(Picture *picture, bool pdf, Source *source)
{
    bool carried = pdf && picture->carrier != NULL;
    source->surface =
        carried ? cairo_surface_reference(picture->carrier) : ez_picture_pixels(picture);
    source->extents = carried ? (cairo_rectangle_t){0, 0, 1, 1}
                              : (cairo_rectangle_t){0, 0, picture->wide, picture->tall};
    int turn = picture->orientation;
    cairo_matrix_init(&source->upright, turns[turn].xx, turns[turn].yx, turns[turn].xy,
                      turns[turn].yy, turns[turn].x0 * picture->as.width,
                      turns[turn].y0 * picture->as.height);
    if (carried)
        cairo_matrix_scale(&source->upright, picture->wide, picture->tall);
}

// Pixels that go on beyond their edge need a clip; Cairo 1.16 miscounts marks where a surface is painted without one.
static bool needs_clip(const EzPicturePainter *painter, cairo_t *cr)
{
    return painter->marks ||
           cairo_surface_get_type(cairo_get_target(cr)) != CAIRO_SURFACE_TYPE_PDF;
}

// From here on the picture's own units, within the rectangle.
static void enter(const EzPicturePainter *painter, cairo_t *cr, const EzPicture *picture,
                  EzRect rect)
{
    cairo_save(cr);
    if (needs_clip(painter, cr)) {
        cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
        cairo_clip(cr);
    }
    cairo_translate(cr, rect.x, rect.y);
    cairo_scale(cr, rect.width / picture->width, rect.height / picture->height);
}

static bool paint_source(EzPicturePainter *painter, cairo_t *cr, Picture *picture)
{
    Source source;
    cairo_surface_type_t device = cairo_surface_get_type(cairo_get_target(cr));
    bool svg = picture->as.kind == EZ_PICTURE_SVG;
    if (svg)
        find_drawing(picture, &source);
    else
        find_pixels(picture, device == CAIRO_SURFACE_TYPE_PDF, &source);
    if (source.surface == NULL)
        return false;
    if (device == CAIRO_SURFACE_TYPE_PDF)
        take_copy(painter, &picture->as, &source.surface, &source.extents);
    cairo_transform(cr, &source.upright);
    cairo_set_source_surface(cr, source.surface, 0, 0);
    if (device == CAIRO_SURFACE_TYPE_IMAGE && !svg) // pixels at the edge do not fade
        cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_paint(cr);
    cairo_surface_destroy(source.surface);
    return true;
}

bool ez_picture_paint(EzPicturePainter *painter, cairo_t *cr, const EzPicture *picture,
                      EzRect rect, GError **error)
{
    Picture *own = (Picture *)picture; // its pixels may come now
    // Cairo 1.16 never lets go of a recording that was painted into an SVG.
    bool anew = picture->kind == EZ_PICTURE_SVG &&
                cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_SVG;
    enter(painter, cr, picture, rect);
    bool done = anew ? ez_picture_draw_svg(own, cr) : paint_source(painter, cr, own);
    cairo_restore(cr);
    if (!done)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s cannot be decoded",
                    picture->name);
    return done;
}
