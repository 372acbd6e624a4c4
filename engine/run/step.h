// SPDX-License-Identifier: EUPL-1.2
// The steps of an exercise: what each kind may be told (its options), what people may answer, and what becomes of their answers.
// All that is known of a kind stands in one table, from which calls are checked, inputs judged and results folded.
#pragma once

#include "engine/run/mistake.h"
#include "engine/run/value.h"

typedef struct EzStep EzStep;

// What an option must be.
typedef enum EzOptionType {
    EZ_OPTION_WHOLE, // from `min` to `max`
    EZ_OPTION_FLAG,
    EZ_OPTION_WORD,   // one of `words`
    EZ_OPTION_DOTS,   // a whole number, or "auto"
    EZ_OPTION_ITEMS,  // things to judge: answers, tables with an id, plain words
    EZ_OPTION_LABELS, // texts for values: { [1] = { nl = …, en = … } }
    EZ_OPTION_RANGE,  // two whole numbers from `min` to `max`, the lower one first
    EZ_OPTION_NAMES,  // a list of words, each one of `words`
    EZ_OPTION_NAME,   // any word
    EZ_OPTION_CANVAS, // a table with a kind, and what that has
    EZ_OPTION_SLOTS,  // values by their names in the text
    EZ_OPTION_NOTE,   // a text in each language, or a list of them
} EzOptionType;

// The line of the author's file that calls something.
typedef struct EzSpot {
    char *chunk; // "scripts/nature/brug.lua"; NULL when unknown. Owned
    int line;
} EzSpot;

typedef struct EzStepOption {
    const char *name;
    EzOptionType type;
    bool required;
    bool
        wording; // no part of the shape: what people see may change under way, but for a `reveal` of "never"
    double min, max;
    const char *const *words;
    const char *otherwise; // as JSON; NULL = absent
    const char *doc;       // a sentence
} EzStepOption;

// Who answers.
typedef enum EzAnswerer {
    EZ_BY_NOBODY, // it only waits
    EZ_BY_PEOPLE,
    EZ_BY_FACILITATOR,
    EZ_BY_CHANCE, // the session answers at once: a draw, a count of who is there
} EzAnswerer;

typedef struct EzStepKind {
    const char *word; // "ask"
    const char *doc;  // a sentence
    EzAnswerer answerer;
    const EzStepOption *options; // ends with one without a name
    // What of an input people typed: members of its tables, in the order in which handles count them; "" for plain texts. Ends with
    // NULL; NULL = nothing.
    const char *const *typed;
    // Whether this may be somebody's input; what is wrong with it in the error.
    bool (*check)(const EzStep *step, JsonNode *value, GError **error);
    // The result of what was put in, also of nothing. Owned by the caller. NULL of what chance answers.
    JsonNode *(*fold)(const EzStep *step);
    // Whether it may close with what was put in; what is missing in the error. NULL = always.
    bool (*complete)(const EzStep *step, GError **error);
    const char *gives;     // what the call returns, in LuaCATS: "Answer[]"; NULL = nothing
    const char *gives_doc; // the same in words: "the answers"
} EzStepKind;

extern const EzStepKind ez_step_kinds[]; // ends with one without a word
// Calls around steps that take options as steps do.
extern const EzStepKind ez_section_call, ez_harvest_call;
const EzStepKind *ez_step_kind(const char *word);

typedef enum EzStepState { EZ_STEP_OPEN, EZ_STEP_CLOSED, EZ_STEP_SKIPPED } EzStepState;

// What one person put in; the last counts.
typedef struct EzInput {
    char *by; // "p3"; a number of its own for each answer of an anonymous step
    JsonNode *value;
    JsonNode *before; // what it was before the last change; NULL = nothing
    char *role;       // of that person when the step closed; NULL = none, or not known
    bool done;        // says that nothing more will come
} EzInput;

struct EzStep {
    const EzStepKind *kind;
    char *id;  // as the script calls it
    char *key; // "/brug[g2]/regel#1"
    JsonNode *text, *options;
    char *shape; // hash of kind and options, without words
    EzSpot spot;
    char *
        way; // the lines that led to it, from the outermost: "FILE@FUNCTION:LINE" each, with \n between. Owned
    int branch;  // of the script, that waits for it
    int section; // of the session's agenda; -1 = none
    char *group; // whose it is; NULL = everybody's
    EzStepState state;
    int64_t opened, closed; // seconds that the session had run; -1 until it closes
    int people;             // who could answer when it closed
    GPtrArray *inputs;      // of EzInput, in the order in which people came
    GHashTable *by;         // the same by who put them in
    JsonNode *result;       // NULL until it closes
    JsonNode *
        findings; // what its option `check` found, see text_check.h; NULL until it closes, and without one
    const EzStep *before; // the round before this one; NULL = none
};

// Takes text and options, which are checked and filled with what is usual. NULL with a mistake that names the option and the nearest right
// word. `key` is copied.
EzStep *ez_step_new(const EzStepKind *kind, const char *id, const char *key, JsonNode *text,
                    JsonNode *options, EzMistake *mistake);
// Whether the options are those of the kind; they are filled with what is usual.
bool ez_step_check_options(const EzStepKind *kind, JsonNode *options, EzMistake *mistake);
// The option of this name; NULL when the kind has none.
const EzStepOption *ez_step_kind_option(const EzStepKind *kind, const char *name);
// The name of the option that says how long it takes; NULL when the kind has none.
const char *ez_step_kind_time(const EzStepKind *kind);
void ez_step_free(EzStep *step);

JsonNode *ez_step_option(const EzStep *step, const char *name); // NULL when it is absent
// Takes the value in, in place of what this person said before. False when it is refused; nothing changed then.
bool ez_step_put(EzStep *step, const char *by, JsonNode *value, GError **error);
bool ez_step_is_anonymous(const EzStep *step);
// From so many answers on they are drawn and counted.
enum { EZ_STEP_ENOUGH = 5 };
// Whether so few anonymous answers to a step of this kind are told to nobody; what people wrote is there to be read. Who shows or exports
// answers asks here.
bool ez_step_kind_hides(const char *kind, int answers);
bool ez_step_hides(const EzStep *step); // those of this step; false of NULL
// One place for all of them: the last one who changes it, counts.
bool ez_step_is_shared(const EzStep *step);
// The things to judge or choose from; NULL when the kind has none.
JsonNode *ez_step_items(const EzStep *step);
const char *ez_step_item_id(JsonNode *items, int item);
int ez_step_find_item(JsonNode *items, const char *id); // -1 when there is none
// False when there was nothing of this person.
bool ez_step_withdraw(EzStep *step, const char *by);
// Takes back the last change of this person; false when there was nothing.
bool ez_step_undo(EzStep *step, const char *by);
// The input of a person; NULL when there is none.
EzInput *ez_step_input(const EzStep *step, const char *by);
// The n-th typed text of the step, in the order of its answers' handles ("…/1" is the first); NULL when there is none.
const char *ez_step_answer(const EzStep *step, int n);
// How many there are.
int ez_step_answers(const EzStep *step);
