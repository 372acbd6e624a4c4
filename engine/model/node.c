// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/node.h"

#include "engine/model/theme.h"

#include <string.h>

const char *const ez_anchor_words[] = {"auto", "first", "last", "top", "bottom", NULL};
const char *const ez_align_words[] = {"start", "centre", "end", "baseline", NULL};
const char *const ez_text_align_words[] = {"start",   "centre", "end", "baseline",
                                           "outside", "inside", NULL};
const char *const ez_shape_names[] = {
    "tab",     "circle",  "leaf",    "stair",   "squares", "arch",
    "diamond", "hexagon", "circles", "octagon", "square",  NULL,
};
const char *const ez_mark_names[] = {
    "disc", "half", "ring", "tick", "box", "dot", "fold_left", "fold_right", NULL,
};

const char *const ez_canvas_words[] = {
    "quadrant", "rings", "ladder", "stairs", "loop", "wheel",
    "network",  "lanes", "hexes",  "matrix", "path", NULL,
};

// Lines to words: a node's own `setting` is one more than the style's, 0 = as the style says.
static const char *const setting_words[] = {"style",  "plain",   "balance",
                                            "pretty", "justify", NULL};

static const char *const filling_words[] = {"contain", "cover", "stretch", NULL};

#define AT(member) offsetof(EzNode, member)
#define NONE                                                                                   \
    {                                                                                          \
        NULL, EZ_TYPE_OTHER, 0, false, NULL, 0, 0, NULL                                        \
    }

static const EzProp placing[] = {
    {"at", EZ_TYPE_POINT, AT(at), false, NULL, -1000, 2000,
     "Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed."},
    {"anchor", EZ_TYPE_CHOICE, AT(anchor), false, ez_anchor_words, 0, 0,
     "What lies at y: first or last baseline, top or bottom."},
    {"below", EZ_TYPE_HANG, AT(below), false, NULL, -1000, 2000,
     "Hangs it so many mm under a named sibling."},
    {"above", EZ_TYPE_HANG, AT(above), false, NULL, -1000, 2000,
     "Hangs it so many mm over a named sibling."},
    {"name", EZ_TYPE_NAME, AT(name), false, NULL, 0, 0, "For below and above."},
    {"clear", EZ_TYPE_NUMBER, AT(clear), false, NULL, 0, 1000,
     "At least so many mm to the next sibling."},
    {"width", EZ_TYPE_LENGTH, AT(width), false, NULL, 0, 2000,
     "mm, or \"40%\" of what holds it."},
    {"grow", EZ_TYPE_NUMBER, AT(grow), false, NULL, 0, 1000,
     "Its share of what a row or column has left."},
    {"ornament", EZ_TYPE_FLAG, AT(ornament), false, NULL, 0, 0,
     "Not read aloud, and free to leave the safe zone."},
    {"keep", EZ_TYPE_FLAG, AT(keep), false, NULL, 0, 0,
     "In pages { … }: not torn, and on one page with what follows. A heading is so by itself."},
    {"new_page", EZ_TYPE_FLAG, AT(new_page), false, NULL, 0, 0,
     "In pages { … }: begins a page."},
    NONE,
};

static const EzProp tall[] = {
    {"height", EZ_TYPE_LENGTH, AT(height), false, NULL, 0, 2000,
     "mm, or \"40%\" of what holds it."},
    NONE,
};

static const EzProp ground[] = {
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "A name of the theme, \"#RRGGBB\", or \"name 12%\"."},
    {"radius", EZ_TYPE_NUMBER, AT(radius), false, NULL, 0, 500, "Of its corners, in mm."},
    {"stroke", EZ_TYPE_COLOUR, AT(stroke), false, NULL, 0, 0, "Colour of a line around it."},
    {"weight", EZ_TYPE_NUMBER, AT(weight), false, NULL, 0, 50, "Of that line, in mm."},
    NONE,
};

