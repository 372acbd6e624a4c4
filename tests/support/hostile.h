// SPDX-License-Identifier: EUPL-1.2
// What a script may do to those who run it: each is stopped with its place.
#pragma once

typedef struct EzHostile {
    const char *name;
    const char *lua;   // on one line, in a function that has `s`
    const char *words; // of the sentence that stops it
} EzHostile;

extern const EzHostile ez_hostile[]; // ends with one without a name
// The exercise `id` that asks for texts at /a, then does this, then asks at /b. NULL does nothing. The line of the mischief is EZ_HOSTILE_LINE. Owned by
// the caller.
char *ez_hostile_exercise(const char *id, const char *lua);
enum { EZ_HOSTILE_LINE = 5 };
