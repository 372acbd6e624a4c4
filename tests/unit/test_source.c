// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/source.h"

#include <string.h>

static void test_places(void)
{
    g_autoptr(EzSource) source = ez_source_new("x", "één\r\ntwo\n", strlen("één\r\ntwo\n"));
    g_assert_cmpint(ez_source_line_count(source), ==, 3);
    EzPlace place = ez_source_place(source, 4, 5);
    g_assert_cmpint(place.line, ==, 1);
    g_assert_cmpint(place.column, ==, 3);
    place = ez_source_place(source, 7, 999);
    g_assert_cmpint(place.line, ==, 2);
    g_assert_cmpint(place.length, ==, 3);
    place = ez_source_place(source, 999, 9999);
    g_assert_cmpint(place.line, ==, 3);
    g_assert_cmpint(place.column, ==, 1);
    g_autofree char *line = ez_source_line(source, 1);
    g_assert_cmpstr(line, ==, "één");
    g_assert_null(ez_source_line(source, 4));
}

static void test_byte_order_mark(void)
{
    g_autoptr(EzSource) source = ez_source_new("x",
                                               "\xef\xbb\xbf"
                                               "ab",
                                               5);
    g_assert_cmpint(ez_source_place(source, 4, 5).column, ==, 2);
    g_assert_cmpint(ez_source_place(source, 0, 1).column, ==, 1);
}

typedef struct Case {
    const char *text;
    size_t start, end;
    const char *excerpt;
} Case;

static const Case cases[] = {
    {"a = b", 4, 5, "   |\n 1 | a = b\n   |     ^"},
    {"\n\n\n\n\n\n\n\n\nabc", 9, 12, "    |\n 10 | abc\n    | ^^^"},
    {"\ta", 1, 2, "   |\n 1 |     a\n   |     ^"},
    {"漢x", 3, 4, "   |\n 1 | 漢x\n   |   ^"},
    {"e\xcc\x81x", 3, 4, "   |\n 1 | e\xcc\x81x\n   |  ^"},
    {"\033[31m\r\a", 1, 2, "   |\n 1 | ␛[31m␍␇\n   |  ^"},
    {"a\xe2\x80\xae"
     "b",
     4, 5,
     "   |\n 1 | a\xef\xbf\xbd"
     "b\n   |   ^"},
    {"a\xff"
     "b",
     2, 3,
     "   |\n 1 | a\xef\xbf\xbd"
     "b\n   |   ^"},
    {"ab", 2, 2, "   |\n 1 | ab\n   |   ^"},
};

static void test_excerpts(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(EzSource) source = ez_source_new("x", cases[i].text, strlen(cases[i].text));
        g_autofree char *excerpt =
            ez_source_excerpt(ez_source_place(source, cases[i].start, cases[i].end));
        g_assert_cmpstr(excerpt, ==, cases[i].excerpt);
    }
}

// At most 80 columns around the caret, wherever on the line it stands.
static void test_long_lines(void)
{
    g_autofree char *text = g_strnfill(3000, 'x');
    g_autoptr(EzSource) source = ez_source_new("x", text, 3000);
    for (size_t at = 0; at < 3000; at += 37) {
        g_autofree char *excerpt = ez_source_excerpt(ez_source_place(source, at, at + 5));
        g_auto(GStrv) lines = g_strsplit(excerpt, "\n", -1);
        g_assert_cmpint(g_utf8_strlen(lines[1], -1), <=, 5 + 80 + 2);
        long caret = strchr(lines[2], '^') - lines[2];
        g_assert_cmpint(caret, <, g_utf8_strlen(lines[1], -1));
    }
    g_autofree char *longer = g_strnfill(20000, 'x');
    g_autoptr(EzSource) longest = ez_source_new("x", longer, 20000);
    g_assert_null(ez_source_excerpt(ez_source_place(longest, 5, 6)));
    g_assert_null(ez_source_excerpt((EzPlace){0}));
}

static void test_shown(void)
{
    g_autofree char *shown =
        ez_source_shown("a\n\033\x7f\xc2\x9b\xe2\x80\xa8\xff\xed\xa0\x80z");
    g_assert_cmpstr(
        shown, ==,
        "a␊␛␡\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/source/places", test_places);
    g_test_add_func("/source/a-byte-order-mark-is-no-column", test_byte_order_mark);
    g_test_add_func("/source/excerpts", test_excerpts);
    g_test_add_func("/source/long-lines-are-cut-around-the-caret", test_long_lines);
    g_test_add_func("/source/what-a-terminal-may-see", test_shown);
    return g_test_run();
}
