// SPDX-License-Identifier: EUPL-1.2
// What is typed for the table goes into the session: a whole line or nothing of it.
#include "engine/run/check.h"
#include "engine/run/words.h"
#include "engine/term/term-private.h"

#include <string.h>

enum { LISTED = 40 };

static const EzSession *session_of(const EzTalk *talk)
{
    return ez_talk_session(talk);
}

static bool is_ask(const EzStep *step)
{
    return strcmp(step->kind->word, "ask") == 0;
}

// How many texts one person gives; of other kinds an answer is whole.
static int per_person(const EzStep *step)
{
    return is_ask(step) ? ez_entry_most(step) : 1;
}

// ---- who -----------------------------------------------------------------------

static bool may_answer(const EzTalk *talk, const EzStep *step, const EzPerson *person)
{
    return person->here && ez_session_may_answer(session_of(talk), step, person->id);
}

static int said_by(const EzStep *step, const char *person)
{
    const EzInput *input = ez_step_input(step, person);
    if (input == NULL)
        return 0;
    return input->done ? per_person(step) : MAX(ez_value_count(input->value), 1);
}

// Those who may say more, in the order in which they answer: of texts all say their first one first. Ids of the session.
static GPtrArray *next_people(const EzTalk *talk, const EzStep *step)
{
    const EzSession *session = session_of(talk);
    GPtrArray *list = g_ptr_array_new();
    int per = per_person(step);
    for (int round = 0; round < per; round++)
        for (int i = 0; i < ez_session_person_count(session); i++) {
            const EzPerson *person = ez_session_person(session, i);
            bool whole = per == 1 && ez_step_input(step, person->id) != NULL;
            if (may_answer(talk, step, person) && !whole && said_by(step, person->id) <= round)
                g_ptr_array_add(list, person->id);
        }
    return list;
}

int ez_talk_answered(const EzTalk *talk, const EzStep *step)
{
    return ez_step_is_anonymous(step) ? ez_live_open_answers(talk->live, step->key)
                                      : (int)step->inputs->len;
}

// How many answers are still to come.
static int left_of(const EzTalk *talk, const EzStep *step)
{
    if (ez_step_is_anonymous(step))
        return MAX(0, ez_session_may_answer_count(session_of(talk), step) * per_person(step) -
                          ez_talk_answered(talk, step));
    g_autoptr(GPtrArray) people = next_people(talk, step);
    return (int)people->len;
}

// One answer for all is full when it holds as much as it may.
static bool is_full(const EzStep *step)
{
    const EzInput *input = ez_step_input(step, "");
    return input != NULL &&
           (input->done || MAX(ez_value_count(input->value), 1) >= ez_entry_most(step));
}

// Whether nobody has more to say in it.
static bool is_ready(const EzTalk *talk, const EzStep *step)
{
    return ez_step_is_shared(step)
               ? is_full(step)
               : ez_talk_answered(talk, step) > 0 && left_of(talk, step) == 0;
}

// ---- telling -------------------------------------------------------------------

static char *write_input(const EzTalk *talk, const EzStep *step, const EzInput *input)
{
    EzTyped entry = {session_of(talk), step, talk->term->language};
    return ez_entry_write(&entry, input->value);
}

// What one answer for all is now: a line may have added to it, or have taken its place. Texts only add, and have just been typed.
static void tell_shared(EzTalk *talk, const EzStep *step)
{
    bool choice = strcmp(step->kind->word, "choose") == 0;
    g_autofree char *typed = write_input(talk, step, step->inputs->pdata[0]);
    if (is_ask(step))
        ez_talk_say(talk, EZ_SAY_NOTED);
    else
        ez_talk_say_filled(talk, choice ? EZ_SAY_CHOICE_NOW : EZ_SAY_STANDS_NOW, typed, NULL);
}

static void tell_count(const EzTalk *talk, bool texts, int count, const char *of)
{
    EzPhrase phrase = !texts       ? EZ_SAY_DONE_COUNT
                      : count == 1 ? EZ_SAY_ONE_ANSWER
                                   : EZ_SAY_ANSWER_COUNT;
    ez_talk_say_number(talk, phrase, count, of);
}

