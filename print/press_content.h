// SPDX-License-Identifier: EUPL-1.2
// A content stream for a press: every colour in CMYK or of a spot, and text in black ink alone overprints what lies below it.
#pragma once

#include "print/colour.h"

// The graphics states that a stream calls where it overprints; its resources must have them.
#define EZ_PRESS_OVERPRINT "EzOverprint"
#define EZ_PRESS_KNOCKOUT  "EzKnockout"

// A colour space for the spot of each number, "EzSpot0".
#define EZ_PRESS_SPOT "EzSpot"

// What the resources of a stream must have.
typedef struct EzPressUse {
    bool overprints; // the graphics states
    bool *
        spots; // the spot colours, by number: set where they are used; whoever asks gives the array
    const char *fault; // what could not be converted: "a content stream"; NULL = nothing
} EzPressUse;

// Adds to `use`. NULL, with a fault, when the stream is broken or holds an image that is neither plain RGB nor grey nor CMYK.
GBytes *ez_press_content(const EzColours *colours, GBytes *content, EzPressUse *use);
