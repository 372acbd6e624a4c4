// SPDX-License-Identifier: EUPL-1.2
// Reports of sessions: what is told of what was put in, and what is not.
#include "tests/support/test_kit.h"
#include "tests/support/test_session.h"

#include "engine/report/report.h"

#include <string.h>

#define HEAD(...)                                                                              \
    "return exercise { id = 'walk', code = 'O9', version = '1', title = { nl = 'Wandeling', "  \
    "en "                                                                                      \
    "= 'Walk' }, run = function(s) local L = { { id = 'a', nl = 'Appel', en = 'Apple' }, { "   \
    "id "                                                                                      \
    "= 'b', nl = 'Bes', en = 'Berry' } } " __VA_ARGS__ " end }"
#define T "{ nl = 'Vraag', en = 'Question' }"

typedef char *(*Write)(const EzReport *report);

static char *report_of(const EzTestSession *t, Write write, EzReportOptions options)
{
    g_autoptr(EzReport) report = ez_report_new(t->session, &options);
    return write(report);
}

static const EzReportOptions dutch = {.language = "nl"}, raw = {.language = "nl", .raw = true};

static void has(const char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        ez_test_fault("\"%s\" is not told in:\n%s", words, text);
}

static void lacks(const char *text, const char *words)
{
    if (strstr(text, words) != NULL)
        ez_test_fault("\"%s\" is told in:\n%s", words, text);
}

// ---- few anonymous people ----------------------------------------------------------------------

// One step of each kind that can be counted, and what each person puts in.
static const struct {
    const char *name, *call, *value;
} judged[] = {
    {"choose", "s.choose('q', " T ", { options = L, who = 'anonymous' })", "[\\\"a\\\"]"},
    {"vote", "s.vote('q', " T ", { items = L, dots = 3, who = 'anonymous' })", "{\\\"a\\\":3}"},
    {"top", "s.vote('q', " T ", { items = L, dots = 3, who = 'anonymous' }).top",
     "{\\\"a\\\":2,\\\"b\\\":1}"},
    {"rank", "s.rank('q', " T ", { items = L, who = 'anonymous' })", "[\\\"a\\\",\\\"b\\\"]"},
    {"scale", "s.scale('q', " T ", { from = 0, to = 7, who = 'anonymous' })", "6"},
    {"items", "s.scale('q', " T ", { items = L, who = 'anonymous' })",
     "{\\\"a\\\":4,\\\"b\\\":2}"},
    {"swarm", "s.swarm('q', " T ", { items = L, rounds = 1, who = 'anonymous' })",
     "{\\\"for\\\":\\\"a\\\",\\\"strength\\\":4}"},
    {"place",
     "s.place('q', " T ", { items = 'self', canvas = { kind = 'rings', rings = L }, who = "
     "'anonymous' })",
     "{\\\"zone\\\":\\\"a\\\"}"},
    {"link", "s.link('q', " T ", { from = L, weight = { 1, 3 }, who = 'anonymous' })",
     "[{\\\"from\\\":\\\"a\\\",\\\"to\\\":\\\"b\\\",\\\"weight\\\":3}]"},
};

static EzTestSession *judge(int kind, int people)
{
    g_autofree char *script =
        g_strdup_printf(HEAD("local r = %s s.harvest('h', " T ", r)"), judged[kind].call);
    EzTestSession *t = ez_test_session_new(script, NULL);
    g_autoptr(GString) line = g_string_new("{'ev':'input','step':'/q#1','value':{'answers':[");
    for (int i = 0; i < people; i++)
        g_string_append_printf(line, "%s'%s'", i > 0 ? "," : "", judged[kind].value);
    g_string_append(line, "]}}");
    ez_test_session_start(t, people);
    EZ_TEST_DO(t, line->str, "{'ev':'close','step':'/q#1'}");
    g_assert_true(ez_session_is_finished(t->session));
    return t;
}

// The lines of a part in a table for spreadsheets hold a number.
static bool counts(const char *csv)
{
    const char *body = strchr(csv, '\n');
    return body != NULL && strpbrk(body, "0123456789") != NULL;
}

