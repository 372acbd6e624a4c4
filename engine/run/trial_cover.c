// SPDX-License-Identifier: EUPL-1.2
// What trials reached. There are few names: the lists are looked through from the beginning.
#include "engine/base/luacall.h"
#include "engine/run/trial-private.h"

#include <string.h>

struct EzTrialCover {
    GPtrArray *steps;  // of EzTrialStep, ordered by name
    GHashTable *spots; // "ask scripts/nature/brug.lua:12": what was opened
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
    cover->spots = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return cover;
}

void ez_trial_cover_free(EzTrialCover *cover)
{
    if (cover == NULL)
        return;
    g_ptr_array_unref(cover->steps);
    g_hash_table_unref(cover->spots);
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

static char *spot_name(const char *word, const char *chunk, int line)
{
    return g_strdup_printf("%s %s:%d", word, chunk, line);
}

void ez_trial_cover_add(EzTrialCover *cover, const EzSession *session)
{
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *seen = ez_session_step(session, i);
        EzTrialStep *step = find_step(cover, seen);
        step->opened++;
        if (seen->spot.chunk != NULL)
            g_hash_table_add(cover->spots,
                             spot_name(seen->kind->word, seen->spot.chunk, seen->spot.line));
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

// ---- what was not reached --------------------------------------------------------

typedef struct Missed {
    const EzTrialCover *cover;
    EzDiags *diags;
} Missed;

// A call of a step is s.ask("id", …); table.sort(…) and s.pick(id, …) are not, or cannot be told.
static void tell_missed(const EzLuaCall *call, void *data)
{
    const Missed *missed = data;
    const EzSource *source = ez_luamap_source(call->map);
    g_autofree char *id = ez_luacall_text(call, 1);
    g_autofree char *word =
        g_strndup(source->text + call->callee.start, call->callee.end - call->callee.start);
    EzPlace place = ez_luacall_place(call);
    g_autofree char *spot = spot_name(word, source->name, place.line);
    if (id != NULL && ez_step_kind(word) != NULL &&
        !g_hash_table_contains(missed->cover->spots, spot))
        ez_diag_report(missed->diags, EZ_STEP_UNREACHED, place, NULL, "step", word, "id", id,
                       NULL);
}

void ez_trial_cover_tell(const EzTrialCover *cover, const EzPinned *sources, int n_sources,
                         EzDiags *diags)
{
    Missed missed = {cover, diags};
    for (int i = 0; i < n_sources; i++) {
        if (!g_str_has_prefix(sources[i].path, "scripts/"))
            continue; // a deck, or a module that calls no steps
        gsize length;
        const char *text = g_bytes_get_data(sources[i].bytes, &length);
        g_autoptr(EzSource) source = ez_source_new(sources[i].path, text, length);
        g_autoptr(EzLuaMap) map = ez_luamap_new(source);
        ez_luacall_each(map, tell_missed, &missed);
    }
}
