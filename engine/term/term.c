// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/term.h"

#include "engine/base/file.h"
#include "engine/term/term-private.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PEOPLE = 5000 };

// ---- saying --------------------------------------------------------------------

const EzSession *ez_talk_session(const EzTalk *talk)
{
    return ez_live_session(talk->live);
}

EzShow ez_talk_show(const EzTalk *talk)
{
    return (EzShow){&talk->screen, ez_talk_session(talk), talk->term->language,
                    ez_live_time(talk->live)};
}

void ez_talk_say_text(const EzTalk *talk, const char *text)
{
    ez_screen_put(&talk->screen, 0, text);
}

void ez_talk_say(const EzTalk *talk, EzPhrase phrase)
{
    ez_talk_say_text(talk, ez_phrase(phrase, talk->term->language));
}

void ez_talk_say_filled(const EzTalk *talk, EzPhrase phrase, const char *a, const char *b)
{
    g_autofree char *line = ez_phrase_fill(phrase, talk->term->language, a, b);
    ez_talk_say_text(talk, line);
}

void ez_talk_say_number(const EzTalk *talk, EzPhrase phrase, int number, const char *word)
{
    g_autofree char *text = g_strdup_printf("%d", number);
    ez_talk_say_filled(talk, phrase, text, word);
}

static bool is_of_script(const GError *error)
{
    return g_error_matches(error, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT);
}

void ez_talk_say_error(const EzTalk *talk, EzPhrase phrase, const GError *error)
{
    const char *words = ez_error_words(error, talk->term->language);
    bool ended = *words != '\0' && strchr(".?!", words[strlen(words) - 1]) != NULL;
    g_autofree char *sentence = g_strconcat(words, ended ? "" : ".", NULL);
    // A mistake of the script begins with a path.
    if (!is_of_script(error))
        *sentence = g_ascii_toupper(*sentence);
    ez_talk_say_filled(talk, phrase, sentence, NULL);
}

// Where there is no step for a command to be about, leave may be taken all the same.
static bool leaves(const char *line)
{
    return strcmp(line, "/stop") == 0 || strcmp(line, "/quit") == 0;
}

// ---- doing ---------------------------------------------------------------------

static void tick(void *data)
{
    ez_talk_show_bar(data);
}

char *ez_talk_read(EzTalk *talk, const char *prompt)
{
    ez_talk_show_bar(talk);
    ez_screen_prompt(&talk->screen, prompt);
    char *line = ez_lines_next(&talk->lines);
    talk->left = line == NULL;
    return line;
}

static bool is_refusal(const GError *error)
{
    return error->domain != EZ_STORE_ERROR &&
           !g_error_matches(error, EZ_SESSION_ERROR, (int)EZ_SESSION_PARTED);
}

// The script does not get past this: what to do is said each time, what went wrong once.
static void tell_broken(EzTalk *talk, const GError *error)
{
    const char *words = ez_error_words(error, talk->term->language);
    g_autofree char *quoted = ez_file_typed(ez_live_path(talk->live));
    if (g_strcmp0(talk->broken, words) != 0) {
        ez_talk_say(talk, EZ_SAY_BROKEN);
        ez_talk_say_error(talk, EZ_SAY_REFUSED, error);
        g_free(talk->broken);
        talk->broken = g_strdup(words);
    }
    ez_talk_say_filled(talk, EZ_SAY_BROKEN_HOW, quoted, NULL);
}

bool ez_talk_do(EzTalk *talk, EzEvent event, const char *key, const char *by, JsonNode *value)
{
    g_autofree char *text = value != NULL ? ez_value_text(value) : NULL;
    EzRow row = {.event = event, .key = key, .by = by, .at = -1, .text = text};
    return ez_talk_do_row(talk, &row);
}

