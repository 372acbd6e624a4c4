// SPDX-License-Identifier: EUPL-1.2
// The command line from outside: exit statuses, what goes where, and that nothing half-done is ever left behind.
#include "engine/cmd/command.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/resource.h>

// ---- a kit with two small decks -------------------------------------------------------------------

static void put_deck(const char *folder, const char *id, const char *code, int cards)
{
    g_autofree char *path = g_strdup_printf("kit/decks/%s.lua", id);
    g_autofree char *lua =
        g_strdup_printf("local cards = {}\n"
                        "for i = 1, %d do cards[i] = card { id = '%s' .. i, title = { nl = "
                        "'Kaart ' .. i, en = 'Card ' .. i } } end\n"
                        "return deck { id = '%s', code = '%s', title = { nl = 'Spel', en = "
                        "'Deck' }, size = 'a7', face = 'face', cards = cards }\n",
                        cards, code, id, code);
    ez_test_put(folder, path, lua);
}

static void put_face(const char *folder, int times)
{
    g_autofree char *lua = g_strdup_printf(
        "return face { front = function(c)\n"
        "  local all = {}\n"
        "  for i = 1, %d do all[i] = text { c.title, ' heeft woorden, nog meer woorden en het "
        "nummer ', i, at = { 10, 10 + i * 4 },\n"
        "    width = 50, setting = 'balance' } end\n"
        "  return layers(all)\n"
        "end, back = function(c) return layers { text { c.id, at = { 10, 20 } } } end }\n",
        times);
    ez_test_put(folder, "kit/faces/face.lua", lua);
}

static char *make_kit_in(char *folder, int cards)
{
    ez_test_put_kit(folder, "'nl', 'en'", "'een', 'twee'", "");
    put_deck(folder, "een", "E", cards);
    put_deck(folder, "twee", "T", 3);
    put_face(folder, 2);
    return folder;
}

static char *make_kit(int cards)
{
    return make_kit_in(ez_test_folder(), cards);
}

// ---- one line, its status and its words ------------------------------------------------------------

typedef struct Line {
    const char *arguments;
    int status;
    const char *out, *err; // parts that must be there; "" = nothing at all, NULL = whatever
} Line;

