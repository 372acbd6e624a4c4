// SPDX-License-Identifier: EUPL-1.2
// What is asked of a build, and what can become of a file.
#pragma once

#include "engine/load/load.h"
#include "print/imposition.h"
#include "print/preflight.h"
#include "print/profile.h"

#include <signal.h>

typedef enum EzSideChoice { EZ_SIDES_BOTH, EZ_SIDES_FRONT, EZ_SIDES_BACK } EzSideChoice;

// A PDF holds all pages; of the others each page is a file.
typedef enum EzFormat { EZ_FORMAT_PDF, EZ_FORMAT_PNG, EZ_FORMAT_SVG } EzFormat;
// "pdf", "png", "svg", which are the endings of files too; ends with NULL.
extern const char *const ez_format_words[];

// What it is printed for: a file for each.
typedef enum EzPurpose {
    EZ_FOR_SCREEN, // one side a page, as large as it is
    EZ_FOR_HOME,   // several cards on a sheet of paper
    EZ_FOR_PRESS,  // one side a page with bleed, as a print shop wants it
    EZ_PURPOSES
} EzPurpose;
// "screen", "home", "press", which stand in the names of files too; ends with NULL.
extern const char *const ez_purpose_words[];

// Of sheets for a printer at home.
typedef struct EzHomeRequest {
    EzSize paper; // 0 × 0 = A4
    bool keep;    // the size of cards and worksheets
    EzDuplex duplex;
    double back_x, back_y; // mm by which the printer is off on the other side
    const EzProfile
        *profile; // of the paper and printer; NULL = whole paper, and as most printers do
} EzHomeRequest;

typedef struct EzBuildRequest {
    const char *folder; // that holds kit/
    EzLoadOptions load;
    const char *const *font_folders; // beside the kit's own; NULL-terminated, or NULL
    const char *hyphens;             // a folder of hyphenation patterns; NULL = none
    const char *const *ids;          // decks and worksheets, by id, code or name; NULL = all
    const EzWorksheet *
        sheet; // pages that are none of the kit's, in its theme: printed instead of what `ids` name
    const char *const *languages; // NULL = all of the kit
    const char *const *cards;     // "3", "1-9", "N12"; NULL = all
    EzSideChoice sides;
    bool purposes[EZ_PURPOSES]; // none = screen
    EzHomeRequest home;
    const EzProfile
        *profile; // of the print shop; never NULL for a press; that of home is in `home`
    EzFormat format;
    double dpi;          // of a PNG
    const char *out;     // a folder, or the one file to write: see ez_request_names_file
    int jobs;            // files in parallel; 0 = as many as there are processors
    const char *colours; // a folder of ICC profiles; NULL = none, and no PDF/A
    const char *cache;   // a folder for what takes long to make; NULL = none
    const char *stamps;  // a folder for what files were made of; NULL = none
    const char *creator; // "ezkit 0.1.0"
    const char *date;    // NULL = fixed
    bool bare;           // a PDF with bleed and without marks, to measure speed beside others
    EzPreflightLanguage told_in;       // of what preflight refuses
    const volatile sig_atomic_t *stop; // not 0: stop at the next card; may be NULL
} EzBuildRequest;

// True when `out` is a file and no folder: it ends in the format's word.
bool ez_request_names_file(const EzBuildRequest *request);

typedef enum EzFileState {
    EZ_FILE_WRITTEN,
    EZ_FILE_SAME,
    EZ_FILE_REFUSED,
    EZ_FILE_FAILED
} EzFileState;
