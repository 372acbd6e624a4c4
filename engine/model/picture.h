// SPDX-License-Identifier: EUPL-1.2
// The file of a picture as the kit holds it: its bytes, which nobody has looked into yet.
#pragma once

#include <glib.h>

typedef struct EzPictureFile {
    const char *path; // from the kit folder: "kit/pictures/reed.jpg"
    GBytes *bytes;
    const char *sum; // SHA-256 of the bytes, in hex
} EzPictureFile;
