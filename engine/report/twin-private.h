// SPDX-License-Identifier: EUPL-1.2
// The inside of a twin, for twin*.c.
#pragma once

#include "engine/base/arena.h"
#include "engine/report/nodes.h"
#include "engine/report/twin.h"

// Who fills a sheet in.
typedef enum EzTwinOwner { EZ_TWIN_FACILITATOR, EZ_TWIN_GROUP, EZ_TWIN_PERSON } EzTwinOwner;

// Steps that are filled in on one piece of paper, and how many there are of it.
typedef struct EzTwinForm {
    EzTwinOwner owner;
    int section;  // of slips
    bool unnamed; // nobody may know whose it is
    bool always;  // else it is needed in some cases only
    int number;   // of slips, from 1
    int copies;
    GPtrArray *steps; // of const EzWalkStep
} EzTwinForm;

struct EzTwin {
    EzArena *arena;
    EzTwinOptions options;
    const char *language; // "nl"
    const char *code, *title, *colour;
    GPtrArray *forms; // of EzTwinForm, in the order of their owners, then of the walk
    EzWorksheet sheet;
};

// Millimetres.
enum { EZ_TWIN_WIDE = 210, EZ_TWIN_TALL = 297, EZ_TWIN_MARGIN = 18 };

// ---- words (twin_words.c) --------------------------------------------------------

typedef enum EzTwinPhrase {
    EZ_SAY_RUN_SHEET,
    EZ_SAY_RECORD_SHEET,
    EZ_SAY_GROUP_SHEET,
    EZ_SAY_SLIP,
    EZ_SAY_TYPING,
    EZ_SAY_FOR_PEOPLE,
    EZ_SAY_WHEN,
    EZ_SAY_OUTCOME,
    EZ_SAY_NEEDED,
    EZ_SAY_TIP,
    EZ_SAY_PITFALL,
    EZ_SAY_SOURCES,
    EZ_SAY_MINUTES,
    EZ_SAY_SECONDS,
    EZ_SAY_DATE,
    EZ_SAY_GROUP,
    EZ_SAY_FACILITATOR,
    EZ_SAY_MEMBERS,
    EZ_SAY_SOMETIMES,
    EZ_SAY_ONLY_WITH,
    EZ_SAY_ONLY_AFTER,
    EZ_SAY_SOMETIMES_AFTER,
    EZ_SAY_FROM_LETTER,
    EZ_SAY_OR,
    EZ_SAY_ON_REQUEST,
    EZ_SAY_ANONYMOUS,
    EZ_SAY_NAME,
    EZ_SAY_NUMBER,
    EZ_SAY_KEEP_NUMBER,
    EZ_SAY_CUT,
    EZ_SAY_COPIES_PERSON,
    EZ_SAY_COPIES_GROUP,
    EZ_SAY_COPIES_ONE,
    EZ_SAY_SET,
    EZ_SAY_LIST_LETTERS,
    EZ_SAY_LETTERS_OF,
    EZ_SAY_MAKE_GROUPS,
    EZ_SAY_DRAW,
    EZ_SAY_CARD,
    EZ_SAY_CHOOSE_ONE,
    EZ_SAY_CHOOSE_MOST,
    EZ_SAY_RANKED,
    EZ_SAY_DOTS,
    EZ_SAY_CREDITS,
    EZ_SAY_UNKNOWN,
    EZ_SAY_FOR,
    EZ_SAY_STRENGTH,
    EZ_SAY_STOP,
    EZ_SAY_ARGUMENT,
    EZ_SAY_WHY,
    EZ_SAY_COUNT_SWARM,
    EZ_SAY_COUNT_STAYING,
    EZ_SAY_CAREFUL,
    EZ_SAY_FAST,
    EZ_SAY_COUNT_RANK,
    EZ_SAY_COUNT_SQUARE,
    EZ_SAY_NOT_IN_KIT,
    EZ_SAY_WHAT,
    EZ_SAY_WHO,
    EZ_SAY_BY,
    EZ_SAY_PILE,
    EZ_SAY_ITEMS,
    EZ_SAY_PLACES,
    EZ_SAY_FROM,
    EZ_SAY_TO,
    EZ_SAY_VERB,
    EZ_SAY_WEIGHT,
    EZ_SAY_FLAGS,
    EZ_SAY_TIMES,
    EZ_SAY_WORKSHEET,
    EZ_SAY_ELSE,
    EZ_SAY_CHOICES,
    EZ_SAY_YES,
    EZ_SAY_NO,
    EZ_SAY_BOX,
    EZ_SAY_STEP,
    EZ_SAY_PAPER,
    EZ_SAY_VALUE,
    EZ_SAY_TYPING_HOW,
    EZ_SAY_TYPING_ORDER,
    EZ_SAY_TYPING_LETTERS,
    EZ_SAY_TYPING_GROUPS,
    EZ_SAY_TYPING_PEOPLE,
    EZ_SAY_TYPING_AGREEMENTS,
    EZ_SAY_TYPING_AGAIN,
    EZ_SAY_TYPING_MENDING,
    EZ_TWIN_PHRASES
} EzTwinPhrase;

