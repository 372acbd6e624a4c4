// SPDX-License-Identifier: EUPL-1.2
// The files that picture { … } and icon { … } name. They are read once a load, and only below the kit's folder.
#pragma once

#include "engine/load/read.h"
#include "engine/model/node.h"

// [-0, +0] Gives the node its file, or tells why there is none. A picture's path goes from the file in which it is written, be that a
// face, a deck or a table; an icon is kit/icons/NAME.svg.
void ez_pictures_read(EzReading *r, EzNode *node);
void ez_pictures_free_file(EzPictureFile *file);
