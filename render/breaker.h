// SPDX-License-Identifier: EUPL-1.2
// Where lines break: pure arithmetic over the widths of what cannot be divided. Any unit of
// length will do, as long as it is the same in one call.
#pragma once

#include <glib.h>
#include <stdbool.h>

// How one atom is joined to the next.
typedef enum EzJoint {
    EZ_JOINT_NONE,   // a line does not end here
    EZ_JOINT_SPACE,  // at a space, which has no width at a line's end
    EZ_JOINT_BARE,   // without anything, as behind a hyphen
    EZ_JOINT_HYPHEN, // with a hyphen that is there at a line's end only
} EzJoint;

// What stands on one line in any case.
typedef struct EzAtom {
    double width;
    double space;         // between it and the next when both are on a line
    double before, after; // by how much it is wider before, and the next behind, a break here
    EzJoint joint;        // to the next; not asked of the last
} EzAtom;

typedef struct EzBreaker EzBreaker;

// The atoms must outlive the breaker.
EzBreaker *ez_breaker_new(const EzAtom *atoms, int n);
void ez_breaker_free(EzBreaker *breaker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzBreaker, ez_breaker_free)

// The width of a line that holds the atoms from `first` up to and with `last`.
double ez_breaker_width(const EzBreaker *breaker, int first, int last);
// The spaces on that line taken together.
double ez_breaker_spaces(const EzBreaker *breaker, int first, int last);

// Each of these breaks into lines of at most `width` (0 or less: one line; an atom that is wider
// stands alone and sticks out) and gives their number. `ends`, when not NULL, has room for as
// many as there are atoms and gets the last atom of each line.

// As many atoms on each line as it holds.
int ez_break_first_fit(const EzBreaker *breaker, double width, int *ends);
// The smallest width that keeps the number of lines, sought from 45 to 100 % of `width`.
double ez_break_balance(const EzBreaker *breaker, double width);
// As few lines as first fit gives, as even as can be; hyphens are avoided, and a last line of
// one word or of less than 16 % of the width: total fit, after Knuth and Plass, "Breaking paragraphs into lines"
// (Software: Practice and Experience 11, 1981), with the squares of what the lines lack.
int ez_break_even(const EzBreaker *breaker, double width, int *ends);
// For justified text: total fit by the stretch and shrink of spaces, with the paper's demerits
// for hyphens, two of them in succession, and a loose line next to a tight one. Never more lines
// than first fit gives: a text that fits its place fits it justified as well.
int ez_break_justified(const EzBreaker *breaker, double width, int *ends);

// By how much the spaces of a justified line grow or shrink at most, as a share of themselves. A
// line that would have to grow more, hardly more than two words, is left ragged.
#define EZ_SPACE_SHRINK  0.25
#define EZ_SPACE_STRETCH 6.0
