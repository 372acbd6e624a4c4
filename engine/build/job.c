// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/job.h"

#include "print/marks.h"
#include "render/device_pdf.h"
#include "render/device_png.h"
#include "render/device_svg.h"
#include "render/layout.h"

#include <errno.h>
#include <string.h>

typedef struct Run {
    EzWorkbench *bench;
    const EzKit *kit;
    const EzJob *job;
    EzDiags *diags;
    EzScene **scenes; // one a language of the job
    bool write;
} Run;

// What a viewer shows as the page's name; other languages read the English words.
static const char *side_word(const char *language, EzSide side)
{
    static const struct {
        const char *language, *words[2];
    } table[] = {{"nl", {"voorkant", "achterkant"}}, {"en", {"front", "back"}}};
    size_t row = g_str_has_prefix(language, "nl") ? 0 : 1;
    return table[row].words[side];
}

static bool is_stopped(const Run *run)
{
    return run->bench->request->stop != NULL && *run->bench->request->stop != 0;
}

static EzLayout layout_of(Run *run, int i)
{
    int language = run->job->languages[i];
    return (EzLayout){.theme = run->kit->theme,
                      .fonts = run->bench->fonts,
                      .patterns = run->bench->patterns,
                      .language = language,
                      .language_code = run->kit->languages.names[language],
                      .diags = run->diags,
                      .scene = run->scenes[i]};
}

static void lay_side(Run *run, const EzCard *card, EzSide side, const EzNode *node, int i)
{
    EzLayout layout = layout_of(run, i);
    const EzDeck *deck = card->deck;
    g_autofree char *label =
        g_strdup_printf("%s %s", card->id, side_word(layout.language_code, side));
    g_autofree char *thing = g_strdup_printf("card %s (%s, %s)", card->id, ez_side_words[side],
                                             layout.language_code);
    layout.width = deck->size.width;
    layout.height = deck->size.height;
    layout.bleed = deck->bleed;
    layout.safe = deck->safe;
    layout.label = label;
    layout.thing = thing;
    ez_layout_page(&layout, node);
}

static void page_done(Run *run)
{
    if (run->bench->page_done != NULL)
        run->bench->page_done(run->bench->data);
}

// A side is evaluated once and laid out in every language.
static void run_side(Run *run, const EzCard *card, EzSide side)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzNode *node = ez_load_side(run->bench->load, card, side, arena, run->diags);
    for (int i = 0; i < run->job->n_languages; i++) {
        if (node != NULL)
            lay_side(run, card, side, node, i);
        page_done(run);
    }
}

static void run_card(Run *run, const EzCard *card)
{
    for (int i = 0; i < run->job->n_languages; i++)
        ez_scene_open(run->scenes[i], EZ_ROLE_SECTION, NULL);
    for (int i = 0; i < run->job->n_sides; i++)
        run_side(run, card, run->job->sides[i]);
    for (int i = 0; i < run->job->n_languages; i++)
        ez_scene_close(run->scenes[i]);
}

static void run_page(Run *run, const EzWorksheet *sheet, int page)
{
    for (int i = 0; i < run->job->n_languages; i++) {
        EzLayout layout = layout_of(run, i);
        bool flows =
            sheet->pages[page]->kind == EZ_NODE_PAGES; // then the layout counts its pages
        int number = ez_scene_page_count(layout.scene) + 1;
        g_autofree char *label =
            flows ? g_strdup(sheet->code) : g_strdup_printf("%s %d", sheet->code, number);
        g_autofree char *thing =
            flows ? g_strdup_printf("worksheet %s (%s)", sheet->code, layout.language_code)
                  : g_strdup_printf("worksheet %s (page %d, %s)", sheet->code, number,
                                    layout.language_code);
        layout.width = sheet->size.width;
        layout.height = sheet->size.height;
        layout.bleed = sheet->bleed;
        layout.safe = sheet->safe;
        layout.label = label;
        layout.thing = thing;
        ez_layout_page(&layout, sheet->pages[page]);
        page_done(run);
    }
}

// ---- scenes ----------------------------------------------------------------------------

static EzScene *new_scene(const Run *run, int language)
{
    const EzText *own = run->job->deck != NULL ? run->job->deck->title : run->job->sheet->title;
    g_autofree char *title = g_strdup_printf("%s – %s", ez_text_in(own, language),
                                             ez_text_in(run->kit->title, language));
    EzScene *scene = ez_scene_new(run->kit->languages.names[language], title);
    ez_scene_open(scene, EZ_ROLE_DOCUMENT, NULL);
    return scene;
}

static void open_scenes(Run *run)
{
    for (int i = 0; i < run->job->n_languages; i++)
        run->scenes[i] = new_scene(run, run->job->languages[i]);
}

