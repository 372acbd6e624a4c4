// SPDX-License-Identifier: EUPL-1.2
// A canvas: its drawing as one figure, and over it the author's words, which are heard each by itself.
#include "render/layout-private.h"

#include "render/canvas.h"

#define TINT   0.12
#define GROUND 0.08
#define PLATE  1.4 // white around words that lie over lines

static const EzTexts *texts_of(const EzNode *node, EzCanvasPart part)
{
    switch (part) {
    case EZ_CANVAS_LABEL:
        return &node->labels;
    case EZ_CANVAS_GATE:
        return &node->gates;
    case EZ_CANVAS_ROW:
        return &node->rows;
    default:
        return &node->heads;
    }
}

static const char *const part_words[] = {"labels", "gates", "rows", "columns"};

static EzCanvas canvas_of(const EzNode *node, double width, double height)
{
    EzCanvas canvas = {.kind = (EzCanvasKind)node->canvas,
                       .box = {0, 0, width, height},
                       .points = node->points};
    for (int part = 0; part < EZ_CANVAS_NUMBER; part++)
        canvas.counts[part] = texts_of(node, (EzCanvasPart)part)->count;
    canvas.counts[EZ_CANVAS_NUMBER] = ez_canvas_numbers(&canvas);
    return canvas;
}

// ---- what an author may have wrong -----------------------------------------------------

static void tell_count(Layout *l, const EzNode *node, const char *field, EzCanvasRange range,
                       int found)
{
    g_autofree char *expected = range.most == 0 ? g_strdup("no")
                                : range.least == range.most
                                    ? g_strdup_printf("%d", range.most)
                                    : g_strdup_printf("%d to %d", range.least, range.most);
    g_autofree char *number = g_strdup_printf("%d", found);
    EzPlace place =
        found > 0 ? ez_origin_value(node->origin, field) : ez_origin_place(node->origin);
    ez_diag_report(l->in->diags, EZ_CANVAS_WORDS, place, NULL, "kind",
                   ez_canvas_words[node->canvas], "expected", expected, "field", field, "found",
                   number, NULL);
}

static bool check_words(Layout *l, const EzNode *node)
{
    bool good = true;
    for (int part = 0; part < EZ_CANVAS_NUMBER; part++) {
        EzCanvasRange range = ez_canvas_takes((EzCanvasKind)node->canvas, (EzCanvasPart)part);
        int found = texts_of(node, (EzCanvasPart)part)->count;
        if (found >= range.least && found <= range.most)
            continue;
        tell_count(l, node, part_words[part], range, found);
        good = false;
    }
    int labels = node->labels.count, notes = node->notes.count;
    if (good && notes != 0 && notes != labels) {
        tell_count(l, node, "notes", (EzCanvasRange){labels, labels}, notes);
        good = false;
    }
    return good;
}

static bool check_size(Layout *l, const EzNode *node, const Box *box)
{
    EzCanvas canvas = canvas_of(node, box->width, box->height);
    EzSize least = ez_canvas_least(&canvas);
    if (box->width < least.width - 0.01)
        ez_layout_tell_no_fit(l, node, least.width, box->width, "of width");
    else if (box->height < least.height - 0.01)
        ez_layout_tell_no_fit(l, node, least.height, box->height, "of height");
    return box->width >= least.width - 0.01 && box->height >= least.height - 0.01;
}

// ---- words -----------------------------------------------------------------------------

static WordsWish wish_of(Layout *l, const EzNode *node, EzCanvasPart part, int i,
                         const EzCanvasSpot *spot)
{
    WordsWish wish = {.style = "field", .align = spot->align, .width = MAX(spot->width, 1)};
    if (part == EZ_CANVAS_NUMBER) {
        wish.plain = ez_arena_printf(l->arena, "%d", i + 1);
        wish.style = "choice";
    } else {
        wish.text = texts_of(node, part)->texts[i];
    }
    if (part == EZ_CANVAS_LABEL && node->style != NULL)
        wish.style = node->style;
    return wish;
}

// The words and, under them, their note: as one block where the spot says.
static void stack(Box *words, Box *note, const EzCanvasSpot *spot)
{
    double cap = words->text != NULL ? ez_layout_cap(words->text) : 0;
    double first = words->first - cap; // of the block: from the top of its capitals
    double tall = (note != NULL ? words->height + note->last : words->last) - first;
    double top = spot->stand == EZ_STAND_UNDER ? spot->y
                 : spot->stand == EZ_STAND_ON  ? spot->y - tall
                                               : spot->y - tall / 2;
    words->x = spot->x;
    words->y = top - first;
    if (note != NULL) {
        note->x = spot->x;
        note->y = words->y + words->height;
    }
}

