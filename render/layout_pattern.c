// SPDX-License-Identifier: EUPL-1.2
// A pattern on its plate: the geometry of render/pattern.h in the colours of its node.
#include "render/layout-private.h"

#include "engine/base/rng.h"
#include "engine/model/value.h"

// Lines thicker than this are dashed where the drawing doubts; mm.
#define STRONG 0.3

typedef struct Plate {
    EzScene *scene;
    const EzNode *node;
    double x, y;
    EzColour colour, ground;
} Plate;

void ez_layout_check_pattern(Layout *l, const EzNode *node)
{
    ez_layout_check_name(l, node, "pattern", ez_pattern_names);
    ez_layout_check_alt(l, node);
}

static void paint_stroke(const Plate *p, const EzPatternStroke *from)
{
    EzPath path = {0};
    for (int i = 0; i < from->n_points; i++) {
        double x = p->x + from->points[i].x, y = p->y + from->points[i].y;
        if (i == 0)
            ez_path_move(p->scene, &path, x, y);
        else
            ez_path_line(p->scene, &path, x, y);
    }
    if (from->closed)
        ez_path_close(p->scene, &path);
    EzStroke stroke = {
        from->width, ez_colour_over(p->colour, p->ground, from->share), EZ_CAP_ROUND, {0, 0}};
    if (p->node->dashed && from->width > STRONG) {
        stroke.dash[0] = 2.2;
        stroke.dash[1] = 2.6;
    }
    ez_scene_path(p->scene, path, NULL, stroke);
}

static void paint_disc(const Plate *p, const EzPatternDisc *disc)
{
    EzPath path = {0};
    EzColour colour = ez_colour_over(p->colour, p->ground, disc->share);
    ez_path_circle(p->scene, &path, p->x + disc->centre.x, p->y + disc->centre.y, disc->radius);
    EzStroke ring = {disc->line, colour, EZ_CAP_ROUND, {0, 0}};
    ez_scene_path(p->scene, path, disc->line > 0 ? NULL : &colour, ring);
}

static void paint_ground(const Plate *p, EzRect rect)
{
    EzPath path = {0};
    ez_path_rect(p->scene, &path, rect, 0);
    ez_scene_path(p->scene, path, &p->ground, (EzStroke){0});
}

void ez_layout_paint_pattern(Layout *l, const EzNode *node, EzRect rect)
{
    Plate plate = {l->in->scene,
                   node,
                   rect.x,
                   rect.y,
                   ez_layout_colour(l, node, "colour", node->colour, ez_layout_ink(l)),
                   ez_layout_colour(l, node, "ground", node->ground, EZ_WHITE)};
    EzPatternWish wish = {.name = ez_layout_word(node),
                          .seed = ez_rng_seed_of(node->seed != NULL ? node->seed : ""),
                          .variant = node->variant - 1,
                          .width = rect.width,
                          .height = rect.height,
                          .loops = node->loops};
    const EzPattern *pattern = ez_pattern_cache_get(l->in->patterns, &wish);
    ez_scene_clip(plate.scene, rect);
    if (node->ground != NULL)
        paint_ground(&plate, rect);
    for (int i = 0; pattern != NULL && i < pattern->n_strokes; i++)
        paint_stroke(&plate, &pattern->strokes[i]);
    for (int i = 0; pattern != NULL && i < pattern->n_discs; i++)
        paint_disc(&plate, &pattern->discs[i]);
    ez_scene_unclip(plate.scene);
}
