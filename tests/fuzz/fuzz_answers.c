// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a file of answers, played into a session on disk. It is played, and then a second time changes nothing; or refused with a line of
// the file and a sentence, and the session stands where it stood. Either way it can be opened again.
#define _GNU_SOURCE
#include "engine/cmd/sessions.h"
#include "tests/support/test_sources.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const beside[] = {"", "-wal", "-shm", "-journal", "-lock"};
static char *folder, *path, *answers, *fresh;
static gsize fresh_size;

static void remove_session(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(beside); i++) {
        g_autofree char *file = g_strconcat(path, beside[i], NULL);
        g_remove(file);
    }
}

static void remove_folder(void)
{
    remove_session();
    g_remove(answers);
    g_rmdir(folder);
    g_free(folder);
    g_free(path);
    g_free(answers);
    g_free(fresh);
}

// A session that has just begun, to start from each time.
static void make_folder(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(JsonNode) start = ez_value_new_object();
    EzSitting sitting = {.scripted = true};
    EzStoreOptions options = ez_sitting_options(&sitting);
    folder = g_dir_make_tmp("ezkit-fuzz-XXXXXX", NULL);
    path = g_build_filename(folder, "x.ezsession", NULL);
    answers = g_build_filename(folder, "x.jsonl", NULL);
    atexit(remove_folder);
    ez_test_sources_add_everything(&sources);
    EzLive *live = ez_live_create(path, sources.list, sources.count, 7, start, &options, NULL);
    g_assert_nonnull(live);
    ez_live_free(live);
    g_assert_true(g_file_get_contents(path, &fresh, &fresh_size, NULL));
}

// What is said on standard error goes to `said`; owned by the caller.
static bool play(EzSitting *sitting, char **said)
{
    FILE *real = stderr;
    size_t size;
    EzExit exit;
    stderr = open_memstream(said, &size);
    bool played = ez_answers_play(sitting, answers, "en", &exit);
    fclose(stderr);
    stderr = real;
    return played;
}

static void check_said(bool played, const char *said)
{
    g_assert_true(g_utf8_validate(said, -1, NULL));
    if (played == (said[0] != '\0'))
        g_error("played: %d, and said \"%s\"", played, said);
    if (!played && !g_str_has_prefix(said, answers))
        g_error("\"%s\" does not name the file", said);
}

// Plays it in a session that is opened for it; gives the state that it comes to, owned by the caller.
static char *sit(bool *played)
{
    g_auto(EzSitting) sitting = {.scripted = true};
    g_autoptr(GError) error = NULL;
    char *said = NULL;
    if (!ez_sitting_open(&sitting, path, &error))
        g_error("cannot be opened: %s", error->message);
    *played = play(&sitting, &said);
    check_said(*played, said);
    free(said);
    if (!ez_live_flush(sitting.live, &error))
        g_error("is not on disk: %s", error->message);
    return ez_session_digest(ez_live_session(sitting.live));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (folder == NULL)
        make_folder();
    remove_session();
    g_assert_true(g_file_set_contents(path, fresh, (gssize)fresh_size, NULL));
    g_remove(answers);
    g_assert_true(g_file_set_contents(answers, (const char *)data, (gssize)size, NULL));
    bool played, again;
    g_autofree char *one = sit(&played), *two = sit(&again);
    g_assert_true(played == again);
    g_assert_cmpstr(one, ==, two);
    return 0;
}
