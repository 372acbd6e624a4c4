// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/session-private.h"
#include "engine/run/text_check.h"

#include <gio/gio.h>
#include <string.h>

// ---- life ----------------------------------------------------------------------

static void free_section(void *data)
{
    EzSection *section = data;
    g_free(section->id);
    g_free(section->spot.chunk);
    g_clear_pointer(&section->text, json_node_unref);
    g_free(section);
}

static void free_harvest(void *data)
{
    EzHarvest *harvest = data;
    g_free(harvest->id);
    g_free(harvest->as);
    g_free(harvest->spot.chunk);
    g_clear_pointer(&harvest->text, json_node_unref);
    g_clear_pointer(&harvest->slots, json_node_unref);
    g_clear_pointer(&harvest->value, json_node_unref);
    g_free(harvest);
}

EzSession *ez_session_new(const EzSessionSetup *setup)
{
    EzSession *session = g_new0(EzSession, 1);
    session->setup = *setup;
    ez_session_init_people(session);
    session->steps = g_ptr_array_new_with_free_func((GDestroyNotify)ez_step_free);
    session->step_by_key = g_hash_table_new(g_str_hash, g_str_equal);
    session->times = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    session->drawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ez_session_init_old(session);
    session->sections = g_ptr_array_new_with_free_func(free_section);
    session->harvest = g_ptr_array_new_with_free_func(free_harvest);
    session->head = ez_value_new_object();
    session->start = ez_value_new_object();
    session->script = ez_script_new(session, setup);
    return session;
}

void ez_session_free(EzSession *session)
{
    if (session == NULL)
        return;
    ez_script_free(session->script);
    g_hash_table_unref(session->step_by_key);
    g_hash_table_unref(session->times);
    g_hash_table_unref(session->drawn);
    g_hash_table_unref(session->old);
    g_ptr_array_unref(session->steps);
    g_ptr_array_unref(session->sections);
    g_ptr_array_unref(session->harvest);
    ez_session_free_people(session);
    json_node_unref(session->head);
    json_node_unref(session->start);
    ez_fault_clear(&session->fault);
    g_clear_error(&session->parted);
    g_free(session);
}

// ---- what the script asks ------------------------------------------------------

char *ez_session_key(EzSession *session, const char *path, const char *id)
{
    char *whole = g_strdup_printf("%s/%s", path, id);
    int times = GPOINTER_TO_INT(g_hash_table_lookup(session->times, whole)) + 1;
    char *key = g_strdup_printf("%s#%d", whole, times);
    g_hash_table_insert(session->times, whole, GINT_TO_POINTER(times));
    return key;
}

EzRng ez_session_chance(const EzSession *session, const char *key)
{
    EzRng rng;
    ez_rng_seed(&rng, session->seed ^ ez_rng_seed_of(key));
    return rng;
}

const EzPinned *ez_session_source(const EzSession *session, const char *path)
{
    for (int i = 0; i < session->setup.n_sources; i++)
        if (strcmp(session->setup.sources[i].path, path) == 0)
            return &session->setup.sources[i];
    return NULL;
}

int ez_session_add_section(EzSession *session, EzSection *section)
{
    section->began = session->now;
    section->end = -1;
    g_ptr_array_add(session->sections, section);
    return (int)session->sections->len - 1;
}

void ez_session_end_section(EzSession *session, int section)
{
    ((EzSection *)session->sections->pdata[section])->end = session->now;
}

void ez_session_add_harvest(EzSession *session, EzHarvest *harvest)
{
    g_ptr_array_add(session->harvest, harvest);
}

void ez_session_finish(EzSession *session)
{
    session->finished = true;
}

void ez_session_set_head(EzSession *session, JsonNode *head)
{
    json_node_unref(session->head);
    session->head = head;
}

// ---- rows of its own -----------------------------------------------------------

// What a row does, in a few words.
static char *describe(const EzRow *row, bool dutch)
{
    const char *kind = row->kind != NULL ? row->kind : "?";
    const char *verb = row->event == EZ_EVENT_OPEN   ? (dutch ? "opent" : "opens")
                       : row->event == EZ_EVENT_FACT ? (dutch ? "beantwoordt" : "answers")
                                                     : NULL;
    return verb != NULL
               ? g_strdup_printf("%s %s %s", verb, kind, row->key)
               : g_strdup_printf(dutch ? "heeft de gebeurtenis %s %s" : "has the event %s %s",
                                 ez_event_kind(row->event)->name, row->key);
}

