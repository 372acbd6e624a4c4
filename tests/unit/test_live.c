// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "engine/run/line.h"
#include "engine/run/live.h"
#include "engine/run/shown.h"
#include "tests/support/test_kit.h"

#include <glib/gstdio.h>
#include <string.h>

#define T "{ nl = 'Vraag', en = 'Question' }"
static const char exercise[] =
    "return exercise { id = 'walk', run = function(s)"
    " local found = s.ask('idea', " T ", { who = 'anonymous', per = 2 })"
    " local sure = s.scale('sure', " T ")"
    " if sure.n > 0 and sure.median == 1 then while true do end end"
    " s.split('teams', " T ", { size = 2 })"
    " s.say('end', " T ")"
    " s.harvest('ideas', " T ", found) end }";

typedef struct Bench {
    char *folder, *path;
    EzPinned source;
    EzLive *live;
    int64_t now;
    int acks, errors;
} Bench;

static int64_t now(void *data)
{
    return ((Bench *)data)->now * 1000 * 1000 * 1000;
}

static void open_again(Bench *b)
{
    g_autoptr(GError) error = NULL;
    g_clear_pointer(&b->live, ez_live_free);
    b->live = ez_live_open(b->path, &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
}

static void begin_with(Bench *b, const char *script, JsonNode *start)
{
    g_autoptr(GError) error = NULL;
    *b = (Bench){.folder = g_dir_make_tmp("ezlive-XXXXXX", NULL)};
    b->path = g_build_filename(b->folder, "walk.ezsession", NULL);
    b->source = (EzPinned){"scripts/test/walk.lua", g_bytes_new(script, strlen(script))};
    b->live = ez_live_create(b->path, &b->source, 1, 7, start,
                             &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
}

static void begin(Bench *b, const char *script)
{
    g_autoptr(JsonNode) start = ez_value_new_object();
    begin_with(b, script, start);
}

static void set_up(Bench *b)
{
    begin(b, exercise);
}

static void tear_down(Bench *b)
{
    ez_live_free(b->live);
    ez_test_remove(b->folder);
    g_bytes_unref(b->source.bytes);
    g_free(b->path);
}

static void on_ack(const EzAcknowledgement *ack, void *data)
{
    Bench *b = data;
    b->acks += ack->error == NULL;
    b->errors += ack->error != NULL;
}

static bool try_line(Bench *b, const char *line, GError **error)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autofree char *text = g_strdelimit(g_strdup(line), "'", '"');
    EzRow row;
    return ez_line_read(text, -1, arena, &row, error) &&
           ez_live_do(b->live, &row, NULL, on_ack, b, error);
}

static void act(Bench *b, const char *line)
{
    g_autoptr(GError) error = NULL;
    if (!try_line(b, line, &error))
        g_error("%s: %s", line, error->message);
}

static void refuse(Bench *b, const char *line, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(try_line(b, line, &error));
    if (strstr(error->message, words) == NULL)
        g_error("%s: \"%s\" lacks \"%s\"", line, error->message, words);
}

static void flush(Bench *b)
{
    g_autoptr(GError) error = NULL;
    bool good = ez_live_flush(b->live, &error);
    g_assert_no_error(error);
    g_assert_true(good);
}

static char *file_digest(Bench *b)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(b->path, &error);
    g_assert_no_error(error);
    return ez_session_digest(ez_shown_session(shown));
}

static void test_resumes(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'join','by':'p1'}");
    act(&b, "{'ev':'join','by':'p2'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['tree','moss'],'idem':'i1'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['ant']}");
    refuse(&b, "{'ev':'input','step':'/idea#1','by':'p1','value':['x']}", "names nobody");
    refuse(&b, "{'ev':'input','step':'/idea#1','value':['1','2','3']}", "2 at most");
    flush(&b);
    g_assert_cmpint(b.acks, ==, 4);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 2);
    open_again(&b);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 2);
    b.now = 60;
    act(&b, "{'ev':'close','step':'/idea#1'}");
    flush(&b);
    g_assert_cmpstr(ez_session_answer(ez_live_session(b.live), "/idea#1/1"), ==, "ant");
    g_autofree char *live = ez_session_digest(ez_live_session(b.live));
    g_autofree char *shown = file_digest(&b);
    g_assert_cmpstr(live, ==, shown);
    open_again(&b);
    g_autofree char *again = ez_session_digest(ez_live_session(b.live));
    g_assert_cmpstr(live, ==, again);
    tear_down(&b);
}

