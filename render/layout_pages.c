// SPDX-License-Identifier: EUPL-1.2
// pages { … }: children flow down a column and over as many pages as they need. Everything is measured once and cut into strips that
// nothing tears: two lines at either end of a text, the lines between, the rows of a table, any other box whole. A strip that does not fit goes to the next column
// together with those before it that may not be parted from it. Heads and feet are set for each page, when their number is known.
#include "render/layout-private.h"

#include <math.h>

// Sums of decimal fractions are never exact.
#define SLACK      0.01
#define LEAST_ROOM 5

typedef struct Strip {
    int child;
    int first, count; // lines of a text, rows of a table; 0, 0 for a whole box
    double tall;
    double head; // what is repeated above it at the top of a column
    bool parts;  // from the strip before
    // Where it came.
    int column; // counted through all pages
    double y;   // from the upper margin
} Strip;

typedef struct Flow {
    Layout *l;
    const EzNode *node;
    EzLayout page; // as the worksheet's, but its size, label and thing
    EzSides margin;
    double wide, tall; // of a column
    int columns;       // of a page
    Box **boxes;       // of the children
    GArray *strips;
    int pages;
} Flow;

static Strip *strip_at(const Flow *f, int i)
{
    return &g_array_index(f->strips, Strip, i);
}

// ---- strips --------------------------------------------------------------------------------

static bool is_running(const EzNode *node)
{
    return node->kind == EZ_NODE_TEXT || node->kind == EZ_NODE_QUOTE;
}

// True for what may not be parted from the next.
static bool leads(const EzNode *node)
{
    return node->kind == EZ_NODE_HEADING || node->keep;
}

static void add_strip(Flow *f, int child, int first, int count, double tall, bool parts)
{
    Strip strip = {
        .child = child, .first = first, .count = count, .tall = tall, .parts = parts};
    g_array_append_val(f->strips, strip);
}

static bool has_rows(const EzNode *node)
{
    return node->heard == EZ_HEARD_TABLE || node->heard == EZ_HEARD_LIST;
}

// The head of a table, with what parts it from the first row; 0 where none is repeated.
static double head_of(const Box *table)
{
    bool given = table->n_children > 1 && table->children[0]->node->keep;
    return given ? table->children[1]->y : 0;
}

// Two rows at either end of it stay together, and the head with the first.
static void cut_rows(Flow *f, int child, bool parts)
{
    const Box *table = f->boxes[child];
    double head = head_of(table);
    int n = table->n_children, from = head > 0 ? 3 : 2;
    for (int i = 0; i < n; i++) {
        const Box *row = table->children[i];
        bool torn = i >= from && i < n - 1;
        double end = i + 1 < n ? table->children[i + 1]->y : table->height;
        add_strip(f, child, i, 1, end - row->y, i == 0 ? parts : torn);
        strip_at(f, (int)f->strips->len - 1)->head = i > 0 ? head : 0;
    }
}

static void cut(Flow *f, int child)
{
    const Box *box = f->boxes[child];
    bool parts = child > 0 && !leads(f->node->children[child - 1]);
    if (has_rows(box->node)) {
        cut_rows(f, child, parts);
        return;
    }
    int lines = box->text != NULL ? box->text->paragraph->n_lines : 0;
    if (lines < 4 || !is_running(box->node) || box->node->keep) {
        add_strip(f, child, 0, is_running(box->node) ? lines : 0, box->height, parts);
        return;
    }
    double leading = box->text->leading;
    add_strip(f, child, 0, 2, 2 * leading, parts);
    for (int line = 2; line < lines - 2; line++)
        add_strip(f, child, line, 1, leading, true);
    add_strip(f, child, lines - 2, 2, 2 * leading, true);
}

static double ceil_to(double value, double step)
{
    return ceil(value / step - 1e-6) * step;
}

// On a grid the leading is a multiple of it.
static void take_grid(const Flow *f, Box *box)
{
    TextBlock *text = box->text;
    if (f->node->raster <= 0 || text == NULL || !is_running(box->node))
        return;
    text->leading = ceil_to(text->leading, f->node->raster);
    box->height = text->paragraph->n_lines * text->leading;
    box->last = box->first + (text->paragraph->n_lines - 1) * text->leading;
}

static void measure(Flow *f)
{
    Room room = {f->wide, -1, f->wide, f->tall, false, false};
    f->boxes = ez_arena_array(f->l->arena, Box *, f->node->n_children);
    for (int i = 0; i < f->node->n_children; i++) {
        f->boxes[i] = ez_layout_measure(f->l, f->node->children[i], room);
        take_grid(f, f->boxes[i]);
        cut(f, i);
    }
}

// ---- breaking ------------------------------------------------------------------------------

typedef struct Pen {
    int column;
    double y;
    bool top;       // nothing stands in the column yet
    int last_break; // the last strip of the column before which it may end; -1 = none
} Pen;

static Pen next_column(const Pen *pen)
{
    return (Pen){pen->column + 1, 0, true, -1};
}

