// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/output.h"

#include "engine/build/home.h"
#include "engine/build/stamp.h"
#include "print/drawn.h"
#include "print/finish.h"
#include "print/preflight.h"
#include "print/press.h"
#include "render/device_pdf.h"
#include "render/device_png.h"
#include "render/device_svg.h"
#include "render/scene_digest.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

struct EzOutput {
    const EzWorkbench *bench;
    const EzJob *job;
    int language;
    EzPurpose purpose;
    EzPdf *pdf;             // NULL for another format
    EzStructure *structure; // of the PDF; NULL where it is bare
    char *title;
    EzSheets *sheets; // NULL for another purpose, and before the first page
    EzPress *press;   // NULL for another purpose
    EzDiags *faults;  // that hold up only this output
    GError *error;    // of painting the PDF
    int pages;        // that were painted
    // Of what each file is made, for its stamp:
    EzDigest sum;    // of the PDF so far; else what begins each picture's
    GPtrArray *keys; // of the pictures, by their number
    bool comparing, compared, same;
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
    if (ez_diags_errors(output->faults) == 0)
        ez_home_check_type(job->sheet, scene, job->home.scale, output->faults);
    if (ez_diags_errors(output->faults) > 0)
        return;
    output->sheets = open_sheets(output, pages);
    for (int i = 0; i < pages; i++)
        ez_sheets_add(output->sheets, scene, i);
}

// ---- sums --------------------------------------------------------------------------------

// A file as the disk tells it.
static void add_file(EzDigest *sum, const char *name, const char *path)
{
    GStatBuf look;
    if (g_stat(path, &look) != 0)
        return;
    ez_digest_text(sum, name);
    ez_digest_whole(sum, look.st_size);
    ez_digest_whole(sum, look.st_mtim.tv_sec);
    ez_digest_whole(sum, look.st_mtim.tv_nsec);
}

// What goes into all files of the output beside the scenes.
static void begin_sum(EzOutput *output, const char *title)
{
    const EzBuildRequest *request = output->bench->request;
    EzDigest *sum = &output->sum;
    g_autofree char *pictures = ez_picture_library();
    ez_digest_init(sum);
    ez_digest_text(sum, request->creator);
    ez_digest_text(sum, ez_pdf_library());
    ez_digest_text(sum, pictures);
    add_file(sum, "program", "/proc/self/exe"); // a version may be built again, and otherwise
    ez_digest_text(sum, title);
    ez_digest_text(sum, request->date);
    ez_digest_whole(sum, request->format);
    ez_digest_whole(sum, request->bare);
    ez_digest_numbers(sum, &request->dpi, 1);
    if (output->press != NULL)
        ez_profile_digest(request->profile, sum);
    for (int i = 0; i < ez_fonts_count(output->bench->fonts); i++) {
        const EzFont *font = ez_fonts_get(output->bench->fonts, i);
        add_file(sum, font->name, font->file);
    }
}

static void add_to_sum(EzOutput *output, const EzScene *scene, int page)
{
    if (output->pdf != NULL) {
        ez_scene_digest(scene, page, &output->sum);
        return;
    }
    EzDigest sum = output->sum;
    ez_scene_digest(scene, page, &sum);
    g_ptr_array_add(output->keys, ez_digest_hex(&sum));
}

// ---- life ------------------------------------------------------------------------------

static EzPress *open_press(const EzWorkbench *bench)
{
    EzPress *press = ez_press_new(bench->request->profile);
    ez_press_theme(press, ez_load_kit(bench->load)->theme);
    return press;
}

EzOutput *ez_output_new(const EzWorkbench *bench, const EzJob *job, int language,
                        EzPurpose purpose, const char *title)
{
    const EzBuildRequest *request = bench->request;
    EzOutput *output = g_new0(EzOutput, 1);
    *output = (EzOutput){.bench = bench, .job = job, .language = language, .purpose = purpose};
    output->faults = ez_diags_new();
    if (purpose == EZ_FOR_PRESS)
        output->press = open_press(bench);
    bool plain = request->bare || output->press != NULL;
    EzPdfOptions options = {.bleed = plain,
                            .unmarked = plain,
                            .title = title,
                            .date = request->date,
                            .creator = request->creator};
    if (request->format == EZ_FORMAT_PDF)
        output->pdf = ez_pdf_new(&options);
    const EzKit *kit = ez_load_kit(bench->load);
    if (output->pdf != NULL && !plain)
        output->structure = ez_structure_new(kit->languages.names[language]);
    output->title = g_strdup(title);
    begin_sum(output, title);
    output->keys = g_ptr_array_new_with_free_func(g_free);
    if (purpose == EZ_FOR_HOME)
        check_paper(output);
    return output;
}

