// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/test_talk.h"

#include <string.h>
#include <unistd.h>

static int64_t now(void *data)
{
    EzTestTalk *b = data;
    b->now += b->pace;
    return b->now * 1000 * 1000 * 1000;
}

EzTestTalk *ez_test_talk_new(const char *exercise)
{
    EzTestTalk *b = g_new0(EzTestTalk, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) start = ez_value_new_object();
    b->folder = ez_test_folder();
    b->path = g_build_filename(b->folder, "walk.ezsession", NULL);
    b->source = (EzPinned){"scripts/test/walk.lua", g_bytes_new(exercise, strlen(exercise))};
    b->live = ez_live_create(b->path, &b->source, 1, 7, start,
                             &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
    return b;
}

void ez_test_talk_free(EzTestTalk *b)
{
    ez_live_free(b->live);
    ez_test_remove(b->folder);
    g_bytes_unref(b->source.bytes);
    g_free(b->path);
    g_free(b);
}

char *ez_test_talk_on(EzTestTalk *b, const char *language, int people, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(b->folder, "typed", NULL);
    char *shown = NULL;
    size_t size;
    g_assert_true(g_file_set_contents(path, typed, -1, NULL));
    FILE *in = fopen(path, "r"), *out = open_memstream(&shown, &size);
    EzTerm term = {
        .in = fileno(in), .screen = {out, 80, true}, .language = language, .people = people};
    EzTermEnd end = ez_term_run(&term, b->live, &error);
    g_assert_no_error(error);
    g_assert_cmpint(end, !=, EZ_TERM_FAILED);
    fclose(in);
    fclose(out);
    return shown;
}

void ez_test_talk_reopen(EzTestTalk *b)
{
    g_autoptr(GError) error = NULL;
    g_clear_pointer(&b->live, ez_live_free);
    b->live = ez_live_open(b->path, &(EzStoreOptions){.clock = {now, b}}, &error);
    g_assert_no_error(error);
}

char *ez_test_talk(const char *exercise, const char *language, int people, const char *typed)
{
    EzTestTalk *b = ez_test_talk_new(exercise);
    char *shown = ez_test_talk_on(b, language, people, typed);
    ez_test_talk_free(b);
    return shown;
}

void ez_test_see(const char *shown, const char *words)
{
    if (strstr(shown, words) == NULL)
        g_error("\"%s\" is not in:\n%s", words, shown);
}

void ez_test_miss(const char *shown, const char *words)
{
    if (strstr(shown, words) != NULL)
        g_error("\"%s\" is in:\n%s", words, shown);
}

char *ez_test_talk_inputs(EzTestTalk *b, const char *key)
{
    GString *out = g_string_new(NULL);
    const EzStep *step = ez_session_find(ez_live_session(b->live), key);
    g_assert_nonnull(step);
    for (guint i = 0; i < step->inputs->len; i++) {
        const EzInput *input = step->inputs->pdata[i];
        g_autofree char *text = ez_value_text(input->value);
        g_string_append_printf(out, "%s=%s;", input->by, text);
    }
    return g_strdelimit(g_string_free(out, FALSE), "\"", '\'');
}

void ez_test_see_all(const char *shown, const char *const *words)
{
    for (const char *at = shown; *words != NULL; words++) {
        at = strstr(at, *words);
        if (at == NULL)
            g_error("\"%s\" is not there, or too early, in:\n%s", *words, shown);
        at += strlen(*words);
    }
}