static const Line lines[] = {
    {"--help", 0, "ezkit COMMAND --help", ""},
    {"-h", 0, "Commands\n", ""},
    {"-q", 2, "", "Commands\n"},
    {"--version", 0, "ezkit 0.", ""},
    {"prnt", 2, "", "ezkit: there is no command \"prnt\"; did you mean \"print\"?\n"},
    {"zzzzz", 2, "", "ezkit: there is no command \"zzzzz\"; see ezkit --help\n"},
    {"print|--lnag|nl", 2, "",
     "ezkit: \"print\" has no option --lnag; did you mean \"--lang\"?\n"},
    {"--frob", 2, "", "ezkit: ezkit has no option --frob\n"},
    {"print|--lang", 2, "", "ezkit: --lang needs a value: --lang nl,en\n"},
    {"print|--lang=", 2, "", "ezkit: --lang needs a value: --lang nl,en\n"},
    {"print|--quiet=1", 2, "", "ezkit: --quiet takes no value\n"},
    {"print|--side|left", 2, "", "ezkit: --side is both, front or back, not \"left\"\n"},
    {"print|--jobs|0", 2, "", "ezkit: --jobs is a number from 1 to 64, not \"0\"\n"},
    {"print|--jobs|2x", 2, "", "ezkit: --jobs is a number from 1 to 64, not \"2x\"\n"},
    {"print|--format|jpg", 2, "", "ezkit: --format is pdf, png or svg, not \"jpg\"\n"},
    {"print|--dpi|fine", 2, "", "ezkit: --dpi is a number from 36 to 1200, not \"fine\"\n"},
    {"print|--for|screen,hom", 2, "", "ezkit: --for is screen, home or press, not \"hom\"\n"},
    {"print|--for|,", 2, "", "ezkit: --for is screen, home or press, not \"\"\n"},
    {"print|--profile|panda", 2, "",
     "ezkit: profile panda is of files for a print shop; add --for press, or take another: see "
     "--profiles\n"},
    {"print|--for|home|--profile|panda", 2, "",
     "ezkit: profile panda is of files for a print shop; add --for press, or"},
    {"print|--for|press|--profile|home-laser", 2, "",
     "ezkit: profile home-laser is of sheets for a printer at home; add --for home, or"},
    {"print|--for|home|--profile|avery-c32011|--paper|a4", 2, "",
     "ezkit: avery-c32011 is paper that was cut to size; leave out --paper\n"},
    {"print|--for|home|--profile|avery-c32011|--duplex|fold", 2, "",
     "ezkit: avery-c32011 is paper that was cut to size; leave out --duplex fold\n"},
    {"print|--for|home|--profile|avery-c32012", 2, "",
     "ezkit: there is no profile \"avery-c32012\"; did you mean \"avery-c32011\"?\n"},
    {"print|--for|home|--icc|x.icc", 2, "",
     "ezkit: --icc is of files for a print shop; add --for press\n"},
    {"print|--for|press|--profile|panta", 2, "",
     "ezkit: there is no profile \"panta\"; did you mean \"panda\"?\n"},
    {"print|--for|press|--profile|gamecrafter", 2, "",
     "ezkit: gamecrafter takes PNG files; add --format png\n"},
    {"print|--for|press|--format|svg", 2, "",
     "ezkit: generic takes PDF files; add --format pdf\n"},
    {"print|--for|press|--icc|nowhere.icc", 2, "", "ezkit: Failed to open file"},
    {"print|--profiles", 0,
     "generic          press  Dutch and Belgian print shops, coated paper (PDF/X-4, ", ""},
    {"print|--profiles", 0,
     "avery-c32011     home   Avery C32011, business cards on A4 (85 × 54 mm, 2 × 5)\n", ""},
    {"print|--profiles", 0, "ink 300 % (assumed), FOGRA39)\n", ""},
    {"print|--profiles|--json", 0,
     "{\"name\":\"panda\",\"for\":\"press\",\"en\":\"Panda Game Manufacturing\",", ""},
    {"print|--profiles|--json", 0, "\"assumed\":[\"order\",\"ink\"]}\n", ""},
    {"print|--paper|a3", 2, "",
     "ezkit: --paper is of sheets for a printer at home; add --for home\n"},
    {"print|--for|screen|--offset|1,1", 2, "",
     "ezkit: --offset is of sheets for a printer at home; add --for home\n"},
    {"print|--for|home|--paper|letter", 2, "", "ezkit: --paper is a4 or a3, not \"letter\"\n"},
    {"print|--for|home|--duplex|tall", 2, "",
     "ezkit: --duplex is long, short, fold or none, not \"tall\"\n"},
    {"print|--for|home|--scale|90", 2, "", "ezkit: --scale is fit or 100, not \"90\"\n"},
    {"print|--for|home|--offset|1", 2, "",
     "ezkit: --offset is two numbers of mm from -5 to 5, as in 0.5,-1, not \"1\"\n"},
    {"print|--for|home|--offset|1,6", 2, "",
     "ezkit: --offset is two numbers of mm from -5 to 5, as in 0.5,-1, not \"1,6\"\n"},
    {"print|--for|home|--offset|nan,0", 2, "", "ezkit: --offset is two numbers of mm"},
    {"print|--for|home|--offset|1,2x", 2, "", "ezkit: --offset is two numbers of mm"},
    {"print|--for|home|--duplex|fold|--offset|1,1", 2, "",
     "ezkit: --offset moves what is printed on the other side of the paper; with --duplex fold "
     "there is nothing\n"},
    {"print|--ui-lang|fr", 2, "", "ezkit: --ui-lang is nl or en, not \"fr\"\n"},
    {"print|--mono=1", 2, "", "ezkit: --mono takes no value\n"},
    {"print|--lang|nm", 2, "",
     "ezkit: there is no language \"nm\" in this kit; did you mean \"nl\"?\n"},
    {"print|eem", 2, "",
     "ezkit: there is no deck or worksheet \"eem\" in this kit; did you mean \"een\"?\n"},
    {"print|--cards|E99", 2, "", "ezkit: there is no card \"E99\" in this kit; "},
    {"print|-o|x.pdf", 2, "",
     "ezkit: this prints 4 files, and -o names one: name a folder, or one deck and one "
     "--lang\n"},
    {"print|-o|x.png", 2, "",
     "ezkit: x.png ends in .png, and a .pdf is printed; add --format png\n"},
    {"print|-o|kit/kit.lua", 2, "",
     "ezkit: kit/kit.lua is a file; -o takes a folder, or a file ending in .pdf\n"},
    {"list|een", 2, "", "ezkit: \"list\" does not take \"een\"; see ezkit list --help\n"},
    {"explain|E1101|E1102", 2, "", "ezkit: \"explain\" does not take \"E1102\""},
    {"explain|E9999", 2, "",
     "ezkit: there is no code \"E9999\"; ezkit explain lists them all\n"},
    {"explain|e2104", 0, "E2104 (error)\n", ""},
    {"explain|w2001", 0, "W2001 (warning)\n", ""},
    {"explain", 0, "E1101  there is no file {file}\n", ""},
    {"list", 0, "een   E  Spel ", ""},
    {"check", 0, "no mistakes found: 8 cards, 2 languages\n", ""},
    {"check|--quiet", 0, "", ""},
    {"check|nosuch.lua", 2, "", "ezkit: there is no file nosuch.lua\n"},
    {"check|kit/kit.lua", 0, "no mistakes found", ""},
    {"--kit|nowhere|check", 2, "",
     "ezkit: there is no kit/kit.lua in nowhere; name the folder that holds kit/kit.lua with "
     "--kit\n"},
    {"--kit=.|check", 0, "no mistakes found", ""},
    {"check|--|--strict", 2, "", "ezkit: there is no file --strict\n"},
};

