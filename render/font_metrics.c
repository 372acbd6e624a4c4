// SPDX-License-Identifier: EUPL-1.2
#include "render/font_metrics.h"

#include <hb-ot.h>

#include "render/fonts_pango.h"

static double thousandths(hb_font_t *font, double units)
{
    return units * 1000 / hb_face_get_upem(hb_font_get_face(font));
}

static double metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t value = 0;
    hb_ot_metrics_get_position(font, tag, &value);
    return thousandths(font, value);
}

// The four numbers of the table "head" that say how far glyphs reach.
static void read_box(hb_font_t *font, double box[4])
{
    unsigned length;
    hb_blob_t *head =
        hb_face_reference_table(hb_font_get_face(font), HB_TAG('h', 'e', 'a', 'd'));
    const unsigned char *data = (const unsigned char *)hb_blob_get_data(head, &length);
    for (int i = 0; i < 4 && length >= 44; i++)
        box[i] = thousandths(font, (gint16)(data[36 + 2 * i] << 8 | data[37 + 2 * i]));
    hb_blob_destroy(head);
}

EzFontMetrics ez_font_metrics(EzFonts *fonts, const EzFont *font)
{
    hb_font_t *hb = ez_fonts_hb(fonts, font);
    EzFontMetrics metrics = {
        .ascent = metric(hb, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
        .descent = metric(hb, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
        .cap_height = metric(hb, HB_OT_METRICS_TAG_CAP_HEIGHT),
    };
    read_box(hb, metrics.box);
    return metrics;
}

double ez_font_advance(EzFonts *fonts, const EzFont *font, gunichar character)
{
    hb_codepoint_t glyph;
    hb_font_t *hb = ez_fonts_hb(fonts, font);
    if (!hb_font_get_nominal_glyph(hb, character, &glyph))
        return 0;
    return thousandths(hb, hb_font_get_glyph_h_advance(hb, glyph));
}
