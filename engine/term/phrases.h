// SPDX-License-Identifier: EUPL-1.2
// What the terminal says, in each language: the table is phrases.inc.
#pragma once

typedef enum EzPhrase {
#define EZ_PHRASE(name, nl, en) EZ_SAY_##name,
#include "engine/term/phrases.inc"
#undef EZ_PHRASE
    EZ_PHRASES
} EzPhrase;

// The phrase in "nl"; any other language is English.
const char *ez_phrase(EzPhrase phrase, const char *language);
// The phrase with its first %s replaced by `a` and the second by `b`; owned by the caller.
char *ez_phrase_fill(EzPhrase phrase, const char *language, const char *a, const char *b);
