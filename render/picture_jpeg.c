// SPDX-License-Identifier: EUPL-1.2
// JPEG, by libjpeg-turbo. A PDF and an SVG take the file as it is; its pixels are for PNG.
#include "render/picture-private.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

// libjpeg-turbo's order of bytes as Cairo has its pixels in memory.
#define FORMAT (G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB)

enum { SCANS_MAX = 100, EXIF = JPEG_APP0 + 1, MARKER_MAX = 0xffff };

// libjpeg leaves by longjmp when it cannot go on: what must survive that stands here.
typedef struct Reader {
    struct jpeg_decompress_struct info; // first: libjpeg gives it back
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf leave;
    bool damaged;
    int orientation;
    JSAMPROW row;
    char message[JMSG_LENGTH_MAX];
} Reader;

G_NORETURN static void leave(j_common_ptr info)
{
    Reader *reader = (Reader *)info;
    info->err->format_message(info, reader->message);
    longjmp(reader->leave, 1);
}

// Data that is not what it should be; bytes too many between two parts are harmless.
static void hear(j_common_ptr info, int level)
{
    Reader *reader = (Reader *)info;
    int code = info->err->msg_code;
    if (level >= 0 || code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM ||
        code == JWRN_JFIF_MAJOR || reader->damaged)
        return;
    reader->damaged = true;
    info->err->format_message(info, reader->message);
}

static void stay_silent(j_common_ptr info)
{
}

// A small file can ask for as many passes over all pixels as it likes.
static void count_scans(j_common_ptr info)
{
    Reader *reader = (Reader *)info;
    if (reader->info.input_scan_number <= SCANS_MAX)
        return;
    g_strlcpy(reader->message, "it has too many scans", sizeof reader->message);
    longjmp(reader->leave, 1);
}

// Fails by a longjmp to reader->leave.
static void begin(Reader *reader, const Picture *picture)
{
    size_t size;
    const void *data = g_bytes_get_data(picture->bytes, &size);
    jpeg_create_decompress(&reader->info);
    reader->progress.progress_monitor = count_scans;
    reader->info.progress = &reader->progress;
    jpeg_mem_src(&reader->info, data, size);
    jpeg_save_markers(&reader->info, EXIF, MARKER_MAX);
    jpeg_read_header(&reader->info, TRUE);
}

static void set_up(Reader *reader)
{
    memset(reader, 0, sizeof *reader);
    reader->info.err = jpeg_std_error(&reader->errors);
    reader->errors.error_exit = leave;
    reader->errors.emit_message = hear;
    reader->errors.output_message = stay_silent;
}

static void clear(Reader *reader)
{
    jpeg_destroy_decompress(&reader->info);
    g_free(reader->row);
}

// ---- EXIF ----------------------------------------------------------------------------------------
// EXIF 2.3: "Exif\0\0", then a TIFF: its order of bytes, 42, where the first directory stands; entries of 12 bytes.

static unsigned number(const unsigned char *at, int bytes, bool little)
{
    unsigned value = 0;
    for (int i = 0; i < bytes; i++)
        value = value << 8 | at[little ? bytes - 1 - i : i];
    return value;
}

