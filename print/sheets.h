// SPDX-License-Identifier: EUPL-1.2
// Sheets for a printer at home: takes card after card and composes, as soon as a sheet is full, a scene of its front and one of its
// back, with marks to cut by and a label at the foot. Holds no more cards than stand on a sheet.
#pragma once

#include "print/imposition.h"
#include "render/scene.h"

typedef struct EzSheetOptions {
    EzImposition imposition;
    bool plain;      // a page alone on its sheet: without marks and word of its side
    EzSide sides[2]; // that the pages of each card show, in their order
    int n_sides;
    int sheets; // that there will be
    // Of the label, which is left out without a font:
    EzTypesetter *typesetter;
    const EzFont *font;
    const char *language;
    const char *name;    // "Natuurkaarten"
    const char *version; // "Wortelwerk 1.0.0"
} EzSheetOptions;

// Is given one page of a sheet; it is good until the call returns.
typedef void (*EzSheetTaker)(const EzScene *sheet, void *data);

typedef struct EzSheets EzSheets;

// The options' texts are copied; typesetter and font must outlive the sheets.
EzSheets *ez_sheets_new(const EzSheetOptions *options, EzSheetTaker take, void *data);
void ez_sheets_free(EzSheets *sheets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzSheets, ez_sheets_free)

// Puts a card into the next cell: the pages of a sealed scene from this one on, one for each side. The scene stays until its sheet is
// composed, whoever else frees it.
void ez_sheets_add(EzSheets *sheets, EzScene *card, int page);
// Composes what is left, perhaps a sheet that is not full.
void ez_sheets_end(EzSheets *sheets);

// How many sheets so many cards need, and how many pages each sheet has: fronts and backs, or both on one.
int ez_sheets_needed(const EzImposition *imposition, int cards);
int ez_sheets_pages(const EzImposition *imposition, int n_sides);
