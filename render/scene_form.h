// SPDX-License-Identifier: EUPL-1.2
// What somebody fills in, on paper or on a screen, as the scene tells it. A field is a group of the tree, with its words, and some spots: the
// places that are filled in, of which a write or box has one and a tick one for each option.
#pragma once

#include "render/scene.h"

typedef enum EzFormKind {
    EZ_FORM_WRITE,
    EZ_FORM_BOX,
    EZ_FORM_TICK,
    EZ_FORM_SCALE, // one of its spots
    EZ_FORM_DOTS,
    EZ_FORM_CELLS,
} EzFormKind;

// "write", "box", "tick" …
const char *ez_form_name(EzFormKind kind);

// `value` and `name` are NULL where the field has one spot.
typedef struct EzFormSpot {
    EzRect rect;       // mm, of its page
    const char *value; // of an option, point or cell: "F1", "3", "2.1"
    const char *name;  // what it is called: "Verbinden"
    int lines;         // to write on, each rect.height / lines tall; 0 = none
    int tag;           // its group in the structure tree: that of its field, or one within it
    int before;        // it is read before the tag of this number, within its group
} EzFormSpot;

typedef struct EzFormField {
    EzFormKind kind;
    const char *id;      // "idea#2"; unique among the fields of a worksheet
    const char *label;   // its accessible name
    const char *tooltip; // more than the label where that alone says too little, else the label
    int page;
    int tag; // its group in the structure tree
    int first_spot, n_spots;
} EzFormField;

// ---- building ----------------------------------------------------------------

// A field and its group of the tree; the words and spots until close_field are its own. `tooltip` may be NULL. Texts are copied.
void ez_scene_open_field(EzScene *scene, EzFormKind kind, const char *id, const char *label,
                         const char *tooltip);
// A spot that is read before what comes next; `tag` and `before` are filled in. Its texts are copied.
void ez_scene_spot(EzScene *scene, EzFormSpot spot);
void ez_scene_close_field(EzScene *scene);

// ---- asking --------------------------------------------------------------------

// Fields in the order in which they are read.
int ez_scene_field_count(const EzScene *scene);
const EzFormField *ez_scene_field(const EzScene *scene, int field);
const EzFormSpot *ez_scene_field_spot(const EzScene *scene, const EzFormField *field, int spot);
