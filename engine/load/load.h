// SPDX-License-Identifier: EUPL-1.2
// From the author's files to the model: loads a kit with all its mistakes, and evaluates a face when asked.
// One EzLoad holds one Lua state; it belongs to one thread. The kit and everything it points at live as long as it.
#pragma once

#include "engine/base/diag.h"
#include "engine/base/file.h"
#include "engine/lua/fault.h"
#include "engine/model/kit.h"

typedef struct EzLoad EzLoad;

// What scripts may spend: steps for running a file and a face, time for either, memory for all of them. 0 = what is promised to authors.
typedef struct EzLoadLimits {
    int64_t file_steps, side_steps, nanoseconds;
    size_t memory;
} EzLoadLimits;

typedef struct EzLoadOptions {
    const char *library;        // the author library, "…/scripts/lib"; NULL = none
    const EzLoadLimits *limits; // NULL = the promised ones
    const char *edition;        // what faces hear as ctx.edition; NULL = "full"
    // Hears what scripts print(…), a line at a time, without its end; NULL = nobody does. The bytes are the script's: show nothing of
    // them raw to a terminal.
    void (*print)(const char *line, size_t length, void *data);
    void *print_data;
} EzLoadOptions;

// Looks for kit/kit.lua in `folder` and, when `upwards`, in its parents. Owned by the caller; NULL when there is none.
char *ez_load_find_kit(const char *folder, bool upwards);

// Loads the kit of the folder that holds kit/kit.lua. Mistakes go to `diags`. Fails (GError) only when the folder cannot be
// opened; a kit with mistakes loads as far as it goes.
EzLoad *ez_load_new(const char *folder, const EzLoadOptions *options, EzDiags *diags,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_load_free(EzLoad *load);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzLoad, ez_load_free)

// NULL when kit/kit.lua itself could not be read.
const EzKit *ez_load_kit(const EzLoad *load);
// The folder that holds kit/.
const char *ez_load_folder(const EzLoad *load);
// Folders with fonts: the kit's own. NULL-terminated, owned by the load.
const char *const *ez_load_font_folders(const EzLoad *load);
// The icon of this name (kit/icons/NAME.svg); NULL when there is none, or when it cannot be read,
// which is told to `diags`. Belongs to the load.
const EzPictureFile *ez_load_icon(EzLoad *load, const char *name, EzDiags *diags);

// What a face gives for one side of one card, in `arena` (its texts may lie in the load's memory). NULL when the face has no such side or
// went wrong; mistakes go to `diags`.
const EzNode *ez_load_side(EzLoad *load, const EzCard *card, EzSide side, EzArena *arena,
                           EzDiags *diags);
// True when a card of this deck has that side.
bool ez_load_has_side(const EzLoad *load, const EzDeck *deck, EzSide side);
// Tells to `diags` what went wrong when files of this load ran elsewhere, in a session.
void ez_load_tell(EzLoad *load, const EzFault *fault, EzDiags *diags);
