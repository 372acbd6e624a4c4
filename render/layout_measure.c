// SPDX-License-Identifier: EUPL-1.2
// Measuring: every node becomes a box with a size, its children placed within it.
#include "render/layout-private.h"

#include "render/symbol.h"

#include <math.h>
#include <string.h>

// A text's box reaches above its first baseline by this share of the leading, and below its last by the rest.
#define ABOVE_BASELINE 0.8
// Where no room is left a text still breaks at each word, and its width is told.
#define LEAST_WIDTH 0.01

enum { CHIP_PADDING_TENTHS = 22 };

Box *ez_layout_box(Layout *l, const EzNode *node)
{
    Box *box = ez_arena_make(l->arena, Box);
    box->node = node;
    return box;
}

bool ez_layout_is_text(const EzNode *node)
{
    return node->kind == EZ_NODE_TEXT || node->kind == EZ_NODE_HEADING ||
           node->kind == EZ_NODE_QUOTE;
}

double ez_layout_cap(const TextBlock *text)
{
    return ez_mm_from_pt(text->size) * 0.7;
}

double ez_layout_wide(const EzNode *node, Room room, double fallback)
{
    return ez_length_resolve(node->width, room.of_wide, fallback);
}

double ez_layout_tall(const EzNode *node, Room room, double fallback)
{
    if (room.filled && room.tall >= 0)
        return room.tall;
    if (node->height.unit == EZ_PERCENT && room.of_tall < 0)
        return fallback;
    return ez_length_resolve(node->height, room.of_tall, fallback);
}

static char *tenths(double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup(g_ascii_formatd(buffer, sizeof buffer, "%.1f", value / 10));
}

char *ez_layout_tenths_over(double mm)
{
    return tenths(ceil(mm * 10 - 1e-6));
}

char *ez_layout_tenths_under(double mm)
{
    return tenths(floor(mm * 10 + 1e-6) + 0.0);
}

void ez_layout_tell_overfull(Layout *l, const EzNode *node, double by, const char *direction)
{
    g_autofree char *mm = ez_layout_tenths_over(by);
    ez_diag_report(l->in->diags, EZ_OVERFULL, ez_origin_place(node->origin), NULL, "thing",
                   l->in->thing, "by", mm, "direction", direction, NULL);
}

// ---- words and symbols -----------------------------------------------------------------------

static void baselines_of_edges(Box *box)
{
    box->first = 0;
    box->last = box->height;
}

static Box *measure_text(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    double width = ez_layout_wide(node, room, room.wide);
    box->text = ez_layout_text(l, node, MAX(width, LEAST_WIDTH));
    box->width = width;
    if (box->text == NULL) {
        if (room.natural && node->width.unit == EZ_AUTO)
            box->width = 0;
        baselines_of_edges(box);
        return box;
    }
    if (room.natural && node->width.unit == EZ_AUTO)
        box->width = box->text->paragraph->width;
    box->height = box->text->paragraph->n_lines * box->text->leading;
    box->first = ABOVE_BASELINE * box->text->leading;
    box->last = box->first + (box->text->paragraph->n_lines - 1) * box->text->leading;
    box->has_baseline = true;
    return box;
}

static void centre_words(Box *box)
{
    if (box->text == NULL) {
        baselines_of_edges(box);
        return;
    }
    box->first = box->last = box->height / 2 + ez_layout_cap(box->text) / 2;
    box->has_baseline = true;
}

static void check_width(Layout *l, const Box *box)
{
    double by = box->text != NULL ? box->text->paragraph->width - box->width : 0;
    if (by > 0.01)
        ez_layout_tell_wide(l, box->text, by);
}

const char *ez_layout_shape(const EzNode *node)
{
    bool known = node->shape != NULL && g_strv_contains(ez_shape_names, node->shape);
    return known ? node->shape : "tab";
}

static void tell_unknown_shape(Layout *l, const EzNode *node)
{
    g_autofree char *hint = ez_diag_did_you_mean(node->shape, ez_shape_names);
    g_autofree char *list = g_strjoinv(", ", (char **)ez_shape_names);
    ez_diag_report(l->in->diags, EZ_UNKNOWN_MARK, ez_origin_value(node->origin, "shape"),
                   hint != NULL ? hint : list, "kind", "shape", "name", node->shape, NULL);
}

