// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/term.h"

#include "engine/run/words.h"
#include "engine/term/entry.h"
#include "engine/term/lines.h"
#include "engine/term/show.h"

#include <string.h>

typedef struct Talk {
    const EzTerm *term;
    EzLive *live;
    EzLines lines;
    char *key;   // of the step that is on the screen
    char *group; // that the facilitator looks at; NULL = any
    char *last;  // who said the last thing in it
    char *empty; // the step in which an empty line came while nobody had answered
    int seen;    // steps of the session that were shown
    bool left;
    GError *failed;
} Talk;

static const EzSession *session_of(const Talk *talk)
{
    return ez_live_session(talk->live);
}

static EzShow show_of(const Talk *talk)
{
    return (EzShow){&talk->term->screen, session_of(talk), talk->term->language};
}

static void say_text(const Talk *talk, const char *text)
{
    ez_screen_put(&talk->term->screen, 0, text);
}

static void say(const Talk *talk, EzPhrase phrase)
{
    say_text(talk, ez_phrase(phrase, talk->term->language));
}

static void say_filled(const Talk *talk, EzPhrase phrase, const char *a, const char *b)
{
    g_autofree char *line = ez_phrase_fill(phrase, talk->term->language, a, b);
    say_text(talk, line);
}

static void say_number(const Talk *talk, EzPhrase phrase, int number, const char *word)
{
    g_autofree char *text = g_strdup_printf("%d", number);
    say_filled(talk, phrase, text, word);
}

// NULL when there is none: then they leave.
static char *read_line(Talk *talk, const char *prompt)
{
    ez_screen_prompt(&talk->term->screen, prompt);
    char *line = ez_lines_next(&talk->lines);
    talk->left = line == NULL;
    return line;
}

// ---- events --------------------------------------------------------------------

static bool is_refusal(const GError *error)
{
    return error->domain != EZ_STORE_ERROR &&
           !g_error_matches(error, EZ_SESSION_ERROR, (int)EZ_SESSION_PARTED);
}

// What is refused is told; what fails ends the talk.
static bool do_event(Talk *talk, EzEvent event, const char *key, const char *by,
                     JsonNode *value)
{
    g_autofree char *text = value != NULL ? ez_value_text(value) : NULL;
    g_autoptr(GError) error = NULL;
    EzRow row = {.event = event, .key = key, .by = by, .at = -1, .text = text};
    if (ez_live_do(talk->live, &row, NULL, NULL, NULL, &error))
        return true;
    if (!is_refusal(error)) {
        g_propagate_error(&talk->failed, g_steal_pointer(&error));
        return false;
    }
    const char *words = ez_error_words(error, talk->term->language);
    if (g_error_matches(error, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT)) {
        say(talk, EZ_SAY_BROKEN);
        say_text(talk, words);
    } else {
        say_filled(talk, EZ_SAY_REFUSED, words, NULL);
    }
    return false;
}

static bool join(Talk *talk)
{
    int number = ez_session_person_count(session_of(talk)) + 1;
    g_autofree char *name = g_strdup_printf("p%d", number);
    return do_event(talk, EZ_EVENT_JOIN, "", name, NULL);
}

static void ask_people(Talk *talk)
{
    int wanted = talk->term->people;
    while (wanted == 0 && !talk->left && ez_session_people(session_of(talk)) == 0) {
        say(talk, EZ_SAY_HOW_MANY);
        g_autofree char *line = read_line(talk, "> ");
        wanted = line != NULL ? (int)CLAMP(g_ascii_strtoll(line, NULL, 10), 0, 1000) : 0;
    }
    for (int i = ez_session_people(session_of(talk)); i < wanted && talk->failed == NULL; i++)
        join(talk);
}

// ---- the step that is on the screen --------------------------------------------

