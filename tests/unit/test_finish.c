// SPDX-License-Identifier: EUPL-1.2
// The finishing pass: what the content of a page becomes, and the tree that stands in the file.
#include "print/finish.h"

#include <string.h>

#include "print/doc.h"
#include "print/drawn.h"
#include "print/tagging.h"
#include "tests/support/test_kit.h"

static const EzColour ink = {.tint = 1};

static void put_box(EzScene *scene, double y)
{
    EzPath path = {0};
    ez_path_rect(scene, &path, (EzRect){10, y, 20, 5}, 0);
    ez_scene_path(scene, path, &ink, (EzStroke){0});
}

static void put_leaf(EzScene *scene, EzRole role, const char *language, const char *alt,
                     double y)
{
    ez_scene_begin_leaf(scene, role, language, alt, NULL);
    put_box(scene, y);
    ez_scene_end_leaf(scene);
}

// Two pages: on the first a heading, a figure and an artefact, on the second a link within a section.
static EzScene *make_scene(void)
{
    EzScene *scene = ez_scene_new("nl", "Proef");
    ez_scene_open(scene, EZ_ROLE_SECTION, NULL);
    ez_scene_begin_page(scene, 60, 90, 0, "K1 voorkant");
    put_leaf(scene, EZ_ROLE_H1, NULL, NULL, 10);
    put_box(scene, 20);
    put_leaf(scene, EZ_ROLE_FIGURE, "en", "a box", 30);
    ez_scene_end_page(scene);
    ez_scene_begin_page(scene, 60, 90, 0, "K1 achterkant");
    ez_scene_open(scene, EZ_ROLE_DIVISION, "en");
    ez_scene_begin_leaf(scene, EZ_ROLE_LINK, NULL, NULL, NULL);
    put_box(scene, 10);
    EzRect lines[] = {{10, 10, 20, 5}, {10, 20, 10, 5}};
    ez_scene_link(scene, "https://example.org/a?b=(c)", "more", lines, 2);
    ez_scene_end_leaf(scene);
    ez_scene_close(scene);
    ez_scene_end_page(scene);
    ez_scene_close(scene);
    ez_scene_seal(scene);
    return scene;
}

// ---- content -------------------------------------------------------------------

static void test_content_is_marked(void)
{
    static const struct {
        const char *drawn, *marked;
        int marks;
    } rows[] = {
        {"", "", 0},
        {"q Q", "q\nQ\n", 0},
        {"0 0 9 9 re f", "/Artifact BMC\n0 0 9 9 re\nf\nEMC\n", 0},
        {"0 0 9 9 re W n 1 0 0 rg 2 2 m 3 3 l S",
         "0 0 9 9 re\nW\nn\n1 0 0 rg\n/Artifact BMC\n2 2 m\n3 3 l\nS\nEMC\n", 0},
        {"/Span << /MCID 7 >> BDC (a) Tj EMC", "/H1 <</MCID 0>> BDC\n(a) Tj\nEMC\n", 1},
        {"BT (a) Tj ET f /Span << /MCID 0 >> BDC f EMC 1 1 1 1 re f",
         "/Artifact BMC\nBT\n(a) Tj\nET\nf\nEMC\n/H1 <</MCID 0>> BDC\nf\nEMC\n"
         "/Artifact BMC\n1 1 1 1 re\nf\nEMC\n",
         1},
        {"/Span<</MCID 0>>BDC /Span <</ActualText(b)>> BDC (a) Tj EMC f EMC",
         "/H1 <</MCID 0>> BDC\n/Span <</ActualText(b)>> BDC\n(a) Tj\nEMC\nf\nEMC\n", 1},
        {"/Span <</ActualText(b)>> BDC (a) Tj EMC /Span<</MCID 0>>BDC f EMC",
         "/Artifact BMC\n/Span <</ActualText(b)>> BDC\n(a) Tj\nEMC\nEMC\n/H1 <</MCID 0>> "
         "BDC\nf\nEMC\n",
         1},
        {"/Span<</MCID 0>>BDC EMC /Span<</MCID 1>>BDC /x Do EMC",
         "/H1 <</MCID 0>> BDC\nEMC\n/Figure <</MCID 1>> BDC\n/x Do\nEMC\n", 2},
    };
    g_autoptr(EzScene) scene = make_scene();
    g_autoptr(EzStructure) structure = ez_structure_new("nl");
    ez_structure_add(structure, scene);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        const char *drawn = rows[i].drawn;
        int marks = ez_tagging_rewrite(structure, 0, drawn, strlen(drawn), out);
        g_assert_cmpint(marks, ==, rows[i].marks);
        g_assert_cmpstr(out->str, ==, rows[i].marked);
    }
}

