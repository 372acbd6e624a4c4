// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"

static void test_asks(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local found = s.ask('idea', " T ", { per = 2 })"
             "local best = s.vote('best', " T ", { items = found, dots = 2 })"
             "s.harvest('top', " T ", best.top)"
             "s.harvest('id', " T ", found[1] and found[1].id or 'none')"
             "local order = s.rank('order', " T ", { items = found })"
             "s.harvest('score', " T ", order.scores[found[3].id] or 'none')"
             "s.harvest('same', " T
             ", order.ballots[1] and order.ballots[1][1] == found[3].id)"),
        NULL);
    ez_test_session_start(t, 3);
    EZ_TEST_DO(t, "{'ev':'input','step':'/idea#1','by':'p2','value':['a','b']}",
               "{'ev':'input','step':'/idea#1','by':'p1','value':['c']}",
               "{'ev':'input','step':'/idea#1','by':'p2','value':['d','b']}");
    ez_test_session_refuse(t, "{'ev':'input','step':'/idea#1','by':'p9','value':'x'}",
                           "does not take part");
    ez_test_session_refuse(t, "{'ev':'input','step':'/idea#1','by':'p1','value':['1','2','3']}",
                           "2 at most");
    ez_test_session_refuse(t, "{'ev':'close','step':'/best#1'}", "there is no step");
    EZ_TEST_DO(t, "{'ev':'close','step':'/idea#1','at':60}",
               "{'ev':'input','step':'/best#1','by':'p1','value':{'/idea#1/3':2}}",
               "{'ev':'input','step':'/best#1','by':'p3','value':{'/idea#1/1':1}}");
    ez_test_session_refuse(t, "{'ev':'input','step':'/idea#1','by':'p1','value':'late'}",
                           "is closed");
    EZ_TEST_DO(t, "{'ev':'close','step':'/best#1','at':90}",
               "{'ev':'input','step':'/order#1','by':'p1','value':['/idea#1/3','/idea#1/1']}",
               "{'ev':'close','step':'/order#1'}");
    g_assert_true(ez_session_is_finished(t->session));
    g_assert_cmpstr(ez_session_answer(t->session, "/idea#1/1"), ==, "d");
    // By its id an answer is found in what comes of it.
    EZ_TEST_HARVEST(t, "id", "'/idea#1/1'");
    EZ_TEST_HARVEST(t, "score", "2");
    EZ_TEST_HARVEST(t, "same", "true");
    EZ_TEST_HARVEST(
        t, "top", "[{'dots':2,'item':{'@':'/idea#1/3'}},{'dots':1,'item':{'@':'/idea#1/1'}}]");
    ez_test_session_sweep(t);
}

static void test_groups(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local groups = s.split('teams', " T ", { size = 2 })"
             "local all = s.parallel('work', groups, function(g, s)"
             "  local rule = s.ask('rule', " T ", { by = 'group' })"
             "  local sure = s.scale('sure', " T ", {})"
             "  return { rule = rule[1], sure = sure.median } end)"
             "local list = {}"
             "for _, g in ipairs(groups) do list[#list + 1] = all[g.id].rule end "
             "s.harvest('rules', " T ", list)"
             "s.harvest('sure', " T ", all.g1.sure)"),
        NULL);
    ez_test_session_start(t, 4);
    g_autofree char *split = ez_test_session_result(t, "/teams#1");
    g_assert_nonnull(strstr(split, "'n':2"));
    EZ_TEST_DO(t, "{'ev':'join','by':'p5'}",
               "{'ev':'input','step':'/work[g2]/rule#1','by':'facilitator','value':'two'}",
               "{'ev':'close','step':'/work[g2]/rule#1'}",
               "{'ev':'skip','step':'/work[g2]/sure#1'}",
               "{'ev':'input','step':'/work[g1]/rule#1','by':'facilitator','value':'one'}",
               "{'ev':'close','step':'/work[g1]/rule#1'}");
    g_assert_cmpint(ez_session_may_answer_count(
                        t->session, ez_session_find(t->session, "/work[g1]/sure#1")),
                    ==, 3);
    const EzStep *sure = ez_session_find(t->session, "/work[g1]/sure#1");
    for (int i = 1; i <= 5; i++) {
        g_autofree char *who = g_strdup_printf("p%d", i);
        if (!ez_session_may_answer(t->session, sure, who))
            continue;
        g_autofree char *line = g_strdup_printf(
            "{'ev':'input','step':'/work[g1]/sure#1','by':'%s','value':4}", who);
        EZ_TEST_DO(t, line);
    }
    EZ_TEST_DO(t, "{'ev':'close','step':'/work[g1]/sure#1'}");
    g_assert_true(ez_session_is_finished(t->session));
    EZ_TEST_HARVEST(t, "rules", "[{'@':'/work[g1]/rule#1/1'},{'@':'/work[g2]/rule#1/1'}]");
    EZ_TEST_HARVEST(t, "sure", "4");
    ez_test_session_sweep(t);
}

