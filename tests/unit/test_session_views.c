// SPDX-License-Identifier: EUPL-1.2
// What a script gets and may not change: cards, parameters, an earlier session.
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"

static const char *const decks[] = {"deck:natuur",
                                    "[{\"id\":\"N01\",\"title\":{\"nl\":\"Een\",\"en\":\"One\"}"
                                    "},{\"id\":\"N02\",\"verb\":{\"id\":\"F1\"}}]",
                                    NULL};

static const char START[] =
    "{'ev':'start','value':{'seed':'7','params':{'theme':'water','deep':{'list':[1]}},"
    "'from':{'wheel':{'median':3}}},'at':0}";

static void test_read(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local cards = s.deck('natuur')"
             "local drawn = s.draw('a', " T ", { deck = 'natuur', n = 2 })"
             "local best = s.vote('best', " T ", { items = cards, dots = 2 })"
             "local count = 0 for _, card in ipairs(cards) do count = count + 1 end "
             "s.harvest('all', " T
             ", { count, #cards, cards[1].title.nl, cards == s.deck('natuur'),"
             " drawn[1] == cards[1], best.top[1].item == cards[2], s.params.theme,"
             " s.params.deep.list[1], s.from.wheel.median, s.from.other == nil })"
             "s.harvest('cards', " T ", drawn)"),
        decks);
    EZ_TEST_DO(t, "{'ev':'join','by':'p1'}", START,
               "{'ev':'input','step':'/best#1','by':'p1','value':{'N02':2}}",
               "{'ev':'close','step':'/best#1'}");
    EZ_TEST_HARVEST(t, "all", "[2,2,'Een',true,true,true,'water',1,3,true]");
    EZ_TEST_HARVEST(
        t, "cards",
        "[{'id':'N01','title':{'en':'One','nl':'Een'}},{'id':'N02','verb':{'id':'F1'}}]");
    ez_test_session_sweep(t);
}

static void test_absent(void)
{
    static const char *const more[] = {
        "scripts/test/other.lua",
        "return exercise { id = 'other', run = function(s)"
        " return s.params.theme == nil and s.from.x == nil end }",
        NULL};
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.harvest('all', " T ", { s.params.theme == nil, s.from.wheel == nil,"
             " s.include('in', 'other') })"),
        more);
    ez_test_session_start(t, 0);
    EZ_TEST_HARVEST(t, "all", "[true,true,true]");
    ez_test_session_sweep(t);
}

static void test_closed(void)
{
    static const struct {
        const char *change, *what;
    } cases[] = {
        {"s.deck('natuur')[3] = {}", "a deck cannot be changed"},
        {"s.deck('natuur')[1].id = 'x'", "a deck cannot be changed"},
        {"s.deck('natuur')[1].title.nl = 'x'", "a deck cannot be changed"},
        {"table.remove(s.deck('natuur'))", "a deck cannot be changed"},
        {"s.params.theme = 'fire'", "s.params cannot be changed"},
        {"s.params.deep.list[1] = 2", "cannot be changed"},
        {"s.from.wheel = nil", "s.from cannot be changed"},
        {"s.deck('dieren')", "there is no deck \"dieren\""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *exercise = g_strdup_printf(HEAD("%s"), cases[i].change);
        g_autoptr(EzTestSession) t = ez_test_session_new(exercise, decks);
        g_autofree char *message = ez_test_session_breaks(t, START);
        if (strstr(message, cases[i].what) == NULL)
            g_error("%s\n%s\nlacks: %s", cases[i].change, message, cases[i].what);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session-views/read", test_read);
    g_test_add_func("/session-views/absent", test_absent);
    g_test_add_func("/session-views/closed", test_closed);
    return g_test_run();
}
