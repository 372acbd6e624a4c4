// SPDX-License-Identifier: EUPL-1.2
// What the files of the graphics interpreter share: its state, and the streams it is in.
#pragma once

#include "print/graphics.h"

// EZ_OP letter by letter: a label of `case` takes no string.
#define EZ_CODE(a, b, c) ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16)

typedef struct EzState {
    double matrix[6];
    double clip[4];
    EzShade fill, stroke;
    double width, alpha_fill, alpha_stroke;
    bool blended, overprint_fill, overprint_stroke;
    qpdf_oh font;
    double size, rise, leading;
    int render; // Tr: 3 and 7 are not seen
} EzState;

// A stream that is being followed: the page's, or that of a form in another.
typedef struct EzFrame {
    const struct EzFrame *outer;
    qpdf_oh resources;
    int depth;
    int form; // its object number; 0 = the page
    bool tile;
    unsigned floor; // states and marks that were there before
    unsigned marks;
} EzFrame;

struct EzGraphics {
    EzDoc *doc;
    EzGraphicsHooks hooks;
    GArray *states;    // EzState
    GArray *marks;     // EzMarkKind that holds within
    GHashTable *cache; // object number -> decoded bytes of a form
    size_t cached;
    GHashTable *tiles; // object numbers of the patterns that this page used
    double base[6];
    double path[4];
    double text[6], line[6]; // Tm and where its line began
    bool clipping;
    int left; // work that may still be done for this page, in operators; forms and names cost more
    int faults;
};

void ez_matrix_join(double out[6], const double a[6], const double b[6]); // a first, then b
void ez_extent_add(double box[4], const double m[6], double x, double y);
void ez_extent_meet(double box[4], const double other[4]);
void ez_extent_clear(double box[4]);

// What the n-th name of an operator stands for among the resources.
qpdf_oh ez_graphics_resource(EzGraphics *g, const EzFrame *frame, const char *category,
                             const EzContentOp *op, int n);
// Text operators; true for those that show text.
bool ez_graphics_text(EzGraphics *g, const EzFrame *frame, EzState *s, const EzContentOp *op);
// Colour and state; true when it was one of them.
bool ez_graphics_set(EzGraphics *g, const EzFrame *frame, EzState *s, const EzContentOp *op);
// Goes through a pattern that repeats, once a page.
void ez_graphics_tile(EzGraphics *g, const EzFrame *frame, qpdf_oh pattern);
