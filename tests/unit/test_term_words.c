// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
// The terminal's own words, what people may type, and how it looks.
#include "engine/term/phrases.h"
#include "tests/support/test_talk.h"

#include <string.h>
#include <unistd.h>

// ---- commands ------------------------------------------------------------------

static void test_commands(void)
{
    g_autofree char *shown = ez_test_talk(
        EXERCISE("s.section('one', " T ", { minutes = 10 }, function() s.ask('a', " T
                 ", { note = { { nl = 'Denk na.', en = 'Think.' } } }) end)"),
        "nl", 2, "?\n/hulp\n/terg\n/xyzzy\n/back\n/lees\n/oogst\n/pad/naar\n");
    EZ_TEST_SEE(shown, "Deel 1, Vraag, stap 1", "Deel 1: Vraag", "Dit deel: 0 van 10 minuten.",
                "Denk na.", "/hulp zegt wat elk woord doet.",
                "/herstel: haal de laatste regel weg; /herstel 2: onderdeel 2.",
                "Er is geen /terg. Bedoel je /terug?", "Er is geen /xyzzy. Typ ?",
                "Dit is de eerste stap.", "stap 1", "Er is nog niets geoogst.",
                "Er is geen /pad/naar.");
    g_autofree char *en = ez_test_talk(EXERCISE("s.ask('a', " T ")"), "en", 2, "/help\n/nxt\n");
    EZ_TEST_SEE(en, "/undo: take the last line back; /undo 2: part 2.",
                "There is no /nxt. Do you mean /next?");
}

static void test_harvest(void)
{
    g_autofree char *shown = ez_test_talk(
        EXERCISE("local l = s.ask('a', " T ") s.scale('b', " T
                 ", { reveal = 'never' }) s.harvest('h', { nl = 'Oogst', en = 'Harvest' }, l)"
                 " s.say('c', " T ")"),
        "nl", 2, "een\ntwee\n\n3 4\n\n/oogst\n");
    EZ_TEST_SEE(shown, "stap 3", "> Vraag\n  1. een\n  2. twee", "Deze stap toont ze niet.",
                "Oogst: een; twee");
}

static void test_erase(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("local l = s.ask('a', " T ") s.harvest('h', { nl = 'Oogst', en = 'Harvest' }, "
                 "l) s.say('c', " T ")"));
    g_autofree char *shown = ez_test_talk_on(
        b, "nl", 3,
        "Tien\ntwee\nTien\n\n/wis\n/wis x\n/wis t\n/wis twee\nnee\n/wis tien\nja\n/oogst\n");
    EZ_TEST_SEE(shown, "stap 2", "hoe het antwoord begint",
                "Er is geen antwoord dat zo begint.", "Er beginnen 3 antwoorden zo.",
                "‘twee’ verdwijnt voorgoed", "Niets gewist.", "‘Tien’ verdwijnt voorgoed",
                "Gewist.", "Oogst: …; twee; …");
    g_autofree char *bytes = NULL;
    gsize length;
    g_clear_pointer(&b->live, ez_live_free);
    g_assert_true(g_file_get_contents(b->path, &bytes, &length, NULL));
    g_assert_null(memmem(bytes, length, "Tien", 4));
    g_assert_nonnull(memmem(bytes, length, "twee", 4));
    ez_test_talk_free(b);
}

static void test_actions(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.action('a', " T ", { reveal = 'live' }) s.say('b', " T ")"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 2,
                                             "bellen\n/terug\nbellen\n\nde wijkploeg\n\n\n"
                                             "\nvrijdag\n");
    EZ_TEST_SEE(shown, "De afspraak ‘bellen’ was nog niet af en is niet bewaard.",
                "Dit is de eerste stap.", "Er staat geen ‘wie’ of ‘wanneer’ bij.",
                "Er staat geen ‘wie’ of ‘wanneer’ bij.", "bellen, de wijkploeg, –",
                "Afspraak 1, ‘bellen’, is nog niet af.", "wanneer> ",
                "bellen, de wijkploeg, vrijdag", "stap 2");
    ez_test_talk_free(b);
}

// "Nothing" after an agreement is no more of them; where one is asked for what it lacks, it is dropped.
static void test_no_more_actions(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.harvest('h', " T ", s.action('a', " T ")) s.say('b', " T ")"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 2,
                                             "bellen\n\n\n\n\nmaandag\nploeg\ndinsdag\nniets\n"
                                             "niets\n/oogst\n");
    EZ_TEST_SEE(shown, "Afspraak 1, ‘bellen’, is nog niet af.", "stap 2",
                "maandag, ploeg, dinsdag");
    ez_test_miss(strstr(shown, "stap 2"), "bellen");
    ez_test_talk_free(b);
    g_autofree char *few = ez_test_talk(
        EXERCISE("s.action('a', " T ", { fields = { 'what', 'who' } }) s.say('b', " T ")"),
        "nl", 2, "bellen\nploeg\n\n");
    ez_test_see(few, "stap 2");
    ez_test_miss(few, "wanneer> ");
}

