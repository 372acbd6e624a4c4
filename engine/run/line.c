// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/line.h"

#include "engine/base/nearest.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

// As nanoseconds they fit in 64 bits.
static const double MOST_SECONDS = 9e9;

static const char *const members[] = {"ev", "step", "by", "value", "at", "idem", "kind", NULL};

static bool refuse_near(GError **error, const char *what, const char *word,
                        const char *const *words)
{
    const char *near = ez_nearest(word, words);
    return near != NULL ? ez_value_refuse(error, "there is no %s \"%s\"; did you mean \"%s\"?",
                                          what, word, near)
                        : ez_value_refuse(error, "there is no %s \"%s\"", what, word);
}

static bool check_members(JsonNode *line, GError **error)
{
    if (!JSON_NODE_HOLDS_OBJECT(line))
        return ez_value_refuse(error, "a line is an object: {\"ev\":\"input\", …}");
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(line));
    for (GList *name = names; name != NULL; name = name->next)
        if (!g_strv_contains(members, name->data))
            return refuse_near(error, "member", name->data, members);
    return true;
}

static bool read_event(JsonNode *line, EzRow *row, GError **error)
{
    const char *names[EZ_EVENT_COUNT + 1] = {0};
    const char *name = ez_value_string(ez_value_get(line, "ev"), NULL);
    for (int i = 0; i < EZ_EVENT_COUNT; i++)
        names[i] = ez_event_kind((EzEvent)i)->name;
    if (name == NULL)
        return ez_value_refuse(error, "\"ev\" says what happened: \"input\", \"close\" …");
    row->event = ez_event_by_name(name);
    return row->event != EZ_EVENT_COUNT || refuse_near(error, "event", name, names);
}

static bool read_word(JsonNode *line, const char *name, EzArena *arena, const char **into,
                      GError **error)
{
    JsonNode *value = ez_value_get(line, name);
    const char *text = ez_value_string(value, NULL);
    *into = text != NULL && *text != '\0' ? ez_arena_intern(arena, text) : NULL;
    return value == NULL || text != NULL || ez_value_refuse(error, "\"%s\" is a text", name);
}

static bool read_at(JsonNode *line, EzRow *row, GError **error)
{
    JsonNode *value = ez_value_get(line, "at");
    double at = ez_value_number(value, -1);
    bool good = at >= 0 && at <= MOST_SECONDS && floor(at) == at;
    row->at = good ? (int64_t)at : -1;
    return value == NULL || good ||
           ez_value_refuse(error, "\"at\" is a whole number of seconds");
}

bool ez_line_read(const char *text, gssize length, EzArena *arena, EzRow *row, GError **error)
{
    g_autoptr(JsonNode) line = ez_value_read_room(text, length, error);
    *row = (EzRow){.at = -1};
    if (line == NULL || !check_members(line, error) || !read_event(line, row, error) ||
        !read_word(line, "step", arena, &row->key, error) ||
        !read_word(line, "by", arena, &row->by, error) ||
        !read_word(line, "idem", arena, &row->idem, error) ||
        !read_word(line, "kind", arena, &row->kind, error) || !read_at(line, row, error))
        return false;
    row->key = row->key != NULL ? row->key : "";
    JsonNode *value = ez_value_get(line, "value");
    if (value != NULL) {
        g_autofree char *canonical = ez_value_text(value);
        row->text = ez_arena_intern(arena, canonical);
    }
    return true;
}

static void put_word(JsonNode *line, const char *name, const char *word)
{
    if (word != NULL && *word != '\0')
        ez_value_put_string(line, name, word);
}

char *ez_line_write(const EzRow *row)
{
    g_autoptr(JsonNode) line = ez_value_new_object();
    put_word(line, "ev", ez_event_kind(row->event)->name);
    put_word(line, "step", row->key);
    put_word(line, "kind", row->kind);
    put_word(line, "by", row->by);
    put_word(line, "idem", row->idem);
    if (row->at >= 0)
        ez_value_put_number(line, "at", (double)row->at);
    JsonNode *value = row->text != NULL ? ez_value_read_whole(row->text, -1) : NULL;
    if (value != NULL)
        ez_value_put(line, "value", value);
    return ez_value_text(line);
}
