// SPDX-License-Identifier: EUPL-1.2
// What the principle check knows of each language. For principle*.c and its test only.
#pragma once

#include "engine/run/principle.h"

// Bytes of a folded word with its NUL; longer words are in no list.
enum { EZ_WORD_MAX = 48, EZ_FORMS_MAX = 40 };

// The words of which a word may be a form, itself first. Some of them are no words: they are only looked up.
typedef struct EzForms {
    char form[EZ_FORMS_MAX][EZ_WORD_MAX];
    int count;
} EzForms;

void ez_dutch_noun_forms(EzForms *forms, const char *word);
void ez_dutch_verb_forms(EzForms *forms, const char *word);
void ez_english_noun_forms(EzForms *forms, const char *word);
void ez_english_verb_forms(EzForms *forms, const char *word);

typedef struct EzWordInstead {
    const char *word, *instead;
} EzWordInstead;

// Two words that raise a flag together, with so many others between them at most.
typedef struct EzWordPair {
    EzPrincipleFlag flag;
    const char *first, *second;
    int between;
    const char *instead;
} EzWordPair;

enum { EZ_PAIRS_MAX = 16 };

typedef struct EzWordList {
    const char *const *words;
    size_t count;
} EzWordList;

typedef struct EzPrincipleWords {
    const char *language;
    EzWordList verbs, biology;
    EzWordList nouns; // biology, but only after an article
    EzWordList articles;
    EzWordList plain; // of a name, what names nothing
    EzWordList absolutes;
    struct {
        const EzWordInstead *words;
        size_t count;
    } jargon;
    struct {
        const EzWordPair *words;
        size_t count;
    } pairs;
    void (*noun_forms)(EzForms *forms, const char *word);
    void (*verb_forms)(EzForms *forms, const char *word);
} EzPrincipleWords;

// Ends with a record without a language.
extern const EzPrincipleWords ez_principle_words[];
