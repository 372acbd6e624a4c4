// SPDX-License-Identifier: EUPL-1.2
// Bots play an exercise on disk, and its file is copied at every commit. From each copy the session is resumed and the rest of the same events is
// done again: the report and the journal are the same, byte for byte.
//
// Usage: snapshot [SEEDS]
#include "engine/report/report.h"
#include "engine/run/line.h"
#include "engine/run/live.h"
#include "engine/run/shown.h"
#include "engine/run/trial-private.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_sources.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE = 3, SECONDS = 30, MOST_EVENTS = 600, MOST_REWINDS = 2 };

static int seeds = 1;

static const char *const exercises[] = {
    "scripts/organisation/rollentrap.lua",
    "scripts/nature/vraag-het-de-natuur.lua",
    "scripts/nature/zwermbesluit.lua",
};

typedef struct Event {
    EzRow row;
    int64_t at;
} Event;

// The file as a commit left it; `event` was going on then.
typedef struct Copy {
    guint event;
    GBytes *file, *wal;
} Copy;

typedef struct Walk {
    char *folder, *path;
    EzArena *arena; // of the events' texts
    GArray *events; // of Event
    GArray *copies; // of Copy
    gsize seen;     // bytes of the WAL that were copied
    EzLive *live;
    EzBot bot;
    int64_t now; // of the clock, in seconds
    int came, rewinds;
} Walk;

static int64_t read_clock(void *data)
{
    return *(int64_t *)data * 1000 * 1000 * 1000;
}

// ---- copies --------------------------------------------------------------------

// Of SQLite's WAL: a head with the size of a page and a salt; frames, of which the last of a commit has a size of the file.
enum { WAL_HEAD = 32, FRAME_HEAD = 24, PAGE_SIZE_AT = 8, SALT_AT = 16, SALT = 8 };

static guint32 big_endian(const guint8 *at)
{
    return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static GBytes *read_bytes(const char *path)
{
    char *text = NULL;
    gsize length = 0;
    return g_file_get_contents(path, &text, &length, NULL) ? g_bytes_new_take(text, length)
                                                           : g_bytes_new(NULL, 0);
}

static GBytes *read_wal(const char *path)
{
    g_autofree char *wal = g_strconcat(path, "-wal", NULL);
    return read_bytes(wal);
}

static void add_copy(Walk *walk, GBytes *file, GBytes *wal, gsize size)
{
    Copy copy = {walk->events->len, g_bytes_ref(file), g_bytes_new_from_bytes(wal, 0, size)};
    g_array_append_val(walk->copies, copy);
}

// Where commits end behind what was seen: each is a copy.
static void add_commits(Walk *walk, GBytes *file, GBytes *wal)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(wal, &size);
    gsize page = size >= WAL_HEAD ? big_endian(bytes + PAGE_SIZE_AT) : 0;
    for (gsize at = WAL_HEAD; page > 0 && at + FRAME_HEAD + page <= size;
         at += FRAME_HEAD + page) {
        gsize end = at + FRAME_HEAD + page;
        bool valid = memcmp(bytes + at + 8, bytes + SALT_AT, SALT) == 0;
        if (!valid)
            break;
        if (big_endian(bytes + at + 4) == 0 || end <= walk->seen)
            continue;
        add_copy(walk, file, wal, end);
        walk->seen = end;
    }
}

static const Copy *last_copy(const Walk *walk)
{
    return walk->copies->len > 0 ? &g_array_index(walk->copies, Copy, walk->copies->len - 1)
                                 : NULL;
}

// Once pages have gone from the WAL to the file, only the whole of both is what a commit left.
static void copy_commits(Walk *walk)
{
    g_autoptr(GBytes) file = read_bytes(walk->path), wal = read_wal(walk->path);
    const Copy *last = last_copy(walk);
    if (last != NULL && g_bytes_equal(last->file, file) &&
        g_bytes_get_size(wal) >= walk->seen) {
        add_commits(walk, last->file, wal);
        return;
    }
    add_copy(walk, file, wal, g_bytes_get_size(wal));
    walk->seen = g_bytes_get_size(wal);
}

static void put_bytes(const char *path, GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_assert_true(g_file_set_contents(path, size > 0 ? data : "", (gssize)size, NULL));
}

static void put_copy(const Copy *copy, const char *path)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *file = g_strconcat(path, ends[i], NULL);
        g_unlink(file);
    }
    g_autofree char *wal = g_strconcat(path, "-wal", NULL);
    put_bytes(path, copy->file);
    put_bytes(wal, copy->wal);
}

// ---- events --------------------------------------------------------------------

static void keep(Walk *walk, const EzRow *row)
{
    Event event = {*row, walk->now};
    const char **texts[] = {&event.row.key, &event.row.by, &event.row.idem, &event.row.text};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        *texts[i] = ez_arena_intern(walk->arena, *texts[i]);
    g_array_append_val(walk->events, event);
}

