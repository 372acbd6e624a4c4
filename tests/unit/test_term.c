// SPDX-License-Identifier: EUPL-1.2
// A session in the terminal, from what is typed to what is shown. The clock is the test's own.
#include "engine/term/term.h"

#include "engine/term/phrases.h"
#include "tests/support/test_kit.h"

#include <string.h>
#include <unistd.h>

#define T               "{ nl = 'Vraag', en = 'Question' }"
#define EXERCISE(steps) "return exercise { id = 'walk', run = function(s) " steps " end }"

typedef struct Bench {
    char *folder, *path;
    EzPinned source;
    EzLive *live;
    int64_t now, pace; // seconds; each look at the clock takes `pace`
} Bench;

static int64_t now(void *data)
{
    Bench *b = data;
    b->now += b->pace;
    return b->now * 1000 * 1000 * 1000;
}

static Bench *new_bench(const char *exercise)
{
    Bench *b = g_new0(Bench, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) start = ez_value_new_object();
    b->folder = ez_test_folder();
    b->path = g_build_filename(b->folder, "walk.ezsession", NULL);
    b->source = (EzPinned){"scripts/test/walk.lua", g_bytes_new(exercise, strlen(exercise))};
    b->live = ez_live_create(b->path, &b->source, 1, 7, start,
                             &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
    return b;
}

static void free_bench(Bench *b)
{
    ez_live_free(b->live);
    ez_test_remove(b->folder);
    g_bytes_unref(b->source.bytes);
    g_free(b->path);
    g_free(b);
}

// What the terminal shows while this is typed, 80 columns wide. Owned by the caller.
static char *talk_on(Bench *b, const char *language, int people, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(b->folder, "typed", NULL);
    char *shown = NULL;
    size_t size;
    g_assert_true(g_file_set_contents(path, typed, -1, NULL));
    FILE *in = fopen(path, "r"), *out = open_memstream(&shown, &size);
    EzTerm term = {
        .in = fileno(in), .screen = {out, 80, true}, .language = language, .people = people};
    EzTermEnd end = ez_term_run(&term, b->live, &error);
    g_assert_no_error(error);
    g_assert_cmpint(end, !=, EZ_TERM_FAILED);
    fclose(in);
    fclose(out);
    return shown;
}

// Again from its file, as a session that was stopped.
static void reopen(Bench *b)
{
    g_autoptr(GError) error = NULL;
    g_clear_pointer(&b->live, ez_live_free);
    b->live = ez_live_open(b->path, &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
}

static char *talk(const char *exercise, const char *language, int people, const char *typed)
{
    Bench *b = new_bench(exercise);
    char *shown = talk_on(b, language, people, typed);
    free_bench(b);
    return shown;
}

static void see(const char *shown, const char *words)
{
    if (strstr(shown, words) == NULL)
        g_error("\"%s\" is not in:\n%s", words, shown);
}

static void miss(const char *shown, const char *words)
{
    if (strstr(shown, words) != NULL)
        g_error("\"%s\" is in:\n%s", words, shown);
}

// What a step holds, as "by=value;": of who is named. Owned by the caller.
static char *inputs_of(Bench *b, const char *key)
{
    GString *out = g_string_new(NULL);
    const EzStep *step = ez_session_find(ez_live_session(b->live), key);
    g_assert_nonnull(step);
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *input = step->inputs->pdata[i];
        g_autofree char *text = ez_value_text(input->value);
        g_string_append_printf(out, "%s=%s;", input->by, text);
    }
    return g_strdelimit(g_string_free(out, FALSE), "\"", '\'');
}

#define INPUTS(b, key, wanted)                                                                 \
    do {                                                                                       \
        g_autofree char *found = inputs_of((b), (key));                                        \
        g_assert_cmpstr(found, ==, (wanted));                                                  \
    } while (0)

// Each behind the one before.
static void see_all(const char *shown, const char *const *words)
{
    for (const char *at = shown; *words != NULL; words++) {
        at = strstr(at, *words);
        if (at == NULL)
            g_error("\"%s\" is not there, or too early, in:\n%s", *words, shown);
        at += strlen(*words);
    }
}
#define SEE(shown, ...) see_all((shown), (const char *const[]){__VA_ARGS__, NULL})

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
        {"s.swarm('a', " T ", { items = { 'x', 'y' } })", "1 3 ja / stop 2\n",
         "> Dat begrijp ik niet: stop 2; een stopkaart", "> That is not clear: stop 2; a stop"},
        {"s.choose('a', " T ", { options = { 'x', 'y' } })", "1 3\n",
         "> Dat begrijp ik niet: 3; kies een nummer van 1 tot en met 2.",
         "> That is not clear: 3; choose a number from 1 to 2."},
        {"s.choose('a', " T ", { options = { 'x', 'y' } })", "1 1 1\n",
         "> Dit zijn 3 antwoorden, en er moeten er nog 2 komen.",
         "> These are 3 answers, and 2 are still to come."},
        {"s.scale('a', " T ", { items = { 'x', 'y' } })", "3\n",
         "> Op een regel horen hier 2 cijfers, en nu staan er 1.",
         "> A line has 2 numbers here, and this one has 1."},
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
        g_autofree char *nl = talk(exercise, "nl", 2, cases[i].typed),
                        *en = talk(exercise, "en", 2, cases[i].typed);
        see(nl, cases[i].nl);
        see(en, cases[i].en);
        miss(nl, "1 van 2");
    }
}

