// SPDX-License-Identifier: EUPL-1.2
// JSON in one form: equal values have equal bytes, however they were written.
#include "engine/base/json.h"

static void test_written_in_order(void)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "b", "é \"\n");
    ez_json_number(json, "a", 3);
    ez_json_open_list(json, "list");
    ez_json_number(json, NULL, 0.5);
    ez_json_text(json, NULL, NULL);
    g_autofree char *text = ez_json_finish(json);
    g_assert_cmpstr(text, ==, "{\"b\":\"é \\\"\\n\",\"a\":3,\"list\":[0.5,null]}");
}

static void test_canonical_is_sorted_at_each_depth(void)
{
    EzJson *json = ez_json_new_list();
    ez_json_open_object(json, NULL);
    ez_json_text(json, "é", "last");
    ez_json_text(json, "b", "one");
    ez_json_open_object(json, "a");
    ez_json_number(json, "z", -1);
    ez_json_number(json, "Z", 1e300);
    ez_json_close(json);
    ez_json_text(json, "b", "two");
    ez_json_close(json);
    ez_json_text(json, NULL, "order of a list stays");
    ez_json_text(json, NULL, "after");
    g_autofree char *text = ez_json_finish_canonical(json);
    g_assert_cmpstr(
        text, ==,
        "[{\"a\":{\"Z\":1.0000000000000001e+300,\"z\":-1},\"b\":\"two\",\"é\":\"last\"},"
        "\"order of a list stays\",\"after\"]");
}

static void test_empty_ones(void)
{
    g_autofree char *list = ez_json_finish_canonical(ez_json_new_list());
    g_autofree char *object = ez_json_finish_canonical(ez_json_new());
    g_assert_cmpstr(list, ==, "[]");
    g_assert_cmpstr(object, ==, "{}");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/members-in-the-order-of-writing", test_written_in_order);
    g_test_add_func("/json/canonical-is-sorted-at-each-depth",
                    test_canonical_is_sorted_at_each_depth);
    g_test_add_func("/json/empty-ones", test_empty_ones);
    return g_test_run();
}
