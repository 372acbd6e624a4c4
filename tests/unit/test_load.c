// SPDX-License-Identifier: EUPL-1.2
// Kits that mean harm, or are merely very large: loading ends soon, in order, and tells what is wrong.
#include "engine/load/load.h"
#include "tests/support/test_kit.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEBIBYTE ((size_t)1024 * 1024)

typedef struct Ground {
    char *folder;
    EzDiags *diags;
    EzLoad *load;
} Ground;

static const char KIT[] =
    "return kit { id = \"base\", title = \"Base\", theme = \"theme\", languages = { \"nl\" }, "
    "decks = { \"x\" } }\n";
static const char THEME[] =
    "return theme { fonts = {}, colours = { ink = { rgb = \"#000000\" } }, styles = {} }\n";
static const char FACE[] =
    "return face { front = function(c) return layers { text { c.title } } end }\n";
static const char HEAD[] =
    "return deck { id = \"x\", code = \"X\", title = \"X\", size = \"a7\", face = \"x\", ";

static void put(const Ground *ground, const char *path, const char *text, size_t length)
{
    g_autofree char *full = g_build_filename(ground->folder, path, NULL);
    g_autofree char *parent = g_path_get_dirname(full);
    g_mkdir_with_parents(parent, 0777);
    g_unlink(full);
    g_assert_true(g_file_set_contents_full(full, text, (gssize)length, G_FILE_SET_CONTENTS_NONE,
                                           0666, NULL));
}

static void open_ground(Ground *ground)
{
    *ground =
        (Ground){.folder = g_dir_make_tmp("ez-load-XXXXXX", NULL), .diags = ez_diags_new()};
    put(ground, "kit/kit.lua", KIT, strlen(KIT));
    put(ground, "kit/theme.lua", THEME, strlen(THEME));
    put(ground, "kit/faces/x.lua", FACE, strlen(FACE));
}

static void close_ground(Ground *ground)
{
    ez_load_free(ground->load);
    ez_diags_free(ground->diags);
    ez_test_remove(ground->folder);
}

static void load(Ground *ground)
{
    static const EzLoadLimits limits = {5 * 1000 * 1000, 4 * 1000 * 1000, 0, 128 * MEBIBYTE};
    EzLoadOptions options = {.limits = &limits};
    g_autoptr(GError) error = NULL;
    ground->load = ez_load_new(ground->folder, &options, ground->diags, &error);
    g_assert_no_error(error);
}

static void load_deck(Ground *ground, const char *text, size_t length)
{
    put(ground, "kit/decks/x.lua", text, length);
    load(ground);
}

// The first mistake is this one; all are printable.
static void expect(const Ground *ground, const char *code)
{
    for (int i = 0; i < ez_diags_count(ground->diags); i++) {
        g_autofree char *text = ez_diag_format(ez_diags_get(ground->diags, i), "", false);
        g_autofree char *json = ez_diag_format_json(ez_diags_get(ground->diags, i), "");
        g_assert_true(g_utf8_validate(text, -1, NULL) && g_utf8_validate(json, -1, NULL));
        g_assert_null(strpbrk(text, "\033\007\r\t"));
    }
    const char *found = ez_diags_count(ground->diags) > 0
                            ? ez_diag_kind(ez_diags_get(ground->diags, 0)->code)->code
                            : "none";
    if (strcmp(found, code) == 0)
        return;
    g_autofree char *first = ez_diags_count(ground->diags) > 0
                                 ? ez_diag_format(ez_diags_get(ground->diags, 0), "", false)
                                 : NULL;
    g_test_message("expected %s, found %.200s", code, first);
    g_test_fail();
}

// Every side of every card is evaluated, as a build would.
static void evaluate(const Ground *ground)
{
    const EzKit *kit = ez_load_kit(ground->load);
    for (int d = 0; kit != NULL && d < kit->n_decks; d++)
        for (int c = 0; c < kit->decks[d]->n_cards; c++) {
            g_autoptr(EzArena) arena = ez_arena_new();
            ez_load_side(ground->load, &kit->decks[d]->cards[c], EZ_FRONT, arena,
                         ground->diags);
        }
}

// ---- Lua that is too much ------------------------------------------------------------

typedef struct Deck {
    const char *name, *code,
        *lua; // lua: what follows the head of the deck, or a whole file when it begins with a capital "!"
} Deck;

