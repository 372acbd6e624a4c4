// SPDX-License-Identifier: EUPL-1.2
// Forms of calls that exercises rely on.
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"

#define IN(step, by, value) "{'ev':'input','step':'" step "','by':'" by "','value':" value "}"
#define CLOSE(step)         "{'ev':'close','step':'" step "'}"
#define SKIP(step)          "{'ev':'skip','step':'" step "'}"

// ---- scales --------------------------------------------------------------------

// p1, p3: partners; p2, p4: ministry; who changes role counts as they are when it closes.
static void test_roles(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("local r = s.scale('sure', " T ", { by_role = true })"
                                 "local p, m = r.by_role.partner, r.by_role.ministry "
                                 "s.harvest('all', " T ", { r.n, p.n, p.mean, p.median, m.n,"
                                 " m.mean, #m.scores, r.by_role.farmer == nil })"),
                            NULL);
    ez_test_session_start(t, 4);
    EZ_TEST_DO(t, IN("/sure#1", "p1", "5"), IN("/sure#1", "p2", "1"), IN("/sure#1", "p3", "4"),
               IN("/sure#1", "p4", "2"), "{'ev':'role','by':'p4','value':{'role':'partner'}}",
               CLOSE("/sure#1"));
    EZ_TEST_HARVEST(t, "all", "[4,3,3.6666666666666665,4,1,1,1,true]");
    ez_test_session_sweep(t);
}

static void test_roles_by_item(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local items = { 'a', 'b' }"
             "local r = s.scale('sure', " T ", { by_role = true, items = items })"
             "local q = s.scale('more', " T ", { by_role = true })"
             "s.harvest('all', " T ", { r[1].by_role.partner.median, r[1].by_role.ministry.n,"
             " r[2].by_role.ministry.median, r[2].item, q.n, next(q.by_role) == nil })"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, IN("/sure#1", "p1", "{'a':5,'b':1}"), IN("/sure#1", "p2", "{'b':3}"),
               CLOSE("/sure#1"), SKIP("/more#1"));
    EZ_TEST_HARVEST(t, "all", "[5,0,3,'b',0,true]");
    ez_test_session_sweep(t);
}

static void test_unknown(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local r = s.scale('one', " T ", { unknown = true })"
             "local q = s.scale('two', " T ", { unknown = true, items = { 'a', 'b' } })"
             "local x = s.scale('three', " T ", { items = { 'a' } })"
             "s.harvest('all', " T ", { r.n, r.unknown, q[1].n, q[1].unknown, q[2].n,"
             " q[2].unknown, x[1].unknown == nil })"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, IN("/one#1", "p1", "'unknown'"), IN("/one#1", "p2", "3"), CLOSE("/one#1"),
               IN("/two#1", "p1", "{'a':'unknown','b':2}"), CLOSE("/two#1"));
    ez_test_session_refuse(t, IN("/three#1", "p1", "{'a':'unknown'}"), "whole number");
    EZ_TEST_DO(t, CLOSE("/three#1"));
    EZ_TEST_HARVEST(t, "all", "[1,1,0,1,1,0,true]");
    ez_test_session_sweep(t);
}

