// SPDX-License-Identifier: EUPL-1.2
// Files of a session as files: put in their place whole or not at all, and never in the place of another.
#pragma once

#include "engine/run/store_error.h"

#include <stdbool.h>

// A file with these bytes, on disk and for its owner only. It grows as PATH-new beside its place; what a crash left there is replaced. Only for who
// holds the lock of `path`. Fails with EZ_STORE_EXISTS when there is something at `path`.
bool ez_store_file_make(const char *path, GBytes *bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// Brings a file, and that it is in its folder, to the disk.
bool ez_store_file_sync(const char *path);
// The error for `number` of errno, met at `path`; always false.
bool ez_store_file_failed(GError **error, const char *path, int number);