static const Deck decks[] = {
    {"a-text-of-10-mb", "E2002",
     "!local s = string.rep('x', 10 * 1024 * 1024) return deck { id = s }"},
    {"a-text-that-doubles", "E2005", "!local s = 'x' for _ = 1, 40 do s = s .. s end return s"},
    {"a-table-in-itself", "E2101",
     "!local t = {} t.t = t t[1] = t return deck { id = t, code = t, title = t, cards = t, "
     "fields = t }"},
    {"a-deck-that-holds-itself", "E2121",
     "!local d = { id = 'x', code = 'X', title = 'X', size = 'a7', face = 'x' } d.cards = d "
     "return deck(d)"},
    {"a-deck-that-returns-nothing", "E2116", "!return"},
    {"a-list-of-a-million-holes", "E2109",
     "!local c = {} for i = 1, 1000000, 2 do c[i] = i end return deck { id = 'x', code = 'X', "
     "title = 'X', size = 'a7', face = 'x', cards = c }"},
    {"a-key-of-every-type", "E2119",
     "cards = { card { id = 'X1', title = 'x', [1.5] = 1, [true] = 2, [print] = 3, [{}] = 4, "
     "[-7] = 5 } } }"},
    {"functions-for-texts", "E2101",
     "cards = { card { id = print, title = print, copies = print } } }"},
    {"a-module-for-a-deck", "E2008", "cards = require 'nowhere' }"},
    {"a-field-with-a-table-as-key", "E2002",
     "fields = { [{}] = field.text {} }, cards = { card { id = 'X1', title = 'x' } } }"},
    {"declarations-without-end", "E2101",
     "fields = (function() local f = field.list {} f[1] = f return { a = f } end)(), cards = { "
     "card { id = 'X1', title = 'x' } } }"},
    {"values-without-end", "E2104",
     "fields = { a = field.list { field.list { field.plain {} } } }, cards = { card { id = "
     "'X1', title = 'x', b = 1, a = (function() local t = {} t[1] = t return t end)() } } }"},
    {"a-catch-all-of-stops", "E2003",
     "!while true do pcall(function() while true do end end) end"},
    {"a-compiled-chunk-in-a-text", "E2007", "!return load('\\27Lua')"},
    {"print-without-end", "E2003", "!while true do print('x') end"},
};

static void test_deck(gconstpointer data)
{
    const Deck *deck = data;
    Ground ground;
    open_ground(&ground);
    g_autofree char *text =
        deck->lua[0] == '!' ? g_strdup(deck->lua + 1) : g_strconcat(HEAD, deck->lua, NULL);
    load_deck(&ground, text, strlen(text));
    evaluate(&ground);
    expect(&ground, deck->code);
    close_ground(&ground);
}

// ---- files that are too much --------------------------------------------------------------

static GString *repeated(const char *before, const char *part, int count, const char *after)
{
    GString *text = g_string_new(before);
    for (int i = 0; i < count; i++)
        g_string_append(text, part);
    return g_string_append(text, after);
}

static void test_text(const char *before, const char *part, int count, const char *after,
                      const char *code)
{
    Ground ground;
    open_ground(&ground);
    GString *text = repeated(before, part, count, after);
    load_deck(&ground, text->str, text->len);
    evaluate(&ground);
    expect(&ground, code);
    g_string_free(text, TRUE);
    close_ground(&ground);
}

static void test_nested_braces(void)
{
    test_text("return ", "{", 100000, "", "E2002");
}

static void test_nested_parentheses(void)
{
    test_text("return ", "(", 100000, "", "E2002");
}

static void test_one_long_line(void)
{
    test_text("return deck { cards = { ", "card { id = 'a', titel = 'x' }, ", 30000, "} }",
              "E2102");
}

static void test_a_line_just_short_enough(void)
{
    test_text("return deck { cards = { ", "card { id = 'a', titel = 'x' }, ", 2000, "} }",
              "E2102");
}

static void test_a_long_name(void)
{
    test_text("return deck { ", "naaam", 20000, " = 3 }", "E2104");
}

static void test_too_large(void)
{
    test_text("return deck {}", "\n", 4 * 1024 * 1024, "", "E1103");
}

static void test_only_quotes(void)
{
    test_text("", "\"", 100001, "", "E2001");
}

static void test_only_brackets(void)
{
    test_text("return ", "[=", 100000, "", "E2001");
}

static void test_comments(void)
{
    test_text("", "--[==[ x ]]\n", 20000, "", "E2001");
}

static void test_zeros(void)
{
    Ground ground;
    open_ground(&ground);
    g_autofree char *zeros = g_malloc0(100000);
    load_deck(&ground, zeros, 100000);
    expect(&ground, "E1104");
    close_ground(&ground);
}

static void test_many_cards(void)
{
    Ground ground;
    open_ground(&ground);
    g_autofree char *text =
        g_strconcat("local cards = {} for i = 1, 10000 do cards[i] = card { id = 'X' .. i, "
                    "title = 'x', friend = 'X1' } end ",
                    HEAD, "fields = { friend = field.ref 'x' }, cards = cards }", NULL);
    load_deck(&ground, text, strlen(text));
    expect(&ground, "none");
    g_assert_cmpint(ez_load_kit(ground.load)->decks[0]->n_cards, ==, 10000);
    close_ground(&ground);
}

// A word for each mistake costs no more than the mistakes that are shown.
static void test_many_mistakes(void)
{
    Ground ground;
    open_ground(&ground);
    g_autofree char *text =
        g_strconcat("local cards = {} for i = 1, 3000 do cards[i] = card { id = 'X' .. i, "
                    "title = 'x', friend = 'Y' .. i } end ",
                    HEAD, "fields = { friend = field.ref 'x' }, cards = cards }", NULL);
    load_deck(&ground, text, strlen(text));
    expect(&ground, "E2107");
    g_assert_cmpint(ez_diags_errors(ground.diags), ==, 3000);
    g_assert_cmpint(ez_diags_count(ground.diags), ==, 500);
    close_ground(&ground);
}