bool ez_talk_do_row(EzTalk *talk, const EzRow *row)
{
    g_autoptr(GError) error = NULL;
    if (ez_live_do(talk->live, row, NULL, NULL, NULL, &error))
        return true;
    if (!is_refusal(error)) {
        g_propagate_error(&talk->failed, g_steal_pointer(&error));
        return false;
    }
    if (is_of_script(error))
        tell_broken(talk, error);
    else
        ez_talk_say_error(talk, EZ_SAY_REFUSED, error);
    return false;
}

bool ez_talk_join(EzTalk *talk)
{
    int number = ez_session_person_count(ez_talk_session(talk)) + 1;
    g_autofree char *name = g_strdup_printf("p%d", number);
    return ez_talk_do(talk, EZ_EVENT_JOIN, "", name, NULL);
}

static bool is_people(const char *line, int *people)
{
    gint64 typed = g_ascii_strtoll(line, NULL, 10);
    *people = (int)CLAMP(typed, 0, MOST_PEOPLE);
    return *people > 0;
}

char *ez_term_doubt(const EzSession *session, int people, const char *language)
{
    JsonNode *bounds = ez_value_get(ez_session_head(session), "people");
    int least = (int)ez_value_number(ez_value_item(bounds, 0), 1),
        most = (int)ez_value_number(ez_value_item(bounds, 1), MOST_PEOPLE);
    g_autofree char *from = g_strdup_printf("%d", least), *to = g_strdup_printf("%d", most);
    return people < least || people > most
               ? ez_phrase_fill(EZ_SAY_DOUBT_PEOPLE, language, from, to)
               : NULL;
}

// Whether the exercise is for so many, or they go on all the same; another number may be typed at once. 0 = ask again.
static int settle(EzTalk *talk, int wanted)
{
    g_autofree char *doubt = ez_term_doubt(ez_talk_session(talk), wanted, talk->term->language);
    if (doubt == NULL)
        return wanted;
    if (talk->term->warnings != NULL) {
        fprintf(talk->term->warnings, "ezkit: %s\n", doubt);
        return wanted;
    }
    ez_talk_say_text(talk, doubt);
    ez_talk_say(talk, EZ_SAY_ALL_THE_SAME);
    g_autofree char *line = ez_talk_read(talk, "> ");
    if (line == NULL)
        return 0;
    if (g_ascii_strcasecmp(line, ez_phrase(EZ_SAY_YES, talk->term->language)) == 0)
        return wanted;
    int other;
    return is_people(line, &other) && other != wanted ? settle(talk, other) : 0;
}

static int ask_number(EzTalk *talk)
{
    int wanted = 0;
    while (wanted == 0 && !talk->left) {
        ez_talk_say(talk, EZ_SAY_HOW_MANY);
        g_autofree char *line = ez_talk_read(talk, "> ");
        if (line != NULL && leaves(line))
            talk->left = true;
        else if (line != NULL && is_people(line, &wanted))
            wanted = settle(talk, wanted);
        else if (line != NULL)
            ez_talk_say(talk, EZ_SAY_A_NUMBER);
    }
    return wanted;
}

// Each is a number from now on: where each answers, the prompt says whose turn it is.
static void tell_numbers(EzTalk *talk)
{
    int people = ez_session_people(ez_talk_session(talk));
    if (people > 1)
        ez_talk_say_number(talk, EZ_SAY_NUMBERS, people, NULL);
}

static void ask_people(EzTalk *talk)
{
    bool asks = talk->term->people == 0 && ez_session_people(ez_talk_session(talk)) == 0;
    int wanted = asks ? ask_number(talk) : talk->term->people;
    for (int i = ez_session_people(ez_talk_session(talk)); i < wanted && talk->failed == NULL;
         i++)
        ez_talk_join(talk);
    if (wanted > 0 && !talk->left && talk->failed == NULL)
        tell_numbers(talk);
}

// ---- the step that is on the screen --------------------------------------------

static bool waits(const EzStep *step)
{
    return step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true);
}

GPtrArray *ez_talk_open_steps(const EzTalk *talk)
{
    GPtrArray *list = g_ptr_array_new();
    const EzSession *session = ez_talk_session(talk);
    for (int i = 0; i < ez_session_step_count(session); i++)
        if (waits(ez_session_step(session, i)))
            g_ptr_array_add(list, (void *)ez_session_step(session, i));
    return list;
}

