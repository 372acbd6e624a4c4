// SPDX-License-Identifier: EUPL-1.2
// What chance gives: drawn cards, groups, orders. The values go into the journal, so that another generator never changes an old session.
#include "engine/run/session_script-private.h"

#include <math.h>
#include <string.h>

static JsonNode *refer(int item)
{
    JsonNode *reference = ez_value_new_object();
    ez_value_put_number(reference, "#", item + 1);
    return reference;
}

// Durstenfeld 1964, Communications of the ACM 7(7):420.
static void shuffle(EzRng *rng, int *items, int count)
{
    for (int i = count - 1; i > 0; i--) {
        int with = (int)ez_rng_between(rng, 0, i);
        int kept = items[i];
        items[i] = items[with];
        items[with] = kept;
    }
}

static int whole(const EzStep *step, const char *option, int otherwise)
{
    return (int)ez_value_number(ez_step_option(step, option), otherwise);
}

// The numbers of those items that may be drawn.
static int *free_items(const EzSession *session, const EzStep *step, int *count)
{
    JsonNode *items = ez_step_option(step, "from");
    bool all = ez_value_flag(ez_step_option(step, "put_back"), false);
    int *list = g_new(int, MAX(ez_value_count(items), 1));
    *count = 0;
    for (int i = 0; i < ez_value_count(items); i++)
        if (all || !g_hash_table_contains(session->drawn, ez_step_item_id(items, i)))
            list[(*count)++] = i;
    return list;
}

// { items = references, drawn = ids }; all that there are stay in their order.
static JsonNode *draw(EzSession *session, const EzBranch *branch, const EzStep *step,
                      EzRng *rng)
{
    int count, n = whole(step, "n", 1);
    g_autofree int *list = free_items(session, step, &count);
    JsonNode *from = ez_step_option(step, "from"), *result = ez_value_new_object(),
             *cards = ez_value_new_list(), *ids = ez_value_new_list();
    if (n < ez_value_count(from))
        shuffle(rng, list, count);
    for (int i = 0; i < MIN(n, count); i++) {
        ez_value_append(cards, refer(list[i]));
        ez_value_append(ids, ez_value_new_string(ez_step_item_id(from, list[i])));
    }
    ez_value_put(result, "items", cards);
    ez_value_put(result, "drawn", ids);
    return result;
}

static JsonNode *deal(EzSession *session, const EzBranch *branch, const EzStep *step,
                      EzRng *rng)
{
    int count, next = 0, n = whole(step, "n", 1);
    g_autofree int *list = free_items(session, step, &count);
    JsonNode *from = ez_step_option(step, "from"), *to = ez_step_option(step, "to"),
             *result = ez_value_new_object(), *hands = ez_value_new_object(),
             *ids = ez_value_new_list();
    shuffle(rng, list, count);
    for (int i = 0; i < ez_value_count(to); i++) {
        JsonNode *hand = ez_value_new_list();
        for (int k = 0; k < n && next < count; k++, next++) {
            ez_value_append(hand, refer(list[next]));
            ez_value_append(ids, ez_value_new_string(ez_step_item_id(from, list[next])));
        }
        ez_value_put(hands, ez_step_item_id(to, i), hand);
    }
    ez_value_put(result, "items", hands);
    ez_value_put(result, "drawn", ids);
    return result;
}

static JsonNode *pick(EzSession *session, const EzBranch *branch, const EzStep *step,
                      EzRng *rng)
{
    int count = ez_value_count(ez_step_option(step, "from"));
    int n = MIN(whole(step, "n", count), count);
    g_autofree int *list = g_new(int, MAX(count, 1));
    for (int i = 0; i < count; i++)
        list[i] = i;
    shuffle(rng, list, count);
    JsonNode *result = ez_value_new_object(), *items = ez_value_new_list();
    for (int i = 0; i < n; i++)
        ez_value_append(items, refer(list[i]));
    ez_value_put(result, "items", items);
    return result;
}

// ---- groups --------------------------------------------------------------------

static int by_role(const void *a, const void *b)
{
    const EzPerson *one = *(EzPerson *const *)a, *two = *(EzPerson *const *)b;
    return g_strcmp0(one->role, two->role);
}

// Stable: g_ptr_array_sort is a merge sort no more in all versions, and few people stand here.
static void sort_by_role(GPtrArray *people)
{
    for (guint i = 1; i < people->len; i++)
        for (guint k = i; k > 0 && by_role(&people->pdata[k - 1], &people->pdata[k]) > 0; k--) {
            void *kept = people->pdata[k];
            people->pdata[k] = people->pdata[k - 1];
            people->pdata[k - 1] = kept;
        }
}