// A host finds labels by number, however they were written.
static void test_labels(void)
{
    static const char *const cases[][2] = {
        {"{ 'low', 'middle', 'high' }", "{'1':'low','2':'middle','3':'high'}"},
        {"{ [1] = 'low', [5] = 'high' }", "{'1':'low','5':'high'}"},
        {"{ [0] = 'none', [1] = 'low' }", "{'0':'none','1':'low'}"},
        {"{ [-2] = 'low', [2] = 'high' }", "{'-2':'low','2':'high'}"},
        {"{}", "{}"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *script =
            g_strdup_printf(HEAD("s.scale('sure', " T ", { labels = %s })"), cases[i][0]);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        ez_test_session_start(t, 0);
        const EzStep *step = ez_session_find(t->session, "/sure#1");
        g_autofree char *found = ez_value_text(ez_step_option(step, "labels"));
        g_strdelimit(found, "\"", '\'');
        g_assert_cmpstr(found, ==, cases[i][1]);
        ez_test_session_sweep(t);
    }
}

// ---- things to choose from -----------------------------------------------------

// Cards that were dealt to a group are its options; the winner is such a card.
static void test_cards(void)
{
    static const char *const decks[] = {
        "deck:natuur", "[{\"id\":\"N01\"},{\"id\":\"N02\"},{\"id\":\"N03\"},{\"id\":\"N04\"}]",
        NULL};
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local groups = s.split('teams', " T ", { count = 2 })"
             "local hands = s.deal('hand', " T ", { deck = 'natuur', to = groups, n = 2 })"
             "local kept = s.parallel('work', groups, function(g, s)"
             "  local r = s.choose('keep', " T ", { options = hands[g.id], by = 'group' })"
             "  local best = s.vote('best', " T ", { items = hands[g.id], dots = 1 })"
             "  return { r.item == hands[g.id][1], r.winner == hands[g.id][1].id,"
             "    best.top[1].item == hands[g.id][2] } end)"
             "s.harvest('all', " T ", { #hands.g1, #hands.g2, kept.g1 })"),
        decks);
    ez_test_session_start(t, 2);
    const EzStep *keep = ez_session_find(t->session, "/work[g1]/keep#1");
    const char *first = ez_step_item_id(ez_step_items(keep), 0),
               *second = ez_step_item_id(ez_step_items(keep), 1);
    g_autofree char *choice =
        g_strdup_printf(IN("/work[g1]/keep#1", "facilitator", "'%s'"), first);
    g_autofree char *vote =
        g_strdup_printf(IN("/work[g1]/best#1", "facilitator", "{'%s':1}"), second);
    EZ_TEST_DO(t, choice, CLOSE("/work[g1]/keep#1"), vote, CLOSE("/work[g1]/best#1"),
               SKIP("/work[g2]/keep#1"), "{'ev':'join','by':'p3'}");
    g_autofree char *other = g_strdup_printf(
        IN("/work[g2]/best#1", "facilitator", "{'%s':1}"),
        ez_step_item_id(ez_step_items(ez_session_find(t->session, "/work[g2]/best#1")), 0));
    EZ_TEST_DO(t, other, CLOSE("/work[g2]/best#1"));
    EZ_TEST_HARVEST(t, "all", "[2,2,[true,true,true]]");
    ez_test_session_sweep(t);
}

static void test_piles(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(
            "local ideas = s.ask('idea', " T ", { per = 3 })"
            "local piles = s.cluster('pile', " T ", { items = ideas })"
            "local top = s.vote('best', " T ", { items = piles, dots = 2 }).top "
            "local again = s.vote('again', " T ", { items = top, dots = 2 }).top "
            "s.harvest('all', " T
            ", { #piles, top[1].item == piles[2], top[2].item == piles[1],"
            " piles[1].items[1] == ideas[2], again[1].item == top[2], piles[2].name == nil })"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(
        t, IN("/idea#1", "p1", "['a','b','c']"), CLOSE("/idea#1"),
        IN("/pile#1", "p1",
           "[{'name':'Water','items':['/idea#1/2']},{'items':['/idea#1/1','/idea#1/3']}]"),
        CLOSE("/pile#1"));
    const EzStep *best = ez_session_find(t->session, "/best#1");
    g_autofree char *votes = g_strdup_printf(IN("/best#1", "p1", "{'%s':1}"),
                                             ez_step_item_id(ez_step_items(best), 0));
    g_autofree char *more = g_strdup_printf(IN("/best#1", "facilitator", "{'%s':2}"),
                                            ez_step_item_id(ez_step_items(best), 1));
    EZ_TEST_DO(t, votes, more, CLOSE("/best#1"));
    g_autofree char *last = g_strdup_printf(IN("/again#1", "p1", "{'%s':1}"),
                                            ez_step_item_id(ez_step_items(best), 0));
    EZ_TEST_DO(t, last, CLOSE("/again#1"));
    EZ_TEST_HARVEST(t, "all", "[2,true,true,true,true,true]");
    ez_test_session_sweep(t);
}

static void test_no_list(void)
{
    static const char *const cases[] = {"{ top = {} }", "{ 'a', nil, 'c' }", "{ 'a', x = 'b' }",
                                        "'a'", "3"};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *script =
            g_strdup_printf(HEAD("s.vote('best', " T ", { items = %s })"), cases[i]);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        g_autofree char *message = ez_test_session_breaks(t, "{'ev':'start','at':0}");
        if (strstr(message, "the option \"items\": this is a list") == NULL)
            g_error("%s: %s", cases[i], message);
    }
}