static void test_numbers_of_a_few_are_told_nowhere(void)
{
    for (int kind = 0; kind < (int)G_N_ELEMENTS(judged); kind++)
        for (int people = 1; people <= 6; people++) {
            g_autoptr(EzTestSession) t = judge(kind, people);
            g_autofree char *csv = report_of(t, ez_report_csv, dutch);
            g_autofree char *md = report_of(t, ez_report_markdown, dutch);
            g_autofree char *all = report_of(t, ez_report_markdown, raw);
            bool few = people < 5, told = strstr(md, "Te weinig antwoorden") != NULL,
                 link = strcmp(judged[kind].name, "link") == 0;
            if (counts(csv) == few || told != (few && !link) ||
                few != (strstr(all, "Te weinig antwoorden") != NULL))
                ez_test_fault("%s of %d people:\n%s\n%s\n%s", judged[kind].name, people, csv,
                              md, all);
        }
}

// A swarm of three rounds, of which three people answered the last one.
static char *swarm_of(const char *who)
{
    g_autofree char *script = g_strdup_printf(
        HEAD("local r = s.swarm('q', " T
             ", { items = L, rounds = 3, who = '%s' }) s.harvest('h', " T ", r)"),
        who);
    g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
    ez_test_session_start(t, 8);
    for (int round = 1; round <= 3; round++) {
        g_autoptr(GString) answers = g_string_new(NULL);
        for (int p = 1; p <= (round == 3 ? 3 : 8); p++) {
            g_autofree char *value = g_strdup_printf(
                "{\"for\":\"%s\",\"strength\":5,\"argument\":\"x\"}", p % 2 ? "a" : "b");
            g_autofree char *shown = g_strescape(value, NULL);
            g_autofree char *line = g_strdup_printf(
                "{'ev':'input','step':'/q#%d','by':'p%d','value':%s}", round, p, value);
            if (strcmp(who, "anonymous") != 0)
                EZ_TEST_DO(t, line);
            g_string_append_printf(answers, "%s'%s'", p > 1 ? "," : "", shown);
        }
        g_autofree char *all = g_strdup_printf(
            "{'ev':'input','step':'/q#%d','value':{'answers':[%s]}}", round, answers->str);
        g_autofree char *close = g_strdup_printf("{'ev':'close','step':'/q#%d'}", round);
        if (strcmp(who, "anonymous") == 0)
            EZ_TEST_DO(t, all);
        EZ_TEST_DO(t, close);
    }
    g_assert_true(ez_session_is_finished(t->session));
    return report_of(t, ez_report_markdown, dutch);
}

static void test_rounds_that_few_answered_are_left_out_when_anonymous(void)
{
    g_autofree char *named = swarm_of("alias"), *anonymous = swarm_of("anonymous");
    has(named, "| Appel | 4 | 4 | 2 |\n| Bes | 4 | 4 | 1 |\n");
    has(named, "Geen optie haalt de drempel van 5");
    has(anonymous, "| Appel | 4 | 4 | – |\n| Bes | 4 | 4 | – |\n");
    has(anonymous, "Een streepje: minder dan vijf mensen");
    lacks(anonymous, "Geen optie");
}

// What is left of the whole would tell who the others are.
static void test_roles_are_told_when_each_is_large(void)
{
    static const struct {
        int ministry, water, none;
        bool told;
    } cases[] = {{5, 5, 0, true}, {6, 4, 0, false}, {5, 5, 2, false}, {5, 5, 5, true}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(EzTestSession) t = ez_test_session_new(
            HEAD("s.harvest('h', " T ", s.scale('q', " T ", { by_role = true }))"), NULL);
        int all = cases[i].ministry + cases[i].water + cases[i].none;
        for (int p = 0; p < all; p++) {
            const char *role = p < cases[i].ministry                    ? "'role':'ministry'"
                               : p < cases[i].ministry + cases[i].water ? "'role':'water'"
                                                                        : "";
            g_autofree char *join =
                g_strdup_printf("{'ev':'join','by':'p%d','value':{%s}}", p, role);
            EZ_TEST_DO(t, join);
        }
        EZ_TEST_DO(t, "{'ev':'start','value':{'seed':'7'},'at':0}");
        for (int p = 0; p < all; p++) {
            g_autofree char *input = g_strdup_printf(
                "{'ev':'input','step':'/q#1','by':'p%d','value':%d}", p, p % 5 + 1);
            EZ_TEST_DO(t, input);
        }
        EZ_TEST_DO(t, "{'ev':'close','step':'/q#1'}");
        g_autofree char *md = report_of(t, ez_report_markdown, dutch);
        if ((strstr(md, "ministry") != NULL) != cases[i].told)
            ez_test_fault("case %d:\n%s", (int)i, md);
    }
}

