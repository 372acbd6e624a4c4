// SPDX-License-Identifier: EUPL-1.2
// A text: one string for each language of the kit, in the kit's order, with its place in the author's file.
#pragma once

#include "engine/base/source.h"

typedef struct EzText {
    int n_languages;
    const char *const *strings; // none is NULL in a text that passed the checks
    const EzPlace *places;      // of each string
} EzText;

// The string of a language; "" when the text is NULL or has none.
const char *ez_text_in(const EzText *text, int language);
// Its place; unknown when the text is NULL.
EzPlace ez_text_place(const EzText *text, int language);
