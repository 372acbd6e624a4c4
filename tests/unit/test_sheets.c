// SPDX-License-Identifier: EUPL-1.2
// Sheets: what stands on them is compared with tests/golden/sheets (EZ_GOLDEN_WRITE=1 writes it anew), and a PDF of them is measured.
#include "print/sheets.h"

#include "print/words.h"
#include "tests/support/test_kit.h"

#include <math.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

// ---- cards ----------------------------------------------------------------------------------------

typedef struct Bench {
    EzFonts *fonts;
    EzTypesetter *typesetter;
} Bench;

static Bench open_bench(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    g_autoptr(GError) error = NULL;
    Bench bench = {.fonts = ez_fonts_new((const char *[]){folder, NULL}, &error)};
    g_assert_no_error(error);
    bench.typesetter = ez_typesetter_new(bench.fonts, NULL);
    return bench;
}

static void close_bench(Bench *bench)
{
    ez_typesetter_free(bench->typesetter);
    ez_fonts_free(bench->fonts);
}

// A side is a ground past its edge, and in a leaf a line from its corner. The red of both tells the card, their blue is 0.5.
static void put_side(EzScene *scene, EzSize size, int number, EzSide side)
{
    g_autofree char *label = g_strdup_printf("K%d %s", number, ez_side_words[side]);
    EzColour ground = {.r = number / 100.0, .g = 0.9, .b = 0.5, .tint = 1};
    EzColour ink = {.r = number / 100.0, .g = 0.25, .b = 0.5, .tint = 1};
    EzPath box = {0}, line = {0};
    ez_scene_begin_page(scene, size.width, size.height, 3, label);
    ez_path_rect(scene, &box, (EzRect){-3, -3, size.width + 6, size.height + 6}, 0);
    ez_scene_path(scene, box, &ground, (EzStroke){0});
    ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, "a line", NULL);
    ez_path_move(scene, &line, 0, 0);
    ez_path_line(scene, &line, 10, 0);
    ez_scene_path(scene, line, NULL, (EzStroke){.width = 1, .colour = ink});
    ez_scene_end_leaf(scene);
    ez_scene_end_page(scene);
}

static EzScene *make_card(EzSize size, int number)
{
    EzScene *scene = ez_scene_new("nl", NULL);
    put_side(scene, size, number, EZ_FRONT);
    put_side(scene, size, number, EZ_BACK);
    ez_scene_seal(scene);
    return scene;
}

typedef struct Case {
    const char *name;
    EzSize card;
    double smallest;
    EzDuplex duplex;
    double back_x, back_y;
    int cards;
    const char *language, *title;
} Case;

static const EzSize a6 = {105, 148};

static const Case cases[] = {
    {"full", {105, 148}, 0.9, EZ_DUPLEX_LONG, 0, 0, 4, "nl", "Natuurkaarten"},
    {"partial", {105, 148}, 0.9, EZ_DUPLEX_LONG, 0, 0, 5, "en", "Nature cards"},
    {"short", {105, 148}, 0.9, EZ_DUPLEX_SHORT, 0, 0, 3, "nl", "Natuurkaarten"},
    {"long-lying", {74, 105}, 0.9, EZ_DUPLEX_LONG, 0, 0, 3, "nl", "Rollen"},
    {"fold", {74, 105}, 0.9, EZ_DUPLEX_FOLD, 0, 0, 3, "nl", "Rollen"},
    {"none", {63, 88}, 1, EZ_DUPLEX_NONE, 0, 0, 2, "en", "A deck with a very long name indeed"},
    {"offset", {105, 148}, 1, EZ_DUPLEX_LONG, 0.5, -1.25, 2, "de", "Natur"},
};

static EzSheetOptions options_of(const Case *c, const Bench *bench)
{
    EzSize a4 = {210, 297};
    EzImpositionOptions imposition = {c->card,   a4,        c->smallest, c->duplex,
                                      c->back_x, c->back_y, {0, 0}};
    EzSheetOptions options = {.sides = {EZ_FRONT, EZ_BACK},
                              .n_sides = 2,
                              .language = c->language,
                              .name = c->title,
                              .version = "Wortelwerk 1.0.0"};
    g_assert_true(ez_impose(&imposition, &options.imposition));
    options.sheets = ez_sheets_needed(&options.imposition, c->cards);
    options.typesetter = bench->typesetter;
    options.font = ez_fonts_find(bench->fonts, "Atkinson Hyperlegible Next", 400, false);
    return options;
}

// Cards are gone as soon as they are added.
static void add_cards(EzSheets *sheets, EzSize size, int count)
{
    for (int i = 1; i <= count; i++) {
        g_autoptr(EzScene) card = make_card(size, i);
        ez_sheets_add(sheets, card, 0);
    }
    ez_sheets_end(sheets);
}

