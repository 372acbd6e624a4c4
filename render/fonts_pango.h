// SPDX-License-Identifier: EUPL-1.2
// What the text files see of the fonts: a HarfBuzz font for each, the Pango context over them,
// and the way back from a font that Pango chose to the file it came from. Only what shapes text
// includes this.
#pragma once

#include <hb.h>
#include <pango/pango.h>

#include "render/fonts.h"

// Unhinted, unrounded, 1 pt = 1 unit of PANGO_SCALE. Belongs to the fonts.
PangoContext *ez_fonts_context(EzFonts *fonts);
// NULL when it is none of these fonts.
const EzFont *ez_fonts_of_pango(const EzFonts *fonts, PangoFont *font);
// A font in its own units, unhinted; belongs to the fonts. Empty when its file is gone.
hb_font_t *ez_fonts_hb(EzFonts *fonts, const EzFont *font);