// A pile has its name of somebody; what is voted on is a pile.
static void test_a_record_has_no_words_of_people(void)
{
    static const EzReportOptions record = {.language = "nl", .record = true};
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local p = s.cluster('p', " T ", { items = L }) s.harvest('h', " T
             ", s.vote('q', " T ", { items = p, dots = 2 }))"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t,
               "{'ev':'input','step':'/p#1','by':'p1','value':[{'name':'geheim','items':['a']},"
               "{'name':'stil','items':['b']}]}",
               "{'ev':'close','step':'/p#1'}",
               "{'ev':'input','step':'/q#1','by':'p1','value':{'/p#1/1':2}}",
               "{'ev':'close','step':'/q#1'}");
    g_assert_true(ez_session_is_finished(t->session));
    g_autofree char *whole = report_of(t, ez_report_markdown, dutch),
                    *md = report_of(t, ez_report_markdown, record),
                    *csv = report_of(t, ez_report_csv, record);
    has(whole, "geheim");
    has(md, "…");
    lacks(md, "geheim");
    lacks(csv, "geheim");
}

// Named, and in one place for all: what was ticked, without numbers.
static void test_what_one_hand_ticked_is_a_list(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("s.harvest('h', " T ", s.choose('q', " T
                                 ", { options = L, most = 2, by = 'facilitator' }))"),
                            NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'input','step':'/q#1','by':'facilitator','value':['b']}",
               "{'ev':'close','step':'/q#1'}");
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md, "- Bes\n");
    lacks(md, "Appel");
}

static void test_ties_and_zeros_are_told(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local q = { options = L } s.harvest('one', " T ", s.choose('q', " T
             ", q)) s.harvest('two', " T ", s.choose('r', " T ", q))"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, "{'ev':'input','step':'/q#1','by':'p1','value':['a']}",
               "{'ev':'input','step':'/q#1','by':'p2','value':['b']}",
               "{'ev':'close','step':'/q#1'}", "{'ev':'close','step':'/r#1'}");
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md, "| 1 | Appel | 1 |\n| 1 | Bes | 1 |\n");
    has(md, "Een gelijke stand bovenaan: Appel en Bes.");
    has(md, "Niemand heeft hier gekozen.");
    lacks(md, "| 0 |");
}

// ---- links and seats ---------------------------------------------------------------------------

static void test_links_are_told_in_words(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.harvest('h', " T ", s.link('q', " T
             ", { from = L, to = { { id = 'c', nl = 'Stad', en = 'City' } }, weight = { 1, 3 },"
             " verbs = { { id = 'gives', nl = 'geeft', en = 'gives' } },"
             " flags = { { id = 'habit', nl = 'gewoonte', en = 'habit' } } }))"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t,
               "{'ev':'input','step':'/q#1','by':'p1','value':[{'from':'a','to':'c','verb':"
               "'gives','weight':2,'flags':['habit']}]}",
               "{'ev':'input','step':'/q#1','by':'p2','value':[{'from':'a','to':'c','verb':"
               "'gives','weight':2,'flags':['habit']},{'from':'b','to':'c','verb':'gives',"
               "'weight':1}]}",
               "{'ev':'close','step':'/q#1'}");
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md, "| Van | Doet | Naar | Gewicht | Let op | Keer |");
    has(md, "|---|\n| Appel | geeft | Stad | 2 | gewoonte | 2 |\n| Bes | geeft | Stad | 1 |  | "
            "1 |\n");
    g_autofree char *csv = report_of(t, ez_report_csv, (EzReportOptions){.language = "en"});
    has(csv, "\"h\",\"Apple\",\"gives\",\"City\",\"2\",\"habit\",\"2\"\r\n");
    lacks(csv, "p1");
}