// One or two, and one answer for the group: both count.
static void test_two(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local r = s.choose('verb', " T
             ", { options = { 'a', 'b', 'c' }, most = 2, by = 'group', note = {} })"
             "s.harvest('all', " T ", { r.counts, r.tie, r.winner == nil, r.item == nil })"),
        NULL);
    ez_test_session_start(t, 3);
    ez_test_session_refuse(t, IN("/verb#1", "p1", "['a','b','c']"), "2 at most");
    EZ_TEST_DO(t, IN("/verb#1", "p1", "['a']"), IN("/verb#1", "p2", "['a','c']"),
               CLOSE("/verb#1"));
    EZ_TEST_HARVEST(t, "all", "[{'a':1,'b':0,'c':1},true,true,true]");
    ez_test_session_sweep(t);
}

// ---- nothing, and more than once -----------------------------------------------

static void test_empty(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local none = s.draw('none', " T
             ", { from = {}, n = 0, put_back = true, note = {} })"
             "local more = s.draw('more', " T ", { from = {}, n = 3 })"
             "local hands = s.deal('hand', " T ", { from = {}, to = {}, n = 3 })"
             "local picked, mixed = s.pick('pick', {}, 2), s.shuffle('mix', {})"
             "local found = s.ask('idea', " T ", { note = {}, slots = {} })"
             "local vote = s.vote('best', " T ", { items = {} })"
             "local rank = s.rank('order', " T ", { items = {} })"
             "local piles = s.cluster('pile', " T ", { items = {} })"
             "local ties = s.link('tie', " T ", { from = {} })"
             "local all = s.parallel('work', {}, function() end)"
             "s.harvest('list', " T ", {}) "
             "s.harvest('all', " T
             ", { #none, #more, next(hands) == nil, #picked, #mixed, #found,"
             " #vote.top, #rank.order, #piles, #ties, next(all) == nil })"),
        NULL);
    ez_test_session_start(t, 0);
    EZ_TEST_DO(t, SKIP("/idea#1"), CLOSE("/best#1"), CLOSE("/order#1"), CLOSE("/pile#1"),
               CLOSE("/tie#1"));
    EZ_TEST_HARVEST(t, "all", "[0,0,true,0,0,0,0,0,0,0,true]");
    EZ_TEST_HARVEST(t, "list", "{}");
    ez_test_session_sweep(t);
}

// What groups harvest under one id stands there for each, in the order in which it came.
static void test_harvests(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.section('part', " T ", {}, function()"
             "  s.parallel('work', { { id = 'g1' }, { id = 'g2' } }, function(g, s)"
             "    local said = s.ask('said', " T ", { by = 'group' })"
             "    s.harvest('decision', " T ", said[1], { as = 'decision' }) end) end)"
             "s.harvest('decision', " T
             ", { nl = 'Klaar', en = 'Done' }, { as = 'decision' })"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, IN("/work[g2]/said#1", "facilitator", "'two'"), CLOSE("/work[g2]/said#1"),
               IN("/work[g1]/said#1", "facilitator", "'one'"), CLOSE("/work[g1]/said#1"));
    static const char *const wanted[] = {"{\"@\":\"/work[g2]/said#1/1\"}",
                                         "{\"@\":\"/work[g1]/said#1/1\"}",
                                         "{\"en\":\"Done\",\"nl\":\"Klaar\"}"};
    g_assert_cmpint(ez_session_harvest_count(t->session), ==, G_N_ELEMENTS(wanted));
    for (int i = 0; i < (int)G_N_ELEMENTS(wanted); i++) {
        const EzHarvest *harvest = ez_session_harvest(t->session, i);
        g_autofree char *found = ez_value_text(harvest->value);
        g_assert_cmpstr(found, ==, wanted[i]);
        g_assert_cmpstr(harvest->as, ==, "decision");
        g_assert_cmpint(harvest->section, ==, i < 2 ? 0 : -1);
    }
    ez_test_session_sweep(t);
}

