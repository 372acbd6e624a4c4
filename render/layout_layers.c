// SPDX-License-Identifier: EUPL-1.2
// layers { … }: children over each other, each at a point of the box or hanging on a named sibling. They are measured in the order in
// which they hang, since a sibling's place must be known first.
#include "render/layout-private.h"

// Lengths closer than this are the same: sums of decimal fractions are never exact.
#define SLACK 0.0005

typedef struct Layers {
    Layout *l;
    const EzNode *node;
    Box *box;
    Room room;         // inside of its padding
    GHashTable *names; // of the children -> their number + 1
    int *anchors;      // of each child: the sibling it hangs on, or NONE
    bool *waits;       // it stands in the chain that is being measured
} Layers;

enum { NONE = -1 };

// ---- who hangs on whom ---------------------------------------------------------------------------

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

static int find_sibling(Layers *s, const EzNode *child, const char *field, const char *name)
{
    int sibling = GPOINTER_TO_INT(g_hash_table_lookup(s->names, name)) - 1;
    if (sibling != NONE)
        return sibling;
    g_autofree char *hint = sibling_hint(s->node, name);
    s->l->guessed = true;
    ez_diag_report(s->l->in->diags, EZ_UNKNOWN_SIBLING, ez_origin_value(child->origin, field),
                   hint, "field", field, "name", name, NULL);
    return NONE;
}

static int find_anchor(Layers *s, const EzNode *child)
{
    if (child->below.name != NULL)
        return find_sibling(s, child, "below", child->below.name);
    if (child->above.name != NULL)
        return find_sibling(s, child, "above", child->above.name);
    return NONE;
}

// The first of equal names counts.
static void find_anchors(Layers *s)
{
    for (int i = s->node->n_children - 1; i >= 0; i--)
        if (s->node->children[i]->name != NULL)
            g_hash_table_insert(s->names, (char *)s->node->children[i]->name,
                                GINT_TO_POINTER(i + 1));
    for (int i = 0; i < s->node->n_children; i++)
        s->anchors[i] = find_anchor(s, s->node->children[i]);
}

static void tell_ring(Layers *s, const EzNode *node)
{
    const char *field = node->below.name != NULL ? "below" : "above";
    const char *name = node->below.name != NULL ? node->below.name : node->above.name;
    g_autofree char *ring =
        g_strdup_printf("%s → %s", name, node->name != NULL ? node->name : "this node");
    s->l->guessed = true;
    ez_diag_report(s->l->in->diags, EZ_HANG_RING, ez_origin_value(node->origin, field), NULL,
                   "ring", ring, NULL);
}

// ---- where a child comes ---------------------------------------------------------------------------

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

// Room for a child at x: to the right edge, and for what lies free also to the bottom.
static Room room_at(const Layers *s, const EzNode *node, double x, bool hangs)
{
    Room room = s->room;
    const EzSides *p = &s->node->padding;
    room.wide = MAX(room.of_wide + p->left - x, 0);
    if (!hangs && node->at.given && room.of_tall >= 0)
        room.tall = MAX(room.of_tall - node->at.y, 0);
    return room;
}

static void measure_child(Layers *s, int i)
{
    const EzNode *node = s->node->children[i];
    const Box *sibling = s->anchors[i] != NONE ? s->box->children[s->anchors[i]] : NULL;
    const EzSides *p = &s->node->padding;
    double x = node->at.given ? p->left + node->at.x : sibling != NULL ? sibling->x : p->left;
    Box *box = ez_layout_measure(s->l, node, room_at(s, node, x, sibling != NULL));
    box->x = x;
    if (sibling == NULL)
        box->y = anchored_top(box, p->top + (node->at.given ? node->at.y : 0));
    else if (node->below.name != NULL)
        box->y = sibling->y + last_edge(sibling) + node->below.distance - first_edge(box);
    else
        box->y = sibling->y + first_edge(sibling) - node->above.distance - last_edge(box);
    s->box->children[i] = box;
}

