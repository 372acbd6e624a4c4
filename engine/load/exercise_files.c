// SPDX-License-Identifier: EUPL-1.2
// Which files of scripts/ are exercises: the names and patterns of the kit.
#include "engine/load/part.h"

#include <string.h>

typedef struct Found {
    const char *path;
    EzPlace named;
} Found;

typedef struct Files {
    GArray *found;     // of Found
    GHashTable *paths; // a set, which owns them
} Files;

static bool is_pattern(const char *name)
{
    return strpbrk(name, "*?") != NULL;
}

// "organisation/*", "organisation/rollentrap": below scripts/, without .lua, and * in the last part only.
static bool is_sound(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    int count = (int)g_strv_length(parts);
    for (int i = 0; i < count; i++)
        if (parts[i][0] == '\0' || parts[i][0] == '.' ||
            (i < count - 1 && is_pattern(parts[i])))
            return false;
    return count > 0 && !g_str_has_suffix(name, ".lua");
}

static void add(Files *files, char *path, EzPlace named)
{
    Found found = {path, named};
    if (g_hash_table_contains(files->paths, path)) {
        g_free(path);
        return;
    }
    g_hash_table_add(files->paths, path);
    g_array_append_val(files->found, found);
}

static void add_matching(EzLoad *load, const char *pattern, EzPlace named, Files *files)
{
    g_autofree char *full = g_strdup_printf("scripts/%s.lua", pattern);
    g_autofree char *folder = g_path_get_dirname(full), *base = g_path_get_basename(full);
    g_autoptr(GPatternSpec) spec = g_pattern_spec_new(base);
    g_auto(GStrv) names = ez_root_list(load->root, folder);
    for (char **name = names; *name != NULL; name++)
        if ((*name)[0] != '.' && g_pattern_spec_match_string(spec, *name))
            add(files, g_strdup_printf("%s/%s", folder, *name), named);
}

static void find_files(EzLoad *load, Files *files)
{
    const EzKit *kit = load->kit;
    EzOrigin list = ez_origin_child(kit->origin, "exercises");
    for (int i = 0; i < kit->exercise_names.count; i++) {
        const char *name = kit->exercise_names.names[i];
        EzPlace named = ez_origin_known(list) ? ez_origin_item(list, i + 1)
                                              : ez_origin_value(kit->origin, "exercises");
        if (!is_sound(name))
            ez_diag_report(load->diags, EZ_NOT_ONE_OF, named,
                           "a file below scripts/ without .lua, or all of a folder: "
                           "\"organisation/*\"",
                           "thing", ez_kit_record.thing, "field", "exercises", "value", name,
                           NULL);
        else if (is_pattern(name))
            add_matching(load, name, named, files);
        else
            add(files, g_strdup_printf("scripts/%s.lua", name), named);
    }
}

// What a broken file would have been called is its own name, if anything.
static void mark_broken(EzLoad *load, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    name[strlen(name) - strlen(".lua")] = '\0';
    ez_load_mark_broken(load, name);
}

void ez_load_exercises(EzLoad *load)
{
    Files files = {g_array_new(FALSE, FALSE, sizeof(Found)),
                   g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    find_files(load, &files);
    load->kit->exercises = ez_arena_array(load->arena, EzExercise *, files.found->len);
    for (unsigned i = 0; i < files.found->len; i++) {
        const Found *found = &g_array_index(files.found, Found, i);
        int before = load->kit->n_exercises;
        ez_load_run(load, found->path, found->named, ez_part_exercise, NULL);
        if (load->kit->n_exercises == before)
            mark_broken(load, found->path);
    }
    g_array_unref(files.found);
    g_hash_table_unref(files.paths);
}
