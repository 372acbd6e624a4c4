// SPDX-License-Identifier: EUPL-1.2
// A chart of answers: plain data, and which kind of chart takes what. A report builds it in C, an author writes it as chart { … }.
#pragma once

#include "engine/model/record.h"

typedef enum EzChartKind {
    EZ_CHART_DOTS,
    EZ_CHART_HISTOGRAM,
    EZ_CHART_STAIRS,
    EZ_CHART_SHIFT,
    EZ_CHART_ROUNDS,
    EZ_CHART_BARS,
    EZ_CHART_KINDS,
} EzChartKind;

// Lists are not given where `given` is false; an empty one that is given means that there are no answers yet.
typedef struct EzChart {
    int kind;          // EzChartKind; EZ_CHART_KINDS = not known
    bool few;          // fewer than five anonymous answers: nothing of them is shown
    bool hollow;       // of dots: rings
    bool said;         // its texts are what people typed: no sign in them means anything
    const char *voice; // the style of its notes; NULL = as its other words, and bold
    int points;        // of the scale, from 1 on
    int below; // what is added to the numbers of points where they are shown: -1 for a scale from 0 on
    EzTexts labels;       // of columns, tasks, options
    EzTexts notes;        // of stairs and a shift: some words to each task
    EzTexts steps;        // of both: the names of the points
    EzNumbers answers;    // of dots and a histogram: one a person
    EzNumbers values;     // of bars: one a label
    EzNumbers now, later; // of stairs: one a task
    EzNumberLists from,
        to; // of a shift: the answers to each task, before and after; none = too few to be shown
    EzNumberLists rounds; // one a round: the support of each option
    double quorum;        // of rounds; 0 = not given
} EzChart;

// What is wrong with the data of a chart.
typedef enum EzChartWrong {
    EZ_CHART_SOUND,
    EZ_CHART_LACKS,     // it has no `field`
    EZ_CHART_STRANGE,   // it takes no `field`
    EZ_CHART_UNEVEN,    // `field` has `found` items where `expected` are asked
    EZ_CHART_OFF_SCALE, // an item of `field` is not from `least` to `most`
} EzChartWrong;

typedef struct EzChartFault {
    EzChartWrong wrong;
    const char *field;
    int list, item; // from 1; list 0 = the field is one list
    int found, expected;
    double value, least, most;
    bool whole; // only whole numbers are asked
} EzChartFault;

// The words for EzChartKind, in its order; ends with NULL.
extern const char *const ez_chart_words[];
// The first fault of its data. Only a sound chart may be asked or drawn.
EzChartFault ez_chart_fault(const EzChart *chart);
// How many columns a chart of answers has: its labels, else the points of its scale.
int ez_chart_columns(const EzChart *chart);
// True when nobody has answered yet.
bool ez_chart_is_empty(const EzChart *chart);
// The values of bars from high to low: `order` gets the index of each; of equal ones the first comes first.
void ez_chart_rank(const EzChart *chart, int *order);

// How many of the numbers are this one.
int ez_numbers_count(const EzNumbers *numbers, double value);
// The middle one, or halfway the two in the middle; 0 when there is none.
double ez_numbers_median(const EzNumbers *numbers);
// Agreement on a scale of 1 to `points` (Tastle and Wierman 2007): 1 = all the same, 0 = half at each end, or no answers.
double ez_numbers_consensus(const EzNumbers *numbers, int points);
