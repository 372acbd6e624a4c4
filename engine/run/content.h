// SPDX-License-Identifier: EUPL-1.2
// What a session file holds, in memory: the sources that lead it, and its journal.
#pragma once

#include "engine/run/row.h"

typedef struct EzFileContent {
    EzArena *arena; // of the texts of rows and paths
    EzPinned *sources;
    int n_sources;
    GArray *rows; // of EzRow
} EzFileContent;

// Reads a file in place of what was there. False with EZ_STORE_ERROR.
bool ez_content_read(EzFileContent *content, const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void ez_content_clear(EzFileContent *content);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzFileContent, ez_content_clear)
