// SPDX-License-Identifier: EUPL-1.2
#include <math.h>
#include <string.h>

#include "render/scene.h"

// How far a curve's controls stand off for a quarter of a circle of radius 1.
static const double QUARTER = 0.5522847498307936;

static void add_step(EzScene *scene, EzPath *path, EzPathStep step)
{
    if (path->n_steps == path->room) {
        path->room = MAX(8, path->room * 2);
        EzPathStep *more = ez_arena_array(ez_scene_arena(scene), EzPathStep, path->room);
        if (path->n_steps > 0)
            memcpy(more, path->steps, sizeof *more * (size_t)path->n_steps);
        path->steps = more;
    }
    path->steps[path->n_steps++] = step;
}

void ez_path_move(EzScene *scene, EzPath *path, double x, double y)
{
    add_step(scene, path, (EzPathStep){.verb = EZ_MOVE, .x = x, .y = y});
}

void ez_path_line(EzScene *scene, EzPath *path, double x, double y)
{
    add_step(scene, path, (EzPathStep){.verb = EZ_LINE, .x = x, .y = y});
}

void ez_path_curve(EzScene *scene, EzPath *path, double x1, double y1, double x2, double y2,
                   double x, double y)
{
    add_step(scene, path, (EzPathStep){EZ_CURVE, x1, y1, x2, y2, x, y});
}

void ez_path_close(EzScene *scene, EzPath *path)
{
    add_step(scene, path, (EzPathStep){.verb = EZ_CLOSE});
}

// A quarter from where the path stands to (x, y), rounding the corner (cx, cy).
static void corner(EzScene *scene, EzPath *path, double cx, double cy, double x, double y)
{
    const EzPathStep *from = &path->steps[path->n_steps - 1];
    double x1 = from->x + (cx - from->x) * QUARTER, y1 = from->y + (cy - from->y) * QUARTER;
    ez_path_curve(scene, path, x1, y1, x + (cx - x) * QUARTER, y + (cy - y) * QUARTER, x, y);
}

static void round_rect(EzScene *scene, EzPath *path, EzRect r, double radius)
{
    double right = r.x + r.width, bottom = r.y + r.height;
    ez_path_move(scene, path, r.x + radius, r.y);
    ez_path_line(scene, path, right - radius, r.y);
    corner(scene, path, right, r.y, right, r.y + radius);
    ez_path_line(scene, path, right, bottom - radius);
    corner(scene, path, right, bottom, right - radius, bottom);
    ez_path_line(scene, path, r.x + radius, bottom);
    corner(scene, path, r.x, bottom, r.x, bottom - radius);
    ez_path_line(scene, path, r.x, r.y + radius);
    corner(scene, path, r.x, r.y, r.x + radius, r.y);
    ez_path_close(scene, path);
}

void ez_path_rect(EzScene *scene, EzPath *path, EzRect rect, double radius)
{
    radius = MIN(radius, MIN(rect.width, rect.height) / 2);
    if (radius > 0) {
        round_rect(scene, path, rect, radius);
        return;
    }
    ez_path_move(scene, path, rect.x, rect.y);
    ez_path_line(scene, path, rect.x + rect.width, rect.y);
    ez_path_line(scene, path, rect.x + rect.width, rect.y + rect.height);
    ez_path_line(scene, path, rect.x, rect.y + rect.height);
    ez_path_close(scene, path);
}

void ez_path_circle(EzScene *scene, EzPath *path, double cx, double cy, double radius)
{
    ez_path_move(scene, path, cx + radius, cy);
    corner(scene, path, cx + radius, cy + radius, cx, cy + radius);
    corner(scene, path, cx - radius, cy + radius, cx - radius, cy);
    corner(scene, path, cx - radius, cy - radius, cx, cy - radius);
    corner(scene, path, cx + radius, cy - radius, cx + radius, cy);
    ez_path_close(scene, path);
}

void ez_path_arc(EzScene *scene, EzPath *path, double cx, double cy, double radius, double from,
                 double to)
{
    int steps = MAX(1, (int)ceil(fabs(to - from) / G_PI_2 - 1e-9));
    double step = (to - from) / steps, off = radius * 4 / 3 * tan(step / 4);
    double x = cx + radius * cos(from), y = cy + radius * sin(from);
    if (path->n_steps > 0)
        ez_path_line(scene, path, x, y);
    else
        ez_path_move(scene, path, x, y);
    for (int i = 0; i < steps; i++) {
        double a = from + i * step, b = a + step;
        double bx = cx + radius * cos(b), by = cy + radius * sin(b);
        ez_path_curve(scene, path, x - off * sin(a), y + off * cos(a), bx + off * sin(b),
                      by - off * cos(b), bx, by);
        x = bx;
        y = by;
    }
}
