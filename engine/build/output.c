// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/output.h"

#include "engine/build/delivery.h"
#include "engine/build/document.h"
#include "engine/build/home.h"
#include "engine/build/home_sheets.h"
#include "engine/build/recipe.h"
#include "render/device_png.h"
#include "render/device_svg.h"
#include "render/scene_digest.h"

struct EzOutput {
    const EzWorkbench *bench;
    const EzJob *job;
    EzDelivery delivery;
    EzDocument *document; // NULL for another format
    EzSheets *sheets;     // NULL for another purpose, and before the first page
    EzPress *press;       // NULL for another purpose
    EzDiags *faults;      // that hold up only this output
    int pages;            // that were painted
    // Of what each file is made, for its stamp:
    EzDigest sum;    // of the PDF so far; else what begins each picture's
    GPtrArray *keys; // of the pictures, by their number
    bool comparing, compared, same;
};

// ---- life ------------------------------------------------------------------------------

static void check_paper(EzOutput *output)
{
    const EzJob *job = output->job;
    if (job->home.count == 0)
        ez_home_tell_paper(job->deck, job->sheet, &output->bench->request->home,
                           output->faults);
}

static EzPress *open_press(const EzWorkbench *bench)
{
    EzPress *press = ez_press_new(bench->request->profile);
    ez_press_theme(press, ez_load_kit(bench->load)->theme);
    return press;
}

EzOutput *ez_output_new(const EzWorkbench *bench, const EzJob *job, int language,
                        EzPurpose purpose, const char *title)
{
    EzOutput *output = g_new0(EzOutput, 1);
    *output =
        (EzOutput){.bench = bench, .job = job, .delivery = {bench, job, language, purpose}};
    output->faults = ez_diags_new();
    if (purpose == EZ_FOR_PRESS)
        output->press = open_press(bench);
    if (bench->request->format == EZ_FORMAT_PDF)
        output->document = ez_document_new(bench, job, language, title, output->press);
    ez_recipe_begin(&output->sum, bench, purpose, title);
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
    ez_document_free(output->document);
    ez_press_free(output->press);
    g_ptr_array_unref(output->keys);
    ez_diags_free(output->faults);
    g_free(output);
}

// ---- painting --------------------------------------------------------------------------

static void add_to_sum(EzOutput *output, const EzScene *scene, int page)
{
    if (output->document != NULL) {
        ez_scene_digest(scene, page, &output->sum);
        return;
    }
    EzDigest sum = output->sum;
    ez_scene_digest(scene, page, &sum);
    g_ptr_array_add(output->keys, ez_digest_hex(&sum));
}

static GBytes *draw_picture(const EzOutput *output, const EzScene *scene, int page,
                            GError **error)
{
    const EzBuildRequest *request = output->bench->request;
    bool bleed = output->press != NULL;
    EzPngOptions png = {.dpi = bleed ? request->profile->dpi : request->dpi, .bleed = bleed};
    return request->format == EZ_FORMAT_PNG ? ez_png_render(scene, page, &png, error)
                                            : ez_svg_render(scene, page, false, error);
}

static void make_picture(EzOutput *output, const EzScene *scene, int page)
{
    if (ez_diags_errors(output->faults) > 0)
        return; // it is refused at the end
    const EzDelivery *delivery = &output->delivery;
    int file = output->pages + page;
    const char *key = output->keys->pdata[file];
    g_autoptr(GError) error = NULL;
    EzFileState state = EZ_FILE_SAME;
    if (!output->compared || !ez_delivery_fits(delivery, file, key)) {
        g_autoptr(GBytes) bytes = draw_picture(output, scene, page, &error);
        state = bytes != NULL ? ez_delivery_put(delivery, file, bytes, key, &error)
                              : EZ_FILE_FAILED;
    }
    ez_delivery_tell(delivery, file, state, 1, error);
}

static void paint_pages(EzOutput *output, const EzScene *scene, int pages)
{
    if (output->document != NULL)
        ez_document_add(output->document, scene);
    for (int page = 0; page < pages && output->document == NULL; page++)
        make_picture(output, scene, page);
    output->pages += pages;
}

