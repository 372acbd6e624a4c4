// SPDX-License-Identifier: EUPL-1.2
// What a print shop wants, or the paper and printer of someone at home: a file NAME.ini in a folder of profiles, with one group
// [profile]. Its keys are one table, in profile.c; see print/README.md.
#pragma once

#include "engine/base/digest.h"
#include "print/imposition.h"

#include <glib.h>
#include <stdbool.h>

// What a profile is for, as --for says it.
typedef enum EzProfileUse { EZ_PROFILE_PRESS, EZ_PROFILE_HOME } EzProfileUse;
// "press", "home"; ends with NULL.
extern const char *const ez_profile_use_words[];

// The rules that a file is written to.
typedef enum EzStandard {
    EZ_STANDARD_X4,  // PDF/X-4
    EZ_STANDARD_X1A, // PDF/X-1a:2003: no transparency, nothing but CMYK
    EZ_STANDARD_PNG, // no PDF: a picture a page, with bleed, at exact pixels
} EzStandard;

typedef enum EzPageOrder {
    EZ_ORDER_FRONT_BACK, // front, back, front, back
    EZ_ORDER_BACK_FRONT,
    EZ_ORDER_TWO_FILES, // fronts in a file of their own, and backs
} EzPageOrder;

typedef struct EzProfile {
    char *name; // of its file
    EzProfileUse use;
    char *title[2]; // what it is, in English and in Dutch
    char *source;   // where the shop or the maker says so
    char **assumed; // keys whose value the source does not have; NULL = none
    // For a press:
    EzStandard standard;
    EzPageOrder order;
    double bleed, safe; // mm; safe is how far words stay from the edge, at least
    double ink;         // most ink on one place: 3 = 300 %
    double dpi;         // of a PNG
    int spots;          // 0 = no plates for spot colours: they print their CMYK
    char *icc_name;     // of its file
    char *
        condition; // of the printing, as registered: "FOGRA39"; NULL = as the ICC profile calls itself
    GBytes *icc, *srgb; // the ICC profiles; NULL for PNG, and at home
    // For both:
    double width, height; // mm of the trim, where there is but one; 0 = any
    // At home:
    EzGrid grid; // columns 0 = the paper is whole, and is cut after it is printed
    EzSize
        margin; // mm that the printer leaves white: left and right, top and bottom; 0 × 0 = as usual
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
// One line: name, what it is for, what it is, its figures and which of them are assumed. Owned by the caller.
char *ez_profile_line(const EzProfile *profile, bool dutch);
// All its keys, as one JSON object on a line; owned by the caller.
char *ez_profile_json(const EzProfile *profile);
// All that decides what a file for a press becomes.
void ez_profile_digest(const EzProfile *profile, EzDigest *sum);
