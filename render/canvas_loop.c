// SPDX-License-Identifier: EUPL-1.2
// The loop: a lemniscate over four quarters. It runs from the upper left down through the middle to the lower right, up, and back
// through the middle to the lower left; a gate stands before each crossing.
#include "render/canvas-private.h"

#include <math.h>

#define HALF_WIDTH (150 / 396.0) // of the box's width
#define LOBE       (60.4 / 170)  // height of a lobe over the middle, of the box's height
#define LOBE_SHARE 0.35355339    // what a lemniscate has of its second measure as height
#define HALO       5.0
#define LINE       1.1
#define ARROW      7.0
#define BAR        18.0
#define BARS_APART 3.6
#define GATE       1.23 // where on the way, in radians; half a turn further is the other
#define GATE_WORDS 11.0 // from the gate to its words

enum { PIECES = 24 };

typedef struct Point {
    double x, y, dx, dy; // and the direction
} Point;

static Point point_at(const EzCanvas *c, double t)
{
    double a = HALF_WIDTH * c->box.width, b = LOBE / LOBE_SHARE * c->box.height;
    double sine = sin(t), cosine = cos(t), under = 1 + sine * sine;
    double x = cosine / under, y = sine * cosine / under;
    double dx = -sine * (1 + 2 * cosine * cosine / under) / under;
    double dy = (cosine * cosine - sine * sine) / under -
                2 * sine * sine * cosine * cosine / (under * under);
    return (Point){c->box.x + c->box.width / 2 - a * x, c->box.y + c->box.height / 2 - b * y,
                   -a * dx, -b * dy};
}

static EzPath curve(const EzCanvas *c, EzScene *scene)
{
    EzPath path = {0};
    double step = 2 * G_PI / PIECES;
    Point from = point_at(c, 0);
    ez_path_move(scene, &path, from.x, from.y);
    for (int i = 1; i <= PIECES; i++) {
        Point to = point_at(c, i * step);
        ez_path_curve(scene, &path, from.x + from.dx * step / 3, from.y + from.dy * step / 3,
                      to.x - to.dx * step / 3, to.y - to.dy * step / 3, to.x, to.y);
        from = to;
    }
    ez_path_close(scene, &path);
    return path;
}

static void draw_arrow(const EzCanvas *c, const EzCanvasPen *pen, double t)
{
    Point p = point_at(c, t);
    double length = hypot(p.dx, p.dy), ux = p.dx / length, uy = p.dy / length;
    EzPath path = {0};
    ez_path_move(pen->scene, &path, p.x + ux * ARROW / 2, p.y + uy * ARROW / 2);
    for (int side = -1; side <= 1; side += 2)
        ez_path_line(pen->scene, &path, p.x - ux * ARROW / 2 - side * uy * ARROW * 0.4,
                     p.y - uy * ARROW / 2 + side * ux * ARROW * 0.4);
    ez_path_close(pen->scene, &path);
    ez_canvas_fill(pen, path, pen->inks->own);
}

// Two bars across the way.
static void draw_gate(const EzCanvas *c, const EzCanvasPen *pen, double t)
{
    Point p = point_at(c, t);
    double length = hypot(p.dx, p.dy), ux = p.dx / length, uy = p.dy / length;
    for (int side = -1; side <= 1; side += 2) {
        double x = p.x + side * ux * BARS_APART / 2, y = p.y + side * uy * BARS_APART / 2;
        ez_canvas_line(pen, x - uy * BAR / 2, y + ux * BAR / 2, x + uy * BAR / 2,
                       y - ux * BAR / 2, pen->inks->ink, LINE);
    }
}

void ez_canvas_draw_loop(const EzCanvas *c, const EzCanvasPen *pen)
{
    static const double arrows[] = {0.3, 0.88, G_PI - 0.68, G_PI + 0.3, G_PI + 0.88, -0.68};
    ez_canvas_quarters(c, pen);
    ez_canvas_stroke(pen, curve(c, pen->scene), EZ_WHITE, HALO);
    ez_canvas_stroke(pen, curve(c, pen->scene), pen->inks->own, LINE);
    for (size_t i = 0; i < G_N_ELEMENTS(arrows); i++)
        draw_arrow(c, pen, arrows[i]);
    for (int i = 0; i < c->counts[EZ_CANVAS_GATE]; i++)
        draw_gate(c, pen, GATE + i * G_PI);
}

// Words of a gate stand inside its lobe.
EzCanvasSpot ez_canvas_place_loop(const EzCanvas *c, EzCanvasPart part, int i)
{
    if (part == EZ_CANVAS_LABEL)
        return ez_canvas_in_quarter(c, i);
    Point p = point_at(c, GATE + i * G_PI);
    double wide = 0.19 * c->box.width;
    return (EzCanvasSpot){.x = i == 0 ? p.x - GATE_WORDS - wide : p.x + GATE_WORDS,
                          .y = p.y + 1,
                          .width = wide,
                          .align = i == 0 ? EZ_ALIGN_END : EZ_ALIGN_START,
                          .stand = EZ_STAND_AROUND,
                          .plate = true};
}
