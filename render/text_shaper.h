// SPDX-License-Identifier: EUPL-1.2
// Words as glyphs, each shaped once and kept. Private to render/text*.c.
#pragma once

#include "engine/base/arena.h"
#include "render/word.h"
#include "render/typesetter.h"

// How words are shaped: a font, its features and a language. Lives as long as the typesetter.
typedef struct EzFace EzFace;

// Of a span: letters that are set apart have no ligatures.
const EzFace *ez_shaper_face(EzTypesetter *typesetter, const EzSpan *span);
// The advance and glyph of a space.
double ez_face_space(const EzFace *face, unsigned *glyph);

// A word without spaces, in characters that run from left to right. With `hyphen` one stands
// behind it, whose text is a soft hyphen. Lives until the next ez_shaper_tidy.
const EzWord *ez_shaper_word(EzTypesetter *typesetter, const EzFace *face, const char *text,
                             int bytes, bool hyphen);
// Forgets all words when there are very many.
void ez_shaper_tidy(EzTypesetter *typesetter);
