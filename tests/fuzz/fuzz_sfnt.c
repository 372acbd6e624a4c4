// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a TrueType font in a PDF: widths and glyphs are numbers that a font can have, and nothing outside is read.
#include "print/sfnt.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const EzSfntMap maps[] = {EZ_SFNT_UNICODE, EZ_SFNT_SYMBOL, EZ_SFNT_MAC};
    static const unsigned characters[] = {0, 1, 'A', 255, 256, 0x20AC, 0xF041, 0xFFFF, 0x10000};
    EzSfnt font;
    if (!ez_sfnt_open(&font, data, size))
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(characters); i++) {
        double advance = ez_sfnt_advance(&font, (int)characters[i]);
        g_assert_true(isfinite(advance) && advance >= 0);
        for (size_t k = 0; k < G_N_ELEMENTS(maps); k++) {
            int glyph = ez_sfnt_glyph(&font, maps[k], characters[i]);
            g_assert_true(glyph >= 0 && glyph <= 0xFFFF);
            g_assert_true(glyph == 0 || ez_sfnt_has_map(&font, maps[k]));
        }
    }
    return 0;
}
