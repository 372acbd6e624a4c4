// SPDX-License-Identifier: EUPL-1.2
// What the files of the script share.
#pragma once

#include "engine/lua/host.h"
#include "engine/run/session-private.h"

#include <lua.h>

// Where a script is: an exercise that is included has a path of its own.
typedef struct EzScope {
    char *path;
    int section; // of the agenda; -1 = none
    int depth;   // exercises and groups that lie around this one
} EzScope;

// One coroutine.
typedef struct EzBranch {
    int number;
    lua_State *L;
    int anchor;             // the coroutine, in the registry
    struct EzBranch *outer; // whose parallel this is a part of; NULL for the whole
    char *group;            // NULL = everybody
    EzScope scope;
    int arguments;      // on its stack, until it has begun
    int children;       // that it waits for
    const EzStep *step; // that it waits for
} EzBranch;

struct EzScript {
    EzSession *session;
    EzHost *host;
    EzBudget budget;
    GPtrArray *branches; // of EzBranch
    GQueue ready;
    int64_t kept;      // bytes, about, of what the script gave to steps and to the harvest
    char *message;     // of an error that is being raised
    EzMistake mistake; // the last that was raised
    char *called, *called_id; // the call in which, and its id; may be NULL
    JsonNode *loose;          // a value that is being made while Lua may leap away
    EzStep *pending;          // a step that is being made, the same
};

// What a call costs at least, in instructions.
enum { EZ_SCRIPT_CHARGE = 500 };

// What one script may have: steps in all, steps that wait and branches at a time, exercises within each other.
enum {
    EZ_SCRIPT_STEPS = 10000,
    EZ_SCRIPT_WAITING = 200,
    EZ_SCRIPT_BRANCHES = 1000,
    EZ_SCRIPT_DEPTH = 8, // and groups
};

EzScript *ez_script_of(lua_State *L);
// The branch that is running; raises when none is: steps are for run(s).
EzBranch *ez_script_branch(lua_State *L);
EzBranch *ez_script_find_branch(lua_State *L); // NULL
EzBranch *ez_script_add_branch(EzScript *script, lua_State *L, EzBranch *outer,
                               const char *group, const char *path);
// Raises the error at the author's line, and frees it.
G_NORETURN void ez_script_raise(lua_State *L, GError *error);
G_GNUC_PRINTF(2, 3)
G_NORETURN void ez_script_raise_words(lua_State *L, const char *format, ...);
// Raises it, and takes what it holds.
G_NORETURN void ez_script_raise_mistake(lua_State *L, EzMistake *mistake);
// [-0, +0] The innermost line that is an author's.
EzSpot ez_script_spot(lua_State *L);
// [-0, +0] All of them in this coroutine, as EzStep has them; owned by the caller.
char *ez_script_way(lua_State *L);
// The id at `index`; NULL, or an error is raised, when it is none.
const char *ez_script_id(lua_State *L, int index);
const char *ez_script_check_id(lua_State *L, int index);
// [-0, +1] Runs a pinned file and leaves what it returns.
void ez_script_run_file(lua_State *L, const EzPinned *source);

// ---- values ----------------------------------------------------------------------
void ez_script_open_values(lua_State *L);
// Makes room on the stack for reading; may raise. Where nothing is held yet: making room later could leap over what is.
void ez_script_make_room(lua_State *L);
// The fields of a table, in the order of the bytes of their names.
typedef struct EzField {
    const char *word; // Lua's own; NULL = the name is a number
    char number[24];
    int index; // of the value, on the stack
} EzField;
const char *ez_field_name(const EzField *field);
// [-0, +n] Pushes the values. Owned by the caller; NULL with an error, and nothing pushed, when a name is no word or whole number, or two are
// the same. Never raises. The order is the same in each process, as that of `lua_next` is not.
EzField *ez_script_fields(lua_State *L, int table, int *count, GError **error);
// [-0, +0] A value as JSON; NULL with an error, also when the script has given too much by now. Never raises, once there is room. Functions
// and threads are refused, answers become {"@": reference}.
JsonNode *ez_script_read(lua_State *L, int index, GError **error);
// The same for a list of things to choose from: each gets an id. `wrong` is the number of the item that is at fault, 0 = none. [-0, +0]
JsonNode *ez_script_read_items(lua_State *L, int index, int *wrong, GError **error);
// [-0, +1] {"#": n, "of": name} becomes the n-th of the list of that name in the table at `options` (0 = there is none).
void ez_script_push(lua_State *L, JsonNode *value, int options);
// [-0, +1] The n-th of the list; without a name of what a step judges.
void ez_script_push_item(lua_State *L, const char *of, int n, int options);
// [-0, +1] The same value for the same reference.
void ez_script_push_answer(lua_State *L, const char *reference);

// ---- steps -----------------------------------------------------------------------
// [-0, +0] The options of a call at `index`, checked and filled; raises when they are wrong. Kept in `loose` of the script.
JsonNode *ez_script_options(lua_State *L, const EzStepKind *kind, int index);
// [-0, +1] The table that `run` gets; `params` is taken from the top of the stack. [-1, +1]
void ez_script_push_steps(lua_State *L);
// [-0, +0] Adds what stands around steps to the table on top.
void ez_script_open_parts(lua_State *L);
// [-0, +0] From now on pcall and xpcall bring a branch back to where it was. Before the first file is run.
void ez_script_guard_scopes(lua_State *L);
// [-0, +1] `parallel`, which gives its branches the view on top.
void ez_script_open_parallel(lua_State *L);
// [-0, +1] What the start of the session says, to be read only; nil for NULL.
void ez_script_push_given(lua_State *L, JsonNode *value);
// [-0, +1] Cards of a deck, of the kit or of the exercise itself, to be read only; raises when there is none: the name is this argument of
// the call, or its field `deck`.
void ez_script_push_deck(lua_State *L, const char *name, int argument);
// What chance gives; NULL with an error. Owned by the caller.
JsonNode *ez_script_chance(EzScript *script, const EzBranch *branch, const EzStep *step,
                           GError **error);
