// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/test_kit.h"

#include "render/layout.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

// ---- folders ---------------------------------------------------------------------------------

char *ez_test_folder(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("ezkit-test-XXXXXX", &error);
    g_assert_no_error(error);
    return folder;
}

char *ez_test_memory_folder(void)
{
    g_autofree char *folder = g_strdup("/dev/shm/ezkit-test-XXXXXX");
    bool there = g_access("/dev/shm", R_OK | W_OK | X_OK) == 0 && g_mkdtemp(folder) != NULL;
    return there ? g_steal_pointer(&folder) : ez_test_folder();
}

static void remove_below(const char *path)
{
    bool is_folder =
        g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK);
    GDir *dir = is_folder ? g_dir_open(path, 0, NULL) : NULL;
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_below(inner);
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_remove(path);
}

void ez_test_remove(char *folder)
{
    remove_below(folder);
    g_free(folder);
}

void ez_test_put(const char *folder, const char *path, const char *text)
{
    g_autofree char *full = g_build_filename(folder, path, NULL);
    g_autofree char *parent = g_path_get_dirname(full);
    g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
    g_assert_true(g_file_set_contents(full, text, -1, NULL));
}

static void copy_file(const char *from, const char *to)
{
    g_autofree char *bytes = NULL;
    g_autofree char *parent = g_path_get_dirname(to);
    size_t length;
    g_assert_true(g_file_get_contents(from, &bytes, &length, NULL));
    g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
    g_assert_true(g_file_set_contents(to, bytes, (gssize)length, NULL));
}

void ez_test_copy(const char *from, const char *folder)
{
    GDir *dir = g_dir_open(from, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *inner = g_build_filename(from, name, NULL);
        g_autofree char *to = g_build_filename(folder, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR))
            ez_test_copy(inner, to);
        else
            copy_file(inner, to);
    }
    g_dir_close(dir);
}

char *ez_test_read(const char *path)
{
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    return text;
}

void ez_test_difference(const char *expected, const char *found)
{
    g_autofree char *difference = NULL;
    g_autoptr(GSubprocess) diff =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                         "diff", "-u", expected, "-", NULL);
    if (diff != NULL)
        g_subprocess_communicate_utf8(diff, found, NULL, &difference, NULL, NULL);
    g_test_message("%s", difference != NULL ? difference : found);
}

void ez_test_generated(const char *name, char *text)
{
    g_autofree char *wanted = text, *found = NULL;
    g_autofree char *path = g_build_filename(g_getenv("EZ_SOURCE"), name, NULL);
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, wanted, -1, NULL));
    g_assert_true(g_file_get_contents(path, &found, NULL, NULL));
    g_assert_cmpstr(found, ==, wanted);
}

// ---- small kits --------------------------------------------------------------------------------

static const char theme[] =
    "return theme {\n"
    "  fonts = { serif = 'Literata', sans = 'Atkinson Hyperlegible Next' }, typography = "
    "true,\n"
    "  colours = { ink = { rgb = '#1E2420' }, white = { rgb = '#FFFFFF' }, teal = { rgb = "
    "'#00687A' } },\n"
    "  styles = {\n"
    "    title = { font = 'serif', weight = 600, size = 18, leading = 21 },\n"
    "    body = { font = 'sans', size = 9, leading = 12 },\n"
    "    prose = { font = 'sans', size = 9, leading = 12, setting = 'justify', hyphenate = "
    "true },\n"
    "    quote = { font = 'serif', italic = true, size = 10, leading = 14 },\n"
    "    tab = { font = 'serif', weight = 600, size = 12, leading = 12, colour = 'white' },\n"
    "    field = { font = 'sans', weight = 700, size = 13, leading = 17 },\n"
    "    choice = { font = 'sans', size = 13, leading = 17 },\n"
    "    chip = { font = 'sans', weight = 700, size = 8.5, leading = 10 },\n"
    "  },\n"
    "}\n";

GBytes *ez_test_icc(const char *name)
{
    g_autofree char *path = g_build_filename(g_getenv("EZ_SOURCE"), "print", "icc", name, NULL);
    g_autoptr(GError) error = NULL;
    char *bytes = NULL;
    gsize length = 0;
    g_file_get_contents(path, &bytes, &length, &error);
    g_assert_no_error(error);
    return g_bytes_new_take(bytes, length);
}

