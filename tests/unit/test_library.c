// SPDX-License-Identifier: EUPL-1.2
// What scripts find: that it works, that it is the same in each run, and that nothing else is there.
#include "engine/lua/library.h"
#include "tests/unit/test_host_support.h"

typedef struct Line {
    const char *path;
    const char *script;  // prints …
    const char *printed; // … this, but for the last end of line
} Line;

static const Line LINES[] = {
    {"pairs/numbers-then-texts-then-booleans",
     "for k in pairs { b = 1, a = 1, [true] = 1, [false] = 1, [2] = 1, [1.5] = 1, [-3] = 1, B "
     "= 1 } "
     "do print(k) end",
     "-3\n1.5\n2\nB\na\nb\nfalse\ntrue"},
    {"pairs/large-numbers-keep-their-order",
     "for k in pairs { [math.maxinteger] = 1, [math.maxinteger - 1] = 1, [2^63] = 1, [1e300] = "
     "1, "
     "[-math.huge] = 1 } do print(k) end",
     "-inf\n9223372036854775806\n9223372036854775807\n9.2233720368548e+18\n1e+300"},
    {"pairs/an-entry-may-be-removed-on-the-way",
     "local t = { a = 1, b = 2, c = 3 } for k in pairs(t) do print(k) t.b = nil t.d = 4 end",
     "a\nc"},
    {"pairs/texts-with-NUL-and-prefixes",
     "for k in pairs { ['a\\0b'] = 1, a = 1, ab = 1, [''] = 1 } do print(#k) end",
     "0\n1\n3\n2"},
    {"pairs/tables-as-keys-are-refused-at-the-line-of-pairs",
     "print(pcall(pairs, { [{}] = 1 }))\nprint(pcall(function()\nfor k in pairs { [print] = 1 "
     "} do "
     "end end))",
     "false\ta table that has a table of fields as a key cannot be walked: use texts or "
     "numbers\n"
     "false\tkit/try.lua:3: a table that has a function as a key cannot be walked: use texts "
     "or "
     "numbers"},
    {"pairs/sees-through-a-library", "local n = 0 for k in pairs(random) do print(k) end",
     "new"},
    {"next/walks-in-the-same-order",
     "local t = { z = 1, [3] = 1, a = 1 } local k = next(t) while k ~= nil do print(k) k = "
     "next(t, "
     "k) end print(next {})",
     "3\na\nz\nnil"},
    {"tostring/has-no-address",
     "print(tostring {}, tostring(print), tostring(random.new(1)), tostring(function() end))",
     "table\tfunction\trandom generator\tfunction"},
    {"tostring/formats-too", "print(string.format('%s %5s|', {}, print))", "table function|"},
    {"tostring/nan-has-no-sign", "print(0 / 0, -(0 / 0))", "nan\tnan"},
    {"tostring/plain-values", "print(1, 1.0, 1e100, true, nil, 'x')",
     "1\t1.0\t1e+100\ttrue\tnil\tx"},

    {"sort/is-stable",
     "local t = {} for i = 1, 50 do t[i] = { i % 3, i } end table.sort(t, function(a, b) "
     "return a[1] "
     "< b[1] end) local s = {} for i = 1, 50 do s[i] = t[i][2] end print(table.concat(s, ' '))",
     "3 6 9 12 15 18 21 24 27 30 33 36 39 42 45 48 1 4 7 10 13 16 19 22 25 28 31 34 37 40 43 "
     "46 49 "
     "2 5 8 11 14 17 20 23 26 29 32 35 38 41 44 47 50"},
    {"sort/a-comparison-that-contradicts-itself-ends",
     "local t = {} for i = 1, 100 do t[i] = i end table.sort(t, function() return true end) "
     "table.sort(t, function(a, b) return (a * 7919) % 3 < (b * 104729) % 5 end) "
     "table.sort(t) print(#t, t[1], t[100])",
     "100\t1\t100"},
    {"sort/a-comparison-that-fails-leaves-the-list",
     "local t = { 3, 2, 1 } print(pcall(table.sort, t, function() error('no', 0) end)) "
     "print(table.concat(t))",
     "false\tno\n321"},
    {"sort/texts-by-their-bytes",
     "local t = { 'b', 'é', 'B', 'a', '' } table.sort(t) print(table.concat(t, ' '))",
     " B a b é"},
    {"sort/mixed-kinds-are-refused", "print(pcall(table.sort, { 1, 'x' }))",
     "false\ttable.sort: cannot tell whether a text comes before a number; give a function "
     "that can"},
    {"table/insert-and-remove",
     "local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) print(table.concat(t, ','), "
     "table.remove(t, 1), table.remove(t), table.concat(t, ',')) print(table.remove {})",
     "1,2,3,4\t1\t4\t2,3\nnil"},
    {"table/insert-outside-is-refused", "print(pcall(table.insert, { 1 }, 5, 1))",
     "false\ttable.insert: place 5 lies outside the list (1 to 2)"},
    {"table/move-both-ways",
     "local t = { 1, 2, 3 } table.move(t, 1, 3, 2) print(table.concat(t)) table.move(t, 2, 4, "
     "1) "
     "print(table.concat(t)) print(#table.move({ 1, 2 }, 1, 2, 1, {}))",
     "1123\n1233\n2"},
    {"table/concat", "print(table.concat({ 1, 'b', 2.5 }, '-', 2, 3), table.concat {} == '')",
     "b-2.5\ttrue"},
    {"table/concat-names-the-wrong-entry", "print(pcall(table.concat, { 'a', {} }))",
     "false\ttable.concat: entry 2 is a table of fields, not text"},
    {"table/too-many-entries-at-once",
     "print(pcall(table.unpack, {}, 1, 100001)) print(pcall(table.move, {}, 0, "
     "math.maxinteger, 1)) "
     "print(#table.pack(table.unpack({}, 1, 100000)), select('#', table.unpack({}, 1, 1e5)))",
     "false\ttable.unpack: too many entries at once (100000 is the most)\n"
     "false\ttable.move: too many entries at once (1000000 is the most)\n0\t100000"},
    {"table/pack-and-unpack", "print(table.unpack(table.pack(1, nil, 3), 1, 3))", "1\tnil\t3"},

    {"string/find-is-plain",
     "print(('a.b'):find('.'), ('a%d'):find('%d'), ('abab'):find('b', 3), ('abab'):find('b', "
     "-1), "
     "('a'):find('', 2), ('a'):find('', 3), ('abc'):find('x'))",
     "2\t2\t4\t4\t2\tnil\tnil"},
    {"string/format",
     "print(string.format('%d %5.1f|%-4s|%q %x %%', 3, 2.25, 'a', 'b\\n', 255))",
     "3   2.2|a   |\"b\\\n\" ff %"},
    {"string/format-without-addresses", "print(pcall(string.format, '%p', {}))",
     "false\tstring.format: %p shows an address, which differs in each run"},
    {"string/rep-and-char",
     "print(('ab'):rep(3, '-'), ('x'):rep(0) == '', ('x'):rep(-1) == '', string.char(72, 105))",
     "ab-ab-ab\ttrue\ttrue\tHi"},
    {"string/bytes",
     "print(('Hé'):upper(), ('HÉ'):lower(), ('abc'):reverse(), ('abc'):byte(-1))",
     "Hé\thÉ\tcba\t99"},

    {"words/upper",
     "print(words.upper 'één straße ﬁjn ĳ', words.upper { nl = 'ja', en = 'yes' }.en)",
     "ÉÉN STRASSE FIJN Ĳ\tYES"},
    {"words/lower", "print(words.lower 'ÉÉN ΟΔΟΣ ΣΑΣ I')", "één οδος σας i"},
    {"words/trim", "print('[' .. words.trim ' \\u{a0}a b\\n\\t' .. ']', words.trim ' ' == '')",
     "[a b]\ttrue"},
    {"words/split",
     "print(table.concat(words.split('a, b,,c', ','), '|'), table.concat(words.split ' één  "
     "twee ', "
     "'|'), #words.split('', ','), #words.split '')",
     "a| b||c\téén|twee\t1\t0"},
    {"words/split-gives-lists-by-language",
     "local t = words.split({ nl = 'a b', en = 'c d e' }) print(#t.nl, #t.en)", "2\t3"},
    {"words/contains",
     "print(words.contains('a.c', '.'), words.contains('abc', '.'), words.contains({ nl = "
     "'ab', en "
     "= 'b' }, 'b'), words.contains({ nl = 'ab', en = 'c' }, 'b'))",
     "true\tfalse\ttrue\tfalse"},
    {"words/replace",
     "print(words.replace('a.b.c', '.', '%1'), words.replace('aaa', 'aa', 'b'), "
     "words.replace({ nl "
     "= 'x' }, 'x', 'y').nl)",
     "a%1b%1c\tba\ty"},
    {"words/first",
     "print(words.first 'één', words.first('e\\u{301}én', 2), words.first('ab', 9), "
     "words.first('ab', 0) == '')",
     "é\te\u0301é\tab\ttrue"},
    {"words/join",
     "print(words.join({ 'a', 'b' }, ', '), words.join {} == '') local t = words.join({ { nl = "
     "'een', "
     "en = 'one' }, '2' }, { nl = ' en ', en = ' and ' }) print(t.nl, t.en)",
     "a, b\ttrue\neen en 2\tone and 2"},
    {"words/join-names-the-missing-language",
     "print(pcall(words.join, { { nl = 'a', en = 'b' }, { nl = 'c' } }))",
     "false\twords.join: a text is missing in language \"en\""},
    {"words/plural-forms-too",
     "print(words.upper { nl = { one = 'kaart', other = 'kaarten' } }.nl.other)", "KAARTEN"},
    {"words/broken-text-is-refused", "print(pcall(words.upper, '\\xff'))",
     "false\twords.upper: the text is not valid UTF-8"},
    {"words/an-empty-part-is-refused", "print(pcall(words.replace, 'a', '', 'b'))",
     "false\twords.replace: the text to look for is empty"},

    {"random/the-same-seed-gives-the-same",
     "local a, b = random.new 'N01', random.new 'N01' for i = 1, 100 do assert(a:between(1, "
     "1000) == "
     "b:between(1, 1000)) end print(random.new(1):unit() == random.new(2):unit())",
     "false"},
    {"random/extremes",
     "local r = random.new(1) r:between(math.mininteger, math.maxinteger) print(r:between(5, "
     "5), "
     "pcall(r.between, r, 2, 1))",
     "5\tfalse\tthere is no whole number from 2 to 1"},
    {"random/a-dot-for-a-colon-is-explained", "print(pcall(random.new(1).unit))",
     "false\tunit: write a colon before the name: generator:unit(…)"},
    {"random/shuffle-leaves-the-list",
     "local t = { 1, 2, 3, 4 } local s = random.new(9):shuffle(t) print(table.concat(t), #s) "
     "table.sort(s) print(table.concat(s))",
     "1234\t4\n1234"},
};

