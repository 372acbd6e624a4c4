// SPDX-License-Identifier: EUPL-1.2
// What an exercise asks, before it is done: the steps in order, which come always, and nothing that a bot wrote.
#include "engine/run/walk.h"
#include "tests/support/test_sources.h"

#include <string.h>

// ---- a walk as lines -------------------------------------------------------------

static void append_list(GString *out, const EzWalkList *list)
{
    g_string_append_printf(out, " %s=", list->option);
    for (int i = 0; i < ez_value_count(list->known); i++)
        g_string_append_printf(out, "%s%s", i > 0 ? "," : "", ez_step_item_id(list->known, i));
    if (list->open > 0)
        g_string_append_printf(out, "+%d", list->open);
    for (guint i = 0; i < list->sources->len; i++)
        g_string_append_printf(out, "(%s)", (const char *)list->sources->pdata[i]);
}

static void append_condition(GString *out, const EzWalk *walk, const EzWalkStep *step)
{
    if (step->always)
        return;
    g_string_append(out, " sometimes");
    for (int i = 0; i < ez_value_count(step->chosen); i++)
        g_string_append_printf(out, ":%s", ez_step_item_id(step->chosen, i));
    if (step->after >= 0)
        g_string_append_printf(out, " %s %s", step->follows ? "with" : "after",
                               ez_walk_step(walk, step->after)->id);
}

static char *tell(const EzWalk *walk)
{
    GString *out = g_string_new(NULL);
    int section = -1;
    for (int i = 0; i < ez_walk_step_count(walk); i++) {
        const EzWalkStep *step = ez_walk_step(walk, i);
        if (step->section != section && step->section >= 0)
            g_string_append_printf(out, "%s:\n", ez_walk_section(walk, step->section)->id);
        section = step->section;
        g_string_append_printf(out, "%s %s", step->kind->word, step->key);
        for (guint k = 0; k < step->lists->len; k++)
            append_list(out, &g_array_index(step->lists, EzWalkList, k));
        if (step->times > 1)
            g_string_append_printf(out, " x%d", step->times);
        if (step->groups > 0)
            g_string_append_printf(out, " groups=%d", step->groups);
        append_condition(out, walk, step);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static EzWalk *walk_through(const EzTestSources *sources, const char *start, int people)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) said = start != NULL ? ez_value_read(start, -1, NULL) : NULL;
    EzWalk *walk = ez_walk_new(&(EzWalkPlan){.sources = sources->list,
                                             .n_sources = sources->count,
                                             .start = said,
                                             .people = people},
                               &error);
    g_assert_no_error(error);
    return walk;
}

static void add_kit(EzTestSources *sources, const char *path)
{
    ez_test_sources_add_file(sources, path, path);
    ez_test_sources_add_decks(sources);
}

// ---- the kit -----------------------------------------------------------------------

static const char ROLE_STAIRS[] = "tasks:\n"
                                  "ask /task#1\n"
                                  "choose /statutory#1 options=+5(task)\n"
                                  "current:\n"
                                  "say /steps#1\n"
                                  "scale /now#1 items=+5(task)\n"
                                  "desired:\n"
                                  "scale /later#1 items=+5(task)\n"
                                  "ask /reason#1\n"
                                  "results:\n"
                                  "say /verdict#1 x5\n"
                                  "timer /alone#1 sometimes after verdict\n"
                                  "timer /pairs#1 sometimes with alone\n"
                                  "timer /fours#1 sometimes with pairs\n"
                                  "scale /again#1 items=+5(task) sometimes with fours\n"
                                  "say /verdict_again#1 x5 sometimes with again\n"
                                  "timer /talk#1 sometimes after verdict\n"
                                  "say /statutory_warning#1 x3 sometimes after verdict\n"
                                  "values:\n"
                                  "choose /value#1 options=V1,V2,V3,V4\n"
                                  "sentences:\n"
                                  "split /writers#1\n"
                                  "ask /writing[g1]/role_sentence#1 groups=5\n"
                                  "action /messenger#1\n"
                                  "say /thanks#1\n";

