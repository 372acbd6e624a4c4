// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/step.h"

#include "engine/run/refusal.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

const EzStepKind *ez_step_kind(const char *word)
{
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++)
        if (strcmp(kind->word, word) == 0)
            return kind;
    return NULL;
}

// ---- options -------------------------------------------------------------------

static bool is_word(const char *word, const char *const *words)
{
    return word != NULL && g_strv_contains(words, word);
}

static bool is_whole(JsonNode *value, const EzStepOption *option)
{
    double number = ez_value_number(value, 0.5);
    return number == floor(number) && number >= option->min && number <= option->max;
}

static bool are_names(JsonNode *value, const char *const *words)
{
    int count = ez_value_count(value);
    bool good = count > 0;
    for (int i = 0; i < count; i++)
        good = good && is_word(ez_value_string(ez_value_item(value, i), NULL), words);
    return good;
}

static bool is_range(JsonNode *value, const EzStepOption *option)
{
    JsonNode *low = ez_value_item(value, 0), *high = ez_value_item(value, 1);
    return ez_value_count(value) == 2 && is_whole(low, option) && is_whole(high, option) &&
           ez_value_number(low, 0) <= ez_value_number(high, 0);
}

static bool suits(const EzStepOption *option, JsonNode *value)
{
    switch (option->type) {
    case EZ_OPTION_WHOLE:
        return is_whole(value, option);
    case EZ_OPTION_FLAG:
        return ez_value_flag(value, false) == ez_value_flag(value, true);
    case EZ_OPTION_WORD:
        return is_word(ez_value_string(value, NULL), option->words);
    case EZ_OPTION_DOTS:
        return strcmp(ez_value_string(value, ""), "auto") == 0 || is_whole(value, option);
    case EZ_OPTION_ITEMS:
        return JSON_NODE_HOLDS_ARRAY(value);
    case EZ_OPTION_RANGE:
        return is_range(value, option);
    case EZ_OPTION_NAMES:
        return are_names(value, option->words);
    case EZ_OPTION_NAME:
        return ez_value_string(value, NULL) != NULL;
    default:
        return !JSON_NODE_HOLDS_VALUE(value);
    }
}

static char *expected(const EzStepOption *option)
{
    if (option->words != NULL && option->words[1] == NULL)
        return g_strdup_printf("\"%s\"", option->words[0]);
    if (option->words != NULL) {
        g_autofree char *words = g_strjoinv(", ", (char **)option->words);
        return g_strdup_printf("%s of %s", option->type == EZ_OPTION_NAMES ? "a list" : "one",
                               words);
    }
    if (option->type == EZ_OPTION_WHOLE || option->type == EZ_OPTION_DOTS)
        return g_strdup_printf("%sa whole number from %.0f to %.0f",
                               option->type == EZ_OPTION_DOTS ? "\"auto\" or " : "",
                               option->min, option->max);
    if (option->type == EZ_OPTION_RANGE)
        return g_strdup_printf("two whole numbers from %.0f to %.0f: { low, high }",
                               option->min, option->max);
    return g_strdup(option->type == EZ_OPTION_FLAG    ? "true or false"
                    : option->type == EZ_OPTION_ITEMS ? "a list"
                    : option->type == EZ_OPTION_NAME  ? "a word"
                                                      : "a table");
}

const EzStepOption *ez_step_kind_option(const EzStepKind *kind, const char *name)
{
    for (const EzStepOption *option = kind->options; option->name != NULL; option++)
        if (strcmp(option->name, name) == 0)
            return option;
    return NULL;
}

const char *ez_step_kind_time(const EzStepKind *kind)
{
    return ez_step_kind_option(kind, "seconds") != NULL ? "seconds"
           : ez_step_kind_option(kind, "time") != NULL  ? "time"
                                                        : NULL;
}

static char *nearest_option(const EzStepKind *kind, const char *name)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const EzStepOption *option = kind->options; option->name != NULL; option++)
        g_ptr_array_add(names, (void *)option->name);
    g_ptr_array_add(names, NULL);
    return ez_diag_did_you_mean(name, (const char *const *)names->pdata);
}

