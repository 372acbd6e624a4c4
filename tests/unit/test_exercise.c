// SPDX-License-Identifier: EUPL-1.2
// The exercises of a kit: what is known of their heads, and what a session keeps of them.
#include "engine/load/pins.h"
#include "tests/support/test_kit.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const char KIT[] =
    "return kit { id = 'test', version = '1', languages = { 'nl', 'en' }, theme = 'theme',\n"
    "  title = { nl = 'Proef', en = 'Test' }, decks = { 'f', 'n' },\n"
    "  materials = { pens = { nl = 'pennen', en = 'pens' } },\n"
    "  exercises = { 'talk/round', 'none/*', 'talk/*', 'alone' } }\n";
static const char F[] =
    "return deck { id = 'f', code = 'F', title = { nl = 'F', en = 'F' }, size = 'a7', face = "
    "'x',"
    "  cards = { card { id = 'F1', title = { nl = 'Vast', en = 'Hold' } } } }\n";
static const char N[] =
    "return deck { id = 'nature', code = 'N', title = { nl = 'N', en = 'N' }, size = 'a7',\n"
    "  face = 'x', fields = {\n"
    "    verb = field.ref 'f', text = field.text {}, name = field.plain {}, weight = "
    "field.number {},\n"
    "    kin = field.refs { 'nature', optional = true },\n"
    "    sources = field.list { field.group { url = field.plain {},\n"
    "      said = field.text { optional = true } } } },\n"
    "  cards = {\n"
    "    card { id = 'N2', title = { nl = 'Riet', en = 'Reed' }, verb = 'F1', name = "
    "'\"Phragmites\"',\n"
    "      text = { nl = 'Buigt', en = 'Bends' }, weight = 1.5, kin = { 'N1', 'N2' },\n"
    "      sources = { { url = 'u1', said = { nl = 'a', en = 'b' } }, { url = 'u2' } } },\n"
    "    card { id = 'N1', title = { nl = 'Mos', en = 'Moss' }, verb = 'f1', name = "
    "'Bryophyta',"
    "\n"
    "      text = { nl = 'Drinkt', en = 'Drinks' }, weight = 40, sources = {} } } }\n";
static const char N_PINNED[] =
    "[{\"id\":\"N2\",\"kin\":[\"N1\",\"N2\"],\"name\":\"\\\"Phragmites\\\"\",\"sources\":[{"
    "\"said\":{\"en\":\"b\",\"nl\":\"a\"},\"url\":\"u1\"},{\"url\":\"u2\"}],\"text\":{\"en\":"
    "\"Bends\",\"nl\":\"Buigt\"},\"title\":{\"en\":\"Reed\",\"nl\":\"Riet\"},\"verb\":\"F1\","
    "\"weight\":1.5},{\"id\":\"N1\",\"name\":\"Bryophyta\",\"sources\":[],\"text\":{\"en\":"
    "\"Drinks\",\"nl\":\"Drinkt\"},\"title\":{\"en\":\"Moss\",\"nl\":\"Mos\"},\"verb\":\"F1\","
    "\"weight\":40}]";
static const char ROUND[] =
    "local words = require 'shared.words'\r\n"
    "return exercise { id = 'round', code = 'O1', version = '1.0', api = 1, title = "
    "words.title,\n"
    "  goal = words.title, people = { 3, 30 }, minutes = 20, track = 'talk', reference = "
    "'Own',\n"
    "  materials = { 'pens', 'nature', 'n1' }, includes = { 'second' },\n"
    "  decks = { 'N', 'f', own = { { id = 'a', nl = 'A', en = 'A' } } },\n"
    "  params = {\n"
    "    pace = { type = 'choice', nl = 'Tempo', en = 'Pace', default = 'slow', options = {\n"
    "      { id = 'fast', nl = 'Snel', en = 'Fast' }, { id = 'slow', nl = 'Traag', en = 'Slow' "
    "} "
    "} },\n"
    "    aloud = { type = 'yes_no', nl = 'Hardop', en = 'Aloud', default = true },\n"
    "    turns = { type = 'number', nl = 'Beurten', en = 'Turns', min = 1, default = 2 },\n"
    "    theme = { type = 'text', nl = 'Thema', en = 'Theme', max = 40 } },\n"
    "  run = function(s)\n"
    "    local score, later = require(\"ez.score\"), require 'shared.later'\n"
    "    error 'an exercise ran'\n"
    "  end }\n";
