// SPDX-License-Identifier: EUPL-1.2
// Swarm decisions: that they agree with the author library, which computes them another way, and how they end.
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"
#define ITEMS                                                                                  \
    "local items = { { id = 'a', nl = 'A', en = 'A' }, { id = 'b', nl = 'B', en = 'B' },"      \
    " { id = 'c', nl = 'C', en = 'C' } } "

enum { PEOPLE = 6, ROUNDS = 4, CASES = 24 };

// ---- the same another way ------------------------------------------------------

// What the library finds otherwise than the step: a list of words.
static const char COMPARE[] =
    "local swarm = require 'ez.swarm' "
    "local function compare(items, got, rounds, mode)"
    "  local wanted = swarm.count(items, rounds, { mode = mode, people = got.n })"
    "  local list = {}"
    "  local function same(what, a, b) if a ~= b then list[#list + 1] = what end end "
    "  same('rounds', #got.rounds, #wanted.rounds)"
    "  same('winner', got.winner, wanted.winner)"
    "  same('quorum', got.quorum, wanted.quorum)"
    "  same('reason', got.reason, wanted.reason == 'decided' and 'quorum' or 'no_quorum')"
    "  for r, round in ipairs(wanted.rounds) do"
    "    local own, first, second = got.rounds[r], round.standings[1], round.standings[2]"
    "    for _, standing in ipairs(round.standings) do"
    "      local id = standing.item.id"
    "      same(r .. ' support ' .. id, own.support[id], standing.supporters)"
    "      same(r .. ' strength ' .. id, own.strength[id], standing.strength)"
    "      same(r .. ' stops ' .. id, own.stops[id], standing.stops)"
    "      same(r .. ' net ' .. id, own.net[id], standing.net)"
    "    end "
    "    same(r .. ' leader', own.leader, first.supporters > 0 and first.item.id or nil)"
    "    same(r .. ' lead', own.lead, first.net - second.net)"
    "  end "
    "  return list "
    "end ";

typedef struct Walk {
    GRand *chance;
    GString *rounds;  // the library's, as Lua
    GPtrArray *lines; // the events of each round, as one text a round
} Walk;

static bool maybe(Walk *w, int percent)
{
    return g_rand_int_range(w->chance, 0, 100) < percent;
}

static char letter(Walk *w)
{
    return (char)('a' + g_rand_int_range(w->chance, 0, 3));
}

// One person in one round, for the step and for the library.
static void add_entry(Walk *w, GString *events, int round, int person)
{
    g_autoptr(GString) json = g_string_new("");
    if (maybe(w, 15))
        return;
    g_string_append_printf(w->rounds, "{ by = 'p%d'", person);
    if (maybe(w, 80)) {
        char item = letter(w);
        g_string_append_printf(json, "'for':'%c',", item);
        g_string_append_printf(w->rounds, ", supports = '%c'", item);
    }
    if (maybe(w, 60)) {
        int strength = g_rand_int_range(w->chance, 0, 6);
        g_string_append_printf(json, "'strength':%d,", strength);
        g_string_append_printf(w->rounds, ", strength = %d", strength);
    }
    if (maybe(w, 50)) {
        g_string_append(json, "'argument':'dry',");
        g_string_append(w->rounds, ", argued = true");
    }
    if (maybe(w, 25)) {
        char item = letter(w);
        g_string_append_printf(json, "'stop':'%c','why':'wet',", item);
        g_string_append_printf(w->rounds, ", stops = '%c', reason = 'wet'", item);
    }
    g_string_append(w->rounds, " }, ");
    g_string_truncate(json, json->len > 0 ? json->len - 1 : 0);
    g_string_append_printf(events,
                           "{'ev':'input','step':'/swarm#%d','by':'p%d','value':{%s}}\n", round,
                           person, json->str);
}

static void make_walk(Walk *w, guint seed)
{
    *w = (Walk){g_rand_new_with_seed(seed), g_string_new("{ "),
                g_ptr_array_new_with_free_func(g_free)};
    for (int round = 1; round <= ROUNDS; round++) {
        GString *events = g_string_new(NULL);
        g_string_append(w->rounds, "{ ");
        for (int person = 1; person <= PEOPLE; person++)
            add_entry(w, events, round, person);
        g_string_append(w->rounds, "}, ");
        g_string_append_printf(events, "{'ev':'close','step':'/swarm#%d'}", round);
        g_ptr_array_add(w->lines, g_string_free(events, FALSE));
    }
    g_string_append(w->rounds, "}");
}

static void clear_walk(Walk *w)
{
    g_rand_free(w->chance);
    g_string_free(w->rounds, TRUE);
    g_ptr_array_unref(w->lines);
}

static void play(EzTestSession *t, const Walk *w)
{
    for (guint i = 0; i < w->lines->len && !ez_session_is_finished(t->session); i++) {
        g_auto(GStrv) lines = g_strsplit(w->lines->pdata[i], "\n", -1);
        ez_test_session_do(t, (const char *const *)lines);
    }
}

// The library gets the rounds that were played.
static char *script_of(const Walk *w, const char *mode)
{
    return g_strdup_printf("%sreturn exercise { id = 'walk', run = function(s) " ITEMS
                           "local got = s.swarm('swarm', " T ", { items = items, mode = '%s' })"
                           "local rounds = {} for i, round in ipairs(%s) do rounds[i] = i <= "
                           "#got.rounds and round "
                           "or nil end "
                           "for _, round in ipairs(rounds) do for _, entry in ipairs(round) do"
                           "  for _, item in ipairs(items) do"
                           "    if entry.supports == item.id then entry.supports = item end "
                           "    if entry.stops == item.id then entry.stops = item end "
                           "  end end end "
                           "s.harvest('reason', " T ", got.reason)"
                           "s.harvest('differ', " T
                           ", compare(items, got, rounds, '%s')) end }",
                           COMPARE, mode, w->rounds->str, mode);
}

