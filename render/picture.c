// SPDX-License-Identifier: EUPL-1.2
#include "render/picture-private.h"

#include <string.h>

// So many bytes of decoded pixels stay; what comes after that is decoded whenever it is painted.
#define KEPT_MAX ((size_t)512 * 1024 * 1024)
#define MEGA     1e6

enum { MEGAPIXELS_MAX = 100, SIDE_MAX = 32767 }; // Cairo has no longer side

struct EzPictures {
    GHashTable *table; // key -> Picture
    size_t kept;       // bytes of pixels
};

// ---- life ----------------------------------------------------------------------------------------

static void free_picture(void *data)
{
    Picture *picture = data;
    cairo_surface_t *const surfaces[] = {picture->drawing, picture->pixels, picture->carrier};
    for (size_t i = 0; i < G_N_ELEMENTS(surfaces); i++)
        cairo_surface_destroy(surfaces[i]);
    g_bytes_unref(picture->bytes);
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

typedef struct Magic {
    size_t at, length;
    const char *bytes;
    const char *words;              // what it is instead; NULL for what can be opened
    bool (*open)(Picture *picture); // else NULL
} Magic;

static const Magic magics[] = {
    {0, 8, "\x89PNG\r\n\x1a\n", NULL, ez_picture_open_png},
    {0, 3, "\xff\xd8\xff", NULL, ez_picture_open_jpeg},
    {0, 1, "<", NULL, ez_picture_open_svg},
    {0, 4, "GIF8", "it is a GIF", NULL},
    {8, 4, "WEBP", "it is a WebP picture", NULL},
    {4, 8, "ftypavif", "it is an AVIF picture", NULL},
    {4, 4, "ftyp", "it is a HEIC picture or a film, as telephones make them", NULL},
    {0, 4, "II*\0", "it is a TIFF", NULL},
    {0, 4, "MM\0*", "it is a TIFF", NULL},
    {0, 4, "%PDF", "it is a PDF", NULL},
    {0, 4, "%!PS", "it is an EPS or PostScript file", NULL},
    {0, 4, "\xc5\xd0\xd3\xc6", "it is an EPS file", NULL},
    {0, 4, "8BPS", "it is a Photoshop document", NULL},
    {0, 2, "BM", "it is a BMP", NULL},
    {0, 2, "\x1f\x8b", "it is a compressed SVG (.svgz)", NULL},
    {0, 2, "PK", "it is a ZIP file, or a document that is one", NULL},
    {0, 2, "\xff\xfe", "it is text in UTF-16; an SVG is UTF-8", NULL},
    {0, 2, "\xfe\xff", "it is text in UTF-16; an SVG is UTF-8", NULL},
};

// An SVG may begin with a byte order mark and white space.
static size_t skip_blank(const char *data, size_t size)
{
    size_t at = size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < size && g_ascii_isspace(data[at]))
        at++;
    return at < size && data[at] == '<' ? at : 0;
}

static const Magic *magic_of(const char *data, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(magics); i++) {
        const Magic *magic = &magics[i];
        if (size >= magic->at + magic->length &&
            memcmp(data + magic->at, magic->bytes, magic->length) == 0)
            return magic;
    }
    return NULL;
}

static bool look_into(Picture *picture)
{
    size_t size;
    const char *data = g_bytes_get_data(picture->bytes, &size);
    if (size == 0)
        return ez_picture_refuse(picture, EZ_PICTURE_TYPE, NULL, "it is empty");
    size_t blank = skip_blank(data, size);
    const Magic *magic = magic_of(data + blank, size - blank);
    bool svg = magic != NULL && magic->open == ez_picture_open_svg;
    if (picture->as.colour != NULL && !svg)
        return ez_picture_refuse(picture, EZ_ICON_COLOUR, "an icon is an SVG",
                                 "it is something else than an SVG");
    if (magic != NULL && magic->open != NULL)
        return magic->open(picture);
    return ez_picture_refuse(picture, EZ_PICTURE_TYPE, NULL, "%s",
                             magic != NULL ? magic->words
                                           : "its first bytes are of no picture");
}

const EzPicture *ez_pictures_get(EzPictures *pictures, const EzPictureFile *file,
                                 const char *colour, const EzPictureFault **fault)
{
    g_autofree char *key = g_strconcat(file->sum, colour, NULL);
    Picture *picture = g_hash_table_lookup(pictures->table, key);
    if (picture == NULL) {
        picture = g_new0(Picture, 1);
        picture->key = g_steal_pointer(&key);
        picture->store = pictures;
        picture->bytes = g_bytes_ref(file->bytes);
        picture->orientation = 1;
        picture->as.name = g_strdup(file->path);
        picture->as.sum = picture->key;
        picture->as.colour = g_strdup(colour);
        look_into(picture);
        g_hash_table_insert(pictures->table, picture->key, picture);
    }
    *fault = &picture->fault;
    return picture->fault.detail == NULL ? &picture->as : NULL;
}

// ---- pixels --------------------------------------------------------------------------------------

bool ez_picture_take_size(Picture *picture, unsigned wide, unsigned tall)
{
    double megapixels = (double)wide * tall / MEGA;
    if (megapixels > MEGAPIXELS_MAX)
        return ez_picture_refuse(picture, EZ_PICTURE_LARGE, NULL,
                                 "it has %.0f megapixels; 100 is the most", megapixels);
    if (MAX(wide, tall) > SIDE_MAX)
        return ez_picture_refuse(picture, EZ_PICTURE_LARGE, NULL,
                                 "a side has %u pixels; 32,767 is the most", MAX(wide, tall));
    if (MIN(wide, tall) == 0)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL, "it has no pixels");
    picture->wide = (int)wide;
    picture->tall = (int)tall;
    picture->as.width = wide;
    picture->as.height = tall;
    return true;
}

void ez_picture_name_surface(const Picture *picture, cairo_surface_t *surface)
{
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID,
                                (const unsigned char *)picture->key, strlen(picture->key), NULL,
                                NULL);
}

cairo_surface_t *ez_picture_canvas(const Picture *picture, cairo_format_t format)
{
    cairo_surface_t *surface = cairo_image_surface_create(format, picture->wide, picture->tall);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}

cairo_surface_t *ez_picture_pixels(Picture *picture)
{
    size_t size = (size_t)picture->wide * (size_t)picture->tall * 4;
    if (picture->pixels != NULL)
        return cairo_surface_reference(picture->pixels);
    cairo_surface_t *pixels = picture->as.kind == EZ_PICTURE_PNG
                                  ? ez_picture_decode_png(picture)
                                  : ez_picture_decode_jpeg(picture);
    if (pixels == NULL)
        return NULL;
    ez_picture_name_surface(picture, pixels);
    // A browser turns a JPEG in an SVG upright by itself, perhaps: one that is turned goes as pixels.
    if (picture->carrier != NULL && picture->orientation == 1)
        ez_picture_carry_jpeg(picture, pixels);
    if (picture->store->kept + size > KEPT_MAX)
        return pixels;
    picture->store->kept += size;
    picture->pixels = cairo_surface_reference(pixels);
    return pixels;
}
