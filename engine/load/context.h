// SPDX-License-Identifier: EUPL-1.2
// What the parts of this room share while a kit is loaded.
#pragma once

#include "engine/load/load.h"
#include "engine/lua/host.h"
#include "engine/model/picture.h"

enum { EZ_LUA_FILE_MAX = 4 * 1024 * 1024 };

typedef struct EzLoadedFile {
    char *path; // from the kit folder, or "ez.draw" for the author library
    EzSource *source;
    EzLuaMap *map;
} EzLoadedFile;

typedef struct EzLoadedFace EzLoadedFace;
struct EzLoadedFace {
    EzFace face;
    const EzLoadedFace *base; // the face that it extends; NULL = none
    bool ok;
};

struct EzLoad {
    char *folder;
    EzRoot *root;
    EzRoot *library; // may be NULL
    EzHost *host;
    EzArena *arena;
    EzDiags *diags; // where mistakes go now
    EzBudget file_budget, side_budget;
    EzPlace here;    // what is being read, for faults without a place
    EzBudget budget; // of the entrance that is open, or was last
    size_t memory;
    char *edition;
    GPtrArray *files;     // of EzLoadedFile
    GHashTable *by_path;  // path -> EzLoadedFile
    GHashTable *pictures; // path -> EzPictureFile
    GPtrArray *running;   // files whose code runs now, outermost first
    GHashTable *calls;    // "callee line" within a file -> how often it was called
    GHashTable *faces;    // name -> EzLoadedFace
    EzKit *kit;
    bool incomplete; // the kit lacks what printing needs
    GHashTable *
        broken; // set of names in lower case: decks and cards that are there but could not be read
    char *fonts[2];
    // A mistake that a host function of this room raised, until the fault arrives.
    char *raised_message, *raised_hint, *raised_token;
    EzDiagCode raised_code;
};

// ---- files --------------------------------------------------------------------

// Reads a text file of the kit and scans it for characters that deceive; NULL after a mistake was told at `named`, the place that
// names the file. The result belongs to the load and is read once.
EzLoadedFile *ez_load_file(EzLoad *load, const char *path, size_t limit, EzPlace named);
// A file of the author library, by its name without "ez."; it stands outside the kit and is read through a root of its own. NULL.
EzLoadedFile *ez_load_library_file(EzLoad *load, const char *name);
// Tells why a file that the kit names was not read.
void ez_load_tell_unread(EzLoad *load, const char *path, size_t limit, EzPlace named,
                         const GError *error);
// The first place of a file that is not read.
EzPlace ez_load_unread(EzLoad *load, const char *path);
// The map of a chunk by its name; NULL.
const EzLuaMap *ez_load_map(const EzLoad *load, const char *chunk);
// Tells a file that the kit names and lacks, with the nearest file of its folder.
void ez_load_tell_missing(EzLoad *load, const char *path, EzPlace named);

// Runs kit/<…>.lua and hands its result to `read` (at index `result` of the stack), within one entrance.
typedef void (*EzLoadRead)(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                           void *data);
bool ez_load_run(EzLoad *load, const char *path, EzPlace named, EzLoadRead read, void *data);
// What Lua's require does here. [-1, +1]
int ez_load_require(lua_State *L);
// The file of a module; NULL when there is none, and when it cannot be read, which was told then; `there` says which.
EzLoadedFile *ez_load_module(EzLoad *load, const char *name, bool *there);
// "did you mean …" for a module that is not there; NULL = nothing is near. Owned by the caller.
char *ez_load_module_hint(EzLoad *load, const char *name);

// Loads the whole kit: kit/kit.lua and all that it names.
void ez_load_everything(EzLoad *load);

// ---- faults -------------------------------------------------------------------

void ez_load_tell_fault(EzLoad *load, const EzFault *fault);
// An error of the author's line that becomes this diagnostic, in two steps, because what the first was given must be freed before the
// second leaves. `token`: the word of that line under which the caret goes, or NULL. Takes `hint`. Then pairs of slot name and text,
// closed by NULL. [-0, +0], never raises.
void ez_load_prepare(lua_State *L, EzDiagCode code, const char *token, char *hint, ...)
    G_GNUC_NULL_TERMINATED;
// Raises it. Does not return; the int is for `return ez_load_raise(L)`.
int ez_load_raise(lua_State *L);
// Remembers that a deck or card of this name is there but broken: references to it are no mistakes of their own.
void ez_load_mark_broken(EzLoad *load, const char *name);
bool ez_load_is_broken(const EzLoad *load, const char *name);