static const EzProp holding[] = {
    {"gap", EZ_TYPE_NUMBER, AT(gap), false, NULL, 0, 500, "Between its children, in mm."},
    {"padding", EZ_TYPE_SIDES, AT(padding), false, NULL, 0, 500, "Inside its edges, in mm."},
    {"align", EZ_TYPE_CHOICE, AT(align), false, ez_align_words, 0, 0, "Across its direction."},
    NONE,
};

static const EzProp grid[] = {
    {"columns", EZ_TYPE_WHOLE, AT(columns), false, NULL, 1, 50, "How many side by side."},
    NONE,
};

static const EzProp pages[] = {
    {"size", EZ_TYPE_SIZE, AT(paper), false, NULL, 0, 0,
     "Of its pages; that of the worksheet when left out."},
    {"margin", EZ_TYPE_SIDES, AT(margin), false, NULL, 0, 500,
     "From the edge to the text, in mm; 18 when left out. Of a right-hand page, where they are "
     "mirrored."},
    {"mirrored", EZ_TYPE_FLAG, AT(mirrored), false, NULL, 0, 0,
     "Left-hand pages have the margins of right-hand ones the other way round."},
    {"head", EZ_TYPE_OTHER, 0, false, NULL, 0, 0,
     "A node in the upper margin of each page, halfway its height."},
    {"foot", EZ_TYPE_OTHER, 0, false, NULL, 0, 0, "The same in the lower margin."},
    {"columns", EZ_TYPE_WHOLE, AT(columns), false, NULL, 1, 20, "How many side by side."},
    {"gutter", EZ_TYPE_NUMBER, AT(gutter), false, NULL, 0, 200,
     "Between them, in mm; 6 when left out."},
    {"gap", EZ_TYPE_NUMBER, AT(gap), false, NULL, 0, 500, "Between its children, in mm."},
    {"grid", EZ_TYPE_NUMBER, AT(raster), false, NULL, 1, 100,
     "A baseline grid: lines of text stand on multiples of it, in mm from the upper margin."},
    NONE,
};

static const EzProp folio[] = {
    {"count", EZ_TYPE_FLAG, AT(count), false, NULL, 0, 0,
     "The number of pages instead of that of this page."},
    NONE,
};

static const EzProp line[] = {
    {"weight", EZ_TYPE_NUMBER, AT(weight), false, NULL, 0, 50, "In mm."},
    {"dash", EZ_TYPE_DASH, AT(dash), false, NULL, 0, 100, "{ on, off } in mm."},
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0, "Of the line."},
    NONE,
};

static const EzProp setting[] = {
    {"style", EZ_TYPE_NAME, AT(style), false, NULL, 0, 0, "A style of the theme."},
    {"fit", EZ_TYPE_RANGE, AT(fit), false, NULL, 1, 400,
     "{ largest, smallest } size in points."},
    {"even", EZ_TYPE_FLAG, AT(even), false, NULL, 0, 0,
     "As small as its like (by name, else by style) on any card of the deck must be to fit."},
    {"lines", EZ_TYPE_WHOLE, AT(lines), false, NULL, 1, 1000, "At most so many lines."},
    {"setting", EZ_TYPE_CHOICE, AT(flow), false, setting_words, 0, 0, "How lines are broken."},
    {"size", EZ_TYPE_NUMBER, AT(size), false, NULL, 1, 400, "Another type size, in points."},
    {"leading", EZ_TYPE_NUMBER, AT(leading), false, NULL, 1, 600,
     "Another leading, in points."},
    {"align", EZ_TYPE_CHOICE, AT(align), false, ez_text_align_words, 0, 0,
     "Within its width; outside and inside are away from the spine and towards it."},
    NONE,
};

static const EzProp letters[] = {
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0, "Of the letters."},
    {"tracking", EZ_TYPE_NUMBER, AT(tracking), false, NULL, -5, 20, "Points between letters."},
    {"features", EZ_TYPE_PLAIN, AT(features), false, NULL, 0, 0, "OpenType: \"lnum,tnum\"."},
    {"lang", EZ_TYPE_PLAIN, AT(language), false, NULL, 0, 0, "The language of these words."},
    NONE,
};

