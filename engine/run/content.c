// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/content.h"

#include "engine/run/store_read.h"

#include <string.h>

static void keep_row(EzFileContent *content, const EzRow *row)
{
    EzRow kept = *row;
    const char **texts[] = {&kept.key, &kept.kind, &kept.shape, &kept.by, &kept.idem};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        *texts[i] = ez_arena_intern(content->arena, *texts[i]);
    if (row->text != NULL)
        kept.text = ez_arena_copy(content->arena, row->text, strlen(row->text) + 1);
    g_array_append_val(content->rows, kept);
}

static bool read_rows(EzFileContent *content, EzReader *reader, GError **error)
{
    EzRow row;
    GError *inner = NULL;
    while (ez_reader_next(reader, &row, &inner))
        keep_row(content, &row);
    if (inner != NULL)
        g_propagate_error(error, inner);
    return inner == NULL;
}

// A session that took over another script has several sets of sources; the last ones lead.
static bool read_sources(EzFileContent *content, EzReader *reader, GError **error)
{
    g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(EzPinned));
    EzPinned source;
    const char *hash;
    GError *inner = NULL;
    while (ez_reader_next_pinned(reader, &source, &hash, &inner)) {
        source.path = ez_arena_intern(content->arena, source.path);
        g_array_append_val(sources, source);
    }
    content->n_sources = (int)sources->len;
    content->sources = ez_arena_array(content->arena, EzPinned, MAX(sources->len, 1));
    for (guint i = 0; i < sources->len; i++)
        content->sources[i] = g_array_index(sources, EzPinned, i);
    if (inner != NULL)
        g_propagate_error(error, inner);
    return inner == NULL;
}

void ez_content_clear(EzFileContent *content)
{
    for (int i = 0; i < content->n_sources; i++)
        g_bytes_unref(content->sources[i].bytes);
    g_clear_pointer(&content->rows, g_array_unref);
    g_clear_pointer(&content->arena, ez_arena_free);
    *content = (EzFileContent){0};
}

bool ez_content_read(EzFileContent *content, const char *path, GError **error)
{
    ez_content_clear(content);
    content->arena = ez_arena_new();
    content->rows = g_array_new(FALSE, TRUE, sizeof(EzRow));
    g_autoptr(EzReader) reader = ez_reader_open(path, error);
    if (reader == NULL || !read_sources(content, reader, error) ||
        !read_rows(content, reader, error))
        return false;
    if (content->n_sources == 0) {
        ez_store_fail(error, EZ_STORE_DAMAGED, path,
                      "this session had not begun when the program was stopped; remove it and "
                      "begin again");
        return false;
    }
    return true;
}
