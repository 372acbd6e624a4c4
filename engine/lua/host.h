// SPDX-License-Identifier: EUPL-1.2
// The sandboxed Lua host: one lua_State with a small, safe, repeatable library, exact limits, and one
// way in. A script is a guest: nothing it does can crash, hang or fill the program, reach a file, the
// clock or the network, or be seen by another script.
//
// Limits. Memory is counted exactly by the allocator. Work is counted in VM instructions by a count
// hook (every 200) and by host functions that charge for long loops; it is bounded per entrance
// (EzBudget). A stop for budget, time or memory cannot be caught: the host leaves Lua by longjmp,
// marks itself dead and abandons the state; ez_host_free then frees every block from the allocator's
// own list. A dead host may only be freed. Boxes (ez_box_*) stand in a list of the host, because an
// abandoned state never finalises; other userdata get no __gc when the host is freed.
#pragma once

#include "config.h"
#include "engine/base/clock.h"
#include "engine/base/rng.h"
#include "engine/base/source.h"
#include "engine/lua/fault.h"

#include <lua.h>
#include <stdbool.h>

typedef struct EzHost EzHost;

typedef struct EzHostLimits {
    size_t memory; // bytes of the whole state: 256 MiB for a kit load, 32 MiB for a session
    size_t text;   // bytes of one text: 1 MiB
    EzClock clock;
    uint64_t seed;
    // For tests of failing allocations: the n-th allocation and all after it fail; 0 = none.
    uint64_t fail_after;
} EzHostLimits;

// The limits that SANDBOX promises for a kit load.
EzHostLimits ez_host_limits_kit(void);

#define EZ_SCRIPT_SECONDS(n) (INT64_C(1000) * 1000 * 1000 * (n)*EZ_TIME_FACTOR)
#define EZ_BUDGET_FILE       ((EzBudget){INT64_C(200) * 1000 * 1000, EZ_SCRIPT_SECONDS(4)})
#define EZ_BUDGET_SIDE       ((EzBudget){INT64_C(20) * 1000 * 1000, EZ_SCRIPT_SECONDS(4)})

// A new state with the library of library.h opened. NULL when even that does not fit in the limit.
EzHost *ez_host_new(const EzHostLimits *limits);
void ez_host_free(EzHost *host);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzHost, ez_host_free)

// The host of a state; valid in every C function that Lua calls.
EzHost *ez_host_of(lua_State *L);
bool ez_host_is_dead(const EzHost *host);
size_t
ez_host_memory(const EzHost *host); // bytes in use now, bookkeeping of the blocks included
size_t ez_host_memory_peak(const EzHost *host);
size_t ez_host_text_limit(const EzHost *host);
EzRng *ez_host_rng(EzHost *host); // what math.random draws from
// lua_resume, for coroutines that C code makes: a stop within one is told with its place in it.
int ez_host_resume(lua_State *L, lua_State *coroutine, int arguments, int *results);
// A pointer for the code that uses this host (the loader); NULL until set.
void ez_host_set_user(EzHost *host, void *user);
void *ez_host_user(lua_State *L);

// Where print writes: one call a line, without its end. Until it is set, print says nothing.
typedef void (*EzHostPrint)(const char *line, size_t length, void *data);
void ez_host_set_print(EzHost *host, EzHostPrint print, void *data);
void ez_host_print(EzHost *host, const char *line, size_t length);
// What `require` does; until it is set there are no modules.
void ez_host_set_require(EzHost *host, lua_CFunction require);
lua_CFunction ez_host_require(const EzHost *host);

// The one way into Lua: runs `body` protected, with a traceback, in the C locale and within the
// budget. `body` finds `data` as a light userdata at index 1; what it leaves on the stack is dropped.
// Entrances nest (a host function may enter again): the inner one spends from the outer one's budget
// too. False: see `fault`, which may be NULL
// and is overwritten, not cleared. A host function whose inner entrance failed must not
// touch L any more when the host is dead: it cleans up its own things and calls ez_host_raise_fault.
bool ez_host_enter(EzHost *host, lua_CFunction body, void *data, EzBudget budget,
                   EzFault *fault) G_GNUC_WARN_UNUSED_RESULT;

// For use inside an entrance. [-0, +1] Compiles a source (text only; a leading BOM is skipped) and
// pushes the function; raises a syntax fault with chunk and line when it cannot. The engine's own
// library names its sources "ez.…": a fault is never blamed on those while an author's file called.
void ez_host_load(lua_State *L, const EzSource *source);
// Charges work that a C function does for the script, in VM instructions (8 steps of a C loop are
// about one). [-0, +0] May stop the script.
void ez_host_charge(lua_State *L, int64_t instructions);
// Raises an error that arrives in the fault with this kind, name and hint (both may be NULL); its
// place is that of the caller. Scripts can catch it, and see `message`.
G_NORETURN void ez_host_raise(lua_State *L, EzFaultKind kind, const char *name,
                              const char *hint, const char *message);
// Passes on what an inner entrance reported, stops included. The fault is copied before anything can
// raise; the caller's own copy must be in a place that is cleared elsewhere.
G_NORETURN void ez_host_raise_fault(lua_State *L, const EzFault *fault);

// For a host function that ran a coroutine which failed: raises in L what went wrong there. The error value is on top of `failed`, whose stack
// is as it was, and shows the place.
G_NORETURN void ez_host_raise_from(lua_State *L, lua_State *failed);

// --- boxes --------------------------------------------------------------------
// A box is a full userdata that owns one C thing. It is emptied by __gc, by ez_box_empty, or, when the
// host is freed without that, from the host's list.
typedef void (*EzBoxFree)(void *thing);

// [-0, +1] Pushes an empty box: make it first, then the thing, then fill it. May raise (memory).
void **ez_box_push(lua_State *L, EzBoxFree free_thing);
// Frees the thing now. The value at `index` must be a box.
void ez_box_empty(lua_State *L, int index);
