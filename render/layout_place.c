// SPDX-License-Identifier: EUPL-1.2
// Placing: boxes become items and leaves of the scene, in the order of the tree, which is the order of reading.
#include "render/layout-private.h"

#include "render/markup.h"
#include "render/symbol.h"

#include <string.h>

static EzScene *scene_of(const Layout *l)
{
    return l->in->scene;
}

// ---- grounds, rules -------------------------------------------------------------------------

static void emit_rect(Layout *l, const EzNode *node, EzRect rect)
{
    EzColour fill = {0}, line = {0};
    if (node->colour != NULL)
        fill = ez_layout_colour(l, node, "colour", node->colour, EZ_WHITE);
    if (node->stroke != NULL)
        line = ez_layout_colour(l, node, "stroke", node->stroke, ez_layout_ink(l));
    EzStroke stroke = {.colour = line};
    if (node->stroke != NULL)
        stroke.width = node->weight >= 0 ? node->weight : 0.25;
    if (node->bleeds) {
        rect.x = -l->in->bleed;
        rect.width = l->in->width + 2 * l->in->bleed;
    }
    bool filled = node->colour != NULL && rect.width > 0 && rect.height > 0;
    if (!filled && stroke.width == 0)
        return;
    EzPath path = {0};
    ez_path_rect(scene_of(l), &path, rect, MAX(node->radius, 0));
    ez_scene_path(scene_of(l), path, filled ? &fill : NULL, stroke);
}

static void emit_rule(Layout *l, const EzNode *node, EzRect rect)
{
    EzStroke stroke = {.width = node->weight >= 0 ? node->weight : 0.25,
                       .colour =
                           ez_layout_colour(l, node, "colour", node->colour, ez_layout_ink(l)),
                       .dash = {node->dash.x, node->dash.y}};
    EzPath path = {0};
    // Along its longer side, never slanted.
    if (rect.height > rect.width)
        rect = (EzRect){rect.x + rect.width / 2, rect.y, 0, rect.height};
    else
        rect = (EzRect){rect.x, rect.y + rect.height / 2, rect.width, 0};
    if (rect.width + rect.height <= 0)
        return;
    ez_path_move(scene_of(l), &path, rect.x, rect.y);
    ez_path_line(scene_of(l), &path, rect.x + rect.width, rect.y + rect.height);
    ez_scene_path(scene_of(l), path, NULL, stroke);
}

// ---- words -----------------------------------------------------------------------------------

static EzRole role_of(const EzNode *node)
{
    if (node->kind == EZ_NODE_QUOTE)
        return EZ_ROLE_QUOTE;
    if (node->kind != EZ_NODE_HEADING)
        return EZ_ROLE_PARAGRAPH;
    return node->level <= 1 ? EZ_ROLE_H1 : node->level == 2 ? EZ_ROLE_H2 : EZ_ROLE_H3;
}

// Of its first run; NULL where no character made a glyph.
static const char *first_language(const EzParagraph *paragraph)
{
    for (int i = 0; i < paragraph->n_lines; i++)
        if (paragraph->lines[i].n_runs > 0)
            return paragraph->lines[i].runs[0].language;
    return NULL;
}

static bool one_language(const EzParagraph *paragraph)
{
    const char *first = first_language(paragraph);
    for (int i = 0; i < paragraph->n_lines; i++)
        for (int k = 0; k < paragraph->lines[i].n_runs; k++)
            if (strcmp(paragraph->lines[i].runs[k].language, first) != 0)
                return false;
    return true;
}

typedef struct Words {
    Layout *l;
    const TextBlock *text;
    bool split;           // a leaf for each stretch of one language and role, within a group
    const char *language; // of the open leaf; NULL when none is open
    const TextPart *part; // likewise
    GArray *rects;        // of the open link, one for each of its lines so far
    int line;             // of the last of them
    int icons;            // among the runs
} Words;

static bool goes_on(const Words *w, const char *language, const TextPart *part)
{
    if (w->language == NULL || language == NULL)
        return w->language == language;
    return strcmp(w->language, language) == 0 && w->part->role == part->role &&
           w->part->name == part->name;
}