static void test_anonymous(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("local r = s.scale('score', " T ", { who = 'anonymous' })"
                                 "s.harvest('r', " T ", r)"),
                            NULL);
    ez_test_session_start(t, 2);
    ez_test_session_refuse(t, "{'ev':'input','step':'/score#1','by':'p1','value':3}",
                           "name nobody");
    EZ_TEST_DO(t, "{'ev':'input','step':'/score#1','value':{'answers':[2,3,3,4]}}",
               "{'ev':'close','step':'/score#1'}");
    EZ_TEST_HARVEST(
        t, "r",
        "{'consensus':0.79248125036057804,'hist':[0,1,2,1,0],'mean':3,'median':3,'n':4,"
        "'scores':[2,3,3,4],'spread':0.5}");
    ez_test_session_sweep(t);
}

static void test_skipped(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local a = s.ask('a', " T ") local b = s.choose('b', " T
             ", { options = { { id = 'x', nl = 'X', en = 'X' } } })"
             "local c = s.gate('c', " T
             ", { options = { { id = 'yes', nl = 'Ja', en = 'Yes' } } })"
             "local d = s.action('d', " T ") local e = s.scale('e', " T ")"
             "local f = s.parallel('f', s.split('g', " T "), function() end)"
             "s.harvest('all', " T ", { #a, b.winner == nil, c == nil, #d, e.n })"),
        NULL);
    ez_test_session_start(t, 0);
    for (char step = 'a'; step <= 'e'; step++) {
        g_autofree char *line = g_strdup_printf("{'ev':'skip','step':'/%c#1'}", step);
        EZ_TEST_DO(t, line);
    }
    g_assert_true(ez_session_is_finished(t->session));
    EZ_TEST_HARVEST(t, "all", "[0,true,true,0,0]");
    ez_test_session_sweep(t);
}

static void test_action(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("s.harvest('h', " T ", s.action('deal', " T "))"), NULL);
    ez_test_session_start(t, 1);
    ez_test_session_refuse(t, "{'ev':'close','step':'/deal#1'}", "who, what and when");
    EZ_TEST_DO(t, "{'ev':'input','step':'/deal#1','by':'p1','value':[{'what':'call'}]}");
    ez_test_session_refuse(t, "{'ev':'close','step':'/deal#1'}", "who, what and when");
    EZ_TEST_DO(t,
               "{'ev':'input','step':'/"
               "deal#1','by':'p1','value':[{'what':'call','who':'me','by':'Monday'}]}",
               "{'ev':'undo','step':'/deal#1','by':'p1'}",
               "{'ev':'input','step':'/deal#1','by':'p1','value':[]}",
               "{'ev':'close','step':'/deal#1'}");
    EZ_TEST_HARVEST(t, "h", "{}");
    ez_test_session_sweep(t);
}

// Each agreement has all that the step asks for, and no more.
static void test_whole_agreements(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.action('deal', " T ") s.action('two', " T ", { fields = { 'what', 'who' } })"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'input','step':'/deal#1','by':'p1','value':[{'what':'call','who':'me',"
                  "'by':'Monday'},{'what':'write'}]}");
    ez_test_session_refuse(t, "{'ev':'close','step':'/deal#1'}", "who, what and when");
    EZ_TEST_DO(t, "{'ev':'skip','step':'/deal#1'}",
               "{'ev':'input','step':'/two#1','by':'p1','value':[{'what':'call'}]}");
    ez_test_session_refuse(t, "{'ev':'close','step':'/two#1'}", "who, what and when");
    EZ_TEST_DO(t,
               "{'ev':'input','step':'/two#1','by':'p1','value':[{'what':'call','who':'me'}]}",
               "{'ev':'close','step':'/two#1'}");
    ez_test_session_sweep(t);
}

