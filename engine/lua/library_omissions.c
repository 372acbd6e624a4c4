// SPDX-License-Identifier: EUPL-1.2
#include "engine/lua/library.h"

#include <stddef.h>
#include <string.h>

#define NO_PATTERNS "patterns can take very long, and this Lua's have faults that crash"
#define NO_META     "metatables reach faults of this Lua that crash, and undo what is read-only"
#define NO_TEXT_RUN "all code of a kit stands in its files, where messages can point at it"
#define OLD_LUA     "it belongs to an older Lua"

const EzOmission ez_lua_omissions[] = {
    {"collectgarbage", "memory is looked after and limited by the program", NULL},
    {"coroutine",
     "the program alone decides what waits; this Lua's coroutines have faults that crash",
     "write the steps one after the other: a step waits by itself"},
    {"debug", "it reaches into everything", NULL},
    {"dofile", NO_TEXT_RUN, "require \"name\" reads kit/name.lua"},
    {"getfenv", OLD_LUA, NULL},
    {"getmetatable", NO_META, NULL},
    {"io", "a script reads nothing but its kit's files and writes nothing",
     "csv \"name.csv\" reads a table"},
    {"load", NO_TEXT_RUN, "require \"name\" reads kit/name.lua"},
    {"loadfile", NO_TEXT_RUN, "require \"name\" reads kit/name.lua"},
    {"loadstring", OLD_LUA, NULL},
    {"math.pow", OLD_LUA, "x ^ y"},
    {"math.randomseed", "the seed is chosen by the program, so that each run gives the same",
     "random.new(seed) makes a generator of your own"},
    {"module", OLD_LUA, "end the file with: return { … }"},
    {"os", "the clock, the language and the programs of the machine would make each run differ",
     NULL},
    {"package", "modules are the kit's own files", "require \"name\" reads kit/name.lua"},
    {"rawget", "scripts have no metatables, so it would do nothing", "t[key]"},
    {"rawset", "it would change what is read-only", "t[key] = value"},
    {"setfenv", OLD_LUA, NULL},
    {"setmetatable", NO_META, "a function that makes a table"},
    {"string.dump", "compiled Lua can crash the program that reads it", NULL},
    {"string.gmatch", NO_PATTERNS, "words.split(text, separator)"},
    {"string.gsub", NO_PATTERNS, "words.replace(text, old, new)"},
    {"string.match", NO_PATTERNS, "words.contains(text, part), words.split or string.find"},
    {"string.pack", "scripts write no binary files", NULL},
    {"string.packsize", "scripts write no binary files", NULL},
    {"string.unpack", "scripts read no binary files", NULL},
    {"table.getn", OLD_LUA, "#list"},
    {"unpack", OLD_LUA, "table.unpack(list)"},
    {"utf8.charpattern", NO_PATTERNS, "for place, character in utf8.codes(text) do … end"},
    {"warn", "messages to authors come from the program", "print(…)"},
    {NULL, NULL, NULL},
};

const EzOmission *ez_lua_omission(const char *name)
{
    size_t library = strcspn(name, ".");
    const EzOmission *found = NULL;
    for (const EzOmission *o = ez_lua_omissions; o->name != NULL; o++) {
        if (strcmp(o->name, name) == 0)
            return o;
        if (strlen(o->name) == library && strncmp(o->name, name, library) == 0)
            found = o;
    }
    return found;
}
