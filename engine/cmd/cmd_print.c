// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/print_exercises.h"
#include "engine/cmd/print_options.h"

#include "engine/base/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BAR = 30 };

// ---- progress -------------------------------------------------------------------------------

typedef struct Progress {
    bool bar, quiet, json;
    int files, same, refused;
    char *problem; // the last that was told: a folder that cannot be made is so for every file
} Progress;

static void clear_bar(const Progress *progress)
{
    if (progress->bar)
        fprintf(stderr, "\r\033[K");
}

static void on_page(int done, int total, void *data)
{
    const Progress *progress = data;
    if (!progress->bar || total == 0)
        return;
    char bar[BAR * 3 + 1] = "";
    for (int i = 0; i < BAR; i++)
        strcat(bar, i * total < done * BAR ? "█" : "░");
    fprintf(stderr, "\r\033[K%s %d of %d pages", bar, done, total);
    fflush(stderr);
}

static const char *const states[] = {
    [EZ_FILE_WRITTEN] = "written",
    [EZ_FILE_SAME] = "unchanged",
    [EZ_FILE_REFUSED] = "refused",
    [EZ_FILE_FAILED] = "failed",
};

static void show_json(const char *path, EzFileState state, int pages, const char *problem)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "path", path);
    ez_json_text(json, "state", states[state]);
    ez_json_number(json, "pages", pages);
    ez_json_text(json, "problem", problem);
    g_autofree char *line = ez_json_finish(json);
    printf("%s\n", line);
}

static void show_file(const char *path, EzFileState state, int pages)
{
    g_autofree char *count = ez_count_words(pages, "page", "pages");
    printf("%s  %s%s\n", path, count, state == EZ_FILE_SAME ? ", unchanged" : "");
}

static void show_problem(Progress *progress, const char *problem)
{
    if (g_strcmp0(progress->problem, problem) == 0)
        return;
    fprintf(stderr, "ezkit: %s\n", problem);
    g_free(progress->problem);
    progress->problem = g_strdup(problem);
}

static void on_file(const char *path, EzFileState state, int pages, const char *problem,
                    void *data)
{
    Progress *progress = data;
    bool fine = state == EZ_FILE_WRITTEN || state == EZ_FILE_SAME;
    clear_bar(progress);
    progress->files += fine;
    progress->same += state == EZ_FILE_SAME;
    progress->refused += state == EZ_FILE_REFUSED;
    if (progress->json)
        show_json(path, state, pages, problem);
    else if (fine && !progress->quiet)
        show_file(path, state, pages);
    if (state == EZ_FILE_FAILED)
        show_problem(progress, problem);
    fflush(stdout);
}

static void show_refused(const Progress *progress)
{
    g_autofree char *files = ez_count_words(progress->refused, "file was", "files were");
    if (progress->refused > 0)
        fprintf(stderr, "ezkit: %s not printed: mend the mistakes above first\n", files);
    else if (progress->files == 0)
        fprintf(stderr, "ezkit: nothing was printed: mend the mistakes above first\n");
}

// Where the result lies.
static void show_end(const Progress *progress, const EzBuildRequest *request)
{
    const char *out = request->out;
    if (progress->quiet || progress->json || progress->files == 0)
        return;
    g_autofree char *where = g_canonicalize_filename(out, NULL);
    g_autofree char *files = ez_count_words(progress->files, "file", "files");
    if (ez_request_names_file(request))
        return; // its line said so
    printf("%s%s in %s\n", files, progress->same == progress->files ? ", nothing new," : "",
           where);
}

static bool means_all(const char *const *ids)
{
    return ids[0] == NULL || (strcmp(ids[0], "all") == 0 && ids[1] == NULL);
}

// ---- the command -------------------------------------------------------------------------------

// Of all that one line asks for.
typedef struct Printing {
    const EzArguments *arguments;
    const EzSite *site;
    Progress progress;
    EzExit exit;
} Printing;