static const char ASK_NATURE[] =
    "start:\n"
    "ask /challenge#1\n"
    "ask /bother#1\n"
    "split /groups#1\n"
    "function:\n"
    "choose /verbs[g1]/verb#1 options=F1,F2,F3,F4,F5,F6,F7,F8 groups=6\n"
    "seed /seed#1\n"
    "question:\n"
    "ask /cards[g1]/nature_question#1 groups=6\n"
    "draw /cards[g1]/card#1 from=+3 groups=6\n"
    "reading:\n"
    "choose /retelling[g1]/refuse#1 options=keep+3 groups=6\n"
    "ask /retelling[g1]/refuse_why#1 groups=6 sometimes\n"
    "draw /retelling[g1]/new_card#1 from=+1 groups=6 sometimes\n"
    "ask /retelling[g1]/retold#1 groups=6\n"
    "ask /retelling[g1]/limits#1 groups=6\n"
    "ideas:\n"
    "ask /thinking[g1]/idea#1 groups=6\n"
    "ask /thinking[g3]/more_ideas#1 groups=5 sometimes after idea\n"
    "choice:\n"
    "vote /weighing[g1]/votes#1 items=+12(idea)(more_ideas) groups=6\n"
    "action:\n"
    "action /agreeing[g1]/monday#1 groups=6\n"
    "say /read_out#1\n"
    "say /thanks#1\n";

static const char SWARM[] = "start:\n"
                            "draw /threshold_card#1 from=N12\n"
                            "gate /mode#1 options=careful,fast\n"
                            "ask /option#1\n"
                            "people /people#1\n"
                            "say /quorum#1\n"
                            "scouting:\n"
                            "split /scouts#1\n"
                            "ask /scouting[g1]/facts#1 groups=6\n"
                            "rounds:\n"
                            "say /plead#1\n"
                            "swarm /swarm#1 items=+6(option) x4\n"
                            "decision:\n"
                            "draw /middle_card#1 from=N15 sometimes after swarm\n"
                            "gate /way#1 options=choose,middle sometimes with middle_card\n"
                            "ask /middle#1 sometimes:middle\n"
                            "rank /ranking#1 items=+7(option)(middle) sometimes\n"
                            "say /differ#1 sometimes after ranking\n"
                            "say /agreement#1 sometimes\n"
                            "say /explore#1 sometimes with agreement\n"
                            "ask /minority_reason#1\n"
                            "carry:\n"
                            "action /carry#1\n"
                            "say /thanks#1\n";

static const struct {
    const char *path, *wanted;
} kit[] = {{"scripts/organisation/rollentrap.lua", ROLE_STAIRS},
           {"scripts/nature/vraag-het-de-natuur.lua", ASK_NATURE},
           {"scripts/nature/zwermbesluit.lua", SWARM}};

static void test_kit(const void *data)
{
    int number = GPOINTER_TO_INT(data);
    g_auto(EzTestSources) sources = {0};
    add_kit(&sources, kit[number].path);
    g_autoptr(EzWalk) walk = walk_through(&sources, "{\"params\":{}}", 24);
    g_autofree char *told = tell(walk);
    g_assert_cmpstr(told, ==, kit[number].wanted);
}

// ---- an exercise of our own ----------------------------------------------------------

#define T "{ nl = 'Vraag', en = 'Question' }"
#define WAYS                                                                                   \
    "{ options = { { id = 'a', nl = 'Af', en = 'Off' }, { id = 'b', nl = 'Bij', en = 'On' } "  \
    "} }"
#define RUN(...) "return exercise { id = 'walk', run = function(s)\n" __VA_ARGS__ "\nend }"

static EzWalk *walk_of(EzTestSources *sources, const char *exercise, int people)
{
    ez_test_sources_add(sources, "scripts/test/walk.lua", exercise);
    return walk_through(sources, NULL, people);
}

static const EzWalkStep *find(const EzWalk *walk, const char *id)
{
    for (int i = 0; i < ez_walk_step_count(walk); i++)
        if (strcmp(ez_walk_step(walk, i)->id, id) == 0)
            return ez_walk_step(walk, i);
    g_error("no step %s", id);
}

