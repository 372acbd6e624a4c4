// SPDX-License-Identifier: EUPL-1.2
// A text that runs from right to left on its way through Pango's layout.
#pragma once

#include <pango/pango.h>

#include "render/fonts_pango.h"
#include "render/text-private.h"

typedef struct EzBlock {
    EzFonts *fonts;
    EzArena *arena;
    const EzSpan *spans;
    int n_spans;
    const int *ends;  // the byte behind each span's last
    const char *text; // `length` bytes
    int length;
    double size; // that the spans' sizes are shares of
    PangoLayout *layout;
} EzBlock;

// The lines as the layout stands now, in the arena.
const EzParagraph *ez_block_read(const EzBlock *block);