static GPtrArray *open_steps(const Talk *talk)
{
    GPtrArray *list = g_ptr_array_new();
    const EzSession *session = session_of(talk);
    for (int i = 0; i < ez_session_step_count(session); i++)
        if (ez_session_step(session, i)->state == EZ_STEP_OPEN &&
            ez_value_flag(ez_step_option(ez_session_step(session, i), "wait"), true))
            g_ptr_array_add(list, (void *)ez_session_step(session, i));
    return list;
}

static const EzStep *current_step(const Talk *talk)
{
    g_autoptr(GPtrArray) open = open_steps(talk);
    for (guint i = 0; i < open->len; i++) {
        const EzStep *step = open->pdata[i];
        if (talk->group != NULL && g_strcmp0(step->group, talk->group) == 0)
            return step;
    }
    return open->len > 0 ? open->pdata[0] : NULL;
}

static int number_of(const Talk *talk, const EzStep *step)
{
    int number = 0;
    for (int i = 0; i < ez_session_step_count(session_of(talk)); i++) {
        const EzStep *one = ez_session_step(session_of(talk), i);
        number += one->kind->answerer != EZ_BY_CHANCE;
        if (one == step)
            return number;
    }
    return number;
}

static void show_news(Talk *talk)
{
    EzShow show = show_of(talk);
    int count = ez_session_step_count(show.session);
    for (int i = MIN(talk->seen, count); i < count; i++) {
        const EzStep *step = ez_session_step(show.session, i);
        bool aside =
            step->state == EZ_STEP_OPEN && !ez_value_flag(ez_step_option(step, "wait"), true);
        if (step->kind->answerer == EZ_BY_CHANCE)
            ez_show_result(&show, step);
        else if (aside) {
            g_autofree char *text = ez_words_of_step(show.session, step, show.language);
            say_text(talk, text);
        }
    }
    talk->seen = count;
}

static void show_step(Talk *talk, const EzStep *step)
{
    EzShow show = show_of(talk);
    g_autoptr(GPtrArray) open = open_steps(talk);
    if (g_strcmp0(talk->key, step->key) == 0)
        return;
    g_free(talk->key);
    talk->key = g_strdup(step->key);
    g_clear_pointer(&talk->last, g_free);
    g_clear_pointer(&talk->empty, g_free);
    ez_show_step(&show, step, number_of(talk, step));
    g_autofree char *group = ez_show_group(&show, step);
    if (open->len > 1)
        say_number(talk, EZ_SAY_GROUP, (int)open->len, group);
}

static void show_again(Talk *talk)
{
    g_clear_pointer(&talk->key, g_free);
}

static int answered(const Talk *talk, const EzStep *step)
{
    return ez_step_is_anonymous(step) ? ez_live_open_answers(talk->live, step->key)
                                      : (int)step->inputs->len;
}

// ---- answers -------------------------------------------------------------------

// Whose the next answer is: the first who has said nothing, of texts the first who may say more.
static const char *next_person(const Talk *talk, const EzStep *step)
{
    const EzSession *session = session_of(talk);
    int per = strcmp(step->kind->word, "ask") == 0
                  ? (int)ez_value_number(ez_step_option(step, "per"), 1)
                  : 1;
    for (int round = 0; round < per; round++)
        for (int i = 0; i < ez_session_person_count(session); i++) {
            const EzPerson *person = ez_session_person(session, i);
            const EzInput *input = ez_step_input(step, person->id);
            int count = input == NULL ? 0 : per > 1 ? ez_value_count(input->value) : 1;
            if (person->here && ez_session_may_answer(session, step, person->id) &&
                count <= round)
                return person->id;
        }
    return NULL;
}

static JsonNode *before_of(const EzStep *step, const char *by)
{
    const EzInput *input = by != NULL ? ez_step_input(step, by) : NULL;
    return input != NULL ? input->value : NULL;
}