void ez_test_put_kit(const char *folder, const char *languages, const char *decks,
                     const char *worksheets)
{
    g_autofree char *title = strchr(languages, ',') != NULL
                                 ? g_strdup("{ nl = 'Proef', en = 'Test' }")
                                 : g_strdup("'Proef'");
    g_autofree char *kit = g_strdup_printf("return kit { id = 'test', version = '1', languages "
                                           "= { %s }, title = %s, theme = 'theme',\n"
                                           "  decks = { %s }, worksheets = { %s } }\n",
                                           languages, title, decks, worksheets);
    ez_test_put(folder, "kit/kit.lua", kit);
    ez_test_put(folder, "kit/theme.lua", theme);
}

void ez_test_put_sheet(const char *folder, const char *size, const char *nodes)
{
    g_autofree char *sheet = g_strdup_printf(
        "return worksheet { id = 'sheet', code = 'S', title = 'Blad', size = %s, safe = 0,\n"
        "page { %s } }\n",
        size, nodes);
    ez_test_put_kit(folder, "'nl'", "", "'sheet'");
    ez_test_put(folder, "kit/worksheets/sheet.lua", sheet);
}

// ---- laying out ----------------------------------------------------------------------------------

EzTestBench *ez_test_bench(const char *folder)
{
    return ez_test_bench_with(folder, g_getenv("EZ_SOURCE"));
}

EzTestBench *ez_test_bench_with(const char *folder, const char *fonts_of)
{
    g_autoptr(GError) error = NULL;
    EzTestBench *bench = g_new0(EzTestBench, 1);
    bench->diags = ez_diags_new();
    g_autofree char *library = g_build_filename(g_getenv("EZ_SOURCE"), "scripts", "lib", NULL);
    EzLoadOptions options = {.library = library};
    bench->load = ez_load_new(folder, &options, bench->diags, &error);
    g_assert_no_error(error);
    g_autofree char *fonts = g_build_filename(fonts_of, "kit", "fonts", NULL);
    g_autofree char *cache =
        g_build_filename(g_get_user_cache_dir(), "ezkit", "patterns", NULL);
    bench->patterns = ez_pattern_cache_new(cache);
    bench->pictures = ez_pictures_new();
    bench->fonts = ez_fonts_new((const char *[]){fonts, NULL}, &error);
    g_assert_no_error(error);
    g_autofree char *hyphens =
        g_build_filename(g_getenv("EZ_SOURCE"), "render", "hyphen", NULL);
    bench->hyphens = ez_hyphens_new(hyphens);
    bench->typesetter = ez_typesetter_new(bench->fonts, bench->hyphens);
    return bench;
}

void ez_test_bench_free(EzTestBench *bench)
{
    if (bench == NULL)
        return;
    ez_load_free(bench->load);
    ez_pictures_free(bench->pictures);
    ez_pattern_cache_free(bench->patterns);
    ez_typesetter_free(bench->typesetter);
    ez_hyphens_free(bench->hyphens);
    ez_fonts_free(bench->fonts);
    ez_diags_free(bench->diags);
    g_free(bench);
}

static const EzPictureFile *find_icon(const char *name, void *data)
{
    const EzTestBench *bench = data;
    return ez_load_icon(bench->load, name, bench->diags);
}

static EzLayout layout_of(EzTestBench *bench, EzScene *scene, const char *language)
{
    const EzKit *kit = ez_load_kit(bench->load);
    return (EzLayout){.theme = kit->theme,
                      .typesetter = bench->typesetter,
                      .icon = find_icon,
                      .icon_data = bench,
                      .patterns = bench->patterns,
                      .pictures = bench->pictures,
                      .diags = bench->diags,
                      .scene = scene,
                      .language = ez_kit_language(kit, language),
                      .language_code = language,
                      .thing = "the test"};
}

static EzScene *begin_scene(const EzText *title, const EzLayout *layout)
{
    EzScene *scene = ez_scene_new(layout->language_code, ez_text_in(title, layout->language));
    ez_scene_open(scene, EZ_ROLE_DOCUMENT, NULL);
    return scene;
}

EzScene *ez_test_sheet(EzTestBench *bench, const char *id, const char *language)
{
    const EzWorksheet *sheet = ez_kit_worksheet(ez_load_kit(bench->load), id);
    g_assert_nonnull(sheet);
    return ez_test_lay(bench, sheet, language);
}

