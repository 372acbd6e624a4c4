// SPDX-License-Identifier: EUPL-1.2
// Seats for the people of a session: what they want is known from how they voted, their sector is their role.
#include "engine/run/seating.h"
#include "engine/run/session-private.h"

#include <math.h>
#include <string.h>

typedef struct Seating {
    const EzStep *step;
    JsonNode *topics;
    GPtrArray *people; // of EzPerson
    EzGuest *guests;
    EzSeatRules rules;
} Seating;

static int whole(const EzStep *step, const char *option)
{
    return (int)ez_value_number(ez_step_option(step, option), 1);
}

static int limit(const EzStep *step, int item)
{
    return (int)ez_value_number(ez_value_item(ez_step_option(step, "capacity"), item), 1);
}

// ---- what people want ----------------------------------------------------------

static bool tells_wants(const EzStep *step, JsonNode *topics)
{
    bool judged =
        strcmp(step->kind->word, "vote") == 0 || strcmp(step->kind->word, "rank") == 0;
    if (!judged || ez_step_is_anonymous(step) || ez_step_is_shared(step))
        return false;
    for (int i = 0; i < ez_value_count(topics); i++)
        if (ez_step_find_item(ez_step_items(step), ez_step_item_id(topics, i)) < 0)
            return false;
    return true;
}

// The last step before this one in which people voted on these topics, or ranked them, under their name or alias.
static const EzStep *find_votes(const EzSession *session, JsonNode *topics)
{
    for (guint i = session->steps->len; i-- > 0;)
        if (tells_wants(session->steps->pdata[i], topics))
            return session->steps->pdata[i];
    return NULL;
}

static double liking(JsonNode *value, const char *topic)
{
    for (int i = 0; i < ez_value_count(value); i++)
        if (strcmp(ez_value_string(ez_value_item(value, i), ""), topic) == 0)
            return ez_value_count(value) - i;
    return ez_value_number(ez_value_get(value, topic), 0);
}

// The topics that were liked, best first; of equals the one that stands first.
static int *wants_of(JsonNode *topics, JsonNode *value, int *count)
{
    int *list = g_new(int, ez_value_count(topics) + 1);
    *count = 0;
    for (int i = 0; i < ez_value_count(topics); i++) {
        double likes = liking(value, ez_step_item_id(topics, i));
        if (likes <= 0)
            continue;
        int at = (*count)++;
        for (; at > 0 && liking(value, ez_step_item_id(topics, list[at - 1])) < likes; at--)
            list[at] = list[at - 1];
        list[at] = i;
    }
    return list;
}

static int sector_of(const Seating *s, int person)
{
    const EzPerson *one = s->people->pdata[person];
    for (int i = 0; i < person; i++)
        if (g_strcmp0(((const EzPerson *)s->people->pdata[i])->role, one->role) == 0)
            return s->guests[i].sector;
    return person;
}

static void read_guests(Seating *s, const EzSession *session)
{
    const EzStep *votes = find_votes(session, s->topics);
    const char *government = ez_value_string(ez_step_option(s->step, "government"), "");
    s->guests = g_new0(EzGuest, MAX(s->people->len, 1));
    for (guint i = 0; i < s->people->len; i++) {
        const EzPerson *person = s->people->pdata[i];
        const EzInput *input = votes != NULL ? ez_step_input(votes, person->id) : NULL;
        EzGuest *guest = &s->guests[i];
        guest->wants =
            wants_of(s->topics, input != NULL ? input->value : NULL, &guest->n_wants);
        guest->sector = sector_of(s, (int)i);
        guest->government = g_strcmp0(person->role, government) == 0;
    }
}

static void free_guests(Seating *s)
{
    for (guint i = 0; i < s->people->len; i++)
        g_free((int *)s->guests[i].wants);
    g_free(s->guests);
}

// ---- what becomes of it --------------------------------------------------------

static JsonNode *refer(int topic)
{
    JsonNode *reference = ez_value_new_object();
    ez_value_put_number(reference, "#", topic + 1);
    ez_value_put_string(reference, "of", "topics");
    return reference;
}

static JsonNode *name_of(int number)
{
    JsonNode *name = ez_value_new_object();
    g_autofree char *nl = g_strdup_printf("Tafel %d", number);
    g_autofree char *en = g_strdup_printf("Table %d", number);
    ez_value_put_string(name, "nl", nl);
    ez_value_put_string(name, "en", en);
    return name;
}

static JsonNode *faults_of(const EzSeatTable *table)
{
    static const char *const words[] = {"low", "sectors", "government"};
    JsonNode *list = ez_value_new_list();
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if ((table->faults & 1u << i) != 0)
            ez_value_append(list, ez_value_new_string(words[i]));
    return list;
}

// A table can be a group that works apart.
static JsonNode *tell_table(const Seating *s, const EzSeatTable *table)
{
    JsonNode *told = ez_value_new_object(), *members = ez_value_new_list();
    g_autofree char *id = g_strdup_printf("r%dt%d", table->round + 1, table->number + 1);
    for (guint i = 0; i < table->guests->len; i++) {
        const EzPerson *person = s->people->pdata[g_array_index(table->guests, int, i)];
        ez_value_append(members, ez_value_new_string(person->id));
    }
    ez_value_put_string(told, "id", id);
    ez_value_put(told, "name", name_of(table->number + 1));
    ez_value_put_number(told, "table", table->number + 1);
    ez_value_put(told, "topic", refer(table->topic));
    ez_value_put_number(told, "n", table->guests->len);
    ez_value_put(told, "members", members);
    ez_value_put(told, "broken", faults_of(table));
    return told;
}

static JsonNode *tell(const Seating *s, const EzSeating *seating)
{
    JsonNode *result = ez_value_new_object(), *rounds = ez_value_new_list(),
             *left_out = ez_value_new_list();
    bool holds = true;
    for (int i = 0; i < s->rules.rounds; i++)
        ez_value_append(rounds, ez_value_new_list());
    for (guint i = 0; i < seating->tables->len; i++) {
        const EzSeatTable *table = seating->tables->pdata[i];
        ez_value_append(ez_value_item(rounds, table->round), tell_table(s, table));
        holds = holds && table->faults == 0;
    }
    for (int i = seating->placed; i < ez_value_count(s->topics); i++)
        ez_value_append(left_out, refer(i));
    ez_value_put(result, "rounds", rounds);
    ez_value_put(result, "left_out", left_out);
    ez_value_put_flag(result, "holds", holds);
    if (seating->first_or_second >= 0)
        ez_value_put_number(result, "first_or_second", seating->first_or_second);
    return result;
}

JsonNode *ez_session_seat(const EzSession *session, const char *group, const EzStep *step)
{
    Seating s = {.step = step,
                 .topics = ez_step_option(step, "topics"),
                 .people = ez_session_members(session, group),
                 .rules = {whole(step, "rounds"), whole(step, "tables"), limit(step, 0),
                           limit(step, 1), whole(step, "sectors"), 0.5}};
    read_guests(&s, session);
    g_autoptr(EzSeating) seating =
        ez_seating_new(s.guests, (int)s.people->len, ez_value_count(s.topics), &s.rules);
    JsonNode *result = tell(&s, seating);
    free_guests(&s);
    g_ptr_array_unref(s.people);
    return result;
}