// What was given, in the words of an author.
static char *shown(JsonNode *value)
{
    const char *text = ez_value_string(value, NULL);
    if (text != NULL)
        return g_strdup_printf("\"%s\"", text);
    if (JSON_NODE_HOLDS_ARRAY(value))
        return g_strdup("a list");
    return JSON_NODE_HOLDS_OBJECT(value)
               ? g_strdup(ez_value_get(value, "@") != NULL ? "an answer" : "a table of fields")
               : ez_value_text(value);
}

static bool check_option(const EzStepKind *kind, const char *name, JsonNode *value,
                         EzMistake *mistake)
{
    const EzStepOption *option = ez_step_kind_option(kind, name);
    if (option != NULL && suits(option, value))
        return true;
    *mistake = (EzMistake){.argument = EZ_CALL_OPTIONS, .field = g_strdup(name)};
    if (option == NULL) {
        mistake->code = EZ_STEP_NO_OPTION;
        mistake->name = true;
        mistake->message =
            ez_diag_message(EZ_STEP_NO_OPTION, "step", kind->word, "option", name, NULL);
        mistake->hint = nearest_option(kind, name);
        return false;
    }
    g_autofree char *wanted = expected(option), *found = shown(value);
    const char *word = option->words != NULL ? ez_value_string(value, NULL) : NULL;
    mistake->code = EZ_STEP_OPTION;
    mistake->message = ez_diag_message(EZ_STEP_OPTION, "step", kind->word, "option", name,
                                       "expected", wanted, "found", found, NULL);
    mistake->hint = word != NULL ? ez_diag_did_you_mean(word, option->words) : NULL;
    return false;
}

static bool check_options(const EzStepKind *kind, JsonNode *options, EzMistake *mistake)
{
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(options));
    for (GList *name = names; name != NULL; name = name->next)
        if (!check_option(kind, name->data, ez_value_get(options, name->data), mistake))
            return false;
    return true;
}

// What is not given gets what is usual.
static bool fill_options(const EzStepKind *kind, JsonNode *options, EzMistake *mistake)
{
    for (const EzStepOption *option = kind->options; option->name != NULL; option++) {
        if (ez_value_get(options, option->name) != NULL)
            continue;
        if (option->required) {
            g_autofree char *wanted = expected(option);
            *mistake = (EzMistake){.code = EZ_STEP_NEEDS};
            mistake->message = ez_diag_message(EZ_STEP_NEEDS, "step", kind->word, "option",
                                               option->name, "expected", wanted, NULL);
            return false;
        }
        if (option->otherwise != NULL)
            ez_value_put(options, option->name, ez_value_read(option->otherwise, -1, NULL));
    }
    return true;
}

// Labels in a list are those of 1, 2, 3 …
static void number_labels(const EzStepKind *kind, JsonNode *options)
{
    for (const EzStepOption *option = kind->options; option->name != NULL; option++) {
        JsonNode *list = ez_value_get(options, option->name);
        if (option->type != EZ_OPTION_LABELS || list == NULL || !JSON_NODE_HOLDS_ARRAY(list))
            continue;
        JsonNode *labels = ez_value_new_object();
        for (int i = 0; i < ez_value_count(list); i++) {
            g_autofree char *name = g_strdup_printf("%d", i + 1);
            ez_value_put(labels, name, json_node_ref(ez_value_item(list, i)));
        }
        ez_value_put(options, option->name, labels);
    }
}

static bool refuse_option(const EzStepKind *kind, const char *name, const char *problem,
                          EzMistake *mistake)
{
    *mistake = (EzMistake){.code = EZ_STEP_VALUE,
                           .argument = EZ_CALL_OPTIONS,
                           .field = g_strdup(name),
                           .name = true};
    mistake->message = ez_diag_message(EZ_STEP_VALUE, "step", kind->word, "option", name,
                                       "problem", problem, NULL);
    return false;
}

static bool is_shared(const EzStepKind *kind, JsonNode *options)
{
    bool items = ez_value_count(ez_value_get(options, "items")) > 0;
    const char *by = ez_value_string(ez_value_get(options, "by"), "");
    bool whole =
        strcmp(kind->word, "cluster") == 0 || (strcmp(kind->word, "place") == 0 && items);
    return whole || kind->answerer == EZ_BY_FACILITATOR ||
           (*by != '\0' && strcmp(by, "person") != 0);
}