// A line is taken whole or not at all.
static void test_whole_lines(void)
{
    Bench *b = new_bench(EXERCISE("s.scale('a', " T ")"));
    g_autofree char *shown = talk_on(b, "nl", 4, "3 4 9\n3 4\n1 2 3\n1\n");
    INPUTS(b, "/a#1", "p1=3;p2=4;p3=1;");
    SEE(shown, "9; geef een cijfer", "2 van 4", "Dit zijn 3 antwoorden", "3 van 4");
    free_bench(b);
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
        g_autofree char *shown = talk(exercise, "nl", 2, cases[i].typed);
        g_test_message("%s", cases[i].options);
        see(shown, cases[i].seen);
        miss(shown, cases[i].unseen);
    }
}

static void test_blind(void)
{
#define VOTE(options)                                                                          \
    EXERCISE("s.vote('a', " T ", { items = { 'x', 'y' }, dots = 2, reveal = 'live'" options    \
             "})")
    g_autofree char *blind = talk(VOTE(""), "nl", 2, "1 1\n"),
                    *open = talk(VOTE(", blind = false"), "nl", 2, "1 1\n"),
                    *secret =
                        talk(VOTE(", blind = false, who = 'anonymous'"), "nl", 2, "1 1\n");
    miss(blind, "Tot nu toe");
    miss(secret, "Tot nu toe");
    SEE(open, "Tot nu toe:", "x: 2", "1 van 2");
}

static void test_close_when(void)
{
#define CLOSE(when)                                                                            \
    EXERCISE("s.scale('a', " T ", { close_when = '" when "' }) s.say('b', " T ")")
    g_autofree char *all = talk(CLOSE("all"), "nl", 2, "3\n4\n\n"),
                    *facilitator = talk(CLOSE("facilitator"), "nl", 2, "3 4\n\n");
    SEE(all, "1 van 2", "2 van 2", "Iedereen heeft geantwoord. Enter sluit deze stap",
        "stap 2");
    miss(facilitator, "Enter sluit deze stap");
    g_autofree char *group =
        talk(EXERCISE("s.ask('a', " T ", { by = 'group', per = 2, close_when = 'all' })"), "en",
             2, "one\ntwo\n");
    SEE(group, "Noted.", "The answer is there. Enter closes this step");
}

