// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/trial-private.h"
#include "tests/support/test_sources.h"

#include <string.h>

#define HEAD(...)                                                                              \
    "return exercise { id = 'walk', decks = { own = { { id = 'c1', nl = 'Een', en = 'One' }, " \
    "{ id = 'c2' } } }, run = function(s)\n" __VA_ARGS__ "\nend }"
#define T "{ nl = 'Vraag', en = 'Question' }"

static EzTrial trial_of(const EzTestSources *sources)
{
    return (EzTrial){
        .sources = sources->list, .n_sources = sources->count, .people = 3, .seed = 1};
}

static void must_pass(const EzTrial *trial, EzTrialResult *result)
{
    if (!ez_trial_run(trial, result))
        g_error("%s, %d people, seed %" G_GUINT64_FORMAT ": %s",
                ez_trial_manner_word(trial->manner), trial->people, trial->seed, result->fault);
}

static const EzTrialStep *find_step(const EzTrialCover *cover, const char *name)
{
    for (int i = 0; i < ez_trial_cover_count(cover); i++)
        if (strcmp(ez_trial_cover_step(cover, i)->name, name) == 0)
            return ez_trial_cover_step(cover, i);
    return NULL;
}

static void test_everything(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzTrialCover) cover = ez_trial_cover_new();
    ez_test_sources_add_everything(&sources);
    EzTrial trial = trial_of(&sources);
    trial.cover = cover;
    trial.cuts = 3;
    for (int manner = 0; manner < EZ_TRIAL_MANNERS; manner++)
        for (int people = 0; people <= 7; people += people < 2 ? 1 : 5)
            for (int seed = 0; seed < 4; seed++) {
                g_auto(EzTrialResult) result = {0};
                trial.manner = (EzTrialManner)manner;
                trial.people = people;
                trial.seed = (uint64_t)seed;
                must_pass(&trial, &result);
                g_assert_cmpint(result.harvest, ==, 3);
                g_assert_cmpint(result.steps, >=, 27);
            }
    // There is no kind that the bots do not know.
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++) {
        bool seen = false, answered = kind->check == NULL;
        for (int i = 0; i < ez_trial_cover_count(cover); i++) {
            const EzTrialStep *step = ez_trial_cover_step(cover, i);
            seen = seen || step->kind == kind;
            answered = answered || (step->kind == kind && step->answered > 0);
        }
        if (!seen || !answered)
            g_error("%s was %s", kind->word, seen ? "never answered" : "never opened");
    }
    g_assert_cmpint(find_step(cover, "/team/rule")->answered, >, 10);
    g_assert_cmpint(find_step(cover, "/in/mood")->opened, >, 10);
    g_assert_cmpint(find_step(cover, "/idea")->skipped, >, 0);
}

static void test_same(void)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add_everything(&sources);
    EzTrial trial = trial_of(&sources);
    g_auto(EzTrialResult) one = {0};
    g_auto(EzTrialResult) two = {0};
    g_auto(EzTrialResult) other = {0};
    trial.people = 7;
    must_pass(&trial, &one);
    must_pass(&trial, &two);
    trial.seed = 2;
    must_pass(&trial, &other);
    g_assert_cmpint(one.rows, ==, two.rows);
    g_assert_cmpint(one.rows, !=, other.rows);
    g_assert_cmpint(one.branches, ==, 5);
}

// ---- gates -------------------------------------------------------------------------

static void test_gates(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzTrialCover) cover = ez_trial_cover_new();
    ez_test_sources_add(
        &sources, "scripts/test/walk.lua",
        HEAD("local a = s.gate('a', " T ", { options = { 'x', 'y', 'z' } })\n"
             "local found = s.ask('idea', " T ", { by = 'facilitator', per = 2 })\n"
             "if a == 'x' then s.gate('b', " T ", { options = { 'p', 'q' } }) end\n"
             "if a == 'y' then s.gate('c', " T ", { options = found }) end"));
    EzTrial trial = trial_of(&sources);
    trial.manner = EZ_TRIAL_GATES;
    trial.cover = cover;
    for (trial.seed = 0; trial.seed < 6; trial.seed++) {
        g_auto(EzTrialResult) result = {0};
        must_pass(&trial, &result);
    }
    const EzTrialStep *a = find_step(cover, "/a"), *b = find_step(cover, "/b"),
                      *c = find_step(cover, "/c");
    g_assert_cmpint(ez_trial_cover_count(cover), ==, 4);
    g_assert_cmpint(a->options->len, ==, 3);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpint(((EzTrialOption *)a->options->pdata[i])->taken, ==, 2);
    g_assert_cmpint(b->options->len, ==, 2);
    for (guint i = 0; i < 2; i++)
        g_assert_cmpint(((EzTrialOption *)b->options->pdata[i])->taken, ==, 1);
    g_assert_cmpint(c->options->len, ==, 1);
    g_assert_cmpstr(((EzTrialOption *)c->options->pdata[0])->id, ==, "/idea");
}

