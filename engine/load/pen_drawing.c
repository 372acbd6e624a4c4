// SPDX-License-Identifier: EUPL-1.2
// Reading drawing { … }: its function is called with a pen, and what the pen recorded becomes the node's.
#include "engine/load/pen-private.h"

#include <lauxlib.h>

// Within an entrance of its own, so that what goes wrong in it does not end the reading. [-0, +0]
static int draw_body(lua_State *L)
{
    const EzNode *node = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, node->draw);
    lua_rawgetp(L, LUA_REGISTRYINDEX, node); // its pen
    lua_pushvalue(L, -1);
    lua_insert(L, -3);
    lua_pushnumber(L, node->width.value);
    lua_pushnumber(L, node->height.value);
    lua_call(L, 3, 0);
    ez_pen_end_clips(L, lua_touserdata(L, -1), "clip", 0);
    return 0;
}

// [-0, +1]
static Pen *push_pen(EzReading *r)
{
    Pen *pen = lua_newuserdatauv(r->L, sizeof *pen, 0);
    *pen = (Pen){.r = r, .now = {.transform = {1, 0, 0, 1, 0, 0}}};
    ez_pen_push_metatable(r->L);
    lua_setmetatable(r->L, -2);
    return pen;
}

static void tell_draw_fault(EzReading *r, EzFault *fault)
{
    bool dead = ez_host_is_dead(r->load->host);
    if (!dead)
        ez_load_tell_fault(r->load, fault);
    ez_fault_clear(fault);
    if (dead)
        ez_host_raise_fault(r->L, NULL); // it leaves by what the host remembers
}

static void call_draw(EzReading *r, EzNode *node)
{
    lua_State *L = r->L;
    EzFault fault = {0};
    Pen *pen = push_pen(r);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, node);
    if (!ez_host_enter(r->load->host, draw_body, node, r->load->budget, &fault))
        tell_draw_fault(r, &fault);
    EzDrawing *drawing = ez_arena_make(r->arena, EzDrawing);
    *drawing = (EzDrawing){pen->steps, pen->n_steps};
    node->drawing = drawing;
    pen->r = NULL;
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, node);
    luaL_unref(L, LUA_REGISTRYINDEX, node->draw);
    lua_pop(L, 1);
}

// A drawing is drawn before anything is measured, so it cannot be so wide as its room.
static bool has_size(EzReading *r, const EzNode *node, const char *field, EzLength length)
{
    if (length.unit == EZ_MM && length.value > 0)
        return true;
    if (length.unit == EZ_AUTO)
        ez_diag_report(r->load->diags, EZ_MISSING_FIELD, ez_origin_place(node->origin),
                       "a drawing is drawn before it is placed: width = 40, height = 30",
                       "thing", r->thing, "field", field, NULL);
    else
        ez_diag_report(r->load->diags, EZ_WRONG_TYPE, ez_origin_value(node->origin, field),
                       NULL, "thing", r->thing, "field", field, "expected",
                       "a number of mm above 0", "found",
                       length.unit == EZ_PERCENT ? "a share of its room" : "0", NULL);
    return false;
}

void ez_drawing_read(EzReading *r, EzNode *node)
{
    bool sized = has_size(r, node, "width", node->width);
    sized = has_size(r, node, "height", node->height) && sized;
    if (node->draw != 0 && sized)
        call_draw(r, node);
}
