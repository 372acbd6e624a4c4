// SPDX-License-Identifier: EUPL-1.2
// A raw PDF, made of sealed scenes one after the other: Cairo's drawing with one flat mark per
// leaf. The finishing pass in print/ makes of it what is handed out. A scene can be freed as
// soon as it is added, so that a large deck never stands in memory.
#pragma once

#include "render/scene.h"

// The date of a file that is given none. Any fixed one will do; what counts is that it is not today's.
#define EZ_PDF_DATE "2026-01-01T00:00:00Z"

typedef struct EzPdfOptions {
    bool bleed;          // pages as large as the bleed, else the trim
    bool unmarked;       // no marks around leaves: for measuring speed beside others
    const char *title;   // what a viewer shows; may be NULL
    const char *date;    // ISO 8601, what /CreationDate says; NULL = EZ_PDF_DATE
    const char *creator; // "ezkit 0.1.0"
} EzPdfOptions;

// The version of the library that draws: another one may draw the same scene otherwise.
const char *ez_pdf_library(void);

typedef struct EzPdf EzPdf;

// The options' texts need not outlive the call.
EzPdf *ez_pdf_new(const EzPdfOptions *options);
void ez_pdf_free(EzPdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPdf, ez_pdf_free)

// Adds all pages of a scene. After a failure the PDF is of no more use.
bool ez_pdf_add(EzPdf *pdf, const EzScene *scene, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// The whole file in memory; nothing can be added any more. The same scenes, fonts and library
// versions give the same bytes.
GBytes *ez_pdf_finish(EzPdf *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;