static void add_words(Layout *l, Box *box, const EzCanvas *canvas, EzCanvasPart part, int i)
{
    const EzNode *node = box->node;
    EzCanvasSpot spot = ez_canvas_spot(canvas, part, i);
    WordsWish wish = wish_of(l, node, part, i, &spot);
    Box *words = ez_layout_words(l, node, &wish), *note = NULL;
    box->children[box->n_children++] = words;
    if (part == EZ_CANVAS_LABEL && node->notes.count > 0) {
        wish.text = node->notes.texts[i];
        wish.style = "choice";
        note = ez_layout_words(l, node, &wish);
        box->children[box->n_children++] = note;
    }
    stack(words, note, &spot);
}

static void add_all_words(Layout *l, Box *box, const EzCanvas *canvas)
{
    int most = 0;
    for (int part = 0; part < EZ_CANVAS_PARTS; part++)
        most += 2 * canvas->counts[part];
    box->children = ez_arena_array(l->arena, Box *, most);
    for (int part = 0; part < EZ_CANVAS_PARTS; part++)
        for (int i = 0; i < canvas->counts[part]; i++)
            add_words(l, box, canvas, (EzCanvasPart)part, i);
}

Box *ez_layout_canvas(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    EzCanvasKind kind = (EzCanvasKind)node->canvas;
    box->width = ez_layout_wide(node, room, room.wide);
    box->height = ez_layout_tall(node, room, ez_canvas_height(kind, box->width));
    box->last = box->height;
    ez_layout_check_alt(l, node);
    box->drawn = check_words(l, node) && check_size(l, node, box);
    if (box->drawn) {
        EzCanvas canvas = canvas_of(node, box->width, box->height);
        add_all_words(l, box, &canvas);
    }
    return box;
}

// ---- placing ---------------------------------------------------------------------------

static EzCanvasInks inks_of(Layout *l, const EzNode *node)
{
    EzCanvasInks inks = {.own = ez_layout_own_colour(l, node), .ink = EZ_WHITE};
    inks.tint = ez_colour_tint(inks.own, TINT);
    inks.ground = ez_colour_tint(inks.own, GROUND);
    ez_theme_colour(l->in->theme, "ink", &inks.ink);
    if (!ez_theme_colour(l->in->theme, "line", &inks.line))
        inks.line = inks.ink;
    return inks;
}

// White under the words that lie over a line.
static void draw_plate(Layout *l, const Box *words, EzRect rect)
{
    if (words->text == NULL)
        return;
    double wide = words->text->paragraph->width, left = words->width - wide;
    double x = words->node->align == EZ_ALIGN_CENTRE ? left / 2
               : words->node->align == EZ_ALIGN_END  ? left
                                                     : 0;
    EzPath path = {0};
    ez_path_rect(l->in->scene, &path,
                 (EzRect){rect.x + words->x + x - PLATE, rect.y + words->y, wide + 2 * PLATE,
                          words->height},
                 0);
    ez_scene_path(l->in->scene, path, &EZ_WHITE, (EzStroke){0});
}

static void draw_plates(Layout *l, const Box *box, const EzCanvas *canvas, EzRect rect)
{
    int child = 0;
    for (int part = 0; part < EZ_CANVAS_PARTS; part++) {
        for (int i = 0; i < canvas->counts[part]; i++) {
            if (ez_canvas_spot(canvas, (EzCanvasPart)part, i).plate)
                draw_plate(l, box->children[child], rect);
            child += part == EZ_CANVAS_LABEL && box->node->notes.count > 0 ? 2 : 1;
        }
    }
}

void ez_layout_paint_canvas(Layout *l, const Box *box, EzRect rect)
{
    const EzNode *node = box->node;
    EzCanvas canvas = canvas_of(node, rect.width, rect.height);
    EzCanvasInks inks = inks_of(l, node);
    bool figure = node->alt != NULL && l->ornaments == 0;
    if (!box->drawn)
        return;
    canvas.box = rect;
    if (figure)
        ez_scene_begin_leaf(l->in->scene, EZ_ROLE_FIGURE, NULL,
                            ez_text_in(node->alt, l->in->language), NULL);
    ez_canvas_draw(&canvas, l->in->scene, &inks);
    draw_plates(l, box, &canvas, rect);
    if (figure)
        ez_scene_end_leaf(l->in->scene);
}
