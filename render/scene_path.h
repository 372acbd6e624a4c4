// SPDX-License-Identifier: EUPL-1.2
// Rectangles, paths and how they are stroked. What a path is made of lies in the arena of a scene.
#pragma once

#include "engine/model/colour.h"

typedef struct EzScene EzScene;

typedef struct EzRect {
    double x, y, width, height;
} EzRect;

typedef enum EzPathVerb { EZ_MOVE, EZ_LINE, EZ_CURVE, EZ_CLOSE } EzPathVerb;

// A path is a list of verbs, each with the points it needs: 1, 1, 3 (two controls and the end),
// 0.
typedef struct EzPathStep {
    EzPathVerb verb;
    double x1, y1, x2, y2, x, y; // x1 … y2 only for EZ_CURVE
} EzPathStep;

typedef struct EzPath {
    EzPathStep *steps; // in the scene's arena
    int n_steps, room;
} EzPath;

typedef enum EzCap { EZ_CAP_BUTT, EZ_CAP_ROUND } EzCap;

typedef struct EzStroke {
    double width; // mm; 0 = no stroke
    EzColour colour;
    EzCap cap;      // joins are round with round caps, mitred else
    double dash[2]; // on, off in mm; 0, 0 = solid
} EzStroke;

void ez_path_move(EzScene *scene, EzPath *path, double x, double y);
void ez_path_line(EzScene *scene, EzPath *path, double x, double y);
void ez_path_curve(EzScene *scene, EzPath *path, double x1, double y1, double x2, double y2,
                   double x, double y);
void ez_path_close(EzScene *scene, EzPath *path);
// `radius` 0 gives square corners; no more than half the short side is used.
void ez_path_rect(EzScene *scene, EzPath *path, EzRect rect, double radius);
void ez_path_circle(EzScene *scene, EzPath *path, double cx, double cy, double radius);
// From angle `from` to `to` (radians, clockwise as y points down), in steps of at most a
// quarter; a line leads to its start when the path has a point already.
void ez_path_arc(EzScene *scene, EzPath *path, double cx, double cy, double radius, double from,
                 double to);
