// SPDX-License-Identifier: EUPL-1.2
// layers { … }: children over each other, each at a point of the box or hanging on a named sibling. They are measured in the order in
// which they hang, since a sibling's place must be known first.
#include "render/layout-private.h"

#include <string.h>

typedef enum State { WAITING, BUSY, DONE } State;

typedef struct Layers {
    Layout *l;
    const EzNode *node;
    Box *box;
    Room room;
    double wide;
    State *states;
} Layers;

static int find_sibling(const EzNode *node, const char *name)
{
    for (int i = 0; i < node->n_children; i++)
        if (node->children[i]->name != NULL && strcmp(node->children[i]->name, name) == 0)
            return i;
    return -1;
}

static char *sibling_hint(const EzNode *node, const char *name)
{
    const char **names = g_new0(const char *, node->n_children + 1);
    int n = 0;
    for (int i = 0; i < node->n_children; i++)
        if (node->children[i]->name != NULL)
            names[n++] = node->children[i]->name;
    char *hint = ez_diag_did_you_mean(name, names);
    g_free(names);
    return hint;
}

static void measure_child(Layers *s, int i);

// The sibling that a child hangs on, measured; NULL after a mistake.
static const Box *anchor_box(Layers *s, int child, const char *field, const EzHang *hang)
{
    const EzNode *node = s->node->children[child];
    EzPlace place = ez_origin_value(node->origin, field);
    int sibling = find_sibling(s->node, hang->name);
    if (sibling < 0) {
        g_autofree char *hint = sibling_hint(s->node, hang->name);
        ez_diag_report(s->l->in->diags, EZ_UNKNOWN_SIBLING, place, hint, "field", field, "name",
                       hang->name, NULL);
        return NULL;
    }
    if (s->states[sibling] == BUSY) {
        g_autofree char *ring = g_strdup_printf("%s → %s", hang->name,
                                                node->name != NULL ? node->name : "this node");
        ez_diag_report(s->l->in->diags, EZ_HANG_RING, place, NULL, "ring", ring, NULL);
        return NULL;
    }
    measure_child(s, sibling);
    return s->box->children[sibling];
}

// What of a box others measure from: a text's baselines, any other's edges.
static double first_edge(const Box *box)
{
    return box->text != NULL && ez_layout_is_text(box->node) ? box->first : 0;
}

static double last_edge(const Box *box)
{
    return box->text != NULL && ez_layout_is_text(box->node) ? box->last : box->height;
}

static double anchored_top(const Box *box, double y)
{
    int anchor = box->node->anchor;
    if (anchor == EZ_ANCHOR_AUTO)
        anchor = ez_layout_is_text(box->node) ? EZ_ANCHOR_FIRST : EZ_ANCHOR_TOP;
    switch (anchor) {
    case EZ_ANCHOR_FIRST:
        return y - box->first;
    case EZ_ANCHOR_LAST:
        return y - box->last;
    case EZ_ANCHOR_BOTTOM:
        return y - box->height;
    default:
        return y;
    }
}

static void measure_child(Layers *s, int i)
{
    const EzNode *node = s->node->children[i];
    if (s->states[i] != WAITING)
        return;
    s->states[i] = BUSY;
    const Box *over = node->below.name != NULL ? anchor_box(s, i, "below", &node->below) : NULL;
    const Box *under = over == NULL && node->above.name != NULL
                           ? anchor_box(s, i, "above", &node->above)
                           : NULL;
    const Box *sibling = over != NULL ? over : under;
    const EzSides *p = &s->node->padding;
    double x = node->at.given ? p->left + node->at.x : sibling != NULL ? sibling->x : p->left;
    double tall = s->room.tall >= 0 ? s->room.tall : -1;
    Box *box = ez_layout_measure(s->l, node, (Room){MAX(s->wide - p->right - x, 0), tall, false});
    box->x = x;
    if (over != NULL)
        box->y = over->y + last_edge(over) + node->below.distance - first_edge(box);
    else if (under != NULL)
        box->y = under->y + first_edge(under) - node->above.distance - last_edge(box);
    else
        box->y = anchored_top(box, p->top + (node->at.given ? node->at.y : 0));
    s->box->children[i] = box;
    s->states[i] = DONE;
}

// ---- clearances ------------------------------------------------------------------------------------

static double visible_top(const Box *box)
{
    if (box->text != NULL && ez_layout_is_text(box->node))
        return box->y + box->first - ez_layout_cap(box->text);
    return box->y;
}

static void tell_clear(Layers *s, const Box *box, double room)
{
    EzDiagCode code = room < box->node->clear ? EZ_TOO_CLOSE : EZ_TIGHT;
    char found[G_ASCII_DTOSTR_BUF_SIZE], clear[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(found, sizeof found, "%.1f", room);
    g_ascii_formatd(clear, sizeof clear, "%g", box->node->clear);
    EzPlace place = box->text != NULL ? box->text->place : ez_origin_place(box->node->origin);
    const char *words = box->text != NULL ? box->text->words : ez_node_word(box->node->kind);
    if (code == EZ_TOO_CLOSE)
        ez_diag_report(s->l->in->diags, code, place, NULL, "thing", s->l->in->thing, "text", words,
                       "found", found, "clear", clear, NULL);
    else
        ez_diag_report(s->l->in->diags, code, place, NULL, "thing", s->l->in->thing, "text", words,
                       "found", found, NULL);
}

// A child that asks for room keeps it to the next sibling; less than half a millimetre more is tight.
static void check_clear(Layers *s, int i)
{
    const Box *box = s->box->children[i];
    if (box->node->clear < 0 || i + 1 >= s->box->n_children)
        return;
    double room = visible_top(s->box->children[i + 1]) - (box->y + last_edge(box));
    if (room < box->node->clear + 0.5)
        tell_clear(s, box, room);
}

Box *ez_layout_layers(Layout *l, const EzNode *node, Room room)
{
    Layers s = {.l = l, .node = node, .room = room, .box = ez_layout_box(l, node)};
    s.wide = ez_length_resolve(node->width, room.wide, room.wide);
    s.room.tall = ez_length_resolve(node->height, MAX(room.tall, 0), -1);
    s.box->children = ez_arena_array(l->arena, Box *, node->n_children);
    s.box->n_children = node->n_children;
    s.states = ez_arena_array(l->arena, State, node->n_children);
    double bottom = 0;
    for (int i = 0; i < node->n_children; i++)
        measure_child(&s, i);
    for (int i = 0; i < node->n_children; i++) {
        check_clear(&s, i);
        bottom = MAX(bottom, s.box->children[i]->y + last_edge(s.box->children[i]));
    }
    s.box->width = s.wide;
    s.box->height = s.room.tall >= 0 ? s.room.tall : bottom + node->padding.bottom;
    s.box->last = s.box->height;
    return s.box;
}
