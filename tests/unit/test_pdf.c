// SPDX-License-Identifier: EUPL-1.2
// The raw PDF: one mark for each leaf, text that can be copied, the same bytes every time.
#include "render/device_pdf.h"
#include "tests/support/test_kit.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <qpdf/qpdf-c.h>
#include <string.h>
#include <time.h>

#include "engine/base/rng.h"

// ---- fixture -------------------------------------------------------------------

typedef struct Bench {
    EzFonts *fonts;
    const EzFont *serif, *sans;
} Bench;

static Bench open_bench(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    g_autoptr(GError) error = NULL;
    Bench bench = {.fonts = ez_fonts_new((const char *[]){folder, NULL}, &error)};
    g_assert_no_error(error);
    bench.serif = ez_fonts_find(bench.fonts, "Literata", 600, false);
    bench.sans = ez_fonts_find(bench.fonts, "Atkinson Hyperlegible Next", 400, false);
    return bench;
}

static EzColour hex(const char *text)
{
    EzColour colour;
    g_assert_true(ez_colour_parse_hex(text, &colour));
    return colour;
}

// A colour that tells a leaf of the page from the others, and from what is no leaf's (-1).
static EzColour colour_of(int leaf)
{
    return (EzColour){.r = (leaf + 1) / 100.0, .g = 0.5, .b = 0.25, .tint = 1};
}

static void put_text(EzScene *scene, const Bench *bench, const char *text, double x, double y,
                     EzColour ink)
{
    EzSpan span = {.text = text, .font = bench->sans, .size = 9, .language = "nl"};
    g_autoptr(EzTypesetter) typesetter = ez_typesetter_new(bench->fonts, NULL);
    const EzParagraph *paragraph =
        ez_paragraph_set(typesetter, ez_scene_arena(scene), &span, 1, 90, EZ_SETTING_PLAIN);
    for (int i = 0; i < paragraph->n_lines; i++)
        for (int k = 0; k < paragraph->lines[i].n_runs; k++)
            ez_scene_text(scene, &paragraph->lines[i].runs[k], x, y + 4.2 * i, ink);
}

static void put_rect(EzScene *scene, EzRect rect, EzColour fill)
{
    EzPath path = {0};
    ez_path_rect(scene, &path, rect, 0);
    ez_scene_path(scene, path, &fill, (EzStroke){0});
}

static GBytes *render(const EzScene *scene, bool bleed)
{
    g_autoptr(GError) error = NULL;
    EzPdfOptions options = {
        .bleed = bleed, .title = ez_scene_title(scene), .creator = "ezkit 0.1.0"};
    GBytes *pdf = ez_test_pdf(scene, &options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(pdf);
    return pdf;
}

static EzScene *small_scene(const Bench *bench)
{
    EzScene *scene = ez_scene_new("nl", "Proefkaart – één");
    ez_scene_begin_page(scene, 105, 148, 3, "N01 voorkant");
    put_rect(scene, (EzRect){-3, -3, 111, 20}, hex("#00687A"));
    ez_scene_open(scene, EZ_ROLE_SECTION, NULL);
    ez_scene_begin_leaf(scene, EZ_ROLE_H1, NULL, NULL, NULL);
    put_text(scene, bench, "Een efficiënte kop → snel", 7, 30, hex("#1E2420"));
    ez_scene_end_leaf(scene);
    ez_scene_begin_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, NULL);
    put_text(scene, bench,
             "De baars jaagt in open water, de murene kruipt in spleten. Met "
             "kop\u00ADschudden haalt de baars 54\u00A0% van de murenen erbij; "
             "doi:\u206010.1371/journal.pbio.0040431.",
             7, 40, hex("#1E2420"));
    ez_scene_end_leaf(scene);
    ez_scene_close(scene);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    return scene;
}

// A PDF in a file, gone with the test.
typedef struct TempPdf {
    char *folder, *path;
} TempPdf;

