// SPDX-License-Identifier: EUPL-1.2
// The talk between a facilitator and a session, for term*.c.
#pragma once

#include "engine/term/bar.h"
#include "engine/term/entry.h"
#include "engine/term/lines.h"
#include "engine/term/show.h"
#include "engine/term/term.h"

typedef struct EzTalk {
    const EzTerm *term;
    EzScreen screen; // as wide as the terminal is now
    EzLive *live;
    EzLines lines;
    EzBar bar;
    char *key;       // of the step that is on the screen
    char *group;     // that the facilitator looks at; NULL = any
    GPtrArray *last; // who said the last line in it, of an anonymous one the idems; of char *
    char *empty;     // the step in which an empty line came while nobody had answered
    char *broken;    // the mistake of the script that was told
    int seen;        // steps of the session that were shown
    int told;        // minutes that were told to be left; 0 = that time is up; -1 = nothing yet
    bool took_old;   // `last` is what was taken over from before a rewind
    bool left;
    GError *failed;
} EzTalk;

// ---- saying ----
const EzSession *ez_talk_session(const EzTalk *talk);
EzShow ez_talk_show(const EzTalk *talk);
void ez_talk_say_text(const EzTalk *talk, const char *text);
void ez_talk_say(const EzTalk *talk, EzPhrase phrase);
void ez_talk_say_filled(const EzTalk *talk, EzPhrase phrase, const char *a, const char *b);
void ez_talk_say_number(const EzTalk *talk, EzPhrase phrase, int number, const char *word);
// As a sentence of its own; a GError's message begins small and has no full stop.
void ez_talk_say_error(const EzTalk *talk, EzPhrase phrase, const GError *error);

// ---- doing ----
// NULL when there is none: then they leave.
char *ez_talk_read(EzTalk *talk, const char *prompt);
// What is refused is told; what fails ends the talk. `value` may be NULL and is not taken.
bool ez_talk_do(EzTalk *talk, EzEvent event, const char *key, const char *by, JsonNode *value);
bool ez_talk_do_row(EzTalk *talk, const EzRow *row);
bool ez_talk_join(EzTalk *talk);
// Shows the step once more before the next line.
void ez_talk_show_again(EzTalk *talk);
// Steps that wait; owned by the caller.
GPtrArray *ez_talk_open_steps(const EzTalk *talk);
void ez_talk_close_step(EzTalk *talk, const char *key);

// ---- answers (term_answers.c) ----
void ez_talk_take_answers(EzTalk *talk, const EzStep *step, const char *line);
// The answer of this person, in the place of what they said before.
void ez_talk_take_for(EzTalk *talk, const EzStep *step, const char *person, const char *line);
// What, who and when, one line each. A command that comes in between is left in `*command`; owned by the caller.
void ez_talk_take_action(EzTalk *talk, const EzStep *step, const char *what, char **command);
// Asks for what the agreements lack, so that the step can close.
void ez_talk_finish_actions(EzTalk *talk, const EzStep *step, char **command);
void ez_talk_undo(EzTalk *talk, const EzStep *step);
// The part with this number of a list that is one answer for all.
void ez_talk_take_away(EzTalk *talk, const EzStep *step, int number);
// The number of the person whose answer comes next; 0 where nobody has one of their own, and after the last.
int ez_talk_next_person(const EzTalk *talk, const EzStep *step);
// How many answered, and how many there are to answer.
int ez_talk_answered(const EzTalk *talk, const EzStep *step);
// After the answers have changed: how many there are, and what they are where that is to be seen.
void ez_talk_tell_answers(EzTalk *talk, const char *key);
// What stood here before a rewind; nothing when there is none, or when somebody has answered.
void ez_talk_offer_old(EzTalk *talk, const EzStep *step);
void ez_talk_take_old(EzTalk *talk, const EzStep *step);
// Who has answered what, and who has not.
void ez_talk_tell_people(EzTalk *talk, const EzStep *step);

// Erases the answers that begin with these words, when they all say the same and the facilitator is sure (term_erase.c). Steps of the session are
// others then.
void ez_talk_erase(EzTalk *talk, const char *words);

// ---- the clock (term_clock.c) ----
// Whether the step has a time, and how many seconds of it are left.
bool ez_talk_time_left(const EzTalk *talk, const EzStep *step, int64_t *left);
// Tells it, when it has become another minute.
void ez_talk_tell_time(EzTalk *talk, const EzStep *step);
// The last row, where there is one.
void ez_talk_show_bar(EzTalk *talk);

// ---- commands (term_commands.c) ----
// False when the line is none.
bool ez_talk_command(EzTalk *talk, const EzStep *step, const char *line);