// The prompt says whose answer comes next, the heading which round it is.
static void test_prompts(void)
{
    g_autofree char *swarm =
        ez_test_talk(EXERCISE("s.swarm('a', " T ", { items = { 'x', 'y' }, rounds = 2 })"),
                     "nl", 2, "1 2 a/b\n2 3 goed / stop 1 te duur\n\n0\n");
    EZ_TEST_SEE(swarm, "stap 1, ronde 1", "1> 1 van 2", "2> 2 van 2", "> ", "De drempel is",
                "stap 2, ronde 2", "1> 1 van 2", "2> ");
    g_autofree char *secret =
        ez_test_talk(EXERCISE("s.scale('a', " T ", { who = 'anonymous' })"), "nl", 2, "1\n");
    ez_test_miss(secret, "1> ");
}

static void test_purse(void)
{
    g_autofree char *dots = ez_test_talk(
        EXERCISE("s.vote('a', " T ", { items = { 'a', 'b', 'c', 'd' } })"), "nl", 2, "");
    ez_test_see(dots, "Ieder heeft 2 stippen.");
    g_autofree char *credits = ez_test_talk(
        EXERCISE("s.vote('a', " T ", { items = { 'a', 'b' }, cost = 'square', credits = 16 })"),
        "en", 2, "");
    ez_test_see(credits, "Everyone has 16 credits: one dot costs 1, two cost 4");
}

#define CARD(id)                                                                               \
    "{ id = '" id "', title = { nl = 'Kaart " id "', en = 'Card " id "' }, "                   \
    "mechanism = { nl = 'Zo werkt " id ".', en = 'So works " id ".' } }"

static void test_cards(void)
{
    g_autofree char *shown =
        ez_test_talk(EXERCISE("s.draw('a', " T ", { from = { " CARD("N1") ", " CARD(
                         "N2") " }, n = 2 }) s.say('b', " T ")"),
                     "nl", 2, "/kaart n2\n/kaart N9\n");
    EZ_TEST_SEE(shown, "N1: Kaart N1", "N2: Kaart N2", "/kaart en het nummer", "> ",
                "N2: Kaart N2", "Zo werkt N2.", "Er ligt geen kaart N9.");
    ez_test_miss(shown, "Zo werkt N1.");
}

// Who comes back sees where they were: the groups, and not all cards of the day.
static void test_resumes(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.say('z', " T ") s.split('g', " T ", { count = 2 }) s.draw('a', " T
                 ", { from = { " CARD("N1") " } }) s.ask('b', " T
                                            ", { reveal = 'live' }) s.ask('c', " T ")"));
    g_autofree char *first = ez_test_talk_on(b, "nl", 4, "\neen\ntwee\n");
    EZ_TEST_SEE(first, "Groep 1:", "N1: Kaart N1", "2 van 4");
    ez_test_talk_reopen(b);
    g_autofree char *second = ez_test_talk_on(b, "nl", 4, "\nx\n");
    EZ_TEST_SEE(second, "Jullie gaan verder waar jullie waren. Aantal mensen: 4.",
                "Groep 1:", "N1: Kaart N1", "stap 2", "1. een\n  2. twee", "2 van 4", "stap 3");
    ez_test_talk_reopen(b);
    g_autofree char *third = ez_test_talk_on(b, "nl", 4, "");
    ez_test_see(third, "Groep 2:");
    ez_test_miss(third, "N1: Kaart N1");
    ez_test_talk_free(b);
}

// A script that goes wrong leaves a way on: its mistake is told once, what to do each time.
static void test_broken(void)
{
    g_autofree char *shown =
        ez_test_talk(EXERCISE("s.ask('a', " T ") error('scripts/x.lua: what now?', 0)"), "nl",
                     1, "een\n\n\n");
    EZ_TEST_SEE(shown, "ging mis; jullie antwoorden zijn bewaard:\nscripts/", "what now?\n",
                "Typ /stop, laat de maker", "ezkit migrate ", "walk.ezsession", "> ",
                "Typ /stop, laat de maker");
    ez_test_miss(shown, "?.");
    ez_test_miss(strstr(shown, "what now?") + 1, "what now?");
}

// ---- what people type ----------------------------------------------------------

