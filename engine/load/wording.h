// SPDX-License-Identifier: EUPL-1.2
// Lua's own messages in the words of an author.
#pragma once

// What a syntax error says. `near`: the token that Lua stopped at as the source shows it, NULL at the end of the file. Owned by the caller.
char *ez_wording_syntax(const char *message, const char *near);
// What an error while running says. Owned by the caller.
char *ez_wording_error(const char *message);