static void test_draws(void)
{
    static const char *const decks[] = {"deck:natuur",
                                        "[{\"id\":\"N01\",\"title\":{\"nl\":\"Een\",\"en\":"
                                        "\"One\"}},{\"id\":\"N02\"},{\"id\":\"N03\"}]",
                                        NULL};
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local a = s.draw('a', " T ", { deck = 'natuur', n = 2 })"
             "local b = s.draw('b', " T ", { deck = 'natuur', n = 2 })"
             "s.harvest('n', " T ", { #a, #b, a[1].id ~= b[1].id })"
             "s.harvest('seed', " T ", s.seed('z') > 0)"
             "s.harvest('pick', " T ", #s.pick('p', { 'x', 'y', 'z' }, 2))"),
        decks);
    ez_test_session_start(t, 0);
    EZ_TEST_HARVEST(t, "n", "[2,1,true]");
    EZ_TEST_HARVEST(t, "seed", "true");
    EZ_TEST_HARVEST(t, "pick", "2");
    ez_test_session_sweep(t);
}

static void test_includes(void)
{
    static const char *const more[] = {
        "scripts/test/check-in.lua",
        "return exercise { id = 'check-in', run = function(s)"
        " local r = s.scale('mood', s.params.text) return r.n end }",
        "scripts/shared/words.lua", "return { question = " T " }", NULL};
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local words = require 'shared.words' "
             "local n = s.section('begin', words.question, { minutes = 5 }, function()"
             "  return s.include('in', 'check-in', { text = words.question }) end)"
             "s.ask('after', words.question)"
             "s.harvest('n', words.question, n)"),
        more);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'input','step':'/in/mood#1','by':'p1','value':5}",
               "{'ev':'close','step':'/in/mood#1','at':30}", "{'ev':'skip','step':'/after#1'}");
    EZ_TEST_HARVEST(t, "n", "1");
    g_assert_cmpint(ez_session_section(t->session, 0)->end, ==, 30);
    ez_test_session_sweep(t);
}

static void test_rewinds(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("for i = 1, 3 do s.ask('again', " T ") end "
                                 "s.harvest('n', " T ", s.people('n').n)"),
                            NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, "{'ev':'skip','step':'/again#1'}", "{'ev':'skip','step':'/again#2'}",
               "{'ev':'join','by':'p3'}", "{'ev':'rewind','step':'/again#2'}");
    g_assert_cmpint(ez_session_find(t->session, "/again#2")->state, ==, EZ_STEP_OPEN);
    g_assert_null(ez_session_find(t->session, "/again#3"));
    EZ_TEST_DO(t, "{'ev':'skip','step':'/again#2'}", "{'ev':'skip','step':'/again#3'}");
    EZ_TEST_HARVEST(t, "n", "3");
    ez_test_session_sweep(t);
}

static void test_versions(void)
{
#define ASK(id, text, options)                                                                 \
    "s.ask('" id "', { nl = '" text "', en = 'Q' }, " options ") s.say('end', " T ")"
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD(ASK("a", "Eerst", "{ max = 80 }")), NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'close','step':'/a#1'}");
    const struct {
        const char *exercise, *words;
    } cases[] = {
        {HEAD(ASK("a", "Anders", "{ max = 80 }")), NULL},
        {HEAD(ASK("b", "Eerst", "{ max = 80 }")),
         "row 3 of the journal opens ask /a#1; the script now opens ask /b#1"},
        {HEAD(ASK("a", "Eerst", "{ max = 90 }")), "with other limits"},
        {HEAD("s.scale('a', " T ") s.say('end', " T ")"), "the script now opens scale /a#1"},
        {HEAD("s.say('new', " T ")" ASK("a", "Eerst", "{ max = 80 }")),
         "the script now opens say /new#1"},
        {HEAD("pcall(s.ask, 'b', " T ") pcall(s.ask, 'a', " T ", { max = 80 })"),
         "the script now opens ask /b#1"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *message = ez_test_session_parts(t, cases[i].exercise);
        if (cases[i].words == NULL)
            g_assert_cmpstr(message, ==, NULL);
        else if (message == NULL || strstr(message, cases[i].words) == NULL)
            g_error("%s\nlacks: %s", message, cases[i].words);
    }
}