static void test_seats_name_nobody(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local top = s.vote('q', " T ", { items = L, dots = 2 }).top s.harvest('h', " T
             ", s.seat('seats', " T ", { topics = top, rounds = 1, capacity = { 4, 8 } }))"),
        NULL);
    ez_test_session_start(t, 3);
    EZ_TEST_DO(t, "{'ev':'input','step':'/q#1','by':'p1','value':{'a':2}}",
               "{'ev':'input','step':'/q#1','by':'p2','value':{'a':1,'b':1}}",
               "{'ev':'close','step':'/q#1'}");
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md,
        "### Ronde 1\n\n| Tafel | Onderwerp | Mensen | Let op |\n|---|---|---|---|\n| 1 | ");
    has(md, "| 3 | te weinig mensen");
    has(md, "van wie een voorkeur gaf");
    lacks(md, "p1");
    g_autofree char *all = report_of(t, ez_report_markdown, raw);
    has(all, "| p1 | Appel: 2 |");
}

// ---- the whole ---------------------------------------------------------------------------------

static void test_what_was_decided_comes_first(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.harvest('why', { nl = 'Waarom', en = 'Why' }, { 'om' }, { as = 'quotes' })"
             "s.harvest('none', { nl = 'Leeg', en = 'Empty' }, {}, { as = 'quotes' })"
             "s.harvest('who', { nl = 'Wie', en = 'Who' }, { { what = 'bellen' } })"
             "s.harvest('d', { nl = 'Besluit', en = 'Decision' }, 'eerste zin')"
             "s.harvest('d', { nl = 'Besluit', en = 'Decision' }, 'tweede zin')"),
        NULL);
    ez_test_session_start(t, 1);
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md, "## Besluit\n\n**eerste zin**\n\n**tweede zin**\n\n## Wie\n");
    has(md, "## Waarom\n\n- om\n\nNiets opgeschreven bij: Leeg.\n");
    g_assert_true(strstr(md, "## Wie") < strstr(md, "## Waarom"));
    lacks(md, "## Leeg");
}

// A heading has slots; in a record no answer stands in them.
static void test_headings_have_slots(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(
            "local a = s.ask('q', " T
            ", { per = 2 }) s.harvest('h', { nl = '{who} over {n}: {what}, {x}', en ="
            " '{who}' }, { 'om' }, { as = 'quotes', slots = { who = L, n = 1.5, what = a } })"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'input','step':'/q#1','by':'p1','value':['geheim','ook {n}']}",
               "{'ev':'close','step':'/q#1'}");
    g_autofree char *csv = report_of(t, ez_report_csv, dutch);
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    g_autofree char *kept =
        report_of(t, ez_report_markdown, (EzReportOptions){.language = "nl", .record = true});
    g_autofree char *en = report_of(t, ez_report_markdown, (EzReportOptions){.language = "en"});
    has(csv, "\"h\"");
    has(md, "## Appel en Bes over 1,5: geheim en ook {n}, {x}\n");
    has(kept, "## Appel en Bes over 1,5: …, {x}\n");
    has(en, "## Apple and Berry\n");
    lacks(kept, "geheim");
}

// All on which people agree least are named, and none where they agree on all.
static void test_the_least_agreed_are_all_named(void)
{
    static const struct {
        const char *a, *b, *words;
    } cases[] = {
        {"2,2,2,2,2", "4,4,4,4,4", "omhoog.\n"},
        {"2,2,2,3,3", "2,2,2,2,2", "gelijk.\n"},
        {"1,1,1,5,5", "5,5,1,1,1", "het minst eens bij: a en b."},
        {"1,1,1,5,5", "1,1,3,3,5", "het minst eens bij: a."},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *script = g_strdup_printf(
            HEAD("s.harvest('h', " T ", { chart = 'shift', labels = { 'a', 'b' }, from = { "
                 "{2,2,2,2,2}, {2,2,2,2,2} }, to = { {%s}, {%s} } })"),
            cases[i].a, cases[i].b);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        ez_test_session_start(t, 1);
        g_autofree char *md = report_of(t, ez_report_markdown, dutch);
        has(md, cases[i].words);
    }
}

// Whose an agreement is stands in a column where the script says so.
static void test_agreements_name_their_groups(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(
            "s.harvest('h', " T ", { { group = L[1], what = 'bellen', who = 'wij' }, "
            "{ group = L[2], what = { nl = 'Niets', en = 'Nothing' } } }, { as = 'actions' })"),
        NULL);
    ez_test_session_start(t, 1);
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md, "| Groep | Wat | Wie | Wanneer |\n|---|---|---|---|\n| Appel | bellen | wij |  |\n"
            "| Bes | Niets |  |  |\n");
}

