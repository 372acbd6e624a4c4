// SPDX-License-Identifier: EUPL-1.2
// The font of a form: whole, as nobody knows what will be typed, with the characters of Western Europe (WinAnsiEncoding).
#pragma once

#include "print/doc.h"
#include "render/fonts.h"

// The number of its object in the document; 0 when the file cannot be read.
int ez_forms_font(EzDoc *doc, EzFonts *fonts, const EzFont *font, GError **error);