#define PLAIN(id, more)                                                                        \
    "return exercise { id = '" id "', version = '1.0', api = 1, people = { 1, 9 }, minutes = " \
    "5,\n"                                                                                     \
    "  title = { nl = 'T', en = 'T' }, goal = { nl = 'G', en = 'G' },\n" more " }\n"
static const char SECOND[] =
    PLAIN("second", "includes = { 'third' }, decks = { 'nature', 'f' }, run = function(s) end");
static const char THIRD[] =
    PLAIN("third", "run = function(s) local words = require 'shared.words' end");
static const char ALONE[] = PLAIN("alone", "run = function(s) end");

typedef struct Ground {
    char *folder;
    EzDiags *diags;
    EzLoad *load;
} Ground;

static void put_files(const char *folder)
{
    static const struct {
        const char *path, *text;
    } files[] = {
        {"kit/kit.lua", KIT},
        {"kit/theme.lua", "return theme { fonts = {}, styles = {},\n"
                          "  colours = { ink = { rgb = '#000000' } } }\n"},
        {"kit/faces/x.lua",
         "return face { front = function(c) return layers { text { c.title } } end }\n"},
        {"kit/decks/f.lua", F},
        {"kit/decks/n.lua", N},
        {"kit/colours.lua", "return {} -- require 'not.this'\n"},
        {"scripts/alone.lua", ALONE},
        {"scripts/talk/round.lua", ROUND},
        {"scripts/talk/second.lua", SECOND},
        {"scripts/talk/third.lua", THIRD},
        {"scripts/shared/words.lua", "return { title = { nl = 'Ronde', en = 'Round' } }\n"},
        {"scripts/shared/later.lua",
         "local c = require 'colours'\nreturn require 'ez.score'\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        ez_test_put(folder, files[i].path, files[i].text);
}

static void load(Ground *ground)
{
    g_autofree char *library = g_build_filename(g_getenv("EZ_SOURCE"), "scripts", "lib", NULL);
    EzLoadOptions options = {.library = library};
    g_autoptr(GError) error = NULL;
    ground->diags = ez_diags_new();
    ground->load = ez_load_new(ground->folder, &options, ground->diags, &error);
    g_assert_no_error(error);
    for (int i = 0; i < ez_diags_count(ground->diags); i++) {
        g_autofree char *text = ez_diag_format(ez_diags_get(ground->diags, i), "", false);
        ez_test_fault("%s", text);
    }
}

static Ground open_ground(void)
{
    Ground ground = {.folder = ez_test_folder()};
    put_files(ground.folder);
    load(&ground);
    return ground;
}

static void close_ground(Ground *ground)
{
    ez_load_free(ground->load);
    ez_diags_free(ground->diags);
    ez_test_remove(ground->folder);
}

static const EzExercise *exercise(const Ground *ground, const char *id)
{
    const EzExercise *found = ez_kit_exercise(ez_load_kit(ground->load), id);
    g_assert_nonnull(found);
    return found;
}

// ---- heads ------------------------------------------------------------------------------

static void test_order(void)
{
    static const char *const ids[] = {"round", "second", "third", "alone"};
    Ground ground = open_ground();
    const EzKit *kit = ez_load_kit(ground.load);
    g_assert_cmpint(kit->n_exercises, ==, G_N_ELEMENTS(ids));
    for (int i = 0; i < kit->n_exercises; i++)
        g_assert_cmpstr(kit->exercises[i]->id, ==, ids[i]);
    close_ground(&ground);
}

static void test_head(void)
{
    Ground ground = open_ground();
    const EzExercise *round = exercise(&ground, "o1");
    g_assert_cmpstr(round->path, ==, "scripts/talk/round.lua");
    g_assert_cmpstr(round->code, ==, "O1");
    g_assert_cmpstr(ez_text_in(round->title, 1), ==, "Round");
    g_assert_cmpint(round->people.least, ==, 3);
    g_assert_cmpint(round->people.most, ==, 30);
    g_assert_cmpint(round->minutes, ==, 20);
    g_assert_cmpint(round->languages.count, ==, 2);
    g_assert_cmpstr(round->track, ==, "talk");
    g_assert_null(round->worksheet);
    g_assert_cmpstr(exercise(&ground, "third")->code, ==, "third");
    close_ground(&ground);
}

static void test_names(void)
{
    Ground ground = open_ground();
    const EzExercise *round = exercise(&ground, "round");
    g_assert_cmpint(round->n_includes, ==, 1);
    g_assert_true(round->includes[0] == exercise(&ground, "second"));
    g_assert_cmpint(round->n_materials, ==, 3);
    g_assert_cmpstr(ez_text_in(round->materials[0].words, 1), ==, "pens");
    g_assert_cmpstr(ez_text_in(round->materials[1].words, 0), ==, "N");
    g_assert_cmpstr(ez_text_in(round->materials[2].words, 0), ==, "Mos");
    g_assert_cmpint(round->n_decks, ==, 3);
    g_assert_cmpstr(round->decks[0].deck->id, ==, "nature");
    g_assert_true(round->decks[2].own && round->decks[2].deck == NULL);
    g_assert_cmpstr(round->decks[2].name, ==, "own");
    close_ground(&ground);
}

static void test_params(void)
{
    Ground ground = open_ground();
    const EzExercise *round = exercise(&ground, "round");
    const EzParam *aloud = round->params, *pace = aloud + 1, *theme = aloud + 2,
                  *turns = aloud + 3;
    g_assert_cmpint(round->n_params, ==, 4);
    g_assert_true(aloud->type == EZ_PARAM_YES_NO && aloud->has_default && aloud->yes);
    g_assert_true(pace->type == EZ_PARAM_CHOICE && pace->n_options == 2);
    g_assert_cmpstr(pace->text, ==, "slow");
    g_assert_cmpstr(ez_text_in(pace->options[0].words, 0), ==, "Snel");
    g_assert_true(theme->type == EZ_PARAM_TEXT && !theme->has_default && theme->max == 40);
    g_assert_true(turns->type == EZ_PARAM_NUMBER && turns->number == 2 && turns->min == 1);
    g_assert_true(isinf(turns->max));
    close_ground(&ground);
}

// ---- pins -------------------------------------------------------------------------------

// Paths, one a line; owned by the caller.
static char *paths_of(const GPtrArray *pins)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < pins->len; i++)
        g_string_append_printf(out, "%s\n", ((const EzPin *)pins->pdata[i])->path);
    return g_string_free(out, FALSE);
}

