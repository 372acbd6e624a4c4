// SPDX-License-Identifier: EUPL-1.2
// What a print shop wants: a file NAME.ini in a folder of profiles, with one group [profile]. See print/README.md for its keys.
#pragma once

#include "engine/base/digest.h"

#include <glib.h>
#include <stdbool.h>

// The rules that a file is written to.
typedef enum EzStandard {
    EZ_STANDARD_X4,  // PDF/X-4
    EZ_STANDARD_X1A, // PDF/X-1a:2003: no transparency, nothing but CMYK
    EZ_STANDARD_PNG, // no PDF: a picture a page, with bleed, at exact pixels
} EzStandard;

typedef struct EzProfile {
    char *name;     // of its file
    char *title[2]; // what it is, in English and in Dutch
    char *source;   // the address where the shop says so
    EzStandard standard;
    double bleed, safe;   // mm; safe is how far words stay from the edge, at least
    double ink;           // most ink on one place: 3 = 300 %
    double width, height; // mm of the trim, where the shop has but one; 0 = any
    double dpi;           // of a PNG
    bool back_first;      // pages go back, front, back, front
    char *
        condition; // of the printing, as registered: "FOGRA39"; NULL = as the ICC profile calls itself
    GBytes *icc, *srgb; // the ICC profiles; NULL for PNG
} EzProfile;

// The profile of this name. `folder` holds profiles/ and icc/; `icc` is the file of another ICC profile, or NULL. Fails with a
// sentence that has the nearest name, or what is wrong in the file.
EzProfile *ez_profile_open(const char *folder, const char *name, const char *icc,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_profile_free(EzProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzProfile, ez_profile_free)

// The names of the profiles of a folder, sorted; g_strfreev. Empty when there are none.
char **ez_profile_names(const char *folder);
// "PDF/X-4".
const char *ez_profile_rules(const EzProfile *profile);
// One line: name, what it is, its figures. Owned by the caller.
char *ez_profile_line(const EzProfile *profile, bool dutch);
// All that decides what a file becomes.
void ez_profile_digest(const EzProfile *profile, EzDigest *sum);