static void test_guests(void)
{
    const struct {
        const char *body, *words;
    } cases[] = {
        {"while true do end", "walk.lua:1: stopped: this takes more work"},
        {"while true do pcall(function() while true do end end) end", "walk.lua:1: stopped"},
        {"local t = {} while true do t[#t + 1] = ('x'):rep(1000) end", "walk.lua:1: stopped"},
        {"local function f() return 1 + f() end f()", "walk.lua:1: "},
        {"while true do s.people('n') end", "an exercise has 10000 steps at most"},
        {"local t = {} for i = 1, 1001 do t[i] = { id = 'g' .. i } end "
         "s.parallel('all', t, function(g, s) s.people('n') end)",
         "1000 groups work apart at a time at most"},
        {"local t = {} for i = 1, 201 do t[i] = { id = 'g' .. i } end "
         "s.parallel('all', t, function(g, s) s.ask('b', " T ") end)",
         "200 steps are open at a time at most"},
        {"local t = {} for i = 1, 9999 do t[i] = i end while true do s.harvest('b', " T
         ", t) end",
         "an exercise may give 32 MB"},
        {"local t = { id = 'a', x = ('x'):rep(1000000) } while true do s.pick('b', { t }, 1) "
         "end",
         "the option \"from\": an exercise may give 32 MB"},
        {"s.vote('b', " T ", { zz = 1, yy = 2, items = {}, xx = 3 })",
         "\"vote\" has no option \"xx\""},
        {"local k = ('x'):rep(1000000) while true do s.harvest('b', " T ", { [k] = 1 }) end",
         "an exercise may give 32 MB"},
        {"local a = s.ask('b', " T ") local x = a[1] .. 'x'", NULL},
        {"s.ask('b', " T ", { maxx = 3 })",
         "\"ask\" has no option \"maxx\"; did you mean \"max\"?"},
        {"s.ask('b', " T ", { who = 'anonymous', by = 'group' })",
         "one answer for all is not \"anonymous\""},
        {"s.cluster('b', " T ", { items = { 'x' }, who = 'anonymous' })",
         "one answer for all is not \"anonymous\""},
        {"s.ask('B', " T ")", "small letters"},
        {"s.ask('b', 'text')", "the text is a table"},
        {"s.aks('b')", "there is no step \"aks\"; did you mean \"ask\"?"},
        {"s[3]()", "steps have names"},
        {"s.deck(3)", "the name of a deck stands between quotes"},
        {"s.include('x')", "after the id comes the id of an exercise"},
        {"s.min = 3", "cannot be changed"},
        {"table.sort({ 1, 2 }, function() s.ask('b', " T ") end)", "cannot wait here"},
        {"s.vote('b', " T ", { items = { {} } })", "item 1 needs an id"},
        {"s.ask('b', " T ", { slots = { x = print } })", "only texts, numbers, tables"},
        {"local t = {} t.t = t s.harvest('b', " T ", t)", "too deep"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *exercise = g_strdup_printf(
            "return exercise { id = 'walk', run = function(s) s.say('a', " T ") %s end }",
            cases[i].body);
        g_autoptr(EzTestSession) t = ez_test_session_new(exercise, NULL);
        ez_test_session_start(t, 1);
        const char *last = "{'ev':'close','step':'/a#1'}";
        if (cases[i].words == NULL) {
            EZ_TEST_DO(t, last, "{'ev':'input','step':'/b#1','by':'p1','value':'text'}");
            last = "{'ev':'close','step':'/b#1'}";
        }
        g_autofree char *message = ez_test_session_breaks(t, last);
        const char *words = cases[i].words != NULL ? cases[i].words : "cannot look into it";
        if (strstr(message, words) == NULL)
            g_error("%s\n%s\nlacks: %s", cases[i].body, message, words);
        // What came before stays good.
        g_autoptr(EzTestSession) again = ez_test_session_again(t, -1);
        g_assert_false(ez_session_is_finished(again->session));
    }
}

static void test_swarm(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("local items = { { id = 'a', nl = 'A', en = 'A' }, { id = "
                                 "'b', nl = 'B', en = 'B' } }"
                                 "local r = s.swarm('swarm', " T ", { items = items })"
                                 "s.harvest('end', " T
                                 ", { r.reason, r.winner == items[1], #r.rounds, r.quorum, r.n,"
                                 " #r.minority, r.rounds[2].strength.b, r.rounds[1].net.b })"),
                            NULL);
    ez_test_session_start(t, 5);
    EZ_TEST_DO(
        t, "{'ev':'input','step':'/swarm#1','by':'p1','value':{'for':'a','strength':5}}",
        "{'ev':'input','step':'/swarm#1','by':'p2','value':{'for':'a','strength':3}}",
        "{'ev':'input','step':'/swarm#1','by':'p3','value':{'for':'b','strength':3}}",
        "{'ev':'input','step':'/"
        "swarm#1','by':'p4','value':{'for':'b','strength':1,'stop':'b','why':'x'}}",
        "{'ev':'input','step':'/swarm#1','by':'p5','value':{'stop':'b','why':'it leaks'}}");
    ez_test_session_refuse(t, "{'ev':'input','step':'/swarm#1','by':'p1','value':{'stop':'a'}}",
                           "needs a reason");
    EZ_TEST_DO(t, "{'ev':'close','step':'/swarm#1'}");
    // p3 stays without an argument, p4's strength of one wears off, p5 has no second stop signal.
    EZ_TEST_DO(
        t, "{'ev':'input','step':'/swarm#2','by':'p1','value':{'for':'a','argument':'near'}}",
        "{'ev':'input','step':'/swarm#2','by':'p2','value':{'for':'a','argument':'dry'}}",
        "{'ev':'input','step':'/swarm#2','by':'p3','value':{'for':'b'}}",
        "{'ev':'input','step':'/swarm#2','by':'p4','value':{'for':'b'}}",
        "{'ev':'input','step':'/"
        "swarm#2','by':'p5','value':{'for':'a','stop':'b','why':'again'}}",
        "{'ev':'close','step':'/swarm#2'}");
    EZ_TEST_HARVEST(t, "end", "['quorum',true,2,3,5,1,2,1.5]");
    ez_test_session_sweep(t);
}

