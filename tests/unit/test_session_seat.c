// SPDX-License-Identifier: EUPL-1.2
// Seats at tables: that they agree with the author library, which computes them another way, and who works with whom.
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"

enum { TOPICS = 7, CASES = 16 };

// ---- the same another way ------------------------------------------------------

typedef struct Walk {
    GRand *chance;
    GString *people; // the library's, as Lua
    GPtrArray *joins, *votes;
    int count, rounds, low, high;
} Walk;

static const char *const sectors[] = {"government", "water", "nature", "farm"};

// A topic may be liked as much as another: the one that stands first is then wanted more.
static void add_person(Walk *w, int person)
{
    const char *sector = sectors[g_rand_int_range(w->chance, 0, G_N_ELEMENTS(sectors))];
    g_autoptr(GString) value = g_string_new("{");
    g_string_append_printf(w->people, "{ id = 'p%d', sector = '%s', dots = { ", person, sector);
    int left = 10;
    for (int i = 1; i <= TOPICS; i++) {
        int dots = g_rand_int_range(w->chance, 0, 4);
        if (dots == 0 || dots > left)
            continue;
        left -= dots;
        g_string_append_printf(value, "%s't%d':%d", value->len > 1 ? "," : "", i, dots);
        g_string_append_printf(w->people, "t%d = %d, ", i, dots);
    }
    g_string_append(w->people, "} }, ");
    g_ptr_array_add(w->joins, g_strdup_printf("{'ev':'join','by':'p%d','value':{'role':'%s'}}",
                                              person, sector));
    if (value->len > 1)
        g_ptr_array_add(
            w->votes, g_strdup_printf("{'ev':'input','step':'/wish#1','by':'p%d','value':%s}}",
                                      person, value->str));
}

static void make_walk(Walk *w, guint seed)
{
    *w = (Walk){.chance = g_rand_new_with_seed(seed),
                .people = g_string_new("{ "),
                .joins = g_ptr_array_new_with_free_func(g_free),
                .votes = g_ptr_array_new_with_free_func(g_free)};
    w->count = seed == 0 ? 0 : g_rand_int_range(w->chance, 1, 31);
    w->rounds = g_rand_int_range(w->chance, 1, 4);
    w->low = g_rand_int_range(w->chance, 1, 5);
    w->high = w->low + g_rand_int_range(w->chance, 0, 5);
    for (int i = 1; i <= w->count; i++)
        add_person(w, i);
    g_ptr_array_add(w->joins, g_strdup("{'ev':'start','value':{'seed':'7'},'at':0}"));
    g_ptr_array_add(w->votes, g_strdup("{'ev':'close','step':'/wish#1'}"));
    g_ptr_array_add(w->joins, NULL);
    g_ptr_array_add(w->votes, NULL);
    g_string_append(w->people, "}");
}

static void clear_walk(Walk *w)
{
    g_rand_free(w->chance);
    g_string_free(w->people, TRUE);
    g_ptr_array_unref(w->joins);
    g_ptr_array_unref(w->votes);
}