static void paint(const EzScene *scene, void *data)
{
    EzOutput *output = data;
    int pages = ez_scene_page_count(scene);
    for (int page = 0; page < pages && !output->compared; page++)
        add_to_sum(output, scene, page);
    // Once: of pictures before the first is written, of a PDF with its pages.
    if (output->press != NULL && output->comparing == (output->document == NULL))
        ez_press_add(output->press, scene, output->faults);
    if (output->comparing)
        output->pages += pages;
    else
        paint_pages(output, scene, pages);
}

// ---- sheets ----------------------------------------------------------------------------

static void open_sheets(EzOutput *output, int count)
{
    output->sheets = ez_home_sheets(output->bench, output->job, output->delivery.language,
                                    count, paint, output);
}

static void add_card(EzOutput *output, EzScene *scene, int copies)
{
    if (output->sheets == NULL)
        open_sheets(output, output->job->n_sheets);
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
    open_sheets(output, pages);
    for (int i = 0; i < pages; i++)
        ez_sheets_add(output->sheets, scene, i);
}

void ez_output_add(EzOutput *output, EzScene *scene, int copies)
{
    if (output->same)
        return;
    if (output->delivery.purpose != EZ_FOR_HOME)
        paint(scene, output);
    else if (output->job->home.count == 0)
        return; // that was told
    else if (output->job->deck != NULL)
        add_card(output, scene, copies);
    else
        add_worksheet(output, scene);
}

// ---- comparing -------------------------------------------------------------------------

bool ez_output_known(const EzOutput *output)
{
    return ez_delivery_known(&output->delivery, 0);
}

void ez_output_compare(EzOutput *output)
{
    output->comparing = true;
}

// Fronts and backs may be files apart.
static int count_files(const EzOutput *output)
{
    return ez_plan_files(output->job, output->delivery.purpose, output->bench->request);
}

static bool all_fit(const EzOutput *output)
{
    bool fine = true;
    for (guint i = 0; fine && i < output->keys->len; i++)
        fine = ez_delivery_fits(&output->delivery, (int)i, output->keys->pdata[i]);
    g_autofree char *key = ez_digest_hex(&output->sum);
    for (int i = 0; output->document != NULL && fine && i < count_files(output); i++)
        fine = ez_delivery_fits(&output->delivery, i, key);
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

// ---- the end ---------------------------------------------------------------------------

// NULL when one of the files may not be handed out: that holds up all.
static GPtrArray *finish_files(EzOutput *output, int count, EzDiags *diags, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    bool good = true;
    for (int i = 0; i < count && *error == NULL; i++) {
        g_autofree char *path = ez_delivery_path(&output->delivery, i);
        int part = count > 1 ? i + 1 : 0;
        GBytes *bytes = ez_document_finish(output->document, part, path, diags, error);
        if (bytes != NULL)
            g_ptr_array_add(files, bytes);
        good = good && bytes != NULL;
    }
    return good ? g_steal_pointer(&files) : NULL;
}

static void write_document(EzOutput *output, EzDiags *diags)
{
    int count = count_files(output);
    g_autofree char *key = ez_digest_hex(&output->sum);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = finish_files(output, count, diags, &error);
    EzFileState state = error != NULL ? EZ_FILE_FAILED : EZ_FILE_REFUSED;
    for (int i = 0; i < count; i++) {
        if (files != NULL)
            state = ez_delivery_put(&output->delivery, i, files->pdata[i], key, &error);
        ez_delivery_tell(&output->delivery, i, state, output->pages / count, error);
        if (files != NULL)
            g_clear_error(&error); // the next may fare better
    }
}

// The same of so many files.
static void tell_all(const EzOutput *output, int files, EzFileState state)
{
    for (int i = 0; i < files; i++)
        ez_delivery_tell(&output->delivery, i, state,
                         output->document != NULL ? output->pages / files : 1, NULL);
}

void ez_output_end(EzOutput *output, bool refused, EzDiags *diags)
{
    int files = count_files(output);
    if (!refused && output->sheets != NULL)
        ez_sheets_end(output->sheets);
    refused = refused || ez_diags_errors(output->faults) > 0;
    ez_diags_move(diags, output->faults);
    if (refused)
        tell_all(output, files, EZ_FILE_REFUSED);
    else if (output->same)
        tell_all(output, output->document != NULL ? files : output->pages, EZ_FILE_SAME);
    else if (output->document != NULL)
        write_document(output, diags);
}
