// SPDX-License-Identifier: EUPL-1.2
// Records of what an author may write: for each word (deck, card, text, fill …) the fields it takes, what each must
// be, and where the value goes in a C struct. The reader, its checks, the messages, the help and the type stubs all derive from
// these tables; adding a field is adding a line.
#pragma once

#include "engine/base/luamap.h"
#include "engine/base/units.h"
#include "engine/model/text.h"

#include <stddef.h>

// What a field must be, and the C type of the member it is read into.
typedef enum EzType {
    EZ_TYPE_TEXT,   // const EzText *     one string a language
    EZ_TYPE_PLAIN,  // const char *       one string for all languages
    EZ_TYPE_NAME,   // const char *       the name of something: a style, file, sibling
    EZ_TYPE_ID,     // const char *       a slug or code
    EZ_TYPE_COLOUR, // const char *       a colour, resolved against the theme later
    EZ_TYPE_NUMBER, // double
    EZ_TYPE_WHOLE,  // int
    EZ_TYPE_FLAG,   // bool
    EZ_TYPE_LENGTH, // EzLength           mm, or a string such as "9pt", "40%"
    EZ_TYPE_CHOICE, // int                index into `options`
    EZ_TYPE_NAMES,  // EzNames            a list of names
    EZ_TYPE_TEXTS,  // EzTexts            a list of texts, each in each language
    EZ_TYPE_SERIES, // EzNumbers          a list of numbers
    EZ_TYPE_MATRIX, // EzNumberLists      a list of lists of numbers
    EZ_TYPE_POINT,  // EzPair             { x, y }
    EZ_TYPE_RANGE,  // EzPair             { max, min } in pt
    EZ_TYPE_DASH,   // EzPair             { on, off }
    EZ_TYPE_HANG,   // EzHang             { name, distance }
    EZ_TYPE_SIDES,  // EzSides            d, or { top, right, bottom, left }
    EZ_TYPE_SIZE,   // EzSize             "a6" or { width, height }
    EZ_TYPE_CMYK,   // EzInks             { c, m, y, k } in percent
    EZ_TYPE_ACTION, // int                a function: a reference of the Lua room, 0 = none
    EZ_TYPE_DRAW,   // int                the same, of a function that gets a pen
    EZ_TYPE_SIDE,   // EzFaceSide         a function, or functions by the name of a slot
    EZ_TYPE_BOUNDS, // EzBounds           { least, most }
    EZ_TYPE_RUN,    // int                as an action, of a function that gets the steps
    EZ_TYPE_VALUE, // –                  a text, a number, true or false: code of its own reads it
    EZ_TYPE_OTHER, // –                  a table that code of its own reads
} EzType;

typedef struct EzNames {
    const char *const *names; // NULL-terminated
    int count;
} EzNames;

typedef struct EzTexts {
    const EzText *const *texts;
    int count;
} EzTexts;

typedef struct EzNumbers {
    const double *numbers;
    int count;
    bool given; // though it may be empty
} EzNumbers;

typedef struct EzNumberLists {
    const EzNumbers *lists;
    int count;
    bool given;
} EzNumberLists;

typedef struct EzPair {
    double x, y;
    bool given;
} EzPair;

typedef struct EzBounds {
    int least, most;
} EzBounds;

typedef struct EzHang {
    const char *name; // NULL = does not hang
    double distance;  // mm
} EzHang;

typedef struct EzSides {
    double top, right, bottom, left; // mm
} EzSides;

typedef struct EzSize {
    double width, height; // mm
} EzSize;

typedef struct EzInks {
    double c, m, y, k; // 0 … 1
    bool given;
} EzInks;

typedef struct EzProp {
    const char *name;
    EzType type;
    size_t offset; // of the member in the record's struct
    bool required;
    const char *const *options; // of a choice; ends with NULL
    double min, max;            // of a number, length or whole; both 0 = any
    const char *doc;            // one sentence, for the editor and the manual
} EzProp;

typedef struct EzRecord {
    const char *word;  // as authors write it: "deck", "text"
    const char *thing; // as messages say it: "a deck"
    const char *doc;
    const EzProp *const
        *groups; // groups of props, each ending with a record without a name; ends with NULL
} EzRecord;

#define EZ_PROPS_END                                                                           \
    {                                                                                          \
        NULL, EZ_TYPE_OTHER, 0, false, NULL, 0, 0, NULL                                        \
    }

// The prop of this name, or NULL.
const EzProp *ez_record_prop(const EzRecord *record, const char *name);
// All names of a record's props, NULL-terminated; free with g_free (the names are the record's).
const char **ez_record_names(const EzRecord *record);
// "text", "a number", "a list of names" …: what messages and the manual call a type.
const char *ez_type_words(EzType type);
