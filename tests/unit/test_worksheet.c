// SPDX-License-Identifier: EUPL-1.2
// Worksheets: which ids a field may have, where there is room to write, what the scene tells of fields, and the sheets of the kit.
#include "engine/load/field_ids.h"
#include "render/scene_form.h"
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

#define NEAR 0.001

// ---- ids ---------------------------------------------------------------------------------------

static void test_an_id_has_a_form(void)
{
    static const struct {
        const char *id;
        bool is_one;
    } table[] = {
        {"idea", true},
        {"idea#1", true},
        {"idea#999", true},
        {"monday.who", true},
        {"monday.who#2", true},
        {"top3", true},
        {"moet-doen", true},
        {"card_id#3", true},
        {"3d", true},
        {"", false},
        {"Idea", false},
        {"idea 2", false},
        {"idea#", false},
        {"idea#0", false},
        {"idea#01", false},
        {"idea#1000", false},
        {"idea#1a", false},
        {"#1", false},
        {".who", false},
        {"monday.", false},
        {"monday.who.x", false},
        {"monday#1.who", false},
        {"-idea", false},
        {"idé", false},
        {"monday._who", false},
        {"idea\n", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (ez_field_id_is_one(table[i].id) != table[i].is_one)
            g_test_fail_printf("\"%s\"", table[i].id);
    g_autofree char *longest = g_strnfill(80, 'a'), *longer = g_strnfill(81, 'a');
    g_assert_true(ez_field_id_is_one(longest));
    g_assert_false(ez_field_id_is_one(longer));
}

// ---- a sheet -----------------------------------------------------------------------------------

typedef struct Sheet {
    char *folder;
    EzTestBench *bench;
    EzScene *scene;
} Sheet;

static Sheet open_sheet(const char *nodes)
{
    Sheet sheet = {.folder = ez_test_folder()};
    ez_test_put_sheet(sheet.folder, "{ 100, 100 }", nodes);
    sheet.bench = ez_test_bench(sheet.folder);
    sheet.scene = ez_test_sheet(sheet.bench, "sheet", "nl");
    g_autofree char *mistakes = ez_test_mistakes(sheet.bench);
    g_assert_cmpstr(mistakes, ==, "");
    return sheet;
}

static void close_sheet(Sheet *sheet)
{
    ez_scene_free(sheet->scene);
    ez_test_bench_free(sheet->bench);
    ez_test_remove(sheet->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sheet, close_sheet)

static const EzFormSpot *spot_of(const Sheet *sheet, int field, int spot)
{
    return ez_scene_field_spot(sheet->scene, ez_scene_field(sheet->scene, field), spot);
}

static void assert_rect(EzRect rect, double x, double y, double width, double height)
{
    g_assert_cmpfloat_with_epsilon(rect.x, x, NEAR);
    g_assert_cmpfloat_with_epsilon(rect.y, y, NEAR);
    g_assert_cmpfloat_with_epsilon(rect.width, width, NEAR);
    g_assert_cmpfloat_with_epsilon(rect.height, height, NEAR);
}

static void test_lines_stand_9_apart_and_11_under_the_label(void)
{
    g_auto(Sheet) sheet =
        open_sheet("padding = 10, write { id = 'a', label = 'Onze opgave', lines = 3 }");
    double baseline = ez_test_words(sheet.scene, 0, "Onze opgave")->text.y;
    const EzPath *lines = &ez_test_path(sheet.scene, 0, 0)->path.path;
    g_assert_cmpint(lines->n_steps, ==, 6);
    for (int i = 0; i < 3; i++)
        g_assert_cmpfloat_with_epsilon(lines->steps[2 * i].y, baseline + 11 + 9 * i, NEAR);
    assert_rect(spot_of(&sheet, 0, 0)->rect, 10, baseline + 2, 80, 27);
    g_assert_cmpint(spot_of(&sheet, 0, 0)->lines, ==, 3);
}

// The boxes stand as high as the label's capitals, and the columns share what is left of it.
static void test_options_stand_beside_the_label(void)
{
    g_auto(Sheet) sheet = open_sheet(
        "padding = 10, tick { id = 'a', label = 'A', beside = true, columns = 2, gap = 1,"
        "options = { 'stap terug', 'stap naar voren', 'eens' } }");
    const EzItem *label = ez_test_words(sheet.scene, 0, "A");
    EzRect first = spot_of(&sheet, 0, 0)->rect, second = spot_of(&sheet, 0, 1)->rect;
    EzRect third = spot_of(&sheet, 0, 2)->rect;
    g_assert_cmpfloat(first.x, >, 10 + 4);
    g_assert_cmpfloat(first.y, <, label->text.y);
    g_assert_cmpfloat(first.y + first.height, >, label->text.y);
    assert_rect(second, first.x + (90 - first.x) / 2, first.y, first.width, first.height);
    g_assert_cmpfloat(third.x, ==, first.x);
    g_assert_cmpfloat(third.y, >=, first.y + first.height + 1);
    g_assert_cmpfloat(first.y, >=, 10);
}

// A tenth of a millimetre decides on a line more or less.
static void test_as_many_lines_as_fit(void)
{
    static const struct {
        double tall;
        int lines;
    } table[] = {{15.8, 1}, {24.7, 1}, {24.8, 2}, {33.7, 2}, {33.8, 3}, {90, 9}};
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        char tall[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(tall, sizeof tall, "%.1f", table[i].tall);
        g_autofree char *nodes =
            g_strdup_printf("write { id = 'a', label = 'x', height = %s }", tall);
        g_auto(Sheet) sheet = open_sheet(nodes);
        g_assert_cmpint(spot_of(&sheet, 0, 0)->lines, ==, table[i].lines);
    }
}

static void test_a_field_without_a_colour_takes_that_of_the_sheet(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl'", "", "'sheet'");
    ez_test_put(folder, "kit/worksheets/sheet.lua",
                "return worksheet { id = 'sheet', code = 'S', title = 'Blad', size = 'a6',"
                "colour = 'teal', page { padding = 9, write { id = 'a', label = 'een' },"
                "write { id = 'b', label = 'twee', colour = 'ink' } } }");
    EzTestBench *bench = ez_test_bench(folder);
    g_autoptr(EzScene) scene = ez_test_sheet(bench, "sheet", "nl");
    g_assert_cmpstr(ez_test_words(scene, 0, "een")->text.colour.name, ==, "teal");
    g_assert_cmpstr(ez_test_words(scene, 0, "twee")->text.colour.name, ==, "ink");
    g_clear_pointer(&scene, ez_scene_free);
    ez_test_bench_free(bench);
    ez_test_remove(folder);
}

static void test_the_scene_tells_what_is_asked(void)
{
    g_auto(Sheet) sheet =
        open_sheet("tick { id = 'v', label = 'Werkwoord', tooltip = 'Kies er een', options = { "
                   "{ 'Verbinden', id = 'F1' }, 'Delen' } }, box { id = 'b', label = 'Vak' }");
    g_assert_cmpint(ez_scene_field_count(sheet.scene), ==, 2);
    const EzFormField *tick = ez_scene_field(sheet.scene, 0);
    const EzFormField *box = ez_scene_field(sheet.scene, 1);
    g_assert_cmpint(tick->kind, ==, EZ_FORM_TICK);
    g_assert_cmpstr(tick->id, ==, "v");
    g_assert_cmpstr(tick->label, ==, "Werkwoord");
    g_assert_cmpstr(tick->tooltip, ==, "Kies er een");
    g_assert_cmpint(tick->n_spots, ==, 2);
    g_assert_cmpstr(spot_of(&sheet, 0, 0)->value, ==, "F1");
    g_assert_cmpstr(spot_of(&sheet, 0, 1)->value, ==, "2");
    g_assert_cmpstr(spot_of(&sheet, 0, 1)->name, ==, "Delen");
    g_assert_cmpstr(box->tooltip, ==, "Vak");
    g_assert_null(spot_of(&sheet, 1, 0)->value);
    // Each box to tick is heard right before its own words, as an item of a list.
    for (int i = 0; i < 2; i++) {
        const EzFormSpot *spot = spot_of(&sheet, 0, i);
        const EzTag *words = ez_scene_tag(sheet.scene, spot->before);
        const EzTag *item = ez_scene_tag(sheet.scene, spot->tag);
        g_assert_cmpint(words->parent, ==, spot->tag);
        g_assert_cmpint(item->role, ==, EZ_ROLE_LIST_BODY);
        const EzTag *list =
            ez_scene_tag(sheet.scene, ez_scene_tag(sheet.scene, item->parent)->parent);
        g_assert_cmpint(list->role, ==, EZ_ROLE_LIST);
        g_assert_cmpint(list->parent, ==, tick->tag);
        g_assert_cmpint(words->leaf, ==, i + 1);
    }
}

// ---- the kit -----------------------------------------------------------------------------------

typedef struct Asked {
    const char *id;
    EzFormKind kind;
    int spots, lines;
} Asked;

// What the design asks on W01, in the order in which it is read.
static const Asked w01[] = {
    {"session.date", EZ_FORM_WRITE, 1, 1},
    {"session.group", EZ_FORM_WRITE, 1, 1},
    {"session.facilitator", EZ_FORM_WRITE, 1, 1},
    {"session.challenge", EZ_FORM_WRITE, 1, 1},
    {"challenge", EZ_FORM_WRITE, 1, 6},
    {"verb", EZ_FORM_TICK, 8, 0},
    {"nature_question", EZ_FORM_WRITE, 1, 10},
    {"card#1", EZ_FORM_WRITE, 1, 1},
    {"retold#1", EZ_FORM_WRITE, 1, 4},
    {"idea#1", EZ_FORM_WRITE, 1, 6},
    {"votes#1", EZ_FORM_DOTS, 5, 0},
    {"idea#2", EZ_FORM_WRITE, 1, 6},
    {"votes#2", EZ_FORM_DOTS, 5, 0},
    {"card#2", EZ_FORM_WRITE, 1, 1},
    {"retold#2", EZ_FORM_WRITE, 1, 4},
    {"idea#3", EZ_FORM_WRITE, 1, 6},
    {"votes#3", EZ_FORM_DOTS, 5, 0},
    {"idea#4", EZ_FORM_WRITE, 1, 6},
    {"votes#4", EZ_FORM_DOTS, 5, 0},
    {"card#3", EZ_FORM_WRITE, 1, 1},
    {"retold#3", EZ_FORM_WRITE, 1, 4},
    {"idea#5", EZ_FORM_WRITE, 1, 6},
    {"votes#5", EZ_FORM_DOTS, 5, 0},
    {"idea#6", EZ_FORM_WRITE, 1, 6},
    {"votes#6", EZ_FORM_DOTS, 5, 0},
    {"limits", EZ_FORM_WRITE, 1, 6},
    {"top3#1", EZ_FORM_WRITE, 1, 1},
    {"top3#2", EZ_FORM_WRITE, 1, 1},
    {"top3#3", EZ_FORM_WRITE, 1, 1},
    {"monday.who", EZ_FORM_WRITE, 1, 1},
    {"monday.what", EZ_FORM_WRITE, 1, 3},
    {"monday.by", EZ_FORM_WRITE, 1, 2},
};

static EzScene *sheet_in(EzTestBench *bench, const char *code, const char *language)
{
    EzScene *scene = ez_test_sheet(bench, code, language);
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
    return scene;
}

static void check_field(const EzScene *scene, int i)
{
    const EzFormField *field = ez_scene_field(scene, i);
    g_assert_cmpstr(field->id, ==, w01[i].id);
    g_assert_cmpint(field->kind, ==, w01[i].kind);
    g_assert_cmpint(field->n_spots, ==, w01[i].spots);
    g_assert_cmpint(ez_scene_field_spot(scene, field, 0)->lines, ==, w01[i].lines);
}

static void check_fields(EzTestBench *bench, const char *language)
{
    g_autoptr(EzScene) scene = sheet_in(bench, "W01", language);
    g_assert_cmpint(ez_scene_field_count(scene), ==, G_N_ELEMENTS(w01));
    for (int i = 0; i < (int)G_N_ELEMENTS(w01); i++)
        check_field(scene, i);
}

static void test_w01_asks_what_the_design_asks(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    check_fields(bench, "nl");
    check_fields(bench, "en");
}

// Cells of a table share their lines.
static bool overlap(EzRect a, EzRect b)
{
    return a.x + NEAR < b.x + b.width && b.x + NEAR < a.x + a.width &&
           a.y + NEAR < b.y + b.height && b.y + NEAR < a.y + a.height;
}

// No two places to fill in lie over each other, and none leaves the margin of the sheet.
static void check_places(const EzScene *scene)
{
    g_autoptr(GArray) rects = g_array_new(FALSE, FALSE, sizeof(EzRect));
    for (int i = 0; i < ez_scene_field_count(scene); i++)
        for (int k = 0; k < ez_scene_field(scene, i)->n_spots; k++)
            g_array_append_val(rects,
                               ez_scene_field_spot(scene, ez_scene_field(scene, i), k)->rect);
    for (guint i = 0; i < rects->len; i++) {
        EzRect r = g_array_index(rects, EzRect, i);
        g_assert_cmpfloat(r.x, >=, 11.99);
        g_assert_cmpfloat(r.x + r.width, <=, 408.01);
        g_assert_cmpfloat(r.y + r.height, <=, 276.01);
        for (guint k = 0; k < i; k++)
            g_assert_false(overlap(r, g_array_index(rects, EzRect, k)));
    }
}

// Who hears one of the fields alone knows which it is.
static void check_tooltips(const EzScene *scene)
{
    for (int i = 0; i < ez_scene_field_count(scene); i++)
        for (int k = 0; k < i; k++)
            g_assert_cmpstr(ez_scene_field(scene, k)->tooltip, !=,
                            ez_scene_field(scene, i)->tooltip);
}

// Printed on A4 the sheet is 0.707 as large: what is read is then still 9 points.
static void check_sizes(const EzScene *scene)
{
    const EzScenePage *page = ez_scene_page(scene, 0);
    for (int i = 0; i < page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, page->first_item + i);
        if (item->kind == EZ_ITEM_TEXT && item->leaf >= 0)
            g_assert_cmpfloat(item->text.run->size * G_SQRT2 / 2, >=, 9);
    }
}

// Each large sheet of the kit, in each language.
static void check_sheets(void (*check)(const EzScene *scene))
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    static const char *const codes[] = {"W01", "W04", "W07"}, *const languages[] = {"nl", "en"};
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(languages); k++) {
            g_autoptr(EzScene) scene = sheet_in(bench, codes[i], languages[k]);
            check(scene);
        }
}