static void test_broken_content_is_refused(void)
{
    static const char *const rows[] = {
        "EMC",   "/Span<</MCID 0>>BDC f", "/Span<</MCID 0>>BDC /Span<</MCID 1>>BDC f EMC EMC",
        "(a Tj", "/a BMC /a BMC EMC",
    };
    g_autoptr(EzScene) scene = make_scene();
    g_autoptr(EzStructure) structure = ez_structure_new("nl");
    ez_structure_add(structure, scene);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_assert_cmpint(ez_tagging_rewrite(structure, 0, rows[i], strlen(rows[i]), out), ==,
                        -1);
    }
}

// ---- the file ------------------------------------------------------------------

static GBytes *finish(const EzScene *drawn, const EzScene *told, EzDiags *diags, GError **error)
{
    g_autoptr(EzStructure) structure = ez_structure_new("nl");
    EzPdfOptions options = {.title = "x"};
    g_autoptr(GBytes) pdf = ez_test_pdf(drawn, &options, error);
    g_assert_nonnull(pdf);
    ez_structure_add(structure, told);
    EzFinish how = {structure, "a.pdf", "Titel & co", "ezkit 9", "2026-02-03T04:05:06Z",
                    NULL,      3};
    return ez_finish_screen(pdf, &how, diags, error);
}

static EzDoc *finished(void)
{
    g_autoptr(EzScene) scene = make_scene();
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = finish(scene, scene, diags, &error);
    g_assert_no_error(error);
    EzDoc *doc = ez_doc_open(bytes, "a.pdf", &error);
    g_assert_no_error(error);
    return doc;
}

static void write_value(EzDoc *doc, GString *out, qpdf_oh object, const char *key)
{
    qpdf_oh value = ez_doc_get(doc, object, key);
    if (qpdf_oh_is_string(doc->q, value))
        g_string_append_printf(out, " %s", qpdf_oh_get_utf8_value(doc->q, value));
}

static void write_name(EzDoc *doc, GString *out, qpdf_oh dictionary, const char *key)
{
    qpdf_oh value = ez_doc_get(doc, dictionary, key);
    if (qpdf_oh_is_name(doc->q, value))
        g_string_append_printf(out, " %s", qpdf_oh_get_name(doc->q, value) + 1);
}

// "Document(Sect(H1(0) …))": roles, marks, "@" for an annotation; languages, alternative texts and attributes behind roles.
static void write_element(EzDoc *doc, GString *out, qpdf_oh element)
{
    qpdf_oh kids = ez_doc_get(doc, element, "/K");
    int count = ez_doc_items(doc, kids);
    g_string_append(out, qpdf_oh_get_name(doc->q, ez_doc_get(doc, element, "/S")) + 1);
    write_value(doc, out, element, "/Lang");
    write_value(doc, out, element, "/Alt");
    write_name(doc, out, ez_doc_get(doc, element, "/A"), "/Scope");
    write_name(doc, out, ez_doc_get(doc, element, "/A"), "/ListNumbering");
    g_string_append_c(out, '(');
    for (int i = 0; i < MAX(count, 1); i++) {
        qpdf_oh kid = count > 0 ? ez_doc_item(doc, kids, i) : kids;
        if (i > 0)
            g_string_append_c(out, ' ');
        if (qpdf_oh_is_integer(doc->q, kid))
            g_string_append_printf(out, "%d", qpdf_oh_get_int_value_as_int(doc->q, kid));
        else if (ez_doc_is(doc, ez_doc_get(doc, kid, "/Type"), "/OBJR"))
            g_string_append_c(out, '@');
        else if (!qpdf_oh_is_null(doc->q, kid))
            write_element(doc, out, kid);
    }
    g_string_append_c(out, ')');
}

static qpdf_oh root_of(EzDoc *doc, const char *key)
{
    return ez_doc_get(doc, qpdf_get_root(doc->q), key);
}