// ---- what goes wrong ---------------------------------------------------------------

static void test_faults(void)
{
    static const struct {
        const char *body, *words;
        int people;
    } cases[] = {
        {"local a = s.ask('a', " T ")\nreturn a[1].id", "scripts/test/walk.lua:3: ", 0},
        {"local a = s.ask('a', " T ")\ns.rank('b', " T ", { items = a, topp = 2 })",
         "scripts/test/walk.lua:3:61: \"rank\" has no option \"topp\"; did you mean \"top\"?",
         2},
        {"while true do\ns.say('a', " T ")\nend",
         "scripts/test/walk.lua:3:3: an exercise has 10000 steps at most", 1},
        {"s.say('a', " T ")\nwhile true do end", "scripts/test/walk.lua:3: stopped", 1},
        {"return +", "scripts/test/walk.lua:2: ", 1},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(EzTestSources) sources = {0};
        g_auto(EzTrialResult) result = {0};
        g_autofree char *text = g_strdup_printf(
            "return exercise { id = 'walk', run = function(s)\n%s\nend }", cases[i].body);
        ez_test_sources_add(&sources, "scripts/test/walk.lua", text);
        EzTrial trial = trial_of(&sources);
        trial.people = cases[i].people;
        g_assert_false(ez_trial_run(&trial, &result));
        if (!g_str_has_prefix(result.fault, cases[i].words))
            g_error("%s\n%s\nlacks: %s", cases[i].body, result.fault, cases[i].words);
        g_assert_cmpint(result.stuck.kind, ==, EZ_FAULT_NONE); // the session has the fault
    }
}

// What the files call and nobody came to; an id in a variable is not known.
static void test_unreached(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(EzTrialCover) cover = ez_trial_cover_new();
    g_autoptr(EzDiags) diags = ez_diags_new();
    ez_test_sources_add(&sources, "scripts/test/walk.lua",
                        HEAD("local more = require 'test.more'\n"
                             "s.say('a', " T ")\n"
                             "if 1 > 2 then s.say('b', " T ") s.ask('c', " T ") end\n"
                             "local id = 'd' if 1 > 2 then s.say(id, " T ") end\n"
                             "table.sort({}) more(s)"));
    ez_test_sources_add(&sources, "scripts/test/more.lua",
                        "return function(s)\n  if 1 > 2 then s.people('e') end\nend");
    EzTrial trial = trial_of(&sources);
    g_auto(EzTrialResult) result = {0};
    trial.cover = cover;
    must_pass(&trial, &result);
    ez_trial_cover_tell(cover, sources.list, sources.count, diags);
    static const char *const told[] = {"walk.lua:4:17 no bot came to say \"b\"",
                                       "walk.lua:4:63 no bot came to ask \"c\"",
                                       "more.lua:2:19 no bot came to people \"e\""};
    g_assert_cmpint(ez_diags_count(diags), ==, G_N_ELEMENTS(told));
    for (int i = 0; i < ez_diags_count(diags); i++) {
        const EzDiag *diag = ez_diags_get(diags, i);
        g_autofree char *base = g_path_get_basename(diag->file);
        g_autofree char *line =
            g_strdup_printf("%s:%d:%d %s", base, diag->line, diag->column, diag->message);
        g_assert_cmpstr(line, ==, told[i]);
    }
}

static bool start_says(const EzRow *row)
{
    return row->event == EZ_EVENT_START;
}

