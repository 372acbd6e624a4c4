// SPDX-License-Identifier: EUPL-1.2
#include "print/sfnt.h"

#include <string.h>

enum { HEAD = 12, ENTRY = 16, TABLES = 64, MAPS = 32 };

// ---- numbers --------------------------------------------------------------------

// 0 behind the end.
static unsigned short_at(const EzSfnt *sfnt, size_t at)
{
    return at + 2 <= sfnt->size ? (unsigned)sfnt->bytes[at] << 8 | sfnt->bytes[at + 1] : 0;
}

static size_t long_at(const EzSfnt *sfnt, size_t at)
{
    return (size_t)short_at(sfnt, at) << 16 | short_at(sfnt, at + 2);
}

// ---- tables ---------------------------------------------------------------------

// Where a table begins and how large it is; 0 when it is not there, or does not lie within the file.
static size_t find_table(const EzSfnt *sfnt, const char *tag, size_t *size)
{
    int count = MIN((int)short_at(sfnt, 4), TABLES);
    for (int i = 0; i < count; i++) {
        size_t entry = HEAD + ENTRY * (size_t)i;
        if (entry + ENTRY > sfnt->size || memcmp(sfnt->bytes + entry, tag, 4) != 0)
            continue;
        size_t at = long_at(sfnt, entry + 8);
        *size = long_at(sfnt, entry + 12);
        return at <= sfnt->size && *size <= sfnt->size - at ? at : 0;
    }
    return 0;
}

bool ez_sfnt_open(EzSfnt *sfnt, const void *bytes, size_t size)
{
    size_t length = 0;
    *sfnt = (EzSfnt){.bytes = bytes, .size = size};
    size_t head = find_table(sfnt, "head", &length);
    size_t most = find_table(sfnt, "maxp", &length), line = find_table(sfnt, "hhea", &length);
    sfnt->map = find_table(sfnt, "cmap", &sfnt->map_size);
    sfnt->metrics = find_table(sfnt, "hmtx", &sfnt->metrics_size);
    if (head == 0 || most == 0 || line == 0 || sfnt->metrics == 0)
        return false;
    sfnt->units = (int)short_at(sfnt, head + 18);
    sfnt->glyphs = (int)short_at(sfnt, most + 4);
    sfnt->n_widths = MIN((int)short_at(sfnt, line + 34), (int)(sfnt->metrics_size / 4));
    return sfnt->units > 0 && sfnt->n_widths > 0;
}

double ez_sfnt_advance(const EzSfnt *sfnt, int glyph)
{
    size_t n = (size_t)CLAMP(glyph, 0, sfnt->n_widths - 1);
    return short_at(sfnt, sfnt->metrics + 4 * n) * 1000.0 / sfnt->units;
}

// ---- characters -----------------------------------------------------------------

// Where the map begins; 0 when there is none.
static size_t find_map(const EzSfnt *sfnt, EzSfntMap map)
{
    int count = sfnt->map != 0 ? MIN((int)short_at(sfnt, sfnt->map + 2), MAPS) : 0;
    for (int i = 0; i < count; i++) {
        size_t entry = sfnt->map + 4 + 8 * (size_t)i, at = long_at(sfnt, entry + 4);
        if (long_at(sfnt, entry) == (size_t)map && at < sfnt->map_size)
            return sfnt->map + at;
    }
    return 0;
}

bool ez_sfnt_has_map(const EzSfnt *sfnt, EzSfntMap map)
{
    return find_map(sfnt, map) != 0;
}

// Stretches of characters, each with a distance to its glyphs, or a list of them.
static int glyph_of_stretch(const EzSfnt *sfnt, size_t at, unsigned character)
{
    size_t twice = short_at(sfnt, at + 6) & ~1U;
    size_t ends = at + 14, starts = ends + twice + 2, deltas = starts + twice;
    for (size_t i = 0; i < twice; i += 2) {
        unsigned start = short_at(sfnt, starts + i), delta = short_at(sfnt, deltas + i);
        if (character > short_at(sfnt, ends + i))
            continue;
        if (character < start)
            return 0;
        size_t place = deltas + twice + i, offset = short_at(sfnt, place);
        if (offset == 0)
            return (int)((character + delta) & 0xFFFF);
        unsigned glyph = short_at(sfnt, place + offset + 2 * (size_t)(character - start));
        return glyph != 0 ? (int)((glyph + delta) & 0xFFFF) : 0;
    }
    return 0;
}

int ez_sfnt_glyph(const EzSfnt *sfnt, EzSfntMap map, unsigned character)
{
    size_t at = find_map(sfnt, map);
    unsigned first = short_at(sfnt, at + 6), format = short_at(sfnt, at);
    if (at == 0 || character > 0xFFFF)
        return 0;
    if (format == 4)
        return glyph_of_stretch(sfnt, at, character);
    if (format == 0 && character < 256 && at + 6 + character < sfnt->size)
        return sfnt->bytes[at + 6 + character];
    if (format == 6 && character >= first && character - first < short_at(sfnt, at + 8))
        return (int)short_at(sfnt, at + 10 + 2 * (size_t)(character - first));
    return 0;
}
