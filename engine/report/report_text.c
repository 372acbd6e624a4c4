// SPDX-License-Identifier: EUPL-1.2
// A report as CommonMark and as a table.
#include "engine/report/report-private.h"

#include <string.h>

// ---- CommonMark ----------------------------------------------------------------

// Every sign that could mean something is told apart; lines stay one.
static void append_escaped(GString *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (strchr("\\`*_{}[]<>()#+-.!|&~=", *c) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, (guchar)*c < ' ' ? ' ' : *c);
    }
}

static void append_line(GString *out, const char *before, const char *text, const char *after)
{
    bool apart = *before == '\n' && g_str_has_suffix(out->str, "\n\n");
    g_string_append(out, before + apart);
    append_escaped(out, text);
    g_string_append(out, after);
}

static void append_row(GString *out, const EzTable *table, const char *const *cells)
{
    for (int i = 0; i < table->n_columns; i++)
        append_line(out, i == 0 ? "| " : " | ", cells[i], "");
    g_string_append(out, " |\n");
}

// A table in this form begins with its heads, if they are empty.
static void append_table(GString *out, const EzTable *table)
{
    for (int i = 0; i < table->n_columns; i++)
        append_line(out, i == 0 ? "| " : " | ", table->columns[i].head, "");
    g_string_append(out, " |\n");
    for (int i = 0; i < table->n_columns; i++)
        g_string_append(out, i + 1 < table->n_columns ? "|---" : "|---|\n");
    for (guint i = 0; i < table->rows->len; i++)
        append_row(out, table, ((const EzTableRow *)table->rows->pdata[i])->cells);
    g_string_append_c(out, '\n');
}

// How a cell of each kind is written; a band's heading is that of a part.
static const struct {
    const char *before, *after;
} marks[] = {
    [EZ_BLOCK_TITLE] = {"# ", "\n\n"},
    [EZ_BLOCK_ABOUT] = {"", "\n\n"},
    [EZ_BLOCK_LEAD] = {"", "\n\n"},
    [EZ_BLOCK_PART] = {"\n## ", "\n\n"},
    [EZ_BLOCK_SUBPART] = {"\n### ", "\n\n"},
    [EZ_BLOCK_BAND] = {"**", "**\n\n"},
    [EZ_BLOCK_TEXT] = {"", "\n\n"},
    [EZ_BLOCK_NOTE] = {"", "\n\n"},
    [EZ_BLOCK_LIST] = {"- ", "\n"},
    [EZ_BLOCK_TABLE] = {"", ""},
    [EZ_BLOCK_CHART] = {"", ""},
};

static void append_block(GString *out, const EzBlock *block)
{
    if (block->table != NULL)
        append_table(out, block->table);
    for (int i = 0; i < block->n_cells; i++) {
        EzBlockKind kind = block->kind == EZ_BLOCK_BAND && i == 0 ? EZ_BLOCK_PART : block->kind;
        append_line(out, marks[kind].before, block->cells[i], marks[kind].after);
    }
    if (block->kind == EZ_BLOCK_LIST)
        g_string_append_c(out, '\n');
}

char *ez_report_markdown(const EzReport *report)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < report->blocks->len; i++)
        append_block(out, &g_array_index(report->blocks, EzBlock, i));
    append_line(out, "", ez_report_tell((EzReport *)report, EZ_TELL_NO_DECISION, NULL), " ");
    append_line(out, "", ez_report_tell((EzReport *)report, EZ_TELL_INDICATION, NULL), "\n");
    return g_string_free(out, FALSE);
}

// ---- a table -------------------------------------------------------------------

// A spreadsheet takes what begins so for a formula (OWASP, "CSV Injection"), also behind spaces.
static bool is_formula(const char *text)
{
    while (*text == ' ')
        text++;
    return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL;
}

static void append_cell(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    if (is_formula(text))
        g_string_append_c(out, '\'');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *c);
    }
    g_string_append_c(out, '"');
}

// Every line has as many cells.
static void append_cells(GString *out, const char *part, const char *const *cells, int count,
                         int most)
{
    append_cell(out, part);
    for (int i = 0; i < most; i++) {
        g_string_append_c(out, ',');
        append_cell(out, i < count ? cells[i] : "");
    }
    g_string_append(out, "\r\n");
}

static int widest_of(const EzReport *report)
{
    int widest = 1;
    for (guint i = 0; i < report->blocks->len; i++) {
        const EzTable *table = g_array_index(report->blocks, EzBlock, i).table;
        widest = MAX(widest, table != NULL ? table->n_columns : 1);
    }
    return widest;
}

static void append_part(GString *out, const EzBlock *block, int most)
{
    const EzTable *table = block->table;
    for (int i = block->kind == EZ_BLOCK_BAND; i < block->n_cells; i++)
        append_cells(out, block->part, &block->cells[i], 1, most);
    for (guint i = 0; table != NULL && i < table->rows->len; i++)
        append_cells(out, block->part, ((const EzTableRow *)table->rows->pdata[i])->cells,
                     table->n_columns, most);
}

char *ez_report_csv(const EzReport *report)
{
    int most = widest_of(report);
    GString *out = g_string_new("\"part\"");
    for (int i = 1; i <= most; i++)
        g_string_append_printf(out, ",\"%d\"", i);
    g_string_append(out, "\r\n");
    for (guint i = 0; i < report->blocks->len; i++) {
        const EzBlock *block = &g_array_index(report->blocks, EzBlock, i);
        if (block->part != NULL && block->kind != EZ_BLOCK_PART)
            append_part(out, block, most);
    }
    return g_string_free(out, FALSE);
}
