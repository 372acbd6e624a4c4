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

// The most ink on one pixel, in percent; 0 for pictures that are not of 8 bits, too large, or packed in another way.
static int picture_ink(EzPreflight *p, qpdf_oh image)
{
    EzDoc *doc = p->doc;
    size_t size = 0;
    int most = 0;
    // What photographs of four inks often are: the other way round.
    bool turned =
        ez_doc_number(doc, ez_doc_item(doc, ez_doc_get(doc, image, "/Decode"), 0), 0) > 0.5;
    if (ez_doc_number(doc, ez_doc_get(doc, image, "/BitsPerComponent"), 0) != 8 ||
        ez_doc_number(doc, ez_doc_get(doc, image, "/Width"), 0) *
                ez_doc_number(doc, ez_doc_get(doc, image, "/Height"), 0) >=
            PIXELS_MOST)
        return 0;
    g_autoptr(GBytes) pixels = ez_doc_pixels(doc, image);
    const unsigned char *at = pixels != NULL ? g_bytes_get_data(pixels, &size) : NULL;
    for (size_t i = 0; i + 3 < size; i += 4) {
        int ink = at[i] + at[i + 1] + at[i + 2] + at[i + 3];
        most = MAX(most, turned ? 4 * 255 - ink : ink);
    }
    return (int)lround(most / 2.55);
}

// What a thing of many colours has at most, in percent, looked at once.
static int most_ink(EzPreflight *p, const EzPainted *painted)
{
    bool gradient = painted->shade.gradient != 0;
    int id =
        gradient ? painted->shade.source : qpdf_oh_get_object_id(p->doc->q, painted->image);
    void *known;
    if (id == 0)
        return 0;
    if (g_hash_table_lookup_extended(p->pictures, GINT_TO_POINTER(id), NULL, &known))
        return GPOINTER_TO_INT(known);
    int ink = gradient ? (int)lround(ez_gradient_ink(p->doc, painted->shade.gradient) * 100)
                       : picture_ink(p, painted->image);
    g_hash_table_insert(p->pictures, GINT_TO_POINTER(id), GINT_TO_POINTER(ink));
    return ink;
}

static int ink_of(EzPreflight *p, const EzPainted *painted)
{
    if (painted->shade.count > 0 || painted->shade.space != EZ_SPACE_CMYK)
        return (int)lround(ez_shade_ink(&painted->shade) * 100);
    if (painted->shade.gradient != 0)
        return most_ink(p, painted);
    qpdf_oh space = ez_doc_get(p->doc, painted->image, "/ColorSpace");
    bool indexed = ez_doc_is(p->doc, ez_doc_item(p->doc, space, 0), "/Indexed");
    return indexed || painted->kind != EZ_PAINT_IMAGE ? 0 : most_ink(p, painted);
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
