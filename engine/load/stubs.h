// SPDX-License-Identifier: EUPL-1.2
// What an editor knows of the author's words, derived from the tables of records: completions, hover and checks in any editor with
// lua-language-server. The files in scripts/types are these texts; a test keeps them so.
#pragma once

// LuaCATS definitions: scripts/types/ezkit.lua. Owned by the caller.
char *ez_stubs_types(void);
// The list of globals for luacheck: scripts/types/globals.lua. Owned by the caller.
char *ez_stubs_globals(void);
