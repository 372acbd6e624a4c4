// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/document.h"

#include "print/drawn.h"
#include "print/finish.h"
#include "print/preflight.h"
#include "render/device_pdf.h"

struct EzDocument {
    const EzWorkbench *bench;
    EzPress *press;         // not owned; NULL for another purpose
    EzPdf *pdf;             // that is drawn
    EzStructure *structure; // of a PDF for a screen or a printer at home; else NULL
    char *title;
    int outline;
    GError *error; // of drawing
};

// ---- drawing ---------------------------------------------------------------------------

EzDocument *ez_document_new(const EzWorkbench *bench, EzPress *press, const char *language,
                            const char *title, int outline)
{
    const EzBuildRequest *request = bench->request;
    bool plain = request->bare || press != NULL;
    EzPdfOptions options = {.bleed = plain,
                            .unmarked = plain,
                            .title = title,
                            .date = request->date,
                            .creator = request->creator};
    EzDocument *document = g_new0(EzDocument, 1);
    *document = (EzDocument){.bench = bench,
                             .press = press,
                             .pdf = ez_pdf_new(&options),
                             .title = g_strdup(title),
                             .outline = outline};
    if (!plain)
        document->structure = ez_structure_new(language);
    return document;
}

void ez_document_free(EzDocument *document)
{
    if (document == NULL)
        return;
    ez_pdf_free(document->pdf);
    ez_structure_free(document->structure);
    g_free(document->title);
    g_clear_error(&document->error);
    g_free(document);
}

void ez_document_add(EzDocument *document, const EzScene *scene)
{
    if (document->error == NULL && ez_pdf_add(document->pdf, scene, &document->error) &&
        document->structure != NULL)
        ez_structure_add(document->structure, scene);
}

// ---- finishing -------------------------------------------------------------------------

// The profile of what is seen on a screen; NULL without an error where no folder is known.
static GBytes *read_profile(const EzBuildRequest *request, GError **error)
{
    if (request->colours == NULL)
        return NULL;
    g_autofree char *path = g_build_filename(request->colours, "sRGB.icc", NULL);
    char *bytes;
    gsize length;
    return g_file_get_contents(path, &bytes, &length, error) ? g_bytes_new_take(bytes, length)
                                                             : NULL;
}

static GBytes *finish_screen(const EzDocument *document, GBytes *drawn, const char *path,
                             EzDiags *diags, GError **error)
{
    const EzBuildRequest *request = document->bench->request;
    GError *unread = NULL;
    g_autoptr(GBytes) profile = read_profile(request, &unread);
    if (unread != NULL) {
        g_propagate_error(error, unread);
        return NULL;
    }
    EzFinish finish = {.structure = document->structure,
                       .file = path,
                       .title = document->title,
                       .creator = request->creator,
                       .date = request->date,
                       .profile = profile,
                       .outline = document->outline,
                       .fonts = document->bench->fonts,
                       .font = ez_workbench_body_font(document->bench)};
    return ez_finish_screen(drawn, &finish, diags, error);
}

static GBytes *take_drawing(EzDocument *document, GError **error)
{
    if (document->error == NULL)
        return ez_pdf_finish(document->pdf, error);
    g_propagate_error(error, g_steal_pointer(&document->error));
    return NULL;
}

// NULL after a mistake, with an error unless the mistake was told.
static GBytes *finish(EzDocument *document, const char *path, EzDiags *diags, GError **error)
{
    g_autoptr(GBytes) drawn = take_drawing(document, error);
    g_clear_pointer(&document->pdf, ez_pdf_free);
    if (drawn == NULL)
        return NULL;
    if (document->press != NULL)
        return ez_press_finish(document->press, drawn, path, diags, error);
    if (document->structure == NULL)
        return g_steal_pointer(&drawn);
    drawn = ez_drawn_without_tree(g_steal_pointer(&drawn));
    return finish_screen(document, drawn, path, diags, error);
}

// ---- judging ---------------------------------------------------------------------------

// What is handed out keeps the rules that any file is judged by. Told once a finding.
static bool passes_preflight(const EzDocument *document, GBytes *bytes, const char *path,
                             EzDiags *diags, GError **error)
{
    EzPreflightKind kind = document->press != NULL ? EZ_PREFLIGHT_PRESS : EZ_PREFLIGHT_SCREEN;
    g_autoptr(EzPreflightReport) report = ez_preflight(bytes, kind, error);
    for (guint i = 0; report != NULL && i < report->findings->len; i++) {
        const EzPreflightFinding *finding = report->findings->pdata[i];
        if (finding->weight != EZ_PREFLIGHT_ERROR)
            continue;
        g_autofree char *sentence = ez_preflight_sentence(finding, EZ_PREFLIGHT_EN);
        g_autofree char *told = finding->page > 0
                                    ? g_strdup_printf("page %d: %s", finding->page, sentence)
                                    : g_strdup(sentence);
        ez_diag_report(diags, EZ_PREFLIGHT, (EzPlace){0}, NULL, "file", path, "finding", told,
                       NULL);
    }
    return report != NULL && report->errors == 0;
}

GBytes *ez_document_finish(EzDocument *document, const char *path, EzDiags *diags,
                           GError **error)
{
    g_autoptr(GBytes) bytes = finish(document, path, diags, error);
    bool bare = document->bench->request->bare;
    bool good =
        bytes != NULL && (bare || passes_preflight(document, bytes, path, diags, error));
    return good ? g_steal_pointer(&bytes) : NULL;
}
