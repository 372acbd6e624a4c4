// SPDX-License-Identifier: EUPL-1.2
// Six hexagons around a dial.
#include "render/canvas-private.h"

#include <math.h>

#define SIDE   45.0
#define WIDER  1.2 // than tall
#define GAP    6.0
#define DIAL   28.0 // radius
#define CORNER 4.0
// The whole, from edge to edge.
#define WHOLE_WIDE (WIDER * (5 * SIDE + GAP * 1.7320508))
#define WHOLE_TALL (3 * SIDE * 1.7320508 + 2 * GAP)

typedef struct Board {
    double scale, x, y; // the middle
} Board;

static Board board_of(const EzCanvas *c)
{
    return (Board){MIN(c->box.width / WHOLE_WIDE, c->box.height / WHOLE_TALL),
                   c->box.x + c->box.width / 2, c->box.y + c->box.height / 2};
}

// The first at the top, then clockwise.
static double hex_x(const Board *b, int i)
{
    return b->x + b->scale * WIDER * (SIDE * sqrt(3) + GAP) * sin(i * G_PI / 3);
}

static double hex_y(const Board *b, int i)
{
    return b->y - b->scale * (SIDE * sqrt(3) + GAP) * cos(i * G_PI / 3);
}

// The k-th corner of the hexagon around (x, y).
static void corner(const Board *b, double x, double y, int k, double *px, double *py)
{
    *px = x + b->scale * WIDER * SIDE * cos(k * G_PI / 3);
    *py = y + b->scale * SIDE * sin(k * G_PI / 3);
}

// Rounds the k-th corner: to where the curve begins, and over to where it ends.
static void round_corner(const Board *b, EzScene *scene, EzPath *path, double x, double y,
                         int k)
{
    double cx, cy, ax, ay, zx, zy;
    corner(b, x, y, k, &cx, &cy);
    corner(b, x, y, k - 1, &ax, &ay);
    corner(b, x, y, k + 1, &zx, &zy);
    double share = CORNER / SIDE, bow = 0.4 * share;
    double bx = cx + (ax - cx) * share, by = cy + (ay - cy) * share;
    if (path->n_steps == 0)
        ez_path_move(scene, path, bx, by);
    else
        ez_path_line(scene, path, bx, by);
    ez_path_curve(scene, path, cx + (ax - cx) * bow, cy + (ay - cy) * bow, cx + (zx - cx) * bow,
                  cy + (zy - cy) * bow, cx + (zx - cx) * share, cy + (zy - cy) * share);
}

void ez_canvas_draw_hexes(const EzCanvas *c, const EzCanvasPen *pen)
{
    Board b = board_of(c);
    for (int i = 0; i < 6; i++) {
        EzPath path = {0};
        for (int k = 0; k < 6; k++)
            round_corner(&b, pen->scene, &path, hex_x(&b, i), hex_y(&b, i), k);
        ez_path_close(pen->scene, &path);
        ez_scene_path(pen->scene, path, &pen->inks->ground,
                      (EzStroke){.width = 0.5, .colour = pen->inks->own});
    }
    ez_canvas_node(pen, b.x, b.y, DIAL * b.scale);
}

// A seventh label stands in the dial.
EzCanvasSpot ez_canvas_place_hexes(const EzCanvas *c, EzCanvasPart part, int i)
{
    Board b = board_of(c);
    double wide = b.scale * (i < 6 ? WIDER * SIDE : 2 * DIAL - 8);
    double x = i < 6 ? hex_x(&b, i) : b.x;
    double y = i < 6 ? hex_y(&b, i) - b.scale * (SIDE * sqrt(3) / 2 - 6) : b.y;
    return (EzCanvasSpot){.x = x - wide / 2,
                          .y = y,
                          .width = wide,
                          .align = EZ_ALIGN_CENTRE,
                          .stand = i < 6 ? EZ_STAND_UNDER : EZ_STAND_AROUND};
}
