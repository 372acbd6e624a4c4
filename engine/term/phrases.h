// SPDX-License-Identifier: EUPL-1.2
// What the terminal says, in each language.
#pragma once

typedef enum EzPhrase {
    EZ_SAY_WELCOME,
    EZ_SAY_HOW_MANY,
    EZ_SAY_NEXT,
    EZ_SAY_ASK,
    EZ_SAY_ASK_ONE,
    EZ_SAY_CHOOSE,
    EZ_SAY_CHOOSE_ONE,
    EZ_SAY_CHOOSE_SEVERAL,
    EZ_SAY_SCALE,
    EZ_SAY_SCALE_ITEMS,
    EZ_SAY_RANK,
    EZ_SAY_VOTE,
    EZ_SAY_CLUSTER,
    EZ_SAY_PLACE,
    EZ_SAY_PLACE_SELF,
    EZ_SAY_SWARM,
    EZ_SAY_QUORUM,
    EZ_SAY_ACTION,
    EZ_SAY_UNAGREED,
    EZ_SAY_NOTHING_YET,
    EZ_SAY_GATE,
    EZ_SAY_DONE_COUNT,
    EZ_SAY_ANONYMOUS,
    EZ_SAY_HELP,
    EZ_SAY_NO_HELP,
    EZ_SAY_COMMANDS,
    EZ_SAY_ALL_DONE,
    EZ_SAY_NOT_UNDERSTOOD,
    EZ_SAY_SKIPPED,
    EZ_SAY_BACK,
    EZ_SAY_NO_BACK,
    EZ_SAY_PAUSED,
    EZ_SAY_UNDONE,
    EZ_SAY_JOINED,
    EZ_SAY_TIME_UP,
    EZ_SAY_MINUTES,
    EZ_SAY_FEW,
    EZ_SAY_RESULT,
    EZ_SAY_TIE,
    EZ_SAY_MEDIAN,
    EZ_SAY_FINISHED,
    EZ_SAY_STOPPED,
    EZ_SAY_KEPT,
    EZ_SAY_BROKEN,
    EZ_SAY_GROUP,
    EZ_SAY_GROUP_NAME,
    EZ_SAY_WHAT,
    EZ_SAY_WHO,
    EZ_SAY_WHEN,
    EZ_SAY_NOTHING,
    EZ_SAY_SOURCE,
    EZ_SAY_CHECK_GREEN, // of a text that was checked
    EZ_SAY_CHECK_ORANGE,
    EZ_SAY_CHECK_RED,
    EZ_SAY_REFUSED,
    EZ_SAY_STATE_OPEN, // of a step
    EZ_SAY_STATE_DONE,
    EZ_SAY_STATE_SKIPPED,
    EZ_SAY_IS_FINISHED, // a session
    EZ_SAY_IS_UNFINISHED,
    EZ_SAY_FORGOTTEN,
    EZ_SAY_MOVED,
    EZ_SAY_MOVED_BEFORE,
    EZ_SAY_STAYS,
    EZ_SAY_BEGIN_ANEW,
    EZ_PHRASES
} EzPhrase;

// The phrase in "nl"; any other language is English. Some have %d or %s, as said in phrases.c.
const char *ez_phrase(EzPhrase phrase, const char *language);
// The phrase with its first %d or %s replaced by `a` and the second by `b`; owned by the caller.
char *ez_phrase_fill(EzPhrase phrase, const char *language, const char *a, const char *b);