static void seal_scenes(Run *run)
{
    for (int i = 0; i < run->job->n_languages; i++) {
        ez_scene_close(run->scenes[i]);
        ez_scene_seal(run->scenes[i]);
    }
}

static void free_scenes(Run *run)
{
    for (int i = 0; i < run->job->n_languages; i++)
        ez_scene_free(run->scenes[i]);
}

// Where nothing will be written, no card need stay.
static void forget_scenes(Run *run)
{
    seal_scenes(run);
    free_scenes(run);
    open_scenes(run);
}

static bool lay_out(Run *run)
{
    const EzJob *job = run->job;
    int count = job->deck != NULL ? job->n_cards : job->sheet->n_pages;
    for (int i = 0; i < count && !is_stopped(run); i++) {
        if (job->deck != NULL)
            run_card(run, &job->deck->cards[job->cards[i]]);
        else
            run_page(run, job->sheet, i);
        if (!run->write && job->deck != NULL) // the pages of a worksheet are counted
            forget_scenes(run);
    }
    return !is_stopped(run);
}

// ---- files -----------------------------------------------------------------------------

static void tell(Run *run, const char *path, EzFileState state, int pages, const char *problem)
{
    if (run->bench->file_done != NULL)
        run->bench->file_done(path, state, pages, problem, run->bench->data);
}

static bool make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno),
                "cannot make the folder %s: %s", folder, g_strerror(errno));
    return false;
}

// The bytes of a file; NULL after a mistake, with an error unless the mistake was told.
static GBytes *draw(Run *run, const EzScene *scene, int page, const char *path, GError **error)
{
    const EzBuildRequest *request = run->bench->request;
    EzPngOptions png = {.dpi = request->dpi};
    EzPdfOptions pdf = {.creator = request->creator, .date = request->date};
    if (request->format == EZ_FORMAT_PNG)
        return ez_png_render(scene, page, &png, error);
    if (request->format == EZ_FORMAT_SVG)
        return ez_svg_render(scene, page, false, error);
    g_autoptr(GBytes) bytes = ez_pdf_render(scene, &pdf, error);
    if (bytes == NULL || !ez_marks_check(bytes, scene, path, run->diags, error))
        return NULL;
    return g_steal_pointer(&bytes);
}

static EzFileState write_file(Run *run, const EzScene *scene, int page, const char *path,
                              GError **error)
{
    g_autoptr(GBytes) bytes = draw(run, scene, page, path, error);
    if (bytes == NULL)
        return *error != NULL ? EZ_FILE_FAILED : EZ_FILE_REFUSED;
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

// The i-th file of a scene: all its pages, or one of them.
static void make_file(Run *run, int language, int i)
{
    const EzBuildRequest *request = run->bench->request;
    const EzScene *scene = run->scenes[language];
    g_autofree char *path =
        ez_plan_file(run->kit, run->job, run->job->languages[language], i, request);
    g_autoptr(GError) error = NULL;
    EzFileState state = EZ_FILE_REFUSED;
    if (!run->job->blamed && ez_diags_errors(run->diags) == 0)
        state = write_file(run, scene, i, path, &error);
    int pages = request->format == EZ_FORMAT_PDF ? ez_scene_page_count(scene) : 1;
    tell(run, path, state, pages, error != NULL ? error->message : NULL);
}

// How many files there are of a scene: pages that flow are counted only now.
static int count_files(const Run *run, int language)
{
    const EzBuildRequest *request = run->bench->request;
    int pages = ez_scene_page_count(run->scenes[language]);
    if (run->job->deck != NULL || request->format == EZ_FORMAT_PDF || pages == 0)
        return ez_plan_files(run->job, request);
    return pages;
}

static void write_files(Run *run)
{
    const EzBuildRequest *request = run->bench->request;
    for (int language = 0; language < run->job->n_languages; language++) {
        int files = count_files(run, language);
        if (files > 1 && ez_request_names_file(request)) {
            g_autofree char *problem =
                g_strdup_printf("this prints %d files, and -o names one: name a folder", files);
            tell(run, request->out, EZ_FILE_FAILED, 0, problem);
            continue;
        }
        for (int i = 0; i < files && !is_stopped(run); i++)
            make_file(run, language, i);
    }
}

bool ez_job_run(EzWorkbench *bench, const EzJob *job, bool write, EzDiags *diags)
{
    EzDiags *own = ez_diags_new();
    Run run = {bench, ez_load_kit(bench->load), job, own, g_new0(EzScene *, job->n_languages),
               write};
    open_scenes(&run);
    bool done = (write && job->blamed) || lay_out(&run);
    seal_scenes(&run);
    if (done && write)
        write_files(&run);
    free_scenes(&run);
    g_free(run.scenes);
    done = done && !is_stopped(&run);
    ez_diags_move(diags, own);
    ez_diags_free(own);
    return done;
}
