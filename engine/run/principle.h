// SPDX-License-Identifier: EUPL-1.2
// The principle check: whether a sentence that somebody made of a piece of biology has become advice that any team can use. It knows
// words, not meanings: a hint to look again, which the light sums up, never a verdict. Pure: a text gives the same result always, in
// time linear in its length.
//
// The rules are ours, made for the exercise "From mechanism to principle". A rule that names words looks at whole words, without capitals
// and accents, in the plural and the diminutive too; one word raises one flag, the first in the order below. What it cannot tell apart
// it lets pass: "bij" is a bee after "de" or "een" only.
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef enum EzPrincipleFlag {
    EZ_PRINCIPLE_SPECIES, // a word of the names that were given: those of the card's organism
    EZ_PRINCIPLE_BIOLOGY, // a plant, an animal, a part of one: a team should not need to know it
    EZ_PRINCIPLE_JARGON, // an office word that has a plain one, which the finding then has in `instead`
    EZ_PRINCIPLE_NO_VERB, // no verb that we know among the first five words: advice begins with what to do
    EZ_PRINCIPLE_LONG, // more than twenty words
    EZ_PRINCIPLE_ABSOLUTE, // always, never, "nature wants": nothing in nature is so, and it obliges to nothing
    EZ_PRINCIPLE_FLAGS
} EzPrincipleFlag;

// Green: 0 or 1 findings; orange: 2; red: 3 or more.
typedef enum EzPrincipleLight {
    EZ_PRINCIPLE_GREEN,
    EZ_PRINCIPLE_ORANGE,
    EZ_PRINCIPLE_RED,
} EzPrincipleLight;

typedef struct EzPrincipleFinding {
    int count; // how often this flag was raised; 0 = it was not
    size_t start,
        length; // bytes of the first place; of LONG, the words past the twentieth; of NO_VERB, none
    const char *instead; // what to write there, static; NULL where there is nothing
} EzPrincipleFinding;

typedef struct EzPrinciple {
    EzPrincipleFinding flags[EZ_PRINCIPLE_FLAGS];
    int findings; // of all flags; each word counts
    EzPrincipleLight light;
    int words; // "doe-democratie" is one
    // Readability, by words in a sentence and words of more than six letters (LIX; Björnsson 1968, Läsbarhet). Below 40 reads easily;
    // Dutch compounds push it up, so it raises no flag. 0 without words.
    double lix;
} EzPrinciple;

// "species", "no_verb"; "green". What a journal keeps, so they never change.
const char *ez_principle_flag_name(EzPrincipleFlag flag);
const char *ez_principle_light_name(EzPrincipleLight light);

// Looks at `length` bytes of text; bytes that are no UTF-8 stand between words. `language` is "nl" or "en"; in another one only names and
// length are looked at. `names` ends with NULL and may be NULL: "Zwarte wegmier", "Lasius niger", "dier". Of a name, words that say how
// it looks ("zwarte", "common") and those below three letters do not count. No words, no flags.
void ez_principle_check(EzPrinciple *principle, const char *text, size_t length,
                        const char *language, const char *const *names);
