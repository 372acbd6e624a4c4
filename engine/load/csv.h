// SPDX-License-Identifier: EUPL-1.2
// CSV as RFC 4180 has it, comma or semicolon told from the header, with the place of each cell.
#pragma once

#include "engine/base/arena.h"
#include "engine/base/source.h"

typedef struct EzCsvCell {
    const char *text;  // unquoted, in the arena; never NULL
    size_t start, end; // bytes in the source
} EzCsvCell;

typedef struct EzCsv EzCsv;

// Reads from the start of the source (a byte order mark is skipped).
EzCsv *ez_csv_new(const EzSource *source, EzArena *arena);
void ez_csv_free(EzCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzCsv, ez_csv_free)

// The cells of the next row that is not empty; their number in `count`. NULL at the end or after a mistake, which `problem` then
// names with its place in `problem_at`.
const EzCsvCell *ez_csv_next(EzCsv *csv, int *count);
const char *ez_csv_problem(const EzCsv *csv, size_t *problem_at);
