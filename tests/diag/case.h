// SPDX-License-Identifier: EUPL-1.2
// A case of the diagnostics: a small kit with mistakes, each with its message beside the bad line. README.md has the notation.
#pragma once

#include "engine/base/diag.h"

// A file with cases, as its lines.
typedef struct Book {
    char *path, *name;
    GPtrArray *lines; // of text
    GPtrArray *cases; // of Case
} Book;

typedef struct Case {
    Book *book;
    char *name, *base;
    bool hurried;    // its scripts get no time
    int first, last; // its lines in the book: [first, last)
} Case;

Book *book_read(const char *path);
void book_free(Book *book);

// Writes the case's kit below a folder: the base, and the case's own files over it.
void case_write(const Case *c, const char *folder);
// What the case expects, as lines "file:line:col: severity[CODE]: message | hint", sorted.
GPtrArray *case_expected(const Case *c);
// The block of lines that the case expects to be printed; NULL where it has none.
char *case_output(const Case *c);
// A diagnostic as such a line.
char *case_line(const EzDiag *diag);
// The case's lines with its expectations made anew from these diagnostics (of EzDiag).
char *case_rewritten(const Case *c, const EzDiags *diags, const char *output);
