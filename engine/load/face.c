// SPDX-License-Identifier: EUPL-1.2
// kit/faces/NAME.lua, and the faces that it extends.
#include "engine/load/part.h"

#include "engine/load/marks.h"

#include <lauxlib.h>
#include <string.h>

// ---- reading ---------------------------------------------------------------------------

// A reference to the function at `index`; 0 when it is none of the author's. [-0, +0]
static int take_function(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TFUNCTION || lua_iscfunction(L, index))
        return 0;
    lua_pushvalue(L, index);
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

typedef struct Slots {
    EzSlot *slots;
    int count;
} Slots;

static void count_slot(EzReading *r, const char *name, int index, void *data)
{
    (void)r, (void)name, (void)index, (void)data;
}

static void read_slot(EzReading *r, const char *name, int index, void *data)
{
    Slots *into = data;
    int function = take_function(r->L, index);
    if (function != 0)
        into->slots[into->count++] = (EzSlot){name, function, r->place};
    else
        ez_read_tell_type(r, index, "function(c, ctx) … end");
}

static void read_slots(EzReading *r, int table, const EzFace *face, const char *word,
                       EzFaceSide *side)
{
    if (face->extends == NULL) {
        ez_diag_report(r->load->diags, EZ_NO_SLOTS, ez_origin_value(r->origin, word), NULL,
                       "field", word, NULL);
        return;
    }
    int count = ez_part_each(r, table, word, count_slot, NULL);
    Slots into = {ez_arena_array(r->arena, EzSlot, count), 0};
    ez_part_each(r, table, word, read_slot, &into);
    side->slots = into.slots;
    side->n_slots = into.count;
}

static void read_side(EzReading *r, int table, const EzFace *face, EzSide which,
                      EzFaceSide *side)
{
    const char *word = ez_side_words[which];
    lua_pushstring(r->L, word);
    int type = lua_rawget(r->L, table), index = lua_gettop(r->L);
    r->word = word;
    r->place = ez_origin_value(r->origin, word);
    if (type == LUA_TTABLE && ez_mark_of(r->L, index).kind == EZ_MARK_NONE)
        read_slots(r, table, face, word, side);
    else if (type != LUA_TNIL && (side->function = take_function(r->L, index)) == 0)
        ez_read_tell_type(r, index,
                          face->extends != NULL ? ez_type_words(EZ_TYPE_SIDE) : "a function");
    lua_settop(r->L, index - 1);
}

static void read_face(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                      void *data)
{
    EzReading r;
    EzLoadedFace *face = data;
    if (!ez_part_begin(load, L, result, file, EZ_MARK_FACE, &r))
        return;
    face->face.origin = r.origin;
    ez_part_fields(&r, result, &ez_face_record, &face->face);
    read_side(&r, result, &face->face, EZ_FRONT, &face->face.front);
    read_side(&r, result, &face->face, EZ_BACK, &face->face.back);
    face->ok = true;
}

// ---- extending -------------------------------------------------------------------------

// The face of this name, read when it is asked for first.
static EzLoadedFace *face_of(EzLoad *load, const char *name, EzPlace named)
{
    EzLoadedFace *face = g_hash_table_lookup(load->faces, name);
    if (face != NULL)
        return face;
    face = g_new0(EzLoadedFace, 1);
    face->face.name = name;
    g_hash_table_insert(load->faces, g_strdup(name), face);
    g_autofree char *path = g_strdup_printf("kit/faces/%s.lua", name);
    ez_load_run(load, path, named, read_face, face);
    return face;
}

static bool is_below(const EzLoadedFace *face, const EzLoadedFace *of)
{
    for (; of != NULL; of = of->base)
        if (of == face)
            return true;
    return false;
}

static void tell_ring(EzLoad *load, const EzLoadedFace *face, const EzLoadedFace *base,
                      EzPlace named)
{
    GString *ring = g_string_new(NULL);
    for (const EzLoadedFace *at = base; at != NULL; at = at->base)
        g_string_append_printf(ring, "kit/faces/%s.lua → ", at->face.name);
    g_string_append_printf(ring, "kit/faces/%s.lua", base->face.name);
    ez_diag_report(load->diags, EZ_EXTENDS_RING, named, NULL, "ring", ring->str, NULL);
    g_string_free(ring, TRUE);
}

// Slots of a side that no face below gives: it would vanish without a word. The others are looked at when they are evaluated.
static void check_side(EzLoad *load, const EzLoadedFace *face, EzSide which)
{
    const EzFaceSide *own = ez_face_side(&face->face, which);
    const EzLoadedFace *below = face;
    while (below->base != NULL && ez_face_side(&below->face, which)->function == 0)
        below = below->base;
    if (!below->ok || ez_face_side(&below->face, which)->function != 0)
        return;
    for (int i = 0; i < own->n_slots; i++)
        ez_diag_report(load->diags, EZ_UNKNOWN_SLOT, own->slots[i].place, NULL, "side",
                       ez_side_words[which], "face", below->face.name, "slot",
                       own->slots[i].name, NULL);
}

void ez_load_face(EzLoad *load, const char *name, EzPlace named)
{
    EzLoadedFace *face = face_of(load, name, named);
    while (face->ok && face->base == NULL && face->face.extends != NULL) {
        named = ez_origin_value(face->face.origin, "extends");
        EzLoadedFace *base = face_of(load, face->face.extends, named);
        if (is_below(face, base)) {
            tell_ring(load, face, base, named);
            face->ok = false;
            return;
        }
        face->base = base;
        face = base;
    }
    face = g_hash_table_lookup(load->faces, name);
    check_side(load, face, EZ_FRONT);
    check_side(load, face, EZ_BACK);
}
