// SPDX-License-Identifier: EUPL-1.2
// Canvases that go step by step: ladder, stairs, path.
#include "render/canvas-private.h"

#define RAILS       60.0 // apart, where there is room
#define STATION     6.0  // radius of a station of a path
#define STATION_GAP 48.0 // least room for one

// ---- ladder ----------------------------------------------------------------------------

static double rails_of(const EzCanvas *c)
{
    return MIN(RAILS, c->box.width - 1.1);
}

// The first rung is the lowest.
static double rung_y(const EzCanvas *c, int i)
{
    return c->box.y + c->box.height * (1 - (i + 0.4) / c->counts[EZ_CANVAS_LABEL]);
}

void ez_canvas_draw_ladder(const EzCanvas *c, const EzCanvasPen *pen)
{
    double half = rails_of(c) / 2, x = c->box.x + c->box.width / 2;
    for (int i = 0; i < c->counts[EZ_CANVAS_LABEL]; i++)
        ez_canvas_line(pen, x - half, rung_y(c, i), x + half, rung_y(c, i), pen->inks->own,
                       0.8);
    for (int side = -1; side <= 1; side += 2)
        ez_canvas_line(pen, x + side * half, c->box.y, x + side * half,
                       c->box.y + c->box.height, pen->inks->own, 1.1);
}

EzCanvasSpot ez_canvas_place_ladder(const EzCanvas *c, EzCanvasPart part, int i)
{
    double wide = rails_of(c) - 6;
    return (EzCanvasSpot){.x = c->box.x + (c->box.width - wide) / 2,
                          .y = rung_y(c, i) - 2.5,
                          .width = wide,
                          .align = EZ_ALIGN_CENTRE,
                          .stand = EZ_STAND_ON};
}

// ---- stairs ----------------------------------------------------------------------------

// Its outline stays within the box.
static EzRect stairs_of(const EzCanvas *c)
{
    return (EzRect){c->box.x + 0.4, c->box.y + 0.4, c->box.width - 0.8, c->box.height - 0.8};
}

static double tread_y(const EzCanvas *c, int i)
{
    EzRect r = stairs_of(c);
    int n = c->counts[EZ_CANVAS_LABEL];
    return r.y + r.height * (n - 1 - i) / n;
}

static double tread_x(const EzCanvas *c, int i)
{
    EzRect r = stairs_of(c);
    return r.x + r.width * i / c->counts[EZ_CANVAS_LABEL];
}

void ez_canvas_draw_stairs(const EzCanvas *c, const EzCanvasPen *pen)
{
    EzPath path = {0};
    double foot = stairs_of(c).y + stairs_of(c).height;
    int n = c->counts[EZ_CANVAS_LABEL];
    ez_path_move(pen->scene, &path, tread_x(c, 0), foot);
    for (int i = 0; i < n; i++) {
        ez_path_line(pen->scene, &path, tread_x(c, i), tread_y(c, i));
        ez_path_line(pen->scene, &path, tread_x(c, i + 1), tread_y(c, i));
    }
    ez_path_line(pen->scene, &path, tread_x(c, n), foot);
    ez_path_close(pen->scene, &path);
    ez_scene_path(pen->scene, path, &pen->inks->tint,
                  (EzStroke){.width = 0.8, .colour = pen->inks->own});
}

EzCanvasSpot ez_canvas_place_stairs(const EzCanvas *c, EzCanvasPart part, int i)
{
    return (EzCanvasSpot){.x = tread_x(c, i) + 1.5,
                          .y = tread_y(c, i) + 2.6,
                          .width = tread_x(c, 1) - tread_x(c, 0) - 3,
                          .align = EZ_ALIGN_CENTRE,
                          .stand = EZ_STAND_UNDER};
}

// ---- path ------------------------------------------------------------------------------

typedef struct Way {
    int in_row, rows;
    double pitch, tall; // between stations; of a row
} Way;

// Row after row, there and back, as many in a row as there is room for.
static Way way_of(const EzCanvas *c)
{
    int n = c->counts[EZ_CANVAS_LABEL];
    int most = MAX((int)(c->box.width / STATION_GAP), 1);
    Way way = {.rows = (n + most - 1) / most};
    way.in_row = (n + way.rows - 1) / way.rows;
    way.pitch = c->box.width / way.in_row;
    way.tall = c->box.height / way.rows;
    return way;
}

int ez_canvas_path_rows(const EzCanvas *c)
{
    return way_of(c).rows;
}

static double station_x(const EzCanvas *c, const Way *way, int i)
{
    int row = i / way->in_row, k = i % way->in_row;
    return c->box.x + way->pitch * ((row % 2 == 0 ? k : way->in_row - 1 - k) + 0.5);
}

static double station_y(const EzCanvas *c, const Way *way, int i)
{
    return c->box.y + STATION + 0.4 + way->tall * (double)(i / way->in_row);
}

void ez_canvas_draw_path(const EzCanvas *c, const EzCanvasPen *pen)
{
    Way way = way_of(c);
    EzPath path = {0};
    int n = c->counts[EZ_CANVAS_LABEL];
    ez_path_move(pen->scene, &path, station_x(c, &way, 0), station_y(c, &way, 0));
    for (int i = 1; i < n; i++)
        ez_path_line(pen->scene, &path, station_x(c, &way, i), station_y(c, &way, i));
    ez_canvas_stroke(pen, path, pen->inks->own, 1.1);
    for (int i = 0; i < n; i++)
        ez_canvas_node(pen, station_x(c, &way, i), station_y(c, &way, i), STATION);
}

EzCanvasSpot ez_canvas_place_path(const EzCanvas *c, EzCanvasPart part, int i)
{
    Way way = way_of(c);
    double x = station_x(c, &way, i), y = station_y(c, &way, i);
    bool number = part == EZ_CANVAS_NUMBER;
    double half = number ? STATION : way.pitch / 2 - 2;
    return (EzCanvasSpot){.x = x - half,
                          .y = number ? y : y + STATION + 2.5,
                          .width = 2 * half,
                          .align = EZ_ALIGN_CENTRE,
                          .stand = number ? EZ_STAND_AROUND : EZ_STAND_UNDER,
                          .plate = !number};
}
