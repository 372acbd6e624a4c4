// SPDX-License-Identifier: EUPL-1.2
// The content of a page, marked: each mark of the drawn page gets the number and the role of its leaf, and what stands outside all marks
// becomes an artefact, which no reader hears.
#pragma once

#include "print/structure.h"

// Appends the marked content of a page to `out`. Returns how many marks there were; where that is not the number of leaves of the
// page, `out` is of no use. -1 when the content is broken, or a mark stands within another.
int ez_tagging_rewrite(const EzStructure *structure, int page, const char *content,
                       size_t length, GString *out);
