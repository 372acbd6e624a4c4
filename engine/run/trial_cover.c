// SPDX-License-Identifier: EUPL-1.2
// What trials reached. There are few names: the lists are looked through from the beginning.
#include "engine/run/trial-private.h"

#include <string.h>

struct EzTrialCover {
    GPtrArray *steps; // of EzTrialStep, ordered by name
};

static void free_option(void *data)
{
    EzTrialOption *option = data;
    g_free(option->id);
    g_free(option);
}

static void free_step(void *data)
{
    EzTrialStep *step = data;
    g_free(step->name);
    g_ptr_array_unref(step->options);
    g_free(step);
}

EzTrialCover *ez_trial_cover_new(void)
{
    EzTrialCover *cover = g_new0(EzTrialCover, 1);
    cover->steps = g_ptr_array_new_with_free_func(free_step);
    return cover;
}

void ez_trial_cover_free(EzTrialCover *cover)
{
    if (cover == NULL)
        return;
    g_ptr_array_unref(cover->steps);
    g_free(cover);
}

char *ez_trial_name(const char *key)
{
    GString *name = g_string_new(NULL);
    const char *number = strrchr(key, '#');
    gsize length = number != NULL ? (gsize)(number - key) : strlen(key);
    for (gsize i = 0; i < length; i++) {
        gsize skipped = key[i] == '['   ? strcspn(key + i, "]") + 1
                        : key[i] == '#' ? strcspn(key + i, "/")
                                        : 0;
        i += skipped;
        if (i < length)
            g_string_append_c(name, key[i]);
    }
    return g_string_free(name, FALSE);
}

static EzTrialStep *find_step(EzTrialCover *cover, const EzStep *seen)
{
    g_autofree char *name = ez_trial_name(seen->key);
    guint at = 0;
    for (; at < cover->steps->len; at++) {
        EzTrialStep *step = cover->steps->pdata[at];
        int order = strcmp(step->name, name);
        if (order == 0 && step->kind == seen->kind)
            return step;
        if (order > 0)
            break;
    }
    EzTrialStep *made = g_new0(EzTrialStep, 1);
    made->name = g_steal_pointer(&name);
    made->kind = seen->kind;
    made->options = g_ptr_array_new_with_free_func(free_option);
    g_ptr_array_insert(cover->steps, (int)at, made);
    return made;
}

static EzTrialOption *find_option(EzTrialStep *step, const char *id)
{
    g_autofree char *name = *id == '/' ? ez_trial_name(id) : g_strdup(id);
    guint at = 0;
    for (; at < step->options->len; at++) {
        EzTrialOption *option = step->options->pdata[at];
        int order = strcmp(option->id, name);
        if (order == 0)
            return option;
        if (order > 0)
            break;
    }
    EzTrialOption *made = g_new0(EzTrialOption, 1);
    made->id = g_steal_pointer(&name);
    g_ptr_array_insert(step->options, (int)at, made);
    return made;
}

static void add_options(EzTrialStep *step, const EzStep *seen)
{
    JsonNode *items = ez_step_items(seen);
    const char *taken = ez_value_string(seen->result, NULL);
    for (int i = 0; i < ez_value_count(items); i++)
        find_option(step, ez_step_item_id(items, i));
    if (taken != NULL)
        find_option(step, taken)->taken++;
}

void ez_trial_cover_add(EzTrialCover *cover, const EzSession *session)
{
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *seen = ez_session_step(session, i);
        EzTrialStep *step = find_step(cover, seen);
        step->opened++;
        step->answered += seen->state == EZ_STEP_CLOSED && seen->inputs->len > 0;
        step->skipped += seen->state == EZ_STEP_SKIPPED;
        if (seen->kind->answerer == EZ_BY_FACILITATOR)
            add_options(step, seen);
    }
}

int ez_trial_cover_count(const EzTrialCover *cover)
{
    return (int)cover->steps->len;
}

const EzTrialStep *ez_trial_cover_step(const EzTrialCover *cover, int step)
{
    return cover->steps->pdata[step];
}
