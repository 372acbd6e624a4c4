// SPDX-License-Identifier: EUPL-1.2
// The fields of a worksheet as somebody fills them in on a screen (ISO 32000-1, 12.7): texts to write, boxes to tick, points to choose one
// of. They lie on what is printed and show nothing of their own until they are filled in.
#pragma once

#include "print/structure_tree.h"
#include "render/fonts.h"

// Adds all fields of the structure to the document and to its tree. `font` is what is typed with; it is put into the file whole.
// Fails when the font cannot be read.
bool ez_forms_add(EzDoc *doc, EzTree *tree, const EzStructure *structure, EzFonts *fonts,
                  const EzFont *font, GError **error);
