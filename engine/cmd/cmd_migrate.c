// SPDX-License-Identifier: EUPL-1.2
// migrate: a session goes on with the exercise as it is in the kit now.
#include "engine/cmd/exercises.h"
#include "engine/cmd/sessions.h"

#include <stdio.h>

static const EzOption options[] = {
    {"--to", '\0', "EXERCISE", "the exercise to move to; the session's own without it"},
    {NULL, '\0', NULL, NULL}};

static const EzExercise *find_target(const EzOpened *opened, const EzArguments *arguments,
                                     const EzSession *session)
{
    const char *own = ez_value_string(ez_value_get(ez_session_head(session), "id"), "");
    const char *to = ez_argument(arguments, "--to");
    return ez_opened_exercise(opened, to != NULL ? to : own);
}

static EzExit refuse(const char *path, const EzExercise *exercise, const GError *error)
{
    g_autofree char *quoted = g_shell_quote(path);
    fprintf(stderr, "ezkit: %s\n", error->message);
    fprintf(stderr,
            "  The session stays as it was. You can finish it on its own script:\n"
            "    ezkit resume %s\n"
            "  or begin anew, with its harvest at hand:\n"
            "    ezkit run %s --from %s\n",
            quoted, exercise->id, quoted);
    return EZ_EXIT_MISTAKES;
}

static EzExit move(EzSitting *sitting, const EzOpened *opened, const EzArguments *arguments)
{
    const EzExercise *exercise = find_target(opened, arguments, ez_live_session(sitting->live));
    if (exercise == NULL)
        return EZ_EXIT_USAGE;
    g_auto(EzBundle) bundle = ez_opened_bundle(opened, exercise);
    g_autoptr(GError) error = NULL;
    bool moved;
    const char *path = ez_live_path(sitting->live);
    if (!ez_live_migrate(sitting->live, bundle.sources, bundle.n_sources, &moved, &error))
        return error->domain == EZ_SESSION_ERROR ? refuse(path, exercise, error)
                                                 : ez_session_exit(error);
    if (!ez_argument_given(arguments, "--quiet"))
        printf(moved ? "%s now runs %s %s\n" : "%s runs %s %s already\n", path, exercise->id,
               exercise->version);
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
    if (!ez_opened_init(&opened, arguments, &exit))
        return exit;
    return ez_sitting_open(&sitting, path, &error) ? move(&sitting, &opened, arguments)
                                                   : ez_session_exit(error);
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
