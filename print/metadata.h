// SPDX-License-Identifier: EUPL-1.2
// What a PDF says of itself: its title, language and dates, which standards it is written to, and the colours it is meant for.
#pragma once

#include "print/doc.h"

typedef struct EzMetadata {
    const char *title;
    const char *language; // BCP 47
    const char *creator;  // "ezkit 0.1.0"
    const char *date;     // "2026-01-01T00:00:00Z"
    const char *extra;    // XMP properties besides, as XML; may be NULL
    bool accessible;      // PDF/UA-1
    bool archival;        // PDF/A-2a: only what is accessible too, with an intent
} EzMetadata;

// The same in the Info dictionary and in XMP, and in the catalogue what readers need.
void ez_metadata_put(EzDoc *doc, const EzMetadata *metadata);
// The profile of the colours, "GTS_PDFA1" or "GTS_PDFX"; `components` of a colour: 3 or 4.
void ez_metadata_intent(EzDoc *doc, const char *standard, const char *condition,
                        GBytes *profile, int components);
