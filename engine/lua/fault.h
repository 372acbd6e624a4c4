// SPDX-License-Identifier: EUPL-1.2
// What a script may spend, and what went wrong in it: for rooms that never see Lua itself.
#pragma once

#include <glib.h>
#include <stdint.h>

// What one entrance may spend.
typedef struct EzBudget {
    int64_t instructions;
    int64_t nanoseconds;
} EzBudget;

typedef enum EzFaultKind {
    EZ_FAULT_NONE,
    EZ_FAULT_SYNTAX,       // the text is no Lua
    EZ_FAULT_ERROR,        // the script raised an error
    EZ_FAULT_BUDGET,       // too many instructions: the host is dead
    EZ_FAULT_TIME,         // too long: the host is dead
    EZ_FAULT_MEMORY,       // too much memory, or a text too long: the host is dead
    EZ_FAULT_UNKNOWN_NAME, // `name` is no global, or no function of a library: "lable", "words.uper"
    EZ_FAULT_NOT_AVAILABLE, // `name` is Lua's, but scripts do not have it: "os", "string.gsub"
    EZ_FAULT_READ_ONLY, // `name` is the thing that cannot be changed: "the global name \"x\""
} EzFaultKind;

// What went wrong in an entrance. Texts are owned; ez_fault_clear frees them.
typedef struct EzFault {
    EzFaultKind kind;
    char *
        chunk; // name of the source where it happened, "kit/decks/natuur.lua"; NULL when unknown
    int line;  // 0 when unknown
    char *message; // Lua's message without its "file:line:" prefix
    char *trace;   // "  file:line in name" for each level; may be NULL
    char *name;    // see the kinds; else NULL
    char *hint;    // what to write instead; NULL when there is nothing
} EzFault;

void ez_fault_clear(EzFault *fault);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzFault, ez_fault_clear)