const char *ez_twin_say(const EzTwin *twin, EzTwinPhrase phrase);
// A phrase with one number, or one text, in it; lives as long as the twin.
const char *ez_twin_say_number(const EzTwin *twin, EzTwinPhrase phrase, int number);
const char *ez_twin_say_text(const EzTwin *twin, EzTwinPhrase phrase, const char *text);
// What a facilitator does in a step of this kind: "Vraag".
const char *ez_twin_verb(const EzTwin *twin, const EzStepKind *kind);
// The text of a step; of anything that has words. They live as long as the twin.
const char *ez_twin_step_words(const EzTwin *twin, const EzWalkStep *step);
const char *ez_twin_words(const EzTwin *twin, JsonNode *value);
// The beginning of a text by which one knows it again.
const char *ez_twin_short(const EzTwin *twin, const char *words);
// The words of all in a list, with this between them.
const char *ez_twin_join(const EzTwin *twin, JsonNode *list, const char *between);
// "A", "B" … "Z", "AA"; of the n-th from 0.
const char *ez_twin_letter(const EzTwin *twin, int n);

// ---- forms (twin.c) ----------------------------------------------------------------

// The form on which the step is filled in; NULL when nobody answers it.
const EzTwinForm *ez_twin_form_of(const EzTwin *twin, const EzWalkStep *step);
// "Briefje 2"
const char *ez_twin_form_name(const EzTwin *twin, const EzTwinForm *form);
// "24 × , één per persoon"
const char *ez_twin_form_copies(const EzTwin *twin, const EzTwinForm *form);
// The step with an id of this length; NULL.
const EzWalkStep *ez_twin_find(const EzTwin *twin, const char *id, gsize length);
// Of a step whose answers have letters in another one: that of its first answer, from 0; else -1.
int ez_twin_first_letter(const EzTwin *twin, const EzWalkStep *step);
// Adds the pages { … } of a part, with a line at the foot of each.
EzNode *ez_twin_pages(const EzTwin *twin, const GPtrArray *children, const char *name);
// The bar, the block with the code, and a title at the head of a page.
EzNode *ez_twin_head(const EzTwin *twin, const char *title, int level, const char *beside);
// A line to write on beside its label.
EzNode *ez_twin_line(const EzTwin *twin, const char *id, const char *label, double wide);

// ---- parts ---------------------------------------------------------------------------

EzNode *ez_twin_run_sheet(const EzTwin *twin); // twin_run.c
// What a facilitator without the program reckons itself in this step; NULL when nothing (twin_count.c).
const char *ez_twin_count(const EzTwin *twin, const EzWalkStep *step);
void ez_twin_add_form(const EzTwin *twin, const EzTwinForm *form,
                      GPtrArray *pages);    // twin_forms.c
EzNode *ez_twin_typing(const EzTwin *twin); // twin_typing.c

// Where the fields of a step go, and whose they are.
typedef struct EzTwinPlace {
    const EzTwin *twin;
    GPtrArray *nodes;  // of EzNode: fields are added
    const char *owner; // behind the id, so that each is unique: "@p7"; "" = there is one only
    double wide;       // mm
} EzTwinPlace;
// Adds what is asked in a step, with its id and places to fill in (twin_fields.c).
void ez_twin_add_step(const EzTwinPlace *place, const EzWalkStep *step);
// How its input is written in JSON, for who types it in (twin_typing.c).
const char *ez_twin_value_form(const EzWalkStep *step);