static void assert_words(const EzWalkStep *step, const char *wanted)
{
    g_autofree char *words = ez_walk_words(step, "en");
    g_assert_cmpstr(words, ==, wanted);
}

static void test_a_gate_says_when(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk =
        walk_of(&sources,
                RUN("if s.gate('way', " T ", " WAYS ") == 'b' then s.say('on', " T ") end\n"
                    "s.gate('other', " T ", " WAYS ")\ns.say('end', " T ")"),
                6);
    const EzWalkStep *on = find(walk, "on");
    g_assert_false(on->always);
    g_assert_cmpint(ez_value_count(on->chosen), ==, 1);
    g_assert_cmpstr(ez_step_item_id(on->chosen, 0), ==, "b");
    g_assert_true(find(walk, "way")->always);
    g_assert_true(find(walk, "end")->always);
    g_assert_null(find(walk, "end")->chosen);
}

static void test_slots_are_lines_unless_they_are_known(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk =
        walk_of(&sources,
                RUN("local said = s.ask('said', " T ", { per = 3, by = 'facilitator' })\n"
                    "s.say('read', { nl = '{a} {b}', en = '{a}, {b}, {c}' }, { slots = { a = "
                    "said[1] or 'none', "
                    "b = 'always', c = #said } })"),
                6);
    assert_words(find(walk, "read"), "………, always, ………");
}

static void test_notes_that_differ_are_left_out(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk = walk_of(
        &sources,
        RUN("local said = s.ask('said', " T ", { per = 9, by = 'facilitator' })\n"
            "s.say('read', " T
            ", { note = { { nl = 'Vast', en = 'Fixed' }, #said > 4 and { nl = 'Veel', en = "
            "'Many' } or { nl = 'Weinig', en = 'Few' } } })"),
        6);
    JsonNode *notes = ez_walk_option(find(walk, "read"), "note");
    g_assert_cmpint(ez_value_count(notes), ==, 1);
    g_assert_cmpstr(ez_value_string(ez_value_get(ez_value_item(notes, 0), "en"), ""), ==,
                    "Fixed");
}

static void test_loops_and_groups_are_one(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk =
        walk_of(&sources,
                RUN("for i = 1, 3 do s.say('again', " T ") end\n"
                    "local groups = s.split('groups', " T ", { size = 4 })\n"
                    "s.parallel('team', groups, function(g, s) s.ask('rule', " T
                    ", { by = 'group' }) s.ask('rule', " T ", { by = 'group' }) end)"),
                10);
    g_assert_cmpint(find(walk, "again")->times, ==, 3);
    g_assert_cmpint(find(walk, "again")->groups, ==, 0);
    g_assert_cmpint(find(walk, "rule")->times, ==, 2);
    g_assert_cmpint(find(walk, "rule")->groups, ==, 3);
    g_assert_cmpstr(find(walk, "rule")->key, ==, "/team[g1]/rule#1");
}

// What people agree on makes another way than what divides them.
static void test_what_agreement_spares_is_not_always_asked(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk =
        walk_of(&sources,
                RUN("local r = s.scale('sure', " T ")\n"
                    "if r.consensus and r.consensus < 1 then s.say('talk', " T ") end\n"
                    "s.say(r.n > 0 and 'end' or 'none', " T ")"),
                8);
    g_assert_false(find(walk, "talk")->always);
    g_assert_true(find(walk, "end")->always);
}

static void test_other_words_are_kept(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk = walk_of(&sources,
                                     RUN("local way = s.gate('way', " T ", " WAYS ")\n"
                                         "s.say('read', way == 'a' and { nl = 'a', en = "
                                         "'First' } or { nl = 'b', en = 'Second {x}' }, "
                                         "{ slots = way ~= 'a' and { x = #s.ask('said', " T
                                         ", { per = 9 }) } or nil })"),
                                     5);
    const EzWalkStep *read = find(walk, "read");
    g_autofree char *one = ez_walk_words(read, "en");
    g_assert_cmpint(ez_value_count(read->others), ==, 1);
    g_autofree char *other = ez_walk_other_words(read, 0, "en");
    g_assert_true(strcmp(one, "First") == 0 ? strcmp(other, "Second ………") == 0
                                            : strcmp(other, "First") == 0);
}