// Values of a journal may lie so deep, however many of them lie beside each other.
static void test_deep_values(void)
{
    for (int depth = EZ_VALUE_DEEPEST - 1; depth <= EZ_VALUE_DEEPEST + 1; depth++) {
        GString *text = g_string_new("[[[1]],[[2]],[[3]],[\"[{[\"],");
        for (int i = 1; i < depth; i++)
            g_string_append_c(text, '[');
        for (int i = 0; i < depth; i++)
            g_string_append_c(text, ']');
        g_autoptr(JsonNode) value = ez_value_read(text->str, -1, NULL);
        g_assert_cmpint(value != NULL, ==, depth <= EZ_VALUE_DEEPEST);
        g_string_free(text, TRUE);
    }
}

// A row of a file may be anybody's.
static void test_deep_row(void)
{
    enum { DEEP = 3000000 };
    g_autofree char *text = g_strnfill(DEEP, '[');
    g_assert_null(ez_value_read_whole(text, -1));
    EzRow row = {.event = EZ_EVENT_PAUSE, .key = "", .at = 1, .text = text};
    g_autofree char *line = ez_line_write(&row);
    g_assert_cmpstr(line, ==, "{\"at\":1,\"ev\":\"pause\"}");
    g_autoptr(JsonNode) whole =
        ez_value_read_whole("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", -1);
    g_assert_nonnull(whole);
}

