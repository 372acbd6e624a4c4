// SPDX-License-Identifier: EUPL-1.2
// What a reader hears of a document: the structure trees of its scenes, one after the other. It is gathered while they are painted, as a
// scene is gone before the file is finished. All scenes stand below one Document.
#pragma once

#include "render/scene_form.h"

// An element of the tree: of a leaf or a group of a scene.
typedef struct EzElement {
    const char *role;       // the PDF structure type; never NULL
    const char *attributes; // a dictionary as a PDF writes it; NULL = none
    int parent;             // its number, -1 = the Document
    int page, mark;         // of a leaf: its page, and which mark of that page it is; else -1
    const char *language;   // NULL where it is that of the parent
    const char *alt, *actual;
    int link; // the number of its link, -1 = none
} EzElement;

typedef struct EzStructureLink {
    const char *address, *name;
    const EzRect *rects; // mm, of the page
    int n_rects;
} EzStructureLink;

typedef struct EzStructurePage {
    double width, height;     // of the trim, mm
    int first_leaf, n_leaves; // in the array of leaves
} EzStructurePage;

// A heading, for the outline.
typedef struct EzHeading {
    const char *words;
    int level, page;
} EzHeading;

// A field, with its spots; `element` is its group. All of the scene is copied.
typedef struct EzStructureField {
    EzFormField field;
    const EzFormSpot *spots; // `before` and `tag` are numbers of elements
    int element, page;
} EzStructureField;

typedef struct EzStructure EzStructure;

// `language` is that of the document.
EzStructure *ez_structure_new(const char *language);
void ez_structure_free(EzStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzStructure, ez_structure_free)

// Adds all pages of a sealed scene behind those that are there, as they are painted.
void ez_structure_add(EzStructure *structure, const EzScene *scene);

const char *ez_structure_language(const EzStructure *structure);
int ez_structure_page_count(const EzStructure *structure);
const EzStructurePage *ez_structure_page(const EzStructure *structure, int page);
// Parents stand before their children, and these in the order in which they are heard.
int ez_structure_element_count(const EzStructure *structure);
const EzElement *ez_structure_element(const EzStructure *structure, int element);
// The element of the n-th mark of a page.
int ez_structure_leaf(const EzStructure *structure, int page, int mark);
const EzStructureLink *ez_structure_link(const EzStructure *structure, int link);
int ez_structure_heading_count(const EzStructure *structure);
const EzHeading *ez_structure_heading(const EzStructure *structure, int heading);
int ez_structure_field_count(const EzStructure *structure);
const EzStructureField *ez_structure_field(const EzStructure *structure, int field);
