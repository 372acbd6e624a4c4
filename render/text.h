// SPDX-License-Identifier: EUPL-1.2
// A paragraph: spans of styled text broken into lines of glyphs. Measuring only; nothing is
// painted here. Shapes: widths and positions in mm, sizes in pt. Unhinted, positions not
// rounded: the same at every resolution.
#pragma once

#include "engine/base/arena.h"
#include "render/span.h"
#include "render/typesetter.h"

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
    int bytes;    // of the text that it took, with that space
} EzLine;

typedef struct EzParagraph {
    const EzLine *lines;
    int n_lines;
    double width;     // of the widest line
    gunichar missing; // the first character that no font has, or 0
} EzParagraph;

typedef enum EzSetting {
    EZ_SETTING_PLAIN,   // as much on each line as it holds
    EZ_SETTING_BALANCE, // the smallest width that keeps the number of lines, from 45 to 100 %
    EZ_SETTING_PRETTY,  // as few lines, as even as can be, no lonely last word
    EZ_SETTING_JUSTIFY, // both edges straight; a line with too wide spaces is left ragged
} EzSetting;

// Copy: words ready to be set, at any size and in any width, without being shaped again.
typedef struct EzCopy EzCopy;

// The sizes of the spans are shares of the size that the copy is set at; their tracking is not.
// The copy lies in `arena`, keeps the spans, and is good until the next is made. Never fails.
const EzCopy *ez_copy_new(EzTypesetter *typesetter, EzArena *arena, const EzSpan *spans,
                          int n_spans);
// How many lines of at most `width` mm it takes at this size (a word that is wider stands alone
// and sticks out; a width of 0 or less means one line), and how wide the widest is.
int ez_copy_lines(const EzCopy *copy, double size, double width, double *widest);
// Sets it. What it returns lies in the arena of the copy. A missing glyph is told in the result;
// a character that the span's own font lacks is taken from another font of the kit when one has
// it. Space at the end of the text is dropped, and a copy without text has no lines. A text of
// more than 32 KiB, or with letters that run from right to left, is always plain.
const EzParagraph *ez_copy_set(const EzCopy *copy, double size, double width,
                               EzSetting setting);

// Both at once, for spans whose sizes are points.
const EzParagraph *ez_paragraph_set(EzTypesetter *typesetter, EzArena *arena,
                                    const EzSpan *spans, int n_spans, double width,
                                    EzSetting setting);
