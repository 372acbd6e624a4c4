// SPDX-License-Identifier: EUPL-1.2
// The keys of a profile: one table, from which files are read and judged and JSON is written.
#pragma once

#include "print/profile.h"

typedef enum EzProfileKind {
    EZ_KEY_TEXT,   // char *
    EZ_KEY_WORD,   // int, the number of one of the words
    EZ_KEY_NUMBER, // double
    EZ_KEY_WHOLE,  // int
    EZ_KEY_LIST,   // char **, keys
} EzProfileKind;

// Which profiles have a key.
enum { EZ_KEY_PRESS = 1 << EZ_PROFILE_PRESS, EZ_KEY_HOME = 1 << EZ_PROFILE_HOME };

typedef struct EzProfileKey {
    const char *name;
    EzProfileKind kind;
    unsigned uses;
    size_t at; // in EzProfile
    bool required;
    bool grid; // of a grid, of which all keys are there or none
    const char *const *words;
    double least, most, otherwise;
} EzProfileKey;

extern const EzProfileKey ez_profile_keys[]; // ends with a name NULL

bool ez_profile_is_assumed(const EzProfile *profile, const char *key);
