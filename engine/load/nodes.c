// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/nodes.h"

#include "engine/load/charts.h"
#include "engine/load/marks.h"
#include "engine/load/options.h"
#include "engine/load/pen.h"
#include "engine/load/pictures.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// A tree is at most this deep and large: a table shared by two parents counts twice, so that no short script makes an endless one.
enum { DEEPEST = 16, MOST_NODES = 20000, COST = 50 };

typedef struct Tree {
    EzReading *r;
    const EzCard *card;
    const EzSlotFilling *slots;
    int nodes, depth;
    bool full; // a limit was passed
} Tree;

static const EzNode *read_node(Tree *t, int index);

static const char *stranger_hint(int type, EzMark mark)
{
    if (mark.kind == EZ_MARK_NODE + EZ_NODE_PAGES)
        return "pages { … } stands in a worksheet, and in nothing else";
    if (mark.kind >= EZ_MARK_NODE && ez_node_records[mark.kind - EZ_MARK_NODE].is_inline)
        return "words stand in a text: text { bold { … } }";
    if (type == LUA_TSTRING || type == LUA_TNUMBER)
        return "put it in a text: text { … }";
    if (type == LUA_TNIL)
        return "what fills a slot is returned: return text { … }, or false for nothing";
    return NULL;
}

// The value at `index` is nothing that may stand in `parent` ("a fill").
static void tell_stranger(Tree *t, int index, const char *parent)
{
    EzReading *r = t->r;
    EzMark mark = ez_mark_of(r->L, index);
    g_autofree char *word = ez_mark_shown(mark);
    const char *hint = t->depth == 0 ? "it gives one node: return layers { … }"
                                     : stranger_hint(lua_type(r->L, index), mark);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_NODE, r->place, hint, "parent", parent, "found",
                   word != NULL ? word : ez_lua_type_word(r->L, index), NULL);
}

// ---- words ---------------------------------------------------------------------

// The plain value of the card that this very string came from.
static const EzValue *find_plain(const EzCardField *fields, const EzValue *values, int count,
                                 const char *string, const EzCardField **of)
{
    for (int i = 0; i < count; i++) {
        const EzCardField *field = &fields[i];
        const EzValue *value = &values[i], *found = NULL;
        *of = field;
        if (!value->given)
            continue;
        if (field->kind == EZ_FIELD_PLAIN && strcmp(value->plain, string) == 0)
            return value;
        if (field->kind == EZ_FIELD_GROUP)
            found = find_plain(field->members, value->items, value->count, string, of);
        for (int k = 0; field->kind == EZ_FIELD_LIST && k < value->count && found == NULL; k++)
            found = find_plain(field->members, &value->items[k], 1, string, of);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static const EzValue *find_plain_of(const EzCard *card, const char *string,
                                    const EzCardField **of)
{
    return find_plain(card->deck->fields, card->values, card->deck->n_fields, string, of);
}

// True when the string is a plain value of a card that this card names.
static bool is_plain_elsewhere(const EzCard *card, const char *string)
{
    const EzCardField *of;
    for (int i = 0; i < card->deck->n_fields; i++) {
        const EzValue *value = &card->values[i];
        EzFieldKind kind = card->deck->fields[i].kind;
        if (!value->given)
            continue;
        if (kind == EZ_FIELD_REF && find_plain_of(value->card, string, &of) != NULL)
            return true;
        for (int k = 0; kind == EZ_FIELD_REFS && k < value->count; k++)
            if (value->items[k].given &&
                find_plain_of(value->items[k].card, string, &of) != NULL)
                return true;
    }
    return false;
}

static void read_plain_piece(Tree *t, int index, EzPiece *piece)
{
    EzReading *r = t->r;
    const EzCardField *field = NULL;
    const EzValue *value = NULL;
    piece->place = r->place;
    if (lua_type(r->L, index) == LUA_TNUMBER) {
        lua_pushvalue(r->L, index); // a number turns into text in place: on a copy
        piece->plain = ez_arena_intern(r->arena, lua_tostring(r->L, -1));
        lua_pop(r->L, 1);
        return;
    }
    if (lua_rawlen(r->L, index) > 0)
        piece->plain = ez_read_plain(r, index);
    else
        piece->plain = "";
    if (piece->plain != NULL && t->card != NULL)
        value = find_plain_of(t->card, piece->plain, &field);
    piece->verbatim = value != NULL || (piece->plain != NULL && t->card != NULL &&
                                        is_plain_elsewhere(t->card, piece->plain));
    if (value != NULL) {
        piece->place = value->place;
        piece->language = field->language;
    }
}

// One thing between the braces of a text: words, a text in each language, or an inline node. False after a mistake.
static bool read_piece(Tree *t, int index, EzPiece *piece)
{
    EzReading *r = t->r;
    int type = lua_type(r->L, index);
    EzMark mark = ez_mark_of(r->L, index);
    if (type == LUA_TSTRING || type == LUA_TNUMBER)
        read_plain_piece(t, index, piece);
    else if (mark.kind >= EZ_MARK_NODE && ez_node_records[mark.kind - EZ_MARK_NODE].is_inline)
        piece->node = read_node(t, index);
    else if (type == LUA_TTABLE && mark.kind == EZ_MARK_NONE)
        piece->text = ez_read_text(r, index);
    else
        tell_stranger(t, index, r->thing);
    return piece->plain != NULL || piece->node != NULL || piece->text != NULL;
}

// `condition and text { … }` gives false where the condition does not hold. [-0, +0]
static bool is_left_out(lua_State *L)
{
    return lua_type(L, -1) == LUA_TBOOLEAN && !lua_toboolean(L, -1);
}

static void read_pieces(Tree *t, int index, EzNode *node)
{
    EzReading *r = t->r;
    int count = ez_read_list(r, index);
    if (count == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, ez_origin_place(node->origin),
                       "a field that a card leaves out gives nothing", "thing", r->thing,
                       "field", "what stands between its braces", NULL);
    EzPiece *pieces = ez_arena_array(r->arena, EzPiece, MAX(count, 0));
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, index, i + 1);
        ez_lua_unview(r->L, -1);
        r->place = ez_origin_item(node->origin, i + 1);
        r->child = ez_origin_child_item(node->origin, i + 1);
        if (!is_left_out(r->L) && read_piece(t, lua_gettop(r->L), &pieces[node->n_pieces]))
            node->n_pieces++;
        lua_pop(r->L, 1);
    }
    node->pieces = pieces;
}

