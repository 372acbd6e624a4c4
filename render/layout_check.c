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

static char *words_of(const TextBlock *text)
{
    if (g_utf8_strlen(text->words, -1) <= 24)
        return g_strdup(text->words);
    g_autofree char *start = g_utf8_substring(text->words, 0, 23);
    return g_strdup_printf("%s…", start);
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
        char by[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(by, sizeof by, "%.1f", sides[i].by);
        g_autofree char *words = words_of(text);
        ez_diag_report(l->in->diags, EZ_UNSAFE, text->place, NULL, "thing", l->in->thing, "text",
                       words, "by", by, "edge", sides[i].edge, NULL);
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

// The flat colour under the middle of the ink: of the last area painted there before it, else the white of the page.
static EzColour ground_of(const EzScene *scene, int first, int item)
{
    Edges ink = ink_of(ez_scene_item(scene, item));
    double x = (ink.left + ink.right) / 2, y = (ink.top + ink.bottom) / 2;
    for (int i = item - 1; i >= first; i--) {
        const EzItem *under = ez_scene_item(scene, i);
        if (under->kind != EZ_ITEM_PATH || !under->path.filled)
            continue;
        Edges b = bounds_of(&under->path.path);
        if (x >= b.left && x <= b.right && y >= b.top && y <= b.bottom)
            return under->path.fill;
    }
    return EZ_WHITE;
}

static void check_contrast(Layout *l, int first, int index, const TextBlock *text)
{
    const EzItem *item = ez_scene_item(l->in->scene, index);
    double ratio = ez_colour_contrast(item->text.colour, ground_of(l->in->scene, first, index));
    if (ratio >= LEAST_CONTRAST - 0.005)
        return;
    char found[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(found, sizeof found, "%.1f", ratio);
    g_autofree char *words = words_of(text);
    ez_diag_report(l->in->diags, EZ_CONTRAST, text->place, NULL, "thing", l->in->thing, "text", words,
                   "found", found, NULL);
}

void ez_layout_check_page(Layout *l)
{
    const EzScene *scene = l->in->scene;
    const EzScenePage *page = ez_scene_page(scene, ez_scene_page_count(scene) - 1);
    for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, i);
        if (item->kind != EZ_ITEM_TEXT || item->leaf < 0 || item->text.run->n_glyphs == 0 ||
            item->text.run->ink_left >= item->text.run->ink_right)
            continue;
        const TextBlock *text = g_hash_table_lookup(l->placed, item->text.run);
        check_safe(l, item, text);
        check_contrast(l, page->first_item, i, text);
    }
}
