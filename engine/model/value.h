// SPDX-License-Identifier: EUPL-1.2
// What a deck declares of its cards (fields) and what a card gives for them (values).
#pragma once

#include "engine/model/record.h"

typedef enum EzFieldKind {
    EZ_FIELD_TEXT,  // one string a language
    EZ_FIELD_PLAIN, // one string, in the language `language` when it says so
    EZ_FIELD_NUMBER,
    EZ_FIELD_COLOUR, // a colour of the theme
    EZ_FIELD_ONE_OF,
    EZ_FIELD_REF,   // a card of deck `target`
    EZ_FIELD_REFS,  // a list of them
    EZ_FIELD_LIST,  // a list of what `members[0]` says
    EZ_FIELD_GROUP, // a table of `members`
    EZ_FIELD_KINDS,
} EzFieldKind;

typedef struct EzCardField {
    const char *name;
    EzFieldKind kind;
    bool optional;
    int max;              // characters; 0 = any
    const char *language; // of plain text; NULL = none
    const char *target;   // deck of a reference
    const char *doc;
    EzNames options; // of one_of
    const struct EzCardField *members;
    int n_members;
    EzPlace place;
} EzCardField;

// For each kind its word ("one_of"), what it says for people, and what its declaration may hold.
typedef struct EzFieldWord {
    const char *word, *doc;
    bool takes_max, takes_language, takes_options, takes_target, takes_members;
} EzFieldWord;

extern const EzFieldWord ez_field_words[EZ_FIELD_KINDS];

struct EzCard;

typedef struct EzValue {
    bool given;
    EzPlace place;
    union {
        const EzText *text;
        const char *plain; // plain, colour, one_of; the id of a reference until it is resolved
        double number;
        const struct EzCard *card;
        struct {
            const struct EzValue *items; // of refs, list; the members of a group
            int count;
        };
    };
} EzValue;

// The names of the generated patterns, NULL-terminated: what field.one_of "patterns" stands for.
extern const char *const ez_pattern_names[];
