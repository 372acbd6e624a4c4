// SPDX-License-Identifier: EUPL-1.2
// A PDF for a press, from a scene: what becomes of its colours, pictures and gradients, what it says of itself, what is refused.
#include "print/press.h"

#include "engine/base/units.h"
#include "print/doc.h"
#include "print/press_content.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

// ---- pictures ------------------------------------------------------------------------------------------

// A gradient of dark colours, 8 × 8; dark brown, 4 × 4; the same at 50 %.
static const char JPEG[] =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQ"
    "DQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQU"
    "FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIAAgDAREAAhEBAxEB/8QAFAABAAAAAAAA"
    "AAAAAAAAAAAACf/EABYQAAMAAAAAAAAAAAAAAAAAAAABEv/EABUBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFxEB"
    "AAMAAAAAAAAAAAAAAAAAABMVYf/aAAwDAQACEQMRAD8AOW2FQKKox//Z";
static const char PNG[] =
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAEAQMAAACTPww9AAAAA1BMVEUgBQDiQI9/AAAAC0lEQVQI12NggAAA"
    "AAgAAS8g3TEAAAAASUVORK5CYII=";
static const char CLEAR_PNG[] =
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAYAAACp8Z5+AAAAFUlEQVQI12NUYGWoZ0ACTAxogLAAACq+AKwU"
    "GCZVAAAAAElFTkSuQmCC";

#define SVG(body) "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 12'>" body "</svg>"

static void put_base64(const char *folder, const char *path, const char *text)
{
    gsize length;
    g_autofree guchar *bytes = g_base64_decode(text, &length);
    g_autofree char *full = g_build_filename(folder, path, NULL);
    ez_test_put(folder, path, "");
    g_assert_true(g_file_set_contents(full, (char *)bytes, (gssize)length, NULL));
}

static void put_pictures(const char *folder)
{
    put_base64(folder, "kit/pictures/photo.jpg", JPEG);
    put_base64(folder, "kit/pictures/brown.png", PNG);
    put_base64(folder, "kit/pictures/clear.png", CLEAR_PNG);
    ez_test_put(folder, "kit/pictures/veil.svg",
                SVG("<g opacity='0.5'><rect width='9' height='9' fill='#00687A'/><rect x='4' "
                    "width='9' height='9' fill='#A23B2A'/></g>"));
    ez_test_put(folder, "kit/pictures/mist.svg",
                SVG("<linearGradient id='g'><stop stop-color='#00687A'/><stop offset='1' "
                    "stop-color='#00687A' stop-opacity='0'/></linearGradient><rect width='24' "
                    "height='12' fill='url(#g)'/>"));
    ez_test_put(folder, "kit/pictures/dawn.svg",
                SVG("<linearGradient id='g'><stop stop-color='#00687A'/><stop offset='0.4' "
                    "stop-color='#FFCC00'/><stop offset='1' stop-color='#A23B2A'/>"
                    "</linearGradient><rect width='24' height='12' fill='url(#g)'/>"));
}

// ---- printing ------------------------------------------------------------------------------------------

typedef struct World {
    char *folder;
    EzProfile *profile;
    EzDiags *diags;
    int bleed; // of the worksheet
    const char *date;
} World;

static EzProfile *open_profile(const char *name)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "print", NULL);
    g_autoptr(GError) error = NULL;
    EzProfile *profile = ez_profile_open(folder, name, NULL, &error);
    g_assert_no_error(error);
    return profile;
}

static void set_up(World *world, const void *data)
{
    world->folder = ez_test_folder();
    world->diags = ez_diags_new();
    world->bleed = 3;
    world->profile = open_profile(data);
    put_pictures(world->folder);
}

static void tear_down(World *world, const void *data)
{
    ez_test_remove(world->folder);
    ez_diags_free(world->diags);
    ez_profile_free(world->profile);
}

