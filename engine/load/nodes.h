// SPDX-License-Identifier: EUPL-1.2
// Lua tables that a face or worksheet gave → the node tree.
#pragma once

#include "engine/load/read.h"
#include "engine/model/kit.h"
#include "engine/model/node.h"

// Who fills the slots of a tree.
typedef struct EzSlotFilling {
    // What is put in the slot of this name: [-0, +1] and true, with r->place where it was written; [-0, +0] and false when nothing is.
    bool (*fill)(EzReading *r, const char *name, void *data);
    void *data;
} EzSlotFilling;

// [-0, +0] The node at `index`, or NULL after a mistake. `card` and `slots` may be NULL; where it is given, its plain texts are recognised again, so that
// they keep their place, their language and their signs.
const EzNode *ez_nodes_read(EzReading *r, int index, const EzCard *card,
                            const EzSlotFilling *slots);