static bool part(EzSession *session, const EzRow *there, const EzRow *row, bool options)
{
    g_autofree char *journal = describe(there, false), *journal_nl = describe(there, true),
                    *script = describe(row, false), *script_nl = describe(row, true);
    EzRefusal sentence = options ? EZ_REFUSE_PARTED_LIMITS : EZ_REFUSE_PARTED;
    g_clear_error(&session->parted);
    return ez_fail(&session->parted, EZ_SESSION_ERROR, (int)EZ_SESSION_PARTED, sentence, "row",
                   EZ_NUMBER(there->seq), "journal", journal, "journal_nl", journal_nl,
                   "script", script, "script_nl", script_nl, NULL);
}

// True when the row is the next of the journal, or new.
static bool tell(EzSession *session, const EzRow *row, const EzStep *step, const EzRow **there)
{
    *there = NULL;
    if (session->tape_at >= session->tape_count) {
        if (session->setup.append != NULL)
            session->setup.append(row, step, session->setup.data);
        return true;
    }
    const EzRow *next = *there = &session->tape[session->tape_at];
    bool same = next->event == row->event && strcmp(next->key, row->key) == 0 &&
                g_strcmp0(next->kind, row->kind) == 0;
    if (!same || g_strcmp0(next->shape, row->shape) != 0)
        return part(session, next, row, same);
    session->tape_at++;
    if (next->at >= 0)
        session->now = next->at;
    return true;
}

static bool take_answer(EzSession *session, EzStep *step, JsonNode *answer, const EzRow *there)
{
    step->state = EZ_STEP_CLOSED;
    step->closed = session->now;
    step->result = answer;
    if (there != NULL) {
        json_node_unref(answer);
        step->result = there->text != NULL ? ez_value_read_room(there->text, -1, NULL)
                                           : json_node_new(JSON_NODE_NULL);
    }
    if (step->result == NULL)
        return false;
    if (strcmp(step->kind->word, "split") == 0)
        ez_session_regroup(session, ez_value_get(step->result, "groups"), false);
    JsonNode *rounds = ez_value_get(step->result, "rounds");
    for (int i = 0; i < ez_value_count(rounds); i++)
        ez_session_regroup(session, ez_value_item(rounds, i), i > 0);
    JsonNode *cards = ez_value_get(step->result, "drawn");
    for (int i = 0; i < ez_value_count(cards); i++)
        g_hash_table_add(session->drawn,
                         g_strdup(ez_value_string(ez_value_item(cards, i), "")));
    return true;
}

const EzStep *ez_session_open(EzSession *session, EzStep *step, JsonNode *answer,
                              GError **error)
{
    g_autofree char *text = answer != NULL ? ez_value_text(answer) : NULL;
    const EzRow *there;
    EzRow row = {.event = answer != NULL ? EZ_EVENT_FACT : EZ_EVENT_OPEN,
                 .key = step->key,
                 .kind = step->kind->word,
                 .shape = step->shape,
                 .at = -1,
                 .text = text};
    step->opened = session->now;
    g_ptr_array_add(session->steps, step);
    g_hash_table_insert(session->step_by_key, step->key, step);
    if (!tell(session, &row, step, &there)) {
        g_clear_pointer(&answer, json_node_unref);
        g_propagate_error(error, g_error_copy(session->parted));
        return NULL;
    }
    if (there != NULL)
        step->opened = session->now;
    if (answer != NULL && !take_answer(session, step, answer, there)) {
        ez_refuse(error, EZ_REFUSE_ROW_UNREADABLE, "row", EZ_NUMBER(there->seq), NULL);
        return NULL;
    }
    return step;
}

// What the check of its texts finds is written down once: whatever the check says later, or whichever text is erased, the script goes the
// same way.
static bool find_in_texts(EzSession *session, EzStep *step, GError **error)
{
    g_autoptr(JsonNode) found = ez_text_check(step, ez_session_text_language(session));
    if (found == NULL)
        return true;
    g_autofree char *text = ez_value_text(found);
    const EzRow *there;
    EzRow row = {.event = EZ_EVENT_FACT,
                 .key = step->key,
                 .kind = step->kind->word,
                 .shape = step->shape,
                 .at = -1,
                 .text = text};
    if (!tell(session, &row, step, &there))
        return false;
    bool kept = there != NULL && there->text != NULL;
    step->findings =
        kept ? ez_value_read_room(there->text, -1, error) : g_steal_pointer(&found);
    return step->findings != NULL;
}

// ---- events from outside -------------------------------------------------------

static EzStep *find_open(const EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = g_hash_table_lookup(session->step_by_key, row->key);
    if (step == NULL)
        ez_refuse(error, EZ_REFUSE_NO_STEP, "step", row->key, NULL);
    else if (step->state != EZ_STEP_OPEN)
        ez_refuse(error, EZ_REFUSE_STEP_CLOSED, "step", row->key, NULL);
    return step != NULL && step->state == EZ_STEP_OPEN ? step : NULL;
}