static void test_line(gconstpointer data)
{
    const Line *line = data;
    Ground ground;
    ground_open(&ground, NULL);
    ground_must_run(&ground, line->script);
    g_autofree char *expected = g_strconcat(line->printed, "\n", NULL);
    g_assert_cmpstr(ground.printed->str, ==, expected);
    ground_close(&ground);
}

static void test_same_in_each_state(void)
{
    static const char script[] =
        "local t = {} for i = 1, 300 do t['k' .. i * 7919 % 1000] = i end\n"
        "for k, v in pairs(t) do print(k, v) end print(math.random(1 << 40), {}, print)";
    g_autofree char *first = NULL;
    for (int i = 0; i < 20; i++) {
        Ground ground;
        ground_open(&ground, NULL);
        ground_must_run(&ground, script);
        if (first == NULL)
            first = g_strdup(ground.printed->str);
        g_assert_cmpstr(ground.printed->str, ==, first);
        g_assert_null(strstr(first, "0x"));
        ground_close(&ground);
    }
}

// --- nothing else -----------------------------------------------------------------

static void test_nothing_else_is_there(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    ground_must_run(&ground,
                    "for k, v in pairs(_G) do print(k) if type(v) == 'table' and k ~= '_G' "
                    "then for f in pairs(v) do print(k .. '.' .. f) end end end");
    g_auto(GStrv) found = g_strsplit(ground.printed->str, "\n", 0);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(known, g_strdup("_G"));
    g_hash_table_add(known, g_strdup(""));
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++) {
        g_hash_table_add(known, f->library != NULL ? g_strconcat(f->library, ".", f->name, NULL)
                                                   : g_strdup(f->name));
        if (f->library != NULL)
            g_hash_table_add(known, g_strdup(f->library));
    }
    for (char **name = found; *name != NULL; name++)
        if (!g_hash_table_contains(known, *name))
            g_error("%s is there, but not in the table", *name);
    g_assert_cmpuint(g_strv_length(found), >, 70);
    ground_close(&ground);
}