static void test_unfinished_and_empty_sessions_say_so(void)
{
    static const char script[] =
        HEAD("local a s.section('one', { nl = 'Begin', en = 'Begin' }, { minutes = 5 }, "
             "function() a = s.ask('q', " T ") end) s.harvest('h', " T ", a)");
    g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
    ez_test_session_start(t, 0);
    g_autofree char *early = report_of(t, ez_report_markdown, dutch);
    has(early, "Deze sessie is nog niet klaar");
    has(early, "De oogst komt aan het eind");
    has(early, "| Begin | 5 min | loopt nog |");
    has(early, "0 deelnemers");
    EZ_TEST_DO(t, "{'ev':'skip','step':'/q#1'}");
    g_autofree char *late = report_of(t, ez_report_markdown, dutch);
    lacks(late, "nog niet klaar");
    has(late, "Er is niets geoogst");
    has(late, "Niets opgeschreven bij: Vraag.");
    g_autofree char *all = report_of(t, ez_report_markdown, raw);
    has(all, "### Vraag\n\nOvergeslagen.");
}

static void test_raw_rounds_have_numbers_and_who_rests_is_told(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.swarm('q', " T ", { items = L, rounds = 2, who = 'named' })"), NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, "{'ev':'input','step':'/q#1','by':'p1','value':{'for':'a','strength':2}}",
               "{'ev':'input','step':'/q#1','by':'p2','value':{}}",
               "{'ev':'close','step':'/q#1'}",
               "{'ev':'input','step':'/q#2','by':'p1','value':{'for':'b','strength':2}}",
               "{'ev':'close','step':'/q#2'}");
    g_autofree char *md = report_of(t, ez_report_markdown, raw);
    has(md, "### Vraag (ronde 1)\n");
    has(md, "| p1 | voor: Appel; sterkte: 2 |\n| p2 | rust deze ronde |\n");
    has(md, "### Vraag (ronde 2)\n");
}

// The middle and agreement are explained once, where they first stand.
static void test_measures_are_explained_once(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local c = { chart = 'dots', answers = { 1, 2, 3, 3, 4 } } s.harvest('one', " T
             ", { chart = 'bars', labels = { 'a' }, values = { 2 } }) s.harvest('two', " T
             ", c) s.harvest('three', " T ", c)"),
        NULL);
    ez_test_session_start(t, 1);
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    g_autofree char *csv = report_of(t, ez_report_csv, dutch);
    g_auto(GStrv) parts = g_strsplit(md, "(de mediaan)", -1);
    g_assert_cmpint(g_strv_length(parts), ==, 2);
    has(parts[0], "Het middelste antwoord is 3.");
    lacks(csv, "mediaan");
}

// A session that is typed in afterwards takes no time.
static void test_what_took_no_time_says_none(void)
{
    static const char script[] =
        HEAD("s.section('one', { nl = 'Begin', en = 'Begin' }, { minutes = 5 }, function() "
             "s.say('q', " T ") end)");
    for (int typed = 0; typed < 2; typed++) {
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        ez_test_session_start(t, 1);
        EZ_TEST_DO(t, typed ? "{'ev':'close','step':'/q#1','at':12}"
                            : "{'ev':'close','step':'/q#1','at':120}");
        g_autofree char *md = report_of(t, ez_report_markdown, dutch);
        has(md, typed ? "| Onderdeel | Gepland |\n|---|---|\n| Begin | 5 min |\n"
                      : "| Begin | 5 min | 2 min |\n");
    }
}

