// SPDX-License-Identifier: EUPL-1.2
// The pages of a document in CMYK, with all that they use: forms, patterns, gradients, pictures. What several pages share is
// converted once.
#pragma once

#include "print/colour.h"
#include "print/doc.h"

typedef struct EzPressPages EzPressPages;

// `flat`: nothing may let through what lies below it, and photographs become CMYK too; else they stay as they are and are told to be
// sRGB, by the ICC profile `srgb`. Document and colours must live longer.
EzPressPages *ez_press_pages_new(EzDoc *doc, const EzColours *colours, GBytes *srgb, bool flat);
void ez_press_pages_free(EzPressPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPressPages, ez_press_pages_free)

// Converts a page. `clear` = something on it lets through what lies below: it is not to be kept when the pages are flat. Fails when
// something on it cannot be converted.
bool ez_press_page(EzPressPages *pages, qpdf_oh page, bool *clear, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
