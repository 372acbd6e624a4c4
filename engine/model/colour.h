// SPDX-License-Identifier: EUPL-1.2
// A colour: opaque sRGB, with its name and its own CMYK where the theme gives them. A tint is mixed with white, never alpha.
#pragma once

#include <stdbool.h>

typedef struct EzColour {
    double r, g, b;   // 0 … 1, sRGB; already mixed with white for a tint
    const char *name; // of the theme's colour, interned; NULL for a plain "#RRGGBB"
    double tint;      // 1 = full, 0.12 = 12 %
    bool has_cmyk;
    double c, m, y, k; // 0 … 1, of the full colour, when has_cmyk
    const char *spot;  // an ink of its own on a press, "PANTONE 7734 C", interned; NULL = none
} EzColour;

#define EZ_WHITE ((EzColour){.r = 1, .g = 1, .b = 1, .tint = 1})

// Reads "#RRGGBB" (either case); false when it is not one.
bool ez_colour_parse_hex(const char *text, EzColour *out);
// The colour mixed with white: `share` 0 … 1 of the colour.
EzColour ez_colour_tint(EzColour colour, double share);
// `share` 0 … 1 of a colour over another, as on a printed ground; the result has no name of the theme.
EzColour ez_colour_over(EzColour colour, EzColour ground, double share);
// WCAG 2.2 relative luminance, 0 (black) … 1 (white).
double ez_colour_luminance(EzColour colour);
// WCAG 2.2 contrast ratio of two colours, 1 … 21; of two luminances.
double ez_colour_contrast(EzColour a, EzColour b);
double ez_luminance_contrast(double a, double b);
// "#RRGGBB" into a buffer of at least 8 bytes.
void ez_colour_hex(EzColour colour, char out[8]);
bool ez_colour_equal(EzColour a, EzColour b);
