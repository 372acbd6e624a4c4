// SPDX-License-Identifier: EUPL-1.2
// What a fault says: kind, place, message, name, hint. And boxes, and failing allocations.
#include "engine/lua/library.h"
#include "tests/unit/test_host_support.h"

typedef struct Case {
    const char *path;
    const char *script;
    EzFaultKind kind;
    int line;
    const char *message;
    const char *name; // NULL: the fault has none
    const char *hint;
} Case;

static const Case CASES[] = {
    {"place/an-error-is-where-it-was-raised", "\n\nerror 'wrong'", EZ_FAULT_ERROR, 3, "wrong",
     NULL, NULL},
    {"place/level-2-is-where-the-function-was-called",
     "local function f()\n  error('wrong', 2)\nend\nf()\nlocal a = 1", EZ_FAULT_ERROR, 4,
     "wrong", NULL, NULL},
    {"place/level-0-still-has-a-line", "\nerror('wrong', 0)", EZ_FAULT_ERROR, 2, "wrong", NULL,
     NULL},
    {"place/an-error-passed-on-keeps-its-words",
     "local ok, e = pcall(error, 'wrong', 0)\nerror(e, 0)", EZ_FAULT_ERROR, 2, "wrong", NULL,
     NULL},
    {"place/an-error-passed-on-keeps-its-place",
     "local ok, e = pcall(function()\n error 'wrong' end)\n\nerror(e, 0)", EZ_FAULT_ERROR, 2,
     "wrong", NULL, NULL},
    {"place/nil-is-no-function", "local t = {}\nt.titel()", EZ_FAULT_ERROR, 2,
     "attempt to call a nil value (field 'titel')", NULL, NULL},
    {"place/assert-has-a-line", "\n\nassert(false, 'no')", EZ_FAULT_ERROR, 3, "no", NULL, NULL},
    {"value/a-list-is-no-text", "\nerror { 1, 2 }", EZ_FAULT_ERROR, 2,
     "the error value is a list, not text", NULL, NULL},
    {"value/fields-are-no-text", "error { a = 1 }", EZ_FAULT_ERROR, 1,
     "the error value is a table of fields, not text", NULL, NULL},
    {"value/nothing-is-no-text", "error()", EZ_FAULT_ERROR, 1,
     "the error value is nothing, not text", NULL, NULL},
    {"value/a-number-is-no-text", "error(5)", EZ_FAULT_ERROR, 1,
     "the error value is a number, not text", NULL, NULL},
    {"value/broken-utf8-is-mended", "error('\\xff', 0)", EZ_FAULT_ERROR, 1, "\xef\xbf\xbd",
     NULL, NULL},
    {"text/arithmetic-on-a-text-is-a-mistake", "return '10' + 1", EZ_FAULT_ERROR, 1,
     "attempt to perform arithmetic on a string value (constant '10')", NULL, NULL},
    {"text/a-text-has-no-fields", "local title = 'x'\nreturn title.nl", EZ_FAULT_ERROR, 2,
     "a text has no field \"nl\"", NULL, NULL},
    {"words/wrong-type-in-the-authors-words", "words.upper(5)", EZ_FAULT_ERROR, 1,
     "words.upper: text expected, found number", NULL, NULL},
    {"words/wrong-type-inside-a-language", "words.upper { nl = true }", EZ_FAULT_ERROR, 1,
     "words.upper: text expected, found yes/no", NULL, NULL},

    {"syntax/names-the-line", "local a =\n\n  = 3", EZ_FAULT_SYNTAX, 3,
     "unexpected symbol near '='", NULL, NULL},
    {"syntax/an-open-brace-names-the-end", "local a = {\n1\n", EZ_FAULT_SYNTAX, 3,
     "'}' expected (to close '{' at line 1) near <eof>", NULL, NULL},
    {"syntax/compiled-lua-is-refused", "\x1bLuaT", EZ_FAULT_SYNTAX, 0,
     "this is compiled Lua; only text is read", NULL, NULL},
    {"syntax/a-byte-order-mark-is-skipped", "\xef\xbb\xbf\n\nerror 'x'", EZ_FAULT_ERROR, 3, "x",
     NULL, NULL},

    {"name/an-unknown-global", "\nreturn lable", EZ_FAULT_UNKNOWN_NAME, 2,
     "nothing here is called \"lable\"", "lable", NULL},
    {"name/an-unknown-function-of-a-library", "words.uper 'x'", EZ_FAULT_UNKNOWN_NAME, 1,
     "nothing here is called \"words.uper\"", "words.uper", NULL},
    {"name/passed-on-by-an-author-it-stays-what-it-is",
     "local ok, e = pcall(function() return lable end)\nerror(e, 0)", EZ_FAULT_UNKNOWN_NAME, 1,
     "nothing here is called \"lable\"", "lable", NULL},
    {"name/os-is-not-available", "return os.time()", EZ_FAULT_NOT_AVAILABLE, 1,
     "os is not available here", "os", NULL},
    {"name/gsub-names-what-to-use", "string.gsub('a', 'b', 'c')", EZ_FAULT_NOT_AVAILABLE, 1,
     "string.gsub is not available here", "string.gsub", "words.replace(text, old, new)"},
    {"name/gsub-as-a-method-too", "local s = 'a'\ns:gsub('b', 'c')", EZ_FAULT_NOT_AVAILABLE, 2,
     "string.gsub is not available here", "string.gsub", "words.replace(text, old, new)"},
    {"name/randomseed-names-what-to-use", "math.randomseed(1)", EZ_FAULT_NOT_AVAILABLE, 1,
     "math.randomseed is not available here", "math.randomseed",
     "random.new(seed) makes a generator of your own"},

    {"read-only/a-new-global", "\nx = 1", EZ_FAULT_READ_ONLY, 2,
     "the global name \"x\" cannot be changed; write: local x = …", "the global name \"x\"",
     "write: local x = …"},
    {"read-only/a-function-without-local", "function f() end", EZ_FAULT_READ_ONLY, 1,
     "the global name \"f\" cannot be changed; write: local f = …", "the global name \"f\"",
     "write: local f = …"},
    {"read-only/a-name-of-ours", "print = nil", EZ_FAULT_READ_ONLY, 1,
     "the global name \"print\" cannot be changed; write: local print = …",
     "the global name \"print\"", "write: local print = …"},
    {"read-only/by-way-of-_G", "_G.x = 1", EZ_FAULT_READ_ONLY, 1,
     "the global name \"x\" cannot be changed; write: local x = …", "the global name \"x\"",
     "write: local x = …"},
    {"read-only/a-library", "string.len = nil", EZ_FAULT_READ_ONLY, 1,
     "the library string cannot be changed", "the library string", "make a table of your own"},
    {"read-only/by-way-of-table.insert", "table.insert(words, 1)", EZ_FAULT_READ_ONLY, 1,
     "the library words cannot be changed", "the library words", "make a table of your own"},
};

