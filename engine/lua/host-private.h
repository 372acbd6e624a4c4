// SPDX-License-Identifier: EUPL-1.2
// The inside of a host, for host_*.c only.
#pragma once

#include "engine/lua/host.h"

#include <locale.h>
#include <setjmp.h>

// The head of each block of the state. All blocks stand in a ring, so that an abandoned state's memory
// can be freed without asking Lua. 16 bytes: what follows keeps malloc's alignment.
typedef struct EzBlock {
    struct EzBlock *previous, *next;
} EzBlock;

typedef struct EzBox {
    struct EzBox *previous, *next; // both NULL once it is emptied
    void *thing;
    EzBoxFree free_thing;
} EzBox;

// One running ez_host_enter. Written before its setjmp only, so that nothing is lost by longjmp.
typedef struct EzEntrance {
    jmp_buf leave;
    struct EzEntrance *outer;
    locale_t locale;      // the caller's
    int64_t given;        // instructions this entrance may spend
    int64_t instructions; // what the outer one had left
    int64_t deadline;     // the outer one's
} EzEntrance;

// Where the script was at the last hook, once memory is getting short: a refused allocation that moves
// a block has no place of its own.
typedef struct EzNote {
    char chunk[256];
    int line;
} EzNote;

struct EzHost {
    lua_State *L;
    EzHostLimits limits;

    EzBlock blocks; // head of the ring
    size_t used, peak;
    size_t refused; // size of the last refusal; 0 after any success
    uint64_t allocations;
    bool text_too_long; // why the last growth was refused
    EzBox boxes;        // head of the ring

    EzEntrance *entrance;
    int64_t instructions; // left for the running entrance
    int64_t deadline;     // of the running entrance, on limits.clock
    int64_t unclocked;    // spent since the clock was last read
    locale_t locale;      // "C"

    EzFault death;      // kind NONE while the host lives
    lua_State *running; // the coroutine that is, NULL: none
    bool death_placed;  // the stack may be walked for the place of death
    EzFault pending;    // of the entrance that is failing now
    EzFault notice;     // what the last special error was about …
    char *notice_text;  // … and the error value by which it is known again
    EzNote note;

    EzRng rng;
    EzHostPrint print;
    void *print_data;
    lua_CFunction require;
    void *user;
};

// The lua_Alloc of a host.
void *ez_host_allocate(void *host, void *old, size_t old_size, size_t size);
void ez_host_free_blocks(EzHost *host);

// [-0, +1] Makes the metatable of boxes.
void ez_box_open(lua_State *L);
void ez_box_empty_all(EzHost *host);

// Kills the host and leaves the innermost entrance. `L` is walked for the place.
G_NORETURN void ez_host_stop(lua_State *L, EzFaultKind kind);
// The same for the allocator, which may not ask Lua anything: the place is looked up after the leap,
// when `placed` says that the stack is whole. Outside an entrance it only returns.
void ez_host_stop_allocation(EzHost *host, EzFaultKind kind, bool placed);

// The message handler: describes the error value in host->pending. [-1, +1]
int ez_fault_on_error(lua_State *L);
// Gives a fault the place and the trace that the stack shows now, unless it has them. Allocates nothing
// in Lua. [-0, +0]
void ez_fault_locate(EzFault *fault, lua_State *L);
// Completes host->death after a stop.
void ez_fault_finish_death(EzHost *host);
void ez_fault_note(EzHost *host, lua_State *L);
void ez_fault_copy(EzFault *to, const EzFault *from);
