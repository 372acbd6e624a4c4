// SPDX-License-Identifier: EUPL-1.2
// The limits of a host: budget, time, memory, text. And that a stop hurts nobody else.
#include "tests/unit/test_host_support.h"

#include <locale.h>

// --- stops ----------------------------------------------------------------------

typedef struct Stop {
    const char *path;
    EzFaultKind kind;
    const char *script;
} Stop;

static const Stop STOPS[] = {
    {"budget/a-loop-without-end-is-stopped", EZ_FAULT_BUDGET, "while true do end"},
    {"budget/goto-is-counted", EZ_FAULT_BUDGET, "::a:: goto a"},
    {"budget/recursion-in-place-of-a-loop-is-counted", EZ_FAULT_BUDGET,
     "local function f() return f() end f()"},
    {"budget/pcall-cannot-catch-the-stop", EZ_FAULT_BUDGET,
     "pcall(function() while true do end end) print 'caught'"},
    {"budget/pcall-in-a-loop-cannot-catch-the-stop", EZ_FAULT_BUDGET,
     "while true do pcall(function() while true do end end) print 'caught' end"},
    {"budget/nested-pcalls-cannot-catch-the-stop", EZ_FAULT_BUDGET,
     "local function f(n) if n == 0 then while true do end end pcall(f, n - 1) print 'caught' "
     "end "
     "f(100)"},
    {"budget/the-handler-of-xpcall-does-not-run-for-a-stop", EZ_FAULT_BUDGET,
     "xpcall(function() while true do end end, function() print 'caught' end) print 'caught'"},
    {"budget/a-handler-without-end-is-stopped", EZ_FAULT_BUDGET,
     "xpcall(error, function() while true do end end) print 'caught'"},
    {"budget/handlers-that-fail-for-ever-are-stopped", EZ_FAULT_BUDGET,
     "while true do xpcall(error, function() error 'again' end) end"},
    {"budget/errors-in-a-loop-are-counted", EZ_FAULT_BUDGET,
     "while true do pcall(error, 'x') end"},
    {"budget/a-comparison-without-end-is-stopped", EZ_FAULT_BUDGET,
     "pcall(table.sort, { 2, 1 }, function() while true do end end) print 'caught'"},
    {"budget/sorting-is-charged", EZ_FAULT_BUDGET,
     "local t = {} for i = 1, 1e4 do t[i] = -i end while true do table.sort(t) table.sort(t, "
     "math.ult) end"},
    {"budget/long-texts-are-charged", EZ_FAULT_BUDGET,
     "local s = string.rep('x', 1e6) for i = 1, 2000 do words.upper(s) end"},
    {"budget/finding-is-charged", EZ_FAULT_BUDGET,
     "local s = string.rep('x', 1e6) for i = 1, 2000 do s:find('y') end"},
    {"budget/lengths-in-characters-are-charged", EZ_FAULT_BUDGET,
     "local s = string.rep('x', 1e6) for i = 1, 2000 do utf8.len(s) end"},
    {"budget/moving-is-charged", EZ_FAULT_BUDGET,
     "local t = {} for i = 1, 1e9 do table.move(t, 1, 1e6, 1) end"},
    {"budget/walking-is-charged", EZ_FAULT_BUDGET,
     "local t = {} for i = 1, 1e4 do t[i] = i end for i = 1, 1e4 do pairs(t) end"},
    {"budget/shuffling-is-charged", EZ_FAULT_BUDGET,
     "local t, r = {}, random.new(1) for i = 1, 1e4 do t[i] = i end for i = 1, 1e4 do "
     "r:shuffle(t) end"},
    {"budget/paths-in-graphs-are-charged", EZ_FAULT_BUDGET,
     "local e = {} for i = 1, 1499 do e[2 * i - 1], e[2 * i] = i, i + 1 end "
     "for i = 1, 1e6 do graph.betweenness(1500, e) end"},
    {"budget/triangles-in-graphs-are-charged", EZ_FAULT_BUDGET,
     "local e = {} for i = 1, 300 do for k = 1, 300 do e[#e + 1] = i e[#e + 1] = k end end "
     "for i = 1, 1e6 do graph.clustering(300, e) end"},

    {"memory/long-texts-in-a-list", EZ_FAULT_MEMORY,
     "local t = {} for i = 1, 1e6 do t[i] = string.rep('x', 1e6) .. i end"},
    {"memory/a-list-that-grows", EZ_FAULT_MEMORY,
     "local t = {} for i = 1, 1e7 do t[i] = i end"},
    {"memory/a-table-of-names-that-grows", EZ_FAULT_MEMORY,
     "local t = {} for i = 1, 1e7 do t['k' .. i] = true end"},
    {"memory/tables-in-tables", EZ_FAULT_MEMORY,
     "local t = {} for i = 1, 1e7 do t = { t } end"},
    {"memory/functions-in-functions", EZ_FAULT_MEMORY,
     "local f = print for i = 1, 1e7 do local g = f f = function() return g end end"},
    {"memory/pcall-cannot-catch-the-stop", EZ_FAULT_MEMORY,
     "pcall(function() local t = {} for i = 1, 1e7 do t[i] = {} end end) print 'caught'"},
    {"memory/pieces-of-a-text", EZ_FAULT_MEMORY,
     "local t, s = {}, string.rep('a ', 5e5) for i = 1, 1e7 do t[i] = words.split(s) end"},
    {"memory/unpacking", EZ_FAULT_MEMORY,
     "local t = {} for i = 1, 1e7 do t[i] = { table.unpack({}, 1, 1e5) } end"},

    {"text/doubling-is-stopped", EZ_FAULT_MEMORY, "local s = 'x' while true do s = s .. s end"},
    {"text/doubling-in-pcall-is-stopped", EZ_FAULT_MEMORY,
     "local s = 'x' pcall(function() while true do s = s .. s end end) print 'caught'"},
};