static bool put_value(Talk *talk, const char *key, JsonNode *value)
{
    const EzStep *step = ez_session_find(session_of(talk), key);
    if (ez_step_is_anonymous(step))
        return do_event(talk, EZ_EVENT_INPUT, key, NULL, value);
    bool shared = ez_step_is_shared(step);
    const char *by = shared ? EZ_FACILITATOR : next_person(talk, step);
    if (by == NULL) {
        say(talk, EZ_SAY_ALL_DONE);
        return false;
    }
    g_free(talk->last);
    talk->last = g_strdup(by);
    return do_event(talk, EZ_EVENT_INPUT, key, by, value);
}

static void count_answers(Talk *talk, const char *key)
{
    const EzStep *step = ez_session_find(session_of(talk), key);
    char of[16];
    g_snprintf(of, sizeof of, "%d", ez_session_may_answer_count(session_of(talk), step));
    if (!ez_step_is_shared(step))
        say_number(talk, EZ_SAY_DONE_COUNT, answered(talk, step), of);
}

static void take_answers(Talk *talk, const EzStep *step, const char *line)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *key = g_strdup(step->key);
    const char *by = ez_step_is_shared(step) ? "" : next_person(talk, step);
    JsonNode *before = ez_step_is_anonymous(step) ? NULL : before_of(step, by);
    g_autoptr(GPtrArray) values =
        ez_entry_read(step, before, line, talk->term->language, &error);
    if (values == NULL) {
        say_text(talk, error->message);
        return;
    }
    bool good = true;
    for (guint i = 0; i < values->len && good; i++)
        good = put_value(talk, key, values->pdata[i]);
    EzShow show = show_of(talk);
    if (good)
        ez_show_check(&show, ez_session_find(session_of(talk), key), line);
    count_answers(talk, key);
}

// What, who and when, one line each.
static void take_action(Talk *talk, const EzStep *step, const char *what)
{
    const char *language = talk->term->language;
    g_autofree char *key = g_strdup(step->key), *who = NULL, *when = NULL;
    g_autoptr(JsonNode) list = ez_value_new_list();
    bool nothing = g_ascii_strcasecmp(what, ez_phrase(EZ_SAY_NOTHING, language)) == 0;
    const EzInput *first = step->inputs->len > 0 ? step->inputs->pdata[0] : NULL;
    for (int i = 0; first != NULL && i < ez_value_count(first->value) && !nothing; i++)
        ez_value_append(list, json_node_ref(ez_value_item(first->value, i)));
    if (!nothing) {
        g_autofree char *ask_who = g_strdup_printf("%s> ", ez_phrase(EZ_SAY_WHO, language));
        g_autofree char *ask_when = g_strdup_printf("%s> ", ez_phrase(EZ_SAY_WHEN, language));
        who = read_line(talk, ask_who);
        when = who != NULL ? read_line(talk, ask_when) : NULL;
        JsonNode *action = ez_value_new_object();
        ez_value_put_string(action, "what", what);
        if (who != NULL && *who != '\0')
            ez_value_put_string(action, "who", who);
        if (when != NULL && *when != '\0')
            ez_value_put_string(action, "by", when);
        ez_value_append(list, action);
    }
    const char *by = ez_step_is_shared(step) || first == NULL ? EZ_FACILITATOR : first->by;
    do_event(talk, EZ_EVENT_INPUT, key, *by != '\0' ? by : EZ_FACILITATOR, list);
}

static void close_step(Talk *talk, const char *key)
{
    g_autofree char *kept = g_strdup(key);
    const EzStep *step = ez_session_find(session_of(talk), kept);
    if (step->kind->complete != NULL && !step->kind->complete(step, NULL)) {
        say(talk, EZ_SAY_UNAGREED);
        return;
    }
    if (!do_event(talk, EZ_EVENT_CLOSE, kept, NULL, NULL))
        return;
    step = ez_session_find(session_of(talk), kept);
    EzShow show = show_of(talk);
    if (step != NULL)
        ez_show_result(&show, step);
}

// ---- commands ------------------------------------------------------------------

static void do_next(Talk *talk, const EzStep *step, const char *rest)
{
    close_step(talk, step->key);
}

