// SPDX-License-Identifier: EUPL-1.2
// What came out of a step, and what was said in it so far.
#include "engine/run/words.h"
#include "engine/term/entry.h"
#include "engine/term/show-private.h"

#include <string.h>

enum { LISTED = 40 };

static char *number_words(const EzShow *show, JsonNode *number)
{
    return ez_words_of(show->session, number, show->language);
}

static double largest(JsonNode *list)
{
    double most = 1;
    for (int i = 0; i < ez_value_count(list); i++)
        most = MAX(most, ez_value_number(ez_value_item(list, i), 0));
    return most;
}

static void show_one_scale(const EzShow *show, const EzStep *step, JsonNode *result)
{
    JsonNode *hist = ez_value_get(result, "hist");
    int from = (int)ez_value_number(ez_step_option(step, "from"), 1);
    for (int i = 0; i < ez_value_count(hist); i++) {
        g_autofree char *name = g_strdup_printf("%d", from + i);
        g_autofree char *count = number_words(show, ez_value_item(hist, i));
        double share = ez_value_number(ez_value_item(hist, i), 0) / largest(hist);
        ez_screen_bar(show->screen, name, share, count);
    }
    if (ez_value_get(result, "median") == NULL)
        return;
    g_autofree char *median = number_words(show, ez_value_get(result, "median"));
    g_autofree char *agreement = number_words(show, ez_value_get(result, "consensus"));
    g_autofree char *line = ez_phrase_fill(EZ_SAY_MEDIAN, show->language, median, agreement);
    ez_screen_put(show->screen, 0, line);
}

static void show_scales(const EzShow *show, const EzStep *step, JsonNode *result)
{
    if (ez_step_items(step) == NULL) {
        show_one_scale(show, step, result);
        return;
    }
    for (int i = 0; i < ez_value_count(result); i++) {
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        ez_screen_put(show->screen, 0, words);
        show_one_scale(show, step, ez_value_item(result, i));
    }
}

static void show_counts(const EzShow *show, const EzStep *step, JsonNode *result)
{
    JsonNode *counts = ez_value_get(result, "counts"), *items = ez_step_items(step);
    double most = 1;
    for (int i = 0; i < ez_value_count(items); i++)
        most = MAX(most, ez_value_number(ez_value_get(counts, ez_step_item_id(items, i)), 0));
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *count = ez_value_get(counts, ez_step_item_id(items, i));
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        g_autofree char *value = number_words(show, count);
        ez_screen_bar(show->screen, words, ez_value_number(count, 0) / most, value);
    }
    bool one = ez_value_number(ez_step_option(step, "most"), 1) == 1;
    if (one && ez_value_flag(ez_value_get(result, "tie"), false))
        ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_TIE));
}

static void show_top(const EzShow *show, const EzStep *step, JsonNode *result)
{
    JsonNode *top = ez_value_get(result, "top");
    double most = ez_value_number(ez_value_get(ez_value_item(top, 0), "dots"), 1);
    for (int i = 0; i < ez_value_count(top); i++) {
        JsonNode *one = ez_value_item(top, i), *dots = ez_value_get(one, "dots");
        int item = (int)ez_value_number(ez_value_get(ez_value_get(one, "item"), "#"), 1) - 1;
        g_autofree char *words = ez_words_of_item(show->session, step, item, show->language);
        g_autofree char *value = number_words(show, dots);
        ez_screen_bar(show->screen, words, ez_value_number(dots, 0) / most, value);
    }
}

static void show_swarm(const EzShow *show, const EzStep *step, JsonNode *result)
{
    JsonNode *net = ez_value_get(result, "net"), *items = ez_step_items(step);
    double n = MAX(1, ez_value_number(ez_value_get(result, "n"), 1));
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *one = ez_value_get(net, ez_step_item_id(items, i));
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        g_autofree char *value = number_words(show, one);
        ez_screen_bar(show->screen, words, MAX(0, ez_value_number(one, 0)) / n, value);
    }
    g_autofree char *quorum = number_words(show, ez_value_get(result, "quorum"));
    g_autofree char *people = number_words(show, ez_value_get(result, "n"));
    g_autofree char *line = ez_phrase_fill(EZ_SAY_QUORUM, show->language, quorum, people);
    ez_screen_put(show->screen, 0, line);
}

static void show_order(const EzShow *show, const EzStep *step, JsonNode *result)
{
    JsonNode *order = ez_value_get(result, "order");
    for (int i = 0; i < ez_value_count(order); i++) {
        int item = (int)ez_value_number(ez_value_get(ez_value_item(order, i), "#"), 1) - 1;
        g_autofree char *words = ez_words_of_item(show->session, step, item, show->language);
        g_autofree char *line = g_strdup_printf("%3d. %s", i + 1, words);
        ez_screen_put(show->screen, 5, line);
    }
}

