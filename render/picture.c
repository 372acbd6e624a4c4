// SPDX-License-Identifier: EUPL-1.2
#include "render/picture-private.h"

#include <string.h>

struct EzPictures {
    GHashTable *table; // key -> Picture
};

static void free_picture(void *data)
{
    Picture *picture = data;
    g_bytes_unref(picture->bytes);
    if (picture->drawing != NULL)
        cairo_surface_destroy(picture->drawing);
    g_free(picture->fault.detail);
    g_free((char *)picture->as.name);
    g_free((char *)picture->as.colour);
    g_free(picture->key);
    g_free(picture);
}

EzPictures *ez_pictures_new(void)
{
    EzPictures *pictures = g_new0(EzPictures, 1);
    pictures->table = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_picture);
    return pictures;
}

void ez_pictures_free(EzPictures *pictures)
{
    if (pictures == NULL)
        return;
    g_hash_table_unref(pictures->table);
    g_free(pictures);
}

bool ez_picture_refuse(Picture *picture, EzDiagCode code, const char *hint, const char *detail,
                       ...)
{
    va_list values;
    if (picture->fault.detail != NULL)
        return false;
    va_start(values, detail);
    picture->fault = (EzPictureFault){code, g_strdup_vprintf(detail, values), hint};
    va_end(values);
    return false;
}

// ---- what a file is ------------------------------------------------------------------------------

// Past a byte order mark and white space.
static const char *first_sign(const char *data, size_t size)
{
    const char *end = data + size;
    if (size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0)
        data += 3;
    while (data < end && g_ascii_isspace(*data))
        data++;
    return data < end ? data : NULL;
}

static bool look_into(Picture *picture)
{
    size_t size;
    const char *data = g_bytes_get_data(picture->bytes, &size);
    const char *first = data != NULL ? first_sign(data, size) : NULL;
    if (first != NULL && *first == '<')
        return ez_picture_open_svg(picture);
    return ez_picture_refuse(picture, EZ_PICTURE_TYPE, NULL, "it is something else");
}

const EzPicture *ez_pictures_get(EzPictures *pictures, const EzPictureFile *file,
                                 const char *colour, const EzPictureFault **fault)
{
    g_autofree char *key = g_strconcat(file->sum, colour, NULL);
    Picture *picture = g_hash_table_lookup(pictures->table, key);
    if (picture == NULL) {
        picture = g_new0(Picture, 1);
        picture->key = g_steal_pointer(&key);
        picture->bytes = g_bytes_ref(file->bytes);
        picture->as.name = g_strdup(file->path);
        picture->as.colour = g_strdup(colour);
        look_into(picture);
        g_hash_table_insert(pictures->table, picture->key, picture);
    }
    *fault = &picture->fault;
    return picture->fault.detail == NULL ? &picture->as : NULL;
}
