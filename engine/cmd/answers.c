// SPDX-License-Identifier: EUPL-1.2
// A session that is played from a file of JSON lines.
#include "engine/cmd/sessions.h"

#include "engine/run/line.h"
#include "engine/term/phrases.h"

#include <stdio.h>
#include <string.h>

typedef struct Play {
    EzSitting *sitting;
    char **keys; // of each line: a line counts once, however often it is played
    int64_t base;
    int last;      // line of the file that stands in the journal already
    GArray *turns; // of Turn: lines up to the last one
} Play;

// A line behind which nothing counts of what was said before it in secret: its step closed, was skipped or gone back to.
typedef struct Turn {
    int number;
    bool back; // it also counts for steps that were opened later
    char *step;
} Turn;

static void clear_turn(void *data)
{
    g_free(((Turn *)data)->step);
}

static void on_ack(const EzAcknowledgement *ack, void *data)
{
    if (ack->error == NULL)
        printf("{\"ack\":%" G_GINT64_FORMAT "}\n", ack->seq);
}

// By all that stands in the file up to the line: what is mended or added behind it changes no key. NULL at the end.
static char **keys_of(char *const *lines)
{
    GStrvBuilder *keys = g_strv_builder_new();
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (int i = 0; lines[i] != NULL; i++) {
        g_checksum_update(sum, (const guchar *)lines[i], -1);
        g_checksum_update(sum, (const guchar *)"\n", 1);
        g_autoptr(GChecksum) here = g_checksum_copy(sum);
        g_autofree char *key = g_strdup_printf("%.16s:%d", g_checksum_get_string(here), i + 1);
        g_strv_builder_add(keys, key);
    }
    char **all = g_strv_builder_end(keys);
    g_strv_builder_unref(keys);
    return all;
}

// What the session brings about itself is told in an export, and not done again.
static bool is_of_session(EzEvent event)
{
    return event == EZ_EVENT_START || event == EZ_EVENT_OPEN || event == EZ_EVENT_FACT ||
           event == EZ_EVENT_SCRIPT || event == EZ_EVENT_REDACT;
}

static int place_of(const EzSession *session, const EzStep *step)
{
    int place = ez_session_step_count(session) - 1;
    while (place >= 0 && ez_session_step(session, place) != step)
        place--;
    return place;
}

// True when the step was begun anew, or ended, behind this line of the file.
static bool is_behind(const Play *play, const EzStep *step, int number)
{
    const EzSession *session = ez_live_session(play->sitting->live);
    for (guint i = 0; i < play->turns->len; i++) {
        const Turn *turn = &g_array_index(play->turns, Turn, i);
        const EzStep *other = turn->back ? ez_session_find(session, turn->step) : NULL;
        bool same = strcmp(turn->step, step->key) == 0;
        bool later = other != NULL && place_of(session, other) < place_of(session, step);
        if (turn->number > number && (same || later))
            return true;
    }
    return false;
}

// An answer without a name may have been kept where no key shows: the store tells it from its repetition, while its secret is the same.
static bool is_played(const Play *play, const EzRow *row, int number)
{
    const EzStep *step = ez_session_find(ez_live_session(play->sitting->live), row->key);
    bool secret = row->event == EZ_EVENT_INPUT && step != NULL && step->state == EZ_STEP_OPEN &&
                  ez_step_is_anonymous(step);
    return number <= play->last && (!secret || is_behind(play, step, number));
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
    if (is_of_session(row->event) || is_played(play, row, number))
        return true;
    if (row->idem == NULL)
        row->idem = play->keys[number - 1];
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

// Whether a line stands in the journal, by its own key, else by that of the file and its number. Notes it when it is a turn.
static bool find_line(Play *play, const char *line, int number)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzRow row;
    bool read = ez_line_read(line, -1, arena, &row, NULL);
    if (!ez_live_has(play->sitting->live,
                     read && row.idem != NULL ? row.idem : play->keys[number - 1]))
        return false;
    bool back = read && row.event == EZ_EVENT_REWIND;
    if (back || (read && (row.event == EZ_EVENT_CLOSE || row.event == EZ_EVENT_SKIP))) {
        Turn turn = {number, back, g_strdup(row.key)};
        g_array_append_val(play->turns, turn);
    }
    return true;
}