static void assert_part(const char *arguments, const char *what, const char *found,
                        const char *part)
{
    if (part == NULL || (part[0] != '\0' ? strstr(found, part) != NULL : found[0] == '\0'))
        return;
    g_test_message("%s: %s", what, found);
    g_test_fail_printf("ezkit %s: not \"%s\"", arguments, part);
}

static void test_lines_end_as_promised(void)
{
    char *folder = make_kit(5);
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        const char *arguments = lines[i].arguments;
        g_auto(EzTestRun) run = ez_test_run(folder, NULL, arguments);
        if (run.status != lines[i].status)
            g_test_fail_printf("ezkit %s: %d, not %d", arguments, run.status, lines[i].status);
        assert_part(arguments, "out", run.out, lines[i].out);
        assert_part(arguments, "err", run.err, lines[i].err);
    }
    ez_test_remove(folder);
}

// ---- help ------------------------------------------------------------------------------------------------

// The help without its line ends and columns.
static char *joined(const char *help)
{
    g_auto(GStrv) words = g_strsplit_set(help, " \n", -1);
    GString *out = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", *word);
    return g_string_free(out, FALSE);
}

static void assert_options(const EzOption *options, const char *written)
{
    g_autofree char *help = joined(written);
    for (; options->name != NULL; options++) {
        g_autofree char *name = g_strconcat(options->name, " ", NULL);
        g_assert_nonnull(strstr(help, name));
        g_assert_nonnull(strstr(help, options->help));
    }
}

static void test_help_has_every_option_and_nothing_else(void)
{
    static const char *const unbuilt[] = {"serve", "preview"};
    for (int i = 0; ez_commands[i] != NULL; i++) {
        g_autofree char *arguments = g_strconcat(ez_commands[i]->name, "|--help", NULL);
        g_auto(EzTestRun) run = ez_test_run(".", NULL, arguments);
        g_auto(EzTestRun) all = ez_test_run(".", NULL, "--help");
        g_assert_cmpint(run.status, ==, 0);
        g_autofree char *overview = joined(all.out);
        g_assert_nonnull(strstr(overview, ez_commands[i]->summary));
        assert_options(ez_commands[i]->options, run.out);
        assert_options(ez_global_options, run.out);
        for (guint k = 0; k < G_N_ELEMENTS(unbuilt); k++)
            g_assert_true(strstr(run.out, unbuilt[k]) == NULL &&
                          strstr(all.out, unbuilt[k]) == NULL);
    }
}

// ---- for programs ---------------------------------------------------------------------------------------

// Each line is one object with these members, and there are so many lines.
static void assert_json(const char *text, const char *members, int count)
{
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1), names = g_strsplit(members, " ", -1);
    g_assert_cmpint((int)g_strv_length(rows) - 1, ==, count);
    for (int i = 0; i < count; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(JsonNode) node = json_from_string(rows[i], &error);
        g_assert_no_error(error);
        JsonObject *object = json_node_get_object(node);
        for (int k = 0; names[k] != NULL; k++)
            g_assert_true(json_object_has_member(object, names[k]));
        g_assert_cmpint((int)json_object_get_size(object), ==, (int)g_strv_length(names));
    }
}

static void test_json_is_an_object_a_line(void)
{
    char *folder = make_kit(5);
    g_auto(EzTestRun) list = ez_test_run(folder, NULL, "list|--json");
    assert_json(list.out, "kind id code title cards", 2);
    g_auto(EzTestRun) printed = ez_test_run(folder, NULL, "print|--json");
    assert_json(printed.out, "path state pages problem", 4);
    g_assert_cmpstr(printed.err, ==, "");
    g_auto(EzTestRun) one = ez_test_run(folder, NULL, "explain|E1101|--json");
    assert_json(one.out, "code severity message explanation", 1);
    g_auto(EzTestRun) all = ez_test_run(folder, NULL, "explain|--json");
    assert_json(all.out, "code severity message explanation", EZ_DIAG_COUNT);
    ez_test_put(folder, "kit/decks/twee.lua", "return deck { titel = 1 }");
    g_auto(EzTestRun) check = ez_test_run(folder, NULL, "check|--json");
    g_assert_cmpint(check.status, ==, 1);
    g_auto(GStrv) rows = g_strsplit(check.out, "\n", -1);
    assert_json(check.out, "file line col severity code message hint",
                (int)g_strv_length(rows) - 1);
    g_assert_nonnull(strstr(check.out, "\"file\":\"kit/decks/twee.lua\",\"line\":1,"));
    ez_test_remove(folder);
}

