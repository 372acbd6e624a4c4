// SPDX-License-Identifier: EUPL-1.2
// The count of accessibility marks in a drawn PDF: by hand-written streams, and against scenes that do not agree with it.
#include "print/marks.h"

#include "render/device_pdf.h"
#include "tests/support/test_kit.h"

#include <string.h>

static const struct {
    const char *stream;
    int count;
} streams[] = {
    {"", 0},
    {"0 0 m 1 1 l S", 0},
    {"/P <</MCID 0>> BDC (a) Tj EMC", 1},
    {"/P <</MCID 0>> BDC EMC /Span <</MCID 1>> BDC EMC", 2},
    {"/P<</MCID 0>>BDC EMC\n/P<</MCID 1 /Lang (nl)>>BDC EMC", 2},
    {"(/MCID 5) Tj", 0},
    {"(a \\( /MCID 5) Tj /P <</MCID 0>> BDC EMC", 1},
    {"(a (b (c)) /MCID 5) Tj /P <</MCID 0>> BDC EMC", 1},
    {"(a \\\\) Tj /P <</MCID 0>> BDC EMC", 1},
    {"% /MCID 3\n/P <</MCID 0>> BDC EMC", 1},
    {"% /MCID 3\r/P <</MCID 0>> BDC EMC", 1},
    {"(% no comment) Tj /P <</MCID 0>> BDC EMC", 1},
    {"/MCIDs 3", 0},
    {"/MCID", 1},
    {"(open /MCID 1", 0},
    {"(open \\", 0},
    {"% to the end /MCID 1", 0},
    {"<2F4D434944> Tj", 0},
};

static void test_streams_are_counted(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(streams); i++) {
        int count = ez_marks_count(streams[i].stream, strlen(streams[i].stream));
        if (count != streams[i].count)
            g_test_fail_printf("%d, not %d in: %s", count, streams[i].count, streams[i].stream);
    }
}

// A page with so many leaves; the first page of two has one more or less.
static EzScene *scene_with(const int *leaves, int pages)
{
    EzScene *scene = ez_scene_new("nl", "x");
    for (int p = 0; p < pages; p++) {
        ez_scene_begin_page(scene, 50, 50, 0, "x");
        for (int i = 0; i < leaves[p]; i++) {
            EzPath path = {0};
            ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, "x", NULL);
            ez_path_rect(scene, &path, (EzRect){i, i, 1, 1}, 0);
            ez_scene_path(scene, path, &EZ_WHITE, (EzStroke){0});
            ez_scene_end_leaf(scene);
        }
        ez_scene_end_page(scene);
    }
    ez_scene_seal(scene);
    return scene;
}

static GBytes *draw(const int *leaves, int pages)
{
    g_autoptr(EzScene) scene = scene_with(leaves, pages);
    g_autoptr(GError) error = NULL;
    GBytes *pdf = ez_test_pdf(scene, &(EzPdfOptions){.creator = "test"}, &error);
    g_assert_no_error(error);
    return pdf;
}

static void test_a_drawing_agrees_with_its_scene(void)
{
    const int leaves[] = {3, 0, 40};
    g_autoptr(GBytes) pdf = draw(leaves, 3);
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    g_assert_true(ez_marks_check(pdf, leaves, 3, "x.pdf", diags, &error));
    g_assert_no_error(error);
    g_assert_cmpint(ez_diags_count(diags), ==, 0);
}

static void test_the_first_page_that_differs_is_told(void)
{
    static const int others[][3] = {{3, 2, 4}, {3, 4, 4}};
    for (int i = 0; i < 2; i++) {
        g_autoptr(GBytes) pdf = draw((const int[]){3, 3, 3}, 3);
        g_autoptr(EzDiags) diags = ez_diags_new();
        g_autoptr(GError) error = NULL;
        g_assert_false(ez_marks_check(pdf, others[i], 3, "x.pdf", diags, &error));
        g_assert_no_error(error);
        g_assert_cmpint(ez_diags_count(diags), ==, 1);
        g_autofree char *message = g_strdup_printf(
            "x.pdf: page 2 has 3 marked pieces and the scene has %d", others[i][1]);
        g_assert_cmpstr(ez_diags_get(diags, 0)->message, ==, message);
    }
}

static void test_another_number_of_pages_or_no_pdf_is_an_error(void)
{
    const int leaves[] = {1, 1};
    g_autoptr(GBytes) one = draw(leaves, 1);
    g_autoptr(GBytes) none = g_bytes_new_static("hello", 5);
    GBytes *const wrong[] = {one, none};
    for (int i = 0; i < 2; i++) {
        g_autoptr(EzDiags) diags = ez_diags_new();
        g_autoptr(GError) error = NULL;
        g_assert_false(ez_marks_check(wrong[i], leaves, 2, "x.pdf", diags, &error));
        g_assert_cmpstr(error->message, ==, "x.pdf: the drawn PDF cannot be read");
        g_assert_cmpint(ez_diags_count(diags), ==, 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/marks/streams-are-counted", test_streams_are_counted);
    g_test_add_func("/marks/a-drawing-agrees-with-its-scene",
                    test_a_drawing_agrees_with_its_scene);
    g_test_add_func("/marks/the-first-page-that-differs-is-told",
                    test_the_first_page_that_differs_is_told);
    g_test_add_func("/marks/another-number-of-pages-or-no-pdf-is-an-error",
                    test_another_number_of_pages_or_no_pdf_is_an_error);
    return g_test_run();
}
