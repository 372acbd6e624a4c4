// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/pictures.h"

#include <string.h>

enum { PICTURE_FILE_MAX = 64 * 1024 * 1024 };

#define ICONS "kit/icons"

void ez_pictures_free_file(EzPictureFile *file)
{
    g_bytes_unref(file->bytes);
    g_free((char *)file->path);
    g_free((char *)file->sum);
    g_free(file);
}

// "kit/faces" and "../pictures/reed.jpg" give "kit/pictures/reed.jpg"; NULL for what leaves the kit's folder.
static char *resolve(const char *folder, const char *path)
{
    g_autofree char *whole = g_strconcat(folder, "/", path, NULL);
    g_auto(GStrv) parts = g_strsplit(whole, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **part = parts; *part != NULL; part++) {
        bool up = strcmp(*part, "..") == 0;
        if (up && kept->len == 0)
            return NULL;
        if (up)
            g_ptr_array_set_size(kept, (int)kept->len - 1);
        else if (**part != '\0' && strcmp(*part, ".") != 0)
            g_ptr_array_add(kept, *part);
    }
    g_ptr_array_add(kept, NULL);
    return g_path_is_absolute(path) ? NULL : g_strjoinv("/", (char **)kept->pdata);
}

static const EzPictureFile *remember(EzLoad *load, const char *path, GBytes *bytes)
{
    EzPictureFile *file = g_new0(EzPictureFile, 1);
    file->path = g_strdup(path);
    file->bytes = bytes;
    file->sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    g_hash_table_insert(load->pictures, (char *)file->path, file);
    return file;
}

static const EzPictureFile *read_file(EzLoad *load, const char *path, EzPlace named)
{
    const EzPictureFile *known = g_hash_table_lookup(load->pictures, path);
    if (known != NULL)
        return known;
    g_autoptr(GError) error = NULL;
    GBytes *bytes = ez_root_read(load->root, path, PICTURE_FILE_MAX, &error);
    if (bytes != NULL)
        return remember(load, path, bytes);
    ez_load_tell_unread(load, path, PICTURE_FILE_MAX, named, error);
    return NULL;
}

// ---- pictures ------------------------------------------------------------------------------------

static const EzPictureFile *read_picture(EzReading *r, const EzPiece *piece)
{
    const char *from = piece->place.source != NULL ? piece->place.source->name : "kit/kit.lua";
    g_autofree char *folder = g_path_get_dirname(from);
    g_autofree char *path = resolve(folder, piece->plain);
    if (path != NULL)
        return read_file(r->load, path, piece->place);
    ez_diag_report(r->load->diags, EZ_FILE_UNREADABLE, piece->place,
                   "put it in the kit's folder, and write its path from this file", "file",
                   piece->plain, "reason", "it lies outside the kit folder", NULL);
    return NULL;
}

// ---- icons ---------------------------------------------------------------------------------------

// The names of the icons, NULL-terminated.
static char **icon_names(EzLoad *load)
{
    char **names = ez_root_list(load->root, ICONS);
    int kept = 0;
    for (int i = 0; names[i] != NULL; i++) {
        char *name = names[i];
        if (g_str_has_suffix(name, ".svg")) {
            name[strlen(name) - strlen(".svg")] = '\0';
            names[kept++] = name;
        } else {
            g_free(name);
        }
    }
    names[kept] = NULL;
    return names;
}

static void tell_no_icon(EzLoad *load, const EzPiece *piece)
{
    g_auto(GStrv) names = icon_names(load);
    g_autofree char *hint = ez_diag_did_you_mean(piece->plain, (const char *const *)names);
    ez_diag_report(load->diags, EZ_UNKNOWN_MARK, piece->place,
                   hint != NULL ? hint : "an icon is kit/icons/NAME.svg", "kind", "icon",
                   "name", piece->plain, NULL);
}

const EzPictureFile *ez_load_icon(EzLoad *load, const char *name, EzDiags *diags)
{
    g_autofree char *path = g_strdup_printf(ICONS "/%s.svg", name);
    const EzPictureFile *known = g_hash_table_lookup(load->pictures, path);
    if (known != NULL || strchr(name, '/') != NULL || !ez_root_has(load->root, path))
        return known;
    EzDiags *outer = load->diags;
    load->diags = diags;
    const EzPictureFile *file = read_file(load, path, (EzPlace){0});
    load->diags = outer;
    return file;
}

static const EzPictureFile *read_icon(EzReading *r, const EzPiece *piece)
{
    g_autofree char *path = g_strdup_printf(ICONS "/%s.svg", piece->plain);
    bool known = g_hash_table_contains(r->load->pictures, path);
    if (known || (strchr(piece->plain, '/') == NULL && ez_root_has(r->load->root, path)))
        return read_file(r->load, path, piece->place);
    tell_no_icon(r->load, piece);
    return NULL;
}

// ---- the node --------------------------------------------------------------------------------------

void ez_pictures_read(EzReading *r, EzNode *node)
{
    bool icon = node->kind == EZ_NODE_ICON;
    if (node->n_pieces == 1 && node->pieces[0].plain != NULL)
        node->picture = icon ? read_icon(r, node->pieces) : read_picture(r, node->pieces);
    else if (node->n_pieces > 0)
        ez_diag_report(r->load->diags, EZ_WRONG_TYPE, ez_origin_item(node->origin, 1),
                       icon ? "icon { \"name\", width = 6 }"
                            : "picture { \"file.jpg\", width = 40 }",
                       "thing", r->thing, "field", "{ … }", "expected",
                       icon ? "the name of one icon" : "the path of one file", "found",
                       node->n_pieces > 1 ? "several" : "a text in languages", NULL);
}