// A journal that was changed leads elsewhere, and that is told.
static void test_replays(void)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add(&sources, "scripts/test/walk.lua",
                        HEAD("s.ask('a', " T ") s.harvest('n', " T ", s.seed('z'))"));
    EzTrial trial = trial_of(&sources);
    EzTrialJournal journal;
    ez_trial_journal_init(&journal);
    g_autoptr(EzSession) session = ez_trial_session(&trial, &journal);
    static const EzRow rows[] = {
        {.event = EZ_EVENT_START, .key = "", .text = "{\"seed\":\"7\"}", .at = 0},
        {.event = EZ_EVENT_SKIP, .key = "/a#1", .at = 9},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        ez_trial_journal_add(&journal, &rows[i]);
        g_assert_true(ez_session_apply(session, &rows[i], NULL));
    }
    g_autofree char *digest = ez_session_digest(session);
    g_assert_cmpint(journal.rows->len, ==, 4);
    for (int cut = 0; cut <= 4; cut++)
        g_assert_null(ez_trial_replay(&trial, &journal, cut, digest));
    g_autofree char *other = ez_trial_replay(&trial, &journal, 4, "another");
    g_assert_cmpstr(other, ==, "it ends in another state");
    for (guint i = 0; i < journal.rows->len; i++)
        if (start_says(&g_array_index(journal.rows, EzRow, i)))
            g_array_index(journal.rows, EzRow, i).text = "{\"seed\":\"8\"}";
    g_autofree char *differs = ez_trial_replay(&trial, &journal, 1, digest);
    g_assert_cmpstr(differs, ==, "row 4 is fact /z#1 and was fact /z#1");
    g_array_index(journal.rows, EzRow, 1).shape = "none";
    g_autofree char *parted = ez_trial_replay(&trial, &journal, 4, digest);
    g_assert_nonnull(strstr(parted, "with other limits"));
    ez_trial_journal_clear(&journal);
}

// ---- all ---------------------------------------------------------------------------

typedef struct Told {
    int calls, all, stop_at;
} Told;

static bool on_told(const EzTrial *trial, const EzTrialResult *result, int done, int all,
                    void *data)
{
    Told *told = data;
    g_assert_cmpint(done, ==, ++told->calls);
    g_assert_cmpint(result->fault == NULL, ==, trial->people != 0);
    told->all = all;
    return done != told->stop_at;
}

static void test_all(void)
{
    static const int people[] = {0, 2};
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add(&sources, "scripts/test/walk.lua",
                        HEAD("assert(s.people('n').n > 0) s.say('a', " T ")"));
    EzTrialPlan plan = {.trial = trial_of(&sources),
                        .people = people,
                        .n_people = G_N_ELEMENTS(people),
                        .seeds = 3};
    Told told = {0};
    g_assert_cmpint(ez_trial_all(&plan, on_told, &told), ==, 9);
    g_assert_cmpint(told.calls, ==, 18);
    g_assert_cmpint(told.all, ==, 18);
    told = (Told){.stop_at = 2};
    g_assert_cmpint(ez_trial_all(&plan, on_told, &told), ==, 2);
    g_assert_cmpint(told.calls, ==, 2);
}

static void test_crowd(void)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add_everything(&sources);
    EzTrial trial = trial_of(&sources);
    for (int manner = 0; manner < EZ_TRIAL_MANNERS; manner++) {
        g_auto(EzTrialResult) result = {0};
        trial.people = 300;
        trial.manner = (EzTrialManner)manner;
        must_pass(&trial, &result);
    }
}

// ---- no memory ---------------------------------------------------------------------

static void on_row(const EzRow *row, const EzStep *step, void *data)
{
}

// Goes through the exercise, each step answered once; false when the script went wrong.
static bool play(EzSession *session)
{
    EzBot bot = {.manner = EZ_TRIAL_GATES};
    ez_rng_seed(&bot.rng, 1);
    g_autoptr(GError) error = NULL;
    bool good = true;
    for (int i = 1; good && i <= 3; i++) {
        g_autofree char *id = g_strdup_printf("p%d", i);
        good = ez_session_apply(
            session, &(EzRow){.event = EZ_EVENT_JOIN, .key = "", .by = id, .at = -1}, &error);
    }
    good = good && ez_session_apply(
                       session,
                       &(EzRow){.event = EZ_EVENT_START, .key = "", .text = "{\"seed\":\"1\"}"},
                       &error);
    for (int i = 0; good && i < ez_session_step_count(session); i++) {
        const EzStep *step = ez_session_step(session, i);
        if (step->state != EZ_STEP_OPEN)
            continue;
        g_autoptr(JsonNode) value = ez_bot_answer(&bot, step);
        g_autofree char *text = value != NULL ? ez_value_text(value) : NULL;
        EzRow input = {
            .event = EZ_EVENT_INPUT, .key = step->key, .by = "facilitator", .text = text};
        if (text != NULL && !ez_step_is_anonymous(step))
            good = ez_session_apply(session, &input, &error);
        if (good)
            good = ez_session_apply(
                session, &(EzRow){.event = EZ_EVENT_CLOSE, .key = step->key}, &error);
    }
    if (!good)
        g_assert_error(error, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT);
    return good;
}

