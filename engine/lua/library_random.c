// SPDX-License-Identifier: EUPL-1.2
// Chance, always from a seed: math.random draws from the host's generator, random.new makes one's own.
#include "engine/base/rng.h"
#include "engine/lua/host.h"
#include "engine/lua/library-private.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

static const char GENERATOR[] = "random generator";

static int push_between(lua_State *L, EzRng *rng, lua_Integer low, lua_Integer high)
{
    if (low > high)
        return luaL_error(L, "there is no whole number from %I to %I", low, high);
    lua_pushinteger(L, ez_rng_between(rng, low, high));
    return 1;
}

int ez_math_random(lua_State *L)
{
    EzRng *rng = ez_host_rng(ez_host_of(L));
    if (lua_isnoneornil(L, 1)) {
        lua_pushnumber(L, ez_rng_unit(rng));
        return 1;
    }
    lua_Integer first = ez_arg_whole(L, 1, "math.random");
    if (lua_isnoneornil(L, 2))
        return push_between(L, rng, 1, first);
    return push_between(L, rng, first, ez_arg_whole(L, 2, "math.random"));
}

static uint64_t read_seed(lua_State *L, int arg)
{
    if (lua_type(L, arg) == LUA_TSTRING)
        return ez_rng_seed_of(lua_tostring(L, arg));
    if (lua_type(L, arg) != LUA_TNUMBER)
        ez_arg_expected(L, arg, "random.new", "seed, a whole number or a text,");
    return (uint64_t)ez_arg_whole(L, arg, "random.new");
}

// [-0, +1] Pushes the metatable of generators, made when it is first needed.
static void push_metatable(lua_State *L)
{
    if (!luaL_newmetatable(L, GENERATOR))
        return;
    lua_newtable(L);
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++) {
        if (f->library == NULL || strcmp(f->library, "Random") != 0)
            continue;
        lua_pushcfunction(L, f->function);
        lua_setfield(L, -2, f->name);
    }
    lua_setfield(L, -2, "__index");
}

int ez_random_new(lua_State *L)
{
    uint64_t seed = read_seed(L, 1);
    EzRng *rng = lua_newuserdatauv(L, sizeof(EzRng), 0);
    ez_rng_seed(rng, seed);
    push_metatable(L);
    lua_setmetatable(L, -2);
    return 1;
}

static EzRng *generator(lua_State *L, const char *who)
{
    EzRng *rng = luaL_testudata(L, 1, GENERATOR);
    if (rng == NULL)
        luaL_error(L, "%s: write a colon before the name: generator:%s(…)", who, who);
    return rng;
}

int ez_random_between(lua_State *L)
{
    EzRng *rng = generator(L, "between");
    lua_Integer low = ez_arg_whole(L, 2, "between");
    return push_between(L, rng, low, ez_arg_whole(L, 3, "between"));
}

int ez_random_unit(lua_State *L)
{
    lua_pushnumber(L, ez_rng_unit(generator(L, "unit")));
    return 1;
}

// Fisher–Yates as Durstenfeld wrote it (1964, CACM 7(7):420), on a copy.
int ez_random_shuffle(lua_State *L)
{
    EzRng *rng = generator(L, "shuffle");
    ez_arg_table(L, 2, "shuffle");
    lua_Integer count = luaL_len(L, 2);
    ez_charge_steps(L, (size_t)count * 8);
    lua_createtable(L, (int)MIN(count, 65536), 0);
    int copy = lua_gettop(L);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, 2, i);
        lua_rawseti(L, copy, i);
    }
    for (lua_Integer i = count; i > 1; i--) {
        lua_Integer j = ez_rng_between(rng, 1, i);
        lua_rawgeti(L, copy, i);
        lua_rawgeti(L, copy, j);
        lua_rawseti(L, copy, i);
        lua_rawseti(L, copy, j);
    }
    return 1;
}