static const EzProp level[] = {
    {"level", EZ_TYPE_WHOLE, AT(level), false, NULL, 1, 3,
     "1 for a title, 2 for what is under it."},
    NONE,
};

static const EzProp symbol[] = {
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0, "Of the shape."},
    {"alt", EZ_TYPE_TEXT, AT(alt), false, NULL, 0, 0, "What it says to who cannot see it."},
    NONE,
};

static const EzProp tab[] = {
    {"ink", EZ_TYPE_COLOUR, AT(ink), false, NULL, 0, 0, "Colour of the letter in it."},
    {"shape", EZ_TYPE_NAME, AT(shape), false, NULL, 0, 0, "tab, circle, leaf, stair …"},
    {"style", EZ_TYPE_NAME, AT(style), false, NULL, 0, 0, "Of the letter in it."},
    NONE,
};

static const EzProp chip[] = {
    {"ink", EZ_TYPE_COLOUR, AT(ink), false, NULL, 0, 0, "Colour of the words in it."},
    {"stroke", EZ_TYPE_COLOUR, AT(stroke), false, NULL, 0, 0, "Colour of its line."},
    {"weight", EZ_TYPE_NUMBER, AT(weight), false, NULL, 0, 50, "Of that line, in mm."},
    {"radius", EZ_TYPE_NUMBER, AT(radius), false, NULL, 0, 50, "Of its corners, in mm."},
    {"style", EZ_TYPE_NAME, AT(style), false, NULL, 0, 0, "Of the words in it."},
    NONE,
};

static const EzProp pattern[] = {
    {"seed", EZ_TYPE_PLAIN, AT(seed), true, NULL, 0, 0,
     "Another seed, another drawing: the card's id."},
    {"variant", EZ_TYPE_WHOLE, AT(variant), false, NULL, 1, 1000,
     "Which composition: 1 for the first card with this pattern, 2 for the next …"},
    {"ground", EZ_TYPE_COLOUR, AT(ground), false, NULL, 0, 0, "Colour of the plate under it."},
    {"loops", EZ_TYPE_FLAG, AT(loops), false, NULL, 0, 0, "Veins close into loops (venation)."},
    {"dashed", EZ_TYPE_FLAG, AT(dashed), false, NULL, 0, 0,
     "Its strong lines are dashed: the drawing doubts."},
    NONE,
};

static const EzProp alt[] = {
    {"alt", EZ_TYPE_TEXT, AT(alt), false, NULL, 0, 0, "What it says to who cannot see it."},
    NONE,
};

static const EzProp picture[] = {
    {"fit", EZ_TYPE_CHOICE, AT(filling), false, filling_words, 0, 0,
     "In a box of another shape: whole, cut to fill it, or stretched."},
    NONE,
};

static const EzProp field[] = {
    {"id", EZ_TYPE_PLAIN, AT(id), true, NULL, 0, 0,
     "The step of the exercise that it answers: \"idea#1\", \"monday.who\"."},
    {"label", EZ_TYPE_TEXT, AT(label), true, NULL, 0, 0, "What is asked, printed with it."},
    {"tooltip", EZ_TYPE_TEXT, AT(tooltip), false, NULL, 0, 0,
     "Said instead of the label on a screen, where the label alone says too little."},
    {"important", EZ_TYPE_FLAG, AT(important), false, NULL, 0, 0,
     "On a ground of 12 % of its colour."},
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of its label; that of the worksheet when it does not say."},
    {"style", EZ_TYPE_NAME, AT(style), false, NULL, 0, 0, "Of its label; else \"field\"."},
    NONE,
};

static const EzProp writing[] = {
    {"lines", EZ_TYPE_WHOLE, AT(lines), false, NULL, 1, 100,
     "How many; as many as fit where it does not say."},
    NONE,
};

static const EzProp beside[] = {
    {"beside", EZ_TYPE_FLAG, AT(beside), false, NULL, 0, 0,
     "What is filled in stands beside the label, not under it."},
    NONE,
};