static GBytes *finish(World *world, const EzScene *scene, EzTestBench *bench)
{
    g_autoptr(GError) error = NULL;
    EzPressFile about = {"out.pdf", "A & B", "ezkit 1", world->date};
    EzPdfOptions options = {.bleed = true, .unmarked = true};
    g_autoptr(GBytes) drawn = ez_test_pdf(scene, &options, &error);
    g_assert_no_error(error);
    g_autoptr(EzPress) press = ez_press_new(world->profile);
    ez_press_theme(press, ez_load_kit(bench->load)->theme);
    ez_press_add(press, scene, world->diags);
    GBytes *file = ez_press_finish(press, drawn, &about, world->diags, &error);
    g_assert_no_error(error);
    return file;
}

// A worksheet with these nodes, of 100 × 80 mm; NULL when it was refused.
static GBytes *print(World *world, const char *nodes)
{
    g_autofree char *sheet = g_strdup_printf("return worksheet { id = 'sheet', code = 'S', "
                                             "title = 'Blad', size = { 100, 80 }, safe = "
                                             "0, bleed = %d, page { layers { %s } } }",
                                             world->bleed, nodes);
    ez_test_put_kit(world->folder, "'nl'", "", "'sheet'");
    ez_test_put(world->folder, "kit/worksheets/sheet.lua", sheet);
    ez_test_put(
        world->folder, "kit/theme.lua",
        "return theme { fonts = { sans = 'Atkinson Hyperlegible Next' }, colours = { ink "
        "= { rgb = '#1E2420', cmyk = { 0, 0, 0, 100 } }, sun = { rgb = '#FFCC00', cmyk "
        "= { 0, 20, 100, 0 } } }, styles = { body = { font = 'sans', size = 9, leading "
        "= 12 } } }");
    g_autoptr(EzTestBench) bench = ez_test_bench(world->folder);
    g_autoptr(EzScene) scene = ez_test_sheet(bench, "sheet", "nl");
    g_assert_cmpint(ez_diags_errors(bench->diags), ==, 0);
    return finish(world, scene, bench);
}

// ---- looking -------------------------------------------------------------------------------------------

static void add_object(EzDoc *doc, qpdf_oh object, GString *out)
{
    bool stream = qpdf_oh_is_stream(doc->q, object);
    qpdf_oh told = stream ? qpdf_oh_get_dict(doc->q, object) : object;
    g_string_append_printf(out, "%s\n", qpdf_oh_unparse_resolved(doc->q, told));
    g_autoptr(GBytes) bytes = stream ? ez_doc_stream(doc, object) : NULL;
    gsize length = 0;
    const char *text = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
    if (length > 0 && memchr(text, '\0', length) == NULL)
        g_string_append_len(out, text, (gssize)length);
}

// All that the file says: its objects, and its streams where they are text.
static char *text_of(GBytes *file)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzDoc) doc = ez_doc_open(file, "out.pdf", &error);
    g_assert_no_error(error);
    qpdf_oh trailer = qpdf_get_trailer(doc->q);
    int size = (int)ez_doc_number(doc, ez_doc_get(doc, trailer, "/Size"), 0);
    GString *out = g_string_new(NULL);
    add_object(doc, trailer, out);
    for (int i = 1; i < size; i++)
        add_object(doc, qpdf_get_object_by_id(doc->q, i, 0), out);
    return g_string_free(out, FALSE);
}

static void assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        ez_test_fault("there is no %s in\n%s", part, text);
}

static void assert_lacks(const char *text, const char *const *parts)
{
    for (; *parts != NULL; parts++)
        if (strstr(text, *parts) != NULL)
            ez_test_fault("there is %s in\n%s", *parts, text);
}

static const char *const rgb[] = {" rg\n", " RG\n", " g\n", " G\n", "/DeviceRGB", NULL};

// ---- what is printed -----------------------------------------------------------------------------------

