// SPDX-License-Identifier: EUPL-1.2
// What is remembered when a session goes back, and who moves to another group.
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"

// What was said in the step before, as "by=value;", or "" for nothing. Owned by the caller.
static char *old_of(const EzTestSession *t, const char *key)
{
    GString *out = g_string_new(NULL);
    EzStep *old = ez_session_old(t->session, ez_session_find(t->session, key));
    for (guint i = 0; old != NULL && i < old->inputs->len; i++) {
        const EzInput *input = old->inputs->pdata[i];
        g_autofree char *text = ez_value_text(input->value);
        g_string_append_printf(out, "%s=%s;", input->by, text);
    }
    ez_step_free(old);
    return g_string_free(out, FALSE);
}

#define OLD(t, key, wanted)                                                                    \
    do {                                                                                       \
        g_autofree char *found = old_of((t), (key));                                           \
        g_assert_cmpstr(found, ==, (wanted));                                                  \
    } while (0)

#define IN(key, by, value) "{'ev':'input','step':'" key "','by':'" by "','value':" value "}"
#define EV(event, key)     "{'ev':'" event "','step':'" key "'}"

static void test_old(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("s.scale('sure', " T ") s.ask('why', " T ", { by = 'group' })"
                                 "s.say('end', " T ")"),
                            NULL);
    ez_test_session_start(t, 4);
    OLD(t, "/sure#1", "");
    EZ_TEST_DO(t, IN("/sure#1", "p1", "2"), IN("/sure#1", "p2", "3"), IN("/sure#1", "p1", "4"),
               IN("/sure#1", "p3", "5"), "{'ev':'withdraw','step':'/sure#1','by':'p3'}",
               IN("/sure#1", "p4", "1"), IN("/sure#1", "p4", "5"),
               "{'ev':'undo','step':'/sure#1','by':'p4'}", EV("close", "/sure#1"),
               IN("/why#1", "p2", "['so']"), IN("/why#1", "p3", "['thus']"),
               EV("rewind", "/sure#1"));
    OLD(t, "/sure#1", "p1=4;p2=3;p4=1;");
    // Back again, with nothing said in between: the old answers are still there. What is new comes in their place.
    EZ_TEST_DO(t, EV("close", "/sure#1"));
    OLD(t, "/why#1", "=[\"thus\"];");
    EZ_TEST_DO(t, EV("rewind", "/sure#1"));
    OLD(t, "/sure#1", "p1=4;p2=3;p4=1;");
    EZ_TEST_DO(t, IN("/sure#1", "p2", "5"), EV("close", "/sure#1"), EV("rewind", "/sure#1"));
    OLD(t, "/sure#1", "p2=5;");
    EZ_TEST_DO(t, EV("close", "/sure#1"));
    OLD(t, "/why#1", "=[\"thus\"];");
    ez_test_session_sweep(t);
}

// Nothing ties an anonymous answer to anyone, and nothing is taken over into another question.
static void test_not_old(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local list = s.ask('idea', " T ", { who = 'anonymous' })"
             "local n = s.choose('n', " T ", { options = { 'one', 'two' } })"
             "s.vote('best', " T
             ", { items = n.winner == 'one' and { 'a' } or { 'a', 'b' } })"),
        NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, "{'ev':'input','step':'/idea#1','value':{'answers':['\\\"x\\\"']}}",
               EV("close", "/idea#1"), IN("/n#1", "p1", "'one'"), EV("close", "/n#1"),
               IN("/best#1", "p1", "{'a':1}"), EV("rewind", "/idea#1"));
    OLD(t, "/idea#1", "");
    EZ_TEST_DO(t, EV("close", "/idea#1"));
    OLD(t, "/n#1", "p1=\"one\";");
    EZ_TEST_DO(t, IN("/n#1", "p1", "'two'"), EV("close", "/n#1"));
    OLD(t, "/best#1", "");
    EZ_TEST_DO(t, EV("rewind", "/n#1"), IN("/n#1", "p1", "'one'"), EV("close", "/n#1"));
    OLD(t, "/best#1", "p1={\"a\":1};");
    ez_test_session_sweep(t);
}

