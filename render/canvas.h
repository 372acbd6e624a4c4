// SPDX-License-Identifier: EUPL-1.2
// Canvases: drawings to place things on. Each kind is a row of one table: how many words it takes, its natural shape, what it draws,
// and where its words stand. Geometry is that of a large sheet, scaled to the box; the weight of lines is not. Lengths are mm.
#pragma once

#include "engine/model/node.h"
#include "render/scene.h"

// What words of a canvas are, each a list of the node; numbers are written by the program itself.
typedef enum EzCanvasPart {
    EZ_CANVAS_LABEL,
    EZ_CANVAS_GATE,
    EZ_CANVAS_ROW,
    EZ_CANVAS_COLUMN,
    EZ_CANVAS_NUMBER,
    EZ_CANVAS_PARTS,
} EzCanvasPart;

// A canvas of a size: its box, and how many words of each part there are.
typedef struct EzCanvas {
    EzCanvasKind kind;
    EzRect box;
    int counts[EZ_CANVAS_PARTS];
    int points; // of a wheel: its rings
} EzCanvas;

typedef enum EzCanvasStand {
    EZ_STAND_UNDER, // the words hang under y
    EZ_STAND_ON,    // they stand on y
    EZ_STAND_AROUND // their middle is at y
} EzCanvasStand;

// Where words stand: in `width` mm from x on, aligned within.
typedef struct EzCanvasSpot {
    double x, y, width;
    EzAlign align;
    EzCanvasStand stand;
    bool plate; // on a small white ground, where they lie over lines
} EzCanvasSpot;

// Colours of a drawing.
typedef struct EzCanvasInks {
    EzColour own, tint, ground, ink, line; // tint 12 % and ground 8 % of its own
} EzCanvasInks;

typedef struct EzCanvasRange {
    int least, most;
} EzCanvasRange;

// How many words of this part a kind takes; numbers never come from an author.
EzCanvasRange ez_canvas_takes(EzCanvasKind kind, EzCanvasPart part);
// How many numbers the program writes on it.
int ez_canvas_numbers(const EzCanvas *canvas);
// The height of a canvas of this width where nobody says.
double ez_canvas_height(EzCanvasKind kind, double width);
// The least size at which it can be drawn with as many words as it has.
EzSize ez_canvas_least(const EzCanvas *canvas);
// Draws it into the scene. The counts must be within what the kind takes.
void ez_canvas_draw(const EzCanvas *canvas, EzScene *scene, const EzCanvasInks *inks);
// Where the i-th words of a part stand.
EzCanvasSpot ez_canvas_spot(const EzCanvas *canvas, EzCanvasPart part, int i);
