// SPDX-License-Identifier: EUPL-1.2
#include "engine/report/nodes.h"

EzNode *ez_nodes_new(EzArena *arena, EzNodeKind kind)
{
    EzNode *node = ez_arena_make(arena, EzNode);
    *node = ez_node_default(kind);
    return node;
}

static void add_piece(EzArena *arena, EzNode *node, EzPiece piece)
{
    EzPiece *pieces = ez_arena_array(arena, EzPiece, node->n_pieces + 1);
    for (int i = 0; i < node->n_pieces; i++)
        pieces[i] = node->pieces[i];
    pieces[node->n_pieces++] = piece;
    node->pieces = pieces;
}

void ez_nodes_add_words(EzArena *arena, EzNode *node, const char *words, bool bold)
{
    EzPiece plain = {.plain = ez_arena_intern(arena, words), .verbatim = true};
    if (!bold) {
        add_piece(arena, node, plain);
        return;
    }
    EzNode *inner = ez_nodes_new(arena, EZ_NODE_BOLD);
    add_piece(arena, inner, plain);
    ez_nodes_add_node(arena, node, inner);
}

void ez_nodes_add_node(EzArena *arena, EzNode *node, const EzNode *inner)
{
    add_piece(arena, node, (EzPiece){.node = inner});
}

EzNode *ez_nodes_text(EzArena *arena, EzNodeKind kind, const char *style, const char *words)
{
    EzNode *node = ez_nodes_new(arena, kind);
    node->style = style;
    ez_nodes_add_words(arena, node, words, false);
    return node;
}

EzNode *ez_nodes_said(EzArena *arena, EzNodeKind kind, const char *style, const char *words)
{
    EzNode *node = ez_nodes_new(arena, kind);
    node->style = style;
    add_piece(
        arena, node,
        (EzPiece){.plain = ez_arena_intern(arena, words), .verbatim = true, .said = true});
    return node;
}

void ez_nodes_hold(EzArena *arena, EzNode *node, const EzNode *const *children, int count)
{
    node->children = ez_arena_copy(arena, children, sizeof(EzNode *) * (size_t)MAX(count, 1));
    node->n_children = count;
}

EzNode *ez_nodes_box(EzArena *arena, EzNodeKind kind, const GPtrArray *children)
{
    EzNode *node = ez_nodes_new(arena, kind);
    const EzNode **list = ez_arena_array(arena, const EzNode *, (int)children->len + 1);
    for (guint i = 0; i < children->len; i++)
        list[i] = children->pdata[i];
    node->children = list;
    node->n_children = (int)children->len;
    return node;
}

const EzText *ez_nodes_same(EzArena *arena, const char *words)
{
    enum { MOST = 16 };
    EzText *text = ez_arena_make(arena, EzText);
    const char **strings = ez_arena_array(arena, const char *, MOST);
    for (int i = 0; i < MOST; i++)
        strings[i] = ez_arena_intern(arena, words);
    *text = (EzText){MOST, strings, ez_arena_array(arena, EzPlace, MOST)};
    return text;
}

EzLength ez_nodes_mm(double mm)
{
    return (EzLength){mm, EZ_MM};
}
