// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/drawing.h"

static const char *const cap_words[] = {"butt", "round", NULL};

#define AT(member) offsetof(EzPenStroke, member)

static const EzProp stroke[] = {
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of the line; ink where it says none."},
    {"width", EZ_TYPE_NUMBER, AT(width), false, NULL, 0.01, 50, "Of the line, in mm."},
    {"dash", EZ_TYPE_DASH, AT(dash), false, NULL, 0, 100, "{ on, off } in mm."},
    {"cap", EZ_TYPE_CHOICE, AT(cap), false, cap_words, 0, 0, "Its ends: cut off, or round."},
    EZ_PROPS_END,
};

const EzRecord ez_pen_stroke_record = {"stroke", "a stroke", "A line along the path.",
                                       (const EzProp *const[]){stroke, NULL}};