// What was said about somebody's words is not taken over for other words: in items, in slots, and by way of piles.
static void test_old_of_other_words(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local idea = s.ask('idea', " T ") s.vote('best', " T
             ", { items = idea, dots = 1 }) s.scale('sure', " T
             ", { slots = { idea = idea[1] } "
             "}) local pile = s.cluster('pile', " T ", { items = idea }) s.vote('heap', " T
             ", { items = pile, dots = 1 }) s.say('end', " T ")"),
        NULL);
    ez_test_session_start(t, 2);
#define IDEA(text) IN("/idea#1", "p1", "['" text "']"), EV("close", "/idea#1")
#define PILE(name) IN("/pile#1", "facilitator", "[{'name':'" name "','items':['/idea#1/1']}]")
    EZ_TEST_DO(t, IDEA("pay more"), IN("/best#1", "p1", "{'/idea#1/1':1}"),
               EV("close", "/best#1"), IN("/sure#1", "p1", "4"), EV("close", "/sure#1"),
               PILE("money"), EV("close", "/pile#1"), IN("/heap#1", "p1", "{'/pile#1/1':1}"),
               EV("close", "/heap#1"));
    // Only the vote: its idea stands as it did.
    EZ_TEST_DO(t, EV("rewind", "/best#1"));
    OLD(t, "/best#1", "p1={\"/idea#1/1\":1};");
    EZ_TEST_DO(t, IN("/best#1", "p1", "{'/idea#1/1':1}"), EV("rewind", "/idea#1"),
               IDEA("burn it down"));
    OLD(t, "/best#1", "");
    EZ_TEST_DO(t, EV("close", "/best#1"));
    OLD(t, "/sure#1", "");
    EZ_TEST_DO(t, EV("close", "/sure#1"), PILE("money"), EV("close", "/pile#1"));
    OLD(t, "/heap#1", "");
    ez_test_session_sweep(t);
}

static void test_old_of_the_same_words(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("local idea = s.ask('idea', " T ") s.vote('best', " T
                                 ", { items = idea, dots = 1 }) s.say('end', " T ")"),
                            NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, IDEA("pay more"), IN("/best#1", "p1", "{'/idea#1/1':1}"),
               EV("rewind", "/idea#1"), IDEA("pay more"));
    OLD(t, "/best#1", "p1={\"/idea#1/1\":1};");
    ez_test_session_sweep(t);
}

// Nobody knows whether anonymous words are the same again.
static void test_old_of_anonymous_words(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local idea = s.ask('idea', " T ", { who = 'anonymous' }) s.vote('best', " T
             ", { items = idea, dots = 1 }) s.say('end', " T ")"),
        NULL);
    ez_test_session_start(t, 2);
#define SECRET "{'ev':'input','step':'/idea#1','value':{'answers':['[\\\"x\\\"]']}}"
    EZ_TEST_DO(t, SECRET, EV("close", "/idea#1"), IN("/best#1", "p1", "{'/idea#1/1':1}"),
               EV("rewind", "/best#1"));
    OLD(t, "/best#1", "p1={\"/idea#1/1\":1};");
    EZ_TEST_DO(t, EV("rewind", "/idea#1"), SECRET, EV("close", "/idea#1"));
    OLD(t, "/best#1", "");
    ez_test_session_sweep(t);
}

