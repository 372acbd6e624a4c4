// SPDX-License-Identifier: EUPL-1.2
// Boxes: what measuring makes of nodes and placing turns into items. Positions are relative to the parent box.
#pragma once

#include "render/layout.h"

// What a run of a text is besides its letters, by the run's tag.
typedef struct TextPart {
    EzColour colour;
    EzRole role; // strong, emphasis, link; span for plain words
    const char *address,
        *name;             // of a link, else NULL; parts of one link share the very same `name`
    const EzPicture *icon; // drawn in the place of the words; else NULL
} TextPart;

// A measured text.
typedef struct TextBlock {
    const EzParagraph *paragraph;
    const EzStyle *style;
    double size, leading;  // pt, mm
    const TextPart *parts; // by the tag of a run
    bool marked;           // some part has a role
    EzPlace place;         // of the words, in the author's file
    const char *words;     // their beginning, for messages
} TextBlock;

// How a place to fill in is drawn.
typedef enum SpotShape { SPOT_LINES, SPOT_FRAME, SPOT_RING, SPOT_PLAIN } SpotShape;

// A place to fill in, of a field's box.
typedef struct Spot {
    EzRect rect; // from the corner of the box
    SpotShape shape;
    int lines;                // of SPOT_LINES: each at the foot of its share of the rectangle
    const char *value, *name; // as in EzFormSpot
} Spot;

// What of a field comes next: its children and spots, each in its own order, within groups of the tree.
typedef enum StepKind { STEP_CHILD, STEP_SPOT, STEP_OPEN, STEP_CLOSE } StepKind;
typedef struct Step {
    StepKind kind;
    EzRole role; // of STEP_OPEN
} Step;

typedef struct Box Box;
struct Box {
    const EzNode *node;
    double x, y, width, height; // mm; from the parent's corner
    double first, last; // baselines from the top; the top and bottom edge for what has none
    bool has_baseline;
    TextBlock *text; // NULL for a box without words of its own
    Box **children;
    int n_children;
    Spot *spots; // of a field
    int n_spots;
    Step *steps; // of a field
    int n_steps;
    const struct ChartMarks *marks; // of a chart
    bool drawn;                     // of a canvas or chart: nothing was wrong with it
    bool goes_on, to_come; // a text that began on the page before, and goes on on the next
};

// What the parts of a layout share.
typedef struct Layout {
    const EzLayout *in;
    EzArena *arena;     // of this page; freed after it
    GHashTable *placed; // glyph run -> its TextBlock, for the checks afterwards
    int ornaments;      // how many ornaments hold what is being placed
    bool silent;        // heads and feet: seen and judged, but not heard
    int folio, folios;  // of the page whose head or foot is measured, and the last; 0 = none is
    bool left_hand;     // the page that is placed
    bool text_open;     // the group of a text that goes on on the next page
    bool guessed; // a style, colour, font or place was wrong: what came of it is not judged
} Layout;

// How much room there is.
typedef struct Room {
    double wide, tall; // what is free; tall is negative where it is not known
    double of_wide,
        of_tall; // what "40%" is of: the inside of the box that holds it; of_tall may be unknown too
    bool natural; // asks for no more width than needed
    bool filled;  // takes all of `tall`
} Room;

// ---- text ----
// The measured words of a text, tab or chip node set in `width` mm (0 = one line); NULL without words or after a mistake.
TextBlock *ez_layout_text(Layout *l, const EzNode *node, double width);
// What people typed, as it can be printed: a box for a sign that no font has. `torn`: long words may be broken anywhere. In the layout's arena.
const char *ez_layout_printable(const Layout *l, const char *words, bool torn);
// At most so many characters of some words, the last of them an ellipsis where there are more; for
// messages. Owned by the caller.
char *ez_layout_beginning(const char *words, int most);

// ---- measuring ----
// The shape of a tab: "tab" for one that says none, or none that there is.
const char *ez_layout_shape(const EzNode *node);
Box *ez_layout_measure(Layout *l, const EzNode *node, Room room);
Box *ez_layout_layers(Layout *l, const EzNode *node, Room room);
Box *ez_layout_box(Layout *l, const EzNode *node); // empty
// Its own width or height in this room; the fallback where it has none, or a share of what is not known.
double ez_layout_wide(const EzNode *node, Room room, double fallback);
double ez_layout_tall(const EzNode *node, Room room, double fallback);
// "2.4": one decimal, away from the limit that was broken, so that no message says "2 where 2 is allowed".
char *ez_layout_tenths_over(double value);
char *ez_layout_tenths_under(double value);
bool ez_layout_is_text(const EzNode *node); // heading, text or quote
// The colour as written, or the fallback; tells a colour that is none.
EzColour ez_layout_colour(Layout *l, const EzNode *node, const char *field, const char *text,
                          EzColour fallback);
