// SPDX-License-Identifier: EUPL-1.2
// A report as pages of nodes.
#include "engine/report/nodes.h"
#include "engine/report/report-private.h"

#include <string.h>

// Millimetres, as the design of the report has them.
enum { WIDTH = 210, HEIGHT = 297, MARGIN = 18, TOP = 20, BOTTOM = 24, BAR = 3 };

// Longer texts flow over pages, rather than stand in a band, list or table, which are not torn within a sentence, item or row.
enum { LONG = 1200 };

#define CHART_WIDE 110 // of what has a few columns

// ---- nodes ---------------------------------------------------------------------

static EzNode *new_node(EzReport *report, EzNodeKind kind)
{
    return ez_nodes_new(report->arena, kind);
}

static EzNode *new_text(EzReport *report, EzNodeKind kind, const char *style, const char *words)
{
    return ez_nodes_said(report->arena, kind, style, words);
}

static EzNode *new_heading(EzReport *report, const char *style, const char *words, int level)
{
    EzNode *node = new_text(report, EZ_NODE_HEADING, style, words);
    node->level = level;
    return node;
}

static void set_children(EzReport *report, EzNode *node, const GPtrArray *children)
{
    ez_nodes_hold(report->arena, node, (const EzNode *const *)children->pdata,
                  (int)children->len);
}

static EzNode *new_box(EzReport *report, EzNodeKind kind, EzHeard heard, EzNode *child)
{
    EzNode *node = new_node(report, kind);
    const EzNode *const children[] = {child};
    node->heard = heard;
    ez_nodes_hold(report->arena, node, children, 1);
    return node;
}

static void set_width(EzNode *node, double width)
{
    node->width = ez_nodes_mm(width);
}

static EzNode *new_area(EzReport *report, const char *colour, double width, double height)
{
    EzNode *node = new_node(report, EZ_NODE_FILL);
    node->colour = colour;
    if (width > 0)
        set_width(node, width);
    node->height = ez_nodes_mm(height);
    node->ornament = true;
    return node;
}

static EzNode *new_rule(EzReport *report, const char *colour, double weight)
{
    EzNode *node = new_node(report, EZ_NODE_RULE);
    node->colour = colour;
    node->weight = weight;
    return node;
}

static const char *tint(EzReport *report, int percent)
{
    return ez_arena_printf(report->arena, "%s %d%%", report->colour, percent);
}

// ---- what stands on the pages --------------------------------------------------

typedef struct Pages {
    EzReport *report;
    GPtrArray *nodes;
} Pages;

static EzNode *add(Pages *p, EzNode *node)
{
    g_ptr_array_add(p->nodes, node);
    return node;
}

// What stands before it and may not be parted from what follows, is not parted by room.
static void add_space(Pages *p, double height, bool keep)
{
    EzNode *node = new_node(p->report, EZ_NODE_SPACE);
    const EzNode *before = p->nodes->len > 0 ? p->nodes->pdata[p->nodes->len - 1] : NULL;
    bool leads = before != NULL && (before->keep || before->kind == EZ_NODE_HEADING);
    node->height = ez_nodes_mm(height);
    node->keep = keep || leads;
    add(p, node);
}

static void add_title(Pages *p, const EzBlock *block)
{
    add(p, new_heading(p->report, "display", block->cells[0], 1));
}

static void add_about(Pages *p, const EzBlock *block)
{
    add_space(p, 1, true);
    add(p, new_text(p->report, EZ_NODE_TEXT, "report", block->cells[0]));
    add_space(p, 4, true);
    add(p, new_rule(p->report, p->report->colour, 0.35));
}

static void add_lead(Pages *p, const EzBlock *block)
{
    add_space(p, 4, false);
    add(p, new_text(p->report, EZ_NODE_TEXT, "question", block->cells[0]));
}