// Who said that they are done, has answered, however little they wrote.
static void test_done(void)
{
    Bench *b = new_bench(EXERCISE("s.ask('a', " T ", { per = 3, close_when = 'all' })"));
    g_autofree char *first = talk_on(b, "nl", 1, "een\n");
    miss(first, "Iedereen heeft geantwoord");
    EzRow done = {.event = EZ_EVENT_DONE, .key = "/a#1", .by = "p1", .at = -1};
    g_assert_true(ez_live_do(b->live, &done, NULL, NULL, NULL, NULL));
    g_autofree char *second = talk_on(b, "nl", 1, "");
    see(second, "Iedereen heeft geantwoord");
    free_bench(b);
}

static void test_readers(void)
{
    g_autofree char *shown =
        talk(EXERCISE("s.say('a', " T ", { to = 'facilitator' }) s.say('b', " T
                      ", { to = 'projector', wait = false }) s.say('c', " T
                      ", { to = 'phones' }) s.say('d', " T ")"),
             "nl", 2, "\n\n");
    SEE(shown, "Alleen voor jou, lees dit niet voor:\nVraag",
        "Voor op het scherm of het bord:\nVraag", "Voor op de telefoons.", "stap 3\nVraag");
}

// ---- time ----------------------------------------------------------------------

static void test_time(void)
{
    Bench *b = new_bench(EXERCISE("s.ask('a', " T ", { time = 180, per = 9 }) s.ask('b', " T
                                  ", { time = 60, close_when = 'time' })"));
    g_autofree char *begun = talk_on(b, "nl", 1, "een\n");
    miss(begun, "Nog ");
    see(begun, "(ongeveer 3 min)");
    b->pace = 20;
    g_autofree char *later = talk_on(b, "nl", 1, "twee\ndrie\n/langer 1\n/langer 9\nvier\n");
    SEE(later, "De tijd is om. Rond je zin af.", "Tijd erbij, in minuten: 9.", "Nog ");
    INPUTS(b, "/a#1", "p1=['een','twee','drie','vier'];");
    g_autofree char *last = talk_on(b, "nl", 1, "\nx\ny\nz\n");
    see(last, "Zijn jullie zover? Enter sluit deze stap.");
    free_bench(b);
}

static void test_no_time(void)
{
    g_autofree char *shown = talk(EXERCISE("s.ask('a', " T ")"), "en", 1, "/extend\n");
    SEE(shown, "> This step has no set time", "> ");
    miss(shown, "Time is up");
}

// A break takes nothing from the time of the step.
static void test_pause(void)
{
    Bench *b = new_bench(EXERCISE("s.ask('a', " T ", { time = 60 })"));
    b->pace = 25;
    g_autofree char *shown = talk_on(b, "nl", 1, "/pauze\n\n");
    const EzStep *step = ez_session_find(ez_live_session(b->live), "/a#1");
    g_assert_cmpfloat(ez_value_number(ez_step_option(step, "time"), 0), >=, 60 + 25);
    SEE(shown, "Pauze. Enter: verder", "ongeveer");
    free_bench(b);
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
        Bench *b = new_bench(EXERCISE(LINK));
        g_autofree char *typed = g_strdup_printf("%s\n", cases[i].typed);
        g_autofree char *shown = talk_on(b, "nl", 2, typed);
        SEE(shown, "Werkwoord, als letter of als woord:", "  a. helpt", "  !a. gewoonte",
            "van -2 tot 2", "1>3 a 2 !a");
        INPUTS(b, "/a#1", cases[i].wanted);
        free_bench(b);
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
        Bench *b = new_bench(EXERCISE(LINK));
        g_autofree char *typed = g_strdup_printf("%s\n", cases[i].typed);
        g_autofree char *shown = talk_on(b, "nl", 2, typed);
        see(shown, cases[i].words);
        INPUTS(b, "/a#1", "");
        free_bench(b);
    }
}

