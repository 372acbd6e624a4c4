// SPDX-License-Identifier: EUPL-1.2
// The pen of a drawing while it draws.
#pragma once

#include "engine/load/pen.h"

enum { PEN_STEPS_MAX = 100000, PEN_SAVES_MAX = 32 };

// x' = xx x + xy y + x0; y' = yx x + yy y + y0
typedef struct Transform {
    double xx, yx, xy, yy, x0, y0;
} Transform;

// What pen:save() keeps.
typedef struct State {
    Transform transform;
    int clips; // that are open
} State;

// A userdata of the script. It can be kept by it, and then only says that its time is over.
typedef struct Pen {
    EzReading *r; // NULL once draw has returned
    EzPenStep *steps;
    int n_steps, room;
    State now, saved[PEN_SAVES_MAX];
    int saves;
    bool has_point,
        painted; // the path has a point; it was painted, so that what comes begins another
} Pen;

// [-0, +1] Pushes the metatable of pens, made when it is first needed.
void ez_pen_push_metatable(lua_State *L);
// Ends the clips that are open, down to so many.
void ez_pen_end_clips(lua_State *L, Pen *pen, const char *method, int left);
