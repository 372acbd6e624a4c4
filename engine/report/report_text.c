// SPDX-License-Identifier: EUPL-1.2
// A report as CommonMark and as a table.
#include "engine/report/report-private.h"

#include <string.h>

// ---- CommonMark ----------------------------------------------------------------

// Every sign that could mean something is told apart; lines stay one.
static void append_escaped(GString *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (strchr("\\`*_{}[]<>()#+-.!|&~", *c) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *c == '\n' || *c == '\r' ? ' ' : *c);
    }
}

static void append_line(GString *out, const char *before, const char *text, const char *after)
{
    bool apart = *before == '\n' && g_str_has_suffix(out->str, "\n\n");
    g_string_append(out, before + apart);
    append_escaped(out, text);
    g_string_append(out, after);
}

static void append_cells(GString *out, const EzBlock *block)
{
    for (int i = 0; i < block->n_cells; i++)
        append_line(out, i == 0 ? "| " : " | ", block->cells[i], "");
    g_string_append(out, " |\n");
    for (int i = 0; i < block->n_cells && block->kind == EZ_BLOCK_HEADS; i++)
        g_string_append(out, i + 1 < block->n_cells ? "|---" : "|---|\n");
}

// A table in this form begins with its heads, if they are empty.
static void append_row(GString *out, const EzBlock *block, const EzBlock *before)
{
    bool first = block->kind == EZ_BLOCK_ROW && before->kind != EZ_BLOCK_ROW &&
                 before->kind != EZ_BLOCK_HEADS;
    for (int i = 0; first && i < block->n_cells; i++)
        g_string_append(out, i + 1 < block->n_cells ? "|  " : "|  |\n");
    for (int i = 0; first && i < block->n_cells; i++)
        g_string_append(out, i + 1 < block->n_cells ? "|---" : "|---|\n");
    append_cells(out, block);
}

static void append_numbers(GString *out, const char *name, const EzNumbers *numbers)
{
    if (!numbers->given || numbers->count == 0)
        return;
    g_string_append_printf(out, "- %s:", name);
    for (int i = 0; i < numbers->count; i++) {
        char text[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append_printf(out, " %s",
                               g_ascii_formatd(text, sizeof text, "%g", numbers->numbers[i]));
    }
    g_string_append_c(out, '\n');
}

static void append_chart(GString *out, const EzChart *chart)
{
    if (chart->few)
        return;
    append_numbers(out, "answers", &chart->answers);
    append_numbers(out, "values", &chart->values);
    append_numbers(out, "now", &chart->now);
    append_numbers(out, "later", &chart->later);
    for (int i = 0; i < chart->rounds.count; i++)
        append_numbers(out, "round", &chart->rounds.lists[i]);
    g_string_append_c(out, '\n');
}

static const struct {
    const char *before, *after;
} marks[] = {
    [EZ_BLOCK_TITLE] = {"# ", "\n\n"},
    [EZ_BLOCK_SECTION] = {"\n## ", "\n\n"},
    [EZ_BLOCK_PART] = {"\n### ", "\n\n"},
    [EZ_BLOCK_TEXT] = {"", "\n\n"},
    [EZ_BLOCK_NOTE] = {"\n", "\n\n"},
    [EZ_BLOCK_QUOTE] = {"> ", "\n\n"},
    [EZ_BLOCK_DECISION] = {"**", "**\n\n"},
    [EZ_BLOCK_HEADS] = {"", ""},
    [EZ_BLOCK_ROW] = {"", ""},
    [EZ_BLOCK_CHART] = {"", ""},
};

char *ez_report_markdown(const EzReport *report)
{
    GString *out = g_string_new(NULL);
    static const EzBlock none = {EZ_BLOCK_TEXT, NULL, NULL, 0, NULL};
    for (guint i = 0; i < report->blocks->len; i++) {
        const EzBlock *block = &g_array_index(report->blocks, EzBlock, i);
        const EzBlock *before = i > 0 ? block - 1 : &none;
        if (block->kind == EZ_BLOCK_ROW || block->kind == EZ_BLOCK_HEADS)
            append_row(out, block, before);
        else if (block->kind == EZ_BLOCK_CHART)
            append_chart(out, block->chart);
        else
            append_line(out, marks[block->kind].before, block->cells[0],
                        marks[block->kind].after);
    }
    while (g_str_has_suffix(out->str, "\n\n"))
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

// ---- a table -------------------------------------------------------------------

// A spreadsheet takes what begins so for a formula (OWASP, "CSV Injection").
static void append_cell(GString *out, const char *text)
{
    bool formula = *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
    g_string_append_c(out, '"');
    if (formula)
        g_string_append_c(out, '\'');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *c);
    }
    g_string_append_c(out, '"');
}

char *ez_report_csv(const EzReport *report)
{
    GString *out = g_string_new("\"part\",\"text\",\"2\",\"3\"\r\n");
    for (guint i = 0; i < report->blocks->len; i++) {
        const EzBlock *block = &g_array_index(report->blocks, EzBlock, i);
        if (block->part == NULL || block->kind == EZ_BLOCK_PART || block->n_cells == 0)
            continue;
        append_cell(out, block->part);
        for (int k = 0; k < block->n_cells; k++) {
            g_string_append_c(out, ',');
            append_cell(out, block->cells[k]);
        }
        g_string_append(out, "\r\n");
    }
    return g_string_free(out, FALSE);
}
