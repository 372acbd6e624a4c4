// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/units.h"

#include <glib.h>
#include <math.h>

static const struct {
    const char *suffix;
    double factor;
    EzUnit unit;
} units[] = {
    {"", 1, EZ_MM},          {"mm", 1, EZ_MM}, {"cm", 10, EZ_MM}, {"pt", EZ_MM_PER_PT, EZ_MM},
    {"%", 0.01, EZ_PERCENT},
};

bool ez_length_parse(const char *text, EzLength *out)
{
    char *end;
    double value = g_ascii_strtod(text, &end);
    if (end == text || !isfinite(value))
        return false;
    while (*end == ' ')
        end++;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_strcmp0(end, units[i].suffix) == 0) {
            *out = (EzLength){value * units[i].factor, units[i].unit};
            return true;
        }
    }
    return false;
}

double ez_length_resolve(EzLength length, double whole, double fallback)
{
    switch (length.unit) {
    case EZ_MM:
        return length.value;
    case EZ_PERCENT:
        return length.value * whole;
    default:
        return fallback;
    }
}

double ez_mm_from_pt(double pt)
{
    return pt * EZ_MM_PER_PT;
}

double ez_mm_round(double mm)
{
    double rounded = round(mm * 1000) / 1000;
    return rounded == 0 ? 0 : rounded;
}