static const EzProp tick[] = {
    {"options", EZ_TYPE_OTHER, 0, true, NULL, 0, 0,
     "A list of texts, or of { text, id = …, letter = …, colour = … }."},
    {"columns", EZ_TYPE_WHOLE, AT(columns), false, NULL, 1, 20, "Options side by side."},
    {"gap", EZ_TYPE_NUMBER, AT(gap), false, NULL, 0, 100, "Between options, in mm."},
    NONE,
};

static const EzProp points[] = {
    {"points", EZ_TYPE_WHOLE, AT(points), false, NULL, 2, 30, "How many; 5 as a rule."},
    NONE,
};

static const EzProp ends[] = {
    {"ends", EZ_TYPE_TEXTS, AT(ends), false, NULL, 2, 2,
     "Two texts: what the first and the last point mean."},
    NONE,
};

static const EzProp cells[] = {
    {"columns", EZ_TYPE_TEXTS, AT(heads), true, NULL, 1, 30, "The headings of its columns."},
    {"rows", EZ_TYPE_TEXTS, AT(rows), false, NULL, 1, 100, "What stands before each row."},
    {"lines", EZ_TYPE_WHOLE, AT(lines), false, NULL, 1, 100,
     "How many rows, where they have no names."},
    {"gap", EZ_TYPE_NUMBER, AT(gap), false, NULL, 0, 100, "Between cells, in mm."},
    NONE,
};

static const EzProp canvas[] = {
    {"kind", EZ_TYPE_CHOICE, AT(canvas), true, ez_canvas_words, 0, 0, "Which drawing."},
    {"id", EZ_TYPE_PLAIN, AT(id), true, NULL, 0, 0,
     "The step of the exercise in which things are placed on it."},
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of its lines; that of the worksheet when it does not say."},
    {"alt", EZ_TYPE_TEXT, AT(alt), false, NULL, 0, 0, "What it says to who cannot see it."},
    {"style", EZ_TYPE_NAME, AT(style), false, NULL, 0, 0, "Of its labels; else \"field\"."},
    {"labels", EZ_TYPE_TEXTS, AT(labels), false, NULL, 0, 0,
     "Names of its parts: treads, spokes, rings, quarters."},
    {"notes", EZ_TYPE_TEXTS, AT(notes), false, NULL, 0, 0, "Some words to each of the names."},
    {"gates", EZ_TYPE_TEXTS, AT(gates), false, NULL, 0, 0,
     "Of a loop: the names of its gates."},
    {"rows", EZ_TYPE_TEXTS, AT(rows), false, NULL, 0, 0, "Of a matrix: its rows."},
    {"columns", EZ_TYPE_TEXTS, AT(heads), false, NULL, 0, 0,
     "Of a matrix or of lanes: what stands over its columns."},
    NONE,
};