// All answers to an anonymous step stand in one row, and may be longer than one answer may be.
static void test_full_room(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.ask('idea', " T ", { who = 'anonymous', max = 400 }) s.ask('end', " T ")"),
        NULL);
    ez_test_session_start(t, 1);
    GString *line = g_string_new("{'ev':'input','step':'/idea#1','value':{'answers':[");
    for (int i = 0; i < 300; i++)
        g_string_append_printf(line, "%s'\\\"%0400d\\\"'", i > 0 ? "," : "", i);
    g_string_append(line, "]}}");
    EZ_TEST_DO(t, line->str, "{'ev':'close','step':'/idea#1'}");
    g_assert_cmpint(ez_step_answers(ez_session_find(t->session, "/idea#1")), ==, 300);
    g_autoptr(EzTestSession) again = ez_test_session_again(t, -1);
    g_string_assign(line, "{'ev':'input','step':'/end#1','by':'p1','value':'");
    for (int i = 0; i < EZ_VALUE_MOST; i++)
        g_string_append_c(line, 'x');
    g_string_append(line, "'}");
    ez_test_session_refuse(t, line->str, "too long");
    g_string_free(line, TRUE);
}

static void test_many_groups(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.parallel('work', s.split('teams', " T ", { size = 1 }), function(g, s)"
             "  s.ask('rule', " T ") end)"),
        NULL);
    ez_test_session_start(t, 60);
    g_autoptr(EzTestSession) again = ez_test_session_again(t, -1);
    g_assert_cmpint(ez_session_step_count(again->session), ==, 61);
}

// A step that the script does not wait for closes on its own.
static void test_unwaited(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.say('shown', " T ", { wait = false })"
             "s.parallel('work', { { id = 'g1' }, { id = 'g2' } }, function(g, s)"
             "  s.say('more', " T ", { wait = false }) s.ask('rule', " T ") end)"
             "local a = s.ask('idea', " T ")"
             "s.harvest('n', " T ", #a)"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(
        t, "{'ev':'close','step':'/shown#1'}", "{'ev':'close','step':'/work[g1]/rule#1'}",
        "{'ev':'close','step':'/work[g1]/more#1'}", "{'ev':'close','step':'/work[g2]/rule#1'}",
        "{'ev':'close','step':'/work[g2]/more#1'}");
    g_assert_cmpint(ez_session_find(t->session, "/idea#1")->state, ==, EZ_STEP_OPEN);
    EZ_TEST_DO(t, "{'ev':'input','step':'/idea#1','by':'p1','value':'a'}",
               "{'ev':'close','step':'/idea#1'}");
    EZ_TEST_HARVEST(t, "n", "1");
    g_assert_true(ez_session_is_finished(t->session));
    ez_test_session_sweep(t);
}

// Lua walks a table in an order of its own in each process: neither values nor mistakes may show it.
static void test_order_of_fields(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local deep = {} for i = 1, 20 do deep = { deep } end "
             "local told = {} "
             "for i = 1, 30 do"
             "  local good, why = pcall(s.harvest, 'x', " T ", "
             "    { ['a' .. i] = deep, ['z' .. i] = function() end })"
             "  told[i] = not good and why:find('too deep', 1, true) ~= nil end "
             "local good, why = pcall(s.harvest, 'x', " T ", { [7] = 'seven', ['7'] = 'word' })"
             "told[31] = not good and why:find('same name', 1, true) ~= nil "
             "local large = {} for i = 1, 30000 do large['f' .. i] = i end "
             "local good, why = pcall(s.harvest, 'x', " T ", large)"
             "told[32] = not good and why:find('too large', 1, true) ~= nil "
             "local n = 0 for i = 1, 32 do n = n + (told[i] and 1 or 0) end "
             "s.harvest('n', " T ", n)"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_HARVEST(t, "n", "32");
}