// ---- exercises --------------------------------------------------------------------------------------------

// A kit that takes every exercise in scripts/. Owned by the caller.
static char *make_kit_with_exercises(void)
{
    char *folder = make_kit(5);
    g_autofree char *path = g_build_filename(folder, "kit/kit.lua", NULL);
    g_autofree char *kit = ez_test_read(path);
    g_auto(GStrv) parts = g_strsplit(kit, "theme = 'theme'", 2);
    g_autofree char *with = g_strjoinv("theme = 'theme', exercises = { '*' }", parts);
    ez_test_put(folder, "kit/kit.lua", with);
    return folder;
}

static void test_exercises_are_listed_and_counted(void)
{
    char *folder = make_kit_with_exercises();
    ez_test_put(
        folder, "scripts/a-longer-exercise.lua",
        "return exercise { id = 'a-longer-exercise', code = 'O1', version = '1', api = 1,\n"
        "  title = { nl = 'Rond', en = 'Round' }, goal = { nl = 'G', en = 'G' },\n"
        "  people = { 3, 30 }, minutes = 20, run = function(s) s.say('a', { nl = 'A', en = 'A' "
        "}) end }\n");
    g_auto(EzTestRun) list = ez_test_run(folder, NULL, "list");
    g_assert_nonnull(strstr(list.out, "\na-longer-exercise  O1  Rond  "
                                      "exercise  3–30 people, 20 min\n"));
    g_assert_nonnull(strstr(list.out, "\neen                E   Spel "));
    g_auto(EzTestRun) json = ez_test_run(folder, NULL, "list|--json");
    g_assert_nonnull(strstr(json.out,
                            "{\"kind\":\"exercise\",\"id\":\"a-longer-exercise\",\"code\":"
                            "\"O1\",\"title\":{\"nl\":\"Rond\",\"en\":\"Round\"},"
                            "\"people\":[3,30],\"minutes\":20}\n"));
    g_auto(EzTestRun) check = ez_test_run(folder, NULL, "check");
    g_assert_cmpstr(check.out, ==, "no mistakes found: 8 cards, 1 exercise, 2 languages\n");
    ez_test_put(
        folder, "scripts/a-longer-exercise.lua",
        "return exercise { id = 'a-longer-exercise', code = 'O1', version = '1', api = 1,\n"
        "  title = { nl = 'Rond', en = 'Round' }, goal = { nl = 'G', en = 'G' },\n"
        "  people = { 3, 30 }, minutes = 20, run = function(s) s.say('a', { nl = 'A' }) end "
        "}\n");
    g_auto(EzTestRun) lacks = ez_test_run(folder, NULL, "check");
    g_assert_cmpint(lacks.status, ==, 1);
    g_assert_cmpstr(
        lacks.out, ==,
        "scripts/a-longer-exercise.lua:3:66: error[E4210]: say \"a\" has no text for language "
        "\"en\"\n"
        "   |\n"
        " 3 | …ople = { 3, 30 }, minutes = 20, run = function(s) s.say('a', { nl = 'A' }) end "
        "}\n"
        "   |                                                               ^^^^^^^^^^^^\n\n"
        "1 error, 0 warnings\n");
    ez_test_remove(folder);
}

// With each parameter as it is when nobody says anything, and otherwise; what nobody comes to then is told.
static void test_list_fits_the_terminal(void)
{
    static const struct {
        int columns;
        const char *line;
    } cases[] = {
        {100, "\nlong   O1  Een heel lange titel, met Größe  exercise  3–30 people, 20 min\n"},
        {73, "\nlong   O1  Een heel lange titel, met Größe  exercise  3–30 people, 20 min\n"},
        {72, "\nlong   O1  Een heel lange titel, met Grö…  exercise  3–30 people, 20 min\n"},
        {58, "\nlong   O1  Een heel lange…   exercise  3–30 people, 20 min\n"},
        {30, "\nlong   O1  Een hee…  exercise  3–30 people, 20 min\n"},
    };
    char *folder = ez_test_folder();
    ez_test_put(folder, "kit/kit.lua",
                "return kit { id = 'k', languages = { 'nl' }, title = 'K', theme = 'theme',\n"
                "  exercises = { 'long', 'brief' } }\n");
    ez_test_put(folder, "kit/theme.lua",
                "return theme { fonts = {}, colours = {}, styles = {} }\n");
    ez_test_put(
        folder, "scripts/long.lua",
        "return exercise { id = 'long', code = 'O1', version = '1', api = 1, goal = 'G',\n"
        "  title = 'Een heel lange titel, met Größe', people = { 3, 30 },\n"
        "  minutes = 20, run = function(s) end }\n");
    ez_test_put(folder, "scripts/brief.lua",
                "return exercise { id = 'brief', version = '1', api = 1, goal = 'G',\n"
                "  title = 'K', people = { 3, 30 }, minutes = 20, run = function(s) end }\n");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *shown = ez_test_run_in_terminal(folder, cases[i].columns, "list");
        if (strstr(shown, cases[i].line) == NULL)
            g_error("%d columns:\n%s", cases[i].columns, shown);
    }
    ez_test_remove(folder);
}