static TempPdf to_file(GBytes *pdf)
{
    g_autoptr(GError) error = NULL;
    TempPdf temp = {.folder = g_dir_make_tmp("ezkit-XXXXXX", &error)};
    g_assert_no_error(error);
    temp.path = g_build_filename(temp.folder, "raw.pdf", NULL);
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    g_file_set_contents(temp.path, data, (gssize)size, &error);
    g_assert_no_error(error);
    return temp;
}

static void remove_file(TempPdf *temp)
{
    g_unlink(temp->path);
    g_rmdir(temp->folder);
    g_free(temp->path);
    g_free(temp->folder);
}

// What a program of poppler says about the PDF; NULL when it is not installed.
static char *ask(const char *program, GBytes *pdf, const char *last)
{
    g_autofree char *found = g_find_program_in_path(program);
    if (found == NULL)
        return NULL;
    TempPdf temp = to_file(pdf);
    const char *argv[] = {found, temp.path, last, NULL};
    char *said = NULL;
    g_autoptr(GError) error = NULL;
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said, NULL,
                 NULL, &error);
    g_assert_no_error(error);
    remove_file(&temp);
    return said;
}

// ---- marks ---------------------------------------------------------------------

static qpdf_data read_pdf(GBytes *pdf)
{
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    qpdf_data file = qpdf_init();
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    g_assert_cmpint(qpdf_read_memory(file, "raw.pdf", data, size, NULL), ==, 0);
    return file;
}

static char *page_content(qpdf_data file, int page)
{
    unsigned char *data = NULL;
    size_t size = 0;
    qpdf_oh handle = qpdf_get_page_n(file, (size_t)page);
    g_assert_cmpint(qpdf_oh_get_page_content_data(file, handle, &data, &size), ==, 0);
    char *content = g_strndup((const char *)data, size);
    free(data);
    return content;
}

// Counts "/Span << /MCID n >> BDC" and sees that n goes 0, 1, 2 … and that each is closed
// before the next begins.
static int count_marks(const char *content)
{
    int n = 0;
    for (const char *p = content; (p = strstr(p, "/MCID ")) != NULL; n++) {
        p += strlen("/MCID ");
        g_assert_cmpint(g_ascii_strtoll(p, NULL, 10), ==, n);
        const char *end = strstr(p, "EMC"), *next = strstr(p, "/MCID ");
        g_assert_nonnull(end);
        g_assert_true(next == NULL || end < next);
    }
    return n;
}

// Each colour of a leaf stands inside that leaf's mark: Cairo has been seen to be one mark off.
static int count_colours(const char *content)
{
    g_auto(GStrv) words = g_strsplit_set(content, " \n", -1);
    int mark = -1, depth = 0, n = 0;
    for (char **word = words; *word != NULL; word++) {
        if (strcmp(*word, "/MCID") == 0)
            mark = (int)g_ascii_strtoll(word[1], NULL, 10);
        else if (strcmp(*word, "BDC") == 0)
            depth++;
        // Within a mark stand the actual texts of ligatures.
        else if (strcmp(*word, "EMC") == 0)
            mark = --depth == 0 ? -1 : mark;
        else if (g_ascii_strcasecmp(*word, "rg") == 0 && strcmp(word[-2], "0.5") == 0) {
            double red = g_ascii_strtod(word[-3], NULL);
            g_assert_cmpfloat_with_epsilon(red, colour_of(mark).r, 0.001);
            n++;
        }
    }
    return n;
}

static int assert_marks(const EzScene *scene, GBytes *pdf)
{
    qpdf_data file = read_pdf(pdf);
    int colours = 0;
    g_assert_cmpint(qpdf_get_num_pages(file), ==, ez_scene_page_count(scene));
    for (int i = 0; i < ez_scene_page_count(scene); i++) {
        g_autofree char *content = page_content(file, i);
        g_assert_cmpint(count_marks(content), ==, ez_scene_page(scene, i)->n_leaves);
        colours += count_colours(content);
    }
    qpdf_cleanup(&file);
    return colours;
}

// ---- random scenes -------------------------------------------------------------

typedef struct Maker {
    EzRng rng;
    int first_leaf;
    int leaf, n_leaves; // of this page: which one is being made, how many there are
    EzScene *scene;
    const Bench *bench;
} Maker;