static void test_the_tree_is_that_of_the_scene(void)
{
    g_autoptr(EzDoc) doc = finished();
    g_autoptr(GString) out = g_string_new(NULL);
    write_element(doc, out, ez_doc_get(doc, root_of(doc, "/StructTreeRoot"), "/K"));
    g_assert_cmpstr(out->str, ==,
                    "Document(Sect(H1(0) Figure en a box(1) Div en(Link(0 @ @))))");
}

// Each mark and each annotation leads back to its element.
static void test_the_parent_tree_leads_back(void)
{
    g_autoptr(EzDoc) doc = finished();
    qpdf_oh nums = ez_doc_get(
        doc, ez_doc_get(doc, root_of(doc, "/StructTreeRoot"), "/ParentTree"), "/Nums");
    static const char *const roles[] = {"/H1", "/Figure"};
    g_assert_cmpint(ez_doc_items(doc, nums), ==, 8);
    for (int i = 0; i < 4; i++)
        g_assert_cmpfloat(ez_doc_number(doc, ez_doc_item(doc, nums, 2 * i), -1), ==, i);
    for (int i = 0; i < 2; i++)
        g_assert_true(ez_doc_is(
            doc, ez_doc_get(doc, ez_doc_item(doc, ez_doc_item(doc, nums, 1), i), "/S"),
            roles[i]));
    for (int i = 2; i < 4; i++)
        g_assert_true(
            ez_doc_is(doc, ez_doc_get(doc, ez_doc_item(doc, nums, 2 * i + 1), "/S"), "/Link"));
}

static void test_links_are_annotations(void)
{
    g_autoptr(EzDoc) doc = finished();
    qpdf_oh page = qpdf_get_page_n(doc->q, 1), all = ez_doc_get(doc, page, "/Annots");
    static const double expected[2][4] = {{10, 75, 30, 80}, {10, 65, 20, 70}};
    g_assert_cmpint(ez_doc_items(doc, all), ==, 2);
    g_assert_true(ez_doc_is(doc, ez_doc_get(doc, page, "/Tabs"), "/S"));
    for (int i = 0; i < 2; i++) {
        double box[4];
        qpdf_oh link = ez_doc_item(doc, all, i);
        qpdf_oh address = ez_doc_get(doc, ez_doc_get(doc, link, "/A"), "/URI");
        g_assert_cmpstr(qpdf_oh_get_string_value(doc->q, address), ==,
                        "https://example.org/a?b=(c)");
        g_assert_cmpstr(qpdf_oh_get_utf8_value(doc->q, ez_doc_get(doc, link, "/Contents")), ==,
                        "more");
        g_assert_cmpfloat(ez_doc_number(doc, ez_doc_get(doc, link, "/StructParent"), -1), ==,
                          2 + i);
        g_assert_true(ez_doc_box(doc, ez_doc_get(doc, link, "/Rect"), box));
        for (int k = 0; k < 4; k++)
            g_assert_cmpfloat_with_epsilon(box[k] * 25.4 / 72, expected[i][k], 0.001);
    }
}

static void test_the_file_says_what_it_is(void)
{
    g_autoptr(EzDoc) doc = finished();
    g_autoptr(GBytes) stream = ez_doc_stream(doc, root_of(doc, "/Metadata"));
    g_autofree char *xmp = g_strndup(g_bytes_get_data(stream, NULL), g_bytes_get_size(stream));
    qpdf_oh info = ez_doc_get(doc, qpdf_get_trailer(doc->q), "/Info");
    qpdf_oh date = ez_doc_get(doc, info, "/CreationDate");
    g_assert_nonnull(strstr(xmp, "<pdfuaid:part>1<"));
    g_assert_nonnull(strstr(xmp, ">Titel &amp; co<"));
    g_assert_nonnull(strstr(xmp, "<xmp:CreateDate>2026-02-03T04:05:06Z<"));
    g_assert_null(strstr(xmp, "pdfaid:part>")); // without an intent it is not PDF/A
    g_assert_cmpstr(qpdf_oh_get_string_value(doc->q, date), ==, "D:20260203040506Z");
    g_assert_cmpstr(qpdf_oh_get_utf8_value(doc->q, root_of(doc, "/Lang")), ==, "nl");
    g_assert_cmpstr(qpdf_get_pdf_version(doc->q), ==, "1.7");
}

