// SPDX-License-Identifier: EUPL-1.2
// What is asked of a build, and what can become of a file.
#pragma once

#include "engine/load/load.h"

#include <signal.h>

typedef enum EzSideChoice { EZ_SIDES_BOTH, EZ_SIDES_FRONT, EZ_SIDES_BACK } EzSideChoice;

typedef struct EzBuildRequest {
    const char *folder; // that holds kit/
    EzLoadOptions load;
    const char *const *font_folders; // beside the kit's own; NULL-terminated, or NULL
    const char *const *ids;          // decks and worksheets, by id, code or name; NULL = all
    const char *const *languages;    // NULL = all of the kit
    const char *const *cards;        // "3", "1-9", "N12"; NULL = all
    EzSideChoice sides;
    const char *out;                   // a folder, or, ending in .pdf, the one file to write
    int jobs;                          // files in parallel; 0 = as many as there are processors
    const char *creator;               // "ezkit 0.1.0"
    const char *date;                  // NULL = fixed
    const volatile sig_atomic_t *stop; // not 0: stop at the next card; may be NULL
} EzBuildRequest;

typedef enum EzFileState {
    EZ_FILE_WRITTEN,
    EZ_FILE_SAME,
    EZ_FILE_REFUSED,
    EZ_FILE_FAILED
} EzFileState;
