// SPDX-License-Identifier: EUPL-1.2
// The nearest right word: for "did you mean …?".
#pragma once

// Optimal string alignment distance (Damerau 1964; Boytsov 2011, §2.2), case ignored, in characters.
// Words longer than 64 characters are taken as 64.
int ez_nearest_distance(const char *a, const char *b);

// The candidate closest to `word`, no farther than max(1, length/3); the first of equals; NULL if none, and for broken UTF-8.
// `candidates` ends with NULL; the result is one of its pointers.
const char *ez_nearest(const char *word, const char *const *candidates);
