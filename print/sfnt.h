// SPDX-License-Identifier: EUPL-1.2
// A TrueType font as it lies in a PDF: how wide its glyphs are, and which glyph a character is. Bytes of any kind are read safely.
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct EzSfnt {
    const unsigned char *bytes;
    size_t size;
    size_t metrics, map; // where "hmtx" and "cmap" begin; 0 = it has none
    size_t metrics_size, map_size;
    int units;            // an em
    int glyphs, n_widths; // glyphs from n_widths on are as wide as the last of those
} EzSfnt;

// Which characters a map is for (ISO 32000-1, 9.6.6.4).
typedef enum EzSfntMap {
    EZ_SFNT_UNICODE = 3 << 16 | 1,
    EZ_SFNT_SYMBOL = 3 << 16,
    EZ_SFNT_MAC = 1 << 16
} EzSfntMap;

// The bytes must outlive it. False when its widths cannot be read.
bool ez_sfnt_open(EzSfnt *sfnt, const void *bytes, size_t size);
// In thousandths of an em.
double ez_sfnt_advance(const EzSfnt *sfnt, int glyph);
bool ez_sfnt_has_map(const EzSfnt *sfnt, EzSfntMap map);
// 0 when the font has none, or the map is of a kind that is not read (format 0, 4 and 6 are).
int ez_sfnt_glyph(const EzSfnt *sfnt, EzSfntMap map, unsigned character);
