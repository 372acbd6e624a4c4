// SPDX-License-Identifier: EUPL-1.2
// Shaping one word: HarfBuzz for plain letters, Pango for what is not plain (characters of
// another font, combining marks, other scripts). Private to the shaper.
#pragma once

#include <hb.h>

#include "engine/base/arena.h"
#include "render/word.h"

typedef struct EzShaping {
    EzFonts *fonts;
    const EzFont *font;
    const char *language; // interned
    char *features;       // as Pango reads them; owned
    hb_font_t *hb;        // in units of the font
    double unit;          // em
    hb_feature_t *list;   // owned
    int n_features;
} EzShaping;

// `tracked`: without ligatures.
void ez_shaping_init(EzShaping *shaping, EzFonts *fonts, const EzSpan *span, bool tracked);
void ez_shaping_clear(EzShaping *shaping);
// Its advance in em.
double ez_shaping_space(const EzShaping *shaping, unsigned *glyph);
// Shapes a word into the arena, with a hyphen behind it where that is asked; leaves its divisions
// alone.
void ez_shaping_word(const EzShaping *shaping, EzArena *arena, const char *text, int bytes,
                     bool hyphen, EzWord *word);

// How many of the first bytes of a text make glyphs: soft hyphens and joiners make none.
int ez_shown_bytes(const char *text, int bytes);

// Where a line may end within a word by the Unicode line breaking algorithm, as Pango reads it.
typedef struct EzSignBreak {
    int byte;
    bool hyphen; // behind a soft hyphen
} EzSignBreak;

// Whether there is anything in a word but letters, figures and common punctuation.
bool ez_has_signs(const char *text, int bytes);
GArray *ez_sign_breaks(const char *text, int bytes);