static void flush(EzLive *live)
{
    g_autoptr(GError) error = NULL;
    if (!ez_live_flush(live, &error))
        g_error("%s", error->message);
}

// False when it was refused: then it did not happen. The value is taken.
static bool act(Walk *walk, EzEvent event, const char *key, const char *by, JsonNode *value)
{
    g_autoptr(JsonNode) said = value;
    g_autofree char *text = said != NULL ? ez_value_text(said) : NULL;
    g_autofree char *idem = g_strdup_printf("e%u", walk->events->len);
    g_autoptr(GError) error = NULL;
    EzRow row = {.event = event,
                 .key = ez_arena_intern(walk->arena, key),
                 .by = by,
                 .text = text,
                 .idem = idem,
                 .at = -1};
    walk->now += SECONDS;
    if (!ez_live_do(walk->live, &row, NULL, NULL, NULL, &error)) {
        if (error->domain == EZ_STORE_ERROR ||
            g_error_matches(error, EZ_SESSION_ERROR, EZ_SESSION_SCRIPT))
            g_error("%s %s: %s", ez_event_kind(event)->name, row.key, error->message);
        return false;
    }
    flush(walk->live);
    copy_commits(walk);
    keep(walk, &row);
    return true;
}

static const EzSession *session_of(const Walk *walk)
{
    return ez_live_session(walk->live);
}

static void join_new(Walk *walk)
{
    g_autofree char *id = g_strdup_printf("p%d", ++walk->came);
    act(walk, EZ_EVENT_JOIN, "", id, NULL);
}

static void come_or_go(Walk *walk)
{
    const EzPerson *person = ez_session_person(
        session_of(walk), ez_bot_below(&walk->bot, ez_session_person_count(session_of(walk))));
    g_autofree char *id = g_strdup(person->id);
    act(walk, person->here ? EZ_EVENT_LEAVE : EZ_EVENT_JOIN, "", id, NULL);
}

static void go_back(Walk *walk)
{
    int step = ez_bot_below(&walk->bot, ez_session_step_count(session_of(walk)));
    g_autofree char *key = g_strdup(ez_session_step(session_of(walk), step)->key);
    walk->rewinds += act(walk, EZ_EVENT_REWIND, key, NULL, NULL);
}

static void stir(Walk *walk)
{
    if (ez_bot_chance(&walk->bot, 8))
        join_new(walk);
    if (ez_bot_chance(&walk->bot, 8))
        come_or_go(walk);
    if (ez_bot_chance(&walk->bot, 5))
        act(walk, EZ_EVENT_PAUSE, "", NULL, ez_value_new_flag(true));
    if (walk->rewinds < MOST_REWINDS && ez_bot_chance(&walk->bot, 5))
        go_back(walk);
}

static void speak(Walk *walk, const EzStep *step, const char *by)
{
    static const EzEvent events[] = {EZ_EVENT_UNDO, EZ_EVENT_WITHDRAW, EZ_EVENT_DONE};
    JsonNode *answer = ez_bot_answer(&walk->bot, step);
    if (answer == NULL || !act(walk, EZ_EVENT_INPUT, step->key, by, answer))
        return;
    for (gsize i = 0; by != NULL && i < G_N_ELEMENTS(events); i++)
        if (ez_bot_chance(&walk->bot, 8))
            act(walk, events[i], step->key, by, NULL);
}

static void speak_all(Walk *walk, const EzStep *step)
{
    bool secret = ez_step_is_anonymous(step);
    if (step->kind->answerer != EZ_BY_PEOPLE || ez_step_is_shared(step)) {
        speak(walk, step, EZ_FACILITATOR);
        return;
    }
    for (int i = 0; i < ez_session_person_count(session_of(walk)); i++) {
        const EzPerson *person = ez_session_person(session_of(walk), i);
        if (person->here && ez_session_may_answer(session_of(walk), step, person->id) &&
            !ez_bot_chance(&walk->bot, 15))
            speak(walk, step, secret ? NULL : person->id);
    }
}

static void work(Walk *walk, const EzStep *step)
{
    const char *key = ez_arena_intern(walk->arena, step->key);
    if (ez_bot_chance(&walk->bot, 5))
        act(walk, EZ_EVENT_EXTEND, step->key, NULL, ez_value_new_number(60));
    if (!ez_bot_chance(&walk->bot, 5))
        speak_all(walk, step);
    if (ez_bot_chance(&walk->bot, 4) || !act(walk, EZ_EVENT_CLOSE, key, NULL, NULL))
        g_assert_true(act(walk, EZ_EVENT_SKIP, key, NULL, NULL));
}

static const EzStep *first_open(const EzSession *session)
{
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *step = ez_session_step(session, i);
        if (step->state == EZ_STEP_OPEN && ez_value_flag(ez_step_option(step, "wait"), true))
            return step;
    }
    return NULL;
}

