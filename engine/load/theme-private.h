// SPDX-License-Identifier: EUPL-1.2
// A theme and those that it extends, each a table on the Lua stack.
#pragma once

#include "engine/load/part.h"

typedef struct ThemeLayer ThemeLayer;
struct ThemeLayer {
    EzReading reading;
    int table;        // of the stack
    const char *path; // of its file
    ThemeLayer *over; // the one that extends it; NULL for the kit's own
};

// [-0, +0] How many entries all layers have under `field`, names that stand in several counted for each.
int ez_theme_count(ThemeLayer *lowest, const char *field);
// [-0, +0] Reads the styles of all layers, the lowest first, into the theme, whose fonts and colours are there.
void ez_theme_styles(ThemeLayer *lowest, EzTheme *theme);
