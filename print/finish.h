// SPDX-License-Identifier: EUPL-1.2
// The finishing pass: of a PDF as it was drawn, with a mark around each leaf, it makes what is handed out for the screen: tagged,
// with its title, language and outline, written to the rules of PDF/UA-1 and PDF/A-2a.
#pragma once

#include "engine/base/diag.h"
#include "print/structure.h"
#include "render/fonts.h"

typedef struct EzFinish {
    const EzStructure *structure; // of all that was drawn
    const char *file;             // what messages call it
    const char *title, *creator;
    const char *date; // "2026-01-01T00:00:00Z"; NULL = EZ_PDF_DATE
    GBytes *
        profile; // ICC, of the screen's colours; NULL = none, and the file does not call itself PDF/A
    int outline; // levels of headings in it
    EzFonts *fonts;
    const EzFont *font; // that fields are filled in with; NULL = no fields
} EzFinish;

// The finished file. NULL after a fault: told where a page has other marks than its scene has leaves, which no author can help; else in
// `error`. The same calls and library versions give the same bytes.
GBytes *ez_finish_screen(GBytes *drawn, const EzFinish *finish, EzDiags *diags, GError **error);
