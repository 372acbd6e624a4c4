// SPDX-License-Identifier: EUPL-1.2
// What may be wrong with the data of a chart { … }, told at the place of the field or number.
#pragma once

#include "engine/load/read.h"
#include "engine/model/node.h"

// [-0, +0] The node was read from the table at `index`.
void ez_charts_check(EzReading *r, int index, const EzNode *node);
