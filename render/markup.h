// SPDX-License-Identifier: EUPL-1.2
// The four signs within an author's text: *strong*, _emphasised_, [a link](https://…), :icon:. What is left when they are taken away, and
// how each stretch of it is meant. Prose keeps its signs:
//
// - * and _ open before something that is no space and behind something that is no letter or digit, and close the other way round. So
//   "5 * 3", "2*3*4" and "snake_case" are left alone, and so is a sign beside its like ("**", "____") and one that nothing closes.
// - Within a web or mail address nothing is a sign.
// - A link is [words](address) without spaces in the address and without brackets in the words.
// - :name: is an icon only where there is one of that name, and is left alone else.
// - \ takes the meaning from * _ [ ] : and \, and vanishes. Before anything else it stays.
#pragma once

#include <stdbool.h>

#include "engine/base/arena.h"

typedef struct EzMarkupSpan {
    int start, end; // bytes of EzMarkup.text
    bool strong, emphasised;
    int link;  // of EzMarkup.links; -1 = none
    bool icon; // the bytes are the name of an icon, which is drawn instead of set
} EzMarkupSpan;

typedef struct EzMarkup {
    const char *text;          // without signs
    const EzMarkupSpan *spans; // one behind the other, no two alike, together all of the text
    int n_spans;
    const char *const *links; // addresses
    int n_links;
    int unclosed; // byte of the source: the first sign before a word, or bracket of a link, that opens and is never closed; -1 = none
    const char *
        bad_link; // the first address that begins with none of https:// http:// mailto:; it is left as text. NULL = none
} EzMarkup;

// Whether there is nothing in it that could be a sign: most texts need no parsing.
bool ez_markup_is_plain(const char *source);

typedef bool (*EzMarkupHasIcon)(const char *name, void *data);

// Reads valid UTF-8 in time that grows with its length. What it gives lies in the arena. `has_icon` may be NULL: there are no icons.
const EzMarkup *ez_markup_parse(EzArena *arena, const char *source, EzMarkupHasIcon has_icon,
                                void *data);
