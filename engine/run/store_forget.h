// SPDX-License-Identifier: EUPL-1.2
// The end of a session.
#pragma once

#include "engine/run/store_error.h"

#include <stdbool.h>

// Erases a session: its file, its WAL, and its backups (PATH-backup…) are overwritten and removed. Fails for what is not a session and while
// one runs; broken off, it can be called again. What a disk or a file system keeps elsewhere (snapshots, worn cells of a flash disk) is out
// of its reach.
bool ez_store_forget(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
