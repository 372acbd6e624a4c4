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
static char *folder, *path, *answers, *wal, *fresh, *fresh_digest;
static gsize fresh_size;
// The session that has just begun, open for the next input: most inputs are refused before they do anything to it.
static EzSitting waiting = {.scripted = true};

static void remove_session(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(beside); i++) {
        g_autofree char *file = g_strconcat(path, beside[i], NULL);
        g_remove(file);
    }
}

static void remove_folder(void)
{
    ez_sitting_clear(&waiting);
    remove_session();
    g_remove(answers);
    g_rmdir(folder);
    g_free(folder);
    g_free(path);
    g_free(answers);
    g_free(wal);
    g_free(fresh);
    g_free(fresh_digest);
}

static void open_sitting(EzSitting *sitting)
{
    g_autoptr(GError) error = NULL;
    if (!ez_sitting_open(sitting, path, &error))
        g_error("cannot be opened: %s", error->message);
}

static void begin_anew(void)
{
    ez_sitting_clear(&waiting);
    remove_session();
    g_assert_true(g_file_set_contents(path, fresh, (gssize)fresh_size, NULL));
    open_sitting(&waiting);
}

// A session that has just begun, to start from each time.
static void make_folder(void)
{
    g_auto(EzTestSources) sources = {0};
    g_autoptr(JsonNode) start = ez_value_new_object();
    EzSitting sitting = {.scripted = true};
    EzStoreOptions options = ez_sitting_options(&sitting);
    // In memory where that is possible: what a disk does is tried elsewhere.
    bool memory = g_access("/dev/shm", W_OK) == 0;
    folder = memory ? g_mkdtemp(g_strdup("/dev/shm/ezkit-fuzz-XXXXXX"))
                    : g_dir_make_tmp("ezkit-fuzz-XXXXXX", NULL);
    path = g_build_filename(folder, "x.ezsession", NULL);
    answers = g_build_filename(folder, "x.jsonl", NULL);
    wal = g_strconcat(path, "-wal", NULL);
    atexit(remove_folder);
    ez_test_sources_add_everything(&sources);
    EzLive *live = ez_live_create(path, sources.list, sources.count, 7, start, &options, NULL);
    g_assert_nonnull(live);
    ez_live_free(live);
    g_assert_true(g_file_get_contents(path, &fresh, &fresh_size, NULL));
    begin_anew();
    fresh_digest = ez_session_digest(ez_live_session(waiting.live));
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

// Plays it and brings it to disk; gives the state that it comes to, owned by the caller.
static char *sit(EzSitting *sitting, bool *played)
{
    g_autoptr(GError) error = NULL;
    char *said = NULL;
    *played = play(sitting, &said);
    check_said(*played, said);
    free(said);
    if (!ez_live_flush(sitting->live, &error))
        g_error("is not on disk: %s", error->message);
    return ez_session_digest(ez_live_session(sitting->live));
}

// Whatever is committed goes to the WAL first.
static int64_t size_of_wal(void)
{
    GStatBuf there;
    return g_stat(wal, &there) == 0 ? (int64_t)there.st_size : 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (folder == NULL)
        make_folder();
    g_remove(answers);
    g_assert_true(g_file_set_contents(answers, (const char *)data, (gssize)size, NULL));
    bool played, again;
    waiting.now = 0; // whatever times the last one told in vain
    int64_t before = size_of_wal();
    g_autofree char *one = sit(&waiting, &played);
    if (size_of_wal() == before) {
        g_assert_cmpstr(one, ==, fresh_digest);
        return 0;
    }
    ez_sitting_clear(&waiting);
    g_auto(EzSitting) sitting = {.scripted = true};
    open_sitting(&sitting);
    g_autofree char *two = sit(&sitting, &again);
    ez_sitting_clear(&sitting);
    g_assert_true(played == again);
    g_assert_cmpstr(one, ==, two);
    begin_anew();
    return 0;
}
