// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>

EzHostLimits ez_host_limits_kit(void)
{
    return (EzHostLimits){
        .memory = (size_t)256 << 20, .text = (size_t)1 << 20, .clock = ez_clock_system()};
}

// [-0, +0]
static int open_state(lua_State *L)
{
    ez_box_open(L);
    ez_lua_open_library(L);
    return 0;
}

static EzHost *host_empty(const EzHostLimits *limits)
{
    EzHost *host = g_new0(EzHost, 1);
    host->limits = *limits;
    host->blocks = (EzBlock){&host->blocks, &host->blocks};
    host->boxes.previous = host->boxes.next = &host->boxes;
    host->locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    ez_rng_seed(&host->rng, limits->seed);
    return host;
}

EzHost *ez_host_new(const EzHostLimits *limits)
{
    EzHost *host = host_empty(limits);
    host->L = lua_newstate(ez_host_allocate, host);
    if (host->L != NULL)
        *(EzHost **)lua_getextraspace(host->L) = host;
    if (host->L != NULL && ez_host_enter(host, open_state, NULL, EZ_BUDGET_SIDE, NULL))
        return host;
    ez_host_free(host);
    return NULL;
}

// A live state is freed like a dead one: nothing in it needs lua_close, and so there is one way only.
void ez_host_free(EzHost *host)
{
    if (host == NULL)
        return;
    ez_box_empty_all(host);
    ez_host_free_blocks(host);
    freelocale(host->locale);
    ez_fault_clear(&host->death);
    ez_fault_clear(&host->pending);
    ez_fault_clear(&host->notice);
    g_free(host->notice_text);
    g_free(host);
}

EzHost *ez_host_of(lua_State *L)
{
    return *(EzHost **)lua_getextraspace(L);
}

bool ez_host_is_dead(const EzHost *host)
{
    return host->death.kind != EZ_FAULT_NONE;
}

size_t ez_host_memory(const EzHost *host)
{
    return host->used;
}

size_t ez_host_memory_peak(const EzHost *host)
{
    return host->peak;
}

size_t ez_host_text_limit(const EzHost *host)
{
    return host->limits.text;
}

EzRng *ez_host_rng(EzHost *host)
{
    return &host->rng;
}

void ez_host_set_user(EzHost *host, void *user)
{
    host->user = user;
}

void *ez_host_user(lua_State *L)
{
    return ez_host_of(L)->user;
}

void ez_host_set_print(EzHost *host, EzHostPrint print, void *data)
{
    host->print = print;
    host->print_data = data;
}

void ez_host_print(EzHost *host, const char *line, size_t length)
{
    if (host->print != NULL)
        host->print(line, length, host->print_data);
}

void ez_host_set_require(EzHost *host, lua_CFunction require)
{
    host->require = require;
}

lua_CFunction ez_host_require(const EzHost *host)
{
    return host->require;
}
