// SPDX-License-Identifier: EUPL-1.2
// The few words that the program itself puts on paper or into a PDF, by language.
#pragma once

typedef struct EzPrintWords {
    const char *language;
    const char *sides[2];   // by EzSide
    const char *both_sides; // of a sheet that is folded
    const char *sheet, *scale;
    const char *percent;      // what stands behind the number
    const char *decimal_mark; // in it
} EzPrintWords;

// For "nl", "nl-BE" …; languages that it has no words for read the English ones.
const EzPrintWords *ez_print_words(const char *language);
