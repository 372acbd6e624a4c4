// SPDX-License-Identifier: EUPL-1.2
// A paragraph: spans of styled text broken into lines of glyphs. Measuring only; nothing is
// painted here. Shapes: widths and positions in mm, sizes in pt. Unhinted, positions not
// rounded: the same at every resolution.
#pragma once

#include "engine/base/arena.h"
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
    int tag;              // of the caller; runs carry it on
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

typedef struct EzGlyphRun {
    const EzFont *font;
    double size; // pt
    int tag;     // of the span
    const char *language;
    const char *text; // the bytes of this run that made glyphs; not NUL-terminated
    int n_bytes;
    const EzGlyph *glyphs;
    int n_glyphs;
    const EzCluster *clusters;
    int n_clusters;
    bool backward;   // right-to-left: clusters run from the last glyph
    double x, width; // of the run on its line; the space at the line's end has no width
    // From the line's start and its baseline; equal when there is no ink.
    double ink_left, ink_top, ink_right, ink_bottom;
} EzGlyphRun;

typedef struct EzLine {
    const EzGlyphRun *runs; // in the order of the text; `x` says where each stands
    int n_runs;
    double width; // without the space at its end
} EzLine;

typedef struct EzParagraph {
    const EzLine *lines;
    int n_lines;
    double width;     // of the widest line
    gunichar missing; // the first character that no font has, or 0
} EzParagraph;

// Breaks the spans into lines of at most `width` mm (a word that is wider stands alone and
// sticks out; a width of 0 or less means one line). What it returns lies in `arena`. Never
// fails: a missing glyph is told in the result. A character that the span's own font lacks is
// taken from another font of the kit when one has it. Space at the end of the whole text is
// dropped, and a paragraph without text has no lines.
const EzParagraph *ez_paragraph_break(EzFonts *fonts, EzArena *arena, const EzSpan *spans,
                                      int n_spans, double width);

typedef enum EzSetting { EZ_SETTING_PLAIN, EZ_SETTING_BALANCE, EZ_SETTING_PRETTY } EzSetting;

// The same under a setting (texts over 32 KiB are always plain): balance = the smallest width
// that keeps the number of lines (bisected from 45 to 100 %), pretty = a last line under 16 %
// of the measure is avoided by narrowing in 3 % steps while the number of lines stays.
const EzParagraph *ez_paragraph_set(EzFonts *fonts, EzArena *arena, const EzSpan *spans,
                                    int n_spans, double width, EzSetting setting);
