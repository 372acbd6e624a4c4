// SPDX-License-Identifier: EUPL-1.2
// A session in the terminal, from what is typed to what is shown. The clock is the test's own.
#pragma once

#include "engine/term/term.h"
#include "tests/support/test_kit.h"

#define T               "{ nl = 'Vraag', en = 'Question' }"
#define EXERCISE(steps) "return exercise { id = 'walk', run = function(s) " steps " end }"

typedef struct EzTestTalk {
    char *folder, *path;
    EzPinned source;
    EzLive *live;
    int64_t now, pace; // seconds; each look at the clock takes `pace`
} EzTestTalk;
EzTestTalk *ez_test_talk_new(const char *exercise);
void ez_test_talk_free(EzTestTalk *b);
// What the terminal shows while this is typed, 80 columns wide. Owned by the caller.
char *ez_test_talk_on(EzTestTalk *b, const char *language, int people, const char *typed);
// Again from its file, as a session that was stopped.
void ez_test_talk_reopen(EzTestTalk *b);
// The same with a session of its own.
char *ez_test_talk(const char *exercise, const char *language, int people, const char *typed);

// Whether the words are shown, or not; each of several behind the one before.
void ez_test_see(const char *shown, const char *words);
void ez_test_miss(const char *shown, const char *words);
void ez_test_see_all(const char *shown, const char *const *words);
#define EZ_TEST_SEE(shown, ...)                                                                \
    ez_test_see_all((shown), (const char *const[]){__VA_ARGS__, NULL})

// What a step holds, as "by=value;": of who is named. Owned by the caller.
char *ez_test_talk_inputs(EzTestTalk *b, const char *key);
#define EZ_TEST_INPUTS(b, key, wanted)                                                         \
    do {                                                                                       \
        g_autofree char *found = ez_test_talk_inputs((b), (key));                              \
        g_assert_cmpstr(found, ==, (wanted));                                                  \
    } while (0)
