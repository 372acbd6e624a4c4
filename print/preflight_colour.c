// SPDX-License-Identifier: EUPL-1.2
// Colours as a press takes them.
#include "print/preflight-private.h"

#include <math.h>

enum { INK_MOST = 300, PIXELS_MOST = 100 * 1000 * 1000 };

static bool is_white(const EzShade *shade)
{
    return shade->count > 0 &&
           (shade->space == EZ_SPACE_CMYK || shade->space == EZ_SPACE_GRAY) &&
           ez_shade_ink(shade) < 0.001;
}

// Nearly black, of more than K.
static bool is_mixed_black(const EzShade *shade)
{
    if (shade->space != EZ_SPACE_CMYK || shade->count != 4)
        return false;
    const double *v = shade->values;
    double colours = v[0] + v[1] + v[2];
    return (v[3] >= 0.85 && colours > 0.05) ||
           (v[3] >= 0.5 && MIN(MIN(v[0], v[1]), v[2]) >= 0.5);
}

// The most ink on one pixel, in percent; 0 for pictures that are not CMYK of 8 bits, or not unpacked here (JPEG).
static int picture_ink(EzPreflight *p, qpdf_oh image)
{
    g_autoptr(GBytes) pixels = NULL;
    size_t size = 0;
    if (ez_doc_number(p->doc, ez_doc_get(p->doc, image, "/BitsPerComponent"), 0) == 8 &&
        ez_doc_number(p->doc, ez_doc_get(p->doc, image, "/Width"), 0) *
                ez_doc_number(p->doc, ez_doc_get(p->doc, image, "/Height"), 0) <
            PIXELS_MOST)
        pixels = ez_doc_stream(p->doc, image);
    const unsigned char *at = pixels != NULL ? g_bytes_get_data(pixels, &size) : NULL;
    int most = 0;
    for (size_t i = 0; i + 3 < size; i += 4)
        most = MAX(most, at[i] + at[i + 1] + at[i + 2] + at[i + 3]);
    return (int)lround(most / 2.55);
}

static int ink_of(EzPreflight *p, const EzPainted *painted)
{
    if (painted->shade.count > 0 || painted->shade.space != EZ_SPACE_CMYK)
        return (int)lround(ez_shade_ink(&painted->shade) * 100);
    int id = qpdf_oh_get_object_id(p->doc->q, painted->image);
    qpdf_oh space = ez_doc_get(p->doc, painted->image, "/ColorSpace");
    bool indexed = ez_doc_is(p->doc, ez_doc_item(p->doc, space, 0), "/Indexed");
    void *known;
    if (id == 0 || indexed || painted->kind != EZ_PAINT_IMAGE)
        return 0;
    if (g_hash_table_lookup_extended(p->pictures, GINT_TO_POINTER(id), NULL, &known))
        return GPOINTER_TO_INT(known);
    int ink = picture_ink(p, painted->image);
    g_hash_table_insert(p->pictures, GINT_TO_POINTER(id), GINT_TO_POINTER(ink));
    return ink;
}

static bool is_transparent(EzPreflight *p, const EzPainted *painted)
{
    bool masked = painted->kind == EZ_PAINT_IMAGE &&
                  qpdf_oh_is_stream(p->doc->q, ez_doc_get(p->doc, painted->image, "/SMask"));
    return painted->alpha < 0.999 || painted->blended || masked;
}

static void check_space(EzPreflight *p, const EzPainted *painted)
{
    EzSpace space = painted->shade.space;
    if (space == EZ_SPACE_RGB)
        ez_preflight_find(p, EZ_RULE_COLOUR_RGB, painted->box, NULL);
    bool profiled =
        space == EZ_SPACE_ICC_RGB || space == EZ_SPACE_LAB || painted->shade.calibrated;
    if (profiled && ez_preflight_is_x1(p))
        ez_preflight_find(p, EZ_RULE_COLOUR_PROFILE, painted->box, NULL);
}

void ez_preflight_colour(EzPreflight *p, const EzPainted *painted)
{
    if ((p->report->kind & EZ_PREFLIGHT_PRESS) == 0)
        return;
    check_space(p, painted);
    int ink = ink_of(p, painted);
    if (ink > INK_MOST)
        ez_preflight_find(p, EZ_RULE_COLOUR_INK, painted->box, "%d %%", ink);
    if (painted->kind == EZ_PAINT_TEXT && is_mixed_black(&painted->shade))
        ez_preflight_find(p, EZ_RULE_COLOUR_BLACK, painted->box, NULL);
    if (painted->overprint && is_white(&painted->shade))
        ez_preflight_find(p, EZ_RULE_COLOUR_KNOCKOUT, painted->box, NULL);
    if (ez_preflight_is_opaque(p) && is_transparent(p, painted))
        ez_preflight_find(p, EZ_RULE_COLOUR_TRANSPARENCY, painted->box, NULL);
}
