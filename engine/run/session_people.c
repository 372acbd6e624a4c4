// SPDX-License-Identifier: EUPL-1.2
// Who takes part, and who works with whom.
#include "engine/run/session-private.h"

#include <string.h>

static void free_person(void *data)
{
    EzPerson *person = data;
    g_free(person->id);
    g_free(person->role);
    g_free(person->locale);
    g_free(person);
}

static void free_group(void *data)
{
    EzGroup *group = data;
    g_free(group->id);
    g_ptr_array_unref(group->members);
    g_free(group);
}

void ez_session_init_people(EzSession *session)
{
    session->people = g_ptr_array_new_with_free_func(free_person);
    session->person_by_id = g_hash_table_new(g_str_hash, g_str_equal);
    session->groups = g_ptr_array_new_with_free_func(free_group);
}

void ez_session_free_people(EzSession *session)
{
    g_hash_table_unref(session->person_by_id);
    g_ptr_array_unref(session->people);
    g_ptr_array_unref(session->groups);
}

const EzPerson *ez_session_find_person(const EzSession *session, const char *id)
{
    return id != NULL ? g_hash_table_lookup(session->person_by_id, id) : NULL;
}

static EzPerson *find_here(const EzSession *session, const EzRow *row, GError **error)
{
    EzPerson *person =
        row->by != NULL ? g_hash_table_lookup(session->person_by_id, row->by) : NULL;
    if (person == NULL)
        ez_refuse(error, EZ_REFUSE_NOBODY_CALLED, "name", row->by, NULL);
    return person;
}

// ---- groups --------------------------------------------------------------------

static bool is_member(const EzGroup *group, const char *id)
{
    return g_ptr_array_find_with_equal_func(group->members, id, g_str_equal, NULL);
}

const EzGroup *ez_session_group(const EzSession *session, const char *id)
{
    for (guint i = session->groups->len; id != NULL && i-- > 0;) {
        const EzGroup *group = session->groups->pdata[i];
        if (strcmp(group->id, id) == 0)
            return group;
    }
    return NULL;
}

// Who is in no group of these goes to the smallest of them; of equals to the first.
static void place_among(EzSession *session, const EzPerson *person, int generation)
{
    EzGroup *smallest = NULL;
    for (guint i = 0; i < session->groups->len; i++) {
        EzGroup *group = session->groups->pdata[i];
        if (group->generation != generation)
            continue;
        if (is_member(group, person->id))
            return;
        if (smallest == NULL || group->members->len < smallest->members->len)
            smallest = group;
    }
    if (smallest != NULL)
        g_ptr_array_add(smallest->members, g_strdup(person->id));
}

static void place(EzSession *session, const EzPerson *person)
{
    for (int i = session->oldest; i <= session->generation; i++)
        place_among(session, person, i);
}

static void place_all(EzSession *session)
{
    for (guint i = 0; i < session->people->len; i++) {
        const EzPerson *person = session->people->pdata[i];
        if (person->here)
            place(session, person);
    }
}

void ez_session_regroup(EzSession *session, JsonNode *groups, bool more)
{
    session->generation++;
    session->oldest = more ? session->oldest : session->generation;
    for (int i = 0; i < ez_value_count(groups); i++) {
        JsonNode *given = ez_value_item(groups, i), *ids = ez_value_get(given, "members");
        EzGroup *group = g_new0(EzGroup, 1);
        group->id = g_strdup(ez_value_string(ez_value_get(given, "id"), ""));
        group->generation = session->generation;
        group->members = g_ptr_array_new_with_free_func(g_free);
        for (int k = 0; k < ez_value_count(ids); k++)
            g_ptr_array_add(group->members,
                            g_strdup(ez_value_string(ez_value_item(ids, k), "")));
        g_ptr_array_add(session->groups, group);
    }
    place_all(session);
}

static void leave_generation(EzSession *session, const EzPerson *person, int generation)
{
    guint at;
    for (guint i = 0; i < session->groups->len; i++) {
        EzGroup *group = session->groups->pdata[i];
        if (group->generation == generation &&
            g_ptr_array_find_with_equal_func(group->members, person->id, g_str_equal, &at))
            g_ptr_array_remove_index(group->members, at);
    }
}

