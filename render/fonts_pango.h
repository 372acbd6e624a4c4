// SPDX-License-Identifier: EUPL-1.2
// What the text files see of the fonts: the Pango context over them, and the way back from a
// font that Pango chose to the file it came from. Only render/text*.c includes this.
#pragma once

#include <pango/pango.h>

#include "render/fonts.h"

// Unhinted, unrounded, 1 pt = 1 unit of PANGO_SCALE. Belongs to the fonts.
PangoContext *ez_fonts_context(EzFonts *fonts);
// NULL when it is none of these fonts.
const EzFont *ez_fonts_of_pango(const EzFonts *fonts, PangoFont *font);