static void do_skip(Talk *talk, const EzStep *step, const char *rest)
{
    g_autofree char *key = g_strdup(step->key);
    if (do_event(talk, EZ_EVENT_SKIP, key, NULL, NULL))
        say(talk, EZ_SAY_SKIPPED);
}

static void do_back(Talk *talk, const EzStep *step, const char *rest)
{
    const EzSession *session = session_of(talk);
    g_autofree char *key = NULL;
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *one = ez_session_step(session, i);
        if (one == step)
            break;
        if (one->kind->answerer == EZ_BY_CHANCE || one->state == EZ_STEP_OPEN)
            continue;
        g_free(key);
        key = g_strdup(one->key);
    }
    if (key == NULL) {
        say(talk, EZ_SAY_NO_BACK);
        return;
    }
    if (do_event(talk, EZ_EVENT_REWIND, key, NULL, NULL))
        say(talk, EZ_SAY_BACK);
    talk->seen = ez_session_step_count(session_of(talk));
    show_again(talk);
}

static void do_undo(Talk *talk, const EzStep *step, const char *rest)
{
    g_autofree char *key = g_strdup(step->key);
    if (talk->last != NULL && do_event(talk, EZ_EVENT_UNDO, key, talk->last, NULL))
        say(talk, EZ_SAY_UNDONE);
    g_clear_pointer(&talk->last, g_free);
}

static void do_group(Talk *talk, const EzStep *step, const char *rest)
{
    g_autoptr(GPtrArray) open = open_steps(talk);
    gint64 number = g_ascii_strtoll(rest, NULL, 10);
    g_autofree char *name = number > 0 ? g_strdup_printf("g%d", (int)number) : g_strdup(rest);
    for (guint i = 0; i < open->len; i++) {
        const EzStep *one = open->pdata[i];
        if (g_strcmp0(one->group, name) != 0)
            continue;
        g_free(talk->group);
        talk->group = g_strdup(name);
        show_again(talk);
    }
}

static void do_more(Talk *talk, const EzStep *step, const char *rest)
{
    if (join(talk))
        say_number(talk, EZ_SAY_JOINED, ez_session_people(session_of(talk)), NULL);
}

static void do_extend(Talk *talk, const EzStep *step, const char *rest)
{
    g_autofree char *key = g_strdup(step->key);
    g_autoptr(JsonNode) more = ez_value_new_number(120);
    do_event(talk, EZ_EVENT_EXTEND, key, NULL, more);
    show_again(talk);
}

static void do_pause(Talk *talk, const EzStep *step, const char *rest)
{
    g_autoptr(JsonNode) on = ez_value_new_flag(true), off = ez_value_new_flag(false);
    if (!do_event(talk, EZ_EVENT_PAUSE, "", NULL, on))
        return;
    say(talk, EZ_SAY_PAUSED);
    g_autofree char *line = read_line(talk, "> ");
    if (line != NULL)
        do_event(talk, EZ_EVENT_PAUSE, "", NULL, off);
    show_again(talk);
}

static void do_help(Talk *talk, const EzStep *step, const char *rest)
{
    EzShow show = show_of(talk);
    ez_show_note(&show, step);
}

static void do_stop(Talk *talk, const EzStep *step, const char *rest)
{
    talk->left = true;
}

static const struct {
    const char *nl, *en;
    void (*run)(Talk *, const EzStep *, const char *);
} commands[] = {
    {"?", "/help", do_help},           {"/hulp", "/h", do_help},
    {"/verder", "/next", do_next},     {"/sla-over", "/skip", do_skip},
    {"/terug", "/back", do_back},      {"/herstel", "/undo", do_undo},
    {"/groep", "/group", do_group},    {"/erbij", "/more", do_more},
    {"/langer", "/extend", do_extend}, {"/pauze", "/pause", do_pause},
    {"/stop", "/quit", do_stop},
};

