// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "tests/support/test_run.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static GSubprocess *spawn_by(GSubprocessLauncher *launcher, const char *folder,
                             const char *const *environment, const char *arguments,
                             GError **error)
{
    g_auto(GStrv) words = g_strsplit(arguments, "|", -1);
    g_autoptr(GStrvBuilder) argv = g_strv_builder_new();
    g_autofree char *program =
        g_build_filename(g_getenv("EZ_BUILD"), "engine", "cmd", "ezkit", NULL);
    g_strv_builder_add(argv, program);
    g_strv_builder_addv(argv, (const char **)words);
    g_auto(GStrv) all = g_strv_builder_end(argv);
    g_subprocess_launcher_set_cwd(launcher, folder);
    for (int i = 0; environment != NULL && environment[i] != NULL; i++) {
        g_auto(GStrv) pair = g_strsplit(environment[i], "=", 2);
        g_subprocess_launcher_setenv(launcher, pair[0], pair[1], TRUE);
    }
    return g_subprocess_launcher_spawnv(launcher, (const char *const *)all, error);
}

static GSubprocess *spawn(const char *folder, const char *const *environment,
                          const char *arguments, GSubprocessFlags flags)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(flags);
    g_autoptr(GError) error = NULL;
    GSubprocess *process = spawn_by(launcher, folder, environment, arguments, &error);
    g_assert_no_error(error);
    return process;
}

static int status_of(GSubprocess *process)
{
    return g_subprocess_get_if_exited(process) ? g_subprocess_get_exit_status(process)
                                               : 1000 + g_subprocess_get_term_sig(process);
}

static EzTestRun run_with(const char *folder, const char *const *environment,
                          const char *arguments, const char *typed)
{
    EzTestRun run = {0};
    g_autoptr(GError) error = NULL;
    GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;
    g_autoptr(GSubprocess) process =
        spawn(folder, environment, arguments,
              typed != NULL ? flags | G_SUBPROCESS_FLAGS_STDIN_PIPE : flags);
    g_subprocess_communicate_utf8(process, typed, NULL, &run.out, &run.err, &error);
    g_assert_no_error(error);
    run.status = status_of(process);
    return run;
}

EzTestRun ez_test_run(const char *folder, const char *const *environment, const char *arguments)
{
    return run_with(folder, environment, arguments, NULL);
}

// Between fork and exec.
static void become_guest(void *data)
{
    enum { NOBODY = 65534 };
    if (setresgid(NOBODY, NOBODY, NOBODY) != 0 || setresuid(NOBODY, NOBODY, NOBODY) != 0)
        _exit(1);
}

EzTestRun ez_test_run_as_guest(const char *folder, const char *arguments)
{
    EzTestRun run = {.status = -1};
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
    if (geteuid() == 0)
        g_subprocess_launcher_set_child_setup(launcher, become_guest, NULL, NULL);
    g_autoptr(GSubprocess) process = spawn_by(launcher, folder, NULL, arguments, NULL);
    if (process == NULL)
        return run;
    g_subprocess_communicate_utf8(process, NULL, NULL, &run.out, &run.err, NULL);
    run.status = status_of(process);
    return run;
}

EzTestRun ez_test_talk(const char *folder, const char *arguments, const char *typed)
{
    return run_with(folder, NULL, arguments, typed);
}

// The end of a terminal that a program gets; `master` reads what it shows.
static int open_terminal(int columns, int *master)
{
    struct winsize size = {.ws_row = 24, .ws_col = (unsigned short)columns};
    *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    g_assert_cmpint(*master, >=, 0);
    g_assert_true(grantpt(*master) == 0 && unlockpt(*master) == 0);
    int end = open(ptsname(*master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    g_assert_cmpint(end, >=, 0);
    g_assert_cmpint(ioctl(end, TIOCSWINSZ, &size), ==, 0);
    return end;
}

char *ez_test_run_in_terminal(const char *folder, int columns, const char *arguments)
{
    int master, end = open_terminal(columns, &master);
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_NONE);
    g_subprocess_launcher_take_stdout_fd(launcher, end);
    g_autoptr(GSubprocess) process = spawn_by(launcher, folder, NULL, arguments, &error);
    g_assert_no_error(error);
    g_subprocess_launcher_close(launcher); // reading ends when the program does
    GString *shown = g_string_new(NULL);
    char part[4096];
    for (ssize_t got; (got = read(master, part, sizeof part)) > 0;)
        g_string_append_len(shown, part, got);
    close(master);
    g_assert_true(g_subprocess_wait_check(process, NULL, NULL));
    g_string_replace(shown, "\r\n", "\n", 0);
    return g_string_free(shown, FALSE);
}

GSubprocess *ez_test_start(const char *folder, const char *arguments)
{
    return spawn(folder, NULL, arguments,
                 G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
}

int ez_test_end(GSubprocess *process)
{
    g_subprocess_wait(process, NULL, NULL);
    int status = status_of(process);
    g_object_unref(process);
    return status;
}

void ez_test_run_clear(EzTestRun *run)
{
    g_clear_pointer(&run->out, g_free);
    g_clear_pointer(&run->err, g_free);
}

char *ez_test_tool(const char *arguments)
{
    g_auto(GStrv) words = g_strsplit(arguments, "|", -1);
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process = g_subprocess_newv(
        (const char *const *)words,
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
    g_assert_no_error(error);
    char *out = NULL;
    g_subprocess_communicate_utf8(process, NULL, NULL, &out, NULL, &error);
    g_assert_no_error(error);
    if (!g_subprocess_get_successful(process))
        g_test_fail_printf("%s", arguments);
    return out;
}
