// SPDX-License-Identifier: EUPL-1.2
// A report as a list of blocks, from which each of its forms is written.
#pragma once

#include "engine/model/chart.h"
#include "engine/report/report.h"

typedef enum EzBlockKind {
    EZ_BLOCK_TITLE,
    EZ_BLOCK_SECTION, // a heading
    EZ_BLOCK_PART,    // a heading below it
    EZ_BLOCK_TEXT,
    EZ_BLOCK_NOTE, // small
    EZ_BLOCK_QUOTE,
    EZ_BLOCK_DECISION,
    EZ_BLOCK_HEADS, // of the rows that follow
    EZ_BLOCK_ROW,
    EZ_BLOCK_CHART,
} EzBlockKind;

typedef struct EzBlock {
    EzBlockKind kind;
    const char *part;         // id of the harvest that it belongs to; NULL
    const char *const *cells; // NULL-terminated; one for most kinds
    int n_cells;
    const EzChart *chart;
} EzBlock;

struct EzReport {
    const EzSession *session;
    const char *language;
    bool record;
    EzArena *arena;
    GArray *blocks;   // of EzBlock
    const char *part; // that is being written
    const char *code, *colour;
    EzWorksheet *sheet;
};

void ez_report_add(EzReport *report, EzBlockKind kind, const char *const *cells, int count);
void ez_report_add_text(EzReport *report, EzBlockKind kind, const char *text);
void ez_report_add_chart(EzReport *report, const EzChart *chart);
// The words of a value in the report's language, in its arena; "…" in a record for what people wrote.
const char *ez_report_words(EzReport *report, JsonNode *value);
// The words of what was to choose, by its id.
const char *ez_report_words_of_id(EzReport *report, const char *id);
// Adds the chart that a value is; false when it is none.
bool ez_report_chart(EzReport *report, JsonNode *value);
