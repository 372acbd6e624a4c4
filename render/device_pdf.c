// SPDX-License-Identifier: EUPL-1.2
#include "render/device_pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "engine/base/units.h"
#include "render/paint.h"

struct EzPdf {
    char *title, *date, *creator;
    GByteArray *bytes;
    cairo_surface_t *surface; // writes to `bytes`; NULL before the first page
    cairo_t *cr;
    EzPainter *painter;
    double width, height; // of the page before, in pt
    bool bleed;
};

const char *ez_pdf_library(void)
{
    return cairo_version_string();
}

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void describe(const EzPdf *pdf)
{
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, pdf->date);
    if (pdf->title != NULL)
        cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, pdf->title);
    if (pdf->creator != NULL)
        cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATOR, pdf->creator);
}

// Opened with the size of its first page: behind a change of size Cairo 1.16 cuts a page to
// whole points, which leaves a white edge at its right and bottom.
static void open_surface(EzPdf *pdf, double width, double height)
{
    pdf->surface = cairo_pdf_surface_create_for_stream(collect, pdf->bytes, width, height);
    pdf->cr = cairo_create(pdf->surface);
    describe(pdf);
}

EzPdf *ez_pdf_new(const EzPdfOptions *options)
{
    EzPdf *pdf = g_new0(EzPdf, 1);
    pdf->bytes = g_byte_array_new();
    pdf->title = g_strdup(options->title);
    pdf->date = g_strdup(options->date != NULL ? options->date : EZ_PDF_DATE);
    pdf->creator = g_strdup(options->creator);
    pdf->painter = ez_painter_new(!options->unmarked);
    pdf->bleed = options->bleed;
    return pdf;
}

void ez_pdf_free(EzPdf *pdf)
{
    if (pdf == NULL)
        return;
    g_clear_pointer(&pdf->cr, cairo_destroy);
    g_clear_pointer(&pdf->surface, cairo_surface_destroy);
    g_free(pdf->title);
    g_free(pdf->date);
    g_free(pdf->creator);
    ez_painter_free(pdf->painter);
    g_byte_array_unref(pdf->bytes);
    g_free(pdf);
}

// ---- pages ---------------------------------------------------------------------

static void set_size(EzPdf *pdf, double width, double height)
{
    if (pdf->surface == NULL)
        open_surface(pdf, width, height);
    else if (width != pdf->width || height != pdf->height)
        cairo_pdf_surface_set_size(pdf->surface, width, height);
    pdf->width = width;
    pdf->height = height;
}

static void open_page(EzPdf *pdf, const EzScenePage *page)
{
    double edge = pdf->bleed ? page->bleed : 0, pt = 1 / EZ_MM_PER_PT;
    set_size(pdf, (page->width + 2 * edge) * pt, (page->height + 2 * edge) * pt);
    cairo_pdf_surface_set_page_label(pdf->surface, page->label);
    cairo_identity_matrix(pdf->cr);
    cairo_scale(pdf->cr, pt, pt);
    cairo_translate(pdf->cr, edge, edge);
}

static bool is_fine(cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s",
                cairo_status_to_string(status));
    return false;
}

bool ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error)
{
    bool done = true;
    for (int i = 0; done && i < ez_scene_page_count(scene); i++) {
        open_page(pdf, ez_scene_page(scene, i));
        done = ez_painter_page(pdf->painter, pdf->cr, scene, i, error);
        cairo_show_page(pdf->cr);
    }
    return done && (pdf->cr == NULL || is_fine(cairo_status(pdf->cr), error));
}

GBytes *ez_pdf_finish(EzPdf *pdf, GError **error)
{
    if (pdf->surface == NULL) // Cairo has no PDF without a page
        open_surface(pdf, 1, 1);
    cairo_surface_finish(pdf->surface);
    if (!is_fine(cairo_surface_status(pdf->surface), error))
        return NULL;
    GByteArray *bytes = pdf->bytes;
    pdf->bytes = g_byte_array_new();
    return g_byte_array_free_to_bytes(bytes);
}
