// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/params.h"

#include <math.h>
#include <string.h>

static const EzParam *find_param(const EzExercise *exercise, const char *name)
{
    for (int i = 0; i < exercise->n_params; i++)
        if (strcmp(exercise->params[i].name, name) == 0)
            return &exercise->params[i];
    return NULL;
}

// ---- one value, by type: NULL after a sentence -----------------------------------

static JsonNode *read_text(const EzParam *param, const char *text)
{
    long length = g_utf8_validate(text, -1, NULL) ? g_utf8_strlen(text, -1) : -1;
    if (length >= 0 && (double)length <= param->max)
        return ez_value_new_string(text);
    if (length < 0)
        ez_usage_error("--param %s: this text is not UTF-8", param->name);
    else
        ez_usage_error("--param %s has %ld characters; %.0f is the most", param->name, length,
                       param->max);
    return NULL;
}

static JsonNode *read_number(const EzParam *param, const char *text)
{
    char *end;
    double number = g_ascii_strtod(text, &end);
    bool read = *text != '\0' && *end == '\0' && isfinite(number);
    if (read && number >= param->min && number <= param->max)
        return ez_value_new_number(number);
    if (!read)
        ez_usage_error("--param %s is a number, not \"%s\"", param->name, text);
    else
        ez_usage_error("--param %s goes from %g to %g, and this is %s", param->name, param->min,
                       param->max, text);
    return NULL;
}

static JsonNode *read_choice(const EzParam *param, const char *text)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (int i = 0; i < param->n_options; i++) {
        if (strcmp(param->options[i].id, text) == 0)
            return ez_value_new_string(text);
        g_ptr_array_add(ids, (void *)param->options[i].id);
    }
    g_ptr_array_add(ids, NULL);
    g_autofree char *all = g_strjoinv(", ", (char **)ids->pdata);
    ez_usage_error("--param %s is one of %s, not \"%s\"", param->name, all, text);
    return NULL;
}

static JsonNode *read_yes_no(const EzParam *param, const char *text)
{
    static const char *const yes[] = {"yes", "ja", "true", NULL};
    static const char *const no[] = {"no", "nee", "false", NULL};
    if (g_strv_contains(yes, text) || g_strv_contains(no, text))
        return ez_value_new_flag(g_strv_contains(yes, text));
    ez_usage_error("--param %s is yes or no, not \"%s\"", param->name, text);
    return NULL;
}

static JsonNode *default_of(const EzParam *param)
{
    return param->type == EZ_PARAM_NUMBER   ? ez_value_new_number(param->number)
           : param->type == EZ_PARAM_YES_NO ? ez_value_new_flag(param->yes)
                                            : ez_value_new_string(param->text);
}

// ---- all -------------------------------------------------------------------------

static bool take_one(const EzExercise *exercise, const char *given, JsonNode *params)
{
    static JsonNode *(*const read[])(const EzParam *, const char *) = {
        [EZ_PARAM_TEXT] = read_text,
        [EZ_PARAM_NUMBER] = read_number,
        [EZ_PARAM_CHOICE] = read_choice,
        [EZ_PARAM_YES_NO] = read_yes_no,
    };
    g_auto(GStrv) parts = g_strsplit(given, "=", 2);
    const EzParam *param = parts[0] != NULL ? find_param(exercise, parts[0]) : NULL;
    if (param == NULL || parts[1] == NULL) {
        ez_usage_error("--param %s: %s has no such parameter", given, exercise->id);
        return false;
    }
    JsonNode *value = read[param->type](param, parts[1]);
    if (value != NULL)
        ez_value_put(params, param->name, value);
    return value != NULL;
}

static void put_defaults(const EzExercise *exercise, JsonNode *params)
{
    for (int i = 0; i < exercise->n_params; i++)
        if (exercise->params[i].has_default)
            ez_value_put(params, exercise->params[i].name, default_of(&exercise->params[i]));
}

bool ez_params_take(const EzExercise *exercise, const EzArguments *arguments, JsonNode *params)
{
    g_auto(GStrv) given = ez_argument_list(arguments, "--param");
    put_defaults(exercise, params);
    for (char **one = given; one != NULL && *one != NULL; one++)
        if (!take_one(exercise, *one, params))
            return false;
    return true;
}

// The value is taken; NULL = none is otherwise.
static void add_variant(const EzExercise *exercise, const char *name, JsonNode *value,
                        GPtrArray *variants)
{
    JsonNode *start = ez_value_new_object(), *params = ez_value_new_object();
    put_defaults(exercise, params);
    if (value != NULL)
        ez_value_put(params, name, value);
    ez_value_put(start, "params", params);
    g_ptr_array_add(variants, start);
}

GPtrArray *ez_params_variants(const EzExercise *exercise)
{
    GPtrArray *variants = g_ptr_array_new_with_free_func((GDestroyNotify)json_node_unref);
    add_variant(exercise, NULL, NULL, variants);
    for (int i = 0; i < exercise->n_params; i++) {
        const EzParam *param = &exercise->params[i];
        if (param->type == EZ_PARAM_YES_NO)
            add_variant(exercise, param->name, ez_value_new_flag(!param->yes), variants);
        for (int k = 0; param->type == EZ_PARAM_CHOICE && k < param->n_options; k++)
            if (g_strcmp0(param->options[k].id, param->text) != 0)
                add_variant(exercise, param->name, ez_value_new_string(param->options[k].id),
                            variants);
    }
    return variants;
}