// Nobody knows of secret answers which of them takes the place of which.
static bool go_together(const EzStepKind *kind, JsonNode *options, EzMistake *mistake)
{
    bool by_role = ez_value_flag(ez_value_get(options, "by_role"), false);
    const char *who = ez_value_string(ez_value_get(options, "who"), "");
    if (strcmp(who, "anonymous") != 0)
        return true;
    if (by_role)
        return refuse_option(kind, "by_role",
                             "who is \"alias\" or \"named\", for it must be known who answers",
                             mistake);
    return !is_shared(kind, options) ||
           refuse_option(kind, "who",
                         "one answer for all is not \"anonymous\": each change would be one "
                         "more answer",
                         mistake);
}

// Items count by what they are called, not by what they say.
static JsonNode *shape_of(const EzStepOption *option, JsonNode *value)
{
    if (option->type != EZ_OPTION_ITEMS)
        return json_node_copy(value);
    JsonNode *ids = ez_value_new_list();
    for (int i = 0; i < ez_value_count(value); i++) {
        JsonNode *item = ez_value_item(value, i);
        ez_value_append(ids,
                        ez_value_new_string(ez_value_string(ez_value_get(item, "id"), "")));
    }
    return ids;
}

// What people see may change under way, but not that others never see what they said.
static bool is_kept(const EzStepOption *option, JsonNode *value)
{
    bool promise =
        strcmp(option->name, "reveal") == 0 && strcmp(ez_value_string(value, ""), "never") == 0;
    return !option->wording || promise;
}

static char *hash_shape(const EzStep *step)
{
    g_autoptr(JsonNode) shape = ez_value_new_object();
    for (const EzStepOption *option = step->kind->options; option->name != NULL; option++) {
        JsonNode *value = ez_value_get(step->options, option->name);
        if (value != NULL && is_kept(option, value))
            ez_value_put(shape, option->name, shape_of(option, value));
    }
    ez_value_put_string(shape, "", step->kind->word);
    return ez_value_hash(shape);
}

// ---- life ----------------------------------------------------------------------

static void free_input(void *data)
{
    EzInput *input = data;
    g_free(input->by);
    g_free(input->role);
    json_node_unref(input->value);
    g_clear_pointer(&input->before, json_node_unref);
    g_free(input);
}

void ez_step_free(EzStep *step)
{
    if (step == NULL)
        return;
    g_hash_table_unref(step->by);
    g_ptr_array_unref(step->inputs);
    g_clear_pointer(&step->result, json_node_unref);
    g_clear_pointer(&step->findings, json_node_unref);
    g_free(step->group);
    g_free(step->spot.chunk);
    g_free(step->way);
    g_clear_pointer(&step->text, json_node_unref);
    g_clear_pointer(&step->options, json_node_unref);
    g_free(step->id);
    g_free(step->key);
    g_free(step->shape);
    g_free(step);
}

bool ez_step_check_options(const EzStepKind *kind, JsonNode *options, EzMistake *mistake)
{
    return check_options(kind, options, mistake) && fill_options(kind, options, mistake) &&
           go_together(kind, options, mistake);
}

EzStep *ez_step_new(const EzStepKind *kind, const char *id, const char *key, JsonNode *text,
                    JsonNode *options, EzMistake *mistake)
{
    EzStep *step = g_new0(EzStep, 1);
    *step = (EzStep){.kind = kind,
                     .id = g_strdup(id),
                     .key = g_strdup(key),
                     .text = text,
                     .section = -1,
                     .closed = -1,
                     .options = options != NULL ? options : ez_value_new_object()};
    step->inputs = g_ptr_array_new_with_free_func(free_input);
    step->by = g_hash_table_new(g_str_hash, g_str_equal);
    if (ez_step_check_options(kind, step->options, mistake)) {
        number_labels(kind, step->options);
        step->shape = hash_shape(step);
        return step;
    }
    ez_step_free(step);
    return NULL;
}

JsonNode *ez_step_option(const EzStep *step, const char *name)
{
    return ez_value_get(step->options, name);
}

// ---- inputs --------------------------------------------------------------------

static const char *word_of(const EzStep *step, const char *option)
{
    return ez_value_string(ez_step_option(step, option), "");
}

bool ez_step_is_anonymous(const EzStep *step)
{
    return strcmp(word_of(step, "who"), "anonymous") == 0;
}