// ---- goldens ---------------------------------------------------------------------------------------

static void take_dump(const EzScene *sheet, void *data)
{
    g_autofree char *dump = ez_scene_dump(sheet);
    g_string_append(data, dump);
}

static void assert_golden(const char *name, const char *found)
{
    g_autofree char *file = g_strconcat(name, ".txt", NULL);
    g_autofree char *path =
        g_build_filename(g_getenv("EZ_SOURCE"), "tests", "golden", "sheets", file, NULL);
    g_autofree char *want = NULL;
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, found, -1, NULL));
    g_assert_true(g_file_get_contents(path, &want, NULL, NULL));
    g_assert_cmpstr(found, ==, want);
}

static void test_sheets_are_the_goldens(void)
{
    Bench bench = open_bench();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        EzSheetOptions options = options_of(&cases[i], &bench);
        g_autoptr(GString) dumps = g_string_new(NULL);
        g_autoptr(EzSheets) sheets = ez_sheets_new(&options, take_dump, dumps);
        add_cards(sheets, cases[i].card, cases[i].cards);
        assert_golden(cases[i].name, dumps->str);
    }
    close_bench(&bench);
}

// A worksheet of two pages: each alone on a sheet, without marks.
static void test_a_page_alone_has_no_marks(void)
{
    Bench bench = open_bench();
    EzSheetOptions options = options_of(&cases[0], &bench);
    options.plain = true;
    options.n_sides = 1;
    options.sheets = 2;
    g_assert_true(
        ez_impose_page((EzSize){420, 297}, (EzSize){210, 297}, false, &options.imposition));
    g_autoptr(GString) dumps = g_string_new(NULL);
    g_autoptr(EzSheets) sheets = ez_sheets_new(&options, take_dump, dumps);
    g_autoptr(EzScene) scene = make_card((EzSize){420, 297}, 1);
    ez_sheets_add(sheets, scene, 0);
    ez_sheets_add(sheets, scene, 1);
    ez_sheets_end(sheets);
    assert_golden("plain", dumps->str);
    close_bench(&bench);
}

// ---- how many ---------------------------------------------------------------------------------------

static void count_page(const EzScene *sheet, void *data)
{
    int *pages = data;
    g_assert_cmpint(ez_scene_page_count(sheet), ==, 1);
    g_assert_cmpint(ez_scene_leaf_count(sheet), ==,
                    2); // the label in two columns: cards are not heard
    (*pages)++;
}

static void test_a_sheet_comes_as_soon_as_it_is_full(void)
{
    Bench bench = open_bench();
    EzSheetOptions options = options_of(&cases[0], &bench);
    int pages = 0;
    g_autoptr(EzSheets) sheets = ez_sheets_new(&options, count_page, &pages);
    g_autoptr(EzScene) card = make_card(a6, 1); // four copies of one
    for (int i = 1; i <= 4; i++) {
        g_assert_cmpint(pages, ==, 0);
        ez_sheets_add(sheets, card, 0);
    }
    g_assert_cmpint(pages, ==, 2);
    ez_sheets_end(sheets);
    g_assert_cmpint(pages, ==, 2); // nothing was left
    ez_sheets_add(sheets, card, 0);
    ez_sheets_end(sheets);
    g_assert_cmpint(pages, ==, 4);
    ez_sheets_add(sheets, card, 0); // freed with a card in hand
    g_assert_cmpint(ez_sheets_needed(&options.imposition, 5), ==, 2);
    g_assert_cmpint(ez_sheets_needed(&options.imposition, 8), ==, 2);
    close_bench(&bench);
}

static void test_words_are_found_by_language(void)
{
    g_assert_cmpstr(ez_print_words("nl")->sides[EZ_BACK], ==, "achterkant");
    g_assert_cmpstr(ez_print_words("nl-BE")->sheet, ==, "vel");
    g_assert_cmpstr(ez_print_words("en")->sheet, ==, "sheet");
    g_assert_cmpstr(ez_print_words("nld")->sheet, ==, "sheet");
    g_assert_cmpstr(ez_print_words("fr")->scale, ==, "scale");
}

// ---- the PDF ----------------------------------------------------------------------------------------

typedef struct Paper {
    EzPdf *pdf;
} Paper;

static void take_page(const EzScene *sheet, void *data)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(ez_pdf_add(((Paper *)data)->pdf, sheet, &error));
    g_assert_no_error(error);
}

