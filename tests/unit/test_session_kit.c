// SPDX-License-Identifier: EUPL-1.2
// The kit's exercises from end to end in memory: all skipped, nobody there, and five people who answer simple things.
#include "tests/support/test_session.h"

#include <string.h>

static const char *const paths[] = {
    "scripts/lib/argument.lua",  "scripts/lib/score.lua",
    "scripts/lib/agreement.lua", "scripts/lib/vote.lua",
    "scripts/lib/swarm.lua",     "scripts/lib/draw.lua",
    "scripts/lib/roles.lua",     "scripts/shared/rounds.lua",
    "scripts/shared/teams.lua",  NULL,
};

static const char NATURE[] =
    "[{\"id\":\"N01\",\"kingdom\":\"plant\",\"verb\":{\"id\":\"F1\"}},"
    "{\"id\":\"N02\",\"kingdom\":\"dier\",\"verb\":{\"id\":\"F1\"}},"
    "{\"id\":\"N11\",\"kingdom\":\"dier\",\"verb\":{\"id\":\"F2\"}},"
    "{\"id\":\"N12\",\"kingdom\":\"schimmel\",\"verb\":{\"id\":\"F2\"}},"
    "{\"id\":\"N15\",\"kingdom\":\"plant\",\"verb\":{\"id\":\"F1\"}}]";
static const char FUNCTIONS[] =
    "[{\"id\":\"F1\",\"nature_question\":{\"nl\":\"Hoe?\",\"en\":\"How?\"},"
    "\"reverse_question\":{\"nl\":\"Hoe niet?\",\"en\":\"How not?\"}},"
    "{\"id\":\"F2\",\"nature_question\":{\"nl\":\"Hoe?\",\"en\":\"How?\"},"
    "\"reverse_question\":{\"nl\":\"Hoe niet?\",\"en\":\"How not?\"}}]";

static EzTestSession *open_exercise(const char *name)
{
    g_auto(GStrv) files = ez_test_session_files(paths);
    g_autofree char *path = g_build_filename(g_getenv("EZ_SOURCE"), "scripts", name, NULL);
    g_autofree char *exercise = NULL;
    g_assert_true(g_file_get_contents(path, &exercise, NULL, NULL));
    g_autoptr(GPtrArray) more = g_ptr_array_new();
    for (char **file = files; *file != NULL; file++)
        g_ptr_array_add(more, *file);
    const char *const decks[] = {"deck:natuur", NATURE, "deck:functie", FUNCTIONS, NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(decks); i++)
        g_ptr_array_add(more, (void *)decks[i]);
    return ez_test_session_new(exercise, (const char *const *)more->pdata);
}

static void begin(EzTestSession *t, int people, const char *parameters)
{
    for (int i = 1; i <= people; i++) {
        g_autofree char *join = g_strdup_printf(
            "{'ev':'join','by':'p%d','value':{'role':'%s'}}", i, i % 2 == 0 ? "water" : "farm");
        EZ_TEST_DO(t, join);
    }
    g_autofree char *start =
        g_strdup_printf("{'ev':'start','value':{'seed':'7','params':{%s}},'at':0}", parameters);
    EZ_TEST_DO(t, start);
}

// ---- simple answers ------------------------------------------------------------

static bool is(const EzStep *step, const char *word)
{
    return strcmp(step->kind->word, word) == 0;
}

static const char *item(const EzStep *step, int n)
{
    JsonNode *items = ez_step_items(step);
    return ez_step_item_id(items, n % MAX(ez_value_count(items), 1));
}

// A member for each item that everyone judges.
static char *judge_all(const EzStep *step, int person)
{
    GString *text = g_string_new("{");
    for (int i = 0; i < ez_value_count(ez_step_items(step)); i++)
        g_string_append_printf(text, "%s'%s':%d", i > 0 ? "," : "", item(step, i),
                               person % 5 + 1);
    return g_string_free(g_string_append(text, "}"), FALSE);
}

static char *order_all(const EzStep *step, int person)
{
    GString *text = g_string_new("[");
    for (int i = 0; i < ez_value_count(ez_step_items(step)); i++)
        g_string_append_printf(text, "%s'%s'", i > 0 ? "," : "", item(step, i + person % 2));
    return g_string_free(g_string_append(text, "]"), FALSE);
}

// NULL when this person says nothing.
static char *answer(const EzStep *step, int person)
{
    if (ez_step_items(step) != NULL && ez_value_count(ez_step_items(step)) == 0)
        return NULL;
    if (is(step, "ask"))
        return ez_value_number(ez_step_option(step, "per"), 1) > 1
                   ? g_strdup_printf("['text %d','more %d']", person, person)
                   : g_strdup_printf("'text %d'", person);
    if (is(step, "choose") || is(step, "gate"))
        return g_strdup_printf("'%s'", item(step, 1));
    if (is(step, "scale"))
        return judge_all(step, person);
    if (is(step, "rank"))
        return order_all(step, person);
    if (is(step, "vote"))
        return g_strdup_printf("{'%s':2}", item(step, person));
    if (is(step, "swarm"))
        return g_strdup_printf("{'for':'%s','strength':3,'argument':'near'}",
                               item(step, person));
    return is(step, "action") ? g_strdup("[{'what':'call','who':'we','by':'May'}]") : NULL;
}

