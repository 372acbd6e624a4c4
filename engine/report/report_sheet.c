// SPDX-License-Identifier: EUPL-1.2
// A report as pages of nodes.
#include "engine/report/nodes.h"
#include "engine/report/report-private.h"

#include <string.h>

// Millimetres, as the design of the report has them.
enum { WIDTH = 210, HEIGHT = 297, MARGIN = 18, GAP = 4 };

static EzNode *heading(EzReport *report, const EzBlock *block, const char *style, int level)
{
    EzNode *node = ez_nodes_text(report->arena, EZ_NODE_HEADING, style, block->cells[0]);
    node->level = level;
    return node;
}

static EzNode *title(EzReport *report, const EzBlock *block)
{
    EzNode *node = heading(report, block, "display", 1);
    node->colour = report->colour;
    return node;
}

static EzNode *section(EzReport *report, const EzBlock *block)
{
    EzNode *node = heading(report, block, "ask", 2);
    node->colour = report->colour;
    return node;
}

static EzNode *part(EzReport *report, const EzBlock *block)
{
    return heading(report, block, "principle", 3);
}

static EzNode *text(EzReport *report, const EzBlock *block)
{
    return ez_nodes_text(report->arena, EZ_NODE_TEXT, "roomy", block->cells[0]);
}

static EzNode *note(EzReport *report, const EzBlock *block)
{
    EzNode *node = ez_nodes_text(report->arena, EZ_NODE_TEXT, "note", block->cells[0]);
    node->colour = "soft";
    return node;
}

static EzNode *quote(EzReport *report, const EzBlock *block)
{
    return ez_nodes_text(report->arena, EZ_NODE_QUOTE, "question", block->cells[0]);
}

static EzNode *decision(EzReport *report, const EzBlock *block)
{
    EzNode *band = ez_nodes_new(report->arena, EZ_NODE_FRAME);
    const EzNode *words =
        ez_nodes_text(report->arena, EZ_NODE_TEXT, "principle", block->cells[0]);
    band->colour = ez_arena_printf(report->arena, "%s 12%%", report->colour);
    band->padding = (EzSides){.top = 3, .right = 4, .bottom = 3, .left = 4};
    ez_nodes_hold(report->arena, band, &words, 1);
    return band;
}

// How wide the cells of a row are, in mm: a number and a score are narrow, else the first has the most.
static void set_widths(const EzBlock *block, int count, double *widths)
{
    double whole = WIDTH - 2 * MARGIN - (count - 1) * GAP;
    bool numbered = count == 3 && block->kind == EZ_BLOCK_ROW && strlen(block->cells[0]) <= 3;
    for (int i = 0; i < count; i++)
        widths[i] = whole / count;
    if (count != 3)
        return;
    widths[0] = numbered ? 9 : whole * 0.5;
    widths[2] = numbered ? 40 : whole * 0.2;
    widths[1] = whole - widths[0] - widths[2];
}

static EzNode *row(EzReport *report, const EzBlock *block)
{
    enum { MOST = 16 };
    EzNode *line = ez_nodes_new(report->arena, EZ_NODE_ROW);
    const EzNode *cells[MOST];
    double widths[MOST];
    int count = MIN(block->n_cells, MOST);
    set_widths(block, count, widths);
    for (int i = 0; i < count; i++) {
        const char *style = block->kind == EZ_BLOCK_HEADS ? "word" : "body";
        EzNode *cell = ez_nodes_text(report->arena, EZ_NODE_TEXT, style, block->cells[i]);
        cell->width = ez_nodes_mm(widths[i]);
        cells[i] = cell;
    }
    line->gap = GAP;
    line->keep = block->kind == EZ_BLOCK_HEADS;
    ez_nodes_hold(report->arena, line, cells, count);
    return line;
}

static EzNode *chart(EzReport *report, const EzBlock *block)
{
    EzNode *node = ez_nodes_new(report->arena, EZ_NODE_CHART);
    node->chart = *block->chart;
    node->colour = report->colour;
    return node;
}

static EzNode *(*const makers[])(EzReport *, const EzBlock *) = {
    [EZ_BLOCK_TITLE] = title, [EZ_BLOCK_SECTION] = section,   [EZ_BLOCK_PART] = part,
    [EZ_BLOCK_TEXT] = text,   [EZ_BLOCK_NOTE] = note,         [EZ_BLOCK_QUOTE] = quote,
    [EZ_BLOCK_HEADS] = row,   [EZ_BLOCK_DECISION] = decision, [EZ_BLOCK_ROW] = row,
    [EZ_BLOCK_CHART] = chart,
};

static EzNode *foot(EzReport *report)
{
    EzNode *node = ez_nodes_new(report->arena, EZ_NODE_TEXT);
    node->style = "note";
    ez_nodes_add_node(report->arena, node, ez_nodes_new(report->arena, EZ_NODE_FOLIO));
    return node;
}

static EzNode *all_pages(EzReport *report)
{
    EzNode *pages = ez_nodes_new(report->arena, EZ_NODE_PAGES);
    const EzNode **nodes = ez_arena_array(report->arena, const EzNode *, report->blocks->len);
    for (guint i = 0; i < report->blocks->len; i++) {
        const EzBlock *block = &g_array_index(report->blocks, EzBlock, i);
        nodes[i] = makers[block->kind](report, block);
    }
    pages->margin = (EzSides){.top = MARGIN, .right = MARGIN, .bottom = MARGIN, .left = MARGIN};
    pages->gap = 2.5;
    pages->foot = foot(report);
    ez_nodes_hold(report->arena, pages, nodes, (int)report->blocks->len);
    return pages;
}

const EzWorksheet *ez_report_sheet(EzReport *report)
{
    if (report->sheet != NULL)
        return report->sheet;
    const EzBlock *first = &g_array_index(report->blocks, EzBlock, 0);
    const EzNode **pages = ez_arena_array(report->arena, const EzNode *, 1);
    pages[0] = all_pages(report);
    report->sheet = ez_arena_make(report->arena, EzWorksheet);
    *report->sheet = (EzWorksheet){.name = "report",
                                   .id = "report",
                                   .code = report->code,
                                   .title = ez_nodes_same(report->arena, first->cells[0]),
                                   .colour = report->colour,
                                   .size = {WIDTH, HEIGHT},
                                   .pages = pages,
                                   .n_pages = 1};
    return report->sheet;
}