// While answers are missing Enter asks once more; what is typed in between counts as a new beginning.
static void test_too_soon(void)
{
    g_autofree char *shown =
        talk(EXERCISE("s.scale('a', " T ") s.ask('b', " T ") s.say('c', " T ")"), "nl", 3,
             "\n3 4\n\n5\n\nx\n\n");
    SEE(shown, "Er staat nog niets.", "2 van 3", "Er hebben 2 van de 3 geantwoord.", "3 van 3",
        "stap 2", "1 van 3", "stap 3");
}

// From one list to another, one line a person, and what is there is shown in the language of the session.
static void test_links_to(void)
{
    Bench *b =
        new_bench(EXERCISE("s.link('a', " T ", { from = " NODES ", to = { 'x', 'y' } })"));
    g_autofree char *shown = talk_on(b, "en", 2, "3>2, 1>1\n1>2\n/who\n");
    INPUTS(b, "/a#1",
           "p1=[{'from':'bij','to':'y'},{'from':'boer','to':'x'}];"
           "p2=[{'from':'boer','to':'y'}];");
    SEE(shown, "To:\n  1. x\n  2. y", "with commas between: 1>3.", "1 of 2", "2 of 2",
        "Person 1: 3>2, 1>1", "Person 2: 1>2", "Everyone has answered.");
    free_bench(b);
}

static void test_unknown(void)
{
    Bench *b =
        new_bench(EXERCISE("s.scale('a', " T ", { unknown = true, items = { 'x', 'y' } })"));
    g_autofree char *shown = talk_on(b, "nl", 2, "? 3\n2 -\n/wie\n");
    SEE(shown, "Weet iemand het niet? Typ een streepje: -", "2 van 2", "Persoon 1: - 3");
    INPUTS(b, "/a#1", "p1={'x':'unknown','y':3};p2={'x':2,'y':'unknown'};");
    free_bench(b);
    g_autofree char *sure = talk(EXERCISE("s.scale('a', " T ")"), "nl", 2, "-\n");
    see(sure, "Dat begrijp ik niet: -; geef een cijfer van 1 tot en met 5.");
}

// ---- many people, and mistakes -------------------------------------------------

static void test_tallies(void)
{
    Bench *b = new_bench(EXERCISE("s.choose('a', " T ", { options = { 'x', 'y' } })"));
    g_autofree char *shown = talk_on(b, "nl", 300, "1:140 2:100\n2:61\n2:0\n2:x\n2:60\n\n");
    SEE(shown, "2:10 = tien keer keuze 2", "240 van 300", "Dit zijn 61 antwoorden, en er",
        "begrijp ik niet: 2:0.", "begrijp ik niet: 2:x.", "300 van 300", "x: 140", "y: 160");
    free_bench(b);
    g_autofree char *few = talk(EXERCISE("s.scale('a', " T ")"), "nl", 5, "2:3 5\n/wie\n");
    miss(few, "tel je op");
    SEE(few, "4 van 5", "Persoon 3: 2", "Persoon 4: 5", "Nog niet geantwoord: 5.");
    g_autofree char *secret = talk(EXERCISE("s.scale('a', " T ", { who = 'anonymous' })"), "nl",
                                   30, "2:20\n3:11\n3:10\n/herstel\n3:4\n\n\n");
    SEE(secret, "20 van 30", "Dit zijn 11", "30 van 30", "Hersteld", "20 van 30", "24 van 30",
        "Er hebben 24 van de 30 geantwoord. Nog een keer Enter", "2: 20", "3: 4");
}

static void test_several(void)
{
    Bench *b =
        new_bench(EXERCISE("s.choose('a', " T ", { options = { 'x', 'y', 'z' }, most = 2 })"));
    g_autofree char *shown = talk_on(b, "nl", 3, "1+3 2\n1+2+3\n3\n");
    SEE(shown, "met hooguit 2 nummers: 1+3", "2 van 3", "Dit zijn 3 keuzes", "3 van 3");
    INPUTS(b, "/a#1", "p1=['x','z'];p2='y';p3='z';");
    free_bench(b);
}

