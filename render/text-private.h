// SPDX-License-Identifier: EUPL-1.2
// A paragraph on its way through Pango: laid out as often as a setting needs, read out once.
#pragma once

#include <pango/pango.h>

#include "render/fonts_pango.h"
#include "render/text.h"

// Spans joined to one text. `ends` holds the byte behind each span's last.
typedef struct EzBlock {
    EzFonts *fonts;
    EzArena *arena;
    const EzSpan *spans;
    int n_spans;
    int *ends;
    const char *text; // in the arena
    int length;
    PangoLayout *layout;
} EzBlock;

// The lines as the layout stands now, in the arena.
const EzParagraph *ez_block_read(const EzBlock *block);