static Box *measure_tab(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    const char *shape = ez_layout_shape(node);
    if (node->shape != NULL && strcmp(shape, node->shape) != 0)
        tell_unknown_shape(l, node);
    box->width = ez_layout_wide(node, room, ez_symbol_width(shape));
    double tall = node->width.unit == EZ_AUTO || strcmp(shape, "tab") == 0
                      ? ez_symbol_height(shape)
                      : box->width;
    box->height = ez_layout_tall(node, room, tall);
    box->text = ez_layout_text(l, node, 0);
    check_width(l, box);
    centre_words(box);
    if (strcmp(shape, "tab") == 0 && box->text != NULL) // centred in the round foot
        box->first = box->last = box->height - box->width / 2 + ez_layout_cap(box->text) * 0.46;
    return box;
}

static Box *measure_chip(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    box->text = ez_layout_text(l, node, 0);
    double words = box->text != NULL ? box->text->paragraph->width : 0;
    box->width = ez_layout_wide(node, room, words + 2 * CHIP_PADDING_TENTHS / 10.0);
    box->height = ez_layout_tall(node, room, 5.8);
    check_width(l, box);
    centre_words(box);
    return box;
}

const char *ez_layout_word(const EzNode *node)
{
    if (node->n_pieces != 1 || node->pieces[0].plain == NULL)
        return "";
    return node->pieces[0].plain;
}

char *ez_layout_words_in(const EzNode *node, int language)
{
    GString *words = g_string_new(NULL);
    for (int i = 0; i < node->n_pieces; i++) {
        const EzPiece *piece = &node->pieces[i];
        const char *text =
            piece->plain != NULL ? piece->plain : ez_text_in(piece->text, language);
        g_string_append(words, text);
    }
    return g_string_free(words, FALSE);
}

void ez_layout_check_name(Layout *l, const EzNode *node, const char *kind,
                          const char *const *names)
{
    const char *name = ez_layout_word(node);
    if (g_strv_contains(names, name))
        return;
    g_autofree char *hint = ez_diag_did_you_mean(name, names);
    g_autofree char *list = g_strjoinv(", ", (char **)names);
    ez_diag_report(l->in->diags, EZ_UNKNOWN_MARK, ez_origin_item(node->origin, 1),
                   hint != NULL ? hint : list, "kind", kind, "name", name, NULL);
}

static Box *measure_mark(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    const char *name = ez_layout_word(node);
    ez_layout_check_name(l, node, "mark", ez_mark_names);
    box->width = ez_layout_wide(node, room, ez_symbol_width(name));
    double shape =
        ez_symbol_width(name) > 0 ? ez_symbol_height(name) / ez_symbol_width(name) : 1;
    box->height = ez_layout_tall(node, room, box->width * shape);
    // Its middle stands as high as the middle of small letters beside it.
    box->first = box->last = box->height / 2 + 0.3 * MIN(box->width, box->height);
    box->has_baseline = true;
    return box;
}

static Box *measure_plain(Layout *l, const EzNode *node, Room room)
{
    if (node->kind == EZ_NODE_PATTERN)
        ez_layout_check_pattern(l, node);
    Box *box = ez_layout_box(l, node);
    bool stretches = node->kind == EZ_NODE_FILL || node->kind == EZ_NODE_PATTERN;
    double wide = node->kind == EZ_NODE_SPACE || node->kind == EZ_NODE_GROW ? 0 : room.wide;
    double tall = stretches && room.tall >= 0 ? room.tall : 0;
    // A rule that says how tall it is stands upright.
    if (node->kind == EZ_NODE_RULE && node->height.unit != EZ_AUTO)
        wide = 0;
    box->width = ez_layout_wide(node, room, wide);
    box->height = ez_layout_tall(node, room, tall);
    baselines_of_edges(box);
    return box;
}

// ---- boxes that flow -----------------------------------------------------------------------------

typedef struct Inside {
    double x, y, wide, tall; // of the padding box; tall is negative where unknown
} Inside;

static Inside inside_of(const EzNode *node, Room room)
{
    const EzSides *p = &node->padding;
    double wide = ez_layout_wide(node, room, room.wide) - p->left - p->right;
    double whole = ez_layout_tall(node, room, -1);
    double tall = whole >= 0 ? MAX(whole - p->top - p->bottom, 0) : -1;
    return (Inside){p->left, p->top, MAX(wide, 0), tall};
}

static Box *open_box(Layout *l, const EzNode *node)
{
    Box *box = ez_layout_box(l, node);
    box->children = ez_arena_array(l->arena, Box *, node->n_children);
    return box;
}

static void add_child(Box *box, Box *child)
{
    box->children[box->n_children++] = child;
}

// The first and last baseline of its children are those of the box.
static void take_baselines(Box *box)
{
    baselines_of_edges(box);
    for (int i = 0; i < box->n_children; i++) {
        const Box *child = box->children[i];
        if (!child->has_baseline)
            continue;
        if (!box->has_baseline)
            box->first = child->y + child->first;
        box->last = child->y + child->last;
        box->has_baseline = true;
    }
}