static void test_case(gconstpointer data)
{
    const Case *c = data;
    Ground ground;
    ground_open(&ground, NULL);
    g_assert_false(ground_run(&ground, c->script));
    g_assert_cmpstr(ground.fault.message, ==, c->message);
    g_assert_cmpint(ground.fault.kind, ==, c->kind);
    g_assert_cmpstr(ground.fault.chunk, ==, "kit/try.lua");
    g_assert_cmpint(ground.fault.line, ==, c->line);
    g_assert_cmpstr(ground.fault.name, ==, c->name);
    g_assert_cmpstr(ground.fault.hint, ==, c->hint);
    g_assert_false(ez_host_is_dead(ground.host));
    ground_must_run(&ground, "local after = 1");
    ground_close(&ground);
}

static void test_all_can_be_caught(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    ground_must_run(&ground, "print(pcall(function() return os end))\n"
                             "print(pcall(function() x = 1 end))\n"
                             "print(select('#', pcall(function() return lable end)))");
    g_assert_cmpstr(
        ground.printed->str, ==,
        "false\tkit/try.lua:1: os is not available here\n"
        "false\tkit/try.lua:2: the global name \"x\" cannot be changed; write: local x "
        "= …\n2\n");
    ground_close(&ground);
}

static void test_long_names_stay_whole(void)
{
    g_autofree char *name = g_strdup_printf(
        "kit/%s.lua", "a-folder-with-a-name/that-is-longer/than-lua-would-show/us");
    static const char *const scripts[] = {"\nerror 'x'", "\n= 3"};
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        Ground ground;
        ground_open(&ground, NULL);
        EzSource *source = ez_source_new(name, scripts[i], strlen(scripts[i]));
        g_assert_false(ground_run_source(&ground, source, GROUND_BUDGET));
        g_assert_cmpstr(ground.fault.chunk, ==, name);
        g_assert_cmpint(ground.fault.line, ==, 2);
        g_assert_null(strstr(ground.fault.message, ":2:"));
        ground_close(&ground);
    }
}

// --- the engine's own library ------------------------------------------------------

// [-0, +1] A file of the engine's library that fails when it is called.
static int require_failing(lua_State *L)
{
    ez_host_load(L, ez_host_user(L));
    lua_call(L, 0, 1);
    return 1;
}

