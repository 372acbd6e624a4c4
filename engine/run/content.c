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

// ---- sources -------------------------------------------------------------------

// A path alone names no source: a session that moved has more than one of it.
static char *name_of(const EzPinned *source)
{
    g_autofree char *hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, source->bytes);
    return g_strdup_printf("%s %s", hash, source->path);
}

JsonNode *ez_content_names(const EzPinned *sources, int count)
{
    JsonNode *names = ez_value_new_list();
    for (int i = 0; i < count; i++) {
        g_autofree char *name = name_of(&sources[i]);
        ez_value_append(names, ez_value_new_string(name));
    }
    return names;
}

static void drop_sources(EzFileContent *content)
{
    for (int i = 0; i < content->n_sources; i++)
        g_bytes_unref(content->sources[i].bytes);
    content->n_sources = 0;
}

// All that was ever pinned, in the order of pinning; `names` are theirs.
static bool read_pinned(EzFileContent *content, EzReader *reader, GPtrArray *names,
                        GError **error)
{
    g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(EzPinned));
    EzPinned source;
    const char *hash;
    GError *inner = NULL;
    while (ez_reader_next_pinned(reader, &source, &hash, &inner)) {
        source.path = ez_arena_intern(content->arena, source.path);
        g_array_append_val(sources, source);
        g_ptr_array_add(names, name_of(&source));
    }
    content->n_sources = (int)sources->len;
    content->sources = ez_arena_array(content->arena, EzPinned, MAX(sources->len, 1));
    for (guint i = 0; i < sources->len; i++)
        content->sources[i] = g_array_index(sources, EzPinned, i);
    if (inner != NULL)
        g_propagate_error(error, inner);
    return inner == NULL;
}

static const char *last_move(const EzFileContent *content)
{
    for (guint i = content->rows->len; i-- > 0;) {
        const EzRow *row = &g_array_index(content->rows, EzRow, i);
        if (row->event == EZ_EVENT_SCRIPT)
            return row->text != NULL ? row->text : "";
    }
    return NULL;
}

static bool find_name(const GPtrArray *names, const char *name, guint *found)
{
    return name != NULL &&
           g_ptr_array_find_with_equal_func((GPtrArray *)names, name, g_str_equal, found);
}

// A session that moved to another script has several sets of sources: the last one leads.
static bool choose_sources(EzFileContent *content, const GPtrArray *names)
{
    const char *move = last_move(content);
    if (move == NULL)
        return true;
    g_autoptr(JsonNode) said = ez_value_read_whole(move, -1);
    JsonNode *wanted = ez_value_get(said, "sources");
    int count = ez_value_count(wanted);
    EzPinned *chosen = ez_arena_array(content->arena, EzPinned, MAX(count, 1));
    for (int i = 0; i < count; i++) {
        guint at;
        if (!find_name(names, ez_value_string(ez_value_item(wanted, i), NULL), &at)) {
            while (i-- > 0)
                g_bytes_unref(chosen[i].bytes);
            return false;
        }
        chosen[i] =
            (EzPinned){content->sources[at].path, g_bytes_ref(content->sources[at].bytes)};
    }
    drop_sources(content);
    content->sources = chosen;
    content->n_sources = count;
    return count > 0;
}

void ez_content_clear(EzFileContent *content)
{
    drop_sources(content);
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
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    if (reader == NULL || !read_pinned(content, reader, names, error) ||
        !read_rows(content, reader, error))
        return false;
    if (content->n_sources == 0) {
        ez_fail(error, EZ_STORE_ERROR, EZ_STORE_DAMAGED, EZ_REFUSE_FILE_NOT_BEGUN, "file", path,
                NULL);
        return false;
    }
    bool whole = choose_sources(content, names);
    if (!whole)
        ez_fail(error, EZ_STORE_ERROR, EZ_STORE_DAMAGED, EZ_REFUSE_FILE_NO_SCRIPT, "file", path,
                NULL);
    return whole;
}

bool ez_content_play(const EzFileContent *content, const char *path, EzSession *session,
                     GError **error)
{
    g_autoptr(GError) inner = NULL;
    if (ez_session_replay(session, (const EzRow *)content->rows->data, (int)content->rows->len,
                          &inner))
        return true;
    EzFaultKind kind = ez_session_fault(session)->kind;
    if (kind == EZ_FAULT_BUDGET || kind == EZ_FAULT_TIME || kind == EZ_FAULT_MEMORY) {
        g_propagate_error(error, g_steal_pointer(&inner));
        return false;
    }
    g_autofree char *name = g_path_get_basename(path);
    return ez_fail(error, EZ_STORE_ERROR, EZ_STORE_DAMAGED, EZ_REFUSE_FILE_NOT_PLAYED, "file",
                   name, "problem", inner->message, "problem_nl", ez_error_words(inner, "nl"),
                   NULL);
}
