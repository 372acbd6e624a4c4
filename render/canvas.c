// SPDX-License-Identifier: EUPL-1.2
#include "render/canvas-private.h"

#include <math.h>

// Least room for the names of rows, and for a column; mm.
#define NAMES  20.0
#define COLUMN 10.0

typedef struct Kind {
    EzCanvasRange labels, gates, rows, columns;
    double shape; // height for a width of 1
    EzSize least; // mm
    double each;  // mm of height for each label or row, at least
    EzCanvasDraw draw;
    EzCanvasPlace place;
} Kind;

#define FUNCTIONS(name) .draw = ez_canvas_draw_##name, .place = ez_canvas_place_##name

static const Kind kinds[EZ_CANVAS_KINDS] = {
    [EZ_CANVAS_QUADRANT] = {.labels = {4, 4},
                            .shape = 0.45,
                            .least = {60, 40},
                            FUNCTIONS(quadrant)},
    [EZ_CANVAS_RINGS] = {.labels = {1, 5}, .shape = 1, .least = {40, 40}, FUNCTIONS(rings)},
    [EZ_CANVAS_LADDER] =
        {.labels = {2, 8}, .shape = 1.5, .least = {30, 40}, .each = 12, FUNCTIONS(ladder)},
    [EZ_CANVAS_STAIRS] =
        {.labels = {2, 8}, .shape = 0.23, .least = {60, 14}, .each = 7, FUNCTIONS(stairs)},
    [EZ_CANVAS_LOOP] =
        {.labels = {4, 4}, .gates = {0, 2}, .shape = 0.43, .least = {100, 60}, FUNCTIONS(loop)},
    [EZ_CANVAS_WHEEL] = {.labels = {3, 16},
                         .shape = 0.75,
                         .least = {120, 70},
                         FUNCTIONS(wheel)},
    [EZ_CANVAS_NETWORK] = {.labels = {2, 16},
                           .shape = 0.75,
                           .least = {120, 70},
                           FUNCTIONS(network)},
    [EZ_CANVAS_LANES] = {.labels = {2, 12},
                         .columns = {0, 12},
                         .shape = 0.5,
                         .least = {60, 30},
                         .each = 8,
                         FUNCTIONS(lanes)},
    [EZ_CANVAS_HEXES] = {.labels = {6, 7},
                         .shape = 0.875,
                         .least = {100, 90},
                         FUNCTIONS(hexes)},
    [EZ_CANVAS_MATRIX] = {.rows = {2, 8},
                          .columns = {2, 8},
                          .shape = 0.75,
                          .least = {60, 40},
                          .each = 8,
                          FUNCTIONS(matrix)},
    [EZ_CANVAS_PATH] =
        {.labels = {2, 12}, .shape = 0.3, .least = {60, 24}, .each = 22, FUNCTIONS(path)},
};

// ---- the pen ---------------------------------------------------------------------------

void ez_canvas_fill(const EzCanvasPen *pen, EzPath path, EzColour colour)
{
    ez_scene_path(pen->scene, path, &colour, (EzStroke){0});
}

void ez_canvas_stroke(const EzCanvasPen *pen, EzPath path, EzColour colour, double width)
{
    ez_scene_path(pen->scene, path, NULL, (EzStroke){.width = width, .colour = colour});
}

void ez_canvas_dot(const EzCanvasPen *pen, EzPath path, EzColour colour)
{
    EzStroke stroke = {0.6, colour, EZ_CAP_ROUND, {0.01, 1.59}};
    ez_scene_path(pen->scene, path, NULL, stroke);
}

void ez_canvas_line(const EzCanvasPen *pen, double x1, double y1, double x2, double y2,
                    EzColour colour, double width)
{
    EzPath path = {0};
    ez_path_move(pen->scene, &path, x1, y1);
    ez_path_line(pen->scene, &path, x2, y2);
    ez_canvas_stroke(pen, path, colour, width);
}

void ez_canvas_area(const EzCanvasPen *pen, EzRect rect, EzColour colour)
{
    EzPath path = {0};
    ez_path_rect(pen->scene, &path, rect, 0);
    ez_canvas_fill(pen, path, colour);
}

void ez_canvas_node(const EzCanvasPen *pen, double x, double y, double radius)
{
    EzPath path = {0};
    ez_path_circle(pen->scene, &path, x, y, radius);
    ez_scene_path(pen->scene, path, &EZ_WHITE,
                  (EzStroke){.width = 0.8, .colour = pen->inks->own});
}

// ---- the table -------------------------------------------------------------------------

EzCanvasRange ez_canvas_takes(EzCanvasKind kind, EzCanvasPart part)
{
    const Kind *k = &kinds[kind];
    switch (part) {
    case EZ_CANVAS_LABEL:
        return k->labels;
    case EZ_CANVAS_GATE:
        return k->gates;
    case EZ_CANVAS_ROW:
        return k->rows;
    case EZ_CANVAS_COLUMN:
        return k->columns;
    default:
        return (EzCanvasRange){0, 0};
    }
}

int ez_canvas_numbers(const EzCanvas *canvas)
{
    if (canvas->kind == EZ_CANVAS_WHEEL)
        return canvas->points;
    return canvas->kind == EZ_CANVAS_PATH ? canvas->counts[EZ_CANVAS_LABEL] : 0;
}

double ez_canvas_height(EzCanvasKind kind, double width)
{
    return width * kinds[kind].shape;
}

EzSize ez_canvas_least(const EzCanvas *canvas)
{
    const Kind *kind = &kinds[canvas->kind];
    int n = canvas->kind == EZ_CANVAS_PATH
                ? ez_canvas_path_rows(canvas)
                : canvas->counts[EZ_CANVAS_LABEL] + canvas->counts[EZ_CANVAS_ROW];
    double wide = NAMES + COLUMN * canvas->counts[EZ_CANVAS_COLUMN];
    return (EzSize){MAX(kind->least.width, wide), MAX(kind->least.height, kind->each * n)};
}

void ez_canvas_draw(const EzCanvas *canvas, EzScene *scene, const EzCanvasInks *inks)
{
    EzCanvasPen pen = {scene, inks};
    kinds[canvas->kind].draw(canvas, &pen);
}

EzCanvasSpot ez_canvas_spot(const EzCanvas *canvas, EzCanvasPart part, int i)
{
    return kinds[canvas->kind].place(canvas, part, i);
}
