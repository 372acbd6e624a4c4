// SPDX-License-Identifier: EUPL-1.2
// A source is the text of one file of the author, and a place is a stretch of it.
// Lines and columns count from 1; a column counts characters, not bytes. 0 means unknown.
#pragma once

#include <glib.h>

typedef struct EzSource {
    char *name; // as messages show it: the path from the kit folder, "kit/decks/natuur.lua"
    char *
        text; // NUL-terminated; UTF-8 but in a file that is refused for it. A byte order mark is no part of line 1
    size_t length;
    GArray *lines; // of size_t: where each line begins
} EzSource;

typedef struct EzPlace {
    const EzSource *source; // not owned; NULL where a mistake belongs to no file
    int line, column;
    int length; // in characters, on this line
} EzPlace;

// Takes a copy of both texts.
EzSource *ez_source_new(const char *name, const char *text, size_t length);
void ez_source_free(EzSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzSource, ez_source_free)

int ez_source_line_count(const EzSource *source);
// The bytes [start, end) as a place; a stretch over several lines is cut at its first line. Far along a line of more than 8 KiB the column
// is unknown.
EzPlace ez_source_place(const EzSource *source, size_t start, size_t end);
// The line that holds this byte.
int ez_source_line_at(const EzSource *source, size_t offset);
// A line without its end of line; owned by the caller. NULL when there is no such line.
char *ez_source_line(const EzSource *source, int line);
// Where a line begins, in bytes; the text's length when there is no such line.
size_t ez_source_line_start(const EzSource *source, int line);
// A line from its first character that is no blank; line 0 is the file by name alone.
EzPlace ez_source_whole_line(const EzSource *source, int line);

// A text as a terminal may see it: control and invisible characters and broken bytes as symbols, so that each is one line. Owned by
// the caller.
char *ez_source_shown(const char *text);

// The excerpt under a message: gutter, line (at most 80 columns around the place, tabs as 4, control
// characters shown as symbols, wide characters counted as 2) and carets. Owned by the caller;
// NULL where the place has no line.
char *ez_source_excerpt(EzPlace place);
