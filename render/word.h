// SPDX-License-Identifier: EUPL-1.2
// A word as glyphs. All lengths are in em, so that a word serves at every size.
#pragma once

#include "render/span.h"

// One stretch of a word in one font. Characters that leave nothing on the line (word joiners,
// soft hyphens) are not part of its text: a reader would stumble over them.
typedef struct EzShape {
    const EzFont *font;
    const EzGlyph *glyphs; // from the word's start, baseline at 0
    int n_glyphs;
    const EzCluster *clusters;
    int n_clusters;
    const char *text; // n_bytes of it made the glyphs
    int n_bytes;
    double x, advance;
    double ink_left, ink_top, ink_right, ink_bottom; // from the word's start; equal without ink
} EzShape;

// Where a word may be divided: before this byte.
typedef struct EzDivision {
    int byte;
    bool hyphen;          // one shows when the line ends here
    int letters;          // clusters before it
    double at;            // advance before it in the whole word
    double before, after; // by how much the parts are longer than their share of the whole
} EzDivision;

typedef struct EzWord {
    const EzShape *shapes; // several where a character comes from another font
    int n_shapes;
    int letters; // clusters in all
    double advance;
    gunichar missing; // the first character that no font has, or 0
    const EzDivision *divisions;
    int n_divisions;
} EzWord;