static const char plain[] =
    "fill { colour = '#00687A', at = { -3, -3 }, width = 106, height = 20 },"
    "fill { colour = 'sun', at = { 10, 30 }, width = 20, height = 20 },"
    "fill { colour = 'sun 50%', at = { 40, 30 }, width = 20, height = 20 },"
    "text { 'Zwart', at = { 10, 25 }, width = 60 },"
    "text { 'Grijs', colour = '#606060', at = { 10, 60 }, width = 60 }";

static void test_all_colours_are_cmyk(World *world, const void *data)
{
    g_autoptr(GBytes) file = print(world, plain);
    g_autofree char *text = text_of(file);
    assert_lacks(text, rgb);
    assert_has(text, "0 0.2 1 0 k\n");
    assert_has(text, "0 0.1 0.5 0 k\n");
    assert_has(text, "0 0 0 1 k\nBT\n");
    assert_has(text, "/" EZ_PRESS_OVERPRINT " gs\n[(Zw)");
    assert_has(text, "/" EZ_PRESS_KNOCKOUT " gs\n[(Gr)");
    assert_has(text, "/OPM 1");
}

static void test_the_file_says_what_it_is(World *world, const void *data)
{
    bool x4 = world->profile->standard == EZ_STANDARD_X4;
    g_autoptr(GBytes) file = print(world, plain);
    g_autofree char *text = text_of(file);
    static const char *const left_out[] = {"/StructTreeRoot", "/Annot", "/MarkInfo", NULL};
    assert_lacks(text, left_out);
    assert_has(text, "/Trapped /False");
    assert_has(text, "/GTS_PDFX ");
    assert_has(text, "/OutputConditionIdentifier (FOGRA39)");
    assert_has(text, "/CreationDate (D:20260101000000Z)");
    assert_has(text, "/ModDate (D:20260101000000Z)");
    assert_has(text, "/Title (A & B)");
    assert_has(text, "/Creator (ezkit 1)");
    assert_has(text, "/Producer (ezkit 1)");
    assert_has(text, "/ID [ <");
    assert_has(text, x4 ? "/GTS_PDFXVersion (PDF/X-4)" : "/GTS_PDFXVersion (PDF/X-1a:2003)");
    if (x4) {
        assert_has(text, "<pdfxid:GTS_PDFXVersion>PDF/X-4<");
        assert_has(text, ">A &amp; B<");
        assert_has(text, "<xmp:CreateDate>2026-01-01T00:00:00Z<");
        assert_has(text, "<pdf:Trapped>False<");
        assert_has(text, "<xmpMM:DocumentID>uuid:");
    }
    const char *head = g_bytes_get_data(file, NULL);
    g_assert_true(g_str_has_prefix(head, x4 ? "%PDF-1.6" : "%PDF-1.4"));
    static const char *const newer[] = {"/ICCBased", "/Transparency", "/ObjStm", "/Metadata",
                                        NULL};
    if (!x4)
        assert_lacks(text, newer);
}

static void test_the_date_is_the_one_that_is_given(World *world, const void *data)
{
    world->date = "2025-02-03T04:05:06Z";
    g_autoptr(GBytes) file = print(world, plain);
    g_autofree char *text = text_of(file);
    assert_has(text, "/CreationDate (D:20250203040506Z)");
    assert_has(text, "<xmp:ModifyDate>2025-02-03T04:05:06Z<");
}

static void assert_box(EzDoc *doc, const char *key, double from, double width, double height)
{
    double box[4], pt = 1 / EZ_MM_PER_PT;
    g_assert_true(ez_doc_box(doc, ez_doc_get(doc, qpdf_get_page_n(doc->q, 0), key), box));
    const double wanted[] = {from, from, from + width, from + height};
    for (int i = 0; i < 4; i++)
        g_assert_cmpfloat_with_epsilon(box[i], wanted[i] * pt, 0.01);
}

static void test_boxes_are_exact(World *world, const void *data)
{
    g_autoptr(GBytes) file = print(world, plain);
    g_autoptr(EzDoc) doc = ez_doc_open(file, "out.pdf", NULL);
    assert_box(doc, "/MediaBox", 0, 106, 86);
    assert_box(doc, "/BleedBox", 0, 106, 86);
    assert_box(doc, "/TrimBox", 3, 100, 80);
}

