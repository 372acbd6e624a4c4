// SPDX-License-Identifier: EUPL-1.2
// Placing fields: their grounds and lines as artefacts, their words as leaves, and what is filled in as a field of the scene.
#include "render/layout-private.h"

#include "render/scene_form.h"

#define IMPORTANT 0.12 // share of the colour in the ground of an important field
#define FRAME     0.35 // line around what is filled in
#define LINE      0.25 // line to write on

typedef struct Pen {
    Layout *l;
    EzColour own, ink, line; // of the field; of frames; of writing lines
} Pen;

static Pen pen_of(Layout *l, const EzNode *node)
{
    Pen pen = {.l = l, .own = ez_layout_own_colour(l, node), .ink = EZ_WHITE};
    ez_theme_colour(l->in->theme, "ink", &pen.ink);
    if (!ez_theme_colour(l->in->theme, "line", &pen.line))
        pen.line = pen.ink;
    return pen;
}

static void draw_rect(const Pen *pen, EzRect rect, const EzColour *fill, double line)
{
    EzPath path = {0};
    if (rect.width <= 0 || rect.height <= 0)
        return;
    ez_path_rect(pen->l->in->scene, &path, rect, 0);
    ez_scene_path(pen->l->in->scene, path, fill, (EzStroke){.width = line, .colour = pen->ink});
}

static void draw_ring(const Pen *pen, EzRect rect)
{
    EzPath path = {0};
    ez_path_circle(pen->l->in->scene, &path, rect.x + rect.width / 2, rect.y + rect.height / 2,
                   rect.width / 2);
    ez_scene_path(pen->l->in->scene, path, &EZ_WHITE,
                  (EzStroke){.width = FRAME, .colour = pen->ink});
}

static void draw_lines(const Pen *pen, EzRect rect, int lines)
{
    EzPath path = {0};
    for (int i = 1; i <= lines; i++) {
        double y = rect.y + rect.height * i / lines;
        ez_path_move(pen->l->in->scene, &path, rect.x, y);
        ez_path_line(pen->l->in->scene, &path, rect.x + rect.width, y);
    }
    ez_scene_path(pen->l->in->scene, path, NULL,
                  (EzStroke){.width = LINE, .colour = pen->line});
}

static void draw_spot(const Pen *pen, const Spot *spot, EzRect rect)
{
    switch (spot->shape) {
    case SPOT_LINES:
        draw_lines(pen, rect, spot->lines);
        break;
    case SPOT_FRAME:
        draw_rect(pen, rect, &EZ_WHITE, FRAME);
        break;
    case SPOT_RING:
        draw_ring(pen, rect);
        break;
    case SPOT_PLAIN:
        break;
    }
}

static void place_spot(const Pen *pen, const Spot *spot, EzRect box)
{
    EzRect rect = {box.x + spot->rect.x, box.y + spot->rect.y, spot->rect.width,
                   spot->rect.height};
    draw_spot(pen, spot, rect);
    if (pen->l->ornaments == 0)
        ez_scene_spot(pen->l->in->scene, (EzFormSpot){.rect = rect,
                                                      .value = spot->value,
                                                      .name = spot->name,
                                                      .lines = spot->lines});
}

static void draw_ground(const Pen *pen, const EzNode *node, EzRect rect)
{
    EzColour tint = ez_colour_tint(pen->own, IMPORTANT);
    if (node->important)
        draw_rect(pen, rect, &tint, 0);
    else if (node->kind == EZ_NODE_BOX)
        draw_rect(pen, rect, NULL, FRAME);
}

static void open_field(Layout *l, const EzNode *node)
{
    int language = l->in->language;
    if (l->ornaments > 0)
        return;
    ez_scene_open_field(l->in->scene, (EzFormKind)(node->kind - EZ_NODE_WRITE), node->id,
                        ez_text_in(node->label, language),
                        node->tooltip != NULL ? ez_text_in(node->tooltip, language) : NULL);
}

// A group begins or ends.
static void step_group(Layout *l, const Step *step)
{
    if (l->ornaments > 0)
        return;
    if (step->kind == STEP_OPEN)
        ez_scene_open(l->in->scene, step->role, NULL);
    else
        ez_scene_close(l->in->scene);
}

// What an ornament asks is only drawn.
void ez_layout_place_field(Layout *l, const Box *box, EzRect rect)
{
    Pen pen = pen_of(l, box->node);
    int spot = 0, child = 0;
    open_field(l, box->node);
    draw_ground(&pen, box->node, rect);
    for (int i = 0; i < box->n_steps; i++) {
        if (box->steps[i].kind == STEP_SPOT)
            place_spot(&pen, &box->spots[spot++], rect);
        else if (box->steps[i].kind == STEP_CHILD)
            ez_layout_place(l, box->children[child++], rect.x, rect.y);
        else
            step_group(l, &box->steps[i]);
    }
    if (l->ornaments == 0)
        ez_scene_close_field(l->in->scene);
}
