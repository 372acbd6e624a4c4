// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/text_check.h"

#include "engine/run/principle.h"

#include <string.h>

// ---- principle -----------------------------------------------------------------

// The organisms of the cards in the step's option `about`; strings of the step, ends with NULL.
static GPtrArray *names_of(const EzStep *step, const char *language)
{
    static const char *const fields[] = {"organism", "latin"};
    JsonNode *cards = ez_step_option(step, "about");
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(cards); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(fields); k++) {
            JsonNode *name = ez_value_get(ez_value_item(cards, i), fields[k]);
            JsonNode *own = ez_value_get(name, language);
            const char *text = ez_value_string(own != NULL ? own : name, NULL);
            if (text != NULL)
                g_ptr_array_add(names, (void *)text);
        }
    g_ptr_array_add(names, NULL);
    return names;
}

static JsonNode *check_principle(const EzStep *step, const char *text, const char *language)
{
    g_autoptr(GPtrArray) names = names_of(step, language);
    EzPrinciple principle;
    ez_principle_check(&principle, text, strlen(text), language,
                       (const char *const *)names->pdata);
    JsonNode *found = ez_value_new_object(), *flags = ez_value_new_list();
    for (int i = 0; i < EZ_PRINCIPLE_FLAGS; i++)
        if (principle.flags[i].count > 0)
            ez_value_append(flags,
                            ez_value_new_string(ez_principle_flag_name((EzPrincipleFlag)i)));
    ez_value_put(found, "flags", flags);
    ez_value_put_string(found, "light", ez_principle_light_name(principle.light));
    return found;
}

// ---- all -----------------------------------------------------------------------

static JsonNode *(*const checks[])(const EzStep *, const char *,
                                   const char *) = {check_principle};
const char *const ez_text_check_words[] = {"principle", NULL};
G_STATIC_ASSERT(G_N_ELEMENTS(checks) + 1 == G_N_ELEMENTS(ez_text_check_words));

JsonNode *ez_text_check_one(const EzStep *step, const char *text, const char *language)
{
    const char *word = ez_value_string(ez_step_option(step, "check"), "");
    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++)
        if (strcmp(word, ez_text_check_words[i]) == 0)
            return checks[i](step, text, language);
    g_return_val_if_reached(NULL);
}

// A text, or a list of them.
static void check_value(const EzStep *step, JsonNode *value, const char *language,
                        JsonNode *found)
{
    const char *text = ez_value_string(value, NULL);
    if (text != NULL)
        ez_value_append(found, ez_text_check_one(step, text, language));
    for (int i = 0; i < ez_value_count(value); i++)
        check_value(step, ez_value_item(value, i), language, found);
}

JsonNode *ez_text_check(const EzStep *step, const char *language)
{
    if (ez_step_option(step, "check") == NULL)
        return NULL;
    JsonNode *found = ez_value_new_list();
    for (guint i = 0; i < step->inputs->len; i++)
        check_value(step, ((EzInput *)step->inputs->pdata[i])->value, language, found);
    return found;
}
