// SPDX-License-Identifier: EUPL-1.2
// What the subcommands share: where the kit and the program's data are, and how mistakes are shown.
#pragma once

#include "engine/build/build.h"
#include "engine/cmd/command.h"
#include "print/preflight.h"

#include <stdio.h>

// Where a command finds things. Strings are owned.
typedef struct EzSite {
    char *folder;   // that holds kit/
    char *house;    // that holds the kit which comes with the program
    char *prefix;   // from this folder to that one: "", "walk/", "../"
    char *library;  // the author library
    char *cache;    // a folder of this user
    char *stamps;   // of the files that were printed
    char *hyphens;  // hyphenation patterns
    char *press;    // profiles of print shops, and of colour
    char *colours;  // those of colour
    char *fonts[2]; // fonts of the installed kit, NULL-terminated
} EzSite;

// False, after a sentence on standard error, when there is no kit.
bool ez_site_init(EzSite *site, const EzArguments *arguments);
void ez_site_clear(EzSite *site);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzSite, ez_site_clear)

// A request with what the site and the machine say: limits, fonts, date, version.
EzBuildRequest ez_site_request(const EzSite *site);

// What --ui-lang says, English without it. False after a sentence.
bool ez_take_ui_language(const EzArguments *arguments, EzPreflightLanguage *language);

// Shows mistakes sorted, at most 20 unless they go to a program; `only` (NULL-terminated, or NULL) restricts them to these files.
// Texts for people go to `out`, JSON always to standard output.
void ez_show_diags(EzDiags *diags, const EzArguments *arguments, const EzSite *site,
                   const char *const *only, FILE *out);
// How many of these errors and warnings are in these files.
int ez_count_diags(const EzDiags *diags, const char *const *only, EzSeverity severity);

// Whether colours and progress may be shown on this stream.
bool ez_is_lively(FILE *stream);

// Of the terminal that standard output is. False when it is none, or does not say.
bool ez_terminal_size(int *rows, int *columns);

// True once somebody pressed Ctrl-C; the pointer is for EzBuildRequest.stop.
void ez_stop_catch(void);
const volatile sig_atomic_t *ez_stop_flag(void);
// "1 card", "2 cards"; owned by the caller.
char *ez_count_words(int count, const char *one, const char *many);
// What an ended build means for the process, with a sentence on standard error where one is due.
EzExit ez_exit_of(EzBuildEnd end, const GError *error);
