// SPDX-License-Identifier: EUPL-1.2
#include "render/layout-private.h"

static void lay_page(Layout *l, const EzNode *root)
{
    const EzLayout *in = l->in;
    Room page = {in->width, in->height, in->width, in->height, false, true};
    Box *box = ez_layout_measure(l, root, page);
    ez_scene_begin_page(in->scene, in->width, in->height, in->bleed, in->label);
    ez_scene_page_place(in->scene, in->place);
    ez_layout_place(l, box, 0, 0);
    ez_scene_end_page(in->scene);
    if (!l->guessed)
        ez_layout_check_page(l);
}

void ez_layout_page(const EzLayout *layout, const EzNode *root)
{
    Layout l = {.in = layout, .arena = ez_arena_new()};
    l.placed = g_hash_table_new(NULL, NULL);
    if (root->kind == EZ_NODE_PAGES)
        ez_layout_pages(&l, root);
    else
        lay_page(&l, root);
    g_hash_table_unref(l.placed);
    ez_arena_free(l.arena);
}
