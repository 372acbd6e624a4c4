// SPDX-License-Identifier: EUPL-1.2
// What a PDF wants to know of a font that a reader types with. All in thousandths of an em, y upwards.
#pragma once

#include "render/fonts.h"

typedef struct EzFontMetrics {
    double ascent, descent, cap_height; // descent is negative
    double box[4];                      // left, bottom, right, top of all glyphs
} EzFontMetrics;

EzFontMetrics ez_font_metrics(EzFonts *fonts, const EzFont *font);
// How far the pen goes on behind a character; 0 when the font has none.
double ez_font_advance(EzFonts *fonts, const EzFont *font, gunichar character);
