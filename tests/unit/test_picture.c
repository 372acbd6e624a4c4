// SPDX-License-Identifier: EUPL-1.2
// Files as pictures: what is taken, what is refused and why, and what the devices make of them.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include "print/finish.h"
#include "render/device_pdf.h"
#include "render/device_png.h"
#include "render/device_svg.h"
#include "render/picture-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <jpeglib.h>
#include <png.h>

#define SVG(body)                                                                              \
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "      \
    "viewBox='0 0 24 12'>" body "</svg>"

// ---- files ---------------------------------------------------------------------------------------

static EzPictureFile file_of(const char *path, const void *bytes, size_t length)
{
    EzPictureFile file = {.path = path, .bytes = g_bytes_new(bytes, length)};
    file.sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file.bytes);
    return file;
}

static void clear_file(EzPictureFile *file)
{
    g_bytes_unref(file->bytes);
    g_free((char *)file->sum);
}

static const EzPicture *get(EzPictures *pictures, const void *bytes, size_t length,
                            const char *colour, const EzPictureFault **fault)
{
    EzPictureFile file = file_of("kit/a", bytes, length);
    const EzPicture *picture = ez_pictures_get(pictures, &file, colour, fault);
    clear_file(&file);
    return picture;
}

static const EzPicture *taken(EzPictures *pictures, const void *bytes, size_t length)
{
    const EzPictureFault *fault = NULL;
    const EzPicture *picture = get(pictures, bytes, length, NULL, &fault);
    if (picture == NULL)
        g_error("refused: %s", fault->detail);
    return picture;
}

static const EzPicture *taken_svg(EzPictures *pictures, const char *text)
{
    return taken(pictures, text, strlen(text));
}

enum { WIDE = 16, TALL = 8 };

// Red at the left, green at the right; darker below.
static void put_pixel(unsigned char *pixel, int x, int y)
{
    pixel[0] = x < WIDE / 2 ? 240 : 0;
    pixel[1] = x < WIDE / 2 ? 0 : 240;
    pixel[2] = 0;
    if (y >= TALL / 2)
        pixel[0] /= 2, pixel[1] /= 2;
}

static void write_exif(struct jpeg_compress_struct *info, int orientation)
{
    unsigned char exif[] = {'E', 'x',  'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                            1,   0x12, 0,   3,   0, 0, 0,   1,   0, 0,  0, 0, 0, 0, 0, 0};
    exif[25] = (unsigned char)orientation;
    jpeg_write_marker(info, JPEG_APP0 + 1, exif, sizeof exif);
}

// `orientation` 0 = no EXIF; `channels` 1, 3 or 4.
static GBytes *make_jpeg(int orientation, int channels)
{
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    unsigned char *out = NULL, row[WIDE * 4] = {0};
    unsigned long length = 0;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &out, &length);
    info.image_width = WIDE;
    info.image_height = TALL;
    info.input_components = channels;
    info.in_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 95, TRUE);
    jpeg_start_compress(&info, TRUE);
    if (orientation > 0)
        write_exif(&info, orientation);
    for (int y = 0; y < TALL; y++) {
        for (int x = 0; channels == 3 && x < WIDE; x++)
            put_pixel(row + 3 * x, x, y);
        JSAMPROW rows = row;
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    GBytes *bytes = g_bytes_new(out, length);
    free(out);
    return bytes;
}

// Of so many pixels, in a format of libpng; `alpha` of every second pixel where the format has one.
static GBytes *make_png(unsigned format, unsigned char alpha)
{
    png_image image = {.version = PNG_IMAGE_VERSION, .width = WIDE, .height = TALL};
    image.format = format;
    unsigned channels = PNG_IMAGE_SAMPLE_CHANNELS(format);
    g_autofree unsigned char *pixels = g_malloc0(PNG_IMAGE_SIZE(image));
    for (unsigned i = 0; i < WIDE * TALL; i++) {
        pixels[i * channels] = 200;
        if (channels == 4)
            pixels[i * channels + 3] = i % 2 == 0 ? 255 : alpha;
    }
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
    g_autofree unsigned char *out = g_malloc(length);
    g_assert_true(png_image_write_to_memory(&image, out, &length, 0, pixels, 0, NULL));
    return g_bytes_new(out, length);
}