static void test_mends(void)
{
    Bench *b = new_bench(EXERCISE("s.scale('a', " T ")"));
    g_autofree char *shown =
        talk_on(b, "nl", 4,
                "3 4\n5 5\n/herstel\n/herstel\n/voor 2 1\n/voor 4 2\n/voor 9 2\n"
                "/voor 2\n/voor 2 1 1\n/wie\n/weg 3\n/wie\n");
    SEE(shown, "4 van 4", "Hersteld", "2 van 4", "niets om te herstellen", "3 van 4",
        "van 1 tot 4", "/voor 3 en dan", "/voor 3 en dan", "Persoon 2: 1",
        "Nog niet geantwoord: 3.", "Persoon 3 doet niet meer mee. Jullie zijn nu met 3.",
        "Iedereen heeft geantwoord.");
    INPUTS(b, "/a#1", "p1=3;p2=1;p4=2;");
    free_bench(b);
}

// Taken back as a whole, also where nobody knows whose it was.
static void test_undo_anonymous(void)
{
    Bench *b =
        new_bench(EXERCISE("s.ask('a', " T ", { who = 'anonymous' }) s.say('b', " T ")"));
    g_autofree char *shown = talk_on(b, "nl", 3, "een\nfout\n/herstel\n/herstel\ntwee\n\n");
    SEE(shown, "2 van 3", "Hersteld", "1 van 3", "geen laatste regel", "2 van 3", "1. een",
        "2. twee");
    miss(shown, ". fout");
    free_bench(b);
}

// ---- before a rewind -----------------------------------------------------------

static void test_old(void)
{
    Bench *b = new_bench(
        EXERCISE("s.scale('a', " T ") s.ask('b', " T ", { by = 'group' }) s.say('c', " T ")"));
    g_autofree char *first = talk_on(b, "nl", 3, "3 4 5\n\nsamen\n\n/terug\n/terug\n");
    SEE(first, "De vorige keer stond hier dit. /oud neemt het over:\nsamen", "stap 1",
        "/oud neemt het over:", "Persoon 1: 3", "Persoon 3: 5");
    reopen(b);
    g_autofree char *second = talk_on(b, "nl", 3, "1\n/oud\n/wie\n\n/oud\n\n/oud\n");
    SEE(second, "Persoon 1: 3", "1 van 3", "Overgenomen.", "3 van 3", "Persoon 1: 1",
        "Persoon 2: 4", "Overgenomen.", "niets van een vorige keer");
    INPUTS(b, "/a#1", "p1=1;p2=4;p3=5;");
    INPUTS(b, "/b#1", "=['samen'];");
    free_bench(b);
}

// Nothing of an anonymous step comes back, and whoever left is not put in.
static void test_not_old(void)
{
    Bench *b = new_bench(EXERCISE("s.scale('a', " T ", { who = 'anonymous' }) s.scale('b', " T
                                  ") s.say('c', " T ")"));
    g_autofree char *shown =
        talk_on(b, "nl", 2, "3 4\n\n1 2\n\n/weg 2\n/terug\n/oud\n/terug\n/oud\n");
    SEE(shown, "Persoon 2: 2", "Overgenomen", "1 van 1", "stap 1", "niets van een vorige keer");
    free_bench(b);
}

// ---- groups --------------------------------------------------------------------