static void test_library_blames_the_author(void)
{
    static const char text[] = "return function(x)\n  error('draw: a list expected')\nend";
    g_autoptr(EzSource) library = ez_source_new("ez.draw", text, sizeof text - 1);
    Ground ground;
    ground_open(&ground, NULL);
    ez_host_set_user(ground.host, library);
    ez_host_set_require(ground.host, require_failing);
    g_assert_false(ground_run(&ground, "local draw = require 'ez.draw'\n\ndraw()\nlocal a"));
    g_assert_cmpstr(ground.fault.message, ==, "draw: a list expected");
    g_assert_cmpstr(ground.fault.chunk, ==, "kit/try.lua");
    g_assert_cmpint(ground.fault.line, ==, 3);
    g_assert_nonnull(strstr(ground.fault.trace, "ez.draw:2"));
    ground_close(&ground);
}

// --- boxes ------------------------------------------------------------------------

static void count_free(void *thing)
{
    ++*(int *)thing;
}

// [-0, +1]
static void push_box(lua_State *L)
{
    void **box = ez_box_push(L, count_free);
    *box = lua_touserdata(L, 1);
}

static int make_lost_box(lua_State *L)
{
    push_box(L);
    return 0;
}

static int make_and_empty_box(lua_State *L)
{
    push_box(L);
    ez_box_empty(L, -1);
    ez_box_empty(L, -1);
    return 0;
}

static int make_kept_box(lua_State *L)
{
    push_box(L);
    lua_setglobal(L, "box");
    return 0;
}

static int make_unfilled_box(lua_State *L)
{
    ez_box_push(L, count_free);
    return 0;
}

static int collect(lua_State *L)
{
    lua_gc(L, LUA_GCCOLLECT);
    return 0;
}

typedef struct BoxCase {
    lua_CFunction make;
    bool collect, kill;
    int freed_before, freed_after; // before and after ez_host_free
} BoxCase;

static const BoxCase BOXES[] = {
    {make_lost_box, true, false, 1, 1},      {make_lost_box, false, false, 0, 1},
    {make_lost_box, false, true, 0, 1},      {make_and_empty_box, false, false, 1, 1},
    {make_and_empty_box, true, false, 1, 1}, {make_and_empty_box, false, true, 1, 1},
    {make_kept_box, true, false, 0, 1},      {make_kept_box, true, true, 0, 1},
    {make_unfilled_box, true, false, 0, 0},  {make_unfilled_box, false, true, 0, 0},
};

static void test_boxes(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(BOXES); i++) {
        const BoxCase *c = &BOXES[i];
        int freed = 0;
        Ground ground;
        ground_open(&ground, NULL);
        g_assert_true(ez_host_enter(ground.host, c->make, &freed, GROUND_BUDGET, NULL));
        if (c->collect)
            g_assert_true(ez_host_enter(ground.host, collect, NULL, GROUND_BUDGET, NULL));
        if (c->kill)
            g_assert_false(ground_run(&ground, "while true do end"));
        g_assert_cmpint(freed, ==, c->freed_before);
        ground_close(&ground);
        g_assert_cmpint(freed, ==, c->freed_after);
    }
}

static void test_many_boxes_in_any_order(void)
{
    int freed = 0;
    Ground ground;
    ground_open(&ground, NULL);
    for (int i = 0; i < 300; i++) {
        lua_CFunction make = i % 3 == 0   ? make_lost_box
                             : i % 3 == 1 ? make_and_empty_box
                                          : make_kept_box;
        g_assert_true(ez_host_enter(ground.host, make, &freed, GROUND_BUDGET, NULL));
        if (i % 50 == 0)
            g_assert_true(ez_host_enter(ground.host, collect, NULL, GROUND_BUDGET, NULL));
    }
    ground_close(&ground);
    g_assert_cmpint(freed, ==, 300);
}

// --- allocations that fail ----------------------------------------------------------

