// SPDX-License-Identifier: EUPL-1.2
// One side of one card: the face is called with the card and what it gives becomes nodes. A face that extends another brings what fills
// the slots of that one.
#include "engine/load/marks.h"
#include "engine/load/nodes.h"
#include "engine/load/push.h"

#include <lauxlib.h>
#include <string.h>

// A slot that the frame has on this card.
typedef struct Met Met;
struct Met {
    const char *name;
    Met *next;
};

typedef struct Side {
    EzLoad *load;
    const EzCard *card;
    EzSide which;
    EzArena *arena;
    const EzLoadedFace *face,
        *frame; // the card's, and the one below it that gives the whole side
    Met *met;
    const EzNode *node;
} Side;

// The face that gives the whole side: the deck's own or the nearest below it; NULL where none does, or one on the way is broken.
static const EzLoadedFace *frame_of(const EzLoadedFace *face, EzSide which)
{
    const EzLoadedFace *frame = NULL;
    for (; face != NULL; face = face->base) {
        if (!face->ok)
            return NULL;
        if (frame == NULL && ez_face_side(&face->face, which)->function != 0)
            frame = face;
    }
    return frame;
}

static const EzLoadedFace *face_of(const EzLoad *load, const EzDeck *deck)
{
    return deck->face != NULL ? g_hash_table_lookup(load->faces, deck->face) : NULL;
}

// ---- slots -------------------------------------------------------------------------------

static const EzSlot *find_slot(const Side *side, const char *name)
{
    for (const EzLoadedFace *face = side->face; face != side->frame; face = face->base) {
        const EzFaceSide *own = ez_face_side(&face->face, side->which);
        for (int i = 0; i < own->n_slots; i++)
            if (strcmp(own->slots[i].name, name) == 0)
                return &own->slots[i];
    }
    return NULL;
}

static bool is_met(const Side *side, const char *name)
{
    for (const Met *met = side->met; met != NULL; met = met->next)
        if (strcmp(met->name, name) == 0)
            return true;
    return false;
}

// Card and context lie at 2 and 3 of the stack. [-0, +1] and true, or [-0, +0] and false
static bool fill(EzReading *r, const char *name, void *data)
{
    Side *side = data;
    if (!is_met(side, name)) {
        Met *met = ez_arena_make(side->arena, Met);
        *met = (Met){name, side->met};
        side->met = met;
    }
    const EzSlot *slot = find_slot(side, name);
    if (slot == NULL)
        return false;
    r->place = side->load->here = slot->place;
    lua_rawgeti(r->L, LUA_REGISTRYINDEX, slot->function);
    lua_pushvalue(r->L, 2);
    lua_pushvalue(r->L, 3);
    lua_call(r->L, 2, 1);
    return true;
}

static char *slot_hint(const Side *side, const char *name)
{
    GPtrArray *names = g_ptr_array_new();
    for (const Met *met = side->met; met != NULL; met = met->next)
        g_ptr_array_add(names, (char *)met->name);
    g_ptr_array_add(names, NULL);
    char *hint = ez_diag_did_you_mean(name, (const char *const *)names->pdata);
    g_ptr_array_unref(names);
    return hint;
}

static void check_slots(const Side *side)
{
    for (const EzLoadedFace *face = side->face; face != side->frame; face = face->base) {
        const EzFaceSide *own = ez_face_side(&face->face, side->which);
        for (int i = 0; i < own->n_slots; i++) {
            const EzSlot *slot = &own->slots[i];
            if (is_met(side, slot->name))
                continue;
            g_autofree char *hint = slot_hint(side, slot->name);
            ez_diag_report(side->load->diags, EZ_UNKNOWN_SLOT, slot->place, hint, "side",
                           ez_side_words[side->which], "face", side->frame->face.name, "slot",
                           slot->name, NULL);
        }
    }
}

// ---- the side ------------------------------------------------------------------------------

static int side_body(lua_State *L)
{
    Side *side = lua_touserdata(L, 1);
    ez_push_card(L, side->card);
    ez_push_context(L, side->card, side->load->edition);
    lua_rawgeti(L, LUA_REGISTRYINDEX, ez_face_side(&side->frame->face, side->which)->function);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 3);
    lua_call(L, 2, 1);
    EzReading r = {.load = side->load, .L = L, .arena = side->arena, .thing = "a face"};
    EzSlotFilling slots = {fill, side};
    r.place = side->load->here;
    side->node = ez_nodes_read(&r, -1, side->card, &slots);
    check_slots(side);
    return 0;
}

bool ez_load_has_side(const EzLoad *load, const EzDeck *deck, EzSide which)
{
    return frame_of(face_of(load, deck), which) != NULL;
}

const EzNode *ez_load_side(EzLoad *load, const EzCard *card, EzSide which, EzArena *arena,
                           EzDiags *diags)
{
    Side side = {.load = load,
                 .card = card,
                 .which = which,
                 .arena = arena,
                 .face = face_of(load, card->deck)};
    side.frame = frame_of(side.face, which);
    if (side.frame == NULL || ez_host_is_dead(load->host))
        return NULL;
    EzDiags *outer = load->diags;
    load->here = ez_origin_field(side.frame->face.origin, ez_side_words[which]);
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
