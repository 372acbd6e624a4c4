// SPDX-License-Identifier: EUPL-1.2
// Lua tables that a face or worksheet gave → the node tree.
#pragma once

#include "engine/load/read.h"
#include "engine/model/kit.h"
#include "engine/model/node.h"

// [-0, +0] The node at `index`, or NULL after a mistake. `card` may be NULL; where it is given, its plain texts are recognised again, so that
// they keep their place, their language and their signs.
const EzNode *ez_nodes_read(EzReading *r, int index, const EzCard *card);
