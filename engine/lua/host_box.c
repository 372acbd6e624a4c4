// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/host-private.h"

#include <lauxlib.h>

// Its address is the key of the metatable in the registry.
static const char BOX_KEY;

static void *take_out(EzBox *box)
{
    void *thing = box->thing;
    box->thing = NULL;
    if (box->next != NULL) {
        box->previous->next = box->next;
        box->next->previous = box->previous;
        box->previous = box->next = NULL;
    }
    return thing;
}

static void empty(EzBox *box)
{
    void *thing = take_out(box);
    if (thing != NULL)
        box->free_thing(thing);
}

// [-0, +0]
static int box_gc(lua_State *L)
{
    empty(lua_touserdata(L, 1));
    return 0;
}

void ez_box_open(lua_State *L)
{
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, box_gc);
    lua_setfield(L, -2, "__gc");
    lua_pushliteral(L, "box");
    lua_setfield(L, -2, "__name");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &BOX_KEY);
}

void **ez_box_push(lua_State *L, EzBoxFree free_thing)
{
    EzHost *host = ez_host_of(L);
    EzBox *box = lua_newuserdatauv(L, sizeof(EzBox), 0);
    *box = (EzBox){&host->boxes, host->boxes.next, NULL, free_thing};
    host->boxes.next->previous = box;
    host->boxes.next = box;
    // Nothing from here on allocates, so the box is never in the list without its __gc.
    lua_rawgetp(L, LUA_REGISTRYINDEX, &BOX_KEY);
    lua_setmetatable(L, -2);
    return &box->thing;
}

void ez_box_empty(lua_State *L, int index)
{
    empty(lua_touserdata(L, index));
}

void ez_box_empty_all(EzHost *host)
{
    while (host->boxes.next != &host->boxes)
        empty(host->boxes.next);
}
