// SPDX-License-Identifier: EUPL-1.2
// What sets text: the fonts, the hyphenation of some languages, and every word that was shaped
// before. A word is shaped once, in em; setting it at another size or width costs no shaping.
// One EzTypesetter belongs to one thread.
#pragma once

#include "render/fonts.h"
#include "render/hyphenation.h"

typedef struct EzTypesetter EzTypesetter;

// Both must outlive the typesetter; without `hyphens` (NULL) no word is hyphenated.
EzTypesetter *ez_typesetter_new(EzFonts *fonts, EzHyphens *hyphens);
void ez_typesetter_free(EzTypesetter *typesetter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTypesetter, ez_typesetter_free)
EzFonts *ez_typesetter_fonts(const EzTypesetter *typesetter);
