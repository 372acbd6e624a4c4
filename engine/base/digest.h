// SPDX-License-Identifier: EUPL-1.2
// A sum of many small values, 128 bits wide: made for telling whether much has changed, at some
// instructions a value. It is not made against somebody who wants two sums to be equal.
#pragma once

#include <stdint.h>
#include <string.h>

typedef struct EzDigest {
    uint64_t a, b;
} EzDigest;

// Odd, with about half of their bits set: multiplying spreads each bit over those above it.
#define EZ_DIGEST_A 0x9E3779B97F4A7C15u
#define EZ_DIGEST_B 0xC2B2AE3D27D4EB4Fu

void ez_digest_init(EzDigest *digest);

static inline uint64_t ez_digest_turn(uint64_t value, int by)
{
    return value << by | value >> (64 - by);
}

// Two lanes that see the value in different ways: what is equal in one is not in the other. Here, as a call for each glyph costs more than
// the sum.
static inline void ez_digest_whole(EzDigest *digest, int64_t value)
{
    digest->a = ez_digest_turn((digest->a ^ (uint64_t)value) * EZ_DIGEST_A, 29);
    digest->b = (ez_digest_turn(digest->b, 23) + (uint64_t)value) * EZ_DIGEST_B;
}

static inline void ez_digest_number(EzDigest *digest, double value)
{
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    ez_digest_whole(digest, bits);
}

static inline void ez_digest_numbers(EzDigest *digest, const double *values, int n)
{
    for (int i = 0; i < n; i++)
        ez_digest_number(digest, values[i]);
}

void ez_digest_bytes(EzDigest *digest, const char *bytes, int n);
// NULL is not the empty text.
void ez_digest_text(EzDigest *digest, const char *text);
// 32 letters in hex; owned by the caller. More can be added afterwards.
char *ez_digest_hex(const EzDigest *digest);
