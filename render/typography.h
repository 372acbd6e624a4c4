// SPDX-License-Identifier: EUPL-1.2
// What a typesetter does to typed text, by language: curly quotes, en dash between digits, a
// no-break space before units; a word joiner after "doi:" so that a number stays with it, between
// the numbers of a range, and in a compound of which fewer than five letters would stand alone.
#pragma once

#include <glib.h>

// `before` is the character that stands before the text (0 at the start of a paragraph): it
// decides whether a quote opens or closes. Set text is left as it is. Languages other than
// "nl", "en" and "la" are set as English, Latin not at all. Owned by the caller.
char *ez_typography_apply(const char *text, const char *language, gunichar before);
// Where the first `bytes` of `text` end in `set`, which is what became of `text`: each character became one, and a word joiner may
// have come behind it. `text` goes on behind those bytes, or ends.
const char *ez_typography_follow(const char *set, const char *text, int bytes);
