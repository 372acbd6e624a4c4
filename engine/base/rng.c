// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/rng.h"

void ez_rng_seed(EzRng *rng, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        seed += UINT64_C(0x9e3779b97f4a7c15);
        uint64_t z = seed;
        z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
        rng->state[i] = z ^ (z >> 31);
    }
}

uint64_t ez_rng_seed_of(const char *text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash;
}

static uint64_t rotate(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

uint64_t ez_rng_next(EzRng *rng)
{
    uint64_t *s = rng->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

int64_t ez_rng_between(EzRng *rng, int64_t low, int64_t high)
{
    uint64_t count = (uint64_t)high - (uint64_t)low + 1;
    if (count == 0)
        return (int64_t)ez_rng_next(rng);
    uint64_t limit = UINT64_MAX - UINT64_MAX % count, x;
    do
        x = ez_rng_next(rng);
    while (x >= limit);
    return (int64_t)((uint64_t)low + x % count);
}

double ez_rng_unit(EzRng *rng)
{
    return (double)(ez_rng_next(rng) >> 11) * 0x1p-53;
}