static void test_the_same_bytes_twice(void)
{
    g_autoptr(EzScene) scene = make_scene();
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GBytes) one = finish(scene, scene, diags, NULL);
    g_autoptr(GBytes) two = finish(scene, scene, diags, NULL);
    g_assert_true(g_bytes_equal(one, two));
}

// ---- fields --------------------------------------------------------------------

static void put_cell(EzScene *scene, EzRole role, double y)
{
    ez_scene_open(scene, role, NULL);
    if (y > 0)
        put_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, y);
    ez_scene_close(scene);
}

// Two rows of two: an empty corner, a heading of a column and one of a row, and what is filled in.
static void put_table(EzScene *scene)
{
    EzRect tall = {10, 60, 40, 20};
    ez_scene_open_field(scene, EZ_FORM_CELLS, "uren", "Uren", NULL);
    ez_scene_open(scene, EZ_ROLE_TABLE, NULL);
    ez_scene_open(scene, EZ_ROLE_ROW, NULL);
    put_cell(scene, EZ_ROLE_CELL, 0);
    put_cell(scene, EZ_ROLE_COLUMN_HEAD, 50);
    ez_scene_close(scene);
    ez_scene_open(scene, EZ_ROLE_ROW, NULL);
    put_cell(scene, EZ_ROLE_ROW_HEAD, 55);
    ez_scene_open(scene, EZ_ROLE_CELL, NULL);
    ez_scene_spot(scene, (EzFormSpot){.rect = tall, .value = "1.1", .name = "lente"});
    for (int i = 0; i < 3; i++)
        ez_scene_close(scene);
    ez_scene_close_field(scene);
}

// A list of one: its body has no words.
static void put_options(EzScene *scene)
{
    static const EzRole groups[] = {EZ_ROLE_LIST, EZ_ROLE_LIST_ITEM, EZ_ROLE_LIST_BODY};
    ez_scene_open_field(scene, EZ_FORM_TICK, "wie", "Wie?", NULL);
    for (int i = 0; i < 3; i++)
        ez_scene_open(scene, groups[i], NULL);
    ez_scene_spot(scene,
                  (EzFormSpot){.rect = {50, 10, 5, 5}, .value = "ik", .name = "ik zelf"});
    for (int i = 0; i < 3; i++)
        ez_scene_close(scene);
    ez_scene_close_field(scene);
}

// A field to write in, one to choose a point of, a table and a list.
static EzScene *make_form(void)
{
    EzScene *scene = ez_scene_new("nl", "Proef");
    EzRect one = {10, 10, 40, 6};
    ez_scene_begin_page(scene, 60, 90, 0, "W");
    ez_scene_open_field(scene, EZ_FORM_WRITE, "naam", "Naam", "Je naam");
    put_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, 5);
    ez_scene_spot(scene, (EzFormSpot){.rect = one, .lines = 1});
    ez_scene_close_field(scene);
    ez_scene_open_field(scene, EZ_FORM_SCALE, "hoe", "Hoe gaat het?", NULL);
    for (int i = 0; i < 2; i++) {
        const char *const points[] = {"1", "2"};
        ez_scene_spot(scene, (EzFormSpot){.rect = {10 + 10 * i, 30, 5, 5},
                                          .value = points[i],
                                          .name = points[i]});
        put_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, 40 + 5 * i);
    }
    ez_scene_close_field(scene);
    put_table(scene);
    put_options(scene);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

static EzDoc *finished_form(GError **error)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    g_autoptr(EzFonts) fonts = ez_fonts_new((const char *[]){folder, NULL}, error);
    g_autoptr(EzScene) scene = make_form();
    g_autoptr(EzStructure) structure = ez_structure_new("nl");
    g_autoptr(EzDiags) diags = ez_diags_new();
    EzPdfOptions options = {.title = "x"};
    g_autoptr(GBytes) pdf = ez_test_pdf(scene, &options, error);
    ez_structure_add(structure, scene);
    EzFinish how = {.structure = structure,
                    .file = "a.pdf",
                    .title = "x",
                    .creator = "x",
                    .fonts = fonts,
                    .font = ez_fonts_find(fonts, "Atkinson Hyperlegible Next", 400, false)};
    g_autoptr(GBytes) bytes = ez_finish_screen(pdf, &how, diags, error);
    g_assert_no_error(*error);
    return ez_doc_open(bytes, "a.pdf", error);
}