static bool fail(EzSession *session, GError **error)
{
    if (session->parted != NULL) {
        g_propagate_error(error, g_error_copy(session->parted));
        return false;
    }
    const EzFault *fault = &session->fault;
    g_autoptr(EzDiags) diags = ez_diags_new();
    bool exact = ez_session_tell_mistake(session, diags);
    g_autofree char *place =
        exact ? g_strdup_printf("%d:%d", fault->line, ez_diags_get(diags, 0)->column)
              : g_strdup_printf("%d", fault->line);
    g_autofree char *problem = g_strdup_printf(
        "%s%s%s", fault->message != NULL ? fault->message : "", fault->hint != NULL ? "; " : "",
        fault->hint != NULL ? fault->hint : "");
    return ez_fail(error, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT, EZ_REFUSE_SCRIPT_BROKE,
                   "file", fault->chunk != NULL ? fault->chunk : "?", "line", place, "problem",
                   problem, NULL);
}

// A script may have caught that it parted from the journal: it goes no further.
static bool went_well(EzSession *session, bool ran, GError **error)
{
    return (ran && session->parted == NULL) || fail(session, error);
}

static uint64_t seed_of(JsonNode *start)
{
    const char *text = ez_value_string(ez_value_get(start, "seed"), NULL);
    return text != NULL ? g_ascii_strtoull(text, NULL, 10)
                        : (uint64_t)ez_value_number(ez_value_get(start, "seed"), 0);
}

static bool start(EzSession *session, const EzRow *row, GError **error)
{
    if (session->begun)
        return ez_refuse(error, EZ_REFUSE_BEGUN, NULL);
    JsonNode *said = ez_value_read_room(row->text != NULL ? row->text : "{}", -1, error);
    if (said == NULL)
        return false;
    json_node_unref(session->start);
    session->start = said;
    session->seed = seed_of(said);
    session->begun = true;
    ez_session_take_old(session, ez_value_get(ez_value_get(said, "from"), "answers"));
    return went_well(session, ez_script_begin(session->script, &session->fault), error);
}

// Every answer of an anonymous step is one more person's.
static bool put_answers(EzStep *step, JsonNode *answers, GError **error)
{
    for (int i = 0; i < ez_value_count(answers); i++) {
        g_autofree char *by = g_strdup_printf("%u", step->inputs->len + 1);
        const char *text = ez_value_string(ez_value_item(answers, i), NULL);
        g_autoptr(JsonNode) value = text != NULL ? ez_value_read(text, -1, error)
                                                 : json_node_ref(ez_value_item(answers, i));
        if (value == NULL || !ez_step_put(step, by, value, error))
            return false;
    }
    return true;
}

static bool put_input(EzSession *session, EzStep *step, const EzRow *row, JsonNode *value,
                      GError **error)
{
    if (ez_step_is_anonymous(step)) {
        JsonNode *answers = ez_value_get(value, "answers");
        return row->by != NULL
                   ? ez_refuse(error, EZ_REFUSE_ANSWERS_NAME, "step", row->key, NULL)
                   : put_answers(step, answers, error);
    }
    if (row->by == NULL)
        return ez_refuse(error, EZ_REFUSE_NAMES_NOBODY, "step", row->key, NULL);
    if (!ez_session_may_answer(session, step, row->by))
        return ez_refuse(error, EZ_REFUSE_NOT_IN_STEP, "name", row->by, "step", row->key, NULL);
    return ez_step_put(step, ez_step_is_shared(step) ? "" : row->by, value, error);
}

static bool input(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    if (step == NULL)
        return false;
    if (row->text == NULL && row->erased)
        return true;
    const char *text = row->text != NULL ? row->text : "null";
    g_autoptr(JsonNode) value = ez_step_is_anonymous(step) ? ez_value_read_room(text, -1, error)
                                                           : ez_value_read(text, -1, error);
    return value != NULL && put_input(session, step, row, value, error);
}

static EzInput *find_input(const EzStep *step, const EzRow *row, GError **error)
{
    const char *by = ez_step_is_shared(step) ? "" : row->by;
    EzInput *found = by != NULL ? ez_step_input(step, by) : NULL;
    if (found == NULL)
        ez_refuse(error, EZ_REFUSE_NOTHING_SAID, "name", row->by, "step", row->key, NULL);
    return found;
}

static bool withdraw(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    EzInput *found = step != NULL ? find_input(step, row, error) : NULL;
    return found != NULL && ez_step_withdraw(step, found->by);
}

static bool undo(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    EzInput *found = step != NULL ? find_input(step, row, error) : NULL;
    return found != NULL && ez_step_undo(step, found->by);
}

