// SPDX-License-Identifier: EUPL-1.2
// The options of a tick { … }.
#pragma once

#include "engine/load/read.h"
#include "engine/model/node.h"

// [-0, +0] Reads the field `options` of the table at `index` into the node. An option is a text, or { text, id = …, … }.
void ez_options_read(EzReading *r, int index, EzNode *node);