// A rule parts it from what stands before it, unless that is parted already.
static void add_part(Pages *p, const EzBlock *block, const EzBlock *before)
{
    bool apart = before->kind == EZ_BLOCK_ABOUT || before->kind == EZ_BLOCK_BAND;
    add_space(p, 7, false);
    if (!apart) {
        add(p, new_rule(p->report, p->report->colour, 0.25))->keep = true;
        add_space(p, 5, true);
    }
    add(p, new_heading(p->report, "report_head", block->cells[0], 2));
    add_space(p, 1.6, true);
}

static void add_subpart(Pages *p, const EzBlock *block)
{
    add_space(p, 3, false);
    add(p, new_heading(p->report, "report_strong", block->cells[0], 3));
    add_space(p, 0.6, true);
}

static void add_text(Pages *p, const EzBlock *block)
{
    add_space(p, 1.2, false);
    add(p, new_text(p->report, EZ_NODE_TEXT, "report", block->cells[0]));
}

static void add_note(Pages *p, const EzBlock *block)
{
    add_space(p, 5, false);
    add(p, new_text(p->report, EZ_NODE_TEXT, "report_note", block->cells[0]))->colour = "soft";
}

static bool is_long(const char *words, double share)
{
    return g_utf8_strlen(words, -1) > (glong)(LONG * share);
}

static bool any_long(const EzBlock *block)
{
    bool found = false;
    for (int i = 0; i < block->n_cells; i++)
        found = found || is_long(block->cells[i], 1);
    return found;
}

static void add_paragraphs(Pages *p, const EzBlock *block, int from)
{
    for (int i = from; i < block->n_cells; i++) {
        add_space(p, 1.6, false);
        add(p, new_text(p->report, EZ_NODE_QUOTE, "report", block->cells[i]));
    }
}

// Each sentence has a frame of its own; together they look as one.
static EzNode *band_frame(Pages *p, const EzBlock *block, int sentence)
{
    EzReport *report = p->report;
    g_autoptr(GPtrArray) children = g_ptr_array_new();
    EzNode *frame = new_node(report, EZ_NODE_FRAME);
    if (sentence == 1) {
        EzNode *label = new_heading(report, "report_strong", block->cells[0], 2);
        label->colour = report->colour;
        g_ptr_array_add(children, label);
    }
    g_ptr_array_add(children,
                    new_text(report, EZ_NODE_TEXT, "report_sentence", block->cells[sentence]));
    frame->colour = tint(report, 12);
    frame->bleeds = true;
    frame->gap = 1;
    frame->padding.top = sentence == 1 ? 5 : 2.5;
    frame->padding.bottom = sentence + 1 == block->n_cells ? 5 : 0;
    set_children(report, frame, children);
    return frame;
}

static void add_band(Pages *p, const EzBlock *block)
{
    if (any_long(block)) {
        add_part(p, block, block);
        add_paragraphs(p, block, 1);
        return;
    }
    add_space(p, 7, false);
    for (int i = 1; i < block->n_cells; i++)
        add(p, band_frame(p, block, i));
}

// ---- lists ---------------------------------------------------------------------

#define DISC     1.2
#define DISC_GAP 2.8

static EzNode *item(EzReport *report, const char *words)
{
    EzNode *row = new_node(report, EZ_NODE_ROW),
           *text = new_text(report, EZ_NODE_TEXT, "report", words),
           *disc = new_area(report, report->colour, DISC, DISC),
           *mark = new_box(report, EZ_NODE_COLUMN, EZ_HEARD_AS_IT_IS, disc);
    g_autoptr(GPtrArray) children = g_ptr_array_new();
    disc->radius = DISC / 2;
    mark->padding.top = 2.1; // halfway small letters
    set_width(mark, DISC);
    set_width(text, WIDTH - 2 * MARGIN - DISC - DISC_GAP);
    row->gap = DISC_GAP;
    row->padding.bottom = 1;
    row->heard = EZ_HEARD_ITEM;
    g_ptr_array_add(children, mark);
    g_ptr_array_add(children, text);
    set_children(report, row, children);
    return row;
}

