// SPDX-License-Identifier: EUPL-1.2
// The node tree: what a face or worksheet gives, before anything is measured. Nodes live in an arena that is freed after layout.
#pragma once

#include "engine/model/chart.h"
#include "engine/model/drawing.h"
#include "engine/model/heard.h"
#include "engine/model/picture.h"
#include "engine/model/record.h"

typedef enum EzNodeKind {
    EZ_NODE_COLUMN,
    EZ_NODE_ROW,
    EZ_NODE_GRID,
    EZ_NODE_LAYERS,
    EZ_NODE_FRAME,
    EZ_NODE_PAGE,
    EZ_NODE_PAGES,
    EZ_NODE_FILL,
    EZ_NODE_GROW,
    EZ_NODE_SPACE,
    EZ_NODE_RULE,
    EZ_NODE_HEADING,
    EZ_NODE_TEXT,
    EZ_NODE_QUOTE,
    EZ_NODE_SMALL,
    EZ_NODE_ITALIC,
    EZ_NODE_BOLD, // inside a text
    EZ_NODE_FOLIO,
    EZ_NODE_TAB,
    EZ_NODE_CHIP,
    EZ_NODE_MARK,
    EZ_NODE_PATTERN,
    EZ_NODE_PICTURE,
    EZ_NODE_ICON,
    EZ_NODE_WRITE, // fields to fill in, up to EZ_NODE_CELLS
    EZ_NODE_BOX,
    EZ_NODE_TICK,
    EZ_NODE_SCALE,
    EZ_NODE_DOTS,
    EZ_NODE_CELLS,
    EZ_NODE_CANVAS,
    EZ_NODE_CHART,
    EZ_NODE_QR,
    EZ_NODE_DRAWING,
    EZ_NODE_SLOT, // what stands in it comes in its place; no tree of nodes has one
    EZ_NODE_KINDS,
} EzNodeKind;

// What may stand in a node's braces without a name.
typedef enum EzContent {
    EZ_HOLDS_NOTHING,
    EZ_HOLDS_NODES,
    EZ_HOLDS_WORDS,
    EZ_HOLDS_ONE_WORD
} EzContent;

typedef enum EzAnchor {
    EZ_ANCHOR_AUTO,
    EZ_ANCHOR_FIRST,
    EZ_ANCHOR_LAST,
    EZ_ANCHOR_TOP,
    EZ_ANCHOR_BOTTOM
} EzAnchor;
typedef enum EzAlign {
    EZ_ALIGN_START,
    EZ_ALIGN_CENTRE,
    EZ_ALIGN_END,
    EZ_ALIGN_BASELINE,
    EZ_ALIGN_OUTSIDE, // of a text in pages: away from the spine
    EZ_ALIGN_INSIDE
} EzAlign;

// How a picture fills a box of another shape.
typedef enum EzFilling { EZ_FILLING_CONTAIN, EZ_FILLING_COVER, EZ_FILLING_STRETCH } EzFilling;
typedef enum EzCanvasKind {
    EZ_CANVAS_QUADRANT,
    EZ_CANVAS_RINGS,
    EZ_CANVAS_LADDER,
    EZ_CANVAS_STAIRS,
    EZ_CANVAS_LOOP,
    EZ_CANVAS_WHEEL,
    EZ_CANVAS_NETWORK,
    EZ_CANVAS_LANES,
    EZ_CANVAS_HEXES,
    EZ_CANVAS_MATRIX,
    EZ_CANVAS_PATH,
    EZ_CANVAS_KINDS,
} EzCanvasKind;

// One answer of a tick { … }.
typedef struct EzTickOption {
    const EzText *text;
    const char *id;              // NULL = its number
    const char *letter, *colour; // of the tab before its words; NULL = no tab
    EzOrigin origin;
} EzTickOption;

typedef struct EzNode EzNode;

// A piece of a text: words in every language, or an inline node that holds more pieces.
typedef struct EzPiece {
    const EzText *text; // NULL where `plain` or `node` is given
    const char *plain;
    const char *language; // of `plain`, when the deck's field says so; else NULL
    const EzNode *node;
    EzPlace place; // of `plain`
    bool verbatim; // `plain` is what a card's plain field holds: no sign in it means anything
    bool
        said; // `plain` is what people typed: it is printed whatever signs and long words are in it
} EzPiece;

struct EzNode {
    EzNodeKind kind;
    EzOrigin origin;
    // boxes
    EzLength width, height;
    double grow, gap, radius;
    EzSides padding;
    int align, columns;
    const char *colour, *stroke;
    double weight;
    EzPair dash;
    // placing
    EzPair at;
    int anchor;
    EzHang below, above;
    const char *name;
    double clear;
    bool ornament;
    // text
    const char *style, *language;
    EzPair fit;
    bool even;
    int lines, flow, level;
    double size, leading, tracking;
    const char *features;
    // symbols
    const char *shape, *ink;
    const EzText *alt;
    // generated drawings
    const char *seed, *ground;
    int variant;
    bool loops, dashed;
    // pictures
    const EzPictureFile
        *picture; // of the load; never NULL in a picture or icon that was read without mistakes
    int filling;  // EzFilling
    // fields to fill in, and canvases
    const char *id;
    const EzText *label, *tooltip;
    bool important, beside;
    int points, canvas;
    EzTexts ends, rows, heads, labels, notes, gates;
    const EzTickOption *options;
    int n_options;
    EzChart chart;
    const EzDrawing *drawing; // never NULL in a drawing that was read without mistakes
    int draw;                 // its function, while it is read
    // flowing pages
    bool keep, new_page; // of a child of pages
    bool bleeds;         // of a fill or frame in pages: its ground goes from edge to edge
    EzHeard heard;
    EzSize paper; // 0 = the worksheet's
    EzSides margin;
    bool mirrored, count;      // count: of a folio, the number of pages
    double gutter, raster;     // mm; raster 0 = none
    const EzNode *head, *foot; // NULL = none
    // what stands in the braces
    const EzNode *const *children;
    int n_children;
    const EzPiece *pieces;
    int n_pieces;
};

typedef struct EzNodeRecord {
    EzRecord record;
    EzContent content;
    bool is_inline; // stands inside a text
} EzNodeRecord;

extern const EzNodeRecord ez_node_records[EZ_NODE_KINDS];
// A node with the defaults of its kind.
EzNode ez_node_default(EzNodeKind kind);
// By the author's word; EZ_NODE_KINDS when there is none.
EzNodeKind ez_node_kind(const char *word);
const char *ez_node_word(EzNodeKind kind);
// True for what somebody fills in: write, box, tick, scale, dots, cells.
bool ez_node_is_field(EzNodeKind kind);
extern const EzRecord ez_option_record;

// Words for anchors, aligns; each ends with NULL.
extern const char *const ez_anchor_words[];
extern const char *const ez_align_words[];
// The words for EzCanvasKind, in its order; ends with NULL.
extern const char *const ez_canvas_words[];
extern const char *const ez_text_align_words[];
// The shapes a tab can have and the symbols a mark can be; each ends with NULL. render/symbol.c draws them.
extern const char *const ez_shape_names[];
extern const char *const ez_mark_names[];