static void test_breaks(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'join','by':'p1'}");
    act(&b, "{'ev':'skip','step':'/idea#1'}");
    act(&b, "{'ev':'input','step':'/sure#1','by':'p1','value':1}");
    g_autofree char *before = ez_session_digest(ez_live_session(b.live));
    refuse(&b, "{'ev':'close','step':'/sure#1'}", "walk.lua:1: stopped");
    g_autofree char *after = ez_session_digest(ez_live_session(b.live));
    g_assert_cmpstr(before, ==, after);
    act(&b, "{'ev':'input','step':'/sure#1','by':'p1','value':4}");
    act(&b, "{'ev':'input','step':'/sure#1','by':'facilitator','value':4}");
    act(&b, "{'ev':'close','step':'/sure#1'}");
    act(&b, "{'ev':'close','step':'/end#1'}");
    g_assert_true(ez_session_is_finished(ez_live_session(b.live)));
    flush(&b);
    tear_down(&b);
}

// An anonymous answer is taken back by who knows what it was called, and by nobody else.
static void test_withdraws(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'join','by':'p1'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['tree'],'idem':'i1'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['ant'],'idem':'i2'}");
    refuse(&b, "{'ev':'withdraw','step':'/idea#1','idem':'i3'}", "not there");
    refuse(&b, "{'ev':'withdraw','step':'/idea#1'}", "not there");
    refuse(&b, "{'ev':'withdraw','step':'/idea#1','by':'p1','idem':'i2'}", "not there");
    act(&b, "{'ev':'withdraw','step':'/idea#1','idem':'i2'}");
    refuse(&b, "{'ev':'withdraw','step':'/idea#1','idem':'i2'}", "not there");
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    flush(&b);
    open_again(&b);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    refuse(&b, "{'ev':'withdraw','step':'/idea#1','idem':'i1'}", "not there");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    g_assert_cmpstr(ez_session_answer(ez_live_session(b.live), "/idea#1/1"), ==, "tree");
    g_assert_null(ez_session_answer(ez_live_session(b.live), "/idea#1/2"));
    flush(&b);
    tear_down(&b);
}

static void test_rewinds(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'input','step':'/idea#1','value':['secret']}");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    act(&b, "{'ev':'skip','step':'/sure#1'}");
    act(&b, "{'ev':'rewind','step':'/idea#1'}");
    g_assert_cmpint(ez_session_find(ez_live_session(b.live), "/idea#1")->state, ==,
                    EZ_STEP_OPEN);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 0);
    refuse(&b, "{'ev':'rewind','step':'/end#1'}", "no such step");
    act(&b, "{'ev':'input','step':'/idea#1','value':['other']}");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    flush(&b);
    open_again(&b);
    g_assert_cmpstr(ez_session_answer(ez_live_session(b.live), "/idea#1/1"), ==, "other");
    tear_down(&b);
}

// What a whole room said is told whole.
static void test_tells(void)
{
    g_autofree char *many = g_strnfill(100 * 1000, 'a');
    g_autofree char *text = g_strdup_printf("{\"answers\":[\"%s\"]}", many);
    EzRow row = {.event = EZ_EVENT_INPUT, .key = "/idea#1", .at = -1, .text = text};
    g_autofree char *line = ez_line_write(&row);
    g_assert_nonnull(strstr(line, many));
}

// ---- another script ------------------------------------------------------------

static bool migrate(Bench *b, const char *script, GError **error)
{
    EzPinned source = {b->source.path, g_bytes_new(script, strlen(script))};
    bool moved = false;
    bool good = ez_live_migrate(b->live, &source, 1, &moved, error);
    g_bytes_unref(source.bytes);
    return good && moved;
}

// The exercise with one text in the place of another.
static char *with(const char *text, const char *other)
{
    g_auto(GStrv) parts = g_strsplit(exercise, text, -1);
    g_assert_cmpuint(g_strv_length(parts), >, 1);
    return g_strjoinv(other, parts);
}

static void ask_and_close(Bench *b)
{
    act(b, "{'ev':'join','by':'p1'}");
    act(b, "{'ev':'input','step':'/idea#1','value':['ant']}");
    act(b, "{'ev':'close','step':'/idea#1'}");
}