static void add_list(Pages *p, const EzBlock *block)
{
    if (any_long(block)) {
        add_paragraphs(p, block, 0);
        return;
    }
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    EzNode *list = new_node(p->report, EZ_NODE_COLUMN);
    for (int i = 0; i < block->n_cells; i++)
        g_ptr_array_add(items, item(p->report, block->cells[i]));
    list->heard = EZ_HEARD_LIST;
    set_children(p->report, list, items);
    add_space(p, 1, false);
    add(p, list);
}

// ---- tables --------------------------------------------------------------------

#define CELL_GAP 4.0

static const struct {
    double wide; // 0 = by share
    const char *style;
} looks[] = {
    [EZ_COLUMN_TEXT] = {0, "report"},
    [EZ_COLUMN_NUMBER] = {18, "report"},
    [EZ_COLUMN_CODE] = {12, "report_strong"},
    [EZ_COLUMN_BARS] = {68, "report"},
};

static double column_wide(const EzTable *table, int column)
{
    double left = WIDTH - 2 * MARGIN - CELL_GAP * (table->n_columns - 1), shares = 0;
    for (int i = 0; i < table->n_columns; i++) {
        double wide = looks[table->columns[i].look].wide;
        left -= wide;
        shares += wide > 0 ? 0 : table->columns[i].share;
    }
    double own = looks[table->columns[column].look].wide;
    return own > 0 ? own : left * table->columns[column].share / MAX(shares, 0.01);
}

// What was planned above what it took.
static EzNode *bars(EzReport *report, const EzTableRow *row, double longest)
{
    enum { BARS_WIDE = 46 };
    static const int tints[] = {32, 100};
    g_autoptr(GPtrArray) areas = g_ptr_array_new();
    EzNode *column = new_node(report, EZ_NODE_COLUMN);
    for (int i = 0; i < 2; i++)
        g_ptr_array_add(areas, new_area(report, tint(report, tints[i]),
                                        MAX(BARS_WIDE * row->bars[i] / longest, 0.2), 1.5));
    column->gap = 0.3;
    set_children(report, column, areas);
    return column;
}

static EzNode *cell_text(EzReport *report, const char *style, const char *words, double wide)
{
    EzNode *text = new_text(report, EZ_NODE_TEXT, style, words);
    set_width(text, wide);
    return text;
}

static EzNode *cell(EzReport *report, const EzTable *table, int column, const EzTableRow *row,
                    double longest)
{
    const EzColumn *of = &table->columns[column];
    double wide = column_wide(table, column);
    EzNode *text = cell_text(report, looks[of->look].style, row->cells[column], wide);
    EzHeard heard = of->look == EZ_COLUMN_CODE ? EZ_HEARD_ROW_HEAD : EZ_HEARD_CELL;
    EzNode *box = new_box(report, EZ_NODE_ROW, heard, text);
    if (of->look == EZ_COLUMN_BARS && row->bars[0] + row->bars[1] > 0) {
        enum { NUMBER_WIDE = 18 };
        g_autoptr(GPtrArray) children = g_ptr_array_new();
        set_width(text, NUMBER_WIDE);
        g_ptr_array_add(children, text);
        g_ptr_array_add(children, bars(report, row, longest));
        set_children(report, box, children);
        box->align = EZ_ALIGN_CENTRE;
    }
    set_width(box, wide);
    return box;
}

// The cells side by side and a rule under them.
static EzNode *row_box(EzReport *report, const GPtrArray *cells, const char *rule,
                       double weight)
{
    EzNode *row = new_node(report, EZ_NODE_COLUMN), *line = new_node(report, EZ_NODE_ROW);
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    line->gap = CELL_GAP;
    line->align = EZ_ALIGN_BASELINE;
    line->padding = (EzSides){.top = 1.3, .bottom = 1.3};
    set_children(report, line, cells);
    row->heard = EZ_HEARD_ROW;
    g_ptr_array_add(parts, line);
    g_ptr_array_add(parts, new_rule(report, rule, weight));
    set_children(report, row, parts);
    return row;
}

