// SPDX-License-Identifier: EUPL-1.2
// What the commands about sessions share.
#pragma once

#include "engine/cmd/common.h"
#include "engine/run/live.h"

// A file of a session that is being written, and the clock that it goes by.
typedef struct EzSitting {
    EzLive *live;
    bool scripted;   // the clock goes by `at` of its events
    int64_t now;     // of that clock, in seconds
    char *lay_ready; // what has to lie on the table, when it begins; NULL = not said
    bool told;       // acknowledgements are printed
} EzSitting;

// What `report` writes, NULL-terminated, and where: beside the session, by its name. Owned by the caller.
extern const char *const ez_report_formats[];
char *ez_report_path(const char *session, const char *format);

// The sitting must stay where it is while its session is open.
bool ez_sitting_open(EzSitting *sitting, const char *path, GError **error);
void ez_sitting_clear(EzSitting *sitting);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzSitting, ez_sitting_clear)
EzStoreOptions ez_sitting_options(EzSitting *sitting);

// Plays a file of answers. False after a sentence that names the line; `exit` says what it means for the process.
bool ez_answers_play(EzSitting *sitting, const char *path, const char *language, EzExit *exit);
// A sentence on standard error for a session that went wrong, in this language; gives what it means for the process.
EzExit ez_session_exit(const GError *error, const char *language);
// A path as it can be typed after a command; owned by the caller.
char *ez_session_quote(const char *path);
// "nl" or "en": --lang, else what the machine says, else Dutch. NULL after a sentence.
const char *ez_session_language(const EzArguments *arguments);
// The same for a session that is open, whose own language goes before that of the machine. What --lang says must have been looked at.
const char *ez_session_spoken(const EzArguments *arguments, const EzSession *session);
// A sentence on standard error when the exercise is not for so many people; 0 = not said.
void ez_session_doubt(const EzSitting *sitting, const EzArguments *arguments, int people);
// Goes on in the terminal, or tells how to; the process ends with what it gives.
EzExit ez_session_talk(EzSitting *sitting, const EzArguments *arguments, int people);
EzExit ez_session_tell(EzSitting *sitting, const EzArguments *arguments, bool interrupted);
