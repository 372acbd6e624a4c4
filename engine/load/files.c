// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/checks.h"
#include "engine/load/context.h"

#include <string.h>

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

void ez_load_tell_unread(EzLoad *load, const char *path, size_t limit, EzPlace named,
                         const GError *error)
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
        ez_load_tell_unread(load, path, limit, named, error);
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

EzLoadedFile *ez_load_library_file(EzLoad *load, const char *name)
{
    g_autofree char *chunk = g_strconcat("ez.", name, NULL);
    EzLoadedFile *known = g_hash_table_lookup(load->by_path, chunk);
    g_autofree char *path = g_strdup_printf("%s.lua", name);
    if (known != NULL || load->library == NULL)
        return known;
    g_autoptr(GBytes) bytes = ez_root_read(load->library, path, EZ_LUA_FILE_MAX, NULL);
    if (bytes == NULL)
        return NULL;
    size_t length;
    const char *text = g_bytes_get_data(bytes, &length);
    EzLoadedFile *file = remember(load, chunk, text, length);
    file->map = ez_luamap_new(file->source);
    return file;
}