static double longest_of(const EzTable *table)
{
    double longest = 0.1;
    for (guint i = 0; i < table->rows->len; i++) {
        const EzTableRow *row = table->rows->pdata[i];
        longest = MAX(longest, MAX(row->bars[0], row->bars[1]));
    }
    return longest;
}

static bool has_heads(const EzTable *table)
{
    bool any = false;
    for (int i = 0; i < table->n_columns; i++)
        any = any || *table->columns[i].head != '\0';
    return any;
}

static EzNode *head_row(EzReport *report, const EzTable *table)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    for (int i = 0; i < table->n_columns; i++) {
        double wide = column_wide(table, i);
        EzNode *text = cell_text(report, "report_label", table->columns[i].head, wide);
        EzNode *box = new_box(report, EZ_NODE_ROW, EZ_HEARD_COLUMN_HEAD, text);
        text->colour = report->colour;
        set_width(box, wide);
        g_ptr_array_add(cells, box);
    }
    EzNode *row = row_box(report, cells, report->colour, 0.35);
    row->keep = true;
    return row;
}

static EzNode *table_row(EzReport *report, const EzTable *table, const EzTableRow *row)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    double longest = longest_of(table);
    for (int i = 0; i < table->n_columns; i++)
        g_ptr_array_add(cells, cell(report, table, i, row, longest));
    return row_box(report, cells, tint(report, 32), 0.2);
}

static bool is_wordy(const EzTable *table)
{
    bool found = false;
    for (guint i = 0; i < table->rows->len; i++) {
        const EzTableRow *row = table->rows->pdata[i];
        for (int k = 0; k < table->n_columns; k++)
            found =
                found || is_long(row->cells[k], column_wide(table, k) / (WIDTH - 2 * MARGIN));
    }
    return found;
}

// A table with long texts is told cell by cell.
static void add_records(Pages *p, const EzTable *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const EzTableRow *row = table->rows->pdata[i];
        add_space(p, 2, false);
        for (int k = 0; k < table->n_columns; k++) {
            const char *words = ez_arena_printf(p->report->arena, "%s: %s",
                                                table->columns[k].head, row->cells[k]);
            add(p, new_text(p->report, EZ_NODE_TEXT, "report", words));
        }
    }
}

// Of few rows of few lines, which are not parted.
static bool is_short(const EzTable *table)
{
    enum { MOST_ROWS = 10 };
    bool all = table->rows->len <= MOST_ROWS;
    for (guint i = 0; all && i < table->rows->len; i++) {
        const EzTableRow *row = table->rows->pdata[i];
        for (int k = 0; k < table->n_columns; k++)
            all = all &&
                  !is_long(row->cells[k], 0.2 * column_wide(table, k) / (WIDTH - 2 * MARGIN));
    }
    return all;
}

// What the bars beside numbers mean.
static void add_key(Pages *p)
{
    EzNode *text = new_text(p->report, EZ_NODE_TEXT, "report_note",
                            ez_report_tell(p->report, EZ_TELL_BARS, NULL));
    text->colour = "soft";
    add_space(p, 1.5, true);
    add(p, text);
}

static void add_table(Pages *p, const EzBlock *block)
{
    const EzTable *table = block->table;
    if (is_wordy(table)) {
        add_records(p, table);
        return;
    }
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    EzNode *node = new_node(p->report, EZ_NODE_COLUMN);
    if (has_heads(table))
        g_ptr_array_add(rows, head_row(p->report, table));
    for (guint i = 0; i < table->rows->len; i++)
        g_ptr_array_add(rows, table_row(p->report, table, table->rows->pdata[i]));
    node->heard = EZ_HEARD_TABLE;
    set_children(p->report, node, rows);
    add(p,
        is_short(table) ? new_box(p->report, EZ_NODE_COLUMN, EZ_HEARD_AS_IT_IS, node) : node);
    if (table->columns[table->n_columns - 1].look == EZ_COLUMN_BARS)
        add_key(p);
    else
        add_space(p, 1.5, false);
}

