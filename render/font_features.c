// SPDX-License-Identifier: EUPL-1.2
#include "render/font_features.h"

#include <hb-ot.h>
#include <string.h>

static int compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// Each once; a table names a feature for every script that has it.
static void add_tags(hb_face_t *face, hb_tag_t table, GPtrArray *tags)
{
    unsigned count = hb_ot_layout_table_get_feature_tags(face, table, 0, NULL, NULL);
    g_autofree hb_tag_t *found = g_new(hb_tag_t, count + 1);
    hb_ot_layout_table_get_feature_tags(face, table, 0, &count, found);
    for (unsigned i = 0; i < count; i++) {
        char tag[5] = {0};
        hb_tag_to_string(found[i], tag);
        if (!g_ptr_array_find_with_equal_func(tags, tag, g_str_equal, NULL))
            g_ptr_array_add(tags, g_strdup(tag));
    }
}

char **ez_font_features(const EzFont *font)
{
    GPtrArray *tags = g_ptr_array_new();
    hb_blob_t *blob = hb_blob_create_from_file(font->file);
    hb_face_t *face = hb_face_create(blob, (unsigned)font->index);
    add_tags(face, HB_OT_TAG_GSUB, tags);
    add_tags(face, HB_OT_TAG_GPOS, tags);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    g_ptr_array_sort(tags, compare);
    g_ptr_array_add(tags, NULL);
    return (char **)g_ptr_array_free(tags, FALSE);
}