static double any(Maker *maker, double low, double high)
{
    return low + (high - low) * ez_rng_unit(&maker->rng);
}

static void add_random_text(Maker *maker)
{
    static const char *const texts[] = {"één",
                                        "De baars jaagt in open water",
                                        "efficiënt → 54\u00A0% of meer",
                                        "a",
                                        " b ",
                                        "zoek een partner met een andere werkwijze, niet een "
                                        "kopie van jezelf, en blijf lang genoeg bij elkaar",
                                        "\u202Eabc 123"};
    const char *text = texts[ez_rng_between(&maker->rng, 0, G_N_ELEMENTS(texts) - 1)];
    put_text(maker->scene, maker->bench, text, any(maker, -60, 120), any(maker, -60, 160),
             colour_of(maker->leaf));
}

static void add_random_path(Maker *maker)
{
    EzRect rect = {any(maker, -40, 120), any(maker, -40, 160), any(maker, 0, 30), 0};
    rect.height = ez_rng_between(&maker->rng, 0, 3) == 0 ? 0 : any(maker, 0, 30);
    if (ez_rng_between(&maker->rng, 0, 1) == 0) {
        put_rect(maker->scene, rect, colour_of(maker->leaf));
        return;
    }
    EzPath path = {0};
    ez_path_circle(maker->scene, &path, rect.x, rect.y, rect.width);
    EzStroke stroke = {.width = 0.3, .colour = colour_of(maker->leaf), .dash = {1, 1}};
    ez_scene_path(maker->scene, path, NULL, stroke);
}

static void add_random_item(Maker *maker, int depth)
{
    int64_t kind = ez_rng_between(&maker->rng, 0, depth < 2 ? 6 : 5);
    if (kind < 3) {
        add_random_text(maker);
    } else if (kind < 6) {
        add_random_path(maker);
    } else {
        ez_scene_clip(maker->scene, (EzRect){any(maker, -20, 110), any(maker, -20, 150),
                                             any(maker, 0, 60), any(maker, 0, 60)});
        add_random_item(maker, depth + 1);
        add_random_item(maker, depth + 1);
        ez_scene_unclip(maker->scene);
    }
}

static void add_random_leaf(Maker *maker)
{
    ez_scene_begin_leaf(maker->scene, EZ_ROLE_PARAGRAPH, NULL, NULL, NULL);
    maker->leaf = maker->n_leaves;
    for (int64_t n = ez_rng_between(&maker->rng, 0, 4); n > 0; n--)
        add_random_item(maker, 0);
    ez_scene_end_leaf(maker->scene);
    // One without items is dropped, and the next has its number.
    maker->n_leaves = ez_scene_leaf_count(maker->scene) - maker->first_leaf;
    maker->leaf = -1;
}

static void add_random_page(Maker *maker)
{
    maker->first_leaf = ez_scene_leaf_count(maker->scene);
    maker->n_leaves = 0;
    maker->leaf = -1;
    ez_scene_begin_page(maker->scene, 105, 148, 3, "kaart");
    for (int64_t n = ez_rng_between(&maker->rng, 0, 9); n > 0; n--) {
        if (ez_rng_between(&maker->rng, 0, 2) == 0)
            add_random_item(maker, 0);
        else
            add_random_leaf(maker);
    }
    ez_scene_end_page(maker->scene);
}

static EzScene *random_scene(const Bench *bench, uint64_t seed)
{
    Maker maker = {.scene = ez_scene_new("nl", "Toeval"), .bench = bench};
    ez_rng_seed(&maker.rng, seed);
    for (int64_t n = ez_rng_between(&maker.rng, 1, 5); n > 0; n--)
        add_random_page(&maker);
    ez_scene_seal(maker.scene);
    return maker.scene;
}

static void test_random_scenes_have_a_mark_for_each_leaf(void)
{
    Bench bench = open_bench();
    int colours = 0;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        g_autoptr(EzScene) scene = random_scene(&bench, seed);
        for (int bleed = 0; bleed <= 1; bleed++) {
            g_autoptr(GBytes) pdf = render(scene, bleed == 1);
            g_test_message("seed %d, bleed %d", (int)seed, bleed);
            colours += assert_marks(scene, pdf);
        }
    }
    g_assert_cmpint(colours, >, 300);
    ez_fonts_free(bench.fonts);
}