static void test_stop(gconstpointer data)
{
    const Stop *stop = data;
    Ground ground;
    ground_open(&ground, NULL);
    EzBudget budget = GROUND_BUDGET;
    if (stop->kind == EZ_FAULT_BUDGET)
        budget.instructions /= 5; // a stop is a stop, and the tests stay quick
    g_assert_false(ground_run_within(&ground, stop->script, budget));
    g_assert_cmpint(ground.fault.kind, ==, stop->kind);
    g_assert_cmpstr(ground.fault.chunk, ==, "kit/try.lua");
    g_assert_cmpint(ground.fault.line, ==, 1);
    g_assert_true(ez_host_is_dead(ground.host));
    g_assert_null(strstr(ground.printed->str, "caught"));
    g_assert_cmpuint(ez_host_memory_peak(ground.host), <=, GROUND_MEMORY);
    ground_close(&ground);
}

static void test_dead_host_stays_dead(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    g_assert_false(ground_run(&ground, "while true do end"));
    g_assert_false(ground_run(&ground, "print 'again'"));
    g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_BUDGET);
    g_assert_cmpstr(ground.printed->str, ==, "");
    ground_close(&ground);
}

static void test_stop_names_line_and_levels(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    g_assert_false(ground_run(
        &ground, "local function spin()\n  while true do end\nend\n\nlocal x = spin()\n"));
    g_assert_cmpint(ground.fault.line, ==, 2);
    g_assert_cmpstr(ground.fault.trace, ==,
                    "  kit/try.lua:2 in spin\n  kit/try.lua:5 in the file itself\n");
    ground_close(&ground);
}