EzScene *ez_test_lay(EzTestBench *bench, const EzWorksheet *sheet, const char *language)
{
    EzLayout layout = layout_of(bench, NULL, language);
    layout.scene = begin_scene(sheet->title, &layout);
    layout.width = sheet->size.width;
    layout.height = sheet->size.height;
    layout.bleed = sheet->bleed;
    layout.safe = sheet->safe;
    layout.colour = sheet->colour;
    layout.label = sheet->code;
    for (int i = 0; i < sheet->n_pages; i++)
        ez_layout_page(&layout, sheet->pages[i]);
    ez_scene_close(layout.scene);
    ez_scene_seal(layout.scene);
    return layout.scene;
}

static const EzCard *find_card(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_decks; i++)
        if (ez_deck_card(kit->decks[i], id) != NULL)
            return ez_deck_card(kit->decks[i], id);
    g_error("no card %s", id);
}

static void lay_side(EzTestBench *bench, EzLayout *layout, const EzCard *card, EzSide side)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzNode *node = ez_load_side(bench->load, card, side, arena, bench->diags);
    layout->label = ez_side_words[side];
    if (node != NULL)
        ez_layout_page(layout, node);
}

EzScene *ez_test_card(EzTestBench *bench, const char *id, const char *language)
{
    const EzCard *card = find_card(ez_load_kit(bench->load), id);
    EzLayout layout = layout_of(bench, NULL, language);
    layout.scene = begin_scene(card->title, &layout);
    layout.width = card->deck->size.width;
    layout.height = card->deck->size.height;
    layout.bleed = card->deck->bleed;
    layout.safe = card->deck->safe;
    lay_side(bench, &layout, card, EZ_FRONT);
    lay_side(bench, &layout, card, EZ_BACK);
    ez_scene_close(layout.scene);
    ez_scene_seal(layout.scene);
    return layout.scene;
}

GBytes *ez_test_pdf(const EzScene *scene, const EzPdfOptions *options, GError **error)
{
    g_autoptr(EzPdf) pdf = ez_pdf_new(options);
    return ez_pdf_add(pdf, scene, error) ? ez_pdf_finish(pdf, error) : NULL;
}

void ez_test_fault(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *fault = g_strdup_vprintf(format, values);
    va_end(values);
    g_test_message("%s", fault);
    g_test_fail();
}

char *ez_test_mistakes(const EzTestBench *bench)
{
    GString *lines = g_string_new(NULL);
    ez_diags_sort(bench->diags);
    for (int i = 0; i < ez_diags_count(bench->diags); i++) {
        const EzDiag *diag = ez_diags_get(bench->diags, i);
        g_string_append_printf(lines, "%s %s\n", ez_diag_kind(diag->code)->code, diag->message);
    }
    return g_string_free(lines, FALSE);
}

// ---- finding ---------------------------------------------------------------------------------------

static bool begins_so(const EzItem *item, const char *words)
{
    int length = (int)strlen(words);
    return item->kind == EZ_ITEM_TEXT && item->text.run->n_bytes >= length &&
           memcmp(item->text.run->text, words, (size_t)length) == 0;
}

const EzItem *ez_test_words(const EzScene *scene, int page, const char *words)
{
    for (int p = MAX(page, 0); p < (page < 0 ? ez_scene_page_count(scene) : page + 1); p++) {
        const EzScenePage *on = ez_scene_page(scene, p);
        for (int i = on->first_item; i < on->first_item + on->n_items; i++)
            if (begins_so(ez_scene_item(scene, i), words))
                return ez_scene_item(scene, i);
    }
    g_error("no text \"%s\" on the page", words);
}

const EzItem *ez_test_path(const EzScene *scene, int page, int n)
{
    const EzScenePage *on = ez_scene_page(scene, page);
    for (int i = on->first_item; i < on->first_item + on->n_items; i++)
        if (ez_scene_item(scene, i)->kind == EZ_ITEM_PATH && n-- == 0)
            return ez_scene_item(scene, i);
    g_error("the page has too few paths");
}

EzRect ez_test_bounds(const EzPath *path)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *step = &path->steps[i];
        if (step->verb == EZ_CLOSE)
            continue;
        left = MIN(left, step->x);
        right = MAX(right, step->x);
        top = MIN(top, step->y);
        bottom = MAX(bottom, step->y);
    }
    return (EzRect){left, top, right - left, bottom - top};
}
