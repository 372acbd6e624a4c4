// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/build.h"

#include "engine/build/job.h"
#include "render/layout.h"

#include <string.h>

// What several workers share; events go to the thread that listens.
typedef struct Shop {
    const EzBuildRequest *request;
    const EzPlan *plan;  // with the jobs that are blamed
    GAsyncQueue *events; // of Event
    int next;            // job, taken atomically
} Shop;

typedef struct File {
    char *path, *problem;
    EzFileState state;
    int pages;
} File;

typedef struct Event {
    enum { PAGE_DONE, JOB_DONE, WORKER_DONE } kind;
    int job;          // that is done, with …
    GPtrArray *files; // … its files (of File) …
    EzDiags *diags;   // … and its mistakes
    GError *error;    // of a worker that is done
} Event;

static void free_file(gpointer data)
{
    File *file = data;
    g_free(file->path);
    g_free(file->problem);
    g_free(file);
}

static Event *new_event(int kind)
{
    Event *event = g_new0(Event, 1);
    event->kind = kind;
    return event;
}

static void free_event(Event *event)
{
    if (event == NULL)
        return;
    g_clear_pointer(&event->files, g_ptr_array_unref);
    ez_diags_free(event->diags);
    g_clear_error(&event->error);
    g_free(event);
}

// ---- working -----------------------------------------------------------------------------

// A worker, and what has come of the job in its hands.
typedef struct Worker {
    void (*send)(Event *event, void *data);
    void *data;
    Event *job;
} Worker;

static void page_done(void *data)
{
    const Worker *worker = data;
    worker->send(new_event(PAGE_DONE), worker->data);
}

static void file_done(const char *path, EzFileState state, int pages, const char *problem,
                      void *data)
{
    File *file = g_new0(File, 1);
    *file = (File){g_strdup(path), g_strdup(problem), state, pages};
    g_ptr_array_add(((Worker *)data)->job->files, file);
}

static EzFonts *open_fonts(const EzLoad *load, const EzBuildRequest *request, GError **error)
{
    g_autoptr(GPtrArray) folders = g_ptr_array_new();
    for (const char *const *f = ez_load_font_folders(load); *f != NULL; f++)
        g_ptr_array_add(folders, (char *)*f);
    for (const char *const *f = request->font_folders; f != NULL && *f != NULL; f++)
        g_ptr_array_add(folders, (char *)*f);
    g_ptr_array_add(folders, NULL);
    return ez_fonts_new((const char *const *)folders->pdata, error);
}

// What is made from the fonts and the request.
static void open_tools(EzWorkbench *bench)
{
    bench->hyphens = ez_hyphens_new(bench->request->hyphens);
    bench->typesetter = ez_typesetter_new(bench->fonts, bench->hyphens);
    bench->patterns = ez_pattern_cache_new(bench->request->cache);
    bench->pictures = ez_pictures_new();
}

static void close_tools(EzWorkbench *bench)
{
    ez_pictures_free(bench->pictures);
    ez_pattern_cache_free(bench->patterns);
    ez_typesetter_free(bench->typesetter);
    ez_hyphens_free(bench->hyphens);
}

// Mistakes in the file of one deck or worksheet hold up that one; any other mistake holds up all.
static bool is_blamed(const EzDiags *diags, const EzJob *job)
{
    g_autofree char *own = job->deck != NULL
                               ? g_strdup_printf("kit/decks/%s.lua", job->deck->name)
                               : g_strdup_printf("kit/worksheets/%s.lua", job->sheet->name);
    for (int i = 0; i < ez_diags_count(diags); i++) {
        const EzDiag *diag = ez_diags_get(diags, i);
        bool apart = diag->file != NULL && g_str_has_suffix(diag->file, ".lua") &&
                     (g_str_has_prefix(diag->file, "kit/decks/") ||
                      g_str_has_prefix(diag->file, "kit/worksheets/"));
        if (diag->severity == EZ_ERROR && (!apart || strcmp(diag->file, own) == 0))
            return true;
    }
    return false;
}

