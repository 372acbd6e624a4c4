// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/hostile.h"

#include <glib.h>

#define T "{ nl = 'A', en = 'A' }"

const EzHostile ez_hostile[] = {
    {"loop", "while true do end", "more work than a script may do"},
    {"loop-that-catches",
     "while true do pcall(function() while true do pcall(function() while true do end end) end "
     "end) end",
     "more work than a script may do"},
    {"memory", "local t = {} for i = 1, 1 << 40 do t[i] = { i } end", "memory"},
    {"memory-that-catches",
     "while true do pcall(function() local t = {} for i = 1, 1 << 40 do t[i] = { i } end end) "
     "end",
     "memory"},
    {"text", "local x = 'x' while true do x = x .. x end", "text"},
    {"text-by-a-call", "local x = string.rep('x', 1 << 30)", "text"},
    {"recursion", "local function f() return 1 + f() end f()", "memory"},
    {"calls", "local x = string.rep('é', 500000) while true do words.upper(x) end",
     "stopped: "},
    {"harvests", "for i = 1, 1 << 40 do s.harvest('h' .. i, " T ", { i }) end", ""},
    {"picks", "for i = 1, 1 << 40 do s.shuffle('h' .. i, { 'x', 'y' }) end", "steps at most"},
    {"recursion-that-catches",
     "local function f() pcall(f) return f() end while true do pcall(f) end", ""},
    {"deep-table",
     "local t = {} for i = 1, 50000 do t = { t } end s.say('deep', " T ", { slots = t })",
     "deep"},
    {"ring-of-tables", "local t = {} t[1] = t s.say('ring', " T ", { slots = { t = t } })", ""},
    {"steps", "for i = 1, 10000 do s.say('f' .. i, " T ", { wait = false }) end", "steps"},
    {"steps-that-are-caught", "while true do pcall(s.say, 'f', " T ", { wait = false }) end",
     ""},
    {"branches",
     "local g = {} for i = 1, 3000 do g[i] = { id = 'g' .. i } end s.parallel('p', g, "
     "function(one, s) s.ask('q', " T ") end)",
     "groups work apart"},
    {"branches-of-branches",
     "local g = {} for i = 1, 30 do g[i] = { id = 'g' .. i } end local function grow(s) "
     "s.parallel('p', g, function(one, s) grow(s) end) end grow(s)",
     ""},
    {"sorting",
     "local t = {} for i = 1, 300000 do t[i] = i % 7 end while true do table.sort(t, "
     "function(a, b) return a > b end) end",
     "more work than a script may do"},
    {NULL, NULL, NULL},
};

char *ez_hostile_exercise(const char *id, const char *lua)
{
    return g_strdup_printf(
        "return exercise { id = \"%s\", code = \"B1\", version = \"1\", api = 1,\n"
        "title = " T ", goal = " T ", people = { 1, 9 }, minutes = 5,\n"
        "run = function(s)\n"
        "  s.ask('a', " T ", { per = 3 })\n"
        "  %s\n"
        "  s.ask('b', " T ")\n"
        "  s.say('end', " T ")\n"
        "end }\n",
        id, lua != NULL ? lua : "");
}
