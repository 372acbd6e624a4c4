// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/luamap.h"

#include <stdlib.h>
#include <string.h>

typedef struct Ground {
    EzSource *source;
    EzLuaMap *map;
} Ground;

static Ground open_ground(const char *text)
{
    Ground ground = {.source = ez_source_new("x.lua", text, strlen(text))};
    ground.map = ez_luamap_new(ground.source);
    return ground;
}

static void close_ground(Ground *ground)
{
    ez_luamap_free(ground->map);
    ez_source_free(ground->source);
}

// The words at a place.
static char *words(EzPlace place)
{
    g_autofree char *line = ez_source_line(place.source, place.line);
    return g_utf8_substring(line, place.column - 1, place.column - 1 + place.length);
}

typedef struct Case {
    const char *name, *text;
    const char *path;  // from the returned constructor: "a", "#2", "a b", "a #1"
    const char *value; // the words of that value
} Case;

static const Case cases[] = {
    {"a-field", "return { a = 1 }", "a", "1"},
    {"a-field-in-a-call", "return card { a = 'x', b = \"y\" }", "b", "\"y\""},
    {"a-nested-field", "return { a = { b = 2 } }", "a b", "2"},
    {"a-field-of-a-call-in-a-field", "return { a = f.g { b = 2 } }", "a b", "2"},
    {"an-item", "return { 1, 2, 3 }", "#2", "2"},
    {"an-item-between-fields", "return { 1, a = 9, 2; b = 8, 3 }", "#3", "3"},
    {"an-item-that-is-a-call", "return { card { a = 1 }, card { a = 2 } }", "#2 a", "2"},
    {"a-key-in-brackets", "return { [\"a\"] = 1, b = 2 }", "a", "1"},
    {"a-number-in-brackets-is-no-item", "return { [3] = 'x', 'y' }", "#1", "'y'"},
    {"a-word-in-brackets-is-no-name", "return { [a] = 1, a = 2 }", "a", "2"},
    {"a-brace-in-a-text", "return { a = '}', b = [[ } ]], c = 3 }", "c", "3"},
    {"a-brace-in-a-comment", "return { -- }\n a = 1, --[==[ } ]] ]==] b = 2 }", "b", "2"},
    {"a-quote-behind-a-backslash", "return { a = '\\'}', b = 2 }", "b", "2"},
    {"a-function-in-a-table",
     "return { f = function(x) if x then return { b = 1 }, 2 end end, b = 3 }", "b", "3"},
    {"loops-in-a-function",
     "return { f = function() for i = 1, 2 do g(i, { 1, 2 }) end end, b = 3 }", "b", "3"},
    {"repeat-in-a-function",
     "return { f = function() repeat until y local p, b = 1, 2 end, b = 3 }", "b", "3"},
    {"an-expression", "return { a = x == 1 and 2 or 3, b = 4 }", "a", "x == 1 and 2 or 3"},
    {"parentheses", "return { a = f(1, { c = 2 }, 3), b = 4 }", "b", "4"},
    {"unfinished", "return { a = { b = 2, c = ", "a b", "2"},
    {"the-last-return", "local function f() return { a = 1 } end return { a = 2 }", "a", "2"},
    {"behind-a-byte-order-mark", "\xef\xbb\xbfreturn { a = 1 }", "a", "1"},
};

// Follows the path as far as its last step, which is left in `step`.
static EzOrigin follow(EzOrigin origin, char **steps, const char **step)
{
    for (; steps[1] != NULL; steps++)
        origin = steps[0][0] == '#' ? ez_origin_child_item(origin, atoi(steps[0] + 1))
                                    : ez_origin_child(origin, steps[0]);
    *step = steps[0];
    return origin;
}

static void test_case(gconstpointer data)
{
    const Case *c = data;
    Ground ground = open_ground(c->text);
    g_auto(GStrv) steps = g_strsplit(c->path, " ", -1);
    const char *step;
    EzOrigin origin =
        follow((EzOrigin){ground.map, ez_luamap_returned(ground.map), 0}, steps, &step);
    g_assert_true(ez_origin_known(origin));
    EzPlace place =
        step[0] == '#' ? ez_origin_item(origin, atoi(step + 1)) : ez_origin_value(origin, step);
    g_autofree char *found = words(place);
    g_assert_cmpstr(found, ==, c->value);
    close_ground(&ground);
}

// In the order in which Lua runs them: inner before outer.
static void test_several_on_a_line(void)
{
    Ground ground = open_ground(
        "return { card { a = 1, card { a = 2 } }, card { a = 3 } }\ncard { a = 4 }");
    static const char *const order[] = {"2", "1", "3", "2"};
    g_assert_cmpint(ez_luamap_find_count(ground.map, "card", 1), ==, 3);
    for (int i = 0; i < 4; i++) {
        EzOrigin origin = {ground.map, ez_luamap_find(ground.map, "card", 1, i), 0};
        g_autofree char *found = words(ez_origin_value(origin, "a"));
        g_assert_cmpstr(found, ==, order[i]);
    }
    g_assert_cmpint(ez_luamap_find(ground.map, "card", 3, 0), ==, -1);
    g_assert_cmpint(ez_luamap_find(ground.map, "deck", 1, 0), ==, -1);
    close_ground(&ground);
}

static void test_unknown_origins(void)
{
    Ground ground = open_ground("return {\n a = b }\n");
    EzOrigin made = {ground.map, -1, 2};
    g_assert_cmpint(ez_origin_place(made).line, ==, 2);
    g_assert_cmpint(ez_origin_field(made, "x").line, ==, 2);
    g_assert_null(ez_origin_place((EzOrigin){NULL, -1, 0}).source);
    EzOrigin top = {ground.map, 0, 0};
    g_assert_false(ez_origin_known(ez_origin_child(top, "a")));
    g_assert_cmpint(ez_origin_place(ez_origin_child(top, "a")).line, ==, 2);
    g_assert_false(ez_origin_shows(top, "b"));
    close_ground(&ground);
}

static void test_tokens(void)
{
    Ground ground = open_ground("x = { a = a, b = t.a, c = 'a' }");
    g_assert_cmpint(ez_luamap_token(ground.map, 1, "a").column, ==, 7);
    g_assert_cmpint(ez_luamap_used(ground.map, 1, "a", false).column, ==, 11);
    g_assert_cmpint(ez_luamap_used(ground.map, 1, "a", true).column, ==, 20);
    g_assert_cmpint(ez_luamap_token(ground.map, 1, "nowhere").column, ==, 1);
    close_ground(&ground);
}

static void count_key(const char *key, EzPlace place, void *data)
{
    g_string_append_printf(data, "%s:%d ", key, place.column);
}

static void test_repeated_keys(void)
{
    Ground ground = open_ground("return { a = 1, b = { a = 2 }, a = 3, ['a'] = 4, 1, 1 }");
    GString *keys = g_string_new(NULL);
    ez_luamap_repeated_keys(ground.map, count_key, keys);
    g_assert_cmpstr(keys->str, ==, "a:32 a:40 ");
    g_string_free(keys, TRUE);
    close_ground(&ground);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/luamap/finds/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_case);
    }
    g_test_add_func("/luamap/tells-several-on-a-line-apart", test_several_on_a_line);
    g_test_add_func("/luamap/an-unknown-origin-has-its-line", test_unknown_origins);
    g_test_add_func("/luamap/a-token-is-found-by-its-use", test_tokens);
    g_test_add_func("/luamap/repeated-keys-are-visited", test_repeated_keys);
    return g_test_run();
}