static EzPlan *make_plan(const EzLoad *load, const EzBuildRequest *request,
                         const EzDiags *diags, GError **error)
{
    EzPlan *plan = ez_plan_new(load, request, error);
    for (unsigned i = 0; plan != NULL && i < plan->jobs->len; i++) {
        EzJob *job = plan->jobs->pdata[i];
        job->blamed = is_blamed(diags, job);
    }
    return plan;
}

// Every worker makes the same plan from the same request. Who is blamed it is told: it does not
// look at the theme again.
static EzPlan *make_plan_again(const EzLoad *load, const Shop *shop, GError **error)
{
    EzPlan *plan = ez_plan_new(load, shop->request, error);
    for (unsigned i = 0; plan != NULL && i < MIN(plan->jobs->len, shop->plan->jobs->len); i++)
        ((EzJob *)plan->jobs->pdata[i])->blamed =
            ((const EzJob *)shop->plan->jobs->pdata[i])->blamed;
    return plan;
}

// Takes jobs until none is left.
static void take_jobs(Shop *shop, const EzPlan *plan, EzWorkbench *bench)
{
    Worker *worker = bench->data;
    for (bool going = true; going;) {
        int i = g_atomic_int_add(&shop->next, 1);
        if (i >= (int)plan->jobs->len)
            return;
        worker->job = new_event(JOB_DONE);
        worker->job->job = i;
        worker->job->files = g_ptr_array_new_with_free_func(free_file);
        worker->job->diags = ez_diags_new();
        going = ez_job_run(bench, plan->jobs->pdata[i], true, worker->job->diags);
        worker->send(worker->job, worker->data);
    }
}

static void send_to_queue(Event *event, void *data)
{
    g_async_queue_push(((Shop *)data)->events, event);
}

// A worker in a thread has a Lua state and fonts of its own.
static void work_apart(Shop *shop, GError **error)
{
    const EzBuildRequest *request = shop->request;
    g_autoptr(EzDiags) known = ez_diags_new(); // the same that the first load told
    g_autoptr(EzLoad) load = ez_load_new(request->folder, &request->load, known, error);
    g_autoptr(EzFonts) fonts = load != NULL ? open_fonts(load, request, error) : NULL;
    g_autoptr(EzPlan) plan = fonts != NULL ? make_plan_again(load, shop, error) : NULL;
    Worker worker = {send_to_queue, shop, NULL};
    EzWorkbench bench = {.load = load,
                         .fonts = fonts,
                         .request = request,
                         .page_done = page_done,
                         .file_done = file_done,
                         .data = &worker};
    open_tools(&bench);
    if (plan != NULL)
        take_jobs(shop, plan, &bench);
    close_tools(&bench);
}

static gpointer work(gpointer data)
{
    Shop *shop = data;
    Event *event = new_event(WORKER_DONE);
    work_apart(shop, &event->error);
    g_async_queue_push(shop->events, event);
    return NULL;
}

// ---- listening ---------------------------------------------------------------------------

// Jobs are told in the order of the plan, whoever is ready first.
typedef struct Tally {
    const EzBuildListener *listener;
    EzDiags *diags;
    GError **error;
    int pages, total, running;
    Event **done; // of each job, until it is told
    int jobs, told;
    bool failed;
} Tally;

static void tell_job(Tally *tally, Event *event)
{
    const EzBuildListener *listener = tally->listener;
    for (unsigned i = 0; i < event->files->len; i++) {
        const File *file = event->files->pdata[i];
        tally->failed = tally->failed || file->state == EZ_FILE_FAILED;
        if (listener->file != NULL)
            listener->file(file->path, file->state, file->pages, file->problem, listener->data);
    }
    ez_diags_move(tally->diags, event->diags);
    free_event(event);
}

// Tells what can be told now; at the end also what lies behind a job that was never done.
static void tell_jobs(Tally *tally, bool end)
{
    while (tally->told < tally->jobs && (tally->done[tally->told] != NULL || end)) {
        Event *event = g_steal_pointer(&tally->done[tally->told++]);
        if (event != NULL)
            tell_job(tally, event);
    }
}