static GBytes *print_case(const Case *c, const Bench *bench, EzImposition *imposition)
{
    EzPdfOptions pdf = {.title = "x"};
    EzSheetOptions options = options_of(c, bench);
    g_autoptr(GError) error = NULL;
    Paper paper = {ez_pdf_new(&pdf)};
    g_autoptr(EzSheets) sheets = ez_sheets_new(&options, take_page, &paper);
    add_cards(sheets, c->card, c->cards);
    *imposition = options.imposition;
    GBytes *bytes = ez_pdf_finish(paper.pdf, &error);
    g_assert_no_error(error);
    ez_pdf_free(paper.pdf);
    return bytes;
}

// What the content of a page says, by the page's own matrices: the box in which a card is seen, and where its line goes from and to.
// In mm from the top left.
typedef struct Seen {
    EzRect box;
    double from_x, from_y, to_x, to_y;
} Seen;

typedef struct Matrix {
    double xx, yx, xy, yy, x0, y0;
} Matrix;

typedef struct Reader {
    Matrix now, kept[16];
    int depth;
    double clip[4], from[2], to[2];
    double tall;   // of the page, in mm
    Seen seen[64]; // by the number of the card
    int card;      // whose colour is set; 0 = none
} Reader;

static double number(char **word, int before)
{
    return g_ascii_strtod(word[-before], NULL);
}

static void multiply(Reader *r, char **word)
{
    Matrix m = {number(word, 6), number(word, 5), number(word, 4),
                number(word, 3), number(word, 2), number(word, 1)};
    Matrix a = r->now;
    r->now = (Matrix){m.xx * a.xx + m.yx * a.xy,        m.xx * a.yx + m.yx * a.yy,
                      m.xy * a.xx + m.yy * a.xy,        m.xy * a.yx + m.yy * a.yy,
                      m.x0 * a.xx + m.y0 * a.xy + a.x0, m.x0 * a.yx + m.y0 * a.yy + a.y0};
}

static void map(const Reader *r, double x, double y, double *out_x, double *out_y)
{
    const double mm = 25.4 / 72;
    *out_x = (r->now.xx * x + r->now.xy * y + r->now.x0) * mm;
    *out_y = r->tall - (r->now.yx * x + r->now.yy * y + r->now.y0) * mm;
}

static void keep_box(Reader *r)
{
    double x1, y1, x2, y2;
    map(r, r->clip[0], r->clip[1], &x1, &y1);
    map(r, r->clip[0] + r->clip[2], r->clip[1] + r->clip[3], &x2, &y2);
    r->seen[r->card].box = (EzRect){fmin(x1, x2), fmin(y1, y2), fabs(x2 - x1), fabs(y2 - y1)};
}

static void keep_line(Reader *r)
{
    Seen *seen = &r->seen[r->card];
    map(r, r->from[0], r->from[1], &seen->from_x, &seen->from_y);
    map(r, r->to[0], r->to[1], &seen->to_x, &seen->to_y);
}

static void set_colour(Reader *r, char **word)
{
    r->card = fabs(number(word, 1) - 0.5) < 0.001 ? (int)round(number(word, 3) * 100) : 0;
    g_assert_cmpint(r->card, <, (int)G_N_ELEMENTS(r->seen));
}

// One operator of those that draw.
static void read_drawing(Reader *r, char **word)
{
    if (strcmp(*word, "W") == 0)
        for (int i = 0; i < 4; i++)
            r->clip[i] = number(word, 5 - i); // x y width height re W
    else if (strcmp(*word, "m") == 0)
        r->from[0] = number(word, 2), r->from[1] = number(word, 1);
    else if (strcmp(*word, "l") == 0)
        r->to[0] = number(word, 2), r->to[1] = number(word, 1);
    else if (strcmp(*word, "f") == 0 && r->card > 0)
        keep_box(r);
    else if (strcmp(*word, "S") == 0 && r->card > 0)
        keep_line(r);
}

static void read_word(Reader *r, char **word)
{
    if (strcmp(*word, "q") == 0)
        r->kept[r->depth++] = r->now;
    else if (strcmp(*word, "Q") == 0)
        r->now = r->kept[--r->depth];
    else if (strcmp(*word, "cm") == 0)
        multiply(r, word);
    else if (g_ascii_strcasecmp(*word, "rg") == 0)
        set_colour(r, word);
    else
        read_drawing(r, word);
    g_assert_true(r->depth >= 0 && r->depth < (int)G_N_ELEMENTS(r->kept));
}

static Reader *read_page(qpdf_data file, int page, const EzImposition *p)
{
    unsigned char *data = NULL;
    size_t size = 0;
    Reader *r = g_new0(Reader, 1);
    r->now = (Matrix){1, 0, 0, 1, 0, 0};
    r->tall = p->paper.height;
    qpdf_oh handle = qpdf_get_page_n(file, (size_t)page);
    g_assert_cmpint(qpdf_oh_get_page_content_data(file, handle, &data, &size), ==, 0);
    // An operator finds its numbers before it, also the first.
    g_autofree char *content = g_strdup_printf("0 0 0 0 0 0 %.*s", (int)size, data);
    free(data);
    g_auto(GStrv) words = g_strsplit_set(content, " \n", -1);
    for (char **word = words + 6; *word != NULL; word++)
        read_word(r, word);
    return r;
}