static void close_box(Box *box, Room room, double wide, double tall)
{
    const EzSides *p = &box->node->padding;
    double natural = wide + p->left + p->right;
    box->width = ez_layout_wide(box->node, room, room.natural ? natural : room.wide);
    box->height = ez_layout_tall(box->node, room, tall + p->top + p->bottom);
    take_baselines(box);
}

static double grow_of(const EzNode *node)
{
    return node->kind == EZ_NODE_GROW && node->grow == 0 ? 1 : node->grow;
}

static double total_grow(const EzNode *node)
{
    double total = 0;
    for (int i = 0; i < node->n_children; i++)
        total += grow_of(node->children[i]);
    return total;
}

static double offset_by_align(int align, double whole, double part)
{
    if (align == EZ_ALIGN_CENTRE)
        return (whole - part) / 2;
    return align == EZ_ALIGN_END ? whole - part : 0;
}

// A box that grew lays itself out once more, as tall as it became.
static void grow_taller(Layout *l, Box **child, Room room, double more)
{
    Box *old = *child;
    if (old->children == NULL) {
        old->height += more;
        return;
    }
    room.tall = old->height + more;
    room.filled = true;
    *child = ez_layout_measure(l, old->node, room);
    (*child)->x = old->x;
    (*child)->y = old->y;
}

static void share_height(Layout *l, Box *box, Room room, double left)
{
    double moved = 0, grow = total_grow(box->node);
    for (int i = 0; i < box->n_children && grow > 0; i++) {
        double more = left * grow_of(box->children[i]->node) / grow;
        box->children[i]->y += moved;
        if (more > 0)
            grow_taller(l, &box->children[i], room, more);
        moved += more;
    }
}

// In a column that is as wide as what it holds, areas and rules follow the others.
static bool follows(const EzNode *node)
{
    bool lies = node->kind == EZ_NODE_RULE && node->height.unit == EZ_AUTO;
    return (node->kind == EZ_NODE_FILL || lies) && node->width.unit == EZ_AUTO;
}

static void align_column(Layout *l, Box *box, const Inside *in, double wide)
{
    for (int i = 0; i < box->n_children; i++) {
        Box *child = box->children[i];
        if (follows(child->node))
            child->width = wide;
        child->x = in->x + offset_by_align(box->node->align, wide, child->width);
        if (child->width > in->wide + 0.01)
            ez_layout_tell_overfull(l, box->node, child->width - in->wide, "wider");
    }
}

static Box *measure_column(Layout *l, const EzNode *node, Room room)
{
    Box *box = open_box(l, node);
    Inside in = inside_of(node, room);
    double y = in.y, widest = 0;
    bool natural = room.natural && node->width.unit == EZ_AUTO;
    Room inner = {in.wide, -1, in.wide, in.tall, natural, false};
    for (int i = 0; i < node->n_children; i++) {
        Box *child = ez_layout_measure(l, node->children[i], inner);
        child->y = y;
        y += child->height + node->gap;
        if (!follows(child->node))
            widest = MAX(widest, child->width);
        add_child(box, child);
    }
    align_column(l, box, &in, natural ? widest : in.wide);
    double used = y - in.y - (node->n_children > 0 ? node->gap : 0);
    if (in.tall >= 0 && used > in.tall + 0.01)
        ez_layout_tell_overfull(l, node, used - in.tall, "taller");
    else if (in.tall >= 0)
        share_height(l, box, inner, MAX(in.tall - used, 0));
    close_box(box, room, widest, used);
    return box;
}

// Children that grow get what the others leave.
static void measure_row_children(Layout *l, Box *box, const EzNode *node, Inside in)
{
    double grow = total_grow(node), left = in.wide - node->gap * MAX(node->n_children - 1, 0);
    for (int i = 0; i < node->n_children; i++) {
        Room room = {MAX(left, 0), in.tall, in.wide, in.tall, true, false};
        Box *child = NULL;
        if (grow_of(node->children[i]) == 0)
            child = ez_layout_measure(l, node->children[i], room);
        add_child(box, child);
        left -= child != NULL ? child->width : 0;
    }
    for (int i = 0; i < node->n_children; i++) {
        if (box->children[i] != NULL)
            continue;
        double wide = MAX(left, 0) * grow_of(node->children[i]) / grow;
        Room room = {wide, in.tall, in.wide, in.tall, false, false};
        box->children[i] = ez_layout_measure(l, node->children[i], room);
        box->children[i]->width = wide;
    }
}

