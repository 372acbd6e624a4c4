// SPDX-License-Identifier: EUPL-1.2
// What the draw function of a drawing { … } drew: the strokes of its pen, in mm from the drawing's top left corner. Transforms are worked
// into the numbers already.
#pragma once

#include "engine/model/record.h"

typedef enum EzPenVerb {
    EZ_PEN_MOVE,
    EZ_PEN_LINE,
    EZ_PEN_CURVE,
    EZ_PEN_CLOSE,
    EZ_PEN_FILL,   // the path so far, which stays until a MOVE begins another
    EZ_PEN_STROKE, // the same
    EZ_PEN_CLIP,   // to the path so far, until its UNCLIP; clips nest
    EZ_PEN_UNCLIP,
} EzPenVerb;

// A line as pen:stroke { … } asks for it.
typedef struct EzPenStroke {
    const char *colour; // NULL = ink
    double width;       // mm
    EzPair dash;        // mm
    int cap;            // 0 = cut off, 1 = round
} EzPenStroke;

extern const EzRecord ez_pen_stroke_record;

typedef struct EzPenStep {
    EzPenVerb verb;
    double x1, y1, x2, y2, x, y; // x1 … y2 only for a curve
    const char *colour;          // of a fill
    const EzPenStroke *stroke;   // of a stroke
} EzPenStep;

typedef struct EzDrawing {
    const EzPenStep *steps;
    int n_steps;
} EzDrawing;
