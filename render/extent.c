// SPDX-License-Identifier: EUPL-1.2
#include "render/extent.h"

#include <math.h>

// A sharp corner sticks out by at most Cairo's miter limit times half the line.
#define MITER_LIMIT 10.0

EzEdges ez_extent_text(const EzItem *item)
{
    const EzGlyphRun *run = item->text.run;
    return (EzEdges){item->text.x + run->ink_left, item->text.y + run->ink_top,
                     item->text.x + run->ink_right, item->text.y + run->ink_bottom};
}

static void reach(EzEdges *edges, double x, double y)
{
    edges->left = MIN(edges->left, x);
    edges->top = MIN(edges->top, y);
    edges->right = MAX(edges->right, x);
    edges->bottom = MAX(edges->bottom, y);
}

EzEdges ez_extent_path(const EzPath *path)
{
    EzEdges edges = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *step = &path->steps[i];
        if (step->verb == EZ_CLOSE)
            continue;
        reach(&edges, step->x, step->y);
        if (step->verb == EZ_CURVE) {
            reach(&edges, step->x1, step->y1);
            reach(&edges, step->x2, step->y2);
        }
    }
    return edges;
}

static EzEdges edges_of_rect(EzRect rect)
{
    return (EzEdges){rect.x, rect.y, rect.x + rect.width, rect.y + rect.height};
}

static EzEdges edges_of_painted_path(const EzItem *item)
{
    const EzStroke *stroke = &item->path.stroke;
    double out = stroke->width / 2 * (stroke->cap == EZ_CAP_ROUND ? 1 : MITER_LIMIT);
    EzEdges edges = ez_extent_path(&item->path.path);
    return (EzEdges){edges.left - out, edges.top - out, edges.right + out, edges.bottom + out};
}

static bool lies_within(EzEdges edges, EzRect window)
{
    EzEdges frame = edges_of_rect(window);
    bool empty = edges.left >= edges.right && edges.top >= edges.bottom;
    return empty || (edges.left >= frame.left && edges.top >= frame.top &&
                     edges.right <= frame.right && edges.bottom <= frame.bottom);
}

// ---- rectangles ----------------------------------------------------------------

// As ez_path_rect makes it: four corners that follow each other along upright sides.
static bool is_rect(const EzPath *path)
{
    const EzPathStep *s = path->steps;
    if (path->n_steps != 5 || s[0].verb != EZ_MOVE || s[4].verb != EZ_CLOSE)
        return false;
    for (int i = 1; i < 4; i++)
        if (s[i].verb != EZ_LINE)
            return false;
    bool across = s[0].y == s[1].y && s[1].x == s[2].x && s[2].y == s[3].y && s[3].x == s[0].x;
    bool down = s[0].x == s[1].x && s[1].y == s[2].y && s[2].x == s[3].x && s[3].y == s[0].y;
    return across || down;
}

static bool is_plain_rect(const EzItem *item)
{
    return item->kind == EZ_ITEM_PATH && item->path.filled && item->path.stroke.width <= 0 &&
           is_rect(&item->path.path);
}

bool ez_extent_cut(const EzItem *item, EzRect window, EzRect *seen)
{
    if (!is_plain_rect(item))
        return false;
    EzEdges edges = ez_extent_path(&item->path.path), frame = edges_of_rect(window);
    if (lies_within(edges, window))
        return false;
    double left = MAX(edges.left, frame.left), top = MAX(edges.top, frame.top);
    double right = MIN(edges.right, frame.right), bottom = MIN(edges.bottom, frame.bottom);
    *seen = (EzRect){left, top, MAX(right - left, 0), MAX(bottom - top, 0)};
    return true;
}

// ---- pages ---------------------------------------------------------------------

static bool is_within(const EzItem *item, EzRect window)
{
    switch (item->kind) {
    case EZ_ITEM_TEXT:
        return lies_within(ez_extent_text(item), window);
    case EZ_ITEM_PATH:
        return is_plain_rect(item) || lies_within(edges_of_painted_path(item), window);
    case EZ_ITEM_PICTURE:
        return lies_within(edges_of_rect(item->picture.rect), window);
    case EZ_ITEM_SIDE:
        return false;
    case EZ_ITEM_CLIP:
    case EZ_ITEM_CLIP_PATH:
    case EZ_ITEM_UNCLIP: // what is cut even more is judged as if it were not
        return true;
    }
    g_return_val_if_reached(false);
}

bool ez_extent_within(const EzScene *scene, int page, EzRect window)
{
    const EzScenePage *on = ez_scene_page(scene, page);
    for (int i = 0; i < on->n_items; i++)
        if (!is_within(ez_scene_item(scene, on->first_item + i), window))
            return false;
    return true;
}