static void test_bots_try_parameters(void)
{
    char *folder = make_kit_with_exercises();
    ez_test_put(
        folder, "scripts/tried.lua",
        "local T = { nl = 'T', en = 'T' }\n"
        "return exercise { id = 'tried', version = '1', api = 1, title = T, goal = T,\n"
        "  people = { 3, 30 }, minutes = 20, params = {\n"
        "    partners = { type = 'yes_no', nl = 'P', en = 'P' },\n"
        "    pace = { type = 'choice', default = 'slow', nl = 'P', en = 'P', options = {\n"
        "      { id = 'slow', nl = 'S', en = 'S' }, { id = 'fast', nl = 'F', en = 'F' } } } "
        "},\n"
        "  run = function(s)\n"
        "    if s.params.partners then s.say('partners', T) end\n"
        "    s.say(s.params.pace, T)\n"
        "    if s.params.pace == 'fast' then s.say('hurry', T) end\n"
        "    if s.params.pace == 'quick' then s.say('never', T) end\n"
        "  end }\n");
    g_auto(EzTestRun) all = ez_test_run(folder, NULL, "try|tried");
    g_assert_cmpint(all.status, ==, 0);
    g_assert_true(g_str_has_prefix(
        all.err, "scripts/tried.lua:11:40: warning[W4214]: no bot came to say \"never\"\n"));
    g_assert_null(strstr(all.err, "hurry"));
    g_assert_null(strstr(all.err, "partners"));
    g_assert_nonnull(strstr(all.out, " /partners\n"));
    // A few seeds tell nothing of what cannot be reached.
    g_auto(EzTestRun) some = ez_test_run(folder, NULL, "try|tried|--seeds|1|--people|2");
    g_assert_cmpint(some.status, ==, 0);
    g_assert_cmpstr(some.err, ==, "");
    ez_test_remove(folder);
}

// ---- mistakes ---------------------------------------------------------------------------------------------

static void test_mistakes_go_where_they_belong(void)
{
    char *folder = make_kit(5);
    ez_test_put(folder, "kit/decks/spare.lua", "return deck {}");
    g_auto(EzTestRun) warned = ez_test_run(folder, NULL, "check");
    g_assert_cmpint(warned.status, ==, 0);
    g_assert_nonnull(strstr(warned.out, "warning[W2001]"));
    g_assert_nonnull(strstr(warned.out, "0 errors, 1 warning\n"));
    g_auto(EzTestRun) strict = ez_test_run(folder, NULL, "check|--strict");
    g_assert_cmpint(strict.status, ==, 1);
    g_assert_nonnull(strstr(strict.out, "1 error, 0 warnings\n"));
    ez_test_put(folder, "kit/faces/face.lua", "return face { frnt = 1 }");
    g_auto(EzTestRun) broken = ez_test_run(folder, NULL, "check");
    g_assert_cmpint(broken.status, ==, 1);
    g_assert_nonnull(strstr(broken.out, "kit/faces/face.lua:1:15: error["));
    g_assert_null(strchr(broken.out, '\033'));
    g_auto(EzTestRun) elsewhere = ez_test_run(folder, NULL, "check|kit/decks/een.lua");
    g_assert_cmpint(elsewhere.status, ==, 0);
    g_assert_null(strstr(elsewhere.out, "frnt"));
    g_auto(EzTestRun) there = ez_test_run(folder, NULL, "check|faces/face.lua|kit/kit.lua");
    g_assert_cmpint(there.status, ==, 2); // from here it is kit/faces/face.lua
    g_auto(EzTestRun) there2 = ez_test_run(folder, NULL, "check|./kit/faces/face.lua");
    g_assert_cmpint(there2.status, ==, 1);
    g_assert_nonnull(strstr(there2.out, "frnt"));
    g_auto(EzTestRun) printed = ez_test_run(folder, NULL, "print");
    g_assert_cmpint(printed.status, ==, 1);
    g_assert_cmpstr(printed.out, ==, "");
    g_assert_nonnull(strstr(printed.err, "frnt"));
    g_assert_nonnull(strstr(printed.err, "mend the mistakes above first"));
    ez_test_remove(folder);
}

// ---- where files go --------------------------------------------------------------------------------------