static void test_migrates(void)
{
    Bench b;
    g_autoptr(GError) error = NULL;
    g_autofree char *words = with("'Vraag'", "'Zeg eens'"),
                    *more = with(" s.harvest(", " s.say('more', " T ") s.harvest(");
    set_up(&b);
    act(&b, "{'ev':'join','by':'p2'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['moss']}");
    g_assert_true(migrate(&b, words, &error));
    g_assert_no_error(error);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    ask_and_close(&b);
    const EzStep *step = ez_session_find(ez_live_session(b.live), "/sure#1");
    g_autofree char *text = ez_value_text(step->text);
    g_assert_nonnull(strstr(text, "Zeg eens"));
    g_assert_false(migrate(&b, words, &error)); // it runs this already
    g_assert_no_error(error);
    act(&b, "{'ev':'skip','step':'/sure#1'}");
    g_assert_true(migrate(&b, more, &error));
    act(&b, "{'ev':'close','step':'/end#1'}");
    g_assert_false(ez_session_is_finished(ez_live_session(b.live)));
    act(&b, "{'ev':'rewind','step':'/sure#1'}"); // to before the last move
    act(&b, "{'ev':'skip','step':'/sure#1'}");
    act(&b, "{'ev':'close','step':'/end#1'}");
    act(&b, "{'ev':'close','step':'/more#1'}");
    g_assert_true(ez_session_is_finished(ez_live_session(b.live)));
    g_assert_true(migrate(&b, exercise, &error) == false);
    g_assert_nonnull(strstr(error->message, "/more#1"));
    g_autofree char *live = ez_session_digest(ez_live_session(b.live));
    flush(&b);
    open_again(&b);
    g_autofree char *again = ez_session_digest(ez_live_session(b.live));
    g_assert_cmpstr(live, ==, again);
    tear_down(&b);
}

// A finished session takes over what comes behind its end.
static void test_migrates_on(void)
{
    Bench b;
    g_autoptr(GError) error = NULL;
    g_autofree char *more = with(" s.harvest(", " s.say('more', " T ") s.harvest(");
    set_up(&b);
    ask_and_close(&b);
    act(&b, "{'ev':'skip','step':'/sure#1'}");
    act(&b, "{'ev':'close','step':'/end#1'}");
    g_assert_true(ez_session_is_finished(ez_live_session(b.live)));
    g_assert_true(migrate(&b, more, &error));
    g_assert_false(ez_session_is_finished(ez_live_session(b.live)));
    open_again(&b);
    act(&b, "{'ev':'close','step':'/more#1'}");
    g_assert_true(ez_session_is_finished(ez_live_session(b.live)));
    flush(&b);
    tear_down(&b);
}

static void test_does_not_migrate(void)
{
    static const struct {
        const char *text, *other, *words;
    } cases[] = {
        {"'idea'", "'thought'",
         "row 2 of the journal opens ask /idea#1; the script now opens "
         "ask /thought#1"},
        {"per = 2", "per = 3", "row 2 of the journal opens ask /idea#1"},
        {"s.scale('sure'", "s.ask('sure'",
         "opens scale /sure#1; the script now opens ask /sure#1"},
        {" local found", " s.say('hello', " T ") local found",
         "row 2 of the journal opens ask /idea#1; the script now opens say /hello#1"},
        {"return exercise", "return x.y.z exercise", "walk.lua:1"},
    };
    Bench b;
    set_up(&b);
    ask_and_close(&b);
    g_autofree char *before = ez_session_digest(ez_live_session(b.live));
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *script = with(cases[i].text, cases[i].other);
        g_assert_false(migrate(&b, script, &error));
        g_assert_nonnull(error);
        if (strstr(error->message, cases[i].words) == NULL)
            g_error("\"%s\" lacks \"%s\"", error->message, cases[i].words);
        open_again(&b);
        g_autofree char *after = ez_session_digest(ez_live_session(b.live));
        g_assert_cmpstr(before, ==, after);
    }
    tear_down(&b);
}

// What a refusal left alone is still there: who shows the session holds steps of it.
static void test_refused(void)
{
    Bench b;
    set_up(&b);
    const EzSession *session = ez_live_session(b.live);
    const EzStep *idea = ez_session_find(session, "/idea#1");
    refuse(&b, "{'ev':'close','step':'/none#1'}", "there is no step /none#1");
    g_assert_true(ez_live_session(b.live) == session);
    g_assert_true(ez_session_find(session, "/idea#1") == idea);
    tear_down(&b);
}

// Whether these words stand in any file of the session.
static bool stands(const Bench *b, const char *words)
{
    g_autoptr(GDir) dir = g_dir_open(b->folder, 0, NULL);
    bool found = false;
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *file = g_build_filename(b->folder, name, NULL), *text = NULL;
        gsize length;
        if (g_file_get_contents(file, &text, &length, NULL))
            found = found || memmem(text, length, words, strlen(words)) != NULL;
    }
    return found;
}

