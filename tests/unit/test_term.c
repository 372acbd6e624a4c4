// SPDX-License-Identifier: EUPL-1.2
// What the terminal takes and says, step by step.
#include "engine/term/phrases.h"
#include "tests/support/test_talk.h"

#include <string.h>
#include <unistd.h>

// ---- phrases -------------------------------------------------------------------

static int slots_of(const char *words)
{
    int slots = 0;
    for (const char *slot = words; (slot = strstr(slot, "%s")) != NULL; slot++)
        slots++;
    return slots;
}

static void test_phrases(void)
{
    for (int i = 0; i < EZ_PHRASES; i++) {
        const char *nl = ez_phrase((EzPhrase)i, "nl"), *en = ez_phrase((EzPhrase)i, "en");
        g_test_message("%s", en);
        g_assert_cmpstr(nl, !=, "");
        g_assert_cmpstr(en, !=, "");
        g_assert_cmpint(slots_of(nl), ==, slots_of(en));
        g_assert_null(strstr(nl, "%d"));
    }
}

// ---- refusals ------------------------------------------------------------------

static void test_refusals(void)
{
    static const struct {
        const char *step, *typed, *nl, *en;
    } cases[] = {
        {"s.ask('a', " T ", { max = 4 })", "vijf5\n",
         "> Dit zijn 5 tekens, en het mogen er 4 zijn. Deze regel telt niet mee.",
         "> This is 5 characters long, and 4 at most. This line does not count."},
        {"s.vote('a', " T ", { items = { 'x', 'y' }, dots = 2 })", "1=2 2=2\n",
         "> Dit kost 4, en er zijn er 2 te verdelen.", "> This costs 4, and there are 2."},
        {"s.swarm('a', " T ", { items = { 'x', 'y' } })", "9\n",
         "> Dat begrijp ik niet: 9; schrijf optie,", "> That is not clear: 9; write option,"},
        {"s.swarm('a', " T ", { items = { 'x', 'y' } })", "1 6 x\n",
         "> Dat begrijp ik niet: 6; geef een sterkte 1 tot en met 5.",
         "> That is not clear: 6; a strength is 1 to 5."},
        {"s.swarm('a', " T ", { items = { 'x', 'y' } })", "1 -3\n",
         "> Dat begrijp ik niet: -3; geef een sterkte 1 tot en met 5.",
         "> That is not clear: -3; a strength is 1 to 5."},
        {"s.swarm('a', " T ", { items = { 'x', 'y' } })", "1 3 ja / stop 2\n",
         "> Dat begrijp ik niet: stop 2; een stopkaart", "> That is not clear: stop 2; a stop"},
        {"s.choose('a', " T ", { options = { 'x', 'y' } })", "1 3\n",
         "> Dat begrijp ik niet: 3; kies een nummer van 1 tot en met 2.",
         "> That is not clear: 3; choose a number from 1 to 2."},
        {"s.choose('a', " T ", { options = { 'x', 'y' } })", "1 1 1\n",
         "> Dit zijn 3 antwoorden, en er moeten er nog 2 komen.",
         "> These are 3 answers, and 2 are still to come."},
        {"s.scale('a', " T ", { items = { 'x', 'y' } })", "3\n",
         "> Geef 2 cijfers op een regel.", "> Give 2 numbers on a line."},
        {"s.scale('a', " T ")", "0\n", "> Dat begrijp ik niet: 0; geef een cijfer van 1 tot en",
         "> That is not clear: 0; give a number from 1 to 5."},
        {"s.rank('a', " T ", { items = { 'x', 'y' } })", "1 1\n", "> 1 staat er twee keer.",
         "> 1 stands there twice."},
        {"s.cluster('a', " T ", { items = { 'x', 'y' } })", "water 1\n",
         "> Schrijf een naam, een dubbele punt en de nummers: water: 1 4.",
         "> Write a name, a colon and the numbers: water: 1 4."},
        {"s.place('a', " T ", { canvas = { zones = { { id = 'z', nl = 'Z', en = 'Z' } } } })",
         "b\n", "> Dat begrijp ik niet: b; kies een letter uit de lijst.",
         "> That is not clear: b; choose a letter of the list."},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *exercise = g_strdup_printf(EXERCISE("%s"), cases[i].step);
        g_autofree char *nl = ez_test_talk(exercise, "nl", 2, cases[i].typed),
                        *en = ez_test_talk(exercise, "en", 2, cases[i].typed);
        ez_test_see(nl, cases[i].nl);
        ez_test_see(en, cases[i].en);
        ez_test_miss(nl, "1 van 2");
    }
}

