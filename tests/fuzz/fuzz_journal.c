// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the rows of a journal, replayed by an exercise that has every kind of step. It is refused in a sentence, or it is a session: then it has
// a report, and the journal with what the script added leads to the same session again.
//
// A row is a line of fields with a tab between: a letter for the event ("a" is the first), key, kind, shape, by, time, text. A field "-" is not there.
#include "engine/report/report.h"
#include "engine/run/trial-private.h"
#include "tests/support/test_sources.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// More rows show nothing else.
enum { ROWS = 400 };

// ---- rows ----------------------------------------------------------------------

static const char *field(char **fields, guint i)
{
    bool there = i < g_strv_length(fields) && strcmp(fields[i], "-") != 0;
    return there ? fields[i] : NULL;
}

static EzRow row_of(char **fields)
{
    const char *key = field(fields, 1), *at = field(fields, 5);
    EzRow row = {.event = (EzEvent)((guchar)(fields[0][0] - 'a') % EZ_EVENT_COUNT),
                 .key = key != NULL ? key : "",
                 .kind = field(fields, 2),
                 .shape = field(fields, 3),
                 .by = field(fields, 4),
                 .at = at != NULL ? g_ascii_strtoll(at, NULL, 10) : -1,
                 .text = field(fields, 6)};
    row.erased = row.text == NULL && fields[0][0] != '\0' && fields[0][1] == '!';
    return row;
}

// All that a file gives is UTF-8.
static void add_rows(EzTrialJournal *journal, const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", ROWS);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) fields = g_strsplit(*line, "\t", 7);
        if (fields[0] == NULL)
            continue;
        EzRow row = row_of(fields);
        ez_trial_journal_add(journal, &row);
    }
}

// ---- the session ----------------------------------------------------------------

static void check_report(const EzSession *session)
{
    g_autoptr(EzReport) report = ez_report_new(session, &(EzReportOptions){"nl", false});
    g_autofree char *words = ez_report_markdown(report), *table = ez_report_csv(report);
    g_assert_true(g_utf8_validate(words, -1, NULL));
    g_assert_true(g_utf8_validate(table, -1, NULL));
}

static void check_again(const EzTrial *trial, const EzTrialJournal *journal,
                        const EzSession *session)
{
    g_autofree char *digest = ez_session_digest(session);
    g_autofree char *why = ez_trial_replay(trial, journal, (int)journal->rows->len, digest);
    if (why != NULL)
        g_error("what was taken is another session when it is read again: %s", why);
}

static void play(const EzTrial *trial, EzTrialJournal *journal)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) rows = g_array_copy(journal->rows);
    g_autoptr(EzSession) session = ez_trial_session(trial, journal);
    if (ez_session_replay(session, (const EzRow *)rows->data, (int)rows->len, &error)) {
        check_report(session);
        check_again(trial, journal, session);
        return;
    }
    g_assert_nonnull(error);
    g_assert_true(error->message[0] != '\0' && g_utf8_validate(error->message, -1, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_auto(EzTestSources) sources = {0};
    ez_test_sources_add_everything(&sources);
    EzTrial trial = ez_test_sources_trial(&sources);
    EzTrialJournal journal;
    ez_trial_journal_init(&journal);
    add_rows(&journal, data, size);
    play(&trial, &journal);
    ez_trial_journal_clear(&journal);
    return 0;
}
