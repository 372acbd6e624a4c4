// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/diag.h"

#include <string.h>

static void test_format(void)
{
    g_autoptr(EzSource) source = ez_source_new("kit/x.lua", "a = b", 5);
    g_autoptr(EzDiags) diags = ez_diags_new();
    ez_diags_set_about(diags, "card \"N02\", front");
    ez_diag_report(diags, EZ_UNKNOWN_FIELD, ez_source_place(source, 0, 1), "so", "thing",
                   "a card", "field", "a", NULL);
    g_autofree char *text = ez_diag_format(ez_diags_get(diags, 0), "", false);
    g_assert_cmpstr(
        text, ==,
        "kit/x.lua:1:1: error[E2104]: a card has no field \"a\" (on card \"N02\", front)\n"
        "   |\n 1 | a = b\n   | ^\n   = hint: so\n");
    g_autofree char *json = ez_diag_format_json(ez_diags_get(diags, 0), "");
    g_assert_cmpstr(json, ==,
                    "{\"file\":\"kit/"
                    "x.lua\",\"line\":1,\"col\":1,\"severity\":\"error\",\"code\":\"E2104\","
                    "\"message\":\"a card has no field \\\"a\\\" (on card \\\"N02\\\", "
                    "front)\",\"hint\":\"so\"}");
}

// A value that looks like a slot is not one, and a raw escape reaches nobody.
static void test_values_are_only_values(void)
{
    g_autofree char *message =
        ez_diag_message(EZ_UNKNOWN_FIELD, "thing", "{field}", "field", "{thing}", NULL);
    g_assert_cmpstr(message, ==, "{field} has no field \"{thing}\"");
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(EzSource) source = ez_source_new("k\033[31m\n.lua", "x", 1);
    ez_diag_report(diags, EZ_FILE_MISSING, ez_source_place(source, 0, 1), "\a", "file",
                   "a\033b\xff", NULL);
    const EzDiag *diag = ez_diags_get(diags, 0);
    g_assert_cmpstr(diag->file, ==, "k␛[31m␊.lua");
    g_assert_cmpstr(diag->message, ==, "there is no file a␛b\xef\xbf\xbd");
    g_assert_cmpstr(diag->hint, ==, "␇");
}

static void test_long_values_are_cut(void)
{
    g_autofree char *name = g_strnfill(100000, 'x');
    g_autofree char *message = ez_diag_message(EZ_FILE_MISSING, "file", name, NULL);
    g_assert_cmpuint(strlen(message), <, 500);
    g_assert_true(g_str_has_suffix(message, "x…"));
}

static void forget_slot(void)
{
    g_free(ez_diag_message(EZ_UNKNOWN_FIELD, "thing", "a card", NULL));
}

static void test_a_slot_not_given_is_a_mistake_of_ours(void)
{
    g_test_expect_message("ezkit", G_LOG_LEVEL_CRITICAL, "*{field}*not given*");
    forget_slot();
    g_test_assert_expected_messages();
    g_test_expect_message("ezkit", G_LOG_LEVEL_CRITICAL, "*no slot {colour}*");
    g_free(ez_diag_message(EZ_FILE_MISSING, "file", "x", "colour", "y", NULL));
    g_test_assert_expected_messages();
}

static void report(EzDiags *diags, const EzSource *source, size_t at, const char *name)
{
    ez_diag_report(diags, EZ_FILE_MISSING, ez_source_place(source, at, at + 1), NULL, "file",
                   name, NULL);
}

static void test_kept_once_and_sorted(void)
{
    g_autoptr(EzSource) a = ez_source_new("a", "x\ny", 3), b = ez_source_new("b", "x", 1);
    g_autoptr(EzDiags) diags = ez_diags_new(), more = ez_diags_new();
    report(diags, b, 0, "1");
    report(diags, a, 2, "2");
    report(diags, a, 0, "4");
    report(more, a, 0, "3");
    report(more, a, 0, "3");
    report(more, b, 0, "1");
    g_assert_cmpint(ez_diags_reports(more), ==, 3);
    ez_diags_move(diags, more);
    ez_diags_sort(diags);
    g_assert_cmpint(ez_diags_count(diags), ==, 4);
    static const char *const order[] = {"1", "3", "4", "2"};
    for (int i = 0; i < 4; i++)
        g_assert_true(g_str_has_suffix(ez_diags_get(diags, i)->message, order[i]));
    g_assert_cmpint(ez_diags_count(more), ==, 0);
}

static void report_at(EzDiags *diags, EzSource *source, int line, const char *field)
{
    ez_diag_report(diags, EZ_UNKNOWN_FIELD, ez_source_whole_line(source, line), NULL, "thing",
                   "card", "field", field, NULL);
}

static void test_moves_what_is_new(void)
{
    g_autoptr(EzSource) source = ez_source_new("a.lua", "one\ntwo\n", 8);
    g_autoptr(EzDiags) all = ez_diags_new();
    g_autoptr(EzDiags) first = ez_diags_new();
    g_autoptr(EzDiags) second = ez_diags_new();
    report_at(first, source, 1, "a");
    report_at(first, source, 1, "b");
    ez_diags_move_new(all, first);
    g_assert_cmpint(ez_diags_count(all), ==, 2); // they came together
    report_at(second, source, 1, "c");
    report_at(second, source, 2, "d");
    ez_diags_move_new(all, second);
    g_assert_cmpint(ez_diags_count(all), ==, 3);
    g_assert_cmpint(ez_diags_get(all, 2)->line, ==, 2);
    g_assert_cmpint(ez_diags_errors(all), ==, 3);
    g_assert_cmpint(ez_diags_count(second) + ez_diags_errors(second), ==, 0);
}

static void test_strict(void)
{
    g_autoptr(EzDiags) diags = ez_diags_new();
    ez_diag_report(diags, EZ_UNUSED_FILE, (EzPlace){0}, NULL, "file", "x", NULL);
    g_assert_cmpint(ez_diags_errors(diags), ==, 0);
    ez_diags_set_strict(diags, true);
    ez_diag_report(diags, EZ_UNUSED_FILE, (EzPlace){0}, NULL, "file", "y", NULL);
    g_assert_cmpint(ez_diags_errors(diags), ==, 1);
}

static void test_catalogue(void)
{
    g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < EZ_DIAG_COUNT; i++) {
        const EzDiagKind *kind = ez_diag_kind((EzDiagCode)i);
        g_assert_true(g_hash_table_add(codes, (char *)kind->code));
        g_assert_cmpint(kind->code[0], ==, kind->severity == EZ_ERROR ? 'E' : 'W');
        g_assert_true(ez_diag_kind_by_code(kind->code) == kind);
        g_assert_true(g_str_has_suffix(kind->explanation, "."));
    }
    g_assert_nonnull(ez_diag_kind_by_code("e2104"));
    g_assert_null(ez_diag_kind_by_code("E9999"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diag/format", test_format);
    g_test_add_func("/diag/values-are-only-values", test_values_are_only_values);
    g_test_add_func("/diag/long-values-are-cut", test_long_values_are_cut);
    g_test_add_func("/diag/a-slot-not-given-is-critical",
                    test_a_slot_not_given_is_a_mistake_of_ours);
    g_test_add_func("/diag/kept-once-and-sorted", test_kept_once_and_sorted);
    g_test_add_func("/diag/moves-what-is-new", test_moves_what_is_new);
    g_test_add_func("/diag/strict-counts-warnings", test_strict);
    g_test_add_func("/diag/catalogue-is-sound", test_catalogue);
    return g_test_run();
}