static void test_control(void)
{
    g_autofree char *shown = ez_test_talk(
        EXERCISE("s.ask('a', " T ", { reveal = 'live', by = 'group', per = 9 })"), "nl", 2,
        "rood\033[31m \302\233 \007x\r\n\342\200\256omgekeerd\n\377\376kapot\n/\033]0;x\007\n");
    for (const char *c = shown; *c != '\0'; c++)
        g_assert_true((unsigned char)*c >= ' ' || *c == '\n');
    ez_test_miss(shown, "\302\233");
    ez_test_miss(shown, "\342\200\256");
    EZ_TEST_SEE(shown, "1. rood", "2. ", "omgekeerd", "3. ", "kapot");
}

// Ten megabytes in one line are refused in one sentence; the next line is taken as ever.
static void test_huge(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE("s.ask('a', " T ")"));
    g_autofree char *huge = g_strnfill(10 * 1024 * 1024, 'x');
    g_autofree char *typed = g_strdup_printf("%s\nkort\n", huge);
    g_autofree char *shown = ez_test_talk_on(b, "nl", 2, typed);
    EZ_TEST_SEE(shown, "Dit zijn 10485760 tekens, en het mogen er 280 zijn.", "1 van 2");
    EZ_TEST_INPUTS(b, "/a#1", "p1=['kort'];");
    ez_test_talk_free(b);
}

// What stands before the end of the input counts, also without a line break.
static void test_last_line(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE("s.ask('a', " T ")"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 2, "laatste");
    ez_test_see(shown, "1 van 2");
    EZ_TEST_INPUTS(b, "/a#1", "p1=['laatste'];");
    ez_test_talk_free(b);
}

static void test_people(void)
{
    g_autofree char *shown =
        ez_test_talk(EXERCISE("s.ask('a', " T ")"), "nl", 0, "vijf\n-3\n0\n\n3\n/erbij\n");
    EZ_TEST_SEE(shown, "Met hoeveel mensen", "Typ een getal, bijvoorbeeld 8.", "Typ een getal",
                "Typ een getal", "Typ een getal", "stap 1", "Jullie zijn nu met 4.");
    g_autofree char *empty = ez_test_talk(EXERCISE(""), "nl", 3, "");
    ez_test_see(empty, "Typ ? voor hulp");
}

// Outside what the head says they are asked once more, and may give another number.
static void test_doubt(void)
{
#define SMALL                                                                                  \
    "return exercise { id = 'walk', people = { 3, 5 }, run = function(s) s.ask('a', " T        \
    ") end }"
    g_autofree char *other = ez_test_talk(SMALL, "nl", 0, "2\n6\n4\n/erbij\n"),
                    *same = ez_test_talk(SMALL, "en", 0, "6\nyes\n/more\n"),
                    *no = ez_test_talk(SMALL, "nl", 0, "6\nnee\n5\n/erbij\n"),
                    *gone = ez_test_talk(SMALL, "nl", 0, "/stop\n");
    EZ_TEST_SEE(other, "voor 3 tot en met 5 mensen.", "Toch doorgaan?", "voor 3 tot",
                "Toch doorgaan?", "Geef iedereen een nummer, 1 tot en met 4.", "nu met 5.");
    EZ_TEST_SEE(same, "for 3 to 5 people.", "Go on all the same?", "You are 7 now.");
    EZ_TEST_SEE(no, "Toch doorgaan?", "Met hoeveel", "nu met 6.");
    ez_test_miss(gone, "stap 1");
}

// One is told as one.
static void test_plurals(void)
{
    static const struct {
        const char *step, *typed, *nl, *en;
    } cases[] = {
        {"s.scale('a', " T ")", "3\n4 4\n", "en er moet er nog één komen.",
         "and one is still to come."},
        {"s.scale('a', " T ")", "3\n\n", "Er heeft 1 van de 2 geantwoord.",
         "1 of 2 has answered."},
        {"s.scale('a', " T ", { items = { 'x' } })", "3 4\n", "Geef één cijfer op een regel.",
         "Give one number on a line."},
        {"s.ask('a', " T ", { who = 'anonymous', per = 2 })", "x\n", "> 1 antwoord tot nu toe",
         "> 1 answer so far"},
        {"s.ask('a', " T ", { time = 60 })", "/langer 1\n", "> 1 minuut erbij.",
         "> 1 minute more."},
        {"s.ask('a', " T ", { time = 60 })", "/extend\n", "> 2 minuten erbij.",
         "> 2 minutes more."},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *exercise = g_strdup_printf(EXERCISE("%s"), cases[i].step);
        g_autofree char *nl = ez_test_talk(exercise, "nl", 2, cases[i].typed),
                        *en = ez_test_talk(exercise, "en", 2, cases[i].typed);
        ez_test_see(strstr(nl, "> "), cases[i].nl);
        ez_test_see(strstr(en, "> "), cases[i].en);
    }
}

