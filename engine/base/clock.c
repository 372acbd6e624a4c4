// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/clock.h"

#include <glib.h>

static int64_t monotonic(void *data)
{
    (void)data;
    return g_get_monotonic_time() * 1000;
}

EzClock ez_clock_system(void)
{
    return (EzClock){.now = monotonic};
}

int64_t ez_clock_now(EzClock clock)
{
    return clock.now(clock.data);
}
