// SPDX-License-Identifier: EUPL-1.2
// Lines on a terminal, or into a pipe: wrapped to its width, without anything that could steer the terminal.
#pragma once

#include <stdbool.h>
#include <stdio.h>

typedef struct EzScreen {
    FILE *out;
    int width;  // in columns; 0 = lines are not wrapped
    bool plain; // no rules, no colour, no drawing: for screen readers and pipes
} EzScreen;

// A text as it may be shown: control characters and marks that turn the direction of other texts are gone. Owned by the caller.
char *ez_screen_safe(const char *text);
// How many columns it takes.
int ez_screen_columns(const char *text);
// One paragraph; the lines after the first begin `indent` columns further.
void ez_screen_put(const EzScreen *screen, int indent, const char *text);
void ez_screen_heading(const EzScreen *screen, const char *text);
void ez_screen_space(const EzScreen *screen);
// "name  ████ 4"; `share` of the widest bar, from 0 to 1.
void ez_screen_bar(const EzScreen *screen, const char *name, double share, const char *value);
// What stands before the place where somebody types; on one line with it.
void ez_screen_prompt(const EzScreen *screen, const char *text);