// Closes the open leaf, where another begins with this language and part, or none where they are NULL.
static void switch_leaf(Words *w, const char *language, const TextPart *part)
{
    EzScene *scene = scene_of(w->l);
    if (!w->split || goes_on(w, language, part))
        return;
    if (w->rects->len > 0)
        ez_scene_link(scene, w->part->address, w->part->name, (EzRect *)w->rects->data,
                      (int)w->rects->len);
    g_array_set_size(w->rects, 0);
    if (w->language != NULL)
        ez_scene_end_leaf(scene);
    w->language = language;
    w->part = part;
    if (language != NULL)
        ez_scene_begin_leaf(scene, part->role, language, NULL, NULL);
}

static void underline(Words *w, const EzGlyphRun *run, double x, double y, EzColour colour)
{
    double em = ez_mm_from_pt(run->size);
    EzPath path = {0};
    ez_path_move(scene_of(w->l), &path, x, y + 0.14 * em);
    ez_path_line(scene_of(w->l), &path, x + run->width, y + 0.14 * em);
    ez_scene_path(scene_of(w->l), path, NULL, (EzStroke){.width = 0.05 * em, .colour = colour});
}

// As tall as the line: what stands beside it on the same line makes it wider.
static void add_rect(Words *w, const EzGlyphRun *run, double x, double y, int line)
{
    double leading = w->text->leading;
    EzRect rect = {x, y - 0.8 * leading, run->width, leading};
    if (w->rects->len > 0 && w->line == line) {
        EzRect *last = &g_array_index(w->rects, EzRect, w->rects->len - 1);
        double right = MAX(last->x + last->width, x + run->width);
        last->x = MIN(last->x, x);
        last->width = right - last->x;
        return;
    }
    w->line = line;
    g_array_append_val(w->rects, rect);
}

static void emit_run(Words *w, const EzGlyphRun *run, double x, double y, int line)
{
    const TextPart *part = &w->text->parts[run->tag];
    switch_leaf(w, run->language, part);
    ez_scene_text(scene_of(w->l), run, x, y, part->colour);
    if (w->l->ornaments == 0)
        g_hash_table_insert(w->l->placed, (void *)run, (void *)w->text);
    if (part->icon != NULL)
        w->icons++;
    if (part->address == NULL)
        return;
    underline(w, run, x + run->x, y, part->colour);
    if (w->split)
        add_rect(w, run, x + run->x, y, line);
}

// How much of the room that a line leaves comes before it.
static double share_before(const Layout *l, int align)
{
    if (align == EZ_ALIGN_CENTRE)
        return 0.5;
    bool right = align == (l->left_hand ? EZ_ALIGN_INSIDE : EZ_ALIGN_OUTSIDE);
    return align == EZ_ALIGN_END || right ? 1 : 0;
}

// The lines of a block, its first baseline at y, between x and x + width.
static void emit_lines(Words *w, const EzNode *node, EzRect rect, double y)
{
    for (int i = 0; i < w->text->paragraph->n_lines; i++) {
        const EzLine *line = &w->text->paragraph->lines[i];
        double left = rect.width - line->width;
        double x = left * share_before(w->l, node->align);
        for (int k = 0; k < line->n_runs; k++)
            emit_run(w, &line->runs[k], rect.x + x, y + i * w->text->leading, i);
    }
}

// An icon stands with what is drawn of it, which ends 2/24 above its own lower edge, on the baseline.
static void emit_icon(Layout *l, const TextPart *part, const EzGlyphRun *run, double x,
                      double y)
{
    double side = ez_mm_from_pt(run->size);
    ez_scene_picture(scene_of(l), part->icon,
                     (EzRect){x + run->x, y - side * 22 / 24, side, side});
}

// Behind the words, for they are not read.
static void emit_icons(Words *w, const EzNode *node, EzRect rect, double y)
{
    for (int i = 0; w->icons > 0 && i < w->text->paragraph->n_lines; i++) {
        const EzLine *line = &w->text->paragraph->lines[i];
        double x = rect.x + (rect.width - line->width) * share_before(w->l, node->align);
        for (int k = 0; k < line->n_runs; k++) {
            const TextPart *part = &w->text->parts[line->runs[k].tag];
            if (part->icon != NULL)
                emit_icon(w->l, part, &line->runs[k], x, y + i * w->text->leading);
        }
    }
}

// Where something may be heard at all.
static bool is_heard(const Layout *l)
{
    return l->ornaments == 0 && !l->silent;
}

