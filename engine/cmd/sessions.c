// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/sessions.h"

#include "engine/base/file.h"
#include "engine/run/line.h"
#include "engine/run/retention.h"
#include "engine/term/phrases.h"
#include "engine/term/term.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { NANOSECONDS = 1000 * 1000 * 1000 };

static int64_t scripted_now(void *data)
{
    int64_t now = ((EzSitting *)data)->now;
    return CLAMP(now, 0, G_MAXINT64 / NANOSECONDS) * NANOSECONDS;
}

EzStoreOptions ez_sitting_options(EzSitting *sitting)
{
    EzClock scripted = {scripted_now, sitting};
    return (EzStoreOptions){.clock = sitting->scripted ? scripted : ez_clock_system()};
}

bool ez_sitting_open(EzSitting *sitting, const char *path, GError **error)
{
    EzStoreOptions options = ez_sitting_options(sitting);
    sitting->live = ez_live_open(path, &options, error);
    return sitting->live != NULL;
}

void ez_sitting_clear(EzSitting *sitting)
{
    g_clear_pointer(&sitting->live, ez_live_free);
    g_clear_pointer(&sitting->lay_ready, g_free);
}

EzExit ez_session_exit(const GError *error, const char *language)
{
    ez_tell_line(stderr, "ezkit: %s", ez_error_words(error, language));
    return error->domain == EZ_STORE_ERROR ? EZ_EXIT_MACHINE : EZ_EXIT_MISTAKES;
}

char *ez_session_quote(const char *path)
{
    static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._/-";
    return path[strspn(path, plain)] != '\0' ? g_shell_quote(path) : g_strdup(path);
}

const char *ez_session_language(const EzArguments *arguments)
{
    const char *asked = ez_argument(arguments, "--lang");
    const char *machine = g_getenv("LANG");
    if (asked == NULL)
        return machine != NULL && g_str_has_prefix(machine, "en") ? "en" : "nl";
    if (strcmp(asked, "nl") == 0 || strcmp(asked, "en") == 0)
        return asked;
    ez_usage_error("a session speaks nl or en, not %s", asked);
    return NULL;
}

const char *ez_session_spoken(const EzArguments *arguments, const EzSession *session)
{
    const char *own = ez_value_string(ez_value_get(ez_session_start(session), "language"), "");
    if (ez_argument(arguments, "--lang") != NULL)
        return ez_session_language(arguments);
    return strcmp(own, "nl") == 0   ? "nl"
           : strcmp(own, "en") == 0 ? "en"
                                    : ez_session_language(arguments);
}

// ---- the terminal --------------------------------------------------------------

enum { WIDEST = 100, WIDTH = 80 };

// Lines that are very long are hard to read aloud.
static void measure(int *rows, int *columns)
{
    bool known = ez_terminal_size(rows, columns);
    *rows = known ? *rows : 0;
    *columns = known ? MIN(*columns, WIDEST) : WIDTH;
}

EzExit ez_session_tell(EzSitting *sitting, const EzArguments *arguments, bool interrupted)
{
    const char *path = ez_live_path(sitting->live),
               *language = ez_session_spoken(arguments, ez_live_session(sitting->live));
    g_autofree char *until = ez_retention_date(ez_live_session(sitting->live), path, language),
                    *kept = ez_phrase_fill(EZ_SAY_KEPT, language, until, NULL);
    bool finished = ez_session_is_finished(ez_live_session(sitting->live));
    g_autofree char *quoted = ez_file_typed(path);
    if (!ez_argument_given(arguments, "--quiet") && !sitting->told)
        printf("\n%s\n  ezkit %s %s\n%s\n",
               ez_phrase(finished ? EZ_SAY_FINISHED : EZ_SAY_STOPPED, language),
               finished ? "report" : "resume", quoted, kept);
    return interrupted ? EZ_EXIT_STOPPED : EZ_EXIT_DONE;
}

void ez_session_doubt(const EzSitting *sitting, const EzArguments *arguments, int people)
{
    const EzSession *session = ez_live_session(sitting->live);
    const char *language = ez_session_spoken(arguments, session);
    g_autofree char *doubt = people > 0 ? ez_term_doubt(session, people, language) : NULL;
    if (doubt != NULL)
        fprintf(stderr, "ezkit: %s\n", doubt);
}

EzExit ez_session_talk(EzSitting *sitting, const EzArguments *arguments, int people)
{
    const char *language = ez_session_spoken(arguments, ez_live_session(sitting->live));
    bool plain = ez_argument_given(arguments, "--plain") || !isatty(STDOUT_FILENO);
    bool dumb = g_strcmp0(g_getenv("TERM"), "dumb") == 0;
    const char *no_colour = g_getenv("NO_COLOR");
    int rows, columns;
    measure(&rows, &columns);
    EzTerm term = {.in = STDIN_FILENO,
                   .screen = {stdout, columns, plain},
                   .language = language,
                   .people = people,
                   .lay_ready = sitting->lay_ready,
                   .stop = ez_stop_flag(),
                   .size = plain || dumb || !isatty(STDIN_FILENO) ? NULL : measure,
                   .warnings = isatty(STDIN_FILENO) ? NULL : stderr,
                   .colour = no_colour == NULL || *no_colour == '\0'};
    g_autoptr(GError) error = NULL;
    if (ez_term_run(&term, sitting->live, &error) == EZ_TERM_FAILED)
        return ez_session_exit(error, language);
    return ez_session_tell(sitting, arguments, *ez_stop_flag() != 0);
}
