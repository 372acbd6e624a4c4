// SPDX-License-Identifier: EUPL-1.2
// A report as a list of blocks, from which each of its forms is written. All of it lies in the report's arena.
#pragma once

#include "engine/model/chart.h"
#include "engine/report/phrases.h"
#include "engine/report/report.h"

typedef enum EzBlockKind {
    EZ_BLOCK_TITLE,
    EZ_BLOCK_ABOUT, // under the title: which exercise, when, how many people
    EZ_BLOCK_LEAD,  // what it is about, in a sentence
    EZ_BLOCK_PART,  // a heading
    EZ_BLOCK_SUBPART,
    EZ_BLOCK_BAND, // a heading, and behind it sentences that matter
    EZ_BLOCK_TEXT,
    EZ_BLOCK_NOTE, // small
    EZ_BLOCK_LIST,
    EZ_BLOCK_TABLE,
    EZ_BLOCK_CHART,
} EzBlockKind;

// How the cells of a column look.
typedef enum EzColumnLook {
    EZ_COLUMN_TEXT,
    EZ_COLUMN_NUMBER, // as narrow as numbers are
    EZ_COLUMN_CODE,   // likewise, and it names the row
    EZ_COLUMN_BARS,   // a number, and the bars of the row
} EzColumnLook;

typedef struct EzColumn {
    const char *head;
    double share; // of the width that narrow columns leave
    EzColumnLook look;
} EzColumn;

typedef struct EzTableRow {
    const char **cells; // one a column
    double bars[2];     // planned and taken; 0 = none
} EzTableRow;

typedef struct EzTable {
    const EzColumn *columns;
    int n_columns;
    GPtrArray *rows; // of EzTableRow
} EzTable;

typedef struct EzBlock {
    EzBlockKind kind;
    const char *part; // id of the harvest that it belongs to; NULL
    bool page;        // stands on a page of its own too
    const char *const *cells;
    int n_cells;
    const EzTable *table; // of a table; of a chart its numbers
    const EzChart *chart;
} EzBlock;

struct EzReport {
    const EzSession *session;
    const char *language;
    bool record, raw;
    EzArena *arena;
    GPtrArray *tables; // whose rows are freed with the report
    GArray *blocks;    // of EzBlock
    const char *part;  // that is being written
    bool page;         // and stands on a page of its own too
    bool explained;    // what the middle and agreement are
    const char *code, *colour;
    EzWorksheet *sheet;
};

// ---- phrases -------------------------------------------------------------------
// With its {slots} filled in: pairs of name and value, then NULL.
const char *ez_report_tell(EzReport *report, EzReportPhrase phrase, ...) G_GNUC_NULL_TERMINATED;
// "3,5", as the report's language writes it: two decimals at most.
const char *ez_report_number(EzReport *report, double number);
// "12 maart 2026" of "2026-03-12"; NULL for what is no date.
const char *ez_report_date(EzReport *report, const char *date);
// "A, B en C".
const char *ez_report_list(EzReport *report, const GPtrArray *words);

// ---- words ---------------------------------------------------------------------
// The words of a value in the report's language; "…" in a record for what people wrote.
const char *ez_report_words(EzReport *report, JsonNode *value);
// Of a part of the harvest, with its slots.
const char *ez_report_heading(EzReport *report, const EzHarvest *harvest);
// The words of what was to choose, by its id; the id where there is none.
const char *ez_report_words_of_id(EzReport *report, const char *id);
// The words of an id among the tables of this option of any step of a kind: `verbs` of a link, `canvas` of a place.
const char *ez_report_words_of_option(EzReport *report, const char *kind, const char *option,
                                      const char *id);
// The last step of this kind (NULL = any) that was about the thing with this id, or all of whose things are meant (id NULL).
const EzStep *ez_report_step(const EzReport *report, const char *kind, const char *id);
// Whether so few people answered it that nothing is drawn.
bool ez_report_is_few(const EzStep *step);

// ---- blocks --------------------------------------------------------------------
// As a block of the part that is being written.
void ez_report_add_block(EzReport *report, EzBlock block);
void ez_report_add(EzReport *report, EzBlockKind kind, const char *const *cells, int count);
void ez_report_add_text(EzReport *report, EzBlockKind kind, const char *text);
// A list or band of these words.
void ez_report_add_words(EzReport *report, EzBlockKind kind, const GPtrArray *words);
// A table that is not shown yet; the columns are copied, their heads are not.
EzTable *ez_report_table(EzReport *report, const EzColumn *columns, int count);
// The cells are not copied.
EzTableRow *ez_report_row(EzReport *report, EzTable *table, const char *const *cells);
void ez_report_add_table(EzReport *report, const EzTable *table);
// A sound chart, the same numbers as a table, and a plain sentence to it.
void ez_report_add_chart(EzReport *report, const EzChart *chart);
// The same, and nothing drawn.
void ez_report_add_numbers(EzReport *report, const EzChart *chart);

// ---- kinds of harvest ----------------------------------------------------------
// Adds the chart that a value is; false when it is none.
bool ez_report_chart(EzReport *report, JsonNode *value);
void ez_report_ranking(EzReport *report, JsonNode *value);
void ez_report_links(EzReport *report, JsonNode *list);
void ez_report_seats(EzReport *report, JsonNode *value);
void ez_report_cards(EzReport *report, JsonNode *list);
void ez_report_piles(EzReport *report, JsonNode *list);
void ez_report_places(EzReport *report, JsonNode *list);
// All parts of the harvest, what was decided first; gives how many had something to say.
int ez_report_harvest(EzReport *report);
// All that was put in, step by step.
void ez_report_raw(EzReport *report);
bool ez_report_is_answer(JsonNode *value);