static void test_what_lies_beyond_the_shops_bleed_is_cut_off(World *world, const void *data)
{
    world->profile->bleed = 2;
    g_autoptr(GBytes) file = print(world, plain);
    g_autoptr(EzDoc) doc = ez_doc_open(file, "out.pdf", NULL);
    assert_box(doc, "/MediaBox", 1, 104, 84);
    assert_box(doc, "/TrimBox", 3, 100, 80);
}

static void test_a_page_without_bleed_gets_white_around_it(World *world, const void *data)
{
    world->bleed = 0;
    g_autoptr(GBytes) file = print(world, "text { 'Zwart', at = { 10, 25 }, width = 60 }");
    g_autoptr(EzDoc) doc = ez_doc_open(file, "out.pdf", NULL);
    assert_box(doc, "/MediaBox", -3, 106, 86);
    assert_box(doc, "/BleedBox", -3, 106, 86);
    assert_box(doc, "/TrimBox", 0, 100, 80);
    g_assert_cmpint(ez_diags_errors(world->diags), ==, 0);
}

static void test_the_same_gives_the_same_bytes(World *world, const void *data)
{
    g_autoptr(GBytes) one = print(world, plain), two = print(world, plain);
    g_assert_true(g_bytes_equal(one, two));
}

static void test_gradients_keep_their_course(World *world, const void *data)
{
    g_autoptr(GBytes) file = print(
        world, "picture { '../pictures/dawn.svg', at = { 10, 10 }, width = 60, alt = 'a' }");
    g_assert_nonnull(file);
    g_autofree char *text = text_of(file);
    assert_lacks(text, rgb);
    assert_has(text, "0.125 0.250 0.375"); // cut into parts
    assert_has(text, "/ShadingType 2");
}

static void test_pictures_become_cmyk(World *world, const void *data)
{
    bool x4 = world->profile->standard == EZ_STANDARD_X4;
    g_autoptr(GBytes) file = print(
        world, "picture { '../pictures/photo.jpg', at = { 10, 10 }, width = 20, alt = 'a' },"
               "picture { '../pictures/brown.png', at = { 40, 10 }, width = 20, alt = 'b' }");
    g_assert_nonnull(file);
    g_autofree char *text = text_of(file);
    // The one name of RGB that may be left is within the ICC profile's own dictionary.
    g_autoptr(GString) seen = g_string_new(text);
    g_string_replace(seen, "/Alternate /DeviceRGB", "", 0);
    assert_lacks(seen->str, rgb);
    assert_has(text, "/ColorSpace /DeviceCMYK");
    g_assert_cmpint(strstr(text, "/DCTDecode") != NULL, ==, x4);
    g_assert_cmpint(strstr(text, "/ICCBased") != NULL, ==, x4);
}

static const char *const see_through[] = {
    "picture { '../pictures/veil.svg', at = { 10, 10 }, width = 20, alt = 'a' }",
    "picture { '../pictures/clear.png', at = { 10, 10 }, width = 20, alt = 'a' }",
    "picture { '../pictures/mist.svg', at = { 10, 10 }, width = 20, alt = 'a' }",
};

static void test_x1a_refuses_what_is_see_through(World *world, const void *data)
{
    static const char *const names[] = {"kit/pictures/veil.svg", "kit/pictures/clear.png",
                                        "kit/pictures/mist.svg"};
    for (gsize i = 0; i < G_N_ELEMENTS(see_through); i++) {
        g_assert_null(print(world, see_through[i]));
        g_assert_cmpint(ez_diags_errors(world->diags), ==, 1);
        const EzDiag *diag = ez_diags_get(world->diags, 0);
        g_autofree char *hint = g_strdup_printf("look at %s", names[i]);
        g_assert_cmpstr(diag->message, ==,
                        "out.pdf: S has something see-through on it, and PDF/X-1a has no "
                        "transparency");
        g_assert_cmpstr(diag->hint, ==, hint);
        ez_diags_free(world->diags);
        world->diags = ez_diags_new();
    }
}