static bool done(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    EzInput *found = step != NULL ? find_input(step, row, error) : NULL;
    if (found != NULL)
        found->done = true;
    return found != NULL;
}

static void tell_roles(const EzSession *session, EzStep *step)
{
    for (guint i = 0; i < step->inputs->len; i++) {
        EzInput *input = step->inputs->pdata[i];
        const EzPerson *person =
            ez_step_is_anonymous(step) ? NULL : ez_session_find_person(session, input->by);
        input->role = g_strdup(person != NULL ? person->role : NULL);
    }
}

static bool resume(EzSession *session, EzStep *step, EzStepState state, GError **error)
{
    step->state = state;
    step->closed = session->now;
    step->people = ez_session_may_answer_count(session, step);
    tell_roles(session, step);
    if (state == EZ_STEP_CLOSED && !find_in_texts(session, step, error))
        return session->parted != NULL ? fail(session, error) : false;
    step->result = step->kind->fold(step);
    return went_well(session, ez_script_resume(session->script, step, &session->fault), error);
}

static bool close_step(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    if (step == NULL || (step->kind->complete != NULL && !step->kind->complete(step, error)))
        return false;
    return resume(session, step, EZ_STEP_CLOSED, error);
}

// What was said in it stays in the journal and counts for nothing.
static bool skip(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    if (step == NULL)
        return false;
    g_hash_table_remove_all(step->by);
    g_ptr_array_set_size(step->inputs, 0);
    return resume(session, step, EZ_STEP_SKIPPED, error);
}

// A journal may give time to a step that has none: that was allowed once, and did nothing.
static bool extend(EzSession *session, const EzRow *row, GError **error)
{
    EzStep *step = find_open(session, row, error);
    if (step == NULL)
        return false;
    double more = row->text != NULL ? g_ascii_strtod(row->text, NULL) : 60;
    const char *name = ez_step_kind_time(step->kind);
    if (name == NULL)
        return session->tape != NULL ||
               ez_refuse(error, EZ_REFUSE_NO_TIME, "step", row->key, NULL);
    double time = ez_value_number(ez_step_option(step, name), 0);
    ez_value_put_number(step->options, name, CLAMP(time + more, 1, 86400));
    return true;
}

static bool set_paused(EzSession *session, const EzRow *row, GError **error)
{
    session->paused = g_strcmp0(row->text, "false") != 0;
    return true;
}

static bool pass_by(EzSession *session, const EzRow *row, GError **error)
{
    return true;
}

static bool own_row(EzSession *session, const EzRow *row, GError **error)
{
    g_autofree char *journal = describe(row, false), *journal_nl = describe(row, true);
    return ez_fail(error, EZ_SESSION_ERROR, (int)EZ_SESSION_PARTED,
                   session->finished ? EZ_REFUSE_PARTED_FINISHED : EZ_REFUSE_PARTED_WAITS,
                   "row", EZ_NUMBER(row->seq), "journal", journal, "journal_nl", journal_nl,
                   NULL);
}

static bool (*const handlers[EZ_EVENT_COUNT])(EzSession *, const EzRow *, GError **) = {
    [EZ_EVENT_START] = start,
    [EZ_EVENT_OPEN] = own_row,
    [EZ_EVENT_INPUT] = input,
    [EZ_EVENT_WITHDRAW] = withdraw,
    [EZ_EVENT_DONE] = done,
    [EZ_EVENT_CLOSE] = close_step,
    [EZ_EVENT_FACT] = own_row,
    [EZ_EVENT_SKIP] = skip,
    [EZ_EVENT_EXTEND] = extend,
    [EZ_EVENT_PAUSE] = set_paused,
    [EZ_EVENT_UNDO] = undo,
    [EZ_EVENT_REDACT] = pass_by,
    [EZ_EVENT_REWIND] = pass_by,
    [EZ_EVENT_JOIN] = ez_session_join,
    [EZ_EVENT_LEAVE] = ez_session_leave,
    [EZ_EVENT_ROLE] = ez_session_role,
    [EZ_EVENT_SCRIPT] = pass_by,
};

bool ez_session_apply(EzSession *session, const EzRow *row, GError **error)
{
    bool early = row->event == EZ_EVENT_START || ez_row_is_of_people(row);
    if (session->parted != NULL || session->fault.kind != EZ_FAULT_NONE)
        return fail(session, error);
    if (!session->begun && !early)
        return ez_refuse(error, EZ_REFUSE_NOT_BEGUN, NULL);
    int64_t before = session->now;
    if (row->at >= 0)
        session->now = row->at;
    EzRow keyed = *row;
    keyed.key = row->key != NULL ? row->key : "";
    if (handlers[row->event](session, &keyed, error))
        return true;
    session->now = before;
    return false;
}
