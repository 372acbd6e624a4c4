// SPDX-License-Identifier: EUPL-1.2
// The peer job as plain C on Cairo sees it: the cards, what a card has, and the pages that cards go on. The reference
// programs share it, so that they differ only in how they set text. README.md describes the job.
#pragma once

#include <cairo.h>
#include <stdbool.h>

#define MM (72.0 / 25.4)

typedef struct Card {
    const char *id, *title, *caption, *body;
    double r, g, b;
} Card;

// The texts of a card in the order in which they are painted.
typedef enum TextKind { TITLE, CAPTION, BODY, ID, N_TEXTS } TextKind;

typedef struct TextLook {
    const char *font;
    double size;        // pt
    double x, y, width; // mm from the corner of the bleed; y is the top; width 0 = one line
    double grey;        // 1 = white
    bool justified;
} TextLook;

extern const TextLook text_looks[N_TEXTS];

const char *card_text(const Card *card, TextKind kind);

// How a program sets text and paints the icon; `data` is its own.
typedef struct Painter {
    void (*text)(cairo_t *cr, const Card *card, TextKind kind, void *data);
    void (*icon)(cairo_t *cr, void *data); // 9 mm wide, at the origin
    void *data;
} Painter;

// Prints the cards of a file (tab separated, a line of names first) as PDF: "cards" = each on a page with its bleed, "nup" = nine on an
// A4 sheet, clipped to the trim, with crop marks. Ends the program when something is wrong.
void print_cards(const char *kind, const char *tsv, const char *pdf, const Painter *painter);

// The icon, drawn by librsvg: each time anew, or once as a recording that the PDF holds as one object.
typedef struct Icon Icon;
Icon *icon_open(const char *svg);
void icon_free(Icon *icon);
void icon_draw(cairo_t *cr, Icon *icon);
void icon_paint_recording(cairo_t *cr, Icon *icon);