static const EzPicture *taken_bytes(EzPictures *pictures, GBytes *bytes)
{
    size_t length;
    const void *data = g_bytes_get_data(bytes, &length);
    return taken(pictures, data, length);
}

// ---- what a file is ------------------------------------------------------------------------------

static void other_files(void)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *detail;
    } table[] = {
        {"", 0, "it is empty"},
        {" ", 1, "its first bytes are of no picture"},
        {"\x89PNG", 4, "its first bytes are of no picture"},
        {"GIF89a", 6, "it is a GIF"},
        {"RIFF\0\0\0\0WEBP", 12, "it is a WebP picture"},
        {"\0\0\0\x18"
         "ftypavif",
         12, "it is an AVIF picture"},
        {"\0\0\0\x18"
         "ftypheic",
         12, "it is a HEIC picture or a film, as telephones make them"},
        {"II*\0", 4, "it is a TIFF"},
        {"%PDF-1.5", 8, "it is a PDF"},
        {"\x1f\x8b\x08", 3, "it is a compressed SVG (.svgz)"},
        {"\xff\xfe<\0s\0v\0g\0", 10, "it is text in UTF-16; an SVG is UTF-8"},
        {"<html></html>", 13, "it is a web page (<html>)"},
        {"<plist/>", 8, "it begins with <plist>"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        g_autoptr(EzPictures) pictures = ez_pictures_new();
        const EzPictureFault *fault = NULL;
        g_assert_null(get(pictures, table[i].bytes, table[i].length, NULL, &fault));
        g_assert_cmpint(fault->code, ==, EZ_PICTURE_TYPE);
        g_assert_cmpstr(fault->detail, ==, table[i].detail);
    }
}

static void one_picture_for_the_same_bytes(void)
{
    static const char text[] = SVG("<circle r='9' fill='currentColor'/>");
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    const EzPictureFault *fault = NULL;
    EzPictureFile a = file_of("kit/a.svg", text, strlen(text));
    EzPictureFile b = file_of("kit/b.svg", text, strlen(text));
    const EzPicture *first = ez_pictures_get(pictures, &a, NULL, &fault);
    const EzPicture *red = ez_pictures_get(pictures, &a, "#FF0000", &fault);
    g_assert_nonnull(first);
    g_assert_true(ez_pictures_get(pictures, &b, NULL, &fault) == first);
    g_assert_true(red != first && red == ez_pictures_get(pictures, &b, "#FF0000", &fault));
    g_assert_cmpstr(red->colour, ==, "#FF0000");
    clear_file(&a);
    clear_file(&b);
}

// Refused wherever it is cut, but for the last bytes, which hold nothing of the picture.
static void cut_everywhere(GBytes *bytes)
{
    size_t length;
    const char *data = g_bytes_get_data(bytes, &length);
    for (size_t cut = 8; cut < length - 20; cut++) {
        g_autoptr(EzPictures) pictures = ez_pictures_new();
        const EzPictureFault *fault = NULL;
        g_assert_null(get(pictures, data, cut, NULL, &fault));
        g_assert_cmpint(fault->code, ==, EZ_PICTURE_BROKEN);
    }
}

static void cut_anywhere(void)
{
    g_autoptr(GBytes) jpeg = make_jpeg(6, 3);
    g_autoptr(GBytes) png = make_png(PNG_FORMAT_RGBA, 9);
    cut_everywhere(jpeg);
    cut_everywhere(png);
}

// ---- SVG -----------------------------------------------------------------------------------------

