// SPDX-License-Identifier: EUPL-1.2
// A report as CommonMark and as a table.
#include "engine/report/report-private.h"

#include <string.h>

// ---- CommonMark ----------------------------------------------------------------

// What would begin a block where the text begins one: a heading, a quote, a list, a line across.
static bool begins_block(const char *text)
{
    gsize digits = strspn(text, "0123456789"), marks = strspn(text, "#");
    const char *after = text + 1;
    if (*text == '>')
        return true;
    if (*text == '-' || *text == '+')
        return *after == '\0' || *after == ' ' || *after == *text;
    if (marks > 0)
        return text[marks] == '\0' || text[marks] == ' ';
    return digits > 0 && digits < 10 && (text[digits] == '.' || text[digits] == ')') &&
           (text[digits + 1] == '\0' || text[digits + 1] == ' ');
}

// A heading loses the last "#" behind a space.
static bool closes_heading(const char *text, const char *c)
{
    return *c == '#' && c > text && c[-1] == ' ' && c[strspn(c, "#")] == '\0';
}

// What would mean something wherever it stands. `_` within a word is a letter, and a pipe parts cells alone.
static bool is_mark(const char *text, const char *c, bool cell)
{
    char before = c > text ? c[-1] : ' ', next = c[1];
    switch (*c) {
    case '\\':
        return next == '\0' || g_ascii_ispunct(next);
    case '`':
    case '*':
    case '[':
    case '~':
        return true;
    case '_':
        return !g_ascii_isalnum(before) || !g_ascii_isalnum(next);
    case '<':
        return g_ascii_isalpha(next) || (next != '\0' && strchr("/!?", next) != NULL);
    case '&':
        return g_ascii_isalnum(next) || next == '#';
    case '|':
        return cell;
    default:
        return closes_heading(text, c);
    }
}

// A text as CommonMark reads it back; lines become one.
static void append_escaped(GString *out, const char *words, bool cell)
{
    g_autofree char *text = g_strdup(words);
    for (char *c = text; *c != '\0'; c++)
        *c = (guchar)*c < ' ' ? ' ' : *c;
    g_strstrip(text);
    // Of a number in a list the sign behind it is told apart, else the first.
    const char *first = !cell && begins_block(text) ? text + strspn(text, "0123456789") : NULL;
    for (const char *c = text; *c != '\0'; c++) {
        if (c == first || is_mark(text, c, cell))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *c);
    }
}

static void append_line(GString *out, const char *before, const char *text, const char *after)
{
    bool apart = *before == '\n' && g_str_has_suffix(out->str, "\n\n");
    g_string_append(out, before + apart);
    append_escaped(out, text, false);
    g_string_append(out, after);
}

static void append_cell_of_row(GString *out, int column, const char *text)
{
    g_string_append(out, column == 0 ? "| " : " | ");
    append_escaped(out, text, true);
}

static void append_row(GString *out, const EzTable *table, const char *const *cells)
{
    for (int i = 0; i < table->n_columns; i++)
        append_cell_of_row(out, i, cells[i]);
    g_string_append(out, " |\n");
}

// A table in this form begins with its heads, if they are empty.
static void append_table(GString *out, const EzTable *table)
{
    for (int i = 0; i < table->n_columns; i++)
        append_cell_of_row(out, i, table->columns[i].head);
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
        bool aside = block->kind == EZ_BLOCK_PART || block->kind == EZ_BLOCK_NOTE;
        if (block->part != NULL && !aside)
            append_part(out, block, most);
    }
    return g_string_free(out, FALSE);
}