static double row_offset(const EzNode *node, const Box *child, double tallest, double baseline)
{
    if (node->align == EZ_ALIGN_BASELINE)
        return child->has_baseline ? baseline - child->first : 0;
    return offset_by_align(node->align, tallest, child->height);
}

static Box *measure_row(Layout *l, const EzNode *node, Room room)
{
    Box *box = open_box(l, node);
    Inside in = inside_of(node, room);
    measure_row_children(l, box, node, in);
    double x = in.x, baseline = 0, tallest = MAX(in.tall, 0), bottom = 0;
    for (int i = 0; i < box->n_children; i++) {
        const Box *child = box->children[i];
        baseline = child->has_baseline ? MAX(baseline, child->first) : baseline;
        tallest = MAX(tallest, child->height);
    }
    for (int i = 0; i < box->n_children; i++) {
        Box *child = box->children[i];
        child->x = x;
        child->y = in.y + row_offset(node, child, tallest, baseline);
        x += child->width + node->gap;
        bottom = MAX(bottom, child->y + child->height - in.y);
    }
    double used = x - in.x - (box->n_children > 0 ? node->gap : 0);
    if (used > in.wide + 0.01)
        ez_layout_tell_overfull(l, node, used - in.wide, "wider");
    if (in.tall >= 0 && bottom > in.tall + 0.01)
        ez_layout_tell_overfull(l, node, bottom - in.tall, "taller");
    close_box(box, room, used, MAX(bottom, in.tall));
    return box;
}

static Box *measure_grid(Layout *l, const EzNode *node, Room room)
{
    Box *box = open_box(l, node);
    Inside in = inside_of(node, room);
    int columns = MAX(node->columns, 1);
    double cell = MAX((in.wide - node->gap * (columns - 1)) / columns, 0), y = in.y, tall = 0;
    for (int i = 0; i < node->n_children; i++) {
        if (i % columns == 0 && i > 0) {
            y += tall + node->gap;
            tall = 0;
        }
        Box *child =
            ez_layout_measure(l, node->children[i], (Room){cell, -1, cell, -1, false, false});
        child->x = in.x + (i % columns) * (cell + node->gap);
        child->y = y;
        tall = MAX(tall, child->height);
        if (child->width > cell + 0.01)
            ez_layout_tell_overfull(l, node, child->width - cell, "wider");
        add_child(box, child);
    }
    tall += y - in.y;
    if (in.tall >= 0 && tall > in.tall + 0.01)
        ez_layout_tell_overfull(l, node, tall - in.tall, "taller");
    room.natural = false;
    close_box(box, room, in.wide, tall);
    return box;
}

// ---- the table -------------------------------------------------------------------------------------

typedef Box *(*Measure)(Layout *l, const EzNode *node, Room room);

static const Measure measures[EZ_NODE_KINDS] = {
    [EZ_NODE_COLUMN] = measure_column,     [EZ_NODE_ROW] = measure_row,
    [EZ_NODE_GRID] = measure_grid,         [EZ_NODE_LAYERS] = ez_layout_layers,
    [EZ_NODE_FRAME] = measure_column,      [EZ_NODE_PAGE] = measure_column,
    [EZ_NODE_FILL] = measure_plain,        [EZ_NODE_GROW] = measure_plain,
    [EZ_NODE_SPACE] = measure_plain,       [EZ_NODE_RULE] = measure_plain,
    [EZ_NODE_HEADING] = measure_text,      [EZ_NODE_TEXT] = measure_text,
    [EZ_NODE_QUOTE] = measure_text,        [EZ_NODE_TAB] = measure_tab,
    [EZ_NODE_CHIP] = measure_chip,         [EZ_NODE_MARK] = measure_mark,
    [EZ_NODE_PATTERN] = measure_plain,     [EZ_NODE_PICTURE] = ez_layout_picture,
    [EZ_NODE_ICON] = ez_layout_picture,    [EZ_NODE_WRITE] = ez_layout_field,
    [EZ_NODE_BOX] = ez_layout_field,       [EZ_NODE_TICK] = ez_layout_field,
    [EZ_NODE_SCALE] = ez_layout_field,     [EZ_NODE_DOTS] = ez_layout_field,
    [EZ_NODE_CELLS] = ez_layout_field,     [EZ_NODE_CANVAS] = ez_layout_canvas,
    [EZ_NODE_DRAWING] = ez_layout_drawing, [EZ_NODE_QR] = ez_layout_qr,
    [EZ_NODE_CHART] = ez_layout_chart,
    // An inline node outside a text is refused when it is read.
};

Box *ez_layout_measure(Layout *l, const EzNode *node, Room room)
{
    return measures[node->kind](l, node, room);
}
