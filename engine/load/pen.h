// SPDX-License-Identifier: EUPL-1.2
// drawing { draw = function(pen, width, height) … end }: the function is called when the node is read, once, and what its pen does is
// recorded into the node.
#pragma once

#include "engine/load/read.h"
#include "engine/lua/library.h"
#include "engine/model/node.h"

// What a pen can do, as a class for the manual and the editor; ends with a record without a name.
extern const EzHostFunction ez_pen_functions[];

// [-0, +0] Draws the node. A mistake of the function is told, and the rest of the tree read on.
void ez_drawing_read(EzReading *r, EzNode *node);