static void erase(Bench *b, const char *reference)
{
    g_autoptr(GError) error = NULL;
    bool good = ez_live_erase(b->live, reference, &error);
    g_assert_no_error(error);
    g_assert_true(good);
}

static void answers(const Bench *b, const char *reference, const char *words)
{
    g_assert_cmpstr(ez_session_answer(ez_live_session(b->live), reference), ==, words);
}

static void test_erases(void)
{
    g_autoptr(GError) error = NULL;
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'input','step':'/idea#1','value':['MARKER-A','x']}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['b']}");
    g_assert_false(ez_live_erase(b.live, "/idea#1/1", &error));
    g_assert_nonnull(strstr(error->message, "no answer /idea#1/1"));
    act(&b, "{'ev':'close','step':'/idea#1'}");
    act(&b, "{'ev':'skip','step':'/sure#1'}");
    flush(&b);
    g_assert_true(stands(&b, "MARKER-A"));
    erase(&b, "/idea#1/1");
    g_assert_false(stands(&b, "MARKER-A"));
    for (int i = 0; i < 2; i++, open_again(&b)) {
        answers(&b, "/idea#1/1", "…");
        answers(&b, "/idea#1/2", "x");
        answers(&b, "/idea#1/3", "b");
    }
    act(&b, "{'ev':'close','step':'/end#1'}");
    g_assert_true(ez_session_is_finished(ez_live_session(b.live)));
    tear_down(&b);
}

static const char named[] =
    "return exercise { id = 'walk', run = function(s)"
    " local found = s.ask('idea', " T ", { per = 2 })"
    " s.vote('best', " T ", { items = found })"
    " s.action('deal', " T ", { by = 'facilitator' }) s.say('end', " T ") end }";

// What was changed, or said before somebody went back, goes too; what others said stays.
static void test_erases_named(void)
{
    Bench b;
    begin(&b, named);
    act(&b, "{'ev':'join','by':'p1'}");
    act(&b, "{'ev':'join','by':'p2'}");
    act(&b, "{'ev':'input','step':'/idea#1','by':'p1','value':['MARKER-A','MARKER-B']}");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    act(&b, "{'ev':'rewind','step':'/idea#1'}");
    act(&b, "{'ev':'input','step':'/idea#1','by':'p1','value':['MARKER-C','kept']}");
    act(&b, "{'ev':'input','step':'/idea#1','by':'p1','value':'MARKER-D'}");
    act(&b, "{'ev':'undo','step':'/idea#1','by':'p1'}");
    act(&b, "{'ev':'input','step':'/idea#1','by':'p2','value':'also'}");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    act(&b, "{'ev':'input','step':'/best#1','by':'p2','value':{'/idea#1/1':1}}");
    act(&b, "{'ev':'close','step':'/best#1'}");
    act(&b, "{'ev':'input','step':'/deal#1','by':'facilitator',"
            "'value':[{'what':'call','who':'MARKER-E','by':'May'}]}");
    act(&b, "{'ev':'close','step':'/deal#1'}");
    erase(&b, "/idea#1/1");
    erase(&b, "/deal#1/3");
    g_assert_false(stands(&b, "MARKER-"));
    open_again(&b);
    answers(&b, "/idea#1/1", "…");
    answers(&b, "/idea#1/2", "kept");
    answers(&b, "/idea#1/3", "also");
    answers(&b, "/deal#1/1", "May");
    answers(&b, "/deal#1/2", "call");
    answers(&b, "/deal#1/3", "…");
    act(&b, "{'ev':'close','step':'/end#1'}");
    g_autoptr(GError) error = NULL;
    static const char *const none[] = {"/idea#1/4", "/best#1/1", "/idea#1", "idea",
                                       "/x#1/1",    "/idea#1/0", ""};
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++, g_clear_error(&error))
        g_assert_false(ez_live_erase(b.live, none[i], &error));
    tear_down(&b);
}

// Nor does it stand in what an earlier session gave, or in answers without a name of before a rewind.
static void test_erases_all(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'input','step':'/idea#1','value':['MARKER-A','x']}");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    act(&b, "{'ev':'rewind','step':'/idea#1'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['MARKER-A']}");
    act(&b, "{'ev':'close','step':'/idea#1'}");
    erase(&b, "/idea#1/1");
    g_assert_false(stands(&b, "MARKER-"));
    tear_down(&b);
}

