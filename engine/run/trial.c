// SPDX-License-Identifier: EUPL-1.2
// One trial: people come, each step is worked on and closed, and the journal is replayed.
#include "engine/run/trial-private.h"

#include <string.h>

enum { SECONDS = 30 }; // between two events that have a time

typedef struct Run {
    const EzTrial *trial;
    EzTrialResult *result;
    EzBot bot;
    EzTrialJournal journal;
    EzSession *session;
    int64_t now;
    int came;  // how many people there ever were
    bool left; // all of them, for good
} Run;

// ---- events --------------------------------------------------------------------

// The place of the script where a step waits goes before the sentence.
G_GNUC_PRINTF(3, 4)
static bool fail(Run *run, const char *key, const char *format, ...)
{
    if (run->result->fault != NULL)
        return false;
    va_list values;
    va_start(values, format);
    g_autofree char *sentence = g_strdup_vprintf(format, values);
    va_end(values);
    const EzStep *step = key != NULL ? ez_session_find(run->session, key) : NULL;
    g_autofree char *place = step != NULL ? ez_session_place(run->session, step) : NULL;
    const char *file = run->trial->n_sources > 0 ? run->trial->sources[0].path : "";
    run->result->fault = g_strdup_printf("%s: %s", place != NULL ? place : file, sentence);
    run->result->stuck = (EzFault){.kind = EZ_FAULT_ERROR,
                                   .chunk = g_strdup(place != NULL ? step->spot.chunk : file),
                                   .line = place != NULL ? step->spot.line : 1,
                                   .message = g_steal_pointer(&sentence)};
    return false;
}

static bool fail_event(Run *run, const EzRow *row, const GError *error)
{
    if (g_error_matches(error, EZ_SESSION_ERROR, EZ_SESSION_SCRIPT) &&
        run->result->fault == NULL)
        run->result->fault = g_strdup(error->message);
    return fail(run, row->key, "%s %s was refused: %s", ez_event_kind(row->event)->name,
                row->key, error->message);
}

// One event; the value is taken.
static bool act(Run *run, EzEvent event, const char *key, const char *by, JsonNode *value)
{
    g_autoptr(JsonNode) said = value;
    g_autofree char *text = said != NULL ? ez_value_text(said) : NULL;
    g_autoptr(GError) error = NULL;
    EzRow row = {.event = event, .key = key, .by = by, .text = text, .at = -1};
    if (ez_event_kind(event)->timed)
        row.at = run->now += SECONDS;
    ez_trial_journal_add(&run->journal, &row);
    return ez_session_apply(run->session, &row, &error) || fail_event(run, &row, error);
}

// ---- people --------------------------------------------------------------------

static bool join(Run *run, const char *id, int number)
{
    static const char *const roles[] = {"ministry", "partner", "farmer"};
    static const char *const locales[] = {"nl", "en"};
    JsonNode *words = ez_value_new_object();
    ez_value_put_string(words, "role", roles[number % 3]);
    ez_value_put_string(words, "locale", locales[number % 2]);
    return act(run, EZ_EVENT_JOIN, "", id, words);
}

static bool join_new(Run *run)
{
    g_autofree char *id = g_strdup_printf("p%d", ++run->came);
    return join(run, id, run->came);
}

static bool leave_all(Run *run)
{
    run->left = true;
    for (int i = 0; i < ez_session_person_count(run->session); i++) {
        const EzPerson *person = ez_session_person(run->session, i);
        if (person->here && !act(run, EZ_EVENT_LEAVE, "", person->id, NULL))
            return false;
    }
    return true;
}

// Somebody leaves, or comes back.
static bool move(Run *run)
{
    int number = ez_bot_below(&run->bot, ez_session_person_count(run->session));
    const EzPerson *person = ez_session_person(run->session, number);
    return person->here ? act(run, EZ_EVENT_LEAVE, "", person->id, NULL)
                        : join(run, person->id, number);
}

// What happens between two steps.
static bool stir(Run *run)
{
    bool good = true;
    if (run->trial->people > 0 && ez_bot_strays(&run->bot, 10))
        good = join_new(run);
    if (good && run->trial->people > 0 && ez_bot_strays(&run->bot, 10))
        good = move(run);
    if (good && ez_bot_strays(&run->bot, 5))
        good = act(run, EZ_EVENT_PAUSE, "", NULL, ez_value_new_flag(true)) &&
               act(run, EZ_EVENT_PAUSE, "", NULL, ez_value_new_flag(false));
    return good;
}

// ---- answers -------------------------------------------------------------------

// Those who agree all draw the same lots at a step, and so do their groups.
static JsonNode *answer_of(Run *run, const EzStep *step)
{
    g_autofree char *name = ez_trial_name(step->key);
    if (run->bot.manner == EZ_TRIAL_AGREE)
        ez_rng_seed(&run->bot.rng, run->trial->seed + ((uint64_t)g_str_hash(name) << 16));
    return ez_bot_answer(&run->bot, step);
}

