// SPDX-License-Identifier: EUPL-1.2
// The fonts of a kit and nothing else: a private fontconfig over some folders. The same files
// give the same page on every machine. One EzFonts belongs to one thread.
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct EzFonts EzFonts;

// One font file. Lives as long as its EzFonts.
typedef struct EzFont {
    const char *family; // as asked for: "Literata", for SemiBold too
    int weight;         // 100 … 900 as in OpenType
    bool italic;
    const char *file; // full path
    const char *name; // base name of the file: what a dump shows
    int index;        // in a collection
} EzFont;

// Reads every .ttf and .otf in the folders (NULL-terminated; missing folders are skipped). Of
// two files with the same family, weight and slope the first counts. Fails on a file that is no
// font, or that holds several fonts or a variable one. The first call in a process gives
// fontconfig an empty configuration, so that nothing in the process looks at the fonts of the
// machine.
EzFonts *ez_fonts_new(const char *const *folders, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_fonts_free(EzFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzFonts, ez_fonts_free)

// Exactly this family, weight and slope, or NULL: nothing is ever substituted.
const EzFont *ez_fonts_find(const EzFonts *fonts, const char *family, int weight, bool italic);
// The families, sorted, NULL-terminated; belongs to the fonts. For "did you mean".
const char *const *ez_fonts_families(const EzFonts *fonts);
// Whether any of them has a glyph for the character.
bool ez_fonts_have(EzFonts *fonts, gunichar character);
int ez_fonts_count(const EzFonts *fonts);
const EzFont *ez_fonts_get(const EzFonts *fonts, int i);
