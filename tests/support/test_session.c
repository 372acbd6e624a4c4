// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/test_session.h"

#include <string.h>

static void free_source(void *data)
{
    EzPinned *source = data;
    g_free((char *)source->path);
    g_bytes_unref(source->bytes);
    g_free(source);
}

static void add_source(EzTestSession *test, const char *path, const char *text)
{
    EzPinned *source = g_new(EzPinned, 1);
    *source = (EzPinned){g_strdup(path), g_bytes_new(text, strlen(text))};
    g_ptr_array_add(test->sources, source);
}

static void keep_row(EzTestSession *test, const EzRow *row)
{
    EzRow kept = *row;
    kept.seq = (int64_t)test->rows->len + 1;
    kept.key = ez_arena_intern(test->arena, row->key != NULL ? row->key : "");
    kept.kind = row->kind != NULL ? ez_arena_intern(test->arena, row->kind) : NULL;
    kept.shape = row->shape != NULL ? ez_arena_intern(test->arena, row->shape) : NULL;
    kept.by = row->by != NULL ? ez_arena_intern(test->arena, row->by) : NULL;
    kept.text = row->text != NULL ? ez_arena_intern(test->arena, row->text) : NULL;
    g_array_append_val(test->rows, kept);
}

static void on_row(const EzRow *row, const EzStep *step, void *data)
{
    keep_row(data, row);
}

static EzTestSession *new_test(void)
{
    EzTestSession *test = g_new0(EzTestSession, 1);
    test->sources = g_ptr_array_new_with_free_func(free_source);
    test->rows = g_array_new(FALSE, FALSE, sizeof(EzRow));
    test->arena = ez_arena_new();
    return test;
}

static void open_session(EzTestSession *test)
{
    g_autofree EzPinned *list = g_new(EzPinned, test->sources->len);
    for (guint i = 0; i < test->sources->len; i++)
        list[i] = *(EzPinned *)test->sources->pdata[i];
    EzPinned *kept = ez_arena_array(test->arena, EzPinned, test->sources->len);
    memcpy(kept, list, test->sources->len * sizeof *list);
    test->session = ez_session_new(&(EzSessionSetup){
        .sources = kept, .n_sources = (int)test->sources->len, .append = on_row, .data = test});
}

EzTestSession *ez_test_session_new(const char *exercise, const char *const *more)
{
    EzTestSession *test = new_test();
    add_source(test, "scripts/test/walk.lua", exercise);
    for (; more != NULL && more[0] != NULL; more += 2)
        add_source(test, more[0], more[1]);
    open_session(test);
    return test;
}

char **ez_test_session_files(const char *const *paths)
{
    GPtrArray *list = g_ptr_array_new();
    for (; *paths != NULL; paths++) {
        g_autofree char *file = g_build_filename(g_getenv("EZ_SOURCE"), *paths, NULL);
        g_autofree char *name = g_path_get_basename(*paths);
        char *text = NULL;
        g_assert_true(g_file_get_contents(file, &text, NULL, NULL));
        *strrchr(name, '.') = '\0';
        bool library = g_str_has_prefix(*paths, "scripts/lib/");
        g_ptr_array_add(list, library ? g_strconcat("ez.", name, NULL) : g_strdup(*paths));
        g_ptr_array_add(list, text);
    }
    g_ptr_array_add(list, NULL);
    return (char **)g_ptr_array_free(list, FALSE);
}

static EzTestSession *copy_sources(const EzTestSession *other, const char *exercise)
{
    EzTestSession *test = new_test();
    for (guint i = 0; i < other->sources->len; i++) {
        const EzPinned *source = other->sources->pdata[i];
        g_autofree char *text =
            g_strndup(g_bytes_get_data(source->bytes, NULL), g_bytes_get_size(source->bytes));
        add_source(test, source->path, i == 0 && exercise != NULL ? exercise : text);
    }
    open_session(test);
    return test;
}

// Plays the rows that are there.
static bool play(EzTestSession *test, GError **error)
{
    int count = (int)test->rows->len;
    g_autofree EzRow *list = g_memdup2(test->rows->data, (gsize)count * sizeof(EzRow));
    return ez_session_replay(test->session, list, count, error);
}

static bool replay(EzTestSession *test, const EzTestSession *other, int rows, GError **error)
{
    int count = rows < 0 ? (int)other->rows->len : rows;
    for (int i = 0; i < count; i++)
        keep_row(test, &g_array_index(other->rows, EzRow, i));
    return play(test, error);
}

EzTestSession *ez_test_session_again(const EzTestSession *other, int rows)
{
    EzTestSession *test = copy_sources(other, NULL);
    g_autoptr(GError) error = NULL;
    replay(test, other, rows, &error);
    g_assert_no_error(error);
    return test;
}

