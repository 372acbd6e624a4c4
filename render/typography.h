// SPDX-License-Identifier: EUPL-1.2
// What a typesetter does to typed text, by language: curly quotes, en dash between digits, a no-break space before units, a
// word joiner after "doi:" so that a number stays with it.
#pragma once

#include <glib.h>

// `before` is the character that stands before the text (0 at the start of a paragraph): it decides whether a
// quote opens or closes. Owned by the caller.
char *ez_typography_apply(const char *text, const char *language, gunichar before);
