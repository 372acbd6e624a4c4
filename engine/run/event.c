// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/event.h"

#include <string.h>

static const EzEventKind kinds[EZ_EVENT_COUNT] = {
    [EZ_EVENT_START] = {"start", true},   [EZ_EVENT_OPEN] = {"open", true},
    [EZ_EVENT_INPUT] = {"input", false},  [EZ_EVENT_WITHDRAW] = {"withdraw", false},
    [EZ_EVENT_DONE] = {"done", false},    [EZ_EVENT_CLOSE] = {"close", true},
    [EZ_EVENT_FACT] = {"fact", false},    [EZ_EVENT_SKIP] = {"skip", true},
    [EZ_EVENT_EXTEND] = {"extend", true}, [EZ_EVENT_PAUSE] = {"pause", true},
    [EZ_EVENT_UNDO] = {"undo", true},     [EZ_EVENT_REDACT] = {"redact", true},
    [EZ_EVENT_REWIND] = {"rewind", true}, [EZ_EVENT_JOIN] = {"join", false},
    [EZ_EVENT_LEAVE] = {"leave", false},  [EZ_EVENT_ROLE] = {"role", false},
    [EZ_EVENT_SCRIPT] = {"script", true},
};

const EzEventKind *ez_event_kind(EzEvent event)
{
    return &kinds[event];
}

EzEvent ez_event_by_name(const char *name)
{
    int event = 0;
    while (event < EZ_EVENT_COUNT && strcmp(kinds[event].name, name) != 0)
        event++;
    return (EzEvent)event;
}