// Everything that was written, numbered as it came.
static void show_answers(const EzShow *show, const EzStep *step, JsonNode *result)
{
    int count = ez_step_answers(step);
    for (int i = 1; i <= MIN(count, LISTED); i++) {
        g_autofree char *line = g_strdup_printf("%3d. %s", i, ez_step_answer(step, i));
        ez_screen_put(show->screen, 5, line);
    }
    if (count > LISTED)
        ez_screen_put(show->screen, 0, "  …");
}

// Piles, places, links and agreements as they would be typed.
static void show_typed(const EzShow *show, const EzStep *step, JsonNode *result)
{
    EzTyped entry = {show->session, step, show->language};
    for (guint i = 0; i < MIN(step->inputs->len, LISTED); i++) {
        g_autofree char *typed =
            ez_entry_write(&entry, ((EzInput *)step->inputs->pdata[i])->value);
        g_autofree char *line = g_strdup_printf("  %s", typed);
        ez_screen_put(show->screen, 4, line);
    }
}

// ---- all -----------------------------------------------------------------------

static const struct {
    const char *word;
    void (*show)(const EzShow *, const EzStep *, JsonNode *result);
    bool closes; // shown when the step closes; others have been read aloud as they were typed
} results[] = {
    {"scale", show_scales, true},   {"choose", show_counts, true}, {"vote", show_top, true},
    {"swarm", show_swarm, true},    {"rank", show_order, true},    {"ask", show_answers, true},
    {"cluster", show_typed, false}, {"place", show_typed, false},  {"link", show_typed, false},
    {"action", show_typed, false},
};

static int result_of(const EzStep *step)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(results); i++)
        if (ez_show_is(step, results[i].word))
            return i;
    return -1;
}

static bool reveals(const EzStep *step, const char *when)
{
    return strcmp(ez_value_string(ez_step_option(step, "reveal"), ""), when) == 0;
}

// A blind vote is blind until the close. Answers without a name are not even in the step before that.
static bool is_live(const EzStep *step)
{
    bool blind = ez_value_flag(ez_step_option(step, "blind"), false);
    return reveals(step, "live") && !blind;
}

// The outcome of a closed step, or why it is not there.
static void show_outcome(const EzShow *show, const EzStep *step, int kind)
{
    if (reveals(step, "never"))
        ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_NEVER));
    else if (ez_step_hides(step))
        ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_FEW));
    else
        results[kind].show(show, step, step->result);
}

static bool is_known(const EzStep *step, int kind)
{
    bool read = ez_show_is(step, "ask") && (is_live(step) || ez_step_answers(step) == 1) &&
                !ez_step_is_anonymous(step);
    return (read || !results[kind].closes) && !reveals(step, "never");
}

void ez_show_result(const EzShow *show, const EzStep *step)
{
    int kind = result_of(step);
    if (step->kind->answerer == EZ_BY_CHANCE)
        ez_show_chance(show, step);
    if (kind >= 0 && step->state == EZ_STEP_CLOSED && step->inputs->len > 0 &&
        !is_known(step, kind))
        show_outcome(show, step, kind);
}

bool ez_show_so_far(const EzShow *show, const EzStep *step)
{
    int kind = result_of(step);
    if (kind < 0 || !is_live(step) || step->inputs->len == 0)
        return false;
    g_autoptr(JsonNode) result = step->kind->fold(step);
    ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_SO_FAR));
    results[kind].show(show, step, result);
    return true;
}

// ---- the harvest ---------------------------------------------------------------

// A list as one line; what has no words is left out.
static char *words_of_value(const EzShow *show, JsonNode *value)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < ez_value_count(value); i++) {
        g_autofree char *words =
            ez_words_of(show->session, ez_value_item(value, i), show->language);
        if (*words != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? "; " : "", words);
    }
    if (ez_value_count(value) > 0)
        return g_string_free(out, FALSE);
    g_string_free(out, TRUE);
    return ez_words_of(show->session, value, show->language);
}

static void show_harvested(const EzShow *show)
{
    for (int i = 0; i < ez_session_harvest_count(show->session); i++) {
        const EzHarvest *harvest = ez_session_harvest(show->session, i);
        g_autofree char *title = ez_words_with(show->session, harvest->text, harvest->slots,
                                               show->language),
                        *words = words_of_value(show, harvest->value),
                        *line = g_strdup_printf("%s: %s", title, words);
        if (*words != '\0')
            ez_screen_put(show->screen, 2, line);
    }
}

static bool has_outcome(const EzStep *step)
{
    return result_of(step) >= 0 && step->state == EZ_STEP_CLOSED && step->inputs->len > 0;
}

void ez_show_harvest(const EzShow *show)
{
    int shown = 0;
    for (int i = 0; i < ez_session_step_count(show->session); i++) {
        const EzStep *step = ez_session_step(show->session, i);
        if (!has_outcome(step))
            continue;
        ez_show_text(show, step);
        show_outcome(show, step, result_of(step));
        shown++;
    }
    show_harvested(show);
    if (shown + ez_session_harvest_count(show->session) == 0)
        ez_screen_put(show->screen, 0, ez_show_phrase(show, EZ_SAY_NO_HARVEST));
}