static void test_x4_keeps_what_is_see_through(World *world, const void *data)
{
    for (gsize i = 0; i < G_N_ELEMENTS(see_through); i++) {
        g_autoptr(GBytes) file = print(world, see_through[i]);
        g_assert_nonnull(file);
        g_autofree char *text = text_of(file);
        g_autoptr(GString) seen = g_string_new(text);
        g_string_replace(seen, "/Alternate /DeviceRGB", "", 0);
        assert_lacks(seen->str, rgb);
    }
}

static void test_a_page_that_the_shop_cannot_take_is_told(World *world, const void *data)
{
    world->profile->bleed = 5;
    world->profile->width = 63.5;
    world->profile->height = 88.9;
    g_autoptr(GBytes) file = print(world, plain);
    g_assert_cmpint(ez_diags_errors(world->diags), ==, 2);
    g_assert_cmpstr(
        ez_diags_get(world->diags, 0)->message, ==,
        "S is 100 × 80 mm, and the print shop's profile generic takes 63.5 × 88.9 mm");
    g_assert_cmpstr(ez_diags_get(world->diags, 1)->message, ==,
                    "S has 3 mm bleed, and the print shop's profile generic asks 5 mm");
}

// ---- ink, measured ---------------------------------------------------------------------------------------

// The most ink on a pixel of a file, in percent, as Ghostscript separates it.
static double most_ink(const char *path)
{
    g_autofree char *pam = g_strconcat(path, ".pam", NULL);
    g_autofree char *command =
        g_strdup_printf("gs|-q|-dNOPAUSE|-dBATCH|-sDEVICE=pamcmyk32|-r36|-o|%s|%s", pam, path);
    g_free(ez_test_tool(command));
    char *text = NULL;
    gsize length = 0;
    g_assert_true(g_file_get_contents(pam, &text, &length, NULL));
    const char *end = g_strstr_len(text, (gssize)length, "ENDHDR\n");
    g_assert_nonnull(end);
    int most = 0;
    const guchar *p = (const guchar *)end + strlen("ENDHDR\n"), *last = (guchar *)text + length;
    for (; p + 4 <= last; p += 4)
        most = MAX(most, p[0] + p[1] + p[2] + p[3]);
    g_free(text);
    return most / 2.55;
}

// RGB's darkest have 317 % in this profile: here a solid and the pixels of a drawing.
static void test_ink_stays_below_the_limit(World *world, const void *data)
{
    g_autofree char *gs = g_find_program_in_path("gs");
    if (gs == NULL) {
        g_test_skip("there is no gs");
        return;
    }
    world->profile->ink = 2.4;
    g_autoptr(GBytes) file = print(
        world, "fill { colour = '#200500', at = { -3, -3 }, width = 106, height = 20 },"
               "picture { '../pictures/brown.png', at = { 40, 20 }, width = 20, alt = 'b' },"
               "picture { '../pictures/photo.jpg', at = { 10, 20 }, width = 20, alt = 'c' }");
    g_autofree char *path = g_build_filename(world->folder, "out.pdf", NULL);
    gsize size;
    const char *bytes = g_bytes_get_data(file, &size);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    double most = most_ink(path);
    g_assert_cmpfloat(most, <=, 241); // 8 bits of each ink
    g_assert_cmpfloat(most, >, 230);
}

// ---- content -------------------------------------------------------------------------------------------

static EzColours *open_colours(void)
{
    g_autoptr(GBytes) icc = ez_test_icc("FOGRA39L_coated.icc");
    return ez_colours_new(icc, 3, NULL);
}

