// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/checks.h"
#include "engine/load/context.h"
#include "engine/load/marks.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

enum { LUA_FILE_MAX = 4 * 1024 * 1024 };

static EzLoadedFile *remember(EzLoad *load, const char *path, const char *text, size_t length)
{
    EzLoadedFile *file = g_new0(EzLoadedFile, 1);
    file->path = g_strdup(path);
    file->source = ez_source_new(path, text, length);
    g_ptr_array_add(load->files, file);
    g_hash_table_insert(load->by_path, file->path, file);
    return file;
}

EzPlace ez_load_unread(EzLoad *load, const char *path)
{
    const EzLoadedFile *file = g_hash_table_lookup(load->by_path, path);
    if (file == NULL)
        file = remember(load, path, "", 0);
    return ez_source_whole_line(file->source, 1);
}

void ez_load_tell_missing(EzLoad *load, const char *path, EzPlace named)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_auto(GStrv) names = ez_root_list(load->root, folder);
    g_autofree char *hint = ez_diag_did_you_mean(base, (const char *const *)names);
    ez_diag_report(load->diags, EZ_FILE_MISSING, named, hint, "file", path, NULL);
}

// Why a file that is there gives no text, in the author's words.
static const char *reason_of(const GError *error)
{
    static const struct {
        int code;
        const char *reason;
    } reasons[] = {
        {G_FILE_ERROR_ACCES, "it may not be read, or it lies outside the kit folder"},
        {G_FILE_ERROR_ISDIR, "it is no file but a folder, a pipe or the like"},
        {G_FILE_ERROR_NXIO, "it is no file but a folder, a pipe or the like"},
        {G_FILE_ERROR_NAMETOOLONG, "its name is too long"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (g_error_matches(error, G_FILE_ERROR, reasons[i].code))
            return reasons[i].reason;
    return error->message;
}

static void tell_unread(EzLoad *load, const char *path, size_t limit, EzPlace named,
                        GError *error)
{
    if (named.source == NULL)
        named = ez_load_unread(load, path);
    if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        ez_load_tell_missing(load, path, named);
    } else if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)) {
        g_autofree char *size = g_strdup_printf("%zu MiB", limit >> 20);
        ez_diag_report(load->diags, EZ_FILE_TOO_LARGE, named, NULL, "file", path, "limit", size,
                       NULL);
    } else {
        ez_diag_report(load->diags, EZ_FILE_UNREADABLE, named, NULL, "file", path, "reason",
                       reason_of(error), NULL);
    }
}

// Tells the first byte that is no UTF-8, with a hint for UTF-16; true when there is one.
static bool tell_encoding(EzLoad *load, const EzSource *source)
{
    const char *end;
    if (g_utf8_validate(source->text, (gssize)source->length, &end))
        return false;
    size_t at = (size_t)(end - source->text);
    unsigned char byte = (unsigned char)source->text[at];
    bool utf16 = source->length >= 2 && (memcmp(source->text, "\xff\xfe", 2) == 0 ||
                                         memcmp(source->text, "\xfe\xff", 2) == 0);
    utf16 = utf16 || (byte == 0 && at < 2);
    g_autofree char *shown = g_strdup_printf("0x%02x", byte);
    ez_diag_report(load->diags, EZ_FILE_NOT_UTF8, ez_source_place(source, at, at + 1),
                   utf16 ? "the file is UTF-16; save it as UTF-8 in your editor"
                         : "save the file as UTF-8 in your editor",
                   "byte", shown, NULL);
    return true;
}

static bool is_fit(EzLoad *load, const EzSource *source)
{
    if (source->length > 0 && source->text[0] == '\x1b') {
        ez_diag_report(load->diags, EZ_FILE_COMPILED, ez_source_whole_line(source, 0), NULL,
                       "file", source->name, NULL);
        return false;
    }
    return !tell_encoding(load, source);
}