static char *text_of(EzDoc *doc, qpdf_oh object, const char *key)
{
    qpdf_oh value = ez_doc_get(doc, object, key);
    return g_strdup(qpdf_oh_is_string(doc->q, value) ? qpdf_oh_get_utf8_value(doc->q, value)
                    : qpdf_oh_is_name(doc->q, value) ? qpdf_oh_get_name(doc->q, value)
                                                     : "");
}

static void test_fields_can_be_filled_in(void)
{
    static const struct {
        const char *name, *type, *heard;
        int kids, flags;
    } rows[] = {{"naam", "/Tx", "Je naam", 0, 0},
                {"hoe", "/Btn", "Hoe gaat het?", 2, 1 << 15},
                {"uren/1-1", "/Tx", "Uren: lente", 0, 1 << 12},
                {"wie/ik", "/Btn", "Wie?: ik zelf", 0, 0}};
    g_autoptr(GError) error = NULL;
    g_autoptr(EzDoc) doc = finished_form(&error);
    qpdf_oh fields = ez_doc_get(doc, root_of(doc, "/AcroForm"), "/Fields");
    g_assert_cmpint(ez_doc_items(doc, fields), ==, 4);
    for (int i = 0; i < 4; i++) {
        qpdf_oh field = ez_doc_item(doc, fields, i);
        g_autofree char *name = text_of(doc, field, "/T"), *type = text_of(doc, field, "/FT");
        g_autofree char *heard = text_of(doc, field, "/TU");
        g_assert_cmpstr(name, ==, rows[i].name);
        g_assert_cmpstr(type, ==, rows[i].type);
        g_assert_cmpstr(heard, ==, rows[i].heard);
        g_assert_cmpint(ez_doc_items(doc, ez_doc_get(doc, field, "/Kids")), ==, rows[i].kids);
        g_assert_cmpint((int)ez_doc_number(doc, ez_doc_get(doc, field, "/Ff"), 0), ==,
                        rows[i].flags);
    }
    g_assert_cmpint(ez_doc_items(doc, ez_doc_get(doc, qpdf_get_page_n(doc->q, 0), "/Annots")),
                    ==, 5);
}

// What was typed can be copied: the font says which letters its codes are.
static void test_the_font_of_a_form_has_its_letters(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzDoc) doc = finished_form(&error);
    qpdf_oh form = root_of(doc, "/AcroForm");
    qpdf_oh font =
        ez_doc_get(doc, ez_doc_get(doc, ez_doc_get(doc, form, "/DR"), "/Font"), "/F0");
    g_autoptr(GBytes) map = ez_doc_stream(doc, ez_doc_get(doc, font, "/ToUnicode"));
    g_assert_nonnull(map);
    g_autofree char *text = g_strndup(g_bytes_get_data(map, NULL), g_bytes_get_size(map));
    static const char *const letters[] = {"<41> <0041>\n", "<80> <20AC>\n", "<EB> <00EB>\n",
                                          "<FF> <00FF>\n", "24 beginbfchar\n"};
    for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
        g_assert_nonnull(strstr(text, letters[i]));
}

// Where they stand, between the words of their group.
static void test_fields_are_heard_in_their_place(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzDoc) doc = finished_form(&error);
    g_autoptr(GString) out = g_string_new(NULL);
    write_element(doc, out, ez_doc_get(doc, root_of(doc, "/StructTreeRoot"), "/K"));
    g_assert_cmpstr(out->str, ==,
                    "Document(Div(P(0) Form(@)) Div(Form(@) P(1) Form(@) P(2)) "
                    "Div(Table(TR(TD() TH Column(P(3))) TR(TH Row(P(4)) TD(Form(@))))) "
                    "Div(L None(LI(LBody(Form(@))))))");
}

// ---- what is left out before ----------------------------------------------------

static int count_objects(GBytes *bytes)
{
    g_autoptr(EzDoc) doc = ez_doc_open(bytes, "a.pdf", NULL);
    g_assert_nonnull(doc);
    int count = qpdf_oh_get_object_id(doc->q, ez_doc_indirect(doc, qpdf_oh_new_null(doc->q)));
    int elements = 0;
    for (int i = 1; i < count; i++)
        elements += ez_doc_is(
            doc, ez_doc_get(doc, qpdf_get_object_by_id(doc->q, i, 0), "/Type"), "/StructElem");
    return elements;
}