static void test_erases_given(void)
{
    Bench b;
    g_autoptr(JsonNode) start =
        ez_value_read("{\"from\":{\"exercise\":\"walk\",\"harvest\":{\"a\":[{\"@\":\"from/x#1/"
                      "1\"}]},\"said\":{\"from/"
                      "x#1/1\":\"MARKER-A\"},\"answers\":[{\"step\":\"/"
                      "idea#1\",\"shape\":\"0\",\"by\":\"p1\","
                      "\"value\":[\"MARKER-A\",\"kept\"]}]}}",
                      -1, NULL);
    begin_with(&b, exercise, start);
    g_assert_true(stands(&b, "MARKER-A"));
    answers(&b, "from/x#1/1", "MARKER-A");
    erase(&b, "from/x#1/1");
    g_assert_false(stands(&b, "MARKER-"));
    g_assert_true(stands(&b, "kept"));
    answers(&b, "from/x#1/1", "…");
    tear_down(&b);
}

// An answer that was sent again, after a later one, because its acknowledgement was lost.
static void test_sent_again(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'join','by':'p1'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['tree'],'idem':'a1'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['tree'],'idem':'a1'}");
    flush(&b);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    act(&b, "{'ev':'close','step':'/idea#1'}");
    act(&b, "{'ev':'input','step':'/sure#1','by':'p1','value':2,'idem':'a2'}");
    act(&b, "{'ev':'input','step':'/sure#1','by':'p1','value':4,'idem':'a3'}");
    act(&b, "{'ev':'input','step':'/sure#1','by':'p1','value':2,'idem':'a2'}");
    act(&b, "{'ev':'join','by':'p2','idem':'a4'}");
    act(&b, "{'ev':'leave','by':'p2'}");
    act(&b, "{'ev':'join','by':'p2','idem':'a4'}");
    flush(&b);
    g_assert_cmpint(b.errors, ==, 0);
    g_assert_cmpint(b.acks, ==, 10);
    g_assert_cmpint(ez_session_people(ez_live_session(b.live)), ==, 1);
    g_autofree char *live = ez_session_digest(ez_live_session(b.live));
    g_autofree char *file = file_digest(&b);
    g_assert_cmpstr(live, ==, file);
    tear_down(&b);
}

// The same answer, taken back and sent once more, is not there and counts for nothing.
static void test_withdrawn_twice(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'input','step':'/idea#1','value':['ant']}");
    for (int i = 0; i < 2; i++) {
        act(&b, "{'ev':'input','step':'/idea#1','value':['tree'],'idem':'a1'}");
        act(&b, "{'ev':'withdraw','step':'/idea#1','idem':'a1'}");
    }
    flush(&b);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    tear_down(&b);
}

// An anonymous step that closed since is open again too, with none of its answers; one that never closed keeps them.
static void test_rewinds_beside(void)
{
    static const char parallel[] =
        "return exercise { id = 'walk', run = function(s)"
        " s.parallel('p', { { id = 'g1' }, { id = 'g2' }, { id = 'g3' } }, function(g, s)"
        "  if g.id == 'g2' then s.say('first', " T ") s.say('here', " T ") end"
        "  s.ask('x', " T ", { who = 'anonymous' })"
        "  s.ask('y', " T ", { who = 'anonymous' }) end) end }";
    Bench b;
    begin(&b, parallel);
    act(&b, "{'ev':'close','step':'/p[g2]/first#1'}");
    act(&b, "{'ev':'input','step':'/p[g1]/x#1','value':'early','idem':'i1'}");
    act(&b, "{'ev':'input','step':'/p[g3]/x#1','value':'kept','idem':'i2'}");
    act(&b, "{'ev':'close','step':'/p[g1]/x#1'}");
    act(&b, "{'ev':'input','step':'/p[g1]/y#1','value':'gone'}");
    for (int i = 0; i < 2; i++) {
        act(&b, "{'ev':'rewind','step':'/p[g2]/here#1'}");
        act(&b, "{'ev':'input','step':'/p[g1]/x#1','value':'late','idem':'i3'}");
        flush(&b);
        g_assert_cmpint(b.errors, ==, 0);
        g_assert_cmpint(ez_live_open_answers(b.live, "/p[g1]/x#1"), ==, 1);
        g_assert_cmpint(ez_live_open_answers(b.live, "/p[g3]/x#1"), ==, 1);
        open_again(&b);
    }
    act(&b, "{'ev':'close','step':'/p[g1]/x#1'}");
    act(&b, "{'ev':'input','step':'/p[g1]/y#1','value':'new'}");
    act(&b, "{'ev':'close','step':'/p[g3]/x#1'}");
    flush(&b);
    g_assert_cmpint(b.errors, ==, 0);
    answers(&b, "/p[g1]/x#1/1", "late");
    answers(&b, "/p[g3]/x#1/1", "kept");
    g_assert_cmpint(ez_live_open_answers(b.live, "/p[g1]/y#1"), ==, 1);
    open_again(&b);
    tear_down(&b);
}

