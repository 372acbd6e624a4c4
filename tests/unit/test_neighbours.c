// SPDX-License-Identifier: EUPL-1.2
// Two sessions in one process: what the script of one does, the other never notices.
#include "engine/run/line.h"
#include "engine/run/live.h"
#include "engine/run/shown.h"
#include "tests/support/hostile.h"
#include "tests/support/test_kit.h"

#include <string.h>

typedef struct Seat {
    char *path;
    GBytes *script;
    EzLive *live;
} Seat;

static int64_t stand_still(void *data)
{
    return 0;
}

static void sit(Seat *seat, const char *folder, const char *name, const char *lua)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) start = ez_value_new_object();
    char *text = ez_hostile_exercise(name, lua);
    seat->path = g_build_filename(folder, name, NULL);
    seat->script = g_bytes_new_take(text, strlen(text));
    EzPinned source = {"scripts/test/walk.lua", seat->script};
    seat->live = ez_live_create(seat->path, &source, 1, 7, start,
                                &(EzStoreOptions){.clock = {stand_still, NULL}}, &error);
    g_assert_no_error(error);
}

static void leave(Seat *seat)
{
    ez_live_free(seat->live);
    g_bytes_unref(seat->script);
    g_free(seat->path);
}

static bool try_line(Seat *seat, const char *line, GError **error)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzRow row;
    return ez_line_read(line, -1, arena, &row, error) &&
           ez_live_do(seat->live, &row, NULL, NULL, NULL, error);
}

static void act(Seat *seat, const char *line)
{
    g_autoptr(GError) error = NULL;
    if (!try_line(seat, line, &error))
        g_error("%s: %s", line, error->message);
}

// What the session is, in memory and on disk.
static char *state_of(const Seat *seat)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(ez_live_flush(seat->live, &error));
    g_autoptr(EzShown) shown = ez_shown_open(seat->path, &error);
    g_assert_no_error(error);
    g_autofree char *one = ez_session_digest(ez_live_session(seat->live)),
                    *two = ez_session_digest(ez_shown_session(shown));
    g_assert_cmpstr(one, ==, two);
    return g_steal_pointer(&one);
}

static const char *const lines[] = {
    "{\"ev\":\"join\",\"by\":\"p1\"}",
    "{\"ev\":\"input\",\"step\":\"/a#1\",\"by\":\"p1\",\"value\":[\"moss\"]}",
    "{\"ev\":\"close\",\"step\":\"/a#1\"}",
    "{\"ev\":\"input\",\"step\":\"/b#1\",\"by\":\"p1\",\"value\":[\"ant\"]}",
    "{\"ev\":\"close\",\"step\":\"/b#1\"}",
};
enum { LINES = G_N_ELEMENTS(lines), STOPS_AT = 2 };

static char *state_alone(const char *folder)
{
    Seat seat;
    sit(&seat, folder, "alone", NULL);
    for (int i = 0; i < LINES; i++)
        act(&seat, lines[i]);
    char *state = state_of(&seat);
    leave(&seat);
    return state;
}

// The other tries its mischief at each turn from where it can.
static void disturb(Seat *other, int turn)
{
    g_autofree char *before = state_of(other);
    g_autoptr(GError) error = NULL;
    if (turn < STOPS_AT) {
        act(other, lines[turn]);
        return;
    }
    g_assert_false(try_line(other, lines[STOPS_AT], &error));
    g_assert_error(error, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT);
    g_autofree char *place = g_strdup_printf("scripts/test/walk.lua:%d:", EZ_HOSTILE_LINE);
    if (!g_str_has_prefix(error->message, place))
        g_error("%s", error->message);
    g_autofree char *after = state_of(other);
    g_assert_cmpstr(before, ==, after);
}

static void test_neighbours(const void *data)
{
    const EzHostile *hostile = data;
    char *folder = ez_test_memory_folder(), *another = ez_test_memory_folder();
    g_autofree char *wanted = state_alone(another);
    Seat good, bad;
    sit(&good, folder, "alone", NULL);
    sit(&bad, folder, "hostile", hostile->lua);
    for (int i = 0; i < LINES; i++) {
        if (i != STOPS_AT + 1)
            disturb(&bad, i);
        act(&good, lines[i]);
    }
    g_autofree char *found = state_of(&good);
    g_assert_cmpstr(found, ==, wanted);
    leave(&good);
    leave(&bad);
    ez_test_remove(folder);
    ez_test_remove(another);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (const EzHostile *each = ez_hostile; each->name != NULL; each++) {
        g_autofree char *path = g_strdup_printf("/neighbours/%s", each->name);
        g_test_add_data_func(path, each, test_neighbours);
    }
    return g_test_run();
}