static void test_memory_is_exact(void)
{
    for (size_t limit = MIB(1); limit <= MIB(8); limit += MIB(1) + 4099) {
        Ground ground;
        EzHostLimits limits = ground_limits(&ground);
        limits.memory = limit;
        ground_open(&ground, &limits);
        g_assert_false(ground_run(&ground, "local t = {} for i = 1, 1e7 do t = { t, i } end"));
        g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_MEMORY);
        g_assert_cmpuint(ez_host_memory_peak(ground.host), <=, limit);
        g_assert_cmpuint(ez_host_memory_peak(ground.host), >, limit - 4096);
        ground_close(&ground);
    }
}

static void test_garbage_is_no_memory(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    // With 7 of 12 MiB alive Lua's collector waits for more than there may be; the refusal makes it run.
    ground_must_run(&ground,
                    "local keep = {} for i = 1, 7 do keep[i] = string.rep('x', 1e6) .. i end\n"
                    "for i = 1, 7 do local s = string.rep('x', 1e6) .. i end");
    g_assert_cmpuint(ez_host_memory_peak(ground.host), <=, GROUND_MEMORY);
    ground_close(&ground);
}

static void test_state_that_does_not_fit(void)
{
    Ground ground;
    EzHostLimits limits = ground_limits(&ground);
    limits.memory = 20000;
    ground_open(&ground, &limits);
    g_assert_null(ground.host);
    ground_close(&ground);
}

// --- time -----------------------------------------------------------------------

static const Stop TIMES[] = {
    {"time/a-loop-is-stopped", EZ_FAULT_TIME, "while true do end"},
    {"time/pcall-cannot-catch-the-stop", EZ_FAULT_TIME,
     "pcall(function() while true do end end) print 'caught'"},
    {"time/work-of-host-functions-looks-at-the-clock", EZ_FAULT_TIME,
     "local s = string.rep('x', 6e4) for i = 1, 30 do words.upper(s) end"},
    {"time/large-allocations-look-at-the-clock", EZ_FAULT_TIME,
     "local s = string.rep('x', 70000) local _ = s..1 _ = s..2 _ = s..3 _ = s..4 _ = s..5 _ = "
     "s..6 _ = s..7 _ = s..8 _ = s..9 _ = s..10 _ = s..11 _ = s..12 _ = s..13"},
};

static void test_time(gconstpointer data)
{
    const Stop *stop = data;
    Ground ground;
    ground_open(&ground, NULL);
    ground.tick = 1000;
    g_assert_false(
        ground_run_within(&ground, stop->script, (EzBudget){INT64_C(1) << 40, 10000}));
    g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_TIME);
    g_assert_cmpint(ground.fault.line, ==, 1);
    g_assert_null(strstr(ground.printed->str, "caught"));
    ground_close(&ground);
}

static void test_time_is_of_each_entrance(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    ground.tick = 1000;
    for (int i = 0; i < 20; i++)
        g_assert_true(
            ground_run_within(&ground, "for i = 1, 500 do end", (EzBudget){1000, 10000}));
    ground_close(&ground);
}

// --- the length of a text -------------------------------------------------------

static void test_text_limit(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    ground_must_run(&ground, "local s = string.rep('x', 1 << 20) print(#s)");
    g_assert_cmpstr(ground.printed->str, ==, "1048576\n");
    g_assert_false(ground_run(&ground, "local s = string.rep('x', 1 << 20)\nreturn s .. 'y'"));
    g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_MEMORY);
    g_assert_cmpstr(ground.fault.message, ==,
                    "stopped: a text may be at most 1048576 bytes long");
    g_assert_cmpint(ground.fault.line, ==, 2);
    ground_close(&ground);
}

// Host functions know beforehand, and say so in an error that can be caught.
static const char *const TOO_LONG[] = {
    "string.rep('x', 1 << 20, 'y')",         "string.rep('xy', math.maxinteger)",
    "string.rep('', math.maxinteger, 'y')",  "table.concat({ half, half, 'y' })",
    "table.concat({ 'x', 'x', 'x' }, half)", "words.replace(half, 'x', 'yyy')",
    "words.join({ half, half }, 'y')",       "string.format('%s%s%s', half, half, 'y')",
    "words.upper(string.rep('ŉ', 500000))",
};

