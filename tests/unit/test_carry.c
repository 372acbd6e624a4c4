// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/carry.h"
#include "engine/run/words.h"
#include "tests/support/test_session.h"

#define T "{ nl = 'Wie? {a}', en = 'Who? {a}' }"

static const char asking[] =
    "return exercise { id = 'first', run = function(s)"
    " local found = s.ask('idea', " T ", { per = 2 })"
    " s.harvest('ideas', " T ", { list = found, n = #found, best = found[1] })"
    " s.harvest('decision', " T ", { nl = 'Ja', en = 'Yes' }) end }";

// It tells what it was given, and gives it on.
static const char told[] =
    "return exercise { id = 'next', run = function(s)"
    " local ideas = s.from.ideas"
    " if ideas == nil then s.say('alone', " T ") return end"
    " s.say('first', " T ", { slots = { a = ideas.best } })"
    " s.vote('best', " T ", { items = ideas.list, dots = 1 })"
    " s.harvest('ids', " T ", { ideas.list[1].id, ideas.list[2].id, ideas.n })"
    " s.harvest('ideas', " T ", ideas) end }";

static EzTestSession *first_session(void)
{
    EzTestSession *test = ez_test_session_new(asking, NULL);
    ez_test_session_start(test, 2);
    EZ_TEST_DO(test, "{'ev':'input','step':'/idea#1','by':'p1','value':['moss and tree']}",
               "{'ev':'input','step':'/idea#1','by':'p2','value':['ant']}",
               "{'ev':'close','step':'/idea#1'}");
    return test;
}

static void start_from(EzTestSession *test, const EzTestSession *earlier)
{
    g_autoptr(JsonNode) start = ez_value_new_object();
    ez_value_put(start, "from", ez_carry_harvest(earlier->session));
    g_autofree char *text = ez_value_text(start);
    g_autofree char *line = g_strdup_printf("{\"ev\":\"start\",\"value\":%s}", text);
    EZ_TEST_DO(test, "{'ev':'join','by':'p1'}", line);
}

static char *words_of(const EzTestSession *test, const char *key)
{
    return ez_words_of_step(test->session, ez_session_find(test->session, key), "nl");
}

static void test_carries(void)
{
    g_autoptr(EzTestSession) first = first_session();
    g_autoptr(EzTestSession) next = ez_test_session_new(told, NULL);
    start_from(next, first);
    g_autofree char *words = words_of(next, "/first#1");
    g_assert_cmpstr(words, ==, "Wie? moss and tree");
    EZ_TEST_DO(next, "{'ev':'close','step':'/first#1'}");
    EZ_TEST_DO(next, "{'ev':'input','step':'/best#1','by':'p1','value':{'from/idea#1/2':1}}",
               "{'ev':'close','step':'/best#1'}");
    EZ_TEST_HARVEST(next, "ids", "['from/idea#1/1','from/idea#1/2',2]");
    ez_test_session_sweep(next);
    // And on to a third one, where they keep their texts.
    g_autoptr(EzTestSession) third = ez_test_session_new(told, NULL);
    start_from(third, next);
    g_autofree char *again = words_of(third, "/first#1");
    g_assert_cmpstr(again, ==, "Wie? moss and tree");
    EZ_TEST_DO(third, "{'ev':'close','step':'/first#1'}", "{'ev':'skip','step':'/best#1'}");
    EZ_TEST_HARVEST(third, "ids", "['from/from/idea#1/1','from/from/idea#1/2',2]");
}

static void test_alone(void)
{
    g_autoptr(EzTestSession) test = ez_test_session_new(told, NULL);
    ez_test_session_start(test, 1);
    g_assert_nonnull(ez_session_find(test->session, "/alone#1"));
}

// What was erased is not there, and breaks nothing.
static void test_erased(void)
{
    g_autoptr(EzTestSession) first = first_session();
    g_autoptr(JsonNode) from = ez_carry_harvest(first->session);
    g_assert_cmpstr(ez_carry_answer(from, "from/idea#1/2"), ==, "ant");
    g_assert_null(ez_carry_answer(from, "from/idea#1/3"));
    g_assert_null(ez_carry_answer(from, "/idea#1/2"));
    g_assert_null(ez_carry_answer(NULL, "from/idea#1/2"));
}

#define STEPS(more)                                                                            \
    "return exercise { id = 'first', run = function(s)" more " s.ask('idea', " T               \
    ", { per = 2 }) s.scale('sure', " T ", { who = 'anonymous' })"                             \
    " s.choose('way', " T ", { options = { 'a', 'b' } }) end }"

static bool is_offered(const EzTestSession *test, const char *key)
{
    EzStep *old = ez_session_old(test->session, ez_session_find(test->session, key));
    bool offered = old != NULL;
    ez_step_free(old);
    return offered;
}

// A session whose script has parted from the kit's is begun anew, and what was said by name in the same steps is offered.
static void test_offers(void)
{
    g_autoptr(EzTestSession) first = ez_test_session_new(STEPS(""), NULL);
    ez_test_session_start(first, 2);
    EZ_TEST_DO(first, "{'ev':'input','step':'/idea#1','by':'p1','value':['moss']}",
               "{'ev':'input','step':'/idea#1','by':'p2','value':['ant','tree']}",
               "{'ev':'close','step':'/idea#1'}",
               "{'ev':'input','step':'/sure#1','value':{'answers':['3','4']}}",
               "{'ev':'close','step':'/sure#1'}",
               "{'ev':'input','step':'/way#1','by':'p1','value':'b'}");
    g_autoptr(EzTestSession) next =
        ez_test_session_new(STEPS(" s.say('new', " T ") s.ask('idea', " T ")"), NULL);
    g_autoptr(JsonNode) start = ez_value_new_object();
    JsonNode *from = ez_carry_harvest(first->session);
    ez_value_put(from, "answers", ez_carry_answers(first->session));
    ez_value_put(start, "from", from);
    g_autofree char *text = ez_value_text(start);
    g_autofree char *line = g_strdup_printf("{\"ev\":\"start\",\"value\":%s}", text);
    EZ_TEST_DO(next, "{'ev':'join','by':'p1'}", line, "{'ev':'close','step':'/new#1'}");
    g_assert_false(is_offered(next, "/idea#1")); // it takes one text now
    EZ_TEST_DO(next, "{'ev':'close','step':'/idea#1'}");
    g_assert_false(is_offered(next, "/idea#2"));
    EZ_TEST_DO(next, "{'ev':'close','step':'/idea#2'}");
    g_assert_false(is_offered(next, "/sure#1"));
    EZ_TEST_DO(next, "{'ev':'close','step':'/sure#1'}");
    g_assert_true(is_offered(next, "/way#1"));
    EzStep *old = ez_session_old(next->session, ez_session_find(next->session, "/way#1"));
    g_assert_cmpstr(ez_value_string(ez_step_input(old, "p1")->value, ""), ==, "b");
    ez_step_free(old);
    ez_test_session_sweep(next);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/carry/carries", test_carries);
    g_test_add_func("/carry/offers", test_offers);
    g_test_add_func("/carry/alone", test_alone);
    g_test_add_func("/carry/erased", test_erased);
    return g_test_run();
}