static void test_moves(void)
{
    Bench *b = new_bench(
        EXERCISE("s.say('z', " T ") local g = s.split('g', " T ", { count = 2, by = 'choice' })"
                 "s.parallel('w', g, function(_, s) s.scale('a', " T ") end)"));
    g_autofree char *shown =
        talk_on(b, "nl", 4,
                "\n/wissel 2 2\n/wissel 2 7\n/wissel\n/wissel 2\n/groep 9\n/groep 2\n3 3 3\n");
    SEE(shown, "Groep 1: 1 2", "Groep 2: 3 4", "Dit is een voorstel",
        "Persoon 2 zit nu in groep 2.", "Er is geen groep \"g7\".", "van 1 tot 4",
        "/wissel 3 2 zet", "Kies een groep die bezig is: Groep 1, Groep 2.", "3 van 3");
    INPUTS(b, "/w[g2]/a#1", "p2=3;p3=3;p4=3;");
    free_bench(b);
    g_autofree char *chance =
        talk(EXERCISE("s.say('z', " T ") s.split('g', " T ", { count = 2 }) s.say('a', " T ")"),
             "nl", 4, "\n");
    see(chance, "Groep 2:");
    miss(chance, "voorstel");
}

// ---- commands ------------------------------------------------------------------

static void test_commands(void)
{
    g_autofree char *shown =
        talk(EXERCISE("s.section('one', " T ", { minutes = 10 }, function() s.ask('a', " T
                      ", { note = { { nl = 'Denk na.', en = 'Think.' } } }) end)"),
             "nl", 2, "?\n/hulp\n/terg\n/xyzzy\n/back\n/lees\n/oogst\n/pad/naar\n");
    SEE(shown, "Deel 1, Vraag, stap 1", "Deel 1: Vraag", "Dit deel: 0 van 10 minuten.",
        "Denk na.", "/hulp zegt wat elk woord doet.", "/herstel: haal de laatste regel weg.",
        "Er is geen /terg. Bedoel je /terug?", "Er is geen /xyzzy. Typ ?",
        "Dit is de eerste stap.", "stap 1", "Er is nog niets geoogst.",
        "Er is geen /pad/naar.");
    g_autofree char *en = talk(EXERCISE("s.ask('a', " T ")"), "en", 2, "/help\n/nxt\n");
    SEE(en, "/undo: take the last line back.", "There is no /nxt. Do you mean /next?");
}

static void test_harvest(void)
{
    g_autofree char *shown = talk(
        EXERCISE("local l = s.ask('a', " T ") s.scale('b', " T
                 ", { reveal = 'never' }) s.harvest('h', { nl = 'Oogst', en = 'Harvest' }, l)"
                 " s.say('c', " T ")"),
        "nl", 2, "een\ntwee\n\n3 4\n\n/oogst\n");
    SEE(shown, "stap 3", "> Vraag\n  1. een\n  2. twee", "Deze stap toont ze niet.",
        "Oogst: een; twee");
}

static void test_actions(void)
{
    Bench *b =
        new_bench(EXERCISE("s.action('a', " T ", { reveal = 'live' }) s.say('b', " T ")"));
    g_autofree char *shown = talk_on(b, "nl", 2,
                                     "bellen\n/terug\nbellen\n\nde wijkploeg\n\n\n\nmaandag\n"
                                     "ploeg\ndinsdag\n\n");
    SEE(shown, "De afspraak ‘bellen’ was nog niet af en is niet bewaard.",
        "Dit is de eerste stap.", "Er staat geen ‘wie’ of ‘wanneer’ bij.",
        "Er staat geen ‘wie’ of ‘wanneer’ bij.", "bellen, de wijkploeg, –",
        "Een afspraak heeft wat, wie en wanneer.", "maandag, ploeg, dinsdag", "stap 2");
    free_bench(b);
}

// The prompt says whose answer comes next, the heading which round it is.
static void test_prompts(void)
{
    g_autofree char *swarm =
        talk(EXERCISE("s.swarm('a', " T ", { items = { 'x', 'y' }, rounds = 2 })"), "nl", 2,
             "1 2 a/b\n2 3 goed / stop 1 te duur\n\n0\n");
    SEE(swarm, "stap 1, ronde 1", "1> 1 van 2", "2> 2 van 2", "> ", "De drempel is",
        "stap 2, ronde 2", "1> 1 van 2", "2> ");
    g_autofree char *secret =
        talk(EXERCISE("s.scale('a', " T ", { who = 'anonymous' })"), "nl", 2, "1\n");
    miss(secret, "1> ");
}