// What is said of it stays with it.
static void add_chart(Pages *p, const EzBlock *block)
{
    EzNode *node = new_node(p->report, EZ_NODE_CHART);
    bool columns =
        block->chart->kind == EZ_CHART_DOTS || block->chart->kind == EZ_CHART_HISTOGRAM;
    node->chart = *block->chart;
    node->colour = p->report->colour;
    node->style = "report_note";
    if (columns)
        set_width(node, MIN(CHART_WIDE + MAX(ez_chart_columns(block->chart) - 6, 0) * 10,
                            WIDTH - 2 * MARGIN));
    node->keep = true;
    add_space(p, 1.5, true);
    add(p, node);
    add_space(p, 2, true);
}

// ---- the pages -----------------------------------------------------------------

// From edge to edge over the page.
static EzNode *page_head(EzReport *report)
{
    EzNode *bar = new_area(report, report->colour, 0, BAR);
    EzNode *head = new_box(report, EZ_NODE_COLUMN, EZ_HEARD_AS_IT_IS, bar);
    bar->bleeds = true;
    head->height = (EzLength){TOP, EZ_MM};
    return head;
}

static EzNode *folio(EzReport *report)
{
    EzNode *node = new_node(report, EZ_NODE_TEXT);
    EzPiece *piece = ez_arena_make(report->arena, EzPiece);
    *piece = (EzPiece){.node = new_node(report, EZ_NODE_FOLIO)};
    node->style = "number";
    node->align = EZ_ALIGN_END;
    node->pieces = piece;
    node->n_pieces = 1;
    set_width(node, 14);
    return node;
}

// "CC BY 4.0 · Wortelwerk", as the kit was when the session began; NULL when the session does not know.
static const char *licence_of(EzReport *report)
{
    JsonNode *kit = ez_value_get(ez_session_start(report->session), "kit");
    const char *title = ez_report_words(report, ez_value_get(kit, "title"));
    const char *licence = ez_value_string(ez_value_get(kit, "licence"), NULL);
    return licence != NULL  ? ez_arena_printf(report->arena, "%s · %s", licence, title)
           : *title != '\0' ? title
                            : NULL;
}

// Of a page to give away: whose it is and of which day. NULL when nothing is known.
static EzNode *give_foot(EzReport *report)
{
    const char *licence = licence_of(report),
               *date = ez_report_date(report, ez_report_day(report));
    const char *words = licence == NULL ? date
                        : date == NULL
                            ? licence
                            : ez_arena_printf(report->arena, "%s · %s", licence, date);
    return words != NULL ? new_text(report, EZ_NODE_TEXT, "licence", words) : NULL;
}

static EzNode *page_foot(EzReport *report)
{
    const char *words = ez_arena_printf(report->arena, "%s %s",
                                        ez_report_tell(report, EZ_TELL_NO_DECISION, NULL),
                                        ez_report_tell(report, EZ_TELL_INDICATION, NULL));
    const char *licence = licence_of(report);
    EzNode *foot = new_node(report, EZ_NODE_COLUMN), *line = new_node(report, EZ_NODE_ROW);
    g_autoptr(GPtrArray) pieces = g_ptr_array_new();
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    g_ptr_array_add(pieces, new_text(report, EZ_NODE_TEXT, "report_note", words));
    g_ptr_array_add(pieces, new_node(report, EZ_NODE_GROW));
    g_ptr_array_add(pieces, folio(report));
    set_children(report, line, pieces);
    g_ptr_array_add(lines, line);
    if (licence != NULL)
        g_ptr_array_add(lines, new_text(report, EZ_NODE_TEXT, "licence", licence));
    foot->gap = 0.6;
    set_children(report, foot, lines);
    return foot;
}

typedef void (*AddBlock)(Pages *p, const EzBlock *block);

