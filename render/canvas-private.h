// SPDX-License-Identifier: EUPL-1.2
// What the files of the canvases share: a pen, and the two functions of each kind.
#pragma once

#include "render/canvas.h"

typedef struct EzCanvasPen {
    EzScene *scene;
    const EzCanvasInks *inks;
} EzCanvasPen;

// ---- the pen ----
void ez_canvas_fill(const EzCanvasPen *pen, EzPath path, EzColour colour);
void ez_canvas_stroke(const EzCanvasPen *pen, EzPath path, EzColour colour, double width);
// A row of small dots along a path: a line that is not drawn yet.
void ez_canvas_dot(const EzCanvasPen *pen, EzPath path, EzColour colour);
void ez_canvas_line(const EzCanvasPen *pen, double x1, double y1, double x2, double y2,
                    EzColour colour, double width);
void ez_canvas_area(const EzCanvasPen *pen, EzRect rect, EzColour colour);
// White inside, with a line of 0.8 mm in the drawing's own colour.
void ez_canvas_node(const EzCanvasPen *pen, double x, double y, double radius);

// ---- shared geometry ----
// Words at an angle around a circle: outside of `radius`, away from the middle, to the edge of the box.
EzCanvasSpot ez_canvas_around(const EzCanvas *canvas, double x, double y, double radius,
                              double angle);
// The four areas of a quadrant, a gap of 3 mm between them, and words in their outer corners.
void ez_canvas_quarters(const EzCanvas *canvas, const EzCanvasPen *pen);
EzCanvasSpot ez_canvas_in_quarter(const EzCanvas *canvas, int i);

// How many rows a path has in its width.
int ez_canvas_path_rows(const EzCanvas *canvas);

// ---- the kinds ----
typedef void (*EzCanvasDraw)(const EzCanvas *canvas, const EzCanvasPen *pen);
typedef EzCanvasSpot (*EzCanvasPlace)(const EzCanvas *canvas, EzCanvasPart part, int i);

#define EZ_CANVAS_KIND(name)                                                                   \
    void ez_canvas_draw_##name(const EzCanvas *canvas, const EzCanvasPen *pen);                \
    EzCanvasSpot ez_canvas_place_##name(const EzCanvas *canvas, EzCanvasPart part, int i)

EZ_CANVAS_KIND(quadrant);
EZ_CANVAS_KIND(rings);
EZ_CANVAS_KIND(ladder);
EZ_CANVAS_KIND(stairs);
EZ_CANVAS_KIND(loop);
EZ_CANVAS_KIND(wheel);
EZ_CANVAS_KIND(network);
EZ_CANVAS_KIND(lanes);
EZ_CANVAS_KIND(hexes);
EZ_CANVAS_KIND(matrix);
EZ_CANVAS_KIND(path);
