// SPDX-License-Identifier: EUPL-1.2
// What Cairo 1.16 leaves out of a font, and PDF/UA, PDF/A and PDF/X want in it.
#pragma once

#include "print/doc.h"

// A TrueType font that is shown by glyph numbers says so (CIDToGIDMap). Other fonts, and those that say it, stay as they are.
void ez_font_mend(EzDoc *doc, qpdf_oh font);
