// SPDX-License-Identifier: EUPL-1.2
// require: modules of the kit, of scripts/, and of the author library.
#include "engine/load/context.h"
#include "engine/load/marks.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

static bool is_module_name(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length <= 100 && name[0] != '.' && name[length - 1] != '.' &&
           strstr(name, "..") == NULL &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
               length;
}

EzLoadedFile *ez_load_module(EzLoad *load, const char *name, bool *there)
{
    *there = false;
    if (!is_module_name(name))
        return NULL;
    if (g_str_has_prefix(name, "ez."))
        return ez_load_library_file(load, name + 3);
    g_autofree char *path = g_strdup(name);
    g_strdelimit(path, ".", '/');
    static const char *const folders[] = {"kit", "scripts"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *file = g_strdup_printf("%s/%s.lua", folders[i], path);
        *there = ez_root_has(load->root, file);
        if (*there)
            return ez_load_file(load, file, EZ_LUA_FILE_MAX, (EzPlace){0});
    }
    return NULL;
}

static int raise_ring(lua_State *L, EzLoad *load, const EzLoadedFile *file)
{
    GString *ring = g_string_new(NULL);
    for (unsigned i = 0; i < load->running->len; i++) {
        const EzLoadedFile *step = load->running->pdata[i];
        if (ring->len > 0 || step == file)
            g_string_append_printf(ring, "%s → ", step->path);
    }
    g_string_append(ring, file->path);
    ez_load_prepare(L, EZ_MODULE_RING, lua_tostring(L, 1), NULL, "ring", ring->str, NULL);
    g_string_free(ring, TRUE);
    return ez_load_raise(L);
}

char *ez_load_module_hint(EzLoad *load, const char *name)
{
    g_auto(GStrv) files = ez_root_list(load->root, "kit");
    for (char **file = files; *file != NULL; file++)
        if (g_str_has_suffix(*file, ".lua"))
            (*file)[strlen(*file) - 4] = '\0';
    return ez_diag_did_you_mean(name, (const char *const *)files);
}

static bool is_running(const EzLoad *load, const EzLoadedFile *file)
{
    return g_ptr_array_find(load->running, file, NULL);
}

// [-0, +0] Makes the table on top, and the tables in it, read-only. Deeper than 16 levels it stays as it is.
static void freeze(lua_State *L, const char *name, int depth)
{
    if (!lua_istable(L, -1) || depth > 16)
        return;
    luaL_checkstack(L, 12, "module nested too deep");
    int table = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1)) {
        if (!lua_istable(L, -1) || ez_mark_of(L, -1).kind != EZ_MARK_NONE)
            continue;
        freeze(L, name, depth + 1);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, table); // an existing key: walking on is allowed
    }
    ez_lua_make_view(L, name);
}

int ez_load_require(lua_State *L)
{
    EzLoad *load = ez_host_user(L);
    const char *name = luaL_checkstring(L, 1);
    bool there = false;
    EzLoadedFile *file = ez_load_module(load, name, &there);
    if (there && file == NULL) {
        ez_load_prepare(L, EZ_FILE_UNREADABLE, name, NULL, "file", name, "reason",
                        "its own message says why", NULL);
        return ez_load_raise(L);
    }
    if (file == NULL || file->map == NULL) {
        ez_load_prepare(L, EZ_MODULE_UNKNOWN, name, ez_load_module_hint(load, name), "name",
                        name, NULL);
        return ez_load_raise(L);
    }
    if (is_running(load, file))
        return raise_ring(L, load, file);
    lua_settop(L, 1);
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "ez.modules");
    if (lua_getfield(L, -1, file->path) != LUA_TNIL)
        return 1;
    lua_pop(L, 1);
    g_ptr_array_add(load->running, file);
    ez_host_load(L, file->source);
    lua_call(L, 0, 1);
    g_ptr_array_remove(load->running, file);
    freeze(L, name, 0);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, file->path);
    return 1;
}
