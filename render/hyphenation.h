// SPDX-License-Identifier: EUPL-1.2
// Where a word may be divided: Liang's patterns, by libhyphen, one dictionary a language.
#pragma once

#include <glib.h>

typedef struct EzHyphens EzHyphens;

// Looks for dictionaries in this folder when a language is first asked for; NULL = none are
// found. Belongs to one thread.
EzHyphens *ez_hyphens_new(const char *folder);
void ez_hyphens_free(EzHyphens *hyphens);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzHyphens, ez_hyphens_free)

enum { EZ_HYPHENS_MOST = 32 };

// The bytes before which a word (UTF-8, not NUL-terminated) may be divided, in order, at most
// EZ_HYPHENS_MOST of them; how many. Punctuation around the word is passed over. None for a word
// of fewer than 9 letters, within 4 letters of its ends, in a word with capitals behind the
// first letter, digits or signs, before a letter with a trema (Dutch drops it there: coëfficiënt,
// co-efficient), and in a language without a dictionary.
int ez_hyphens_find(EzHyphens *hyphens, const char *language, const char *word, int bytes,
                    int places[EZ_HYPHENS_MOST]);
