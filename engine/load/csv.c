// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/csv.h"

#include <stdbool.h>
#include <string.h>

struct EzCsv {
    const EzSource *source;
    EzArena *arena;
    size_t at;
    char separator;
    GArray *row; // of EzCsvCell
    const char *problem;
    size_t problem_at;
};

// The separator that stands more often in the first line, outside quotes.
static char guess_separator(const char *text, size_t length)
{
    int commas = 0, semicolons = 0;
    bool quoted = false;
    for (size_t i = 0; i < length && (quoted || (text[i] != '\n' && text[i] != '\r')); i++) {
        if (text[i] == '"')
            quoted = !quoted;
        commas += !quoted && text[i] == ',';
        semicolons += !quoted && text[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

EzCsv *ez_csv_new(const EzSource *source, EzArena *arena)
{
    EzCsv *csv = g_new0(EzCsv, 1);
    csv->source = source;
    csv->arena = arena;
    csv->row = g_array_new(FALSE, FALSE, sizeof(EzCsvCell));
    csv->at = source->length >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    csv->separator = guess_separator(source->text + csv->at, source->length - csv->at);
    return csv;
}

void ez_csv_free(EzCsv *csv)
{
    if (csv == NULL)
        return;
    g_array_unref(csv->row);
    g_free(csv);
}

static char peek(const EzCsv *csv)
{
    return csv->at < csv->source->length ? csv->source->text[csv->at] : '\0';
}

static bool at_end(const EzCsv *csv)
{
    return csv->at >= csv->source->length;
}

static bool fail(EzCsv *csv, const char *problem, size_t at)
{
    csv->problem = problem;
    csv->problem_at = at;
    return false;
}

// A cell between quotes; "" within it stands for one.
static bool quoted_cell(EzCsv *csv, EzCsvCell *cell)
{
    GString *text = g_string_new(NULL);
    cell->start = csv->at++;
    bool open = true;
    while (open && !at_end(csv)) {
        char c = csv->source->text[csv->at++];
        if (c == '"' && peek(csv) == '"')
            csv->at++;
        else if (c == '"')
            open = false;
        if (open)
            g_string_append_c(text, c);
    }
    cell->end = csv->at;
    cell->text = ez_arena_intern_len(csv->arena, text->str, text->len);
    g_string_free(text, TRUE);
    if (open)
        return fail(csv, "this quote is never closed", cell->start);
    if (!at_end(csv) && peek(csv) != csv->separator && peek(csv) != '\n' && peek(csv) != '\r')
        return fail(csv, "after a closing quote comes a separator or the end of the row",
                    csv->at);
    return true;
}

static bool plain_cell(EzCsv *csv, EzCsvCell *cell)
{
    cell->start = csv->at;
    while (!at_end(csv) && peek(csv) != csv->separator && peek(csv) != '\n' &&
           peek(csv) != '\r') {
        if (peek(csv) == '"')
            return fail(
                csv,
                "a quote in the middle of a cell: put the whole cell in quotes and double it",
                csv->at);
        csv->at++;
    }
    cell->end = csv->at;
    cell->text = ez_arena_intern_len(csv->arena, csv->source->text + cell->start,
                                     cell->end - cell->start);
    return true;
}

static void end_row(EzCsv *csv)
{
    if (peek(csv) == '\r')
        csv->at++;
    if (peek(csv) == '\n')
        csv->at++;
}

static bool read_row(EzCsv *csv)
{
    g_array_set_size(csv->row, 0);
    for (;;) {
        EzCsvCell cell;
        if (!(peek(csv) == '"' ? quoted_cell(csv, &cell) : plain_cell(csv, &cell)))
            return false;
        g_array_append_val(csv->row, cell);
        if (at_end(csv) || peek(csv) != csv->separator)
            break;
        csv->at++;
    }
    end_row(csv);
    return true;
}

static bool is_blank(const EzCsv *csv)
{
    return csv->row->len == 1 && g_array_index(csv->row, EzCsvCell, 0).text[0] == '\0';
}

const EzCsvCell *ez_csv_next(EzCsv *csv, int *count)
{
    do {
        if (csv->problem != NULL || at_end(csv) || !read_row(csv))
            return NULL;
    } while (is_blank(csv));
    *count = (int)csv->row->len;
    return (const EzCsvCell *)(void *)csv->row->data;
}

const char *ez_csv_problem(const EzCsv *csv, size_t *problem_at)
{
    *problem_at = csv->problem_at;
    return csv->problem;
}