// The last line that stands in the journal: those before it do too.
static void find_played(Play *play, char **lines)
{
    for (int i = 0; lines[i] != NULL; i++)
        if (find_line(play, lines[i], i + 1))
            play->last = i + 1;
}

static bool is_waiting(const EzStep *step)
{
    return step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true);
}

// The keys of the steps that wait for something, one behind the other; owned by the caller.
static char *open_steps(const EzSession *session)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *step = ez_session_step(session, i);
        if (is_waiting(step))
            g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", step->key);
    }
    return g_string_free(out, FALSE);
}

// Whether the line is of a step that is not open: who typed it wants to know which are.
static bool is_of_another_step(const EzSession *session, const char *line)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzRow row;
    if (!ez_line_read(line, -1, arena, &row, NULL) || row.key == NULL)
        return false;
    const EzStep *step = ez_session_find(session, row.key);
    return step == NULL || step->state != EZ_STEP_OPEN;
}

static void tell_open(const EzSitting *sitting, const char *line, const char *language)
{
    const EzSession *session = ez_live_session(sitting->live);
    g_autofree char *open = open_steps(session);
    if (*open == '\0' || !is_of_another_step(session, line))
        return;
    g_autofree char *words = ez_phrase_fill(EZ_SAY_OPEN_NOW, language, open, NULL);
    fprintf(stderr, "  %s\n", words);
}

// Rather than a failure of the machine or of the script.
static bool is_mendable(const GError *error)
{
    return error->domain != EZ_STORE_ERROR &&
           (error->domain != EZ_SESSION_ERROR || error->code == EZ_SESSION_REFUSED);
}

// How to go on after a line that was not taken.
static void tell_mending(const EzSitting *sitting, const char *line, const char *answers,
                         const char *language)
{
    g_autofree char *file = ez_file_typed(ez_live_path(sitting->live)),
                    *mended = ez_file_typed(answers);
    g_autofree char *words = ez_phrase_fill(EZ_SAY_MEND_ANSWERS, language, file, mended);
    tell_open(sitting, line, language);
    fprintf(stderr, "%s\n", words);
}

bool ez_answers_play(EzSitting *sitting, const char *path, const char *language, EzExit *exit)
{
    g_autofree char *text = NULL;
    gsize length;
    g_autoptr(GError) error = NULL;
    *exit = EZ_EXIT_MISTAKES;
    if (!g_file_get_contents(path, &text, &length, &error)) {
        ez_tell_line(stderr, "ezkit: %s", error->message);
        return false;
    }
    if (strlen(text) != length) {
        fprintf(stderr, "%s: this is no text\n", path);
        return false;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_auto(GStrv) keys = keys_of(lines);
    g_autoptr(GArray) turns = g_array_new(FALSE, FALSE, sizeof(Turn));
    g_array_set_clear_func(turns, clear_turn);
    Play play = {sitting, keys, ez_live_time(sitting->live), 0, turns};
    find_played(&play, lines);
    for (int i = 0; lines[i] != NULL; i++)
        if (!play_line(&play, g_strstrip(lines[i]), i + 1, &error)) {
            ez_tell_line(stderr, "%s:%d: %s", path, i + 1, ez_error_words(error, language));
            *exit = error->domain == EZ_STORE_ERROR ? EZ_EXIT_MACHINE : EZ_EXIT_MISTAKES;
            if (is_mendable(error))
                tell_mending(sitting, lines[i], path, language);
            return false;
        }
    if (ez_live_flush(sitting->live, &error))
        return true;
    *exit = ez_session_exit(error, language);
    return false;
}
