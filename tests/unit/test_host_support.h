// SPDX-License-Identifier: EUPL-1.2
// Running a script in a host of its own, with a clock that stands still and what it printed kept.
#pragma once

#include "engine/lua/host.h"

#include <string.h>

#define MIB(n) ((size_t)(n) << 20)
// Of a ground: a limit is a limit, and the tests stay quick.
#define GROUND_MEMORY MIB(12)

typedef struct Ground {
    EzHost *host;
    EzFault fault;
    GString *printed; // lines, each closed
    int64_t now;      // what the clock shows …
    int64_t tick;     // … and how far it goes at each look
} Ground;

static inline int64_t ground_now(void *data)
{
    Ground *ground = data;
    return ground->now += ground->tick;
}

static inline void ground_print(const char *line, size_t length, void *data)
{
    Ground *ground = data;
    g_string_append_len(ground->printed, line, (gssize)length);
    g_string_append_c(ground->printed, '\n');
}

static inline EzHostLimits ground_limits(Ground *ground)
{
    return (EzHostLimits){
        .memory = GROUND_MEMORY, .text = MIB(1), .seed = 7, .clock = {ground_now, ground}};
}

static inline void ground_open(Ground *ground, const EzHostLimits *limits)
{
    *ground = (Ground){.printed = g_string_new(NULL)};
    EzHostLimits usual = ground_limits(ground);
    ground->host = ez_host_new(limits != NULL ? limits : &usual);
    if (ground->host != NULL)
        ez_host_set_print(ground->host, ground_print, ground);
}

static inline void ground_close(Ground *ground)
{
    ez_host_free(ground->host);
    ez_fault_clear(&ground->fault);
    g_string_free(ground->printed, TRUE);
}

static inline int ground_body(lua_State *L)
{
    ez_host_load(L, lua_touserdata(L, 1));
    lua_call(L, 0, 0);
    return 0;
}

static inline bool ground_run_source(Ground *ground, EzSource *source, EzBudget budget)
{
    ez_fault_clear(&ground->fault);
    bool ok = ez_host_enter(ground->host, ground_body, source, budget, &ground->fault);
    ez_source_free(source);
    return ok;
}

static inline bool ground_run_within(Ground *ground, const char *script, EzBudget budget)
{
    return ground_run_source(ground, ez_source_new("kit/try.lua", script, strlen(script)),
                             budget);
}

#define GROUND_BUDGET ((EzBudget){INT64_C(5) * 1000 * 1000, INT64_C(1000) * 1000 * 1000})

static inline bool ground_run(Ground *ground, const char *script)
{
    return ground_run_within(ground, script, GROUND_BUDGET);
}

// The script must end well; says why when it does not.
static inline void ground_must_run(Ground *ground, const char *script)
{
    if (!ground_run(ground, script))
        g_error("%s\n-- failed: %s (%s:%d)", script, ground->fault.message, ground->fault.chunk,
                ground->fault.line);
}
