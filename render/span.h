// SPDX-License-Identifier: EUPL-1.2
// What goes into a paragraph, and the smallest pieces of what comes out of it.
#pragma once

#include "render/fonts.h"

// One stretch of text in one font. `text` is UTF-8 without line ends (a line end counts as a
// space).
typedef struct EzSpan {
    const char *text;
    const EzFont *font;   // never NULL
    double size;          // pt
    double tracking;      // pt between letters
    const char *features; // OpenType, "lnum,tnum"; may be NULL
    const char *language; // BCP 47
    bool hyphenate;       // long words may be divided
    double object; // em: as wide is what the caller draws in the place of its text; 0 = text
    int tag;       // of the caller; runs carry it on
} EzSpan;

// Glyphs of one font on one line; `x` of each from the line's start, baseline at 0. Text order
// is logical; clusters tell which characters made which glyphs, for copying and reading aloud.
typedef struct EzGlyph {
    unsigned id;
    double x, y; // y is downwards and usually 0
} EzGlyph;

typedef struct EzCluster {
    int bytes, glyphs;
} EzCluster;