static void test_csv_too_large(void)
{
    Ground ground;
    open_ground(&ground);
    g_autofree char *text = g_strconcat(HEAD, "cards = csv 'x.csv' }", NULL);
    size_t length = 16 * MEBIBYTE + 1;
    g_autofree char *csv = g_malloc(length);
    memset(csv, '\n', length);
    put(&ground, "kit/decks/x.csv", csv, length);
    load_deck(&ground, text, strlen(text));
    expect(&ground, "E1103");
    close_ground(&ground);
}

static void test_csv_large(void)
{
    Ground ground;
    open_ground(&ground);
    g_autofree char *text = g_strconcat(HEAD, "cards = csv 'x.csv' }", NULL);
    GString *csv = g_string_new("id;title\n");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(csv, "X%d;\"a \"\"b\"\" c %d\"\n", i, i);
    put(&ground, "kit/decks/x.csv", csv->str, csv->len);
    load_deck(&ground, text, strlen(text));
    expect(&ground, "none");
    g_assert_cmpint(ez_load_kit(ground.load)->decks[0]->n_cards, ==, 20000);
    g_assert_cmpstr(ez_load_kit(ground.load)->decks[0]->cards[1].title->strings[0], ==,
                    "a \"b\" c 1");
    g_string_free(csv, TRUE);
    close_ground(&ground);
}

// ---- limits ---------------------------------------------------------------------------

// With so little memory the load stops somewhere: it must tell it, and free all that it had.
static void test_memory_at_every_step(void)
{
    g_autofree char *text = g_strconcat(
        HEAD,
        "fields = { a = field.list { field.group { b = field.plain {} } } }, "
        "cards = { card { id = 'X1', title = 'x', a = { { b = 'y' }, { c = 'z' } } } } }",
        NULL);
    for (size_t memory = 96 * 1024; memory < 320 * 1024; memory += 9973) {
        Ground ground;
        open_ground(&ground);
        put(&ground, "kit/decks/x.lua", text, strlen(text));
        EzLoadLimits limits = {.memory = memory};
        EzLoadOptions options = {.limits = &limits};
        g_autoptr(GError) error = NULL;
        ground.load = ez_load_new(ground.folder, &options, ground.diags, &error);
        g_assert_true(ground.load != NULL || error != NULL);
        if (ground.load != NULL)
            g_assert_cmpint(ez_diags_count(ground.diags), >, 0);
        close_ground(&ground);
    }
}

static void test_no_folder(void)
{
    EzLoadOptions options = {0};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(ez_load_new("/nowhere/at/all", &options, diags, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

// A file that goes away between two looks is a missing file.
static void test_removed_in_between(void)
{
    Ground ground;
    open_ground(&ground);
    g_autofree char *text =
        g_strconcat(HEAD, "cards = { card { id = 'X1', title = 'x' } } }", NULL);
    load_deck(&ground, text, strlen(text));
    ez_test_remove(g_build_filename(ground.folder, "kit", NULL));
    evaluate(&ground);
    expect(&ground, "none");
    ez_load_free(ground.load);
    load(&ground);
    expect(&ground, "E1101");
    close_ground(&ground);
}

static void add_texts(void)
{
    g_test_add_func("/load/a-hundred-thousand-braces-are-too-deep", test_nested_braces);
    g_test_add_func("/load/a-hundred-thousand-parentheses-are-too-deep",
                    test_nested_parentheses);
    g_test_add_func("/load/a-file-on-one-line-is-read", test_one_long_line);
    g_test_add_func("/load/a-long-line-is-read-in-time", test_a_line_just_short_enough);
    g_test_add_func("/load/a-name-of-100-kb-is-told", test_a_long_name);
    g_test_add_func("/load/a-file-too-large-is-refused", test_too_large);
    g_test_add_func("/load/only-quotes", test_only_quotes);
    g_test_add_func("/load/only-brackets", test_only_brackets);
    g_test_add_func("/load/comments-never-closed", test_comments);
    g_test_add_func("/load/zero-bytes", test_zeros);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(decks); i++) {
        g_autofree char *path = g_strdup_printf("/load/%s", decks[i].name);
        g_test_add_data_func(path, &decks[i], test_deck);
    }
    add_texts();
    g_test_add_func("/load/ten-thousand-cards-from-a-loop", test_many_cards);
    g_test_add_func("/load/thousands-of-mistakes-are-counted", test_many_mistakes);
    g_test_add_func("/load/a-csv-too-large-is-refused", test_csv_too_large);
    g_test_add_func("/load/a-large-csv-is-read", test_csv_large);
    g_test_add_func("/load/memory-may-end-anywhere", test_memory_at_every_step);
    g_test_add_func("/load/no-folder-is-an-error-of-the-machine", test_no_folder);
    g_test_add_func("/load/a-file-removed-in-between-is-missing", test_removed_in_between);
    return g_test_run();
}