// Measures a child after those that it hangs on. A list and no recursion: a chain can be as long as a script likes.
static void measure_chain(Layers *s, int first)
{
    g_autoptr(GArray) chain = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = first; i != NONE && s->box->children[i] == NULL; i = s->anchors[i]) {
        s->waits[i] = true;
        g_array_append_val(chain, i);
        if (s->anchors[i] != NONE && s->waits[s->anchors[i]]) {
            tell_ring(s, s->node->children[i]);
            s->anchors[i] = NONE;
        }
    }
    for (unsigned k = chain->len; k > 0; k--) {
        int i = g_array_index(chain, int, k - 1);
        measure_child(s, i);
        s->waits[i] = false;
    }
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
    EzDiags *diags = s->l->in->diags;
    g_autofree char *found = ez_layout_tenths_under(room);
    char clear[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(clear, sizeof clear, "%g", box->node->clear);
    EzPlace place = box->text != NULL ? box->text->place : ez_origin_place(box->node->origin);
    const char *words = box->text != NULL ? box->text->words : ez_node_word(box->node->kind);
    if (room < box->node->clear - SLACK)
        ez_diag_report(diags, EZ_TOO_CLOSE, place, NULL, "thing", s->l->in->thing, "text",
                       words, "found", found, "clear", clear, NULL);
    else
        ez_diag_report(diags, EZ_TIGHT, place, NULL, "thing", s->l->in->thing, "text", words,
                       "found", found, NULL);
}

// What nobody sees is no neighbour to keep clear of.
static bool is_nothing(const EzNode *node)
{
    return node->kind == EZ_NODE_SPACE || node->kind == EZ_NODE_GROW;
}

// A child that asks for room keeps it to the next sibling; less than half a millimetre more is tight.
static void check_clear(Layers *s, int i)
{
    const Box *box = s->box->children[i];
    int next = i + 1;
    while (next < s->box->n_children && is_nothing(s->box->children[next]->node))
        next++;
    if (box->node->clear < 0 || next >= s->box->n_children)
        return;
    double room = visible_top(s->box->children[next]) - (box->y + last_edge(box));
    if (room < box->node->clear + 0.5 - SLACK)
        tell_clear(s, box, room);
}

// ---- the whole -------------------------------------------------------------------------------------

static Room inside_of(const EzNode *node, Room room)
{
    const EzSides *p = &node->padding;
    double tall = ez_layout_tall(node, room, -1);
    Room inside = {.natural = room.natural && node->width.unit == EZ_AUTO};
    inside.wide = MAX(ez_layout_wide(node, room, room.wide) - p->left - p->right, 0);
    inside.tall = tall >= 0 ? MAX(tall - p->top - p->bottom, 0) : -1;
    inside.of_wide = inside.wide;
    inside.of_tall = inside.tall;
    return inside;
}

static void measure_children(Layers *s)
{
    for (int i = 0; i < s->node->n_children; i++)
        measure_chain(s, i);
    for (int i = 0; i < s->node->n_children; i++)
        check_clear(s, i);
}

// As large as it says, else as what lies in it.
static void close_box(Layers *s, Room room)
{
    double right = 0, bottom = 0;
    for (int i = 0; i < s->box->n_children; i++) {
        const Box *child = s->box->children[i];
        right = MAX(right, child->x + child->width);
        bottom = MAX(bottom, child->y + last_edge(child));
    }
    const EzSides *p = &s->node->padding;
    s->box->width = ez_layout_wide(s->node, room, room.natural ? right + p->right : room.wide);
    s->box->height = ez_layout_tall(s->node, room, bottom + p->bottom);
    s->box->last = s->box->height;
}

Box *ez_layout_layers(Layout *l, const EzNode *node, Room room)
{
    Layers s = {
        .l = l, .node = node, .room = inside_of(node, room), .box = ez_layout_box(l, node)};
    s.box->children = ez_arena_array(l->arena, Box *, node->n_children);
    s.box->n_children = node->n_children;
    s.anchors = ez_arena_array(l->arena, int, node->n_children);
    s.waits = ez_arena_array(l->arena, bool, node->n_children);
    s.names = g_hash_table_new(g_str_hash, g_str_equal);
    find_anchors(&s);
    measure_children(&s);
    g_hash_table_unref(s.names);
    close_box(&s, room);
    return s.box;
}
