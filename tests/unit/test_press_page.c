// SPDX-License-Identifier: EUPL-1.2
// Pages that were not drawn by us, and what a font of them holds.
#include "print/press_page.h"
#include "tests/support/pdf_fixture.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

// A page with a font whose letters are drawings, one of TrueType that is shown by glyph numbers, and a form with a font of its own.
static const char page[] =
    "%PDF-1.6\n\n"
    "1 << /Type /Catalog /Pages 2 0 R >>\n\n"
    "2 << /Type /Pages /Kids [ 3 0 R ] /Count 1 >>\n\n"
    "3 << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 99 99 ] /Contents 4 0 R /Resources << "
    "/Font << /T 5 0 R /C 7 0 R >> /XObject << /X 10 0 R >> >> >>\n\n"
    "4 << >>\nstream\nBT /T 9 Tf (a) Tj ET\n\n"
    "5 << /Type /Font /Subtype /Type3 /CharProcs << /a 6 0 R >> >>\n\n"
    "6 << >>\nstream\n9 0 d0 1 0 0 rg 0 0 9 9 re f\n\n"
    "7 << /Type /Font /Subtype /Type0 /DescendantFonts [ 8 0 R ] >>\n\n"
    "8 << /Type /Font /Subtype /CIDFontType2 >>\n\n"
    "9 << /Type /Font /Subtype /CIDFontType2 >>\n\n"
    "10 << /Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources << /Font << /D 11 0 R "
    ">> >> >>\nstream\nBT ET\n\n"
    "11 << /Type /Font /Subtype /Type0 /DescendantFonts [ 9 0 R ] >>\n\n"
    "trailer << /Root 1 0 R >>";

// The page, converted; NULL with an error when it cannot be.
static EzDoc *convert(const char *find, const char *replace, GError **error)
{
    g_autoptr(GBytes) pdf = ez_fixture_pdf(page, find, replace);
    g_autoptr(GBytes) icc = ez_test_icc("FOGRA39L_coated.icc");
    g_autoptr(EzColours) colours = ez_colours_new(icc, 3, NULL);
    g_autoptr(EzDoc) doc = ez_doc_open(pdf, "a.pdf", NULL);
    g_autoptr(EzPressPages) pages = ez_press_pages_new(doc, colours, icc, false);
    bool clear;
    if (!ez_press_page(pages, qpdf_get_page_n(doc->q, 0), &clear, error))
        return NULL;
    return g_steal_pointer(&doc);
}

static char *stream_of(EzDoc *doc, int number)
{
    g_autoptr(GBytes) bytes = ez_doc_stream(doc, qpdf_get_object_by_id(doc->q, number, 0));
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static void test_drawn_letters_are_in_cmyk(void)
{
    g_autoptr(EzDoc) doc = convert(NULL, NULL, NULL);
    g_autofree char *letter = stream_of(doc, 6);
    g_assert_null(strstr(letter, "rg"));
    g_assert_nonnull(strstr(letter, " k\n"));
}

static void test_every_font_has_a_map_to_its_glyphs(void)
{
    g_autoptr(EzDoc) doc = convert(NULL, NULL, NULL);
    for (int number = 8; number <= 9; number++) {
        qpdf_oh font = qpdf_get_object_by_id(doc->q, number, 0);
        g_assert_true(ez_doc_is(doc, ez_doc_get(doc, font, "/CIDToGIDMap"), "/Identity"));
    }
}

static void test_pictures_within_the_content_are_in_cmyk(void)
{
    static const struct {
        const char *in, *out; // NULL = refused
    } rows[] = {
        {"BI /W 1 /H 1 /BPC 8 /CS /RGB ID \xff\xff\xff\nEI",
         "BI /W 1 /H 1 /BPC 8 /CS /CMYK /F /AHx ID 00000000>\nEI"},
        {"BI /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB ID zzz\x01\x01\x01 "
         "EI",
         "BI /W 2 /H 1 /BPC 8 /CS /CMYK /F /AHx ID "},
        {"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI", "/CS /G ID a EI"},
        {"BI /W 1 /H 1 /BPC 8 /CS /CMYK ID abcd EI", "/CS /CMYK ID abcd EI"},
        {"BI /W 1 /H 1 /IM true /I true ID a EI", "/IM true /I true ID a EI"},
        {"BI /W 1 /H 2 /BPC 8 /CS /RGB ID abc EI", NULL},
        {"BI /W 1 /H 1 /BPC 8 /CS /RGB /F /AHx ID ffffff> EI", NULL},
        {"BI /W 1 /H 1 /BPC 4 /CS /RGB ID abc EI", NULL},
        {"BI /W 1 /H 1 /BPC 8 /CS [ /I /RGB 0 <ff0000> ] ID a EI", NULL},
        {"BI /W 1 /H 1 /BPC 8 /CS /Own ID abc EI", NULL},
        {"BI /W 1 /H 1 /BPC 8 ID abc EI", NULL},
        {"BI /W 1 EI", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(EzDoc) doc = convert("BT /T 9 Tf (a) Tj ET", rows[i].in, &error);
        if (rows[i].out == NULL) {
            g_assert_null(doc);
            g_assert_nonnull(strstr(error->message, "picture within"));
            continue;
        }
        g_assert_no_error(error);
        g_autoptr(GBytes) content = ez_doc_content(doc, qpdf_get_page_n(doc->q, 0));
        g_autofree char *text =
            g_strndup(g_bytes_get_data(content, NULL), g_bytes_get_size(content));
        if (strstr(text, rows[i].out) == NULL)
            g_test_fail_printf("%s: %s", rows[i].in, text);
    }
}

// The same within a letter.
static void test_letters_that_cannot_be_converted_are_refused(void)
{
    static const char *const rows[] = {"BI /CS /Own ID abc EI", "(a Tj"};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(EzDoc) doc = convert("9 0 d0 1 0 0 rg 0 0 9 9 re f", rows[i], &error);
        g_assert_null(doc);
        g_assert_nonnull(error);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/press_page/drawn-letters-are-in-cmyk", test_drawn_letters_are_in_cmyk);
    g_test_add_func("/press_page/every-font-has-a-map-to-its-glyphs",
                    test_every_font_has_a_map_to_its_glyphs);
    g_test_add_func("/press_page/pictures-within-the-content-are-in-cmyk",
                    test_pictures_within_the_content_are_in_cmyk);
    g_test_add_func("/press_page/letters-that-cannot-be-converted-are-refused",
                    test_letters_that_cannot_be_converted_are_refused);
    return g_test_run();
}