// What is typed without what it needs is told how; help speaks of the step at hand.
static void test_help(void)
{
    g_autofree char *secret = ez_test_talk(EXERCISE("s.ask('a', " T ", { who = 'anonymous' })"),
                                           "nl", 2, "/voor 1 x\n?\n/kaart\n/groep\n");
    EZ_TEST_SEE(secret, "Deze stap is anoniem", "op een briefje", "Typ het zo: /kaart",
                "geen groepen apart");
    g_autofree char *action = ez_test_talk(EXERCISE("s.action('a', " T ")"), "nl", 2, "?\n"),
                    *own = ez_test_talk(EXERCISE("s.scale('a', " T ")"), "nl", 2, "?\n");
    ez_test_miss(action, "Het getal voor >");
    ez_test_see(own, "Het getal voor >");
}

// An option may be typed by its words, and is told by them.
static void test_called(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.choose('a', " T ", { options = { { id = 'x', nl = 'snel', en = 'fast' }, "
                 "{ id = 'y', nl = 'Mooi en Één', en = 'fair' } } })"));
    g_autofree char *shown =
        ez_test_talk_on(b, "nl", 4, "Snel 2\nmooi en één, snel\n/wie\n/herstel\nmooi\n");
    EZ_TEST_SEE(shown, "2 van 4", "4 van 4", "Persoon 1: 1. snel\nPersoon 2: 2. Mooi en Één",
                "Dat begrijp ik niet: mooi;");
    EZ_TEST_INPUTS(b, "/a#1", "p1='x';p2='y';");
    ez_test_talk_free(b);
    g_autofree char *rank = ez_test_talk(
        EXERCISE("s.rank('a', " T ", { items = { 'x', 'y' } })"), "nl", 1, "y x\n/wie\n");
    ez_test_see(rank, "Persoon 1: 2 1");
}

// Cards in a list show by what they can be asked for.
static void test_listed_cards(void)
{
    g_autofree char *shown = ez_test_talk(
        EXERCISE("s.choose('a', " T ", { options = { " CARD("N1") ", " CARD("N2") " } })"),
        "nl", 2, "/kaart kaart n2\n");
    EZ_TEST_SEE(shown, "  1. N1: Kaart N1\n  2. N2: Kaart N2\n", "> ", "N2: Kaart N2",
                "Zo werkt N2.");
    ez_test_miss(shown, "Zo werkt N1.");
}

// ---- the look ------------------------------------------------------------------

// Nothing is wider than the terminal, in signs that are wide too; the words of the program are never cut.
static void test_narrow(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE(
        "s.section('one', { nl = 'Een heel lang onderdeel met veel woorden erin', en = 'E' },"
        "{ minutes = 10 }, function() s.choose('a', " T
        ", { options = { 'een optie met heel veel woorden achter elkaar', '東京の川 は とても "
        "きれい です ね と思います' } }) end)"));
    g_autoptr(GError) error = NULL;
    char *shown = NULL;
    size_t size;
    g_autofree char *path = g_build_filename(b->folder, "typed", NULL);
    g_assert_true(g_file_set_contents(path, "1 2\n/hulp\n?\n\n", -1, NULL));
    FILE *in = fopen(path, "r"), *out = open_memstream(&shown, &size);
    EzTerm term = {.in = fileno(in), .screen = {out, 40, false}, .language = "nl", .people = 2};
    ez_term_run(&term, b->live, &error);
    fclose(in);
    fclose(out);
    g_auto(GStrv) lines = g_strsplit(shown, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_test_message("%s", *line);
        const char *prompt = strstr(*line, "> "); // what is typed ends that line
        g_assert_cmpint(ez_screen_columns(prompt != NULL ? prompt + 2 : *line), <=, 40);
    }
    free(shown);
    ez_test_talk_free(b);
}

// For a screen reader: no rules, no boxes, no brackets.
static void test_plain(void)
{
    g_autofree char *shown = ez_test_talk(
        EXERCISE("s.section('one', " T ", { minutes = 10 }, function() s.choose('a', " T
                 ", { options = { 'x', 'y' }, time = 60 }) end) s.say('b', " T ")"),
        "nl", 2, "1 2\n?\n/hulp\n\n");
    static const char *const drawn[] = {"─", "█", "[", "·", "–", "\033"};
    for (gsize i = 0; i < G_N_ELEMENTS(drawn); i++)
        ez_test_miss(shown, drawn[i]);
    EZ_TEST_SEE(shown, "Deel 1, Vraag, stap 1 (ongeveer 1 min)", "x: 1");
}

