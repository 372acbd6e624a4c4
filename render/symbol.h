// SPDX-License-Identifier: EUPL-1.2
// The drawn shapes: what a tab can look like, and the symbols of a mark. Never glyphs of a font, so that they print the same everywhere.
#pragma once

#include "render/scene.h"

// The outline of a shape of ez_shape_names in a box, to be filled; an empty path for an unknown name. Pointed and double shapes
// reach past the box by at most 6 % of it, so that all look as large.
EzPath ez_symbol_shape(EzScene *scene, const char *name, EzRect box);
// Draws a symbol of ez_mark_names in a box in one colour; false for an unknown name.
bool ez_symbol_mark(EzScene *scene, const char *name, EzRect box, EzColour colour);
// The size a symbol has when nobody says: mm.
double ez_symbol_width(const char *name);
double ez_symbol_height(const char *name);