char *ez_test_session_parts(const EzTestSession *other, const char *exercise)
{
    g_autoptr(EzTestSession) test = copy_sources(other, exercise);
    g_autoptr(GError) error = NULL;
    return replay(test, other, -1, &error) ? NULL : g_strdup(error->message);
}

void ez_test_session_free(EzTestSession *test)
{
    ez_session_free(test->session);
    g_array_unref(test->rows);
    g_ptr_array_unref(test->sources);
    ez_arena_free(test->arena);
    g_free(test);
}

// ---- events --------------------------------------------------------------------

static void read_line(EzTestSession *test, const char *line, EzRow *row)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = g_strdelimit(g_strdup(line), "'", '"');
    if (!ez_line_read(text, -1, test->arena, row, &error))
        g_error("%s: %s", line, error->message);
}

// The event's row stands before those that it brings about; one that fails leaves no row.
static bool apply(EzTestSession *test, const EzRow *row, GError **error)
{
    guint before = test->rows->len;
    keep_row(test, row);
    if (row->event == EZ_EVENT_REWIND) {
        ez_session_free(test->session);
        open_session(test);
        return play(test, error);
    }
    bool good = ez_session_apply(test->session, row, error);
    if (!good)
        g_array_set_size(test->rows, before);
    return good;
}

void ez_test_session_do(EzTestSession *test, const char *const *lines)
{
    for (; *lines != NULL; lines++) {
        EzRow row;
        g_autoptr(GError) error = NULL;
        read_line(test, *lines, &row);
        if (!apply(test, &row, &error))
            g_error("%s: %s", *lines, error->message);
    }
}

void ez_test_session_refuse(EzTestSession *test, const char *line, const char *words)
{
    EzRow row;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = ez_session_digest(test->session);
    read_line(test, line, &row);
    g_assert_false(apply(test, &row, &error));
    if (strstr(error->message, words) == NULL)
        g_error("%s: \"%s\" lacks \"%s\"", line, error->message, words);
    g_autofree char *after = ez_session_digest(test->session);
    g_assert_cmpstr(before, ==, after);
}

char *ez_test_session_breaks(EzTestSession *test, const char *line)
{
    EzRow row;
    g_autoptr(GError) error = NULL;
    read_line(test, line, &row);
    g_assert_false(apply(test, &row, &error));
    g_assert_error(error, EZ_SESSION_ERROR, (int)EZ_SESSION_SCRIPT);
    return g_strdup(error->message);
}

void ez_test_session_start(EzTestSession *test, int people)
{
    for (int i = 1; i <= people; i++) {
        g_autofree char *line =
            g_strdup_printf("{'ev':'join','by':'p%d','value':{'role':'%s'}}", i,
                            i % 2 == 0 ? "ministry" : "partner");
        EZ_TEST_DO(test, line);
    }
    EZ_TEST_DO(test, "{'ev':'start','value':{'seed':'7'},'at':0}");
}

// ---- asking --------------------------------------------------------------------

static char *shown(JsonNode *value)
{
    return g_strdelimit(ez_value_text(value), "\"", '\'');
}

char *ez_test_session_result(const EzTestSession *test, const char *key)
{
    const EzStep *step = ez_session_find(test->session, key);
    return step != NULL ? shown(step->result) : g_strdup("no such step");
}

char *ez_test_session_harvest(const EzTestSession *test, const char *id)
{
    for (int i = 0; i < ez_session_harvest_count(test->session); i++) {
        const EzHarvest *harvest = ez_session_harvest(test->session, i);
        if (strcmp(harvest->id, id) == 0)
            return shown(harvest->value);
    }
    return g_strdup("no such harvest");
}

static bool is_of_script(const EzRow *row)
{
    return row->event == EZ_EVENT_OPEN || row->event == EZ_EVENT_FACT;
}

void ez_test_session_sweep(const EzTestSession *test)
{
    g_autofree char *wanted = ez_session_digest(test->session);
    for (guint rows = 0; rows <= test->rows->len; rows++) {
        g_autoptr(EzTestSession) again = ez_test_session_again(test, (int)rows);
        for (guint i = rows; i < test->rows->len; i++) {
            const EzRow *row = &g_array_index(test->rows, EzRow, i);
            g_autoptr(GError) error = NULL;
            if (!is_of_script(row) && !apply(again, row, &error))
                g_error("from row %u, row %u: %s", rows, i + 1, error->message);
        }
        g_autofree char *found = ez_session_digest(again->session);
        g_assert_cmpstr(found, ==, wanted);
        g_assert_cmpint(again->rows->len, ==, test->rows->len);
    }
}
