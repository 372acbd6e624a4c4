// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/document.h"

#include "engine/build/verdict.h"
#include "print/drawn.h"
#include "print/finish.h"
#include "render/device_pdf.h"

struct EzDocument {
    const EzWorkbench *bench;
    const EzJob *job;
    EzPress *press;         // not owned; NULL for another purpose
    EzPdf *pdf;             // that is drawn; NULL when it is finished
    GBytes *drawn;          // all of it; NULL until then
    EzStructure *structure; // of a PDF for a screen or a printer at home; else NULL
    char *title;
    GPtrArray *pages; // of EzVerdictPage, as they were drawn
    GError *error;    // of drawing
};

// ---- drawing ---------------------------------------------------------------------------

static void free_page(void *data)
{
    EzVerdictPage *page = data;
    g_free(page->label);
    g_free(page);
}

EzDocument *ez_document_new(const EzWorkbench *bench, const EzJob *job, int language,
                            const char *title, EzPress *press)
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
                             .job = job,
                             .press = press,
                             .pdf = ez_pdf_new(&options),
                             .title = g_strdup(title)};
    document->pages = g_ptr_array_new_with_free_func(free_page);
    if (!plain)
        document->structure =
            ez_structure_new(ez_load_kit(bench->load)->languages.names[language]);
    return document;
}

void ez_document_free(EzDocument *document)
{
    if (document == NULL)
        return;
    ez_pdf_free(document->pdf);
    g_clear_pointer(&document->drawn, g_bytes_unref);
    ez_structure_free(document->structure);
    g_free(document->title);
    g_ptr_array_unref(document->pages);
    g_clear_error(&document->error);
    g_free(document);
}

static void note_page(EzDocument *document, const EzScenePage *drawn)
{
    EzVerdictPage *page = g_new0(EzVerdictPage, 1);
    *page = (EzVerdictPage){g_strdup(drawn->label), drawn->place};
    g_ptr_array_add(document->pages, page);
}

void ez_document_add(EzDocument *document, const EzScene *scene)
{
    for (int i = 0; i < ez_scene_page_count(scene); i++)
        note_page(document, ez_scene_page(scene, i));
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
                       .outline = document->job->deck != NULL ? 1 : 3,
                       .fonts = document->bench->fonts,
                       .font = ez_workbench_body_font(document->bench)};
    return ez_finish_screen(drawn, &finish, diags, error);
}

static GBytes *finish_press(const EzDocument *document, int part, const char *path,
                            EzDiags *diags, GError **error)
{
    const EzBuildRequest *request = document->bench->request;
    EzPressFile about = {.file = path,
                         .title = document->title,
                         .creator = request->creator,
                         .date = request->date,
                         .part = part};
    return ez_press_finish(document->press, document->drawn, &about, diags, error);
}

static bool end_drawing(EzDocument *document, GError **error)
{
    if (document->error != NULL) {
        g_propagate_error(error, g_steal_pointer(&document->error));
        return false;
    }
    if (document->pdf != NULL)
        document->drawn = ez_pdf_finish(document->pdf, error);
    g_clear_pointer(&document->pdf, ez_pdf_free);
    return document->drawn != NULL;
}

// NULL after a mistake, with an error unless the mistake was told.
static GBytes *finish(EzDocument *document, int part, const char *path, EzDiags *diags,
                      GError **error)
{
    if (!end_drawing(document, error))
        return NULL;
    if (document->press != NULL)
        return finish_press(document, part, path, diags, error);
    g_autoptr(GBytes) drawn = g_steal_pointer(&document->drawn);
    if (document->structure == NULL)
        return g_steal_pointer(&drawn);
    drawn = ez_drawn_without_tree(g_steal_pointer(&drawn));
    return finish_screen(document, drawn, path, diags, error);
}

// ---- judging ---------------------------------------------------------------------------

// In the order of the file.
static GPtrArray *pages_of(const EzDocument *document)
{
    if (document->press == NULL)
        return g_ptr_array_ref(document->pages);
    g_autoptr(GArray) order = ez_press_order(document->press);
    GPtrArray *pages = g_ptr_array_new();
    for (guint i = 0; i < order->len; i++)
        g_ptr_array_add(pages, document->pages->pdata[g_array_index(order, int, i)]);
    return pages;
}

// What is handed out keeps the rules that any file is judged by.
static bool passes_preflight(const EzDocument *document, GBytes *bytes, const char *path,
                             EzDiags *diags, GError **error)
{
    const EzJob *job = document->job;
    EzPreflightKind kind = document->press != NULL ? EZ_PREFLIGHT_PRESS : EZ_PREFLIGHT_SCREEN;
    g_autoptr(EzPreflightReport) report = ez_preflight(bytes, kind, error);
    g_autoptr(GPtrArray) pages = pages_of(document);
    EzVerdict verdict = {
        .file = path,
        .language = document->bench->request->told_in,
        .place = ez_origin_place(job->deck != NULL ? job->deck->origin : job->sheet->origin),
        .face = job->deck != NULL ? job->deck->face : NULL,
        .pages = (const EzVerdictPage *const *)pages->pdata,
        .n_pages = (int)pages->len};
    if (report != NULL)
        ez_verdict_tell(&verdict, report, diags);
    return report != NULL && report->errors == 0;
}

GBytes *ez_document_finish(EzDocument *document, int part, const char *path, EzDiags *diags,
                           GError **error)
{
    g_autoptr(GBytes) bytes = finish(document, part, path, diags, error);
    bool bare = document->bench->request->bare;
    bool good =
        bytes != NULL && (bare || passes_preflight(document, bytes, path, diags, error));
    return good ? g_steal_pointer(&bytes) : NULL;
}
