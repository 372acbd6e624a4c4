// SPDX-License-Identifier: EUPL-1.2
// One side of one card: the face is called with the card and what it gives becomes nodes.
#include "engine/load/marks.h"
#include "engine/load/nodes.h"
#include "engine/load/push.h"

#include <lauxlib.h>

typedef struct Side {
    EzLoad *load;
    const EzCard *card;
    EzArena *arena;
    int function;
    EzPlace place; // of the function in the face
    const EzNode *node;
} Side;

static int side_body(lua_State *L)
{
    Side *side = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, side->function);
    ez_push_card(L, side->card);
    ez_push_context(L, side->card, side->load->edition);
    lua_call(L, 2, 1);
    EzReading r = {.load = side->load, .L = L, .arena = side->arena, .thing = "a face"};
    r.place = side->place;
    side->node = ez_nodes_read(&r, -1, side->card);
    return 0;
}

static int function_of(const EzLoad *load, const EzDeck *deck, EzSide side)
{
    const EzLoadedFace *face =
        deck->face != NULL ? g_hash_table_lookup(load->faces, deck->face) : NULL;
    if (face == NULL || !face->ok)
        return 0;
    return side == EZ_FRONT ? face->face.front : face->face.back;
}

static EzPlace place_of(const EzLoad *load, const EzDeck *deck, EzSide side)
{
    const EzLoadedFace *face = g_hash_table_lookup(load->faces, deck->face);
    return ez_origin_field(face->face.origin, ez_side_words[side]);
}

bool ez_load_has_side(const EzLoad *load, const EzDeck *deck, EzSide side)
{
    return function_of(load, deck, side) != 0;
}

const EzNode *ez_load_side(EzLoad *load, const EzCard *card, EzSide which, EzArena *arena,
                           EzDiags *diags)
{
    Side side = {load, card, arena, function_of(load, card->deck, which), {0}, NULL};
    if (side.function == 0 || ez_host_is_dead(load->host))
        return NULL;
    EzDiags *outer = load->diags;
    side.place = load->here = place_of(load, card->deck, which);
    load->diags = diags;
    load->budget = load->side_budget;
    g_autofree char *about = g_strdup_printf("card \"%s\", %s", card->id, ez_side_words[which]);
    ez_diags_set_about(diags, about);
    int reports = ez_diags_reports(diags);
    g_auto(EzFault) fault = {0};
    if (!ez_host_enter(load->host, side_body, &side, load->budget, &fault))
        ez_load_tell_fault(load, &fault);
    ez_diags_set_about(diags, NULL);
    load->diags = outer;
    // What was read with mistakes is not laid out: it would only bring more of them.
    return ez_diags_reports(diags) == reports ? side.node : NULL;
}
