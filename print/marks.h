// SPDX-License-Identifier: EUPL-1.2
// The guard on a raw PDF: each page must have one marked piece of content for each leaf that was painted, else what is read aloud
// would not be what is seen.
#pragma once

#include "engine/base/diag.h"
#include <glib.h>

// True when all pages agree with `leaves`, a number for each page. Tells the first page that does not, naming `file`. Fails (GError)
// when the PDF cannot be read or has another number of pages.
bool ez_marks_check(GBytes *pdf, const int *leaves, int pages, const char *file, EzDiags *diags,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

// How many marks with an MCID a content stream opens; strings and comments are passed over.
int ez_marks_count(const char *content, size_t length);
