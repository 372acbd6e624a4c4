// SPDX-License-Identifier: EUPL-1.2
// The arithmetic of sheets: where cards of one size stand on a paper, butt to butt and centred or in the grid that was cut in it, where
// it is cut, and where a back must stand to lie behind its front. Nothing is drawn here. Lengths are mm from the top left of the printed side, y downwards.
#pragma once

#include "engine/model/kit.h"

// How the backs come behind the fronts.
typedef enum EzDuplex {
    EZ_DUPLEX_LONG,  // the paper is turned over its long edge
    EZ_DUPLEX_SHORT, // over its short edge
    EZ_DUPLEX_FOLD,  // both stand on one side of the paper, which is folded in two
    EZ_DUPLEX_NONE,  // backs stand as the fronts do, on a sheet of their own
} EzDuplex;
// "long", "short", "fold", "none"; ends with NULL.
extern const char *const ez_duplex_words[];

// What stays free at each edge of the paper, what lies between a card and a mark, and how long a mark is.
#define EZ_SHEET_MARGIN 5.75
#define EZ_MARK_GAP     1.0
#define EZ_MARK_LENGTH  4.0
// The smallest scale at which cards may be printed.
#define EZ_SCALE_MIN 0.9

typedef struct EzImpositionOptions {
    EzSize card, paper; // the paper in any orientation
    double smallest;    // scale, EZ_SCALE_MIN to 1; 1 keeps the size
    EzDuplex duplex;
    double back_x, back_y; // moves what stands on the other side, for a printer that is off
    EzSize margin; // left and right, top and bottom of upright paper; 0 × 0 = EZ_SHEET_MARGIN
} EzImpositionOptions;

// Paper in which cards were cut before it is printed, as it goes into the printer.
typedef struct EzGrid {
    EzSize paper, cell;
    int columns, rows;
    double left, top; // of the first cell
    EzSize step;      // from a cell to the next
} EzGrid;

typedef struct EzImposition {
    EzSize paper; // as it lies
    int columns, rows;
    int count;    // of the cards on a sheet
    double scale; // a whole number of thousandths
    EzSize cell;  // a card at this scale
    EzSize step;  // from a cell to the next
    double left, top;
    EzSize margin; // as the paper lies
    bool cut;      // the cards were cut before: there are no marks
    EzDuplex duplex;
    bool fold_across; // the fold line runs from left to right
    double back_x, back_y;
} EzImposition;

// A card's side on a sheet.
typedef struct EzCell {
    double x, y, width, height;
    bool turned; // stands on its head
} EzCell;

// A line in the margin, where the paper is cut or folded.
typedef struct EzSheetMark {
    double x1, y1, x2, y2;
    bool fold;
} EzSheetMark;

// Of all scales from `smallest` to 1 and both orientations: the one that holds the most cards, then the largest scale, then upright.
// False when not even one card fits.
bool ez_impose(const EzImpositionOptions *options, EzImposition *imposition);
// A page alone on the paper, which lies as the page does: in the middle and as large as it can be, from edge to edge; at its own size
// when `keep` is set or the paper is larger. False when it is kept and larger than the paper.
bool ez_impose_page(EzSize page, EzSize paper, bool keep, EzImposition *imposition);

// Cards of the cells' size in the cells of a grid, at their own size; nothing is folded. False when the card has another size.
bool ez_impose_grid(const EzGrid *grid, const EzImpositionOptions *options,
                    EzImposition *imposition);

// Where a side of the i-th card of a sheet stands, 0 <= i < count, in rows from the top left (of the fronts).
EzCell ez_imposition_cell(const EzImposition *imposition, int i, EzSide side);
// The marks around the cards, of which cut paper has none. `side` matters only where backs stand on a paper's side of their own.
int ez_imposition_mark_count(const EzImposition *imposition);
EzSheetMark ez_imposition_mark(const EzImposition *imposition, int i, EzSide side);
// True when the paper, turned over, has its left where its right was; false when its top is where its bottom was.
bool ez_imposition_turns_sideways(const EzImposition *imposition);