// ---- leaves that leave no ink --------------------------------------------------

typedef struct Faint {
    const char *what;
    EzRect rect, clip;
    const char *text;
} Faint;

static void add_faint(EzScene *scene, const Bench *bench, const Faint *faint, EzColour leaf)
{
    ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, faint->what, NULL);
    ez_scene_clip(scene, faint->clip);
    if (faint->text != NULL)
        put_text(scene, bench, faint->text, faint->rect.x, faint->rect.y, leaf);
    else
        put_rect(scene, faint->rect, leaf);
    ez_scene_unclip(scene);
    ez_scene_end_leaf(scene);
}

static void test_a_leaf_without_ink_has_its_mark(void)
{
    const EzRect page = {0, 0, 105, 148};
    const Faint cases[] = {
        {"a shape beside the page", {200, 10, 20, 20}, page, NULL},
        {"a text beside the page", {200, 10, 0, 0}, page, "naast"},
        {"a text above the page", {10, -90, 0, 0}, page, "boven"},
        {"a shape of no size", {10, 10, 0, 0}, page, NULL},
        {"a shape outside its clip", {10, 10, 5, 5}, {50, 50, 5, 5}, NULL},
        {"a text outside its clip", {10, 10, 0, 0}, {50, 50, 5, 5}, "weg"},
        {"a clip of no size", {10, 10, 5, 5}, {10, 10, 0, 0}, NULL},
        {"a text in a clip of no size", {10, 10, 0, 0}, {10, 10, 0, 0}, "weg"},
    };
    Bench bench = open_bench();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(EzScene) scene = ez_scene_new("nl", "Bleek");
        ez_scene_begin_page(scene, 105, 148, 0, "1");
        add_faint(scene, &bench, &cases[i], colour_of(0));
        ez_scene_begin_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, NULL);
        put_text(scene, &bench, "zichtbaar", 10, 10, colour_of(1));
        ez_scene_end_leaf(scene);
        add_faint(scene, &bench, &cases[i], colour_of(2));
        ez_scene_end_page(scene);
        ez_scene_seal(scene);
        g_autoptr(GBytes) pdf = render(scene, false);
        g_test_message("%s", cases[i].what);
        assert_marks(scene, pdf);
    }
    ez_fonts_free(bench.fonts);
}

// ---- what is in the file -------------------------------------------------------

static void test_the_text_comes_back(void)
{
    Bench bench = open_bench();
    g_autoptr(EzScene) scene = small_scene(&bench);
    g_autoptr(GBytes) pdf = render(scene, true);
    g_autofree char *said = ask("pdftotext", pdf, "-");
    if (said == NULL) {
        g_test_skip("no pdftotext");
    } else {
        g_auto(GStrv) words = g_strsplit_set(said, " \n\f", -1);
        GString *text = g_string_new(NULL);
        for (char **word = words; *word != NULL; word++)
            if (**word != '\0')
                g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", *word);
        g_assert_cmpstr(text->str, ==,
                        "Een efficiënte kop → snel De baars jaagt in open water, de murene "
                        "kruipt in spleten. Met kopschudden haalt de baars 54 % van de murenen "
                        "erbij; doi:10.1371/journal.pbio.0040431.");
        g_string_free(text, TRUE);
    }
    ez_fonts_free(bench.fonts);
}

// Each glyph keeps its own letter when the text runs from right to left.
static void test_letters_from_right_to_left_come_back(void)
{
    Bench bench = open_bench();
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    put_text(scene, &bench, "\u202Eabc", 10, 10, hex("#000000"));
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    g_autoptr(GBytes) pdf = render(scene, false);
    g_autofree char *said = ask("pdftotext", pdf, "-");
    if (said == NULL)
        g_test_skip("no pdftotext");
    else
        g_assert_cmpstr(g_strstrip(said), ==, "cba");
    ez_fonts_free(bench.fonts);
}

