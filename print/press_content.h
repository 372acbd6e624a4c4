// SPDX-License-Identifier: EUPL-1.2
// A content stream for a press: every colour in CMYK, and text in black ink alone overprints what lies below it.
#pragma once

#include "print/colour.h"

// The graphics states that a stream calls where it overprints; its resources must have them.
#define EZ_PRESS_OVERPRINT "EzOverprint"
#define EZ_PRESS_KNOCKOUT  "EzKnockout"

typedef struct EzPressContent {
    bool overprints;   // the result calls the graphics states
    const char *fault; // what could not be converted: "a content stream"; NULL = nothing
} EzPressContent;

// NULL, with a fault, when the stream is broken or holds an image that is neither plain RGB nor grey nor CMYK.
GBytes *ez_press_content(const EzColours *colours, GBytes *content, EzPressContent *about);
