// SPDX-License-Identifier: EUPL-1.2
// The clock is given to those who need it, so that a test can hold it still.
#pragma once

#include <stdint.h>

typedef struct EzClock {
    int64_t (*now)(void *data); // nanoseconds on a scale that never runs back
    void *data;
} EzClock;

// The machine's monotonic clock.
EzClock ez_clock_system(void);
int64_t ez_clock_now(EzClock clock);
