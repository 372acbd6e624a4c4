// SPDX-License-Identifier: EUPL-1.2
// The life of a load: its Lua state, its memory, its limits.
#include "engine/load/load.h"

#include "engine/load/context.h"
#include "engine/load/marks.h"
#include "engine/load/pictures.h"
#include "engine/load/push.h"

#include <string.h>

char *ez_load_find_kit(const char *folder, bool upwards)
{
    g_autofree char *at = g_canonicalize_filename(folder, NULL);
    for (;;) {
        g_autofree char *file = g_build_filename(at, "kit", "kit.lua", NULL);
        if (g_file_test(file, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&at);
        char *parent = g_path_get_dirname(at);
        bool top = strcmp(parent, at) == 0;
        g_free(at);
        at = parent;
        if (!upwards || top)
            return NULL;
    }
}

static void free_file(gpointer data)
{
    EzLoadedFile *file = data;
    ez_luamap_free(file->map);
    ez_source_free(file->source);
    g_free(file->path);
    g_free(file);
}

static int open_body(lua_State *L)
{
    ez_marks_open(L);
    ez_push_open(L);
    return 0;
}

static EzLoad *load_alloc(const char *folder, EzRoot *root, const EzLoadOptions *options)
{
    EzLoad *load = g_new0(EzLoad, 1);
    load->folder = g_strdup(folder);
    load->root = root;
    load->edition = g_strdup(options->edition != NULL ? options->edition : "full");
    load->library = options->library != NULL ? ez_root_open(options->library, NULL) : NULL;
    load->arena = ez_arena_new();
    load->broken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    load->files = g_ptr_array_new_with_free_func(free_file);
    load->by_path = g_hash_table_new(g_str_hash, g_str_equal);
    load->pictures = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify)ez_pictures_free_file);
    load->running = g_ptr_array_new();
    load->calls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    load->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    load->fonts[0] = g_build_filename(folder, "kit", "fonts", NULL);
    return load;
}

// What the options leave open is what authors are promised.
static void take_limits(EzLoad *load, const EzLoadLimits *limits, EzHostLimits *host)
{
    static const EzLoadLimits promised = {0};
    limits = limits != NULL ? limits : &promised;
    load->file_budget = EZ_BUDGET_FILE;
    load->side_budget = EZ_BUDGET_SIDE;
    if (limits->file_steps > 0)
        load->file_budget.instructions = limits->file_steps;
    if (limits->side_steps > 0)
        load->side_budget.instructions = limits->side_steps;
    if (limits->nanoseconds > 0)
        load->file_budget.nanoseconds = load->side_budget.nanoseconds = limits->nanoseconds;
    if (limits->memory > 0)
        host->memory = limits->memory;
    load->memory = host->memory;
}

EzLoad *ez_load_new(const char *folder, const EzLoadOptions *options, EzDiags *diags,
                    GError **error)
{
    EzRoot *root = ez_root_open(folder, error);
    if (root == NULL)
        return NULL;
    EzLoad *load = load_alloc(folder, root, options);
    load->diags = diags;
    EzHostLimits limits = ez_host_limits_kit();
    take_limits(load, options->limits, &limits);
    load->host = ez_host_new(&limits);
    ez_host_set_user(load->host, load);
    ez_host_set_require(load->host, ez_load_require);
    if (options->print != NULL)
        ez_host_set_print(load->host, options->print, options->print_data);
    g_auto(EzFault) fault = {0};
    if (ez_host_enter(load->host, open_body, NULL, EZ_BUDGET_FILE, &fault))
        ez_load_everything(load);
    else
        ez_load_tell_fault(load, &fault);
    return load;
}

void ez_load_free(EzLoad *load)
{
    if (load == NULL)
        return;
    ez_host_free(load->host);
    g_hash_table_unref(load->faces);
    g_hash_table_unref(load->calls);
    g_hash_table_unref(load->broken);
    g_ptr_array_unref(load->running);
    g_hash_table_unref(load->pictures);
    g_hash_table_unref(load->by_path);
    g_ptr_array_unref(load->files);
    ez_arena_free(load->arena);
    ez_root_free(load->library);
    ez_root_free(load->root);
    g_free(load->raised_message);
    g_free(load->raised_hint);
    g_free(load->raised_token);
    g_free(load->edition);
    g_free(load->fonts[0]);
    g_free(load->folder);
    g_free(load);
}

const EzKit *ez_load_kit(const EzLoad *load)
{
    return load->kit;
}

const char *ez_load_folder(const EzLoad *load)
{
    return load->folder;
}

const char *const *ez_load_font_folders(const EzLoad *load)
{
    return (const char *const *)load->fonts;
}
