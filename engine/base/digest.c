// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/digest.h"

#include <glib.h>
#include <string.h>

// Odd, with about half of their bits set: multiplying spreads each bit over those above it.
#define SPREAD_A 0x9E3779B97F4A7C15u
#define SPREAD_B 0xC2B2AE3D27D4EB4Fu

static uint64_t turn(uint64_t value, int by)
{
    return value << by | value >> (64 - by);
}

// Two lanes that see the value in different ways: what is equal in one is not in the other.
static void add(EzDigest *digest, uint64_t value)
{
    digest->a = turn((digest->a ^ value) * SPREAD_A, 29);
    digest->b = (turn(digest->b, 23) + value) * SPREAD_B;
}

void ez_digest_init(EzDigest *digest)
{
    *digest = (EzDigest){SPREAD_B, SPREAD_A};
}

void ez_digest_whole(EzDigest *digest, int64_t value)
{
    add(digest, (uint64_t)value);
}

void ez_digest_numbers(EzDigest *digest, const double *values, int n)
{
    for (int i = 0; i < n; i++) {
        uint64_t bits;
        memcpy(&bits, &values[i], sizeof bits);
        add(digest, bits);
    }
}

void ez_digest_bytes(EzDigest *digest, const char *bytes, int n)
{
    uint64_t word = 0;
    add(digest, (uint64_t)n);
    for (int i = 0; i < n; i++) {
        word = word << 8 | (unsigned char)bytes[i];
        if (i % 8 == 7)
            add(digest, word);
    }
    if (n % 8 != 0)
        add(digest, word);
}

void ez_digest_text(EzDigest *digest, const char *text)
{
    if (text == NULL)
        add(digest, UINT64_MAX);
    else
        ez_digest_bytes(digest, text, (int)strlen(text));
}

static uint64_t finish(uint64_t value)
{
    value = (value ^ value >> 32) * SPREAD_A;
    return value ^ value >> 29;
}

char *ez_digest_hex(const EzDigest *digest)
{
    uint64_t a = finish(digest->a + turn(digest->b, 17)), b = finish(digest->b ^ digest->a);
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", a, b);
}
