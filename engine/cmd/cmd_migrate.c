// SPDX-License-Identifier: EUPL-1.2
// migrate: a session goes on with the exercise as it is in the kit now.
#include "engine/cmd/exercises.h"
#include "engine/cmd/sessions.h"
#include "engine/term/phrases.h"

#include <stdio.h>

static const EzOption options[] = {
    {"--lang", '\0', "CODE", "nl or en"},
    {"--to", '\0', "EXERCISE", "the exercise to move to; the session's own without it"},
    {NULL, '\0', NULL, NULL}};

static const EzExercise *find_target(const EzOpened *opened, const EzArguments *arguments,
                                     const EzSession *session)
{
    const char *own = ez_value_string(ez_value_get(ez_session_head(session), "id"), "");
    const char *to = ez_argument(arguments, "--to");
    return ez_opened_exercise(opened, to != NULL ? to : own);
}

static EzExit refuse(const char *path, const EzExercise *exercise, const GError *error,
                     const char *language)
{
    g_autofree char *quoted = ez_session_quote(path);
    ez_tell_line(stderr, "ezkit: %s", ez_error_words(error, language));
    fprintf(stderr, "  %s\n    ezkit resume %s\n  %s\n    ezkit run %s --from %s\n",
            ez_phrase(EZ_SAY_STAYS, language), quoted, ez_phrase(EZ_SAY_BEGIN_ANEW, language),
            exercise->id, quoted);
    return EZ_EXIT_MISTAKES;
}

static EzExit move(EzSitting *sitting, const EzOpened *opened, const EzArguments *arguments)
{
    const char *language = ez_session_spoken(arguments, ez_live_session(sitting->live));
    const EzExercise *exercise = find_target(opened, arguments, ez_live_session(sitting->live));
    if (exercise == NULL)
        return EZ_EXIT_USAGE;
    g_auto(EzBundle) bundle = ez_opened_bundle(opened, exercise);
    g_autoptr(GError) error = NULL;
    bool moved;
    const char *path = ez_live_path(sitting->live);
    if (!ez_live_migrate(sitting->live, bundle.sources, bundle.n_sources, &moved, &error))
        return error->domain == EZ_SESSION_ERROR ? refuse(path, exercise, error, language)
                                                 : ez_session_exit(error, language);
    g_autofree char *name = g_strdup_printf("%s %s", exercise->id, exercise->version);
    g_autofree char *told =
        ez_phrase_fill(moved ? EZ_SAY_MOVED : EZ_SAY_MOVED_BEFORE, language, path, name);
    if (!ez_argument_given(arguments, "--quiet"))
        ez_tell_line(stdout, "%s", told);
    return EZ_EXIT_DONE;
}

static EzExit migrate(const EzArguments *arguments)
{
    g_auto(EzOpened) opened = {0};
    g_auto(EzSitting) sitting = {0};
    g_autoptr(GError) error = NULL;
    const char *path = ez_operands(arguments)[0];
    EzExit exit;
    if (path == NULL)
        return ez_usage_error("which session? migrate FILE");
    if (ez_session_language(arguments) == NULL)
        return EZ_EXIT_USAGE;
    if (!ez_opened_init(&opened, arguments, &exit))
        return exit;
    return ez_sitting_open(&sitting, path, &error)
               ? move(&sitting, &opened, arguments)
               : ez_session_exit(error, ez_session_language(arguments));
}

const EzCommand ez_command_migrate = {
    "migrate",
    "FILE",
    1,
    "go on with the exercise as it is in the kit now",
    "  A session runs the exercise as it was when it began. Other words and\n"
    "  translations can be taken over at any time, and steps after the one that is\n"
    "  open; a session that has passed a step which is changed stays as it was.\n",
    options,
    migrate,
};
