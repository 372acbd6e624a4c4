// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a script: loaded and run within small limits. Nothing may crash, leak or pass the limits.
#include "engine/lua/host.h"

enum { MEMORY = 1 << 20, TEXT = 1 << 16, INSTRUCTIONS = 200 * 1000 };

// Every target has this name.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int64_t stand_still(void *data)
{
    return 0;
}

static int run(lua_State *L)
{
    ez_host_load(L, lua_touserdata(L, 1));
    lua_call(L, 0, 0);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    EzHostLimits limits = {.memory = MEMORY, .text = TEXT, .clock = {stand_still, NULL}};
    EzSource *source = ez_source_new("kit/fuzz.lua", (const char *)data, size);
    EzHost *host = ez_host_new(&limits);
    EzFault fault = {0};
    EzBudget budget = {INSTRUCTIONS, INT64_MAX};
    bool ok = ez_host_enter(host, run, source, budget, &fault);
    g_assert_true(ok == (fault.kind == EZ_FAULT_NONE));
    g_assert_true(ok || g_utf8_validate(fault.message, -1, NULL));
    g_assert_cmpuint(ez_host_memory_peak(host), <=, MEMORY);
    ez_fault_clear(&fault);
    ez_host_free(host);
    ez_source_free(source);
    return 0;
}