static void test_the_drawn_tree_is_left_out(void)
{
    g_autoptr(EzScene) scene = make_scene();
    EzPdfOptions options = {.title = "x"};
    g_autoptr(GBytes) drawn = ez_test_pdf(scene, &options, NULL);
    g_assert_cmpint(count_objects(drawn), ==, 3);
    g_autoptr(GBytes) bare = ez_drawn_without_tree(g_bytes_ref(drawn));
    g_assert_cmpint(count_objects(bare), ==, 0);
    g_assert_cmpuint(g_bytes_get_size(bare), ==, g_bytes_get_size(drawn));
}

static void test_other_bytes_stay_as_they_are(void)
{
    static const char *const rows[] = {
        "", "startxref\n", "xref\n0 9\n0000000000 65535 f \nstartxref\n0\n%%EOF",
        "xref\n0 99999999\nstartxref\n0\n", "startxref\n99999999999999999999\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) given = g_bytes_new(rows[i], strlen(rows[i]));
        g_autoptr(GBytes) found = ez_drawn_without_tree(g_bytes_ref(given));
        g_assert_true(g_bytes_equal(given, found));
    }
}

// ---- faults --------------------------------------------------------------------

static void test_other_marks_than_leaves_are_told(void)
{
    g_autoptr(EzScene) scene = make_scene(), other = ez_scene_new("nl", "x");
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    for (int i = 0; i < 2; i++) {
        ez_scene_begin_page(other, 60, 90, 0, "x");
        put_leaf(other, EZ_ROLE_PARAGRAPH, NULL, NULL, 10);
        ez_scene_end_page(other);
    }
    ez_scene_seal(other);
    g_assert_null(finish(scene, other, diags, &error));
    g_assert_no_error(error);
    g_assert_cmpint(ez_diags_count(diags), ==, 1);
    g_assert_cmpstr(ez_diags_get(diags, 0)->message, ==,
                    "a.pdf: page 1 has 2 marked pieces and the scene has 1");
}

static void test_other_pages_are_an_error(void)
{
    g_autoptr(EzScene) scene = make_scene(), other = ez_scene_new("nl", "x");
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    ez_scene_begin_page(other, 60, 90, 0, "x");
    ez_scene_end_page(other);
    ez_scene_seal(other);
    g_assert_null(finish(scene, other, diags, &error));
    g_assert_nonnull(error);
    g_assert_cmpstr(error->message, ==, "a.pdf: 2 pages were drawn instead of 1");
}

static void test_no_pdf_is_an_error(void)
{
    g_autoptr(EzStructure) structure = ez_structure_new("nl");
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_static("no PDF at all", 13);
    EzFinish how = {structure, "a.pdf", "x", "x", NULL, NULL, 1};
    g_assert_null(ez_finish_screen(bytes, &how, diags, &error));
    g_assert_nonnull(error);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/content-is-marked", test_content_is_marked);
    g_test_add_func("/finish/broken-content-is-refused", test_broken_content_is_refused);
    g_test_add_func("/finish/the-tree-is-that-of-the-scene",
                    test_the_tree_is_that_of_the_scene);
    g_test_add_func("/finish/the-parent-tree-leads-back", test_the_parent_tree_leads_back);
    g_test_add_func("/finish/links-are-annotations", test_links_are_annotations);
    g_test_add_func("/finish/the-file-says-what-it-is", test_the_file_says_what_it_is);
    g_test_add_func("/finish/the-same-bytes-twice", test_the_same_bytes_twice);
    g_test_add_func("/finish/fields-can-be-filled-in", test_fields_can_be_filled_in);
    g_test_add_func("/finish/the-font-of-a-form-has-its-letters",
                    test_the_font_of_a_form_has_its_letters);
    g_test_add_func("/finish/fields-are-heard-in-their-place",
                    test_fields_are_heard_in_their_place);
    g_test_add_func("/finish/the-drawn-tree-is-left-out", test_the_drawn_tree_is_left_out);
    g_test_add_func("/finish/other-bytes-stay-as-they-are", test_other_bytes_stay_as_they_are);
    g_test_add_func("/finish/other-marks-than-leaves-are-told",
                    test_other_marks_than_leaves_are_told);
    g_test_add_func("/finish/other-pages-are-an-error", test_other_pages_are_an_error);
    g_test_add_func("/finish/no-pdf-is-an-error", test_no_pdf_is_an_error);
    return g_test_run();
}