static bool has_file(const char *folder, const char *path)
{
    g_autofree char *full = g_build_filename(folder, path, NULL);
    return g_file_test(full, G_FILE_TEST_IS_REGULAR);
}

static void test_files_go_where_they_are_asked(void)
{
    char *folder = make_kit(5);
    g_auto(EzTestRun) all = ez_test_run(folder, NULL, "print");
    g_assert_cmpint(all.status, ==, 0);
    g_assert_true(has_file(folder, "out/test-een-nl-screen.pdf") &&
                  has_file(folder, "out/test-twee-en-screen.pdf"));
    g_autofree char *end = g_strdup_printf("4 files in %s/out\n", folder);
    g_assert_true(g_str_has_suffix(all.out, end));
    g_assert_nonnull(strstr(all.out, "out/test-een-nl-screen.pdf  10 pages\n"));
    g_auto(EzTestRun) again = ez_test_run(folder, NULL, "print");
    g_assert_nonnull(strstr(again.out, "pages, unchanged\n"));
    g_assert_nonnull(strstr(again.out, "4 files, nothing new, in "));
    g_auto(EzTestRun) some =
        ez_test_run(folder, NULL, "print|E|--cards|2-3,E5|--side|front|--lang|en|-o|new/deep");
    g_assert_cmpint(some.status, ==, 0);
    g_assert_true(has_file(folder, "new/deep/test-een-en-screen-2-3+E5-front.pdf"));
    g_assert_nonnull(strstr(some.out, "  3 pages\n1 file in "));
    g_auto(EzTestRun) one =
        ez_test_run(folder, NULL, "print|twee|--lang|nl|-o|a b/é.pdf|--jobs|1");
    g_assert_cmpint(one.status, ==, 0);
    g_assert_cmpstr(one.out, ==, "a b/é.pdf  6 pages\n");
    g_assert_true(has_file(folder, "a b/é.pdf"));
    g_auto(EzTestRun) pictures =
        ez_test_run(folder, NULL, "print|een|--lang|nl|--cards|1|--format|png|--dpi|50|-o|p");
    g_assert_cmpint(pictures.status, ==, 0);
    g_assert_true(has_file(folder, "p/test-een-nl-screen-E1-front.png") &&
                  has_file(folder, "p/test-een-nl-screen-E1-back.png"));
    g_assert_nonnull(strstr(pictures.out, "2 files in "));
    g_auto(EzTestRun) quiet = ez_test_run(folder, NULL, "-q|print|-o|quiet");
    g_assert_cmpstr(quiet.out, ==, "");
    g_assert_cmpstr(quiet.err, ==, "");
    ez_test_remove(folder);
}

// How many pages flow is known only when they are laid out, and may differ by language.
static void test_pages_that_flow_are_counted(void)
{
    char *folder = ez_test_folder();
    ez_test_put_kit(folder, "'nl', 'en'", "", "'blad'");
    ez_test_put(
        folder, "kit/worksheets/blad.lua",
        "return worksheet { id = 'blad', code = 'B', title = { nl = 'Blad', en = 'Sheet' }, "
        "size = 'a7',\n"
        "pages { text { { nl = ('woord '):rep(600), en = 'word' } } }, page { padding = 10, "
        "text { 'slot' } } }\n");
    g_auto(EzTestRun) whole = ez_test_run(folder, NULL, "print");
    g_assert_cmpint(whole.status, ==, 0);
    g_assert_nonnull(strstr(whole.out, "test-blad-nl-screen.pdf  11 pages\n"));
    g_auto(EzTestRun) cards = ez_test_run(folder, NULL, "print|blad|--cards|1");
    g_assert_cmpint(cards.status, ==, 2);
    g_assert_cmpstr(cards.err, ==, "ezkit: --cards is of decks; a worksheet has no cards\n");
    g_assert_nonnull(strstr(whole.out, "test-blad-en-screen.pdf  2 pages\n"));
    g_auto(EzTestRun) pictures =
        ez_test_run(folder, NULL, "print|--format|png|--dpi|50|-o|p|--jobs|1");
    g_assert_cmpint(pictures.status, ==, 0);
    g_assert_true(has_file(folder, "p/test-blad-nl-screen-11.png") &&
                  has_file(folder, "p/test-blad-en-screen-2.png") &&
                  !has_file(folder, "p/test-blad-en-screen-3.png"));
    g_auto(EzTestRun) one =
        ez_test_run(folder, NULL, "print|--format|png|--dpi|50|--lang|nl|-o|een.png");
    g_assert_cmpint(one.status, !=, 0);
    g_assert_nonnull(strstr(one.err, "and -o names one: name a folder"));
    g_assert_false(has_file(folder, "een.png"));
    ez_test_remove(folder);
}