static bool say(Run *run, const EzStep *step, const char *by)
{
    JsonNode *answer = answer_of(run, step);
    return answer == NULL || act(run, EZ_EVENT_INPUT, step->key, by, answer);
}

// They say something else, take it back, or say that they are ready.
static bool reconsider(Run *run, const EzStep *step, const char *by)
{
    static const EzEvent events[] = {EZ_EVENT_UNDO, EZ_EVENT_WITHDRAW, EZ_EVENT_DONE};
    const char *owner = ez_step_is_shared(step) ? "" : by;
    bool good = !ez_bot_strays(&run->bot, 12) || say(run, step, by);
    for (gsize i = 0; good && i < G_N_ELEMENTS(events); i++)
        if (ez_bot_strays(&run->bot, 6) && ez_step_input(step, owner) != NULL)
            good = act(run, events[i], step->key, by, NULL);
    return good;
}

static bool speak(Run *run, const EzStep *step, const char *by)
{
    return say(run, step, by) && reconsider(run, step, by);
}

// Who is there, may answer and does; ids owned by the session.
static GPtrArray *speakers(Run *run, const EzStep *step)
{
    GPtrArray *list = g_ptr_array_new();
    for (int i = 0; i < ez_session_person_count(run->session); i++) {
        const EzPerson *person = ez_session_person(run->session, i);
        if (person->here && ez_session_may_answer(run->session, step, person->id) &&
            !ez_bot_strays(&run->bot, 8))
            g_ptr_array_add(list, person->id);
    }
    return list;
}

static bool speak_each(Run *run, const EzStep *step)
{
    g_autoptr(GPtrArray) list = speakers(run, step);
    bool good = true;
    for (guint i = 0; good && i < list->len; i++)
        good = speak(run, step, list->pdata[i]);
    return good;
}

// One for all: a member of the group types, or the facilitator.
static bool speak_once(Run *run, const EzStep *step)
{
    const char *by = ez_value_string(ez_step_option(step, "by"), "");
    g_autoptr(GPtrArray) list = speakers(run, step);
    bool member = list->len > 0 && strcmp(by, "facilitator") != 0;
    if (step->kind->answerer == EZ_BY_PEOPLE && ez_bot_strays(&run->bot, 8))
        return true;
    return speak(run, step,
                 member ? list->pdata[ez_bot_below(&run->bot, (int)list->len)]
                        : EZ_FACILITATOR);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// As a session on disk gives them: in the order of their letters, that tells nothing of who came when.
static JsonNode *sorted(GPtrArray *texts)
{
    JsonNode *value = ez_value_new_object(), *list = ez_value_new_list();
    g_ptr_array_sort(texts, by_bytes);
    for (guint i = 0; i < texts->len; i++)
        ez_value_append(list, ez_value_new_string(texts->pdata[i]));
    ez_value_put(value, "answers", list);
    return value;
}

static bool speak_unseen(Run *run, const EzStep *step)
{
    g_autoptr(GPtrArray) list = speakers(run, step);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < list->len; i++) {
        g_autoptr(JsonNode) answer = answer_of(run, step);
        if (answer != NULL)
            g_ptr_array_add(texts, ez_value_text(answer));
    }
    return texts->len == 0 || act(run, EZ_EVENT_INPUT, step->key, NULL, sorted(texts));
}

static bool answer(Run *run, const EzStep *step)
{
    switch (step->kind->answerer) {
    case EZ_BY_PEOPLE:
        return ez_step_is_anonymous(step) ? speak_unseen(run, step)
               : ez_step_is_shared(step)  ? speak_once(run, step)
                                          : speak_each(run, step);
    case EZ_BY_FACILITATOR:
        return speak_once(run, step);
    default:
        return ez_bot_chance(&run->bot, 50) || say(run, step, EZ_FACILITATOR);
    }
}

// ---- steps ---------------------------------------------------------------------

static bool is_complete(const EzStep *step)
{
    return step->kind->complete == NULL || step->kind->complete(step, NULL);
}

static bool say_nothing(Run *run, const EzStep *step)
{
    g_autoptr(JsonNode) nothing = ez_bot_nothing(step);
    if (nothing == NULL)
        return true;
    if (!ez_step_is_anonymous(step))
        return act(run, EZ_EVENT_INPUT, step->key, EZ_FACILITATOR, json_node_ref(nothing));
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(texts, ez_value_text(nothing));
    return act(run, EZ_EVENT_INPUT, step->key, NULL, sorted(texts));
}

// What cannot close is skipped, as a facilitator would.
static bool close_step(Run *run, const EzStep *step)
{
    if (!is_complete(step) && !say_nothing(run, step))
        return false;
    return act(run, is_complete(step) ? EZ_EVENT_CLOSE : EZ_EVENT_SKIP, step->key, NULL, NULL);
}