static void test_fonts_are_embedded_as_subsets(void)
{
    Bench bench = open_bench();
    g_autoptr(EzScene) scene = small_scene(&bench);
    g_autoptr(GBytes) pdf = render(scene, true);
    g_autofree char *said = ask("pdffonts", pdf, NULL);
    if (said == NULL) {
        g_test_skip("no pdffonts");
    } else {
        g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
        g_assert_cmpuint(g_strv_length(lines), >, 3);
        for (char **line = lines + 2; *line != NULL && **line != '\0'; line++)
            g_assert_nonnull(strstr(*line, " yes yes yes "));
    }
    ez_fonts_free(bench.fonts);
}

static void test_the_file_is_sound(void)
{
    Bench bench = open_bench();
    g_autoptr(EzScene) scene = small_scene(&bench);
    g_autoptr(GBytes) pdf = render(scene, true);
    qpdf_data file = read_pdf(pdf);
    g_assert_cmpint(qpdf_check_pdf(file), ==, 0);
    g_assert_false(qpdf_more_warnings(file));
    qpdf_oh info = qpdf_oh_get_key(file, qpdf_get_trailer(file), "/Info");
    const char *const want[][2] = {{"/Title", "Proefkaart – één"},
                                   {"/Creator", "ezkit 0.1.0"},
                                   {"/CreationDate", "20260101000000Z"}};
    for (guint i = 0; i < G_N_ELEMENTS(want); i++) {
        qpdf_oh value = qpdf_oh_get_key(file, info, want[i][0]);
        const char *text = qpdf_oh_get_utf8_value(file, value);
        // Cairo 1.16 forgets the "D:" before a date.
        g_assert_cmpstr(g_str_has_prefix(text, "D:") ? text + 2 : text, ==, want[i][1]);
    }
    qpdf_cleanup(&file);
    ez_fonts_free(bench.fonts);
}

static void assert_media(GBytes *pdf, double width, double height)
{
    qpdf_data file = read_pdf(pdf);
    qpdf_oh box = qpdf_oh_get_key(file, qpdf_get_page_n(file, 0), "/MediaBox");
    double right = qpdf_oh_get_numeric_value(file, qpdf_oh_get_array_item(file, box, 2));
    double bottom = qpdf_oh_get_numeric_value(file, qpdf_oh_get_array_item(file, box, 3));
    g_assert_cmpfloat_with_epsilon(right, width * 72 / 25.4, 0.001);
    g_assert_cmpfloat_with_epsilon(bottom, height * 72 / 25.4, 0.001);
    qpdf_cleanup(&file);
}

static void test_pages_are_as_large_as_asked(void)
{
    Bench bench = open_bench();
    g_autoptr(EzScene) scene = small_scene(&bench);
    g_autoptr(GBytes) trim = render(scene, false);
    g_autoptr(GBytes) bleed = render(scene, true);
    assert_media(trim, 105, 148);
    assert_media(bleed, 111, 154);
    ez_fonts_free(bench.fonts);
}

// Cairo would cut pages to whole points where their size was changed.
static void test_no_page_is_cut_at_its_edges(void)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    for (int i = 0; i < 2; i++) {
        ez_scene_begin_page(scene, 105, 148, 3, "1");
        put_rect(scene, (EzRect){-3, -3, 111, 154}, hex("#00687A"));
        ez_scene_end_page(scene);
    }
    ez_scene_seal(scene);
    g_autoptr(GBytes) pdf = render(scene, false);
    qpdf_data file = read_pdf(pdf);
    for (int i = 0; i < 2; i++) {
        g_autofree char *content = page_content(file, i);
        g_assert_null(strstr(content, "re W n"));
    }
    qpdf_cleanup(&file);
}

static void test_pages_of_two_sizes_keep_theirs(void)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    for (int i = 0; i < 2; i++) {
        ez_scene_begin_page(scene, 63 + 42 * i, 88, 0, "x");
        ez_scene_end_page(scene);
    }
    ez_scene_seal(scene);
    g_autoptr(GBytes) pdf = render(scene, false);
    assert_media(pdf, 63, 88);
    g_autofree char *said = ask("pdfinfo", pdf, NULL);
    g_assert_true(said == NULL || strstr(said, "178.583 x 249.449") != NULL);
}

