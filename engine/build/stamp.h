// SPDX-License-Identifier: EUPL-1.2
// Stamps: what each file that was written was made of. A file that would be made of the same is not painted
// again. They lie in the user's cache; without them every file is painted, and nothing else changes.
#pragma once

#include <stdbool.h>

// `folder` holds the stamps; NULL = there are none. `path` is the file that was written.

// Whether there is a stamp of this file, and the file is as it was then.
bool ez_stamp_known(const char *folder, const char *path);
// Whether the file stands as it was written, made of what `key` says.
bool ez_stamp_fits(const char *folder, const char *path, const char *key);
// Notes of what the file was made that stands there now. Fails silently.
void ez_stamp_put(const char *folder, const char *path, const char *key);
