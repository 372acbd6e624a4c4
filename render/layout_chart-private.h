// SPDX-License-Identifier: EUPL-1.2
// What the files of the charts share: words that are measured and marks that are to be drawn, from the corner of the chart.
#pragma once

#include "render/chart_words.h"
#include "render/layout-private.h"

#define CHART_DOT   2.8  // across, where there is room
#define CHART_PITCH 3.5  // of dots, from middle to middle
#define CHART_BASE  0.25 // weight of a base line
#define CHART_GAP   3.0  // between words and what they are beside

typedef enum ChartShape {
    CHART_DISC,   // in `rect`
    CHART_RING,   // white inside
    CHART_AREA,   // filled
    CHART_FRAME,  // tinted, with a line around it
    CHART_LINE,   // from the corner of `rect` to the one across
    CHART_ARROW,  // the same, level, with a head at its end
    CHART_DASHES, // the same, with white around it: it crosses bars
    CHART_WEDGE,  // a triangle that points up
    CHART_STAIRS, // of `count` steps, each `rise` higher
} ChartShape;

typedef struct ChartMark {
    ChartShape shape;
    EzRect rect;
    int count;
    double rise; // of one of the stairs
} ChartMark;

// Of a chart's box.
struct ChartMarks {
    const ChartMark *marks;
    int count;
};

// A chart while it is measured.
typedef struct Chart {
    Layout *l;
    const EzNode *node;
    const EzChart *data;
    double wide, tall; // tall negative: as much as it takes
    double y;          // what is taken so far
    double line;       // height of a line of its words
    bool failed;       // it does not fit, and this was told
    GPtrArray *words;  // of Box
    GArray *marks;     // of ChartMark
} Chart;

// Words of a chart: an author's, or the program's own.
typedef struct ChartWish {
    const EzText *text;
    const char *plain; // where `text` is NULL
    EzAlign align;
    double width;      // 0 = as wide as they are
    const char *style; // NULL = that of the chart
    bool bold, own;    // in the chart's own colour
} ChartWish;

// Measured, and not yet added.
Box *ez_chart_measure(Chart *c, ChartWish wish);
// Its corner comes there.
void ez_chart_add(Chart *c, Box *words, double x, double y);
Box *ez_chart_write(Chart *c, ChartWish wish, double x, double y);
void ez_chart_mark(Chart *c, ChartShape shape, EzRect rect);
void ez_chart_round(Chart *c, ChartShape shape, double x, double y, double across);
// Where the middle of the capitals on their first line is, from the top of the words.
double ez_chart_middle(const Box *words);
// A wedge that points at the base line y, and its middle at x.
void ez_chart_wedge(Chart *c, double x, double y);
// Words so that their capitals stand around y.
void ez_chart_centre(Chart *c, Box *words, double x, double y);
// The program's words for a number or phrase, in the page's language.
const char *ez_chart_shown(Chart *c, double number);
#define ez_chart_phrase(c, ...)                                                                \
    ez_chart_say((c)->l->arena, (c)->l->in->language_code, __VA_ARGS__)
// Answers in columns of one width over a base line.
typedef struct ChartField {
    const EzNumbers *answers;
    ChartShape shape; // of its dots
    int columns;
    double left, wide; // of the first column; of one
    double plot;       // the most height that they may take
} ChartField;
// How many are in the fullest column; 1 at least.
int ez_chart_most(const ChartField *field);
// How tall its dots are, or its bars, where there are so many answers that only their number can be read.
double ez_chart_field_tall(const ChartField *field);
// Each answer as a dot, or bars where there are too many.
void ez_chart_add_field(Chart *c, const ChartField *field, double base);
// Tells that it needs more room, once.
void ez_chart_needs(Chart *c, double needed, double found, const char *direction);

// ---- the kinds ----
void ez_chart_dots(Chart *c);
void ez_chart_histogram(Chart *c);
void ez_chart_stairs(Chart *c);
void ez_chart_shift(Chart *c);
void ez_chart_rounds(Chart *c);
void ez_chart_bars(Chart *c);