static void what_an_svg_may_hold(void)
{
    static const struct {
        const char *text;
        int code; // -1 = it is taken
    } table[] = {
        {SVG("<circle r='9'/>"), -1},
        {"\xef\xbb\xbf \n" SVG("<circle r='9'/>"), -1},
        {"<?xml version='1.0' encoding='ISO-8859-1'?>" SVG("<circle r='9'/>"), -1},
        {SVG("<!-- <text>a</text> --><circle r='9'/>"), -1},
        {SVG("<title>a <b>text</b></title><textile/>"), -1},
        {SVG("<a xlink:href='http://example.org'><circle r='9'/></a>"), -1},
        {SVG("<defs><circle id='c' r='9'/></defs><use href='#c'/><use xlink:href=' #c'/>"), -1},
        {SVG("<rect fill='url(#a)' style='filter:none;mask: none'/>"), -1},
        {SVG("<style><![CDATA[.a{fill:url( \"#b\" )}]]></style>"), -1},
        {"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/a.dtd' [ <!ENTITY "
         "n 'http://www.w3.org/2000/svg'> ]><svg xmlns='&n;' viewBox='0 0 9 9'/>",
         -1},
        {SVG("<text>a</text>"), EZ_SVG_WORDS},
        {SVG("<g><s:text xmlns:s='http://www.w3.org/2000/svg'/></g>"), EZ_SVG_WORDS},
        {SVG("<text\n x='1'>a</text>"), EZ_SVG_WORDS},
        {SVG("<flowRoot>a</flowRoot>"), EZ_SVG_WORDS},
        {SVG("<g title='>'><text>a</text></g>"), EZ_SVG_WORDS},
        {SVG("<g filter = \"url(#a)\"/>"), EZ_SVG_PIXELS},
        {SVG("<g style='a:b;mask:url(#a)'/>"), EZ_SVG_PIXELS},
        {SVG("<style>.a{fill:red;filter:url(#a)}</style>"), EZ_SVG_PIXELS},
        {SVG("<image href='data:image/png;base64,AA'/>"), EZ_SVG_PIXELS},
        {SVG("<feImage/>"), EZ_SVG_PIXELS},
        {SVG("<use href='data:x#a'/>"), EZ_SVG_OUTSIDE},
        {SVG("<use href='&#35;a'/>"), EZ_SVG_OUTSIDE},
        {SVG("<style>@import 'a.css';</style>"), EZ_SVG_OUTSIDE},
        {SVG("<rect fill='url(a.svg#b)'/>"), EZ_SVG_OUTSIDE},
        {SVG("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text'/>"),
         EZ_SVG_OUTSIDE},
        {"<?xml-stylesheet href='a.css'?>" SVG(""), EZ_SVG_OUTSIDE},
        {"<!DOCTYPE svg [<!ENTITY a '&#60;text>'>]>" SVG("&a;"), EZ_SVG_OUTSIDE},
        {"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" SVG("&a;"), EZ_SVG_OUTSIDE},
        {"<?xml version='1.0' encoding='UTF-7'?>" SVG(""), EZ_PICTURE_BROKEN},
        {"<svg", EZ_PICTURE_BROKEN},
        {"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 9'/>", EZ_PICTURE_BROKEN},
        {"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 90000'/>", EZ_PICTURE_BROKEN},
        {"<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>",
         EZ_PICTURE_BROKEN},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        g_autoptr(EzPictures) pictures = ez_pictures_new();
        const EzPictureFault *fault = NULL;
        const EzPicture *picture =
            get(pictures, table[i].text, strlen(table[i].text), NULL, &fault);
        int code = picture != NULL ? -1 : (int)fault->code;
        if (code != table[i].code)
            g_test_fail_printf("%s: %d, %s", table[i].text, code, fault->detail);
    }
}

static void an_svg_without_end(void)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    g_autoptr(GString) parts = g_string_new("<svg viewBox='0 0 9 9'>");
    g_autoptr(GString) points = g_string_new("<svg viewBox='0 0 9 9'><path d='M0 0");
    const EzPictureFault *fault = NULL;
    for (int i = 0; i < 50001; i++)
        g_string_append(parts, "<g/>");
    g_assert_null(get(pictures, parts->str, parts->len, NULL, &fault));
    g_assert_cmpstr(fault->detail, ==, "it has more than 50,000 parts");
    while (points->len < 4 * 1024 * 1024)
        g_string_append(points, "L1 2L3 4L5 6L7 8L9 0L1 2L3 4L5 6L7 8L9 0");
    g_assert_null(get(pictures, points->str, points->len, NULL, &fault));
    g_assert_cmpstr(fault->detail, ==, "an SVG may have 4 MiB");
}

