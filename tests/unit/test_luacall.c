// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/luacall.h"

#include <string.h>

typedef struct Case {
    const char *name, *text;
    const char *callee, *first; // looked for on line 1
    const char *argument[3];    // the words of each; NULL = the callee
    const char *field;          // the value of `a` in the third; NULL = there is none
} Case;

static const Case cases[] = {
    {"three-arguments",
     "s.ask('x', { nl = 'A' }, { a = 3 })",
     "ask",
     "x",
     {"'x'", "{ nl = 'A' }", "{ a = 3 }"},
     "3"},
    {"a-bare-name",
     "ask(\"x\", t, { a = {} })",
     "ask",
     "x",
     {"\"x\"", "t", "{ a = {} }"},
     "{}"},
    {"the-one-with-this-text",
     "s.say('p', q, { a = 1 }) s.say('x', r, { a = 2 })",
     "say",
     "x",
     {"'x'", "r", "{ a = 2 }"},
     "2"},
    {"else-the-first",
     "s.say(p, q, { a = 1 }) s.say(x, r, { a = 2 })",
     "say",
     "x",
     {"p", "q", "{ a = 1 }"},
     "1"},
    {"any-first", "s.say('p') s.say('x')", "say", NULL, {"'p'", NULL, NULL}, NULL},
    {"calls-in-arguments",
     "s.ask(id(1, 2), f { 1, 2 }, g({ 3, 4 }, 5))",
     "ask",
     "x",
     {"id(1, 2)", "f { 1, 2 }", "g({ 3, 4 }, 5)"},
     NULL},
    {"commas-in-texts",
     "s.ask('x', 'a, b', { a = ', )' })",
     "ask",
     "x",
     {"'x'", "'a, b'", "{ a = ', )' }"},
     "', )'"},
    {"over-lines", "s.ask('x',\n t,\n { a = 3 })", "ask", "x", {"'x'", "t", "{ a = 3 }"}, "3"},
    {"a-bracket-on-the-next-line",
     "s.ask\n('x', t, { a = 3 })",
     "ask",
     "x",
     {"'x'", "t", "{ a = 3 }"},
     "3"},
    {"a-word-of-a-table",
     "s.ask('x', t, words { a = 3 })",
     "ask",
     "x",
     {"'x'", "t", "words { a = 3 }"},
     "3"},
    {"no-arguments", "s.ask()", "ask", "x", {NULL, NULL, NULL}, NULL},
    {"unfinished", "s.ask('x', { a = ", "ask", "x", {"'x'", "{ a =", NULL}, NULL},
    {"five-arguments",
     "s.ask('x', 1, 2, 3, 4, { a = 9 })",
     "ask",
     "x",
     {"'x'", "1", "2"},
     NULL},
    {"a-function-comes-last",
     "s.part('x', t, { a = 1 }, function() local b, c = 1, 2 end)",
     "part",
     "x",
     {"'x'", "t", "{ a = 1 }"},
     "1"},
};

// The words at a place, of its first line.
static char *words(EzPlace place)
{
    g_autofree char *line = ez_source_line(place.source, place.line);
    return g_utf8_substring(line, place.column - 1, place.column - 1 + place.length);
}

static void test_case(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(EzSource) source = ez_source_new("x.lua", c->text, strlen(c->text));
    g_autoptr(EzLuaMap) map = ez_luamap_new(source);
    EzLuaCall call;
    g_assert_true(ez_luacall_find(map, 1, c->callee, c->first, &call));
    g_autofree char *callee = words(ez_luacall_place(&call));
    g_assert_cmpstr(callee, ==, c->callee);
    for (int i = 0; i < 3; i++) {
        g_autofree char *found = words(ez_luacall_argument(&call, i + 1));
        g_assert_cmpstr(found, ==, c->argument[i] != NULL ? c->argument[i] : c->callee);
    }
    EzOrigin origin = ez_luacall_origin(&call, 3);
    g_assert_cmpint(ez_origin_shows(origin, "a"), ==, c->field != NULL);
    if (c->field == NULL)
        return;
    g_autofree char *value = words(ez_origin_value(origin, "a"));
    g_assert_cmpstr(value, ==, c->field);
}

static void test_none(void)
{
    static const char text[] =
        "s.ask 'x' -- s.ask('x')\nt = { ask = 1 } s.asks('x')\n(ask)('x')";
    g_autoptr(EzSource) source = ez_source_new("x.lua", text, strlen(text));
    g_autoptr(EzLuaMap) map = ez_luamap_new(source);
    EzLuaCall call;
    for (int line = 0; line < 6; line++)
        g_assert_false(ez_luacall_find(map, line, "ask", "x", &call));
}

static void add_call(const EzLuaCall *call, void *data)
{
    g_autofree char *callee = words(ez_luacall_place(call)), *id = ez_luacall_text(call, 1);
    g_string_append_printf(data, "%s:%s ", callee, id != NULL ? id : "-");
}

static void test_each(void)
{
    static const char text[] =
        "f('a') s.ask('b', g('c')) t.u.v([[d]]) s.say(x) s . min s.q { 1 }";
    g_autoptr(EzSource) source = ez_source_new("x.lua", text, strlen(text));
    g_autoptr(EzLuaMap) map = ez_luamap_new(source);
    GString *found = g_string_new(NULL);
    ez_luacall_each(map, add_call, found);
    g_assert_cmpstr(found->str, ==, "ask:b v:- say:- ");
    g_string_free(found, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/luacall/finds/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_case);
    }
    g_test_add_func("/luacall/what-is-no-call-is-not-found", test_none);
    g_test_add_func("/luacall/each-call-behind-a-dot", test_each);
    return g_test_run();
}