static void test_host_functions_refuse_long_texts(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(TOO_LONG); i++) {
        Ground ground;
        ground_open(&ground, NULL);
        g_autofree char *script = g_strdup_printf(
            "local half = string.rep('x', 1 << 19)\nprint(pcall(function() return %s end))",
            TOO_LONG[i]);
        ground_must_run(&ground, script);
        g_assert_true(g_str_has_prefix(ground.printed->str, "false\tkit/try.lua:2: "));
        g_assert_nonnull(strstr(ground.printed->str, "would be longer than the 1048576 bytes"));
        ground_close(&ground);
    }
}

// --- bombs that end in an error or a stop, whichever; but end ---------------------

static const char *const BOMBS[] = {
    "local function f() return 1 + f() end f()",
    "local function f() return f(pcall(f)) end f()",
    "local function f() pcall(f) error(f) end f() error 'ended'",
    "local function f() xpcall(f, f) end f() error 'ended'",
    "local function f() table.sort({ 1, 2 }, f) end f()",
    "local t = {} t[1] = t for i = 1, 200 do t = { t } end words.upper(t)",
    "string.format('%1000000d', 1)",
    "string.format('%.1000000f', 1)",
    "string.format('%-+ #0-+ #0-+ #0-+ #0-+ #0-+ #0-+ #0d', 1)",
    "string.format(string.rep('%99d', 1e5), table.unpack({}, 1, 1e5))",
    "string.format('%')",
    "string.format('%d')",
    "string.char(table.unpack({}, 1, 1e5))",
    "table.unpack({}, 1, math.maxinteger)",
    "table.unpack({}, math.mininteger, math.maxinteger)",
    "table.move({}, 1, math.maxinteger, 2)",
    "table.move({}, math.mininteger, math.maxinteger, 1)",
    "table.move({ 1 }, 1, 2, math.maxinteger)",
    "table.concat({}, '', 1, math.maxinteger)",
    "table.concat({}, 'x', math.mininteger, math.maxinteger)",
    "table.insert({}, math.maxinteger, 1)",
    "table.remove({}, math.mininteger)",
    "for i = math.maxinteger - 1, math.maxinteger do print(('x'):rep(i)) end",
    "string.byte(string.rep('x', 1 << 20), 1, -1) error 'x'",
    "math.random(math.maxinteger, math.mininteger)",
    "utf8.char(-1)",
    "select(math.mininteger, 1)",
    "tostring()",
    "string.rep()",
    "words.first('x', 1.5)",
    "error(setmetatable)",
};

static void test_bombs_end(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(BOMBS); i++) {
        Ground ground;
        ground_open(&ground, NULL);
        EzBudget budget = GROUND_BUDGET;
        budget.instructions /= 5;
        if (ground_run_within(&ground, BOMBS[i], budget))
            g_error("this should not work: %s", BOMBS[i]);
        g_assert_nonnull(ground.fault.message);
        g_assert_cmpuint(ez_host_memory_peak(ground.host), <=, GROUND_MEMORY);
        ground_close(&ground);
    }
}

// --- entrances in entrances -------------------------------------------------------

typedef struct Inner {
    EzFault fault;
    bool ok;
    const char *script;
    EzBudget budget;
} Inner;

// A host function that enters again, as one that evaluates a face does. [-0, +0]
static int enter_again(lua_State *L)
{
    Inner *inner = ez_host_user(L);
    ez_fault_clear(&inner->fault);
    EzSource *source = ez_source_new("kit/inner.lua", inner->script, strlen(inner->script));
    inner->ok = ez_host_enter(ez_host_of(L), ground_body, source, inner->budget, &inner->fault);
    ez_source_free(source);
    if (!inner->ok)
        ez_host_raise_fault(L, &inner->fault);
    return 0;
}