static void test_places_to_fill_in_lie_apart(void)
{
    check_sheets(check_places);
}

static void test_each_field_says_which_it_is(void)
{
    check_sheets(check_tooltips);
}

static void test_words_can_be_read_on_a4(void)
{
    check_sheets(check_sizes);
}

// ---- the frame ---------------------------------------------------------------------------------

static void copy_file(const char *folder, const char *path)
{
    g_autofree char *from = g_build_filename(g_getenv("EZ_SOURCE"), path, NULL);
    g_autofree char *text = ez_test_read(from);
    ez_test_put(folder, path, text);
}

// The frame is for A4 as well: nothing of it comes over the edge or over another.
static void test_the_frame_fits_a4(void)
{
    char *folder = ez_test_folder();
    ez_test_put(
        folder, "kit/kit.lua",
        "return kit { id = 'test', version = '1', languages = { 'nl', 'en' }, licence = "
        "'CC BY 4.0', title = { nl = 'Proef', en = 'Test' }, theme = 'theme', worksheets "
        "= { 'small' } }");
    copy_file(folder, "kit/theme.lua");
    copy_file(folder, "kit/labels.lua");
    copy_file(folder, "kit/worksheets/frame.lua");
    ez_test_put(folder, "kit/worksheets/small.lua",
                "local frame = require 'worksheets.frame'\n"
                "local title = { nl = 'Proefbrief', en = 'Trial letter' }\n"
                "return worksheet { id = 'small', code = 'W12', title = title, size = 'a4',\n"
                "  frame.page({ paper = 'a4', code = 'W12', exercise = 'O6', colour = 'ink', "
                "title = title }, {}) }\n");
    EzTestBench *bench = ez_test_bench(folder);
    EzScene *scene = ez_test_sheet(bench, "small", "en");
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
    g_assert_cmpint(ez_scene_field_count(scene), ==, 4);
    g_assert_cmpfloat(ez_test_words(scene, 0, "Trial letter")->text.run->size, ==, 22);
    ez_scene_free(scene);
    ez_test_bench_free(bench);
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        GTestFunc test;
    } tests[] = {
        {"/worksheet/an-id-has-a-form", test_an_id_has_a_form},
        {"/worksheet/lines-stand-9-apart-and-11-under-the-label",
         test_lines_stand_9_apart_and_11_under_the_label},
        {"/worksheet/options-stand-beside-the-label", test_options_stand_beside_the_label},
        {"/worksheet/as-many-lines-as-fit", test_as_many_lines_as_fit},
        {"/worksheet/a-field-without-a-colour-takes-that-of-the-sheet",
         test_a_field_without_a_colour_takes_that_of_the_sheet},
        {"/worksheet/the-scene-tells-what-is-asked", test_the_scene_tells_what_is_asked},
        {"/worksheet/w01-asks-what-the-design-asks", test_w01_asks_what_the_design_asks},
        {"/worksheet/places-to-fill-in-lie-apart", test_places_to_fill_in_lie_apart},
        {"/worksheet/each-field-says-which-it-is", test_each_field_says_which_it_is},
        {"/worksheet/words-can-be-read-on-a4", test_words_can_be_read_on_a4},
        {"/worksheet/the-frame-fits-a4", test_the_frame_fits_a4},
    };
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add_func(tests[i].path, tests[i].test);
    return g_test_run();
}
