// SPDX-License-Identifier: EUPL-1.2
// Any bytes as events, a line each: read, written and read again they say the same, and a session takes them or refuses them in a sentence.
#include "engine/run/line.h"
#include "engine/run/trial-private.h"
#include "tests/support/test_sources.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LINES = 200 };

static void check_error(const GError *error)
{
    g_assert_nonnull(error);
    g_assert_true(error->message[0] != '\0' && g_utf8_validate(error->message, -1, NULL));
}

static void check_same(const EzRow *row, const EzRow *again)
{
    g_assert_cmpint(row->event, ==, again->event);
    g_assert_cmpint(row->at, ==, again->at);
    g_assert_cmpstr(row->key, ==, again->key);
    g_assert_cmpstr(row->kind, ==, again->kind);
    g_assert_cmpstr(row->by, ==, again->by);
    g_assert_cmpstr(row->idem, ==, again->idem);
    g_assert_cmpstr(row->text, ==, again->text);
}

static void check_line(const EzRow *row)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *line = ez_line_write(row);
    EzRow again;
    if (!ez_line_read(line, -1, arena, &again, &error))
        g_error("%s: %s", line, error->message);
    check_same(row, &again);
    g_autofree char *twice = ez_line_write(&again);
    g_assert_cmpstr(line, ==, twice);
}

static void do_line(EzSession *session, const char *line, size_t length)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autoptr(GError) error = NULL;
    EzRow row;
    bool good = ez_line_read(line, (gssize)length, arena, &row, &error);
    if (good) {
        check_line(&row);
        good = ez_session_apply(session, &row, &error);
    }
    if (!good)
        check_error(error);
}

static void begin(EzSession *session)
{
    static const EzRow rows[] = {
        {.event = EZ_EVENT_JOIN, .key = "", .by = "p1", .at = -1},
        {.event = EZ_EVENT_JOIN, .key = "", .by = "p2", .at = -1},
        {.event = EZ_EVENT_START, .key = "", .text = "{\"seed\":\"7\"}", .at = 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_true(ez_session_apply(session, &rows[i], NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add_everything(&sources);
    EzTrial trial = ez_test_sources_trial(&sources);
    EzTrialJournal journal;
    ez_trial_journal_init(&journal);
    EzSession *session = ez_trial_session(&trial, &journal);
    begin(session);
    const char *at = (const char *)data, *end = at + size;
    for (int i = 0; i < LINES && at < end; i++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop != NULL ? stop : end;
        do_line(session, at, (size_t)(stop - at));
        at = stop + 1;
    }
    ez_session_free(session);
    ez_trial_journal_clear(&journal);
    return 0;
}