static const EzProp chart[] = {
    {"kind", EZ_TYPE_CHOICE, AT(chart.kind), true, ez_chart_words, 0, 0, "Which chart."},
    {"few", EZ_TYPE_FLAG, AT(chart.few), false, NULL, 0, 0,
     "Fewer than five anonymous answers: words say so, and nothing of them is shown."},
    {"answers", EZ_TYPE_SERIES, AT(chart.answers), false, NULL, 0, 10000,
     "Of dots and a histogram: one number a person, that of a column."},
    {"points", EZ_TYPE_WHOLE, AT(chart.points), false, NULL, 2, 30,
     "How many the scale has; 5 as a rule."},
    {"labels", EZ_TYPE_TEXTS, AT(chart.labels), false, NULL, 0, 30,
     "Names of columns, tasks or options. Dots without labels stand on a scale."},
    {"hollow", EZ_TYPE_FLAG, AT(chart.hollow), false, NULL, 0, 0,
     "Of dots: rings, for how it is now, where dots are how it will be."},
    {"values", EZ_TYPE_SERIES, AT(chart.values), false, NULL, 0, 30,
     "Of bars: the score of each label."},
    {"now", EZ_TYPE_SERIES, AT(chart.now), false, NULL, 0, 30,
     "Of stairs: on which step each task stands."},
    {"later", EZ_TYPE_SERIES, AT(chart.later), false, NULL, 0, 30,
     "Of stairs: on which step it should stand."},
    {"from", EZ_TYPE_MATRIX, AT(chart.from), false, NULL, 0, 10000,
     "Of a shift: for each task the answers before; an empty list where there are too few."},
    {"to", EZ_TYPE_MATRIX, AT(chart.to), false, NULL, 0, 10000,
     "Of a shift: for each task the answers after."},
    {"steps", EZ_TYPE_TEXTS, AT(chart.steps), false, NULL, 0, 30,
     "Of stairs and a shift: the names of the steps, from below."},
    {"notes", EZ_TYPE_TEXTS, AT(chart.notes), false, NULL, 0, 30,
     "Of stairs and a shift: some words to each task."},
    {"rounds", EZ_TYPE_MATRIX, AT(chart.rounds), false, NULL, 0, 30,
     "For each round a list: the support of each option."},
    {"quorum", EZ_TYPE_NUMBER, AT(chart.quorum), false, NULL, 0.5, 1000000,
     "Of rounds: the support that is enough."},
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of what is drawn; that of the worksheet when it does not say."},
    {"style", EZ_TYPE_NAME, AT(style), false, NULL, 0, 0, "Of its words; else \"note\"."},
    {"alt", EZ_TYPE_TEXT, AT(alt), false, NULL, 0, 0,
     "What it says to who cannot see it; else all its numbers, in words."},
    NONE,
};

static const EzProp qr[] = {
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of its squares, which stand on white."},
    {"alt", EZ_TYPE_TEXT, AT(alt), false, NULL, 0, 0,
     "What it says to who cannot see it, when that is not the text in it."},
    NONE,
};

static const EzProp drawing[] = {
    {"draw", EZ_TYPE_DRAW, AT(draw), true, NULL, 0, 0,
     "function(pen, width, height), which draws in mm from its top left corner."},
    NONE,
};

static const EzProp slot[] = {
    {"name", EZ_TYPE_NAME, AT(name), true, NULL, 0, 0,
     "By which a face that extends this one fills it."},
    NONE,
};

#define GROUPS(...) ((const EzProp *const[]){__VA_ARGS__, NULL})
#define BOXED       placing, tall, ground, holding