static void assert_bytes(const GPtrArray *pins, const char *path, const char *expected)
{
    for (guint i = 0; i < pins->len; i++) {
        const EzPin *pin = pins->pdata[i];
        size_t length;
        const char *text = g_bytes_get_data(pin->bytes, &length);
        if (strcmp(pin->path, path) == 0) {
            g_autofree char *found = g_strndup(text, length);
            g_assert_cmpstr(found, ==, expected);
            return;
        }
    }
    ez_test_fault("nothing is pinned as %s", path);
}

static void test_pinned_in_order(void)
{
    Ground ground = open_ground();
    g_autoptr(GPtrArray) pins = ez_load_pins(ground.load, exercise(&ground, "round"));
    g_autofree char *paths = paths_of(pins);
    g_assert_cmpstr(paths, ==,
                    "scripts/talk/round.lua\nscripts/talk/second.lua\nscripts/talk/third.lua\n"
                    "scripts/shared/words.lua\nez.score\nscripts/shared/later.lua\n"
                    "ez.argument\nkit/colours.lua\n"
                    "deck:N\ndeck:f\ndeck:nature\n");
    close_ground(&ground);
}

static void test_no_more_than_is_named(void)
{
    Ground ground = open_ground();
    g_autoptr(GPtrArray) third = ez_load_pins(ground.load, exercise(&ground, "third"));
    g_autofree char *paths = paths_of(third);
    g_assert_cmpstr(paths, ==, "scripts/talk/third.lua\nscripts/shared/words.lua\n");
    g_autoptr(GPtrArray) alone = ez_load_pins(ground.load, exercise(&ground, "alone"));
    g_autofree char *one = paths_of(alone);
    g_assert_cmpstr(one, ==, "scripts/alone.lua\n");
    close_ground(&ground);
}