// The library's plan as a text, and what the step tells beside it.
static const char SCRIPT[] =
    "local seating = require 'ez.seating' "
    "local function plan(people, topics, settings)"
    "  for _, person in ipairs(people) do"
    "    person.wants = {}"
    "    for _, topic in ipairs(topics) do"
    "      if person.dots[topic] then person.wants[#person.wants + 1] = topic end "
    "    end "
    "    table.sort(person.wants, function(a, b) return person.dots[a] > person.dots[b] end)"
    "  end "
    "  local found, lines = seating.plan(people, topics, settings), {}"
    "  for r, round in ipairs(found.rounds) do"
    "    for t, at in ipairs(round) do"
    "      lines[#lines + 1] = r .. ' ' .. t .. ' ' .. at.topic .. ': ' .."
    "        table.concat(at.people, ' ') .. '; ' .. table.concat(at.broken, ' ')"
    "    end "
    "  end "
    "  return found, table.concat(lines, '\\n')"
    "end "
    "return exercise { id = 'walk', run = function(s)"
    "  local items = { 't1', 't2', 't3', 't4', 't5', 't6', 't7' }"
    "  local top = s.vote('wish', " T ", { items = items, dots = 10 }).top"
    "  local seats = s.seat('seats', " T
    ", { topics = top, rounds = %d, capacity = { %d, %d } })"
    "  local topics = {} for i, one in ipairs(top) do topics[i] = one.item end "
    "  local found, lines = plan(%s, topics, { rounds = %d, low = %d, high = %d })"
    "  local differ = {}"
    "  local function same(what, a, b) if a ~= b then differ[#differ + 1] = what end end "
    "  same('rounds', #seats.rounds, #found.rounds)"
    "  same('left out', #seats.left_out, #found.left_out)"
    "  same('happy', seats.first_or_second, found.first_or_second)"
    "  same('holds', seats.holds, found.holds)"
    "  for r, round in ipairs(found.rounds) do for t, at in ipairs(round) do"
    "    local own = seats.rounds[r][t]"
    "    same('topic', own.topic.item, at.topic) same('n', own.n, at.n)"
    "    same('table', own.table, at.table) same('members', own.members, nil)"
    "  end end "
    "  s.harvest('differ', " T ", differ)"
    "  s.harvest('lines', " T ", lines) end }";

static void append_words(GString *text, JsonNode *list)
{
    for (int i = 0; i < ez_value_count(list); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "",
                               ez_value_string(ez_value_item(list, i), ""));
}

// The same text of what the step holds.
static char *lines_of(const EzTestSession *t)
{
    const EzStep *step = ez_session_find(t->session, "/seats#1");
    JsonNode *rounds = ez_value_get(step->result, "rounds"),
             *topics = ez_step_option(step, "topics");
    GString *text = g_string_new(NULL);
    for (int r = 0; r < ez_value_count(rounds); r++) {
        JsonNode *round = ez_value_item(rounds, r);
        for (int i = 0; i < ez_value_count(round); i++) {
            JsonNode *table = ez_value_item(round, i);
            int topic =
                (int)ez_value_number(ez_value_get(ez_value_get(table, "topic"), "#"), 1);
            g_string_append_printf(text, "%s%d %d %s: ", text->len > 0 ? "\n" : "", r + 1,
                                   i + 1, ez_step_item_id(topics, topic - 1));
            append_words(text, ez_value_get(table, "members"));
            g_string_append(text, "; ");
            append_words(text, ez_value_get(table, "broken"));
        }
    }
    return g_string_free(text, FALSE);
}

static const char *harvested(const EzTestSession *t, int harvest)
{
    return ez_value_string(ez_session_harvest(t->session, harvest)->value, "");
}

static void test_agrees(void)
{
    static const char *const paths[] = {"scripts/lib/argument.lua", "scripts/lib/seating.lua",
                                        NULL};
    g_auto(GStrv) files = ez_test_session_files(paths);
    for (guint seed = 0; seed < CASES; seed++) {
        Walk w;
        make_walk(&w, seed);
        g_autofree char *script = g_strdup_printf(SCRIPT, w.rounds, w.low, w.high,
                                                  w.people->str, w.rounds, w.low, w.high);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, (const char *const *)files);
        ez_test_session_do(t, (const char *const *)w.joins->pdata);
        ez_test_session_do(t, (const char *const *)w.votes->pdata);
        EZ_TEST_HARVEST(t, "differ", "{}");
        g_autofree char *found = lines_of(t);
        g_assert_cmpstr(found, ==, harvested(t, 1));
        ez_test_session_sweep(t);
        clear_walk(&w);
    }
}

// ---- working at tables ---------------------------------------------------------

#define GROUPS                                                                                 \
    "local topics = { { id = 'a', nl = 'A', en = 'A' }, { id = 'b', nl = 'B', en = 'B' } }"    \
    "local seats = s.seat('seats', " T ", { topics = topics, rounds = 2, tables = 1,"          \
    "  capacity = { 2, 3 } })"                                                                 \
    "for r, round in ipairs(seats.rounds) do"                                                  \
    "  s.parallel('talk', round, function(table, s)"                                           \
    "    s.ask('said', " T ", { slots = { topic = table.topic, name = table.name } })"         \
    "  end) end "                                                                              \
    "s.harvest('happy', " T ", { seats.first_or_second == nil, #seats.left_out })"

