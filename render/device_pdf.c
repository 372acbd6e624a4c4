// SPDX-License-Identifier: EUPL-1.2
#include "render/device_pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "engine/base/units.h"
#include "render/paint.h"

// Any fixed date will do; what counts is that it is not today's.
static const char DATE[] = "2026-01-01T00:00:00Z";

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void describe(cairo_surface_t *surface, const EzScene *scene,
                     const EzPdfOptions *options)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   options->date != NULL ? options->date : DATE);
    if (ez_scene_title(scene) != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                       ez_scene_title(scene));
    if (options->creator != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, options->creator);
}

static void open_page(cairo_surface_t *surface, cairo_t *cr, const EzScenePage *page,
                      bool bleed)
{
    double edge = bleed ? page->bleed : 0, pt = 1 / EZ_MM_PER_PT;
    cairo_pdf_surface_set_size(surface, (page->width + 2 * edge) * pt,
                               (page->height + 2 * edge) * pt);
    cairo_pdf_surface_set_page_label(surface, page->label);
    cairo_identity_matrix(cr);
    cairo_scale(cr, pt, pt);
    cairo_translate(cr, edge, edge);
}

static bool draw(cairo_surface_t *surface, const EzScene *scene, const EzPdfOptions *options,
                 GError **error)
{
    g_autoptr(EzPainter) painter = ez_painter_new();
    cairo_t *cr = cairo_create(surface);
    bool done = true;
    for (int i = 0; done && i < ez_scene_page_count(scene); i++) {
        open_page(surface, cr, ez_scene_page(scene, i), options->bleed);
        done = ez_painter_page(painter, cr, scene, i, error);
        cairo_show_page(cr);
    }
    if (done && cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s",
                    cairo_status_to_string(cairo_status(cr)));
        done = false;
    }
    cairo_destroy(cr);
    return done;
}

static bool finish(cairo_surface_t *surface, GError **error)
{
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s",
                cairo_status_to_string(status));
    return false;
}

GBytes *ez_pdf_render(const EzScene *scene, const EzPdfOptions *options, GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(collect, bytes, 1, 1);
    describe(surface, scene, options);
    bool drawn = draw(surface, scene, options, error);
    bool done = finish(surface, drawn ? error : NULL) && drawn;
    cairo_surface_destroy(surface);
    if (done)
        return g_byte_array_free_to_bytes(bytes);
    g_byte_array_unref(bytes);
    return NULL;
}
