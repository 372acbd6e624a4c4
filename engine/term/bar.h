// SPDX-License-Identifier: EUPL-1.2
// The last row of a terminal, where the time goes on while somebody types. All other rows scroll above it as ever, and what is typed is
// never touched.
#pragma once

#include <stdbool.h>
#include <stdio.h>

typedef struct EzBar {
    FILE *out;
    bool colour;       // it may stand out from the rest
    int rows, columns; // of the terminal; rows is 0 while there is no bar
    char *shown;
} EzBar;

// Takes the last row; a terminal that is very low keeps its rows.
void ez_bar_size(EzBar *bar, int rows, int columns);
// What stands in it, as far as it fits; nothing is written when it stands there already.
void ez_bar_show(EzBar *bar, const char *text);
// Gives the row back.
void ez_bar_close(EzBar *bar);