static void test_purse(void)
{
    g_autofree char *dots =
        talk(EXERCISE("s.vote('a', " T ", { items = { 'a', 'b', 'c', 'd' } })"), "nl", 2, "");
    see(dots, "Ieder heeft 2 stippen.");
    g_autofree char *credits = talk(
        EXERCISE("s.vote('a', " T ", { items = { 'a', 'b' }, cost = 'square', credits = 16 })"),
        "en", 2, "");
    see(credits, "Everyone has 16 credits: one dot costs 1, two cost 4");
}

#define CARD(id)                                                                               \
    "{ id = '" id "', title = { nl = 'Kaart " id "', en = 'Card " id "' }, "                   \
    "mechanism = { nl = 'Zo werkt " id ".', en = 'So works " id ".' } }"

static void test_cards(void)
{
    g_autofree char *shown = talk(EXERCISE("s.draw('a', " T ", { from = { " CARD(
                                      "N1") ", " CARD("N2") " }, n = 2 }) s.say('b', " T ")"),
                                  "nl", 2, "/kaart n2\n/kaart N9\n");
    SEE(shown, "N1: Kaart N1", "N2: Kaart N2", "/kaart en het nummer", "> ", "N2: Kaart N2",
        "Zo werkt N2.", "Er is geen kaart N9 getrokken.");
    miss(shown, "Zo werkt N1.");
}

// Who comes back sees where they were: the groups, and not all cards of the day.
static void test_resumes(void)
{
    Bench *b = new_bench(
        EXERCISE("s.say('z', " T ") s.split('g', " T ", { count = 2 }) s.draw('a', " T
                 ", { from = { " CARD("N1") " } }) s.ask('b', " T
                                            ", { reveal = 'live' }) s.ask('c', " T ")"));
    g_autofree char *first = talk_on(b, "nl", 4, "\neen\ntwee\n");
    SEE(first, "Groep 1:", "N1: Kaart N1", "2 van 4");
    reopen(b);
    g_autofree char *second = talk_on(b, "nl", 4, "\nx\n");
    SEE(second, "Jullie gaan verder waar jullie waren. Aantal mensen: 4.",
        "Groep 1:", "N1: Kaart N1", "stap 2", "1. een\n  2. twee", "2 van 4", "stap 3");
    reopen(b);
    g_autofree char *third = talk_on(b, "nl", 4, "");
    see(third, "Groep 2:");
    miss(third, "N1: Kaart N1");
    free_bench(b);
}

// ---- what people type ----------------------------------------------------------

static void test_control(void)
{
    g_autofree char *shown = talk(
        EXERCISE("s.ask('a', " T ", { reveal = 'live', by = 'group', per = 9 })"), "nl", 2,
        "rood\033[31m \302\233 \007x\r\n\342\200\256omgekeerd\n\377\376kapot\n/\033]0;x\007\n");
    for (const char *c = shown; *c != '\0'; c++)
        g_assert_true((unsigned char)*c >= ' ' || *c == '\n');
    miss(shown, "\302\233");
    miss(shown, "\342\200\256");
    SEE(shown, "1. rood", "2. ", "omgekeerd", "3. ", "kapot");
}

// Ten megabytes in one line are refused in one sentence; the next line is taken as ever.
static void test_huge(void)
{
    Bench *b = new_bench(EXERCISE("s.ask('a', " T ")"));
    g_autofree char *huge = g_strnfill(10 * 1024 * 1024, 'x');
    g_autofree char *typed = g_strdup_printf("%s\nkort\n", huge);
    g_autofree char *shown = talk_on(b, "nl", 2, typed);
    SEE(shown, "Dit zijn 10485760 tekens, en het mogen er 280 zijn.", "1 van 2");
    INPUTS(b, "/a#1", "p1=['kort'];");
    free_bench(b);
}