// As ez.vote counts them: the demo, where all rank all, and the same with one who leaves things out.
static void test_borda(void)
{
    static const struct {
        const char *last, *scores;
    } cases[] = {
        {"['c','b','d','a']", "{'a':9,'b':11,'c':9,'d':1}"},
        {"['c','b']", "{'a':13,'b':14,'c':12,'d':4}"},
        {"[]", "{'a':9,'b':9,'c':6,'d':0}"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        static const char *const files[] = {"scripts/lib/vote.lua", "scripts/lib/argument.lua",
                                            NULL};
        g_auto(GStrv) more = ez_test_session_files(files);
        g_autoptr(EzTestSession) t = ez_test_session_new(
            "local vote = require 'ez.vote' " HEAD(
                "local r = s.rank('order', " T ", { items = { 'a', 'b', 'c', 'd' } })"
                "s.harvest('here', " T ", r.scores)"
                "s.harvest('there', " T
                ", vote.borda({ 'a', 'b', 'c', 'd' }, r.ballots).scores)"),
            (const char *const *)more);
        ez_test_session_start(t, 5);
        g_autofree char *last = g_strdup_printf(IN("/order#1", "p5", "%s"), cases[i].last);
        EZ_TEST_DO(t, IN("/order#1", "p1", "['a','b','c','d']"),
                   IN("/order#1", "p2", "['a','c','b','d']"),
                   IN("/order#1", "p3", "['b','c','a','d']"),
                   IN("/order#1", "p4", "['b','a','c','d']"), last, CLOSE("/order#1"));
        EZ_TEST_HARVEST(t, "here", cases[i].scores);
        EZ_TEST_HARVEST(t, "there", cases[i].scores);
    }
}

// Where in its zone a thing stands is for show, and a number all the same.
static void test_places(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local r = s.place('here', " T
             ", { canvas = { kind = 'ladder', rungs = { { id = 'low' }, { id = 'high' } } } })"
             "s.harvest('all', " T ", r)"),
        NULL);
    ez_test_session_start(t, 2);
    ez_test_session_refuse(t, IN("/here#1", "p1", "{'zone':'middle'}"), "there is no place");
    ez_test_session_refuse(t, IN("/here#1", "p1", "{'zone':'low','x':'left'}"), "are numbers");
    ez_test_session_refuse(t, IN("/here#1", "p1", "{'zone':'low','y':{}}"), "are numbers");
    EZ_TEST_DO(t, IN("/here#1", "p1", "{'zone':'low'}"),
               IN("/here#1", "p2", "{'zone':'high','x':0.5,'y':1}"), CLOSE("/here#1"));
    EZ_TEST_HARVEST(t, "all", "[{'zone':'low'},{'x':0.5,'y':1,'zone':'high'}]");
}

static void test_refused(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.scale('sure', " T ", { by_role = true, who = 'anonymous' })"), NULL);
    g_autofree char *message = ez_test_session_breaks(t, "{'ev':'start','at':0}");
    g_assert_nonnull(strstr(message, "\"by_role\": who is \"alias\" or \"named\""));
}

// What an answer has no place for is not kept in it, and nobody counts twice.
static void test_parts_of_answers(void)
{
    static const struct {
        const char *step, *value, *words;
    } cases[] = {
        {"s.action('x', " T ")", "['call']", "an agreement is a table"},
        {"s.action('x', " T ")", "[{'what':'call','whom':'me'}]", "there is no \"whom\""},
        {"s.choose('x', " T ", { options = { 'a', 'b' }, most = 2 })", "['a','a']",
         "\"a\" is chosen twice"},
        {"s.swarm('x', " T ", { items = { 'a', 'b' } })", "{'for':'a','strength':'5'}",
         "a strength is"},
        {"s.swarm('x', " T ", { items = { 'a', 'b' } })", "{'for':'a','name':'me'}",
         "there is no \"name\""},
        {"s.cluster('x', " T ", { items = { 'a' } })", "['a']", "a pile is a table"},
        {"s.place('x', " T ", { items = { 'a' }, canvas = { rings = { { id = 'r' } } } })",
         "{'a':{'zone':'r','by':'me'}}", "there is no \"by\""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *body = g_strconcat("return exercise { id = 'walk', run = function(s) ",
                                            cases[i].step, " end }", NULL);
        g_autofree char *line = g_strdup_printf(
            "{'ev':'input','step':'/x#1','by':'p1','value':%s}", cases[i].value);
        g_autoptr(EzTestSession) t = ez_test_session_new(body, NULL);
        ez_test_session_start(t, 1);
        ez_test_session_refuse(t, line, cases[i].words);
    }
}

static const struct {
    const char *name;
    void (*test)(void);
} tests[] = {
    {"borda", test_borda},     {"places", test_places},
    {"roles", test_roles},     {"roles-by-item", test_roles_by_item},
    {"unknown", test_unknown}, {"labels", test_labels},
    {"cards", test_cards},     {"piles", test_piles},
    {"no-list", test_no_list}, {"two", test_two},
    {"empty", test_empty},     {"harvests", test_harvests},
    {"refused", test_refused}, {"parts-of-answers", test_parts_of_answers},
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/session-steps/%s", tests[i].name);
        g_test_add_func(path, tests[i].test);
    }
    return g_test_run();
}