static void play(Walk *walk)
{
    for (int i = 0; i < PEOPLE; i++)
        join_new(walk);
    while (!ez_session_is_finished(session_of(walk)) && walk->events->len < MOST_EVENTS) {
        stir(walk);
        const EzStep *step = first_open(session_of(walk));
        if (step != NULL)
            work(walk, step);
    }
    g_assert_true(ez_session_is_finished(session_of(walk)));
}

// ---- the end -------------------------------------------------------------------

// The report and the journal, as the program writes them; owned by the caller.
static char *report(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    if (shown == NULL)
        g_error("%s", error->message);
    g_autoptr(EzReport) report =
        ez_report_new(ez_shown_session(shown), &(EzReportOptions){"nl", false});
    g_autofree char *words = ez_report_markdown(report);
    GString *all = g_string_new(words);
    int count;
    const EzRow *rows = ez_shown_rows(shown, &count);
    for (int i = 0; i < count; i++) {
        g_autofree char *line = ez_line_write(&rows[i]);
        g_string_append_printf(all, "%s\n", line);
    }
    return g_string_free(all, FALSE);
}

// Where the copy stands, and the events from there on, at their time.
static void go_on(const Walk *walk, const Copy *copy, const char *path)
{
    int64_t now = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(EzLive) live =
        ez_live_open(path, &(EzStoreOptions){.clock = {read_clock, &now}}, &error);
    if (live == NULL)
        g_error("%s", error->message);
    int64_t before = ez_live_time(live);
    for (guint i = copy->event; i < walk->events->len; i++) {
        const Event *event = &g_array_index(walk->events, Event, i);
        now = MAX(now, event->at - before);
        if (!ez_live_has(live, event->row.idem) &&
            !ez_live_do(live, &event->row, NULL, NULL, NULL, &error))
            g_error("event %u: %s", i, error->message);
    }
    flush(live);
}

static void check_copy(const Walk *walk, const Copy *copy, const char *wanted)
{
    g_autofree char *path = g_build_filename(walk->folder, "copy.ezsession", NULL);
    put_copy(copy, path);
    go_on(walk, copy, path);
    g_autofree char *found = report(path);
    g_assert_cmpstr(found, ==, wanted);
}

static void clear_copy(void *data)
{
    Copy *copy = data;
    g_bytes_unref(copy->file);
    g_bytes_unref(copy->wal);
}

static void begin(Walk *walk, const EzTestSources *sources, uint64_t seed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) start = ez_value_new_object();
    JsonNode *params = ez_value_new_object();
    ez_value_put(start, "params", params);
    ez_value_put_flag(params, "partners", seed % 2 == 0);
    ez_value_put_flag(params, "anonymous", seed % 2 == 0);
    *walk = (Walk){.folder = ez_test_memory_folder(), .arena = ez_arena_new()};
    walk->path = g_build_filename(walk->folder, "walk.ezsession", NULL);
    walk->events = g_array_new(FALSE, FALSE, sizeof(Event));
    walk->copies = g_array_new(FALSE, FALSE, sizeof(Copy));
    g_array_set_clear_func(walk->copies, clear_copy);
    ez_rng_seed(&walk->bot.rng, seed);
    walk->live = ez_live_create(walk->path, sources->list, sources->count, seed, start,
                                &(EzStoreOptions){.clock = {read_clock, &walk->now}}, &error);
    if (walk->live == NULL)
        g_error("%s", error->message);
    copy_commits(walk);
}

static void end(Walk *walk)
{
    g_clear_pointer(&walk->live, ez_live_free);
    g_array_unref(walk->copies);
    g_array_unref(walk->events);
    ez_arena_free(walk->arena);
    ez_test_remove(walk->folder);
    g_free(walk->path);
}

// Gives how many copies there were.
static guint walk_once(const EzTestSources *sources, uint64_t seed)
{
    Walk walk;
    begin(&walk, sources, seed);
    play(&walk);
    g_clear_pointer(&walk.live, ez_live_free);
    g_autofree char *wanted = report(walk.path);
    for (guint i = 0; i < walk.copies->len; i++)
        check_copy(&walk, &g_array_index(walk.copies, Copy, i), wanted);
    guint copies = walk.copies->len;
    g_assert_cmpuint(copies, >, walk.events->len);
    end(&walk);
    return copies;
}

static void test_copies(const void *data)
{
    g_auto(EzTestSources) sources = {0};
    guint copies = 0;
    ez_test_sources_add_file(&sources, data, data);
    ez_test_sources_add_decks(&sources);
    gint64 began = g_get_monotonic_time();
    for (int seed = 1; seed <= seeds; seed++)
        copies += walk_once(&sources, (uint64_t)seed);
    g_test_message("%d seeds, %u copies, %.1f s", seeds, copies,
                   (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    if (argc > 1)
        seeds = atoi(argv[1]);
    g_test_add_data_func("/snapshot/O1", exercises[0], test_copies);
    g_test_add_data_func("/snapshot/B1", exercises[1], test_copies);
    g_test_add_data_func("/snapshot/B4", exercises[2], test_copies);
    return g_test_run();
}