static Pen next_page(const Flow *f, const Pen *pen)
{
    return (Pen){(pen->column / f->columns + 1) * f->columns, 0, true, -1};
}

static bool begins_page(const Flow *f, int i)
{
    const Strip *strip = strip_at(f, i);
    return i > 0 && strip->first == 0 && f->node->children[strip->child]->new_page;
}

// Room that was left at a break is not left again behind it; nor is a rule that parts what follows from what stood before.
static bool vanishes(const Flow *f, int i, const Pen *pen)
{
    const EzNode *node = f->node->children[strip_at(f, i)->child];
    bool parts = node->kind == EZ_NODE_SPACE || (node->kind == EZ_NODE_RULE && node->keep);
    return pen->top && i > 0 && !begins_page(f, i) && parts;
}

// Which baseline lies on the grid: the first of a text, whose lines follow it; the last of a heading, so that
// what stands under it is as near at the top of a page as further down. -1 = none
static double grid_line(const Flow *f, const Box *box)
{
    if (f->node->raster <= 0 || box->text == NULL)
        return -1;
    if (box->node->kind == EZ_NODE_HEADING)
        return box->last;
    return is_running(box->node) ? box->first : -1;
}

static double top_of(const Flow *f, int i, const Pen *pen)
{
    const Strip *strip = strip_at(f, i);
    const Box *box = f->boxes[strip->child];
    double y = pen->y + (pen->top ? strip->head : 0);
    if (!pen->top && strip->first == 0)
        y += f->node->gap;
    double line = grid_line(f, box);
    return line < 0 ? y : ceil_to(y + line, f->node->raster) - line;
}

static void tell_tall(Flow *f, const Strip *strip)
{
    const EzNode *node = f->node->children[strip->child];
    g_autofree char *by = ez_layout_tenths_over(strip->tall - f->tall);
    g_autofree char *room = ez_layout_tenths_under(f->tall);
    ez_diag_report(f->l->in->diags, EZ_TALL_NODE, ez_origin_place(node->origin), NULL, "thing",
                   f->l->in->thing, "node", ez_node_word(node->kind), "by", by, "room", room,
                   NULL);
}

static void put(Flow *f, int i, Pen *pen, double top)
{
    Strip *strip = strip_at(f, i);
    if (strip->tall > f->tall + SLACK)
        tell_tall(f, strip);
    strip->column = pen->column;
    strip->y = top;
    pen->y = top + strip->tall;
    pen->top = false;
}

// Where filling goes on: behind this strip, or at an earlier one that now begins a column.
static int step(Flow *f, int i, Pen *pen)
{
    const Strip *strip = strip_at(f, i);
    if (begins_page(f, i) && !(pen->top && pen->column % f->columns == 0))
        *pen = next_page(f, pen);
    if (vanishes(f, i, pen)) {
        strip_at(f, i)->column = -1;
        return i + 1;
    }
    double top = top_of(f, i, pen);
    if (!pen->top && strip->parts)
        pen->last_break = i;
    if (!pen->top && top + strip->tall > f->tall + SLACK) {
        int from = pen->last_break >= 0 ? pen->last_break : i;
        *pen = next_column(pen);
        return from;
    }
    put(f, i, pen, top);
    return i + 1;
}

// Of the last that stands anywhere: room that vanished at the end asks for no page.
static int last_column(const Flow *f)
{
    for (int i = (int)f->strips->len - 1; i >= 0; i--)
        if (strip_at(f, i)->column >= 0)
            return strip_at(f, i)->column;
    return 0;
}

static void break_columns(Flow *f)
{
    Pen pen = {0, 0, true, -1};
    for (int i = 0; i < (int)f->strips->len;)
        i = step(f, i, &pen);
    f->pages = last_column(f) / f->columns + 1;
}

// ---- placing -------------------------------------------------------------------------------

static bool is_left_hand(const Flow *f, int page)
{
    return f->node->mirrored && page % 2 == 1;
}

static double left_margin(const Flow *f, int page)
{
    return is_left_hand(f, page) ? f->margin.right : f->margin.left;
}

// In the middle of its margin, which begins at y.
static void place_part(Flow *f, const EzNode *node, int page, double y, double margin)
{
    if (node == NULL)
        return;
    double wide = f->page.width - f->margin.left - f->margin.right;
    Box *box = ez_layout_measure(f->l, node, (Room){wide, -1, wide, margin, false, false});
    if (box->height > margin + SLACK)
        ez_layout_tell_overfull(f->l, node, box->height - margin, "taller");
    ez_layout_place(f->l, box, left_margin(f, page), y + (margin - box->height) / 2);
}

// What is wrong with them is told of the first pages, right and left, and not of each.
static void place_parts(Flow *f, int page)
{
    bool repeated = page > 1;
    f->l->folio = page + 1;
    f->l->folios = f->pages;
    f->l->silent = true;
    f->l->ornaments += repeated;
    place_part(f, f->node->head, page, 0, f->margin.top);
    place_part(f, f->node->foot, page, f->page.height - f->margin.bottom, f->margin.bottom);
    f->l->ornaments -= repeated;
    f->l->silent = false;
    f->l->folio = 0;
}