// Goes to another group of the last split. Where a journal is played, the split may have been rewound: then there is nothing to do.
static bool move(EzSession *session, const EzPerson *person, const char *id, GError **error)
{
    EzGroup *group = (EzGroup *)ez_session_group(session, id);
    bool last = group != NULL && group->generation >= session->oldest;
    if (!last)
        return session->tape != NULL || ez_refuse(error, EZ_REFUSE_NO_GROUP, "name", id, NULL);
    leave_generation(session, person, group->generation);
    g_ptr_array_add(group->members, g_strdup(person->id));
    return true;
}

GPtrArray *ez_session_members(const EzSession *session, const char *group)
{
    const EzGroup *only = ez_session_group(session, group);
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < session->people->len; i++) {
        EzPerson *person = session->people->pdata[i];
        if (person->here && (only == NULL || is_member(only, person->id)))
            g_ptr_array_add(list, person);
    }
    return list;
}

// ---- coming and going ----------------------------------------------------------

static void take_words(EzPerson *person, JsonNode *words)
{
    const char *role = ez_value_string(ez_value_get(words, "role"), NULL);
    const char *locale = ez_value_string(ez_value_get(words, "locale"), NULL);
    if (role != NULL) {
        g_free(person->role);
        person->role = g_strdup(role);
    }
    if (locale != NULL) {
        g_free(person->locale);
        person->locale = g_strdup(locale);
    }
}

static JsonNode *read_words(const EzRow *row)
{
    JsonNode *words = row->text != NULL ? ez_value_read(row->text, -1, NULL) : NULL;
    return words != NULL ? words : ez_value_new_object();
}

bool ez_session_join(EzSession *session, const EzRow *row, GError **error)
{
    if (row->by == NULL || *row->by == '\0' || strcmp(row->by, EZ_FACILITATOR) == 0)
        return ez_refuse(error, EZ_REFUSE_JOINS_WITHOUT_NAME, NULL);
    EzPerson *person = g_hash_table_lookup(session->person_by_id, row->by);
    if (person == NULL) {
        person = g_new0(EzPerson, 1);
        person->id = g_strdup(row->by);
        g_ptr_array_add(session->people, person);
        g_hash_table_insert(session->person_by_id, person->id, person);
    }
    g_autoptr(JsonNode) words = read_words(row);
    take_words(person, words);
    person->here = true;
    place(session, person);
    return true;
}

bool ez_session_leave(EzSession *session, const EzRow *row, GError **error)
{
    EzPerson *person = find_here(session, row, error);
    if (person != NULL)
        person->here = false;
    return person != NULL;
}

bool ez_session_role(EzSession *session, const EzRow *row, GError **error)
{
    EzPerson *person = find_here(session, row, error);
    if (person == NULL)
        return false;
    g_autoptr(JsonNode) words = read_words(row);
    const char *group = ez_value_string(ez_value_get(words, "group"), NULL);
    if (group != NULL && !move(session, person, group, error))
        return false;
    take_words(person, words);
    return true;
}

// ---- asking --------------------------------------------------------------------

int ez_session_person_count(const EzSession *session)
{
    return (int)session->people->len;
}

const EzPerson *ez_session_person(const EzSession *session, int person)
{
    return session->people->pdata[person];
}

int ez_session_people(const EzSession *session)
{
    g_autoptr(GPtrArray) all = ez_session_members(session, NULL);
    return (int)all->len;
}

bool ez_session_may_answer(const EzSession *session, const EzStep *step, const char *person)
{
    if (person == NULL || strcmp(person, EZ_FACILITATOR) == 0)
        return true;
    const EzPerson *known = ez_session_find_person(session, person);
    const EzGroup *group = ez_session_group(session, step->group);
    return known != NULL && step->kind->answerer == EZ_BY_PEOPLE &&
           (group == NULL || is_member(group, person));
}

int ez_session_may_answer_count(const EzSession *session, const EzStep *step)
{
    g_autoptr(GPtrArray) list = ez_session_members(session, step->group);
    return (int)list->len;
}

const char *ez_session_group_of(const EzSession *session, const char *person)
{
    for (guint i = session->groups->len; i-- > 0;) {
        const EzGroup *group = session->groups->pdata[i];
        if (group->generation == session->generation && is_member(group, person))
            return group->id;
    }
    return NULL;
}