static void sizes_of_an_svg(void)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    const EzPicture *box = taken_svg(pictures, SVG(""));
    const EzPicture *sized = taken_svg(
        pictures, "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='40px'/>");
    const EzPicture *share = taken_svg(
        pictures, "<svg xmlns='http://www.w3.org/2000/svg' width='100%' viewBox='0 0 6 3'/>");
    g_assert_cmpfloat(box->width, ==, 24);
    g_assert_cmpfloat(box->height, ==, 12);
    g_assert_cmpfloat(sized->height / sized->width, ==, 2);
    g_assert_cmpfloat(share->width / share->height, ==, 2);
}

// The icons of the kit take the colour that they are asked for.
static void icons_of_the_kit(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "icons", NULL);
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    GDir *dir = g_dir_open(folder, 0, NULL);
    int count = 0;
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL; count++) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = ez_test_read(path);
        const EzPictureFault *fault = NULL;
        if (get(pictures, text, strlen(text), "#123456", &fault) == NULL)
            g_test_fail_printf("%s: %s", name, fault->detail);
    }
    g_dir_close(dir);
    g_assert_cmpint(count, >=, 40);
}

// ---- PNG -----------------------------------------------------------------------------------------

static guint32 first_pixels(const EzPicture *picture, int i)
{
    cairo_surface_t *surface = ez_picture_pixels((Picture *)picture);
    guint32 pixel;
    memcpy(&pixel, cairo_image_surface_get_data(surface) + i * 4, 4);
    if (cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24)
        pixel |= 1; // nobody's alpha; told apart by its blue
    cairo_surface_destroy(surface);
    return pixel;
}

static void alpha_is_kept(void)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    g_autoptr(GBytes) clear = make_png(PNG_FORMAT_RGBA, 128);
    g_autoptr(GBytes) opaque = make_png(PNG_FORMAT_RGBA, 255);
    const EzPicture *glass = taken_bytes(pictures, clear);
    g_assert_cmphex(first_pixels(glass, 0), ==, 0xffc80000);
    g_assert_cmphex(first_pixels(glass, 1), ==, 0x80640000);
    g_assert_cmphex(first_pixels(taken_bytes(pictures, opaque), 1), ==, 0xffc80001);
}

static void png_of_every_kind(void)
{
    static const unsigned formats[] = {PNG_FORMAT_GRAY, PNG_FORMAT_RGB, PNG_FORMAT_RGBA,
                                       PNG_FORMAT_GA};
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autoptr(EzPictures) pictures = ez_pictures_new();
        g_autoptr(GBytes) png = make_png(formats[i], 255);
        g_assert_cmpint((int)taken_bytes(pictures, png)->width, ==, WIDE);
    }
}

// ---- on the devices ------------------------------------------------------------------------------

static void begin_page(EzScene *scene, int number)
{
    g_autofree char *label = g_strdup_printf("%d", number);
    ez_scene_begin_page(scene, 40, 40, 0, label);
}

static void put(EzScene *scene, const EzPicture *picture, double x, double y, double width)
{
    ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, "een plaatje", NULL);
    ez_scene_picture(scene, picture,
                     (EzRect){x, y, width, width * picture->height / picture->width});
    ez_scene_end_leaf(scene);
}

// Each picture twice on each page, the first as the first thing of the page.
static EzScene *scene_of(const EzPicture *const *list, int count, int pages)
{
    EzScene *scene = ez_scene_new("nl", "proef");
    for (int page = 0; page < pages; page++) {
        begin_page(scene, page);
        for (int i = 0; i < count; i++) {
            put(scene, list[i], 1, 1 + 4 * i, 6);
            put(scene, list[i], 20 + page % 3, 1 + 4 * i, 3);
        }
        ez_scene_end_page(scene);
    }
    ez_scene_seal(scene);
    return scene;
}

static GBytes *pdf_of(const EzScene *scene)
{
    g_autoptr(GError) error = NULL;
    EzPdfOptions options = {0};
    GBytes *pdf = ez_test_pdf(scene, &options, &error);
    g_assert_no_error(error);
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(EzStructure) structure = ez_structure_new("nl");
    ez_structure_add(structure, scene);
    EzFinish finish = {structure, "a.pdf", "x", "x", NULL, NULL, 1};
    g_autoptr(GBytes) finished = ez_finish_screen(pdf, &finish, diags, &error);
    g_assert_no_error(error);
    g_assert_nonnull(finished); // as many marks as leaves
    return pdf;
}

