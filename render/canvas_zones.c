// SPDX-License-Identifier: EUPL-1.2
// Canvases of areas side by side: quadrant, lanes, matrix.
#include "render/canvas-private.h"

#define GAP    3.0 // between quarters
#define CORNER 6.0 // from a quarter's corner to its words
#define HEAD   9.0 // of the row of headings
#define SCORE  4.0 // radius of the circle in a cell

// ---- quadrant --------------------------------------------------------------------------

static EzRect quarter(const EzCanvas *c, int i)
{
    double wide = (c->box.width - GAP) / 2, tall = (c->box.height - GAP) / 2;
    return (EzRect){c->box.x + (i % 2) * (wide + GAP), c->box.y + (i / 2) * (tall + GAP), wide,
                    tall};
}

void ez_canvas_quarters(const EzCanvas *c, const EzCanvasPen *pen)
{
    for (int i = 0; i < 4; i++)
        ez_canvas_area(pen, quarter(c, i), pen->inks->ground);
}

EzCanvasSpot ez_canvas_in_quarter(const EzCanvas *c, int i)
{
    EzRect r = quarter(c, i);
    bool low = i >= 2, right = i % 2 == 1;
    return (EzCanvasSpot){.x = r.x + CORNER,
                          .y = low ? r.y + r.height - CORNER : r.y + CORNER,
                          .width = r.width - 2 * CORNER,
                          .align = right ? EZ_ALIGN_END : EZ_ALIGN_START,
                          .stand = low ? EZ_STAND_ON : EZ_STAND_UNDER};
}

void ez_canvas_draw_quadrant(const EzCanvas *c, const EzCanvasPen *pen)
{
    ez_canvas_quarters(c, pen);
}

EzCanvasSpot ez_canvas_place_quadrant(const EzCanvas *c, EzCanvasPart part, int i)
{
    return ez_canvas_in_quarter(c, i);
}

// ---- lanes -----------------------------------------------------------------------------

typedef struct Lanes {
    double names, top, tall, wide; // of the names; of a lane; of a column
} Lanes;

static Lanes lanes_of(const EzCanvas *c)
{
    int columns = c->counts[EZ_CANVAS_COLUMN];
    Lanes l = {.names = CLAMP(0.22 * c->box.width, 18, 50), .top = columns > 0 ? HEAD : 0};
    l.tall = (c->box.height - l.top) / c->counts[EZ_CANVAS_LABEL];
    l.wide = (c->box.width - l.names) / MAX(columns, 1);
    return l;
}

void ez_canvas_draw_lanes(const EzCanvas *c, const EzCanvasPen *pen)
{
    Lanes l = lanes_of(c);
    int lanes = c->counts[EZ_CANVAS_LABEL], columns = c->counts[EZ_CANVAS_COLUMN];
    double left = c->box.x, right = left + c->box.width, top = c->box.y + l.top;
    for (int i = 0; i < lanes; i += 2)
        ez_canvas_area(pen, (EzRect){left, top + i * l.tall, c->box.width, l.tall},
                       pen->inks->ground);
    for (int i = 1; i < columns; i++) {
        double x = left + l.names + i * l.wide;
        ez_canvas_line(pen, x, top, x, c->box.y + c->box.height, pen->inks->line, 0.25);
    }
    for (int i = 0; i <= lanes; i++)
        ez_canvas_line(pen, left, top + i * l.tall, right, top + i * l.tall, pen->inks->own,
                       0.35);
}

EzCanvasSpot ez_canvas_place_lanes(const EzCanvas *c, EzCanvasPart part, int i)
{
    Lanes l = lanes_of(c);
    if (part == EZ_CANVAS_COLUMN)
        return (EzCanvasSpot){.x = c->box.x + l.names + i * l.wide + 2,
                              .y = c->box.y + l.top - 2.5,
                              .width = l.wide - 4,
                              .stand = EZ_STAND_ON};
    return (EzCanvasSpot){.x = c->box.x + 3,
                          .y = c->box.y + l.top + (i + 0.5) * l.tall,
                          .width = l.names - 5,
                          .stand = EZ_STAND_AROUND};
}

// ---- matrix ----------------------------------------------------------------------------

typedef struct Cells {
    double names, wide, tall;
} Cells;

// Cells have a shape of 40 to 34, as large as fits beside the names.
static Cells cells_of(const EzCanvas *c)
{
    Cells m = {.names = CLAMP(0.16 * c->box.width, 16, 45)};
    double wide = (c->box.width - m.names) / c->counts[EZ_CANVAS_COLUMN];
    double tall = (c->box.height - HEAD) / c->counts[EZ_CANVAS_ROW];
    m.wide = MIN(wide, tall * 40 / 34);
    m.tall = m.wide * 34 / 40;
    return m;
}

static void draw_cell(const EzCanvas *c, const EzCanvasPen *pen, const Cells *m, int row,
                      int column)
{
    EzRect cell = {c->box.x + m->names + column * m->wide, c->box.y + HEAD + row * m->tall,
                   m->wide, m->tall};
    bool square = c->counts[EZ_CANVAS_ROW] == c->counts[EZ_CANVAS_COLUMN];
    double radius = MIN(SCORE, 0.16 * m->wide);
    EzPath frame = {0}, score = {0};
    if (square && row == column)
        ez_canvas_area(pen, cell, pen->inks->tint);
    ez_path_rect(pen->scene, &frame, cell, 0);
    ez_canvas_stroke(pen, frame, pen->inks->line, 0.35);
    ez_path_circle(pen->scene, &score, cell.x + cell.width - radius - 2,
                   cell.y + cell.height - radius - 2, radius);
    ez_scene_path(pen->scene, score, &EZ_WHITE,
                  (EzStroke){.width = 0.35, .colour = pen->inks->ink});
}

void ez_canvas_draw_matrix(const EzCanvas *c, const EzCanvasPen *pen)
{
    Cells m = cells_of(c);
    for (int row = 0; row < c->counts[EZ_CANVAS_ROW]; row++)
        for (int column = 0; column < c->counts[EZ_CANVAS_COLUMN]; column++)
            draw_cell(c, pen, &m, row, column);
}

EzCanvasSpot ez_canvas_place_matrix(const EzCanvas *c, EzCanvasPart part, int i)
{
    Cells m = cells_of(c);
    if (part == EZ_CANVAS_COLUMN)
        return (EzCanvasSpot){.x = c->box.x + m.names + i * m.wide + 1,
                              .y = c->box.y + HEAD - 2.5,
                              .width = m.wide - 2,
                              .align = EZ_ALIGN_CENTRE,
                              .stand = EZ_STAND_ON};
    return (EzCanvasSpot){.x = c->box.x,
                          .y = c->box.y + HEAD + (i + 0.5) * m.tall,
                          .width = m.names - 3,
                          .stand = EZ_STAND_AROUND};
}
