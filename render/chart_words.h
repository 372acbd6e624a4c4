// SPDX-License-Identifier: EUPL-1.2
// What the program itself says on and about charts, in Dutch and English: one table of phrases. Another language gets the English ones.
#pragma once

#include "engine/base/arena.h"
#include "engine/model/chart.h"

typedef enum EzChartPhrase {
    EZ_SAY_FEW,
    EZ_SAY_EMPTY,
    EZ_SAY_NOW,
    EZ_SAY_LATER,
    EZ_SAY_ROUND,
    EZ_SAY_QUORUM,
    EZ_SAY_QUORUM_MET,
    EZ_SAY_ANSWER,
    EZ_SAY_ANSWERS,
    EZ_SAY_MEDIAN,
    EZ_SAY_MIDDLE,
    EZ_SAY_FROM_TO,
    EZ_SAY_CONSENSUS,
    EZ_SAY_AGREED,
    EZ_SAY_MIXED,
    EZ_SAY_DIVIDED,
    EZ_SAY_STAYS,
    EZ_SAY_MOVES,
    EZ_SAY_BACK,
    EZ_SAY_BACK_ONE,
    EZ_SAY_FORWARD,
    EZ_SAY_FORWARD_ONE,
    // for who cannot see it
    EZ_SAY_DOTS,
    EZ_SAY_HISTOGRAM,
    EZ_SAY_SCALE,
    EZ_SAY_MEDIAN_IS,
    EZ_SAY_CONSENSUS_IS,
    EZ_SAY_COUNT,
    EZ_SAY_STAIRS,
    EZ_SAY_STEP,
    EZ_SAY_TASK,
    EZ_SAY_SHIFT,
    EZ_SAY_SHIFT_TASK,
    EZ_SAY_ROUNDS,
    EZ_SAY_SUPPORT,
    EZ_SAY_MET,
    EZ_SAY_NOT_MET,
    EZ_SAY_BARS,
    EZ_CHART_PHRASES,
} EzChartPhrase;

// The language in which the program speaks on a page in this one: "nl" or "en".
const char *ez_chart_speech(const char *language);
// The phrase with its {slots} filled in: pairs of name and value, then NULL. Lies in the arena.
char *ez_chart_say(EzArena *arena, const char *language, EzChartPhrase phrase, ...)
    G_GNUC_NULL_TERMINATED;
// "3,5" or "3.5": at most two decimals, as the language writes them. Lies in the arena.
char *ez_chart_number(EzArena *arena, const char *language, double value);
// "6 answers", "1 answer".
char *ez_chart_answers(EzArena *arena, const char *language, int count);
// "from 4 to 2: 2 steps back".
char *ez_chart_gap(EzArena *arena, const char *language, double now, double later);
// "0.79 (agreed)".
char *ez_chart_agreement(EzArena *arena, const char *language, const EzChart *chart);
// All that a sound chart shows, in sentences. `number` is that of the language in every EzText, `language` its code.
char *ez_chart_alt(EzArena *arena, const EzChart *chart, int number, const char *language);