static void test_files_byte_for_byte(void)
{
    Ground ground = open_ground();
    g_autofree char *score =
        g_build_filename(g_getenv("EZ_SOURCE"), "scripts/lib/score.lua", NULL);
    g_autofree char *library = ez_test_read(score);
    g_autoptr(GPtrArray) pins = ez_load_pins(ground.load, exercise(&ground, "round"));
    assert_bytes(pins, "scripts/talk/round.lua", ROUND);
    assert_bytes(pins, "scripts/talk/third.lua", THIRD);
    assert_bytes(pins, "ez.score", library);
    close_ground(&ground);
}

static void test_decks(void)
{
    Ground ground = open_ground();
    g_autoptr(GPtrArray) pins = ez_load_pins(ground.load, exercise(&ground, "round"));
    assert_bytes(pins, "deck:N", N_PINNED);
    assert_bytes(pins, "deck:nature", N_PINNED);
    assert_bytes(pins, "deck:f",
                 "[{\"id\":\"F1\",\"title\":{\"en\":\"Hold\",\"nl\":\"Vast\"}}]");
    close_ground(&ground);
}

static void test_same_bytes_elsewhere(void)
{
    Ground here = open_ground();
    g_autoptr(GPtrArray) pins = ez_load_pins(here.load, exercise(&here, "round"));
    g_assert_nonnull(setlocale(LC_ALL, "de_DE.UTF-8"));
    Ground there = open_ground();
    g_autoptr(GPtrArray) again = ez_load_pins(there.load, exercise(&there, "round"));
    setlocale(LC_ALL, "C");
    g_assert_cmpint(pins->len, ==, again->len);
    for (guint i = 0; i < pins->len; i++) {
        const EzPin *one = pins->pdata[i], *other = again->pdata[i];
        g_assert_cmpstr(one->path, ==, other->path);
        g_assert_true(g_bytes_equal(one->bytes, other->bytes));
    }
    close_ground(&here);
    close_ground(&there);
}

// What was pinned is that what was loaded, and outlives it.
static void test_outlive_the_load(void)
{
    Ground ground = open_ground();
    const EzExercise *round = exercise(&ground, "round");
    ez_test_put(ground.folder, "scripts/talk/round.lua", "something else");
    g_autoptr(GPtrArray) pins = ez_load_pins(ground.load, round);
    close_ground(&ground);
    assert_bytes(pins, "scripts/talk/round.lua", ROUND);
    assert_bytes(pins, "deck:N", N_PINNED);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exercise/in-the-order-of-patterns-and-names", test_order);
    g_test_add_func("/exercise/head-is-known-and-run-is-not-called", test_head);
    g_test_add_func("/exercise/names-are-the-things-of-the-kit", test_names);
    g_test_add_func("/exercise/params-by-name-with-their-defaults", test_params);
    g_test_add_func("/pins/exercise-includes-modules-decks", test_pinned_in_order);
    g_test_add_func("/pins/no-more-than-is-named", test_no_more_than_is_named);
    g_test_add_func("/pins/files-byte-for-byte", test_files_byte_for_byte);
    g_test_add_func("/pins/decks-as-sorted-json", test_decks);
    g_test_add_func("/pins/same-bytes-in-another-folder-and-locale", test_same_bytes_elsewhere);
    g_test_add_func("/pins/outlive-the-load-and-the-files", test_outlive_the_load);
    return g_test_run();
}
