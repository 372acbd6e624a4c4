// SPDX-License-Identifier: EUPL-1.2
// What a PDF for a press says of itself as a whole: the rules it is written to, and for which printing.
#pragma once

#include "print/doc.h"
#include "print/profile.h"

// Information, metadata and output intent by the profile's rules; what no press uses (outline, labels, structure) goes. `condition` names
// the printing where the profile does not.
void ez_press_describe(EzDoc *doc, const EzProfile *profile, const char *condition);
