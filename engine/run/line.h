// SPDX-License-Identifier: EUPL-1.2
// Events as lines of JSON: what an answers file says, and what a status and a report print.
//
//   {"ev":"input","step":"/idea#1","by":"p3","value":"…"}
//   {"ev":"join","by":"p3","value":{"role":"ministry","locale":"nl"}}
//   {"ev":"role","by":"p3","value":{"group":"g2"}}   goes to another group of the last split
//   {"ev":"close","step":"/idea#1","at":120}
//
// `at` is in seconds that the session has run. A `value` is what the event says: an answer, the seconds of an extend, the seed and params
// of a start. A word that is empty is as if it were left out.
#pragma once

#include "engine/run/row.h"
#include "engine/run/value.h"

// Reads one line; its texts live as long as the arena. False with an error that names the member and the nearest right word.
bool ez_line_read(const char *line, gssize length, EzArena *arena, EzRow *row, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// The line of a row, without its end; owned by the caller. Erased texts are left out.
char *ez_line_write(const EzRow *row);
