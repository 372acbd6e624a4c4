// SPDX-License-Identifier: EUPL-1.2
// The sizes of texts that want to be even over a deck: first the smallest that each kind of
// text needs is gathered over all cards, and then every text of that kind is set so.
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct EzSizes EzSizes;

EzSizes *ez_sizes_new(void); // gathers
void ez_sizes_free(EzSizes *sizes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzSizes, ez_sizes_free)

// Whether any text has asked so far.
bool ez_sizes_asked(const EzSizes *sizes);
// From now on texts get what was gathered.
void ez_sizes_settle(EzSizes *sizes);
bool ez_sizes_settled(const EzSizes *sizes);
// The size in pt for a text that by itself takes `size`: while gathering that one, which is
// noted under `kind` and `language`; settled, the smallest that was noted there.
double ez_sizes_even(EzSizes *sizes, const char *kind, int language, double size);
