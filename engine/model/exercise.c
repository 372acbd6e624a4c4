// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/exercise.h"

const char *const ez_param_type_words[] = {"text", "number", "choice", "yes_no", NULL};

#define AT(member) offsetof(EzExercise, member)
static const EzProp exercise_props[] = {
    {"id", EZ_TYPE_ID, AT(id), true, NULL, 0, 0,
     "Its name in commands, and that of its file: ID.lua."},
    {"code", EZ_TYPE_ID, AT(code), false, NULL, 0, 0, "A short name: \"O1\"."},
    {"version", EZ_TYPE_PLAIN, AT(version), true, NULL, 0, 0, "Of the exercise: \"1.0.0\"."},
    {"api", EZ_TYPE_WHOLE, AT(api), true, NULL, 0, 0,
     "The level of the steps it is written for: 1."},
    {"languages", EZ_TYPE_NAMES, AT(languages), false, NULL, 0, 0,
     "Those of the kit, in which every step has its text; may be left out."},
    {"title", EZ_TYPE_TEXT, AT(title), true, NULL, 0, 0, "The exercise's name for people."},
    {"goal", EZ_TYPE_TEXT, AT(goal), true, NULL, 0, 0, "What it is for, in a sentence."},
    {"when", EZ_TYPE_TEXT, AT(when), false, NULL, 0, 0, "When it fits."},
    {"outcome", EZ_TYPE_TEXT, AT(outcome), false, NULL, 0, 0, "What there is at its end."},
    {"tips", EZ_TYPE_TEXT, AT(tips), false, NULL, 0, 0, "For the facilitator."},
    {"pitfalls", EZ_TYPE_TEXT, AT(pitfalls), false, NULL, 0, 0, "What often goes wrong."},
    {"reference", EZ_TYPE_PLAIN, AT(reference), false, NULL, 0, 0,
     "On what it rests, the same in each language."},
    {"track", EZ_TYPE_ID, AT(track), false, NULL, 0, 0,
     "The series that it belongs to: \"organisation\"."},
    {"people", EZ_TYPE_BOUNDS, AT(people), true, NULL, 1, 5000,
     "How many can take part: { 3, 30 }."},
    {"minutes", EZ_TYPE_WHOLE, AT(minutes), true, NULL, 1, 1440, "How long it takes."},
    {"materials", EZ_TYPE_NAMES, AT(material_keys), false, NULL, 0, 0,
     "What lies on the table: materials of kit/kit.lua, and ids of decks, worksheets and "
     "cards."},
    {"decks", EZ_TYPE_OTHER, 0, false, NULL, 0, 0,
     "Decks that it draws from: { \"natuur\" }, or cards of its own: { words = { { id = "
     "\"reed\", nl = \"…\" } } }."},
    {"includes", EZ_TYPE_NAMES, AT(include_names), false, NULL, 0, 0,
     "Exercises of the kit that it runs as a part of itself."},
    {"worksheet", EZ_TYPE_ID, AT(worksheet_name), false, NULL, 0, 0,
     "The worksheet that is its twin on paper."},
    {"params", EZ_TYPE_OTHER, 0, false, NULL, 0, 0,
     "What the facilitator says before it begins, each by its name."},
    {"run", EZ_TYPE_RUN, AT(run), true, NULL, 0, 0, "function(s): the exercise itself."},
    EZ_PROPS_END,
};
#undef AT

#define AT(member) offsetof(EzParam, member)
static const EzProp param_props[] = {
    {"type", EZ_TYPE_CHOICE, AT(type), true, ez_param_type_words, 0, 0, "What it must be."},
    {"default", EZ_TYPE_VALUE, 0, false, NULL, 0, 0,
     "What it is when nobody says it; of a choice the id of an option."},
    {"min", EZ_TYPE_NUMBER, AT(min), false, NULL, 0, 0, "Of a number: the smallest."},
    {"max", EZ_TYPE_NUMBER, AT(max), false, NULL, 0, 0,
     "Of a number: the largest. Of a text: how many characters, at most."},
    {"options", EZ_TYPE_OTHER, 0, false, NULL, 0, 0,
     "Of a choice: { { id = \"fast\", nl = \"…\", en = \"…\" }, … }."},
    EZ_PROPS_END,
};
#undef AT

const EzRecord ez_exercise_record = {"exercise", "an exercise",
                                     "What a group does, step by step; a file below scripts/.",
                                     (const EzProp *const[]){exercise_props, NULL}};
const EzRecord ez_param_record = {
    "param", "a param",
    "What the facilitator says before an exercise begins, in its `params`: theme = { type = "
    "\"text\", nl = \"…\", en = \"…\" }.",
    (const EzProp *const[]){param_props, NULL}};
