// SPDX-License-Identifier: EUPL-1.2
// Lengths. Everything is in millimetres but type sizes, which are in points of 1/72 inch.
#pragma once

#include <stdbool.h>

#define EZ_MM_PER_PT (25.4 / 72.0)

typedef enum EzUnit { EZ_MM, EZ_PERCENT, EZ_AUTO } EzUnit;

// A length as an author gives it: so many mm, a share of what the parent has, or whatever comes out.
typedef struct EzLength {
    double value;
    EzUnit unit;
} EzLength;

// Reads "12", "12mm", "1.5cm", "9pt", "40%"; false when it is none of these. The point is the decimal mark.
bool ez_length_parse(const char *text, EzLength *out);
// In mm, for a parent of `whole` mm; `fallback` where it is EZ_AUTO.
double ez_length_resolve(EzLength length, double whole, double fallback);
double ez_mm_from_pt(double pt);
// To 0.001 mm, and never -0.
double ez_mm_round(double mm);