static int install_again(lua_State *L)
{
    lua_pushcfunction(L, enter_again);
    lua_setglobal(L, "again");
    return 0;
}

static void open_nested(Ground *ground, Inner *inner)
{
    ground_open(ground, NULL);
    ez_host_set_user(ground->host, inner);
    g_assert_true(ez_host_enter(ground->host, install_again, NULL, GROUND_BUDGET, NULL));
}

static void test_inner_error_passes(void)
{
    Ground ground;
    Inner inner = {.script = "\nerror 'inside'", .budget = GROUND_BUDGET};
    open_nested(&ground, &inner);
    g_assert_false(ground_run(&ground, "print(pcall(again)) again()"));
    g_assert_cmpstr(ground.printed->str, ==, "false\tkit/inner.lua:2: inside\n");
    g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_ERROR);
    g_assert_cmpstr(ground.fault.chunk, ==, "kit/inner.lua");
    g_assert_cmpint(ground.fault.line, ==, 2);
    g_assert_cmpstr(ground.fault.message, ==, "inside");
    g_assert_false(ez_host_is_dead(ground.host));
    ez_fault_clear(&inner.fault);
    ground_close(&ground);
}

static const char *const INNER_STOPS[] = {
    "while true do end",
    "local t = {} while true do t = { t } end",
    "local t = {} while true do t[#t + 1] = 1 end",
};

static void test_inner_stop_kills_both(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(INNER_STOPS); i++) {
        Ground ground;
        Inner inner = {.script = INNER_STOPS[i], .budget = {1 << 20, INT64_MAX}};
        inner.budget.instructions <<= 10;
        open_nested(&ground, &inner);
        g_assert_false(ground_run_within(&ground, "pcall(again) print 'caught'",
                                         (EzBudget){INT64_C(10) * 1000 * 1000, INT64_MAX}));
        g_assert_cmpstr(ground.printed->str, ==, "");
        g_assert_true(ez_host_is_dead(ground.host));
        g_assert_cmpint(ground.fault.kind, ==, inner.fault.kind);
        g_assert_cmpstr(ground.fault.chunk, ==, "kit/inner.lua");
        ez_fault_clear(&inner.fault);
        ground_close(&ground);
    }
}

static void test_inner_spends_from_the_outer(void)
{
    Ground ground;
    Inner inner = {.script = "for i = 1, 50000 do end", .budget = GROUND_BUDGET};
    open_nested(&ground, &inner);
    g_assert_true(ground_run_within(&ground, "again()", (EzBudget){100000, INT64_MAX}));
    g_assert_false(ground_run_within(&ground, "again() again() again() again()",
                                     (EzBudget){100000, INT64_MAX}));
    g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_BUDGET);
    ez_fault_clear(&inner.fault);
    ground_close(&ground);
}

static int do_nothing(lua_State *L)
{
    return 0;
}

// [-0, +0] Enters again for nothing, and charges nothing.
static int enter_for_nothing(lua_State *L)
{
    if (!ez_host_enter(ez_host_of(L), do_nothing, NULL, GROUND_BUDGET, NULL))
        g_assert_not_reached();
    return 0;
}

static int install_for_nothing(lua_State *L)
{
    lua_pushcfunction(L, enter_for_nothing);
    lua_setglobal(L, "nothing");
    return 0;
}

static void test_entering_often_is_counted(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    g_assert_true(ez_host_enter(ground.host, install_for_nothing, NULL, GROUND_BUDGET, NULL));
    g_assert_false(ground_run_within(&ground, "while true do nothing() end",
                                     (EzBudget){100000, INT64_MAX}));
    g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_BUDGET);
    ground_close(&ground);
}

// --- neighbours -------------------------------------------------------------------