static void test_omissions_are_sorted_and_omitted(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    for (const EzOmission *o = ez_lua_omissions; o->name != NULL; o++) {
        g_assert_true(o == ez_lua_omissions || strcmp(o[-1].name, o->name) < 0);
        g_autofree char *script = g_strdup_printf("return %s", o->name);
        g_assert_false(ground_run(&ground, script));
        g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_NOT_AVAILABLE);
        g_assert_cmpstr(ground.fault.name, ==, o->name);
        g_assert_cmpstr(ground.fault.hint, ==, o->instead);
    }
    g_assert_cmpstr(ez_lua_omission("os.time")->name, ==, "os");
    g_assert_null(ez_lua_omission("lable"));
    g_assert_null(ez_lua_omission("o"));
    ground_close(&ground);
}

static void test_own_functions_are_described(void)
{
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++) {
        g_assert_cmpint(f->function != NULL, ==, f->signature != NULL);
        g_assert_cmpint(f->function != NULL, ==, f->doc != NULL);
        g_assert_true(f->doc == NULL || g_str_has_suffix(f->doc, "."));
    }
}

// --- for the rooms above ------------------------------------------------------------

static int push_view(lua_State *L)
{
    lua_createtable(L, 0, 0);
    lua_pushinteger(L, 10);
    lua_rawseti(L, -2, 1);
    lua_pushinteger(L, 20);
    lua_rawseti(L, -2, 2);
    ez_lua_make_view(L, "module \"labels\"");
    lua_setglobal(L, "labels");
    return 0;
}