static void test_spot_colours_are_inks_of_their_own(void)
{
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"0.2 0.4 0.6 rg BT (a) Tj ET", "/EzSpot0 cs 1 scn\nBT\n(a) Tj\nET\n"},
        {"0.2 0.4 0.6 RG 0 0 m S", "/EzSpot0 CS 1 SCN\n0 0 m\nS\n"},
        {"0.5 g 0 g", "/EzSpot1 cs 0.4 scn\n0 0 0 1 k\n"},
        {"0 g BT (a) Tj 0.2 0.4 0.6 rg (b) Tj ET",
         "0 0 0 1 k\nBT\n/EzOverprint gs\n(a) Tj\n/EzSpot0 cs 1 scn\n/EzKnockout gs\n(b) "
         "Tj\nET\n"},
    };
    g_autoptr(EzColours) colours = open_colours();
    EzColour blue = {.r = 0.2, .g = 0.4, .b = 0.6, .tint = 1, .has_cmyk = true, .spot = "B"};
    EzColour grey = {.r = 0.5, .g = 0.5, .b = 0.5, .tint = 0.4, .has_cmyk = true, .spot = "S"};
    ez_colours_name(colours, blue);
    ez_colours_name(colours, grey);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        bool spots[2] = {false, false};
        EzPressUse use = {.spots = spots};
        g_autoptr(GBytes) in = g_bytes_new_static(rows[i].in, strlen(rows[i].in));
        g_autoptr(GBytes) out = ez_press_content(colours, in, &use);
        g_autofree char *text = g_strndup(g_bytes_get_data(out, NULL), g_bytes_get_size(out));
        g_assert_cmpstr(text, ==, rows[i].out);
        g_assert_cmpint(spots[0], ==, strstr(text, "EzSpot0") != NULL);
        g_assert_cmpint(spots[1], ==, strstr(text, "EzSpot1") != NULL);
    }
}

static void test_only_black_text_overprints(void)
{
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"0 0 0 rg BT (a) Tj ET", "0 0 0 1 k\nBT\n/EzOverprint gs\n(a) Tj\nET\n"},
        {"1 g BT (a) Tj ET", "0 0 0 0 k\nBT\n(a) Tj\nET\n"},
        {"0 g 0 0 1 1 re f", "0 0 0 1 k\n0 0 1 1 re\nf\n"},
        {"0 g BT (a) Tj ET 0 0 m f",
         "0 0 0 1 k\nBT\n/EzOverprint gs\n(a) Tj\nET\n/EzKnockout gs\n0 0 m\nf\n"},
        {"q 0 g BT (a) Tj ET Q BT (b) Tj ET",
         "q\n0 0 0 1 k\nBT\n/EzOverprint gs\n(a) Tj\nET\nQ\nBT\n(b) Tj\nET\n"},
        {"0 g /Pattern cs /p scn BT (a) Tj ET",
         "0 0 0 1 k\n/Pattern cs\n/p scn\nBT\n(a) Tj\nET\n"},
        {"0 G (rg 1 g) Tj", "0 0 0 1 K\n(rg 1 g) Tj\n"},
        {"Q Q q", "Q\nQ\nq\n"},
    };
    g_autoptr(EzColours) colours = open_colours();
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        EzPressUse use = {0};
        g_autoptr(GBytes) in = g_bytes_new_static(rows[i].in, strlen(rows[i].in));
        g_autoptr(GBytes) out = ez_press_content(colours, in, &use);
        g_autofree char *text = g_strndup(g_bytes_get_data(out, NULL), g_bytes_get_size(out));
        g_assert_cmpstr(text, ==, rows[i].out);
        g_assert_cmpint(use.overprints, ==, strstr(text, "EzOverprint") != NULL);
    }
    EzPressUse use = {0};
    g_autoptr(GBytes) broken = g_bytes_new_static("(a Tj", 5);
    g_assert_null(ez_press_content(colours, broken, &use));
}

// ---- profiles ------------------------------------------------------------------------------------------