static const AddBlock adders[] = {
    [EZ_BLOCK_TITLE] = add_title, [EZ_BLOCK_ABOUT] = add_about,
    [EZ_BLOCK_LEAD] = add_lead,   [EZ_BLOCK_BAND] = add_band,
    [EZ_BLOCK_TEXT] = add_text,   [EZ_BLOCK_NOTE] = add_note,
    [EZ_BLOCK_LIST] = add_list,   [EZ_BLOCK_TABLE] = add_table,
    [EZ_BLOCK_CHART] = add_chart, [EZ_BLOCK_SUBPART] = add_subpart,
};

static const EzBlock *block_at(const EzReport *report, guint i)
{
    return &g_array_index(report->blocks, EzBlock, i);
}

static EzNode *new_pages(EzReport *report, const GPtrArray *nodes, EzNode *foot)
{
    EzNode *node = new_node(report, EZ_NODE_PAGES);
    node->margin = (EzSides){.top = TOP, .right = MARGIN, .bottom = BOTTOM, .left = MARGIN};
    node->head = page_head(report);
    node->foot = foot;
    set_children(report, node, nodes);
    return node;
}

static EzNode *all_pages(EzReport *report)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    Pages pages = {report, nodes};
    for (guint i = 0; i < report->blocks->len; i++) {
        const EzBlock *block = block_at(report, i);
        if (block->kind == EZ_BLOCK_PART)
            add_part(&pages, block, block - 1);
        else
            adders[block->kind](&pages, block);
    }
    return new_pages(report, nodes, page_foot(report));
}

// ---- pages to give away --------------------------------------------------------

static bool is_of_part(const EzBlock *block, const EzBlock *first)
{
    return block->page && block->part == first->part && block->kind != EZ_BLOCK_BAND &&
           block->kind != EZ_BLOCK_PART;
}

static void add_sentences(Pages *p, const EzBlock *block)
{
    for (int i = 1; i < block->n_cells; i++) {
        add_space(p, 6, false);
        add(p, new_text(p->report, EZ_NODE_TEXT, "report_sentence", block->cells[i]));
    }
}

// One part alone, under its own heading. `*i` goes on to its last block.
static EzNode *page_of(EzReport *report, guint *i)
{
    const EzBlock *first = block_at(report, *i);
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    Pages pages = {report, nodes};
    add(&pages, new_heading(report, "display", first->cells[0], 2));
    add_space(&pages, 4, true);
    add(&pages, new_rule(report, report->colour, 0.35));
    if (first->kind == EZ_BLOCK_BAND)
        add_sentences(&pages, first);
    for (; *i + 1 < report->blocks->len && is_of_part(block_at(report, *i + 1), first); ++*i)
        adders[block_at(report, *i + 1)->kind](&pages, block_at(report, *i + 1));
    return new_pages(report, nodes, give_foot(report));
}

static void add_pages_to_give(EzReport *report, GPtrArray *pages)
{
    for (guint i = 0; i < report->blocks->len; i++)
        if (block_at(report, i)->page)
            g_ptr_array_add(pages, page_of(report, &i));
}

const EzWorksheet *ez_report_sheet(EzReport *report)
{
    if (report->sheet != NULL)
        return report->sheet;
    const EzBlock *first = &g_array_index(report->blocks, EzBlock, 0);
    JsonNode *head = ez_session_head(report->session);
    const char *title = ez_arena_printf(report->arena, "%s: %s", first->cells[0],
                                        ez_report_words(report, ez_value_get(head, "title")));
    g_autoptr(GPtrArray) pages = g_ptr_array_new();
    g_ptr_array_add(pages, all_pages(report));
    add_pages_to_give(report, pages);
    report->sheet = ez_arena_make(report->arena, EzWorksheet);
    *report->sheet = (EzWorksheet){
        .name = "report",
        .id = "report",
        .code = report->code,
        .title = ez_nodes_same(report->arena, title),
        .colour = report->colour,
        .size = {WIDTH, HEIGHT},
        .pages = ez_arena_copy(report->arena, pages->pdata, sizeof(void *) * pages->len),
        .n_pages = (int)pages->len};
    return report->sheet;
}