// Both points of a card's line, seen through the paper.
static void assert_behind(const Seen *front, const Seen *back, const EzImposition *p)
{
    bool sideways = ez_imposition_turns_sideways(p);
    double x = sideways ? p->paper.width - back->box.x - back->box.width : back->box.x;
    double y = sideways ? back->box.y : p->paper.height - back->box.y - back->box.height;
    g_assert_cmpfloat_with_epsilon(x, front->box.x, 0.01);
    g_assert_cmpfloat_with_epsilon(y, front->box.y, 0.01);
    g_assert_cmpfloat_with_epsilon(back->box.width, front->box.width, 0.01);
    g_assert_cmpfloat_with_epsilon(back->box.height, front->box.height, 0.01);
}

// The line starts in the corner where the card's own top left is.
static void assert_stands(const Seen *seen, bool turned, double scale)
{
    double x = turned ? seen->box.x + seen->box.width : seen->box.x;
    double y = turned ? seen->box.y + seen->box.height : seen->box.y;
    g_assert_cmpfloat_with_epsilon(seen->from_x, x, 0.01);
    g_assert_cmpfloat_with_epsilon(seen->from_y, y, 0.01);
    g_assert_cmpfloat_with_epsilon(seen->to_x - seen->from_x, (turned ? -10 : 10) * scale,
                                   0.01);
    g_assert_cmpfloat_with_epsilon(seen->to_y, seen->from_y, 0.01);
}

static void check_sheet(qpdf_data file, int sheet, const EzImposition *p, int first, int last)
{
    g_autofree Reader *fronts = read_page(file, 2 * sheet, p);
    g_autofree Reader *backs = read_page(file, 2 * sheet + 1, p);
    for (int card = first; card <= last; card++) {
        const Seen *front = &fronts->seen[card], *back = &backs->seen[card];
        g_assert_cmpfloat_with_epsilon(front->box.width, p->cell.width, 0.01);
        assert_behind(front, back, p);
        assert_stands(front, false, p->scale);
        assert_stands(back, !ez_imposition_turns_sideways(p), p->scale);
    }
}

static const Case duplexes[] = {
    {"long", {105, 148}, 0.9, EZ_DUPLEX_LONG, 0, 0, 7, "nl", "x"},
    {"short", {105, 148}, 0.9, EZ_DUPLEX_SHORT, 0, 0, 7, "nl", "x"},
    {"poker long", {63, 88}, 1, EZ_DUPLEX_LONG, 0, 0, 14, "nl", "x"},
    {"poker short", {63, 88}, 1, EZ_DUPLEX_SHORT, 0, 0, 14, "nl", "x"},
    {"lying long", {74, 105}, 0.9, EZ_DUPLEX_LONG, 0, 0, 11, "nl", "x"},
    {"lying short", {74, 105}, 0.9, EZ_DUPLEX_SHORT, 0, 0, 11, "nl", "x"},
};

static void test_backs_lie_behind_their_fronts_in_the_pdf(void)
{
    Bench bench = open_bench();
    for (gsize i = 0; i < G_N_ELEMENTS(duplexes); i++) {
        const Case *c = &duplexes[i];
        EzImposition p;
        g_autoptr(GBytes) pdf = print_case(c, &bench, &p);
        gsize size;
        const char *data = g_bytes_get_data(pdf, &size);
        qpdf_data file = qpdf_init();
        g_assert_cmpint(qpdf_read_memory(file, "sheets", data, size, NULL), ==, 0);
        g_assert_cmpint(qpdf_get_num_pages(file), ==, 4);
        check_sheet(file, 0, &p, 1, p.count);
        check_sheet(file, 1, &p, p.count + 1, c->cards);
        qpdf_cleanup(&file);
    }
    close_bench(&bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sheets/are-the-goldens", test_sheets_are_the_goldens);
    g_test_add_func("/sheets/a-page-alone-has-no-marks", test_a_page_alone_has_no_marks);
    g_test_add_func("/sheets/come-as-soon-as-they-are-full",
                    test_a_sheet_comes_as_soon_as_it_is_full);
    g_test_add_func("/sheets/words-are-found-by-language", test_words_are_found_by_language);
    g_test_add_func("/sheets/backs-lie-behind-their-fronts-in-the-pdf",
                    test_backs_lie_behind_their_fronts_in_the_pdf);
    return g_test_run();
}