// Who is told front, back, front, back sees no order in the line.
static bool says_assumed(const EzProfile *profile)
{
    int count = 0;
    for (int i = 0; profile->assumed != NULL && profile->assumed[i] != NULL; i++)
        count +=
            profile->order == EZ_ORDER_TWO_FILES || strcmp(profile->assumed[i], "order") != 0;
    return count > 0;
}

static void test_every_profile_can_be_read(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "print", NULL);
    g_auto(GStrv) names = ez_profile_names(folder);
    g_assert_cmpint(g_strv_length(names), >=, 7);
    for (int i = 0; names[i] != NULL; i++) {
        g_autoptr(EzProfile) profile = open_profile(names[i]);
        g_assert_true(profile->source[0] != '\0' && profile->title[0][0] != '\0');
        g_autofree char *line = ez_profile_line(profile, false);
        g_assert_cmpint(strstr(line, "(assumed)") != NULL, ==, says_assumed(profile));
        bool pdf = profile->use == EZ_PROFILE_PRESS && profile->standard != EZ_STANDARD_PNG;
        g_assert_cmpint(profile->icc != NULL, ==, pdf);
        if (profile->use == EZ_PROFILE_PRESS)
            g_assert_cmpfloat(profile->safe, >=, 3);
    }
    g_autoptr(EzProfile) strict = open_profile("STRICT");
    g_autofree char *dutch = ez_profile_line(strict, true);
    assert_has(dutch, "geen transparantie (PDF/X-1a, afloop 3 mm, woorden 5 mm van de rand, "
                      "inkt 300 % (aangenomen), FOGRA39 (aangenomen))");
}

#define PRESS "[profile]\nfor=press\nen=a\nnl=a\nsource=a\n"
#define HOME  "[profile]\nfor=home\nen=a\nnl=a\nsource=a\n"
#define GRID                                                                                   \
    "width=85\nheight=54\ncolumns=2\nrows=5\ntop=13.5\nstep_y=54\npaper_width=210\n"           \
    "paper_height=297\n"

static void test_a_bad_profile_is_told(void)
{
    static const char *const rows[][2] = {
        {"x", "Key file contains line “x” which is not a key-value pair, group, or comment"},
        {"[profile]\nen=a\n", "Key file does not have key “for” in group “profile”"},
        {"[profile]\nfor=screen\n", "for is one of press, home"},
        {PRESS "standard=x3\n", "standard is one of x4, x1a, png"},
        {PRESS "standard=x4\norder=both\n",
         "order is one of front-back, back-front, two-files"},
        {PRESS "standard=png\norder=front-back\nbleed=99\n", "bleed is a number from 0 to 20"},
        {PRESS "standard=png\norder=front-back\nbleeed=3\n", "there is no key bleeed"},
        {PRESS "standard=png\norder=front-back\ncolumns=3\n",
         "columns is no key of a profile for press"},
        {PRESS "standard=png\norder=front-back\nassumed=ink\n",
         "assumed names ink, which has no value here"},
        {PRESS "standard=x4\norder=front-back\n",
         "icc is missing: it names an ICC profile of CMYK"},
        {PRESS "standard=x4\norder=front-back\nspots=some\n", "spots is one of no, yes"},
        {HOME "ink=300\n", "ink is no key of a profile for home"},
        {HOME "columns=2\n", "a grid has width, height, columns, rows, left, top, step_x, "
                             "step_y, paper_width and paper_height"},
        {HOME GRID "step_x=84\nleft=15\n", "the cells of the grid lie over each other"},
        {HOME GRID "step_x=95\nleft=31\n", "the grid is larger than the paper"},
        {HOME GRID "step_x=95\nleft=15\nmargin_x=5\n", "margin_x and margin_y go together"},
        {HOME "columns=0\n", "columns is a number from 1 to 50"},
    };
    char *folder = ez_test_folder();
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        ez_test_put(folder, "profiles/bad.ini", rows[i][0]);
        g_assert_null(ez_profile_open(folder, "bad", NULL, &error));
        if (!g_str_has_suffix(error->message, rows[i][1]) ||
            strstr(error->message, "bad.ini: ") == NULL)
            ez_test_fault("%s", error->message);
    }
    ez_test_remove(folder);
}

