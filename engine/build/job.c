// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/job.h"

#include "engine/build/output.h"
#include "print/words.h"
#include "render/layout.h"

typedef struct Run {
    EzWorkbench *bench;
    const EzKit *kit;
    const EzJob *job;
    EzDiags *diags;
    EzScene **scenes;         // of the card or worksheet in hand, one a language of the job
    const GPtrArray *outputs; // of EzOutput, see open_outputs; NULL where nothing is written
} Run;

static const EzPictureFile *find_icon(const char *name, void *data)
{
    const Run *run = data;
    return ez_load_icon(run->bench->load, name, run->diags);
}

static EzLayout layout_of(Run *run, int i)
{
    int language = run->job->languages[i];
    return (EzLayout){.theme = run->kit->theme,
                      .typesetter = run->bench->typesetter,
                      .sizes = run->bench->sizes,
                      .icon = find_icon,
                      .icon_data = run,
                      .patterns = run->bench->patterns,
                      .pictures = run->bench->pictures,
                      .language = language,
                      .language_code = run->kit->languages.names[language],
                      .diags = run->diags,
                      .scene = run->scenes[i]};
}

// In a table of cards it is a row, else the id.
static EzPlace place_of(const EzCard *card)
{
    return ez_origin_known(card->origin) ? ez_origin_value(card->origin, "id") : card->place;
}

static void lay_side(Run *run, const EzCard *card, EzSide side, const EzNode *node, int i)
{
    EzLayout layout = layout_of(run, i);
    const EzDeck *deck = card->deck;
    g_autofree char *label =
        g_strdup_printf("%s %s", card->id, ez_print_words(layout.language_code)->sides[side]);
    g_autofree char *thing = g_strdup_printf("card %s (%s, %s)", card->id, ez_side_words[side],
                                             layout.language_code);
    layout.width = deck->size.width;
    layout.height = deck->size.height;
    layout.bleed = deck->bleed;
    layout.safe = deck->safe;
    layout.label = label;
    layout.thing = thing;
    layout.place = place_of(card);
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
        layout.colour = sheet->colour;
        layout.label = label;
        layout.thing = thing;
        layout.place = ez_origin_place(sheet->pages[page]->origin);
        ez_layout_page(&layout, sheet->pages[page]);
        page_done(run);
    }
}

// ---- scenes ----------------------------------------------------------------------------

static char *title_of(const EzKit *kit, const EzJob *job, int language)
{
    const EzText *own = job->deck != NULL ? job->deck->title : job->sheet->title;
    return g_strdup_printf("%s – %s", ez_text_in(own, language),
                           ez_text_in(kit->title, language));
}

static void open_scenes(Run *run)
{
    for (int i = 0; i < run->job->n_languages; i++) {
        int language = run->job->languages[i];
        g_autofree char *title = title_of(run->kit, run->job, language);
        run->scenes[i] = ez_scene_new(run->kit->languages.names[language], title);
    }
}

// Whether the sizes of even texts are asked for and not yet known.
static bool wants_sizes(const EzWorkbench *bench)
{
    return bench->sizes != NULL && !ez_sizes_settled(bench->sizes) &&
           ez_sizes_asked(bench->sizes);
}

static void close_scenes(Run *run, int copies)
{
    int n = run->job->n_languages;
    for (int i = 0; i < n; i++)
        ez_scene_seal(run->scenes[i]);
    bool painted =
        run->outputs != NULL && ez_diags_errors(run->diags) == 0 && !wants_sizes(run->bench);
    for (int i = 0; painted && i < (int)run->outputs->len; i++)
        ez_output_add(run->outputs->pdata[i], run->scenes[i % n], copies);
    for (int i = 0; i < n; i++)
        ez_scene_free(run->scenes[i]);
}

// The n-th card, or the whole worksheet.
static void run_unit(Run *run, int n)
{
    const EzJob *job = run->job;
    const EzCard *card = job->deck != NULL ? &job->deck->cards[job->cards[n]] : NULL;
    open_scenes(run);
    if (card != NULL)
        run_card(run, card);
    for (int i = 0; job->sheet != NULL && i < job->sheet->n_pages; i++)
        run_page(run, job->sheet, i);
    close_scenes(run, card != NULL ? card->copies : 1);
}

// ---- passes ----------------------------------------------------------------------------

static bool is_stopped(const EzWorkbench *bench)
{
    return bench->request->stop != NULL && *bench->request->stop != 0;
}

// Lays out all cards of the deck with all their sides, whatever is printed of it, to learn the sizes of even texts.
// The mistakes it finds are those of all cards.
static void gather_sizes(const Run *run)
{
    EzJob whole = *run->job;
    Run all = *run;
    all.job = &whole;
    all.outputs = NULL;
    whole.n_sides = 0;
    for (EzSide side = EZ_FRONT; side <= EZ_BACK; side++)
        if (ez_load_has_side(run->bench->load, whole.deck, side))
            whole.sides[whole.n_sides++] = side;
    whole.n_cards = whole.deck->n_cards;
    whole.cards = g_new(int, whole.n_cards);
    for (int i = 0; i < whole.n_cards && !is_stopped(run->bench); i++) {
        whole.cards[i] = i;
        run_unit(&all, i);
    }
    g_free(whole.cards);
    ez_sizes_settle(run->bench->sizes);
}