const EzNodeRecord ez_node_records[EZ_NODE_KINDS] = {
    [EZ_NODE_COLUMN] = {{"column", "a column", "Its children under each other.", GROUPS(BOXED)},
                        EZ_HOLDS_NODES,
                        false},
    [EZ_NODE_ROW] = {{"row", "a row", "Its children side by side.", GROUPS(BOXED)},
                     EZ_HOLDS_NODES,
                     false},
    [EZ_NODE_GRID] = {{"grid", "a grid", "Its children in columns of one width.",
                       GROUPS(BOXED, grid)},
                      EZ_HOLDS_NODES,
                      false},
    [EZ_NODE_LAYERS] = {{"layers", "layers",
                         "Its children over each other, each placed by at, below or above.",
                         GROUPS(BOXED)},
                        EZ_HOLDS_NODES,
                        false},
    [EZ_NODE_FRAME] = {{"frame", "a frame", "A ground or line around its children.",
                        GROUPS(BOXED)},
                       EZ_HOLDS_NODES,
                       false},
    [EZ_NODE_PAGE] = {{"page", "a page", "One page of a worksheet.", GROUPS(holding)},
                      EZ_HOLDS_NODES,
                      false},
    [EZ_NODE_PAGES] = {{"pages", "pages",
                        "As many pages of a worksheet as what stands in it needs.",
                        GROUPS(pages)},
                       EZ_HOLDS_NODES,
                       false},
    [EZ_NODE_FILL] = {{"fill", "a fill", "A plain area of colour; never read aloud.",
                       GROUPS(placing, tall, ground)},
                      EZ_HOLDS_NOTHING,
                      false},
    [EZ_NODE_GROW] = {{"grow", "a grow", "Takes what a row or column has left.",
                       GROUPS(placing)},
                      EZ_HOLDS_NOTHING,
                      false},
    [EZ_NODE_SPACE] = {{"space", "a space", "Empty room.", GROUPS(placing, tall)},
                       EZ_HOLDS_NOTHING,
                       false},
    [EZ_NODE_RULE] = {{"rule", "a rule", "A line; never read aloud.",
                       GROUPS(placing, tall, line)},
                      EZ_HOLDS_NOTHING,
                      false},
    [EZ_NODE_HEADING] = {{"heading", "a heading", "A title, which readers can jump to.",
                          GROUPS(placing, setting, letters, level)},
                         EZ_HOLDS_WORDS,
                         false},
    [EZ_NODE_TEXT] = {{"text", "a text", "A paragraph.", GROUPS(placing, setting, letters)},
                      EZ_HOLDS_WORDS,
                      false},
    [EZ_NODE_QUOTE] = {{"quote", "a quote", "What somebody says.",
                        GROUPS(placing, setting, letters)},
                       EZ_HOLDS_WORDS,
                       false},
    [EZ_NODE_SMALL] = {{"small", "a small", "Words at 85 % of the size.", GROUPS(letters)},
                       EZ_HOLDS_WORDS,
                       true},
    [EZ_NODE_ITALIC] = {{"italic", "an italic", "Slanted words.", GROUPS(letters)},
                        EZ_HOLDS_WORDS,
                        true},
    [EZ_NODE_BOLD] = {{"bold", "a bold", "Bold words.", GROUPS(letters)}, EZ_HOLDS_WORDS, true},
    [EZ_NODE_FOLIO] = {{"folio", "a folio",
                        "The number of the page, in a text of the head or foot of pages.",
                        GROUPS(folio, letters)},
                       EZ_HOLDS_NOTHING,
                       true},
    [EZ_NODE_TAB] = {{"tab", "a tab", "The deck's shape with a letter in it.",
                      GROUPS(placing, tall, symbol, tab)},
                     EZ_HOLDS_ONE_WORD,
                     false},
    [EZ_NODE_CHIP] = {{"chip", "a chip", "A word in a small frame.",
                       GROUPS(placing, tall, symbol, chip)},
                      EZ_HOLDS_ONE_WORD,
                      false},
    [EZ_NODE_MARK] = {{"mark", "a mark", "A drawn symbol: disc, half, ring, tick, fold_left …",
                       GROUPS(placing, tall, symbol)},
                      EZ_HOLDS_ONE_WORD,
                      false},
    [EZ_NODE_PATTERN] = {{"pattern", "a pattern",
                          "A drawing that grows from a seed, in width and height: phyllotaxis, "
                          "lsystem, voronoi, "
                          "reaction_diffusion, boids, venation, physarum, dla.",
                          GROUPS(placing, tall, symbol, pattern)},
                         EZ_HOLDS_ONE_WORD,
                         false},
    [EZ_NODE_PICTURE] = {{"picture", "a picture",
                          "A PNG, JPEG or SVG: its path goes from the file that names it. Of "
                          "width and height one is enough.",
                          GROUPS(placing, tall, alt, picture)},
                         EZ_HOLDS_ONE_WORD,
                         false},
    [EZ_NODE_ICON] = {{"icon", "an icon",
                       "A drawing in one colour: the SVG of this name in kit/icons.",
                       GROUPS(placing, tall, symbol)},
                      EZ_HOLDS_ONE_WORD,
                      false},
    [EZ_NODE_WRITE] = {{"write", "a write", "Lines to write on, under or beside a label.",
                        GROUPS(field, writing, beside, tall, placing)},
                       EZ_HOLDS_NOTHING,
                       false},
    [EZ_NODE_BOX] = {{"box", "a box", "An empty area to write or draw in.",
                      GROUPS(field, tall, placing)},
                     EZ_HOLDS_NOTHING,
                     false},
    [EZ_NODE_TICK] = {{"tick", "a tick", "Options, each with a box to tick.",
                       GROUPS(field, tick, beside, tall, placing)},
                      EZ_HOLDS_NOTHING,
                      false},
    [EZ_NODE_SCALE] = {{"scale", "a scale", "Numbered points from one end to the other.",
                        GROUPS(field, points, ends, beside, tall, placing)},
                       EZ_HOLDS_NOTHING,
                       false},
    [EZ_NODE_DOTS] = {{"dots", "dots", "A row of small rings to colour: votes.",
                       GROUPS(field, points, beside, tall, placing)},
                      EZ_HOLDS_NOTHING,
                      false},
    [EZ_NODE_CELLS] = {{"cells", "cells", "A small table to fill in.",
                        GROUPS(field, cells, tall, placing)},
                       EZ_HOLDS_NOTHING,
                       false},
    [EZ_NODE_CANVAS] = {{"canvas", "a canvas", "A drawing to place things on.",
                         GROUPS(canvas, points, tall, placing)},
                        EZ_HOLDS_NOTHING,
                        false},
    [EZ_NODE_CHART] = {{"chart", "a chart", "Answers and scores, drawn and counted.",
                        GROUPS(chart, tall, placing)},
                       EZ_HOLDS_NOTHING,
                       false},
    [EZ_NODE_QR] =
        {{"qr", "a QR code",
          "A text for telephones; the white edge that it needs lies within its width.",
          GROUPS(placing, tall, qr)},
         EZ_HOLDS_ONE_WORD,
         false},
    [EZ_NODE_DRAWING] = {{"drawing", "a drawing",
                          "What a function draws with a pen, width by height mm large.",
                          GROUPS(placing, tall, alt, drawing)},
                         EZ_HOLDS_NOTHING,
                         false},
    [EZ_NODE_SLOT] = {{"slot", "a slot",
                       "A place that a face which extends this one can fill; its own children "
                       "stand there else.",
                       GROUPS(slot)},
                      EZ_HOLDS_NODES,
                      false},
};