// A text that goes on on the next page is one group, and a leaf at least on each.
static void emit_words(Layout *l, const Box *box, EzRole role, EzRect rect, double baseline,
                       bool heard)
{
    const EzParagraph *paragraph = box->text->paragraph;
    const char *language = first_language(paragraph);
    EzScene *scene = scene_of(l);
    bool whole =
        one_language(paragraph) && !box->text->marked && !box->goes_on && !box->to_come;
    g_autoptr(GArray) rects = g_array_new(FALSE, FALSE, sizeof(EzRect));
    Words words = {.l = l, .text = box->text, .split = heard && !whole, .rects = rects};
    if (language != NULL && words.split && !l->text_open) {
        ez_scene_open(scene, role, NULL);
        l->text_open = true;
    }
    if (language != NULL && heard && whole)
        ez_scene_begin_leaf(scene, role, language, NULL, NULL);
    emit_lines(&words, box->node, rect, baseline);
    switch_leaf(&words, NULL, NULL);
    if (language != NULL && heard && whole)
        ez_scene_end_leaf(scene);
    emit_icons(&words, box->node, rect, baseline);
    if (l->text_open && words.split && !box->to_come) {
        ez_scene_close(scene);
        l->text_open = false;
    }
}

// ---- symbols -----------------------------------------------------------------------------------

static const char *alt_of(const Layout *l, const EzNode *node)
{
    if (node->alt == NULL)
        return NULL;
    return ez_markup_parse(l->arena, ez_text_in(node->alt, l->in->language), NULL, NULL)->text;
}

// Opens a leaf for what is seen and says so in other words, if there are any.
static bool begin_figure_as(Layout *l, const char *alt)
{
    if (!is_heard(l))
        return false;
    if (alt != NULL)
        ez_scene_begin_leaf(scene_of(l), EZ_ROLE_FIGURE, NULL, alt, NULL);
    return alt != NULL;
}

// The same for a symbol that says in its `alt` what it means; then its words are not heard again.
static bool begin_figure(Layout *l, const EzNode *node)
{
    return begin_figure_as(l, alt_of(l, node));
}

static void end_figure(Layout *l, bool open)
{
    if (open)
        ez_scene_end_leaf(scene_of(l));
}

static void emit_centred_words(Layout *l, const Box *box, EzRect rect, bool heard)
{
    if (box->text == NULL)
        return;
    double x = rect.x + (rect.width - box->text->paragraph->width) / 2;
    EzRect words = {x, rect.y, box->text->paragraph->width, rect.height};
    emit_words(l, box, EZ_ROLE_PARAGRAPH, words, rect.y + box->first, heard);
}

static void emit_tab(Layout *l, const Box *box, EzRect rect)
{
    const EzNode *node = box->node;
    EzColour colour = ez_layout_colour(l, node, "colour", node->colour, ez_layout_ink(l));
    EzPath path = ez_symbol_shape(scene_of(l), ez_layout_shape(node), rect);
    bool figure = begin_figure(l, node);
    if (path.n_steps > 0)
        ez_scene_path(scene_of(l), path, &colour, (EzStroke){0});
    emit_centred_words(l, box, rect, is_heard(l) && !figure);
    end_figure(l, figure);
}

static void emit_chip(Layout *l, const Box *box, EzRect rect)
{
    const EzNode *node = box->node;
    EzColour fill = ez_layout_colour(l, node, "colour", node->colour, EZ_WHITE);
    EzStroke stroke = {.width = node->weight >= 0 ? node->weight : 0.35,
                       .colour =
                           ez_layout_colour(l, node, "stroke", node->stroke, ez_layout_ink(l))};
    EzPath path = {0};
    ez_path_rect(scene_of(l), &path, rect, node->radius >= 0 ? node->radius : 1.2);
    bool figure = begin_figure(l, node);
    ez_scene_path(scene_of(l), path, node->colour != NULL ? &fill : NULL, stroke);
    emit_centred_words(l, box, rect, is_heard(l) && !figure);
    end_figure(l, figure);
}

static void emit_mark(Layout *l, const Box *box, EzRect rect)
{
    const EzNode *node = box->node;
    EzColour colour = ez_layout_colour(l, node, "colour", node->colour, ez_layout_ink(l));
    bool figure = begin_figure(l, node);
    ez_symbol_mark(scene_of(l), ez_layout_word(node), rect, colour);
    end_figure(l, figure);
}

static void emit_picture(Layout *l, const Box *box, EzRect rect)
{
    bool figure = begin_figure(l, box->node);
    ez_layout_paint_picture(l, box->node, rect);
    end_figure(l, figure);
}

