// SPDX-License-Identifier: EUPL-1.2
// The hook between the steps of an exercise and the checks of texts: what is written down at close, and what the script gets of it.
#include "engine/run/text_check.h"
#include "tests/support/test_session.h"

#include <string.h>

#define HEAD(...) "return exercise { id = 'walk', run = function(s) " __VA_ARGS__ " end }"
#define T         "{ nl = 'Vraag', en = 'Question' }"
#define GREEN     "Verken breed, versterk wat gebruikt wordt, laat de rest los."
#define ORANGE    "Leer van een plant en een dier."
#define RED       "Leer van schimmel, mier en blad."

#define IN(key, by, value) "{'ev':'input','step':'" key "','by':'" by "','value':" value "}"
#define CLOSE(key)         "{'ev':'close','step':'" key "'}"

// Tells all that a script may know, and goes on for each light.
static const char WALK[] =
    HEAD("local said = s.ask('rule', " T ", { per = 3, check = 'principle' })"
         "local all = {}"
         "for i, a in ipairs(said) do"
         "  all[i] = { a.id, a.light, a.flags[1] or 'none', #a.flags }"
         "  if a.light == 'red' then s.ask('again', " T ", { check = 'principle' }) end "
         "end "
         "s.harvest('all', " T ", all)");

static const EzRow *fact_of(const EzTestSession *t, int n)
{
    for (guint i = 0; i < t->rows->len; i++) {
        const EzRow *row = &g_array_index(t->rows, EzRow, i);
        if (row->event == EZ_EVENT_FACT && n-- == 0)
            return row;
    }
    return NULL;
}

static void assert_fact(const EzTestSession *t, int n, const char *key, const char *text)
{
    const EzRow *row = fact_of(t, n);
    g_assert_nonnull(row);
    g_assert_cmpstr(row->key, ==, key);
    g_assert_cmpstr(row->kind, ==, "ask");
    g_assert_null(row->by);
    g_assert_cmpstr(row->text, ==, text);
}

static void test_gives(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(WALK, NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, IN("/rule#1", "p2", "['" ORANGE "','" RED "']"),
               IN("/rule#1", "p1", "'" GREEN "'"));
    g_assert_null(fact_of(t, 0));
    EZ_TEST_DO(t, CLOSE("/rule#1"));
    assert_fact(t, 0, "/rule#1",
                "[{\"flags\":[\"biology\"],\"light\":\"orange\"},"
                "{\"flags\":[\"biology\"],\"light\":\"red\"},"
                "{\"flags\":[],\"light\":\"green\"}]");
    g_assert_null(fact_of(t, 1));
    EZ_TEST_DO(t, IN("/again#1", "p1", "'" GREEN "'"), CLOSE("/again#1"));
    assert_fact(t, 1, "/again#1", "[{\"flags\":[],\"light\":\"green\"}]");
    g_assert_true(ez_session_is_finished(t->session));
    EZ_TEST_HARVEST(t, "all",
                    "[['/rule#1/1','orange','biology',1],['/rule#1/2','red','biology',1],"
                    "['/rule#1/3','green','none',0]]");
    ez_test_session_sweep(t);
}

static void test_anonymous(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local said = s.ask('rule', " T ", { who = 'anonymous', check = 'principle' })"
             "s.harvest('all', " T ", { said[1].light, said[2].light, said[3].light })"),
        NULL);
    ez_test_session_start(t, 3);
    EZ_TEST_DO(t,
               "{'ev':'input','step':'/rule#1','value':{'answers':"
               "['\\'" ORANGE "\\'','\\'" RED "\\'','\\'" GREEN "\\'']}}",
               CLOSE("/rule#1"));
    assert_fact(t, 0, "/rule#1",
                "[{\"flags\":[\"biology\"],\"light\":\"orange\"},"
                "{\"flags\":[\"biology\"],\"light\":\"red\"},"
                "{\"flags\":[],\"light\":\"green\"}]");
    EZ_TEST_HARVEST(t, "all", "['orange','red','green']");
    ez_test_session_sweep(t);
}

static void test_nothing(void)
{
    static const char *const ends[] = {"{'ev':'skip','step':'/rule#1'}", CLOSE("/rule#1")};
    for (int people = 0; people <= 1; people++)
        for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
            g_autoptr(EzTestSession) t = ez_test_session_new(WALK, NULL);
            ez_test_session_start(t, people);
            if (i == 0 && people > 0)
                EZ_TEST_DO(t, IN("/rule#1", "p1", "'" RED "'"));
            EZ_TEST_DO(t, ends[i]);
            g_assert_true(ez_session_is_finished(t->session));
            EZ_TEST_HARVEST(t, "all", "{}");
            if (i == 0)
                g_assert_null(fact_of(t, 0));
            else
                assert_fact(t, 0, "/rule#1", "[]");
            ez_test_session_sweep(t);
        }
}