static void test_agrees(void)
{
    static const char *const paths[] = {"scripts/lib/argument.lua", "scripts/lib/agreement.lua",
                                        "scripts/lib/vote.lua", "scripts/lib/swarm.lua", NULL};
    g_auto(GStrv) files = ez_test_session_files(paths);
    int decided = 0;
    for (guint seed = 0; seed < CASES; seed++) {
        Walk w;
        make_walk(&w, seed);
        g_autofree char *script = script_of(&w, seed % 2 == 0 ? "careful" : "fast");
        g_autoptr(EzTestSession) t = ez_test_session_new(script, (const char *const *)files);
        ez_test_session_start(t, PEOPLE);
        play(t, &w);
        EZ_TEST_HARVEST(t, "differ", "{}");
        g_autofree char *reason = ez_test_session_harvest(t, "reason");
        decided += strcmp(reason, "'quorum'") == 0;
        ez_test_session_sweep(t);
        clear_walk(&w);
    }
    g_assert_cmpint(decided, >, 0);
    g_assert_cmpint(decided, <, CASES);
}

// ---- ends ----------------------------------------------------------------------

#define END                                                                                    \
    "s.harvest('end', " T ", { r.reason, r.winner == nil, #r.rounds, #r.minority, r.n,"        \
    " r.quorum })"

static void test_skipped(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(ITEMS "local r = s.swarm('swarm', " T ", { items = items }) " END), NULL);
    ez_test_session_start(t, 5);
    EZ_TEST_DO(t, "{'ev':'input','step':'/swarm#1','by':'p1','value':{'stop':'b','why':'wet'}}",
               "{'ev':'close','step':'/swarm#1'}",
               "{'ev':'input','step':'/swarm#2','by':'p2','value':{'stop':'c','why':'late'}}",
               "{'ev':'skip','step':'/swarm#2'}");
    EZ_TEST_HARVEST(t, "end", "['skipped',true,1,1,5,3]");
    ez_test_session_sweep(t);
}

static void test_nobody(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local r = s.swarm('swarm', " T ", { items = {}, rounds = 2 }) " END), NULL);
    ez_test_session_start(t, 0);
    EZ_TEST_DO(t, "{'ev':'close','step':'/swarm#1'}", "{'ev':'close','step':'/swarm#2'}");
    EZ_TEST_HARVEST(t, "end", "['no_quorum',true,2,0,0,1]");
    ez_test_session_sweep(t);
}

// Who comes later counts in no quorum; who typed a stop signal and takes it back has it still.
static void test_people(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(ITEMS "local r = s.swarm('swarm', " T ", { items = items, mode = 'fast' }) " END),
        NULL);
    ez_test_session_start(t, 5);
    EZ_TEST_DO(t, "{'ev':'input','step':'/swarm#1','by':'p1','value':{'stop':'b','why':'wet'}}",
               "{'ev':'input','step':'/swarm#1','by':'p1','value':{'for':'a'}}",
               "{'ev':'close','step':'/swarm#1'}", "{'ev':'join','by':'p6'}",
               "{'ev':'join','by':'p7'}", "{'ev':'leave','by':'p2'}",
               "{'ev':'input','step':'/swarm#2','by':'p1','value':{'stop':'b','why':'wet'}}",
               "{'ev':'input','step':'/swarm#2','by':'p6','value':{'for':'a'}}",
               "{'ev':'input','step':'/swarm#2','by':'p7','value':{'for':'a'}}",
               "{'ev':'close','step':'/swarm#2'}");
    EZ_TEST_HARVEST(t, "end", "['quorum',false,2,1,5,2]");
    ez_test_session_sweep(t);
}

// Without names nobody is known from the round before: nothing wears off, and stop signals count as they come.
static void test_anonymous(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(ITEMS "local r = s.swarm('swarm', " T
                   ", { items = items, rounds = 2, who = 'anonymous' }) " END
                   "s.harvest('strength', " T ", r.rounds[2].strength.a)"),
        NULL);
    ez_test_session_start(t, 5);
    const char *input = "{'ev':'input','step':'/swarm#1','value':{'answers':["
                        "{'for':'a','strength':3},{'stop':'b','why':'wet'}]}}",
               *second = "{'ev':'input','step':'/swarm#2','value':{'answers':["
                         "{'for':'a','strength':3},{'stop':'b','why':'wet'}]}}";
    EZ_TEST_DO(t, input, "{'ev':'close','step':'/swarm#1'}", second,
               "{'ev':'close','step':'/swarm#2'}");
    EZ_TEST_HARVEST(t, "end", "['no_quorum',true,2,2,5,3]");
    EZ_TEST_HARVEST(t, "strength", "3");
    ez_test_session_sweep(t);
}

static void test_waits(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new(HEAD(ITEMS "table.sort({ 1, 2 }, function()"
                                       " s.swarm('swarm', " T ", { items = items }) end)"),
                            NULL);
    g_autofree char *message = ez_test_session_breaks(t, "{'ev':'start','at':0}");
    g_assert_nonnull(strstr(message, "swarm cannot wait here"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session-swarm/agrees", test_agrees);
    g_test_add_func("/session-swarm/skipped", test_skipped);
    g_test_add_func("/session-swarm/nobody", test_nobody);
    g_test_add_func("/session-swarm/people", test_people);
    g_test_add_func("/session-swarm/anonymous", test_anonymous);
    g_test_add_func("/session-swarm/waits", test_waits);
    return g_test_run();
}
