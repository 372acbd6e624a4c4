// SPDX-License-Identifier: EUPL-1.2
// Checks of a placed page, on its ink: does any text leave the safe zone, is it dark enough on what lies under it?
#include "render/extent.h"
#include "render/layout-private.h"

#include <math.h>

#define LEAST_CONTRAST 4.5

// ---- the safe zone ----------------------------------------------------------------------------

static void check_safe(Layout *l, const EzItem *item, const TextBlock *text)
{
    EzEdges ink = ez_extent_text(item);
    double safe = l->in->safe;
    const struct {
        const char *edge;
        double by;
    } sides[] = {
        {"left", safe - ink.left},
        {"top", safe - ink.top},
        {"right", ink.right - (l->in->width - safe)},
        {"bottom", ink.bottom - (l->in->height - safe)},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (sides[i].by <= 0.01)
            continue;
        g_autofree char *by = ez_layout_tenths_over(sides[i].by);
        g_autofree char *words = ez_layout_beginning(text->words, 24);
        ez_diag_report(l->in->diags, EZ_UNSAFE, text->place, NULL, "thing", l->in->thing,
                       "text", words, "by", by, "edge", sides[i].edge, NULL);
    }
}

// ---- contrast -----------------------------------------------------------------------------------

// A flat colour on the page so far, or a picture.
typedef struct Ground {
    EzEdges edges;
    double luminance;
    bool unknown; // of a picture nobody knows how light it is where the text stands
} Ground;

// What lies at a point: the last area painted there, else the white of the page.
static const Ground *ground_at(const GArray *grounds, double x, double y)
{
    static const Ground paper = {.luminance = 1};
    for (int i = (int)grounds->len - 1; i >= 0; i--) {
        const Ground *ground = &g_array_index(grounds, Ground, i);
        const EzEdges *b = &ground->edges;
        if (x >= b->left && x <= b->right && y >= b->top && y <= b->bottom)
            return ground;
    }
    return &paper;
}

// The least along the middle of the ink: its left end, its centre and its right end.
static double contrast_of(const EzItem *item, double luminance, const GArray *grounds)
{
    EzEdges ink = ez_extent_text(item);
    double middle = (ink.top + ink.bottom) / 2, least = INFINITY;
    const Ground *judged = NULL;
    for (int i = 0; i <= 2; i++) {
        double x = ink.left + (ink.right - ink.left) * i / 2;
        const Ground *ground = ground_at(grounds, x, middle);
        if (ground == judged || ground->unknown)
            continue;
        least = MIN(least, ez_luminance_contrast(luminance, ground->luminance));
        judged = ground;
    }
    return least;
}

static void check_contrast(Layout *l, const EzItem *item, double luminance,
                           const GArray *grounds, const TextBlock *text)
{
    double ratio = contrast_of(item, luminance, grounds);
    if (ratio >= LEAST_CONTRAST)
        return;
    g_autofree char *found = ez_layout_tenths_under(ratio);
    g_autofree char *words = ez_layout_beginning(text->words, 24);
    ez_diag_report(l->in->diags, EZ_CONTRAST, text->place, NULL, "thing", l->in->thing, "text",
                   words, "found", found, NULL);
}

// Ornaments are neither read nor in need of room: they are not among what was placed.
static const TextBlock *text_of(const Layout *l, const EzItem *item)
{
    if (item->kind != EZ_ITEM_TEXT || item->text.run->ink_left >= item->text.run->ink_right)
        return NULL;
    return g_hash_table_lookup(l->placed, item->text.run);
}

void ez_layout_check_page(Layout *l)
{
    const EzScene *scene = l->in->scene;
    const EzScenePage *page = ez_scene_page(scene, ez_scene_page_count(scene) - 1);
    g_autoptr(GArray) grounds = g_array_new(FALSE, FALSE, sizeof(Ground));
    EzColour colour = EZ_WHITE; // of the last text: most are like the one before
    double luminance = 1;
    for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, i);
        const TextBlock *text = text_of(l, item);
        if (item->kind == EZ_ITEM_PATH && item->path.filled) {
            Ground ground = {ez_extent_path(&item->path.path),
                             ez_colour_luminance(item->path.fill), false};
            g_array_append_val(grounds, ground);
        } else if (item->kind == EZ_ITEM_PICTURE) {
            const EzRect *r = &item->picture.rect;
            Ground ground = {{r->x, r->y, r->x + r->width, r->y + r->height}, 1, true};
            g_array_append_val(grounds, ground);
        } else if (text != NULL) {
            check_safe(l, item, text);
            if (!ez_colour_equal(item->text.colour, colour)) {
                colour = item->text.colour;
                luminance = ez_colour_luminance(colour);
            }
            check_contrast(l, item, luminance, grounds, text);
        }
    }
}