static const EzProp option_props[] = {
    {"id", EZ_TYPE_ID, offsetof(EzTickOption, id), false, NULL, 0, 0,
     "Of this answer; else its number."},
    {"letter", EZ_TYPE_PLAIN, offsetof(EzTickOption, letter), false, NULL, 0, 0,
     "In a small tab before its words."},
    {"colour", EZ_TYPE_COLOUR, offsetof(EzTickOption, colour), false, NULL, 0, 0,
     "Of that tab."},
    NONE,
};

const EzRecord ez_option_record = {"option", "an option", "One answer of a tick.",
                                   GROUPS(option_props)};

EzNode ez_node_default(EzNodeKind kind)
{
    EzNode node = {.kind = kind, .level = 1, .variant = 1};
    node.width.unit = node.height.unit = EZ_AUTO;
    node.clear = -1;
    node.weight = -1;
    node.radius = -1;
    node.points = node.chart.points = 5;
    node.chart.kind = EZ_CHART_KINDS;
    if (kind == EZ_NODE_TICK || kind == EZ_NODE_CELLS)
        node.gap = -1;
    node.margin = (EzSides){18, 18, 18, 18};
    node.gutter = 6;
    node.align = kind == EZ_NODE_ROW ? EZ_ALIGN_BASELINE : EZ_ALIGN_START;
    return node;
}

EzNodeKind ez_node_kind(const char *word)
{
    for (int i = 0; i < EZ_NODE_KINDS; i++)
        if (strcmp(ez_node_records[i].record.word, word) == 0)
            return i;
    return EZ_NODE_KINDS;
}

bool ez_node_is_field(EzNodeKind kind)
{
    return kind >= EZ_NODE_WRITE && kind <= EZ_NODE_CELLS;
}

const char *ez_node_word(EzNodeKind kind)
{
    return ez_node_records[kind].record.word;
}
