// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/nodes.h"

#include "engine/load/marks.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// A tree is at most this deep and large: a table shared by two parents counts twice, so that no short script makes an endless one.
enum { DEEPEST = 16, MOST_NODES = 20000, COST = 50 };

typedef struct Tree {
    EzReading *r;
    const EzCard *card;
    int nodes, depth;
    bool full; // a limit was passed
} Tree;

static const EzNode *read_node(Tree *t, int index);

static const char *stranger_hint(int type, EzMark mark)
{
    if (mark.kind >= EZ_MARK_NODE && ez_node_records[mark.kind - EZ_MARK_NODE].is_inline)
        return "words stand in a text: text { bold { … } }";
    if (type == LUA_TSTRING || type == LUA_TNUMBER)
        return "put it in a text: text { … }";
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

static void read_children(Tree *t, int index, EzNode *node)
{
    EzReading *r = t->r;
    int count = ez_read_list(r, index);
    const EzNode **children = ez_arena_array(r->arena, const EzNode *, MAX(count, 0));
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, index, i + 1);
        ez_lua_unview(r->L, -1);
        r->place = ez_origin_item(node->origin, i + 1);
        const EzNode *child = is_left_out(r->L) ? NULL : read_node(t, lua_gettop(r->L));
        if (child != NULL && ez_node_records[child->kind].is_inline)
            tell_stranger(t, lua_gettop(r->L), r->thing);
        else if (child != NULL)
            children[node->n_children++] = child;
        lua_pop(r->L, 1);
    }
    node->children = children;
}

static void read_content(Tree *t, int index, EzNode *node)
{
    t->r->word = "{ … }";
    t->r->place = ez_origin_place(node->origin);
    t->r->child = node->origin;
    switch (ez_node_records[node->kind].content) {
    case EZ_HOLDS_NODES:
        read_children(t, index, node);
        break;
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
    read_content(t, index, node);
    *r = outer;
    return node;
}

static const EzNode *read_node(Tree *t, int index)
{
    EzReading *r = t->r;
    luaL_checkstack(r->L, 12, "nodes nested too deep");
    ez_host_charge(r->L, COST);
    EzMark mark = ez_mark_of(r->L, index);
    if (mark.kind < EZ_MARK_NODE) {
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

const EzNode *ez_nodes_read(EzReading *r, int index, const EzCard *card)
{
    Tree tree = {.r = r, .card = card};
    return read_node(&tree, lua_absindex(r->L, index));
}