// The lines of a text from one strip to another, as a box of its own.
static Box *piece_of(Flow *f, const Box *whole, const Strip *from, const Strip *to)
{
    const EzParagraph *paragraph = whole->text->paragraph;
    Box *box = ez_arena_copy(f->l->arena, whole, sizeof *whole);
    EzParagraph *lines = ez_arena_copy(f->l->arena, paragraph, sizeof *paragraph);
    box->text = ez_arena_copy(f->l->arena, whole->text, sizeof *whole->text);
    box->text->paragraph = lines;
    lines->lines += from->first;
    lines->n_lines = to->first + to->count - from->first;
    box->goes_on = from->first > 0;
    box->to_come = from->first + lines->n_lines < paragraph->n_lines;
    return box;
}

// Rows of a table or items of a list, in the groups of the whole; what is repeated above them is not heard again.
static void place_rows(Flow *f, const Strip *from, const Strip *to, double x, double y)
{
    Layout *l = f->l;
    const Box *whole = f->boxes[from->child];
    if (from->first == 0)
        ez_layout_open_heard(l, whole->node);
    if (from->first > 0 && from->head > 0) {
        l->ornaments++;
        ez_layout_place(l, whole->children[0], x, y - from->head);
        l->ornaments--;
    }
    for (int i = from->first; i <= to->first; i++)
        ez_layout_place(l, whole->children[i], x, y - whole->children[from->first]->y);
    if (to->first == whole->n_children - 1)
        ez_layout_close_heard(l, whole->node);
}

// Strips of one child that follow each other in one column come as one box. The strip behind them.
static int place_strips(Flow *f, int i, int page)
{
    const Strip *first = strip_at(f, i), *last = first;
    const Box *box = f->boxes[first->child];
    for (i++; i < (int)f->strips->len; i++) {
        const Strip *next = strip_at(f, i);
        if (next->child != first->child || next->column != first->column)
            break;
        last = next;
    }
    if (first->count > 0 && box->text != NULL)
        box = piece_of(f, box, first, last);
    double x =
        left_margin(f, page) + (first->column % f->columns) * (f->wide + f->node->gutter);
    if (has_rows(box->node))
        place_rows(f, first, last, x, f->margin.top + first->y);
    else
        ez_layout_place(f->l, box, x, f->margin.top + first->y);
    return i;
}

// Pages are numbered through the whole scene in labels, and through this node in folios.
static int place_page(Flow *f, int i, int page)
{
    EzScene *scene = f->page.scene;
    g_autofree char *label =
        g_strdup_printf("%s %d", f->page.label, ez_scene_page_count(scene) + 1);
    g_autofree char *thing = g_strdup_printf("%s, page %d", f->page.thing, page + 1);
    EzLayout checked = f->page;
    checked.thing = thing;
    f->l->left_hand = is_left_hand(f, page);
    ez_scene_begin_page(scene, f->page.width, f->page.height, f->page.bleed, label);
    ez_scene_page_place(scene, f->page.place);
    place_parts(f, page);
    while (i < (int)f->strips->len && strip_at(f, i)->column < (page + 1) * f->columns)
        i = strip_at(f, i)->column < 0 ? i + 1 : place_strips(f, i, page);
    ez_scene_end_page(scene);
    f->l->in = &checked;
    if (!f->l->guessed)
        ez_layout_check_page(f->l);
    f->l->in = &f->page;
    g_hash_table_remove_all(f->l->placed);
    return i;
}

// ---- the whole -----------------------------------------------------------------------------

static void take_sizes(Flow *f)
{
    const EzNode *node = f->node;
    if (node->paper.width > 0) {
        f->page.width = node->paper.width;
        f->page.height = node->paper.height;
    }
    f->margin = node->margin;
    f->columns = MAX(node->columns, 1);
    double wide = f->page.width - f->margin.left - f->margin.right;
    f->wide = (wide - node->gutter * (f->columns - 1)) / f->columns;
    f->tall = f->page.height - f->margin.top - f->margin.bottom;
}

void ez_layout_pages(Layout *l, const EzNode *node)
{
    const EzLayout *outer = l->in;
    g_autoptr(GArray) strips = g_array_new(FALSE, FALSE, sizeof(Strip));
    Flow f = {.l = l, .node = node, .page = *outer, .strips = strips};
    take_sizes(&f);
    l->in = &f.page;
    if (f.wide < LEAST_ROOM || f.tall < LEAST_ROOM) {
        ez_diag_report(outer->diags, EZ_NO_ROOM, ez_origin_value(node->origin, "margin"), NULL,
                       "thing", outer->thing, NULL);
    } else {
        measure(&f);
        break_columns(&f);
        for (int page = 0, i = 0; page < f.pages; page++)
            i = place_page(&f, i, page);
    }
    l->in = outer;
}
