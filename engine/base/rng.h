// SPDX-License-Identifier: EUPL-1.2
// The seeded generator: the same seed gives the same numbers on every machine.
// xoshiro256** 1.0, seeded by splitmix64 (Blackman & Vigna 2018, "Scrambled linear pseudorandom number
// generators", doi:10.1145/3460772).
#pragma once

#include <stdint.h>

typedef struct EzRng {
    uint64_t state[4];
} EzRng;

void ez_rng_seed(EzRng *rng, uint64_t seed);
// A seed from text (FNV-1a, 64 bits), so that a card's id can be one.
uint64_t ez_rng_seed_of(const char *text);
uint64_t ez_rng_next(EzRng *rng);
// A whole number from low to high, both included, without bias; low must not exceed high.
int64_t ez_rng_between(EzRng *rng, int64_t low, int64_t high);
// A number in [0, 1) of 53 random bits.
double ez_rng_unit(EzRng *rng);
