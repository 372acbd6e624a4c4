// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/fold.h"

#include "engine/model/chart.h"

#include <math.h>
#include <string.h>

// ---- what many folds need ------------------------------------------------------

static const char *id_of(JsonNode *items, int item)
{
    return ez_step_item_id(items, item);
}

// The script's own value; items count from 1.
static JsonNode *refer(int item)
{
    JsonNode *reference = ez_value_new_object();
    ez_value_put_number(reference, "#", item + 1);
    return reference;
}

static JsonNode *value_of(const EzStep *step, guint i)
{
    return ((EzInput *)step->inputs->pdata[i])->value;
}

// The items by their scores, the highest first; those with equal scores in their own order.
static int *sort_items(const double *scores, int count)
{
    int *order = g_new(int, MAX(count, 1));
    for (int i = 0; i < count; i++) {
        int at = i;
        for (; at > 0 && scores[order[at - 1]] < scores[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

JsonNode *ez_fold_nothing(const EzStep *step)
{
    return json_node_new(JSON_NODE_NULL);
}

// ---- answers -------------------------------------------------------------------

static JsonNode *answer(const EzStep *step, int n)
{
    g_autofree char *id = g_strdup_printf("%s/%d", step->key, n);
    JsonNode *handle = ez_value_new_object();
    ez_value_put_string(handle, "@", id);
    return handle;
}

// An answer that was erased since had a finding, and the script went on with both.
JsonNode *ez_fold_answers(const EzStep *step)
{
    JsonNode *list = ez_value_new_list();
    int count = step->findings != NULL ? ez_value_count(step->findings) : ez_step_answers(step);
    for (int i = 1; i <= count; i++)
        ez_value_append(list, answer(step, i));
    return list;
}

// The texts of an input are numbered in the order of their names: see ez_step_answer.
static JsonNode *action(const EzStep *step, JsonNode *given, int *n)
{
    static const char *const parts[] = {"by", "what", "who"};
    JsonNode *made = ez_value_new_object();
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (ez_value_get(given, parts[i]) != NULL)
            ez_value_put(made, parts[i], answer(step, ++*n));
    return made;
}

JsonNode *ez_fold_actions(const EzStep *step)
{
    JsonNode *list = ez_value_new_list();
    int n = 0;
    for (guint i = 0; i < step->inputs->len; i++)
        for (int k = 0; k < ez_value_count(value_of(step, i)); k++)
            ez_value_append(list, action(step, ez_value_item(value_of(step, i), k), &n));
    return list;
}

// ---- choices -------------------------------------------------------------------

static int count_choice(const EzStep *step, const char *id)
{
    int count = 0;
    for (guint i = 0; i < step->inputs->len; i++) {
        JsonNode *value = value_of(step, i);
        count += strcmp(ez_value_string(value, ""), id) == 0;
        for (int k = 0; k < ez_value_count(value); k++)
            count += strcmp(ez_value_string(ez_value_item(value, k), ""), id) == 0;
    }
    return count;
}

// A tie is told, and has no winner.
JsonNode *ez_fold_choice(const EzStep *step)
{
    JsonNode *items = ez_step_items(step), *result = ez_value_new_object(),
             *counts = ez_value_new_object();
    int most = 0, with_most = 0, winner = -1;
    for (int i = 0; i < ez_value_count(items); i++) {
        int count = count_choice(step, id_of(items, i));
        ez_value_put_number(counts, id_of(items, i), count);
        with_most = count > most ? 1 : with_most + (count == most);
        winner = count > most ? i : winner;
        most = MAX(most, count);
    }
    bool tie = most > 0 && with_most > 1;
    ez_value_put(result, "counts", counts);
    ez_value_put_flag(result, "tie", tie);
    if (most > 0 && !tie) {
        ez_value_put_string(result, "winner", id_of(items, winner));
        ez_value_put(result, "item", refer(winner));
    }
    return result;
}

// The facilitator's word: the last one counts.
JsonNode *ez_fold_gate(const EzStep *step)
{
    guint count = step->inputs->len;
    return count > 0 ? json_node_copy(value_of(step, count - 1))
                     : json_node_new(JSON_NODE_NULL);
}

JsonNode *ez_fold_timer(const EzStep *step)
{
    return ez_value_new_string(step->inputs->len > 0 ? "time" : "facilitator");
}

// ---- scales --------------------------------------------------------------------

static int by_size(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;
    return (one > two) - (one < two);
}

// By linear interpolation between the two nearest (type 7 of Hyndman & Fan 1996, The American Statistician 50:361-365).
static double quantile(const double *sorted, int count, double part)
{
    double at = part * (count - 1);
    int below = (int)floor(at);
    int above = MIN(below + 1, count - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

// The model's consensus counts a scale from 1 on.
static double consensus(const double *scores, int count, int from, int to)
{
    g_autofree double *shifted = g_new(double, count);
    for (int i = 0; i < count; i++)
        shifted[i] = scores[i] - from + 1;
    return ez_numbers_consensus(&(EzNumbers){.numbers = shifted, .count = count, .given = true},
                                to - from + 1);
}

static JsonNode *histogram(const double *scores, int count, int from, int to)
{
    JsonNode *list = ez_value_new_list();
    for (int value = from; value <= to; value++) {
        int found = 0;
        for (int i = 0; i < count; i++)
            found += (int)scores[i] == value;
        ez_value_append(list, ez_value_new_number(found));
    }
    return list;
}

static JsonNode *summary(double *scores, int count, int from, int to)
{
    JsonNode *result = ez_value_new_object(), *list = ez_value_new_list();
    ez_value_put_number(result, "n", count);
    ez_value_put(result, "scores", list);
    ez_value_put(result, "hist", histogram(scores, count, from, to));
    if (count == 0)
        return result;
    qsort(scores, (size_t)count, sizeof *scores, by_size);
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += scores[i];
        ez_value_append(list, ez_value_new_number(scores[i]));
    }
    ez_value_put_number(result, "mean", sum / count);
    ez_value_put_number(result, "median", quantile(scores, count, 0.5));
    ez_value_put_number(result, "spread",
                        quantile(scores, count, 0.75) - quantile(scores, count, 0.25));
    ez_value_put_number(result, "consensus", consensus(scores, count, from, to));
    return result;
}

static JsonNode *score_of(const EzInput *input, const char *item)
{
    return item != NULL ? ez_value_get(input->value, item) : input->value;
}

static int count_unknown(const EzStep *step, const char *item, const char *role)
{
    int count = 0;
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *input = step->inputs->pdata[i];
        bool counts = role == NULL || g_strcmp0(input->role, role) == 0;
        count += counts && ez_value_string(score_of(input, item), NULL) != NULL;
    }
    return count;
}

// What everyone of a role gave an item; without items each input is a number, and without a role all count.
static JsonNode *summary_of(const EzStep *step, const char *item, const char *role)
{
    g_autofree double *scores = g_new(double, MAX(step->inputs->len, 1));
    int count = 0;
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *input = step->inputs->pdata[i];
        double score = ez_value_number(score_of(input, item), NAN);
        if (!isnan(score) && (role == NULL || g_strcmp0(input->role, role) == 0))
            scores[count++] = score;
    }
    JsonNode *result =
        summary(scores, count, (int)ez_value_number(ez_step_option(step, "from"), 1),
                (int)ez_value_number(ez_step_option(step, "to"), 5));
    if (ez_value_flag(ez_step_option(step, "unknown"), false))
        ez_value_put_number(result, "unknown", count_unknown(step, item, role));
    return result;
}

static JsonNode *summary_by_role(const EzStep *step, const char *item)
{
    JsonNode *result = summary_of(step, item, NULL);
    if (!ez_value_flag(ez_step_option(step, "by_role"), false))
        return result;
    JsonNode *roles = ez_value_new_object();
    for (guint i = 0; i < step->inputs->len; i++) {
        const char *role = ((const EzInput *)step->inputs->pdata[i])->role;
        if (role != NULL && ez_value_get(roles, role) == NULL)
            ez_value_put(roles, role, summary_of(step, item, role));
    }
    ez_value_put(result, "by_role", roles);
    return result;
}

JsonNode *ez_fold_scale(const EzStep *step)
{
    JsonNode *items = ez_step_option(step, "items");
    if (items == NULL)
        return summary_by_role(step, NULL);
    JsonNode *list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *one = summary_by_role(step, id_of(items, i));
        ez_value_put(one, "item", refer(i));
        ez_value_append(list, one);
    }
    return list;
}

// ---- rankings and dots ---------------------------------------------------------

static bool is_partial(const EzStep *step)
{
    int all = ez_value_count(ez_step_items(step));
    for (guint i = 0; i < step->inputs->len; i++) {
        int ranked = ez_value_count(value_of(step, i));
        if (ranked > 0 && ranked < all)
            return true;
    }
    return false;
}

// The first of n has n − 1 points and the last none. Where somebody left things out, the m that each ranked have m, m − 1 … 1 points (Emerson
// 2013, Social Choice and Welfare 40:353-358). ez.vote computes the same another way.
static double borda(const EzStep *step, const char *id)
{
    double score = 0;
    int last = is_partial(step) ? 1 : 0;
    for (guint i = 0; i < step->inputs->len; i++) {
        int ranked = ez_value_count(value_of(step, i));
        for (int k = 0; k < ranked; k++)
            if (strcmp(ez_value_string(ez_value_item(value_of(step, i), k), ""), id) == 0)
                score += ranked - k - 1 + last;
    }
    return score;
}

static double dots(const EzStep *step, const char *id)
{
    double sum = 0;
    for (guint i = 0; i < step->inputs->len; i++)
        sum += ez_value_number(ez_value_get(value_of(step, i), id), 0);
    return sum;
}

static double *score_items(const EzStep *step, double (*score)(const EzStep *, const char *))
{
    JsonNode *items = ez_step_items(step);
    int count = ez_value_count(items);
    double *scores = g_new0(double, MAX(count, 1));
    for (int i = 0; i < count; i++)
        scores[i] = score(step, id_of(items, i));
    return scores;
}

JsonNode *ez_fold_rank(const EzStep *step)
{
    JsonNode *items = ez_step_items(step), *result = ez_value_new_object(),
             *order = ez_value_new_list(), *scores = ez_value_new_object();
    int count = ez_value_count(items);
    g_autofree double *points = score_items(step, borda);
    g_autofree int *sorted = sort_items(points, count);
    for (int i = 0; i < count; i++) {
        ez_value_put_number(scores, id_of(items, i), points[i]);
        if (step->inputs->len > 0)
            ez_value_append(order, refer(sorted[i]));
    }
    JsonNode *ballots = ez_value_new_list();
    for (guint i = 0; i < step->inputs->len; i++)
        ez_value_append(ballots, json_node_ref(value_of(step, i)));
    ez_value_put(result, "ballots", ballots);
    ez_value_put(result, "order", order);
    ez_value_put(result, "scores", scores);
    ez_value_put_flag(result, "tie",
                      count > 1 && points[sorted[0]] > 0 &&
                          points[sorted[0]] == points[sorted[1]]);
    return result;
}

static double sum_of(const double *values, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += values[i];
    return sum;
}

JsonNode *ez_fold_vote(const EzStep *step)
{
    JsonNode *items = ez_step_items(step), *result = ez_value_new_object(),
             *top = ez_value_new_list();
    int count = ez_value_count(items);
    g_autofree double *cast = score_items(step, dots);
    g_autofree int *sorted = sort_items(cast, count);
    for (int i = 0; i < count && cast[sorted[i]] > 0; i++) {
        JsonNode *one = ez_value_new_object();
        ez_value_put(one, "item", refer(sorted[i]));
        ez_value_put_number(one, "dots", cast[sorted[i]]);
        ez_value_append(top, one);
    }
    bool tie = ez_value_count(top) > 1 && cast[sorted[0]] == cast[sorted[1]];
    ez_value_put(result, "top", top);
    ez_value_put_flag(result, "tie", tie);
    ez_value_put_number(result, "cast", sum_of(cast, count));
    ez_value_put_number(result, "possible", step->people * ez_step_purse(step));
    ez_value_put_number(result, "voters", step->inputs->len);
    return result;
}

// ---- piles and places ----------------------------------------------------------

static JsonNode *pile(const EzStep *step, JsonNode *given, int *n)
{
    JsonNode *items = ez_step_items(step), *ids = ez_value_get(given, "items"),
             *made = ez_value_new_object(), *list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(ids); i++)
        ez_value_append(
            list, refer(ez_step_find_item(items, ez_value_string(ez_value_item(ids, i), ""))));
    ez_value_put(made, "items", list);
    if (ez_value_get(given, "name") != NULL)
        ez_value_put(made, "name", answer(step, ++*n));
    return made;
}

// One arrangement for all: the last one.
JsonNode *ez_fold_piles(const EzStep *step)
{
    JsonNode *list = ez_value_new_list();
    guint count = step->inputs->len;
    JsonNode *last = count > 0 ? value_of(step, count - 1) : NULL;
    int n = 0;
    for (int i = 0; i < ez_value_count(last); i++)
        ez_value_append(list, pile(step, ez_value_item(last, i), &n));
    return list;
}

static void append_place(JsonNode *list, JsonNode *given, JsonNode *item)
{
    JsonNode *place = ez_value_new_object();
    static const char *const parts[] = {"zone", "x", "y"};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (ez_value_get(given, parts[i]) != NULL)
            ez_value_put(place, parts[i], json_node_ref(ez_value_get(given, parts[i])));
    if (item != NULL)
        ez_value_put(place, "item", item);
    ez_value_append(list, place);
}

// Of `items = "self"` everyone places themselves; else the last place of an item counts.
JsonNode *ez_fold_places(const EzStep *step)
{
    JsonNode *items = ez_step_option(step, "items"), *list = ez_value_new_list();
    bool self = items == NULL || !JSON_NODE_HOLDS_ARRAY(items);
    for (guint i = 0; self && i < step->inputs->len; i++)
        append_place(list, value_of(step, i), NULL);
    for (int k = 0; !self && k < ez_value_count(items); k++) {
        JsonNode *last = NULL;
        for (guint i = 0; i < step->inputs->len; i++) {
            JsonNode *place = ez_value_get(value_of(step, i), id_of(items, k));
            last = place != NULL ? place : last;
        }
        if (last != NULL)
            append_place(list, last, refer(k));
    }
    return list;
}
