// SPDX-License-Identifier: EUPL-1.2
// Steps and their results on a screen.
#pragma once

#include "engine/run/session.h"
#include "engine/term/phrases.h"
#include "engine/term/screen.h"

typedef struct EzShow {
    const EzScreen *screen;
    const EzSession *session;
    const char *language;
    int64_t now; // seconds that the session has run
} EzShow;

// The exercise: its title, what it is for, and how long it takes.
void ez_show_exercise(const EzShow *show);
// Its question, what there is to choose from, and how to answer.
void ez_show_step(const EzShow *show, const EzStep *step, int number);
// The text of the step, and for whom it is.
void ez_show_text(const EzShow *show, const EzStep *step);
// The group that works on it, "Group 2"; empty for all. Owned by the caller.
char *ez_show_group(const EzShow *show, const char *id);
// Where it stands in the agenda, in sentences.
void ez_show_place(const EzShow *show, const EzStep *step);
// The same in a few words for the last row of a terminal; owned by the caller.
char *ez_show_bar(const EzShow *show, const EzStep *step);
// How to type, and the help that belongs to the step.
void ez_show_help(const EzShow *show, const EzStep *step);
// What the check of the step says of this text; nothing without a check.
void ez_show_check(const EzShow *show, const EzStep *step, const char *text);

// What came out of a step that has closed, as far as it is to be seen, and what chance gave: cards with their texts, groups.
void ez_show_result(const EzShow *show, const EzStep *step);
// What has been said in a step that is open: nothing where that waits for its close, or is nobody's to see.
// False when nothing was shown.
bool ez_show_so_far(const EzShow *show, const EzStep *step);
// Who is in which group, by numbers.
void ez_show_groups(const EzShow *show, const EzStep *step);
// The texts of a card that was drawn, dealt or asked about, by its id or its title; false when there is none.
bool ez_show_card(const EzShow *show, const char *name);
// The harvest, and before there is one the results up to now.
void ez_show_harvest(const EzShow *show);