static bool work(Run *run, const EzStep *step)
{
    if (run->bot.manner == EZ_TRIAL_SKIP_ALL || ez_bot_strays(&run->bot, 3))
        return act(run, EZ_EVENT_SKIP, step->key, NULL, NULL);
    if (ez_bot_strays(&run->bot, 5) && ez_step_kind_time(step->kind) != NULL &&
        !act(run, EZ_EVENT_EXTEND, step->key, NULL, ez_value_new_number(60)))
        return false;
    return answer(run, step) && close_step(run, step);
}

// One of those that the script waits for; NULL when there is none.
static const EzStep *pick_open(Run *run)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    for (int i = 0; i < ez_session_step_count(run->session); i++) {
        const EzStep *step = ez_session_step(run->session, i);
        if (step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true))
            g_ptr_array_add(open, (void *)step);
    }
    return open->len > 0 ? open->pdata[ez_bot_below(&run->bot, (int)open->len)] : NULL;
}

static bool lead(Run *run)
{
    while (!ez_session_is_finished(run->session)) {
        const EzStep *step = pick_open(run);
        if (step == NULL)
            return fail(run, NULL, "the exercise waits for nothing, and has not ended");
        if (!stir(run) || !work(run, step))
            return false;
        if (step->state == EZ_STEP_OPEN)
            return fail(run, step->key, "%s %s does not close", step->kind->word, step->key);
        if (run->bot.manner == EZ_TRIAL_LEAVE_ALL && !run->left && !leave_all(run))
            return false;
    }
    return true;
}

// ---- the whole -----------------------------------------------------------------

static JsonNode *start_of(const EzTrial *trial)
{
    g_autofree char *seed = g_strdup_printf("%" G_GUINT64_FORMAT, trial->seed);
    g_autofree char *given =
        trial->start != NULL ? ez_value_text(trial->start) : g_strdup("{}");
    JsonNode *start = ez_value_read_whole(given, -1);
    ez_value_put_string(start, "seed", seed);
    return start;
}

static bool begin(Run *run)
{
    for (int i = 0; i < run->trial->people; i++)
        if (!join_new(run))
            return false;
    return act(run, EZ_EVENT_START, "", NULL, start_of(run->trial));
}

// The whole, and parts that end evenly spread.
static bool replay(Run *run)
{
    g_autofree char *digest = ez_session_digest(run->session);
    int rows = (int)run->journal.rows->len, cuts = run->trial->cuts + 1;
    for (int i = 1; i <= cuts; i++) {
        int cut = (int)((int64_t)rows * i / cuts);
        g_autofree char *why = ez_trial_replay(run->trial, &run->journal, cut, digest);
        if (why != NULL)
            return fail(run, NULL, "from row %d of %d on it is another session: %s", cut, rows,
                        why);
    }
    return true;
}

static void count(Run *run)
{
    EzTrialResult *result = run->result;
    result->rows = (int)run->journal.rows->len;
    result->steps = ez_session_step_count(run->session);
    result->harvest = ez_session_harvest_count(run->session);
    result->branches = 1;
    for (int i = 0; i < result->steps; i++) {
        const EzStep *step = ez_session_step(run->session, i);
        result->branches = MAX(result->branches, step->branch + 1);
        result->gates += step->kind->answerer == EZ_BY_FACILITATOR;
    }
}

static Run open_run(const EzTrial *trial, EzTrialResult *result)
{
    Run run = {.trial = trial, .result = result, .bot = {.manner = trial->manner}};
    *result = (EzTrialResult){0};
    run.bot.walk = trial->seed;
    ez_rng_seed(&run.bot.rng, trial->seed + ((uint64_t)trial->people << 32));
    ez_trial_journal_init(&run.journal);
    return run;
}

EzSession *ez_trial_play(const EzTrial *trial, EzTrialResult *result)
{
    Run run = open_run(trial, result);
    run.session = ez_trial_session(trial, &run.journal);
    if (!begin(&run) || !lead(&run))
        g_clear_pointer(&run.session, ez_session_free);
    ez_trial_journal_clear(&run.journal);
    return run.session;
}

bool ez_trial_run(const EzTrial *trial, EzTrialResult *result)
{
    Run run = open_run(trial, result);
    run.session = ez_trial_session(trial, &run.journal);
    bool good = begin(&run) && lead(&run) && replay(&run);
    count(&run);
    if (trial->cover != NULL)
        ez_trial_cover_add(trial->cover, run.session);
    if (trial->inspect != NULL)
        trial->inspect(trial, result, run.session, trial->data);
    ez_session_free(run.session);
    ez_trial_journal_clear(&run.journal);
    return good;
}

void ez_trial_result_clear(EzTrialResult *result)
{
    g_clear_pointer(&result->fault, g_free);
    ez_fault_clear(&result->stuck);
}