static const EzStep *current_step(const EzTalk *talk)
{
    g_autoptr(GPtrArray) open = ez_talk_open_steps(talk);
    for (guint i = 0; i < open->len; i++) {
        const EzStep *step = open->pdata[i];
        if (talk->group != NULL && g_strcmp0(step->group, talk->group) == 0)
            return step;
    }
    return open->len > 0 ? open->pdata[0] : NULL;
}

static int number_of(const EzTalk *talk, const EzStep *step)
{
    int number = 0;
    for (int i = 0; i < ez_session_step_count(ez_talk_session(talk)); i++) {
        const EzStep *one = ez_session_step(ez_talk_session(talk), i);
        number += one->kind->answerer != EZ_BY_CHANCE &&
                  ez_value_flag(ez_step_option(one, "wait"), true);
        if (one == step)
            break;
    }
    return number;
}

// What chance gave, and what is said without waiting.
static void show_news(EzTalk *talk)
{
    EzShow show = ez_talk_show(talk);
    int count = ez_session_step_count(show.session);
    for (int i = MIN(talk->seen, count); i < count; i++) {
        const EzStep *step = ez_session_step(show.session, i);
        if (step->kind->answerer == EZ_BY_CHANCE)
            ez_show_result(&show, step);
        else if (step->state == EZ_STEP_OPEN && !waits(step))
            ez_show_text(&show, step);
    }
    talk->seen = count;
}

void ez_talk_show_again(EzTalk *talk)
{
    g_clear_pointer(&talk->key, g_free);
}

static void show_step(EzTalk *talk, const EzStep *step)
{
    EzShow show = ez_talk_show(talk);
    g_autoptr(GPtrArray) open = ez_talk_open_steps(talk);
    if (g_strcmp0(talk->key, step->key) == 0)
        return;
    g_free(talk->key);
    talk->key = g_strdup(step->key);
    g_ptr_array_set_size(talk->last, 0);
    g_clear_pointer(&talk->empty, g_free);
    talk->told = -1;
    ez_show_step(&show, step, number_of(talk, step));
    g_autofree char *group = ez_show_group(&show, step->group);
    if (open->len > 1)
        ez_talk_say_number(talk, EZ_SAY_GROUP, (int)open->len, group);
    ez_talk_offer_old(talk, step);
    if (ez_talk_answered(talk, step) > 0)
        ez_talk_tell_answers(talk, step->key);
}

// What takes more than half of the screen would be gone before it is read: it waits, where somebody sits before a screen.
static void hold(EzTalk *talk, int lines)
{
    int rows = 0, columns;
    if (talk->term->size != NULL)
        talk->term->size(&rows, &columns);
    while (rows > 0 && lines * 2 > rows && !talk->left) {
        ez_talk_say(talk, EZ_SAY_HOLD);
        g_autofree char *line = ez_talk_read(talk, "> ");
        if (line == NULL || *line == '\0')
            return;
        talk->left = leaves(line);
    }
}

static void show_outcome(EzTalk *talk, const EzStep *step)
{
    char *text = NULL;
    size_t size;
    int lines = 0;
    EzShow show = ez_talk_show(talk);
    EzScreen measured = talk->screen;
    measured.out = open_memstream(&text, &size);
    show.screen = &measured;
    ez_show_result(&show, step);
    fclose(measured.out);
    for (const char *c = text; *c != '\0'; c++)
        lines += *c == '\n';
    fputs(text, talk->screen.out);
    free(text);
    hold(talk, lines);
}

void ez_talk_close_step(EzTalk *talk, const char *key)
{
    g_autofree char *kept = g_strdup(key);
    const EzStep *step = ez_session_find(ez_talk_session(talk), kept);
    if (step->kind->complete != NULL && !step->kind->complete(step, NULL)) {
        ez_talk_say(talk, EZ_SAY_UNAGREED);
        return;
    }
    if (!ez_talk_do(talk, EZ_EVENT_CLOSE, kept, NULL, NULL))
        return;
    step = ez_session_find(ez_talk_session(talk), kept);
    if (step != NULL)
        show_outcome(talk, step);
}