static void shuffle_people(EzRng *rng, GPtrArray *people)
{
    g_autofree int *order = g_new(int, MAX(people->len, 1));
    g_autofree void **kept = g_memdup2(people->pdata, people->len * sizeof(void *));
    for (guint i = 0; i < people->len; i++)
        order[i] = (int)i;
    shuffle(rng, order, (int)people->len);
    for (guint i = 0; i < people->len; i++)
        people->pdata[i] = kept[order[i]];
}

static int group_count(const EzStep *step, int people)
{
    int size = whole(step, "size", EZ_GROUP_USUAL), count = whole(step, "count", 0);
    int wanted = count > 0 ? count : (people + size - 1) / size;
    return MIN(wanted, people);
}

// Random and mixed people go round the groups; tables are neighbours in the order in which people came. So are those who may choose where
// to sit: that is a proposal, and an event "role" with a group moves who chose otherwise.
static int group_of(bool tables, int person, int people, int groups)
{
    return tables ? (int)((int64_t)person * groups / people) : person % groups;
}

static JsonNode *new_group(int number)
{
    JsonNode *group = ez_value_new_object(), *name = ez_value_new_object();
    g_autofree char *id = g_strdup_printf("g%d", number);
    g_autofree char *nl = g_strdup_printf("Groep %d", number);
    g_autofree char *en = g_strdup_printf("Group %d", number);
    ez_value_put_string(group, "id", id);
    ez_value_put_string(name, "nl", nl);
    ez_value_put_string(name, "en", en);
    ez_value_put(group, "name", name);
    ez_value_put(group, "members", ez_value_new_list());
    return group;
}

static JsonNode *split(EzSession *session, const EzBranch *branch, const EzStep *step,
                       EzRng *rng)
{
    g_autoptr(GPtrArray) people = ez_session_members(session, branch->group);
    const char *by = ez_value_string(ez_step_option(step, "by"), "random");
    bool tables = strcmp(by, "table") == 0 || strcmp(by, "choice") == 0;
    int count = group_count(step, (int)people->len);
    JsonNode *result = ez_value_new_object(), *groups = ez_value_new_list();
    if (!tables)
        shuffle_people(rng, people);
    if (strcmp(by, "mix") == 0)
        sort_by_role(people);
    for (int i = 0; i < count; i++)
        ez_value_append(groups, new_group(i + 1));
    for (guint i = 0; i < people->len; i++) {
        const EzPerson *person = people->pdata[i];
        int into = group_of(tables, (int)i, (int)people->len, count);
        ez_value_append(ez_value_get(ez_value_item(groups, into), "members"),
                        ez_value_new_string(person->id));
    }
    for (int i = 0; i < count; i++) {
        JsonNode *group = ez_value_item(groups, i);
        ez_value_put_number(group, "n", ez_value_count(ez_value_get(group, "members")));
    }
    ez_value_put(result, "groups", groups);
    return result;
}

static JsonNode *seat(EzSession *session, const EzBranch *branch, const EzStep *step,
                      EzRng *rng)
{
    return ez_session_seat(session, branch->group, step);
}

// ---- numbers -------------------------------------------------------------------

static JsonNode *count_people(EzSession *session, const EzBranch *branch, const EzStep *step,
                              EzRng *rng)
{
    g_autoptr(GPtrArray) people = ez_session_members(session, branch->group);
    JsonNode *result = ez_value_new_object(), *roles = ez_value_new_object();
    for (guint i = 0; i < people->len; i++) {
        const char *role = ((const EzPerson *)people->pdata[i])->role;
        if (role != NULL)
            ez_value_put_number(roles, role, ez_value_number(ez_value_get(roles, role), 0) + 1);
    }
    ez_value_put_number(result, "n", people->len);
    ez_value_put(result, "by_role", roles);
    return result;
}

static JsonNode *seed(EzSession *session, const EzBranch *branch, const EzStep *step,
                      EzRng *rng)
{
    return ez_value_new_number((double)ez_rng_between(rng, 1, G_MAXINT32));
}

typedef JsonNode *(*Chance)(EzSession *, const EzBranch *, const EzStep *, EzRng *);
static const struct {
    const char *word;
    Chance give;
} chances[] = {
    {"draw", draw},   {"deal", deal}, {"pick", pick},           {"shuffle", pick},
    {"split", split}, {"seat", seat}, {"people", count_people}, {"seed", seed},
};

JsonNode *ez_script_chance(EzScript *script, const EzBranch *branch, const EzStep *step,
                           GError **error)
{
    EzRng rng = ez_session_chance(script->session, step->key);
    for (gsize i = 0; i < G_N_ELEMENTS(chances); i++)
        if (strcmp(chances[i].word, step->kind->word) == 0)
            return chances[i].give(script->session, branch, step, &rng);
    g_assert_not_reached();
}