static void test_second_host_notices_nothing(void)
{
    Ground first, second, third;
    ground_open(&first, NULL);
    ground_open(&second, NULL);
    const char *script = "print(math.random(1000), math.random(1000), lost)";
    ground_must_run(&second, "print(math.random(1000))");
    g_assert_false(
        ground_run(&first, "math.random() local t = {} while true do t = { t } end"));
    ground_must_run(&second, "print(math.random(1000))");
    g_assert_false(ground_run(&second, script));
    g_assert_cmpint(second.fault.kind, ==, EZ_FAULT_UNKNOWN_NAME);
    ground_open(&third, NULL);
    ground_must_run(&third, "print(math.random(1000)) print(math.random(1000))");
    g_assert_cmpstr(second.printed->str, ==, third.printed->str);
    ground_close(&first);
    ground_close(&second);
    ground_close(&third);
}

static void check_in_locale(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    ground_must_run(
        &ground, "print(tostring(1.5), 1.5 .. '', string.format('%.2f', 1.5), tonumber '1.5', "
                 "tonumber '1,5', words.upper 'ist', words.lower 'IST', 'Z' < 'a')");
    g_assert_cmpstr(ground.printed->str, ==, "1.5\t1.5\t1.50\t1.5\tnil\tIST\tist\ttrue\n");
    g_assert_cmpstr(localeconv()->decimal_point, ==, ",");
    g_assert_false(ground_run(&ground, "while true do end"));
    g_assert_cmpstr(localeconv()->decimal_point, ==, ",");
    ground_close(&ground);
}

static void test_locale_changes_nothing(gconstpointer name)
{
    g_autofree char *before = g_strdup(setlocale(LC_ALL, NULL));
    if (setlocale(LC_ALL, name) == NULL) {
        g_test_skip("there is no such locale here");
        return;
    }
    check_in_locale();
    setlocale(LC_ALL, before);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(STOPS); i++) {
        g_autofree char *path = g_strconcat("/host/", STOPS[i].path, NULL);
        g_test_add_data_func(path, &STOPS[i], test_stop);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(TIMES); i++) {
        g_autofree char *path = g_strconcat("/host/", TIMES[i].path, NULL);
        g_test_add_data_func(path, &TIMES[i], test_time);
    }
    g_test_add_func("/host/a-dead-host-stays-dead", test_dead_host_stays_dead);
    g_test_add_func("/host/a-stop-names-line-and-levels", test_stop_names_line_and_levels);
    g_test_add_func("/host/memory/the-limit-is-exact", test_memory_is_exact);
    g_test_add_func("/host/memory/garbage-does-not-count", test_garbage_is_no_memory);
    g_test_add_func("/host/memory/a-state-that-does-not-fit-is-none",
                    test_state_that_does_not_fit);
    g_test_add_func("/host/time/each-entrance-has-its-own", test_time_is_of_each_entrance);
    g_test_add_func("/host/text/one-mebibyte-and-no-more", test_text_limit);
    g_test_add_func("/host/text/host-functions-refuse-in-an-error",
                    test_host_functions_refuse_long_texts);
    g_test_add_func("/host/bombs-end", test_bombs_end);
    g_test_add_func("/host/nested/an-inner-error-passes-with-its-place",
                    test_inner_error_passes);
    g_test_add_func("/host/nested/an-inner-stop-kills-both", test_inner_stop_kills_both);
    g_test_add_func("/host/nested/the-inner-spends-from-the-outer",
                    test_inner_spends_from_the_outer);
    g_test_add_func("/host/nested/entering-often-is-counted", test_entering_often_is_counted);
    g_test_add_func("/host/a-second-host-notices-nothing", test_second_host_notices_nothing);
    g_test_add_data_func("/host/locale/a-decimal-comma-changes-nothing", "de_DE.UTF-8",
                         test_locale_changes_nothing);
    g_test_add_data_func("/host/locale/a-dotless-i-changes-nothing", "tr_TR.UTF-8",
                         test_locale_changes_nothing);
    return g_test_run();
}