static int orientation_in(const unsigned char *tiff, size_t length)
{
    enum { HEAD = 8, ENTRY = 12, ORIENTATION = 0x112, SHORT = 3 };
    if (length < HEAD || (memcmp(tiff, "II", 2) != 0 && memcmp(tiff, "MM", 2) != 0))
        return 1;
    bool little = tiff[0] == 'I';
    size_t at = number(tiff + 4, 4, little);
    if (at > length - 2)
        return 1;
    unsigned count = number(tiff + at, 2, little);
    for (at += 2; count > 0 && at + ENTRY <= length; count--, at += ENTRY) {
        bool found = number(tiff + at, 2, little) == ORIENTATION &&
                     number(tiff + at + 2, 2, little) == SHORT;
        unsigned value = number(tiff + at + 8, 2, little);
        if (found)
            return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

static int orientation_of(const struct jpeg_decompress_struct *info)
{
    static const char exif[6] = "Exif\0";
    for (jpeg_saved_marker_ptr m = info->marker_list; m != NULL; m = m->next)
        if (m->marker == EXIF && m->data_length > sizeof exif &&
            memcmp(m->data, exif, sizeof exif) == 0)
            return orientation_in(m->data + sizeof exif, m->data_length - sizeof exif);
    return 1;
}

// ---- pixels --------------------------------------------------------------------------------------

// All rows into the image, or nowhere. Fails by a longjmp to reader->leave.
static void read_rows(Reader *reader, unsigned char *pixels, size_t stride)
{
    struct jpeg_decompress_struct *info = &reader->info;
    info->out_color_space = FORMAT;
    jpeg_start_decompress(info);
    if (pixels == NULL)
        reader->row = g_malloc((size_t)info->output_width * 4);
    while (info->output_scanline < info->output_height) {
        JSAMPROW row = pixels != NULL ? pixels + info->output_scanline * stride : reader->row;
        jpeg_read_scanlines(info, &row, 1);
    }
    jpeg_finish_decompress(info);
}

cairo_surface_t *ez_picture_decode_jpeg(const Picture *picture)
{
    Reader reader;
    cairo_surface_t *surface = ez_picture_canvas(picture, CAIRO_FORMAT_RGB24);
    if (surface == NULL)
        return NULL;
    set_up(&reader);
    if (setjmp(reader.leave) == 0) {
        begin(&reader, picture);
        read_rows(&reader, cairo_image_surface_get_data(surface),
                  (size_t)cairo_image_surface_get_stride(surface));
    }
    clear(&reader);
    cairo_surface_mark_dirty(surface);
    return surface;
}

// ---- opening -------------------------------------------------------------------------------------

// Reads every byte at an eighth of the size: what is damaged halfway is told before anything is printed.
static bool read_through(Reader *reader, const Picture *picture)
{
    set_up(reader);
    if (setjmp(reader->leave) != 0)
        return false;
    begin(reader, picture);
    reader->orientation = orientation_of(&reader->info); // markers go when the rows are read
    if (reader->info.num_components == 4)
        return true; // refused, whatever its rows hold
    if ((double)reader->info.image_width * reader->info.image_height > 1e8)
        return true;
    reader->info.scale_num = 1;
    reader->info.scale_denom = 8;
    read_rows(reader, NULL, 0);
    return !reader->damaged;
}

// What a reader of PDF or SVG takes as it is: no arithmetic coding, and no RGB that it would take for YCbCr.
static bool is_plain(const Reader *reader)
{
    const struct jpeg_decompress_struct *info = &reader->info;
    return !info->arith_code && (info->jpeg_color_space != JCS_RGB || info->saw_Adobe_marker);
}

static void release(void *bytes)
{
    g_bytes_unref(bytes);
}

void ez_picture_carry_jpeg(const Picture *picture, cairo_surface_t *surface)
{
    size_t size;
    const unsigned char *data = g_bytes_get_data(picture->bytes, &size);
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, size, release,
                                g_bytes_ref(picture->bytes));
}

// A PDF takes the size in pixels from the file, so that the surface needs no more than one.
static cairo_surface_t *carrier_of(const Picture *picture)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
    ez_picture_name_surface(picture, surface);
    ez_picture_carry_jpeg(picture, surface);
    return surface;
}

static bool take(Picture *picture, const Reader *reader, bool whole)
{
    if (!whole)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, NULL,
                                 "it is a damaged JPEG, or it breaks off halfway (%s)",
                                 reader->message);
    if (reader->info.num_components == 4)
        return ez_picture_refuse(picture, EZ_PICTURE_INKS, "save it as RGB (sRGB)",
                                 "the four inks of a press (CMYK)");
    if (!ez_picture_take_size(picture, reader->info.image_width, reader->info.image_height))
        return false;
    picture->orientation = reader->orientation;
    if (picture->orientation > 4) { // it lies on its side
        picture->as.width = picture->tall;
        picture->as.height = picture->wide;
    }
    picture->carrier = is_plain(reader) ? carrier_of(picture) : NULL;
    return true;
}

bool ez_picture_open_jpeg(Picture *picture)
{
    Reader reader;
    picture->as.kind = EZ_PICTURE_JPEG;
    bool whole = read_through(&reader, picture);
    bool taken = take(picture, &reader, whole);
    clear(&reader);
    return taken;
}
