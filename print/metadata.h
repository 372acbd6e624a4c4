// SPDX-License-Identifier: EUPL-1.2
// What a PDF says of itself: its title, language and dates, which standards it is written to, and the colours it is meant for.
#pragma once

#include "print/doc.h"

typedef struct EzMetadata {
    const char *title;
    const char *language; // BCP 47; NULL = not said
    const char *creator;  // "ezkit 0.1.0"
    const char *date;     // "2026-01-01T00:00:00Z"; NULL = EZ_PDF_DATE
    bool accessible;      // PDF/UA-1: it has a language
    bool archival;        // PDF/A-2a: only what is accessible too, with an intent
    const char *press;    // "PDF/X-4", with an intent; NULL = not for a press
    bool info_only;       // no XMP: the rules are older
} EzMetadata;

// The same in the Info dictionary and in XMP, and in the catalogue what readers need.
void ez_metadata_put(EzDoc *doc, const EzMetadata *metadata);

// The colours that a file is meant for.
typedef struct EzIntent {
    const char *standard;  // "GTS_PDFA1" or "GTS_PDFX"
    const char *condition; // of the printing or the screen, in words
    const char *name;      // of the condition as registered; NULL = in words alone
    GBytes *profile;       // ICC
    int components;        // of a colour: 3 or 4
} EzIntent;

void ez_metadata_intent(EzDoc *doc, const EzIntent *intent);