// A line is taken whole or not at all.
static void test_whole_lines(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE("s.scale('a', " T ")"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 4, "3 4 9\n3 4\n1 2 3\n1\n");
    EZ_TEST_INPUTS(b, "/a#1", "p1=3;p2=4;p3=1;");
    EZ_TEST_SEE(shown, "9; geef een cijfer", "2 van 4", "Dit zijn 3 antwoorden", "3 van 4");
    ez_test_talk_free(b);
}

// ---- what is shown when --------------------------------------------------------

static void test_reveal(void)
{
    static const struct {
        const char *options, *typed, *seen, *unseen;
    } cases[] = {
        {"reveal = 'live'", "groen\n", "Tot nu toe:\n  1. groen", "nooit"},
        {"reveal = 'live', who = 'anonymous'", "groen\n", "1 van 2", "1. groen"},
        {"reveal = 'on_close'", "groen\n", "1 van 2", "1. groen"},
        {"reveal = 'on_close'", "groen\nblauw\n\n", "  1. groen\n  2. blauw", "Tot nu toe"},
        {"reveal = 'never'", "groen\nblauw\n\n", "Deze stap toont ze niet.", "1. groen"},
        {"reveal = 'never', who = 'anonymous'", "groen\nblauw\n\n", "Deze stap toont ze niet.",
         "1. groen"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *exercise = g_strdup_printf(
            EXERCISE("s.ask('a', " T ", { %s }) s.say('end', " T ")"), cases[i].options);
        g_autofree char *shown = ez_test_talk(exercise, "nl", 2, cases[i].typed);
        g_test_message("%s", cases[i].options);
        ez_test_see(shown, cases[i].seen);
        ez_test_miss(shown, cases[i].unseen);
    }
}

// Nothing of so few is told: at the close, and in the harvest. Texts were to be read.
static void test_few(void)
{
    static const struct {
        const char *call, *typed, *told;
    } cases[] = {
        {"s.scale('a', " T ", { who = 'anonymous' })", "2", "het midden is 2"},
        {"s.choose('a', " T ", { options = { 'x', 'y' }, who = 'anonymous' })", "1", "x: "},
        {"s.swarm('a', " T ", { items = { 'x', 'y' }, rounds = 1, who = 'anonymous' })",
         "2 3 goed", "De drempel is"},
        {"s.place('a', " T ", { canvas = { zones = { { id = 'z', nl = 'Z', en = 'Z' } } }, who "
         "= 'anonymous' })",
         "a", "  a\n"},
        {"s.ask('a', " T ", { who = 'anonymous' })", "groen", "1. groen"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        for (int people = 4; people <= 5; people++) {
            g_autofree char *exercise =
                g_strdup_printf(EXERCISE("%s s.say('end', " T ")"), cases[i].call);
            GString *typed = g_string_new(NULL);
            for (int p = 0; p < people; p++)
                g_string_append_printf(typed, "%s\n", cases[i].typed);
            g_string_append(typed, "\n/oogst\n");
            g_autofree char *shown = ez_test_talk(exercise, "nl", people, typed->str);
            bool texts = strstr(cases[i].call, "s.ask") != NULL;
            bool told = texts || people == 5;
            (told ? ez_test_see : ez_test_miss)(shown, cases[i].told);
            (told ? ez_test_miss : ez_test_see)(shown, "Minder dan vijf anonieme antwoorden");
            g_string_free(typed, TRUE);
        }
}

static void test_blind(void)
{
#define VOTE(options)                                                                          \
    EXERCISE("s.vote('a', " T ", { items = { 'x', 'y' }, dots = 2, reveal = 'live'" options    \
             "})")
    g_autofree char *blind = ez_test_talk(VOTE(""), "nl", 2, "1 1\n"),
                    *open = ez_test_talk(VOTE(", blind = false"), "nl", 2, "1 1\n"),
                    *secret = ez_test_talk(VOTE(", blind = false, who = 'anonymous'"), "nl", 2,
                                           "1 1\n");
    ez_test_miss(blind, "Tot nu toe");
    ez_test_miss(secret, "Tot nu toe");
    EZ_TEST_SEE(open, "Tot nu toe:", "x: 2", "1 van 2");
}

static void test_close_when(void)
{
#define CLOSE(when)                                                                            \
    EXERCISE("s.scale('a', " T ", { close_when = '" when "' }) s.say('b', " T ")")
    g_autofree char *all = ez_test_talk(CLOSE("all"), "nl", 2, "3\n4\n\n"),
                    *facilitator = ez_test_talk(CLOSE("facilitator"), "nl", 2, "3 4\n\n");
    EZ_TEST_SEE(all, "1 van 2", "2 van 2", "Iedereen heeft geantwoord. Enter sluit deze stap",
                "stap 2");
    ez_test_miss(facilitator, "Enter sluit deze stap");
    g_autofree char *group = ez_test_talk(
        EXERCISE("s.ask('a', " T ", { by = 'group', per = 2, close_when = 'all' })"), "en", 2,
        "one\ntwo\n");
    EZ_TEST_SEE(group, "Noted.", "Saved. Enter closes this step");
}

// Who said that they are done, has answered, however little they wrote.
static void test_done(void)
{
    EzTestTalk *b =
        ez_test_talk_new(EXERCISE("s.ask('a', " T ", { per = 3, close_when = 'all' })"));
    g_autofree char *first = ez_test_talk_on(b, "nl", 1, "een\n");
    ez_test_miss(first, "Iedereen heeft geantwoord");
    EzRow done = {.event = EZ_EVENT_DONE, .key = "/a#1", .by = "p1", .at = -1};
    g_assert_true(ez_live_do(b->live, &done, NULL, NULL, NULL, NULL));
    g_autofree char *second = ez_test_talk_on(b, "nl", 1, "");
    ez_test_see(second, "Iedereen heeft geantwoord");
    ez_test_talk_free(b);
}

static void test_readers(void)
{
    g_autofree char *shown =
        ez_test_talk(EXERCISE("s.say('a', " T ", { to = 'facilitator' }) s.say('b', " T
                              ", { to = 'projector', wait = false }) s.say('c', " T
                              ", { to = 'phones' }) s.say('d', " T ")"),
                     "nl", 2, "\n\n");
    EZ_TEST_SEE(shown, "Alleen voor jou, lees dit niet voor:\nVraag",
                "Voor op het scherm of het bord:\nVraag", "Voor op de telefoons.",
                "stap 3\nVraag");
}

// ---- time ----------------------------------------------------------------------

static void test_time(void)
{
    EzTestTalk *b =
        ez_test_talk_new(EXERCISE("s.ask('a', " T ", { time = 180, per = 9 }) s.ask('b', " T
                                  ", { time = 60, close_when = 'time' })"));
    g_autofree char *begun = ez_test_talk_on(b, "nl", 1, "een\n");
    ez_test_miss(begun, "Nog ");
    ez_test_see(begun, "(ongeveer 3 min)");
    b->pace = 20;
    g_autofree char *later =
        ez_test_talk_on(b, "nl", 1, "twee\ndrie\n/langer 1\n/langer 9\nvier\n");
    EZ_TEST_SEE(later, "De tijd is om. Rond je zin af.", "9 minuten erbij.", "Nog ");
    EZ_TEST_INPUTS(b, "/a#1", "p1=['een','twee','drie','vier'];");
    g_autofree char *last = ez_test_talk_on(b, "nl", 1, "\nx\ny\nz\n");
    ez_test_see(last, "Zijn jullie zover? Enter sluit deze stap.");
    ez_test_talk_free(b);
}

static void test_no_time(void)
{
    g_autofree char *shown = ez_test_talk(EXERCISE("s.ask('a', " T ")"), "en", 1, "/extend\n");
    EZ_TEST_SEE(shown, "> This step has no set time", "> ");
    ez_test_miss(shown, "Time is up");
}

// A break takes nothing from the time of the step.
static void test_pause(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE("s.ask('a', " T ", { time = 60 })"));
    b->pace = 25;
    g_autofree char *shown = ez_test_talk_on(b, "nl", 1, "/pauze\n\n");
    const EzStep *step = ez_session_find(ez_live_session(b->live), "/a#1");
    g_assert_cmpfloat(ez_value_number(ez_step_option(step, "time"), 0), >=, 60 + 25);
    EZ_TEST_SEE(shown, "Pauze. Enter: verder", "ongeveer");
    ez_test_talk_free(b);
}

// ---- links ---------------------------------------------------------------------

#define NODES            "{ 'boer', 'beek', 'bij' }"
#define VERB(id, nl, en) "{ id = '" id "', nl = '" nl "', en = '" en "' }"
#define LINK                                                                                   \
    "s.link('a', " T ", { from = " NODES                                                       \
    ", verbs = { " VERB("helps", "helpt", "helps") ", " VERB(                                  \
        "stops", "houdt tegen",                                                                \
        "stops") ", " VERB("heeds", "hoort", "heeds") " }, weight = { -2, 2 }, flags = "       \
                                                      "{ " VERB("habit", "gewoonte",           \
                                                                "habit") " }, by = 'group' })"

static void test_links(void)
{
    static const struct {
        const char *typed, *wanted;
    } cases[] = {
        {"1>3 helpt 2 !gewoonte",
         "=[{'flags':['habit'],'from':'boer','to':'bij','verb':'helps','weight':2}];"},
        {"1-3 a -1", "=[{'from':'boer','to':'bij','verb':'helps','weight':-1}];"},
        {"1 → 3 2 Houdt tegen", "=[{'from':'boer','to':'bij','verb':'stops','weight':2}];"},
        {"1->2 hou 0, 2>3 !a 1 help",
         "=[{'from':'boer','to':'beek','verb':'stops','weight':0},"
         "{'flags':['habit'],'from':'beek','to':'bij','verb':'helps','weight':1}];"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        EzTestTalk *b = ez_test_talk_new(EXERCISE(LINK));
        g_autofree char *typed = g_strdup_printf("%s\n", cases[i].typed);
        g_autofree char *shown = ez_test_talk_on(b, "nl", 2, typed);
        EZ_TEST_SEE(shown, "Werkwoord, als letter of als woord:", "  a. helpt",
                    "  !a. gewoonte", "van -2 tot 2", "1>3 a 2 !a");
        EZ_TEST_INPUTS(b, "/a#1", cases[i].wanted);
        ez_test_talk_free(b);
    }
}

static void test_bad_links(void)
{
    static const struct {
        const char *typed, *words;
    } cases[] = {
        {"1 3", "Dat begrijp ik niet: 1 3; verbind twee nummers: 1>3."},
        {"1>4 a 1", "4; kies een nummer van 1 tot en met 3."},
        {"1>2 eet 1", "eet; kies een letter uit de lijst."},
        {"1>2 ho 1", "ho; kies een letter uit de lijst."}, // two begin like that
        {"1>2 1", "Een verbinding heeft hier een werkwoord."},
        {"1>2 a", "Een verbinding heeft hier een gewicht."},
        {"1>2 a 3", "Geef een heel getal van -2 tot en met 2."},
        {"1>1 a 1", "wordt niet met zichzelf verbonden."},
        {"1>2 a 1 !z", "!z; kies een letter uit de lijst."},
        {"1>2 a 1, 1>2 a 2", "zijn twee keer verbonden."},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        EzTestTalk *b = ez_test_talk_new(EXERCISE(LINK));
        g_autofree char *typed = g_strdup_printf("%s\n", cases[i].typed);
        g_autofree char *shown = ez_test_talk_on(b, "nl", 2, typed);
        ez_test_see(shown, cases[i].words);
        EZ_TEST_INPUTS(b, "/a#1", "");
        ez_test_talk_free(b);
    }
}

// While answers are missing Enter asks once more; what is typed in between counts as a new beginning.
static void test_too_soon(void)
{
    g_autofree char *shown =
        ez_test_talk(EXERCISE("s.scale('a', " T ") s.ask('b', " T ") s.say('c', " T ")"), "nl",
                     3, "\n3 4\n\n5\n\nx\n\n");
    EZ_TEST_SEE(shown, "Er staat nog niets.", "2 van 3", "Er hebben 2 van de 3 geantwoord.",
                "3 van 3", "stap 2", "1 van 3", "stap 3");
}

// From one list to another, one line a person, and what is there is shown in the language of the session.
static void test_links_to(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.link('a', " T ", { from = " NODES ", to = { 'x', 'y' } })"));
    g_autofree char *shown = ez_test_talk_on(b, "en", 2, "3>2, 1>1\n1>2\n/who\n");
    EZ_TEST_INPUTS(b, "/a#1",
                   "p1=[{'from':'bij','to':'y'},{'from':'boer','to':'x'}];"
                   "p2=[{'from':'boer','to':'y'}];");
    EZ_TEST_SEE(shown, "To:\n  1. x\n  2. y", "with commas between: 1>3.", "1 of 2", "2 of 2",
                "Person 1: 3>2, 1>1", "Person 2: 1>2", "Everyone has answered.");
    ez_test_talk_free(b);
}

static void test_unknown(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.scale('a', " T ", { unknown = true, items = { 'x', 'y' } })"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 2, "? 3\n2 -\n/wie\n");
    EZ_TEST_SEE(shown, "Weet iemand het niet? Typ een streepje: -", "2 van 2",
                "Persoon 1: - 3");
    EZ_TEST_INPUTS(b, "/a#1", "p1={'x':'unknown','y':3};p2={'x':2,'y':'unknown'};");
    ez_test_talk_free(b);
    g_autofree char *sure = ez_test_talk(EXERCISE("s.scale('a', " T ")"), "nl", 2, "-\n");
    ez_test_see(sure, "Dat begrijp ik niet: -; geef een cijfer van 1 tot en met 5.");
}

// ---- many people, and mistakes -------------------------------------------------

static void test_tallies(void)
{
    EzTestTalk *b =
        ez_test_talk_new(EXERCISE("s.choose('a', " T ", { options = { 'x', 'y' } })"));
    g_autofree char *shown =
        ez_test_talk_on(b, "nl", 300, "1:140 2:100\n2:61\n2:0\n2:x\n2:60\n\n");
    EZ_TEST_SEE(shown, "2:10 = tien keer keuze 2", "240 van 300",
                "Dit zijn 61 antwoorden, en er", "begrijp ik niet: 2:0.",
                "begrijp ik niet: 2:x.", "300 van 300", "x: 140", "y: 160");
    ez_test_talk_free(b);
    g_autofree char *few =
        ez_test_talk(EXERCISE("s.scale('a', " T ")"), "nl", 5, "2:3 5\n/wie\n");
    ez_test_miss(few, "tel je op");
    EZ_TEST_SEE(few, "4 van 5", "Persoon 3: 2", "Persoon 4: 5", "Nog niet geantwoord: 5.");
    g_autofree char *secret =
        ez_test_talk(EXERCISE("s.scale('a', " T ", { who = 'anonymous' })"), "nl", 30,
                     "2:20\n3:11\n3:10\n/herstel\n3:4\n\n\n");
    EZ_TEST_SEE(secret, "20 van 30", "Dit zijn 11", "30 van 30", "Hersteld", "20 van 30",
                "24 van 30", "Er hebben 24 van de 30 geantwoord. Nog een keer Enter", "2: 20",
                "3: 4");
}

static void test_several(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.choose('a', " T ", { options = { 'x', 'y', 'z' }, most = 2 })"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 3, "1+3 2\n1+2+3\n3\n");
    EZ_TEST_SEE(shown, "met hooguit 2 nummers: 1+3", "2 van 3", "Dit zijn 3 keuzes", "3 van 3");
    EZ_TEST_INPUTS(b, "/a#1", "p1=['x','z'];p2='y';p3='z';");
    ez_test_talk_free(b);
}

// What a group ticks on a second line comes to the first, and is told whole.
static void test_ticks(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.choose('a', " T ", { options = { { id = 'x', nl = 'snel', en = 'fast' }, "
                 "{ id = 'y', nl = 'mooi', en = 'fair' }, 'z' }, by = 'group', most = 3 })"));
    g_autofree char *shown = ez_test_talk_on(b, "nl", 3, "1 3\n2 1\n");
    EZ_TEST_SEE(shown, "Jullie keuze is nu: 1. snel; 3. z. Lege regel: klaar.",
                "Jullie keuze is nu: 1. snel; 3. z; 2. mooi.");
    EZ_TEST_INPUTS(b, "/a#1", "=['x','z','y'];");
    ez_test_talk_free(b);
    g_autofree char *rank =
        ez_test_talk(EXERCISE("s.rank('a', " T ", { items = { 'x', 'y' }, by = 'group' })"),
                     "en", 3, "2 1\n1 2\n");
    EZ_TEST_SEE(rank, "Now it says: 2 1.", "Now it says: 1 2.");
}

static void test_mends(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE("s.scale('a', " T ")"));
    g_autofree char *shown =
        ez_test_talk_on(b, "nl", 4,
                        "3 4\n5 5\n/herstel\n/herstel\n/voor 2 1\n/voor 4 2\n/voor 9 2\n"
                        "/voor 2\n/voor 2 1 1\n/wie\n/weg 3\n/wie\n");
    EZ_TEST_SEE(shown, "4 van 4", "Hersteld", "2 van 4", "niets om te herstellen", "3 van 4",
                "van 1 tot 4", "/voor 3 en dan", "/voor 3 en dan", "Persoon 2: 1",
                "Nog niet geantwoord: 3.",
                "Persoon 3 doet niet meer mee. Jullie zijn nu met 3.",
                "Iedereen heeft geantwoord.");
    EZ_TEST_INPUTS(b, "/a#1", "p1=3;p2=1;p4=2;");
    ez_test_talk_free(b);
}

// Taken back as a whole, also where nobody knows whose it was.
static void test_undo_anonymous(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.ask('a', " T ", { who = 'anonymous' }) s.say('b', " T ")"));
    g_autofree char *shown =
        ez_test_talk_on(b, "nl", 3, "een\nfout\n/herstel\n/herstel\ntwee\n\n");
    EZ_TEST_SEE(shown, "2 van 3", "Hersteld", "1 van 3", "geen laatste regel", "2 van 3",
                "1. een", "2. twee");
    ez_test_miss(shown, ". fout");
    ez_test_talk_free(b);
}

// ---- before a rewind -----------------------------------------------------------

static void test_old(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.scale('a', " T ") s.ask('b', " T ", { by = 'group' }) s.say('c', " T ")"));
    g_autofree char *first = ez_test_talk_on(b, "nl", 3, "3 4 5\n\nsamen\n\n/terug\n/terug\n");
    EZ_TEST_SEE(first, "De vorige keer stond hier dit. /oud neemt het over:\nsamen", "stap 1",
                "/oud neemt het over:", "Persoon 1: 3", "Persoon 3: 5");
    ez_test_talk_reopen(b);
    g_autofree char *second = ez_test_talk_on(b, "nl", 3, "1\n/oud\n/wie\n\n/oud\n\n/oud\n");
    EZ_TEST_SEE(second, "Persoon 1: 3", "1 van 3", "Overgenomen: 2 van 3.", "3 van 3",
                "Persoon 1: 1", "Persoon 2: 4", "Overgenomen: 1 van 1.",
                "niets van een vorige keer");
    EZ_TEST_INPUTS(b, "/a#1", "p1=1;p2=4;p3=5;");
    EZ_TEST_INPUTS(b, "/b#1", "=['samen'];");
    ez_test_talk_free(b);
}

// Of what a group wrote, one part can go; undoing what was taken over says that all of it goes.
static void test_parts(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.ask('a', " T ", { by = 'group', per = 4 }) s.choose('b', " T
                 ", { options = { 'x', 'y', 'z' }, by = 'group', most = 3 }) s.action('c', " T
                 ") s.scale('d', " T ")"));
    g_autofree char *shown = ez_test_talk_on(
        b, "nl", 2,
        "een\ntwee\ndrie\n/herstel 9\n/herstel 2\n\n1 3\n/herstel 1\n\nbellen\nploeg\nvrijdag\n"
        "mailen\nik\nnu\n/herstel 1\n/herstel\n/herstel 1\n\n/herstel 1\n/terug\n/oud\n");
    EZ_TEST_SEE(shown, "Zo’n onderdeel staat er niet.",
                "Weggehaald. Er staat nu:\neen / drie\n", "Weggehaald. Er staat nu:\n3. z\n",
                "Weggehaald. Er staat nu:\nmailen, ik, nu\n", "Hersteld: de laatste regel",
                "Weggehaald. Er staat nu:\nmailen", "zonder nummer",
                "Overgenomen: ", "/herstel 2 haalt alleen onderdeel 2 weg.");
    g_autofree char *back =
        ez_test_talk_on(b, "en", 2, "/back\n/back\n/old\n/undo\n/old\n/undo 1\n");
    EZ_TEST_SEE(back, "Taken over: ", "Undone: all that was taken over is gone.",
                "Taken over: ", "Now it says:\ndrie\n");
    EZ_TEST_INPUTS(b, "/a#1", "=['drie'];");
    g_autofree char *empty = ez_test_talk_on(b, "en", 2, "/undo 1\n\n\n1\n/undo 1\n");
    EZ_TEST_SEE(empty, "Nothing is left.", "Nothing is written yet.", "step 2",
                "Nothing is left.");
    EZ_TEST_INPUTS(b, "/a#1", "");
    EZ_TEST_INPUTS(b, "/b#1", "");
    ez_test_talk_free(b);
}

// Nothing of an anonymous step comes back, and whoever left is not put in.
static void test_not_old(void)
{
    EzTestTalk *b = ez_test_talk_new(EXERCISE(
        "s.scale('a', " T ", { who = 'anonymous' }) s.scale('b', " T ") s.say('c', " T ")"));
    g_autofree char *shown =
        ez_test_talk_on(b, "nl", 2, "3 4\n\n1 2\n\n/weg 2\n/terug\n/oud\n/terug\n/oud\n");
    EZ_TEST_SEE(shown, "Persoon 2: 2", "Overgenomen: 1 van 2.", "1 van 1", "stap 1",
                "niets van een vorige keer");
    ez_test_talk_free(b);
}

// ---- groups --------------------------------------------------------------------

static void test_moves(void)
{
    EzTestTalk *b = ez_test_talk_new(
        EXERCISE("s.say('z', " T ") local g = s.split('g', " T ", { count = 2, by = 'choice' })"
                 "s.parallel('w', g, function(_, s) s.scale('a', " T ") end)"));
    g_autofree char *shown = ez_test_talk_on(
        b, "nl", 4,
        "\n/wissel 2 2\n/wissel 2 7\n/wissel\n/wissel 2\n/groep 9\n/groep 2\n3 3 3\n");
    EZ_TEST_SEE(shown, "Groep 1: 1 2", "Groep 2: 3 4", "Dit is een voorstel",
                "Persoon 2 zit nu in groep 2.", "Er is geen groep \"g7\".", "van 1 tot 4",
                "/wissel 3 2 zet", "Kies een groep die bezig is: Groep 1, Groep 2.", "3 van 3");
    EZ_TEST_INPUTS(b, "/w[g2]/a#1", "p2=3;p3=3;p4=3;");
    ez_test_talk_free(b);
    g_autofree char *chance = ez_test_talk(
        EXERCISE("s.say('z', " T ") s.split('g', " T ", { count = 2 }) s.say('a', " T ")"),
        "nl", 4, "\n");
    ez_test_see(chance, "Groep 2:");
    ez_test_miss(chance, "voorstel");
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test)(void);
    } tests[] = {
        {"phrases-have-the-same-slots", test_phrases},
        {"refusals-speak-the-language-of-the-session", test_refusals},
        {"lines-are-taken-whole-or-not", test_whole_lines},
        {"reveal-says-when-answers-are-shown", test_reveal},
        {"few-anonymous-answers-stay-hidden", test_few},
        {"blind-votes-show-nothing-before-the-close", test_blind},
        {"close-when-all-have-answered-is-offered", test_close_when},
        {"done-counts-as-an-answer", test_done},
        {"texts-say-for-whom-they-are", test_readers},
        {"time-is-told-and-cuts-nobody-off", test_time},
        {"steps-without-time-are-not-extended", test_no_time},
        {"pause-takes-nothing-from-the-time", test_pause},
        {"links-are-typed", test_links},
        {"bad-links-are-refused-with-a-reason", test_bad_links},
        {"enter-does-not-pass-over-answers", test_too_soon},
        {"links-go-to-another-list", test_links_to},
        {"who-does-not-know-says-so", test_unknown},
        {"many-people-are-counted", test_tallies},
        {"people-choose-several", test_several},
        {"a-group-ticks-on-more-lines", test_ticks},
        {"mistakes-are-mended", test_mends},
        {"anonymous-lines-are-taken-back", test_undo_anonymous},
        {"old-answers-are-offered", test_old},
        {"parts-of-a-list-are-taken-away", test_parts},
        {"old-answers-stay-anonymous", test_not_old},
        {"people-move-between-groups", test_moves},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/term/%s", tests[i].name);
        g_test_add_func(path, tests[i].test);
    }
    return g_test_run();
}