void ez_talk_tell_answers(EzTalk *talk, const char *key)
{
    const EzStep *step = ez_session_find(session_of(talk), key);
    if (talk->failed != NULL)
        return;
    bool shared = ez_step_is_shared(step);
    EzShow show = ez_talk_show(talk);
    g_autofree char *of =
        g_strdup_printf("%d", ez_session_may_answer_count(session_of(talk), step));
    bool shown = ez_show_so_far(&show, step);
    const char *when = ez_value_string(ez_step_option(step, "close_when"), "");
    bool ready = strcmp(when, "all") == 0 && is_ready(talk, step);
    bool texts =
        ez_step_is_anonymous(step) && per_person(step) > 1; // of how many people, nobody knows
    if (!shared)
        tell_count(talk, texts, ez_talk_answered(talk, step), of);
    if (shared && !shown && step->kind->answerer == EZ_BY_PEOPLE && step->inputs->len > 0 &&
        !(ready && is_ask(step)))
        tell_shared(talk, step);
    if (ready)
        ez_talk_say(talk, shared ? EZ_SAY_READY_GROUP : EZ_SAY_READY);
}

static int number_of(const EzTalk *talk, const char *person)
{
    const EzSession *session = session_of(talk);
    int number = 0;
    while (number < ez_session_person_count(session) &&
           strcmp(ez_session_person(session, number)->id, person) != 0)
        number++;
    return number + 1;
}

int ez_talk_next_person(const EzTalk *talk, const EzStep *step)
{
    bool own = step->kind->answerer == EZ_BY_PEOPLE && !ez_step_is_shared(step) &&
               !ez_step_is_anonymous(step);
    g_autoptr(GPtrArray) people = own ? next_people(talk, step) : NULL;
    return people != NULL && people->len > 0 ? number_of(talk, people->pdata[0]) : 0;
}

static void show_inputs(const EzTalk *talk, const EzStep *step, const GPtrArray *inputs)
{
    for (guint i = 0; i < MIN(inputs->len, LISTED); i++) {
        const EzInput *input = inputs->pdata[i];
        g_autofree char *typed = write_input(talk, step, input);
        if (*input->by == '\0' || strcmp(input->by, EZ_FACILITATOR) == 0)
            ez_talk_say_text(talk, typed);
        else
            ez_talk_say_number(talk, EZ_SAY_PERSON, number_of(talk, input->by), typed);
    }
    if (inputs->len > LISTED)
        ez_talk_say_text(talk, "…");
}

// "3, 7–9".
static char *missing_of(const EzTalk *talk, const EzStep *step)
{
    const EzSession *session = session_of(talk);
    GString *out = g_string_new(NULL);
    int count = ez_session_person_count(session);
    for (int i = 0; i < count; i++) {
        int first = i;
        while (i < count && may_answer(talk, step, ez_session_person(session, i)) &&
               ez_step_input(step, ez_session_person(session, i)->id) == NULL)
            i++;
        if (i == first)
            continue;
        g_string_append_printf(out, "%s%d", out->len > 0 ? ", " : "", first + 1);
        if (i > first + 1)
            g_string_append_printf(out, "–%d", i);
    }
    return g_string_free(out, FALSE);
}

void ez_talk_tell_people(EzTalk *talk, const EzStep *step)
{
    if (ez_step_is_anonymous(step)) {
        ez_talk_say(talk, EZ_SAY_ANONYMOUS);
        ez_talk_tell_answers(talk, step->key);
        return;
    }
    show_inputs(talk, step, step->inputs);
    if (ez_step_is_shared(step) || step->kind->answerer != EZ_BY_PEOPLE) {
        ez_talk_say(talk, EZ_SAY_NOT_BY_PERSON);
        return;
    }
    g_autofree char *missing = missing_of(talk, step);
    if (*missing == '\0')
        ez_talk_say(talk, EZ_SAY_NOBODY_MISSING);
    else
        ez_talk_say_filled(talk, EZ_SAY_MISSING, missing, NULL);
}

static void forget_last(EzTalk *talk)
{
    g_ptr_array_set_size(talk->last, 0);
    talk->took_old = false;
}

// ---- taking --------------------------------------------------------------------

static JsonNode *before_of(const EzStep *step, const char *by)
{
    const EzInput *input = by != NULL ? ez_step_input(step, by) : NULL;
    return input != NULL ? input->value : NULL;
}

// All are looked at before the first goes in.
static GPtrArray *read_values(EzTalk *talk, const EzStep *step, JsonNode *before,
                              const char *line)
{
    g_autoptr(GError) error = NULL;
    EzTyped entry = {session_of(talk), step, talk->term->language};
    g_autoptr(GPtrArray) values = ez_entry_read(&entry, before, line, &error);
    bool good = values != NULL;
    for (guint i = 0; good && i < values->len; i++)
        good = step->kind->check(step, values->pdata[i], &error);
    if (!good)
        ez_talk_say_error(talk, EZ_SAY_REFUSED_LINE, error);
    return good ? g_steal_pointer(&values) : NULL;
}

