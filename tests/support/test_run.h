// SPDX-License-Identifier: EUPL-1.2
// The program as a whole, run as a process of its own.
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

typedef struct EzTestRun {
    int status; // of the exit; 1000 + signal when a signal ended it
    char *out, *err;
} EzTestRun;

// Runs ezkit with these arguments (separated by "|", so that they may have spaces) in a folder. `environment` is NULL or a list
// "NAME=value", NULL-terminated; what it names comes in the place of what was there.
EzTestRun ez_test_run(const char *folder, const char *const *environment,
                      const char *arguments);
// The same for a user who may do nothing special, also when root runs the tests. The status is -1 when that user may not run the program.
EzTestRun ez_test_run_as_guest(const char *folder, const char *arguments);
// The same with what somebody types.
EzTestRun ez_test_talk(const char *folder, const char *arguments, const char *typed);
// The same in a terminal of so many columns: all that it showed, with plain ends of lines. Owned by the caller.
char *ez_test_run_in_terminal(const char *folder, int columns, const char *arguments);
// Starts it and lets it go on; its output is dropped.
GSubprocess *ez_test_start(const char *folder, const char *arguments);
// Waits for a started one; gives its status as in EzTestRun.
int ez_test_end(GSubprocess *process);
void ez_test_run_clear(EzTestRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzTestRun, ez_test_run_clear)

// Runs a program of the system ("pdftotext|-raw|FILE|-") and gives its output; fails the test when it does not end well.
char *ez_test_tool(const char *arguments);
