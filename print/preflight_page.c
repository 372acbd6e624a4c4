// SPDX-License-Identifier: EUPL-1.2
// The boxes of a page, and whether what is painted reaches past the cut.
#include "print/preflight-private.h"

#include <math.h>
#include <string.h>

static const double mm = 72 / 25.4, slack = 0.05;

// A box with its corners in order; false when there is none.
static bool read_box(EzPreflight *p, const char *key, double box[4])
{
    double b[4];
    if (!ez_doc_box(p->doc, ez_doc_get(p->doc, p->page.object, key), b))
        return false;
    double ordered[4] = {MIN(b[0], b[2]), MIN(b[1], b[3]), MAX(b[0], b[2]), MAX(b[1], b[3])};
    memcpy(box, ordered, sizeof ordered);
    return true;
}

static bool within(const double inner[4], const double outer[4])
{
    return inner[0] >= outer[0] - slack && inner[1] >= outer[1] - slack &&
           inner[2] <= outer[2] + slack && inner[3] <= outer[3] + slack;
}

static void read_boxes(EzPreflight *p)
{
    EzPage *page = &p->page;
    double crop[4];
    memcpy(page->painted, (double[4]){1e9, 1e9, -1e9, -1e9}, sizeof page->painted);
    if (!read_box(p, "/MediaBox", page->media))
        memcpy(page->media, (double[4]){0, 0, 612, 792}, sizeof page->media);
    if (!read_box(p, "/CropBox", crop))
        memcpy(crop, page->media, sizeof crop);
    page->has_trim = read_box(p, "/TrimBox", page->trim) || read_box(p, "/ArtBox", page->trim);
    if (!page->has_trim)
        memcpy(page->trim, crop, sizeof crop);
    if (!read_box(p, "/BleedBox", page->bleed))
        memcpy(page->bleed, page->has_trim ? page->trim : crop, sizeof crop);
}

static double least_bleed(const EzPage *page)
{
    double least = 1e9;
    for (int i = 0; i < 4; i++)
        least = MIN(least, (i < 2 ? 1 : -1) * (page->trim[i] - page->bleed[i]));
    return least / mm;
}

static void check_sizes(EzPreflight *p)
{
    const double *trim = p->page.trim;
    double size[2] = {trim[2] - trim[0], trim[3] - trim[1]};
    if (p->number == 1)
        memcpy(p->first, size, sizeof size);
    if (fabs(size[0] - p->first[0]) > mm / 4 || fabs(size[1] - p->first[1]) > mm / 4)
        ez_preflight_find(p, EZ_RULE_PAGE_SIZES, NULL, "%.0f × %.0f mm", size[0] / mm,
                          size[1] / mm);
    if (ez_doc_number(p->doc, ez_doc_get(p->doc, p->page.object, "/Rotate"), 0) != 0)
        ez_preflight_find(p, EZ_RULE_PAGE_TURNED, NULL, NULL);
}

static bool is_apart(const double a[4], const double b[4])
{
    return a[0] >= b[2] || a[2] <= b[0] || a[1] >= b[3] || a[3] <= b[1];
}

static void check_annotations(EzPreflight *p)
{
    qpdf_oh list = ez_doc_get(p->doc, p->page.object, "/Annots");
    for (int i = 0; i < ez_doc_items(p->doc, list); i++) {
        double box[4];
        qpdf_oh one = ez_doc_item(p->doc, list, i);
        if (ez_doc_box(p->doc, ez_doc_get(p->doc, one, "/Rect"), box) &&
            !is_apart(box, p->page.bleed))
            ez_preflight_find(p, EZ_RULE_PAGE_ANNOTATION, box, NULL);
    }
}

void ez_preflight_page(EzPreflight *p)
{
    EzPage *page = &p->page;
    char gap[G_ASCII_DTOSTR_BUF_SIZE];
    read_boxes(p);
    if (!page->has_trim)
        ez_preflight_find(p, EZ_RULE_PAGE_TRIM, NULL, NULL);
    else if (!within(page->trim, page->bleed) || !within(page->bleed, page->media))
        ez_preflight_find(p, EZ_RULE_PAGE_BOXES, NULL, NULL);
    else if (least_bleed(page) < 3 - 0.05)
        ez_preflight_find(p, EZ_RULE_PAGE_BLEED, NULL, "%s mm",
                          g_ascii_formatd(gap, sizeof gap, "%.1f", MAX(0, least_bleed(page))));
    check_sizes(p);
    if (p->report->kind & EZ_PREFLIGHT_PRESS)
        check_annotations(p);
}

void ez_preflight_page_painted(EzPreflight *p, const EzPainted *painted)
{
    EzPage *page = &p->page;
    const double *box = painted->box, *trim = page->trim;
    page->anything = true;
    if (painted->kind == EZ_PAINT_TEXT) {
        bool on_page = !is_apart(box, trim) || (box[0] >= trim[0] && box[0] <= trim[2] &&
                                                box[3] >= trim[1] && box[1] <= trim[3]);
        bool safe = box[0] >= trim[0] + 3 * mm - slack && box[2] <= trim[2] - 3 * mm + slack &&
                    box[1] >= trim[1] + 3 * mm - slack && box[3] <= trim[3] - 3 * mm + slack;
        if (on_page && !safe)
            ez_preflight_find(p, EZ_RULE_PAGE_SAFE, box, NULL);
        return;
    }
    if (painted->tile || is_apart(box, trim))
        return; // cut marks lie beside the page
    for (int i = 0; i < 4; i++)
        page->painted[i] =
            i < 2 ? MIN(page->painted[i], box[i]) : MAX(page->painted[i], box[i]);
}

// A side where paint comes to the cut, and stops short of the edge of the bleed.
static bool stops_short(const EzPage *page, int side)
{
    double out = side < 2 ? -1 : 1;
    double to_cut = out * (page->painted[side] - page->trim[side]);
    double to_edge = out * (page->painted[side] - page->bleed[side]);
    return to_cut > -0.5 * mm && to_edge < -0.05 * mm;
}

void ez_preflight_page_end(EzPreflight *p)
{
    const EzPage *page = &p->page;
    if (!page->anything)
        ez_preflight_find(p, EZ_RULE_PAGE_EMPTY, NULL, NULL);
    if (!page->has_trim)
        return;
    for (int side = 0; side < 4; side++) {
        double x = (page->trim[0] + page->trim[2]) / 2, y = (page->trim[1] + page->trim[3]) / 2;
        double at = page->trim[side];
        double box[4] = {side % 2 == 0 ? at : x, 0, 0, side % 2 == 1 ? at : y};
        if (stops_short(page, side))
            ez_preflight_find(p, EZ_RULE_PAGE_BLEED_PAINTED, box, NULL);
    }
}