static void test_another_icc_profile_is_of_cmyk(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "print", NULL);
    g_autofree char *rgb_file = g_build_filename(folder, "icc", "sRGB.icc", NULL);
    g_autofree char *cmyk_file = g_build_filename(folder, "icc", "FOGRA39L_coated.icc", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_null(ez_profile_open(folder, "generic", rgb_file, &error));
    assert_has(error->message, "/sRGB.icc is no ICC profile of CMYK");
    g_autoptr(EzProfile) profile = ez_profile_open(folder, "generic", cmyk_file, NULL);
    g_assert_nonnull(profile);
    g_assert_null(profile->condition); // it is called as the ICC profile calls itself
}

static void test_a_wrong_name_gets_the_nearest(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "print", NULL);
    g_autoptr(GError) near = NULL, far = NULL, none = NULL;
    g_assert_null(ez_profile_open(folder, "pandas", NULL, &near));
    g_assert_cmpstr(near->message, ==,
                    "there is no profile \"pandas\"; did you mean \"panda\"?");
    g_assert_null(ez_profile_open(folder, "../icc/README", NULL, &far));
    assert_has(far->message, "there are avery-c32011, drivethrucards, gamecrafter, generic,");
    g_assert_null(ez_profile_open("/nowhere", "panda", NULL, &none));
    g_assert_cmpstr(none->message, ==, "there is no profile \"panda\"; there are none");
}

// ---- all -----------------------------------------------------------------------------------------------

static void add(const char *name, const char *profile, void (*test)(World *, const void *))
{
    g_autofree char *path = g_strdup_printf("/press/%s/%s", profile, name);
    g_test_add(path, World, profile, set_up, test, tear_down);
}

int main(int argc, char **argv)
{
    static const char *const both[] = {"generic", "strict"};
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(both); i++) {
        add("all-colours-are-cmyk", both[i], test_all_colours_are_cmyk);
        add("the-file-says-what-it-is", both[i], test_the_file_says_what_it_is);
        add("boxes-are-exact", both[i], test_boxes_are_exact);
        add("the-same-gives-the-same-bytes", both[i], test_the_same_gives_the_same_bytes);
        add("gradients-keep-their-course", both[i], test_gradients_keep_their_course);
        add("pictures-become-cmyk", both[i], test_pictures_become_cmyk);
    }
    add("the-date-is-the-one-that-is-given", "generic", test_the_date_is_the_one_that_is_given);
    add("what-lies-beyond-the-shops-bleed-is-cut-off", "generic",
        test_what_lies_beyond_the_shops_bleed_is_cut_off);
    add("a-page-without-bleed-gets-white-around-it", "generic",
        test_a_page_without_bleed_gets_white_around_it);
    add("refuses-what-is-see-through", "strict", test_x1a_refuses_what_is_see_through);
    add("keeps-what-is-see-through", "generic", test_x4_keeps_what_is_see_through);
    add("a-page-that-the-shop-cannot-take-is-told", "generic",
        test_a_page_that_the_shop_cannot_take_is_told);
    add("ink-stays-below-the-limit", "strict", test_ink_stays_below_the_limit);
    g_test_add_func("/press/only-black-text-overprints", test_only_black_text_overprints);
    g_test_add_func("/press/spot-colours-are-inks-of-their-own",
                    test_spot_colours_are_inks_of_their_own);
    g_test_add_func("/press/profiles/every-one-can-be-read", test_every_profile_can_be_read);
    g_test_add_func("/press/profiles/a-bad-one-is-told", test_a_bad_profile_is_told);
    g_test_add_func("/press/profiles/another-icc-profile-is-of-cmyk",
                    test_another_icc_profile_is_of_cmyk);
    g_test_add_func("/press/profiles/a-wrong-name-gets-the-nearest",
                    test_a_wrong_name_gets_the_nearest);
    return g_test_run();
}
