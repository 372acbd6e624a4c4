// SPDX-License-Identifier: EUPL-1.2
// What a session file holds, in memory: the sources that lead it, and its journal.
#pragma once

#include "engine/run/session.h"
#include "engine/run/value.h"

typedef struct EzFileContent {
    EzArena *arena;    // of the texts of rows and paths
    EzPinned *sources; // those that lead it now: of a session that moved, the last ones
    int n_sources;
    GArray *rows; // of EzRow
} EzFileContent;

// Reads a file in place of what was there. False with EZ_STORE_ERROR.
bool ez_content_read(EzFileContent *content, const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// Plays the journal of `path` in a new session of its own sources. They bore it once, so what they do not bear now is a damaged file, or one of
// another version: EZ_STORE_DAMAGED. False with EZ_SESSION_SCRIPT when the script may not
// go on: on a slow machine that passes.
bool ez_content_play(const EzFileContent *content, const char *path, EzSession *session,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
// Sources by hash and path, in their order: what the row of a session that moves says under "sources". Owned by the caller.
JsonNode *ez_content_names(const EzPinned *sources, int count);
void ez_content_clear(EzFileContent *content);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzFileContent, ez_content_clear)