// Every binding once.
static const char SWEEP[] =
    "local t = { 3, 1, 2, 'b' } table.remove(t) table.insert(t, 4) table.sort(t)\n"
    "table.sort(t, function(a, b) return a > b end) table.insert(t, 1, 9)\n"
    "local s = table.concat(t, ', ') .. tostring(1.5) .. tostring(t) .. tostring(nil)\n"
    "table.move(t, 1, 2, 3) local p = table.pack(table.unpack(t))\n"
    "for k, v in pairs { a = 1, [2] = 2, [true] = 3, [1.5] = 4 } do print(k, v) end\n"
    "for _, v in ipairs(t) do print(v) end print(next { z = 1, y = 2 }) print(#_G)\n"
    "print(s:upper(), s:lower(), s:reverse(), s:rep(3, '-'), s:sub(2, 3), s:byte(1), #s)\n"
    "print(string.char(65, 66), s:find(',', 1), string.len(s), "
    "string.format('%5.2f|%s|%q|%d|%%',"
    " 1, t, 'x', 3))\n"
    "print(utf8.char(233), utf8.codepoint('é'), utf8.len('é'), utf8.offset('éa', 2))\n"
    "for _, c in utf8.codes('éa') do print(c) end\n"
    "local x = { nl = 'Eén straat ', en = ' a ' }\n"
    "print(words.upper(x).nl, words.lower(x).nl, words.trim(x).nl, words.first(x, 2).nl)\n"
    "print(words.split(x).nl[1], words.split('a,b', ',')[2], words.contains(x, 'a'))\n"
    "print(words.replace(x, 'a', 'bb').nl, words.join({ 'a', x, 'b' }, ' ').nl, words.join { "
    "'a' })\n"
    "local r = random.new('N01') print(r:between(1, 6), r:unit(), r:shuffle(t)[1])\n"
    "print(random.new(3):between(1, 2), math.random(), math.random(6), math.random(2, 3))\n"
    "local e = { 1, 2, 2, 3, 3, 1, 3, 4 } print(graph.betweenness(4, e)[3], #graph.cuts(4, "
    "e))\n"
    "print(graph.clustering(4, e)[1], #graph.parts(4, e, 3), pcall(graph.cuts, 2, e))\n"
    "print(math.floor(1.5), math.max(1, 2), math.pi, rawlen(t), rawequal(t, t), select('#', "
    "1))\n"
    "print(pcall(error, 'x'), xpcall(error, print, 'y'), tonumber 'ff', tonumber('ff', 16), "
    "type(t))\n"
    "print(pcall(function() return os end), pcall(function() y = 1 end), pcall(require, 'x'))\n"
    "print(pcall(words.upper, 1), pcall(table.concat, { {} }), pcall(string.rep, 'x', 1 << "
    "40))\n"
    "local ends = { 1, 2, 2, 3 } print(graph.betweenness(3, ends)[2], "
    "graph.clustering(3, ends)[1])\n"
    "print(graph.cuts(3, ends)[1], #graph.parts(3, ends, 2), pcall(graph.parts, 3, ends, 4))\n"
    "print(assert(1))\n";

static bool is_in_name(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

// A function of a library after a dot or a colon, any other on its own.
static bool sweeps(const EzHostFunction *function)
{
    const char *name = function->name;
    for (const char *at = SWEEP; (at = strstr(at, name)) != NULL; at++) {
        char before = at > SWEEP ? at[-1] : ' ';
        bool own = function->library == NULL ? before != '.' && before != ':'
                                             : before == '.' || before == ':';
        if (own && !is_in_name(before) && !is_in_name(at[strlen(name)]))
            return true;
    }
    return false;
}

// The sweep is of every binding that is not Lua's own: a new one has its place in it.
static void test_sweep_has_all(void)
{
    for (const EzHostFunction *each = ez_lua_functions; each->name != NULL; each++)
        if (each->function != NULL && !sweeps(each))
            g_error("the sweep has no %s.%s", each->library != NULL ? each->library : "",
                    each->name);
}

static bool sweep_once(uint64_t fail_after)
{
    Ground ground;
    EzHostLimits limits = ground_limits(&ground);
    limits.fail_after = fail_after;
    ground_open(&ground, &limits);
    bool ok = ground.host != NULL && ground_run(&ground, SWEEP);
    if (ground.host != NULL && !ok)
        g_assert_cmpint(ground.fault.kind, !=, EZ_FAULT_NONE);
    ground_close(&ground);
    return ok;
}

static void test_every_allocation_may_fail(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    ground_must_run(&ground, SWEEP);
    ground_close(&ground);
    uint64_t n = 1;
    while (!sweep_once(n))
        n++;
    g_test_message("%d allocations", (int)n - 1);
    g_assert_cmpuint(n, >, 500);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *path = g_strconcat("/host/fault/", CASES[i].path, NULL);
        g_test_add_data_func(path, &CASES[i], test_case);
    }
    g_test_add_func("/host/fault/all-but-stops-can-be-caught", test_all_can_be_caught);
    g_test_add_func("/host/fault/long-names-of-files-stay-whole", test_long_names_stay_whole);
    g_test_add_func("/host/fault/the-library-blames-the-author",
                    test_library_blames_the_author);
    g_test_add_func("/host/box/each-is-freed-once-in-every-way", test_boxes);
    g_test_add_func("/host/box/many-in-any-order", test_many_boxes_in_any_order);
    g_test_add_func("/host/the-sweep-has-every-binding", test_sweep_has_all);
    g_test_add_func("/host/every-allocation-may-fail", test_every_allocation_may_fail);
    return g_test_run();
}
