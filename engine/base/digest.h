// SPDX-License-Identifier: EUPL-1.2
// A sum of many small values, 128 bits wide: made for telling whether much has changed, at some
// instructions a value. It is not made against somebody who wants two sums to be equal.
#pragma once

#include <stdint.h>

typedef struct EzDigest {
    uint64_t a, b;
} EzDigest;

void ez_digest_init(EzDigest *digest);
void ez_digest_whole(EzDigest *digest, int64_t value);
void ez_digest_numbers(EzDigest *digest, const double *values, int n);
void ez_digest_bytes(EzDigest *digest, const char *bytes, int n);
// NULL is not the empty text.
void ez_digest_text(EzDigest *digest, const char *text);
// 32 letters in hex; owned by the caller. More can be added afterwards.
char *ez_digest_hex(const EzDigest *digest);