static void hear_worker(Tally *tally, Event *event)
{
    tally->running--;
    tally->failed = tally->failed || event->error != NULL;
    if (event->error != NULL && tally->error != NULL && *tally->error == NULL)
        *tally->error = g_steal_pointer(&event->error);
    free_event(event);
}

static void hear(Event *event, void *data)
{
    Tally *tally = data;
    switch (event->kind) {
    case PAGE_DONE:
        tally->pages++;
        if (tally->listener->page != NULL)
            tally->listener->page(tally->pages, tally->total, tally->listener->data);
        free_event(event);
        break;
    case JOB_DONE:
        tally->done[event->job] = event;
        tell_jobs(tally, false);
        break;
    case WORKER_DONE:
        hear_worker(tally, event);
    }
}

static void run_workers(Shop *shop, int count, Tally *tally)
{
    g_autoptr(GPtrArray) threads = g_ptr_array_new();
    shop->events = g_async_queue_new();
    tally->running = count;
    for (int i = 0; i < count; i++)
        g_ptr_array_add(threads, g_thread_new("ezkit-print", work, shop));
    while (tally->running > 0)
        hear(g_async_queue_pop(shop->events), tally);
    for (unsigned i = 0; i < threads->len; i++)
        g_thread_join(threads->pdata[i]);
    g_async_queue_unref(shop->events);
}

// With one worker there are no threads: the events are heard where they happen.
static void run_alone(Shop *shop, EzWorkbench *bench, const EzPlan *plan, Tally *tally)
{
    Worker worker = {hear, tally, NULL};
    bench->page_done = page_done;
    bench->file_done = file_done;
    bench->data = &worker;
    take_jobs(shop, plan, bench);
}

static int worker_count(const EzBuildRequest *request, const EzPlan *plan)
{
    int wanted = request->jobs > 0 ? request->jobs : (int)g_get_num_processors();
    return CLAMP(wanted, 1, MAX(1, (int)plan->jobs->len));
}

// ---- the whole ------------------------------------------------------------------------------

static bool is_stopped(const EzBuildRequest *request)
{
    return request->stop != NULL && *request->stop != 0;
}

static int count_files(const EzJob *job, const EzBuildRequest *request)
{
    int files = 0;
    for (int i = 0; i < job->n_purposes; i++)
        files += job->n_languages * ez_plan_files(job, job->purposes[i], request);
    return files;
}

// Whether sides go to files of their own.
static bool is_apart(const EzBuildRequest *request)
{
    return request->purposes[EZ_FOR_PRESS] && request->profile->order == EZ_ORDER_TWO_FILES;
}

static bool has_one_file(const EzBuildRequest *request, const EzPlan *plan, GError **error)
{
    int files = 0;
    for (unsigned i = 0; i < plan->jobs->len; i++)
        files += count_files(plan->jobs->pdata[i], request);
    if (!ez_request_names_file(request) || files == 1)
        return true;
    g_set_error(error, g_quark_from_static_string("ez-plan"), 0,
                "this prints %d files, and -o names one: name a folder, or one deck%s", files,
                is_apart(request) ? ", one --lang and one --side" : " and one --lang");
    return false;
}

static int count_pages(const EzPlan *plan)
{
    int pages = 0;
    for (unsigned i = 0; i < plan->jobs->len; i++) {
        const EzJob *job = plan->jobs->pdata[i];
        pages += job->blamed ? 0 : job->n_pages * job->n_languages;
    }
    return pages;
}

static EzBuildEnd end_of(const EzBuildRequest *request, const Tally *tally)
{
    if (is_stopped(request))
        return EZ_BUILD_STOPPED;
    if (tally->failed)
        return EZ_BUILD_MACHINE;
    return ez_diags_errors(tally->diags) > 0 ? EZ_BUILD_MISTAKES : EZ_BUILD_DONE;
}

