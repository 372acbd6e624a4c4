// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/sessions.h"

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
    return ((EzSitting *)data)->now * NANOSECONDS;
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
}

EzExit ez_session_exit(const GError *error, const char *language)
{
    fprintf(stderr, "ezkit: %s\n", ez_error_words(error, language));
    return error->domain == EZ_STORE_ERROR ? EZ_EXIT_MACHINE : EZ_EXIT_MISTAKES;
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

// ---- answers from a file -------------------------------------------------------

typedef struct Play {
    EzSitting *sitting;
    char *sum; // of the whole file: its lines count once, however often they are played
    int64_t base;
    int last; // line of the file that stands in the journal already
} Play;

static void on_ack(const EzAcknowledgement *ack, void *data)
{
    if (ack->error == NULL)
        printf("{\"ack\":%" G_GINT64_FORMAT "}\n", ack->seq);
}

static char *idem_of(const Play *play, int number)
{
    return g_strdup_printf("%.16s:%d", play->sum, number);
}

// What the session brings about itself is told in an export, and not done again.
static bool is_of_session(EzEvent event)
{
    return event == EZ_EVENT_START || event == EZ_EVENT_OPEN || event == EZ_EVENT_FACT ||
           event == EZ_EVENT_SCRIPT || event == EZ_EVENT_REDACT;
}

// An answer without a name may have been kept where no key shows: the store tells it from its repetition.
static bool is_played(const Play *play, const EzRow *row, int number)
{
    const EzStep *step = ez_session_find(ez_live_session(play->sitting->live), row->key);
    bool secret = row->event == EZ_EVENT_INPUT && step != NULL && step->state == EZ_STEP_OPEN &&
                  ez_step_is_anonymous(step);
    return number <= play->last && !secret;
}

static bool do_one(Play *play, const EzRow *row, GError **error)
{
    return ez_live_do(play->sitting->live, row, NULL, play->sitting->told ? on_ack : NULL, NULL,
                      error);
}

// An export tells all answers to an anonymous step in one row: each is one more person's.
static bool do_answers(Play *play, const EzRow *row, JsonNode *answers, GError **error)
{
    for (int i = 0; i < ez_value_count(answers); i++) {
        const char *text = ez_value_string(ez_value_item(answers, i), NULL);
        g_autofree char *own =
            text != NULL ? g_strdup(text) : ez_value_text(ez_value_item(answers, i));
        g_autofree char *idem = g_strdup_printf("%s:%d", row->idem, i + 1);
        EzRow one = *row;
        one.text = own;
        one.idem = idem;
        if (!do_one(play, &one, error))
            return false;
    }
    return true;
}

static bool do_row(Play *play, EzRow *row, int number, GError **error)
{
    g_autofree char *idem = idem_of(play, number);
    if (is_of_session(row->event) || is_played(play, row, number))
        return true;
    if (row->idem == NULL)
        row->idem = idem;
    if (row->at >= 0)
        play->sitting->now = MAX(play->sitting->now, row->at - play->base);
    g_autoptr(JsonNode) value =
        row->event == EZ_EVENT_INPUT && row->by == NULL && row->text != NULL
            ? ez_value_read_room(row->text, -1, NULL)
            : NULL;
    JsonNode *answers = ez_value_get(value, "answers");
    return answers != NULL ? do_answers(play, row, answers, error) : do_one(play, row, error);
}

static bool play_line(Play *play, const char *line, int number, GError **error)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzRow row;
    if (*line == '\0')
        return true;
    return ez_line_read(line, -1, arena, &row, error) && do_row(play, &row, number, error);
}

// The key of a line: its own, else that of the file and its number.
static char *key_of(const Play *play, const char *line, int number)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzRow row;
    bool own = ez_line_read(line, -1, arena, &row, NULL) && row.idem != NULL;
    return own ? g_strdup(row.idem) : idem_of(play, number);
}

// The last line that stands in the journal: those before it do too.
static int last_played(const Play *play, char **lines)
{
    int last = 0;
    for (int i = 0; lines[i] != NULL; i++) {
        g_autofree char *key = key_of(play, lines[i], i + 1);
        if (ez_live_has(play->sitting->live, key))
            last = i + 1;
    }
    return last;
}

bool ez_answers_play(EzSitting *sitting, const char *path, const char *language, EzExit *exit)
{
    g_autofree char *text = NULL;
    gsize length;
    g_autoptr(GError) error = NULL;
    *exit = EZ_EXIT_MISTAKES;
    if (!g_file_get_contents(path, &text, &length, &error)) {
        fprintf(stderr, "ezkit: %s\n", error->message);
        return false;
    }
    if (strlen(text) != length) {
        fprintf(stderr, "%s: this is no text\n", path);
        return false;
    }
    g_autofree char *sum =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Play play = {sitting, sum, ez_live_time(sitting->live), 0};
    play.last = last_played(&play, lines);
    for (int i = 0; lines[i] != NULL; i++)
        if (!play_line(&play, g_strstrip(lines[i]), i + 1, &error)) {
            fprintf(stderr, "%s:%d: %s\n", path, i + 1, ez_error_words(error, language));
            *exit = error->domain == EZ_STORE_ERROR ? EZ_EXIT_MACHINE : EZ_EXIT_MISTAKES;
            return false;
        }
    if (ez_live_flush(sitting->live, &error))
        return true;
    *exit = ez_session_exit(error, language);
    return false;
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
    const char *asked = ez_session_language(arguments), *path = ez_live_path(sitting->live),
               *language = asked != NULL ? asked : "nl";
    g_autofree char *until = ez_retention_date(ez_live_session(sitting->live), path, language),
                    *kept = ez_phrase_fill(EZ_SAY_KEPT, language, until, NULL);
    bool finished = ez_session_is_finished(ez_live_session(sitting->live));
    g_autofree char *quoted = strchr(path, ' ') != NULL ? g_shell_quote(path) : g_strdup(path);
    if (!ez_argument_given(arguments, "--quiet") && !sitting->told)
        printf("\n%s\n  ezkit %s %s\n%s\n",
               ez_phrase(finished ? EZ_SAY_FINISHED : EZ_SAY_STOPPED, language),
               finished ? "report" : "resume", quoted, kept);
    return interrupted ? EZ_EXIT_STOPPED : EZ_EXIT_DONE;
}

EzExit ez_session_talk(EzSitting *sitting, const EzArguments *arguments, int people)
{
    const char *language = ez_session_language(arguments);
    if (language == NULL)
        return EZ_EXIT_USAGE;
    bool plain = ez_argument_given(arguments, "--plain") || !isatty(STDOUT_FILENO);
    bool dumb = g_strcmp0(g_getenv("TERM"), "dumb") == 0;
    const char *no_colour = g_getenv("NO_COLOR");
    int rows, columns;
    measure(&rows, &columns);
    EzTerm term = {.in = STDIN_FILENO,
                   .screen = {stdout, columns, plain},
                   .language = language,
                   .people = people,
                   .stop = ez_stop_flag(),
                   .size = plain || dumb || !isatty(STDIN_FILENO) ? NULL : measure,
                   .colour = no_colour == NULL || *no_colour == '\0'};
    g_autoptr(GError) error = NULL;
    if (ez_term_run(&term, sitting->live, &error) == EZ_TERM_FAILED)
        return ez_session_exit(error, language);
    return ez_session_tell(sitting, arguments, *ez_stop_flag() != 0);
}