static void on_size(int *rows, int *columns)
{
    *rows = 24;
    *columns = 60;
}

// The last row is taken, filled and given back; it never moves what is typed.
// On a terminal of 24 rows. Owned by the caller.
static char *talk_on_rows(EzTestTalk *b, const char *typed)
{
    g_autoptr(GError) error = NULL;
    char *shown = NULL;
    size_t size;
    g_autofree char *path = g_build_filename(b->folder, "typed", NULL);
    g_assert_true(g_file_set_contents(path, typed, -1, NULL));
    FILE *in = fopen(path, "r"), *out = open_memstream(&shown, &size);
    EzTerm term = {.in = fileno(in),
                   .screen = {out, 80, false},
                   .language = "nl",
                   .people = 2,
                   .size = on_size};
    ez_term_run(&term, b->live, &error);
    fclose(in);
    fclose(out);
    return shown;
}

static void test_bar(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE("s.ask('a', " T ", { time = 120 })"));
    g_autofree char *shown = talk_on_rows(b, "een\n");
    EZ_TEST_SEE(shown, "\0337\033[1;23r\0338",
                "\0337\033[24;1H\033[2KNog 2 minuten. · ? hulp\0338", "\033[r\0338");
    ez_test_miss(shown, "\033[7m");
    ez_test_talk_free(b);
}

// High results wait until they have been read, on a terminal only; low ones do not.
static void test_holds(void)
{
#define CHARTS(items)                                                                          \
    EXERCISE("s.scale('a', " T ", { items = { " items " } }) s.say('b', " T ") s.say('c', " T  \
             ")")
    EzTestTalk *high = ez_test_talk_new(CHARTS("'x', 'y', 'z'")),
               *low = ez_test_talk_new(CHARTS("'x'")),
               *left = ez_test_talk_new(CHARTS("'x', 'y', 'z'"));
    g_autofree char *held = talk_on_rows(high, "3 3 3\n3 3 3\n\n\n"),
                    *passed = talk_on_rows(low, "3\n3\n\n\n"),
                    *gone = talk_on_rows(left, "3 3 3\n3 3 3\n\nwat\n/stop\n\n"),
                    *piped =
                        ez_test_talk(CHARTS("'x', 'y', 'z'"), "nl", 2, "3 3 3\n3 3 3\n\n\n");
    EZ_TEST_SEE(held, "het midden is", "/oogst toont dit later nog eens.", "stap 2");
    ez_test_miss(held, "stap 3");
    EZ_TEST_SEE(gone, "/oogst toont", "/oogst toont");
    ez_test_miss(gone, "stap 2");
    EZ_TEST_SEE(passed, "stap 2", "stap 3");
    EZ_TEST_SEE(piped, "stap 2", "stap 3");
    ez_test_miss(passed, "/oogst");
    ez_test_miss(piped, "/oogst");
    ez_test_talk_free(high);
    ez_test_talk_free(low);
    ez_test_talk_free(left);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test)(void);
    } tests[] = {
        {"commands-help-and-suggest", test_commands},
        {"harvest-is-shown", test_harvest},
        {"words-are-erased-when-asked", test_erase},
        {"actions-ask-who-and-when", test_actions},
        {"no-more-actions", test_no_more_actions},
        {"prompts-say-whose-turn-it-is", test_prompts},
        {"votes-say-what-there-is-to-spend", test_purse},
        {"cards-are-read-when-asked", test_cards},
        {"resumed-sessions-show-where-they-were", test_resumes},
        {"broken-scripts-leave-a-way-on", test_broken},
        {"people-are-as-many-as-the-exercise-is-for", test_doubt},
        {"one-is-told-as-one", test_plurals},
        {"help-is-of-the-step", test_help},
        {"options-are-typed-by-their-words", test_called},
        {"listed-cards-are-read-when-asked", test_listed_cards},
        {"high-results-wait-to-be-read", test_holds},
        {"control-characters-never-reach-the-terminal", test_control},
        {"huge-lines-are-refused", test_huge},
        {"last-line-without-end-counts", test_last_line},
        {"people-are-asked-for", test_people},
        {"narrow-terminals-wrap", test_narrow},
        {"plain-draws-nothing", test_plain},
        {"bar-takes-the-last-row-and-gives-it-back", test_bar},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/term/%s", tests[i].name);
        g_test_add_func(path, tests[i].test);
    }
    return g_test_run();
}
