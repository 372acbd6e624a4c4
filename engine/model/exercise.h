// SPDX-License-Identifier: EUPL-1.2
// An exercise as the kit knows it without running it: the head that its file returns. What it does stands in its function `run`, which a
// session calls.
#pragma once

#include "engine/base/luamap.h"
#include "engine/model/record.h"
#include "engine/model/text.h"

#include <glib.h>

struct EzDeck;
struct EzWorksheet;

// The one level of the steps that this program knows.
enum { EZ_EXERCISE_API = 1 };

// Something that has to lie on the table: `key` as the author writes it, the words by which people know it.
typedef struct EzMaterial {
    const char *key;
    const EzText *words;
    EzPlace place;
} EzMaterial;

// A deck that the head names.
typedef struct EzExerciseDeck {
    const char *name;
    bool own;                  // its cards stand in the exercise
    const struct EzDeck *deck; // of the kit; NULL for an own one
    EzPlace place;
} EzExerciseDeck;

// One of several to choose from.
typedef struct EzChoice {
    const char *id;
    const EzText *words;
} EzChoice;

typedef enum EzParamType {
    EZ_PARAM_TEXT,
    EZ_PARAM_NUMBER,
    EZ_PARAM_CHOICE,
    EZ_PARAM_YES_NO
} EzParamType;

// What the facilitator says before a session begins. Which members count depends on the type.
typedef struct EzParam {
    const char *name;
    int type; // EzParamType
    const EzText *words;
    double min,
        max; // of a number; of a text how many characters. Infinite where there is no limit
    EzChoice *options;
    int n_options;
    bool has_default;
    const char *text; // the default: of a text, of a choice the id of an option
    double number;
    bool yes;
} EzParam;

typedef struct EzExercise EzExercise;
struct EzExercise {
    const char *path; // from the kit's folder: "scripts/organisation/rollentrap.lua"
    const char *id, *code, *version;
    int api;
    EzNames languages; // those of the kit
    const EzText *title, *goal, *when, *outcome, *tips, *pitfalls;
    const char *reference, *track;
    EzBounds people;
    int minutes;
    int retention; // days that a session is kept; 0 = not said
    EzNames material_keys, include_names;
    const char *worksheet_name;
    EzMaterial *materials; // in the order of the head
    int n_materials;
    EzExerciseDeck *decks; // in the order of the head; its own behind them, by name
    int n_decks;
    const EzExercise **includes;
    int n_includes;
    const struct EzWorksheet *worksheet; // NULL = none
    EzParam *params;                     // by name
    int n_params;
    int run; // a reference of the Lua room
    EzOrigin origin;
};

// Something that a session keeps of the kit, by its name there.
typedef struct EzPin {
    char *path;
    GBytes *bytes;
} EzPin;

extern const EzRecord ez_exercise_record, ez_param_record;
// The words for EzParam.type; ends with NULL.
extern const char *const ez_param_type_words[];
