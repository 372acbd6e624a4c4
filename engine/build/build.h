// SPDX-License-Identifier: EUPL-1.2
// From a kit to files: which decks, cards, sides and languages become which PDFs, card by card.
#pragma once

#include "engine/load/load.h"

#include <signal.h>

typedef enum EzSideChoice { EZ_SIDES_BOTH, EZ_SIDES_FRONT, EZ_SIDES_BACK } EzSideChoice;

typedef struct EzBuildRequest {
    const char *folder;           // that holds kit/
    EzLoadOptions load;
    const char *const *font_folders; // beside the kit's own; NULL-terminated, or NULL
    const char *const *ids;       // decks and worksheets, by id, code or name; NULL = all
    const char *const *languages; // NULL = all of the kit
    const char *const *cards;     // "3", "1-9", "N12"; NULL = all
    EzSideChoice sides;
    const char *out;              // a folder, or, ending in .pdf, the one file to write
    int jobs;                     // files in parallel; 0 = as many as there are processors
    const char *creator;          // "ezkit 0.1.0"
    const char *date;             // NULL = fixed
    const volatile sig_atomic_t *stop; // not 0: stop at the next card; may be NULL
} EzBuildRequest;

typedef enum EzFileState { EZ_FILE_WRITTEN, EZ_FILE_SAME, EZ_FILE_REFUSED, EZ_FILE_FAILED } EzFileState;

// What happens meanwhile; called in the thread that called the build.
typedef struct EzBuildListener {
    void (*page)(int done, int total, void *data);
    void (*file)(const char *path, EzFileState state, int pages, const char *problem, void *data);
    void *data;
} EzBuildListener;

typedef enum EzBuildEnd {
    EZ_BUILD_DONE,
    EZ_BUILD_MISTAKES, // the author's files have errors; files with errors were not written
    EZ_BUILD_USAGE,    // the request names what is not there: see the GError
    EZ_BUILD_MACHINE,  // a file could not be written, a font not read: see the GError or the listener
    EZ_BUILD_STOPPED,
} EzBuildEnd;

// Prints. Mistakes of the author go to `diags`.
EzBuildEnd ez_build_print(const EzBuildRequest *request, const EzBuildListener *listener,
                          EzDiags *diags, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// The same without files: all there is to tell about the kit.
EzBuildEnd ez_build_check(const EzBuildRequest *request, EzDiags *diags,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
