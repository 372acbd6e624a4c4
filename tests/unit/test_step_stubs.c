// SPDX-License-Identifier: EUPL-1.2
// What is written down of the steps is what their tables say, and the tables are what happens. EZ_GOLDEN_WRITE=1 writes the files anew.
#include "engine/run/step_stubs.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_session.h"
#include "tests/support/test_sources.h"

#include <string.h>

static void test_types(void)
{
    ez_test_generated("scripts/types/exercise.lua", ez_step_stubs_types());
}

static void test_reference(void)
{
    ez_test_generated("scripts/REFERENCE.md", ez_step_stubs_reference());
}

// ---- the tables ------------------------------------------------------------------

// A sentence begins with a capital and ends with a full stop; one line.
static void check_sentence(const char *of, const char *text)
{
    bool good = text != NULL && (g_ascii_isupper(text[0]) || text[0] == '"') &&
                g_str_has_suffix(text, ".") && strchr(text, '\n') == NULL;
    if (!good)
        g_error("%s: \"%s\" is no sentence", of, text != NULL ? text : "");
}

static void test_sentences(void)
{
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++) {
        check_sentence(kind->word, kind->doc);
        g_assert_nonnull(kind->gives_doc);
        for (const EzStepOption *option = kind->options; option->name != NULL; option++)
            check_sentence(option->name, option->doc);
    }
    for (const EzStepClass *class = ez_step_classes; class->name != NULL; class ++)
        for (const EzStepField *field = class->fields; field->name != NULL; field++)
            check_sentence(field->name, field->doc);
    for (const EzStepCall *call = ez_step_calls; call->name != NULL; call++)
        check_sentence(call->name, call->doc);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// What `s` has is what is written down.
static void test_names(void)
{
    g_autoptr(EzTestSession) t =
        ez_test_session_new("return exercise { id = 'walk', run = function(s) local names = {} "
                            "for name in pairs(s) do names[#names + 1] = name end "
                            "s.harvest('names', { nl = 'N', en = 'N' }, names) end }",
                            NULL);
    ez_test_session_start(t, 0);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++)
        g_ptr_array_add(names, (void *)kind->word);
    for (const EzStepCall *call = ez_step_calls; call->name != NULL; call++)
        g_ptr_array_add(names, (void *)call->name);
    g_ptr_array_sort(names, by_bytes);
    g_ptr_array_add(names, NULL);
    g_autofree char *joined = g_strjoinv("','", (char **)names->pdata);
    g_autofree char *wanted = g_strdup_printf("['%s']", joined);
    EZ_TEST_HARVEST(t, "names", wanted);
}

// ---- results -----------------------------------------------------------------------

static const EzStepClass *find_class(const char *name)
{
    for (const EzStepClass *class = ez_step_classes; class->name != NULL; class ++)
        if (strcmp(class->name, name) == 0)
            return class;
    return NULL;
}

// "light?" is the field light.
static bool is_field(const EzStepField *field, const char *name)
{
    gsize length = strcspn(field->name, "?");
    return strlen(name) == length && strncmp(field->name, name, length) == 0;
}

static const EzStepField *find_field(const EzStepClass *class, const char *name)
{
    for (const EzStepField *field = class->fields; field->name != NULL; field++)
        if (is_field(field, name))
            return field;
    return NULL;
}

// Whether the value suits the type, as far as its form goes.
static bool suits(const char *type, JsonNode *value)
{
    if (g_str_has_suffix(type, "[]"))
        return JSON_NODE_HOLDS_ARRAY(value);
    if (strcmp(type, "integer") == 0 || strcmp(type, "number") == 0)
        return ez_value_number(value, 0.25) == ez_value_number(value, 0.75);
    if (strcmp(type, "boolean") == 0)
        return ez_value_flag(value, false) == ez_value_flag(value, true);
    return strcmp(type, "string") == 0 ? ez_value_string(value, NULL) != NULL
                                       : !JSON_NODE_HOLDS_ARRAY(value);
}

// A value of this class has its fields and no others; `seen` gathers "Class.field".
static void check_value(const EzStepClass *class, JsonNode *value, GHashTable *seen)
{
    g_assert_true(JSON_NODE_HOLDS_OBJECT(value));
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    for (GList *name = names; name != NULL; name = name->next) {
        const EzStepField *field = find_field(class, name->data);
        if (field == NULL)
            g_error("a %s has no field %s", class->name, (char *)name->data);
        if (!suits(field->type, ez_value_get(value, name->data)))
            g_error("%s.%s is no %s", class->name, field->name, field->type);
        g_hash_table_add(seen, g_strdup_printf("%s.%s", class->name, field->name));
    }
    for (const EzStepField *field = class->fields; field->name != NULL; field++)
        if (strpbrk(field->name, "?[") == NULL && ez_value_get(value, field->name) == NULL)
            g_error("this %s lacks %s", class->name, field->name);
}

static void check_list(const EzStepClass *class, JsonNode *list, GHashTable *seen)
{
    for (int i = 0; i < ez_value_count(list); i++)
        check_value(class, ez_value_item(list, i), seen);
}

// A step gives what its kind says; a swarm gives its rounds, which are steps.
static void check_step(const EzStep *step, GHashTable *seen)
{
    const char *gives = step->kind->gives != NULL ? step->kind->gives : "";
    bool swarm = strcmp(step->kind->word, "swarm") == 0;
    g_autofree char *name = g_strndup(gives, strcspn(gives, "[?"));
    const EzStepClass *class = find_class(swarm ? "SwarmRound" : name);
    bool answers = class != NULL && strcmp(class->name, "Answer") == 0;
    if (class == NULL || answers || step->result == NULL || step->kind->fold == NULL)
        return;
    g_assert_cmpint(strcmp(class->name, "Scores") != 0 && JSON_NODE_HOLDS_ARRAY(step->result),
                    ==, g_str_has_suffix(gives, "[]"));
    if (JSON_NODE_HOLDS_ARRAY(step->result))
        check_list(class, step->result, seen);
    else
        check_value(class, step->result, seen);
}

static void check_session(const EzTrial *trial, const EzTrialResult *result,
                          const EzSession *session, void *data)
{
    (void)trial;
    (void)result;
    for (int i = 0; i < ez_session_step_count(session); i++)
        check_step(ez_session_step(session, i), data);
}

static void test_results(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ez_test_sources_add_everything(&sources);
    EzTrial trial = ez_test_sources_trial(&sources);
    trial.inspect = check_session;
    trial.data = seen;
    for (trial.seed = 0; trial.seed < 20; trial.seed++)
        for (trial.people = 0; trial.people < 12; trial.people += 4) {
            g_auto(EzTrialResult) result = {0};
            g_assert_true(ez_trial_run(&trial, &result));
        }
    // So many different fields were met: that of a kind is not passed over.
    g_assert_cmpint(g_hash_table_size(seen), >=, 46);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/step-stubs/types-are-what-the-tables-say", test_types);
    g_test_add_func("/step-stubs/the-reference-is-what-the-tables-say", test_reference);
    g_test_add_func("/step-stubs/all-has-a-sentence", test_sentences);
    g_test_add_func("/step-stubs/what-s-has-is-written-down", test_names);
    g_test_add_func("/step-stubs/results-have-the-fields-of-their-class", test_results);
    return g_test_run();
}