// A step that only people who stray come to: it was skipped, or nobody said anything.
static void test_what_only_strays_meet(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk = walk_of(&sources,
                                     RUN("for i = 1, 9 do\n"
                                         "  if #s.ask('said', " T
                                         ", { per = 3 }) == 0 then s.say('silent', " T ") end\n"
                                         "end"),
                                     1);
    g_assert_false(find(walk, "silent")->always);
    assert_words(find(walk, "silent"), "Question");
}

static int place_of(const EzWalk *walk, const char *id)
{
    int place = 0;
    while (strcmp(ez_walk_step(walk, place)->id, id) != 0)
        place++;
    return place;
}

// "talk" and "warning" are never in one round: the script says which is called first, wherever their own lines are.
static void test_what_never_meets_goes_as_the_script(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzWalk) walk =
        walk_of(&sources,
                RUN("local function warn() s.say('warning', " T ") end\n"
                    "local way = s.gate('way', " T ", { options = { { id = 'a', nl = 'A', en = "
                    "'A' }, { id = 'b', nl = 'B', en = 'B' }, { id = 'c', nl = 'C', en = 'C' } "
                    "} })\n"
                    "if way == 'a' then s.say('alone', " T ") end\n"
                    "if way == 'c' then s.say('talk', " T ") end\n"
                    "if way ~= 'c' then warn() end\n"
                    "s.say('end', " T ")"),
                3);
    g_assert_cmpint(place_of(walk, "alone"), <, place_of(walk, "talk"));
    g_assert_cmpint(place_of(walk, "talk"), <, place_of(walk, "warning"));
    g_assert_cmpint(place_of(walk, "warning"), <, place_of(walk, "end"));
}

static void test_a_script_that_goes_wrong_is_told(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(GError) error = NULL;
    ez_test_sources_add(&sources, "scripts/test/walk.lua",
                        RUN("s.say('a', " T ")\nerror('no way')"));
    g_assert_null(ez_walk_new(
        &(EzWalkPlan){.sources = sources.list, .n_sources = sources.count, .people = 3},
        &error));
    g_assert_error(error, EZ_SESSION_ERROR, EZ_SESSION_SCRIPT);
    g_assert_nonnull(strstr(error->message, "walk.lua:3"));
}

static void test_the_same_again(void)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add_everything(&sources);
    g_autoptr(EzWalk) one = walk_through(&sources, NULL, 9);
    g_autoptr(EzWalk) other = walk_through(&sources, NULL, 9);
    g_autofree char *told = tell(one), *again = tell(other);
    g_assert_cmpstr(told, ==, again);
    g_assert_nonnull(strstr(told, "link /ties#1 from=x,y,z verbs=gives,asks flags=habit"));
    g_assert_nonnull(strstr(told, "choose /pile#1 options=+3(idea)"));
    g_assert_nonnull(strstr(told, "scale /in/mood#1"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/walk/O1", GINT_TO_POINTER(0), test_kit);
    g_test_add_data_func("/walk/B1", GINT_TO_POINTER(1), test_kit);
    g_test_add_data_func("/walk/B4", GINT_TO_POINTER(2), test_kit);
    g_test_add_func("/walk/gate", test_a_gate_says_when);
    g_test_add_func("/walk/slots", test_slots_are_lines_unless_they_are_known);
    g_test_add_func("/walk/notes", test_notes_that_differ_are_left_out);
    g_test_add_func("/walk/loops-and-groups", test_loops_and_groups_are_one);
    g_test_add_func("/walk/agreement", test_what_agreement_spares_is_not_always_asked);
    g_test_add_func("/walk/other-words", test_other_words_are_kept);
    g_test_add_func("/walk/strays", test_what_only_strays_meet);
    g_test_add_func("/walk/never-together", test_what_never_meets_goes_as_the_script);
    g_test_add_func("/walk/fault", test_a_script_that_goes_wrong_is_told);
    g_test_add_func("/walk/same-again", test_the_same_again);
    return g_test_run();
}
