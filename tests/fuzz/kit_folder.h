// SPDX-License-Identifier: EUPL-1.2
// A small kit in a folder of its own, made once and removed when the program ends, for targets that
// load a kit.
#pragma once

#include <stddef.h>

// Path and content of each file; ends with NULL. The list must outlive the program.
typedef const char *const EzFuzzFile[2];

// Writes a kit.lua with the deck x, its theme, these files, and then `bytes` at `path`, below kit/. The folder's path; not to be freed.
const char *ez_fuzz_kit(EzFuzzFile *files, const char *path, const void *bytes, size_t length);
