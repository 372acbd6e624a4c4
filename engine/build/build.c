// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/build.h"

#include "engine/build/job.h"
#include "render/layout.h"

#include <string.h>

// What several workers share; events go to the thread that listens.
typedef struct Shop {
    const EzBuildRequest *request;
    GAsyncQueue *events; // of Event; NULL where one worker works alone
    int next;            // job, taken atomically
} Shop;

typedef struct Event {
    enum { PAGE_DONE, FILE_DONE, WORKER_DONE } kind;
    char *path, *problem;
    EzFileState state;
    int pages;
    EzDiags *diags; // of a worker that is done
    GError *error;
} Event;

static void free_event(Event *event)
{
    g_free(event->path);
    g_free(event->problem);
    ez_diags_free(event->diags);
    g_clear_error(&event->error);
    g_free(event);
}

static void send_page(void *data)
{
    Event *event = g_new0(Event, 1);
    event->kind = PAGE_DONE;
    g_async_queue_push(((Shop *)data)->events, event);
}

static void send_file(const char *path, EzFileState state, int pages, const char *problem, void *data)
{
    Event *event = g_new0(Event, 1);
    *event = (Event){.kind = FILE_DONE, .path = g_strdup(path), .problem = g_strdup(problem),
                     .state = state, .pages = pages};
    g_async_queue_push(((Shop *)data)->events, event);
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

// Takes jobs until none is left. Every worker has made the same plan from the same request.
static void take_jobs(Shop *shop, const EzPlan *plan, EzWorkbench *bench, EzDiags *diags)
{
    for (;;) {
        unsigned i = (unsigned)g_atomic_int_add(&shop->next, 1);
        if (i >= plan->jobs->len || !ez_job_run(bench, plan->jobs->pdata[i], true, diags))
            return;
    }
}

// A worker in a thread has a Lua state and fonts of its own.
static void work_apart(Shop *shop, EzDiags *diags, GError **error)
{
    g_autoptr(EzDiags) ignored = ez_diags_new(); // the same that the first load told
    g_autoptr(EzLoad) load = ez_load_new(shop->request->folder, &shop->request->load, ignored, error);
    g_autoptr(EzFonts) fonts = load != NULL ? open_fonts(load, shop->request, error) : NULL;
    g_autoptr(EzPlan) plan = fonts != NULL ? ez_plan_new(load, shop->request, error) : NULL;
    EzWorkbench bench = {load, fonts, shop->request, send_page, send_file, shop};
    if (plan != NULL)
        take_jobs(shop, plan, &bench, diags);
}

static gpointer worker(gpointer data)
{
    Shop *shop = data;
    Event *event = g_new0(Event, 1);
    event->kind = WORKER_DONE;
    event->diags = ez_diags_new();
    work_apart(shop, event->diags, &event->error);
    g_async_queue_push(shop->events, event);
    return NULL;
}

// ---- listening ---------------------------------------------------------------------------

typedef struct Tally {
    const EzBuildListener *listener;
    EzDiags *diags;
    GError **error;
    int pages, total, running;
    bool failed;
} Tally;

static void hear(Tally *tally, Event *event)
{
    const EzBuildListener *listener = tally->listener;
    switch (event->kind) {
    case PAGE_DONE:
        tally->pages++;
        if (listener->page != NULL)
            listener->page(tally->pages, tally->total, listener->data);
        break;
    case FILE_DONE:
        tally->failed = tally->failed || event->state == EZ_FILE_FAILED;
        if (listener->file != NULL)
            listener->file(event->path, event->state, event->pages, event->problem, listener->data);
        break;
    case WORKER_DONE:
        tally->running--;
        ez_diags_move(tally->diags, event->diags);
        if (event->error != NULL && tally->error != NULL && *tally->error == NULL)
            *tally->error = g_steal_pointer(&event->error);
        tally->failed = tally->failed || event->error != NULL;
    }
    free_event(event);
}

static void run_workers(Shop *shop, int count, Tally *tally)
{
    g_autoptr(GPtrArray) threads = g_ptr_array_new();
    tally->running = count;
    for (int i = 0; i < count; i++)
        g_ptr_array_add(threads, g_thread_new("ezkit-print", worker, shop));
    while (tally->running > 0)
        hear(tally, g_async_queue_pop(shop->events));
    for (unsigned i = 0; i < threads->len; i++)
        g_thread_join(threads->pdata[i]);
}

// With one worker there are no threads: the events are heard where they happen.
static void hear_page(void *data)
{
    Event *event = g_new0(Event, 1);
    event->kind = PAGE_DONE;
    hear(data, event);
}

static void hear_file(const char *path, EzFileState state, int pages, const char *problem, void *data)
{
    Event *event = g_new0(Event, 1);
    *event = (Event){.kind = FILE_DONE, .path = g_strdup(path), .problem = g_strdup(problem),
                     .state = state, .pages = pages};
    hear(data, event);
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

static bool has_one_file(const EzBuildRequest *request, const EzPlan *plan, GError **error)
{
    int files = 0;
    for (unsigned i = 0; i < plan->jobs->len; i++)
        files += ((const EzJob *)plan->jobs->pdata[i])->n_languages;
    if (!g_str_has_suffix(request->out, ".pdf") || files == 1)
        return true;
    g_set_error(error, g_quark_from_static_string("ez-plan"), 0,
                "this prints %d files, and -o names one: name a folder, or one deck and one --lang",
                files);
    return false;
}

static EzBuildEnd print_plan(const EzBuildRequest *request, EzWorkbench *bench, const EzPlan *plan,
                             Tally *tally)
{
    Shop shop = {request, NULL, 0};
    int workers = worker_count(request, plan);
    tally->total = plan->pages;
    if (workers == 1) {
        take_jobs(&shop, plan, bench, tally->diags);
    } else {
        shop.events = g_async_queue_new();
        run_workers(&shop, workers, tally);
        g_async_queue_unref(shop.events);
    }
    if (is_stopped(request))
        return EZ_BUILD_STOPPED;
    if (tally->failed)
        return EZ_BUILD_MACHINE;
    return ez_diags_errors(tally->diags) > 0 ? EZ_BUILD_MISTAKES : EZ_BUILD_DONE;
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
    ez_layout_check_theme(kit->theme, bench->fonts, diags);
    return true;
}

static void clear_bench(EzWorkbench *bench)
{
    ez_fonts_free(bench->fonts);
    ez_load_free(bench->load);
}

EzBuildEnd ez_build_print(const EzBuildRequest *request, const EzBuildListener *listener,
                          EzDiags *diags, GError **error)
{
    EzBuildEnd end;
    Tally tally = {.listener = listener, .diags = diags, .error = error};
    EzWorkbench bench = {.page_done = hear_page, .file_done = hear_file, .data = &tally};
    if (prepare(request, diags, &bench, &end, error)) {
        end = EZ_BUILD_MISTAKES;
        if (ez_diags_errors(diags) == 0) {
            g_autoptr(EzPlan) plan = ez_plan_new(bench.load, request, error);
            end = plan != NULL && has_one_file(request, plan, error)
                      ? print_plan(request, &bench, plan, &tally)
                      : EZ_BUILD_USAGE;
        }
    }
    clear_bench(&bench);
    return end;
}

static EzBuildEnd check_plan(const EzBuildRequest *request, EzWorkbench *bench, EzDiags *diags,
                             GError **error)
{
    g_autoptr(EzPlan) plan = ez_plan_new(bench->load, request, error);
    if (plan == NULL)
        return EZ_BUILD_USAGE;
    for (unsigned i = 0; i < plan->jobs->len; i++)
        if (!ez_job_run(bench, plan->jobs->pdata[i], false, diags))
            return EZ_BUILD_STOPPED;
    return ez_diags_errors(diags) > 0 ? EZ_BUILD_MISTAKES : EZ_BUILD_DONE;
}

EzBuildEnd ez_build_check(const EzBuildRequest *request, EzDiags *diags, GError **error)
{
    EzBuildEnd end;
    EzWorkbench bench = {0};
    if (prepare(request, diags, &bench, &end, error))
        end = check_plan(request, &bench, diags, error);
    clear_bench(&bench);
    return end;
}
