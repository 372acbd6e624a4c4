// SPDX-License-Identifier: EUPL-1.2
// A session in the terminal, from what is typed to what is shown. The clock is the test's own.
#include "engine/term/term.h"
#include "tests/support/test_kit.h"

#include <string.h>
#include <unistd.h>

#define T               "{ nl = 'Vraag', en = 'Question' }"
#define EXERCISE(steps) "return exercise { id = 'walk', run = function(s) " steps " end }"

typedef struct Bench {
    char *folder, *path;
    EzPinned source;
    EzLive *live;
    int64_t now, pace; // seconds; each look at the clock takes `pace`
} Bench;

static int64_t now(void *data)
{
    Bench *b = data;
    b->now += b->pace;
    return b->now * 1000 * 1000 * 1000;
}

static Bench *new_bench(const char *exercise)
{
    Bench *b = g_new0(Bench, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) start = ez_value_new_object();
    b->folder = ez_test_folder();
    b->path = g_build_filename(b->folder, "walk.ezsession", NULL);
    b->source = (EzPinned){"scripts/test/walk.lua", g_bytes_new(exercise, strlen(exercise))};
    b->live = ez_live_create(b->path, &b->source, 1, 7, start,
                             &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
    return b;
}

static void free_bench(Bench *b)
{
    ez_live_free(b->live);
    ez_test_remove(b->folder);
    g_bytes_unref(b->source.bytes);
    g_free(b->path);
    g_free(b);
}

// What the terminal shows while this is typed, 80 columns wide. Owned by the caller.
static char *talk_on(Bench *b, const char *language, int people, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(b->folder, "typed", NULL);
    char *shown = NULL;
    size_t size;
    g_assert_true(g_file_set_contents(path, typed, -1, NULL));
    FILE *in = fopen(path, "r"), *out = open_memstream(&shown, &size);
    EzTerm term = {
        .in = fileno(in), .screen = {out, 80, true}, .language = language, .people = people};
    EzTermEnd end = ez_term_run(&term, b->live, &error);
    g_assert_no_error(error);
    g_assert_cmpint(end, !=, EZ_TERM_FAILED);
    fclose(in);
    fclose(out);
    return shown;
}

static char *talk(const char *exercise, const char *language, int people, const char *typed)
{
    Bench *b = new_bench(exercise);
    char *shown = talk_on(b, language, people, typed);
    free_bench(b);
    return shown;
}

static void see(const char *shown, const char *words)
{
    if (strstr(shown, words) == NULL)
        g_error("\"%s\" is not in:\n%s", words, shown);
}

#define SEE(shown, ...)                                                                        \
    for (const char *const *word = (const char *const[]){__VA_ARGS__, NULL}; *word != NULL;    \
         word++)                                                                               \
    see((shown), *word)

// ---- refusals ------------------------------------------------------------------

static void test_refusals(void)
{
    static const struct {
        const char *step, *typed, *nl, *en;
    } cases[] = {
        {"s.ask('a', " T ", { max = 4 })", "vijf5\n",
         "Dat kan niet: dit zijn 5 tekens, en het mogen er 4 zijn.",
         "That cannot be done: this is 5 characters long, and 4 at most."},
        {"s.vote('a', " T ", { items = { 'x', 'y' }, dots = 2 })", "1=2 2=2\n",
         "Dat kan niet: dit kost 4, en er zijn er 2 te verdelen.",
         "That cannot be done: this costs 4, and there are 2."},
        {"s.swarm('a', " T ", { items = { 'x', 'y' } })", "9\n", "Dat begrijp ik niet: 9",
         "That is not clear: 9"},
        {"s.choose('a', " T ", { options = { 'x', 'y' }, by = 'group' })\n"
         "s.rank('b', " T ", { items = { 'x', 'y' }, top = 1 })",
         "1\n\n1 2\n", "Dat kan niet: zet er hooguit 1 op volgorde.",
         "That cannot be done: this is a list of 1 at most."},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *exercise = g_strdup_printf(EXERCISE("%s"), cases[i].step);
        g_autofree char *nl = talk(exercise, "nl", 2, cases[i].typed),
                        *en = talk(exercise, "en", 2, cases[i].typed);
        see(nl, cases[i].nl);
        see(en, cases[i].en);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/term/refusals-speak-the-language-of-the-session", test_refusals);
    return g_test_run();
}
