// SPDX-License-Identifier: EUPL-1.2
// A kit: decks of cards, worksheets, exercises, a theme. Plain structs in the kit's arena, each with its place in the author's file.
#pragma once

#include "engine/base/arena.h"
#include "engine/model/exercise.h"
#include "engine/model/node.h"
#include "engine/model/record.h"
#include "engine/model/theme.h"
#include "engine/model/value.h"

typedef struct EzDeck EzDeck;

typedef struct EzCard {
    const char *id;
    const EzText *title;
    int copies;
    const EzDeck *deck;
    const EzValue *values; // one for each field of the deck, in its order
    EzOrigin origin;
    EzPlace place;
} EzCard;

struct EzDeck {
    const char *name; // of the file, kit/decks/<name>.lua
    const char *id, *code;
    const EzText *title;
    EzSize size;
    double bleed, safe, corner; // mm
    int copies;                 // of a card that does not say
    const char *face;           // kit/faces/<face>.lua
    const EzCardField *fields;
    int n_fields;
    const char *const *field_names; // of them, NULL-terminated; NULL when there are none
    EzCard *cards;
    int n_cards;
    EzOrigin origin;
};

typedef struct EzWorksheet {
    const char *name; // of the file
    const char *id, *code;
    const EzText *title;
    const char *exercise;
    const char *colour; // of fields that name none; NULL = ink
    EzSize size;        // turned by `orientation` already
    int orientation;    // index into portrait, landscape
    double bleed, safe;
    const EzNode *const *pages;
    int n_pages;
    EzOrigin origin;
} EzWorksheet;

typedef struct EzKit {
    const char *id, *version, *licence;
    EzNames languages; // the first is the source language
    const EzText *title, *subtitle;
    const char *theme_name;
    EzNames deck_names, worksheet_names, exercise_names;
    const EzTheme *theme;
    EzDeck **decks;
    int n_decks;
    EzWorksheet **worksheets;
    int n_worksheets;
    EzExercise **exercises; // in the order of the patterns, then of their files' names
    int n_exercises;
    EzMaterial *materials; // that are none of decks, worksheets and cards; by key
    int n_materials;
    EzOrigin origin;
} EzKit;

extern const EzRecord ez_kit_record, ez_deck_record, ez_card_record, ez_worksheet_record,
    ez_face_record;
// The words for EzWorksheet.orientation; ends with NULL.
extern const char *const ez_orientation_words[];

typedef enum EzSide { EZ_FRONT, EZ_BACK } EzSide;

// What a face puts in a slot of the face that it extends.
typedef struct EzSlot {
    const char *name;
    int function;
    EzPlace place;
} EzSlot;

// One side of a face: a function that gives all of it, or what it puts in slots, or nothing. Functions are references of the Lua room.
typedef struct EzFaceSide {
    int function; // 0 = none
    const EzSlot *slots;
    int n_slots;
} EzFaceSide;

typedef struct EzFace {
    const char *name;
    const char *extends; // kit/faces/<extends>.lua; NULL = none
    EzFaceSide front, back;
    EzOrigin origin;
} EzFace;

extern const char *const ez_side_words[]; // "front", "back"

const EzFaceSide *ez_face_side(const EzFace *face, EzSide side);

// "a6" in any case gives true and its size, upright.
bool ez_size_named(const char *name, EzSize *out);
// The names, NULL-terminated.
extern const char *const ez_size_names[];

// A field's number by name; -1 when the deck has none.
int ez_deck_field(const EzDeck *deck, const char *name);
// The deck or worksheet by id, code or file name, case ignored; NULL.
const EzDeck *ez_kit_deck(const EzKit *kit, const char *id);
const EzWorksheet *ez_kit_worksheet(const EzKit *kit, const char *id);
// The exercise by id or code, case ignored; NULL.
const EzExercise *ez_kit_exercise(const EzKit *kit, const char *id);
// A card by id within a deck, case ignored; NULL.
const EzCard *ez_deck_card(const EzDeck *deck, const char *id);
// A language's number, -1 when the kit lacks it.
int ez_kit_language(const EzKit *kit, const char *language);