// ---- replay --------------------------------------------------------------------

static EzTestSession *played(void)
{
    EzTestSession *t = ez_test_session_new(WALK, NULL);
    ez_test_session_start(t, 2);
    EZ_TEST_DO(t, IN("/rule#1", "p1", "'" RED "'"), IN("/rule#1", "p2", "'" GREEN "'"),
               CLOSE("/rule#1"), IN("/again#1", "p1", "'" GREEN "'"), CLOSE("/again#1"));
    return t;
}

// The lists of words have changed since: what was found then is what counts.
static void test_other_words(void)
{
    g_autoptr(EzTestSession) t = played();
    for (guint i = 0; i < t->rows->len; i++) {
        EzRow *row = &g_array_index(t->rows, EzRow, i);
        if (row->event == EZ_EVENT_FACT && strcmp(row->key, "/rule#1") == 0)
            row->text = "[{\"flags\":[\"rhyme\",\"jargon\"],\"light\":\"red\"},"
                        "{\"flags\":[\"rhyme\"],\"light\":\"orange\"}]";
    }
    g_autoptr(EzTestSession) again = ez_test_session_again(t, -1);
    g_assert_true(ez_session_is_finished(again->session));
    EZ_TEST_HARVEST(again, "all",
                    "[['/rule#1/1','red','rhyme',2],['/rule#1/2','orange','rhyme',1]]");
}

// All texts are gone: the script goes the way that it went.
static void test_erased(void)
{
    for (int left = 0; left < 2; left++) {
        g_autoptr(EzTestSession) t = played();
        for (guint i = 0; i < t->rows->len; i++) {
            EzRow *row = &g_array_index(t->rows, EzRow, i);
            if (row->event != EZ_EVENT_INPUT)
                continue;
            row->text = left != 0 ? "\"(erased)\"" : NULL;
            row->erased = true;
        }
        g_autoptr(EzTestSession) again = ez_test_session_again(t, -1);
        g_assert_true(ez_session_is_finished(again->session));
        EZ_TEST_HARVEST(again, "all",
                        "[['/rule#1/1','red','biology',1],['/rule#1/2','green','none',0]]");
        g_assert_cmpstr(ez_session_answer(again->session, "/rule#1/1"), ==,
                        left != 0 ? "(erased)" : NULL);
    }
}

// Broken off between the row that closes and what was found.
static void test_cut(void)
{
    g_autoptr(EzTestSession) t = played();
    int fact = 0;
    while (g_array_index(t->rows, EzRow, fact).event != EZ_EVENT_FACT)
        fact++;
    g_autoptr(EzTestSession) again = ez_test_session_again(t, fact);
    assert_fact(again, 0, "/rule#1", fact_of(t, 0)->text);
    g_assert_nonnull(ez_session_find(again->session, "/again#1"));
}

static void test_parts(void)
{
    g_autoptr(EzTestSession) t = played();
    g_autofree char *without = ez_test_session_parts(
        t, HEAD("s.ask('rule', " T ", { per = 3 }) s.ask('again', " T ")"));
    g_assert_nonnull(strstr(without, "with other limits"));
    g_autofree char *about =
        ez_test_session_parts(t, HEAD("s.ask('rule', " T ", { per = 3, check = 'principle',"
                                      " about = { { id = 'N01' } } })"));
    g_assert_nonnull(strstr(about, "with other limits"));
}

static void test_bad_fact(void)
{
    static const char *const texts[] = {"[",
                                        "null",
                                        "{}",
                                        "7",
                                        "[{\"flags\":{\"#\":3},\"light\":[]}]",
                                        "[{\"flags\":[{\"@\":\"/x\"}]},null,3]"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(EzTestSession) t = played();
        g_autoptr(GError) error = NULL;
        for (guint k = 0; k < t->rows->len; k++)
            if (g_array_index(t->rows, EzRow, k).event == EZ_EVENT_FACT)
                g_array_index(t->rows, EzRow, k).text = texts[i];
        EzPinned source = {"scripts/test/walk.lua", g_bytes_new_static(WALK, strlen(WALK))};
        g_autoptr(EzSession) session =
            ez_session_new(&(EzSessionSetup){.sources = &source, .n_sources = 1});
        g_assert_false(ez_session_replay(session, (const EzRow *)t->rows->data,
                                         (int)t->rows->len, &error));
        g_assert_nonnull(error);
        g_bytes_unref(source.bytes);
    }
}