static void put(EzTestSession *t, const EzStep *step, const char *by, const char *value)
{
    g_autofree char *line = g_strdup_printf("{'ev':'input','step':'%s','by':'%s','value':%s}",
                                            step->key, by, value);
    EZ_TEST_DO(t, line);
}

static void put_unnamed(EzTestSession *t, const EzStep *step, int people)
{
    GString *line = g_string_new(NULL);
    g_string_append_printf(line, "{'ev':'input','step':'%s','value':{'answers':[", step->key);
    for (int i = 1; i <= people; i++) {
        g_autofree char *value = answer(step, i);
        g_string_append_printf(line, "%s%s", i > 1 ? "," : "", value);
    }
    g_string_append(line, "]}}");
    EZ_TEST_DO(t, line->str);
    g_string_free(line, TRUE);
}

static void put_all(EzTestSession *t, const EzStep *step, int people)
{
    if (step->kind->check == NULL || is(step, "timer"))
        return;
    if (ez_step_is_anonymous(step)) {
        put_unnamed(t, step, people);
        return;
    }
    for (int i = 1; i <= people; i++) {
        g_autofree char *by = g_strdup_printf("p%d", i), *value = answer(step, i);
        bool shared = ez_step_is_shared(step);
        if (value != NULL && (shared || ez_session_may_answer(t->session, step, by)))
            put(t, step, shared ? EZ_FACILITATOR : by, value);
    }
}

// ---- playing -------------------------------------------------------------------

// The first one that the script waits for.
static const EzStep *find_open(const EzTestSession *t)
{
    for (int i = 0; i < ez_session_step_count(t->session); i++) {
        const EzStep *step = ez_session_step(t->session, i);
        if (step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true))
            return step;
    }
    return NULL;
}

static void end(EzTestSession *t, const EzStep *step, const char *how)
{
    g_autofree char *line = g_strdup_printf("{'ev':'%s','step':'%s'}", how, step->key);
    EZ_TEST_DO(t, line);
}

static void play(EzTestSession *t, int people, bool skips)
{
    const EzStep *step;
    while ((step = find_open(t)) != NULL) {
        if (!skips)
            put_all(t, step, people);
        end(t, step, skips ? "skip" : "close");
    }
    g_assert_true(ez_session_is_finished(t->session));
}

static char *harvest_ids(const EzTestSession *t)
{
    GString *ids = g_string_new(NULL);
    for (int i = 0; i < ez_session_harvest_count(t->session); i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "",
                               ez_session_harvest(t->session, i)->id);
    return g_string_free(ids, FALSE);
}

#define ASKED  "challenge bother ideas monday limits refused cards"
#define STAIRS "statutory reasons values messengers"
#define SCORED                                                                                 \
    "decision decision stairs meanings " STAIRS // what scores meant is told when there are some

static const struct Case {
    const char *exercise, *name, *parameters;
    int people;
    bool skips;
    const char *harvest;
} cases[] = {
    {"nature/vraag-het-de-natuur.lua", "skipped", "", 5, true, ASKED},
    {"nature/vraag-het-de-natuur.lua", "nobody", "", 0, true, ASKED},
    {"nature/vraag-het-de-natuur.lua", "answered", "", 5, false,
     "decision top3 decision top3 " ASKED},
    {"nature/zwermbesluit.lua", "skipped", "", 5, true, "decision minority facts carry cards"},
    {"nature/zwermbesluit.lua", "nobody", "", 0, true, "decision minority facts carry cards"},
    {"nature/zwermbesluit.lua", "answered", "", 5, false,
     "decision rounds ranking minority facts carry cards"},
    {"nature/zwermbesluit.lua", "unnamed", "'anonymous':true", 5, false,
     "decision rounds ranking minority facts carry cards"},
    {"organisation/rollentrap.lua", "skipped", "", 5, true, "decision stairs " STAIRS},
    {"organisation/rollentrap.lua", "nobody", "", 0, true, "decision stairs " STAIRS},
    {"organisation/rollentrap.lua", "answered", "", 5, false, SCORED},
    {"organisation/rollentrap.lua", "partners", "'partners':true", 5, false, SCORED},
};

static void test_case(const void *data)
{
    const struct Case *c = data;
    g_autoptr(EzTestSession) t = open_exercise(c->exercise);
    begin(t, c->people, c->parameters);
    play(t, c->people, c->skips);
    g_autofree char *ids = harvest_ids(t);
    g_assert_cmpstr(ids, ==, c->harvest);
    ez_test_session_sweep(t);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path =
            g_strdup_printf("/session-kit/%s/%s", cases[i].exercise, cases[i].name);
        g_test_add_data_func(path, &cases[i], test_case);
    }
    return g_test_run();
}
