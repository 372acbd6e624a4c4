// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/output.h"

#include "print/marks.h"
#include "render/device_pdf.h"
#include "render/device_png.h"
#include "render/device_svg.h"

#include <errno.h>
#include <string.h>

struct EzOutput {
    const EzWorkbench *bench;
    const EzJob *job;
    int language;
    EzPdf *pdf;    // NULL for another format
    GError *error; // of painting the PDF
    int pages;     // that were added
};

EzOutput *ez_output_new(const EzWorkbench *bench, const EzJob *job, int language,
                        const char *title)
{
    const EzBuildRequest *request = bench->request;
    EzOutput *output = g_new0(EzOutput, 1);
    *output = (EzOutput){.bench = bench, .job = job, .language = language};
    EzPdfOptions options = {.bleed = request->bare,
                            .unmarked = request->bare,
                            .title = title,
                            .date = request->date,
                            .creator = request->creator};
    if (request->format == EZ_FORMAT_PDF)
        output->pdf = ez_pdf_new(&options);
    return output;
}

void ez_output_free(EzOutput *output)
{
    if (output == NULL)
        return;
    ez_pdf_free(output->pdf);
    g_clear_error(&output->error);
    g_free(output);
}

// ---- files -----------------------------------------------------------------------------

static bool make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno),
                "cannot make the folder %s: %s", folder, g_strerror(errno));
    return false;
}

static EzFileState write_file(const char *path, GBytes *bytes, GError **error)
{
    if (!make_folder(path, error))
        return EZ_FILE_FAILED;
    switch (ez_file_write(path, bytes, error)) {
    case EZ_WRITE_DONE:
        return EZ_FILE_WRITTEN;
    case EZ_WRITE_SAME:
        return EZ_FILE_SAME;
    default:
        return EZ_FILE_FAILED;
    }
}

static char *path_of(const EzOutput *output, int file)
{
    return ez_plan_file(ez_load_kit(output->bench->load), output->job, output->language, file,
                        output->bench->request);
}

static void tell(const EzOutput *output, const char *path, EzFileState state, int pages,
                 const GError *error)
{
    const EzWorkbench *bench = output->bench;
    if (bench->file_done != NULL)
        bench->file_done(path, state, pages, error != NULL ? error->message : NULL,
                         bench->data);
}

// ---- pictures --------------------------------------------------------------------------

static GBytes *draw_page(const EzBuildRequest *request, const EzScene *scene, int page,
                         GError **error)
{
    EzPngOptions png = {.dpi = request->dpi};
    return request->format == EZ_FORMAT_PNG ? ez_png_render(scene, page, &png, error)
                                            : ez_svg_render(scene, page, false, error);
}

static void make_picture(EzOutput *output, const EzScene *scene, int page)
{
    g_autofree char *path = path_of(output, output->pages + page);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = draw_page(output->bench->request, scene, page, &error);
    EzFileState state = bytes != NULL ? write_file(path, bytes, &error) : EZ_FILE_FAILED;
    tell(output, path, state, 1, error);
}

// ---- the PDF ---------------------------------------------------------------------------

// The bytes of the file; NULL after a mistake, with an error unless the mistake was told.
static GBytes *finish_pdf(EzOutput *output, const char *path, EzDiags *diags, GError **error)
{
    if (output->error != NULL) {
        g_propagate_error(error, g_steal_pointer(&output->error));
        return NULL;
    }
    g_autoptr(GBytes) bytes = ez_pdf_finish(output->pdf, error);
    int pages;
    const int *leaves = ez_pdf_leaves(output->pdf, &pages);
    if (bytes == NULL || (!output->bench->request->bare &&
                          !ez_marks_check(bytes, leaves, pages, path, diags, error)))
        return NULL;
    return g_steal_pointer(&bytes);
}

static void make_pdf(EzOutput *output, EzDiags *diags)
{
    g_autofree char *path = path_of(output, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = finish_pdf(output, path, diags, &error);
    EzFileState state = error != NULL ? EZ_FILE_FAILED : EZ_FILE_REFUSED;
    if (bytes != NULL)
        state = write_file(path, bytes, &error);
    tell(output, path, state, output->pages, error);
}

// ---- the contract ----------------------------------------------------------------------

void ez_output_add(EzOutput *output, const EzScene *scene)
{
    int pages = ez_scene_page_count(scene);
    if (output->pdf == NULL)
        for (int page = 0; page < pages; page++)
            make_picture(output, scene, page);
    else if (output->error == NULL && !ez_pdf_add(output->pdf, scene, &output->error))
        g_assert(output->error != NULL);
    output->pages += pages;
}

void ez_output_end(EzOutput *output, bool refused, EzDiags *diags)
{
    int files = ez_plan_files(output->job, output->bench->request);
    if (!refused && output->pdf != NULL)
        make_pdf(output, diags);
    for (int i = 0; refused && i < files; i++) {
        g_autofree char *path = path_of(output, i);
        tell(output, path, EZ_FILE_REFUSED, output->pdf != NULL ? output->pages : 1, NULL);
    }
}