static bool fits(EzTalk *talk, const EzStep *step, int count)
{
    g_autoptr(GError) error = NULL;
    int left = left_of(talk, step);
    if (ez_step_is_shared(step) || count <= left)
        return true;
    if (left == 0) {
        ez_talk_say(talk, EZ_SAY_ALL_DONE);
        return false;
    }
    ez_refuse(&error, left == 1 ? EZ_REFUSE_MANY_FOR_ONE : EZ_REFUSE_MANY_PEOPLE, "count",
              EZ_NUMBER(count), "left", EZ_NUMBER(left), NULL);
    ez_talk_say_error(talk, EZ_SAY_REFUSED_LINE, error);
    return false;
}

// An answer that is nobody's has a name of its own, so that it can be taken back.
static bool put(EzTalk *talk, const char *key, const char *by, JsonNode *value)
{
    g_autofree char *text = ez_value_text(value);
    g_autofree char *idem = by == NULL ? g_uuid_string_random() : NULL;
    EzRow row = {
        .event = EZ_EVENT_INPUT, .key = key, .by = by, .idem = idem, .at = -1, .text = text};
    if (!ez_talk_do_row(talk, &row))
        return false;
    g_ptr_array_add(talk->last, g_strdup(by != NULL ? by : idem));
    return true;
}

static bool put_values(EzTalk *talk, const char *key, const GPtrArray *values)
{
    const EzStep *step = ez_session_find(session_of(talk), key);
    bool named = !ez_step_is_anonymous(step) && !ez_step_is_shared(step);
    const char *all = ez_step_is_anonymous(step) ? NULL : EZ_FACILITATOR;
    g_autoptr(GPtrArray) people = named ? next_people(talk, step) : NULL;
    forget_last(talk);
    for (guint i = 0; i < values->len; i++)
        if (!put(talk, key, named ? people->pdata[i] : all, values->pdata[i]))
            return false;
    return true;
}

void ez_talk_take_answers(EzTalk *talk, const EzStep *step, const char *line)
{
    g_autofree char *key = g_strdup(step->key);
    bool anonymous = ez_step_is_anonymous(step), shared = ez_step_is_shared(step);
    g_autoptr(GPtrArray) people = anonymous || shared ? NULL : next_people(talk, step);
    const char *by = shared ? "" : people != NULL && people->len > 0 ? people->pdata[0] : NULL;
    g_autoptr(GPtrArray) values =
        read_values(talk, step, anonymous ? NULL : before_of(step, by), line);
    if (values == NULL || !fits(talk, step, (int)values->len))
        return;
    if (!put_values(talk, key, values))
        return;
    EzShow show = ez_talk_show(talk);
    ez_show_check(&show, ez_session_find(session_of(talk), key), line);
    ez_talk_tell_answers(talk, key);
}

void ez_talk_take_for(EzTalk *talk, const EzStep *step, const char *person, const char *line)
{
    g_autofree char *key = g_strdup(step->key);
    g_autoptr(GPtrArray) values = read_values(talk, step, NULL, line);
    if (values == NULL)
        return;
    if (values->len != 1) {
        ez_talk_say(talk, EZ_SAY_FOR_HOW);
        return;
    }
    forget_last(talk);
    put(talk, key, person, values->pdata[0]);
    ez_talk_tell_answers(talk, key);
}

void ez_talk_undo(EzTalk *talk, const EzStep *step)
{
    g_autofree char *key = g_strdup(step->key);
    bool anonymous = ez_step_is_anonymous(step);
    if (talk->last->len == 0) {
        ez_talk_say(talk, anonymous ? EZ_SAY_NO_UNDO_ANONYMOUS : EZ_SAY_NO_UNDO);
        return;
    }
    for (guint i = talk->last->len; i-- > 0;) {
        EzRow row = {.event = anonymous ? EZ_EVENT_WITHDRAW : EZ_EVENT_UNDO,
                     .key = key,
                     .by = anonymous ? NULL : talk->last->pdata[i],
                     .idem = anonymous ? talk->last->pdata[i] : NULL,
                     .at = -1};
        if (!ez_talk_do_row(talk, &row))
            return;
    }
    ez_talk_say(talk, talk->took_old ? EZ_SAY_UNDONE_OLD : EZ_SAY_UNDONE);
    forget_last(talk);
    ez_talk_tell_answers(talk, key);
}

