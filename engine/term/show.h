// SPDX-License-Identifier: EUPL-1.2
// Steps and their results on a screen.
#pragma once

#include "engine/run/session.h"
#include "engine/term/screen.h"

typedef struct EzShow {
    const EzScreen *screen;
    const EzSession *session;
    const char *language;
} EzShow;

// Its question, what there is to choose from, and how to answer.
void ez_show_step(const EzShow *show, const EzStep *step, int number);
// The group that works on it, "Group 2"; empty for all. Owned by the caller.
char *ez_show_group(const EzShow *show, const EzStep *step);
// What came out of a step that has closed, and what chance gave: cards with their texts, groups.
void ez_show_result(const EzShow *show, const EzStep *step);
// What the check of the step says of this text; nothing without a check.
void ez_show_check(const EzShow *show, const EzStep *step, const char *text);
// The help that the author gave with it.
void ez_show_note(const EzShow *show, const EzStep *step);