bool ez_step_kind_hides(const char *kind, int answers)
{
    return answers < EZ_STEP_ENOUGH && g_strcmp0(kind, "ask") != 0;
}

bool ez_step_hides(const EzStep *step)
{
    return step != NULL && ez_step_is_anonymous(step) &&
           ez_step_kind_hides(step->kind->word, (int)step->inputs->len);
}

bool ez_step_is_shared(const EzStep *step)
{
    return is_shared(step->kind, step->options);
}

JsonNode *ez_step_items(const EzStep *step)
{
    static const char *const names[] = {"items", "options", "from"};
    JsonNode *items = NULL;
    for (gsize i = 0; items == NULL && i < G_N_ELEMENTS(names); i++)
        items = ez_step_option(step, names[i]);
    return items != NULL && JSON_NODE_HOLDS_ARRAY(items) ? items : NULL;
}

const char *ez_step_item_id(JsonNode *items, int item)
{
    return ez_value_string(ez_value_get(ez_value_item(items, item), "id"), "");
}

int ez_step_find_item(JsonNode *items, const char *id)
{
    for (int i = 0; i < ez_value_count(items); i++)
        if (strcmp(ez_step_item_id(items, i), id) == 0)
            return i;
    return -1;
}

EzInput *ez_step_input(const EzStep *step, const char *by)
{
    return g_hash_table_lookup(step->by, by);
}

static EzInput *add_input(EzStep *step, const char *by)
{
    EzInput *input = g_new0(EzInput, 1);
    input->by = g_strdup(by);
    g_ptr_array_add(step->inputs, input);
    g_hash_table_insert(step->by, input->by, input);
    return input;
}

bool ez_step_put(EzStep *step, const char *by, JsonNode *value, GError **error)
{
    if (step->kind->check == NULL)
        return ez_refuse(error, EZ_REFUSE_TAKES_NO_ANSWERS, NULL);
    if (!step->kind->check(step, value, error))
        return false;
    EzInput *input = ez_step_input(step, by);
    if (input == NULL)
        input = add_input(step, by);
    g_clear_pointer(&input->before, json_node_unref);
    input->before = input->value;
    input->value = json_node_ref(value);
    input->done = false;
    return true;
}

bool ez_step_withdraw(EzStep *step, const char *by)
{
    EzInput *input = ez_step_input(step, by);
    return input != NULL && g_hash_table_remove(step->by, by) &&
           g_ptr_array_remove(step->inputs, input);
}

bool ez_step_undo(EzStep *step, const char *by)
{
    EzInput *input = ez_step_input(step, by);
    if (input == NULL || input->before == NULL)
        return ez_step_withdraw(step, by);
    json_node_unref(input->value);
    input->value = g_steal_pointer(&input->before);
    return true;
}

// ---- answers -------------------------------------------------------------------

// Counts down to the text that is looked for.
static const char *take_text(JsonNode *value, int *left)
{
    const char *text = ez_value_string(value, NULL);
    return text != NULL && --*left == 0 ? text : NULL;
}

static const char *walk_one(const EzStepKind *kind, JsonNode *value, int *left)
{
    const char *found = NULL;
    for (const char *const *name = kind->typed; found == NULL && *name != NULL; name++)
        found = take_text(**name != '\0' ? ez_value_get(value, *name) : value, left);
    return found;
}

static const char *walk_texts(const EzStepKind *kind, JsonNode *value, int *left)
{
    if (kind->typed == NULL)
        return NULL;
    if (!JSON_NODE_HOLDS_ARRAY(value))
        return walk_one(kind, value, left);
    const char *found = NULL;
    for (int i = 0; found == NULL && i < ez_value_count(value); i++)
        found = walk_one(kind, ez_value_item(value, i), left);
    return found;
}

static const char *find_answer(const EzStep *step, int *left)
{
    const char *found = NULL;
    for (guint i = 0; found == NULL && i < step->inputs->len; i++)
        found = walk_texts(step->kind, ((EzInput *)step->inputs->pdata[i])->value, left);
    return found;
}

const char *ez_step_answer(const EzStep *step, int n)
{
    return n > 0 ? find_answer(step, &n) : NULL;
}

int ez_step_answers(const EzStep *step)
{
    int left = G_MAXINT;
    find_answer(step, &left);
    return G_MAXINT - left;
}
