// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/output.h"

#include "engine/build/home.h"
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
    EzPurpose purpose;
    EzPdf *pdf;       // NULL for another format
    EzSheets *sheets; // NULL for another purpose, and before the first page
    EzDiags *faults;  // that hold up only this output
    GError *error;    // of painting the PDF
    int pages;        // that were painted
};

static void paint(const EzScene *scene, void *data);

// ---- sheets ----------------------------------------------------------------------------

static const EzFont *label_font(const EzWorkbench *bench, const EzTheme *theme)
{
    const EzStyle *body = ez_theme_style(theme, "body");
    const EzThemeFont *font = ez_theme_font(theme, body != NULL ? body->font : "");
    return font != NULL ? ez_fonts_find(bench->fonts, font->family, 400, false) : NULL;
}

static EzSheets *open_sheets(EzOutput *output, int count)
{
    const EzJob *job = output->job;
    const EzKit *kit = ez_load_kit(output->bench->load);
    g_autofree char *version =
        g_strdup_printf("%s %s", ez_text_in(kit->title, output->language), kit->version);
    const EzText *name = job->deck != NULL ? job->deck->title : job->sheet->title;
    EzSheetOptions options = {.imposition = job->home,
                              .plain = job->deck == NULL,
                              .sides = {job->sides[0], job->sides[1]},
                              .n_sides = job->deck != NULL ? job->n_sides : 1,
                              .sheets = count,
                              .typesetter = output->bench->typesetter,
                              .font = label_font(output->bench, kit->theme),
                              .language = kit->languages.names[output->language],
                              .name = ez_text_in(name, output->language),
                              .version = version};
    return ez_sheets_new(&options, paint, output);
}

static void check_paper(EzOutput *output)
{
    const EzJob *job = output->job;
    if (job->home.count == 0)
        ez_home_tell_paper(job->deck, job->sheet, &output->bench->request->home,
                           output->faults);
}

static void add_card(EzOutput *output, EzScene *scene, int copies)
{
    if (output->sheets == NULL)
        output->sheets = open_sheets(output, output->job->n_sheets);
    for (int i = 0; i < copies; i++)
        ez_sheets_add(output->sheets, scene, 0);
}

// Each page is a sheet. How many there are is known now: they may have flowed.
static void add_worksheet(EzOutput *output, EzScene *scene)
{
    const EzJob *job = output->job;
    int pages = ez_scene_page_count(scene);
    ez_home_check_type(job->sheet, scene, job->home.scale, output->faults);
    if (ez_diags_errors(output->faults) > 0)
        return;
    output->sheets = open_sheets(output, pages);
    for (int i = 0; i < pages; i++)
        ez_sheets_add(output->sheets, scene, i);
}

// ---- life ------------------------------------------------------------------------------

EzOutput *ez_output_new(const EzWorkbench *bench, const EzJob *job, int language,
                        EzPurpose purpose, const char *title)
{
    const EzBuildRequest *request = bench->request;
    EzOutput *output = g_new0(EzOutput, 1);
    *output = (EzOutput){.bench = bench, .job = job, .language = language, .purpose = purpose};
    output->faults = ez_diags_new();
    EzPdfOptions options = {.bleed = request->bare,
                            .unmarked = request->bare,
                            .title = title,
                            .date = request->date,
                            .creator = request->creator};
    if (request->format == EZ_FORMAT_PDF)
        output->pdf = ez_pdf_new(&options);
    if (purpose == EZ_FOR_HOME)
        check_paper(output);
    return output;
}

void ez_output_free(EzOutput *output)
{
    if (output == NULL)
        return;
    ez_sheets_free(output->sheets);
    ez_diags_free(output->faults);
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
    return ez_plan_file(ez_load_kit(output->bench->load), output->job, output->language,
                        output->purpose, file, output->bench->request);
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

static void paint(const EzScene *scene, void *data)
{
    EzOutput *output = data;
    int pages = ez_scene_page_count(scene);
    if (output->pdf == NULL)
        for (int page = 0; page < pages; page++)
            make_picture(output, scene, page);
    else if (output->error == NULL && !ez_pdf_add(output->pdf, scene, &output->error))
        g_assert(output->error != NULL);
    output->pages += pages;
}

void ez_output_add(EzOutput *output, EzScene *scene, int copies)
{
    if (output->purpose != EZ_FOR_HOME)
        paint(scene, output);
    else if (output->job->home.count == 0)
        return; // that was told
    else if (output->job->deck != NULL)
        add_card(output, scene, copies);
    else
        add_worksheet(output, scene);
}

void ez_output_end(EzOutput *output, bool refused, EzDiags *diags)
{
    int files = ez_plan_files(output->job, output->purpose, output->bench->request);
    if (!refused && output->sheets != NULL)
        ez_sheets_end(output->sheets);
    refused = refused || ez_diags_errors(output->faults) > 0;
    ez_diags_move(diags, output->faults);
    if (!refused && output->pdf != NULL)
        make_pdf(output, diags);
    for (int i = 0; refused && i < files; i++) {
        g_autofree char *path = path_of(output, i);
        tell(output, path, EZ_FILE_REFUSED, output->pdf != NULL ? output->pages : 1, NULL);
    }
}
