// SPDX-License-Identifier: EUPL-1.2
// The generated patterns: a process of nature, grown from a seed and given as plain geometry on a plate.
// Nothing here knows of colours, devices or scenes: a caller draws what it gets, clipped to the plate, with round caps
// and joins, in its own colour and dashes.
//
// The same wish gives the same bytes on every processor: what is computed uses only + - * / and sqrt on IEEE doubles
// (never contracted), sine, cosine and powers are our own polynomials, chance is EzRng, and what comes out lies on a
// grid of 1/1024 mm.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/arena.h"

// Goes up when a wish gives another drawing than before, so that no cache gives the old one.
#define EZ_PATTERN_VERSION 1
// No more points than this in one pattern; a disc counts as one.
#define EZ_PATTERN_POINTS 2500
// How far points may lie outside the plate, mm: strokes are cut there, and what lies beyond is left out.
#define EZ_PATTERN_OVERSHOOT 3.0

// Millimetres from the plate's top left corner; y points down.
typedef struct EzPatternPoint {
    float x, y;
} EzPatternPoint;

// A line through two or more points. `share` is how much of the colour it has, 0 to 1: 1 is the colour itself, less is
// a tint of it. A closed stroke does not repeat its first point.
typedef struct EzPatternStroke {
    const EzPatternPoint *points;
    int n_points;
    bool closed;
    float width;
    float share;
} EzPatternStroke;

// A filled disc, or a ring whose line is `line` mm wide around `radius`; 0 is a disc.
typedef struct EzPatternDisc {
    EzPatternPoint centre;
    float radius;
    float line;
    float share;
} EzPatternDisc;

// What is drawn: in this order, discs over strokes.
typedef struct EzPattern {
    const EzPatternStroke *strokes;
    int n_strokes;
    const EzPatternDisc *discs;
    int n_discs;
    int n_points; // of all strokes, and one a disc
} EzPattern;

typedef struct EzPatternWish {
    const char *name;     // one of ez_pattern_names
    uint64_t seed;        // from ez_rng_seed_of(the card's id)
    int variant;          // the v-th card of a pattern takes variant v; any number wraps
    double width, height; // of the plate, mm; from 1 to 5000
    bool loops;           // venation: veins close into loops
} EzPatternWish;

// The pattern of a wish, all of it in the arena; NULL for an unknown name or a plate out of bounds.
const EzPattern *ez_pattern_grow(EzArena *arena, const EzPatternWish *wish);
// How many variants a pattern has; 0 for an unknown name.
int ez_pattern_variants(const char *name);
