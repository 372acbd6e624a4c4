// SPDX-License-Identifier: EUPL-1.2
#include "render/markup.h"

#include <string.h>

static bool has_icon(const char *name, void *data)
{
    return strcmp(name, "leaf") == 0 || strcmp(name, "tree-2") == 0;
}

// {s …} strong, {e …} emphasised, {se …} both, {l …}(address) a link, {i …} an icon.
static char *shown(const EzMarkup *markup)
{
    GString *out = g_string_new(NULL);
    int at = 0;
    for (int i = 0; i < markup->n_spans; i++) {
        const EzMarkupSpan *span = &markup->spans[i];
        g_autofree char *words =
            g_strndup(markup->text + span->start, (gsize)(span->end - span->start));
        g_autofree char *flags =
            g_strdup_printf("%s%s%s%s", span->strong ? "s" : "", span->emphasised ? "e" : "",
                            span->link >= 0 ? "l" : "", span->icon ? "i" : "");
        g_assert_cmpint(span->start, ==, at);
        g_assert_cmpint(span->end, >, span->start);
        at = span->end;
        if (flags[0] == '\0')
            g_string_append(out, words);
        else
            g_string_append_printf(out, "{%s %s}", flags, words);
        if (span->link >= 0)
            g_string_append_printf(out, "(%s)", markup->links[span->link]);
    }
    g_assert_cmpint(at, ==, (int)strlen(markup->text));
    return g_string_free(out, FALSE);
}

static const struct {
    const char *source, *expected; // NULL = as it is
} cases[] = {
    // the four signs
    {"*nadruk*", "{s nadruk}"},
    {"Dit is *heel belangrijk*.", "Dit is {s heel belangrijk}."},
    {"_cursief_ en *vet*", "{e cursief} en {s vet}"},
    {"*vet en _schuin_*", "{s vet en }{se schuin}"},
    {"_schuin en *vet*_ uit", "{e schuin en }{se vet} uit"},
    {"(*a*), \"*b*\"; *c*?", "({s a}), \"{s b}\"; {s c}?"},
    {"zie [de site](https://example.org/a).", "zie {l de site}(https://example.org/a)."},
    {"[*vet* en _schuin_](http://a)",
     "{sl vet}(http://a){l  en }(http://a){el schuin}(http://a)"},
    {"*[woord](https://a.nl)*", "{sl woord}(https://a.nl)"},
    {"[mail](mailto:ik@a.nl)", "{l mail}(mailto:ik@a.nl)"},
    {"[w](https://nl.wikipedia.org/wiki/Slijm_(biologie))",
     "{l w}(https://nl.wikipedia.org/wiki/Slijm_(biologie))"},
    {"[a](https://a)[b](https://b)", "{l a}(https://a){l b}(https://b)"},
    {":leaf: groeit, :tree-2:", "{i leaf} groeit, {i tree-2}"},
    {"*:leaf:*", "{si leaf}"},
    // prose
    {"5 * 3", NULL},
    {"2*3*4", NULL},
    {"2 *3 en 4* 5", "2 {s 3 en 4} 5"},
    {"snake_case en _een_ling_", "snake_case en {e een_ling}"},
    {"a * b * c", NULL},
    {"prijs 5*, voetnoot *", NULL},
    {"docent*e en vriend*in*nen", NULL},
    {"____ en **dik** en __init__", NULL},
    {"*) voetnoot", NULL},
    {"(*)", NULL},
    {"jan_de_wit@a_b.nl of _jan_", "jan_de_wit@a_b.nl of {e jan}"},
    {"https://a.nl/_b_/*c* en _d_", "https://a.nl/_b_/*c* en {e d}"},
    {"www.a.nl/_b_/c", NULL},
    {"*https://a.nl/_b_*", "{s https://a.nl/_b_}"},
    {"om 12:30:45, sleutel:waarde: nee, :blad:, a:leaf: en :leaf:s", NULL},
    {"lijst[1](2 en 3) en [x] (y) en f[](z)", NULL},
    {"[a [b](https://c)", "[a {l b}(https://c)"},
    {"[a](https://b c)", NULL},
    {"Physarum polycephalum", NULL},
    {"*één*, _ñandú_ en é*a*", "{s één}, {e ñandú} en é*a*"},
    {"*twee\nregels*", "{s twee\nregels}"},
    {"", NULL},
    {"*", NULL},
    {"_", NULL},
    {"[", NULL},
    {":", NULL},
    {"\\", NULL},
    // signs that cross, and signs that nothing closes
    {"*a _b* c_", "{s a _b} c_"},
    {"*a *b* c*", "{s a b c}"},
    {"*open", NULL},
    {"a* dicht", NULL},
    {"*a [b* c](https://d)", "*a {l b* c}(https://d)"},
    {"[*b](https://d) c*", "{l *b}(https://d) c*"},
    // escapes
    {"\\*geen nadruk\\*", "*geen nadruk*"},
    {"*a\\*b*", "{s a*b}"},
    {"\\_ \\[a](https://b) \\\\ \\:leaf:", "_ [a](https://b) \\ :leaf:"},
    {"C:\\map\\bestand \\n", NULL},
    {"[a\\]b](https://c)", "{l a]b}(https://c)"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        g_autofree char *found = shown(ez_markup_parse(arena, cases[i].source, has_icon, NULL));
        const char *expected = cases[i].expected != NULL ? cases[i].expected : cases[i].source;
        g_assert_cmpstr(found, ==, expected);
    }
}

static void test_without_icons(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autofree char *found = shown(ez_markup_parse(arena, "*a* :leaf:", NULL, NULL));
    g_assert_cmpstr(found, ==, "{s a} :leaf:");
}

static void test_problems(void)
{
    static const struct {
        const char *source;
        int unclosed;
        const char *bad_link;
    } problems[] = {
        {"*goed* en _goed_", -1, NULL},
        {"een *open", 4, NULL},
        {"een *open en _ook", 4, NULL},
        {"*een _twee* drie", 5, NULL},
        {"voetnoot * en (*) en *)", -1, NULL},
        {"[*a](https://b)", 1, NULL},
        {"[a](javascript:alert)", -1, "javascript:alert"},
        {"[a](HTTPS://B)", -1, NULL},
        {"[a](https://)", -1, "https://"},
        {"[a](ftp://b) [c](d)", -1, "ftp://b"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(problems); i++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        const EzMarkup *markup = ez_markup_parse(arena, problems[i].source, NULL, NULL);
        g_assert_cmpint(markup->unclosed, ==, problems[i].unclosed);
        g_assert_cmpstr(markup->bad_link, ==, problems[i].bad_link);
    }
}

// Ten megabytes of what a slow reader would look through again and again.
static void test_time_grows_with_length(void)
{
    static const char *const parts[] = {"*a _b ", "[",   "[a](",  "[a](https://b)", ":a", "*_",
                                        "\\",     "*a*", "a@b_c", "[a](https://((("};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(EzArena) arena = ez_arena_new();
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 10 * 1024 * 1024)
            g_string_append(text, parts[i]);
        gint64 start = g_get_monotonic_time();
        ez_markup_parse(arena, text->str, has_icon, NULL);
        g_assert_cmpint(g_get_monotonic_time() - start, <, 20 * G_USEC_PER_SEC);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/markup/cases", test_cases);
    g_test_add_func("/markup/without-icons", test_without_icons);
    g_test_add_func("/markup/problems", test_problems);
    g_test_add_func("/markup/time-grows-with-length", test_time_grows_with_length);
    return g_test_run();
}
