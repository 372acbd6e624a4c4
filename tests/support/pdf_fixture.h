// SPDX-License-Identifier: EUPL-1.2
// Small PDFs, written by hand as text: the head, objects ("4 << … >>", or with "\nstream\n" and the data behind it) and
// "trailer << … >>", with blank lines between. Lengths and the table of places are made here.
#pragma once

#include <glib.h>

// A finished file; `find` (may be NULL) must be in the text, and its first is replaced.
GBytes *ez_fixture_pdf(const char *text, const char *find, const char *replace);
// Only the text, for one difference more; owned by the caller.
char *ez_fixture_edit(const char *text, const char *find, const char *replace);

// Two files that break no rule: a tagged page for screens, and a page for a press.
extern const char ez_fixture_screen[], ez_fixture_press[];