static char *put_file(const char *folder, GBytes *bytes)
{
    char *path = g_build_filename(folder, "a.pdf", NULL);
    size_t length;
    const char *data = g_bytes_get_data(bytes, &length);
    g_assert_true(g_file_set_contents(path, data, (gssize)length, NULL));
    return path;
}

// The lines of `pdfimages -list` behind its head.
static char **images_in(const char *path)
{
    g_autofree char *command = g_strconcat("pdfimages|-list|", path, NULL);
    g_autofree char *out = ez_test_tool(command);
    char **lines = g_strsplit(g_strchomp(out), "\n", -1);
    g_assert_cmpint(g_strv_length(lines), >=, 2);
    return lines;
}

static int count_in(const char *text, const char *part)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

static char *objects_of(const char *path)
{
    g_autofree char *command = g_strconcat("qpdf|--json=1|--json-key=objects|", path, NULL);
    return ez_test_tool(command);
}

// Fifty pages, each with the picture twice: one form, and one small form around it for the second place.
static void an_svg_is_one_object(void)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    const EzPicture *picture = taken_svg(pictures, SVG("<circle r='9' fill='red'/>"));
    EzScene *scene = scene_of(&picture, 1, 50);
    g_autoptr(GBytes) pdf = pdf_of(scene);
    char *folder = ez_test_folder();
    g_autofree char *path = put_file(folder, pdf);
    g_autofree char *objects = objects_of(path);
    g_auto(GStrv) images = images_in(path);
    g_autofree char *check = g_strconcat("qpdf|--check|", path, NULL);
    g_autofree char *told = ez_test_tool(check);
    g_assert_cmpint(count_in(objects, "\"/Subtype\": \"/Form\""), ==, 2);
    g_assert_cmpint(g_strv_length(images), ==, 2); // the head alone
    g_assert_null(strstr(told, "WARNING"));
    ez_scene_free(scene);
    ez_test_remove(folder);
}

static void a_jpeg_goes_in_as_it_is(void)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    g_autoptr(GBytes) colours = make_jpeg(6, 3), grey = make_jpeg(0, 1);
    g_autoptr(GBytes) glass = make_png(PNG_FORMAT_RGBA, 128);
    const EzPicture *list[] = {taken_bytes(pictures, colours), taken_bytes(pictures, grey),
                               taken_bytes(pictures, glass)};
    EzScene *scene = scene_of(list, 3, 10);
    g_autoptr(GBytes) pdf = pdf_of(scene);
    char *folder = ez_test_folder();
    g_autofree char *path = put_file(folder, pdf);
    g_auto(GStrv) images = images_in(path);
    g_autofree char *objects = objects_of(path);
    g_autofree char *all = g_strjoinv("\n", images);
    // Each place on each page is listed, the transparency of the PNG as well.
    g_assert_cmpint(g_strv_length(images), ==, 2 + 10 * 2 * 4);
    g_assert_cmpint(count_in(all, " jpeg "), ==, 10 * 2 * 2);
    g_assert_cmpint(count_in(all, " smask "), ==, 10 * 2);
    g_assert_cmpint(count_in(objects, "\"/DCTDecode\""), ==, 2);
    g_assert_cmpint(count_in(objects, "\"/Subtype\": \"/Image\""), ==, 4);
    ez_scene_free(scene);
    ez_test_remove(folder);
}

static guint32 colour_at(const png_image *image, const unsigned char *pixels, double x,
                         double y)
{
    const unsigned char *p =
        pixels + 3 * ((size_t)(y * image->height) * image->width + (size_t)(x * image->width));
    return (guint32)p[0] << 16 | (guint32)p[1] << 8 | p[2];
}

// 'R' and 'G', small where it is dark; '?' for anything else.
static char letter(guint32 colour)
{
    int red = (int)(colour >> 16), green = (int)(colour >> 8 & 0xff);
    if (red > 180 && green < 60)
        return 'R';
    if (green > 180 && red < 60)
        return 'G';
    if (red > 80 && green < 60)
        return 'r';
    return green > 80 && red < 60 ? 'g' : '?';
}