// What a session gave that was given up is about the words of then too; what was said here since is newer.
static void test_old_of_an_earlier_session(void)
{
    static const char start[] =
        "{'ev':'start','at':0,'value':{'seed':'7','from':{'answers':["
        "{'step':'/idea#1','shape':'%s','by':'p1','value':['pay more']},"
        "{'step':'/best#1','shape':'%s','by':'p1','value':{'/idea#1/1':1}}]}}}";
    static const char script[] = HEAD("local idea = s.ask('idea', " T ") s.vote('best', " T
                                      ", { items = idea, dots = 1 }) s.say('end', " T ")");
    g_autoptr(EzTestSession) first = ez_test_session_new(script, NULL);
    ez_test_session_start(first, 1);
    EZ_TEST_DO(first, IDEA("pay more"));
    g_autofree char *begin =
        g_strdup_printf(start, ez_session_find(first->session, "/idea#1")->shape,
                        ez_session_find(first->session, "/best#1")->shape);
    g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
    EZ_TEST_DO(t, "{'ev':'join','by':'p1'}", begin);
    OLD(t, "/idea#1", "p1=[\"pay more\"];");
    EZ_TEST_DO(t, IDEA("pay more"));
    OLD(t, "/best#1", "p1={\"/idea#1/1\":1};");
    EZ_TEST_DO(t, EV("rewind", "/idea#1"), IDEA("burn it down"));
    OLD(t, "/best#1", "");
    EZ_TEST_DO(t, EV("rewind", "/idea#1"));
    OLD(t, "/idea#1", "p1=[\"burn it down\"];");
    ez_test_session_sweep(t);
}

// Groups work beside each other: what the others said since is offered too.
static void test_old_of_all_groups(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local groups = s.split('teams', " T ", { count = 2, by = 'table' })"
             "s.parallel('work', groups, function(g, s) s.ask('idea', " T
             ", { by = 'group' }) end)"
             "s.say('more', " T ")"),
        NULL);
    ez_test_session_start(t, 4);
    EZ_TEST_DO(t, IN("/work[g1]/idea#1", "p1", "'one'"), EV("close", "/work[g1]/idea#1"),
               IN("/work[g2]/idea#1", "p3", "'two'"), EV("close", "/work[g2]/idea#1"),
               EV("rewind", "/work[g2]/idea#1"));
    OLD(t, "/work[g1]/idea#1", "=\"one\";");
    OLD(t, "/work[g2]/idea#1", "=\"two\";");
    EZ_TEST_DO(t, IN("/work[g1]/idea#1", "p1", "'three'"), EV("close", "/work[g1]/idea#1"),
               EV("rewind", "/work[g2]/idea#1"));
    OLD(t, "/work[g1]/idea#1", "=\"three\";");
    OLD(t, "/work[g2]/idea#1", "=\"two\";");
    ez_test_session_sweep(t);
}

// A step of a kind that knows no time gets none, and its old answers can be offered again.
static void test_extends(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("s.gate('go', " T ", { options = { 'yes', 'no' } }) s.scale('sure', " T
             ") s.timer('wait', " T ", { seconds = 10 })"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, IN("/go#1", "facilitator", "'yes'"), EV("close", "/go#1"),
               EV("rewind", "/go#1"));
    ez_test_session_refuse(t, "{'ev':'extend','step':'/go#1','value':60}", "no time to extend");
    OLD(t, "/go#1", "=\"yes\";");
    EZ_TEST_DO(t, EV("close", "/go#1"), "{'ev':'extend','step':'/sure#1','value':60}",
               EV("close", "/sure#1"), "{'ev':'extend','step':'/wait#1','value':60}");
    const EzStep *timer = ez_session_find(t->session, "/wait#1");
    g_assert_cmpfloat(ez_value_number(ez_step_option(timer, "seconds"), 0), ==, 70);
    ez_test_session_sweep(t);
}

// Journals of earlier versions have such rows.
static void test_extended_once(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD("s.gate('go', " T ", { options = { 'yes', 'no' } })"), NULL);
    ez_test_session_start(t, 1);
    EzRow row = {.seq = t->rows->len + 1, .event = EZ_EVENT_EXTEND, .key = "/go#1", .at = 5};
    g_array_append_val(t->rows, row);
    g_autoptr(EzTestSession) again = ez_test_session_again(t, -1);
    g_assert_null(ez_step_option(ez_session_find(again->session, "/go#1"), "time"));
}

// ---- groups --------------------------------------------------------------------

