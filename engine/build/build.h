// SPDX-License-Identifier: EUPL-1.2
// From a kit to files: which decks, cards, sides and languages become which PDFs, card by card.
#pragma once

#include "engine/build/request.h"

// What happens meanwhile; called in the thread that called the build.
typedef struct EzBuildListener {
    void (*page)(int done, int total, void *data);
    void (*file)(const char *path, EzFileState state, int pages, const char *problem,
                 void *data);
    void *data;
} EzBuildListener;

typedef enum EzBuildEnd {
    EZ_BUILD_DONE,
    EZ_BUILD_MISTAKES, // the author's files have errors; files with errors were not written
    EZ_BUILD_USAGE,    // the request names what is not there: see the GError
    EZ_BUILD_MACHINE, // a file could not be written, a font not read: see the GError or the listener
    EZ_BUILD_STOPPED,
} EzBuildEnd;

// Prints. Mistakes of the author go to `diags`; those in the file of one deck or worksheet hold up only that one. Files and mistakes
// are told in the order of the kit, however many work on them.
EzBuildEnd ez_build_print(const EzBuildRequest *request, const EzBuildListener *listener,
                          EzDiags *diags, GError **error) G_GNUC_WARN_UNUSED_RESULT;

// What a check has looked at.
typedef struct EzBuildSum {
    int cards, worksheets, exercises, languages;
} EzBuildSum;

// The same without files: all there is to tell about the whole kit.
EzBuildEnd ez_build_check(const EzBuildRequest *request, EzDiags *diags, EzBuildSum *sum,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