// ---- children -------------------------------------------------------------------

// The children of a node while they are read: slots may bring more than stand in its braces.
typedef struct Children {
    const EzNode **nodes;
    int count, room;
} Children;

static void add_child(Tree *t, Children *children, const EzNode *child)
{
    if (children->count == children->room) {
        const EzNode **old = children->nodes;
        children->room = MAX(2 * children->room, 8);
        children->nodes = ez_arena_array(t->r->arena, const EzNode *, children->room);
        if (old != NULL)
            memcpy(children->nodes, old, sizeof *old * (size_t)children->count);
    }
    children->nodes[children->count++] = child;
}

static void read_slot(Tree *t, int index, Children *into);

static void read_child(Tree *t, int index, Children *into)
{
    EzReading *r = t->r;
    if (ez_mark_of(r->L, index).kind == EZ_MARK_NODE + EZ_NODE_SLOT) {
        read_slot(t, index, into);
        return;
    }
    const EzNode *child = read_node(t, index);
    if (child != NULL && ez_node_records[child->kind].is_inline)
        tell_stranger(t, index, r->thing);
    else if (child != NULL)
        add_child(t, into, child);
}

// The nodes of a list that was written there; where that is not known, each mistake is told at `r->place`.
static void read_children(Tree *t, int index, EzOrigin origin, Children *into)
{
    EzReading *r = t->r;
    int count = ez_read_list(r, index);
    EzPlace whole = r->place;
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, index, i + 1);
        ez_lua_unview(r->L, -1);
        r->place = ez_origin_known(origin) ? ez_origin_item(origin, i + 1) : whole;
        if (!is_left_out(r->L))
            read_child(t, lua_gettop(r->L), into);
        lua_pop(r->L, 1);
    }
}

// What a face gave for a slot: a node, a list of nodes, or false for nothing.
static void read_filling(Tree *t, int index, Children *into)
{
    EzReading *r = t->r;
    ez_lua_unview(r->L, index);
    if (is_left_out(r->L))
        return;
    if (lua_type(r->L, index) == LUA_TTABLE && ez_mark_of(r->L, index).kind == EZ_MARK_NONE)
        read_children(t, index, (EzOrigin){NULL, -1, 0}, into);
    else
        read_child(t, index, into);
}

static void tell_too_much(Tree *t);

// Where the limit on depth is passed, slots fill each other without end.
static void read_slot(Tree *t, int index, Children *into)
{
    EzReading *r = t->r, outer = *r;
    EzNode slot = ez_node_default(EZ_NODE_SLOT);
    const EzRecord *record = &ez_node_records[EZ_NODE_SLOT].record;
    if (t->full || t->depth >= DEEPEST) {
        tell_too_much(t);
        return;
    }
    t->depth++;
    ez_host_charge(r->L, COST);
    r->origin = ez_mark_of(r->L, index).origin;
    r->thing = record->thing;
    ez_read_unknown(r, index, record, NULL);
    ez_read_record(r, index, record, &slot);
    r->thing = outer.thing;
    r->word = "{ … }";
    r->place = ez_origin_place(r->origin);
    r->child = r->origin;
    if (slot.name != NULL && t->slots != NULL && t->slots->fill(r, slot.name, t->slots->data)) {
        r->child = (EzOrigin){NULL, -1, 0};
        read_filling(t, lua_gettop(r->L), into);
        lua_pop(r->L, 1);
    } else {
        read_children(t, index, r->origin, into);
    }
    *r = outer;
    t->depth--;
}

