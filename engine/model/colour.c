// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/colour.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool ez_colour_parse_hex(const char *text, EzColour *out)
{
    if (strlen(text) != 7 || text[0] != '#' || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    unsigned long rgb = strtoul(text + 1, NULL, 16);
    *out = (EzColour){.r = (double)(rgb >> 16 & 255) / 255,
                      .g = (double)(rgb >> 8 & 255) / 255,
                      .b = (double)(rgb & 255) / 255,
                      .tint = 1};
    return true;
}

static double mix(double value, double share)
{
    return 1 + (value - 1) * share;
}

EzColour ez_colour_tint(EzColour colour, double share)
{
    colour.r = mix(colour.r, share);
    colour.g = mix(colour.g, share);
    colour.b = mix(colour.b, share);
    colour.tint *= share;
    return colour;
}

EzColour ez_colour_over(EzColour colour, EzColour ground, double share)
{
    if (share >= 1)
        return colour;
    return (EzColour){.r = ground.r + (colour.r - ground.r) * share,
                      .g = ground.g + (colour.g - ground.g) * share,
                      .b = ground.b + (colour.b - ground.b) * share,
                      .tint = 1};
}

static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

double ez_colour_luminance(EzColour colour)
{
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double ez_luminance_contrast(double a, double b)
{
    return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

double ez_colour_contrast(EzColour a, EzColour b)
{
    return ez_luminance_contrast(ez_colour_luminance(a), ez_colour_luminance(b));
}

void ez_colour_hex(EzColour colour, char out[8])
{
    g_snprintf(out, 8, "#%02X%02X%02X", (unsigned)lround(colour.r * 255) & 255,
               (unsigned)lround(colour.g * 255) & 255, (unsigned)lround(colour.b * 255) & 255);
}

bool ez_colour_equal(EzColour a, EzColour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && g_strcmp0(a.name, b.name) == 0 &&
           a.tint == b.tint;
}