static int count_at(const EzTestSession *t, const char *key)
{
    return ez_session_may_answer_count(t->session, ez_session_find(t->session, key));
}

// Who comes later sits in each round.
static void test_groups(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(HEAD(GROUPS), NULL);
    ez_test_session_start(t, 5);
    g_assert_cmpint(count_at(t, "/talk[r1t1]/said#1") + count_at(t, "/talk[r1t2]/said#1"), ==,
                    5);
    EZ_TEST_DO(t, "{'ev':'join','by':'p6'}");
    g_assert_cmpint(count_at(t, "/talk[r1t1]/said#1"), ==, 3);
    g_assert_cmpint(count_at(t, "/talk[r1t2]/said#1"), ==, 3);
    EZ_TEST_DO(t, "{'ev':'skip','step':'/talk[r1t1]/said#1'}",
               "{'ev':'skip','step':'/talk[r1t2]/said#1'}");
    g_assert_cmpint(count_at(t, "/talk[r2t1]/said#1"), ==, 3);
    g_assert_cmpint(count_at(t, "/talk[r2t2]/said#1"), ==, 3);
    EZ_TEST_DO(t, "{'ev':'skip','step':'/talk[r2t1]/said#1'}",
               "{'ev':'skip','step':'/talk[r2t2]/said#1'}");
    EZ_TEST_HARVEST(t, "happy", "[true,0]");
    ez_test_session_sweep(t);
}

static void test_nobody(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(HEAD(GROUPS), NULL);
    ez_test_session_start(t, 0);
    EZ_TEST_HARVEST(t, "happy", "[true,0]");
    ez_test_session_sweep(t);
}

// Nobody says what they want: the topics share the tables.
static void test_unwanted(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local seats = s.seat('seats', " T
             ", { topics = { 'a', 'b' }, capacity = { 2, 3 } })"
             "local topics = {}"
             "for i, table in ipairs(seats.rounds[1]) do topics[i] = table.topic end "
             "s.harvest('topics', " T ", topics)"),
        NULL);
    ez_test_session_start(t, 12);
    EZ_TEST_HARVEST(t, "topics", "['a','b','a','b']");
    ez_test_session_sweep(t);
}

// A ranking tells what people want too; a vote without names does not.
static void test_wants(void)
{
    static const struct {
        const char *step, *input, *happy;
    } cases[] = {
        {"s.rank('wish', " T ", { items = items })",
         "{'ev':'input','step':'/wish#1','by':'p1','value':['c','b','a']}", "0"},
        {"s.rank('wish', " T ", { items = items })",
         "{'ev':'input','step':'/wish#1','by':'p1','value':['b','a']}", "1"},
        {"s.rank('wish', " T ", { items = items })",
         "{'ev':'input','step':'/wish#1','by':'p1','value':['a']}", "1"},
        {"s.vote('wish', " T ", { items = items, who = 'anonymous' })",
         "{'ev':'input','step':'/wish#1','value':{'answers':[{'a':1}]}}", "'none'"},
        {"s.vote('wish', " T ", { items = { 'a' } })",
         "{'ev':'input','step':'/wish#1','by':'p1','value':{'a':1}}", "'none'"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *script = g_strdup_printf(
            HEAD("local items = { 'a', 'b', 'c' } %s "
                 "local seats = s.seat('seats', " T ", { topics = items, tables = 1 })"
                 "s.harvest('happy', " T ", seats.first_or_second or 'none')"),
            cases[i].step);
        g_autoptr(EzTestSession) t = ez_test_session_new(script, NULL);
        ez_test_session_start(t, 1);
        EZ_TEST_DO(t, cases[i].input, "{'ev':'close','step':'/wish#1'}");
        EZ_TEST_HARVEST(t, "happy", cases[i].happy);
        ez_test_session_sweep(t);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session-seat/agrees", test_agrees);
    g_test_add_func("/session-seat/groups", test_groups);
    g_test_add_func("/session-seat/nobody", test_nobody);
    g_test_add_func("/session-seat/unwanted", test_unwanted);
    g_test_add_func("/session-seat/wants", test_wants);
    return g_test_run();
}