// A field that holds a node; NULL when it is not given, or after a mistake.
static const EzNode *read_part(Tree *t, int index, const EzNode *node, const char *field)
{
    EzReading *r = t->r;
    lua_pushstring(r->L, field);
    int type = lua_rawget(r->L, index), at = lua_gettop(r->L);
    const EzNode *part = NULL;
    r->place = ez_origin_value(node->origin, field);
    ez_lua_unview(r->L, at);
    if (type != LUA_TNIL && !is_left_out(r->L))
        part = read_node(t, at);
    if (part != NULL && ez_node_records[part->kind].is_inline) {
        tell_stranger(t, at, r->thing);
        part = NULL;
    }
    lua_settop(r->L, at - 1);
    return part;
}

static void read_content(Tree *t, int index, EzNode *node)
{
    t->r->word = "{ … }";
    t->r->place = ez_origin_place(node->origin);
    t->r->child = node->origin;
    switch (ez_node_records[node->kind].content) {
    case EZ_HOLDS_NODES: {
        Children children = {0};
        read_children(t, index, node->origin, &children);
        node->children = children.nodes;
        node->n_children = children.count;
        break;
    }
    case EZ_HOLDS_WORDS:
    case EZ_HOLDS_ONE_WORD:
        read_pieces(t, index, node);
        break;
    case EZ_HOLDS_NOTHING:
        if (lua_rawgeti(t->r->L, index, 1) != LUA_TNIL) {
            t->r->place = ez_origin_item(node->origin, 1);
            tell_stranger(t, lua_gettop(t->r->L), t->r->thing);
        }
        lua_pop(t->r->L, 1);
    }
}

// Told once a tree: what follows would only say it again.
static void tell_too_much(Tree *t)
{
    EzDiags *diags = t->r->load->diags;
    if (t->depth >= DEEPEST)
        ez_diag_report(diags, EZ_TOO_DEEP, t->r->place, NULL, "thing", "a tree of nodes",
                       "limit", "16", NULL);
    else if (!t->full)
        ez_diag_report(diags, EZ_TOO_MANY, t->r->place, NULL, "thing", "a tree of nodes",
                       "limit", "20,000", NULL);
    t->full = true;
}

static const EzNode *read_fields(Tree *t, int index, EzMark mark)
{
    EzReading *r = t->r, outer = *r;
    EzNode *node = ez_arena_make(r->arena, EzNode);
    *node = ez_node_default((EzNodeKind)(mark.kind - EZ_MARK_NODE));
    const EzRecord *record = &ez_node_records[node->kind].record;
    node->origin = r->origin = mark.origin;
    r->thing = record->thing;
    ez_read_unknown(r, index, record, NULL);
    ez_read_record(r, index, record, node);
    if (node->kind == EZ_NODE_TICK)
        ez_options_read(r, index, node);
    if (node->kind == EZ_NODE_PAGES) {
        node->head = read_part(t, index, node, "head");
        node->foot = read_part(t, index, node, "foot");
    }
    read_content(t, index, node);
    if (node->kind == EZ_NODE_PICTURE || node->kind == EZ_NODE_ICON)
        ez_pictures_read(r, node);
    else if (node->kind == EZ_NODE_DRAWING)
        ez_drawing_read(r, node);
    else if (node->kind == EZ_NODE_CHART)
        ez_charts_check(r, index, node);
    *r = outer;
    return node;
}

static const EzNode *read_node(Tree *t, int index)
{
    EzReading *r = t->r;
    luaL_checkstack(r->L, 12, "nodes nested too deep");
    ez_host_charge(r->L, COST);
    EzMark mark = ez_mark_of(r->L, index);
    bool sheet = t->depth == 0 && t->card == NULL; // only there pages can flow
    if (mark.kind < EZ_MARK_NODE || mark.kind == EZ_MARK_NODE + EZ_NODE_SLOT ||
        (mark.kind == EZ_MARK_NODE + EZ_NODE_PAGES && !sheet)) {
        tell_stranger(t, index, r->thing);
        return NULL;
    }
    if (t->full || t->depth >= DEEPEST || t->nodes >= MOST_NODES) {
        tell_too_much(t);
        return NULL;
    }
    t->depth++;
    t->nodes++;
    const EzNode *node = read_fields(t, index, mark);
    t->depth--;
    return node;
}

const EzNode *ez_nodes_read(EzReading *r, int index, const EzCard *card,
                            const EzSlotFilling *slots)
{
    Tree tree = {.r = r, .card = card, .slots = slots};
    return read_node(&tree, lua_absindex(r->L, index));
}
