// SPDX-License-Identifier: EUPL-1.2
// A mistake in what a script calls, s.ask("idea", { … }, { per = 3 }): what is wrong, and which part of the call it is. Where in the file that
// part stands is found when it is told, see ez_session_tell_fault.
#pragma once

#include "engine/base/diag.h"

typedef struct EzMistake {
    EzDiagCode code;
    char *message, *hint; // hint may be NULL
    char *word;           // not a part of a call, but this word behind a dot; NULL
    int argument;         // of the call, from 1; 0 = the call as a whole
    char *field;          // of the table that is this argument; NULL = the argument itself
    bool name;            // it is the name of the field that is wrong, and not its value
    int item;             // of the list that this field is, from 1; 0 = the field itself
} EzMistake;

void ez_mistake_clear(EzMistake *mistake);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzMistake, ez_mistake_clear)

// Where the options of a step are among its arguments.
enum { EZ_CALL_ID = 1, EZ_CALL_TEXT, EZ_CALL_OPTIONS };