static void test_a_kit_is_found_from_below_and_anywhere(void)
{
    char *top = ez_test_folder();
    g_autofree char *odd = g_build_filename(top, "mijn kit é", NULL),
                    *deep = g_build_filename(odd, "kit", "decks", NULL);
    g_autofree char *bare = g_build_filename(top, "bare", NULL),
                    *empty = g_build_filename(top, "leeg", NULL);
    g_mkdir(odd, 0777), g_mkdir(bare, 0777), g_mkdir(empty, 0777);
    make_kit_in(odd, 2);
    g_auto(EzTestRun) below = ez_test_run(deep, NULL, "list");
    g_assert_cmpint(below.status, ==, 0);
    g_assert_nonnull(strstr(below.out, "Proef"));
    g_autofree char *arguments = g_strconcat("--kit|", odd, "|print|een|--lang|nl|-o|x", NULL);
    g_auto(EzTestRun) far = ez_test_run(bare, NULL, arguments);
    g_assert_cmpint(far.status, ==, 0);
    g_assert_true(has_file(bare, "x/test-een-nl-screen.pdf"));
    g_autofree char *data = g_strconcat("EZKIT_DATA=", empty, NULL);
    const char *const nowhere[] = {data, NULL};
    g_auto(EzTestRun) none = ez_test_run(empty, nowhere, "print");
    g_assert_cmpint(none.status, ==, 2);
    g_assert_cmpstr(
        none.err, ==,
        "ezkit: there is no kit here; name the folder that holds kit/kit.lua with --kit\n");
    ez_test_remove(top);
}

// ---- the same bytes ---------------------------------------------------------------------------------------

static char *sum_of(const char *folder, const char *path)
{
    g_autofree char *full = g_build_filename(folder, path, NULL), *bytes = NULL;
    size_t length;
    g_assert_true(g_file_get_contents(full, &bytes, &length, NULL));
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

static const char *const surroundings[][3] = {
    {NULL},
    {"TZ=Asia/Tokyo", NULL},
    {"HOME=/nonexistent", "XDG_CACHE_HOME=/nonexistent/cache", NULL},
    {"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8", NULL},
    {"LANGUAGE=nl", "PANGOCAIRO_BACKEND=fc", NULL},
};

static void test_surroundings_change_no_byte(void)
{
    char *first = make_kit(3), *other = make_kit(3);
    g_auto(EzTestRun) start = ez_test_run(first, NULL, "print");
    g_autofree char *expected = sum_of(first, "out/test-een-nl-screen.pdf");
    for (guint i = 0; i < G_N_ELEMENTS(surroundings); i++) {
        g_auto(EzTestRun) run = ez_test_run(other, surroundings[i], "print|--jobs|3|-o|again");
        g_assert_cmpint(run.status, ==, 0);
        g_autofree char *found = sum_of(other, "again/test-een-nl-screen.pdf");
        g_assert_cmpstr(found, ==, expected);
        g_autofree char *path =
            g_build_filename(other, "again", "test-een-nl-screen.pdf", NULL);
        g_assert_cmpint(g_unlink(path), ==, 0);
    }
    static const char *const dated[] = {"SOURCE_DATE_EPOCH=1700000000", NULL};
    g_auto(EzTestRun) once = ez_test_run(first, dated, "print|-o|one");
    g_auto(EzTestRun) twice = ez_test_run(other, dated, "print|-o|two");
    g_autofree char *a = sum_of(first, "one/test-een-nl-screen.pdf"),
                    *b = sum_of(other, "two/test-een-nl-screen.pdf");
    g_assert_cmpstr(a, ==, b);
    g_assert_cmpstr(a, !=, expected);
    ez_test_remove(first);
    ez_test_remove(other);
}

// ---- stopped, killed, full ----------------------------------------------------------------------------------

// What lies in a folder: whole PDFs are counted; anything else must be a hidden file of its own.
static void look_at(const char *folder, int *whole, int *hidden)
{
    *whole = *hidden = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *command = g_strdup_printf("qpdf|--check|%s/%s", folder, name);
        if (name[0] == '.') {
            ++*hidden;
            continue;
        }
        g_autofree char *checked = ez_test_tool(command);
        ++*whole;
    }
    if (dir != NULL)
        g_dir_close(dir);
}

static void assert_stopped(const char *folder, int number, int after)
{
    GSubprocess *process = ez_test_start(folder, "print|-o|stopped|--jobs|2");
    int whole, hidden;
    g_autofree char *out = g_build_filename(folder, "stopped", NULL);
    g_usleep((gulong)after * 1000);
    g_subprocess_send_signal(process, number);
    int status = ez_test_end(process);
    look_at(out, &whole, &hidden);
    g_test_message("after %d ms: status %d, %d whole, %d hidden", after, status, whole, hidden);
    if (number == SIGKILL) {
        g_assert_cmpint(hidden, <=, 2); // one for each that was writing
        return;
    }
    g_assert_cmpint(hidden, ==, 0);
    g_assert_true(status == 130 || (status == 0 && whole == 4));
}