static void emit_drawing(Layout *l, const Box *box, EzRect rect)
{
    bool figure = begin_figure(l, box->node);
    ez_layout_paint_drawing(l, box->node, rect);
    end_figure(l, figure);
}

static void emit_qr(Layout *l, const Box *box, EzRect rect)
{
    g_autofree char *words = ez_layout_words_in(box->node, l->in->language);
    const char *alt = alt_of(l, box->node);
    bool figure = begin_figure_as(l, alt != NULL ? alt : words);
    ez_layout_paint_qr(l, box->node, words, rect);
    end_figure(l, figure);
}

static void emit_pattern(Layout *l, const Box *box, EzRect rect)
{
    bool figure = begin_figure(l, box->node);
    ez_layout_paint_pattern(l, box->node, rect);
    end_figure(l, figure);
}

// ---- the tree ----------------------------------------------------------------------------------

static void emit(Layout *l, const Box *box, EzRect rect)
{
    switch (box->node->kind) {
    case EZ_NODE_HEADING:
    case EZ_NODE_TEXT:
    case EZ_NODE_QUOTE:
        if (box->text != NULL)
            emit_words(l, box, role_of(box->node), rect, rect.y + box->first, is_heard(l));
        break;
    case EZ_NODE_TAB:
        emit_tab(l, box, rect);
        break;
    case EZ_NODE_CHIP:
        emit_chip(l, box, rect);
        break;
    case EZ_NODE_PATTERN:
        emit_pattern(l, box, rect);
        break;
    case EZ_NODE_PICTURE:
    case EZ_NODE_ICON:
        emit_picture(l, box, rect);
        break;
    case EZ_NODE_CANVAS:
        ez_layout_paint_canvas(l, box, rect);
        break;
    case EZ_NODE_DRAWING:
        emit_drawing(l, box, rect);
        break;
    case EZ_NODE_QR:
        emit_qr(l, box, rect);
        break;
    case EZ_NODE_MARK:
        emit_mark(l, box, rect);
        break;
    case EZ_NODE_RULE:
        emit_rule(l, box->node, rect);
        break;
    default:
        emit_rect(l, box->node, rect);
    }
}

static void place_children(Layout *l, const Box *box, EzRect rect)
{
    for (int i = 0; i < box->n_children; i++)
        ez_layout_place(l, box->children[i], rect.x, rect.y);
}

static const EzRole heard_roles[] = {
    [EZ_HEARD_TABLE] = EZ_ROLE_TABLE,
    [EZ_HEARD_ROW] = EZ_ROLE_ROW,
    [EZ_HEARD_COLUMN_HEAD] = EZ_ROLE_COLUMN_HEAD,
    [EZ_HEARD_ROW_HEAD] = EZ_ROLE_ROW_HEAD,
    [EZ_HEARD_CELL] = EZ_ROLE_CELL,
    [EZ_HEARD_LIST] = EZ_ROLE_LIST,
    [EZ_HEARD_ITEM] = EZ_ROLE_LIST_ITEM,
};

void ez_layout_open_heard(Layout *l, const EzNode *node)
{
    if (node->heard == EZ_HEARD_AS_IT_IS || !is_heard(l))
        return;
    ez_scene_open(scene_of(l), heard_roles[node->heard], NULL);
    if (node->heard == EZ_HEARD_ITEM)
        ez_scene_open(scene_of(l), EZ_ROLE_LIST_BODY, NULL);
}

void ez_layout_close_heard(Layout *l, const EzNode *node)
{
    if (node->heard == EZ_HEARD_AS_IT_IS || !is_heard(l))
        return;
    if (node->heard == EZ_HEARD_ITEM)
        ez_scene_close(scene_of(l));
    ez_scene_close(scene_of(l));
}

void ez_layout_place(Layout *l, const Box *box, double x, double y)
{
    EzRect rect = {x + box->x, y + box->y, box->width, box->height};
    l->ornaments += box->node->ornament;
    ez_layout_open_heard(l, box->node);
    if (ez_node_is_field(box->node->kind)) {
        ez_layout_place_field(l, box, rect);
    } else if (box->node->kind == EZ_NODE_CHART) {
        ez_layout_place_chart(l, box, rect);
    } else {
        emit(l, box, rect);
        place_children(l, box, rect);
    }
    ez_layout_close_heard(l, box->node);
    l->ornaments -= box->node->ornament;
}