// Whether its one answer is a list of which a part can be taken away.
static bool has_parts(const EzStep *step)
{
    bool action = strcmp(step->kind->word, "action") == 0;
    bool choices = strcmp(step->kind->word, "choose") == 0 && ez_entry_most(step) > 1;
    return action || (ez_step_is_shared(step) && (is_ask(step) || choices));
}

// Where the part with this number stands: of choices it is the number by which they are typed. -1 = nowhere.
static int find_part(const EzStep *step, JsonNode *list, int number)
{
    if (is_ask(step) || strcmp(step->kind->word, "action") == 0)
        return number <= ez_value_count(list) ? number - 1 : -1;
    for (int i = 0; i < ez_value_count(list); i++)
        if (ez_step_find_item(ez_step_items(step),
                              ez_value_string(ez_value_item(list, i), "")) == number - 1)
            return i;
    return -1;
}

// Takes the whole answer back, also what it was before.
static void take_all_away(EzTalk *talk, const char *key, const char *by)
{
    while (ez_session_find(session_of(talk), key)->inputs->len > 0)
        if (!ez_talk_do(talk, EZ_EVENT_UNDO, key, by, NULL))
            return;
    ez_talk_say(talk, EZ_SAY_ALL_TAKEN_AWAY);
}

void ez_talk_take_away(EzTalk *talk, const EzStep *step, int number)
{
    const EzInput *input = step->inputs->len > 0 ? step->inputs->pdata[0] : NULL;
    int part = has_parts(step) && input != NULL && number > 0
                   ? find_part(step, input->value, number)
                   : -1;
    if (part < 0) {
        ez_talk_say(talk, has_parts(step) ? EZ_SAY_NO_PART : EZ_SAY_NO_PARTS);
        return;
    }
    g_autofree char *key = g_strdup(step->key),
                    *by = g_strdup(*input->by != '\0' ? input->by : EZ_FACILITATOR);
    g_autoptr(JsonNode) list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(input->value); i++)
        if (i != part)
            ez_value_append(list, json_node_ref(ez_value_item(input->value, i)));
    forget_last(talk);
    if (ez_value_count(list) == 0) {
        take_all_away(talk, key, by);
        return;
    }
    if (!put(talk, key, by, list))
        return;
    ez_talk_say(talk, EZ_SAY_TAKEN_AWAY);
    step = ez_session_find(session_of(talk), key);
    show_inputs(talk, step, step->inputs);
}

// ---- agreements ----------------------------------------------------------------

// Asks once more for what is left empty. NULL when they leave, or typed a command, which is then in `*command`.
static char *ask_part(EzTalk *talk, EzPhrase name, char **command)
{
    g_autofree char *prompt = g_strdup_printf("%s> ", ez_phrase(name, talk->term->language));
    char *line = ez_talk_read(talk, prompt);
    if (line != NULL && *line == '\0') {
        g_free(line);
        ez_talk_say(talk, EZ_SAY_NO_WHO_OR_WHEN);
        line = ez_talk_read(talk, prompt);
    }
    bool is_command = line != NULL && (*line == '/' || strcmp(line, "?") == 0);
    if (is_command)
        *command = g_steal_pointer(&line);
    return line;
}

static bool is_nothing(const EzTalk *talk, const char *words)
{
    return g_ascii_strcasecmp(words, ez_phrase(EZ_SAY_NOTHING, talk->term->language)) == 0;
}

typedef enum Filled { FILLED, DROPPED, INTERRUPTED } Filled;

// Asks for what the agreement lacks; what is left empty it goes on lacking.
static Filled fill_action(EzTalk *talk, const EzStep *step, JsonNode *action, char **command)
{
    static const struct {
        const char *name;
        EzPhrase phrase;
    } parts[] = {{"who", EZ_SAY_WHO}, {"by", EZ_SAY_WHEN}};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (!ez_agreement_lacks(step, action, parts[i].name))
            continue;
        g_autofree char *words = ask_part(talk, parts[i].phrase, command);
        if (words == NULL)
            return INTERRUPTED;
        if (is_nothing(talk, words))
            return DROPPED;
        if (*words != '\0')
            ez_value_put_string(action, parts[i].name, words);
    }
    return FILLED;
}

// Those that were there already; an empty list when there are none.
static JsonNode *copy_actions(const EzStep *step)
{
    const EzInput *first = step->inputs->len > 0 ? step->inputs->pdata[0] : NULL;
    g_autofree char *text = first != NULL ? ez_value_text(first->value) : g_strdup("[]");
    return ez_value_read_whole(text, -1);
}