// A deck that takes a while: the first signal comes when it is well under way.
static void test_ctrl_c_leaves_nothing_half_done(void)
{
    char *folder = make_kit(5000);
    put_face(folder, 6);
    GSubprocess *process = ez_test_start(folder, "print|--jobs|1|--lang|nl|-o|stopped|een");
    g_usleep(200 * 1000);
    g_subprocess_send_signal(process, SIGINT);
    g_assert_cmpint(ez_test_end(process), ==, 130);
    int whole, hidden;
    g_autofree char *out = g_build_filename(folder, "stopped", NULL);
    look_at(out, &whole, &hidden);
    g_assert_cmpint(whole + hidden, ==, 0);
    assert_stopped(folder, SIGINT, 250);
    assert_stopped(folder, SIGTERM, 350);
    ez_test_remove(folder);
}

static void test_a_kill_leaves_whole_files(void)
{
    char *folder = make_kit(60);
    for (int after = 20; after <= 200; after += 60)
        assert_stopped(folder, SIGKILL, after);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, "print|-o|stopped");
    g_assert_cmpint(run.status, ==, 0);
    ez_test_remove(folder);
}

static void test_a_full_disk_keeps_what_was_there(void)
{
    char *folder = make_kit(3);
    struct rlimit limit, small;
    g_autofree char *out = g_build_filename(folder, "out", NULL),
                    *old = g_build_filename(out, "test-een-nl-screen.pdf", NULL);
    ez_test_put(folder, "out/test-een-nl-screen.pdf", "old");
    getrlimit(RLIMIT_FSIZE, &limit);
    small = (struct rlimit){2048, limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, "print");
    setrlimit(RLIMIT_FSIZE, &limit);
    g_assert_cmpint(run.status, ==, 3);
    g_assert_nonnull(strstr(run.err, "ezkit: cannot write out/test-een-nl-screen.pdf: "));
    g_assert_cmpstr(run.out, ==, "");
    g_autofree char *kept = ez_test_read(old);
    g_assert_cmpstr(kept, ==, "old");
    GDir *dir = g_dir_open(out, 0, NULL);
    g_assert_cmpstr(g_dir_read_name(dir), ==, "test-een-nl-screen.pdf");
    g_assert_null(g_dir_read_name(dir));
    g_dir_close(dir);
    ez_test_remove(folder);
}

static void test_a_folder_that_cannot_be_made_is_told(void)
{
    char *folder = make_kit(2);
    g_auto(EzTestRun) run = ez_test_run(folder, NULL, "print|-o|kit/kit.lua/x");
    g_assert_cmpint(run.status, ==, 3);
    const char *told = strstr(run.err, "ezkit: cannot make the folder kit/kit.lua/x: ");
    g_assert_nonnull(told);
    g_assert_null(strstr(told + 1, "ezkit: cannot")); // once, and not for every file
    ez_test_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/print-cli/lines-end-as-promised", test_lines_end_as_promised);
    g_test_add_func("/print-cli/help-has-every-option-and-nothing-else",
                    test_help_has_every_option_and_nothing_else);
    g_test_add_func("/print-cli/json-is-an-object-a-line", test_json_is_an_object_a_line);
    g_test_add_func("/print-cli/exercises-are-listed-and-counted",
                    test_exercises_are_listed_and_counted);
    g_test_add_func("/print-cli/list-fits-the-terminal", test_list_fits_the_terminal);
    g_test_add_func("/print-cli/bots-try-parameters", test_bots_try_parameters);
    g_test_add_func("/print-cli/mistakes-go-where-they-belong",
                    test_mistakes_go_where_they_belong);
    g_test_add_func("/print-cli/files-go-where-they-are-asked",
                    test_files_go_where_they_are_asked);
    g_test_add_func("/print-cli/pages-that-flow-are-counted", test_pages_that_flow_are_counted);
    g_test_add_func("/print-cli/a-kit-is-found-from-below-and-anywhere",
                    test_a_kit_is_found_from_below_and_anywhere);
    g_test_add_func("/print-cli/surroundings-change-no-byte", test_surroundings_change_no_byte);
    g_test_add_func("/print-cli/ctrl-c-leaves-nothing-half-done",
                    test_ctrl_c_leaves_nothing_half_done);
    g_test_add_func("/print-cli/a-kill-leaves-whole-files", test_a_kill_leaves_whole_files);
    g_test_add_func("/print-cli/a-full-disk-keeps-what-was-there",
                    test_a_full_disk_keeps_what_was_there);
    g_test_add_func("/print-cli/a-folder-that-cannot-be-made-is-told",
                    test_a_folder_that_cannot_be_made_is_told);
    return g_test_run();
}