EzColour ez_layout_ink(const Layout *l); // of the theme
// Size of tall text edges in layers: its top is above the first baseline by this much.
double ez_layout_cap(const TextBlock *text);

// Tells that what stands in a box is larger than it by so much: "taller", "wider".
void ez_layout_tell_overfull(Layout *l, const EzNode *node, double by, const char *direction);
// Tells that the words of a block stick out of their width by so much.
void ez_layout_tell_wide(Layout *l, const TextBlock *block, double by);

// ---- nodes that hold one name ----
// The plain word between the braces of a node that holds one; "" when there is none.
const char *ez_layout_word(const EzNode *node);
// All words between its braces in a language; owned by the caller.
char *ez_layout_words_in(const EzNode *node, int language);
// Tells that the word is none of these names, a NULL-ended list; `kind` is what they name: "mark".
void ez_layout_check_name(Layout *l, const EzNode *node, const char *kind,
                          const char *const *names);

// ---- patterns ----
// Tells what is wrong with a pattern node: its name, its alternative text.
void ez_layout_check_pattern(Layout *l, const EzNode *node);
// Its ground and its lines, clipped to the rectangle.
void ez_layout_paint_pattern(Layout *l, const EzNode *node, EzRect rect);

// ---- pictures, drawings, codes ----
// Tells that a drawing says nothing to who cannot see it, where it must.
void ez_layout_check_alt(Layout *l, const EzNode *node);
Box *ez_layout_picture(Layout *l, const EzNode *node, Room room);
void ez_layout_paint_picture(Layout *l, const EzNode *node, EzRect rect);
Box *ez_layout_drawing(Layout *l, const EzNode *node, Room room);
void ez_layout_paint_drawing(Layout *l, const EzNode *node, EzRect rect);
Box *ez_layout_qr(Layout *l, const EzNode *node, Room room);
// `words`: what the code says.
void ez_layout_paint_qr(Layout *l, const EzNode *node, const char *words, EzRect rect);

// ---- fields ----
// The colour of a field or canvas: its own, else that of the worksheet, else ink.
EzColour ez_layout_own_colour(Layout *l, const EzNode *node);
// Tells that what there is to fill in needs more room than it gets; mm.
void ez_layout_tell_no_fit(Layout *l, const EzNode *node, double needed, double found,
                           const char *direction);
// A box of words that the program itself puts on the page: a text, or the same plain words in every language.
typedef struct WordsWish {
    const EzText *text;
    const char *plain; // where `text` is NULL
    bool said;         // `text` is what people typed
    const char *style, *colour;
    EzAlign align;
    double width; // mm; 0 = as wide as the words are
    bool bold;
} WordsWish;
Box *ez_layout_words(Layout *l, const EzNode *node, const WordsWish *wish);
Box *ez_layout_field(Layout *l, const EzNode *node, Room room);
void ez_layout_place_field(Layout *l, const Box *box, EzRect rect);

// ---- canvases ----
Box *ez_layout_canvas(Layout *l, const EzNode *node, Room room);
// The drawing and what lies under its words; the words are its children.
void ez_layout_paint_canvas(Layout *l, const Box *box, EzRect rect);

// ---- charts ----
Box *ez_layout_chart(Layout *l, const EzNode *node, Room room);
void ez_layout_place_chart(Layout *l, const Box *box, EzRect rect);

// ---- pages that flow ----
// Adds as many pages to the scene as a node of the kind pages needs.
void ez_layout_pages(Layout *l, const EzNode *node);

// ---- placing ----
void ez_layout_place(Layout *l, const Box *box, double x, double y);
// The groups of the tree in which a reader hears what stands in the node; none for a node that is heard as it is.
void ez_layout_open_heard(Layout *l, const EzNode *node);
void ez_layout_close_heard(Layout *l, const EzNode *node);

// ---- checks of the page that was placed last ----
void ez_layout_check_page(Layout *l);
