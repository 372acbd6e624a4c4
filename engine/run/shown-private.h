// SPDX-License-Identifier: EUPL-1.2
// What live.c and shown.c share: the content of a session file in memory.
#pragma once

#include "engine/run/session.h"

typedef struct EzFileContent {
    EzArena *arena;
    EzPinned *sources;
    int n_sources;
    GArray *rows; // of EzRow
} EzFileContent;

bool ez_content_read(EzFileContent *content, const char *path, GError **error);
void ez_content_clear(EzFileContent *content);