static bool print_more(EzBuildRequest *request, void *data)
{
    Printing *printing = data;
    EzBuildListener listener = {on_page, on_file, &printing->progress};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    EzBuildEnd end = ez_build_print(request, &listener, diags, &error);
    clear_bar(&printing->progress);
    ez_show_diags(diags, printing->arguments, printing->site, NULL, stderr);
    if (end == EZ_BUILD_MISTAKES)
        show_refused(&printing->progress);
    printing->exit = ez_exit_of(end, error);
    return printing->exit == EZ_EXIT_DONE;
}

// The kit is looked at for exercises first; what is wrong with it is told by what prints.
static EzExit print_all(Printing *printing, EzBuildRequest *request)
{
    const char *const *names = ez_operands(printing->arguments);
    EzOpened opened = {.diags = ez_diags_new()};
    if (!means_all(names))
        opened.load = ez_load_new(request->folder, &request->load, opened.diags, NULL);
    const EzKit *kit = opened.load != NULL ? ez_load_kit(opened.load) : NULL;
    EzExit exit = EZ_EXIT_DONE;
    if (!ez_print_names_exercise(kit, names)) {
        exit = ez_print_check_exercise_options(printing->arguments) ? exit : EZ_EXIT_USAGE;
        if (exit == EZ_EXIT_DONE)
            (void)print_more(request, printing);
    } else if (ez_diags_errors(opened.diags) > 0) {
        ez_show_diags(opened.diags, printing->arguments, printing->site, NULL, stderr);
        exit = EZ_EXIT_MISTAKES;
    } else {
        exit = ez_print_exercises(&opened, printing->arguments, request, print_more, printing);
    }
    ez_opened_clear(&opened);
    return exit;
}

static EzExit print(const EzArguments *arguments, const EzSite *site, EzBuildRequest *request)
{
    Printing printing = {arguments, site, .exit = EZ_EXIT_DONE};
    Progress *progress = &printing.progress;
    progress->quiet = ez_argument_given(arguments, "--quiet");
    progress->json = ez_argument_given(arguments, "--json");
    progress->bar = !progress->quiet && ez_is_lively(stderr);
    ez_stop_catch();
    EzExit exit = print_all(&printing, request);
    show_end(progress, request);
    g_free(progress->problem);
    return exit != EZ_EXIT_DONE ? exit : printing.exit;
}

// With what is named on the line.
static EzExit print_named(const EzArguments *arguments, const EzSite *site,
                          EzBuildRequest *request)
{
    g_auto(GStrv) languages = ez_argument_list(arguments, "--lang");
    g_auto(GStrv) cards = ez_argument_list(arguments, "--cards");
    request->languages = (const char *const *)languages;
    request->cards = (const char *const *)cards;
    request->ids = means_all(ez_operands(arguments)) ? NULL : ez_operands(arguments);
    return print(arguments, site, request);
}

static EzExit run(const EzArguments *arguments)
{
    g_auto(EzSite) site = {0};
    if (!ez_site_init(&site, arguments))
        return EZ_EXIT_USAGE;
    if (ez_argument_given(arguments, "--profiles"))
        return ez_print_options_list(&site, ez_argument_given(arguments, "--json"))
                   ? EZ_EXIT_DONE
                   : EZ_EXIT_MACHINE;
    EzBuildRequest request = ez_site_request(&site);
    EzProfile *profiles[2] = {NULL, NULL};
    bool fine = ez_print_options_parse(arguments, &request) &&
                ez_print_options_profiles(arguments, &site, &request, profiles);
    EzExit end = fine ? print_named(arguments, &site, &request) : EZ_EXIT_USAGE;
    ez_profile_free(profiles[0]);
    ez_profile_free(profiles[1]);
    return end;
}

const EzCommand ez_command_print = {
    "print",
    "[ID…|all]",
    -1,
    "print decks, worksheets and exercises as PDF",
    "  ID is a deck or worksheet, by id or code; without one, or with all, the\n"
    "  whole kit is printed. Of an exercise all is printed that a group without\n"
    "  screens needs: agenda, sheets, slips to cut, worksheet, cards. A file that\n"
    "  would not change is not touched. A file with mistakes is not written.\n",
    ez_print_options,
    run,
};
