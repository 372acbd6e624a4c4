// SPDX-License-Identifier: EUPL-1.2
// The colours of a press: sRGB as it was drawn becomes CMYK for one printing condition, which an ICC profile describes.
//
// In this order: a colour that was named has its own CMYK; a grey is black ink alone, as light as it looks in RGB; all else is converted,
// relative colorimetric with black point compensation. No solid has more ink than the limit: cyan, magenta and yellow give way.
#pragma once

#include "engine/model/colour.h"

#include <glib.h>

typedef struct EzCmyk {
    double ink[4]; // cyan, magenta, yellow, black: 0 … 1
} EzCmyk;

// An ink of its own, and the inks that stand in for it where there is no such plate.
typedef struct EzSpot {
    char *name; // "PANTONE 7734 C"
    EzCmyk cmyk;
} EzSpot;

typedef struct EzColours EzColours;

// `limit` is the most ink on one place: 3 = 300 %. Fails when the profile cannot be read or is not one of CMYK.
EzColours *ez_colours_new(GBytes *profile, double limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void ez_colours_free(EzColours *colours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzColours, ez_colours_free)

// What the profile calls itself; belongs to the colours.
const char *ez_colours_condition(const EzColours *colours);
// From here on the colour's RGB, as a PDF prints it, means its own CMYK times its tint. Does nothing when it has none; of two with
// the same RGB the first counts. A colour with a spot means a share of that too; of two spots of one name the first's inks count.
void ez_colours_name(EzColours *colours, EzColour colour);
EzCmyk ez_colours_convert(const EzColours *colours, double r, double g, double b);
// The spot colours that were named, numbered from 0 in that order; they belong to the colours.
int ez_colours_spot_count(const EzColours *colours);
const EzSpot *ez_colours_spot(const EzColours *colours, int number);
// The number of the spot that this RGB means, with its share of it; -1 when it means none.
int ez_colours_find_spot(const EzColours *colours, double r, double g, double b, double *tint);
// Pixels, 3 bytes each to 4. In a drawing greys are black ink alone; in a photograph they are as the profile has them, since its noise
// would make specks of them.
void ez_colours_pixels(const EzColours *colours, const unsigned char *rgb, unsigned char *cmyk,
                       size_t count, bool photograph);

// "0 0 0 1", to four decimals, the same in every locale.
void ez_cmyk_print(GString *out, EzCmyk cmyk);
void ez_ink_print(GString *out, double ink); // one of them
// True for black ink alone, at 100 %.
bool ez_cmyk_is_black(EzCmyk cmyk);
