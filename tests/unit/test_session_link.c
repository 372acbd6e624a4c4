// SPDX-License-Identifier: EUPL-1.2
// Links between things.
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"

// Things of two lists, one of them answers.
#define SCRIPT                                                                                 \
    "local from = s.ask('node', " T ", { per = 2 })"                                           \
    "local to = { { id = 'a', nl = 'A', en = 'A' }, 'river' }"                                 \
    "local list = s.link('tie', " T ", { from = from, to = to, weight = { 1, 3 },"             \
    "  verbs = { { id = 'gives', nl = 'geeft', en = 'gives' }, 'takes' },"                     \
    "  flags = { { id = 'habit', nl = 'gewoonte', en = 'habit' } } })"                         \
    "local same = {}"                                                                          \
    "for i, link in ipairs(list) do"                                                           \
    "  same[i] = { link.from == from[1], link.from == from[2], link.to == to[1],"              \
    "    link.to == to[2], link.verb, link.weight, link.flags.habit == true } end "            \
    "s.harvest('same', " T ", same)"                                                           \
    "s.harvest('list', " T ", list)"

#define LINK(by, list) "{'ev':'input','step':'/tie#1','by':'" by "','value':" list "}"

static EzTestSession *begin(void)
{
    EzTestSession *t = ez_test_session_new(HEAD(SCRIPT), NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, "{'ev':'input','step':'/node#1','by':'p1','value':['mill','farm']}",
               "{'ev':'close','step':'/node#1'}");
    return t;
}

static void test_links(void)
{
    g_autoptr(EzTestSession) t = begin();
    EZ_TEST_DO(
        t,
        LINK("p2",
             "[{'from':'/node#1/2','to':'river','verb':'takes','weight':3,'flags':['habit']},"
             "{'from':'/node#1/2','to':'river','verb':'gives','weight':1}]"),
        LINK("p1", "[{'from':'/node#1/1','to':'a','verb':'gives','weight':2,'flags':[]}]"),
        "{'ev':'close','step':'/tie#1'}");
    EZ_TEST_HARVEST(t, "same",
                    "[[false,true,false,true,'takes',3,true],"
                    "[false,true,false,true,'gives',1,false],"
                    "[true,false,true,false,'gives',2,false]]");
    EZ_TEST_RESULT(t, "/tie#1",
                   "[{'flags':{'habit':true},'from':{'#':2},'to':{'#':2,'of':'to'},"
                   "'verb':'takes','weight':3},"
                   "{'flags':{},'from':{'#':2},'to':{'#':2,'of':'to'},"
                   "'verb':'gives','weight':1},"
                   "{'flags':{},'from':{'#':1},'to':{'#':1,'of':'to'},"
                   "'verb':'gives','weight':2}]");
    ez_test_session_sweep(t);
}

static void test_refused(void)
{
    static const char *const cases[][2] = {
        {"'x'", "a list of links"},
        {"['x']", "a link is a table"},
        {"[{'from':'/node#1/1','to':'a','verb':'gives','weight':1,'more':1}]",
         "there is no \"more\" in this answer"},
        {"[{'from':'a','to':'a','verb':'gives','weight':1}]", "nothing called \"a\""},
        {"[{'from':'/node#1/1','to':'/node#1/1','verb':'gives','weight':1}]",
         "nothing called \"/node#1/1\""},
        {"[{'from':'/node#1/1','to':'a','weight':1}]", "a link has a verb here"},
        {"[{'from':'/node#1/1','to':'a','verb':'eats','weight':1}]", "nothing called \"eats\""},
        {"[{'from':'/node#1/1','to':'a','verb':'gives'}]", "a link has a weight here"},
        {"[{'from':'/node#1/1','to':'a','verb':'gives','weight':4}]", "from 1 to 3"},
        {"[{'from':'/node#1/1','to':'a','verb':'gives','weight':1.5}]", "from 1 to 3"},
        {"[{'from':'/node#1/1','to':'a','verb':'gives','weight':1,'flags':'habit'}]",
         "flags are a list"},
        {"[{'from':'/node#1/1','to':'a','verb':'gives','weight':1,'flags':['old']}]",
         "nothing called \"old\""},
        {"[{'from':'/node#1/1','to':'a','verb':'gives','weight':1},"
         "{'from':'/node#1/1','to':'a','verb':'gives','weight':2}]",
         "linked twice"},
    };
    g_autoptr(EzTestSession) t = begin();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *line =
            g_strdup_printf("{'ev':'input','step':'/tie#1','by':'p1','value':%s}", cases[i][0]);
        ez_test_session_refuse(t, line, cases[i][1]);
    }
    EZ_TEST_DO(t, "{'ev':'skip','step':'/tie#1'}");
    EZ_TEST_HARVEST(t, "list", "{}");
    ez_test_session_sweep(t);
}

// Without `to` things are linked to each other; what is not asked is not said.
static void test_among(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local list = { 'mill', 'farm' }"
             "local ties = s.link('tie', " T ", { from = list })"
             "s.harvest('same', " T ", { #ties, ties[1].from, ties[1].to })"),
        NULL);
    ez_test_session_start(t, 1);
    ez_test_session_refuse(t, LINK("p1", "[{'from':'mill','to':'mill'}]"), "to itself");
    ez_test_session_refuse(t, LINK("p1", "[{'from':'mill','to':'farm','weight':1}]"),
                           "a link has no weight here");
    EZ_TEST_DO(t, LINK("p1", "[{'from':'mill','to':'farm'},{'from':'farm','to':'mill'}]"),
               "{'ev':'close','step':'/tie#1'}");
    EZ_TEST_HARVEST(t, "same", "[2,'mill','farm']");
    ez_test_session_sweep(t);
}

static void test_options(void)
{
    static const char *const cases[][2] = {
        {"{}", "\"link\" needs the option \"from\""},
        {"{ from = {}, weight = { 3, 1 } }",
         "\"weight\" must be two whole numbers from -10 to 10"},
        {"{ from = {}, weight = { 1 } }", "\"weight\" must be two whole numbers"},
        {"{ from = {}, weight = 3 }", "\"weight\" must be two whole numbers"},
        {"{ from = {}, verb = {} }", "did you mean \"verbs\"?"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *script =
            g_strdup_printf(HEAD("s.link('tie', " T ", %s)"), cases[i][0]);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        g_autofree char *message = ez_test_session_breaks(t, "{'ev':'start','at':0}");
        if (strstr(message, cases[i][1]) == NULL)
            g_error("%s\n%s\nlacks: %s", cases[i][0], message, cases[i][1]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session-link/links", test_links);
    g_test_add_func("/session-link/refused", test_refused);
    g_test_add_func("/session-link/among", test_among);
    g_test_add_func("/session-link/options", test_options);
    return g_test_run();
}