// ---- what is asked -------------------------------------------------------------

static char *break_with(const char *run)
{
    g_autofree char *exercise = g_strdup_printf(HEAD("%s"), run);
    g_autoptr(EzTestSession) t = ez_test_session_new(exercise, NULL);
    return ez_test_session_breaks(t, "{'ev':'start','at':0}");
}

static void test_refused(void)
{
    static const struct {
        const char *run, *what;
    } cases[] = {
        {"s.ask('a', " T ", { check = 'principel' })",
         "\"ask\": the option \"check\" must be \"principle\", not \"principel\"; did you mean "
         "\"principle\"?"},
        {"s.ask('a', " T ", { check = true })", "must be \"principle\", not true"},
        {"s.ask('a', " T ", { check = 'zzzzzzzz' })",
         "must be \"principle\", not \"zzzzzzzz\""},
        {"s.ask('a', " T ", { chek = 'principle' })", "did you mean \"check\"?"},
        {"s.ask('a', " T ", { check = 'principle', about = { id = 'N01' } })",
         "the option \"about\": this is a list"},
        {"s.choose('a', " T ", { options = { 'x' }, check = 'principle' })",
         "\"choose\" has no option \"check\""},
        {"s.ask('a', " T ", { reveal = 'life' })", "did you mean \"live\"?"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *message = break_with(cases[i].run);
        if (strstr(message, cases[i].what) == NULL)
            g_error("%s\n%s\nlacks: %s", cases[i].run, message, cases[i].what);
    }
}

static void test_unchecked(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD("local a = s.ask('a', " T ") s.harvest('x', " T ", a[1].light)"), NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, IN("/a#1", "p1", "'" GREEN "'"));
    g_autofree char *message = ez_test_session_breaks(t, CLOSE("/a#1"));
    g_assert_nonnull(strstr(message, "its step has no check"));
}

static void test_about(void)
{
    g_autoptr(EzTestSession) t = ez_test_session_new(
        HEAD(
            "local card = { id = 'N01', organism = { nl = 'Zwarte wegmier', en = 'Black ant' },"
            " latin = 'Lasius niger' }"
            "local said = s.ask('rule', " T
            ", { per = 2, check = 'principle', about = { card } })"
            "s.harvest('all', " T ", { said[1].flags, said[2].flags })"),
        NULL);
    ez_test_session_start(t, 1);
    EZ_TEST_DO(t, IN("/rule#1", "p1", "['Volg de wegmier.','Doe als Lasius.']"),
               CLOSE("/rule#1"));
    EZ_TEST_HARVEST(t, "all", "[['species'],['species']]");
    ez_test_session_sweep(t);
}

// The same sentence in the language of the session.
static void test_language(void)
{
    static const struct {
        const char *start, *head, *flag;
    } cases[] = {
        {"{'seed':'1','language':'nl'}", "", "no_verb"},
        {"{'seed':'1','language':'en'}", "", "none"},
        {"{'seed':'1'}", "", "no_verb"},
        {"{'seed':'1'}", "languages = { 'en', 'nl' },", "none"},
        {"{'seed':'1','language':'fr'}", "languages = { 'en', 'nl' },", "none"},
        {"{'seed':'1','language':7}", "", "no_verb"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *walk =
            g_strdup_printf("return exercise { id = 'walk', %s run = function(s)"
                            " local a = s.ask('a', " T ", { check = 'principle' })"
                            " s.harvest('all', " T ", a[1].flags[1] or 'none') end }",
                            cases[i].head);
        g_autofree char *start =
            g_strdup_printf("{'ev':'start','value':%s,'at':0}", cases[i].start);
        g_autoptr(EzTestSession) t = ez_test_session_new(walk, NULL);
        EZ_TEST_DO(t, "{'ev':'join','by':'p1'}", start,
                   IN("/a#1", "p1", "'Share the hard work often.'"), CLOSE("/a#1"));
        g_autofree char *wanted = g_strdup_printf("'%s'", cases[i].flag);
        EZ_TEST_HARVEST(t, "all", wanted);
    }
}

static const struct {
    const char *name;
    void (*test)(void);
} tests[] = {
    {"gives", test_gives},
    {"anonymous", test_anonymous},
    {"nothing", test_nothing},
    {"erased", test_erased},
    {"other-words", test_other_words},
    {"cut", test_cut},
    {"parts", test_parts},
    {"bad-fact", test_bad_fact},
    {"refused", test_refused},
    {"unchecked", test_unchecked},
    {"about", test_about},
    {"language", test_language},
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/text-check/%s", tests[i].name);
        g_test_add_func(path, tests[i].test);
    }
    return g_test_run();
}
