// SPDX-License-Identifier: EUPL-1.2
// Pictures at the size at which they stand, lines and letters.
#include "print/preflight-private.h"

enum { COARSE = 150, SOFT = 225, LINE_ART = 600, SMALLEST = 3 };

static const double thinnest = 0.2, smallest_text = 5, slack = 0.005;

static double number(EzPreflight *p, qpdf_oh image, const char *key)
{
    return ez_doc_number(p->doc, ez_doc_get(p->doc, image, key), 0);
}

static bool is_one_bit(EzPreflight *p, qpdf_oh image)
{
    return number(p, image, "/BitsPerComponent") == 1 ||
           ez_graphics_true(p->doc, ez_doc_get(p->doc, image, "/ImageMask"));
}

// A picture of one or two pixels is a plain area, however large.
void ez_preflight_picture(EzPreflight *p, const EzPainted *painted)
{
    if (painted->kind != EZ_PAINT_IMAGE || painted->ppi <= 0 ||
        MIN(number(p, painted->image, "/Width"), number(p, painted->image, "/Height")) <
            SMALLEST)
        return;
    double ppi = painted->ppi + 0.5;
    if (ppi < COARSE)
        ez_preflight_find(p, EZ_RULE_PICTURE_COARSE, painted->box, "%.0f ppi", painted->ppi);
    else if (ppi < SOFT)
        ez_preflight_find(p, EZ_RULE_PICTURE_SOFT, painted->box, "%.0f ppi", painted->ppi);
    else if (ppi < LINE_ART && is_one_bit(p, painted->image))
        ez_preflight_find(p, EZ_RULE_PICTURE_LINE_ART, painted->box, "%.0f ppi", painted->ppi);
}

void ez_preflight_line(EzPreflight *p, const EzPainted *painted)
{
    char size[G_ASCII_DTOSTR_BUF_SIZE];
    if (painted->kind == EZ_PAINT_STROKE && painted->width < thinnest - slack)
        ez_preflight_find(p, EZ_RULE_LINE_THIN, painted->box, "%s pt",
                          g_ascii_formatd(size, sizeof size, "%.2f", painted->width));
    if (painted->kind == EZ_PAINT_TEXT && painted->size < smallest_text - slack)
        ez_preflight_find(p, EZ_RULE_TEXT_SMALL, painted->box, "%s pt",
                          g_ascii_formatd(size, sizeof size, "%.1f", painted->size));
}
