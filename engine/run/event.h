// SPDX-License-Identifier: EUPL-1.2
// What can stand in a journal. The names are those on disk: one that was used once keeps its meaning.
#pragma once

#include <stdbool.h>

typedef enum EzEvent {
    EZ_EVENT_START, // the seed, the parameters and the languages of the session
    EZ_EVENT_OPEN,  // a step
    EZ_EVENT_INPUT,
    EZ_EVENT_WITHDRAW,
    EZ_EVENT_DONE, // somebody is ready with a step
    EZ_EVENT_CLOSE,
    EZ_EVENT_FACT, // what was drawn, dealt, split, picked, seated, shuffled or counted
    EZ_EVENT_SKIP,
    EZ_EVENT_EXTEND,
    EZ_EVENT_PAUSE,
    EZ_EVENT_UNDO,
    EZ_EVENT_REDACT, // a text was erased
    EZ_EVENT_REWIND,
    EZ_EVENT_JOIN,
    EZ_EVENT_LEAVE,
    EZ_EVENT_ROLE,
    EZ_EVENT_SCRIPT, // from here on the session runs another script
    EZ_EVENT_COUNT
} EzEvent;

typedef struct EzEventKind {
    const char *name;
    bool timed; // a row that steers the session has a time; one about somebody never has
} EzEventKind;

const EzEventKind *ez_event_kind(EzEvent event);
// EZ_EVENT_COUNT for a name that is none.
EzEvent ez_event_by_name(const char *name);
