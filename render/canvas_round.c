// SPDX-License-Identifier: EUPL-1.2
// Round canvases: rings, wheel, network.
#include "render/canvas-private.h"

#include <math.h>

#define NAMES      40.0 // room for words at either side of a wheel
#define NAME_TALL  12.0 // and over and under it
#define NAMES_AWAY 1.08 // where they begin, in radii
#define NODE       5.0  // radius of a node of a network

static double middle_x(const EzCanvas *c)
{
    return c->box.x + c->box.width / 2;
}

static double middle_y(const EzCanvas *c)
{
    return c->box.y + c->box.height / 2;
}

// The i-th of n, from the top clockwise.
static double angle_of(int i, int n)
{
    return -G_PI / 2 + i * 2 * G_PI / n;
}

EzCanvasSpot ez_canvas_around(const EzCanvas *c, double x, double y, double radius,
                              double angle)
{
    double px = x + radius * cos(angle), py = y + radius * sin(angle);
    double right = c->box.x + c->box.width;
    EzCanvasSpot spot = {.y = py, .stand = EZ_STAND_AROUND};
    if (fabs(cos(angle)) < 0.05) { // over or under the middle
        double half = MIN(px - c->box.x, right - px);
        spot.x = px - half;
        spot.width = 2 * half;
        spot.align = EZ_ALIGN_CENTRE;
        spot.stand = sin(angle) < 0 ? EZ_STAND_ON : EZ_STAND_UNDER;
    } else if (cos(angle) > 0) {
        spot.x = px;
        spot.width = right - px;
    } else {
        spot.x = c->box.x;
        spot.width = px - c->box.x;
        spot.align = EZ_ALIGN_END;
    }
    return spot;
}

// ---- rings -----------------------------------------------------------------------------

// Two rings stand as 62 to 104; more of them at even distances. The first is the innermost.
static double ring_radius(const EzCanvas *c, int i)
{
    int n = c->counts[EZ_CANVAS_LABEL];
    double outer = MIN(c->box.width, c->box.height) / 2 - 0.3;
    return n == 2 && i == 0 ? outer * 62 / 104 : outer * (i + 1) / n;
}

void ez_canvas_draw_rings(const EzCanvas *c, const EzCanvasPen *pen)
{
    for (int i = 0; i < c->counts[EZ_CANVAS_LABEL]; i++) {
        EzPath path = {0};
        ez_path_circle(pen->scene, &path, middle_x(c), middle_y(c), ring_radius(c, i));
        ez_canvas_dot(pen, path, pen->inks->own);
    }
}

EzCanvasSpot ez_canvas_place_rings(const EzCanvas *c, EzCanvasPart part, int i)
{
    double radius = ring_radius(c, i);
    return (EzCanvasSpot){.x = middle_x(c) - 0.6 * radius,
                          .y = middle_y(c) - radius + 3.5,
                          .width = 1.2 * radius,
                          .align = EZ_ALIGN_CENTRE,
                          .stand = EZ_STAND_UNDER};
}

// ---- wheel -----------------------------------------------------------------------------

static double wheel_radius(const EzCanvas *c)
{
    double wide = c->box.width / 2 - NAMES, tall = c->box.height / 2 - NAME_TALL;
    return MIN(wide, tall) / NAMES_AWAY;
}

static void draw_ring(const EzCanvas *c, const EzCanvasPen *pen, double radius, bool outer)
{
    EzPath path = {0};
    ez_path_circle(pen->scene, &path, middle_x(c), middle_y(c), radius);
    ez_canvas_stroke(pen, path, outer ? pen->inks->own : pen->inks->line, outer ? 0.8 : 0.35);
}

void ez_canvas_draw_wheel(const EzCanvas *c, const EzCanvasPen *pen)
{
    int n = c->counts[EZ_CANVAS_LABEL];
    double radius = wheel_radius(c), x = middle_x(c), y = middle_y(c);
    for (int i = 0; i < n; i++)
        ez_canvas_line(pen, x, y, x + radius * cos(angle_of(i, n)),
                       y + radius * sin(angle_of(i, n)), pen->inks->own, 0.35);
    for (int i = 1; i <= c->points; i++)
        draw_ring(c, pen, radius * i / c->points, i == c->points);
}

EzCanvasSpot ez_canvas_place_wheel(const EzCanvas *c, EzCanvasPart part, int i)
{
    double radius = wheel_radius(c);
    if (part == EZ_CANVAS_NUMBER) // beside the first spoke, inside its ring
        return (EzCanvasSpot){.x = middle_x(c) + 1.4,
                              .y = middle_y(c) - radius * (i + 1) / c->points + 1.4,
                              .width = 10,
                              .stand = EZ_STAND_UNDER};
    return ez_canvas_around(c, middle_x(c), middle_y(c), NAMES_AWAY * radius,
                            angle_of(i, c->counts[EZ_CANVAS_LABEL]));
}

// ---- network ---------------------------------------------------------------------------

void ez_canvas_draw_network(const EzCanvas *c, const EzCanvasPen *pen)
{
    int n = c->counts[EZ_CANVAS_LABEL];
    double radius = wheel_radius(c);
    for (int i = 0; i < n; i++)
        ez_canvas_node(pen, middle_x(c) + radius * cos(angle_of(i, n)),
                       middle_y(c) + radius * sin(angle_of(i, n)), NODE);
}

EzCanvasSpot ez_canvas_place_network(const EzCanvas *c, EzCanvasPart part, int i)
{
    return ez_canvas_around(c, middle_x(c), middle_y(c), wheel_radius(c) + NODE + 3,
                            angle_of(i, c->counts[EZ_CANVAS_LABEL]));
}