static EzBuildEnd print_plan(const EzBuildRequest *request, EzWorkbench *bench,
                             const EzPlan *plan, Tally *tally)
{
    Shop shop = {request, plan, NULL, 0};
    int workers = worker_count(request, plan);
    tally->total = count_pages(plan);
    tally->jobs = (int)plan->jobs->len;
    tally->done = g_new0(Event *, tally->jobs);
    if (workers == 1)
        run_alone(&shop, bench, plan, tally);
    else
        run_workers(&shop, workers, tally);
    tell_jobs(tally, true);
    g_free(tally->done);
    return end_of(request, tally);
}

// Opens what every build needs. False: `end` says why.
static bool prepare(const EzBuildRequest *request, EzDiags *diags, EzWorkbench *bench,
                    EzBuildEnd *end, GError **error)
{
    bench->request = request;
    bench->load = ez_load_new(request->folder, &request->load, diags, error);
    *end = EZ_BUILD_MACHINE;
    if (bench->load == NULL)
        return false;
    const EzKit *kit = ez_load_kit(bench->load);
    *end = EZ_BUILD_MISTAKES;
    if (kit == NULL || kit->theme == NULL)
        return false;
    bench->fonts = open_fonts(bench->load, request, error);
    *end = EZ_BUILD_MACHINE;
    if (bench->fonts == NULL)
        return false;
    open_tools(bench);
    ez_layout_check_theme(kit->theme, bench->fonts, diags);
    return true;
}

static void clear_bench(EzWorkbench *bench)
{
    close_tools(bench);
    ez_fonts_free(bench->fonts);
    ez_load_free(bench->load);
}

// What is asked for but not there may be missing because of a mistake, which then says more.
static EzBuildEnd print_loaded(const EzBuildRequest *request, EzWorkbench *bench, Tally *tally)
{
    bool mistakes = ez_diags_errors(tally->diags) > 0;
    g_autoptr(EzPlan) plan =
        make_plan(bench->load, request, tally->diags, mistakes ? NULL : tally->error);
    if (plan == NULL)
        return mistakes ? EZ_BUILD_MISTAKES : EZ_BUILD_USAGE;
    if (!has_one_file(request, plan, tally->error))
        return EZ_BUILD_USAGE;
    return print_plan(request, bench, plan, tally);
}

EzBuildEnd ez_build_print(const EzBuildRequest *request, const EzBuildListener *listener,
                          EzDiags *diags, GError **error)
{
    EzBuildEnd end;
    Tally tally = {.listener = listener, .diags = diags, .error = error};
    EzWorkbench bench = {0};
    if (prepare(request, diags, &bench, &end, error))
        end = print_loaded(request, &bench, &tally);
    clear_bench(&bench);
    return end;
}

static EzBuildEnd check_plan(const EzBuildRequest *request, EzWorkbench *bench, EzDiags *diags,
                             EzBuildSum *sum)
{
    g_autoptr(EzPlan) plan =
        ez_plan_new(bench->load, request, NULL); // none: a kit without a page
    for (unsigned i = 0; plan != NULL && i < plan->jobs->len; i++) {
        const EzJob *job = plan->jobs->pdata[i];
        if (!ez_job_run(bench, job, false, diags))
            return EZ_BUILD_STOPPED;
        sum->cards += job->n_cards;
        sum->worksheets += job->sheet != NULL;
    }
    sum->exercises = ez_load_kit(bench->load)->n_exercises;
    sum->languages = ez_load_kit(bench->load)->languages.count;
    return ez_diags_errors(diags) > 0 ? EZ_BUILD_MISTAKES : EZ_BUILD_DONE;
}

EzBuildEnd ez_build_check(const EzBuildRequest *request, EzDiags *diags, EzBuildSum *sum,
                          GError **error)
{
    EzBuildEnd end;
    EzWorkbench bench = {0};
    *sum = (EzBuildSum){0};
    if (prepare(request, diags, &bench, &end, error))
        end = check_plan(request, &bench, diags, sum);
    clear_bench(&bench);
    return end;
}