static bool run_command(Talk *talk, const EzStep *step, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", 2);
    const char *word = words[0] != NULL ? words[0] : "";
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(word, commands[i].nl) == 0 || strcmp(word, commands[i].en) == 0) {
            commands[i].run(talk, step, words[1] != NULL ? words[1] : "");
            return true;
        }
    if (*word == '/')
        say(talk, EZ_SAY_COMMANDS);
    return *word == '/';
}

// Enter once too often would pass over a question: with nothing said it takes a second one.
static bool is_too_soon(Talk *talk, const EzStep *step)
{
    bool asks =
        step->kind->answerer == EZ_BY_PEOPLE || step->kind->answerer == EZ_BY_FACILITATOR;
    if (!asks || answered(talk, step) > 0 || g_strcmp0(talk->empty, step->key) == 0)
        return false;
    g_free(talk->empty);
    talk->empty = g_strdup(step->key);
    say(talk, EZ_SAY_NOTHING_YET);
    return true;
}

static void take_empty(Talk *talk, const EzStep *step, bool action)
{
    if (action || !is_too_soon(talk, step))
        close_step(talk, step->key);
}

static void take_line(Talk *talk, const EzStep *step, const char *line)
{
    bool action = strcmp(step->kind->word, "action") == 0;
    if (run_command(talk, step, line))
        return;
    if (*line == '\0')
        take_empty(talk, step, action);
    else if (action)
        take_action(talk, step, line);
    else if (step->kind->check != NULL && step->kind->answerer != EZ_BY_NOBODY) {
        bool gate = step->kind->answerer == EZ_BY_FACILITATOR;
        g_autofree char *key = g_strdup(step->key);
        take_answers(talk, step, line);
        const EzStep *now = ez_session_find(session_of(talk), key);
        if (gate && now != NULL && now->inputs->len > 0)
            close_step(talk, key);
    } else {
        say(talk, EZ_SAY_NEXT);
    }
}

// ---- the talk ------------------------------------------------------------------

static void tell_time(Talk *talk, const EzStep *step)
{
    JsonNode *time = ez_step_option(step, "time");
    double seconds = ez_value_number(time != NULL ? time : ez_step_option(step, "seconds"), 0);
    if (seconds > 0 && (double)(ez_live_time(talk->live) - step->opened) > seconds)
        say(talk, EZ_SAY_TIME_UP);
}

static void turn(Talk *talk, const EzStep *step)
{
    const char *language = talk->term->language;
    bool action = strcmp(step->kind->word, "action") == 0;
    g_autofree char *prompt =
        action ? g_strdup_printf("%s> ", ez_phrase(EZ_SAY_WHAT, language)) : g_strdup("> ");
    show_step(talk, step);
    tell_time(talk, step);
    g_autofree char *line = read_line(talk, prompt);
    if (line != NULL)
        take_line(talk, step, line);
    // The next prompt says that all before it is on disk.
    if (talk->failed == NULL && !ez_live_flush(talk->live, &talk->failed))
        talk->left = true;
}

EzTermEnd ez_term_run(const EzTerm *term, EzLive *live, GError **error)
{
    Talk talk = {.term = term, .live = live};
    ez_lines_init(&talk.lines, term->in, term->stop);
    say(&talk, EZ_SAY_WELCOME);
    ask_people(&talk);
    while (!talk.left && talk.failed == NULL) {
        show_news(&talk);
        const EzStep *step = current_step(&talk);
        if (step == NULL)
            break;
        turn(&talk, step);
    }
    bool finished = ez_session_is_finished(session_of(&talk));
    ez_lines_clear(&talk.lines);
    g_free(talk.key);
    g_free(talk.group);
    g_free(talk.last);
    g_free(talk.empty);
    bool good = talk.failed == NULL && ez_live_flush(live, &talk.failed);
    if (!good) {
        g_propagate_error(error, talk.failed);
        return EZ_TERM_FAILED;
    }
    return finished ? EZ_TERM_FINISHED : EZ_TERM_LEFT;
}
