// SPDX-License-Identifier: EUPL-1.2
// The OpenType features of a font file: small capitals, kinds of figures and the like.
#pragma once

#include "render/fonts.h"

// Their tags ("smcp", "onum"), sorted, NULL-terminated; owned by the caller. None for a file that cannot be read.
char **ez_font_features(const EzFont *font);