// What stands before the end of the input counts, also without a line break.
static void test_last_line(void)
{
    Bench *b = new_bench(EXERCISE("s.ask('a', " T ")"));
    g_autofree char *shown = talk_on(b, "nl", 2, "laatste");
    see(shown, "1 van 2");
    INPUTS(b, "/a#1", "p1=['laatste'];");
    free_bench(b);
}

static void test_people(void)
{
    g_autofree char *shown =
        talk(EXERCISE("s.ask('a', " T ")"), "nl", 0, "vijf\n-3\n0\n\n3\n/erbij\n");
    SEE(shown, "Met hoeveel mensen", "Typ een getal, bijvoorbeeld 8.", "Typ een getal",
        "Typ een getal", "Typ een getal", "stap 1", "Jullie zijn nu met 4.");
    g_autofree char *empty = talk(EXERCISE(""), "nl", 3, "");
    see(empty, "Typ ? voor hulp");
}

// ---- the look ------------------------------------------------------------------

// Nothing is wider than the terminal, in signs that are wide too; the words of the program are never cut.
static void test_narrow(void)
{
    Bench *b = new_bench(EXERCISE(
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
    free_bench(b);
}

// For a screen reader: no rules, no boxes, no brackets.
static void test_plain(void)
{
    g_autofree char *shown =
        talk(EXERCISE("s.section('one', " T ", { minutes = 10 }, function() s.choose('a', " T
                      ", { options = { 'x', 'y' }, time = 60 }) end) s.say('b', " T ")"),
             "nl", 2, "1 2\n?\n/hulp\n\n");
    static const char *const drawn[] = {"─", "█", "[", "·", "–", "\033"};
    for (gsize i = 0; i < G_N_ELEMENTS(drawn); i++)
        miss(shown, drawn[i]);
    SEE(shown, "Deel 1, Vraag, stap 1 (ongeveer 1 min)", "x: 1");
}

static void on_size(int *rows, int *columns)
{
    *rows = 24;
    *columns = 60;
}

// The last row is taken, filled and given back; it never moves what is typed.
static void test_bar(void)
{
    Bench *b = new_bench(EXERCISE("s.ask('a', " T ", { time = 120 })"));
    g_autoptr(GError) error = NULL;
    char *shown = NULL;
    size_t size;
    g_autofree char *path = g_build_filename(b->folder, "typed", NULL);
    g_assert_true(g_file_set_contents(path, "een\n", -1, NULL));
    FILE *in = fopen(path, "r"), *out = open_memstream(&shown, &size);
    EzTerm term = {.in = fileno(in),
                   .screen = {out, 80, false},
                   .language = "nl",
                   .people = 2,
                   .size = on_size};
    ez_term_run(&term, b->live, &error);
    fclose(in);
    fclose(out);
    SEE(shown, "\0337\033[1;23r\0338", "\0337\033[24;1H\033[2KNog 2 minuten. · ? hulp\0338",
        "\033[r\0338");
    miss(shown, "\033[7m");
    free(shown);
    free_bench(b);
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
        {"mistakes-are-mended", test_mends},
        {"anonymous-lines-are-taken-back", test_undo_anonymous},
        {"old-answers-are-offered", test_old},
        {"old-answers-stay-anonymous", test_not_old},
        {"people-move-between-groups", test_moves},
        {"commands-help-and-suggest", test_commands},
        {"harvest-is-shown", test_harvest},
        {"actions-ask-who-and-when", test_actions},
        {"prompts-say-whose-turn-it-is", test_prompts},
        {"votes-say-what-there-is-to-spend", test_purse},
        {"cards-are-read-when-asked", test_cards},
        {"resumed-sessions-show-where-they-were", test_resumes},
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
