// SPDX-License-Identifier: EUPL-1.2
// forget: the end of a session, or of all in a folder whose time is over.
#include "engine/cmd/sessions.h"
#include "engine/run/retention.h"
#include "engine/run/shown.h"
#include "engine/run/store_forget.h"
#include "engine/term/phrases.h"

#include <stdio.h>
#include <time.h>

static const EzOption options[] = {
    {"--lang", '\0', "CODE", "nl or en"},
    {"--expired", '\0', NULL, "of a folder: those that are kept longer than they should be"},
    {NULL, '\0', NULL, NULL}};

// That of the session, as long as it can be read. Nothing may hold its file open when it is erased.
static const char *language_of(const char *path, const EzArguments *arguments)
{
    g_autoptr(EzShown) shown = ez_shown_open(path, NULL);
    return shown != NULL ? ez_session_spoken(arguments, ez_shown_session(shown))
                         : ez_session_language(arguments);
}

// Reports that `report` wrote beside it are files of their own.
static void tell_reports(const char *path, const char *language)
{
    g_autoptr(GString) found = g_string_new(NULL);
    for (const char *const *format = ez_report_formats; *format != NULL; format++) {
        g_autofree char *report = ez_report_path(path, *format);
        if (g_file_test(report, G_FILE_TEST_EXISTS))
            g_string_append_printf(found, "%s%s", found->len > 0 ? ", " : "", report);
    }
    g_autofree char *words = ez_phrase_fill(EZ_SAY_REPORTS_STAY, language, found->str, NULL);
    if (found->len > 0)
        printf("%s\n", words);
}

static EzExit forget(const char *path, const EzArguments *arguments)
{
    const char *language = language_of(path, arguments);
    g_autoptr(GError) error = NULL;
    if (!ez_store_forget(path, &error))
        return ez_session_exit(error, language);
    g_autofree char *gone = ez_phrase_fill(EZ_SAY_FORGOTTEN, language, path, NULL);
    if (ez_argument_given(arguments, "--quiet"))
        return EZ_EXIT_DONE;
    printf("%s\n", gone);
    tell_reports(path, language);
    return EZ_EXIT_DONE;
}

// ---- a folder --------------------------------------------------------------------

static int by_name(const void *a, const void *b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

// Paths of what is called a session; NULL after a sentence.
static GPtrArray *list_sessions(const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
    if (dir == NULL) {
        ez_tell_line(stderr, "ezkit: %s", error->message);
        return NULL;
    }
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir))
        if (g_str_has_suffix(name, ".ezsession"))
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(paths, by_name);
    return paths;
}

// What cannot be read is not erased: it is told, and left to people.
static EzExit judge(const char *path, const char *language, bool *expired)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    if (shown == NULL)
        return ez_session_exit(error, language);
    int64_t end = ez_retention_end(ez_shown_session(shown), path);
    *expired = end >= 0 && end < (int64_t)time(NULL);
    return EZ_EXIT_DONE;
}

static EzExit forget_expired(const char *folder, const EzArguments *arguments)
{
    g_autoptr(GPtrArray) paths = list_sessions(folder);
    if (paths == NULL)
        return EZ_EXIT_MACHINE;
    EzExit worst = EZ_EXIT_DONE;
    int found = 0;
    for (guint i = 0; i < paths->len; i++) {
        bool expired = false;
        EzExit exit = judge(paths->pdata[i], ez_session_language(arguments), &expired);
        found += expired;
        if (expired)
            exit = forget(paths->pdata[i], arguments);
        worst = exit != EZ_EXIT_DONE ? exit : worst;
    }
    g_autofree char *none =
        ez_phrase_fill(EZ_SAY_NONE_EXPIRED, ez_session_language(arguments), folder, NULL);
    if (found == 0 && !ez_argument_given(arguments, "--quiet"))
        printf("%s\n", none);
    return worst;
}

static EzExit run(const EzArguments *arguments)
{
    const char *path = ez_operands(arguments)[0];
    if (ez_session_language(arguments) == NULL)
        return EZ_EXIT_USAGE;
    if (ez_argument_given(arguments, "--expired"))
        return forget_expired(path != NULL ? path : ".", arguments);
    return path != NULL ? forget(path, arguments)
                        : ez_usage_error("which session? forget FILE");
}

const EzCommand ez_command_forget = {
    "forget",
    "FILE",
    1,
    "erase a session: its texts, its rows, its copies",
    "  A session is kept for 30 days after it was last worked on, or as many as its\n"
    "  exercise says; ezkit status tells until when. Nothing is erased by itself:\n"
    "  forget --expired FOLDER does it for all whose time is over.\n",
    options,
    run,
};
