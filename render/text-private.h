// SPDX-License-Identifier: EUPL-1.2
// Copy on its way to lines. Words become atoms, atoms lines, lines runs of glyphs; text that
// runs from right to left goes through Pango's own layout instead.
#pragma once

#include "render/breaker.h"
#include "render/text.h"
#include "render/text_shaper.h"

// A stretch of one span without spaces.
typedef struct EzFragment {
    int span;
    const EzFace *face;
    const EzWord *word;
    const char *text; // `bytes` of the copy's text
    int bytes;
    int spaces;     // behind it
    int space_span; // whose spaces they are
    const EzFace *space_face;
} EzFragment;

// A part of a fragment that is not divided: between two of the word's divisions.
typedef struct EzPart {
    int fragment;
    int from, to; // divisions of the word; -1 its start, n_divisions its end
} EzPart;

struct EzCopy {
    EzTypesetter *typesetter;
    EzArena *arena;
    const EzSpan *spans;
    int n_spans;
    int *ends;        // of each span in the text
    const char *text; // of all spans, without line ends
    int length;
    bool bidi, is_long;
    gunichar missing;
    const EzFragment *fragments;
    int n_fragments;
    const EzPart *parts; // one an atom
    int n_parts;
};

// Reads fragments and parts from the text; not for bidi.
void ez_copy_read_words(EzCopy *copy);
// The atoms at a size, in mm, one for each part. g_free.
EzAtom *ez_copy_atoms(const EzCopy *copy, double size);
// The lines that end with these parts. `target` > 0: the spaces of each line but the last are
// stretched so that it is that wide.
const EzParagraph *ez_copy_assemble(const EzCopy *copy, double size, const EzBreaker *breaker,
                                    const int *ends, int n_lines, double target);

// ---- right to left ----
bool ez_text_is_bidi(const char *text, int length);
// Pango's lines, plainly broken.
const EzParagraph *ez_bidi_set(const EzCopy *copy, double size, double width);
