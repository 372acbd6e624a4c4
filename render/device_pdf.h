// SPDX-License-Identifier: EUPL-1.2
// A sealed scene as a raw PDF: Cairo's drawing with one flat mark per leaf. The finishing pass
// in print/ makes of it what is handed out.
#pragma once

#include "render/scene.h"

typedef struct EzPdfOptions {
    bool bleed;          // pages as large as the bleed, else the trim
    const char *date;    // ISO 8601, what /CreationDate says; NULL = a fixed date
    const char *creator; // "ezkit 0.1.0"
} EzPdfOptions;

// The whole file in memory. The same scene, fonts and library versions give the same bytes.
GBytes *ez_pdf_render(const EzScene *scene, const EzPdfOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
