// SPDX-License-Identifier: EUPL-1.2
// What it costs to play a journal: 300 people who answer 30 steps, with a new session each time, beside only reading the same rows as JSON.
//
// Usage: replay [TURNS]    a line each: what, cost, unit
#include "engine/run/line.h"
#include "engine/run/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { PEOPLE = 300, STEPS = 30 };

static const char exercise[] =
    "return exercise { id = 'bench', run = function(s) for i = 1, 30 do "
    "local t = { nl = 'Vraag', en = 'Question' } "
    "if i % 3 == 0 then s.ask('text', t) else s.scale('score', t) end end end }";

static void on_row(const EzRow *row, const EzStep *step, void *data)
{
    EzRow kept = *row;
    GArray *rows = data;
    kept.key = g_strdup(row->key);
    kept.kind = g_strdup(row->kind);
    kept.shape = g_strdup(row->shape);
    kept.text = g_strdup(row->text);
    g_array_append_val(rows, kept);
}

static EzSession *new_session(GArray *rows, const EzPinned *source)
{
    return ez_session_new(&(EzSessionSetup){.sources = source,
                                            .n_sources = 1,
                                            .append = rows != NULL ? on_row : NULL,
                                            .data = rows});
}

static void happen(EzSession *session, GArray *rows, EzRow row)
{
    g_autoptr(GError) error = NULL;
    on_row(&row, NULL, rows);
    g_array_index(rows, EzRow, rows->len - 1).by = row.by;
    if (!ez_session_apply(session, &row, &error)) {
        fprintf(stderr, "%s\n", error->message);
        exit(1);
    }
}

static void answer(EzSession *session, GArray *rows, const EzStep *step, int person)
{
    char *by = g_strdup_printf("p%d", person);
    bool text = strcmp(step->kind->word, "ask") == 0;
    g_autofree char *value = text ? g_strdup_printf("[\"what person %d says here\"]", person)
                                  : g_strdup_printf("%d", 1 + person % 5);
    happen(
        session, rows,
        (EzRow){.event = EZ_EVENT_INPUT, .key = step->key, .by = by, .at = -1, .text = value});
}

static GArray *make_rows(const EzPinned *source)
{
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(EzRow));
    g_autoptr(EzSession) session = new_session(rows, source);
    for (int i = 1; i <= PEOPLE; i++)
        happen(
            session, rows,
            (EzRow){
                .event = EZ_EVENT_JOIN, .key = "", .by = g_strdup_printf("p%d", i), .at = 0});
    happen(session, rows,
           (EzRow){.event = EZ_EVENT_START, .key = "", .at = 0, .text = "{\"seed\":\"7\"}"});
    for (int i = 0; i < STEPS; i++) {
        const EzStep *step = ez_session_step(session, i);
        for (int person = 1; person <= PEOPLE; person++)
            answer(session, rows, step, person);
        happen(session, rows, (EzRow){.event = EZ_EVENT_CLOSE, .key = step->key, .at = i});
    }
    return rows;
}

static double replay(const GArray *rows, const EzPinned *source)
{
    g_autoptr(GError) error = NULL;
    gint64 began = g_get_monotonic_time();
    g_autoptr(EzSession) session = new_session(NULL, source);
    if (!ez_session_replay(session, (const EzRow *)rows->data, (int)rows->len, &error)) {
        fprintf(stderr, "%s\n", error->message);
        exit(1);
    }
    return (double)rows->len / ((double)(g_get_monotonic_time() - began) / 1e6);
}

static double read_only(const GArray *rows)
{
    gint64 began = g_get_monotonic_time();
    for (guint i = 0; i < rows->len; i++) {
        const char *text = g_array_index(rows, EzRow, i).text;
        g_autoptr(JsonNode) value = text != NULL ? ez_value_read(text, -1, NULL) : NULL;
    }
    return (double)rows->len / ((double)(g_get_monotonic_time() - began) / 1e6);
}

int main(int argc, char **argv)
{
    int turns = argc > 1 ? atoi(argv[1]) : 5;
    EzPinned source = {"scripts/bench/bench.lua",
                       g_bytes_new_static(exercise, strlen(exercise))};
    GArray *rows = make_rows(&source);
    double best = 0, reading = 0;
    for (int i = 0; i < turns; i++) {
        best = MAX(best, replay(rows, &source));
        reading = MAX(reading, read_only(rows));
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("a journal played again\t%.0f\trows/s\n", best);
    printf("its rows only read as JSON\t%.0f\trows/s\n", reading);
    printf("playing beside reading\t%.2f\ttimes\n", reading / best);
    printf("largest with 300 people\t%.1f\tMB\n", (double)usage.ru_maxrss / 1024);
    return 0;
}