void ez_output_free(EzOutput *output)
{
    if (output == NULL)
        return;
    ez_sheets_free(output->sheets);
    ez_press_free(output->press);
    g_ptr_array_unref(output->keys);
    ez_diags_free(output->faults);
    ez_pdf_free(output->pdf);
    ez_structure_free(output->structure);
    g_free(output->title);
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

static EzFileState write_file(const EzOutput *output, const char *path, GBytes *bytes,
                              const char *key, GError **error)
{
    if (!make_folder(path, error))
        return EZ_FILE_FAILED;
    EzWrite written = ez_file_write(path, bytes, error);
    if (written == EZ_WRITE_FAILED)
        return EZ_FILE_FAILED;
    ez_stamp_put(output->bench->request->stamps, path, key);
    return written == EZ_WRITE_DONE ? EZ_FILE_WRITTEN : EZ_FILE_SAME;
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

static GBytes *draw_page(const EzOutput *output, const EzScene *scene, int page, GError **error)
{
    const EzBuildRequest *request = output->bench->request;
    bool bleed = output->press != NULL;
    EzPngOptions png = {.dpi = bleed ? request->profile->dpi : request->dpi, .bleed = bleed};
    return request->format == EZ_FORMAT_PNG ? ez_png_render(scene, page, &png, error)
                                            : ez_svg_render(scene, page, false, error);
}

static bool fits(const EzOutput *output, const char *path, const char *key)
{
    return ez_stamp_fits(output->bench->request->stamps, path, key);
}

static void make_picture(EzOutput *output, const EzScene *scene, int page)
{
    if (ez_diags_errors(output->faults) > 0)
        return; // it is refused at the end
    int number = output->pages + page;
    const char *key = output->keys->pdata[number];
    g_autofree char *path = path_of(output, number);
    g_autoptr(GError) error = NULL;
    EzFileState state = EZ_FILE_SAME;
    if (!output->compared || !fits(output, path, key)) {
        g_autoptr(GBytes) bytes = draw_page(output, scene, page, &error);
        state = bytes != NULL ? write_file(output, path, bytes, key, &error) : EZ_FILE_FAILED;
    }
    tell(output, path, state, 1, error);
}

// ---- the PDF ---------------------------------------------------------------------------

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

static GBytes *finish_drawn(const EzOutput *output, GBytes *drawn, const char *path,
                            EzDiags *diags, GError **error)
{
    const EzBuildRequest *request = output->bench->request;
    GError *unread = NULL;
    g_autoptr(GBytes) profile = read_profile(request, &unread);
    if (unread != NULL) {
        g_propagate_error(error, unread);
        return NULL;
    }
    const EzKit *kit = ez_load_kit(output->bench->load);
    EzFinish finish = {.structure = output->structure,
                       .file = path,
                       .title = output->title,
                       .creator = request->creator,
                       .date = request->date,
                       .profile = profile,
                       .outline = output->job->deck != NULL ? 1 : 3,
                       .fonts = output->bench->fonts,
                       .font = label_font(output->bench, kit->theme)};
    return ez_finish_screen(drawn, &finish, diags, error);
}

// What was drawn; NULL after an error.
static GBytes *take_drawn(EzOutput *output, GError **error)
{
    if (output->error != NULL) {
        g_propagate_error(error, g_steal_pointer(&output->error));
        return NULL;
    }
    GBytes *drawn = ez_pdf_finish(output->pdf, error);
    g_clear_pointer(&output->pdf, ez_pdf_free);
    if (drawn != NULL && output->structure != NULL)
        drawn = ez_drawn_without_tree(drawn);
    return drawn;
}

// How many PDFs are made of what is drawn: fronts and backs may be apart.
static int count_pdfs(const EzOutput *output)
{
    return ez_plan_files(output->job, output->purpose, output->bench->request);
}

// The bytes of the i-th file; NULL after a mistake, with an error unless the mistake was told.
static GBytes *finish_pdf(EzOutput *output, GBytes *drawn, int i, EzDiags *diags,
                          GError **error)
{
    g_autofree char *path = path_of(output, i);
    if (output->press != NULL)
        return ez_press_finish(output->press, drawn, count_pdfs(output) > 1 ? i : EZ_PRESS_ALL,
                               path, diags, error);
    if (output->structure == NULL)
        return g_bytes_ref(drawn);
    return finish_drawn(output, drawn, path, diags, error);
}

// What is handed out keeps the rules that any file is judged by. Told once a finding.
static bool passes_preflight(const EzOutput *output, GBytes *bytes, const char *path,
                             EzDiags *diags, GError **error)
{
    EzPreflightKind kind = output->press != NULL ? EZ_PREFLIGHT_PRESS : EZ_PREFLIGHT_SCREEN;
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

// The i-th file, judged; NULL as above.
static GBytes *judge_pdf(EzOutput *output, GBytes *drawn, int i, EzDiags *diags, GError **error)
{
    g_autofree char *path = path_of(output, i);
    g_autoptr(GBytes) bytes = finish_pdf(output, drawn, i, diags, error);
    bool bare = output->bench->request->bare;
    bool good = bytes != NULL && (bare || passes_preflight(output, bytes, path, diags, error));
    return good ? g_steal_pointer(&bytes) : NULL;
}

// What is wrong with one of the files holds up all.
static void make_pdfs(EzOutput *output, EzDiags *diags)
{
    g_autoptr(GError) error = NULL;
    int count = count_pdfs(output);
    g_autoptr(GBytes) drawn = take_drawn(output, &error);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    g_autofree char *key = ez_digest_hex(&output->sum);
    bool good = drawn != NULL;
    for (int i = 0; i < count && drawn != NULL && error == NULL; i++) {
        GBytes *bytes = judge_pdf(output, drawn, i, diags, &error);
        good = good && bytes != NULL;
        if (bytes != NULL)
            g_ptr_array_add(files, bytes);
    }
    for (int i = 0; i < count; i++) {
        g_autofree char *path = path_of(output, i);
        EzFileState state = error != NULL ? EZ_FILE_FAILED : EZ_FILE_REFUSED;
        if (good && error == NULL)
            state = write_file(output, path, files->pdata[i], key, &error);
        tell(output, path, state, output->pages / count, error);
    }
}

static void paint_pages(EzOutput *output, const EzScene *scene, int pages)
{
    if (output->pdf == NULL)
        for (int page = 0; page < pages; page++)
            make_picture(output, scene, page);
    else if (output->error == NULL && !ez_pdf_add(output->pdf, scene, &output->error))
        g_assert(output->error != NULL);
    else if (output->structure != NULL)
        ez_structure_add(output->structure, scene);
    output->pages += pages;
}

static void paint(const EzScene *scene, void *data)
{
    EzOutput *output = data;
    int pages = ez_scene_page_count(scene);
    for (int page = 0; page < pages && !output->compared; page++)
        add_to_sum(output, scene, page);
    // Once: of pictures before the first is written, of a PDF with its pages.
    if (output->press != NULL && output->comparing == (output->pdf == NULL))
        ez_press_add(output->press, scene, output->faults);
    if (output->comparing)
        output->pages += pages;
    else
        paint_pages(output, scene, pages);
}

// ---- comparing -------------------------------------------------------------------------

bool ez_output_known(const EzOutput *output)
{
    g_autofree char *path = path_of(output, 0);
    return ez_stamp_known(output->bench->request->stamps, path);
}

void ez_output_compare(EzOutput *output)
{
    output->comparing = true;
}

static bool all_fit(const EzOutput *output)
{
    bool fine = true;
    for (guint i = 0; fine && i < output->keys->len; i++) {
        g_autofree char *path = path_of(output, (int)i);
        fine = fits(output, path, output->keys->pdata[i]);
    }
    g_autofree char *key = ez_digest_hex(&output->sum);
    for (int i = 0; output->pdf != NULL && fine && i < count_pdfs(output); i++) {
        g_autofree char *path = path_of(output, i);
        fine = fits(output, path, key);
    }
    return fine;
}

bool ez_output_settle(EzOutput *output)
{
    if (output->sheets != NULL)
        ez_sheets_end(output->sheets);
    g_clear_pointer(&output->sheets, ez_sheets_free);
    output->comparing = false;
    output->compared = true;
    output->same = output->pages > 0 && all_fit(output);
    if (!output->same)
        output->pages = 0;
    return output->same;
}

static void tell_same(const EzOutput *output)
{
    int files = output->pdf != NULL ? count_pdfs(output) : output->pages;
    for (int i = 0; i < files; i++) {
        g_autofree char *path = path_of(output, i);
        tell(output, path, EZ_FILE_SAME, output->pages / files, NULL);
    }
}

// ---- the contract ----------------------------------------------------------------------

void ez_output_add(EzOutput *output, EzScene *scene, int copies)
{
    if (output->same)
        return;
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
    if (!refused && output->same)
        tell_same(output);
    else if (!refused && output->pdf != NULL)
        make_pdfs(output, diags);
    for (int i = 0; refused && i < files; i++) {
        g_autofree char *path = path_of(output, i);
        tell(output, path, EZ_FILE_REFUSED, output->pdf != NULL ? output->pages / files : 1,
             NULL);
    }
}
