// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/csv.h"

#include <string.h>

typedef struct Case {
    const char *name, *text,
        *rows; // cells with | between them, rows with / behind them, "!" and the byte of a problem
} Case;

static const Case cases[] = {
    {"plain", "a,b\n1,2\n", "a|b/1|2/"},
    {"no-end-of-line", "a,b\n1,2", "a|b/1|2/"},
    {"crlf", "a,b\r\n1,2\r\n", "a|b/1|2/"},
    {"semicolon", "a;b\n1,5;2\n", "a|b/1,5|2/"},
    {"semicolon-in-quotes-does-not-tell", "\"a;b;c\",d\n1,2\n", "a;b;c|d/1|2/"},
    {"byte-order-mark",
     "\xef\xbb\xbf"
     "a,b\n",
     "a|b/"},
    {"quoted", "a,b\n\"x, y\",\"say \"\"z\"\"\"\n", "a|b/x, y|say \"z\"/"},
    {"line-end-in-quotes", "a,b\n\"x\r\ny\",z\n", "a|b/x\r\ny|z/"},
    {"empty-cells", "a,b,c\n,,\n\"\",,\n", "a|b|c/||/||/"},
    {"empty-rows", "a,b\n\n\r\n1,2\n\n", "a|b/1|2/"},
    {"spaces-belong-to-the-cell", "a, b \n", "a| b /"},
    {"uneven-rows", "a,b\n1\n1,2,3\n", "a|b/1/1|2|3/"},
    {"never-closed", "a,b\n\"x", "a|b/!4"},
    {"behind-a-quote", "a,b\n\"x\"y,z", "a|b/!7"},
    {"quote-in-a-cell", "a,b\nx\"y,z", "a|b/!5"},
    {"empty", "", ""},
    {"only-a-mark", "\xef\xbb\xbf", ""},
};

static void test_case(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autoptr(EzSource) source = ez_source_new("x.csv", c->text, strlen(c->text));
    g_autoptr(EzCsv) csv = ez_csv_new(source, arena);
    GString *rows = g_string_new(NULL);
    int count;
    for (const EzCsvCell *cells; (cells = ez_csv_next(csv, &count)) != NULL;)
        for (int i = 0; i < count; i++) {
            g_assert_true(cells[i].start <= cells[i].end && cells[i].end <= source->length);
            g_string_append_printf(rows, "%s%s", cells[i].text, i + 1 < count ? "|" : "/");
        }
    size_t at;
    if (ez_csv_problem(csv, &at) != NULL)
        g_string_append_printf(rows, "!%zu", at);
    g_assert_cmpstr(rows->str, ==, c->rows);
    g_string_free(rows, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/csv/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_case);
    }
    return g_test_run();
}
