// SPDX-License-Identifier: EUPL-1.2
#include "render/layout-private.h"

void ez_layout_page(const EzLayout *layout, const EzNode *root)
{
    Layout l = {.in = layout, .arena = ez_arena_new()};
    l.placed = g_hash_table_new(NULL, NULL);
    Room page = {layout->width, layout->height, layout->width, layout->height, false, true};
    Box *box = ez_layout_measure(&l, root, page);
    ez_scene_begin_page(layout->scene, layout->width, layout->height, layout->bleed,
                        layout->label);
    ez_layout_place(&l, box, 0, 0);
    ez_scene_end_page(layout->scene);
    if (!l.guessed)
        ez_layout_check_page(&l);
    g_hash_table_unref(l.placed);
    ez_arena_free(l.arena);
}
