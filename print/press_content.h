// SPDX-License-Identifier: EUPL-1.2
// A content stream for a press: every colour in CMYK, and text in black ink alone overprints what lies below it.
#pragma once

#include "print/colour.h"

// The graphics states that a stream calls where it overprints; its resources must have them.
#define EZ_PRESS_OVERPRINT "EzOverprint"
#define EZ_PRESS_KNOCKOUT  "EzKnockout"

// `overprints` says whether the result calls the graphics states. NULL when the stream is broken.
GBytes *ez_press_content(const EzColours *colours, GBytes *content, bool *overprints);