// Who left before the end was there.
static void test_date_and_people(void)
{
    static const struct {
        const char *language, *start, *words;
    } cases[] = {
        {"nl", "'date':'2026-03-12'", "Wandeling · versie 1 · 12 maart 2026 · 2 deelnemers"},
        {"en", "'date':'2026-05-01'", "Walk · version 1 · 1 May 2026 · 2 participants"},
        {NULL, "'language':'en','date':'2026-12-31'", "Walk · version 1 · 31 December 2026"},
        {NULL, "'date':'2026-13-01'", "Wandeling · versie 1 · 2 deelnemers"},
        {"nl", "'date':'gisteren'", "Wandeling · versie 1 · 2 deelnemers"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(EzTestSession) t = ez_test_session_new(HEAD("s.say('q', " T ")"), NULL);
        g_autofree char *start =
            g_strdup_printf("{'ev':'start','value':{'seed':'7',%s},'at':0}", cases[i].start);
        EZ_TEST_DO(t, "{'ev':'join','by':'p1'}", "{'ev':'join','by':'p2'}", start,
                   "{'ev':'leave','by':'p1'}", "{'ev':'close','step':'/q#1'}");
        g_autofree char *md =
            report_of(t, ez_report_markdown, (EzReportOptions){.language = cases[i].language});
        has(md, cases[i].words);
    }
}

static void test_numbers_are_written_as_the_language_has_them(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.harvest('h', " T
             ", { { 1250.5, 1000000, -1234, 999, 0.125 } }, { as = 'table' })"),
        NULL);
    ez_test_session_start(t, 1);
    g_autofree char *nl = report_of(t, ez_report_csv, dutch);
    has(nl, "\"1.250,5\",\"1.000.000\",\"'-1.234\",\"999\",\"0,13\"");
    g_autofree char *en = report_of(t, ez_report_csv, (EzReportOptions){.language = "en"});
    has(en, "\"1,250.5\",\"1,000,000\",\"'-1,234\",\"999\",\"0.13\"");
}

