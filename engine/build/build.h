// SPDX-License-Identifier: EUPL-1.2
// From a kit to files: which decks, cards, sides and languages become which PDFs, card by card.
#pragma once

#include "engine/build/request.h"

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