static void test_moves(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local groups = s.split('teams', " T ", { count = 2, by = 'choice' })"
             "s.parallel('work', groups, function(g, s) s.scale('sure', " T ") end)"
             "s.say('more', " T ")"),
        NULL);
    ez_test_session_start(t, 4);
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, "g1");
    ez_test_session_refuse(t, IN("/work[g2]/sure#1", "p2", "3"), "does not take part");
    ez_test_session_refuse(t, "{'ev':'role','by':'p2','value':{'group':'g3'}}", "no group");
    ez_test_session_refuse(t, "{'ev':'role','by':'p9','value':{'group':'g2'}}", "nobody");
    EZ_TEST_DO(t, "{'ev':'role','by':'p2','value':{'group':'g2'}}",
               IN("/work[g2]/sure#1", "p2", "3"));
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, "g2");
    g_assert_null(ez_session_group_of(t->session, "p9"));
    ez_test_session_refuse(t, IN("/work[g1]/sure#1", "p2", "3"), "does not take part");
    EZ_TEST_DO(t, EV("close", "/work[g1]/sure#1"), EV("close", "/work[g2]/sure#1"),
               EV("rewind", "/work[g2]/sure#1"));
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, "g2");
    EZ_TEST_DO(t, IN("/work[g2]/sure#1", "p2", "3"), EV("close", "/work[g2]/sure#1"));
    ez_test_session_sweep(t);
}

// What follows the opening comes again before somebody moves; a move goes with its split.
static void test_moves_outlive(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local function work(g, s) s.say('a', " T ") end "
             "local one = s.split('one', " T ", { count = 2 })"
             "s.say('first', " T ") s.parallel('w', one, work) s.say('second', " T ")"
             "local two = s.split('two', " T ", { count = 2 })"
             "s.parallel('x', two, work)"),
        NULL);
    ez_test_session_start(t, 4);
    const char *was = ez_session_group_of(t->session, "p2");
    g_autofree char *of_p1 = g_strdup(ez_session_group_of(t->session, "p1"));
    bool first = strcmp(was, "g1") == 0;
    const char *other = first ? "g2" : "g1",
               *move = first ? "{'ev':'role','by':'p2','value':{'group':'g2'}}"
                             : "{'ev':'role','by':'p2','value':{'group':'g1'}}";
    EZ_TEST_DO(t, EV("close", "/first#1"), move, EV("close", "/w[g1]/a#1"),
               EV("rewind", "/w[g1]/a#1"));
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, other);
    g_assert_nonnull(ez_session_find(t->session, "/w[g2]/a#1"));
    EZ_TEST_DO(t, "{'ev':'join','by':'p5'}", EV("rewind", "/first#1"));
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, other);
    EZ_TEST_DO(t, EV("close", "/first#1"), EV("close", "/w[g1]/a#1"),
               EV("close", "/w[g2]/a#1"));
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, other);
    EZ_TEST_DO(t, EV("close", "/second#1"), "{'ev':'role','by':'p2','value':{'group':'g1'}}",
               "{'ev':'role','by':'p2','value':{'group':'g2'}}",
               "{'ev':'role','by':'p1','value':{'group':'g1'}}",
               "{'ev':'role','by':'p1','value':{'group':'g2'}}", EV("rewind", "/second#1"));
    g_assert_cmpstr(ez_session_group_of(t->session, "p2"), ==, other);
    g_assert_cmpstr(ez_session_group_of(t->session, "p1"), ==, of_p1);
    ez_test_session_sweep(t);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session/old-answers-are-remembered", test_old);
    g_test_add_func("/session/old-answers-stay-anonymous-and-fit", test_not_old);
    g_test_add_func("/session/old-answers-are-about-the-same-words", test_old_of_other_words);
    g_test_add_func("/session/old-answers-come-back-with-the-same-words",
                    test_old_of_the_same_words);
    g_test_add_func("/session/old-answers-about-anonymous-words-do-not",
                    test_old_of_anonymous_words);
    g_test_add_func("/session/old-answers-of-an-earlier-session",
                    test_old_of_an_earlier_session);
    g_test_add_func("/session/old-answers-of-all-groups", test_old_of_all_groups);
    g_test_add_func("/session/extends", test_extends);
    g_test_add_func("/session/extended-once", test_extended_once);
    g_test_add_func("/session/people-move-between-groups", test_moves);
    g_test_add_func("/session/moves-outlive-a-rewind", test_moves_outlive);
    return g_test_run();
}
