// SPDX-License-Identifier: EUPL-1.2
// A PDF as Cairo wrote it, before anything reads it.
#pragma once

#include <glib.h>

// The same bytes without the elements of Cairo's own structure tree, which is made anew: they become free entries of the table of
// objects, so that nobody spends time on them. Bytes of another form come back as they are. Takes the reference that is given.
GBytes *ez_drawn_without_tree(GBytes *drawn);
