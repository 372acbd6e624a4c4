// SPDX-License-Identifier: EUPL-1.2
// An exercise as the kit knows it without running it: the head that its file returns. What it does stands in its function `run`, which a
// session calls.
#pragma once

#include "engine/base/luamap.h"
#include "engine/model/record.h"
#include "engine/model/text.h"

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

// A deck that the head names, of the kit or written in the exercise.
typedef struct EzExerciseDeck {
    const char *name;
    const struct EzDeck *deck; // NULL where the exercise has the cards itself
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
    EZ_PARAM_FLAG,
    EZ_PARAM_TYPES
} EzParamType;

// What the facilitator says before a session begins. Which members count depends on the type.
typedef struct EzParam {
    const char *name;
    int type; // EzParamType
    const EzText *words;
    int longest;      // of a text, in characters; 0 = any
    double min, max;  // of a number; infinite where there is no limit
    EzChoice *options;
    int n_options;
    bool has_default;
    const char *text; // the default of a text or choice (the id of an option)
    double number;
    bool flag;
    EzPlace place;
} EzParam;

typedef struct EzExercise EzExercise;
struct EzExercise {
    const char *path; // from the kit's folder: "scripts/organisation/rollentrap.lua"
    const char *id, *code, *version;
    int api;
    EzNames languages; // those of the kit
    const EzText *title, *goal, *when, *outcome, *tips, *pitfalls;
    const char *reference, *track;
    EzSpan people;
    int minutes;
    EzNames material_keys, include_names;
    const char *worksheet_name;
    EzMaterial *materials;
    int n_materials;
    EzExerciseDeck *decks; // in the order of the head; those of its own by name behind them
    int n_decks;
    const EzExercise **includes;
    int n_includes;
    const struct EzWorksheet *worksheet; // NULL = none
    EzParam *params;                     // by name
    int n_params;
    int run; // a reference of the Lua room
    EzOrigin origin;
};

extern const EzRecord ez_exercise_record;
// What a param may say, by its type; all of them in one for help and manual.
extern const EzRecord ez_param_records[EZ_PARAM_TYPES];
extern const EzRecord ez_param_record;
// The words for EzParam.type; ends with NULL.
extern const char *const ez_param_type_words[];