static bool is_in_name(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

// Whether the script has this word, and no longer one around it.
static bool has_word(const char *script, const char *word)
{
    for (const char *at = script; (at = strstr(at, word)) != NULL; at++)
        if (!is_in_name(at[strlen(word)]) && !is_in_name(at[-1]))
            return true;
    return false;
}

// What s has, as a script finds it; owned by the caller.
static char **names_of_steps(void)
{
    static const char listing[] =
        "return exercise { id = 'walk', run = function(s) local t = {}"
        " for k in pairs(s) do t[#t + 1] = k end"
        " s.harvest('names', { nl = 'N', en = 'N' }, table.concat(t, ' ')) end }";
    EzPinned source = {"scripts/test/walk.lua",
                       g_bytes_new_static(listing, sizeof listing - 1)};
    g_autoptr(GError) error = NULL;
    g_autoptr(EzSession) session =
        ez_session_new(&(EzSessionSetup){.sources = &source, .n_sources = 1});
    EzRow start = {.event = EZ_EVENT_START, .key = "", .at = 0, .text = "{}"};
    if (!ez_session_apply(session, &start, &error))
        g_error("%s", error->message);
    char **names =
        g_strsplit(ez_value_string(ez_session_harvest(session, 0)->value, ""), " ", -1);
    g_bytes_unref(source.bytes);
    return names;
}

// What a script can call, it calls here; so the sweep below reaches all of it.
static void test_calls_everything(void)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add_everything(&sources);
    gsize size;
    const char *bytes = g_bytes_get_data(sources.list[0].bytes, &size);
    g_autofree char *script = g_strndup(bytes, size);
    g_auto(GStrv) names = names_of_steps();
    g_assert_cmpuint(g_strv_length(names), >, 20);
    for (int i = 0; names[i] != NULL; i++) {
        g_autofree char *call = g_strdup_printf("s.%s", names[i]);
        if (!has_word(script, call))
            g_error("no allocation of %s fails", call);
    }
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++)
        for (const EzStepOption *option = kind->options; option->name != NULL; option++)
            if (!has_word(script, option->name))
                g_error("no allocation of %s { %s } fails", kind->word, option->name);
}

// Whichever allocation of the script fails, there is a fault and nothing is left behind: under the sanitizers this finds what leaks.
static void test_memory(void)
{
    g_auto(EzTestSources) sources = {0};
    bool good = false;
    ez_test_sources_add_everything(&sources);
    uint64_t n = 1;
    for (; !good && n < 1000 * 1000; n++) {
        g_autoptr(EzSession) session =
            ez_session_new(&(EzSessionSetup){.sources = sources.list,
                                             .n_sources = sources.count,
                                             .append = on_row,
                                             .fail_after = n});
        good = play(session);
        g_assert_cmpint(good, ==, ez_session_is_finished(session));
        if (!good)
            g_assert_cmpint(ez_session_fault(session)->kind, ==, EZ_FAULT_MEMORY);
    }
    g_test_message("%" G_GUINT64_FORMAT " allocations", n);
    g_assert_true(good);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/trial/everything", test_everything);
    g_test_add_func("/trial/same", test_same);
    g_test_add_func("/trial/gates", test_gates);
    g_test_add_func("/trial/faults", test_faults);
    g_test_add_func("/trial/unreached", test_unreached);
    g_test_add_func("/trial/replays", test_replays);
    g_test_add_func("/trial/all", test_all);
    g_test_add_func("/trial/crowd", test_crowd);
    g_test_add_func("/trial/calls-everything", test_calls_everything);
    g_test_add_func("/trial/memory", test_memory);
    return g_test_run();
}
