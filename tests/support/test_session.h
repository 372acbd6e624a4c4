// SPDX-License-Identifier: EUPL-1.2
// A session in memory, for tests of what it does: its sources are texts, its events are lines, its journal is a list.
#pragma once

#include "engine/run/line.h"
#include "engine/run/session.h"

typedef struct EzTestSession {
    GPtrArray *sources; // of EzPinned
    EzArena *arena;
    GArray *rows; // of EzRow: the journal
    EzSession *session;
} EzTestSession;

// The exercise is "scripts/test/walk.lua". `more` are further sources: path, text, path, text …, NULL; may be NULL.
EzTestSession *ez_test_session_new(const char *exercise, const char *const *more);
// What `more` is for these files of the tree: "scripts/lib/swarm.lua" is the module "ez.swarm". Owned by the caller.
char **ez_test_session_files(const char *const *paths);
// The same sources, and the first rows of the other's journal replayed; -1 = all. The replay must be good.
EzTestSession *ez_test_session_again(const EzTestSession *other, int rows);
// The same sources and rows with another exercise; the error of the replay, NULL when it went well. Owned by the caller.
char *ez_test_session_parts(const EzTestSession *other, const char *exercise);
void ez_test_session_free(EzTestSession *test);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTestSession, ez_test_session_free)

// Each line is one event; ' stands for ".
void ez_test_session_do(EzTestSession *test, const char *const *lines);
#define EZ_TEST_DO(test, ...)                                                                  \
    ez_test_session_do((test), (const char *const[]){__VA_ARGS__, NULL})
// The event is refused with these words, and nothing changes.
void ez_test_session_refuse(EzTestSession *test, const char *line, const char *words);
// The script goes wrong with this event: the message, owned by the caller.
char *ez_test_session_breaks(EzTestSession *test, const char *line);
// p1 … pn join, and the session starts.
void ez_test_session_start(EzTestSession *test, int people);

// The result of a step as canonical JSON, with ' for "; owned by the caller.
char *ez_test_session_result(const EzTestSession *test, const char *key);
#define EZ_TEST_RESULT(test, key, wanted)                                                      \
    do {                                                                                       \
        g_autofree char *found = ez_test_session_result((test), (key));                        \
        g_assert_cmpstr(found, ==, (wanted));                                                  \
    } while (0)
// The value that the script harvested under this id.
char *ez_test_session_harvest(const EzTestSession *test, const char *id);
#define EZ_TEST_HARVEST(test, id, wanted)                                                      \
    do {                                                                                       \
        g_autofree char *found = ez_test_session_harvest((test), (id));                        \
        g_assert_cmpstr(found, ==, (wanted));                                                  \
    } while (0)
// Replaying any number of the rows and doing the rest gives the same end.
void ez_test_session_sweep(const EzTestSession *test);