static bool put_actions(EzTalk *talk, const char *key, JsonNode *list)
{
    const EzStep *step = ez_session_find(session_of(talk), key);
    const EzInput *first = step->inputs->len > 0 ? step->inputs->pdata[0] : NULL;
    g_autofree char *by =
        g_strdup(first != NULL && *first->by != '\0' ? first->by : EZ_FACILITATOR);
    forget_last(talk);
    if (!put(talk, key, by, list))
        return false;
    EzShow show = ez_talk_show(talk);
    ez_show_so_far(&show, ez_session_find(session_of(talk), key));
    return true;
}

void ez_talk_take_action(EzTalk *talk, const EzStep *step, const char *what, char **command)
{
    g_autofree char *key = g_strdup(step->key);
    g_autoptr(JsonNode) list =
        is_nothing(talk, what) ? ez_value_new_list() : copy_actions(step);
    if (!is_nothing(talk, what)) {
        g_autoptr(JsonNode) action = ez_value_new_object();
        ez_value_put_string(action, "what", what);
        if (fill_action(talk, step, action, command) != FILLED) {
            ez_talk_say_filled(talk, EZ_SAY_ACTION_DROPPED, what, NULL);
            return;
        }
        ez_value_append(list, g_steal_pointer(&action));
    }
    int count = ez_value_count(list);
    if (put_actions(talk, key, list))
        ez_talk_say_number(talk, count > 0 ? EZ_SAY_ACTION_NOTED : EZ_SAY_NO_ACTION_NOTED,
                           count, NULL);
}

static bool is_unfinished(const EzStep *step, JsonNode *action)
{
    return ez_agreement_lacks(step, action, "who") || ez_agreement_lacks(step, action, "by");
}

void ez_talk_finish_actions(EzTalk *talk, const EzStep *step, char **command)
{
    g_autofree char *key = g_strdup(step->key);
    g_autoptr(JsonNode) before = copy_actions(step), list = ez_value_new_list();
    bool changed = false;
    for (int i = 0; i < ez_value_count(before); i++) {
        JsonNode *action = ez_value_item(before, i);
        Filled filled = FILLED;
        if (is_unfinished(step, action) && *command == NULL && !talk->left) {
            ez_talk_say_number(talk, EZ_SAY_ACTION_UNFINISHED, i + 1,
                               ez_value_string(ez_value_get(action, "what"), ""));
            filled = fill_action(talk, step, action, command);
            changed = true;
        }
        if (filled != DROPPED)
            ez_value_append(list, json_node_ref(action));
    }
    if (changed)
        put_actions(talk, key, list);
}

// ---- before a rewind -----------------------------------------------------------

void ez_talk_offer_old(EzTalk *talk, const EzStep *step)
{
    EzStep *old = step->inputs->len == 0 ? ez_session_old(session_of(talk), step) : NULL;
    if (old != NULL) {
        ez_talk_say(talk, EZ_SAY_OLD);
        show_inputs(talk, step, old->inputs);
    }
    ez_step_free(old);
}

// Who is there now, and has not said anything else since.
static bool takes_part(const EzTalk *talk, const EzStep *step, const char *by)
{
    const EzPerson *person = ez_session_find_person(session_of(talk), by);
    bool here =
        person != NULL ? may_answer(talk, step, person) : strcmp(by, EZ_FACILITATOR) == 0;
    return here && ez_step_input(step, ez_step_is_shared(step) ? "" : by) == NULL;
}

void ez_talk_take_old(EzTalk *talk, const EzStep *step)
{
    g_autofree char *key = g_strdup(step->key);
    EzStep *old = ez_session_old(session_of(talk), step);
    g_autofree char *all = g_strdup_printf("%u", old != NULL ? old->inputs->len : 0);
    forget_last(talk);
    for (guint i = 0; old != NULL && i < old->inputs->len && talk->failed == NULL; i++) {
        const EzInput *input = old->inputs->pdata[i];
        const char *by = *input->by != '\0' ? input->by : EZ_FACILITATOR;
        if (takes_part(talk, ez_session_find(session_of(talk), key), by))
            put(talk, key, by, input->value);
    }
    ez_step_free(old);
    talk->took_old = talk->last->len > 0;
    ez_talk_say_number(talk, talk->took_old ? EZ_SAY_OLD_TAKEN : EZ_SAY_NO_OLD,
                       (int)talk->last->len, all);
    if (talk->took_old && has_parts(ez_session_find(session_of(talk), key)))
        ez_talk_say(talk, EZ_SAY_PARTS_HOW);
    ez_talk_tell_answers(talk, key);
}