// ---- the same bytes ------------------------------------------------------------

static GBytes *render_afresh(void)
{
    Bench bench = open_bench();
    g_autoptr(EzScene) scene = small_scene(&bench);
    GBytes *pdf = render(scene, true);
    ez_fonts_free(bench.fonts);
    return pdf;
}

static void test_twice_gives_the_same_bytes(void)
{
    g_autoptr(GBytes) a = render_afresh();
    g_autoptr(GBytes) b = render_afresh();
    g_assert_true(g_bytes_equal(a, b));
}

static void change_place(const char *zone, const char *locale)
{
    g_setenv("TZ", zone, TRUE);
    g_setenv("LC_ALL", locale, TRUE);
    g_setenv("PANGO_LANGUAGE", "el:he", TRUE);
    tzset();
    setlocale(LC_ALL, "");
}

static void test_another_place_gives_the_same_bytes(void)
{
    g_autoptr(GBytes) here = render_afresh();
    // LOCPATH leads to the locale that `./dev test` makes; without it the time zone and the languages alone are tried.
    change_place("Asia/Tokyo", "de_DE.UTF-8");
    g_test_message("decimal mark %s", localeconv()->decimal_point);
    g_autoptr(GBytes) there = render_afresh();
    change_place("UTC", "C");
    g_assert_true(g_bytes_equal(here, there));
}

// ---- failure -------------------------------------------------------------------

static void test_a_font_file_that_is_gone_fails(void)
{
    Bench bench = open_bench();
    EzFont gone = *bench.sans;
    gone.file = "/nowhere/Gone.ttf";
    EzGlyph glyph = {.id = 5};
    EzCluster cluster = {1, 1};
    EzGlyphRun run = {.font = &gone,
                      .size = 9,
                      .language = "nl",
                      .text = "a",
                      .n_bytes = 1,
                      .glyphs = &glyph,
                      .n_glyphs = 1,
                      .clusters = &cluster,
                      .n_clusters = 1};
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_begin_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, NULL);
    ez_scene_text(scene, &run, 5, 5, hex("#000000"));
    ez_scene_end_leaf(scene);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    g_autoptr(GError) error = NULL;
    g_assert_null(ez_test_pdf(scene, &(EzPdfOptions){0}, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_assert_nonnull(strstr(error->message, "Gone.ttf"));
    ez_fonts_free(bench.fonts);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf/random-scenes-have-a-mark-for-each-leaf",
                    test_random_scenes_have_a_mark_for_each_leaf);
    g_test_add_func("/pdf/a-leaf-without-ink-has-its-mark",
                    test_a_leaf_without_ink_has_its_mark);
    g_test_add_func("/pdf/the-text-comes-back", test_the_text_comes_back);
    g_test_add_func("/pdf/letters-from-right-to-left-come-back",
                    test_letters_from_right_to_left_come_back);
    g_test_add_func("/pdf/fonts-are-embedded-as-subsets", test_fonts_are_embedded_as_subsets);
    g_test_add_func("/pdf/the-file-is-sound", test_the_file_is_sound);
    g_test_add_func("/pdf/pages-are-as-large-as-asked", test_pages_are_as_large_as_asked);
    g_test_add_func("/pdf/no-page-is-cut-at-its-edges", test_no_page_is_cut_at_its_edges);
    g_test_add_func("/pdf/pages-of-two-sizes-keep-theirs", test_pages_of_two_sizes_keep_theirs);
    g_test_add_func("/pdf/twice-gives-the-same-bytes", test_twice_gives_the_same_bytes);
    g_test_add_func("/pdf/another-place-gives-the-same-bytes",
                    test_another_place_gives_the_same_bytes);
    g_test_add_func("/pdf/a-font-file-that-is-gone-fails", test_a_font_file_that_is_gone_fails);
    return g_test_run();
}
