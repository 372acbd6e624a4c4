// SPDX-License-Identifier: EUPL-1.2
// Checks of a placed page, on its ink: does any text leave the safe zone, is it dark enough on what lies under it?
#include "render/layout-private.h"

#include <math.h>

#define LEAST_CONTRAST 4.5

typedef struct Edges {
    double left, top, right, bottom;
} Edges;

static Edges ink_of(const EzItem *item)
{
    const EzGlyphRun *run = item->text.run;
    return (Edges){item->text.x + run->ink_left, item->text.y + run->ink_top,
                   item->text.x + run->ink_right, item->text.y + run->ink_bottom};
}

// ---- the safe zone ----------------------------------------------------------------------------

static void check_safe(Layout *l, const EzItem *item, const TextBlock *text)
{
    Edges ink = ink_of(item);
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

static Edges bounds_of(const EzPath *path)
{
    Edges b = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *step = &path->steps[i];
        if (step->verb == EZ_CLOSE)
            continue;
        b.left = MIN(b.left, step->x);
        b.top = MIN(b.top, step->y);
        b.right = MAX(b.right, step->x);
        b.bottom = MAX(b.bottom, step->y);
    }
    return b;
}

// A flat colour on the page so far, or a picture.
typedef struct Ground {
    Edges edges;
    EzColour colour;
    bool unknown; // of a picture nobody knows how light it is where the text stands
} Ground;

// What lies at a point: the last area painted there, else the white of the page.
static const Ground *ground_at(const GArray *grounds, double x, double y)
{
    static const Ground paper = {.colour = {.r = 1, .g = 1, .b = 1, .tint = 1}}; // EZ_WHITE
    for (int i = (int)grounds->len - 1; i >= 0; i--) {
        const Ground *ground = &g_array_index(grounds, Ground, i);
        const Edges *b = &ground->edges;
        if (x >= b->left && x <= b->right && y >= b->top && y <= b->bottom)
            return ground;
    }
    return &paper;
}

// The least along the middle of the ink: its left end, its centre and its right end.
static double contrast_of(const EzItem *item, const GArray *grounds)
{
    Edges ink = ink_of(item);
    double middle = (ink.top + ink.bottom) / 2, least = INFINITY;
    const Ground *judged = NULL;
    for (int i = 0; i <= 2; i++) {
        double x = ink.left + (ink.right - ink.left) * i / 2;
        const Ground *ground = ground_at(grounds, x, middle);
        if (ground == judged || ground->unknown)
            continue;
        least = MIN(least, ez_colour_contrast(item->text.colour, ground->colour));
        judged = ground;
    }
    return least;
}

static void check_contrast(Layout *l, const EzItem *item, const GArray *grounds,
                           const TextBlock *text)
{
    double ratio = contrast_of(item, grounds);
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
    for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, i);
        const TextBlock *text = text_of(l, item);
        if (item->kind == EZ_ITEM_PATH && item->path.filled) {
            Ground ground = {bounds_of(&item->path.path), item->path.fill, false};
            g_array_append_val(grounds, ground);
        } else if (item->kind == EZ_ITEM_PICTURE) {
            const EzRect *r = &item->picture.rect;
            Ground ground = {{r->x, r->y, r->x + r->width, r->y + r->height}, EZ_WHITE, true};
            g_array_append_val(grounds, ground);
        } else if (text != NULL) {
            check_safe(l, item, text);
            check_contrast(l, item, grounds, text);
        }
    }
}
