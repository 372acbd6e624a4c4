// SPDX-License-Identifier: EUPL-1.2
// What somebody types, line by line, of a terminal or a pipe; while nothing comes, time passes.
#pragma once

#include <glib.h>
#include <signal.h>
#include <stdbool.h>

typedef struct EzLines {
    int in;
    const volatile sig_atomic_t *stop; // set by a signal: nothing more comes; may be NULL
    void (*tick)(void *data);          // about once a second while nothing comes; may be NULL
    void *data;
    GString *waiting; // read, and not handed out yet
    bool ended;
} EzLines;

void ez_lines_init(EzLines *lines, int in, const volatile sig_atomic_t *stop);
void ez_lines_clear(EzLines *lines);
// The next line without its end, as valid UTF-8 and without white space around it; owned by the caller. What stands before the end of
// the input is a line too. NULL when there is none, or a signal came.
char *ez_lines_next(EzLines *lines);