// A script that catches an error goes on as if what the error left had ended.
static void test_caught(void)
{
    static const char *const more[] = {
        "scripts/test/other.lua",
        "return exercise { id = 'other', run = function(s) s.ask('in', " T
        ") error('no') end }",
        NULL};
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local function work(g, s) s.ask('late', " T ") end "
             "local good = { pcall(s.parallel, 'p', { { id = 'g1' }, {} }, work),"
             "  pcall(s.parallel, 'p', { { id = 'G 1' } }, work),"
             "  pcall(s.parallel, 'p', { { id = ('a'):rep(65) } }, work),"
             "  pcall(table.sort, { 2, 1 }, function() s.parallel('p', { { id = 'g1' } }, work)"
             "    end) } "
             "s.section('one', " T ", {}, function()"
             "  good[5] = pcall(s.section, 'two', " T ", {}, function()"
             "    s.section('three', " T ", {}, function() s.say('a', " T
             ") error('no') end) end)"
             "  s.say('b', " T ")"
             "  for i = 1, 9 do good[5 + i] = pcall(s.include, 'sub', 'other') end "
             "  good[15] = xpcall(s.section, function(e) return e end, 'four', " T
             ", {}, function() error('no') end)"
             "  local fine, n = pcall(function() return #s.ask('c', " T ") end)"
             "  s.harvest('fine', " T ", { fine, n }) end) "
             "local caught = 0 for i = 1, 15 do caught = caught + (good[i] and 0 or 1) end "
             "s.harvest('caught', " T ", caught)"),
        more);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'close','step':'/a#1','at':10}",
               "{'ev':'close','step':'/b#1','at':20}");
    g_assert_null(ez_session_find(t->session, "/p[g1]/late#1"));
    g_assert_cmpint(ez_session_find(t->session, "/b#1")->section, ==, 0);
    for (int i = 1; i <= 2; i++)
        g_assert_cmpint(ez_session_section(t->session, i)->end, ==, 10);
    g_assert_cmpint(ez_session_section(t->session, 0)->end, ==, -1);
    for (int i = 1; i <= 9; i++) {
        g_autofree char *line = g_strdup_printf("{'ev':'close','step':'/sub/in#%d'}", i);
        EZ_TEST_DO(t, line);
    }
    EZ_TEST_DO(t, "{'ev':'input','step':'/c#1','by':'p1','value':'x'}",
               "{'ev':'close','step':'/c#1'}");
    EZ_TEST_HARVEST(t, "fine", "[true,1]");
    EZ_TEST_HARVEST(t, "caught", "15");
    g_assert_true(ez_session_is_finished(t->session));
    ez_test_session_sweep(t);
}

// What is refused changes nothing, the time neither.
static void test_refused_time(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.parallel('p', { { id = 'g1' }, { id = 'g2' } }, function(g, s)"
             "  s.say('a', " T ") end)"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, "{'ev':'close','step':'/p[g1]/a#1','at':30}");
    ez_test_session_refuse(t, "{'ev':'close','step':'/p[g1]/a#1','at':500}", "is closed");
    EZ_TEST_DO(t, "{'ev':'close','step':'/p[g2]/a#1'}");
    g_assert_cmpint(ez_session_find(t->session, "/p[g2]/a#1")->closed, ==, 30);
}

// Of names that are equally near, always the same one.
static void test_nearest_step(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("s.say('a', " T ") s.sat('b', " T ")"), NULL);
    ez_test_session_start(t, 1);
    g_autofree char *message = ez_test_session_breaks(t, "{'ev':'close','step':'/a#1'}");
    g_assert_nonnull(strstr(message, "\"say\""));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session/asks", test_asks);
    g_test_add_func("/session/groups", test_groups);
    g_test_add_func("/session/anonymous", test_anonymous);
    g_test_add_func("/session/skipped", test_skipped);
    g_test_add_func("/session/action", test_action);
    g_test_add_func("/session/whole-agreements", test_whole_agreements);
    g_test_add_func("/session/draws", test_draws);
    g_test_add_func("/session/includes", test_includes);
    g_test_add_func("/session/rewinds", test_rewinds);
    g_test_add_func("/session/versions", test_versions);
    g_test_add_func("/session/swarm", test_swarm);
    g_test_add_func("/session/guests", test_guests);
    g_test_add_func("/session/deep-values", test_deep_values);
    g_test_add_func("/session/deep-row", test_deep_row);
    g_test_add_func("/session/full-room", test_full_room);
    g_test_add_func("/session/many-groups", test_many_groups);
    g_test_add_func("/session/unwaited", test_unwaited);
    g_test_add_func("/session/order-of-fields", test_order_of_fields);
    g_test_add_func("/session/nearest-step", test_nearest_step);
    g_test_add_func("/session/caught", test_caught);
    g_test_add_func("/session/refused-time", test_refused_time);
    return g_test_run();
}
