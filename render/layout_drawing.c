// SPDX-License-Identifier: EUPL-1.2
// A drawing: what its pen drew, as paths of the scene.
#include "render/layout-private.h"

typedef struct Sheet {
    Layout *l;
    const EzNode *node;
    double x, y;
    EzPath path;
    bool painted; // what comes begins another path
} Sheet;

Box *ez_layout_drawing(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    ez_layout_check_alt(l, node);
    box->width = node->width.value;
    box->height = box->last = node->height.value;
    return box;
}

static void trace(Sheet *s, const EzPenStep *step)
{
    EzScene *scene = s->l->in->scene;
    double x = s->x + step->x, y = s->y + step->y;
    if (s->painted)
        s->path = (EzPath){0};
    s->painted = false;
    if (step->verb == EZ_PEN_MOVE)
        ez_path_move(scene, &s->path, x, y);
    else if (step->verb == EZ_PEN_LINE)
        ez_path_line(scene, &s->path, x, y);
    else if (step->verb == EZ_PEN_CURVE)
        ez_path_curve(scene, &s->path, s->x + step->x1, s->y + step->y1, s->x + step->x2,
                      s->y + step->y2, x, y);
    else
        ez_path_close(scene, &s->path);
}

static void stroke(Sheet *s, const EzPenStroke *line)
{
    EzStroke stroke = {
        .width = line->width,
        .colour = ez_layout_colour(s->l, s->node, "draw", line->colour, ez_layout_ink(s->l)),
        .cap = line->cap == 1 ? EZ_CAP_ROUND : EZ_CAP_BUTT,
        .dash = {line->dash.x, line->dash.y}};
    ez_scene_path(s->l->in->scene, s->path, NULL, stroke);
}

static void fill(Sheet *s, const char *colour)
{
    EzColour flat = ez_layout_colour(s->l, s->node, "draw", colour, ez_layout_ink(s->l));
    ez_scene_path(s->l->in->scene, s->path, &flat, (EzStroke){0});
}

static void take(Sheet *s, const EzPenStep *step)
{
    switch (step->verb) {
    case EZ_PEN_FILL:
        fill(s, step->colour);
        break;
    case EZ_PEN_STROKE:
        stroke(s, step->stroke);
        break;
    case EZ_PEN_CLIP:
        ez_scene_clip_path(s->l->in->scene, s->path);
        break;
    case EZ_PEN_UNCLIP:
        ez_scene_unclip(s->l->in->scene);
        return;
    default:
        trace(s, step);
        return;
    }
    s->painted = true;
}

void ez_layout_paint_drawing(Layout *l, const EzNode *node, EzRect rect)
{
    Sheet sheet = {.l = l, .node = node, .x = rect.x, .y = rect.y};
    for (int i = 0; i < node->drawing->n_steps; i++)
        take(&sheet, &node->drawing->steps[i]);
}