// The four quarters of a PNG, row by row.
static void read_quarters(const void *data, size_t length, char out[5])
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    g_assert_true(png_image_begin_read_from_memory(&image, data, length));
    image.format = PNG_FORMAT_RGB;
    g_autofree unsigned char *pixels = g_malloc(PNG_IMAGE_SIZE(image));
    g_assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
    for (int i = 0; i < 4; i++)
        out[i] =
            letter(colour_at(&image, pixels, i % 2 == 0 ? 0.25 : 0.75, i < 2 ? 0.25 : 0.75));
    out[4] = '\0';
}

// A page that is the picture, in its own units.
static EzScene *page_of(const EzPicture *picture)
{
    EzScene *scene = ez_scene_new("nl", "proef");
    ez_scene_begin_page(scene, picture->width, picture->height, 0, "1");
    put(scene, picture, 0, 0, picture->width);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

static void quarters_in_png(const EzScene *scene, char out[5])
{
    EzPngOptions options = {.dpi = 127};
    g_autoptr(GBytes) png = ez_png_render(scene, 0, &options, NULL);
    g_assert_nonnull(png);
    read_quarters(g_bytes_get_data(png, NULL), g_bytes_get_size(png), out);
}

// As poppler shows it.
static void quarters_in_pdf(const EzScene *scene, char out[5])
{
    char *folder = ez_test_folder();
    g_autoptr(GBytes) pdf = pdf_of(scene);
    g_autofree char *path = put_file(folder, pdf), *png = NULL;
    g_autofree char *name = g_build_filename(folder, "a", NULL);
    g_autofree char *command =
        g_strconcat("pdftoppm|-r|127|-png|-singlefile|", path, "|", name, NULL);
    g_autofree char *told = ez_test_tool(command), *shown = g_strconcat(name, ".png", NULL);
    size_t length;
    g_assert_true(g_file_get_contents(shown, &png, &length, NULL));
    read_quarters(png, length, out);
    ez_test_remove(folder);
}

static void a_jpeg_stands_upright(void)
{
    static const char *const quarters[] = {"RGrg", "RGrg", "GRgr", "grGR", "rgRG",
                                           "RrGg", "rRgG", "gGrR", "GgRr"};
    for (int orientation = 0; orientation <= 8; orientation++) {
        g_autoptr(EzPictures) pictures = ez_pictures_new();
        g_autoptr(GBytes) jpeg = make_jpeg(orientation, 3);
        const EzPicture *picture = taken_bytes(pictures, jpeg);
        g_autoptr(EzScene) scene = page_of(picture);
        char in_png[5], in_pdf[5];
        quarters_in_png(scene, in_png);
        quarters_in_pdf(scene, in_pdf);
        g_assert_cmpint((int)picture->width, ==, orientation > 4 ? TALL : WIDE);
        g_assert_cmpstr(in_png, ==, quarters[orientation]);
        g_assert_cmpstr(in_pdf, ==, quarters[orientation]);
    }
}

static void cmyk_is_refused(void)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    g_autoptr(GBytes) jpeg = make_jpeg(0, 4);
    const EzPictureFault *fault = NULL;
    size_t length;
    const void *data = g_bytes_get_data(jpeg, &length);
    g_assert_null(get(pictures, data, length, NULL, &fault));
    g_assert_cmpint(fault->code, ==, EZ_PICTURE_INKS);
}

// Two stores, two devices: nothing of an address or a count reaches a file.
static void the_same_bytes_twice(void)
{
    GBytes *files[2][2];
    for (int i = 0; i < 2; i++) {
        g_autoptr(EzPictures) pictures = ez_pictures_new();
        g_autoptr(GBytes) jpeg = make_jpeg(6, 3), png = make_png(PNG_FORMAT_RGBA, 9);
        const EzPicture *list[] = {
            taken_svg(pictures, SVG("<g opacity='.5'><circle r='9'/></g>")),
            taken_svg(pictures, SVG("<circle r='9'/>")), taken_bytes(pictures, jpeg),
            taken_bytes(pictures, png)};
        EzScene *all = scene_of(list, 4, 2);
        EzScene *solid = scene_of(list + 1, 3, 2); // Cairo loses what an SVG groups
        files[i][0] = pdf_of(all);
        files[i][1] = ez_svg_render(solid, 0, false, NULL);
        ez_scene_free(all);
        ez_scene_free(solid);
    }
    for (int device = 0; device < 2; device++) {
        g_assert_true(g_bytes_equal(files[0][device], files[1][device]));
        g_bytes_unref(files[0][device]);
        g_bytes_unref(files[1][device]);
    }
}

