// SPDX-License-Identifier: EUPL-1.2
// What a page paints: its content stream followed through the graphics state (matrix, clip, colours, line, text), into the
// forms and tiles that it draws. Lengths are points in the page's own space, y upwards. It is bounded: in how deep forms lie
// within forms, how many states are saved, and how many operators are followed for one page.
#pragma once

#include "print/content.h"
#include "print/doc.h"

typedef enum EzSpace {
    EZ_SPACE_GRAY,
    EZ_SPACE_RGB,
    EZ_SPACE_CMYK,
    EZ_SPACE_ICC_RGB, // by a profile, or calibrated
    EZ_SPACE_LAB,
    EZ_SPACE_SPOT, // Separation and DeviceN
    EZ_SPACE_OTHER // a pattern, or not understood
} EzSpace;

typedef struct EzShade {
    EzSpace space;
    bool calibrated;  // grey or CMYK by a profile
    int count;        // of values; 0 = not one colour: a picture, a gradient
    double values[4]; // 0 to 1
    double most;      // ink of a spot colour at its full, by what stands in for it
    qpdf_oh gradient; // its shading; 0 = it is none
    int source; // object number of that or of its pattern; 0 = it stands in the resources themselves
} EzShade;

typedef enum EzPaintKind {
    EZ_PAINT_FILL,
    EZ_PAINT_STROKE,
    EZ_PAINT_TEXT,
    EZ_PAINT_IMAGE
} EzPaintKind;
typedef enum EzMarkKind { EZ_MARK_NONE, EZ_MARK_ARTIFACT, EZ_MARK_TAGGED } EzMarkKind;

// One thing that was put on the page.
typedef struct EzPainted {
    EzPaintKind kind;
    double box
        [4]; // left, bottom, right, top, within the clip; of a text the height of its first letter
    bool hidden; // nothing of it lies within the clip, or it is text that is not painted
    EzShade shade;
    double alpha;
    bool blended; // a blend mode other than Normal, or a soft mask
    bool overprint;
    double width;             // of a stroke
    double size;              // of a text
    qpdf_oh font;             // of a text; null when the page has none of that name
    const EzContentOp *shown; // of a text: what shows it
    qpdf_oh image;            // 0 for one within the content itself
    double ppi;               // of an image, the lesser of both directions; 0 when unknown
    EzMarkKind mark;          // what it lies in
    bool tile;                // part of a pattern that repeats
} EzPainted;

// A stretch of marked content begins.
typedef struct EzMarked {
    EzMarkKind kind, within;
    int number; // its MCID
    int form;   // object number of the form that it stands in; 0 = the page itself
} EzMarked;

typedef struct EzGraphicsHooks {
    void (*painted)(const EzPainted *painted, void *data);
    void (*marked)(const EzMarked *marked, void *data);
    void *data;
} EzGraphicsHooks;

// What was wrong with a content.
typedef enum EzGraphicsFault {
    EZ_GRAPHICS_BROKEN = 1,     // a string without an end, bytes that cannot be decoded
    EZ_GRAPHICS_OPEN_MARKS = 2, // BDC without EMC, or the other way round
    EZ_GRAPHICS_OPEN_STATES = 4,
    EZ_GRAPHICS_LOOP = 8, // a form that draws itself
    EZ_GRAPHICS_LIMIT = 16,
} EzGraphicsFault;

typedef struct EzGraphics EzGraphics;

// Follows pages of a document, which must outlive it.
EzGraphics *ez_graphics_new(EzDoc *doc, const EzGraphicsHooks *hooks);
void ez_graphics_free(EzGraphics *graphics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzGraphics, ez_graphics_free)

// Goes through a page, or the appearance of an annotation; gives the faults that it met, EzGraphicsFault together.
int ez_graphics_page(EzGraphics *graphics, qpdf_oh page);
int ez_graphics_form(EzGraphics *graphics, qpdf_oh form);

// The space of a colour space as the file writes it; of an image its own.
EzShade ez_graphics_space(EzDoc *doc, qpdf_oh space);
// The object is `true`.
bool ez_graphics_true(EzDoc *doc, qpdf_oh object);
// All inks together, 4 = all of each.
double ez_shade_ink(const EzShade *shade);
// The most ink of a gradient of CMYK, as far as its functions can be read; else 0.
double ez_gradient_ink(EzDoc *doc, qpdf_oh shading);
