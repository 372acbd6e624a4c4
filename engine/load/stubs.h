// SPDX-License-Identifier: EUPL-1.2
// What is written down about the author's words, derived from the tables of records: types for any editor with lua-language-server,
// the linter's list, and the reference of the manual. The files are these texts; a test keeps them so.
#pragma once

// LuaCATS definitions: scripts/types/ezkit.lua. Owned by the caller.
char *ez_stubs_types(void);
// The list of globals for luacheck: scripts/types/globals.lua. Owned by the caller.
char *ez_stubs_globals(void);
// Every word with its fields, as a chapter of the manual: kit/REFERENCE.md. Owned by the caller.
char *ez_stubs_reference(void);