static void test_cells_are_no_formulas(void)
{
    static const char *const cells[][2] = {
        {"=1+1", "\"'=1+1\""}, {" @x", "\"' @x\""},    {"+31", "\"'+31\""},
        {"-a", "\"'-a\""},     {"a=b", "\"a=b\""},     {"a\\\"b", "\"a\"\"b\""},
        {"a|b", "\"a|b\""},    {"\\t=1", "\"'\t=1\""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
        g_autofree char *script =
            g_strdup_printf(HEAD("s.harvest('h', " T ", { \"%s\" })"), cells[i][0]);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        ez_test_session_start(t, 1);
        g_autofree char *csv = report_of(t, ez_report_csv, dutch);
        has(csv, cells[i][1]);
    }
}

// Only what CommonMark would take for a sign is told apart.
static void test_commonmark_gives_the_text_back(void)
{
    static const char *const texts[][2] = {
        {"versie 1.0.0 (first-hand) = 3 + 4!", "versie 1.0.0 (first-hand) = 3 + 4!"},
        {"1. een", "1\\. een"},
        {"12) twee", "12\\) twee"},
        {"2026", "2026"},
        {"1.5 kg", "1.5 kg"},
        {"- streep", "\\- streep"},
        {"---", "\\---"},
        {"-5 graden", "-5 graden"},
        {"+ plus", "\\+ plus"},
        {"> citaat", "\\> citaat"},
        {"a > b < c", "a > b < c"},
        {"# kop", "\\# kop"},
        {"#kop #1", "#kop #1"},
        {"kop ##", "kop \\##"},
        {"<b>vet</b> <!-- x", "\\<b>vet\\</b> \\<!-- x"},
        {"https://a.nl/x_y?a=1&amp;b", "https://a.nl/x_y?a=1\\&amp;b"},
        {"R&D & co", "R\\&D & co"},
        {"*a* _b_ c_d __e__", "\\*a\\* \\_b\\_ c_d \\_\\_e\\_\\_"},
        {"[x](y) ![z]", "\\[x](y) !\\[z]"},
        {"`code` ~~weg~~", "\\`code\\` \\~\\~weg\\~\\~"},
        {"c:\\map \\* eind\\", "c:\\map \\\\\\* eind\\\\"},
        {"    ruim\n\n# twee", "ruim  # twee"},
        {"a | b", "a | b"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(EzTestSession) t = ez_test_session_new(
            HEAD("s.harvest('h', " T ", s.ask('q', " T ", { max = 200 }), { as = 'quotes' })"),
            NULL);
        g_autofree char *shown = g_strescape(texts[i][0], NULL);
        g_autofree char *line =
            g_strdup_printf("{'ev':'input','step':'/q#1','by':'p1','value':[\"%s\"]}", shown);
        g_autofree char *item = g_strdup_printf("\n- %s\n", texts[i][1]);
        ez_test_session_start(t, 1);
        EZ_TEST_DO(t, line, "{'ev':'close','step':'/q#1'}");
        g_autofree char *md = report_of(t, ez_report_markdown, dutch);
        has(md, item);
    }
}

static void test_a_pipe_parts_cells_alone(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.harvest('h', " T ", { { 'a|b', '- c' } }, { as = 'table' })"), NULL);
    ez_test_session_start(t, 1);
    g_autofree char *md = report_of(t, ez_report_markdown, dutch);
    has(md, "| a\\|b | - c |\n");
}

// Each line has as many cells as the first.
static void test_every_line_has_as_many_cells(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("s.harvest('one', " T ", { 'a' }) s.harvest('two', " T
                                 ", { { 1, 2, 3, 4 }, { 5 } }, { as = 'table' })"),
                            NULL);
    ez_test_session_start(t, 1);
    g_autofree char *csv = report_of(t, ez_report_csv, dutch);
    g_auto(GStrv) lines = g_strsplit(csv, "\r\n", -1);
    for (int i = 0; lines[i + 1] != NULL; i++) {
        int cells = 0;
        for (const char *c = lines[i]; (c = strstr(c, ",\"")) != NULL; c++)
            cells++;
        g_assert_cmpint(cells, ==, 4);
    }
}

// In a raw report no answer to an anonymous step stands beside anybody, in the order in which they came.
static void test_raw_ties_nobody_to_an_anonymous_answer(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.ask('q', " T ", { who = 'anonymous' }) s.ask('n', " T ", { who = 'named' })"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t,
               "{'ev':'input','step':'/q#1','value':{'answers':['[\\\"zomer\\\"]','[\\\"appel"
               "\\\"]']}}",
               "{'ev':'close','step':'/q#1'}",
               "{'ev':'input','step':'/n#1','by':'p2','value':['hallo']}",
               "{'ev':'close','step':'/n#1'}");
    g_autofree char *md = report_of(t, ez_report_markdown, raw);
    has(md, "- appel\n- zomer\n");
    has(md, "| p2 | hallo |");
    g_autofree char *plain = report_of(t, ez_report_markdown, dutch);
    lacks(plain, "hallo");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/a-record-has-no-words-of-people",
                    test_a_record_has_no_words_of_people);
    g_test_add_func("/report/numbers-of-a-few-are-told-nowhere",
                    test_numbers_of_a_few_are_told_nowhere);
    g_test_add_func("/report/rounds-that-few-answered-are-left-out-when-anonymous",
                    test_rounds_that_few_answered_are_left_out_when_anonymous);
    g_test_add_func("/report/roles-are-told-when-each-is-large",
                    test_roles_are_told_when_each_is_large);
    g_test_add_func("/report/what-one-hand-ticked-is-a-list",
                    test_what_one_hand_ticked_is_a_list);
    g_test_add_func("/report/ties-and-zeros-are-told", test_ties_and_zeros_are_told);
    g_test_add_func("/report/links-are-told-in-words", test_links_are_told_in_words);
    g_test_add_func("/report/seats-name-nobody", test_seats_name_nobody);
    g_test_add_func("/report/what-was-decided-comes-first", test_what_was_decided_comes_first);
    g_test_add_func("/report/headings-have-slots", test_headings_have_slots);
    g_test_add_func("/report/the-least-agreed-are-all-named",
                    test_the_least_agreed_are_all_named);
    g_test_add_func("/report/agreements-name-their-groups", test_agreements_name_their_groups);
    g_test_add_func("/report/unfinished-and-empty-sessions-say-so",
                    test_unfinished_and_empty_sessions_say_so);
    g_test_add_func("/report/what-took-no-time-says-none", test_what_took_no_time_says_none);
    g_test_add_func("/report/raw-rounds-have-numbers-and-who-rests-is-told",
                    test_raw_rounds_have_numbers_and_who_rests_is_told);
    g_test_add_func("/report/measures-are-explained-once", test_measures_are_explained_once);
    g_test_add_func("/report/date-and-people", test_date_and_people);
    g_test_add_func("/report/numbers-are-written-as-the-language-has-them",
                    test_numbers_are_written_as_the_language_has_them);
    g_test_add_func("/report/cells-are-no-formulas", test_cells_are_no_formulas);
    g_test_add_func("/report/commonmark-gives-the-text-back",
                    test_commonmark_gives_the_text_back);
    g_test_add_func("/report/a-pipe-parts-cells-alone", test_a_pipe_parts_cells_alone);
    g_test_add_func("/report/every-line-has-as-many-cells", test_every_line_has_as_many_cells);
    g_test_add_func("/report/raw-ties-nobody-to-an-anonymous-answer",
                    test_raw_ties_nobody_to_an_anonymous_answer);
    return g_test_run();
}