// ---- in a kit ------------------------------------------------------------------------------------

static void a_file_of_too_many_bytes(void)
{
    char *folder = ez_test_folder();
    ez_test_put_sheet(folder, "'a5'",
                      "picture { '../pictures/a.png', width = 9, ornament = true }");
    ez_test_put(folder, "kit/pictures/a.png", "");
    g_autofree char *path = g_build_filename(folder, "kit", "pictures", "a.png", NULL);
    g_assert_cmpint(truncate(path, 64 * 1024 * 1024 + 1), ==, 0);
    g_autoptr(EzTestBench) bench = ez_test_bench(folder);
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "E1103 kit/pictures/a.png is larger than 64 MiB\n");
    ez_test_remove(folder);
}

// A path goes from where it is written: from the deck when a card says it, and so from the table of cards.
static void a_path_goes_from_its_file(void)
{
    static const char face[] =
        "return face { front = function(c) return layers {\n"
        "  picture { c.photo, at = { 0, 0 }, width = 5, ornament = true },\n"
        "  picture { '../b.svg', at = { 0, 9 }, width = 5, ornament = true } } end }\n";
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl'", "'d'", "");
    ez_test_put(folder, "kit/decks/d.lua",
                "return deck { id = 'd', code = 'D', title = 'D', size = 'a7', face = 'f',\n"
                "  fields = { photo = field.plain {} }, cards = csv 'd.csv' }\n");
    ez_test_put(folder, "kit/decks/d.csv", "id,title,photo\nD1,Een,photos/a.svg\n");
    ez_test_put(folder, "kit/faces/f.lua", face);
    ez_test_put(folder, "kit/decks/photos/a.svg", SVG("<circle r='9'/>"));
    ez_test_put(folder, "kit/b.svg", SVG("<circle r='8'/>"));
    g_autoptr(EzTestBench) bench = ez_test_bench(folder);
    EzScene *scene = ez_test_card(bench, "D1", "nl");
    g_autofree char *mistakes = ez_test_mistakes(bench), *dump = ez_scene_dump(scene);
    g_assert_cmpstr(mistakes, ==, "");
    g_assert_nonnull(strstr(dump, "\"kit/decks/photos/a.svg\""));
    g_assert_nonnull(strstr(dump, "\"kit/b.svg\""));
    ez_scene_free(scene);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/picture/other-files-are-named", other_files);
    g_test_add_func("/picture/the-same-bytes-are-one-picture", one_picture_for_the_same_bytes);
    g_test_add_func("/picture/cut-anywhere-it-is-refused", cut_anywhere);
    g_test_add_func("/picture/svg/what-it-may-hold", what_an_svg_may_hold);
    g_test_add_func("/picture/svg/of-too-many-parts", an_svg_without_end);
    g_test_add_func("/picture/svg/its-size", sizes_of_an_svg);
    g_test_add_func("/picture/svg/the-icons-of-the-kit", icons_of_the_kit);
    g_test_add_func("/picture/svg/is-one-object-in-a-pdf", an_svg_is_one_object);
    g_test_add_func("/picture/png/alpha-is-kept", alpha_is_kept);
    g_test_add_func("/picture/png/of-every-kind", png_of_every_kind);
    g_test_add_func("/picture/jpeg/goes-into-a-pdf-as-it-is", a_jpeg_goes_in_as_it_is);
    g_test_add_func("/picture/jpeg/stands-upright", a_jpeg_stands_upright);
    g_test_add_func("/picture/jpeg/cmyk-is-refused", cmyk_is_refused);
    g_test_add_func("/picture/twice-the-same-bytes", the_same_bytes_twice);
    g_test_add_func("/picture/a-file-too-large-is-refused", a_file_of_too_many_bytes);
    g_test_add_func("/picture/a-path-goes-from-its-file", a_path_goes_from_its_file);
    return g_test_run();
}
