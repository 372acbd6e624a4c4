// SPDX-License-Identifier: EUPL-1.2
// status and rewind: a session that nobody is leading now.
#include "engine/cmd/sessions.h"
#include "engine/run/line.h"
#include "engine/run/retention.h"
#include "engine/run/shown.h"
#include "engine/run/words.h"
#include "engine/term/phrases.h"

#include <stdio.h>
#include <string.h>

static const EzOption language_options[] = {{"--lang", '\0', "CODE", "nl or en"},
                                            {NULL, '\0', NULL, NULL}};

enum { SHOWN = 60 }; // letters of a step's text

static const EzPhrase states[] = {EZ_SAY_STATE_OPEN, EZ_SAY_STATE_DONE, EZ_SAY_STATE_SKIPPED};

// An answer that was given without a name shows nobody beside it; a row of a step like that never has one. Of few such answers there is no
// row, as in a report.
static void show_rows(const EzShown *shown)
{
    int count;
    const EzRow *rows = ez_shown_rows(shown, &count);
    for (int i = 0; i < count; i++) {
        if (ez_shown_hides(&rows[i]))
            continue;
        g_autofree char *line = ez_line_write(&rows[i]);
        printf("%s\n", line);
    }
}

// What is said without waiting is over at once.
static EzPhrase state_of(const EzSession *session, const EzStep *step)
{
    bool said = !ez_value_flag(ez_step_option(step, "wait"), true) &&
                (step->kind->answerer == EZ_BY_NOBODY || ez_session_is_finished(session));
    return said && step->state == EZ_STEP_OPEN ? EZ_SAY_STATE_DONE : states[step->state];
}

static EzPhrase how_far(const EzSession *session)
{
    bool finished = ez_session_is_finished(session);
    if (ez_session_people(session) == 1)
        return finished ? EZ_SAY_ONE_IS_FINISHED : EZ_SAY_ONE_IS_UNFINISHED;
    return finished ? EZ_SAY_IS_FINISHED : EZ_SAY_IS_UNFINISHED;
}

static void show_step(const EzSession *session, const EzStep *step, const char *language)
{
    g_autofree char *words = ez_words_of_step(session, step, language);
    bool counted = step->kind->answerer == EZ_BY_PEOPLE &&
                   !(ez_step_is_anonymous(step) && step->state == EZ_STEP_OPEN);
    g_autofree char *answers =
        counted ? g_strdup_printf("%u", step->inputs->len) : g_strdup("");
    g_autofree char *begin = g_utf8_substring(words, 0, MIN(g_utf8_strlen(words, -1), SHOWN));
    ez_tell_line(stdout, "%-12s %4s  %-28s %s", ez_phrase(state_of(session, step), language),
                 answers, step->key, begin);
}

static EzExit status(const EzArguments *arguments)
{
    const char *path = ez_operands(arguments)[0], *language = ez_session_language(arguments);
    if (path == NULL)
        return ez_usage_error("which session? status FILE");
    if (language == NULL)
        return EZ_EXIT_USAGE;
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    if (shown == NULL)
        return ez_session_exit(error, language);
    if (ez_argument_given(arguments, "--json")) {
        show_rows(shown);
        return EZ_EXIT_DONE;
    }
    const EzSession *session = ez_shown_session(shown);
    language = ez_session_spoken(arguments, session);
    g_autofree char *title =
        ez_words_of(session, ez_value_get(ez_session_head(session), "title"), language);
    g_autofree char *people = g_strdup_printf("%d", ez_session_people(session));
    g_autofree char *far = ez_phrase_fill(how_far(session), language, people, NULL);
    ez_tell_line(stdout, "%s: %s", title, far);
    for (int i = 0; i < ez_session_step_count(session); i++)
        if (ez_session_step(session, i)->kind->answerer != EZ_BY_CHANCE)
            show_step(session, ez_session_step(session, i), language);
    g_autofree char *until = ez_retention_date(session, path, language);
    g_autofree char *kept = ez_phrase_fill(EZ_SAY_KEPT, language, until, NULL);
    printf("%s\n", kept);
    return EZ_EXIT_DONE;
}

static EzExit rewind_session(const EzArguments *arguments)
{
    const char *path = ez_operands(arguments)[0], *language = ez_session_language(arguments);
    const char *key = path != NULL ? ez_operands(arguments)[1] : NULL;
    if (key == NULL)
        return ez_usage_error("which session, and which step? rewind FILE STEP");
    if (language == NULL)
        return EZ_EXIT_USAGE;
    g_auto(EzSitting) sitting = {0};
    g_autoptr(GError) error = NULL;
    g_autofree char *whole = key[0] == '/' ? g_strdup(key) : g_strdup_printf("/%s", key);
    g_autofree char *numbered =
        strchr(whole, '#') != NULL ? g_strdup(whole) : g_strdup_printf("%s#1", whole);
    EzRow row = {.event = EZ_EVENT_REWIND, .key = numbered, .at = -1};
    if (!ez_sitting_open(&sitting, path, &error))
        return ez_session_exit(error, language);
    language = ez_session_spoken(arguments, ez_live_session(sitting.live));
    if (!ez_live_do(sitting.live, &row, NULL, NULL, NULL, &error) ||
        !ez_live_flush(sitting.live, &error))
        return ez_session_exit(error, language);
    return ez_session_tell(&sitting, arguments, false);
}

const EzCommand ez_command_status = {
    "status",
    "FILE",
    1,
    "show how far a session is",
    "  With --json the rows of its journal, as --answers takes them, but for fewer\n"
    "  than five anonymous scores, votes or choices: report --raw --format json has\n"
    "  all rows, for who led the session.\n",
    language_options,
    status,
};

const EzCommand ez_command_rewind = {
    "rewind",
    "FILE STEP",
    2,
    "go back to a step of a session",
    "  What came after it stays in the file and counts no more. status shows the\n"
    "  steps: /idea#1, or idea.\n",
    language_options,
    rewind_session,
};
