// SPDX-License-Identifier: EUPL-1.2
// What it costs to replay a session: 300 people in 30 steps, all of them answered, in memory. Beside it: reading the same answers as JSON, and nothing else.
//
// Usage: session [ROUNDS]    a line each: what, cost, unit
#include "engine/run/trial-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { PEOPLE = 300, TURNS = 5 };

#define TEXT "{ nl = 'Vraag', en = 'Question' }"
static const char exercise[] =
    "return exercise { id = 'bench', run = function(s)\n"
    "  local T, words = " TEXT ", { 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' }\n"
    "  for i = 1, TURNS do\n"
    "    s.ask('idea', T, { per = 2, max = 160 })\n"
    "    s.scale('sure', T)\n"
    "    s.scale('each', T, { items = words })\n"
    "    s.choose('one', T, { options = words })\n"
    "    s.rank('order', T, { items = words })\n"
    "    s.vote('dots', T, { items = words })\n"
    "  end\n"
    "end }\n";

// Of the processor: what else the machine does counts for nothing.
static double now_ms(void)
{
    return (double)clock() * 1000 / CLOCKS_PER_SEC;
}

static void need(bool done, const GError *error)
{
    if (!done) {
        fprintf(stderr, "%s\n", error != NULL ? error->message : "the session went wrong");
        exit(1);
    }
}

static double peak_mb(void)
{
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return (double)use.ru_maxrss / 1024;
}

// ---- the session -----------------------------------------------------------------------------

typedef struct Bench {
    EzPinned source;
    EzTrial trial;
    EzTrialJournal journal;
    EzBot bot;
} Bench;

static void act(Bench *bench, EzSession *session, EzRow row)
{
    g_autoptr(GError) error = NULL;
    ez_trial_journal_add(&bench->journal, &row);
    need(ez_session_apply(session, &row, &error), error);
}

static void answer(Bench *bench, EzSession *session, const EzStep *step)
{
    for (int i = 0; i < ez_session_person_count(session); i++) {
        g_autoptr(JsonNode) value = ez_bot_answer(&bench->bot, step);
        g_autofree char *text = ez_value_text(value);
        act(bench, session,
            (EzRow){.event = EZ_EVENT_INPUT,
                    .key = step->key,
                    .by = ez_session_person(session, i)->id,
                    .text = text,
                    .at = -1});
    }
}

// Fills the journal.
static void play(Bench *bench)
{
    EzSession *session = ez_trial_session(&bench->trial, &bench->journal);
    for (int i = 1; i <= PEOPLE; i++) {
        g_autofree char *id = g_strdup_printf("p%d", i);
        act(bench, session, (EzRow){.event = EZ_EVENT_JOIN, .key = "", .by = id, .at = -1});
    }
    act(bench, session,
        (EzRow){.event = EZ_EVENT_START, .key = "", .text = "{\"seed\":\"1\"}", .at = 0});
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *step = ez_session_step(session, i);
        answer(bench, session, step);
        act(bench, session,
            (EzRow){.event = EZ_EVENT_CLOSE, .key = step->key, .at = 60 * (i + 1)});
    }
    need(ez_session_is_finished(session), NULL);
    ez_session_free(session);
}

// ---- what is measured ------------------------------------------------------------------------

static double replay(const Bench *bench)
{
    g_autoptr(GError) error = NULL;
    double start = now_ms();
    EzSession *session = ez_session_new(&(EzSessionSetup){.sources = bench->trial.sources,
                                                          .n_sources = bench->trial.n_sources});
    need(ez_session_replay(session, (const EzRow *)bench->journal.rows->data,
                           (int)bench->journal.rows->len, &error),
         error);
    double cost = now_ms() - start;
    ez_session_free(session);
    return cost;
}

static double read_json(const Bench *bench)
{
    double start = now_ms();
    for (guint i = 0; i < bench->journal.rows->len; i++) {
        const char *text = g_array_index(bench->journal.rows, EzRow, i).text;
        g_autoptr(JsonNode) value = text != NULL ? ez_value_read(text, -1, NULL) : NULL;
        need(text == NULL || value != NULL, NULL);
    }
    return now_ms() - start;
}

static int by_size(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;
    return (one > two) - (one < two);
}

static double middle(double *costs, int n)
{
    qsort(costs, (size_t)n, sizeof *costs, by_size);
    return costs[n / 2];
}

static void show(const Bench *bench, int rounds)
{
    g_autofree double *replays = g_new(double, rounds), *reads = g_new(double, rounds);
    double rows = bench->journal.rows->len;
    for (int i = 0; i < rounds; i++) {
        replays[i] = replay(bench);
        reads[i] = read_json(bench);
    }
    double ours = middle(replays, rounds), theirs = middle(reads, rounds);
    printf("replaying %.0f rows of %d people\t%.1f\tms\n", rows, PEOPLE, ours);
    printf("replaying, rows a second (at least 40000)\t%.0f\t\n", rows / ours * 1000);
    printf("reading the same JSON alone, rows a second\t%.0f\t\n", rows / theirs * 1000);
    printf("replaying, times the cost of reading\t%.2f\t\n", ours / theirs);
    printf("peak memory of the program (at most 64)\t%.1f\tMB\n", peak_mb());
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? CLAMP(atoi(argv[1]), 1, 1000) : 9;
    g_autofree char *turns = g_strdup_printf("%d", TURNS);
    GString *text = g_string_new(exercise);
    g_string_replace(text, "TURNS", turns, 0);
    Bench bench = {.source = {"scripts/bench.lua", g_bytes_new(text->str, text->len)}};
    bench.trial = (EzTrial){.sources = &bench.source, .n_sources = 1};
    bench.bot.manner = EZ_TRIAL_RIGHT_TO_LEFT; // everybody answers
    ez_rng_seed(&bench.bot.rng, 1);
    ez_trial_journal_init(&bench.journal);
    play(&bench);
    show(&bench, rounds);
    ez_trial_journal_clear(&bench.journal);
    g_bytes_unref(bench.source.bytes);
    g_string_free(text, TRUE);
    return 0;
}