// Who sends something again, for want of an answer, says it once; also in secret.
static void test_sent_twice(void)
{
    Bench b;
    set_up(&b);
    act(&b, "{'ev':'join','by':'p1','idem':'j'}");
    act(&b, "{'ev':'join','by':'p2','idem':'j'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['tree'],'idem':'i'}");
    act(&b, "{'ev':'input','step':'/idea#1','value':['tree'],'idem':'i'}");
    flush(&b);
    g_assert_cmpint(b.acks, ==, 4);
    g_assert_cmpint(ez_session_people(ez_live_session(b.live)), ==, 1);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    open_again(&b);
    g_assert_cmpint(ez_live_open_answers(b.live, "/idea#1"), ==, 1);
    act(&b, "{'ev':'join','by':'p3','idem':'j'}");
    act(&b, "{'ev':'close','step':'/idea#1','idem':'c'}");
    act(&b, "{'ev':'close','step':'/idea#1','idem':'c'}");
    flush(&b);
    g_autofree char *live = ez_session_digest(ez_live_session(b.live));
    g_autofree char *shown = file_digest(&b);
    g_assert_cmpstr(live, ==, shown);
    g_assert_cmpint(ez_session_people(ez_live_session(b.live)), ==, 1);
    tear_down(&b);
}

// An empty word says nothing: two lines with an empty idem are two events.
static void test_empty_words(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autoptr(GError) error = NULL;
    EzRow row;
    bool good =
        ez_line_read("{\"ev\":\"pause\",\"by\":\"\",\"idem\":\"\"}", -1, arena, &row, &error);
    g_assert_no_error(error);
    g_assert_true(good);
    g_assert_null(row.by);
    g_assert_null(row.idem);
}

// Times count as nanoseconds somewhere.
static void test_late_line(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzRow row;
    g_assert_true(ez_line_read("{\"ev\":\"pause\",\"at\":9000000000}", -1, arena, &row, NULL));
    g_assert_cmpint(row.at, ==, INT64_C(9000000000));
    g_assert_false(ez_line_read("{\"ev\":\"pause\",\"at\":9300000000}", -1, arena, &row, NULL));
}

// The reader of JSON quotes what it met, and may cut a sign in two.
static void test_broken_line(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autoptr(GError) error = NULL;
    GString *line = g_string_new("{\"ev\":\"");
    for (int i = 0; i < 200; i++)
        g_string_append(line, "\xEF\xBF\xBD");
    g_string_append(line, "\"seed\":\"7\"}");
    EzRow row;
    g_assert_false(ez_line_read(line->str, -1, arena, &row, &error));
    g_assert_true(g_utf8_validate(error->message, -1, NULL));
    g_string_free(line, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/live/resumes", test_resumes);
    g_test_add_func("/live/breaks", test_breaks);
    g_test_add_func("/live/withdraws-anonymous-answers", test_withdraws);
    g_test_add_func("/live/rewinds", test_rewinds);
    g_test_add_func("/live/tells", test_tells);
    g_test_add_func("/live/migrates", test_migrates);
    g_test_add_func("/live/migrates-on", test_migrates_on);
    g_test_add_func("/live/does-not-migrate", test_does_not_migrate);
    g_test_add_func("/live/refused", test_refused);
    g_test_add_func("/live/erases", test_erases);
    g_test_add_func("/live/erases-named", test_erases_named);
    g_test_add_func("/live/erases-all", test_erases_all);
    g_test_add_func("/live/erases-given", test_erases_given);
    g_test_add_func("/live/sent-again", test_sent_again);
    g_test_add_func("/live/sent-twice", test_sent_twice);
    g_test_add_func("/live/empty-words", test_empty_words);
    g_test_add_func("/live/broken-line", test_broken_line);
    g_test_add_func("/live/late-line", test_late_line);
    g_test_add_func("/live/withdrawn-twice", test_withdrawn_twice);
    g_test_add_func("/live/rewinds-beside", test_rewinds_beside);
    return g_test_run();
}