static void test_views(void)
{
    Ground ground;
    ground_open(&ground, NULL);
    g_assert_true(ez_host_enter(ground.host, push_view, NULL, GROUND_BUDGET, NULL));
    ground_must_run(
        &ground, "print(#labels, labels[1], table.concat(labels, ','), table.unpack(labels))\n"
                 "for i, v in ipairs(labels) do print(i, v) end\n"
                 "for k, v in pairs(labels) do print(k, v) end print(next(labels))");
    g_assert_cmpstr(ground.printed->str, ==,
                    "2\t10\t10,20\t10\t20\n1\t10\n2\t20\n1\t10\n2\t20\n1\t10\n");
    static const char *const changes[] = {
        "labels[1] = 2",      "labels.x = 1",         "table.insert(labels, 1)",
        "table.sort(labels)", "table.remove(labels)", "table.move(labels, 1, 2, 2)"};
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        g_assert_false(ground_run(&ground, changes[i]));
        g_assert_cmpint(ground.fault.kind, ==, EZ_FAULT_READ_ONLY);
        g_assert_cmpstr(ground.fault.name, ==, "module \"labels\"");
    }
    ground_close(&ground);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(LINES); i++) {
        g_autofree char *path = g_strconcat("/library/", LINES[i].path, NULL);
        g_test_add_data_func(path, &LINES[i], test_line);
    }
    g_test_add_func("/library/all-is-the-same-in-each-state", test_same_in_each_state);
    g_test_add_func("/library/nothing-else-is-there", test_nothing_else_is_there);
    g_test_add_func("/library/each-omission-is-omitted", test_omissions_are_sorted_and_omitted);
    g_test_add_func("/library/own-functions-are-described", test_own_functions_are_described);
    g_test_add_func("/library/views-are-read-only", test_views);
    return g_test_run();
}
