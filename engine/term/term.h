// SPDX-License-Identifier: EUPL-1.2
// A session in a terminal: the facilitator reads aloud and types for the table. Plain lines in and out, so that it works in any terminal,
// through a pipe and with a screen reader. Where it is more than that, the last row shows the time.
#pragma once

#include "engine/run/live.h"
#include "engine/term/screen.h"

#include <signal.h>

typedef struct EzTerm {
    int in;
    EzScreen screen;
    const char *language;
    int people;                        // who will be there; 0 = ask
    const char *lay_ready;             // what has to lie on the table; NULL = not said
    const volatile sig_atomic_t *stop; // set by a signal: leave now; may be NULL
    void (*size)(
        int *rows,
        int *
            columns); // of the terminal as it is now: it has a row for the time. NULL = it has none
    bool colour;      // that row may stand out
    FILE *warnings; // where doubts go when nobody is there to ask; NULL = they are asked
} EzTerm;

typedef enum EzTermEnd {
    EZ_TERM_FINISHED,
    EZ_TERM_LEFT,   // the input ended, or somebody said so
    EZ_TERM_FAILED, // the journal takes nothing more: see the error
} EzTermEnd;

// A sentence when the exercise is not meant for so many people, else NULL; owned by the caller.
char *ez_term_doubt(const EzSession *session, int people, const char *language);
// Leads the session to its end, or until the facilitator leaves. All that was done is on disk when it returns, unless it failed.
EzTermEnd ez_term_run(const EzTerm *term, EzLive *live, GError **error);
