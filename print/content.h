// SPDX-License-Identifier: EUPL-1.2
// The content stream of a PDF, operator by operator (ISO 32000-1, 7.8.2). Nothing is copied: an
// operator is a stretch of the stream with the operands that stand before it.
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

// The name of an operator as a number, to compare codes with: EZ_OP("re").
#define EZ_OP(word)                                                                            \
    ((uint32_t)(word)[0] | (uint32_t)(sizeof(word) > 2 ? (word)[1] : 0) << 8 |                 \
     (uint32_t)(sizeof(word) > 3 ? (word)[2] : 0) << 16)

typedef struct EzContentReader {
    const char *at, *end;
    bool broken; // a string or an inline image has no end, or operands no operator
} EzContentReader;

typedef struct EzContentOp {
    uint32_t code;     // EZ_OP of its name; 0 = longer than any that exists
    const char *start; // its first operand, or itself
    const char *word;  // itself; of an inline image its BI
    const char *end;   // behind it; of an inline image behind its EI
} EzContentOp;

// An image within the content: BI, its dictionary, ID, its bytes, EI.
typedef struct EzContentImage {
    int width, height, bits;
    const char *space; // "RGB", "DeviceGray": as it is written, without its slash; NULL = none
    int space_length;  // 0 where the space is an array
    bool mask, filtered;
    const char *bytes, *end;
} EzContentImage;

EzContentReader ez_content_open(const char *bytes, size_t length);
// The next operator; false at the end, and where the stream is broken.
bool ez_content_next(EzContentReader *content, EzContentOp *op) G_GNUC_WARN_UNUSED_RESULT;

// The last `most` numbers among the operands, those within arrays and dictionaries too, in their
// order; how many there are.
int ez_content_numbers(const EzContentOp *op, double *numbers, int most);
// The n-th name among the operands, from 0, without its slash; its length in bytes, 0 when there is none.
int ez_content_name(const EzContentOp *op, int n, const char **name);
// What an inline image says of itself; false when it has no ID.
bool ez_content_image(const EzContentOp *op, EzContentImage *image);
// Appends the bytes of all strings among the operands, as codes of a font.
void ez_content_text(const EzContentOp *op, GString *out);
// True for the operators that put something on the page; Do and inline images included.
bool ez_content_paints(uint32_t code);
// The number of the mark that BDC opens (its MCID), -1 when it has none.
int ez_content_mark(const EzContentOp *op);
