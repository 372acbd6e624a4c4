// SPDX-License-Identifier: EUPL-1.2
// What it costs to make an accessible PDF of a drawn one: Cairo's drawing with and without marks, the finishing pass, and preflight of the
// result. Each several times in turn, in processor time; the medians are shown, in milliseconds a page.
//
// Usage: finish KIT DECK LANGUAGE [ROUNDS]    with EZ_SOURCE, whose library and profile are used
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "print/drawn.h"
#include "print/finish.h"
#include "print/preflight.h"
#include "tests/support/test_kit.h"

enum { MOST_ROUNDS = 101 };

typedef enum Step { DRAW_BARE, DRAW_MARKED, FINISH, JUDGE, STEPS } Step;

static const char *const names[STEPS] = {"drawing, bare", "drawing, marked", "finishing",
                                         "preflight"};

typedef struct Job {
    EzTestBench *bench;
    GPtrArray *scenes;
    EzStructure *structure;
    GBytes *profile;
    double cost[STEPS][MOST_ROUNDS]; // seconds
} Job;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static GBytes *need(GBytes *bytes, const GError *error)
{
    if (bytes == NULL) {
        fprintf(stderr, "%s\n", error != NULL ? error->message : "refused");
        exit(1);
    }
    return bytes;
}

static const EzDeck *find_deck(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_decks; i++)
        if (strcmp(kit->decks[i]->id, id) == 0)
            return kit->decks[i];
    fprintf(stderr, "The kit has no deck %s.\n", id);
    exit(2);
}

static void lay_out(Job *job, const char *id, const char *language)
{
    const EzDeck *deck = find_deck(ez_load_kit(job->bench->load), id);
    for (int i = 0; i < deck->n_cards; i++) {
        EzScene *scene = ez_test_card(job->bench, deck->cards[i].id, language);
        ez_structure_add(job->structure, scene);
        g_ptr_array_add(job->scenes, scene);
    }
}

static GBytes *draw(const Job *job, bool unmarked)
{
    g_autoptr(GError) error = NULL;
    EzPdfOptions options = {.title = "finish", .unmarked = unmarked};
    g_autoptr(EzPdf) pdf = ez_pdf_new(&options);
    for (guint i = 0; i < job->scenes->len; i++)
        if (!ez_pdf_add(pdf, job->scenes->pdata[i], &error))
            need(NULL, error);
    return need(ez_pdf_finish(pdf, &error), error);
}

static GBytes *finish(const Job *job, GBytes *drawn)
{
    g_autoptr(GError) error = NULL;
    EzFinish how = {.structure = job->structure,
                    .file = "finish.pdf",
                    .title = "finish",
                    .creator = "ezkit",
                    .profile = job->profile,
                    .outline = 1};
    return need(ez_finish_screen(ez_drawn_without_tree(drawn), &how, job->bench->diags, &error),
                error);
}

static void judge(GBytes *pdf)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzPreflightReport) report = ez_preflight(pdf, EZ_PREFLIGHT_SCREEN, &error);
    if (report == NULL || report->errors > 0)
        need(NULL, error);
}

static void measure(Job *job, int round)
{
    double times[STEPS + 1];
    times[0] = now();
    g_bytes_unref(draw(job, true));
    times[1] = now();
    GBytes *drawn = draw(job, false);
    times[2] = now();
    g_autoptr(GBytes) finished = finish(job, drawn);
    times[3] = now();
    judge(finished);
    times[4] = now();
    for (int i = 0; i < STEPS; i++)
        job->cost[i][round] = times[i + 1] - times[i];
}

static int by_size(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;
    return (one > two) - (one < two);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("Usage: finish KIT DECK LANGUAGE [ROUNDS]\n", stderr);
        return 2;
    }
    int rounds = argc > 4 ? CLAMP(atoi(argv[4]), 1, MOST_ROUNDS) : 5;
    g_autoptr(EzTestBench) bench = ez_test_bench_with(argv[1], argv[1]);
    g_autoptr(EzStructure) structure = ez_structure_new(argv[3]);
    g_autoptr(GPtrArray) scenes = g_ptr_array_new_with_free_func((GDestroyNotify)ez_scene_free);
    g_autoptr(GBytes) profile = ez_test_icc("sRGB.icc");
    Job job = {.bench = bench, .scenes = scenes, .structure = structure, .profile = profile};
    lay_out(&job, argv[2], argv[3]);
    int pages = ez_structure_page_count(structure);
    for (int i = 0; i < rounds; i++)
        measure(&job, i);
    for (int i = 0; i < STEPS; i++) {
        qsort(job.cost[i], (size_t)rounds, sizeof job.cost[i][0], by_size);
        printf("%s\t%.3f\n", names[i], job.cost[i][rounds / 2] / pages * 1000);
    }
    return 0;
}