// ---- a line --------------------------------------------------------------------

static bool is_action(const EzStep *step)
{
    return strcmp(step->kind->word, "action") == 0;
}

// Of scores, choices and the like everybody gives one; who writes is free to write nothing.
static int expected(const EzTalk *talk, const EzStep *step)
{
    bool each = step->kind->answerer == EZ_BY_PEOPLE && !ez_step_is_shared(step) &&
                strcmp(step->kind->word, "ask") != 0;
    return each ? ez_session_may_answer_count(ez_talk_session(talk), step) : 1;
}

// Enter once too often would pass over a question: while answers are missing it takes a second one.
static bool is_too_soon(EzTalk *talk, const EzStep *step)
{
    bool asks =
        step->kind->answerer == EZ_BY_PEOPLE || step->kind->answerer == EZ_BY_FACILITATOR;
    int answered = ez_talk_answered(talk, step), wanted = expected(talk, step);
    if (!asks || answered >= wanted || g_strcmp0(talk->empty, step->key) == 0)
        return false;
    g_autofree char *of = g_strdup_printf("%d", wanted);
    g_free(talk->empty);
    talk->empty = g_strdup(step->key);
    if (answered == 0)
        ez_talk_say(talk, EZ_SAY_NOTHING_YET);
    else
        ez_talk_say_number(talk, answered == 1 ? EZ_SAY_ONE_YET : EZ_SAY_NOT_ALL_YET, answered,
                           of);
    return true;
}

// Without a line no more agreements come, and what they lack is asked for first.
static void take_action(EzTalk *talk, const EzStep *step, const char *line)
{
    g_autofree char *key = g_strdup(step->key), *command = NULL;
    if (line != NULL)
        ez_talk_take_action(talk, step, line, &command);
    else
        ez_talk_finish_actions(talk, step, &command);
    if (command != NULL)
        ez_talk_command(talk, ez_session_find(ez_talk_session(talk), key), command);
    else if (line == NULL && talk->failed == NULL)
        ez_talk_close_step(talk, key);
}

// Who says "nothing" after some agreements has no more of them: they stay.
static bool ends_actions(const EzTalk *talk, const EzStep *step, const char *line)
{
    const char *nothing = ez_phrase(EZ_SAY_NOTHING, talk->term->language);
    const EzInput *input = step->inputs->len > 0 ? step->inputs->pdata[0] : NULL;
    bool some = input != NULL && ez_value_count(input->value) > 0;
    return *line == '\0' || (some && g_ascii_strcasecmp(line, nothing) == 0);
}

// What the facilitator decides is decided at once.
static void take_answers(EzTalk *talk, const EzStep *step, const char *line)
{
    bool gate = step->kind->answerer == EZ_BY_FACILITATOR;
    g_autofree char *key = g_strdup(step->key);
    ez_talk_take_answers(talk, step, line);
    const EzStep *now = ez_session_find(ez_talk_session(talk), key);
    if (gate && now != NULL && now->inputs->len > 0)
        ez_talk_close_step(talk, key);
}

static void take_line(EzTalk *talk, const EzStep *step, const char *line)
{
    if (*line != '\0')
        g_clear_pointer(&talk->empty, g_free);
    if (ez_talk_command(talk, step, line))
        return;
    if (is_action(step)) {
        take_action(talk, step, ends_actions(talk, step, line) ? NULL : line);
    } else if (*line == '\0') {
        if (!is_too_soon(talk, step))
            ez_talk_close_step(talk, step->key);
    } else if (step->kind->check != NULL && step->kind->answerer != EZ_BY_NOBODY) {
        take_answers(talk, step, line);
    } else {
        ez_talk_say(talk, EZ_SAY_NEXT);
    }
}