EzLoadedFile *ez_load_file(EzLoad *load, const char *path, size_t limit, EzPlace named)
{
    EzLoadedFile *known = g_hash_table_lookup(load->by_path, path);
    if (known != NULL)
        return known;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = ez_root_read(load->root, path, limit, &error);
    if (bytes == NULL) {
        tell_unread(load, path, limit, named, error);
        return NULL;
    }
    size_t length;
    const char *text = g_bytes_get_data(bytes, &length);
    EzLoadedFile *file = remember(load, path, length > 0 ? text : "", length);
    if (!is_fit(load, file->source))
        return NULL;
    if (g_str_has_suffix(path, ".lua"))
        file->map = ez_luamap_new(file->source);
    ez_check_source(load, file);
    return file;
}

const EzLuaMap *ez_load_map(const EzLoad *load, const char *chunk)
{
    const EzLoadedFile *file = g_hash_table_lookup(load->by_path, chunk);
    return file != NULL ? file->map : NULL;
}

// ---- running -------------------------------------------------------------------

typedef struct Run {
    EzLoad *load;
    EzLoadedFile *file;
    EzLoadRead read;
    void *data;
} Run;

static int run_body(lua_State *L)
{
    Run *run = lua_touserdata(L, 1);
    ez_host_load(L, run->file->source);
    lua_call(L, 0, 1);
    run->read(run->load, L, lua_gettop(L), run->file, run->data);
    return 0;
}

bool ez_load_run(EzLoad *load, const char *path, EzPlace named, EzLoadRead read, void *data)
{
    if (ez_host_is_dead(load->host))
        return false;
    Run run = {load, ez_load_file(load, path, LUA_FILE_MAX, named), read, data};
    if (run.file == NULL || run.file->map == NULL)
        return false;
    g_auto(EzFault) fault = {0};
    g_ptr_array_add(load->running, run.file);
    load->budget = load->file_budget;
    load->here = ez_source_whole_line(run.file->source, 1);
    bool done = ez_host_enter(load->host, run_body, &run, load->budget, &fault);
    g_ptr_array_set_size(load->running, 0);
    if (!done)
        ez_load_tell_fault(load, &fault);
    return done;
}

// ---- require -------------------------------------------------------------------

static bool is_module_name(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length <= 100 && name[0] != '.' && name[length - 1] != '.' &&
           strstr(name, "..") == NULL &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
               length;
}

// The author library stands outside the kit and is read through a root of its own.
static EzLoadedFile *library_file(EzLoad *load, const char *name)
{
    g_autofree char *chunk = g_strdup_printf("ez/%s.lua", name);
    EzLoadedFile *known = g_hash_table_lookup(load->by_path, chunk);
    g_autofree char *path = g_strdup_printf("%s.lua", name);
    if (known != NULL || load->library == NULL)
        return known;
    g_autoptr(GBytes) bytes = ez_root_read(load->library, path, LUA_FILE_MAX, NULL);
    if (bytes == NULL)
        return NULL;
    size_t length;
    const char *text = g_bytes_get_data(bytes, &length);
    EzLoadedFile *file = remember(load, chunk, text, length);
    file->map = ez_luamap_new(file->source);
    return file;
}

static EzLoadedFile *module_file(EzLoad *load, const char *name)
{
    if (g_str_has_prefix(name, "ez."))
        return library_file(load, name + 3);
    g_autofree char *path = g_strdup(name);
    g_strdelimit(path, ".", '/');
    static const char *const folders[] = {"kit", "scripts"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *file = g_strdup_printf("%s/%s.lua", folders[i], path);
        if (ez_root_has(load->root, file))
            return ez_load_file(load, file, LUA_FILE_MAX, (EzPlace){0});
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

static char *module_hint(EzLoad *load, const char *name)
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
    EzLoadedFile *file = is_module_name(name) ? module_file(load, name) : NULL;
    if (file == NULL || file->map == NULL) {
        ez_load_prepare(L, EZ_MODULE_UNKNOWN, name, module_hint(load, name), "name", name,
                        NULL);
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
