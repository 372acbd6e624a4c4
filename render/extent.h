// SPDX-License-Identifier: EUPL-1.2
// How far what is painted reaches, and what of it is seen through a window. All in mm of the page.
#pragma once

#include "render/scene.h"

typedef struct EzEdges {
    double left, top, right, bottom;
} EzEdges;

// The ink of a text; without ink left equals right.
EzEdges ez_extent_text(const EzItem *item);
// A path with the controls of its curves, without its stroke. Infinite, left > right, when it is empty.
EzEdges ez_extent_path(const EzPath *path);

// True when all that the page paints lies within the window, but for plain rectangles: those ez_extent_cut can cut. Such a page needs no
// clip, which would cost a print shop's program and Cairo more than all that it keeps out.
bool ez_extent_within(const EzScene *scene, int page, EzRect window);
// True for a filled upright rectangle without a stroke that reaches out of the window; `seen` is then what is left of it, perhaps nothing (a
// width or a height of 0).
bool ez_extent_cut(const EzItem *item, EzRect window, EzRect *seen);