// ---- the talk ------------------------------------------------------------------

// What is asked for, or whose answer comes next.
static char *prompt_of(const EzTalk *talk, const EzStep *step)
{
    if (is_action(step))
        return g_strdup_printf("%s> ", ez_phrase(EZ_SAY_WHAT, talk->term->language));
    int person = ez_talk_next_person(talk, step);
    return person > 0 ? g_strdup_printf("%d> ", person) : g_strdup("> ");
}

static void turn(EzTalk *talk, const EzStep *step)
{
    show_step(talk, step);
    ez_talk_tell_time(talk, step);
    g_autofree char *prompt = prompt_of(talk, step), *line = ez_talk_read(talk, prompt);
    if (line != NULL)
        take_line(talk, step, line);
    // The next prompt says that all before it is on disk.
    if (talk->failed == NULL && !ez_live_flush(talk->live, &talk->failed))
        talk->left = true;
}

static void measure(EzTalk *talk)
{
    int rows;
    if (talk->term->size != NULL)
        talk->term->size(&rows, &talk->screen.width);
}

static void begin(EzTalk *talk, const EzTerm *term, EzLive *live)
{
    *talk = (EzTalk){.term = term,
                     .screen = term->screen,
                     .live = live,
                     .last = g_ptr_array_new_with_free_func(g_free),
                     .bar = {.out = term->screen.out, .colour = term->colour}};
    ez_lines_init(&talk->lines, term->in, term->stop);
    talk->lines.tick = tick;
    talk->lines.data = talk;
    measure(talk);
}

static void end(EzTalk *talk)
{
    ez_bar_close(&talk->bar);
    ez_lines_clear(&talk->lines);
    g_ptr_array_unref(talk->last);
    g_free(talk->key);
    g_free(talk->group);
    g_free(talk->empty);
    g_free(talk->broken);
}

// Who comes back has seen the rest: the groups, and what chance gave since the last step that is over.
static void show_where(EzTalk *talk)
{
    EzShow show = ez_talk_show(talk);
    const EzStep *groups = NULL;
    for (int i = 0; i < ez_session_step_count(show.session); i++) {
        const EzStep *step = ez_session_step(show.session, i);
        bool chance = step->kind->answerer == EZ_BY_CHANCE;
        if (chance && strcmp(step->kind->word, "split") == 0)
            groups = step;
        if (!chance && step->state != EZ_STEP_OPEN)
            talk->seen = i + 1;
    }
    for (int i = 0; groups != NULL && i < talk->seen; i++)
        if (ez_session_step(show.session, i) == groups)
            ez_show_result(&show, groups);
}

static void welcome(EzTalk *talk)
{
    EzShow show = ez_talk_show(talk);
    int people = ez_session_people(show.session);
    ez_show_exercise(&show);
    if (talk->term->lay_ready != NULL)
        ez_talk_say_filled(talk, EZ_SAY_LAY_READY, talk->term->lay_ready, NULL);
    if (people > 0)
        ez_talk_say_number(talk, EZ_SAY_RESUMED, people, NULL);
    ez_talk_say(talk, EZ_SAY_WELCOME);
    if (people > 0)
        show_where(talk);
    ask_people(talk);
}

EzTermEnd ez_term_run(const EzTerm *term, EzLive *live, GError **error)
{
    EzTalk talk;
    begin(&talk, term, live);
    welcome(&talk);
    while (!talk.left && talk.failed == NULL) {
        measure(&talk);
        show_news(&talk);
        const EzStep *step = current_step(&talk);
        if (step == NULL)
            break;
        turn(&talk, step);
    }
    bool finished = ez_session_is_finished(ez_talk_session(&talk));
    bool good = talk.failed == NULL && ez_live_flush(live, &talk.failed);
    end(&talk);
    if (!good) {
        g_propagate_error(error, talk.failed);
        return EZ_TERM_FAILED;
    }
    return finished ? EZ_TERM_FINISHED : EZ_TERM_LEFT;
}