// The first unit with even texts tells that there are some: those before it are painted already.
// It is laid out again when the sizes are known; with mistakes it is not, for a script that was
// stopped says so only once.
static void run_evenly(Run *run, int n)
{
    EzDiags *all = run->diags;
    g_autoptr(EzDiags) own = ez_diags_new(), found = ez_diags_new();
    run->diags = own;
    run_unit(run, n);
    if (ez_diags_errors(own) > 0 || !wants_sizes(run->bench)) {
        run->diags = all;
        ez_diags_move(all, own);
        return;
    }
    EzWorkbench *bench = run->bench, quiet = *bench; // its pages were counted
    quiet.page_done = NULL;
    run->bench = &quiet;
    run->diags = found;
    gather_sizes(run);
    run->diags = all;
    if (ez_diags_errors(found) > 0)
        ez_diags_move(all, found);
    else
        run_unit(run, n);
    run->bench = bench;
}

// Lays everything out, and paints it where there are outputs. False when it was stopped.
static bool run_pass(EzWorkbench *bench, const EzJob *job, const GPtrArray *outputs,
                     EzDiags *diags)
{
    Run run = {.bench = bench,
               .kit = ez_load_kit(bench->load),
               .job = job,
               .diags = diags,
               .scenes = g_new0(EzScene *, job->n_languages),
               .outputs = outputs};
    int units = job->deck != NULL ? job->n_cards : 1;
    for (int i = 0; i < units && !is_stopped(bench); i++) {
        run_evenly(&run, i);
        if (ez_diags_errors(diags) > 0)
            run.outputs = NULL; // nothing will be written: the rest is only judged
    }
    g_free(run.scenes);
    return !is_stopped(bench);
}

static bool is_any_known(const GPtrArray *outputs)
{
    for (guint i = 0; i < outputs->len; i++)
        if (ez_output_known(outputs->pdata[i]))
            return true;
    return false;
}

// Pages that are files of their own are all judged before the first is written, and where files were
// printed before it is seen whether they would be other ones: `same` when none would be.
static bool judge_first(EzWorkbench *bench, const EzJob *job, const GPtrArray *outputs,
                        EzDiags *diags, bool *same)
{
    if (bench->request->format == EZ_FORMAT_PDF && !is_any_known(outputs))
        return true;
    EzWorkbench quiet = *bench;
    quiet.page_done = NULL;
    g_autoptr(EzDiags) found = ez_diags_new();
    for (guint i = 0; i < outputs->len; i++)
        ez_output_compare(outputs->pdata[i]);
    bool going = run_pass(&quiet, job, outputs, found);
    *same = going;
    for (guint i = 0; i < outputs->len; i++)
        *same = ez_output_settle(outputs->pdata[i]) && *same;
    if (*same || ez_diags_errors(found) > 0)
        ez_diags_move(diags, found); // else the pass that writes tells the warnings
    return going;
}

static bool print_job(EzWorkbench *bench, const EzJob *job, GPtrArray *outputs, EzDiags *diags)
{
    bool same = false, going = job->blamed || judge_first(bench, job, outputs, diags, &same);
    if (going && !job->blamed && !same && ez_diags_errors(diags) == 0)
        going = run_pass(bench, job, outputs, diags);
    bool refused = job->blamed || ez_diags_errors(diags) > 0;
    for (guint i = 0; going && i < outputs->len; i++)
        ez_output_end(outputs->pdata[i], refused, diags);
    return going;
}

static void free_output(void *output)
{
    ez_output_free(output);
}

// The i-th is in language i % n_languages, for purpose i / n_languages.
static GPtrArray *open_outputs(const EzWorkbench *bench, const EzJob *job)
{
    GPtrArray *outputs = g_ptr_array_new_with_free_func(free_output);
    for (int i = 0; i < job->n_purposes * job->n_languages; i++) {
        int language = job->languages[i % job->n_languages];
        g_autofree char *title = title_of(ez_load_kit(bench->load), job, language);
        g_ptr_array_add(outputs, ez_output_new(bench, job, language,
                                               job->purposes[i / job->n_languages], title));
    }
    return outputs;
}

static bool write_job(EzWorkbench *bench, const EzJob *job, EzDiags *diags)
{
    g_autoptr(GPtrArray) outputs = open_outputs(bench, job);
    return print_job(bench, job, outputs, diags);
}

bool ez_job_run(EzWorkbench *bench, const EzJob *job, bool write, EzDiags *diags)
{
    g_autoptr(EzDiags) own = ez_diags_new(); // others' mistakes refuse nothing here
    bench->sizes = job->deck != NULL ? ez_sizes_new() : NULL;
    bool done = write ? write_job(bench, job, own) : run_pass(bench, job, NULL, own);
    g_clear_pointer(&bench->sizes, ez_sizes_free);
    ez_diags_move(diags, own);
    return done;
}
